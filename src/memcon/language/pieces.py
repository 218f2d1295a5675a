"""Words as the encoder reads them: word pieces, and the case that the pieces have lost.

Each word is cut into pieces by itself, so a word's pieces never depend on its neighbours.

Source:
    Devlin et al. 2019, BERT, uncased: accents and case are taken off, punctuation and Chinese characters stand alone,
    and the longest piece of the vocabulary that fits is taken, again and again (Wu et al. 2016, WordPiece).
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

CASES = 6
"""Small letters, one capital first, all capitals, mixed, with a digit, no letters at all."""

START, BREAK, UNKNOWN = 101, 102, 100
"""The pieces [CLS], [SEP] and [UNK] of the published vocabulary."""

_MOST = 16  # pieces of one word; longer ones are identifiers and noise
_LONGEST = 100  # letters of a part that is looked up, as in BERT


class Cutter:
    """Cuts words into pieces, remembering the commonest.

    Args:
        vocabulary: The pieces in the order of their numbers; those that go on a word begin with `##`.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        numbers = {piece: number for number, piece in enumerate(vocabulary)}

        @lru_cache(maxsize=1 << 16)
        def pieces(word: str) -> tuple[int, ...]:
            found = [number for part in _parts(word) for number in _cut(part, numbers)]
            return tuple(found[:_MOST]) or (UNKNOWN,)

        self.pieces = pieces
        """The pieces of one word; at least one."""

    def lengths(self, words: Sequence[str]) -> list[int]:
        """How many pieces each word has."""
        return [len(self.pieces(word)) for word in words]


def _cut(part: str, numbers: dict[str, int]) -> list[int]:
    found: list[int] = []
    start = 0
    while start < len(part):
        end = min(len(part), start + _LONGEST)
        while end > start and (("##" if start else "") + part[start:end]) not in numbers:
            end -= 1
        if end == start:
            return [UNKNOWN]
        found.append(numbers[("##" if start else "") + part[start:end]])
        start = end
    return found if len(part) <= _LONGEST else [UNKNOWN]


def _parts(word: str) -> list[str]:
    """The word in small letters without accents, cut at punctuation and around Chinese characters."""
    letters = "".join(
        f" {character} " if _alone(character) else character
        for character in unicodedata.normalize("NFD", word).lower()
        if unicodedata.category(character) not in {"Mn", "Cc", "Cf"} and character not in "\0\ufffd"
    )
    return letters.split()


def _alone(character: str) -> bool:
    code = ord(character)
    return (
        unicodedata.category(character).startswith("P")
        or character in "$+<=>^`|~"
        or 0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x2CEAF
        or 0xF900 <= code <= 0xFAFF
        or 0x2F800 <= code <= 0x2FA1F
    )


@lru_cache(maxsize=1 << 16)
def case(word: str) -> int:
    """The case class of a word."""
    if any(character.isdigit() for character in word):
        return 4
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    if word.istitle() or (word[:1].isupper() and word[1:].islower()):
        return 1
    return 3 if any(character.isalpha() for character in word) else 5
