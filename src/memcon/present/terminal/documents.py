"""The documents: a table with a line for each where the terminal is wide enough, else two lines for each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from memcon.core.annotation import Annotations
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.record import Record
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.words import counted, day, memberships, short_ids

WIDE = 116  # columns; with fewer, titles in a table of seven columns break after every word


def documents_view(
    record: Record, *, documents: Mapping[DocumentId, Document], annotations: Mapping[DocumentId, Annotations]
) -> RenderableType:
    """Id, date, outlet, title, family, words of body text, and whom it credits."""
    if not record.documents:
        return Text("There is no report in this record yet. Add some: memcon add FILES…")
    return _Documents(tuple(_rows(record, documents, annotations)))


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    published: Text
    outlet: Text
    title: str
    family: str
    words: int
    credits: str


@dataclass(frozen=True, slots=True)
class _Documents:
    rows: tuple[_Row, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield _table(self.rows) if options.max_width >= WIDE else _list(self.rows)


def _table(rows: tuple[_Row, ...]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, padding=(0, 1), pad_edge=False, header_style=style.TITLE)
    table.add_column("id", no_wrap=True, style=style.FAINT)
    table.add_column("published", no_wrap=True)
    table.add_column("outlet", max_width=24)
    table.add_column("title", ratio=1)
    table.add_column("family", max_width=24)
    table.add_column("words", no_wrap=True, justify="right")
    table.add_column("credits", max_width=24)
    for row in rows:
        table.add_row(row.id, row.published, row.outlet, row.title, row.family, f"{row.words:,}", row.credits or "–")
    return table


def _list(rows: tuple[_Row, ...]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style=style.FAINT)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for row in rows:
        about = [row.family, counted(row.words, "word")]
        about += [f"credits: {row.credits}"] if row.credits else []
        table.add_row(row.id, row.published, Text.assemble(row.outlet, ": ", row.title))
        table.add_row("", "", Text(" · ".join(about), style=style.FAINT))
    return table


def _rows(
    record: Record, documents: Mapping[DocumentId, Document], annotations: Mapping[DocumentId, Annotations]
) -> Iterator[_Row]:
    names, ids = memberships(record.families, record.documents), short_ids(note.id for note in record.documents)
    for note in record.documents:
        yield _Row(
            id=ids[note.id],
            published=Text(day(note.published), style="" if note.published else style.WARNING),
            outlet=Text(one_line(note.outlet or "outlet unknown"), style="" if note.outlet else style.WARNING),
            title=one_line(note.title),
            family=names[note.family],
            words=_words(documents[note.id]),
            credits=_credits(annotations[note.id]),
        )


def _words(document: Document) -> int:
    return sum(len(document.text[zone.start : zone.end].split()) for zone in document.zones if zone.kind == "body")


def _credits(annotations: Annotations) -> str:
    return ", ".join(dict.fromkeys(one_line(credit.origin) for credit in annotations.credits))
