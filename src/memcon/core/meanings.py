"""What a passage means, kept small: a sentence vector as bytes, so that meanings can be compared without the model.

A vector of floats in, one signed byte for each of its dimensions out; the cosine of two of them changes by less than
a hundredth.
"""

from array import array
from collections.abc import Sequence
from math import cos, pi, sqrt

_MOST = 127
_SIGNS = b"0" + b"1" * _MOST + b"0" * (_MOST + 1)
"""For each byte whether it stands for a positive number."""


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


def signs(meaning: bytes) -> int:
    """The signs of a packed vector as one number, by which many are compared quickly; 0 if it is empty."""
    return int(meaning.translate(_SIGNS) or b"0", 2)


def alike(one: int, other: int, dimensions: int) -> float:
    """The cosine of two vectors as their signs tell it: the share of signs that differ is that of a half turn.

    Source:
        Charikar 2002, "Similarity estimation techniques from rounding algorithms".
    """
    return cos(pi * (one ^ other).bit_count() / dimensions)
