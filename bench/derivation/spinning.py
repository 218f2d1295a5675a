"""A text with other words, as a synonym spinner leaves it.

In: a body and chance. Out: a body with the same sentences in the same order, of which hardly three words in a row are
left. Content words are swapped for words of any sense, function words varied, and where two words in a row were kept
the third is varied if it can be. Names and numbers stay, mostly: now and then one is taken for a word ("May", "Turkey",
"Security Council"), and a title swapped.
"""

import re
from random import Random

from bench.derivation.text import Body
from bench.derivation.thesaurus import Thesaurus, phrase_pattern, thesaurus

_CONTENT = 0.9  # of the content words that the thesaurus has; a spinner takes nearly all it knows
_FUNCTION = 0.55
_KEPT = 2  # words in a row that may stay before one that could be varied is
_NAME = 0.12  # of the names that can be taken for words
_TITLE = 0.1  # of capitalised words inside a sentence
_PIECE = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)(?P<tail>[’']s)?|(?P<other>\d[\d,.]*\d|\d|[^\w]|_)")
_ENDS = re.compile(r"[.!?:]\W*$")


def spin(body: Body, chance: Random) -> Body:
    """The body spun."""
    book = thesaurus()
    return tuple(_spun(paragraph, book, chance) for paragraph in body)


def _spun(paragraph: str, book: Thesaurus, chance: Random) -> str:
    names = phrase_pattern(book.names)
    out: list[str] = []
    position, before, kept = 0, "", 0
    while position < len(paragraph):
        if (name := names.match(paragraph, position)) and chance.random() < _NAME:
            out.append(chance.choice(book.names[name.group()]))
            position, kept = name.end(), 0
            continue
        piece = _PIECE.match(paragraph, position)
        assert piece is not None, paragraph[position:]
        position = piece.end()
        if (word := piece["word"]) is None:
            out.append(piece.group())
            continue
        opens = not out or bool(_ENDS.search("".join(out[-4:])))
        new = word if not _swaps(word, book, chance, opens=opens, kept=kept) else book.swap(word, chance, before=before)
        kept = kept + 1 if new == word else 0
        before = word
        out.append(new + (piece["tail"] or ""))
    return "".join(out)


def _swaps(word: str, book: Thesaurus, chance: Random, *, opens: bool, kept: int) -> bool:
    if not book.knows(word):
        return False
    if word[0].isupper() and not opens:
        return chance.random() < _TITLE
    return chance.random() < (_CONTENT if book.content(word) else _FUNCTION) or kept >= _KEPT
