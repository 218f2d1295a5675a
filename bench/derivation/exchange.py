"""Files through which a method of somebody else's gets the documents, and gives its edges.

`write` makes a folder; `read` takes a file of predicted edges, one JSON object a line: `child`, `parent`, and where the
method tells them `kind` and `directed`.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.derivation.collection import KINDS, Collection
from bench.derivation.scoring import Answer, Found


class BadPredictionError(ValueError):
    """A line of a file of predicted edges cannot be used."""

    def __init__(self, file: Path, line: int, reason: str) -> None:
        self.file = file
        self.line = line
        super().__init__(f"{file}, line {line}: {reason}")


def write(folder: Path, collections: Sequence[Collection]) -> None:
    """Write `documents.jsonl`, `edges.jsonl`, `families.jsonl` and `credits.jsonl` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    _lines(folder / "documents.jsonl", (asdict(each) for one in collections for each in one.documents))
    _lines(folder / "edges.jsonl", (asdict(edge) for one in collections for edge in one.edges))
    families = (
        {"document": each, "family": family} for one in collections for each, family in sorted(one.families.items())
    )
    _lines(folder / "families.jsonl", families)
    used = sorted({credit for one in collections for credit in one.credits})
    _lines(folder / "credits.jsonl", ({"name": name, "licence": licence, "url": url} for name, licence, url in used))


def read(file: Path, collections: Sequence[Collection]) -> Mapping[str, Answer]:
    """The answers of a file of predicted edges, by collection.

    Raises:
        BadPredictionError: A line is no edge between two documents of one collection.
    """
    home = {each.id: one.name for one in collections for each in one.documents}
    edges: dict[str, list[Found]] = defaultdict(list)
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            found = Found(row["child"], row["parent"], row.get("kind"), bool(row.get("directed", True)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadPredictionError(file, number, "It is not a JSON object with `child` and `parent`.") from error
        if found.kind is not None and found.kind not in KINDS.values():
            raise BadPredictionError(file, number, f"There is no kind {found.kind!r}.")
        if (
            found.child == found.parent
            or home.get(found.child) is None
            or home.get(found.child) != home.get(found.parent)
        ):
            raise BadPredictionError(file, number, "It does not join two documents of one collection.")
        edges[home[found.child]].append(found)
    return {one.name: Answer(tuple(edges[one.name])) for one in collections}


def _lines(file: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    with file.open("w", encoding="utf-8", newline="\n") as lines:
        lines.writelines(_dumped(rows))


def _dumped(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"
