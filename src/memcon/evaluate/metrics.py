"""Precision, recall, F1 and two measures of clusterings, with bootstrap intervals.

What was found and what should have been found is told item by item as `Counts`, so that the same numbers can be summed
per document and resampled. Pure Python: the largest gold has a few hundred items.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

_ROUNDS = 1000  # the interval's ends move by less than 0.01 between seeds
_DOCUMENTS = 5  # fewer documents than this cannot be resampled sensibly; their items are
_SEED = 1979  # of the year of the bootstrap; any other would do

Unit = TypeVar("Unit")


@dataclass(frozen=True, slots=True)
class Counts:
    """How often something was right, was predicted, and was there to be found."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)


HIT, MISS, SPURIOUS, WRONG = Counts(1, 1, 1), Counts(0, 0, 1), Counts(0, 1, 0), Counts(0, 1, 1)


def precision(counts: Sequence[Counts]) -> float:
    """Share of what was predicted that is right; 0 if nothing was predicted."""
    return _ratio(sum(count.right for count in counts), sum(count.predicted for count in counts))


def recall(counts: Sequence[Counts]) -> float:
    """Share of what was there to be found that was found; 0 if there was nothing."""
    return _ratio(sum(count.right for count in counts), sum(count.gold for count in counts))


def f1(counts: Sequence[Counts]) -> float:
    """Harmonic mean of precision and recall, over all items together.

    Source:
        van Rijsbergen 1979, F with equal weights, in its micro-averaged form.
    """
    return _ratio(2 * sum(count.right for count in counts), sum(count.predicted + count.gold for count in counts))


def interval(units: Sequence[Unit], statistic: Callable[[Sequence[Unit]], float]) -> tuple[float, float]:
    """95% bootstrap interval of a statistic over units drawn with replacement.

    Returns:
        Low and high; the value twice if there are fewer than two units. The same for the same units, always.

    Source:
        Efron 1979, percentile interval.
    """
    if len(units) < 2:
        value = statistic(units)
        return value, value
    random = Random(_SEED)  # noqa: S311 -- resampling, not secrecy
    values = sorted(statistic(random.choices(units, k=len(units))) for _ in range(_ROUNDS))
    return values[round(0.025 * _ROUNDS)], values[round(0.975 * _ROUNDS) - 1]


def resampled(documents: Sequence[Sequence[Counts]]) -> list[Counts]:
    """What to draw from: the documents' sums where there are at least five documents, else the single items."""
    if len(documents) >= _DOCUMENTS:
        return [sum(items, Counts()) for items in documents]
    return [counts for items in documents for counts in items]


def b_cubed(gold: Mapping[str, Hashable], predicted: Mapping[str, Hashable]) -> tuple[tuple[float, float], ...]:
    """Precision and recall of every item's own cluster, in the order of `gold`.

    Args:
        gold: The cluster each item belongs to.
        predicted: The cluster each item was put in; items that are in none stand alone.

    Source:
        Bagga and Baldwin 1998, with equal weights for the items.
    """
    found = {item: predicted.get(item, (item,)) for item in gold}
    return tuple(_cubed(item, gold, found) for item in gold)


def cubed_precision(items: Sequence[tuple[float, float]]) -> float:
    """Mean precision over the items of `b_cubed`."""
    return _ratio(sum(item[0] for item in items), len(items))


def cubed_recall(items: Sequence[tuple[float, float]]) -> float:
    """Mean recall over the items of `b_cubed`."""
    return _ratio(sum(item[1] for item in items), len(items))


def cubed_f1(items: Sequence[tuple[float, float]]) -> float:
    """Harmonic mean of the two means."""
    exact, whole = cubed_precision(items), cubed_recall(items)
    return _ratio(2 * exact * whole, exact + whole)


def adjusted_rand(gold: Mapping[str, Hashable], predicted: Mapping[str, Hashable]) -> float:
    """Agreement of two clusterings of the items of `gold`, 0 by chance, 1 when equal; may be negative.

    Source:
        Hubert and Arabie 1985. Two clusterings that leave nothing to chance (all apart, or all together) agree by 1.
    """
    found = {item: predicted.get(item, (item,)) for item in gold}
    together = _pairs(Counter((gold[item], found[item]) for item in gold))
    in_gold, in_found = _pairs(Counter(gold.values())), _pairs(Counter(found.values()))
    expected = _ratio(in_gold * in_found, len(gold) * (len(gold) - 1) / 2)
    most = (in_gold + in_found) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)


def _cubed(item: str, gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> tuple[float, float]:
    own = {other for other in gold if gold[other] == gold[item]}
    put = {other for other in gold if found[other] == found[item]}
    return len(own & put) / len(put), len(own & put) / len(own)


def _pairs(sizes: Counter[Hashable]) -> float:
    return sum(size * (size - 1) / 2 for size in sizes.values())


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
