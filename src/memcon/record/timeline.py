"""The record on a timeline: what happened, what was said and what is ahead, each in its place.

In: a record. Out: `Moment`s, in the order of time. What no report dates is on no timeline.
"""

from collections.abc import Iterator

from memcon.core.act import PARTIES
from memcon.core.brief import Moment
from memcon.core.entry import Entry
from memcon.core.record import Record
from memcon.record.titles import said
from memcon.record.told import is_act, when


def timeline(record: Record) -> tuple[Moment, ...]:
    """Every entry that has a time; the earliest first, and of those that begin together the shortest.

    A forum of nobody, told by the very words that tell a meeting on its sidelines, is no moment besides that meeting.
    """
    return tuple(sorted(_moments(record), key=_order))


def _moments(record: Record) -> Iterator[Moment]:
    known = {anchor for entry in record.entries if is_act(entry) and entry.identified for anchor in entry.evidence}
    for entry in record.entries:
        interval = when(entry)
        beside = not entry.identified and known.issuperset(entry.evidence)
        if interval is None or interval.first is None or beside:
            continue
        yield Moment(
            date=interval.first,
            end=interval.last if interval.last != interval.first else None,
            status=entry.status,
            entry=entry.id,
            kind=entry.kind,
            title=_title(entry),
            parties=_parties(entry),
            anchors=entry.evidence,
            support=entry.support,
        )


def _parties(entry: Entry) -> tuple[str, ...]:
    if is_act(entry):
        return tuple(sorted({claim.value for slot in entry.slots if slot.name in PARTIES for claim in slot.claims}))
    return _values(entry, "party" if entry.kind == "occurrence" else "speaker")


def _title(entry: Entry) -> str:
    return said(entry) if entry.kind == "statement" else entry.best("what")


def _values(entry: Entry, name: str) -> tuple[str, ...]:
    slot = entry.slot(name)
    return tuple(sorted({claim.value for claim in slot.claims})) if slot else ()


def _order(moment: Moment) -> tuple[object, ...]:
    return (*moment.date.bounds(), (moment.end or moment.date).bounds()[1], moment.title, moment.entry)
