"""Two passages compared word by word: two texts in, the pieces of each with what the other lacks out.

Words are what they are to `memcon.trace`: letters and digits, folded, so that a comma or a capital is no difference.
The longest common runs are matched first (`difflib`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with the marks between them; `own` if the other passage does not have it there."""

    text: str
    own: bool


def compared(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces of both; those of each, joined, are its text."""
    ones, others = (list(_WORD.finditer(text)) for text in (left, right))
    first, second = ([word.group().casefold() for word in words] for words in (ones, others))
    if first == second:  # as nearly always, and quick where a whole report was copied
        return (Piece(left, own=False),), (Piece(right, own=False),)
    codes = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    own_left = [(start, end) for tag, start, end, _, _ in codes if tag in {"delete", "replace"}]
    own_right = [(start, end) for tag, _, _, start, end in codes if tag in {"insert", "replace"}]
    return tuple(_pieces(left, ones, own_left)), tuple(_pieces(right, others, own_right))


def _pieces(text: str, words: Sequence[re.Match[str]], own: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    place = 0
    for start, end in own:
        first, last = words[start].start(), words[end - 1].end()
        if place < first:
            yield Piece(text[place:first], own=False)
        yield Piece(text[first:last], own=True)
        place = last
    if place < len(text):
        yield Piece(text[place:], own=False)
