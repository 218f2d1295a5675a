"""Figures with what they count, as far as reports round them: "6.97 billion francs" is "about 7 billion francs".

In: the words of what is asked or promised. Out: its `Amount`s, which agree or do not.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from memcon.align.names import fold

_AMOUNT = re.compile(r"(\d+(?:,\d{3})*)(\.\d+)?\s+(?:(hundred|thousand|million|billion|trillion)\s+)?([^\W\d_]{3,})")
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_UNIT = 5  # letters by which what is counted is compared
_LARGE = 1000.0
"""From which a figure is rare enough that two which agree are one."""


class Amount(NamedTuple):
    """A figure: its value, half of the step that its last digit tells, and of what."""

    value: float
    half: float
    unit: str


def amounts(text: str) -> Iterator[Amount]:
    """The figures of a text that are large enough to be known by."""
    for whole, rest, scale, unit in _AMOUNT.findall(fold(text)):
        size = _SCALES.get(scale, 1.0)
        value = float(whole.replace(",", "") + rest) * size
        if value >= _LARGE:
            yield Amount(value, size / 2 * 10.0 ** -len(rest[1:]), unit[:_UNIT])


def agree(some: Iterable[Amount], others: Iterable[Amount]) -> bool:
    """Whether two are one figure, of which one may be told more roughly."""
    others = tuple(others)
    return any(
        one.unit == other.unit and abs(one.value - other.value) <= max(one.half, other.half)
        for one in some
        for other in others
    )
