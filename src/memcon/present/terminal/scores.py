"""A scoreboard: each figure with its interval, its floor and something to compare it with."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.present.terminal import style

if TYPE_CHECKING:
    from memcon.evaluate import Figure, Scoreboard


def scores_view(scoreboard: "Scoreboard") -> RenderableType:
    """A table per suite, under it what it is compared with, and last what could not be measured."""
    parts: list[RenderableType] = []
    for suite, figures in groupby(scoreboard.figures, key=lambda figure: figure.suite):
        parts += [Text(suite, style=style.SECTION), *_suite(list(figures)), ""]
    parts += [Text(f"not measured: {what}", style=style.WARNING) for what in scoreboard.absent]
    return Group(*parts)


def _suite(figures: Sequence["Figure"]) -> list[RenderableType]:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    for _ in ("value", "interval", "n", "floor", "compare"):
        table.add_column(justify="right", no_wrap=True)
    beside = "published" if figures[0].suite == "language" else "naive"
    headings = ("figure", "value", "95% interval", "n", "floor", beside)
    table.add_row(*(Text(heading, style=style.FAINT) for heading in headings))
    for figure in figures:
        compare = Text("–" if figure.reference_value is None else _number(figure.reference_value), style=style.FAINT)
        floor = "" if figure.floor is None else _number(figure.floor)
        table.add_row(figure.name, _value(figure), _interval(figure), f"{figure.n:,}", floor, compare)
    whose = sorted({figure.reference_whose for figure in figures if figure.reference_whose})
    return [
        Padding(table, (0, 0, 0, 2)),
        *(Padding(Text(f"{beside}: {who}", style=style.FAINT), (0, 0, 0, 2)) for who in whose),
    ]


def _value(figure: "Figure") -> Text:
    below = figure.floor is not None and figure.value < figure.floor
    return Text(_number(figure.value) + (" below" if below else ""), style=style.BAD if below else style.TITLE)


def _interval(figure: "Figure") -> str:
    return f"{_number(figure.low)}–{_number(figure.high)}"


def _number(value: float) -> str:
    return f"{value:.3f}" if abs(value) <= 1 else f"{value:,.1f}"
