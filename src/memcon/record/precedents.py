"""Since when there was no engagement of its kind, as reports of different days can be compared.

In: an expression of time beside "first", and when its report was published. Out: `since YEAR`.
"""

import re

from memcon.core.dates import PartialDate
from memcon.core.times import Time

_LENGTH = re.compile(r"P(\d+(?:\.\d+)?)(M|Y|DE|CE)", re.ASCII)
_MONTHS = {"M": 1, "Y": 12, "DE": 120, "CE": 1200}


def since(time: Time, published: PartialDate | None) -> str:
    """`since 2024` for "seven years" told in 2031 and for "2024"; what cannot be counted back is as TIMEX3 writes it.

    A length is counted back from the month of publication, and from the year where no more is known. "Nearly" and
    "more than" change nothing: the year is as near as such words come.
    """
    if time.duration is None:
        ends = {date.iso[:4] for date in (time.interval.first, time.interval.last) if date} if time.interval else set()
        return f"since {ends.pop()}" if len(ends) == 1 else f"since {time.value}"
    length = _LENGTH.fullmatch(time.duration.iso)
    if length is None or published is None:
        return time.duration.iso
    year, month = int(published.iso[:4]), int(published.iso[5:7] or 12)
    back = round(float(length[1]) * _MONTHS[length[2]])
    return f"since {(year * 12 + month - 1 - back) // 12}"
