"""Named facts, one to a line."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line


def facts_view(facts: Iterable[tuple[str, str]]) -> RenderableType:
    """Each name with its value beside it."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style=style.FAINT)
    table.add_column(ratio=1)
    for name, value in facts:
        table.add_row(name, Text(one_line(value)))
    return table
