"""Acts across documents: one entry for each, with who, where, when and how it stands, as each report has it.

In: groups of acts and what is known of their documents. Out: entries of the kinds of acts.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from memcon.core.act import PARTIES, Act, ActRole, Argument
from memcon.core.alignment import ActGroup
from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations
from memcon.core.derivation import Origins
from memcon.core.document import Document
from memcon.core.entry import Claim, Entry, Slot
from memcon.core.ids import DocumentId, EntryId, PartyId, digest
from memcon.core.party import Alias, Party
from memcon.core.times import Duration, Interval, Time
from memcon.record.clocks import Dated
from memcon.record.history import steps
from memcon.record.named import is_named
from memcon.record.precedents import since
from memcon.record.readings import Readings, folded, words
from memcon.record.support import support

_TOGETHER: tuple[tuple[ActRole, ...], ...] = (("visitor", "host", "participant"), ("by",), ("to",), ("on",), ("party",))
"""Roles that a party has only one of, the most telling first."""
_SLOTS = (
    "type", "status", "participant", "visitor", "host", "by", "to", "on", "party", "content", "issue", "level", "when",
    "duration", "place", "occasion", "condition", "deadline", "count", "basis", "outcome", "description", "precedent",
    "what", "code",
)  # fmt: skip
_CLOCK = re.compile(r"T(\d{2}):(\d{2})")
_JOINING = frozenset({"and", "but", "yet", "or", "very", "quite"})
"""Words that describe nothing by themselves: "frank and useful" is "useful, frank"."""


def act_entries(
    documents: Mapping[DocumentId, Document],
    annotations: Sequence[Annotations],
    groups: Sequence[ActGroup],
    origins: Origins,
    parties: Mapping[Alias, Party],
    dates: Mapping[DocumentId, Dated],
) -> list[Entry]:
    """The entries, in no order."""
    times = {time.anchor: time for one in annotations for time in one.times}
    clocked = {one.document: [time for time in one.times if _CLOCK.search(time.value)] for one in annotations}
    by_id = {party.id: party for party in parties.values()}
    states = {party.name: party for party in by_id.values() if party.type == "state"}
    return [_entry(group, documents, dates, times, clocked, origins, parties, by_id, states) for group in groups]


def _entry(
    group: ActGroup,
    documents: Mapping[DocumentId, Document],
    dates: Mapping[DocumentId, Dated],
    times: Mapping[Anchor, Time],
    clocked: Mapping[DocumentId, Sequence[Time]],
    origins: Origins,
    parties: Mapping[Alias, Party],
    by_id: Mapping[PartyId, Party],
    states: Mapping[str, Party],
) -> Entry:
    """One act; its status is the last step of its history, its id its first place's."""
    slots = {name: Readings() for name in _SLOTS}
    pledged = _is_pledged(group)
    for act in group.acts:
        document = documents[act.anchor.document]
        when = times[act.time].interval if act.time is not None and act.time in times else None
        for name, value, normalised, anchor in _told(act, group.type, document, times, parties, states):
            if not (pledged and act.type == "agreement" and name == "by"):
                slots[name].add(value, normalised, anchor, happened=when)
        for anchor, minutes in _from_to(act, clocked[document.id]):
            slots["duration"].add(words(document.passage(anchor)), f"PT{minutes}M {minutes}-{minutes}", anchor)
    published = {act.trigger.document: dates[act.trigger.document].published for act in group.acts}
    evidence = {act.anchor for act in group.acts}
    first = min(group.acts, key=lambda act: act.trigger)
    made = _exact({name: readings.claims(dates, origins) for name, readings in slots.items()}, by_id)
    return Entry(
        id=EntryId(digest("act", first.kind, first.trigger.document, str(first.trigger.start))),
        kind=first.kind,
        status=steps(first.kind, made["status"], published)[-1].status,
        evidence=tuple(sorted(evidence)),
        support=support(evidence, origins),
        slots=tuple(Slot(name, claims) for name, claims in made.items() if claims),
        identified=group.identified,
        joins=group.joins,
    )


def _is_pledged(group: ActGroup) -> bool:
    """Whether most accounts tell whose promise it is: of "they agreed that Peru withdraws" Peru alone promises."""
    told = {
        type_: {act.trigger.document for act in group.acts if act.type == type_} for type_ in ("pledge", "agreement")
    }
    return len(told["pledge"]) > len(told["agreement"])


def _exact(slots: Mapping[str, tuple[Claim, ...]], parties: Mapping[PartyId, Party]) -> dict[str, tuple[Claim, ...]]:
    """Who takes part, each by the most exact of the ways in which reports tell it.

    The minister stands for his state and his ministry, and for "the two sides"; the guest is no participant besides.
    """
    found = dict(slots)
    for roles in _TOGETHER:
        told = [parties[PartyId(claim.normalised)] for role in roles for claim in slots.get(role, ())
                if claim.normalised in parties]  # fmt: skip
        sides = {party.side for party in told if is_named(party)}
        both = len(sides | {party.name for party in told if party.type == "state"}) > 1
        seen: set[str] = set()
        for role in roles:
            kept = []
            for claim in slots.get(role, ()):
                party = parties.get(PartyId(claim.normalised))
                if role == "visitor" and sides and party and party.type == "person" and not is_named(party):
                    continue  # "the minister's trip", whose name others tell
                if claim.normalised in seen or (party and _is_covered(party, sides, both=both)):
                    continue
                seen.add(claim.normalised)
                kept.append(claim)
            found[role] = tuple(kept)
    return found


def _is_covered(party: Party, sides: Container[str | None], *, both: bool) -> bool:
    """Whether a party is told more exactly by another one.

    Args:
        both: Whether two sides are named, so that nobody is needed who is only described.
    """
    if party.type in {"state", "organisation"}:
        return (party.name if party.type == "state" else party.side) in sides
    described = party.type == "person" and not is_named(party)
    return (described and party.side in sides) or (both and (described or party.type in {"group", "unknown"}))


def _told(
    act: Act,
    type_: str,
    document: Document,
    times: Mapping[Anchor, Time],
    parties: Mapping[Alias, Party],
    states: Mapping[str, Party],
) -> Iterator[tuple[str, str, str, Anchor]]:
    """What one place tells of each slot: the value, what equal values have in common, and where."""
    yield "type", type_ or act.type, type_ or act.type, act.trigger
    yield "status", act.status, act.status, act.trigger
    clause = words(document.passage(act.anchor))
    yield "what", clause, folded(clause), act.anchor
    if act.plover:
        code = f"{act.plover} {act.cameo}".strip()
        yield "code", code, code, act.trigger
    for one in act.arguments:
        printed = words(document.passage(one.anchor))
        party = parties.get(Alias(document.id, one.party)) if one.role in PARTIES else None
        if act.kind == "channel" and party is not None and party.side is not None:  # people use it for their states
            party = states.get(party.side, party)
        meant = party.id if party else _meant(one, printed, document, times)
        yield one.role, party.name if party else printed, meant, one.anchor
    for issue in act.issues:
        yield "issue", issue, issue, act.trigger
    for name, anchor in (("when", act.time), ("duration", act.duration)):
        time = times.get(anchor) if anchor is not None else None
        if anchor is not None and time is not None:
            meant = _interval(time.interval) if name == "when" else _length(time.duration)
            yield name, words(document.passage(anchor)), meant or time.value, anchor


def _from_to(act: Act, clocked: Sequence[Time]) -> Iterator[tuple[Anchor, int]]:
    """How long it took by the two times of day that its clause tells: "from 10:05 to 12:55"."""
    told = [time for time in clocked if act.anchor.contains(time.anchor)]
    if act.kind == "engagement" and act.duration is None and len(told) == 2:
        begins, ends = (_minute(time) for time in told)
        if begins < ends:
            yield Anchor(act.anchor.document, told[0].anchor.start, told[1].anchor.end), ends - begins


def _minute(time: Time) -> int:
    """Of the day."""
    found = _CLOCK.search(time.value)
    return int(found[1]) * 60 + int(found[2]) if found else 0


def _length(duration: Duration | None) -> str:
    """Three hours and nearly three hours are two claims; how they stand to each other is for whoever compares them."""
    return f"{duration.iso} {duration.low:g}-{duration.high:g}" if duration else ""


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
