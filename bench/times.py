"""Expressions of time, found beside dateparser's search of the same texts: `python -m bench.times TEXTS`.

Run as a process of its own it prints seconds as JSON; `timed` makes measures of them.
"""

import json
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.language import write_texts
from bench.measures import Measure, Step
from bench.process import told
from memcon.core.marks import marked

WORDS = 100_000
_REPORTS = Path(__file__).resolve().parents[1] / "examples" / "times" / "read"
_FEW = 0.05  # of the texts, for dateparser without a language, which would take minutes for all of them
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Timed:
    """What was measured of expressions of time; `texts` says of what, in words."""

    texts: str
    measures: tuple[Measure, ...]


def timed(folder: Path, *, data: Path | None, words: int = WORDS, step: Step) -> Timed:
    """Measure it; about a minute and a half with the usual words.

    Args:
        folder: An empty one.
        data: Where real reports may be.
    """
    texts = folder / "texts.jsonl"
    kind = write_texts(texts, words, data=data) if data else _write_invented(texts, words)
    with step("expressions of time"):
        made = told("times", str(texts))
    count, found = made["words"], made["seconds"]
    rate = f"{count / found:,.0f} words a second, {made['found']:,} found"
    return Timed(
        f"{count:,} words of {kind}",
        (
            Measure("finding, one thread", found, "s", "dateparser's search in English", made["english"], rate),
            Measure("finding, one thread", found, "s", "dateparser's search as it comes", made["any"]),
            Measure("finding, one thread", found, "s", "reading them, two threads", made["read"]),
            Measure("reading and finding, two threads", made["read"] + found, "s", "reading them alone", made["read"]),
        ),
    )


def _write_invented(file: Path, words: int) -> str:
    """Write the project's own reports of which the times are known, again and again, and say what they are."""
    rows, count = list[str](), 0
    for path in cycle(sorted(_REPORTS.glob("*.txt"))):
        head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
        text = marked(body).text
        rows.append(json.dumps({"text": text, "date": head.removeprefix("published:").strip()}))
        count += len(text.split())
        if count >= words:
            break
    file.write_text("\n".join(rows), encoding="utf-8")
    return "invented reports"


def main() -> None:
    """Print what reading, finding and dateparser take for the texts of a JSONL file."""
    from memcon import language
    from memcon.annotate.times import find_times
    from memcon.annotate.tree import Tree
    from memcon.testing import document

    lines = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    documents = [document(line["text"], published=line.get("date") or "2031-05-14") for line in lines]
    reader = language.load()
    reader.read(documents[0])
    begun = perf_counter()
    readings = [reader.read(one)[0] for one in documents]
    read = perf_counter() - begun
    seen = [(one, Tree(one.text, reading), reading) for one, reading in zip(documents, readings, strict=True)]
    found = 0

    def find() -> None:
        nonlocal found
        found = sum(len(find_times(*each)) for each in seen)

    find()
    texts = [one.text for one in documents]
    few = texts[: max(round(len(texts) * _FEW), 1)]
    share = sum(map(len, texts)) / sum(map(len, few))
    print(
        json.dumps(
            {
                "words": sum(len(reading.words) for reading in readings),
                "found": found,
                "read": read,
                "seconds": min(_seconds(find) for _ in range(_ROUNDS)),
                "english": _seconds(lambda: _searched(texts, languages=["en"])),
                "any": _seconds(lambda: _searched(few)) * share,
            }
        )
    )


def _searched(texts: list[str], **settings: Any) -> None:
    """Run dateparser's search over every text."""
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for text in texts:
            search_dates(text, settings={"RELATIVE_BASE": datetime(2031, 5, 14)}, **settings)  # noqa: DTZ001


def _seconds(work: Callable[[], Any]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


if __name__ == "__main__":
    main()
