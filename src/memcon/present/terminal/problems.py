"""Faults of inputs: which file, what is wrong, what to do."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from memcon.core.problem import Problem
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line


def problems_view(problems: Sequence[Problem]) -> RenderableType:
    """Every problem; one sentence if there is none."""
    return problem_list(problems) if problems else Text("No problems.")


def problem_list(problems: Sequence[Problem]) -> RenderableType:
    """Each input with its reason, and below it what a person can do."""
    return Group(*(part for problem in problems for part in _problem(problem)))


def _problem(problem: Problem) -> tuple[RenderableType, RenderableType]:
    heading = Text(one_line(problem.path) or "(piped in)", style=style.SPEAKER)
    heading.append(f"  {one_line(problem.reason)}", style=style.WARNING)
    return heading, Padding(Text(one_line(problem.detail)), (0, 0, 0, 4))
