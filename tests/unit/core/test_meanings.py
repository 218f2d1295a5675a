"""Sentence vectors as bytes."""

from math import sqrt

import pytest

from memcon.core.meanings import nearness, packed

LEFT, RIGHT = [0.5, -0.25, 0.8, 0.1], [0.4, 0.3, 0.7, -0.2]


def test_the_cosine_outlives_packing() -> None:
    """Packed vectors have the cosine of the vectors, to a hundredth."""
    dot = sum(a * b for a, b in zip(LEFT, RIGHT, strict=True))
    cosine = dot / sqrt(sum(a * a for a in LEFT) * sum(b * b for b in RIGHT))
    assert nearness(packed(LEFT), packed(RIGHT)) == pytest.approx(cosine, abs=0.01)
    assert nearness(packed(LEFT), packed(LEFT)) == pytest.approx(1)


def test_nothing_is_near_to_what_has_no_meaning() -> None:
    """A vector of noughts packs to nothing, and nothing is near to anything."""
    assert packed([0.0, 0.0]) == b""
    assert nearness(b"", packed(LEFT)) == 0
