"""Words of a text, each with where it stands.

In: any text. Out: words in reading order. A possessive ending is recognised and left out of the word, so that
"Halvey’s" is the word "Halvey"; abbreviations such as "U.S." keep their points.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., p.m.
    r"|[^\W_]+(?:[.,](?=\d)\d+)*(?:[’'´\-‐‑&](?=[^\W_])[^\W_]+)*",
)
_POSSESSIVE = re.compile(r"[’'´](?:s|S)$")
_PLURAL_POSSESSIVE = re.compile(r"[’'´](?=\s)")


@dataclass(slots=True, eq=False)  # frozen would triple the time it takes to make one
class Word:
    """One word.

    Attributes:
        text: Without a possessive ending.
        start, end: Its place in the text, likewise.
        possessive: Whether such an ending follows.
        lower: For looking it up: small letters, no points.
        capital: Whether it begins with a capital letter.
    """

    text: str
    start: int
    end: int
    possessive: bool
    lower: str
    capital: bool


def words(text: str) -> Iterator[Word]:
    """The words of a text."""
    for match in _WORD.finditer(text):
        word, stop = match.group(), match.end()
        if ending := _POSSESSIVE.search(word):
            word, stop, possessive = word[: ending.start()], match.start() + ending.start(), True
        else:
            possessive = word[-1] == "s" and _PLURAL_POSSESSIVE.match(text, stop) is not None
        yield Word(word, match.start(), stop, possessive, word.lower().replace(".", ""), word[0].isupper())


class Words:
    """The words of one text, to be asked for by place."""

    def __init__(self, text: str) -> None:
        self.all = tuple(words(text))
        self._starts = [word.start for word in self.all]

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that begin in a range."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
