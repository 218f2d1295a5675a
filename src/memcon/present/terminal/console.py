"""How views are drawn: a renderable and a stream in, text out.

Strings are never read as markup and nothing is highlighted by guesswork: what a report says is only text.
"""

from io import StringIO
from typing import IO

from rich.console import Console, RenderableType


def console(file: IO[str], *, width: int | None = None) -> Console:
    """A console on that stream; where it is not a terminal, 80 columns (or `$COLUMNS`) without colour."""
    return Console(file=file, width=width, markup=False, emoji=False, highlight=False)


def drawn(view: RenderableType, *, file: IO[str] | None = None, width: int | None = None) -> str:
    """The view as text for that stream, without spaces at the end of its lines.

    Args:
        file: Decides width and colour; without it there is no colour.
        width: Columns, where the stream should not decide.
    """
    target = console(file or StringIO(), width=width)
    with target.capture() as captured:
        target.print(view)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().split("\n")[:-1])
