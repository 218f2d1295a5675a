"""Likeness of things in a block, all with all: weighted bags of words, and vectors of words matched with each other.

In: one bag or a few vectors a thing. Out: square matrices, symmetric unless said, float32.
"""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from memcon.align.events.mention import Floats

_UNSEEN = 3.0  # inverse frequency of a word that no document has: that of one in twenty
_ASSUMED = 50.0
"""Everyday documents that are thought beside those at hand, since five reports of one visit share their best words."""
_SELDOM = 0.002  # share of such documents that have a word which is not among the usual ones


def inverse_frequencies(documents: Collection[Sequence[str]], usual: Mapping[str, float]) -> dict[str, float]:
    """How rare each word is among documents: the logarithm of one over its share of them.

    Args:
        usual: Words of English at large, and the share of documents that have them.

    Source:
        Spärck Jones 1972; what is usual counts as a prior does.
    """
    seen = Counter(word for words in documents for word in set(words))
    return {
        word: math.log((len(documents) + _ASSUMED) / (times + _ASSUMED * usual.get(word, _SELDOM)))
        for word, times in seen.items()
    }


def tf_idf(documents: Sequence[Sequence[str]], rarity: Mapping[str, float]) -> Floats:
    """Cosine of every two documents by their words.

    Source:
        Salton and Buckley 1988, with the logarithm of how often a word occurs.
    """
    numbers = {word: n for n, word in enumerate(sorted(rarity))}
    rows = np.zeros((len(documents), len(numbers)), np.float32)
    for row, words in zip(rows, documents, strict=True):
        for word, times in Counter(words).items():
            row[numbers[word]] = (1 + math.log(times)) * rarity[word]
    return cosines(rows)


def cosines(rows: Floats) -> Floats:
    """Cosine of every two rows; 0 for one of zeros."""
    unit = unit_rows(rows)
    found: Floats = unit @ unit.T
    return found


def unit_rows(rows: Floats) -> Floats:
    """Rows of unit length, but for those of zeros."""
    lengths = np.sqrt((rows * rows).sum(-1, keepdims=True))
    found: Floats = rows / np.maximum(lengths, np.float32(1e-9))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Overlap:
    """What bags of words share, rare words weighing more.

    Attributes:
        shared: Weight of what two have in common.
        weight: Of each bag; shape (n,).
        any: Whether two have a word in common.
    """

    shared: Floats
    weight: Floats
    any: Floats

    @property
    def jaccard(self) -> Floats:
        """Share of what either has that both have."""
        both = self.weight[:, None] + self.weight[None] - self.shared
        return ratio(self.shared, both)

    @property
    def covered(self) -> Floats:
        """Share of the lighter bag that the other has too."""
        return ratio(self.shared, np.minimum(self.weight[:, None], self.weight[None]))

    @property
    def differ(self) -> Floats:
        """1 where both have words and none in common."""
        filled = self.weight > 0
        found: Floats = ((filled[:, None] & filled[None]) & (self.any == 0)).astype(np.float32)
        return found


def overlap(bags: Sequence[Collection[str]], rarity: Mapping[str, float]) -> Overlap:
    """Compare every two bags."""
    words = sorted({word for bag in bags for word in bag})
    numbers = {word: n for n, word in enumerate(words)}
    has = np.zeros((len(bags), len(words)), np.float32)
    for row, bag in zip(has, bags, strict=True):
        row[[numbers[word] for word in bag]] = 1
    weighted = has * np.array([rarity.get(word, _UNSEEN) for word in words], np.float32)
    return Overlap(weighted @ has.T, weighted.sum(1), (has @ has.T > 0).astype(np.float32))


def matched(vectors: Sequence[Floats], weights: Sequence[Floats]) -> Floats:
    """How well the vectors of one thing find their like among another's: the mean of the best cosines, both ways.

    Args:
        vectors: Of each thing; shape (its words, dim), rows of unit length.
        weights: How much each word counts; shape (its words,), all above 0.

    Returns:
        0 where one of the two has no words.

    Source:
        Zhang and others 2020, BERTScore, weighted by inverse frequency.
    """
    found = np.zeros((len(vectors), len(vectors)), np.float32)
    filled = [n for n, own in enumerate(vectors) if len(own)]
    if not filled:
        return found
    rows = np.concatenate([vectors[n] for n in filled])
    each = np.concatenate([weights[n] for n in filled])
    starts = np.cumsum([0, *(len(vectors[n]) for n in filled[:-1])])
    best = np.maximum.reduceat(rows @ rows.T, starts, axis=1)
    means = np.add.reduceat(best * each[:, None], starts, axis=0) / np.add.reduceat(each, starts)[:, None]
    found[np.ix_(filled, filled)] = (means + means.T) / 2
    return found


def ratio(part: Floats, whole: Floats) -> Floats:
    """Quotients; 0 where the whole is 0."""
    found: Floats = np.where(whole > 0, part / np.maximum(whole, np.float32(1e-6)), np.float32(0))
    return found
