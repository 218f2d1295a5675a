"""How much of a report is damaged, as one figure with its uncertainty.

In: the marks in a document and its number of words. Out: the share of words at which damage begins.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from memcon.core.annotation import Damage
from memcon.core.ids import DocumentId

_Z = 1.96  # a 95 % interval


@dataclass(frozen=True, slots=True)
class Degradation:
    """Damage of a document.

    Attributes:
        marks: How many places are damaged; one that is damaged in two ways counts once.
        words: Of the document.
        share: Marks per word; 0 for a document without words.
        low, high: The 95 % interval of that share, were the document a sample of its maker's work.
    """

    marks: int
    words: int
    share: float
    low: float
    high: float


def degradation(damage: Iterable[Damage], words: int) -> Degradation:
    """How damaged a document is.

    Args:
        damage: The marks in it.
        words: How many words were read in it.

    Returns:
        All of [0, 1] is possible of a document without words.

    Source:
        Wilson 1927, the score interval.
    """
    marks = min(len({one.anchor.start for one in damage}), words)
    if words == 0:
        return Degradation(0, 0, 0.0, 0.0, 1.0)
    share, square = marks / words, _Z * _Z
    centre = (share + square / (2 * words)) / (1 + square / words)
    half = _Z * sqrt(share * (1 - share) / words + square / (4 * words * words)) / (1 + square / words)
    low = 0.0 if marks == 0 else centre - half
    high = 1.0 if marks == words else centre + half
    return Degradation(marks, words, share, low, high)


def unsound(states: Mapping[DocumentId, Degradation]) -> frozenset[DocumentId]:
    """The documents that are certainly more damaged than the soundest of them."""
    soundest = min((state.high for state in states.values()), default=1.0)
    return frozenset(document for document, state in states.items() if state.low > soundest)
