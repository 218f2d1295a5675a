"""Figures that other people's programs would give for the same counts."""

from collections.abc import Hashable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.evaluate.metrics import (
    HIT,
    MISS,
    SPURIOUS,
    WRONG,
    Counts,
    adjusted_rand,
    b_cubed,
    cubed_f1,
    cubed_precision,
    cubed_recall,
    f1,
    interval,
    precision,
    recall,
    resampled,
)

clusterings = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=1), st.integers(0, 3), min_size=1)


def _numbered(*sizes: int) -> dict[str, Hashable]:
    clusters = [number for number, size in enumerate(sizes) for _ in range(size)]
    return {f"{position:02}": cluster for position, cluster in enumerate(clusters)}


def test_precision_recall_and_f1() -> None:
    """Two of three finds are right, and two of four things were found."""
    counts = [HIT, HIT, SPURIOUS, MISS, MISS]
    assert precision(counts) == pytest.approx(2 / 3)
    assert recall(counts) == pytest.approx(2 / 4)
    assert f1(counts) == pytest.approx(2 * (2 / 3) * (2 / 4) / (2 / 3 + 2 / 4))
    assert (precision([]), recall([]), f1([])) == (0, 0, 0)


def test_a_wrong_answer_costs_both() -> None:
    """A wrong answer is a miss and a false find; no answer is only a miss."""
    assert precision([HIT, WRONG]) == recall([HIT, WRONG]) == 0.5
    assert precision([HIT, MISS]) == 1


@pytest.mark.parametrize(("joined", "expected"), [({1, 2}, 0.762), ({0, 2}, 0.583)])
def test_b_cubed_of_the_published_example(joined: set[Hashable], expected: float) -> None:
    """Bagga and Baldwin's twelve mentions in chains of 5, 2 and 5: joining the two large ones costs most."""
    gold = _numbered(5, 2, 5)
    items = b_cubed(gold, {key: "joined" if chain in joined else "alone" for key, chain in gold.items()})
    assert cubed_precision(items) == pytest.approx(expected, abs=0.001)
    assert cubed_recall(items) == 1


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ("0011", "0012", 0.571),
        ("0012", "0011", 0.571),
        ("0000", "0123", 0.0),
        ("0011", "1100", 1.0),
        ("0123", "abcd", 1.0),
    ],
)
def test_adjusted_rand_of_known_pairs(gold: str, predicted: str, expected: float) -> None:
    """The values other libraries document for these groupings."""
    names = "wxyz"
    assert adjusted_rand(
        dict(zip(names, gold, strict=True)), dict(zip(names, predicted, strict=True))
    ) == pytest.approx(expected, abs=0.001)


@given(gold=clusterings, predicted=clusterings)
def test_clusterings_compare_fairly(gold: dict[str, Hashable], predicted: dict[str, Hashable]) -> None:
    """The gold itself scores 1, renaming its clusters changes nothing, and no score leaves its range."""
    renamed = {key: f"family {cluster}" for key, cluster in gold.items()}
    assert cubed_f1(b_cubed(gold, renamed)) == adjusted_rand(gold, renamed) == 1
    assert 0 < cubed_f1(b_cubed(gold, predicted)) <= 1
    assert -1 <= adjusted_rand(gold, predicted) <= 1


def test_items_left_out_stand_alone() -> None:
    """A report that is in no predicted cluster is a cluster of its own."""
    assert cubed_precision(b_cubed({"a": 1, "b": 1}, {})) == 1
    assert cubed_recall(b_cubed({"a": 1, "b": 1}, {})) == 0.5


@given(st.lists(st.sampled_from([HIT, MISS, SPURIOUS, WRONG]), max_size=40))
def test_intervals_are_ordered_and_repeatable(counts: list[Counts]) -> None:
    """An interval lies in the statistic's range and is the same every time."""
    low, high = interval(counts, f1)
    assert 0 <= low <= high <= 1
    assert interval(counts, f1) == (low, high)


def test_intervals_shrink_with_more_items() -> None:
    """Ten times the items tell more; twenty heads and twenty tails give the textbook's 0.35 to 0.65."""
    few, many = interval([HIT, MISS] * 20, recall), interval([HIT, MISS] * 200, recall)
    assert few == pytest.approx((0.35, 0.65), abs=0.03)
    assert many[1] - many[0] < (few[1] - few[0]) / 2


def test_documents_are_drawn_whole_when_there_are_five() -> None:
    """Items of one document stand or fall together; below five documents the items are drawn."""
    assert resampled([[HIT, MISS]] * 5) == [Counts(1, 1, 2)] * 5
    assert resampled([[HIT, MISS]] * 4) == [HIT, MISS] * 4
