"""Figures that are rare enough that two which agree are one: "6.97 billion francs" is "about 7 billion francs".

In: the words of what is asked or promised. Out: its large quantities, which agree or do not.
"""

from collections.abc import Iterable, Iterator

from memcon.core.anchor import Anchor
from memcon.core.quantities import Quantity, quantities

_LARGE = 1000.0


def amounts(text: str, anchor: Anchor) -> Iterator[Quantity]:
    """The figures of a passage that are large enough to be known by.

    Args:
        text: The document's.
    """
    return (one for one in quantities(text, anchor) if one.number >= _LARGE)


def agree(some: Iterable[Quantity], others: Iterable[Quantity]) -> bool:
    """Whether two are one figure, of which one may be told more roughly."""
    others = tuple(others)
    return any(one.comparable(other) and one.agrees(other) for one in some for other in others)
