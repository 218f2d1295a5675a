"""Acts in real readouts: the engagement of the title, and the commitments of the text.

The marks are spans in `examples/acts/readouts`; the texts are read from the folder of public data.

- `title`: the engagement that the headline or the first sentences tell, right if its type is the marked one, everybody
  marked takes part in it, and its day is the marked one, where one is marked.
- `commitments`: a found commitment is right if a marked one is near its trigger or has most of its content.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from memcon.core.act import Act
from memcon.core.annotation import Annotations
from memcon.core.dates import PartialDate
from memcon.core.document import Document
from memcon.evaluate import corpora
from memcon.evaluate.metrics import HIT, MISS, SPURIOUS, WRONG, Counts
from memcon.evaluate.timecorpora import dated

_APART = 24  # code points between two words that may both be taken for one trigger
_PARTS = ("type", "participants", "date")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Titled:
    """A readout and what its title tells; spans are in the document."""

    document: Document
    type: str
    date: str
    participants: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Promised:
    """A text and the commitments marked in it: trigger and content of each, in the document."""

    document: Document
    commitments: tuple[tuple[Span, tuple[Span, ...]], ...]


def titles(data: Path, marks: Path) -> Iterator[Titled]:
    """The readouts whose titles are marked."""
    texts = _texts(data)
    for row in _rows(marks / "titles.tsv"):
        yield Titled(_document(texts[row["id"]]), row["type"], row["date"], _spans(row["participants"], 0))


def promises(data: Path, marks: Path) -> Iterator[Promised]:
    """The texts whose commitments are marked."""
    texts = _texts(data)
    found: dict[str, list[tuple[Span, tuple[Span, ...]]]] = {}
    for row in _rows(marks / "commitments.tsv"):
        own = found.setdefault(row["id"], [])
        if row["trigger"]:
            behind = len(texts[row["id"]]["title"]) + 1
            own.append((_spans(row["trigger"], behind)[0], _spans(row["content"], behind)))
    for one, commitments in found.items():
        yield Promised(_document(texts[one]), tuple(commitments))


def title_counts(readout: Titled, annotations: Annotations) -> dict[str, Counts]:
    """Whether type, participants and date are found, and all three together."""
    acts = [act for act in annotations.acts if act.kind == "engagement"]
    found = _best(readout, acts)
    if found is None:
        return dict.fromkeys((*_PARTS, "title"), MISS)
    names = {name for act in found for name in act.parties}
    right = {
        "type": any(act.type == readout.type for act in found),
        "participants": all(_takes_part(readout, span, names) for span in readout.participants),
        "date": not readout.date or any(_on(act, readout.date, annotations) for act in found),
    }
    counts = {part: HIT if right[part] else WRONG for part in _PARTS}
    return {**counts, "title": HIT if all(right.values()) else WRONG}


def commitment_counts(text: Promised, annotations: Annotations) -> Iterator[Counts]:
    """Each commitment marked or found."""
    left = [act for act in annotations.acts if act.kind == "commitment"]
    for trigger, content in text.commitments:
        hit = next((act for act in left if _same(act, trigger, content)), None)
        yield HIT if hit is not None else MISS
        if hit is not None:
            left.remove(hit)
    for _ in left:
        yield SPURIOUS


def _best(readout: Titled, acts: Sequence[Act]) -> list[Act] | None:
    """What tells the title's engagement: the acts of the headline with those of the same type that follow it first."""
    headline = [act for act in acts if act.trigger.start < _headline(readout.document)]
    opening = [act for act in acts if act not in headline and act.status in {"held", "planned"}]
    if not headline:
        return opening[:1] or None
    first = headline[0]
    return [first, *(act for act in opening if act.type == first.type)][:3]


def _headline(document: Document) -> int:
    return next((zone.end for zone in document.zones if zone.kind == "headline"), 0)


def _takes_part(readout: Titled, span: Span, names: set[str]) -> bool:
    words = readout.document.text[span[0] : span[1]].replace("’s", "").split()
    last = words[-1].casefold().strip(".,")
    last = words[-2].casefold().strip(".,") if last in {"jr", "ii", "iii"} and len(words) > 1 else last
    return any(last in {word.casefold().strip(".,") for word in name.split()} for name in names)


def _on(act: Act, date: str, annotations: Annotations) -> bool:
    interval = next((time.interval for time in annotations.times if time.anchor == act.time), None)
    first, _, last = date.partition("/")
    if interval is None or interval.first is None:
        return False
    day = PartialDate(interval.first.iso[:10])
    return day.iso == first or (bool(last) and first <= day.iso <= last)


def _same(act: Act, trigger: Span, content: Sequence[Span]) -> bool:
    if max(trigger[0] - act.trigger.end, act.trigger.start - trigger[1], 0) <= _APART:
        return True
    return any(
        min(end, one.anchor.end) - max(start, one.anchor.start) > (end - start) / 2
        for start, end in content
        for one in act.of("content")
    )


def _texts(data: Path) -> dict[str, dict[str, str]]:
    lines = (data / "readouts/diplomatic.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    names = head.split("\t")
    for line in lines:
        values = line.split("\t")
        yield dict(zip(names, [*values, *[""] * (len(names) - len(values))], strict=True))


def _spans(written: str, behind: int) -> tuple[Span, ...]:
    pairs = (one.split(":") for one in written.split(";") if one)
    return tuple((int(start) + behind, int(end) + behind) for start, end in pairs)


def _document(row: dict[str, str]) -> Document:
    """The title as headline, then the text, dated as the page was."""
    made = corpora.document(f"{row['title']}\n{row['text']}", headline=True)
    return dated(made, PartialDate(row["date"]))
