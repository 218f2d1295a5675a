"""The timeline on the terminal: month by month a line for each moment, and where the reports end.

A status is a word beside its mark, so that nothing is said by the mark or its colour alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from memcon.core.act import KINDS
from memcon.core.brief import Moment
from memcon.core.record import Record
from memcon.present.lookup import reports_end
from memcon.present.statuses import Standing, standing
from memcon.present.terminal import style
from memcon.present.terminal.calendar import month_of, within
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.standings import counts, standing_text, support_text
from memcon.present.terminal.words import counted, did_you_mean

SAID = Standing("“", "said", "so")
_UNDATED = (
    " No report says when it was published, so “on Tuesday” can be no day; add the reports to a new record with "
    "`--published DATE`."
)


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
    column = max(len(str(_standing(moment))) for moment in moments)
    parts: list[RenderableType] = [Text(_summary(moments)), *_months(moments[:ahead], families, column)]
    if last is not None:
        parts += [
            "",
            Rule(Text(f"The reports end here: {last.day}", style=style.WARNING), align="left", style=style.FAINT),
        ]
    return Group(*parts, *_months(moments[ahead:], families, column))


def _summary(moments: Sequence[Moment]) -> str:
    """How many there are: what happens by its status, what is told of other kinds by its kind, and what was said."""
    happening = counts(_standing(one) for one in moments if one.kind in {"occurrence", "engagement"})
    numbers = Counter(one.kind for one in moments)
    others = (counted(numbers[kind], kind) for kind in KINDS if kind != "engagement" and numbers[kind])
    said = f"{numbers['statement']:,} {SAID.word}" if numbers["statement"] else ""
    kinds = ", ".join(filter(None, (happening, *others, said)))
    return f"{counted(len(moments), 'moment')}: {kinds}. Beside each stands how many of all families tell it."


def _months(moments: Iterable[Moment], families: int, column: int) -> Iterator[RenderableType]:
    for month, group in groupby(moments, key=lambda moment: month_of(moment.date)):
        yield from ("", Text(month, style=style.SECTION), _table(group, families, column))


def _table(moments: Iterable[Moment], families: int, column: int) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=15, no_wrap=True)
    table.add_column(width=column, no_wrap=True)
    table.add_column(width=len(f"{families}–{families} of {families}"), no_wrap=True)
    table.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    for moment in moments:
        what = Text(one_line(moment.title))
        if moment.parties:
            what.append(f"  {', '.join(map(one_line, moment.parties))}", style=style.FAINT)
        mark = standing_text(_standing(moment))
        table.add_row(within(moment.date, moment.end), mark, support_text(moment.support, families), what)
    return Padding(table, (0, 0, 0, 2))


def _standing(moment: Moment) -> Standing:
    return standing(moment.status) if moment.status else SAID
