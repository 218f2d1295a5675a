"""The day on which a holiday falls in a year.

In: a holiday as `memcon.core.calendar_names` has it. Out: its day in the Gregorian calendar, if that can be computed.
"""

from calendar import isleap
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from memcon.core.calendar_names import FirstWeekday, Fixed, FromEaster, Holiday, Moves


def holiday_date(holiday: Holiday, year: int, *, state: str | None = None) -> date | None:
    """The holiday's day in that year.

    Args:
        year: From 1583, when the Gregorian calendar was a year old, to 4099, as far as Easter's rule is kept.
        state: The state whose day is meant, by that state's name, if that is known.

    Returns:
        None for a day that moves by what is not computed or that only the state would tell, for a day that the year
        lacks, and for other years.
    """
    if not 1583 <= year <= 4099:
        return None
    match holiday.rule(state):
        case Fixed(month, day):
            return _date(year, month, day)
        case FirstWeekday(weekday, month, day):
            first = date(year, month, day)
            return first + timedelta((weekday - first.weekday()) % 7)
        case FromEaster(days, orthodox):
            sunday: date = easter(year, EASTER_ORTHODOX if orthodox else EASTER_WESTERN)
            return sunday + timedelta(days)
        case Moves():
            return None


def _date(year: int, month: int, day: int) -> date | None:
    """That day; None for the 29th of February of a common year, the only one of the vocabulary that may be missing."""
    return None if (month, day) == (2, 29) and not isleap(year) else date(year, month, day)
