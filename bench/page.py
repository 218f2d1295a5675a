"""Results -> a table for the terminal, or a page in Markdown."""

import re
from collections.abc import Iterator

from bench.language import Odd, Spoken
from bench.measures import Growth, Measure, Results
from bench.recording import Recorded
from bench.times import Timed

_MEASURES = ("", "amount", "beside", "floor", "ratio", "")

_HEAD = """\
# Speed and memory

`make bench` measures memcon and writes this page.
Seconds say as much about the machine as about the program, so beside each amount stands a *floor*.
It is the least that could be done with the same bytes, measured on the same machine in the same run.
The ratio of the two can be compared between machines and between versions.
No test depends on it.
"""

_AMOUNTS = """
- `add` and `brief` are whole commands, from start to end, each in a process of its own.
- The stages are those of one `add`, with a clock around each.
- *rest* is opening the record and whatever happens between the stages.
- *store* commits every report by itself: a kill or a power cut loses none that was reported as added.
  Its floor is the same bytes in a plain file, forced to the disk as often.
- Pages are parsed in a child process that is killed when a page takes too long; the ratio is what that costs.
- Memory is the most that was in use at once.
"""

_GROWTH = """\
All of these are invented reports, of much the same length and four to a story.
The four are the agency's text, a copy, an abridgement and an account of its own.
The exponent is fitted to what comes on top of the same command with a single report.
1 means that twice the reports take twice as much, 2 that they take four times as much, 0 that they take no more.
"""

_LANGUAGE = """
- `read` is all that a user gets: words, sentences, parts of speech, lemmas, trees, names, phrases and attributions.
- The encoder alone is run on the very windows that `read` makes, one after another.
- Of several rounds through all texts the quickest counts, after one document that does not.
- With one thread numpy's library has one too; with two it has what it takes by itself, unless it says otherwise.
- AVX2 only: onnxruntime has no setting that hides AVX-512, so a copy of its library is made that is not told of it.
  It then chooses what it would choose on a processor without AVX-512 and VNNI.
- Memory is the most that a process had in use, libraries included; of spaCy's processes it is the sum.
  What they share is counted in each.
"""

_SPACY = """\
- spaCy's pipeline has en_core_web_sm's shape: a convolutional layer of width 96 and depth 4.
  Tagger, parser, trainable lemmatizer and names listen to it; in en_core_web_sm the names have a layer of their own.
  It gives no phrases and no attributions.
"""

_ODD_HEAD = """\
Each is read in a process of its own, on as many threads as there are processors.
Memory is what comes on top of the loaded model, the text itself included.
"""

_TIMES = """
- Finding is what comes after reading: expressions found, resolved, and all that the page on when tells of them.
- dateparser's search gets the same texts and a date to reckon from, in English and, on a twentieth of them, without
  being told the language; it resolves no weekday by tense and gives neither limits nor lengths.
- It needs no reading, and finding needs the reading that every other annotation needs too; the last row has both.
"""

_RECORD = """
- Building is all that is made of what was seen in the reports: everything that any command shows.
  These are seconds of processor time, on one thread, in a process that has just started.
- *first*: what two reports share is found out once and kept in the file.
- Stories have fifty reports: copies, cuts and rewrites of two agencies, readouts of two sides, previews and others.
  What stands between is invented words, which are taken for names more often than real ones.
- A tenth of the reports was read and annotated.
  The others are these, told of other people and places, in another year and in other words of the same length.
  The words were replaced in texts and annotations alike, so that every anchor still holds.
"""

_ODDS = ("input", "seconds", "memory", "words read", "problems")


def table(
    results: Results, language: Spoken | None = None, times: Timed | None = None, recorded: Recorded | None = None
) -> str:
    """The results as plain text."""
    grown = [_grown(each) for each in results.growth]
    return "\n".join(
        (
            f"{results.machine}; {results.reports}; growth: invented reports",
            "",
            *_aligned([_MEASURES, *(_measured(each) for each in results.measures)]),
            "",
            *_aligned([_header(results.growth), *grown]),
            *(("", record_table(recorded)) if recorded else ()),
            *(_language_table(language) if language else ()),
            *(("", f"times: {times.texts}", "", *_aligned(_cells(times))) if times else ()),
        )
    )


def _language_table(language: Spoken) -> Iterator[str]:
    yield from ("", f"language model: {language.texts}", "")
    yield from _aligned([_MEASURES, *(_measured(each) for each in language.measures)])
    yield ""
    yield from _aligned([_ODDS, *(_odd(each) for each in language.odd)])
    if language.pipeline:
        yield from ("", f"spaCy's pipeline: {language.pipeline}")
    yield from (f"not measured: {reason}" for reason in language.absent)


def record_table(recorded: Recorded) -> str:
    """What was measured of building a record, as plain text."""
    return "\n".join(
        (
            f"record: {recorded.reports}, {recorded.made}",
            "",
            *_aligned([_MEASURES, *(_measured(each) for each in recorded.measures)]),
            "",
            *_aligned([_header(recorded.growth), *(_grown(each) for each in recorded.growth)]),
        )
    )


def markdown(
    results: Results, language: Spoken | None = None, times: Timed | None = None, recorded: Recorded | None = None
) -> str:
    """The whole page on speed."""
    parts = [*_page(results), *(_record(recorded) if recorded else ())]
    parts += [*(_language(language) if language else ()), *(_times(times) if times else ())]
    return "\n".join(parts) + "\n"


def _record(recorded: Recorded) -> Iterator[str]:
    yield "\n## Building a record\n"
    yield f"Reports: {recorded.reports}."
    yield f"What came of them: {recorded.made}.\n"
    yield from _rows([_MEASURES, *(_measured(each) for each in recorded.measures)])
    yield _RECORD
    yield from _rows([_header(recorded.growth), *(_grown(each) for each in recorded.growth)])


def _times(times: Timed) -> Iterator[str]:
    yield "\n## Expressions of time\n"
    yield f"Texts: {times.texts}.\n"
    yield from _rows(_cells(times))
    yield _TIMES.rstrip()


def _cells(times: Timed) -> list[tuple[str, ...]]:
    return [_MEASURES, *(_measured(each) for each in times.measures)]


def _language(language: Spoken) -> Iterator[str]:
    yield "\n## The language model\n"
    yield f"Texts: {language.texts}.\n"
    yield from _rows([_MEASURES, *(_measured(each) for each in language.measures)])
    yield _LANGUAGE + (f"{_SPACY}  It was {language.pipeline}.\n" if language.pipeline else "")
    if language.absent:
        yield "Not measured in this run:\n"
        yield from (f"- {reason}" for reason in language.absent)
        yield ""
    yield "### Odd inputs\n"
    yield _ODD_HEAD
    yield from _rows([_ODDS, *(_odd(each) for each in language.odd)])


def _odd(odd: Odd) -> tuple[str, ...]:
    problems = ", ".join(f"`{reason}`" for reason in odd.problems) or "none"
    return odd.name, f"{_short(odd.seconds)} s", f"{_short(odd.megabytes)} MB", f"{odd.words:,}", problems


def _page(results: Results) -> Iterator[str]:
    yield _HEAD
    yield f"Machine: {results.machine}."
    yield f"Reports: {results.reports}, in one JSONL file."
    yield "\n## Amounts and floors\n"
    yield from _rows([_MEASURES, *(_measured(each) for each in results.measures)])
    yield _AMOUNTS
    yield "## Growth\n"
    yield _GROWTH
    yield from _rows([_header(results.growth), *(_grown(each) for each in results.growth)])


def _measured(measure: Measure) -> tuple[str, ...]:
    amount, floor = (f"{_short(value)} {measure.unit}" for value in (measure.amount, measure.floor))
    return measure.name, amount, measure.beside, floor, f"{_short(measure.ratio)} ×", measure.note


def _header(growth: tuple[Growth, ...]) -> tuple[str, ...]:
    sizes = growth[0].sizes
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
