"""When an expression of time that was found is right: where it stands, what it means, of which type it is.

In come the expressions that annotators marked in a text and those that were found in it; out come counts of four kinds.
As in TempEval-3, `strict` wants both ends exact and `relaxed` any overlap, each expression used once; of the relaxed
pairs, `value` and `type` count those that agree. All that is found counts, so that a guess costs as much as a gap.

Annotators write a value as TIMEX3 does, or, in TEI, as a `Stretch` of the calendar, which is compared by its days.

Source:
    UzZaman et al. 2013, TempEval-3, where values are compared letter by letter. Here equal lengths are equal (P10Y and
    P1DE), and so are equal moments (seconds of 0, offsets of 0).
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from memcon.evaluate.metrics import HIT, MISS, SPURIOUS, WRONG, Counts

MEASURES = ("strict", "relaxed", "value", "type")

_MONTHS = {"CE": 1200, "DE": 120, "Y": 12, "M": 1}
_MINUTES = {"W": 10080, "D": 1440, "H": 60, "M": 1, "S": 1 / 60}
_UNIT = r"(\d+(?:\.\d+)?)(CE|DE|[YMWDHS])"
_LENGTH = re.compile(rf"P((?:{_UNIT})*)(?:T((?:{_UNIT})+))?")
_SEASONS = {"SP": ("03", "06"), "SU": ("06", "09"), "FA": ("09", "12"), "WI": ("12", "03")}  # between the solar dates
_SEASON = re.compile(r"(\d{4}|XXXX)-(SP|SU|FA|WI)")
_BEFORE_CHRIST = re.compile(r"BC(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar as TEI's attributes tell it.

    Attributes:
        first, last: ISO 8601 prefixes, with a minus before Christ, `--09` for a month of any year, empty if not told.
        within: Whether what is meant lies somewhere between them, rather than reaching from one to the other.
    """

    first: str
    last: str
    within: bool = False

    def __str__(self) -> str:
        """As EDTF (ISO 8601-2) writes it, but for months of any year."""
        if self.within:
            return f"[{self.first}..{self.last}]"
        return self.first if self.first == self.last else f"{self.first or '..'}/{self.last or '..'}"


@dataclass(frozen=True, slots=True)
class Expected:
    """An expression that annotators marked, half-open, in code points; `type` is empty where they told none."""

    start: int
    end: int
    value: str | Stretch
    type: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An expression that was found.

    Attributes:
        values: As TIMEX3 writes them; any of them may be right, though a decided method gives one.
        intervals: Likewise, first and last date as ISO 8601 prefixes, empty for an open end.
        moment: What a method gives that tells moments only, in ISO 8601; right if cut to the gold's precision it is.
        type: Empty for a method that tells none.
    """

    start: int
    end: int
    values: tuple[str, ...] = ()
    intervals: tuple[tuple[str, str], ...] = ()
    moment: str = ""
    type: str = ""


def counts(expected: Sequence[Expected], found: Sequence[Found]) -> dict[str, list[Counts]]:
    """What is right, wrong, missed and spurious in one text, by measure."""
    pairs = [(expected[number], found[other]) for number, other in paired(expected, found)]
    rest = [*[MISS] * (len(expected) - len(pairs)), *[SPURIOUS] * (len(found) - len(pairs))]
    judged = {
        "strict": [(gold.start, gold.end) == (one.start, one.end) for gold, one in pairs],
        "relaxed": [True for _ in pairs],
        "value": [right(gold.value, one) for gold, one in pairs],
        "type": [gold.type == one.type for gold, one in pairs],
    }
    return {measure: [*(HIT if good else WRONG for good in own), *rest] for measure, own in judged.items()}


def paired(expected: Sequence[Expected], found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Numbers of the expressions that overlap, each used once: those with the same ends first, then by overlap."""
    overlaps = [
        ((gold.start, gold.end) != (one.start, one.end), -shared, number, other)
        for number, gold in enumerate(expected)
        for other, one in enumerate(found)
        if (shared := min(gold.end, one.end) - max(gold.start, one.start)) > 0
    ]
    left, right_ = set(range(len(expected))), set(range(len(found)))
    for _, _, number, other in sorted(overlaps):
        if number in left and other in right_:
            left.remove(number)
            right_.remove(other)
            yield number, other


def right(value: str | Stretch, found: Found) -> bool:
    """Whether what was found means what the annotators say."""
    if isinstance(value, Stretch):
        return _on_calendar(value, found)
    if found.moment:
        return _cut(value, found.moment)
    return any(plain(value) == plain(one) for one in found.values)


def plain(value: str) -> str:
    """A TIMEX3 value in one of its spellings: capitals, no seconds or offset of 0, lengths in months and minutes."""
    value = re.sub(r"(T\d\d:\d\d):00(?!\d)", r"\1", value.strip().upper()).replace("+00:00", "Z")
    length = _LENGTH.fullmatch(value)
    if length is None or not any(length.groups()):
        return value
    days, clock = length.group(1), length.group(4) or ""
    parts = [(float(number), unit) for number, unit in re.findall(_UNIT, days)]
    months = sum(number * _MONTHS.get(unit, 0) for number, unit in parts)
    minutes = sum(number * _MINUTES[unit] for number, unit in parts if unit not in _MONTHS)
    minutes += sum(float(number) * _MINUTES.get(unit, 0) for number, unit in re.findall(_UNIT, clock))
    return f"P{round(months, 3):g}M{round(minutes, 3):g}"


def before_christ(value: str) -> int | None:
    """The year of a TIMEX3 value such as `BC0594`; None for any other."""
    told = _BEFORE_CHRIST.fullmatch(value.upper())
    return int(told[1]) if told else None


def _cut(value: str, moment: str) -> bool:
    """Whether a moment, cut to the precision of a value, is that value."""
    if re.fullmatch(r"\d{4}-W\d\d", value):
        year, week, _ = date.fromisoformat(moment[:10]).isocalendar()
        return value == f"{year:04}-W{week:02}"
    bare = plain(value).removesuffix("Z")
    return re.match(r"\d{4}", bare) is not None and moment.startswith(bare)


# -- stretches of the calendar ----------------------------------------------------------------------------------------


def _on_calendar(gold: Stretch, found: Found) -> bool:
    ends = [one for one in (gold.first, gold.last) if one]
    if any(one.startswith("--") for one in ends):
        return _any_year(gold, found)
    if any(one.startswith("-") for one in ends):
        return any(_year_before(gold, year) for one in found.values if (year := before_christ(one)) is not None)
    if found.moment:
        return _bound(gold.first, "0", last=False) <= found.moment[:10] <= _bound(gold.last, "9", last=True)
    if any(_is_season(gold, value) for value in found.values):
        return True
    compare = _lies_within if gold.within else _same_days
    return any(compare(gold, first, last) for first, last in found.intervals)


def _same_days(gold: Stretch, first: str, last: str) -> bool:
    """Whether both ends that are told fall on the same days."""
    begins = not gold.first or (first != "" and day(gold.first, last=False) == day(first, last=False))
    ends = not gold.last or (last != "" and day(gold.last, last=True) == day(last, last=True))
    return begins and ends


def _lies_within(gold: Stretch, first: str, last: str) -> bool:
    """Whether neither end goes beyond a bound by more than it is vague: 1900 touches the bound 1900-01-01."""
    begins = not gold.first or (first != "" and day(first, last=True) >= day(gold.first, last=False))
    ends = not gold.last or (last != "" and day(last, last=False) <= day(gold.last, last=True))
    return begins and ends


def _any_year(gold: Stretch, found: Found) -> bool:
    """Whether the months are right, whatever the year; seasons count as TEI writes them."""
    seasons = [_SEASONS[told[2]] for value in found.values if (told := _SEASON.fullmatch(value.upper()))]
    months = [(first[5:7], last[5:7]) for first, last in found.intervals]
    months += [(told[1], told[1]) for value in found.values if (told := re.match(r"XXXX-(\d\d)", value))]
    return (gold.first[2:4], gold.last[2:4]) in (*seasons, *months)


def _is_season(gold: Stretch, value: str) -> bool:
    told = _SEASON.fullmatch(value.upper())
    ends = tuple(f"{told[1]}-{month}" for month in _SEASONS[told[2]]) if told else ()
    return (gold.first, gold.last) == ends


def _year_before(gold: Stretch, year: int) -> bool:
    """Whether a year before Christ is an end that the gold tells, or keeps within the bound."""
    ends = [-int(one) for one in (gold.first, gold.last) if one]
    return year >= ends[-1] if gold.within else year in ends


def _bound(iso: str, otherwise: str, *, last: bool) -> str:
    return day(iso, last=last) if iso else otherwise


def day(iso: str, *, last: bool) -> str:
    """The first or the last day of a date that is known to the year, the month, the day or closer."""
    match len(iso):
        case 4:
            return f"{iso}-12-31" if last else f"{iso}-01-01"
        case 7:
            year, month = int(iso[:4]), int(iso[5:])
            return f"{iso}-{monthrange(year, month)[1]:02}" if last else f"{iso}-01"
    return iso[:10]
