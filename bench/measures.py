"""Every measurement, one after the other: a folder to work in -> results.

A `Measure` is an amount beside its floor; a `Growth` is an amount at several sizes with the exponent fitted to it.
"""

import math
import os
import platform
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from statistics import linear_regression

from bench.process import MEMCON, NOTHING, Cost, cost, told
from bench.reports import write_pages, write_reports

Step = Callable[[str], AbstractContextManager[None]]

_LEAST = 0.001  # of an amount whose start was subtracted: noise may leave less than nothing
_SAME = 1.05  # times the start, up to which an amount does not grow: what is left of it is noise


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many there are of each."""

    reports: int = 1_000
    pages: int = 200
    growth: tuple[int, ...] = (250, 1_000, 4_000)
    starts: int = 5


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount beside the floor it is compared with, in the same unit.

    Attributes:
        beside: What the floor is.
        note: What else there is to say, such as a rate.
    """

    name: str
    amount: float
    unit: str
    beside: str
    floor: float
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times the floor it is."""
        return self.amount / self.floor


@dataclass(frozen=True, slots=True)
class Growth:
    """An amount at several sizes of the collection.

    Attributes:
        start: The amount with a single report, which is not part of the fit.
        exponent: 1 means that twice the reports take twice as much on top of the start; 0 that they take no more.
    """

    name: str
    unit: str
    sizes: tuple[int, ...]
    amounts: tuple[float, ...]
    start: float
    exponent: float


@dataclass(frozen=True, slots=True)
class Results:
    """What was measured, with what and where."""

    machine: str
    reports: str
    measures: tuple[Measure, ...]
    growth: tuple[Growth, ...]


def measured(folder: Path, *, data: Path | None, sizes: Sizes, step: Step) -> Results:
    """Measure everything; about two minutes with the usual sizes.

    Args:
        folder: An empty one on the disk that is meant.
        data: Where real reports may be.
        step: Entered with the name of each step.
    """
    with step("reports"):
        kind = write_reports(folder / "reports.jsonl", sizes.reports, data=data)
        write_pages(folder / "reports.jsonl", folder / "pages", sizes.pages)
    with step("start"):
        nothing = cost(NOTHING, times=sizes.starts)
        helped = cost((*MEMCON, "--help"), times=sizes.starts)
    with step(f"add {sizes.reports:,}"):
        added = _add(folder / "memcon.db", folder / "reports.jsonl")
    with step(f"brief of {sizes.reports:,}"):
        brief = _brief(folder / "memcon.db")
    with step("stages of add"):
        shares = told("stages", str(folder / "reports.jsonl"), str(folder))
    with step(f"{sizes.pages:,} pages"):
        pages = told("pages", str(folder / "pages"))
    growth = _growth(folder, sizes.growth, step)
    return Results(
        machine=machine(),
        reports=f"{sizes.reports:,} {kind}",
        measures=(
            *_of_add(sizes.reports, added, nothing, shares["stages"], shares["floors"]),
            *_of_brief(brief, added, nothing),
            *_of_pages(sizes.pages, pages, nothing),
            Measure("`memcon --help`, processor time", helped.processor, "s", "an empty program", nothing.processor),
        ),
        growth=growth,
    )


def machine() -> str:
    """The machine in words that say what matters."""
    cores = os.cpu_count() or 1
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
    number = words[cores] if cores < len(words) else str(cores)
    return f"{number} core{'' if cores == 1 else 's'}, {platform.system()}, Python {platform.python_version()}"


def exponent(sizes: Sequence[float], amounts: Sequence[float]) -> float:
    """The power of the size by which the amount grows: the slope of a straight line through the logarithms."""
    lengths, heights = [math.log(size) for size in sizes], [math.log(amount) for amount in amounts]
    return linear_regression(lengths, heights).slope


def _add(record: Path, reports: Path) -> Cost:
    return cost((*MEMCON, "--quiet", "--record", str(record), "add", str(reports)))


def _brief(record: Path) -> Cost:
    return cost((*MEMCON, "--record", str(record), "brief", "--json"))


def _of_add(
    count: int, added: Cost, nothing: Cost, stages: dict[str, float], floors: dict[str, float]
) -> tuple[Measure, ...]:
    def share(stage: str) -> str:
        return f"{stages[stage] / stages['all']:.0%} of the time"

    return (
        Measure("`memcon add`", added.seconds, "s", "the three floors below together", sum(floors.values()),
                f"{count / added.seconds:,.0f} reports a second"),
        Measure("- read", stages["read"], "s", "`json.loads` of the lines", floors["parse"], share("read")),
        Measure("- language", stages["language"], "s", "`\\w+` over the texts", floors["split"], share("language")),
        Measure("- annotate", stages["annotate"], "s", "`\\w+` over the texts", floors["split"], share("annotate")),
        Measure("- fingerprint", stages["fingerprint"], "s", "`\\w+` over the texts", floors["split"],
                share("fingerprint")),
        Measure("- store", stages["store"], "s", "the lines written, `fsync` after each", floors["disk"],
                share("store")),
        Measure("- rest", stages["rest"], "s", "an empty program", nothing.seconds, share("rest")),
        Measure("`memcon add`, memory", added.peak / 1e6, "MB", "an empty program", nothing.peak / 1e6),
    )  # fmt: skip


def _of_brief(brief: Cost, added: Cost, nothing: Cost) -> tuple[Measure, ...]:
    return (
        Measure("`memcon brief --json`", brief.seconds, "s", "`memcon add` of the same reports", added.seconds),
        Measure("`memcon brief --json`, memory", brief.peak / 1e6, "MB", "an empty program", nothing.peak / 1e6),
    )


def _of_pages(count: int, pages: dict[str, float], nothing: Cost) -> tuple[Measure, ...]:
    rate = f"{count / pages['child']:,.0f} pages a second"
    return (
        Measure(f"{count:,} HTML pages through the child", pages["child"], "s", "trafilatura in the same process",
                pages["inside"], rate),
        Measure("the child's start and first page", pages["start"], "s", "an empty program", nothing.seconds),
    )  # fmt: skip


def _growth(folder: Path, sizes: tuple[int, ...], step: Step) -> tuple[Growth, ...]:
    """Add and brief at several sizes, of invented reports: there are always enough of them, and all are alike."""
    costs: list[tuple[Cost, Cost, int]] = []
    for size in (1, *sizes):
        reports, record = folder / f"growth-{size}.jsonl", folder / f"growth-{size}.db"
        write_reports(reports, size)
        with step(f"add and brief of {size:,}"):
            costs.append((_add(record, reports), _brief(record), record.stat().st_size))
    return (
        grown("`memcon add`", "s", sizes, [add.seconds for add, _, _ in costs]),
        grown("`memcon brief --json`", "s", sizes, [brief.seconds for _, brief, _ in costs]),
        grown("`memcon add`, memory", "MB", sizes, [add.peak / 1e6 for add, _, _ in costs]),
        grown("`memcon brief --json`, memory", "MB", sizes, [brief.peak / 1e6 for _, brief, _ in costs]),
        grown("the record file", "MB", sizes, [size / 1e6 for _, _, size in costs]),
    )


def grown(name: str, unit: str, sizes: tuple[int, ...], amounts: list[float]) -> Growth:
    """The growth of an amount.

    Args:
        amounts: That of a single report, then those of the sizes.
    """
    start, *rest = amounts
    above = [max(amount - start, _LEAST) for amount in rest]
    power = exponent(sizes, above) if max(rest) > _SAME * start else 0.0
    return Growth(name, unit, sizes, tuple(rest), start, power)
