"""How one document names states, people and bodies.

In: the tree of a document and the names that the language model sees. Out: `Names`, which tells the name a word is part
of, and which state some words name: one that the vocabulary knows, or one that this document treats as a country, by
its name or by an adjective made from it ("Sorvanian" from "Sorvane").
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from memcon.annotate.parties.lexicon import lexicon
from memcon.annotate.tree import Tree
from memcon.core.organisations import organisation
from memcon.core.reading import Name, Reading
from memcon.core.states import folded, state_names, state_words
from memcon.core.terms import listed

PERSONS = frozenset({"person", "politician"})

_ADJECTIVE = ("an", "en", "ese", "ish", "ic", "i")
_ENDS = frozenset({"an", "n", "ian", "ean", "ese", "ish", "ic", "i"})
_AHEAD = 4  # words from a state's name to the word of government: "Sorvane's foreign ministry"
_BEHIND = 6  # words from the word of government to a state behind "of": "Minister of Foreign Affairs of Lorvia"
_STEM = 4  # letters that an adjective shares with the name it is made from
_SMALL = frozenset({"of", "the", "for", "and", "affairs", "'s"})


@cache
def _parts() -> frozenset[str]:
    """The words of the states' names that have several."""
    return frozenset(part for word in state_words() if " " in word for part in word.split())


class Names:
    """Names by word, and states by any word for them."""

    def __init__(self, tree: Tree, reading: Reading) -> None:
        self._by_word: dict[int, Name] = {}
        self._states: dict[str, str] = {}  # of this document only, folded
        self._times: set[int] = set()
        self._bodies: dict[str, tuple[frozenset[str], str | None]] = {}
        for name in reading.names:
            words = tree.inside(name.anchor.start, name.anchor.end)
            if name.type in {"time", "quantity"}:
                self._times.update(words)
                continue
            self._by_word.update(dict.fromkeys(words, name))
            spelled = " ".join(name.anchor.text(tree.text).split())
            if name.type == "country" and folded(spelled) not in state_words():
                self._states[folded(spelled)] = spelled
        for word, spelled in self._governed(tree).items():
            self._states[word] = spelled
            for n, name in self._by_word.items():
                if folded(tree.forms[n]) == word and folded(name.anchor.text(tree.text)) == word:
                    self._by_word[n] = replace(name, type="country")
        people = {folded(tree.forms[n]) for n, name in self._by_word.items() if name.type in PERSONS}
        taken = people | _parts() | lexicon().geography  # "Korea" is no state beside South Korea, nor is a person
        self._states = {key: name for key, name in self._states.items() if taken.isdisjoint(key.split())}
        self._adjectives = dict(self._made_from(tree))

    def _governed(self, tree: Tree) -> dict[str, str]:
        """Unknown names, folded, that have an adjective here, and that or themselves beside a word of government."""
        capital = {folded(form): form for form in tree.forms if form[:1].isupper() and len(form) >= _STEM}
        unknown = {word: form for word, form in capital.items() if word not in state_words() and word not in _parts()}
        governed, dealing = listed("roles", "stately", "governing"), listed("roles", "stately", "dealing")
        governing, foreign = set[str](), set[str]()
        for n, form in enumerate(tree.forms):
            ahead = {tree.lower[m] for m in range(n + 1, min(n + _AHEAD, len(tree)))}
            of = n > 1 and tree.lower[n - 1] == "of"
            behind = {tree.lower[m] for m in range(max(tree.sentence(n).start, n - _BEHIND), n - 1)} if of else set()
            governing |= {folded(form)} if (ahead | behind) & governed else set()
            foreign |= {folded(form)} if ahead & dealing else set()
        pairs = {}
        for word in unknown:
            core = word.rstrip("aeiouy")
            if len(core) < _STEM or word.endswith(_ADJECTIVE):
                continue
            made = {
                other for other in unknown if other != word and other.startswith(core) and other[len(core) :] in _ENDS
            }
            if made:
                pairs[word] = {word, *made}
        found = {word for word, words in pairs.items() if words & governing}
        found |= {word for word, words in pairs.items() if found and words & foreign}
        return {word: unknown[word] for word in pairs if word in found}

    def _made_from(self, tree: Tree) -> list[tuple[str, str]]:
        """Adjectives made from the names of this document's own states, with these names."""
        bases = [(folded, name) for folded, name in self._states.items() if not folded.endswith(_ADJECTIVE)]
        capital = {form for form in tree.forms if form[:1].isupper() and form.casefold().endswith(_ADJECTIVE)}
        found = []
        for form in sorted(capital):
            word = form.casefold()
            base = next(
                (name for key, name in sorted(bases) if len(key) >= _STEM and word[:-3].startswith(key[:-2])), None
            )
            if base is not None and word not in state_words():
                self._states.pop(word, None)
                found.append((word, base))
        return found

    def of(self, word: int) -> Name | None:
        """The name a word is part of."""
        return self._by_word.get(word)

    def person(self, word: int) -> bool:
        """Whether a word is part of a person's name."""
        name = self._by_word.get(word)
        return name is not None and name.type in PERSONS

    def time(self, word: int) -> bool:
        """Whether a word is part of a date or a quantity."""
        return word in self._times

    def state(self, words: str) -> str | None:
        """The state that some words name, in any form."""
        key = folded(words)
        return state_words().get(key) or self._states.get(key) or self._adjectives.get(key)

    def is_name(self, words: str) -> bool:
        """Whether some words can stand for a state by themselves: its name or seat."""
        return folded(words) in state_names() or folded(words) in self._states

    def is_adjective(self, word: str) -> bool:
        """Whether a word is made from a state's name and names nobody: "French" in "the French bread"."""
        return not self.is_name(word) and self.state(word) is not None

    def body(self, name: str) -> tuple[frozenset[str], str | None]:
        """The words that tell a body from others, and the state in its name."""
        known = organisation(name)
        if known is not None:
            return frozenset({known.name}), known.state
        if name not in self._bodies:
            self._bodies[name] = self._split(folded(name).replace("'s", " ").split())
        return self._bodies[name]

    def _split(self, words: Sequence[str]) -> tuple[frozenset[str], str | None]:
        kept = [word for word in words if word not in _SMALL]
        state = None
        for length in (3, 2, 1):
            for start in range(len(kept) - length, -1, -1):
                found = self.state(" ".join(kept[start : start + length])) if len(kept) > length else None
                if found is not None:
                    state = state or found
                    kept = kept[:start] + kept[start + length :]
        return frozenset(kept), state
