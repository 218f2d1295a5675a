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
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from memcon.align.sayings import Saying
from memcon.core.ids import DocumentId
from memcon.core.meanings import nearness
from memcon.core.party import Party
from memcon.core.wording import MOST, Aligned, Word, aligned, most_kept, weight

Relation = Literal["same", "near", "other"]
"""Of two parties: one; perhaps one, or one speaking for the other, or not named; or two."""

Pair = tuple[int, int, Aligned]
"""Two sayings by number, the lower first, and how they are aligned."""

FEWEST = 5
"""Words a wording needs to be compared; of fewer, any two are alike."""

_STEM = 5  # letters by which words are looked up
_HELD = 40  # sayings beyond which a word leads to no other; bounds the work
_FULLER = 1.5  # times as long as what it is alike to, from which a saying is looked up for itself
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
    return _MEANT.reached(found) and _mean_the_same(one, other)


def _mean_the_same(one: Saying, other: Saying) -> bool:
    """Whether the words of one party mean nearly the same."""
    return relation(one.party, other.party) == "same" and nearness(one.meaning, other.meaning) >= _NEAR


def _least(one: Saying, other: Saying) -> float:
    """What two sayings must at least keep to be one utterance."""
    if _mean_the_same(one, other):
        return _MEANT.kept
    return min(bar.kept for bar in BARS[relation(one.party, other.party)])


def variants(sayings: Sequence[Saying], copies: AbstractSet[DocumentId] = frozenset()) -> tuple[list[Pair], list[int]]:
    """What is one utterance by its words: pairs, and for each saying the one it was found alike to, or itself.

    What most reports have is compared first; what is alike to it need not be compared with the rest that is.

    Args:
        copies: Reports that only repeat another one, and so make nothing more common.
    """
    stems = [_stems(one.words) for one in sayings]
    common = [len(one.documents - copies) for one in sayings]
    order = sorted(range(len(sayings)), key=lambda n: (-common[n], -len(sayings[n].words), n))
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    pairs: list[Pair] = []
    centre = list(range(len(sayings)))
    for number in order:
        if len(sayings[number].words) < FEWEST:
            continue
        longest = 0
        for other in _candidates(sayings[number], stems[number], holders, stems):
            one, two = min(number, other), max(number, other)
            found = compared(sayings[one], sayings[two], kept=_least(sayings[one], sayings[two]))
            if found is not None and alike(sayings[one], sayings[two], found):
                pairs.append((one, two, found))
                centre[number] = other if centre[number] == number else centre[number]
                longest = max(longest, len(sayings[other].words))
        if longest * _FULLER < len(sayings[number].words):
            for key in _keys(sayings[number], stems[number]):
                holders[key].append(number)
    return pairs, centre


def compared(one: Saying, other: Saying, *, kept: float) -> Aligned | None:
    """Two sayings aligned; None where they are too short or too long for it, or certainly keep less than this."""
    if min(len(one.words), len(other.words)) < FEWEST or len(one.words) * len(other.words) > MOST:
        return None
    return aligned(one.words, other.words) if most_kept(one.words, other.words) >= kept else None


def _candidates(
    saying: Saying,
    own: frozenset[str],
    holders: Mapping[tuple[str, str], Sequence[int]],
    stems: Sequence[frozenset[str]],
) -> list[int]:
    """Sayings that share enough words which few have, of all or of one party."""
    lists = (holders.get(key, ()) for key in _keys(saying, own))
    met = set(chain.from_iterable(held for held in lists if len(held) <= _HELD))
    return sorted(one for one in met if len(own & stems[one]) >= max(2, _SHARED * min(len(own), len(stems[one]))))


def _keys(saying: Saying, stems: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Under what a saying is looked up: each stem, among all sayings and among the party's."""
    for stem in sorted(stems):
        yield "", stem
        if saying.speaker is not None:
            yield saying.speaker, stem


def _stems(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(word.text[:_STEM] for word in words if weight(word) == 1)
