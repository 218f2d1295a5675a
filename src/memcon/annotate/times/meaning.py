"""What an expression of time means by itself, before anything is known about its report.

A `Point` is a stretch of the calendar as far as it is told, a `Length` how long something takes, a `Recurring` how
often it comes, a `Vague` no more than past, present or future. The operations of the rules make them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from memcon.core.times import DAY, HOUR, MONTH, WEEK, YEAR, Modifier

Unit = Literal[
    "second", "minute", "hour", "night", "day", "weekend", "week", "fortnight", "month", "quarter", "half", "season",
    "year", "decade", "century", "millennium",
]  # fmt: skip

MINUTES: Mapping[str, float] = {
    "second": 1 / 60, "minute": 1.0, "hour": HOUR, "night": DAY, "day": DAY, "weekend": 2 * DAY, "week": WEEK,
    "fortnight": 2 * WEEK, "month": MONTH, "quarter": 3 * MONTH, "half": 6 * MONTH, "season": 3 * MONTH, "year": YEAR,
    "decade": 10 * YEAR, "century": 100 * YEAR, "millennium": 1000 * YEAR,
}  # fmt: skip
_ISO: Mapping[str, tuple[str, float]] = {
    "second": ("TS", 1), "minute": ("TM", 1), "hour": ("TH", 1), "night": ("NI", 1), "day": ("D", 1),
    "weekend": ("WE", 1), "week": ("W", 1), "fortnight": ("W", 2), "month": ("M", 1), "quarter": ("M", 3),
    "half": ("M", 6), "season": ("M", 3), "year": ("Y", 1), "decade": ("DE", 1), "century": ("CE", 1),
    "millennium": ("Y", 1000),
}  # fmt: skip
_HALVES: Mapping[str, tuple[str, float]] = {
    "minute": ("TS", 60), "hour": ("TM", 60), "day": ("TH", 24), "year": ("M", 12), "decade": ("Y", 10),
    "century": ("Y", 100),
}  # fmt: skip
"""A half of a unit is told in the next smaller one."""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units away from a date: from now, or from the date told before."""

    count: float
    unit: Unit
    base: Literal["now", "then"]


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of the calendar as far as it is told.

    Attributes:
        fields: What of the calendar is told: `year`, `month`, `day`, `weekday` (1 is Monday), `season`, `quarter`,
            `half`, `decade` and `century` (the year without its last digits), `decade_of` a century that is not told,
            `either` of two pairs of month and day, `nth` weekday of the month, `weekend`, `fiscal`, `holiday`,
            `period`. A negative year is before our era.
        shift: How far away the stretch is in which the fields are to be found, or which it is.
        step: Which one of those that recur: -1 the last, 0 this, 1 the next.
        part: Part of the day in TIMEX3's letters.
        clock: Hour and minute; the hour 24 is the midnight that ends the day.
        zone: The words for its time zone.
        last: The other end of a range.
    """

    fields: Mapping[str, Any] = field(default_factory=dict)
    shift: Shift | None = None
    step: int | None = None
    part: str = ""
    clock: tuple[int, int] | None = None
    zone: str = ""
    modifier: Modifier | None = None
    last: "Point | None" = None


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time.

    Attributes:
        parts: Counts with their units, the longest first; a count of None is not told.
        low, high: What it may mean, in minutes, before the modifier.
        grain: The step in which it was counted, in minutes: it may be rounded by as much.
        step: -1 for a stretch that ends now, 1 for one that begins now, 0 for one that is on; None for none of these.
        base: From when that is.
    """

    parts: tuple[tuple[float | None, Unit], ...]
    low: float
    high: float
    grain: float
    modifier: Modifier | None = None
    step: int | None = None
    base: Literal["now", "then"] = "now"

    @property
    def iso(self) -> str:
        """The value as TIMEX3 writes it."""
        days, hours = "", ""
        for count, unit in self.parts:
            letters, times = _HALVES[unit] if count == 0.5 and unit in _HALVES else _ISO[unit]
            number = "X" if count is None else f"{count * times:g}"
            if letters.startswith("T"):
                hours += number + letters[1:]
            else:
                days += number + letters
        return f"P{days}{'T' if hours else ''}{hours}"


@dataclass(frozen=True, slots=True)
class Recurring:
    """What recurs: every so long, or every such day."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference to past, present or future that says no more."""

    value: str


Meaning = Point | Length | Recurring | Vague
