"""What is ahead as an iCalendar file (RFC 5545): moments in, the file's text out, and how many have no day.

Only what is planned or possible becomes an event: a calendar is for what is to come. A day without a time is an all-day
event, whose end is exclusive; a time with its offset is written in UTC, one without stays the local time it was told
in. What is known only to the month or the year is no calendar day, and is counted instead. There is no clock in it:
an event is stamped with the publication of the latest report that tells it, so that the same record gives the same
file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from memcon.core.brief import Moment
from memcon.core.dates import PartialDate
from memcon.core.ids import DocumentId
from memcon.core.record import DocumentNote
from memcon.present.lookup import reports_end
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.words import moment as as_read
from memcon.present.terminal.words import shortened, support_words

if TYPE_CHECKING:
    from icalendar import Event

_AHEAD = {"planned": "CONFIRMED", "tentative": "TENTATIVE"}
_TITLE = 200  # code points: calendars show one line
_UNDATED = datetime(
    1970, 1, 1, tzinfo=UTC
)  # the stamp where no report says when it was published; the standard wants one


@dataclass(frozen=True, slots=True)
class Calendar:
    """The file, and what it holds.

    Attributes:
        text: With the line ends of the standard.
        events: How many there are.
        left: How many moments are ahead, but known to the month or the year only.
    """

    text: str
    events: int
    left: int


def calendar(moments: Iterable[Moment], notes: Iterable[DocumentNote]) -> Calendar:
    """The calendar of what is planned or possible.

    Args:
        notes: Of the record's documents.
    """
    import icalendar  # heavy, and only one option needs it

    known = {note.id: note for note in notes}
    ahead = [moment for moment in moments if moment.status in _AHEAD]
    dated = [moment for moment in ahead if _precise(moment)]
    made = icalendar.Calendar()
    made.add("prodid", "-//memcon//timeline//EN")
    made.add("version", "2.0")
    for moment in dated:
        made.add_component(_event(moment, known))
    return Calendar(made.to_ical().decode(), len(dated), len(ahead) - len(dated))


def _precise(moment: Moment) -> bool:
    return all(one.precision in {"day", "minute"} for one in (moment.date, moment.end) if one)


def _event(moment: Moment, notes: dict[DocumentId, DocumentNote]) -> "Event":
    import icalendar

    telling = [notes[one] for one in dict.fromkeys(anchor.document for anchor in moment.anchors) if one in notes]
    latest = reports_end(telling)
    start, end = _span(moment)
    event = icalendar.Event()
    event.add("uid", f"{moment.entry}@memcon")
    event.add("dtstamp", _instant(latest, local=False) if latest else _UNDATED)
    event.add("dtstart", start)
    if end is not None:
        event.add("dtend", end)
    event.add("status", _AHEAD[moment.status or ""])
    event.add("summary", shortened(one_line(moment.title), length=_TITLE))
    event.add("description", _sources(moment, telling))
    return event


def _span(moment: Moment) -> tuple[date, date | None]:
    """The first moment or day, and the one after the last; None where no end is told, or the calendar has ended."""
    ends = moment.date, moment.end or moment.date
    if all(one.precision == "minute" for one in ends):
        start, end = (_instant(one, local=True) for one in ends)
        comparable = (start.tzinfo is None) == (end.tzinfo is None)
        return start, end if comparable and start < end else None
    first, last = (date.fromisoformat(one.iso[:10]) for one in ends)
    return first, max(first, last) + timedelta(days=1) if max(first, last) < date.max else None


def _instant(written: PartialDate, *, local: bool) -> datetime:
    """The moment in UTC; without an offset as written, in nobody's time zone if it is `local`, else in UTC."""
    if written.precision != "minute":
        year, month, day = (*map(int, written.iso.split("-")), 1, 1)[:3]
        return datetime(year, month, day, tzinfo=UTC)
    if len(written.iso) > len("2031-05-04T16:30"):
        return written.bounds()[0]
    told = datetime.fromisoformat(written.iso)
    return told if local else told.replace(tzinfo=UTC)


def _sources(moment: Moment, telling: Iterable[DocumentNote]) -> str:
    """How many independent families tell it, and each report."""
    reports = (
        f"{one_line(note.outlet or 'outlet unknown')}: {one_line(note.title)} ({as_read(note.published)})"
        for note in telling
    )
    return "\n".join([f"{support_words(moment.support)}.", *reports])
