"""The same story in other words: sentences of two documents aligned in their order.

In: the sentences of two stories. Out: pairs of sentences that tell the same, and how strong the evidence is.

A thesaurus, a translator and a desk change the words but keep the sentences, most names and numbers, and the order in
which things are told. Two witnesses of one event share single sentences, seldom several, and seldom in one order.

Source:
    Gale & Church 1993 for monotone alignment of sentences; likeness is Dice's coefficient of the stems, and the chain
    with the greatest gain is found as a heaviest increasing subsequence (Fredman 1975).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from memcon.trace.fingerprints import BodySentence

_LIKE = 0.3  # from which a likeness counts; its gain is what lies above
_FEWEST = 5  # stems below which a sentence is like too many others
_USUAL = 60  # sentences of one document, beyond which a word in them tells nothing; also bounds the work


class Aligned(NamedTuple):
    """Two sentences that tell the same, by their numbers, and how alike they are, in (0.3, 1]."""

    first: int
    second: int
    likeness: float


def aligned(first: Sequence[BodySentence], second: Sequence[BodySentence]) -> tuple[Aligned, ...]:
    """The chain of sentences with the greatest gain that the second tells as the first does, in the same order."""
    return tuple(_heaviest(sorted(_alike(_telling(first), _telling(second)))))


def evidence(chain: Iterable[tuple[Aligned, float]], shorter: int) -> float:
    """How strong the evidence of a retelling is: how much is retold, times how large a share of the document that is.

    The square of the chain's gain by the number of sentences. Of invented collections 4 in 19,000 pairs of unrelated
    reports reach .15, with what they have in the same words, and 96 % of those spun or translated.

    Args:
        chain: Each with the share of it that is not in the very same words, in [0, 1]; only that is retold.
        shorter: The number of sentences of the shorter document.
    """
    gain = sum((one.likeness - _LIKE) * share for one, share in chain)
    return gain * gain / max(shorter, 1)


def _telling(sentences: Sequence[BodySentence]) -> list[frozenset[str]]:
    """The stems of each sentence without those that stand in very many of them."""
    if len(sentences) <= _USUAL:
        return [one.stems for one in sentences]
    held = Counter(stem for one in sentences for stem in one.stems)
    usual = frozenset(stem for stem, count in held.items() if count > _USUAL)
    return [one.stems - usual for one in sentences]


def _alike(first: Sequence[frozenset[str]], second: Sequence[frozenset[str]]) -> Iterator[Aligned]:
    places: dict[str, list[int]] = defaultdict(list)
    for number, stems in enumerate(second):
        if len(stems) >= _FEWEST:
            for stem in stems:
                places[stem].append(number)
    for number, stems in enumerate(first):
        if len(stems) < _FEWEST:
            continue
        met = chain.from_iterable(places[stem] for stem in stems if stem in places)
        for other, shared in Counter(met).items():
            likeness = 2 * shared / (len(stems) + len(second[other]))
            if likeness > _LIKE:
                yield Aligned(number, other, likeness)


def _heaviest(alike: Sequence[Aligned]) -> list[Aligned]:
    """The chain with the greatest gain in which both numbers rise; of equally good ones the first found.

    Args:
        alike: Sorted.
    """
    best: dict[int, tuple[float, int]] = {}  # by a node of a Fenwick tree: gain and last link of the best chain so far
    size = 1 + max((one.second for one in alike), default=0)
    links: list[tuple[Aligned, int]] = []
    top = (0.0, -1)
    waiting: list[tuple[int, tuple[float, int]]] = []
    row = -1
    for one in alike:
        if one.first != row:
            row = one.first
            for place, chain in waiting:  # only now, so that a sentence follows none of its own row
                _raise(best, size, place, chain)
            waiting.clear()
        gain, before = _reach(best, one.second)
        chain = (gain + one.likeness - _LIKE, len(links))
        links.append((one, before))
        waiting.append((one.second + 1, chain))
        if chain[0] > top[0]:
            top = chain
    found, link = [], top[1]
    while link >= 0:
        one, link = links[link]
        found.append(one)
    return found[::-1]


def _reach(best: dict[int, tuple[float, int]], place: int) -> tuple[float, int]:
    """The best chain that ends before this sentence."""
    found = (0.0, -1)
    while place:
        found = max(found, best.get(place, found), key=itemgetter(0))
        place -= place & -place
    return found


def _raise(best: dict[int, tuple[float, int]], size: int, place: int, chain: tuple[float, int]) -> None:
    while place <= size:
        if chain[0] > best.get(place, (0.0, -1))[0]:
            best[place] = chain
        place += place & -place
