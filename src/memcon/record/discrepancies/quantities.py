"""How many of what a passage tells, so that two accounts can be compared.

In: a passage. Out: quantities: a number with how loose it is, and what is counted. Times and ordinals are none:
what is told of the calendar is compared as such, and the twelfth of a series is a name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from memcon.core.anchor import Anchor
from memcon.core.terms import terms

_TOKEN = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+(?:,\d{3})*(?:\.\d+)?|%|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_NOUNS = 3  # words behind a number in which the noun stands
_ENDS = frozenset(
    "to in on at by for from with and or who whose which that were was is are had has have will would".split()
)
_CLOCK = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec am pm a.m p.m o'clock hour hours minute minutes day days week weeks month months year years "
    "decade decades century second seconds night nights".split()
)
_STEM = 6
_TIMES = frozenset({"dozen", "score", "hundred", "thousand", "million", "billion", "trillion", "mn", "bn"})
"""What multiplies the number before it; by itself only a dozen is a number."""
_EXACT = 0.005
"""What a figure may be off by without being loose, as a part of itself: the rounding of its last digit."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something.

    Attributes:
        number: In the first of its units, where it has one.
        low, high: The least and the most it may mean.
        of: The unit, or stems of the words for what is counted.
        anchor: The words.
    """

    number: float
    low: float
    high: float
    of: frozenset[str]
    anchor: Anchor

    def comparable(self, other: "Quantity") -> bool:
        """Whether the same is counted."""
        return bool(self.of & other.of)

    def agrees(self, other: "Quantity") -> bool:
        """Whether both may be one number."""
        return self.low <= other.high and other.low <= self.high


def quantities(text: str, anchor: Anchor) -> tuple[Quantity, ...]:
    """Every quantity in a passage, in order.

    Args:
        text: The document's.
    """
    return tuple(_quantities(text, anchor))


def _quantities(text: str, anchor: Anchor) -> Iterator[Quantity]:
    tokens = list(_TOKEN.finditer(text, anchor.start, anchor.end))
    words = [match.group().casefold().replace("’", "'") for match in tokens]
    n = 0
    while n < len(words):
        number, after = _number(words, n)
        if number is None:
            n += 1
            continue
        unit, factor, end = _counted(words, after)
        if unit and not _is_clock(words, n, after):
            loose = _loose(words, n)
            digits = len(re.sub(r"\D|0+$", "", words[n])) or 1
            part = loose or (_EXACT if "." in words[n] or digits > 1 else 0.0)
            value = number * factor
            yield Quantity(
                value, value * (1 - part), value * (1 + part), unit,
                Anchor(anchor.document, tokens[n].start(), tokens[end - 1].end()),
            )  # fmt: skip
        n = max(end, n + 1)


def _number(words: list[str], n: int) -> tuple[float | None, int]:
    """The number that begins here, and where it ends: digits or words, then how many times they are meant."""
    names = terms("quantities")["numbers"]
    value: float | None = None
    at = n
    if _DIGITS.fullmatch(words[n]):
        value, at = float(words[n].replace(",", "")), n + 1
    while at < len(words):
        parts = words[at].split("-")
        known = [names[part] for part in parts if part in names]
        if not known or len(known) < len(parts):
            break
        if parts[-1] in _TIMES:
            value = (1 if value is None else value) * sum(known)
        elif value is None:
            value = float(sum(known))
        else:
            break
        at += 1
    indefinite = at == n + 1 and words[n] in _TIMES - {"dozen"}
    return (None, n) if indefinite else (value, at)


def _counted(words: list[str], at: int) -> tuple[frozenset[str], float, int]:
    """What is counted, by how much a figure of that unit is multiplied, and where its words end."""
    for name, spelled, factor in _units():
        if tuple(words[at : at + len(spelled)]) == spelled:
            return frozenset({name}), factor, at + len(spelled)
    of = frozenset(terms("quantities")["of"])
    found: list[str] = []
    while at < len(words) and len(found) < _NOUNS:
        word = words[at]
        if word in of and not found:
            at += 1
            continue
        if not word[0].isalpha() or word in _ENDS or word in of:
            break
        found.append(word)
        at += 1
    return frozenset(word[:_STEM] for word in found), 1.0, at


@cache
def _units() -> tuple[tuple[str, tuple[str, ...], float], ...]:
    """The longest names first."""
    found = [
        (unit["name"], tuple(words.split()), factor)
        for unit in terms("quantities")["unit"]
        for words, factor in unit["words"].items()
    ]
    return tuple(sorted(found, key=lambda one: (-len(one[1]), one)))


def _is_clock(words: list[str], start: int, after: int) -> bool:
    """Whether a number tells a date or a length of time."""
    behind = words[after] if after < len(words) else ""
    before = words[start - 1] if start else ""
    year = re.fullmatch(r"(?:1[5-9]|20)\d\d", words[start]) is not None
    return behind in _CLOCK or before in _CLOCK or year


def _loose(words: list[str], n: int) -> float:
    for told, part in terms("quantities")["loose"].items():
        spelled = told.split()
        if words[max(0, n - len(spelled)) : n] == spelled or (
            n and words[n - 1] == "a" and words[max(0, n - 1 - len(spelled)) : n - 1] == spelled
        ):
            return float(part)
    return 0.0
