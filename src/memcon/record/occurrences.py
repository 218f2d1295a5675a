"""What the reports date, across documents: one entry for each clause with the time it is told to have.

In: documents and what is seen in them. Out: entries of the kind `occurrence`. Clauses are put together if they are told
in the same words and with the same time, as a copy does; more would be a guess.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from memcon.core.act import Act
from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, Occurrence
from memcon.core.derivation import Origins
from memcon.core.document import Document
from memcon.core.entry import Entry, Slot
from memcon.core.ids import DocumentId, EntryId, digest
from memcon.core.party import Alias, Party
from memcon.core.times import Interval
from memcon.record.clocks import Dated
from memcon.record.readings import Readings, folded, words
from memcon.record.support import support

_SLOTS = ("what", "when", "status", "party")


def occurrence_entries(
    documents: Mapping[DocumentId, Document],
    annotations: Iterable[Annotations],
    origins: Origins,
    parties: Mapping[Alias, Party],
    dates: Mapping[DocumentId, Dated],
    acts: Iterable[Act] = (),
) -> list[Entry]:
    """The entries, in no order.

    Args:
        acts: Entries of their own, which no occurrence tells a second time.
    """
    told = defaultdict[Anchor | None, list[Anchor]](list)
    for act in acts:
        told[act.time].append(act.trigger)
    groups: dict[tuple[str, str], list[tuple[Occurrence, Interval]]] = defaultdict(list)
    for one in annotations:
        intervals = {time.anchor: time.interval for time in one.times}
        for occurrence in one.occurrences:
            when = intervals[occurrence.time]
            again = any(occurrence.anchor.contains(trigger) for trigger in told[occurrence.time])
            if when is not None and not again:
                clause = folded(documents[one.document].passage(occurrence.anchor))
                groups[clause, str(when)].append((occurrence, when))
    return [_entry(key, group, documents, dates, origins, parties) for key, group in groups.items()]


def _entry(
    key: tuple[str, str],
    group: Sequence[tuple[Occurrence, Interval]],
    documents: Mapping[DocumentId, Document],
    dates: Mapping[DocumentId, Dated],
    origins: Origins,
    parties: Mapping[Alias, Party],
) -> Entry:
    slots = {name: Readings() for name in _SLOTS}
    for occurrence, when in group:
        document = documents[occurrence.anchor.document]
        clause = words(document.passage(occurrence.anchor))
        slots["what"].add(clause, folded(clause), occurrence.anchor, happened=when)
        slots["when"].add(words(document.passage(occurrence.time)), str(when), occurrence.time, happened=when)
        slots["status"].add(occurrence.status, occurrence.status, occurrence.trigger, happened=when)
        for name in occurrence.parties:
            party = parties[Alias(document.id, name)]
            slots["party"].add(party.name, party.id, occurrence.anchor, happened=when)
    evidence = {occurrence.anchor for occurrence, _ in group}
    made = (Slot(name, readings.claims(dates, origins)) for name, readings in slots.items())
    return Entry(
        id=EntryId(digest("occurrence", *key)),
        kind="occurrence",
        status=max(group, key=lambda one: _told_at(one[0], documents))[0].status,
        evidence=tuple(sorted(evidence)),
        support=support(evidence, origins),
        slots=tuple(slot for slot in made if slot.claims),
    )


def _told_at(occurrence: Occurrence, documents: Mapping[DocumentId, Document]) -> tuple[str, str, int]:
    """The latest report decides the status; between those of one date, or without one, the ids do."""
    published = documents[occurrence.anchor.document].published
    return published.iso if published else "", occurrence.anchor.document, occurrence.anchor.start
