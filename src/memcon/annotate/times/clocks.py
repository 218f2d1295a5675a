"""A time of day with its offset from UTC, by the zone in which its clock stands.

In: a date to the minute and a zone, as `memcon.core.timezones` names it. Out: the same date with the offset that was in
force there on that day. Only the tzdata package is read, never the machine's own zones, whose age differs from machine
to machine.
"""

from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from memcon.core.dates import PartialDate
from memcon.core.timezones import TimeZone

_MINUTE = timedelta(minutes=1)


def localised(date: PartialDate, zone: TimeZone) -> PartialDate:
    """The date with the zone's offset on that day.

    A time that the clocks show twice, when summer time ends, is the first of the two; one that they skip, when it
    begins, is told by the offset before the change. That is `fold=0` of PEP 495.

    Returns:
        The date unchanged if it is not known to the minute or has an offset already, and if the zone's offset is not
        in whole minutes, as before standard time, since a date cannot tell that.

    Raises:
        FileNotFoundError: The zone is no key of the database.
    """
    if date.precision != "minute" or len(date.iso) > len("2031-05-04T16:34"):
        return date
    if zone.startswith(("+", "-")):
        return PartialDate(f"{date.iso}{zone}")
    offset = datetime.fromisoformat(date.iso).replace(tzinfo=_zone(zone)).utcoffset()
    if offset is None or offset % _MINUTE:
        return date
    hours, minutes = divmod(abs(offset) // _MINUTE, 60)
    return PartialDate(f"{date.iso}{'-' if offset < timedelta() else '+'}{hours:02}:{minutes:02}")


@cache
def _zone(key: str) -> ZoneInfo:
    with files("tzdata").joinpath("zoneinfo", *key.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key)
