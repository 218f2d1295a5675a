"""Reporting words: the verbs that attribute what is said, and "according to".

In: the words and phrases of one sentence. Out: its `Cue`s in order. The words themselves are `core/terms/cues.toml`.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from memcon.annotate.names import Phrase
from memcon.annotate.words import Word
from memcon.core.annotation import Polarity
from memcon.core.terms import terms

_BE = frozenset("is are was were be been being".split())
_INFINITIVE = frozenset("to and not".split())
_ADVERBS = 5  # more in a row are not prose
_JOINING = frozenset("and but also".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word.

    Attributes:
        word: As written, in small letters; of several words the first.
        passive: Its subject did not say it: "was described as".
        weak: It attributes only if no other verb before it does.
        joined: By "and" to a verb before it, whose subject it shares.
    """

    start: int
    end: int
    word: str
    polarity: Polarity = "positive"
    passive: bool = False
    weak: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    """What the vocabulary says of one form of a verb; `base` is the form without an ending."""

    polarity: Polarity
    weak: bool
    base: bool


def find_cues(inside: Sequence[Word], phrases: Sequence[Phrase]) -> tuple[Cue, ...]:
    """The reporting verbs of a sentence that are neither nouns, nor infinitives, nor inside a phrase."""
    openings = _openings()
    determiners = terms("roles")["modifiers"]["determiners"]
    found = []
    for index, word in enumerate(inside):
        if word.lower not in openings:
            continue
        length, verb = longest_verb(inside, index)
        at = bisect_right(phrases, word.start, key=lambda phrase: phrase.end)
        named = at < len(phrases) and phrases[at].start <= word.start
        before = next(
            (
                other.lower
                for other in reversed(inside[max(0, index - _ADVERBS) : index])
                if not other.lower.endswith("ly")
            ),
            "",
        )
        noun = before in determiners or (index > 0 and inside[index - 1].possessive)
        if verb is None or named or noun or (verb.base and before in _INFINITIVE):
            continue
        passive = before in _BE and not word.lower.endswith("ing")
        end = inside[index + length - 1].end
        found.append(Cue(word.start, end, word.lower, verb.polarity, passive, verb.weak, before in _JOINING))
    return tuple(found)


def longest_verb(inside: Sequence[Word], index: int) -> tuple[int, Verb | None]:
    """The reporting verb that begins at a word, and how many words it has; none is (0, None)."""
    for length in (3, 2, 1):
        key = " ".join(word.lower for word in inside[index : index + length])
        if len(inside) >= index + length and key in verbs():
            return length, verbs()[key]
    return 0, None


@cache
def verbs() -> dict[str, Verb]:
    """Every form of every reporting verb."""
    found: dict[str, Verb] = {}
    for entry in terms("cues")["verb"]:
        polarity, weak = entry.get("polarity", "positive"), entry.get("weak", False)
        for forms in entry["forms"]:
            for index, form in enumerate(forms.split(" ")):
                found.setdefault(form, Verb(polarity, weak, base=index == 0))
        for phrase in entry.get("phrases", ()):
            found[phrase] = Verb(polarity, weak, base=False)
    return found


@cache
def according() -> re.Pattern[str]:
    """What attributes without a verb, with the space after it."""
    words = (re.escape(word) for entry in terms("cues")["preposition"] for word in entry["words"])
    return re.compile(rf"\b(?P<words>{'|'.join(words)})\b\s+", re.IGNORECASE)


@cache
def _openings() -> frozenset[str]:
    """First words of the reporting verbs."""
    return frozenset(verb.partition(" ")[0] for verb in verbs())
