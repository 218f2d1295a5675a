"""How many of what a passage tells, so that two passages can be compared.

In: a passage. Out: quantities: a number with how loose it is, and what is counted. Times and ordinals are none:
what is told of the calendar is compared as such, and the twelfth of a series is a name.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from memcon.core.anchor import Anchor
from memcon.core.terms import listed, terms

_TOKEN = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+(?:,\d{3})*(?:\.\d+)?|%|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_NOUNS = 3  # words behind a number in which the noun stands
_STEM = 6
_DASHES = frozenset({"-", "–", "—"})
_AROUND = 5  # words on either side of a figure
_LONG = 4  # letters from which a word bears meaning
_THOUSAND = 1000
_ROUNDED = 4  # digits from which a number that ends in zeros is taken for a rounded one


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something, the same wherever it stands.

    Attributes:
        number: In the first of its units, where it has one.
        low, high: The least and the most it may mean.
        of: The unit, or stems of the words for what is counted.
        anchor: The words.
        head: The last of these words, and so the noun.
        beside: Of a figure in a unit, stems of the words around it, which tell what is measured.
    """

    number: float
    low: float
    high: float
    of: frozenset[str]
    anchor: Anchor = field(compare=False)
    head: str = ""
    beside: frozenset[str] = frozenset()

    def comparable(self, other: "Quantity") -> bool:
        """Whether the same is counted, or measured: no "patrol boats" and "fishing boats"."""
        if not self.of & other.of:
            return False
        if self.of <= _measures():
            return self.agrees(other) or bool(self.beside & other.beside) or not (self.beside and other.beside)
        own, others = self.of - {self.head}, other.of - {other.head}
        return self.head != other.head or not own or not others or bool(own & others)

    def agrees(self, other: "Quantity") -> bool:
        """Whether both may be one number, of which one is told more roughly."""
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
        if number is None or _is_name(text, tokens, n):
            n += 1
            continue
        number, upper, after = _range(words, n, number, after)
        unit, factor, end = _counted(words, after)
        if unit and not _is_clock(words, n, after):
            measured = unit <= _measures()
            low, high = _reach(words, n, after, number, measured=measured) if upper is None else (number, upper)
            yield Quantity(
                (number if upper is None else (number + upper) / 2) * factor, low * factor, high * factor, unit,
                Anchor(anchor.document, tokens[n].start(), tokens[end - 1].end()),
                words[end - 1][:_STEM], _beside(words, n, end) if measured else frozenset(),
            )  # fmt: skip
        n = max(end, n + 1)


def _range(words: list[str], n: int, number: float, after: int) -> tuple[float, float | None, int]:
    """Both ends of a range and where it ends: of "between 10 and 15 boats", "10 to 15 boats", "two to three million".

    The upper end is None where a number is none.
    """
    link = words[after] if after + 1 < len(words) else ""
    before = words[n - 1] if n else ""
    if not (link in _DASHES or (link == "to" and before != "from") or (link == "and" and before == "between")):
        return number, None, after
    upper, end = _number(words, after + 1)
    scales = [terms("quantities")["numbers"].get(word, 1) for word in words[after + 1 : end] if word in _scales()]
    lower = number if _scales() & set(words[n:after]) else number * math.prod(scales)
    return (lower, upper, end) if upper is not None and lower < upper else (number, None, after)


def _beside(words: list[str], n: int, end: int) -> frozenset[str]:
    """Stems of the words around a figure that bear meaning."""
    around = (*words[max(0, n - _AROUND) : n], *words[end : end + _AROUND])
    return frozenset(word[:_STEM] for word in around if len(word) >= _LONG and word.isalpha() and word not in _ends())


def _is_name(text: str, tokens: list[re.Match[str]], n: int) -> bool:
    """Whether digits are part of a name, a clock or a range: "G7", "F-16", "9:30", "Article 5", "10-15"."""
    start = tokens[n].start()
    if not text[start].isdigit():
        return False
    joined = start > 0 and (text[start - 1].isalnum() or text[start - 1] in "-–/:.")
    before = tokens[n - 1].group() if n > 1 else ""
    return joined or (before[:1].isupper() and not before.endswith(("'s", "’s")))


def _reach(words: list[str], n: int, after: int, number: float, *, measured: bool) -> tuple[float, float]:
    """The least and the most that a number may mean: what is counted one by one is exact, what is measured is not."""
    known = terms("quantities")
    for told, part in known["loose"].items():
        if _is_before(words, n, told):
            return number * (1 - part), number * (1 + part)
    if any(_is_before(words, n, told) for told in known["bounds"]["least"]):
        return number, math.inf
    if any(_is_before(words, n, told) for told in known["bounds"]["most"]):
        return 0.0, number
    large = any(known["numbers"].get(word, 0) >= _THOUSAND for word in words[n:after])
    half = _last_digit(words[n], whole=not (measured or large)) / 2 * number
    return number - half, max(number, math.nextafter(number + half, number))  # from there on it would be the next one


def _is_before(words: list[str], n: int, told: str) -> bool:
    """Whether words stand before a number, or before its "a"."""
    spelled = told.split()
    ends = (n, n - 1) if n and words[n - 1] == "a" else (n,)
    return any(words[max(0, end - len(spelled)) : end] == spelled for end in ends)


def _last_digit(printed: str, *, whole: bool) -> float:
    """What one of the last digit is, as a part of the number; of a whole number that does not look rounded, nothing."""
    digits = printed.replace(",", "")
    if not _DIGITS.fullmatch(printed):
        return 0.0 if whole else 1 / max(1.0, terms("quantities")["numbers"].get(printed, 1))
    units, _, tail = digits.partition(".")
    if not float(digits) or (whole and not tail and (len(units) < _ROUNDED or not units.endswith("00"))):
        return 0.0
    zeros = len(units) - len(units.rstrip("0")) if whole and not tail else 0
    return 10.0 ** (zeros - len(tail)) / float(digits)


def _number(words: list[str], n: int) -> tuple[float | None, int]:
    """The number that begins here, and where it ends: digits or words, then how many times they are meant."""
    names = terms("quantities")["numbers"]
    total, last, at = 0.0, None, n
    if _DIGITS.fullmatch(words[n]):
        last, at = float(words[n].replace(",", "")), n + 1
    while at < len(words):
        link = at + 1 if words[at] == "and" and at > n and names.get(words[at - 1], 0) >= 100 else at
        parts = words[link].split("-") if link < len(words) else [""]
        known = [names[part] for part in parts if part in names]
        if len(known) < len(parts):
            break
        if parts[-1] in _scales():
            last = (last or 1) * sum(known)
            if sum(known) >= 1000:
                total, last = total + last, 0.0
        elif last is not None and (_DIGITS.fullmatch(words[n]) or sum(known) >= _room(last)):
            break
        else:
            last = (last or 0) + sum(known)
        at = link + 1
    value = None if last is None else total + last
    indefinite = at == n + 1 and words[n] in _scales() - {"dozen"}
    return (None, n) if indefinite else (value, at)


def _room(number: float) -> int:
    """What the next word of a number must be below: after "twenty" a digit, after "two hundred" all up to 99."""
    return 100 if number % 100 == 0 else 10 if number % 10 == 0 else 0


def _counted(words: list[str], at: int) -> tuple[frozenset[str], float, int]:
    """What is counted, by how much a figure of that unit is multiplied, and where its words end."""
    for name, spelled, factor in _units():
        if tuple(words[at : at + len(spelled)]) == spelled:
            return frozenset({name}), factor, at + len(spelled)
    of = listed("quantities", "of")
    found: list[str] = []
    while at < len(words) and len(found) < _NOUNS:
        word = words[at]
        if word in of and not found:
            at += 1
            continue
        if not word[0].isalpha() or word in _ends() or word in of:
            break
        found.append(word)
        at += 1
    return frozenset(word[:_STEM] for word in found), 1.0, at


def _scales() -> frozenset[str]:
    """What multiplies the number before it; by itself only a dozen is a number."""
    return listed("quantities", "scales")


def _ends() -> frozenset[str]:
    return listed("quantities", "ends")


@cache
def _measures() -> frozenset[str]:
    return frozenset(name for name, _, _ in _units())


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
    return not listed("quantities", "clock").isdisjoint({behind, before}) or year
