"""Results -> a table for the terminal, a page in Markdown, or plain values for programs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bench.derivation.crowd import WAYS
from bench.derivation.growth import METHODS, Run
from bench.derivation.public import Figure
from bench.derivation.scoring import ALL, WHY, Result
from bench.measures import exponent
from memcon.evaluate.scoreboard import Score

_HEAD = """\
# Who derived from whom

`python -m bench.derivation` makes the collections, runs the methods and writes this page.
How texts are made, and what counts as right, is told in `bench/derivation/README.md`.
Thresholds were chosen on the dev part, which shares no text with the part reported here.
Intervals are bootstrap percentiles over collections.
"""

_F1 = """
F1 of the edges, whichever way round they are told.
A pair that comes of one text without being an edge is neither right nor wrong; *strict* counts it as wrong.
"""

_REST = """
- Direction: share of the edges found whose direction is told and right; many documents state no time, or only a day.
- Kind: share of the edges found with the right kind, for methods that tell one; merges have none of memcon's kinds.
- Families: B-cubed F1 and adjusted Rand index of the groups of documents that are one witness.
- Look-alikes: pairs joined by an edge although neither was made from the other, of all such pairs.
"""

_GROWTH = """
Tracing alone: invented reports of 150 to 400 words about the same few dozen parties, without the language model.
One in five is derived; how is told in `bench/derivation/crowd.py`.
Seconds are of processor time on one thread; an exponent of 1 means that twice the reports take twice as long.
Memory is the most that was in use, the reports themselves included.
*One more* is what another report takes when so many were traced before, and what they share was kept.
A pair is found when it is told, or when both are in one family.
Wrong pairs are those told of different stories; *copies* are the same reports without those that were cut or reworded.
"""


@dataclass(frozen=True, slots=True)
class Setting:
    """What was measured.

    Attributes:
        part: Of which half of the collections.
        digest: SHA-256 of these collections.
    """

    part: str
    seed: int
    pairs: int
    collections: int
    documents: int
    texts: str
    digest: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that a run gives; `absent` names what could not be measured, a sentence each."""

    setting: Setting
    results: tuple[Result, ...]
    public: tuple[Figure, ...]
    absent: tuple[str, ...]
    growth: tuple[Run, ...] = ()


def plain(outcome: Outcome) -> dict[str, Any]:
    """The outcome as values that JSON has."""
    return asdict(outcome)


def table(outcome: Outcome) -> str:
    """The outcome for a terminal."""
    parts = [_setting(outcome.setting), *outcome.absent]
    if outcome.results:
        parts += ["", *_aligned(_edges(outcome.results)), "", *_aligned(_others(outcome.results))]
    if outcome.public:
        parts += ["", *_aligned(_public(outcome.public))]
    for cells in _growth(outcome.growth):
        parts += ["", *_aligned(cells)]
    return "\n".join(parts)


def markdown(outcome: Outcome) -> str:
    """The whole page."""
    parts = [_HEAD, _setting(outcome.setting)]
    if outcome.results:
        parts += ["\n## Edges", _F1, *_rows(_edges(outcome.results))]
        parts += ["\n## Direction, kinds, families, look-alikes", _REST, *_rows(_others(outcome.results))]
    if outcome.public:
        parts += ["\n## Public collections\n", *_rows(_public(outcome.public))]
    if outcome.growth:
        parts += ["\n## Growth", _GROWTH, *("\n".join((*_rows(cells), "")) for cells in _growth(outcome.growth))]
    if outcome.absent:
        parts += ["\n## Not measured\n", *(f"- {line}" for line in outcome.absent)]
    return "\n".join(parts) + "\n"


def _setting(setting: Setting) -> str:
    return (
        f"{setting.collections} {setting.part} collections of {setting.documents:,} documents "
        f"and {setting.pairs:,} edges, seed {setting.seed}, made from {setting.texts}.\nSHA-256 {setting.digest}."
    )


def _edges(results: Sequence[Result]) -> list[tuple[str, ...]]:
    cells = [("made by", *(one.method for one in results), "edges")]
    for number, first in enumerate(results[0].rows):
        cells += [(first.made, *(_interval(one.rows[number].f1) for one in results), str(first.f1.n))]
    for name in ("precision", "recall"):
        ends = [next(row for row in one.rows if row.made == ALL) for one in results]
        cells += [(f"all, {name}", *(_number(getattr(row, name)) for row in ends), "")]
    return [*cells, ("all, strict", *(_interval(one.strict) for one in results), "")]


def _others(results: Sequence[Result]) -> list[tuple[str, ...]]:
    cells = [("", *(one.method for one in results))]
    cells.append(("direction", *(_interval(one.direction) for one in results)))
    cells.append(("kind", *(_interval(one.kind) if one.kind else "–" for one in results)))
    cells.append(("families, B³ F1", *(_interval(one.families) for one in results)))
    cells.append(("families, adjusted Rand", *(_interval(one.rand) for one in results)))
    for why in WHY:
        cells += [(f"look-alikes, {why}", *(f"{one.linked[why][0]} of {one.linked[why][1]}" for one in results))]
    return cells


def _public(figures: Sequence[Figure]) -> list[tuple[str, ...]]:
    head = ("corpus", "what", "value", "over", "published")
    return [
        head,
        *((one.corpus, one.what, _interval(one.score), str(one.score.n), one.beside or "–") for one in figures),
    ]


def _growth(runs: Sequence[Run]) -> Iterator[list[tuple[str, ...]]]:
    """A table for each method."""
    for method in METHODS:
        if of := [one for one in runs if one.method == method]:
            yield [*_grown(of), *_found(of)]


def _grown(runs: Sequence[Run]) -> Iterator[tuple[str, ...]]:
    sizes = [one.size for one in runs]

    def row(name: str, amounts: Sequence[float], shown: Callable[[float], str]) -> tuple[str, ...]:
        return name, *map(shown, amounts), f"{exponent(sizes, amounts):.2f}" if len(set(sizes)) > 1 else "–"

    setting = f"{runs[0].method} ({runs[0].setting})" if runs[0].setting else runs[0].method
    yield setting, *(f"{size:,}" for size in sizes), "exponent"
    for part in runs[0].seconds:
        yield row(part, [one.seconds[part] for one in runs], _seconds)
    yield row("all", [sum(one.seconds.values()) for one in runs], _seconds)
    late = [one.one_more for one in runs if one.one_more is not None]
    if late:
        yield row("one more", late, _seconds)
    yield row("memory", [one.peak for one in runs], _megabytes)
    yield row("- of it the reports", [one.before for one in runs], _megabytes)


def _found(runs: Sequence[Run]) -> Iterator[tuple[str, ...]]:
    for way in WAYS:
        if all(way in one.known for one in runs):
            yield f"found, {way}", *(f"{one.found.get(way, 0):,} of {one.known[way]:,}" for one in runs), ""
    yield "wrong, as certain", *(f"{one.wrong:,}" for one in runs), ""
    yield "wrong, as possible", *(f"{one.doubtful:,}" for one in runs), ""
    yield "families of several stories", *(f"{one.mixed:,}" for one in runs), ""


def _seconds(value: float) -> str:
    return f"{value:,.2f} s" if value < 10 else f"{value:,.0f} s"


def _megabytes(value: float) -> str:
    return f"{value / 1e6:,.0f} MB"


def _interval(score: Score) -> str:
    return f"{_number(score.value)} ({_number(score.low)}–{_number(score.high)})"


def _number(value: float) -> str:
    return f"{value:.3f}".removeprefix("0") if 0 < value < 1 else f"{value:.0f}"


def _rows(cells: Sequence[tuple[str, ...]]) -> Iterator[str]:
    head, *body = cells
    for row in (head, ("---",) * len(head), *body):
        yield f"| {' | '.join(row)} |"


def _aligned(cells: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
