"""Wordings against the gold: whether what reports quote differently is one utterance, and its best wording is found.

In come gold and the record of its reports; out comes a `Tally`.

- A row is aligned if one entry rests on passages of all its wordings, those aside that the gold calls optional. A row
  with fewer than two others tells nothing that must be aligned, and is not scored.
- It is right if, besides, the wording that the record puts first is of the report which the gold names, or has the
  words of that report: a copy is as good.
- Wordings are counted one by one too: those that stand in the entry which has most of the row's.
"""

from collections.abc import Mapping, Sequence

from memcon.core.document import Document
from memcon.core.entry import Entry
from memcon.core.record import Record
from memcon.core.variants import Variants
from memcon.core.wording import folded_wording
from memcon.evaluate.gold import Gold, GoldVariants, Place
from memcon.evaluate.metrics import HIT, MISS, recall
from memcon.evaluate.tally import Measure, Tally, add

MEASURES = (
    Measure("variants_aligned", "aligned", recall),
    Measure("variants_right", "right", recall),
    Measure("variants_wordings", "wordings", recall),
)
"""Of rows, of rows, and of their wordings."""

_FEWEST = 2


def tally(gold: Gold, documents: Mapping[str, Document], record: Record) -> Tally:
    """What is right of each row, by row."""
    counted: Tally = {}
    entries = [entry for entry in record.entries if entry.kind == "statement"]
    worded = {one.id: one for one in record.variants}
    for number, row in enumerate(gold.variants):
        needed = [told.place for told in row.wordings if not told.optional]
        if len(needed) < _FEWEST:
            continue
        best = max(entries, key=lambda entry: len(_held(entry, needed, documents)), default=None)
        held = _held(best, needed, documents) if best else []
        aligned = best is not None and len(held) == len(needed)
        right = aligned and best is not None and _is_best(row, worded.get(best.id), documents)
        place = (gold.name, str(number))
        add(counted, "aligned", place, HIT if aligned else MISS)
        add(counted, "right", place, HIT if right else MISS)
        for one in needed:
            add(counted, "wordings", place, HIT if one in held else MISS)
    return counted


def _held(entry: Entry, places: Sequence[Place], documents: Mapping[str, Document]) -> list[Place]:
    """The places that the entry rests on."""
    return [
        place
        for place in places
        if any(documents[place.report].anchor(place.start, place.end).overlaps(anchor) for anchor in entry.evidence)
    ]


def _is_best(row: GoldVariants, found: Variants | None, documents: Mapping[str, Document]) -> bool:
    """Whether the first wording is that of the gold's report; where all are equal, it is."""
    if found is None:
        return True
    first = found.wordings[0]
    phrases = (
        documents[told.place.report].text[told.place.start : told.place.end]
        for told in row.wordings
        if told.place.report == row.best
    )
    same = any(f" {' '.join(folded_wording(phrase))} " in f" {first.words} " for phrase in phrases)
    return same or first.anchors[0].document == documents[row.best].id
