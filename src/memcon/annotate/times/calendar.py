"""Stretches of the calendar: days, weeks, months, quarters, seasons, years and longer, and steps from one to another.

A `Stretch` is a unit and the first day of one such unit; everything about it follows from these two.
Raises nothing beyond Python's calendar: what lies outside the years 1 to 9999 is None.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.annotate.times.meaning import Unit
from memcon.core.dates import PartialDate, Precision
from memcon.core.times import Interval

_MONTHS: Mapping[Unit, int] = {
    "month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200,
}  # fmt: skip
_SEASONS = ("SP", "SU", "FA", "WI")
NEEDS: Mapping[Unit, Precision] = {
    "day": "day", "night": "day", "weekend": "day", "week": "day", "month": "month", "quarter": "month",
    "half": "month", "season": "month", "year": "year", "decade": "year", "century": "year", "hour": "minute",
    "minute": "minute", "second": "minute", "fortnight": "day", "millennium": "year",
}  # fmt: skip
"""How precisely a date must be known to tell which such unit it is in."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One day, week, month, season and so on; a season begins with the month in which the sun lets it begin."""

    unit: Unit
    first: date

    @property
    def last(self) -> date:
        """Its last day; a season's is in the month in which it ends, so that winter is told by its first year."""
        match self.unit:
            case "day":
                return self.first
            case "weekend":
                return self.first + timedelta(1)
            case "week":
                return self.first + timedelta(6)
        months = _MONTHS[self.unit] + (self.unit == "season")
        past = _month(self.first.year * 12 + self.first.month - 1 + months)
        return past - timedelta(1) if past else date.max

    def interval(self) -> Interval:
        """The stretch, no more precise than its unit."""
        if self.unit in {"day", "weekend", "week"}:
            return Interval(PartialDate(self.first.isoformat()), PartialDate(self.last.isoformat()))
        width = 4 if self.unit in {"year", "decade", "century"} else 7
        return Interval(PartialDate(self.first.isoformat()[:width]), PartialDate(self.last.isoformat()[:width]))

    def value(self) -> str:
        """Its value as TIMEX3 writes it."""
        year, month = self.first.year, self.first.month
        match self.unit:
            case "day":
                return self.first.isoformat()
            case "week":
                iso = self.first.isocalendar()
                return f"{iso.year:04}-W{iso.week:02}"
            case "weekend":
                iso = self.first.isocalendar()
                return f"{iso.year:04}-W{iso.week:02}-WE"
            case "month":
                return f"{year:04}-{month:02}"
            case "quarter":
                return f"{year:04}-Q{(month + 2) // 3}"
            case "half":
                return f"{year:04}-H{1 + month // 7}"
            case "season":
                return f"{year:04}-{_SEASONS[month // 3 - 1]}"
            case "decade":
                return f"{year // 10:03}"
            case "century":
                return f"{year // 100:02}"
        return f"{year:04}"

    def moved(self, count: int) -> "Stretch | None":
        """So many units later, or earlier."""
        if self.unit in {"day", "weekend", "week"}:
            return _days(self.unit, self.first, count * (1 if self.unit == "day" else 7))
        first = _month(self.first.year * 12 + self.first.month - 1 + count * _MONTHS[self.unit])
        return Stretch(self.unit, first) if first else None

    def contains(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


def containing(unit: Unit, day: date) -> Stretch | None:
    """The unit in which a day lies; of a weekend, that of the day's week; None of those that are lengths alone."""
    match unit:
        case "day" | "night":
            return Stretch("day", day)
        case "week" | "weekend":
            return _days(unit, day, (5 if unit == "weekend" else 0) - day.weekday())
        case "season":
            first = _month(day.year * 12 + (day.month - 1) // 3 * 3 - 1 + 3 * (day.month % 3 == 0))
            return Stretch(unit, first) if first else None
        case "decade" | "century":
            years = 10 if unit == "decade" else 100
            return Stretch(unit, date(max(day.year // years * years, 1), 1, 1))
    months = _MONTHS.get(unit)
    first = _month(day.year * 12 + (day.month - 1) // months * months) if months else None
    return Stretch(unit, first) if first else None


def season(year: int, letters: str) -> Stretch | None:
    """The season that begins in a year."""
    return _checked("season", year, 3 * (_SEASONS.index(letters) + 1))


def month(year: int, number: int) -> Stretch | None:
    """A month of a year."""
    return _checked("month", year, number)


def quarter(year: int, number: int) -> Stretch | None:
    """A quarter of a year."""
    return _checked("quarter", year, 3 * number - 2)


def half(year: int, number: int) -> Stretch | None:
    """A half of a year."""
    return _checked("half", year, 6 * number - 5)


def year(number: int) -> Stretch | None:
    """A year."""
    return _checked("year", number, 1)


def day(year: int, month: int, number: int) -> Stretch | None:
    """A day; None if there is no such day."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= number <= monthrange(year, month)[1]:
        return None
    return Stretch("day", date(year, month, number))


def _checked(unit: Unit, year: int, month: int) -> Stretch | None:
    return Stretch(unit, date(year, month, 1)) if 1 <= year <= 9999 else None


def _month(number: int) -> date | None:
    """The first day of a month counted from the year 0."""
    return date(number // 12, number % 12 + 1, 1) if 12 <= number < 120_000 else None


def _days(unit: Unit, start: date, count: int) -> Stretch | None:
    number = start.toordinal() + count
    return Stretch(unit, date.fromordinal(number)) if 1 <= number <= date.max.toordinal() - 7 else None
