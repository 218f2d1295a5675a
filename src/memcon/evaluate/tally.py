"""Counts by measure and report, and the scores made from them.

Several sets of gold are pooled by adding their tallies, so that one interval covers them all.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from memcon.evaluate.metrics import Counts, interval, precision, recall, resampled
from memcon.evaluate.scoreboard import Score

Place = tuple[str, str]  # name of a set of gold, key of one of its reports
Tally = dict[str, dict[Place, list[Counts]]]  # by measure


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure: its name, what is counted for it, and what is made of the counts."""

    name: str
    counted: str
    statistic: Callable[[Sequence[Counts]], float]


def add(tally: Tally, counted: str, place: Place, counts: Counts) -> None:
    """Count one item."""
    tally.setdefault(counted, {}).setdefault(place, []).append(counts)


def pooled(tallies: Iterable[Tally]) -> Tally:
    """All of them as one."""
    whole: Tally = {}
    for tally in tallies:
        for counted, places in tally.items():
            for place, items in places.items():
                whole.setdefault(counted, {}).setdefault(place, []).extend(items)
    return whole


def scored(measures: Iterable[Measure], tally: Tally, naive: Tally) -> tuple[Score, ...]:
    """One score for each measure of which the gold has anything to find."""
    return tuple(
        _score(measure, tally[measure.counted], naive.get(measure.counted))
        for measure in measures
        if any(counts.gold for items in tally.get(measure.counted, {}).values() for counts in items)
    )


def _score(measure: Measure, places: dict[Place, list[Counts]], naive: dict[Place, list[Counts]] | None) -> Score:
    documents = [[counts for counts in places[place] if _bears(measure, counts)] for place in sorted(places)]
    items = [counts for own in documents for counts in own]
    low, high = interval(resampled([own for own in documents if own]), measure.statistic)
    return Score(
        measure.name,
        measure.statistic(items),
        low,
        high,
        n=sum(counts.predicted if measure.statistic is precision else counts.gold for counts in items),
        naive=measure.statistic([counts for own in naive.values() for counts in own]) if naive else None,
    )


def _bears(measure: Measure, counts: Counts) -> bool:
    """Whether an item bears on a measure; a draw of misses alone would otherwise pass for a precision of 0."""
    if measure.statistic is precision:
        return counts.predicted > 0
    return measure.statistic is not recall or counts.gold > 0
