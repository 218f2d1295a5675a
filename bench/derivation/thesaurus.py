"""Words for words: the form of a word in a text -> forms of words that mean the same, or something else.

In: `thesaurus.toml`, base forms. Out: a `Thesaurus`, which inflects its answers as the word in the text was inflected.
A form that may be noun or verb is taken by the word before it, and wrongly where that does not help, as spinners do.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Literal

Part = Literal["verbs", "nouns", "adjectives", "adverbs", "function"]
Sense = Literal["right", "any"]

_FILE = Path(__file__).with_name("thesaurus.toml")
_PARTS: tuple[Part, ...] = ("verbs", "nouns", "adjectives", "adverbs", "function")
_BEFORE_VERB = frozenset("to will would can could may might must should not also they we he she who which".split())
_BEFORE_PARTICIPLE = frozenset("have has had be been being is are was were".split())
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form may be.

    Attributes:
        form: Which of the word's forms: `` for the base, else `s`, `past`, `participle` or `ing`.
        right, other: Base forms that mean the same, and ones of another sense.
    """

    part: Part
    form: str
    right: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """All readings by folded form, and phrases with what stands for them, the longest first."""

    readings: Mapping[str, tuple[Reading, ...]]
    names: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, tuple[str, ...]]

    def content(self, word: str) -> bool:
        """Whether the form is that of a content word in the thesaurus."""
        return any(one.part != "function" for one in self.readings.get(word.casefold(), ()))

    def knows(self, word: str) -> bool:
        """Whether there is anything to put for it."""
        return word.casefold() in self.readings

    def swap(self, word: str, chance: Random, *, before: str = "", sense: Sense = "any") -> str:
        """Another word for it, in its form and with its capital; the word itself if there is none.

        Args:
            before: The word before it, if any.
            sense: Only words that mean the same, or any.
        """
        readings = self.readings.get(word.casefold(), ())
        if not readings:
            return word
        reading = _fitting(readings, before.casefold(), chance)
        wrong = sense == "any" and chance.random() < _WRONG
        found = inflected(chance.choice(reading.other if wrong else reading.right), reading.part, reading.form)
        return found[:1].upper() + found[1:] if word[:1].isupper() else found


_WRONG = 0.55  # of the words a spinner swaps; about half of its choices do not fit


@cache
def thesaurus() -> Thesaurus:
    """The thesaurus of this benchmark."""
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    found: dict[str, list[Reading]] = defaultdict(list)
    for part in _PARTS:
        for base, line in read[part].items():
            right, other = (tuple(word.strip() for word in side.split(",")) for side in line.split("|"))
            for form in _FORMS[part]:
                reading = Reading(part, form, right, other)
                if reading not in found[inflected(base, part, form)]:
                    found[inflected(base, part, form)].append(reading)
    return Thesaurus(
        {form: tuple(ones) for form, ones in found.items()}, _phrases(read["names"]), _phrases(read["titles"])
    )


def inflected(phrase: str, part: Part, form: str) -> str:
    """The phrase in a form: of a verb's phrase the first word changes, of a noun's the last before any *of*."""
    if not form:
        return phrase
    if part == "verbs":
        first, space, rest = phrase.partition(" ")
        return _verb(first, form) + space + rest
    head, of, rest = phrase.partition(" of ")
    return _plural(head) + of + rest


def _fitting(readings: tuple[Reading, ...], before: str, chance: Random) -> Reading:
    verbs = [one for one in readings if one.part == "verbs"]
    if verbs and (before in _BEFORE_VERB or before in _BEFORE_PARTICIPLE):
        participles = [one for one in verbs if one.form in {"participle", "ing"}]
        return participles[0] if participles and before in _BEFORE_PARTICIPLE else verbs[0]
    parts = dict.fromkeys(one.part for one in readings)
    chosen = chance.choice(list(parts))
    return next(one for one in readings if one.part == chosen)


def _verb(word: str, form: str) -> str:
    if irregular := _irregular().get(word):
        return irregular[_VERBAL.index(form)]
    if form == "s":
        return _plural(word)
    stem = word.removesuffix("e")
    if form == "ing":
        return (word if word.endswith("ee") else stem) + "ing"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return stem + "ed"


def _plural(word: str) -> str:
    if irregular := _irregular().get(word):
        return irregular[0]
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word if word.endswith("s") and not word.endswith("ss") else word + "es"
    return word + "s"


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))["irregular"]
    return {base: tuple(form.strip() for form in line.split(",")) for base, line in read.items()}


_VERBAL = ("s", "past", "participle", "ing")
_FORMS: Mapping[Part, tuple[str, ...]] = {
    "verbs": ("", *_VERBAL),
    "nouns": ("", "s"),
    "adjectives": ("",),
    "adverbs": ("",),
    "function": ("",),
}


def _phrases(table: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    ordered = sorted(table, key=lambda phrase: (-len(phrase), phrase))
    return {phrase: tuple(other.strip() for other in table[phrase].split(",")) for phrase in ordered}


def phrase_pattern(phrases: Mapping[str, object]) -> re.Pattern[str]:
    """What finds any of the phrases, whole words only, the longest first."""
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, _longest(phrases))) + r")(?!\w)")


def _longest(phrases: Mapping[str, object]) -> Iterator[str]:
    yield from sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
