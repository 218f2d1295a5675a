"""Dates as people and formats write them -> ISO prefixes, never finer than what is written.

Understood: ISO 8601 and its prefixes, RFC 2822 (feeds, mail), and English day-month-year and month-day-year with an
optional time of day. Other all-digit dates are refused: 04/05/2031 is a different day on either side of an ocean.
"""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from memcon.core.dates import PartialDate
from memcon.errors import InvalidDateError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<{0}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_TIME = (
    r"(?:(?:\s*,\s*|\s+|(?<=T))(?:at\s+|[-–|·]\s*)?(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s*\(?(?P<zone>utc|gmt|z)?(?P<offset>[+-]\d{1,2}(?::?\d{2})?)?\b\)?)?)?"
)
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)
_WRITTEN = re.compile(
    rf"(?<!\w)(?:(?:{_DAY.format('day')}\s+{_MONTH.format('month')}|{_MONTH.format('month2')}\s+{_DAY.format('day2')})"
    rf",?\s+(?P<year>\d{{4}})|(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?=[\sT,;.)]|$))(?:T(?=\d))?{_TIME}(?!\w)",
    re.IGNORECASE | re.ASCII,
)


def stated_date(value: str) -> PartialDate:
    """The date a metadata field states.

    Raises:
        InvalidDateError: It is none, or a day that does not exist.
    """
    value = value.strip()
    try:
        return _usable(PartialDate(value))
    except InvalidDateError:
        pass
    if (match := _WRITTEN.fullmatch(_WEEKDAY.sub("", value))) and (date := _of(match)):
        return date
    try:
        return _usable(PartialDate(parsedate_to_datetime(value).isoformat()))
    except (ValueError, IndexError, TypeError, OverflowError) as error:
        raise InvalidDateError(value) from error


def written_dates(text: str, start: int, end: int) -> Iterator[tuple[PartialDate, int, int]]:
    """Every full date written in a stretch of text, with its range; dates without a year are none."""
    for match in _WRITTEN.finditer(text, start, end):
        if date := _of(match):
            yield date, match.start(), match.end()


def _of(match: re.Match[str]) -> PartialDate | None:
    part = match.groupdict()
    month, number = part["month"] or part["month2"], part["day"] or part["day2"]
    day = part["iso"] or f"{part['year']}-{_month(month):02}-{int(number):02}"
    try:
        return _usable(PartialDate(day + _time(part)))
    except InvalidDateError:  # 31 June
        return None


def _time(part: dict[str, str | None]) -> str:
    if not part["hour"]:
        return ""
    hour = int(part["hour"])
    if part["half"]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if part["half"].lower() == "p" else 0)
    return f"T{hour:02}:{part['minute']}{_offset(part)}"


def _offset(part: dict[str, str | None]) -> str:
    if not part["offset"]:
        return "+00:00" if part["zone"] else ""
    digits = part["offset"][1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{part['offset'][0]}{int(hours):02}:{minutes}"


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _usable(date: PartialDate) -> PartialDate:
    try:
        date.bounds()
    except (OverflowError, ValueError) as error:  # the year 9999 has no end within the calendar
        raise InvalidDateError(date.iso) from error
    return date
