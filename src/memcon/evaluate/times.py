"""How well expressions of time are found and understood: on public corpora, on invented reports and on the gold.

In come folders and readings; out come `Score`s, each with the digest of what it was measured on. The measures are
those of `timex`: strict, relaxed, value and type F1.

- MEANTIME, the headline and the first five sentences, which alone are annotated: all four types of TIMEX3.
- GUM dev: TEI's dates, which are those in the calendar, no lengths and nothing that recurs. So of what is found only a
  date or time counts whose place in the calendar is told, and it is compared by its first and last day.
- `examples/times`: invented reports, some read while rules were made and some not.
- The gold's engagements: whether what stands around their evidence gives their beginning, end and length.

Beside all but the last stands the naive method: dateparser's search, with the date of publication to reckon from.
"""

import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from memcon.core.dates import PartialDate
from memcon.core.document import Document
from memcon.core.times import Interval, Time
from memcon.evaluate import corpora
from memcon.evaluate.gold import Gold, GoldEngagement
from memcon.evaluate.metrics import HIT, WRONG, f1, recall
from memcon.evaluate.scoreboard import Score
from memcon.evaluate.tally import Measure, Tally, add, scored
from memcon.evaluate.timecorpora import Sample, dated, gum, marked_reports, meantime
from memcon.evaluate.timex import MEASURES, Found, before_christ, counts, day, paired, right
from memcon.language.sentences import sentence_ranges

Tagger = Callable[[Document], Sequence[Found]]
"""Finds the expressions of a document; so another library can stand where memcon stands."""

NAIVE = "dateparser's `search_dates`; a moment is right if, cut to the precision of the gold's value, it is that value"

NAMES = frozenset(f"{corpus}_{one}_f1" for corpus in ("meantime", "gum") for one in MEASURES) - {"gum_type_f1"}
"""Every figure on public corpora."""

ENGAGEMENTS = (Measure("engagement_times_recall", "engagement_times", recall),)

_SMALL = "and|as|at|by|during|for|from|in|is|it|of|on|or|since|that|to|until|with"
_AHEAD = re.compile(rf"(?:(?:{_SMALL})\b[\s,]*|[\s,]+)+", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:[\s,]+(?:{_SMALL}|an?|the)\b|[\s,]+)+$", re.IGNORECASE)
_ANY_YEAR = re.compile(r"XXXX-(?:\d\d|SP|SU|FA|WI)\b")
_UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001 -- dateparser wants bare ones; any would do that is the same tomorrow


def packaged() -> Callable[[Document], Sequence[Time]]:
    """What memcon itself finds, with the weights it ships."""
    from memcon.annotate import annotate
    from memcon.language.packaged import Packaged
    from memcon.language.weights import Weights

    language = Packaged(Weights())
    return lambda document: annotate(document, language.read(document)[0])[0].times


def measure(
    data: Path | None, examples: Path | None, times: Callable[[Document], Sequence[Time]] | None = None
) -> Iterator[tuple[Score, str]]:
    """Every figure for which there are texts, with the SHA-256 of those.

    Args:
        data: Folder of public data.
        examples: Folder with the invented reports, in `read` and `unread`.
        times: What is measured, so that a test can put something else in memcon's place.
    """
    tagger = tagging(times or packaged())
    for corpus, paths in _corpora(data, examples):
        samples = list(_READERS[corpus](paths))
        measures = [Measure(f"{corpus}_{one}_f1", one, f1) for one in MEASURES]
        digest = corpora.digest(paths)
        for score in scored(measures, tally(corpus, samples, tagger), tally(corpus, samples, naive)):
            yield score, digest


def tagging(times: Callable[[Document], Sequence[Time]]) -> Tagger:
    """What memcon finds, as it is scored."""

    def tagger(document: Document) -> list[Found]:
        return [_found(time) for time in times(document)]

    return tagger


def tally(corpus: str, samples: Iterable[Sample], tagger: Tagger) -> Tally:
    """What a method gets right of a corpus, by measure and document; without `type` if either side tells none."""
    counted: Tally = {}
    typed = True
    for sample in samples:
        found = _told(corpus, tagger(sample.document))
        typed = typed and all(one.type for one in sample.expected) and all(one.type for one in found)
        for measure, items in counts(sample.expected, found).items():
            for one in items:
                add(counted, measure, (corpus, sample.name), one)
    return counted if typed else {measure: places for measure, places in counted.items() if measure != "type"}


def naive(document: Document) -> list[Found]:
    """What dateparser finds: stretches of the text and moments, without types.

    Where no date of publication is known it reckons from a fixed one, so that figures repeat.
    """
    # It comes with trafilatura; only scoring uses it.
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    published = document.published
    base = datetime.fromisoformat(day(published.iso, last=True)) if published else _UNDATED
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # from Python 3.13, its own use of strptime
        dates = search_dates(document.text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
    found, at = [], 0
    for words, moment in dates:
        start = document.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            bare, end = trimmed(document.text, start, at)
            found.append(Found(bare, end, moment=moment.isoformat()))
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without small words at its ends, which other libraries take for parts of a date; never empty."""
    words = text[start:end]
    begin = (ahead.end() if (ahead := _AHEAD.match(words)) else 0) + start
    stop = (behind.start() if (behind := _BEHIND.search(words)) else len(words)) + start
    return (begin, stop) if begin < stop else (start, end)


def misses(data: Path | None, examples: Path | None = None) -> Iterator[str]:
    """What is missing, spurious or wrong, in lines to read while working on rules; nothing of the unread reports."""
    tagger = tagging(packaged())
    for corpus, paths in _corpora(data, examples):
        for sample in _READERS[corpus](paths) if corpus != "unread" else ():
            found = _told(corpus, tagger(sample.document))
            yield from (f"{corpus} {sample.name}: {fault}" for fault in _faults(sample, found))


def _faults(sample: Sample, found: Sequence[Found]) -> Iterator[str]:
    pairs = dict(paired(sample.expected, found))
    for number, gold in enumerate(sample.expected):
        words = sample.document.text[gold.start : gold.end]
        one = found[pairs[number]] if number in pairs else None
        if one is None:
            yield f"missed {words!r} {gold.value}"
        else:
            exact = (one.start, one.end) == (gold.start, gold.end)
            typed = not (gold.type and one.type) or gold.type == one.type
            if not (exact and typed and right(gold.value, one)):
                told = sample.document.text[one.start : one.end]
                yield f"{words!r} {gold.type} {gold.value} was read as {told!r} {one.type} {one.values} {one.intervals}"
    for number in sorted(set(range(len(found))) - set(pairs.values())):
        one = found[number]
        yield f"spurious {sample.document.text[one.start : one.end]!r} {one.type} {one.values}"


def _found(time: Time) -> Found:
    intervals = (_ends(time.interval),) if time.interval else ()
    return Found(time.anchor.start, time.anchor.end, (time.value,), intervals, type=time.type)


def _ends(interval: Interval) -> tuple[str, str]:
    return interval.first.iso if interval.first else "", interval.last.iso if interval.last else ""


def _told(corpus: str, found: Iterable[Found]) -> list[Found]:
    """What counts as an answer on a corpus: GUM does not mark lengths, what recurs, and what cannot be placed."""
    return [one for one in found if corpus != "gum" or _placed(one)]


def _placed(found: Found) -> bool:
    """Whether it tells a place in the calendar, or one outside of it: before Christ, or in any year."""
    outside = any(before_christ(value) is not None or _ANY_YEAR.match(value) for value in found.values)
    return bool(found.moment or ((found.intervals or outside) and found.type in {"date", "time"}))


def _corpora(data: Path | None, examples: Path | None) -> Iterator[tuple[str, list[Path]]]:
    for corpus, pattern in _FILES.items():
        folder = data if corpus in {"meantime", "gum"} else examples
        if folder and (paths := sorted(folder.glob(pattern))):
            yield corpus, paths


_FILES = {
    "meantime": "wikinews/docs.jsonl",
    "gum": "gum/xml/dev/*.xml",
    "read": "read/*.txt",
    "unread": "unread/*.txt",
}

_READERS: Mapping[str, Callable[[Sequence[Path]], Iterable[Sample]]] = {
    "meantime": lambda paths: (sample for path in paths for sample in meantime(path)),
    "gum": gum,
    "read": marked_reports,
    "unread": marked_reports,
}


# -- engagements ------------------------------------------------------------------------------------------------------

_PERIOD = r"(?:week|weekend|month|year|spring|summer|autumn|fall|winter)s?"
_DATING = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|(?:1[89]|20)\d\d|\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m\b"
    r"|(?i:today|yesterday|tomorrow|tonight|(?:this|last|next|earlier|previous|following) (?:this |in the )?"
    rf"(?:{_PERIOD}|morning|afternoon|evening|night)|the day (?:before|after)|{_PERIOD} (?:ago|earlier|later)))"
)
_MEASURING = re.compile(r"(?i)\b(?:minute|hour|day|week)s?\b")
_PRECISIONS = ("year", "month", "day", "minute")


@dataclass(frozen=True, slots=True)
class Slot:
    """A beginning, an end or a length that the gold gives, and whether a report's own expressions give it too.

    Attributes:
        slot: `start`, `end` or `duration`.
        near: The expressions found around the evidence, as lines to read.
    """

    engagement: str
    slot: str
    gold: str
    right: bool
    near: tuple[str, ...]


def engagements(gold: Gold, documents: Mapping[str, Document], times: Callable[[Document], Sequence[Time]]) -> Tally:
    """For each slot of an engagement near whose evidence a time is told, whether it was found; see `slots`."""
    counted: Tally = {}
    for one in slots(gold, documents, times):
        add(counted, "engagement_times", (gold.name, one.engagement), HIT if one.right else WRONG)
    return counted


def slots(
    gold: Gold, documents: Mapping[str, Document], times: Callable[[Document], Sequence[Time]]
) -> tuple[Slot, ...]:
    """The beginnings, ends and lengths that can be read near the evidence, as found in reports dated by the gold.

    Near are the sentences of an evidence phrase, the one before and the one after. Whether a time is told there is
    decided by a few words kept here, so that what is asked does not depend on what is found.

    A beginning or end is found if one of the expressions near by has such a first or last date, at least to the month,
    unless the gold itself knows the year only. The gold's times are local, so offsets are left aside.
    """
    reports = {key: dated(document, gold.reports[key].published) for key, document in documents.items()}
    found = {key: times(report) for key, report in reports.items()} if gold.engagements else {}
    made: list[Slot] = []
    for number, engagement in enumerate(gold.engagements):
        texts, near, lines = [], [], []
        for report, start, end in _surroundings(engagement, reports):
            text = reports[report].text
            texts.append(text[start:end])
            inside = [one for one in found[report] if start <= one.anchor.start and one.anchor.end <= end]
            near += inside
            lines += [
                f"{report} {text[one.anchor.start : one.anchor.end]!r} {one.value} {one.interval}" for one in inside
            ]
        name = engagement.id or str(number)
        for slot, cue, value, hit in _asked(engagement, near):
            if any(cue.search(text) for text in texts):
                made.append(Slot(name, slot, value, hit, tuple(lines)))
    return tuple(made)


def _asked(engagement: GoldEngagement, near: Sequence[Time]) -> Iterator[tuple[str, re.Pattern[str], str, bool]]:
    """Each slot that the gold fills: its name, the words that tell such a thing, its value, and whether it is near."""
    intervals = [one.interval for one in near if one.interval]
    for slot, gold, dates in (
        ("start", engagement.start, [one.first for one in intervals]),
        ("end", engagement.end, [one.last for one in intervals]),
    ):
        if gold:
            yield slot, _DATING, gold.iso, any(_agrees(gold, date) for date in dates if date)
    if (wanted := engagement.duration) is not None:
        lengths = [one.duration.relation(wanted) for one in near if one.duration]
        yield "duration", _MEASURING, wanted.iso, any(one in {"equal", "compatible"} for one in lengths)


def _agrees(gold: PartialDate, date: PartialDate) -> bool:
    exact, wanted = _PRECISIONS.index(date.precision), min(_PRECISIONS.index(gold.precision), 1)
    return exact >= wanted and _local(gold).compatible(_local(date))


def _local(date: PartialDate) -> PartialDate:
    return PartialDate(date.iso[: len("2031-05-04T16:30")])


def _surroundings(engagement: GoldEngagement, reports: Mapping[str, Document]) -> Iterator[tuple[str, int, int]]:
    """The sentences of each evidence phrase with the one before and the one after: report and range."""
    for place in engagement.evidence:
        text = reports[place.report].text
        sentences = list(sentence_ranges(text, 0, len(text)))
        inside = [number for number, (start, end) in enumerate(sentences) if start < place.end and place.start < end]
        first, last = max(inside[0] - 1, 0), min(inside[-1] + 1, len(sentences) - 1)
        yield place.report, sentences[first][0], sentences[last][1]
