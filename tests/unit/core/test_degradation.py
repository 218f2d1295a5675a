"""How damaged a report is, with its uncertainty."""

import pytest

from memcon.core.annotation import Damage
from memcon.core.degradation import degradation
from memcon.testing import document

MADE = document("White Home spoke of peace. " * 40)


def damaged(*starts: int) -> list[Damage]:
    """Damage at some places."""
    return [Damage(MADE.anchor(start, start + 1), "name", None, 0.9, "why") for start in starts]


@pytest.mark.parametrize(
    ("marks", "words", "low", "high"), [(0, 100, 0.0, 0.037), (10, 100, 0.055, 0.174), (100, 100, 0.963, 1.0)]
)
def test_the_interval_is_wilsons(marks: int, words: int, low: float, high: float) -> None:
    """The bounds are those of the published tables."""
    found = degradation(damaged(*range(marks)), words)
    assert (marks / words, low, high) == pytest.approx((found.share, found.low, found.high), abs=5e-4)


def test_more_text_is_more_certain() -> None:
    """Ten times the text with ten times the damage has the same share and a narrower interval."""
    small, large = degradation(damaged(0), 20), degradation(damaged(*range(10)), 200)
    assert small.share == large.share
    assert small.low < large.low < large.share < large.high < small.high


def test_no_words() -> None:
    """Of a document without words nothing is known."""
    found = degradation(damaged(), 0)
    assert (found.marks, found.words, found.share, found.low, found.high) == (0, 0, 0.0, 0.0, 1.0)


def test_a_place_counts_once() -> None:
    """Two kinds of damage at one place are one damaged place."""
    assert degradation(damaged(3, 3, 7), 50).marks == 2
