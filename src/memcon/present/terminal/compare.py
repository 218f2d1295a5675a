"""Accounts of one entry side by side, and two documents side by side, on the terminal.

A column for each account where there is room, else one account below the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.core.act import PARTIES
from memcon.core.anchor import Anchor
from memcon.core.document import Document
from memcon.core.entry import Entry
from memcon.core.ids import DocumentId
from memcon.core.record import Record
from memcon.present.statuses import standing
from memcon.present.terminal import style
from memcon.present.terminal.disagreements import readings_table, verdict_text
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.standings import standing_text
from memcon.present.terminal.words import counted, family_names, report_words, short_ids, shortened
from memcon.record import Accounts, Both, Cell, Readouts, Row, aspect, title

SILENT = "–"
_CALLED = frozenset({"type", "status", "issue", "level", "polarity", "speaker", "addressee"})
"""Slots whose values are the record's names, not a report's words."""
_COLUMN = 22  # columns that an account needs at least, some four words a line
_LABEL = 14  # columns of what an aspect is called
_PASSAGE = 240  # code points of a passage; the whole of it stands where its report is shown


def compare_view(
    compared: Accounts | Readouts, *, record: Record, documents: Mapping[DocumentId, Document]
) -> RenderableType:
    """Whatever was compared."""
    if isinstance(compared, Accounts):
        return _accounts_view(compared, record, documents)
    return _readouts_view(compared, record, documents)


def _accounts_view(compared: Accounts, record: Record, documents: Mapping[DocumentId, Document]) -> RenderableType:
    entry, names = compared.entry, family_names(record.families, record.documents)
    heads = [names.get(one.family) or one_line(one.origin or "origin not stated") for one in compared.witnesses]
    parts: list[RenderableType] = [_heading(entry, _ids(record))]
    if len(heads) == 1:
        parts.append(Text("Only one account tells it, so there is nothing to compare it with.", style=style.FAINT))
    parts += ["", _Table(tuple(heads), tuple((row.slot, _cells(row, documents)) for row in compared.rows))]
    for one in compared.discrepancies:
        name = aspect(one.slot)
        parts += [
            "",
            Text(f"{name[:1].upper()}{name[1:]}", style=style.SECTION),
            Padding(readings_table(one, names), (0, 0, 0, 2)),
        ]
        parts.append(Padding(verdict_text(one), (0, 0, 0, 2)))
    return Group(*parts)


def _ids(record: Record) -> Mapping[str, str]:
    return short_ids(one.id for one in record.entries)


def _heading(entry: Entry, ids: Mapping[str, str]) -> Text:
    heading = Text(one_line(title(entry)), style=style.TITLE)
    if entry.status:
        heading.append("  ").append_text(standing_text(standing(entry.status)))
    return heading.append(f"  {ids[entry.id]}", style=style.FAINT)


@dataclass(frozen=True, slots=True)
class _Table:
    """A row for each aspect, a column for each account."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Text, ...]], ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        wide = options.max_width >= _LABEL + _COLUMN * len(self.heads)
        yield self._columns() if wide else self._list()

    def _columns(self) -> Table:
        table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False, header_style=style.TITLE)
        table.add_column("", width=_LABEL)
        for head in self.heads:
            table.add_column(Text(head), ratio=1)
        for slot, cells in self.rows:
            table.add_row(Text(aspect(slot), style=style.FAINT), *cells)
        return table

    def _list(self) -> Table:
        table = Table.grid()
        table.add_column(ratio=1)
        for slot, cells in self.rows:
            table.add_row(Text(aspect(slot), style=style.SECTION))
            for head, cell in zip(self.heads, cells, strict=True):
                told = Text.assemble((f"{head}: ", style.FAINT)).append_text(cell)
                table.add_row(Padding(told, (0, 0, 0, 2)))
        return table


def _cells(row: Row, documents: Mapping[DocumentId, Document]) -> tuple[Text, ...]:
    """What each account says in its own words, except where a word stands for what the record calls it."""
    return tuple(_words(cell, documents, called=row.slot in PARTIES or row.slot in _CALLED) for cell in row.cells)


def _words(cell: Cell, documents: Mapping[DocumentId, Document], *, called: bool) -> Text:
    if not cell.claims:
        return Text(SILENT, style=style.FAINT)
    said = (
        claim.value if called else documents[anchors[0].document].passage(anchors[0])
        for claim, anchors in zip(cell.claims, cell.anchors, strict=True)
    )
    return Text(shortened("; ".join(map(one_line, said)), length=_PASSAGE), style=style.QUOTED)


def _readouts_view(compared: Readouts, record: Record, documents: Mapping[DocumentId, Document]) -> RenderableType:
    left, right = (report_words(documents[one]) for one in (compared.left, compared.right))
    ids = _ids(record)
    both, first, second = map(len, (compared.both, compared.only_left, compared.only_right))
    numbers = f"{counted(both, 'act')} in both, {first:,} only in the first, {second:,} only in the second."
    parts: list[RenderableType] = [Text(f"{left}  and  {right}", style=style.TITLE), Text(numbers)]
    if compared.unidentified:
        nameless = f"{compared.unidentified:,} more cannot be told from others, and so are not compared."
        parts.append(Text(nameless, style=style.FAINT))
    if compared.both:
        parts += ["", Text("Told by both", style=style.SECTION)]
        for one in compared.both:
            parts += _both(one, (left, right), ids, documents)
    for head, document, entries in (
        (left, compared.left, compared.only_left),
        (right, compared.right, compared.only_right),
    ):
        if entries:
            parts += ["", Text(f"Only in {head}", style=style.SECTION)]
            parts += [part for entry in entries for part in _only(entry, document, ids, documents)]
    return Group(*parts)


def _both(
    one: Both, heads: Sequence[str], ids: Mapping[str, str], documents: Mapping[DocumentId, Document]
) -> Iterator[RenderableType]:
    yield Padding(_heading(one.entry, ids), (1, 0, 0, 2))
    for head, anchors in zip(heads, (one.left, one.right), strict=True):
        yield Padding(_passages(anchors, documents, head), (0, 0, 0, 4))
    for difference in one.discrepancies:
        text = Text.assemble(f"{aspect(difference.slot)}: ").append_text(verdict_text(difference))
        yield Padding(text, (0, 0, 0, 4))


def _only(
    entry: Entry, document: DocumentId, ids: Mapping[str, str], documents: Mapping[DocumentId, Document]
) -> Iterator[RenderableType]:
    yield Padding(_heading(entry, ids), (1, 0, 0, 2))
    anchors = tuple(anchor for anchor in entry.evidence if anchor.document == document)
    yield Padding(_passages(anchors, documents), (0, 0, 0, 4))


def _passages(anchors: Sequence[Anchor], documents: Mapping[DocumentId, Document], head: str = "") -> Text:
    words = " … ".join(one_line(documents[one.document].passage(one)) for one in anchors)
    return Text.assemble((f"{head}: " if head else "", style.FAINT), (shortened(words, length=_PASSAGE), style.QUOTED))
