"""The expressions of time in the documents: a table for each, in one line where there is room, else in two."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.record import Record
from memcon.core.times import Time
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.words import counted, day, short_ids
from memcon.present.timed import how

WIDE = 100  # columns; with fewer, five columns break their words


def times_view(times: Sequence[Time], *, record: Record, documents: Mapping[DocumentId, Document]) -> RenderableType:
    """For each document its expressions of time: words, type, value, what they mean, and how that was found."""
    if not times:
        return Text("No expression of time matches.")
    notes, ids = {note.id: note for note in record.documents}, short_ids(documents)
    solved = sum(not time.reason for time in times)
    parts: list[RenderableType] = [
        Text(f"{counted(len(times), 'expression')} of time; {solved:,} resolved or complete in themselves.")
    ]
    for document, group in groupby(times, key=lambda time: time.anchor.document):
        note = notes[document]
        heading = Text(one_line(note.title), style=style.TITLE)
        about = f"  {ids[document]} · {one_line(note.outlet or 'outlet unknown')} · {day(note.published)}"
        parts += ["", heading.append(about, style="not bold dim"), _Times(tuple(_rows(group, documents[document])))]
    return Group(*parts)


@dataclass(frozen=True, slots=True)
class _Row:
    words: str
    type: str
    value: str
    meaning: Text
    how: str


@dataclass(frozen=True, slots=True)
class _Times:
    rows: tuple[_Row, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        table = _table(self.rows) if options.max_width >= WIDE else _list(self.rows)
        yield Padding(table, (0, 0, 0, 2))


def _table(rows: Iterable[_Row]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, padding=(0, 1), pad_edge=False, header_style=style.TITLE)
    table.add_column("words", ratio=3)
    table.add_column("type", no_wrap=True, style=style.FAINT)
    table.add_column("value", ratio=2)
    table.add_column("means", ratio=3)
    table.add_column("how", ratio=2, style=style.FAINT)
    for row in rows:
        table.add_row(row.words, row.type, row.value, row.meaning, row.how)
    return table


def _list(rows: Iterable[_Row]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(ratio=2)
    table.add_column(width=8, style=style.FAINT)
    table.add_column(ratio=3)
    for row in rows:
        table.add_row(row.words, row.type, Text(row.value))
        table.add_row("", "", Text.assemble(row.meaning, (f" · {row.how}", style.FAINT)))
    return table


def _rows(times: Iterable[Time], document: Document) -> Iterator[_Row]:
    for time in times:
        value = f"{time.value} ({time.modifier.replace('_', ' ')})" if time.modifier else time.value
        yield _Row(
            one_line(document.passage(time.anchor)), time.type, one_line(value), _meaning(time), one_line(how(time))
        )


def _meaning(time: Time) -> Text:
    """The stretch of the calendar, the length, or why neither is known."""
    if time.reason:
        return Text(one_line(time.reason), style=style.WARNING)
    if time.interval:
        return Text(str(time.interval))
    if time.duration:
        low, high = time.duration.low, time.duration.high
        return Text(f"{low:,.0f} minutes" if round(low) == round(high) else f"{low:,.0f} to {high:,.0f} minutes")
    return Text("–")
