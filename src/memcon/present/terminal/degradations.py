"""How damaged the reports are, the worst first: a table where the terminal is wide enough, else lines for each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.core.annotation import Damage, DamageKind
from memcon.core.degradation import Degradation
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.record import DocumentNote, Record
from memcon.present.lookup import most_telling
from memcon.present.terminal import style
from memcon.present.terminal.derivations import named
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.words import counted, short_ids

WIDE = 100  # columns; with fewer, titles and wordings in a table break after every other word
TELLING = 3  # marks shown of a report
NO_PROOF = "that is not proof that there is none."


def degradations_view(
    damage: Sequence[Damage],
    degradations: Mapping[DocumentId, Degradation],
    *,
    record: Record,
    documents: Mapping[DocumentId, Document],
    kind: DamageKind | None = None,
) -> RenderableType:
    """Each damaged report with its marks per 1,000 words and the most telling of them, then how many show none.

    Args:
        kind: Of which alone the marks are.
    """
    if not record.documents:
        return Text("There is no report in this record yet. Add some: memcon add FILES…")
    rows = tuple(_rows(damage, degradations, record, documents))
    sound = len(record.documents) - len(rows)
    rest = f"{none_seen(kind)} in {counted(sound, 'other report' if rows else 'report')}; {NO_PROOF}"
    parts: list[RenderableType] = [_Degradations(rows)] if rows else []
    if sound:
        parts += [*([""] if rows else []), Text(rest)]
    return Group(*parts)


@dataclass(frozen=True, slots=True)
class _Row:
    report: Text
    marks: int
    rate: str
    telling: Text


@dataclass(frozen=True, slots=True)
class _Degradations:
    rows: tuple[_Row, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield _table(self.rows) if options.max_width >= WIDE else _list(self.rows)


def _table(rows: Iterable[_Row]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, padding=(0, 1), pad_edge=False, header_style=style.TITLE)
    table.add_column("report", ratio=1)
    table.add_column("marks", no_wrap=True, justify="right")
    table.add_column("per 1,000 words", no_wrap=True)
    table.add_column("such as", ratio=1)
    for row in rows:
        table.add_row(row.report, f"{row.marks:,}", row.rate, row.telling)
    return table


def _list(rows: Sequence[_Row]) -> RenderableType:
    parts: list[RenderableType] = []
    for row in rows:
        amount = Text(f"{counted(row.marks, 'mark')}: {row.rate} per 1,000 words")
        parts += [*([""] if parts else []), row.report, Padding(amount, (0, 0, 0, 2))]
        parts.append(Padding(row.telling, (0, 0, 0, 4)))
    return Group(*parts)


def _rows(
    damage: Iterable[Damage],
    degradations: Mapping[DocumentId, Degradation],
    record: Record,
    documents: Mapping[DocumentId, Document],
) -> Iterator[_Row]:
    """The most damaged first: the lower end counts, so that one mark in few words does not outweigh many in many."""
    ids = short_ids(note.id for note in record.documents)
    marks: dict[DocumentId, list[Damage]] = {}
    for mark in damage:
        marks.setdefault(mark.anchor.document, []).append(mark)

    def order(note: DocumentNote) -> tuple[float, int, DocumentId]:
        return -degradations[note.id].low, -degradations[note.id].marks, note.id

    for note in sorted((note for note in record.documents if note.id in marks), key=order):
        state, document = degradations[note.id], documents[note.id]
        shown = (told(mark, document) for mark in most_telling(marks[note.id], document)[:TELLING])
        yield _Row(
            report=named(note, ids).append(f"\n{one_line(note.title)}", style=style.FAINT),
            marks=state.marks,
            rate=rate(state),
            telling=Text("\n").join(shown),
        )


def rate(state: Degradation) -> str:
    """Marks per 1,000 words with their interval: `7.5 (3.2–17.5)`."""
    share, low, high = (f"{1000 * one:.1f}" for one in (state.share, state.low, state.high))
    return f"{share} ({low}–{high})"


def told(mark: Damage, document: Document) -> Text:
    """The damaged words and what was probably written: `White Home → White House`."""
    words = Text.assemble((one_line(document.passage(mark.anchor)), style.BAD))
    return words if mark.suggestion is None else words.append(f" → {one_line(mark.suggestion)}")


def none_seen(kind: DamageKind | None) -> str:
    """The beginning of a sentence: `No damage was seen`, `No damage of the kind “name” was seen`."""
    return "No damage was seen" if kind is None else f"No damage of the kind “{kind}” was seen"
