"""Two wordings of what may be one utterance, aligned word by word.

In: passages, or the words of two of them. Out: words with their places, and an `Aligned` that says how alike they are.

Words are compared in small letters, contractions in full and numbers as figures; they are alike if they are equal, of
one stem or nearly of one spelling. The shorter wording is laid along the longer, which may begin before it and end
after it: a quotation is often cut. Words between are passed over at a price that hardly grows with their number, so
that a cut in the middle costs little, and words scattered over a long speech are no likeness.

Source:
    Needleman and Wunsch 1970, with the longer side's ends free and gaps after Gotoh 1982.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from memcon.core.anchor import Anchor
from memcon.core.derivation import Feature
from memcon.core.terms import terms

MOST = 40_000
"""Pairs of words beyond which two wordings are too long to be aligned: two of 200 words."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_OPENS = re.compile(r"(?:^|[.!?:…])[\s\"“”‘’'«»(\[]*\Z")
_BEFORE = 6  # code points before a word that show whether a sentence begins there
_LONG = 4  # letters of a word that has a sense of its own
_SHORT_WEIGHT = 0.5
_STEM, _ENDING, _CUT = 4, 4, 2  # letters two forms share, of the longer one's ending, and of the shorter one's
_HEAD = 3  # letters
_SPELT, _SPELT_LONG = 5, 8  # letters of words in which one letter may differ, and two
_FORM = 0.8  # likeness of two forms or spellings of a word
_OTHER, _LEFT, _PASSED, _PASSED_MORE = -0.1, -0.2, -0.2, -0.03  # another word, a word left out, one passed over


class Word(NamedTuple):
    """One word as it is compared.

    Attributes:
        text: In small letters; a number in figures.
        start, end: Where it stands in its document; a contraction is two words side by side.
        name: Whether it is capitalised where no sentence begins.
    """

    text: str
    start: int
    end: int
    name: bool = False


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two wordings side by side.

    Attributes:
        pairs: Numbers of words that stand beside each other, of the first and of the second wording, in order; None
            where one of them has no word there.
        kept: Share of the shorter wording that the longer has too, long words counting twice, in [0, 1].
        dense: Share that is kept of what the longer has from the first kept word to the last.
        together: Share of the shorter that is kept right behind another kept word, with nothing between.
        long: How many long words are kept; a form of one counts less.
        whole: Share of the longer wording that is kept.
        at_odds: Whether they differ in a number, a name or a negation, and so say different things.
    """

    first: tuple[Word, ...]
    second: tuple[Word, ...]
    pairs: tuple[tuple[int | None, int | None], ...]
    kept: float = 0.0
    dense: float = 0.0
    together: float = 0.0
    long: float = 0.0
    whole: float = 0.0
    at_odds: bool = False

    @property
    def likeness(self) -> float:
        """How alike they are where they meet, in [0, 1]: the harmonic mean of `kept` and `dense`."""
        return 2 * self.kept * self.dense / (self.kept + self.dense) if self.kept else 0.0

    @property
    def features(self) -> tuple[Feature, ...]:
        """What the likeness is made of."""
        return (
            Feature("kept", self.kept, "of the shorter wording stands in the longer"),
            Feature("dense", self.dense, "of the longer wording, where they meet, is kept"),
            Feature("together", self.together, "of the shorter wording is kept in runs of words"),
            Feature("long", self.long, "long words are kept"),
        )

    def met(self, *, second: bool) -> range:
        """The words of one of the wordings from the first that both have to the last; none if they share no word."""
        places = [
            other if second else one
            for one, other in self.pairs
            if one is not None and other is not None and word_likeness(self.first[one].text, self.second[other].text)
        ]
        return range(places[0], places[-1] + 1) if places else range(0)

    def changes(self) -> Iterator[tuple[range, range]]:
        """Runs of words that differ, by their numbers in both wordings; one of the two ranges may be empty.

        What one of them has before the other begins, or after it ends, is a run of its own.
        """
        ends = _ends(self.pairs)
        first = second = 0
        run = (0, 0)
        for number, (one, other) in enumerate(self.pairs):
            same = one is not None and other is not None and self.first[one].text == self.second[other].text
            if (same or number in ends) and run != (first, second):
                yield range(run[0], first), range(run[1], second)
                run = first, second
            first, second = first + (one is not None), second + (other is not None)
            if same:
                run = first, second
        if run != (first, second):
            yield range(run[0], first), range(run[1], second)


def wording(text: str, anchors: Iterable[Anchor]) -> tuple[Word, ...]:
    """The words of some passages of a text, in order, each contraction as the two words it stands for."""
    return tuple(word for anchor in anchors for word in _words(text, anchor.start, anchor.end))


def folded_wording(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(word.text for word in _words(text, 0, len(text)))


def weight(word: Word) -> float:
    """How much a word counts: names, numbers and long words twice as much as the others."""
    return 1.0 if len(word.text) >= _LONG or word.name or word.text[0].isdigit() else _SHORT_WEIGHT


def aligned(first: Sequence[Word], second: Sequence[Word]) -> Aligned:
    """Two wordings, neither of them empty, aligned; which is the first makes no difference to their likeness."""
    turned = (len(second), [one.text for one in second]) < (len(first), [one.text for one in first])
    shorter, longer = (second, first) if turned else (first, second)
    pairs = _path(shorter, longer)
    kept = [
        (one, other, alike)
        for one, other in pairs
        if one is not None and other is not None and (alike := word_likeness(shorter[one].text, longer[other].text))
    ]
    found = tuple((other, one) for one, other in pairs) if turned else tuple(pairs)
    if not kept:
        return Aligned(tuple(first), tuple(second), found)
    region = longer[kept[0][1] : kept[-1][1] + 1]
    size, passed, whole = (sum(map(weight, words)) for words in (shorter, region, longer))
    return Aligned(
        tuple(first),
        tuple(second),
        found,
        kept=sum(weight(shorter[one]) * alike for one, _, alike in kept) / size,
        dense=sum(weight(longer[other]) * alike for _, other, alike in kept) / passed,
        together=sum(
            weight(shorter[one]) * alike
            for last, (one, other, alike) in pairwise(kept)
            if last[:2] == (one - 1, other - 1)
        )
        / size,
        long=sum(alike for one, _, alike in kept if weight(shorter[one]) > _SHORT_WEIGHT),
        whole=sum(weight(longer[other]) * alike for _, other, alike in kept) / whole,
        at_odds=_at_odds(shorter, longer, pairs),
    )


def most_kept(one: Sequence[Word], other: Sequence[Word]) -> float:
    """What the shorter of two wordings keeps at most, in [0, 1], without aligning them: hardly any work.

    Words that differ in their first letters count as other words, though a slip of the pen may be there too.
    """
    shorter, longer = sorted((one, other), key=len)
    heads = {word.text[:_HEAD] for word in longer}
    return sum(weight(word) for word in shorter if word.text[:_HEAD] in heads) / sum(map(weight, shorter))


@lru_cache(1 << 18)
def word_likeness(one: str, other: str) -> float:
    """How alike two words are: 1 if they are equal, 0.8 if forms of one word or nearly spelt alike, else 0.

    Only words with one first letter are alike.
    """
    if one == other:
        return 1.0
    shorter, longer = sorted((one, other), key=len)
    if one[0] != other[0] or one[0].isdigit() or len(shorter) < _STEM:
        return 0.0
    same = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if same >= max(_STEM, len(shorter) - _CUT) and len(longer) - same <= _ENDING:
        return _FORM
    if len(shorter) >= _SPELT and _differing(shorter, longer, 1 + (len(shorter) >= _SPELT_LONG)):
        return _FORM
    return 0.0


def _differing(one: str, other: str, most: int) -> bool:
    """Whether two words differ in no more letters than this.

    Source:
        Levenshtein 1966.
    """
    if len(other) - len(one) > most:
        return False
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        above, row = row, [number]
        for place, beside in enumerate(other, 1):
            row.append(min(above[place] + 1, row[-1] + 1, above[place - 1] + (letter != beside)))
    return row[-1] <= most


# -- words ------------------------------------------------------------------------------------------------------------


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for match in _WORD.finditer(text, start, end):
        place, last = match.span()
        name = text[place].isupper() and last - place > 1 and not _opens(text, start, place)
        word, *others = _parts(match.group().casefold().replace("’", "'"), last - place)
        yield Word(word[0], place, place + word[1], name)
        for part, width in others:
            yield Word(part, last - width, last)


def _opens(text: str, start: int, place: int) -> bool:
    """Whether a sentence, or the passage itself, begins here."""
    return place == start or _OPENS.search(text[max(start, place - _BEFORE) : place]) is not None


@lru_cache(1 << 16)
def _parts(word: str, width: int) -> tuple[tuple[str, int], ...]:
    """The words a word stands for, each with how many letters of it show it."""
    for short in terms("wording")["contraction"]:
        ending = short["ending"]
        base = word.removesuffix(ending)
        if base not in {"", word} and base in short.get("only", (base,)):
            return (short.get("cut", {}).get(base, base), width - len(ending)), (short["word"], len(ending))
    base = word.removesuffix("'s")
    if base in {"", word}:
        return ((_numbers().get(word, word), width),)
    if base in terms("wording")["is"]["words"]:
        return (base, width - len("'s")), ("is", len("'s"))
    return ((base, width),)


@cache
def _numbers() -> dict[str, str]:
    return {word: str(value) for word, value in terms("times")["words"]["number"].items() if word != "one"}


@cache
def _negations() -> frozenset[str]:
    return frozenset(terms("wording")["negation"]["words"])


# -- alignment --------------------------------------------------------------------------------------------------------


def _path(shorter: Sequence[Word], longer: Sequence[Word]) -> list[tuple[int | None, int | None]]:
    """The best way along both: each word of either beside one of the other, or beside nothing."""
    size, lost, texts = len(longer), -1e9, [word.text for word in longer]
    beside, left, passed = [0.0] * (size + 1), [lost] * (size + 1), [lost] * (size + 1)
    back: list[tuple[list[int], list[int], list[int]]] = []  # by row: what came before a pair, a gap here, a gap there
    for row, word in enumerate(shorter, 1):
        own, text, head = weight(word), word.text, word.text[0]
        gain = [
            own if text == other else (own * word_likeness(text, other) or _OTHER) if other[0] == head else _OTHER
            for other in texts
        ]
        was_beside, was_left, was_passed = [0], [0 if row == 1 else 1], [0]
        new_beside, new_left, new_passed = [lost], [_LEFT * row], [lost]
        one, two, three = lost, new_left[0], lost  # the three states one column before
        for column in range(size):
            best = _greatest(beside[column], left[column], passed[column])
            was_beside.append(best)
            to_beside = (beside, left, passed)[best][column] + gain[column]
            best = _greatest(beside[column + 1], left[column + 1], passed[column + 1])
            was_left.append(best)
            to_left = (beside, left, passed)[best][column + 1] + _LEFT
            best = _greatest(one + _PASSED, two + _PASSED, three + _PASSED_MORE)
            was_passed.append(best)
            three = (one + _PASSED, two + _PASSED, three + _PASSED_MORE)[best]
            one, two = to_beside, to_left
            new_beside.append(one)
            new_left.append(two)
            new_passed.append(three)
        beside, left, passed = new_beside, new_left, new_passed
        back.append((was_beside, was_left, was_passed))
    ends = [max(one, other) for one, other in zip(beside, left, strict=True)]
    column = ends.index(max(ends))
    state, row = int(left[column] > beside[column]), len(shorter)
    path: list[tuple[int | None, int | None]] = [(None, number) for number in range(size - 1, column - 1, -1)]
    while row:
        before_state = back[row - 1][state][column]
        path.append((row - 1 if state < 2 else None, column - 1 if state != 1 else None))
        row, column = row - (state < 2), column - (state != 1)
        state = before_state
    path += [(None, number) for number in range(column - 1, -1, -1)]
    return path[::-1]


def _ends(pairs: Sequence[tuple[int | None, int | None]]) -> frozenset[int]:
    """Where the wording that begins later begins, and where the one that ends earlier has ended."""
    alone = [(one is None) - (other is None) for one, other in pairs]
    first = next((n for n, side in enumerate(alone) if side != alone[0]), 0) if alone and alone[0] else 0
    last = next((n for n in range(len(alone), 0, -1) if alone[n - 1] != alone[-1]), 0) if alone and alone[-1] else 0
    return frozenset({first, last} - {0})


def _greatest(one: float, two: float, three: float) -> int:
    """Which of the three is; of equal ones the first."""
    if one >= two:
        return 0 if one >= three else 2
    return 1 if two >= three else 2


def _at_odds(shorter: Sequence[Word], longer: Sequence[Word], pairs: Sequence[tuple[int | None, int | None]]) -> bool:
    """Whether numbers or names stand where the other has other ones, or only one of the two denies.

    Of the longer wording only what the shorter one stands beside counts.
    """
    beside = [(one, other) for one, other in pairs if one is not None and other is not None]
    met = longer[beside[0][1] : beside[-1][1] + 1]
    if sum(one.text in _negations() for one in shorter) % 2 != sum(one.text in _negations() for one in met) % 2:
        return True
    figures, others = ({one.text for one in words if one.text[0].isdigit()} for words in (shorter, met))
    if figures - others and others - figures:
        return True
    return any(
        shorter[one].name and longer[other].name and not word_likeness(shorter[one].text, longer[other].text)
        for one, other in beside
    )
