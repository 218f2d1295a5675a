"""What is known around an expression of time: when it was written or said, what was told before it, and the tense."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from memcon.annotate.times.calendar import NEEDS
from memcon.annotate.times.meaning import Unit
from memcon.core.anchor import Anchor
from memcon.core.dates import PartialDate
from memcon.core.times import Clock
from memcon.core.timezones import TimeZone

_PRECISIONS = ("year", "month", "day", "minute")
_LONG = frozenset(NEEDS) - {"second", "minute", "hour", "night", "day"}


class Unresolved(Exception):  # noqa: N818 - a result, not an error: it ends as the reason of a `Time`
    """What an expression means cannot be told here; its message is the reason."""


@dataclass(frozen=True, slots=True)
class Told:
    """A date that was told, from which others are counted.

    Attributes:
        when: As precise as it is known.
        anchor: Where; None for metadata.
        absolute: Whether its year was told with it.
        week: Whether it is a week or a weekend, of which the day is not known.
    """

    when: PartialDate
    clock: Clock
    anchor: Anchor | None = None
    absolute: bool = False
    week: bool = False

    @property
    def year(self) -> int:
        """Its year, which is always known."""
        return int(self.when.iso[:4])

    def fits(self, unit: Unit) -> bool:
        """Whether it is known precisely enough to count such units from it."""
        if self.week and unit not in _LONG:
            return False
        return _PRECISIONS.index(self.when.precision) >= _PRECISIONS.index(NEEDS[unit])

    def day(self, unit: Unit) -> date:
        """A day from which such units can be counted.

        Raises:
            Unresolved: It is not known precisely enough.
        """
        if not self.fits(unit):
            known = "week" if self.week else self.when.precision
            message = f"The date it counts from is known to the {known} only."
            raise Unresolved(message)
        return date.fromisoformat(f"{self.when.iso[:10]}-01-01"[:10])


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known around an expression.

    Attributes:
        now: When it was written or said.
        then: What was told just before it.
        narrative: What was told before with its year, if it is of another time than the report.
        tense: -1 past, 1 future, 0 unknown or present.
        zone: The time zone that words name at this place; None if they name none.
        firm: Whether the tense is that of the verb on which the expression itself hangs.
    """

    now: Told | None = None
    then: Told | None = None
    narrative: Told | None = None
    tense: int = 0
    zone: Callable[[str], TimeZone | None] = lambda _: None
    firm: bool = False

    def base(self, base: str) -> Told:
        """What is counted from: `now` or `then`.

        Raises:
            Unresolved: There is nothing to count from.
        """
        told = self.now if base == "now" else self.then
        if told is None:
            reason = "Nothing says when the report was written." if base == "now" else "No date is told before it."
            raise Unresolved(reason)
        return told
