"""What spellings of one name have in common.

In: a name as a document has it. Out: what can be compared: the words of a person's name, the words of a body's name
with the states among them.

Case, accents, points and apostrophes are no difference, and neither is whether a hyphen is written, closed or opened.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import normalize

from memcon.core.states import folded, longer_names, state_names, state_words
from memcon.core.terms import listed, terms

_WORD = re.compile(r"[^\W_]+")
_WORD_WITH_APOSTROPHE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ACCENTS = re.compile("[\u0300-\u036f]")  # of European scripts; elsewhere combining marks are letters
_APOSTROPHES = re.compile("['’‘ʼʻ`´]")
_HYPHENS = re.compile("[-‐‑‒–]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_TAIL = re.compile(
    r"(?<=\w)\s+(?:of|in|at|for|from|with|on|who|to)\s.*", re.DOTALL
)  # says more of whoever stands before
_SUFFIXES = frozenset("jr sr ii iii".split())
_FUNCTION = frozenset("the a an of for and in at to his her its their our".split())
_SILENT = frozenset({"affairs"})  # the ministry of foreign affairs is the foreign ministry
_LONGEST_WORD = 24  # letters; also keeps the cost of comparing letters small
_LONGEST_STATE = 8  # words; the longest in core/terms/states.toml


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, for comparison.

    Attributes:
        words: In the order written, without initials; particles are one with the word they stand before.
        keys: What equal names share, whether the surname stands first or last; hyphens closed, and opened.
        initials: Letters that stand for a name.
        ends: What the first and the last word may be called by themselves: with and without particles, and the outer
            part of a double name.
        inner: Likewise the words between.
        surname: If it may be a surname with particles and nothing else ("Van Houten"), these as one word.
    """

    words: tuple[str, ...]
    keys: frozenset[tuple[str, ...]]
    initials: frozenset[str]
    ends: frozenset[str]
    inner: frozenset[str]
    surname: str | None

    @property
    def full(self) -> bool:
        """Whether it is more than one name."""
        return len(self.words) > 1


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's or a group's name, for comparison.

    Attributes:
        words: Folded, sorted, without the states.
        states: By name, in the order written.
        described: Whether nothing in it is a proper name but the states, as in `Hallin's foreign ministry`.
    """

    words: tuple[str, ...]
    states: tuple[str, ...]
    described: bool


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """The text without case, accents and apostrophes."""
    bare = _ACCENTS.sub("", normalize("NFKD", text))
    return normalize("NFC", _APOSTROPHES.sub("", bare).casefold().translate(_LETTERS))


def plain_word(token: str) -> str:
    """A word folded, without a possessive ending, in British spelling."""
    word = fold(token.removesuffix("'s").removesuffix("’s"))
    return _spellings().get(word, word)


@lru_cache(maxsize=1 << 17)
def person_name(name: str) -> PersonName:
    """A person's name, for comparison; no words if it has no letters."""
    text = fold(name)
    closed, initials = _words(_HYPHENS.sub("", text))
    opened, _ = _words(_HYPHENS.sub(" ", text))
    lower = next((char.islower() for char in name if char.isalnum()), False)
    words, cores = _glued(closed, leading=lower or len(closed) == 1)
    parts, bare = _glued(opened, leading=lower)
    surname, _ = _glued(closed, leading=True)
    ends = {one[place] for one in (words, cores, parts, bare) if one for place in (0, -1)}
    return PersonName(
        words=words,
        keys=frozenset({tuple(sorted(words)), tuple(sorted(parts))}),
        initials=initials,
        ends=frozenset(ends),
        inner=frozenset({*words, *cores, *parts, *bare} - ends),
        surname=surname[0] if len(surname) == 1 and len(words) > 1 else None,
    )


@lru_cache(maxsize=1 << 17)
def body_name(name: str) -> BodyName:
    """A body's name, for comparison; no words if only states are left, its own letters if nothing is."""
    tokens, states = read_states(name)
    words = {plain_word(token) for token in tokens} - _FUNCTION
    described = not any(token[:1].isupper() for token in tokens)
    own = tuple(sorted(words - _SILENT or words))
    return BodyName(own or (() if states else (fold(name),)), states, described)


def state_name(name: str) -> str | None:
    """The state that the name means by itself or with an article, as the vocabulary calls it."""
    return state_words().get(folded(" ".join(word for word in name.split() if word.casefold() != "the")))


def means_state(name: str) -> bool:
    """Whether the name by itself stands for a state."""
    return folded(name) in state_names()


@lru_cache(maxsize=1 << 17)
def is_description(name: str) -> bool:
    """Whether a person is not named but described: `a senior official`, `the Hallin envoy`, `a man in a grey coat`."""
    tokens, _ = read_states(_TAIL.sub("", name))
    if not tokens or tokens[-1][:1].islower():
        return True
    nouns, around = _role_words()
    words = [plain_word(token) for token in tokens if plain_word(token) not in _FUNCTION]
    small = {plain_word(token) for token in tokens if token[:1].islower()}
    return all(word in around or word in small for word in words) and not nouns.isdisjoint(words)


def read_states(name: str) -> tuple[list[str], tuple[str, ...]]:
    """The words of a name without the states among them, and the states; what contains a state's name is kept."""
    tokens = _WORD_WITH_APOSTROPHE.findall(name.replace(".", ""))
    kept: list[str] = []
    states: list[str] = []
    place = 0
    while place < len(tokens):
        length, state = _state_at(tokens, place)
        if state is None:
            kept += tokens[place : place + length]
        else:
            while kept and (kept[-1].casefold() in {"of", "the"} or plain_word(kept[-1]) in _realms()):
                kept.pop()
            states.append(state)
        place += length
    return kept, tuple(states)


def spelled_alike(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether word for word two names differ by no more than one edit for five letters, as transliterations do."""
    return len(left) == len(right) and all(
        _within(one, other, _edits(max(len(one), len(other)))) for one, other in zip(left, right, strict=True)
    )


def deletions(word: str) -> set[str]:
    """The word, and it without a letter, or two of a long one: words that are `spelled_alike` share one of these.

    Source:
        The symmetric deletion index of SymSpell (Garbe 2012).
    """
    found = {word}
    for _ in range(_edits(len(word) + 1)):
        found |= {one[:place] + one[place + 1 :] for one in found for place in range(len(one))}
    return found


def _edits(length: int) -> int:
    """How many letters of a word may differ: one for five, at most two, and none in what is too long for a name."""
    return min(length // 5, 2) if length <= _LONGEST_WORD else 0


def _words(text: str) -> tuple[list[str], frozenset[str]]:
    """The words of a folded name without titles and suffixes, and the initials apart."""
    words = _WORD.findall(text)
    while len(words) > 1 and words[0] in listed("roles", "courtesy"):
        words.pop(0)
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    initials = [word for word in words if len(word) == 1 and word.upper() != word]
    whole = [word for word in words if word not in initials]
    return (whole, frozenset(initials)) if whole else (words, frozenset())


def _glued(words: Sequence[str], *, leading: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words, each with the particles before it, and without.

    Args:
        leading: Whether the first word can be a particle.
    """
    whole: list[str] = []
    cores: list[str] = []
    held = ""
    for place, word in enumerate(words):
        if word in listed("roles", "particles") and place < len(words) - 1 and (place or leading):
            held += word
        else:
            whole.append(held + word)
            cores.append(word)
            held = ""
    return tuple(whole), tuple(cores)


def _state_at(tokens: Sequence[str], place: int) -> tuple[int, str | None]:
    """How many words from here are one name, and the state it means, if it does."""
    if not tokens[place][:1].islower():
        for length in range(min(_LONGEST_STATE, len(tokens) - place), 0, -1):
            phrase = folded(" ".join(tokens[place : place + length]))
            if phrase in longer_names():
                return length, None
            state = state_words().get(phrase) or state_words().get(phrase.removesuffix("'s"))
            if state is not None:
                return length, state
    return 1, None


@cache
def _spellings() -> Mapping[str, str]:
    spelled: Mapping[str, str] = terms("roles")["offices"]["spelled"]
    return spelled


@cache
def _realms() -> frozenset[str]:
    return frozenset(terms("roles")["realm"]["words"])


@cache
def _role_words() -> tuple[frozenset[str], frozenset[str]]:
    """Nouns that say what somebody is, and these with what stands before them."""
    roles = terms("roles")
    nouns = {fold(word) for key in ("person", "group", "title") for entry in roles[key] for word in entry["words"]}
    around = {*roles["modifiers"]["words"], *roles["modifiers"]["determiners"], "affairs"}
    bodies = {word for entry in roles["organisation"] for word in entry["words"]}
    return frozenset(nouns), frozenset(nouns | set(map(fold, around | bodies)))


def _within(left: str, right: str, edits: int) -> bool:
    """Whether so many letters added, left out or changed make one of the other."""
    if abs(len(left) - len(right)) > edits:
        return False
    if not edits or left == right:
        return left == right
    above = list(range(len(right) + 1))
    for row in _rows(left, right, above):
        above = row
    return above[-1] <= edits


def _rows(left: str, right: str, above: list[int]) -> Iterator[list[int]]:
    """The rows of Levenshtein's table below the first."""
    for number, letter in enumerate(left, start=1):
        row = [number]
        for place, other in enumerate(right):
            row.append(min(above[place] + (letter != other), above[place + 1] + 1, row[place] + 1))
        above = row
        yield row
