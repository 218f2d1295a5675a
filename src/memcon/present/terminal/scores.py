"""A scoreboard: each figure with its interval, its floor and something to compare it with."""

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from memcon.present.terminal import style

if TYPE_CHECKING:
    from memcon.evaluate import Figure, Scoreboard


def scores_view(scoreboard: "Scoreboard") -> RenderableType:
    """All suites in one table, then what could not be measured."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, padding=(0, 1), pad_edge=False, header_style=style.TITLE)
    table.add_column("suite", no_wrap=True, style=style.FAINT)
    table.add_column("figure")
    for name in ("value", "95% interval", "n", "floor"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("compare")
    for figure in scoreboard.figures:
        table.add_row(figure.suite, figure.name, _value(figure), _interval(figure), f"{figure.n:,}", *_beside(figure))
    parts: list[RenderableType] = [table] if scoreboard.figures else []
    parts += [Text(f"not measured: {what}", style=style.WARNING) for what in scoreboard.absent]
    return Group(*parts)


def _value(figure: "Figure") -> Text:
    below = figure.floor is not None and figure.value < figure.floor
    return Text(_number(figure.value) + (" below" if below else ""), style=style.BAD if below else style.TITLE)


def _interval(figure: "Figure") -> str:
    return f"{_number(figure.low)}–{_number(figure.high)}"


def _beside(figure: "Figure") -> tuple[str, Text]:
    floor = "" if figure.floor is None else _number(figure.floor)
    if figure.reference_value is None:
        return floor, Text("–", style=style.FAINT)
    return floor, Text(_number(figure.reference_value)).append(f" {figure.reference_whose or ''}", style=style.FAINT)


def _number(value: float) -> str:
    return f"{value:.3f}" if abs(value) <= 1 else f"{value:,.1f}"
