"""Bodies of reports, and their words and sentences.

A `Body` is a report's paragraphs, without headline, credits and furniture.
"""

import re
from collections.abc import Iterable

from memcon.language.sentences import sentence_ranges

Body = tuple[str, ...]

WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")

_CURLY = str.maketrans("“”‘’«»„", '""\'\'"""')


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph."""
    return [paragraph[start:end] for start, end in sentence_ranges(paragraph, 0, len(paragraph))]


def all_sentences(body: Body) -> list[str]:
    """The sentences of a body, whatever paragraph they stand in."""
    return [sentence for paragraph in body for sentence in sentences(paragraph)]


def words(body: Iterable[str]) -> list[str]:
    """The words of some paragraphs, folded."""
    return [match.group().casefold() for paragraph in body for match in WORD.finditer(plain(paragraph))]


def plain(text: str) -> str:
    """The text with straight quotation marks and single spaces."""
    return " ".join(text.translate(_CURLY).split())


def shingles(body: Iterable[str], width: int) -> set[tuple[str, ...]]:
    """The runs of so many words."""
    run = words(body)
    return {tuple(run[index : index + width]) for index in range(len(run) - width + 1)}


def shared(one: Iterable[str], other: Iterable[str], *, width: int) -> float:
    """Share of the runs of the shorter that also stand in the longer, in [0, 1]; 0 if there are none."""
    left, right = shingles(one, width), shingles(other, width)
    return len(left & right) / (min(len(left), len(right)) or 1)


def opened(sentence: str) -> str:
    """The sentence with a capital first letter, behind any mark that opens it."""
    return re.sub(r"[^\W\d_]", lambda match: match.group().upper(), sentence, count=1)


def joined(sentence: str) -> str:
    """The sentence as it goes on inside another: its first letter small, if the word is a small one."""
    first, space, rest = sentence.partition(" ")
    return f"{first.lower()}{space}{rest}" if first in _SMALL else sentence


_SMALL = frozenset(
    "The A An In On At By For From With After Before During While When As It He She They We This These That Those Both "
    "Under Over Since Until Its His Her Their Our Some All Many Most Several There Today Yesterday Two Three".split()
)
