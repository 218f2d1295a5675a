"""Results -> a table for the terminal, or a page in Markdown."""

import re
from collections.abc import Iterator

from bench.measures import Growth, Measure, Results

_MEASURES = ("", "amount", "beside", "floor", "ratio", "")


def table(results: Results) -> str:
    """The results as plain text."""
    grown = [_grown(each) for each in results.growth]
    return "\n".join(
        (
            f"{results.machine}; {results.reports}; growth: invented reports",
            "",
            *_aligned([_MEASURES, *(_measured(each) for each in results.measures)]),
            "",
            *_aligned([_header(results), *grown]),
        )
    )


def markdown(results: Results) -> str:
    """The whole page on speed."""
    return "\n".join(_page(results)) + "\n"


def _page(results: Results) -> Iterator[str]:
    yield from (
        "# Speed and memory",
        "",
        "`make bench` measures memcon and writes this page.",
        "Seconds say as much about the machine as about the program.",
        "So each amount stands beside a *floor*: what the same machine needs, in the same run, for the least that could "
        "be done with the same bytes.",
        "The ratio of the two is what can be compared between machines and between versions.",
        "No test depends on it.",
        "",
        f"Machine: {results.machine}.",
        f"Reports: {results.reports}, in one JSONL file.",
        "",
        "## Amounts and floors",
        "",
        *_rows([_MEASURES, *(_measured(each) for each in results.measures)]),
        "",
        "- `add` and `brief` are the whole commands, from their start to their end, in a process of their own.",
        "- The stages are those of one `add`, with a clock around each; *rest* is opening the record, finding the "
        "inputs and loading what only some stages need.",
        "- *store* commits every report by itself, so that a kill or a power cut at any moment loses none that was "
        "reported as added; its floor is the same bytes in a plain file, forced to the disk as often.",
        "- Pages are parsed in a child process that is killed when a page takes too long; the ratio is what that costs.",
        "- Memory is the largest part of it that was in use at once.",
        "",
        "## Growth",
        "",
        "Invented reports of the same length, four to a story: the agency's text, a copy, an abridgement and an account "
        "of its own.",
        "The exponent is fitted to what comes on top of the same command with a single report: 1 means that twice the "
        "reports take twice as much, 2 that they take four times as much.",
        "",
        *_rows([_header(results), *(_grown(each) for each in results.growth)]),
    )


def _measured(measure: Measure) -> tuple[str, ...]:
    amount, floor = (f"{_short(value)} {measure.unit}" for value in (measure.amount, measure.floor))
    return measure.name, amount, measure.beside, floor, f"{_short(measure.ratio)} ×", measure.note


def _header(results: Results) -> tuple[str, ...]:
    sizes = results.growth[0].sizes
    return ("reports", "1", *(f"{size:,}" for size in sizes), "exponent")


def _grown(growth: Growth) -> tuple[str, ...]:
    amounts = (f"{_short(value)} {growth.unit}" for value in (growth.start, *growth.amounts))
    return growth.name, *amounts, f"{growth.exponent:.2f}"


def _short(value: float) -> str:
    """Two significant figures, as many as such measurements bear."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def _rows(cells: list[tuple[str, ...]]) -> Iterator[str]:
    head, *body = cells
    yield _row(head)
    yield _row(("---",) * len(head))
    yield from map(_row, body)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _aligned(cells: list[tuple[str, ...]]) -> Iterator[str]:
    bare = [tuple(re.sub("`", "", cell) for cell in row) for row in cells]
    widths = [max(map(len, column)) for column in zip(*bare, strict=True)]
    for row in bare:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
