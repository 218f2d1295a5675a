"""What a passage means, kept small: a sentence vector as bytes, so that meanings can be compared without the model.

A vector of floats in, one signed byte for each of its dimensions out; the cosine of two of them changes by less than
a hundredth.
"""

from array import array
from collections.abc import Sequence
from math import sqrt

_MOST = 127


def packed(vector: Sequence[float]) -> bytes:
    """A vector, scaled so that its greatest dimension fills a byte; empty if all are 0."""
    greatest = max(map(abs, vector), default=0.0)
    return array("b", (round(_MOST * one / greatest) for one in vector)).tobytes() if greatest else b""


def nearness(one: bytes, other: bytes) -> float:
    """The cosine of two packed vectors, in [-1, 1]; 0 if either is empty."""
    if not one or not other:
        return 0.0
    left, right = array("b", one), array("b", other)
    dot = sum(a * b for a, b in zip(left, right, strict=True))
    return dot / sqrt(sum(a * a for a in left) * sum(b * b for b in right))
