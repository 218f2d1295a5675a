"""Clean texts to derive others from, each with its licence and address.

In: a folder of public data, or none. Out: `Parent`s, sorted, in two parts that share none: `dev` to tune on, `test` to
report on. The project's own invented reports are always among them, so there is a small benchmark without any data.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal

from bench.derivation.text import Body, words
from memcon.evaluate.corpora import documents, printed, treebank

Part = Literal["dev", "test"]
Genre = Literal["report", "readout", "statement"]

_EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_FEWEST, _MOST = 100, 700  # words; shorter ones leave nothing to cut, longer ones only cost time
_FEWEST_SENTENCES = 4
_LONGEST_ARTICLE = 500  # words
_MARK = re.compile(r"\[(?:date|time|duration|set)\{[^{}]*\}:([^\[\]]*)\]|\[\[|\]\]")
_QUOTES = {"``": "“", "''": "”"}
_DATELINE = re.compile(r"^[A-Z][\w ,.’'-]{2,40}\([\w ]+\)\s*(?:—|--|-)\s*")
_FORMAL = ("readout", "joint-statement", "letter")


@dataclass(frozen=True, slots=True)
class Parent:
    """A text to derive others from.

    Attributes:
        name: Unique, and the same in every run.
        source: What it was taken from.
        genre: `readout` or `statement` for what a government publishes about a meeting, else `report`.
        published: The day it, or what it tells of, became known, as far as it is given.
        event: What it tells of, where other texts are known to tell of the same.
    """

    name: str
    source: str
    licence: str
    url: str
    genre: Genre
    title: str
    published: date
    body: Body
    event: str = ""

    @property
    def part(self) -> Part:
        """Where it belongs: texts about one event, as readouts of one week may be, are in one part."""
        year, week, _ = self.published.isocalendar()
        key = f"readouts {year}-{week}" if self.source == "readouts" else self.event or self.name
        return "dev" if sha256(key.encode()).digest()[0] % 2 else "test"


def parents(data: Path | None) -> tuple[Parent, ...]:
    """All that are long enough, sorted by name."""
    found = [*_own(_EXAMPLES)]
    if data is not None:
        found += [*_readouts(data / "readouts" / "diplomatic.jsonl")]
        found += [*_meantime(data / "wikinews" / "docs.jsonl")]
        found += [*_gum(data / "gum")]
        found += [*_giveme(data / "reuse" / "giveme5w1h-even" / "articles.jsonl")]
    return tuple(sorted((one for one in found if _fits(one)), key=lambda one: one.name))


def _fits(parent: Parent) -> bool:
    ends = sum(len(re.findall(r"[.!?][”\"’)]*(?:\s|$)", paragraph)) for paragraph in parent.body)
    return ends >= _FEWEST_SENTENCES and _FEWEST <= len(words(parent.body)) <= _MOST


def _own(folder: Path) -> Iterator[Parent]:
    """The project's invented reports of many events, without the marks of what is tested in them."""
    for file in sorted((*folder.glob("attribution/reports/*.txt"), *folder.glob("times/*/*.txt"))):
        text = _MARK.sub(r"\1", file.read_text(encoding="utf-8"))
        head, _, rest = text.partition("---\n")
        stated = re.match(r"published: (\d{4}-\d\d-\d\d)", head)
        paragraphs = [" ".join(one.split()) for one in (rest if stated else text).split("\n\n")]
        yield Parent(
            name=f"own/{file.parent.name}/{file.stem}",
            source="the project’s examples",
            licence="Apache-2.0",
            url="",
            genre="statement" if any(word in file.stem for word in _FORMAL) else "report",
            title=paragraphs[0] if not stated else " ".join(paragraphs[0].split()[:9]),
            published=date.fromisoformat(stated[1]) if stated else date(2031, 5, 16),
            body=_body(paragraphs),
        )


def _readouts(file: Path) -> Iterator[Parent]:
    for row in _rows(file):
        yield Parent(
            name=f"readouts/{row['id']}",
            source="readouts",
            licence="public domain (US government)",
            url=row["url"],
            genre="readout" if row["kind"] == "readout" else "statement",
            title=row["title"],
            published=date.fromisoformat(row["date"]),
            body=_body(row["text"].split("\n")),
        )


def _meantime(file: Path) -> Iterator[Parent]:
    for row in _rows(file):
        ones = [[_QUOTES.get(word, word) for word in sentence] for sentence in row["sentences"]]
        lines = [printed([sentence])[0] for sentence in ones[2:]]
        yield Parent(
            name=f"wikinews/{row['doc_id']}",
            source="MEANTIME",
            licence="CC BY 2.5",
            url=row["url"],
            genre="report",
            title=printed([ones[0]])[0],
            published=date.fromisoformat(row["dct"] or "2008-01-01"),
            body=_body(" ".join(lines[index : index + 3]) for index in range(0, len(lines), 3)),
        )


def _gum(folder: Path) -> Iterator[Parent]:
    if not (folder / "docs.tsv").is_file():
        return
    with (folder / "docs.tsv").open(encoding="utf-8", newline="") as lines:
        news = [row for row in csv.DictReader(lines, delimiter="\t") if row["genre"] == "news"]
    for row in news:
        file = folder / "dep" / row["split"] / f"{row['doc']}.conllu"
        if not file.is_file() or "SA" in row["text_licence"]:
            continue
        paragraphs: list[str] = []
        for sentence in next(documents(treebank(file))):
            if sentence.opens or not paragraphs:
                paragraphs.append(sentence.text)
            else:
                paragraphs[-1] += f" {sentence.text}"
        yield Parent(
            name=f"gum/{row['doc']}",
            source="GUM",
            licence=row["text_licence"],
            url=row["source_url"],
            genre="report",
            title=row["title"],
            published=date.fromisoformat(row["date_created"]),
            body=_body(paragraphs),
        )


def _giveme(file: Path) -> Iterator[Parent]:
    """News articles about known events, without what stands far below: their texts may be read, and not passed on."""
    for row in _rows(file):
        body, size = [], 0
        for paragraph in _body(row["text"].split("\n")):
            size += len(paragraph.split())
            if size > _LONGEST_ARTICLE:
                break
            body.append(paragraph)
        yield Parent(
            name=f"giveme5w1h/{row['id'][:12]}",
            source="Giveme5W1H",
            licence="© its publisher, not to be passed on",
            url=row["url"],
            genre="report",
            title=row["title"],
            published=date.fromisoformat(row["date"][:10]),
            body=tuple(body),
            event=row["event"],
        )


def _body(paragraphs: Iterable[str]) -> Body:
    """The paragraphs that are sentences, without datelines and what is no text."""
    cleaned = (" ".join(_DATELINE.sub("", one.strip()).split()) for one in paragraphs)
    return tuple(one for one in cleaned if re.search(r"[.!?;:][”\"’)]*$", one) and len(one.split()) >= 5)


def _rows(file: Path) -> Iterator[dict[str, str]]:
    if file.is_file():
        with file.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
