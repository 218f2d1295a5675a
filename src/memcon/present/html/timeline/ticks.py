"""The ticks of a segment, and what a segment is called.

In go a segment and how far apart ticks must be; out come places with words. The unit is the smallest of the calendar's
own that fits: days, Mondays, months, quarters, years, and so on.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.present.html.timeline.scale import Extent, Segment

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAYS = (1, 2, 7)
_MONTHS = (1, 3, 6)
_YEARS = tuple(step * power for power in (1, 10, 100, 1000) for step in (1, 2, 5))


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis and the date it stands for."""

    place: float
    words: str


def ticks(segment: Segment, *, apart: float) -> tuple[Tick, ...]:
    """The ticks of a segment in the order of time; at least one.

    Args:
        apart: Units between two ticks, at least.
    """
    found = [Tick(segment.at(day.toordinal()), words) for day, words in _boundaries(segment, apart)]
    if not found or (found[0].place - segment.start >= apart and _opens(segment, found[0])):
        return (Tick(segment.start, _opening(_day(segment.extent.first))), *found)
    return tuple(found)


def _opens(segment: Segment, first: Tick) -> bool:
    """Whether a tick at its start would go with the others; among years only a year does."""
    return not first.words.isdecimal() or _opening(_day(segment.extent.first)).isdecimal()


def _opening(day: dt.date) -> str:
    return str(day.year) if (day.month, day.day) == (1, 1) else f"{day.day} {MONTHS[day.month - 1]}"


def called(extent: Extent) -> str:
    """A segment in words, as precise as it is long: `4 May 2031`, `May 2031`, `May–Jul 2031`, `2011`, `2030–2031`."""
    first, last = _day(extent.first), _day(max(extent.last - 1, extent.first))
    if first == last:
        return f"{first.day} {MONTHS[first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) or first.year != last.year:
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    months = dict.fromkeys((MONTHS[first.month - 1], MONTHS[last.month - 1]))
    return f"{'–'.join(months)} {first.year}"


def _boundaries(segment: Segment, apart: float) -> Iterator[tuple[dt.date, str]]:
    first, last = _day(segment.extent.first), _day(max(segment.extent.last - 1, segment.extent.first))
    for step in _DAYS:
        if step * segment.rate >= apart:
            yield from _every_day(first, last, step)
            return
    for step in _MONTHS:
        if step * 30.4 * segment.rate >= apart:
            yield from _every_month(first, last, step)
            return
    step = next((step for step in _YEARS if step * 365 * segment.rate >= apart), _YEARS[-1])
    for year in range(first.year, last.year + 1):
        if year % step == 0 and first <= dt.date(year, 1, 1):
            yield dt.date(year, 1, 1), str(year)


def _every_day(first: dt.date, last: dt.date, step: int) -> Iterator[tuple[dt.date, str]]:
    start = first.toordinal() + (-first.weekday() % 7 if step == 7 else 0)
    for number in range(start, last.toordinal() + 1, step):
        day = dt.date.fromordinal(number)
        yield day, f"{day.day} {MONTHS[day.month - 1]}"


def _every_month(first: dt.date, last: dt.date, step: int) -> Iterator[tuple[dt.date, str]]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        year, month = divmod(number, 12)
        if month % step == 0 and first <= dt.date(year, month + 1, 1):
            yield dt.date(year, month + 1, 1), MONTHS[month] if month else str(year)


def _day(day: float) -> dt.date:
    return dt.date.min + dt.timedelta(days=min(int(day), dt.date.max.toordinal()) - 1)
