"""What expressions of time mean: stretches of the calendar, and lengths of time.

Two accounts are compared by what they mean. An `Interval` is a stretch of the calendar, as precise as it was told; a
`Duration` is a length of time, as loose as it was told, so that "nearly two hours" and 95 minutes agree.
"""

from dataclasses import dataclass
from typing import Literal

from memcon.core.anchor import Anchor
from memcon.core.dates import PartialDate, Relation

TimeType = Literal["date", "time", "duration", "set"]
"""TIMEX3's: a day or longer, a part of a day, a length, and what recurs."""
Modifier = Literal[
    "before", "after", "on_or_before", "on_or_after", "less_than", "more_than", "equal_or_less", "equal_or_more",
    "start", "mid", "end", "approx",
]  # fmt: skip
"""TIMEX3's `mod`."""
Clock = Literal["", "published", "said", "stated"]
"""Against which date an expression was resolved: none, since it needs none or there was none; when the report was
published; when the words it stands in were said; or a date that the text itself states."""

HOUR, DAY, WEEK, MONTH, YEAR = 60.0, 1440.0, 10080.0, 43830.0, 525960.0  # minutes; the last two are means


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of the calendar.

    Attributes:
        first: The date it begins with.
        last: The date it ends with, itself included; None for an end that is open, as in "since 2031".

    Raises:
        ValueError: Both ends are missing.
    """

    first: PartialDate | None
    last: PartialDate | None

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            message = "An interval needs a first or a last date."
            raise ValueError(message)

    def __str__(self) -> str:
        first, last = (date.iso if date else ".." for date in (self.first, self.last))
        return first if first == last else f"{first}/{last}"

    @classmethod
    def of(cls, date: PartialDate) -> "Interval":
        """The day, month, year or minute itself."""
        return cls(date, date)

    @property
    def single(self) -> PartialDate | None:
        """The one date that it is; None where it reaches from one to another."""
        return self.first if self.first == self.last else None

    def relation(self, other: "Interval") -> Relation:
        """How it stands to `other`; compatible as soon as they share a moment."""
        if self == other:
            return "equal"
        if self.single and other.single:
            return self.single.relation(other.single)
        if _ends_before(self, other):
            return "before"
        return "after" if _ends_before(other, self) else "compatible"

    def duration(self) -> "Duration | None":
        """How long it takes by the ends it states; None where one is open, or known to the month only.

        From one minute to another that is the difference; days count whole, so two of them may be little more than one.
        """
        if self.first is None or self.last is None:
            return None
        precisions = {self.first.precision, self.last.precision}
        if precisions == {"minute"}:
            (begins, _), (ends, _) = self.first.bounds(), self.last.bounds()
            minutes = (ends - begins).total_seconds() / 60
            return Duration(f"PT{round(minutes)}M", minutes, minutes) if minutes >= 0 else None
        if precisions != {"day"}:
            return None
        (begins, _), (ends, _) = self.first.bounds(), self.last.bounds()
        days = round((ends - begins).total_seconds() / 86400) + 1
        return Duration(f"P{days}D", max(days - 2, 0) * DAY, days * DAY) if days > 0 else None


def _ends_before(one: Interval, other: Interval) -> bool:
    return one.last is not None and other.first is not None and one.last.relation(other.first) == "before"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time.

    Attributes:
        iso: As told, in ISO 8601, with X for a number that is not told: `PT35M`, `P2D`, `P2.5Y`, `PXW`.
        low, high: The least and the most it may mean, in minutes.

    Raises:
        ValueError: `low` is negative or above `high`.
    """

    iso: str
    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            message = f"A duration needs 0 <= low <= high, not {self.low} and {self.high}."
            raise ValueError(message)

    def relation(self, other: "Duration") -> Literal["equal", "compatible", "shorter", "longer"]:
        """How it stands to `other`: compatible if both may mean the same length."""
        if (self.low, self.high) == (other.low, other.high):
            return "equal"
        if self.high < other.low:
            return "shorter"
        return "longer" if other.high < self.low else "compatible"


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time in a text, and what it means there.

    Attributes:
        anchor: Its words, as TimeML draws their limits: with article and modifier, without preposition.
        type: What sort of time it tells.
        value: As TIMEX3 writes it: `2031-05-04`, `2031-W19`, `2031-05-04TNI`, `PT35M`, `PAST_REF`, `XXXX-WXX-2`.
        rule: The rule of `core/terms/times.toml` that read it.
        modifier: What the value leaves out, as in "about", "more than", "the beginning of".
        interval: The stretch of the calendar it means; None where that cannot be told.
        duration: How long, for a duration.
        clock: What it was resolved against.
        against: The passage that states that date, for the clocks `said` and `stated`.
        reason: Why it could not be resolved; empty if it was, or if there is nothing to resolve.
    """

    anchor: Anchor
    type: TimeType
    value: str
    rule: str
    modifier: Modifier | None = None
    interval: Interval | None = None
    duration: Duration | None = None
    clock: Clock = ""
    against: Anchor | None = None
    reason: str = ""
