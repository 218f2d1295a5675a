"""What `add` did: how many were added, known already and refused, why, and what to do next."""

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.present.terminal import style
from memcon.present.terminal.plain import plain
from memcon.present.terminal.problems import problem_list
from memcon.present.terminal.words import counted

if TYPE_CHECKING:
    from memcon.pipeline import Added

DEFAULT = "memcon.db"  # the record that needs no --record
LISTED = 20  # problems shown; with more the counts would scroll away


def added_view(added: "Added", *, record: str) -> RenderableType:
    """The counts, the problems and the next step."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style=style.TITLE)
    table.add_column()
    table.add_row(f"{len(added.documents):,}", "added")
    table.add_row(f"{added.known:,}", "already known")
    table.add_row(f"{len(added.problems):,}", "problem" if len(added.problems) == 1 else "problems")
    parts: list[RenderableType] = [table]
    if added.problems:
        parts += ["", Padding(problem_list(added.problems[:LISTED]), (0, 0, 0, 2))]
    if len(added.problems) > LISTED:
        parts.append(
            Text(f"  … and {counted(len(added.problems) - LISTED, 'more', 'more')}: memcon problems lists all.")
        )
    if added.documents or added.known:
        option = "" if record == DEFAULT else f" --record {plain(record)}"
        parts += ["", Text(f"Next: memcon{option} brief")]
    return Group(*parts)
