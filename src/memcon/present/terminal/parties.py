"""The parties: a line for each; where the terminal is wide enough with more columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from memcon.core.party import Party
from memcon.core.record import Record
from memcon.present.lookup import referring, said_count
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.words import counted, did_you_mean, office_words, short_ids

WIDE = 100  # columns; with fewer, type and side leave too little for names and roles


def parties_view(
    parties: Sequence[Party], *, record: Record, near: Sequence[str] = (), everything: bool = True
) -> RenderableType:
    """Id, name, role, side, and how often each is reported to speak.

    Args:
        near: Names like the one that was asked for and that nobody has.
        everything: Also those that one report mentions and none lets speak.
    """
    if not record.parties:
        return Text("There is no party in this record.")
    if not parties:
        return Text(f"No party matches.{did_you_mean(near)}")
    rows = tuple(_rows(parties, record))
    shown = tuple(row for row in rows if everything or row.said or row.reports > 1)
    parts: list[RenderableType] = [Text(f"{counted(len(rows), 'party', 'parties')}.")]
    if shown:
        parts += ["", _Parties(shown)]
    if left := len(rows) - len(shown):
        more = f"… and {left:,} more, each mentioned in one report and quoted in none: --all shows them."
        parts += ["", Text(more, style=style.FAINT)]
    return Group(*parts)


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    name: str
    type: str
    role: str
    side: str
    said: int
    reports: int


@dataclass(frozen=True, slots=True)
class _Parties:
    rows: tuple[_Row, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        wide = options.max_width >= WIDE
        table = Table(box=SIMPLE_HEAD, show_edge=False, padding=(0, 1), pad_edge=False, header_style=style.TITLE)
        table.add_column("id", no_wrap=True, style=style.FAINT)
        table.add_column("name", ratio=1)
        if wide:
            table.add_column("type", no_wrap=True)
        table.add_column("role", ratio=1)
        table.add_column("side", max_width=24 if wide else 14)
        table.add_column("said", no_wrap=True, justify="right")
        table.add_column("reports", no_wrap=True, justify="right")
        for row in self.rows:
            kind = [row.type] if wide else []
            said = f"{row.said:,}" if row.said else "–"
            table.add_row(row.id, row.name, *kind, row.role or "–", row.side or "–", said, f"{row.reports:,}")
        yield table


def _rows(parties: Sequence[Party], record: Record) -> Iterator[_Row]:
    ids = short_ids(party.id for party in record.parties)
    said = said_count(record)
    for party in parties:
        usual = max(party.roles, key=lambda office: len(office.anchors), default=None)
        yield _Row(
            id=ids[party.id],
            name=one_line(party.name),
            type=party.type,
            role=office_words(usual, side=party.side) if usual else "",
            side=one_line(party.side or ""),
            said=said[party.id],
            reports=len(referring(party)),
        )
