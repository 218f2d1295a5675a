"""Dates under the headings of their months: dates in, short strings out."""

from datetime import date

from memcon.core.dates import PartialDate

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()


def month_of(written: PartialDate) -> str:
    """The heading under which a date stands: `May 2031`, or `2031`."""
    year, _, month = written.iso[:7].partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def within(first: PartialDate, end: PartialDate | None) -> str:
    """What the heading leaves open: `Tue 4`, `Tue 4 16:30`, `Tue 4 – Thu 6`, `28 – 2031-06-03`, `that month`."""
    if end is None or end.day == first.day:
        return _day(first)
    if first.precision in {"year", "month"}:
        return f"to {end.day}"
    if end.iso[:7] == first.iso[:7]:
        return f"{_day(first.day)} – {_day(end.day)}"
    return f"{int(first.iso[8:10])} – {end.day}"


def _day(written: PartialDate) -> str:
    match written.precision:
        case "year":
            return "that year"
        case "month":
            return "that month"
    day = date.fromisoformat(written.iso[:10])
    return f"{DAYS[day.weekday()]} {day.day} {written.iso[11:16]}".rstrip()
