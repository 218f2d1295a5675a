"""Stretches of the calendar by what of them is told.

In: fields, as a `Point` has them. Out: the stretch they are in a year or within another stretch, or all of them around
a day where the year is not told. None where there is no such date, as 29 February of most years.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from memcon.annotate.times import calendar
from memcon.annotate.times.calendar import Stretch, containing
from memcon.annotate.times.holidays import holiday_date
from memcon.annotate.times.meaning import Unit
from memcon.core.calendar_names import Holiday

Fields = Mapping[str, Any]

_AROUND, _LEAP_YEARS, _DAYS = 2, 8, 190
"""Weeks, months or years around a day in which occurrences are looked for; years for 29 February, days for a Friday the
13th, which are rarer."""


def absolute(fields: Fields) -> Stretch | None:
    """The stretch of fields of which one tells the year, the decade or the century."""
    units: tuple[tuple[Unit, int], ...] = (("century", 100), ("decade", 10))
    for unit, years in units:
        if unit in fields:
            first = fields[unit] * years
            return containing(unit, date(max(first, 1), 1, 1)) if 0 <= first <= 9999 - years else None
    year = fields["year"]
    match fields:
        case {"nth": nth}:
            return _nth_weekday(year, fields["month"], fields["weekday"], nth)
        case {"month": month, "day": day}:
            return calendar.day(year, month, day)
        case {"month": month}:
            return calendar.month(year, month)
        case {"season": letters}:
            return calendar.season(year, letters)
        case {"quarter": number}:
            return calendar.quarter(year, number)
        case {"half": number}:
            return calendar.half(year, number)
        case {"holiday": Holiday() as holiday}:
            found = holiday_date(holiday, year)
            return Stretch("day", found) if found else None
    return calendar.year(year)


def inside(outer: Stretch, fields: Fields) -> Stretch | None:
    """What of a stretch is told: a weekday of a week, a month of a year, the 3rd of a month, or all of it."""
    first = outer.first
    if not set(fields) - {"fiscal"}:
        return outer
    if "weekday" in fields and "nth" not in fields:
        return Stretch("day", first + timedelta(fields["weekday"] - 1)) if outer.unit == "week" else None
    if outer.unit == "month":
        return absolute({"year": first.year, "month": first.month, **fields})
    return absolute({"year": first.year, **fields}) if outer.unit == "year" else None


def occurrences(fields: Fields, near: date) -> list[Stretch]:
    """Those around a day, in order."""
    if {"weekday", "day"} <= set(fields) and "month" not in fields:
        wanted = (fields["weekday"], fields["day"])
        return [one for one in _days(near, _DAYS) if (one.first.isoweekday(), one.first.day) == wanted]
    if "weekday" in fields and "month" not in fields:
        return [one for one in _days(near, 7 * _AROUND) if one.first.isoweekday() == fields["weekday"]]
    if "weekend" in fields or ("day" in fields and "month" not in fields):
        unit: Unit = "weekend" if "weekend" in fields else "month"
        here = containing(unit, near)
        around = (here.moved(n) for n in range(-_AROUND, _AROUND + 1)) if here else ()
        rest = {} if unit == "weekend" else fields
        return [found for one in around if one and (found := inside(one, rest))]
    years = _LEAP_YEARS if fields.get("day") == 29 else _AROUND
    every = ({**fields, "year": near.year + n} for n in range(-years, years + 1))
    return [found for one in every if (found := absolute(one))]


def moves(fields: Fields) -> bool:
    """Whether it is a holiday whose day cannot be computed."""
    return isinstance(fields.get("holiday"), Holiday) and absolute({**fields, "year": 2000}) is None


def distance(stretch: Stretch, day: date) -> int:
    """Days from a day to the nearest day of a stretch."""
    return max((stretch.first - day).days, (day - stretch.last).days, 0)


def _days(near: date, count: int) -> list[Stretch]:
    first, last = date.min.toordinal(), date.max.toordinal()
    numbers = range(max(near.toordinal() - count, first), min(near.toordinal() + count, last) + 1)
    return [Stretch("day", date.fromordinal(number)) for number in numbers]


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> Stretch | None:
    """“the first Sunday of February”; the last for -1."""
    outer = calendar.month(year, month)
    if outer is None:
        return None
    length = (outer.last - outer.first).days + 1
    found = [day for n in range(length) if (day := outer.first + timedelta(n)).isoweekday() == weekday]
    return Stretch("day", found[nth - (nth > 0)]) if nth <= len(found) else None
