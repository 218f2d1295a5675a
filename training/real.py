"""Real reports whose acts are marked by number (`examples/acts/real`), read with their texts from the public data.

In: the tables, and the folder of public data. Out: for each document its words, where sentences and paragraphs begin,
and the mark of each word. What a document's table does not mark is no act.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from memcon.evaluate.corpora import treebank
from training.damage import printed

Mark = tuple[str, str, str]
"""Kind, type and status."""
_NO_MARK: Mark = ("", "", "")
_ENDS = frozenset({".", "?", "!"})


@dataclass(frozen=True, slots=True)
class Marked:
    """A document: its words, the first of each sentence and of each paragraph, and the mark of each word."""

    words: list[str]
    begins: list[int]
    opens: list[int]
    marks: list[Mark]


def real(tables: Path, data: Path) -> Iterator[Marked]:
    """Every document of the tables that are there."""
    for name, read in _READERS.items():
        path = tables / f"{name}.tsv"
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                yield from read(list(csv.DictReader(file, delimiter="\t")), data)


def _web(rows: list[dict[str, str]], data: Path) -> Iterator[Marked]:
    yield from _treebanked(rows, dict(_named(data / "ewt/en_ewt-ud-train.conllu")))


def _genres(rows: list[dict[str, str]], data: Path) -> Iterator[Marked]:
    files = sorted((data / "gum/dep/train").glob("GUM_news_*.conllu"))
    yield from _treebanked(rows, {name: words for path in files for name, words in _named(path)})


def _named(path: Path) -> Iterator[tuple[str, list[str]]]:
    return ((one.name, [row.form for row in one.rows]) for one in treebank(path))


def _treebanked(rows: list[dict[str, str]], texts: Mapping[str, list[str]]) -> Iterator[Marked]:
    by_document = defaultdict[str, list[str]](list)
    marks = defaultdict[str, dict[int, Mark]](dict)
    for row in rows:
        name = row["sent_id"]
        document = name.rpartition("-")[0]
        if name not in marks:
            by_document[document].append(name)
        own = marks[name]
        if row["word"]:
            own[int(row["word"]) - 1] = (row["kind"], row["type"], row["status"])
    for names in by_document.values():
        yield _joined([(texts[name], marks[name]) for name in names])


def _news(rows: list[dict[str, str]], data: Path) -> Iterator[Marked]:
    lines = (data / "ecbplus/train/docs.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {row["doc_id"]: row["sentences"] for row in map(json.loads, lines)}
    by_document = defaultdict[str, dict[int, dict[int, Mark]]](dict)
    for row in rows:
        own = by_document[row["doc_id"]].setdefault(int(row["sentence"]), {})
        if row["token"]:
            own[int(row["token"])] = (row["kind"], row["type"], row["status"])
    for document, marks in by_document.items():
        yield _joined([(texts[document][number], own) for number, own in sorted(marks.items())])


def _readouts(rows: list[dict[str, str]], data: Path) -> Iterator[Marked]:
    lines = (data / "readouts/diplomatic.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: f"{row['title']}\n{row['text']}" for row in map(json.loads, lines)}
    by_document = defaultdict[str, list[dict[str, str]]](list)
    for row in rows:
        by_document[row["id"]].append(row)
    for document, own in by_document.items():
        text = texts[document]
        passage = printed(text)
        starts = _starts(text, passage.words)
        marks = [_NO_MARK] * len(starts)
        for row in own:
            if row["start"]:
                at = max(n for n, start in enumerate(starts) if start <= int(row["start"]))
                marks[at] = (row["kind"], row["type"], row["status"])
        yield Marked(passage.words, passage.begins, passage.opens, marks)


def _events(rows: list[dict[str, str]], data: Path) -> Iterator[Marked]:
    """Sources of FAMuS, by the beginning of the SHA-256 of their text, as far as they were read."""
    lines = (data / "same-event/source_validation_dev.jsonl").read_text(encoding="utf-8").splitlines()
    texts = (json.loads(line)["source_dict"]["doctext"] for line in lines)
    by_key = {sha256(text.encode()).hexdigest()[:16]: text.split() for text in texts}
    read, marks = dict[str, int](), defaultdict[str, dict[int, Mark]](dict)
    for row in rows:
        if row["kind"]:
            marks[row["key"]][int(row["word"])] = (row["kind"], row["type"], row["status"])
        else:
            read[row["key"]] = int(row["word"])
    for key, length in read.items():
        parts: list[tuple[list[str], dict[int, Mark]]] = [([], {})]
        for n, word in enumerate(by_key[key][:length]):
            words, own = parts[-1]
            if n in marks[key]:
                own[len(words)] = marks[key][n]
            words.append(word)
            if word in _ENDS:
                parts.append(([], {}))
        yield _joined([part for part in parts if part[0]])


def _starts(text: str, words: list[str]) -> list[int]:
    starts, at = [], 0
    for word in words:
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
    return starts


def _joined(parts: list[tuple[list[str], dict[int, Mark]]]) -> Marked:
    made = Marked([], [], [], [])
    for words, marks in parts:
        made.begins.append(len(made.words))
        made.words.extend(words)
        made.marks.extend(marks.get(n, _NO_MARK) for n in range(len(words)))
    made.opens.append(0)
    return made


_READERS: Mapping[str, Callable[[list[dict[str, str]], Path], Iterator[Marked]]] = {
    "ewt": _web, "gum": _genres, "ecb": _news, "readouts": _readouts, "statements": _readouts,
    "events-1": _events, "events-2": _events,
}  # fmt: skip
"""The tables, and how each names the places it marks."""
