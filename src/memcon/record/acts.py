"""Acts across documents: one entry for each, with who, where, when and how it stands, as each report has it.

In: groups of acts and what is known of their documents. Out: entries of the kinds of acts.
"""

from collections.abc import Iterator, Mapping, Sequence

from memcon.core.act import PARTIES, Act, Argument
from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations
from memcon.core.derivation import Origins
from memcon.core.document import Document
from memcon.core.ids import DocumentId, EntryId, digest
from memcon.core.record import Alias, Entry, Party, Slot
from memcon.core.times import Interval, Time
from memcon.record.precedents import since
from memcon.record.readings import Readings, folded, words
from memcon.record.support import support

_SLOTS = (
    "type", "status", "participant", "visitor", "host", "by", "to", "on", "party", "content", "issue", "level", "when",
    "duration", "place", "occasion", "condition", "deadline", "count", "basis", "outcome", "description", "precedent",
    "what", "code",
)  # fmt: skip
_JOINING = frozenset({"and", "but", "yet", "or", "very", "quite"})
"""Words that describe nothing by themselves: "frank and useful" is "useful, frank"."""


def act_entries(
    documents: Mapping[DocumentId, Document],
    annotations: Sequence[Annotations],
    acts: Sequence[Sequence[Act]],
    origins: Origins,
    parties: Mapping[Alias, Party],
) -> list[Entry]:
    """The entries, in no order."""
    times = {time.anchor: time for one in annotations for time in one.times}
    return [_entry(group, documents, times, origins, parties) for group in acts]


def _entry(
    group: Sequence[Act],
    documents: Mapping[DocumentId, Document],
    times: Mapping[Anchor, Time],
    origins: Origins,
    parties: Mapping[Alias, Party],
) -> Entry:
    """One act; its status is that of the latest report, its id its first place's."""
    slots = {name: Readings() for name in _SLOTS}
    for act in group:
        document = documents[act.anchor.document]
        when = times[act.time].interval if act.time is not None and act.time in times else None
        for name, value, normalised, anchor in _told(act, document, times, parties):
            slots[name].add(value, normalised, anchor, happened=when)
    evidence = {act.anchor for act in group}
    first = min(group, key=lambda act: act.trigger)
    made = (Slot(name, readings.claims(documents, origins)) for name, readings in slots.items())
    return Entry(
        id=EntryId(digest("act", first.kind, first.trigger.document, str(first.trigger.start))),
        kind=first.kind,
        status=max(group, key=lambda act: _told_at(act, documents)).status,
        evidence=tuple(sorted(evidence)),
        support=support(evidence, origins),
        slots=tuple(slot for slot in made if slot.claims),
    )


def _told(
    act: Act, document: Document, times: Mapping[Anchor, Time], parties: Mapping[Alias, Party]
) -> Iterator[tuple[str, str, str, Anchor]]:
    """What one place tells of each slot: the value, what equal values have in common, and where."""
    yield "type", act.type, act.type, act.trigger
    yield "status", act.status, act.status, act.trigger
    clause = words(document.passage(act.anchor))
    yield "what", clause, folded(clause), act.anchor
    if act.plover:
        code = f"{act.plover} {act.cameo}".strip()
        yield "code", code, code, act.trigger
    for one in act.arguments:
        printed = words(document.passage(one.anchor))
        party = parties.get(Alias(document.id, one.party)) if one.role in PARTIES else None
        meant = party.id if party else _meant(one, printed, document, times)
        yield one.role, party.name if party else printed, meant, one.anchor
    for issue in act.issues:
        yield "issue", issue, issue, act.trigger
    for name, anchor in (("when", act.time), ("duration", act.duration)):
        time = times.get(anchor) if anchor is not None else None
        if anchor is not None and time is not None:
            meant = _interval(time.interval) if name == "when" else time.duration.iso if time.duration else ""
            yield name, words(document.passage(anchor)), meant or time.value, anchor


def _meant(one: Argument, printed: str, document: Document, times: Mapping[Anchor, Time]) -> str:
    """What equal readings have in common: how it went, since when it is the first, else the words."""
    match one.role:
        case "outcome":
            return one.judged
        case "description":
            return " ".join(sorted(set(folded(printed).split()) - _JOINING))
        case "precedent" if one.anchor in times:
            return since(times[one.anchor], document.published)
    return folded(printed)


def _interval(interval: Interval | None) -> str:
    return str(interval) if interval else ""


def _told_at(act: Act, documents: Mapping[DocumentId, Document]) -> tuple[str, DocumentId, int]:
    published = documents[act.trigger.document].published
    return published.iso if published else "", act.trigger.document, act.trigger.start
