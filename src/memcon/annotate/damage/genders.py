"""A person whom a report takes for a man in most places and for a woman in others, or the other way round.

In: the mentions of a document. Out: marks of kind `gender` on the pronouns and titles of the rarer gender.

A pronoun counts only where nobody else can be meant: no other person is named or described in its paragraph before it,
nor, where that names nobody, in the paragraph before. Which of several people a pronoun means is decided by gender
too, where titles show it, so elsewhere a wrong pronoun would have found somebody else to mean.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from memcon.annotate.damage.rules import damage
from memcon.annotate.parties.lexicon import genders, lexicon
from memcon.annotate.quotations import Quotation
from memcon.annotate.tree import Tree
from memcon.core.anchor import Anchor
from memcon.core.annotation import Damage, Mention, Referent
from memcon.core.document import Document
from memcon.core.terms import terms

_LEAST = 2.0  # weight of the places that show one gender
_TIMES = 2.0  # as much as the other at least
_TITLE = 1.5  # weight of a title
_OTHER = {"he": "she", "she": "he"}


@dataclass(frozen=True, slots=True)
class _Shown:
    """A place that shows a gender: the word, and how much it weighs."""

    gender: str
    anchor: Anchor
    weight: float


def find_genders(
    document: Document,
    tree: Tree,
    quotations: Sequence[Quotation],
    mentions: Sequence[Mention],
    referents: Sequence[Referent],
) -> Iterator[Damage]:
    """Every pronoun or title that takes a person for the other gender."""
    people = frozenset(one.name for one in referents if one.type == "person")
    shown: dict[str, list[_Shown]] = defaultdict(list)
    for name, one in (*_pronouns(document, quotations, mentions), *_titles(document, mentions)):
        if name in people:
            shown[name].append(one)
    for name, places in shown.items():
        weights = {gender: sum(one.weight for one in places if one.gender == gender) for gender in _OTHER}
        rarer = min(weights, key=lambda gender: (weights[gender], gender))
        usual = _OTHER[rarer]
        if weights[rarer] > 0 and weights[usual] >= max(_LEAST, _TIMES * weights[rarer]):
            beside = tuple(one.anchor for one in places if one.gender == usual)[:3]
            for one in (one for one in places if one.gender == rarer):
                meant = _other_form(document.passage(one.anchor), tree, one.anchor)
                anchor = one.anchor
                yield damage(document, "other gender", anchor.start, anchor.end, meant, beside=beside, name=name)


def _pronouns(
    document: Document, quotations: Sequence[Quotation], mentions: Sequence[Mention]
) -> Iterator[tuple[str, _Shown]]:
    """The pronouns outside quotations that can mean one person only, each with that person's name."""
    quoted = [part for one in quotations if one.kind == "statement" for part in one.parts]
    opens = [start for start, _ in quoted]
    zones = [zone for zone in document.zones if zone.kind == "body"]
    begins = [zone.start for zone in zones]
    people = [one for one in mentions if one.type in {"person", "unknown"} and one.kind != "pronoun"]
    starts = [one.anchor.start for one in people]
    same: list[int] = []  # for each of them the first of those right before it that mean the same person
    for n, one in enumerate(people):
        same.append(same[-1] if n and people[n - 1].name == one.name else n)
    for one in mentions:
        gender = lexicon().pronouns.get(document.passage(one.anchor).casefold(), "")
        place = one.anchor.start
        at = bisect_right(begins, place) - 1
        inside = bisect_right(opens, place) - 1
        if gender not in _OTHER or at < 0 or (inside >= 0 and place < quoted[inside][1]):
            continue
        last = bisect_left(starts, place)
        first = bisect_left(starts, begins[at])
        if first == last:
            first = bisect_left(starts, begins[max(at - 1, 0)])
        if first < last and same[last - 1] <= first and people[first].name == one.name:
            yield one.name, _Shown(gender, one.anchor, 1.0)


def _titles(document: Document, mentions: Sequence[Mention]) -> Iterator[tuple[str, _Shown]]:
    """The first word of a name or description that shows a gender."""
    for one in mentions:
        if one.type != "person" or one.kind != "name":
            continue
        words = document.passage(one.anchor)
        for word in words.split()[:-1]:
            if word.casefold() in _forms() and (shown := genders(word)):
                start = one.anchor.start + words.index(word)
                anchor = document.anchor(start, start + len(word))
                yield one.name, _Shown(min(shown), anchor, _TITLE)
                break


def _other_form(word: str, tree: Tree, anchor: Anchor) -> str | None:
    """The same word of the other gender."""
    n = tree.at(anchor.start)
    lowered = word.casefold()
    owns = n < len(tree) and tree.relations[n] == "nmod:poss"
    other = ("his" if owns else "him") if lowered == "her" else _forms().get(lowered)
    return other[:1].upper() + other[1:] if other is not None and word[:1].isupper() else other


@cache
def _forms() -> dict[str, str]:
    """Pronouns and titles with those of the other gender, both ways; the first that is named for a word counts."""
    pairs = [pair.split(" ") for pair in terms("damage")["gender"]["words"]]
    found = {she: he for he, she in reversed(pairs)} | dict(reversed(pairs))
    return {word.casefold(): other for word, other in found.items()}
