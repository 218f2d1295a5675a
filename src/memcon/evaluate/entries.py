"""The record against the gold's: whether each thing that a reader put on record is one entry, and nothing else is.

In come gold and the record of its reports; out comes a `Tally`.

- An entry tells a passage of the gold if one of its triggers stands in it, or less surely in its sentence. Entries of
  the record and of the gold are paired one to one, as well as can be; a pair is a hit, and what is left on either side
  is a miss or spurious.
- The support of an engagement that several reports tell is right if both ends of it are the number of origins that
  the gold gives these reports.
- An entry that tells passages of two entries of the gold, by triggers that stand in both, has merged them, unless the
  passage of either is told by its own entry too: "a news conference that ended his visit" is evidence of one and tells
  both.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations
from memcon.core.document import Document
from memcon.core.entry import Entry
from memcon.core.ids import DocumentId, EntryId
from memcon.core.record import Record
from memcon.evaluate.coreference import heaviest
from memcon.evaluate.gold import Gold, GoldEntry, Place
from memcon.evaluate.metrics import HIT, MISS, SPURIOUS, f1, recall
from memcon.evaluate.tally import Measure, Tally, add

MEASURES = (
    *(
        Measure(f"{name.removesuffix('s')}_entries_f1", name, f1)
        for name in ("engagements", "requests", "commitments", "channels", "incidents")
    ),
    Measure("entries_f1", "entries", f1),
    Measure("engagements_apart", "apart", recall),
    Measure("support_right", "support", recall),
)

_IN, _NEAR = 1.0, 0.05
"""What a trigger in the passage weighs, and one in its sentence only."""
_TOGETHER: Mapping[str, str] = {"incident": "incidents", "measure": "incidents"}
"""Kinds that are counted together, since which one a thing is is often anybody's view."""


def tally(
    gold: Gold, documents: Mapping[str, Document], annotations: Mapping[DocumentId, Annotations], record: Record
) -> Tally:
    """Counts by kind and over all kinds, and under `apart` whether the entry of an engagement tells no other one."""
    counted: Tally = {}
    pairs = paired(gold, documents, annotations, record)
    merged = _merged(gold, documents, record, pairs)
    listed = {listed_as(entry.kind) for entry in gold.entries}
    told = set(pairs.values())
    by_id = {one.id: one for one in record.entries}
    for number, entry in enumerate(gold.entries):
        outcome = HIT if number in pairs else MISS
        for name in (listed_as(entry.kind), "entries"):
            add(counted, name, (gold.name, entry.id), outcome)
        families = {gold.clusters[place.report] for place in entry.evidence} if gold.clusters else set()
        if entry.kind == "engagement" and len({place.report for place in entry.evidence}) > 1 and families:
            support = by_id[pairs[number]].support if number in pairs else None
            right = support is not None and support.least == support.most == len(families)
            add(counted, "support", (gold.name, entry.id), HIT if right else MISS)
        if entry.kind == "engagement" and number in pairs:
            add(counted, "apart", (gold.name, entry.id), MISS if pairs[number] in merged else HIT)
    for one in record.entries:
        if one.identified and listed_as(one.kind) in listed and one.id not in told:
            for name in (listed_as(one.kind), "entries"):
                add(counted, name, (gold.name, one.id), SPURIOUS)
    return counted


def listed_as(kind: str) -> str:
    """Under which heading a kind of entry is counted."""
    return _TOGETHER.get(kind, f"{kind}s")


def paired(
    gold: Gold, documents: Mapping[str, Document], annotations: Mapping[DocumentId, Annotations], record: Record
) -> dict[int, EntryId]:
    """The record's entry for each entry of the gold, by its place in `gold.entries`, as far as there is one."""
    weights: dict[tuple[int, EntryId], float] = {}
    by_kind: dict[str, list[Entry]] = {}
    for one in record.entries:
        by_kind.setdefault(listed_as(one.kind), []).append(one)
    for number, entry in enumerate(gold.entries):
        for one in by_kind.get(listed_as(entry.kind), ()):
            if one.identified and (weight := _weight(one, _passages(entry, documents, annotations))):
                weights[number, one.id] = weight
    return heaviest(weights)


def _passages(
    entry: GoldEntry, documents: Mapping[str, Document], annotations: Mapping[DocumentId, Annotations]
) -> list[tuple[DocumentId, Place, tuple[int, int]]]:
    """Each passage with its document and the reach of the sentences that it lies in."""
    found = []
    for place in entry.evidence:
        document = documents[place.report].id
        near = [
            one.anchor
            for one in annotations[document].sentences
            if one.anchor.start < place.end and place.start < one.anchor.end
        ]
        reach = (min(one.start for one in near), max(one.end for one in near)) if near else (place.start, place.end)
        found.append((document, place, reach))
    return found


def _weight(entry: Entry, passages: Sequence[tuple[DocumentId, Place, tuple[int, int]]]) -> float:
    total = 0.0
    for document, place, (start, end) in passages:
        places = [one.start for one in _triggers(entry) if one.document == document]
        if any(place.start <= at < place.end for at in places):
            total += _IN
        elif any(start <= at < end for at in places):
            total += _NEAR
    return total


def _triggers(entry: Entry) -> Iterator[Anchor]:
    slot = entry.slot("type")
    for claim in slot.claims if slot else ():
        yield from claim.anchors


def _merged(
    gold: Gold, documents: Mapping[str, Document], record: Record, pairs: Mapping[int, EntryId]
) -> set[EntryId]:
    """Entries with triggers in passages of two engagements of the gold, as far as no entry of its own tells these."""
    found = set()
    engagements = {one.id: one for one in record.entries if one.kind == "engagement"}
    for one in engagements.values():
        own = 0
        for number, entry in enumerate(gold.entries):
            if entry.kind == "engagement":
                paired = engagements.get(pairs.get(number, EntryId("")))
                elsewhere = [paired] if paired is not None and paired.id != one.id else []
                left = [
                    place for place in entry.evidence if not any(_tells(each, [place], documents) for each in elsewhere)
                ]
                own += _tells(one, left, documents)
        found |= {one.id} if own > 1 else set()
    return found


def _tells(entry: Entry, places: Iterable[Place], documents: Mapping[str, Document]) -> bool:
    return any(
        trigger.document == documents[place.report].id and place.start <= trigger.start < place.end
        for place in places
        for trigger in _triggers(entry)
    )
