"""Dates that are no more precise than what was written.

A `PartialDate` is a prefix of an ISO 8601 timestamp: a year, a month, a day, a minute, the last with its offset
from UTC where one was given. The idea is followthemoney's (`types/date.py`): keep the prefix, never pad it.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Literal

from memcon.errors import InvalidDateError

Precision = Literal["year", "month", "day", "minute"]
Relation = Literal["equal", "compatible", "before", "after"]
"""How two dates or intervals stand to one another. Compatible ones may mean the same moment, since one contains the
other or they overlap; those before or after one another cannot, so that two accounts of one thing conflict in them."""

_DATES = 1 << 16  # different ones that are kept as read: a record of thousands of reports tells a few dates very often
_ISO = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the month, the day or the minute.

    Attributes:
        iso: The prefix itself, such as `2031-05` or `2031-05-04T16:34+02:00`; seconds are dropped.

    Raises:
        InvalidDateError: The value is not such a prefix, or names a day or time that does not exist.
    """

    iso: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "iso", _normalised(self.iso))

    def __str__(self) -> str:
        return self.iso

    @property
    def precision(self) -> Precision:
        """How far the date is known."""
        return _precision(self.iso)

    @property
    def day(self) -> "PartialDate":
        """The same date without its time of day; unchanged if it has none."""
        return PartialDate(self.iso[:10])

    def bounds(self) -> tuple[datetime, datetime]:
        """First and one past the last moment it may mean, in UTC, half-open.

        A date without an offset may be anywhere's date, so its bounds reach from UTC+14:00 to UTC-12:00.
        """
        return _bounds(self.iso)

    def compatible(self, other: "PartialDate") -> bool:
        """Whether both can be true of one moment: `2031-05` and `2031-05-04` can, `-03` and `-04` cannot.

        As soon as one of them has an offset they are compared as moments, else as written.
        """
        if _parts(self.iso)[-1] or _parts(other.iso)[-1]:
            (low, high), (other_low, other_high) = self.bounds(), other.bounds()
            return low < other_high and other_low < high
        shorter, longer = sorted((self.iso, other.iso), key=len)
        return longer.startswith(shorter)

    def relation(self, other: "PartialDate") -> Relation:
        """How it stands to `other`; dates are before or after one another only if they cannot be the same moment."""
        if self.iso == other.iso:
            return "equal"
        if self.compatible(other):
            (low, high), (other_low, other_high) = self.bounds(), other.bounds()
            return "equal" if (low, high) == (other_low, other_high) else "compatible"
        return "before" if self.bounds() < other.bounds() else "after"

    def not_after(self, other: "PartialDate") -> bool:
        """Whether it lies no later than `other`, as far as both are known: `2031-05-04` is not after `2031-05`."""
        if _parts(self.iso)[-1] and _parts(other.iso)[-1]:
            return self.bounds()[0] <= other.bounds()[0]
        length = min(len(self.iso), len(other.iso), len("2031-05-04T16:30"))
        return self.iso[:length] <= other.iso[:length]


@lru_cache(_DATES)
def _bounds(iso: str) -> tuple[datetime, datetime]:
    year, month, day, hour, minute, offset = _parts(iso)
    low = datetime(int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), tzinfo=UTC)
    match _precision(iso):
        case "year":
            length = timedelta(days=sum(monthrange(low.year, number)[1] for number in range(1, 13)))
        case "month":
            length = timedelta(days=monthrange(low.year, low.month)[1])
        case "day":
            length = timedelta(days=1)
        case "minute":
            length = timedelta(minutes=1)
    shift = _zone(offset).utcoffset(None) if offset else None
    ahead, behind = (shift, -shift) if shift is not None else (timedelta(hours=14), timedelta(hours=12))
    return _moved(low, -ahead), _moved(_moved(low, length), behind)


def _precision(iso: str) -> Precision:
    match len(iso):
        case 4:
            return "year"
        case 7:
            return "month"
        case 10:
            return "day"
    return "minute"


def _moved(moment: datetime, by: timedelta) -> datetime:
    """The moment so much later or earlier; the ends of the calendar are as far as it goes."""
    try:
        return moment + by
    except OverflowError:
        year, month, day = (9999, 12, 31) if by > timedelta() else (1, 1, 1)
        return datetime(year, month, day, tzinfo=UTC)


@lru_cache(_DATES)
def _parts(iso: str) -> tuple[str, ...]:
    match = _ISO.fullmatch(iso.strip())
    if match is None:
        raise InvalidDateError(iso)
    return match.groups(default="")


@lru_cache(_DATES)
def _normalised(written: str) -> str:
    year, month, day, hour, minute, offset = _parts(written)
    try:
        date(int(year), int(month or 1), int(day or 1))
        datetime(2000, 1, 1, int(hour or 0), int(minute or 0), tzinfo=_zone(offset))
    except ValueError as error:
        raise InvalidDateError(written) from error
    iso = "-".join(part for part in (year, month, day) if part)
    if not hour:
        return iso
    if offset == "Z":
        return f"{iso}T{hour}:{minute}+00:00"
    return f"{iso}T{hour}:{minute}{offset[:3]}:{offset[-2:]}" if offset else f"{iso}T{hour}:{minute}"


def _zone(offset: str) -> timezone:
    if offset in {"", "Z"}:
        return UTC
    ahead = timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
    return timezone(-ahead if offset[0] == "-" else ahead)
