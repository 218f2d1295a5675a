"""How long a length of time may be, and the stretch of the calendar it takes where it begins or ends with a date."""

from datetime import date

from memcon.annotate.times.calendar import Stretch, containing
from memcon.annotate.times.meaning import Length, Unit
from memcon.annotate.times.setting import Told
from memcon.core.dates import PartialDate
from memcon.core.times import Duration, Interval

_UNLIMITED = 10  # times as much stands for "at least", which has no limit
_YEARS = {"decade": 10, "century": 100}
_COUNTED = frozenset(
    {"day", "night", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"}
)


def duration(length: Length) -> Duration:
    """The least and the most it may mean: a number may be rounded by a quarter of its grain; modifiers loosen it."""
    low, high, grain = length.low, length.high, length.grain
    match length.modifier:
        case "approx":
            low, high = low - grain / 2, high + grain / 2
        case "less_than":
            low -= grain / 2
        case "more_than":
            high += grain
        case "equal_or_more":
            high *= _UNLIMITED
        case "equal_or_less":
            low = 0.0
        case _ if low == high:
            low, high = low - grain / 4, high + grain / 4
    return Duration(length.iso, max(low, 0.0), high)


def window(length: Length, told: Told) -> Interval | None:
    """The stretch that ends with a date, or begins with it; open where the number is not told.

    Returns:
        None for hours and less, and where the date is not known precisely enough.
    """
    count, unit = length.parts[0]
    if unit == "fortnight":
        count, unit = count and 2 * count, "week"
    if unit not in _COUNTED or len(length.parts) > 1 or not told.fits(unit):
        return None
    here = containing(unit, told.day(unit))
    edge = told.when.day
    if count is None or count != int(count):
        return Interval(None, edge) if length.step == -1 else Interval(edge, None)
    if here is None or length.step == 0:
        return here.interval() if here and count == 1 else None
    reach = _reaching(here, int(count), unit, edge, backwards=length.step == -1)
    if reach is None or length.modifier not in {"more_than", "equal_or_more"}:
        return reach
    return Interval(None, edge) if length.step == -1 else Interval(edge, None)  # "in more than three years"


def _reaching(here: Stretch, count: int, unit: Unit, edge: PartialDate, *, backwards: bool) -> Interval | None:
    """From so many units before a date to it, or from it to so many after."""
    if unit == "week":  # to the day: the stretch begins or ends on the date, not with its week
        here, count = Stretch("day", date.fromisoformat(edge.iso)), 7 * count
    elif unit in _YEARS:  # "the worst in a century" is not that of the calendar
        here, count = Stretch("year", date(int(edge.iso[:4]), 1, 1)), _YEARS[unit] * count
    far = here.moved(-count if backwards else count)
    if far is None:
        return None
    return Interval(far.interval().first, edge) if backwards else Interval(edge, far.interval().last)
