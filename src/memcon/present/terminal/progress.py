"""Progress of `add`: a bar with counts and rate on a terminal, a line now and then elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, ProgressColumn, SpinnerColumn, Task, TaskID, TextColumn
from rich.progress import Progress as Bar
from rich.text import Text

from memcon.present.terminal import style

if TYPE_CHECKING:
    from memcon.pipeline import Progress

EVERY = 100  # inputs between two plain lines: a small collection gives none, a large one gives signs of life

Report = Callable[["Progress"], None]


@contextmanager
def progress_shown(console: Console, *, quiet: bool) -> Iterator[Report | None]:
    """Something to call with each state of progress; None when nothing is to be shown."""
    if quiet:
        yield None
    elif not console.is_terminal:
        calls = count(1)
        yield lambda progress: _print_line(console, progress, next(calls))
    else:
        with _bar(console) as bar:
            task = bar.add_task("", total=None, counts="reading…")
            yield lambda progress: _advance(bar, task, progress)


def counts(progress: "Progress") -> str:
    """`12 of 50 read · 8 added · 3 known · 1 problem`."""
    of = f" of {total:,}" if (total := _total(progress)) is not None else ""
    problems = f"{progress.problems:,} problem{'' if progress.problems == 1 else 's'}"
    return f"{progress.read:,}{of} read · {progress.added:,} added · {progress.known:,} known · {problems}"


def _print_line(console: Console, progress: "Progress", call: int) -> None:
    if call % EVERY == 0:
        console.print(counts(progress), soft_wrap=True)


def _bar(console: Console) -> Bar:
    columns = (SpinnerColumn(), BarColumn(bar_width=20), TextColumn("{task.fields[counts]}", markup=False), _Rate())
    return Bar(*columns, console=console, transient=True)


def _advance(bar: Bar, task: TaskID, progress: "Progress") -> None:
    bar.update(task, completed=progress.read, total=_total(progress), counts=counts(progress))


def _total(progress: "Progress") -> int | None:
    """How many there are to read; unknown once a file turned out to hold several documents."""
    return progress.total if progress.total is not None and progress.read <= progress.total else None


class _Rate(ProgressColumn):
    """Inputs a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "", style=style.FAINT)
