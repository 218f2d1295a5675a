"""Which sayings are one utterance in two wordings, by their words alone.

In: sayings. Out: pairs of them, each with how it is aligned.

The more words two wordings keep, and the more of them side by side, the surer they are one; how sure they must be
depends on whose they are. Words of one party, and of somebody nobody names, need less than those of two parties, which
must be as good as equal; words of one party that mean nearly the same need least. Different numbers, names or a
negation forbid it.

Only sayings that share rare words are compared, so the work grows with the number of reports.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from memcon.align.sayings import Saying
from memcon.core.meanings import nearness
from memcon.core.record import Party
from memcon.core.wording import MOST, Aligned, Word, aligned, weight

Relation = Literal["same", "near", "other"]
"""Of two parties: one; perhaps one, or one speaking for the other, or not named; or two."""

FEWEST = 5
"""Words a wording needs to be compared; of fewer, any two are alike."""

_STEM = 5  # letters by which words are looked up
_HELD = 40  # sayings beyond which a word leads to no other; bounds the work
_SHARED = 0.4  # of the long words of the shorter saying that are looked up and must be shared


@dataclass(frozen=True, slots=True)
class Bar:
    """What an alignment must reach; see `Aligned`."""

    kept: float
    dense: float
    together: float
    long: float

    def reached(self, found: Aligned) -> bool:
        """Whether it is."""
        return (
            found.kept >= self.kept
            and found.dense >= self.dense
            and found.together >= self.together
            and found.long >= self.long
        )


# Read off 1,400 statements of 14 news events and, for what a thesaurus leaves, invented reports: of the pairs above
# these bars all but a few were one utterance, of those a little below about half.
BARS: Mapping[Relation, tuple[Bar, ...]] = {
    "same": (Bar(0.7, 0.6, 0.4, 2), Bar(0.55, 0.5, 0.3, 6)),
    "near": (Bar(0.7, 0.6, 0.45, 3), Bar(0.6, 0.55, 0.3, 7)),
    "other": (Bar(0.8, 0.7, 0.5, 5),),
}
"""For the relation of the two parties: either few words that are much alike, or many that are a little less so."""

_TOLD = Bar(0.85, 0.8, 0.6, 4)
"""Where a report tells it in its own sentence: the same words, cut."""


_MEANT = Bar(0.38, 0.5, 0.1, 3)
_NEAR = 0.58
"""Of one party, where the words mean nearly the same, and the cosine from which they do: set as the bars."""


def relation(one: Party | None, other: Party | None) -> Relation:
    """How two parties stand to each other."""
    if one is None or other is None:
        return "near"
    if one.id == other.id:
        return "same"
    words, others = (set(party.name.casefold().split()) for party in (one, other))
    if words <= others or others <= words or not (_is_named(one) or _is_named(other)):
        return "near"
    speaks_for = one.side is not None and one.side == other.side and "person" in {one.type, other.type}
    return "near" if speaks_for and one.type != other.type else "other"


def _is_named(party: Party) -> bool:
    """Whether it has a name, and is not only described, as "a senior official" is."""
    return party.name[:1].isupper()


def alike(one: Saying, other: Saying, found: Aligned) -> bool:
    """Whether two sayings are one utterance by their words."""
    if found.at_odds or one.negative != other.negative:
        return False
    related = relation(one.party, other.party)
    if not (one.quoted and other.quoted):
        return related != "other" and _TOLD.reached(found)
    if one.documents & other.documents:  # somebody who says something like it twice
        return related != "other" and any(bar.reached(found) for bar in BARS["other"])
    if any(bar.reached(found) for bar in BARS[related]):
        return True
    return related == "same" and _MEANT.reached(found) and nearness(one.meaning, other.meaning) >= _NEAR


def variants(sayings: Sequence[Saying]) -> Iterator[tuple[int, int, Aligned]]:
    """The pairs that are one utterance by their words, by number, the lower first."""
    for one, other in _candidates(sayings):
        found = compared(sayings[one], sayings[other])
        if found is not None and alike(sayings[one], sayings[other], found):
            yield one, other, found


def compared(one: Saying, other: Saying) -> Aligned | None:
    """Two sayings aligned; None where they are too short or too long for it."""
    if min(len(one.words), len(other.words)) < FEWEST or len(one.words) * len(other.words) > MOST:
        return None
    return aligned(one.words, other.words)


def _candidates(sayings: Sequence[Saying]) -> Iterator[tuple[int, int]]:
    """Pairs that share enough words which few sayings have, of all or of one party."""
    stems = {n: _stems(one.words) for n, one in enumerate(sayings) if len(one.words) >= FEWEST}
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, own in stems.items():
        for key in _keys(sayings[number], own):
            holders[key].append(number)
    rare = {key: held for key, held in holders.items() if 1 < len(held) <= _HELD}
    for number, own in stems.items():
        met = chain.from_iterable(rare.get(key, ()) for key in _keys(sayings[number], own))
        for other in sorted({one for one in met if one < number}):
            if len(own & stems[other]) >= max(2, _SHARED * min(len(own), len(stems[other]))):
                yield other, number


def _keys(saying: Saying, stems: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Under what a saying is looked up: each stem, among all sayings and among the party's."""
    for stem in sorted(stems):
        yield "", stem
        if saying.speaker is not None:
            yield saying.speaker, stem


def _stems(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(word.text[:_STEM] for word in words if weight(word) == 1)
