"""Where accounts differ, against the gold: each disagreement reached with its verdict, and none invented.

In come gold and the record of its reports; out comes a `Tally`.

- A disagreement of the gold is found if the record has a discrepancy in the same slot of the same entry, or told in the
  sentences that the gold cites for it, with the gold's verdict, whose readings set apart at least two of the reports
  that the gold sets apart. What is compatible and what agrees count as one verdict.
- A difference that is none is suppressed if no such discrepancy is listed as a disagreement.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from memcon.core.annotation import Annotations
from memcon.core.discrepancy import Discrepancy
from memcon.core.document import Document
from memcon.core.ids import DocumentId, EntryId
from memcon.core.record import Record
from memcon.evaluate.entries import paired
from memcon.evaluate.gold import Gold, GoldDifference, Place
from memcon.evaluate.metrics import HIT, MISS, recall
from memcon.evaluate.tally import Measure, Tally, add

MEASURES = (
    Measure("disagreements_found", "disagreements", recall),
    Measure("differences_suppressed", "suppressed", recall),
)

_SLOTS: Mapping[str, frozenset[str]] = {
    "who": frozenset({"visitor", "host", "participant", "by", "to"}),
    "start": frozenset({"when", "deadline"}),
    "date": frozenset({"when"}),
    "words": frozenset({"wording"}),
    "description": frozenset({"description", "wording"}),
    "by": frozenset({"by", "to"}),
    **{
        name: frozenset({name})
        for name in ("duration", "place", "status", "speaker", "outcome", "precedent", "content", "deadline")
    },
}
"""What the gold's words for a slot are in the record; what a reader calls otherwise may be any, by its evidence."""
_SAME = frozenset({"compatible", "agree", "time-of-writing"})
"""Verdicts that make no disagreement, and so count as one."""


def tally(
    gold: Gold, documents: Mapping[str, Document], annotations: Mapping[DocumentId, Annotations], record: Record
) -> Tally:
    """Under `disagreements` whether each is found, under `suppressed` whether what is none is not listed."""
    counted: Tally = {}
    entries = _entries(gold, documents, annotations, record)
    for number, row in enumerate(gold.differences):
        place = (gold.name, f"{row.entry}.{row.slot} {number}")
        of_entry = (place for entry in gold.entries if entry.id == row.entry for place in entry.evidence)
        cited = list(_sentences(row.evidence or of_entry, documents, annotations))
        told = [one for one in record.discrepancies if _is_about(one, row, cited, entries, documents)]
        if row.verdict:
            right = any(one.verdict == row.verdict or {one.verdict, row.verdict} <= _SAME for one in told)
            add(counted, "disagreements", place, HIT if right else MISS)
        else:
            listed = any(one.listed for one in told if one.type != "omission")  # which is about another thing
            add(counted, "suppressed", place, MISS if listed else HIT)
    return counted


def _entries(
    gold: Gold, documents: Mapping[str, Document], annotations: Mapping[DocumentId, Annotations], record: Record
) -> dict[str, set[EntryId]]:
    """The record's entries by the gold's names for them; one name may stand for several lists' entries."""
    found: dict[str, set[EntryId]] = {}
    for number, entry in paired(gold, documents, annotations, record).items():
        found.setdefault(gold.entries[number].id, set()).add(entry)
    return found


def _is_about(
    one: Discrepancy,
    row: GoldDifference,
    cited: Sequence[tuple[DocumentId, int, int]],
    entries: Mapping[str, set[EntryId]],
    documents: Mapping[str, Document],
) -> bool:
    """Whether it is of the gold's slot, and of the gold's entry or told in the sentences that are cited for it."""
    if one.slot not in _SLOTS.get(row.slot, {one.slot}):
        return False
    anywhere = row.entry not in entries and not cited  # the gold has neither such an entry nor evidence
    here = anywhere or one.entry in entries.get(row.entry, ()) or _stands_in(one, cited)
    return here and _sets_apart(one, row, documents)


def _sets_apart(one: Discrepancy, row: GoldDifference, documents: Mapping[str, Document]) -> bool:
    """Whether two of its readings are of reports to which the gold gives different values."""
    keys = {documents[key].id: key for key in row.values}
    told = [
        {keys[anchor.document] for anchor in reading.anchors if anchor.document in keys} for reading in one.readings
    ]
    if len(set(row.values.values())) == 1:
        return any(told)
    return any(
        row.values[left] != row.values[right]
        for number, reports in enumerate(told)
        for left in reports
        for others in told[number + 1 :]
        for right in others
    )


def _stands_in(one: Discrepancy, cited: Sequence[tuple[DocumentId, int, int]]) -> bool:
    """Whether two of its readings stand in sentences that the gold cites."""
    told = [
        any(_overlap(anchor.document, anchor.start, anchor.end, cited) for anchor in reading.anchors)
        for reading in one.readings
    ]
    return sum(told) > (0 if one.type == "omission" else 1)  # a silent account stands nowhere


def _sentences(
    places: Iterable[Place], documents: Mapping[str, Document], annotations: Mapping[DocumentId, Annotations]
) -> Iterator[tuple[DocumentId, int, int]]:
    for place in places:
        document = documents[place.report].id
        for sentence in annotations[document].sentences:
            if sentence.anchor.start < place.end and place.start < sentence.anchor.end:
                yield document, sentence.anchor.start, sentence.anchor.end


def _overlap(document: DocumentId, start: int, end: int, cited: Sequence[tuple[DocumentId, int, int]]) -> bool:
    return any(document == other and start < last and first < end for other, first, last in cited)
