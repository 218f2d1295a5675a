"""What names and terms have a fixed form, and what a thesaurus puts in place of their words.

In: the vocabularies. Out: set names, and the one that words have become of.

The synonyms are in `core/terms/thesaurus.txt`, made of WordNet by `training/thesaurus.py`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from memcon.annotate.parties.lexicon import lexicon
from memcon.core.states import state_words
from memcon.core.terms import terms

_TOKENS = re.compile(r"'s?|[^\W_]+|[^\w\s]")
_SMALL = frozenset("a an and at by for from in of on or the to with ' 's".split())
_PAIR = 2  # words of a name that is known even by synonyms of both
_LISTED = (
    ("organisations", "organisation", ("name", "names")),
    ("agencies", "agency", ("name", "short")),
    ("states", "state", ("name", "names", "buildings")),
    ("calendar", "holiday", ("words",)),
    ("roles", "office", ("words",)),
)
"""Vocabularies whose entries are names, by table and keys."""


@dataclass(frozen=True, slots=True)
class SetName:
    """A name or term of several words that has a fixed form.

    Attributes:
        text: As it is usually written.
        words: In small letters.
        capitals: For each word whether it always begins with a capital letter.
    """

    text: str
    words: tuple[str, ...]
    capitals: tuple[bool, ...]


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, as a tree has them."""
    return tuple(_TOKENS.findall(name.casefold().replace("’", "'")))


def set_names() -> Iterator[str]:
    """Every name and term of several words that the vocabularies hold; of those in small letters the plural too."""
    known = terms("damage")
    yield from known["names"]["words"]
    for term in known["terms"]["words"]:
        yield term
        if term[-1].isalpha() and term[-1] != "s" and " " in term:
            yield _plural(term)
    for vocabulary, table, keys in _LISTED:
        for entry in terms(vocabulary)[table]:
            listed = (entry.get(key, ()) for key in keys)
            for name in (one for found in listed for one in ((found,) if isinstance(found, str) else found)):
                if " " in name and not re.search(r"[.()/]", name) and name not in entry.get("ambiguous", ()):
                    yield name
                    if vocabulary == "roles":
                        yield _plural(name)


def _plural(term: str) -> str:
    first, of, rest = term.partition(" of ")
    ending = first.endswith(("x", "ch", "sh"))
    many = first[:-1] + "ies" if re.search(r"[^aeiou]y$", first) else first + ("es" if ending else "s")
    return many + of + rest


@dataclass(frozen=True, slots=True)
class Found:
    """A set name at some words.

    Attributes:
        start: Number of the first word.
        replaced: Which of its words were replaced, by their number in the name; none if it stands there as usual.
    """

    name: SetName
    start: int
    replaced: tuple[int, ...]

    @property
    def words(self) -> range:
        """The numbers of its words."""
        return range(self.start, self.start + len(self.name.words))


class Thesaurus:
    """Set names, found by the words they still have; proper names of two words also by synonyms of both."""

    def __init__(self, names: Iterator[str], synonyms: Mapping[str, frozenset[str]], usual: frozenset[str]) -> None:
        self.synonyms = synonyms
        self._usual = usual
        self._offices = frozenset(terms("damage")["offices"]["words"])
        self._people = lexicon().persons | set(map(_plural, lexicon().persons))
        self._heads = frozenset(terms("damage")["offices"]["heads"]) | self._people
        self._listed = {words_of(one) for key in ("names", "terms") for one in terms("damage")[key]["words"]}
        self._by_word: dict[str, list[tuple[SetName, int]]] = defaultdict(list)
        known = {words_of(name): name for name in names}
        self._known = frozenset(known)
        for words, text in known.items():
            made = SetName(text, words, tuple(one[:1].isupper() for one in _TOKENS.findall(text)))
            for place, word in enumerate(words):
                if word not in _SMALL and len(words) > 1:
                    self._by_word[word].append((made, place))
        self._pairs = {
            (one, other): SetName(known[words], words, (True, True))
            for words in reversed(known)  # of two names that the same words may be the first in the list counts
            if words in self._listed and len(words) == _PAIR and known[words].istitle()
            for one in synonyms.get(words[0], ())
            for other in synonyms.get(words[1], ())
        }

    def find(self, words: Sequence[str]) -> Iterator[Found]:
        """Every set name in a text, whole or with words replaced.

        Args:
            words: In small letters.
        """
        for n, pair in enumerate(zip(words, (*words[1:], ""), strict=False)):
            whole = self._pairs.get(pair)
            if whole is not None and self._odd(whole, pair, (0, 1)):
                yield Found(whole, n, (0, 1))
            for name, place in self._by_word.get(pair[0], ()):
                replaced = self._replaced(words, n - place, name, place)
                if replaced is not None:
                    yield Found(name, n - place, replaced)

    def _replaced(self, words: Sequence[str], start: int, name: SetName, kept: int) -> tuple[int, ...] | None:
        """Which words of a name were replaced; None if others are missing, or one before the given one is not."""
        size = len(name.words)
        if start < 0 or start + size > len(words):
            return None
        replaced: list[int] = []
        for n, word in enumerate(name.words):
            put = words[start + n]
            if put == word:
                if n < kept and word not in _SMALL:
                    return None
                continue
            replaced.append(n)
            if len(replaced) > min(size - 1, (size + 1) // 2) or put not in self.synonyms.get(word, ()):
                return None
        found = tuple(words[start : start + size])
        return tuple(replaced) if not replaced or self._odd(name, found, replaced) else None

    def _odd(self, name: SetName, found: tuple[str, ...], replaced: Sequence[int]) -> bool:
        """Whether words are no name, office or usual expression by themselves."""
        last = len(found) - 1
        put = {found[n] for n in replaced}
        if found in self._known or any(word in state_words() for word in put):
            return False
        if last in replaced and self._other_holder(name, found[last]):
            return False
        if not self._heads.isdisjoint({found[last], name.words[last]}) and (
            put & self._offices or put & lexicon().outer
        ):
            return False
        return self._usual.isdisjoint({" ".join(found), *map(" ".join, pairwise(found))})

    def _other_holder(self, name: SetName, put: str) -> bool:
        """Whether the last word of a name was one for somebody and still is, or for a body; or may well be."""
        bodies, was = lexicon().bodies, name.words[-1]
        made = was in self._heads and name.words not in self._listed
        return made or put in self._people or (was in bodies and put in bodies)


@cache
def thesaurus() -> Thesaurus:
    """The thesaurus that memcon ships, read once per process."""
    table = files("memcon.core.terms").joinpath("thesaurus.txt").read_text(encoding="utf-8")
    lines = iter(line for line in table.splitlines() if not line.startswith("#"))
    synonyms: dict[str, frozenset[str]] = {}
    for line in lines:
        if line == "=":
            break
        word, *others = line.split(" ")
        synonyms[word] = frozenset(others)
    return Thesaurus(set_names(), synonyms, frozenset(lines) | frozenset(terms("damage")["usual"]["words"]))
