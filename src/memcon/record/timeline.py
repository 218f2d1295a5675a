"""The record on a timeline: what happened, what was said and what is ahead, each in its place.

In: a record. Out: `Moment`s, in the order of time. What no report dates is on no timeline.
"""

from collections.abc import Iterator

from memcon.core.record import Entry, Moment, Record
from memcon.core.times import Interval


def timeline(record: Record) -> tuple[Moment, ...]:
    """Every entry that has a time; the earliest first, and of those that begin together the shortest."""
    return tuple(sorted(_moments(record), key=_order))


def _moments(record: Record) -> Iterator[Moment]:
    for entry in record.entries:
        when = _when(entry)
        if when is None or when.first is None:
            continue
        yield Moment(
            date=when.first,
            end=when.last if when.last != when.first else None,
            status=entry.status,
            entry=entry.id,
            kind=entry.kind,
            title=_title(entry),
            parties=_values(entry, "party" if entry.kind == "occurrence" else "speaker"),
            anchors=entry.evidence,
            support=entry.support,
        )


def _when(entry: Entry) -> Interval | None:
    """The time that most reports tell."""
    slot = entry.slot("when" if entry.kind == "occurrence" else "said")
    if slot is None:
        return None
    return slot.claims[0].clocks.happened if entry.kind == "occurrence" else slot.claims[0].clocks.said


def _title(entry: Entry) -> str:
    if entry.kind == "occurrence":
        return entry.best("what")
    speaker, wording = entry.best("speaker"), entry.best("wording")
    if not speaker:
        return wording
    goes_on = entry.best("kind") != "direct" and wording[0].islower()  # with the cue: "said that …"
    return f"{speaker} {wording}" if goes_on else f"{speaker}: {wording}"


def _values(entry: Entry, name: str) -> tuple[str, ...]:
    slot = entry.slot(name)
    return tuple(sorted({claim.value for claim in slot.claims})) if slot else ()


def _order(moment: Moment) -> tuple[object, ...]:
    return (*moment.date.bounds(), (moment.end or moment.date).bounds()[1], moment.title, moment.entry)
