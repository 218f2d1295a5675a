"""The timeline on the terminal: month by month a line for each moment, and where the reports end.

A status is a word beside its mark, so that nothing is said by the mark or its colour alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from memcon.core.dates import PartialDate
from memcon.core.record import Moment, Record, Support
from memcon.present.lookup import reports_end
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.words import counted, did_you_mean

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
MARKS = {"held": "● held", "planned": "○ planned", "tentative": "◌ possible"}
SAID = "“ said"
_UNDATED = (
    " No report says when it was published, so “on Tuesday” can be no day; add the reports to a new record with "
    "`--published DATE`."
)
_COLOURS = {"planned": style.CUE, "tentative": style.WARNING}


def timeline_view(moments: Sequence[Moment], *, record: Record, near: Sequence[str] = ()) -> RenderableType:
    """When, whether it happened, what, by how many of all families, and who took part.

    Args:
        moments: In the order of time.
        near: Names like the one that was asked for and that nobody has.
    """
    last, families = reports_end(record.documents), len(record.families)
    if not moments:
        return Text(f"Nothing dated matches.{did_you_mean(near) if last or near else _UNDATED}")
    later = (place for place, one in enumerate(moments) if last is not None and not one.date.not_after(last.day))
    ahead = next(later, len(moments))
    parts: list[RenderableType] = [Text(_summary(moments)), *_months(moments[:ahead], families)]
    if last is not None:
        parts += [
            "",
            Rule(Text(f"The reports end here: {last.day}", style=style.WARNING), align="left", style=style.FAINT),
        ]
    return Group(*parts, *_months(moments[ahead:], families))


def _summary(moments: Sequence[Moment]) -> str:
    counts = [(sum(_mark(moment) == mark for moment in moments), mark[2:]) for mark in (*MARKS.values(), SAID)]
    kinds = ", ".join(f"{count:,} {word}" for count, word in counts if count)
    return f"{counted(len(moments), 'moment')}: {kinds}. Beside each stands how many of all families tell it."


def _months(moments: Iterable[Moment], families: int) -> Iterator[RenderableType]:
    for month, group in groupby(moments, key=lambda moment: moment.date.iso[:7]):
        yield from ("", Text(_month(month), style=style.SECTION), _table(group, families))


def _month(written: str) -> str:
    """`May 2031`, or `2031`."""
    year, _, month = written.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def _table(moments: Iterable[Moment], families: int) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=15, no_wrap=True)
    table.add_column(width=10, no_wrap=True)
    table.add_column(width=len(f"{families}–{families} of {families}"), no_wrap=True)
    table.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    for moment in moments:
        what = Text(one_line(moment.title))
        if moment.parties:
            what.append(f"  {', '.join(map(one_line, moment.parties))}", style=style.FAINT)
        mark = Text(_mark(moment), style=_COLOURS.get(moment.status or "", ""))
        table.add_row(_when(moment), mark, _support(moment.support, families), what)
    return Padding(table, (0, 0, 0, 2))


def _mark(moment: Moment) -> str:
    return MARKS.get(moment.status or "", SAID)


def _support(support: Support, families: int) -> Text:
    """`2 of 5`, `1–2 of 5`: how many independent families tell it, of all there are."""
    told = str(support.most) if support.least == support.most else f"{support.least}–{support.most}"
    return Text(f"{told} of {families}", style=style.GOOD if support.least > 1 else style.WARNING)


def _when(moment: Moment) -> str:
    """What the heading leaves open: `Tue 4`, `Tue 4 16:30`, `Tue 4 – Thu 6`, `28 – 2031-06-03`, `that month`."""
    first, end = moment.date, moment.end
    if end is None or end.day == first.day:
        return _day(first)
    if first.precision in {"year", "month"}:
        return f"to {end.day}"
    if end.iso[:7] == first.iso[:7]:
        return f"{_day(first.day)} – {_day(end.day)}"
    return f"{int(first.iso[8:10])} – {end.day}"


def _day(written: PartialDate) -> str:
    match written.precision:
        case "year":
            return "that year"
        case "month":
            return "that month"
    day = date.fromisoformat(written.iso[:10])
    return f"{DAYS[day.weekday()]} {day.day} {written.iso[11:16]}".rstrip()
