"""Pairs of passages side by side, with the words marked that only one of the two has.

Two columns where there is room, else one passage below the other. The marks are braces, so that nothing is said by
colour alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from memcon.present.compared import Piece, compared
from memcon.present.terminal import style
from memcon.present.terminal.words import counted

WIDE = 72  # columns; with fewer, two columns of text would hold four words a line
MARKED = "Words in {braces} are not in the other."


def side_by_side(heads: tuple[str, str], pairs: Iterable[tuple[str, str]], *, longest: int | None) -> RenderableType:
    """The pairs under their two headings.

    Args:
        heads: Whose passages these are.
        pairs: Texts of one line each.
        longest: Code points after which a passage is cut, between words; None to cut none.
    """
    pieces = (compared(left, right) for left, right in pairs)
    rows = tuple((_marked(left, longest), _marked(right, longest)) for left, right in pieces)
    return _SideBySide(heads, rows)


def _marked(pieces: Iterable[Piece], longest: int | None) -> Text:
    """The passage with its own words in braces, and how much of it is left out."""
    text, room, left, marks = Text(), longest, 0, 0
    for piece in pieces:
        shown = piece.text if room is None else _cut(piece.text, room)
        room = None if room is None else room - len(piece.text)
        left += len(piece.text[len(shown) :].split())
        if shown:
            text.append(f"{{{shown}}}" if piece.own else shown, style="bold" if piece.own else style.QUOTED)
        marks += piece.own and not shown
    differences = f", {counted(marks, 'difference')} in them" if marks else ""
    return text.append(f" … {left:,} more words{differences}", style=style.FAINT) if left else text


def _cut(text: str, room: int) -> str:
    """As many whole words of a text as the room holds."""
    if len(text) <= room:
        return text
    return text[: max(room, 0)].rpartition(" ")[0]


@dataclass(frozen=True, slots=True)
class _SideBySide:
    heads: tuple[str, str]
    rows: tuple[tuple[Text, Text], ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self._columns() if options.max_width >= WIDE else self._list()
        if any(span.style == "bold" for row in self.rows for text in row for span in text.spans):
            yield Text(MARKED, style=style.FAINT)

    def _columns(self) -> Table:
        table = Table(box=None, padding=(0, 3, 1, 0), pad_edge=False, show_edge=False, header_style=style.TITLE)
        for head in self.heads:
            table.add_column(Text(head), ratio=1)
        for row in self.rows:
            table.add_row(*row)
        return table

    def _list(self) -> Table:
        table = Table.grid()
        table.add_column(ratio=1)
        for row in self.rows:
            for head, text in zip(self.heads, row, strict=True):
                table.add_row(Text.assemble((f"{head}: ", style.TITLE), text))
            table.add_row()
        return table
