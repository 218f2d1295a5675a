"""What is expected next, and what was planned and is not told of since.

In: a record, and the day on which it ends. Out: sections in the order of time.
"""

from collections.abc import Mapping, Sequence

from memcon.core.brief import Line, Section
from memcon.core.dates import PartialDate
from memcon.core.entry import Entry
from memcon.core.ids import DocumentId
from memcon.core.record import Record
from memcon.core.times import Interval, Time
from memcon.record.brief.lines import act_line, dated_first
from memcon.record.deadlines import due
from memcon.record.told import claims, date_words, when

_PLANNED = frozenset({"planned", "tentative"})
_PROMISED = frozenset({"offered", "agreed", "exploring", "scheduled"})
_UNDATED = "No date told"


def ahead(record: Record, end: PartialDate | None, times: Mapping[DocumentId, Sequence[Time]]) -> Section:
    """Engagements that are planned or possible, and commitments that fall due, the soonest first, undated ones last.

    Args:
        end: When the latest report was published, or the date of the cut; without it all that is planned is expected.
        times: The expressions of time in each document.
    """
    found = [
        (interval, entry)
        for entry in record.entries
        if (entry.kind == "engagement" and entry.status in _PLANNED)
        or (entry.kind == "commitment" and entry.status in _PROMISED)
        for interval in [_expected(entry, times)]
        if (entry.kind == "engagement" if interval is None else not _over(interval, end))
    ]
    ordered = sorted(found, key=lambda one: _soonest(*one))
    return Section("What is expected next", tuple(_line(interval, entry, record) for interval, entry in ordered))


def untold(record: Record, end: PartialDate | None) -> Section:
    """Engagements that were planned for a time before the end, of which no report says what came of them."""
    found = [
        entry
        for entry in record.entries
        if entry.kind == "engagement" and entry.status in _PLANNED and (one := when(entry)) and _over(one, end)
    ]
    lines = tuple(act_line(entry, record) for entry in dated_first(found))
    return Section("Planned, with no report of what came of it", lines)


def _expected(entry: Entry, times: Mapping[DocumentId, Sequence[Time]]) -> Interval | None:
    """When an engagement is to take place, and by when a promise is to be kept."""
    if entry.kind == "engagement":
        return when(entry)
    deadline = due(entry, times)
    return Interval.of(deadline) if deadline else when(entry) if entry.status == "scheduled" else None


def _over(interval: Interval, end: PartialDate | None) -> bool:
    """Whether it lies before the last day of the record."""
    if end is None or interval.last is None:
        return False
    return not end.day.not_after(interval.last.day)


def _soonest(interval: Interval | None, entry: Entry) -> tuple[object, ...]:
    date = (interval.first or interval.last) if interval else None
    return (date is None, date.bounds() if date else (), -entry.support.least, -entry.support.documents, entry.id)


def _line(interval: Interval | None, entry: Entry, record: Record) -> Line:
    lead = date_words(interval) if interval else _UNDATED
    leaving = ("when",) if entry.kind == "engagement" and len(claims(entry, "when")) == 1 else ()
    return act_line(entry, record, lead=f"by {lead}" if entry.kind == "commitment" else lead, leaving=leaving)
