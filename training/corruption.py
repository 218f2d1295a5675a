"""Clean text made into what spinning and careless translation make of it, with a label for every word.

A spinner works by a table: it puts the same wrong word for a word wherever that stands, in a name as elsewhere. Round
trips through another language lose and add articles, take another preposition, turn words round and break sentences in
the middle. Both are imitated by chance, and the same seed makes the same text.
"""

import random
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from training.wordnet import Substitute, Thesaurus

KINDS = ("word", "name", "function", "article", "order", "break")
"""What was done: another word, elsewhere or in a name; another preposition or modal verb; an article too many; two
words changed round; a sentence broken in the middle."""

GAP = "gap"
"""The word behind a lost article: whether it is damaged is anybody's view, so it is neither learnt from nor counted."""

_ARTICLES = frozenset("a an the".split())
_MODALS = tuple("can could may might must shall should will would".split())
_PREPOSITIONS = tuple(
    (
        "about after against at between by during for from in into of on over through to toward under upon with within"
    ).split()
)
_RARE = 0.15  # how often a word that is no single piece of the vocabulary is taken, against one that is
_ELIGIBLE = 0.5  # share of words that have a substitute, of all kinds of text at hand; turns a rate into a chance


@dataclass(slots=True)
class Passage:
    """A text in words, with the numbers of those that begin a sentence and of those that open a paragraph.

    Attributes:
        kinds: What was done to each word, "" for nothing.
    """

    words: list[str]
    begins: list[int] = field(default_factory=lambda: [0])
    opens: list[int] = field(default_factory=lambda: [0])
    kinds: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How much is done to a text.

    Attributes:
        spun: Share of its words that a spinner replaces.
        turned: Share of places where a round trip leaves a trace, for each of its kinds.
        table: Which spinner; each has one substitute for a word.
        sentences: Share of sentences that are touched at all.
    """

    spun: float = 0
    turned: float = 0
    table: int = 0
    sentences: float = 1


class Spinner:
    """Makes damaged text.

    Args:
        common: Whether a word is common enough that a spinner or translator would take it.
        closed: Words of closed classes, which have no synonyms whatever WordNet says (“in” is no inch).
    """

    def __init__(self, thesaurus: Thesaurus, common: Callable[[str], bool], closed: frozenset[str]) -> None:
        self._thesaurus, self._common, self._closed = thesaurus, common, closed

    def damaged(self, passage: Passage, recipe: Recipe, seed: int) -> Passage:
        """A passage after the treatment."""
        chance = random.Random(seed)  # noqa: S311 - not for secrets
        made = Passage([], [], [])
        for start, end in zip(passage.begins, [*passage.begins[1:], len(passage.words)], strict=True):
            made.begins.append(len(made.words))
            if start in passage.opens:
                made.opens.append(len(made.words))
            sentence = passage.words[start:end]
            if chance.random() < recipe.sentences:
                self._sentence(made, sentence, recipe, chance)
            else:
                made.words += sentence
                made.kinds += [""] * len(sentence)
        return made

    def _sentence(self, made: Passage, sentence: Sequence[str], recipe: Recipe, chance: random.Random) -> None:
        start, lost, listed = len(made.words), False, (recipe.spun / _ELIGIBLE) ** 0.5
        for number, word in enumerate(sentence):
            low, turned = word.lower(), chance.random() < recipe.turned
            words, kind = [word], GAP if lost else ""
            lost = False
            if low in _ARTICLES:
                lost = turned
                words = [] if lost else words
            elif turned and low in _PREPOSITIONS:
                words, kind = [_cased(_other(_PREPOSITIONS, low, chance), word)], "function"
            elif low in _MODALS and chance.random() < recipe.spun / _ELIGIBLE:
                words, kind = [_cased(_other(_MODALS, low, chance), word)], "function"
            elif len(low) > 2 and low not in self._closed and self._drawn(low, recipe.table) < listed > chance.random():
                taken = self.substitute(low, recipe.table)
                if taken:
                    words = [_cased(one, word) for one in taken]
                    kind = "name" if number and word[0].isupper() else "word"
            elif chance.random() < recipe.turned / 4 and low.isalpha():
                made.words.append("the")
                made.kinds.append("article")
            made.words += words
            made.kinds += ["" if one == word and kind != GAP else kind for one in words]
        self._turn(made, start, recipe, chance)

    def _turn(self, made: Passage, start: int, recipe: Recipe, chance: random.Random) -> None:
        """Words changed round and a sentence broken."""
        for number in range(start, len(made.words) - 1):
            pair = made.words[number : number + 2]
            if chance.random() < recipe.turned / 4 and all(map(str.isalpha, pair)) and pair[0] != pair[1]:
                made.words[number : number + 2] = pair[::-1]
                made.kinds[number : number + 2] = ["order"] * 2
        if len(made.words) - start > 8 and chance.random() < 2 * recipe.turned:
            place = chance.randrange(start + 3, len(made.words) - 3)
            if made.words[place - 1].isalpha() and made.words[place].isalpha():
                made.words[place] = made.words[place][0].upper() + made.words[place][1:]
                made.words.insert(place, ".")
                made.kinds.insert(place, "break")
                made.begins.append(place + 1)

    def substitute(self, word: str, table: int) -> tuple[str, ...]:
        """What a spinner's table has for a word in small letters; nothing where WordNet has nothing."""
        found = self._thesaurus.substitutes(word)
        return _choice(found, [self._weight(one) for one in found], self._drawn(word, table, "taken")) if found else ()

    def _weight(self, one: Substitute) -> float:
        return one.weight * (1 if all(map(self._common, one.words)) else _RARE)

    def _drawn(self, word: str, table: int, salt: str = "") -> float:
        """A number in [0, 1) that follows from the word and the table."""
        return int.from_bytes(blake2b(f"{table} {salt} {word}".encode(), digest_size=6).digest()) / (1 << 48)


def _choice(found: Sequence[Substitute], weights: Sequence[float], drawn: float) -> tuple[str, ...]:
    sums = [sum(weights[: n + 1]) for n in range(len(weights))]
    return found[min(bisect_right(sums, drawn * sums[-1]), len(found) - 1)].words


def _other(words: Sequence[str], word: str, chance: random.Random) -> str:
    return chance.choice([one for one in words if one != word])


def _cased(word: str, like: str) -> str:
    """A word with the capitals of the one it stands for."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if like[0].isupper() else word
