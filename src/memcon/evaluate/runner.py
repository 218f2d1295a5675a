"""Runs memcon over the reports of the gold, as a user would, and scores what comes out.

In come folders; out comes a `Scoreboard`. The scoring itself is in the modules named for the suites.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from memcon.core.annotation import Annotations
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.record import Record
from memcon.errors import GoldError, UnknownSuiteError
from memcon.evaluate import (
    actgold,
    acts,
    differences,
    entries,
    events,
    language,
    speakers,
    speed,
    statements,
    times,
    trace,
    variants,
)
from memcon.evaluate.floors import read_floors
from memcon.evaluate.gold import Gold, read_gold
from memcon.evaluate.scoreboard import Figure, Score, Scoreboard
from memcon.evaluate.tally import pooled, scored
from memcon.language.weights import Weights

SUITES = ("language", "statements", "times", "trace", "acts", "record", "speed")

_ON_GOLD = ("statements", "times", "trace", "acts", "record")
_EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "lakeside"  # in a checkout of the source
_ATTRIBUTION = "attribution"  # the folder beside it, of reports that test who said what
_ACTS = "acts"  # another, of sentences whose acts are marked
_TIMES = "times"  # and another, of reports whose expressions of time are marked


@dataclass(frozen=True, slots=True)
class Reading:
    """One set of gold, and what memcon makes of its reports; `documents` by the gold's keys."""

    gold: Gold
    documents: Mapping[str, Document]
    record: Record
    annotations: Mapping[DocumentId, Annotations]


def run(
    suite: str | None = None,
    *,
    data: Path | None = None,
    gold: Path | None = None,
    examples: Path | None = None,
) -> Scoreboard:
    """Score one suite, or all that need no more than gold.

    Args:
        data: Folder of public data, which all suites but `trace` read; default `$MEMCON_DATA`.
        gold: Folder of gold; default `$MEMCON_GOLD`.
        examples: Folder of the project's invented example with its gold, beside which lie its paraphrases and the
            reports that test who said what and when; default the one of the source checkout.

    Raises:
        UnknownSuiteError: There is no such suite.
        GoldError: The gold cannot be used as it stands.
    """
    if suite is not None and suite not in SUITES:
        raise UnknownSuiteError(suite, SUITES)
    wanted = SUITES[:-1] if suite is None else (suite,)  # speed takes a while, so it must be asked for
    absent: list[str] = []
    figures: list[Figure] = []
    if "language" in wanted:
        figures += _language(data or _given("MEMCON_DATA"), examples or _EXAMPLES, absent)
    on_gold = [name for name in wanted if name in _ON_GOLD]
    if on_gold:
        for prefix, readings in _sources(gold or _given("MEMCON_GOLD"), examples or _EXAMPLES, absent):
            for name in on_gold:
                figures += _figures(name, prefix, readings)
    if "statements" in wanted:
        figures += _speakers(data or _given("MEMCON_DATA"), absent)
    if "times" in wanted:
        figures += _times(data or _given("MEMCON_DATA"), examples or _EXAMPLES, absent)
    if "acts" in wanted:
        figures += _acts(data or _given("MEMCON_DATA"), examples or _EXAMPLES, absent)
    if "record" in wanted:
        figures += _record(data or _given("MEMCON_DATA"), absent)
    if "speed" in wanted:
        figures += _speed(data or _given("MEMCON_DATA"), absent)
    return Scoreboard(tuple(sorted(figures, key=lambda figure: SUITES.index(figure.suite))), tuple(absent))


def score_statements(readings: Sequence[Reading]) -> tuple[Score, ...]:
    """The scores of the statements suite over some sets of gold together."""
    told = [each for each in readings if each.gold.statements is not None]
    tallies = [statements.tally(each.gold, statements.found(each.documents, each.record)) for each in told]
    tallies += [statements.parties(each.gold, each.documents, each.annotations) for each in told]
    tallies += [statements.furniture(each.gold, each.documents, each.record) for each in told]
    naive = [statements.tally(each.gold, statements.naive(each.documents)) for each in told]
    return scored(statements.MEASURES, pooled(tallies), pooled(naive))


def score_times(readings: Sequence[Reading]) -> tuple[Score, ...]:
    """The scores of the times suite over some sets of gold together, each report dated as its gold says."""
    told = [each for each in readings if each.gold.engagements]
    if not told:
        return ()
    found = times.packaged()
    tallies = [times.engagements(each.gold, each.documents, found) for each in told]
    return scored(times.ENGAGEMENTS, pooled(tallies), {})


def score_trace(readings: Sequence[Reading]) -> tuple[Score, ...]:
    """The scores of the trace suite over some sets of gold together."""
    told = [each for each in readings if each.gold.clusters is not None]
    grouped = [trace.clusterings(each.gold, each.documents, each.record) for each in told]
    tallies = [trace.tally(each.gold, each.documents, each.record, each.annotations) for each in told]
    return (*trace.score_families(grouped), *scored(trace.MEASURES, pooled(tallies), {}))


def score_acts(readings: Sequence[Reading]) -> tuple[Score, ...]:
    """The scores of the acts suite over some sets of gold together."""
    told = [each for each in readings if each.gold.entries]
    tallies = [actgold.tally(each.gold, each.documents, each.annotations, each.record) for each in told]
    return scored(acts.GOLD, pooled(tallies), {})


def score_record(readings: Sequence[Reading]) -> tuple[Score, ...]:
    """The scores of the record suite over some sets of gold together, each report dated as its gold says."""
    told = [read_reports(each.gold, dated=True) for each in readings if each.gold.entries]
    tallies = [entries.tally(each.gold, each.documents, each.annotations, each.record) for each in told]
    tallies += [differences.tally(each.gold, each.documents, each.annotations, each.record) for each in told]
    tallies += [variants.tally(each.gold, each.documents, each.record) for each in told]
    return scored((*entries.MEASURES, *differences.MEASURES, *variants.MEASURES), pooled(tallies), {})


def read_reports(gold: Gold, *, dated: bool = False) -> Reading:
    """Add the gold's reports to a new record and take what memcon makes of it.

    Args:
        dated: Whether each is added with the date that the gold gives it, as a user would who knows it; otherwise the
            folder is added as it is.

    Raises:
        GoldError: memcon could not read a report, or reads another text than the offsets are meant for.
    """
    from memcon.pipeline import open as open_record  # the whole program, which only running it needs

    with TemporaryDirectory() as place, open_record(Path(place) / "memcon.db") as file:
        if dated:
            for report in gold.reports.values():
                file.add([report.path], published=report.published.iso if report.published else None)
        else:
            file.add([gold.folder])
        arrived = {Path(arrival.path).resolve(): each for each in file.documents() for arrival in each.arrivals}
        documents = {key: arrived.get(report.path.resolve()) for key, report in gold.reports.items()}
        return Reading(gold, _checked(gold, documents), file.record(), file.annotations())


def _checked(gold: Gold, documents: Mapping[str, Document | None]) -> dict[str, Document]:
    checked: dict[str, Document] = {}
    for key, document in documents.items():
        report = gold.reports[key]
        if document is None:
            raise GoldError(str(report.path), "memcon refuses this report; `memcon add` says why.")
        if document.text != report.text:
            raise GoldError(str(report.path), "memcon reads another text than the file's own, so offsets do not fit.")
        checked[key] = document
    return checked


_SCORERS: Mapping[str, tuple[Callable[[Sequence[Reading]], tuple[Score, ...]], str]] = {
    "statements": (score_statements, statements.NAIVE),
    "times": (score_times, ""),
    "trace": (score_trace, trace.NAIVE),
    "acts": (score_acts, ""),
    "record": (score_record, ""),
}


def _sources(gold: Path | None, examples: Path, absent: list[str]) -> Iterable[tuple[str, list[Reading]]]:
    """The gold that was given and the project's own, each with the prefix of its figures; what is missing is noted."""
    if gold is None:
        absent.append("gold: none was given. Name its folder with --gold or MEMCON_GOLD.")
    elif sets := read_gold(gold):
        yield "", [read_reports(each) for each in sets]
    else:
        absent.append(f"gold: {gold} holds no YAML file.")
    other = examples.parent / _ATTRIBUTION
    own = (("example_", examples, "gold*"), ("read_", other, "read*"), ("unread_", other, "unread*"))
    found = [(prefix, sets) for prefix, folder, name in own if (sets := read_gold(folder, pattern=f"{name}.yaml"))]
    for prefix, sets in found:
        yield prefix, [read_reports(each) for each in sets]
    if not found:
        absent.append("example: the invented reports lie beside the source code, and are not in an installed package.")


def _figures(suite: str, prefix: str, readings: Sequence[Reading]) -> list[Figure]:
    scorer, naive = _SCORERS[suite]
    digest = sha256("".join(each.gold.digest for each in readings).encode()).hexdigest()
    return [_figure(suite, f"{prefix}{score.name}", score, naive, digest) for score in scorer(readings)]


def _language(data: Path | None, examples: Path, absent: list[str]) -> list[Figure]:
    """The packaged model on public corpora, each beside what was published, and on the project's own paraphrases."""
    if data is None:
        absent.append("language: no corpora. Name the folder of public data with --data or MEMCON_DATA.")
    pairs = examples.parent / "paraphrases.tsv"
    if data is None and not pairs.exists():
        return []
    return [
        _figure("language", score.name, score, language.PUBLISHED.get(score.name, (0.0, ""))[1], digest)
        for score, digest in language.measure(data, Weights(), pairs=pairs)
    ]


def _speakers(data: Path | None, absent: list[str]) -> list[Figure]:
    """Chains, speakers, parties and attributions on public corpora."""
    if data is None:
        absent.append("statements: no corpora. Name the folder of public data with --data or MEMCON_DATA.")
        return []
    return [
        _figure("statements", score.name, score, speakers.WHOSE.get(score.name, ""), digest)
        for score, digest in speakers.measure(data)
    ]


def _times(data: Path | None, examples: Path, absent: list[str]) -> list[Figure]:
    """Expressions of time on public corpora and in invented reports."""
    if data is None:
        absent.append("times: no corpora. Name the folder of public data with --data or MEMCON_DATA.")
    return [
        _figure("times", score.name, score, times.NAIVE, digest)
        for score, digest in times.measure(data, examples.parent / _TIMES)
    ]


def _acts(data: Path | None, examples: Path, absent: list[str]) -> list[Figure]:
    """Acts in invented sentences, in real readouts and in text that has none."""
    if data is None:
        absent.append("acts: no corpora. Name the folder of public data with --data or MEMCON_DATA.")
    return [
        _figure("acts", score.name, score, "", digest) for score, digest in acts.measure(data, examples.parent / _ACTS)
    ]


def _record(data: Path | None, absent: list[str]) -> list[Figure]:
    """What is put together across documents, on public corpora."""
    if data is None:
        absent.append("record: no corpora. Name the folder of public data with --data or MEMCON_DATA.")
        return []
    return [
        _figure("record", score.name, score, events.WHOSE.get(score.name, ""), digest)
        for score, digest in events.measure(data)
    ]


def _speed(data: Path | None, absent: list[str]) -> list[Figure]:
    score = speed.measure(data / "readouts") if data else None
    if score is None:
        absent.append("speed: no readouts to read. Name the folder that holds `readouts` with --data or MEMCON_DATA.")
        return []
    return [_figure("speed", score.name, score, "", "")]


def _figure(suite: str, name: str, score: Score, naive: str, digest: str) -> Figure:
    floor = read_floors().get((suite, name))
    return Figure(
        suite,
        name,
        score.value,
        score.low,
        score.high,
        score.n,
        floor=floor.floor if floor and floor.digest == digest else None,
        reference_value=score.naive,
        reference_whose=None if score.naive is None else naive,
        digest=digest,
    )


def _given(variable: str) -> Path | None:
    value = os.environ.get(variable)
    return Path(value) if value else None
