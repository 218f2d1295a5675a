"""Pairs of documents worth comparing, without comparing all pairs.

In: fingerprints, the earliest document first. Out: pairs of ids, each sorted, in order.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from memcon.core.derivation import Fingerprint
from memcon.core.ids import DocumentId

Pair = tuple[DocumentId, DocumentId]

# In common, and of the shorter one's: one sampled shingle, or three pairs, is chance or a set phrase. The shares are a
# third of what makes a derivation even possible, since the samples are small. Of invented rewrites and
# translations all come out, and one in ten pairs of unrelated reports of one collection.
_SHINGLES, _SHINGLES_SHARE = 2, 0.05
_PAIRS, _PAIRS_SHARE = 4, 0.03
_MANY = 1_000  # documents from which numpy is done, and loaded, before Python would be done
CROWD = 12  # documents that share one value before it links them as a star instead of all with all


def candidates(fingerprints: Iterable[Fingerprint]) -> list[Pair]:
    """Pairs with equal bodies, and pairs that share enough runs of words or enough words of one sentence.

    A crowd of documents with one and the same body is linked as a star around the first of them, so that ten thousand
    copies cost ten thousand pairs and not fifty million; a value that a crowd shares links likewise.
    """
    heads, stars = _heads(fingerprints)
    shingles = {one.document: one.shingles for one in heads}
    pairs = {one.document: one.pairs for one in heads}
    near = {*_near(shingles, _SHINGLES, _SHINGLES_SHARE), *_near(pairs, _PAIRS, _PAIRS_SHARE)}
    return sorted(stars | near)


def _heads(fingerprints: Iterable[Fingerprint]) -> tuple[list[Fingerprint], set[Pair]]:
    """The documents to be compared with others, and the pairs of equal bodies: of a crowd of them only the first."""
    same: dict[str, list[Fingerprint]] = defaultdict(list)
    for one in fingerprints:
        if one.words:
            same[one.whole].append(one)
    heads = [one for group in same.values() for one in (group if len(group) <= CROWD else group[:1])]
    linked = (pair for group in same.values() for pair in _linked([one.document for one in group]))
    return heads, {(one, other) if one < other else (other, one) for one, other in linked}


def _near(values: Mapping[DocumentId, tuple[int, ...]], fewest: int, share: float) -> Iterator[Pair]:
    """Pairs that share so many values, and such a share of the values of the one that has fewer."""
    sharing = shared_by_few if len(values) < _MANY else shared_by_many
    for one, other, count in sharing(values, fewest):
        if count >= share * min(len(values[one]), len(values[other])):
            yield (one, other) if one < other else (other, one)


def shared_by_few(
    values: Mapping[DocumentId, tuple[int, ...]], fewest: int
) -> Iterator[tuple[DocumentId, DocumentId, int]]:
    """Documents that so many values link, the one that comes first first, with how many values do so."""
    holders: dict[int, list[DocumentId]] = defaultdict(list)
    for document, held in values.items():
        for value in held:
            holders[value].append(document)
    linked = Counter(pair for ids in holders.values() for pair in _linked(ids))
    return ((one, other, count) for (one, other), count in linked.items() if count >= fewest)


def shared_by_many(
    values: Mapping[DocumentId, tuple[int, ...]], fewest: int
) -> Iterator[tuple[DocumentId, DocumentId, int]]:
    """The same, of thousands of documents: all values in one column, sorted, with their documents beside them."""
    import numpy as np  # as _MANY says

    names, sizes = list(values), np.fromiter(map(len, values.values()), np.int64, len(values))
    column = np.fromiter(chain.from_iterable(values.values()), np.int64, int(sizes.sum()))
    order = np.argsort(column, kind="stable")
    column, holder = column[order], np.repeat(np.arange(len(names)), sizes)[order]
    begins = np.flatnonzero(np.diff(column, prepend=column[:1] - 1))
    size = np.diff(begins, append=len(column))
    first, crowded = np.repeat(begins, size), np.repeat(size > CROWD, size)
    place = np.arange(len(column))
    centre = holder[first]
    links = [(centre * len(names) + holder)[crowded & (place > first)]]
    for back in range(1, CROWD):
        later = place[~crowded & (place - first >= back)]
        links.append(holder[later - back] * len(names) + holder[later])
    link, count = np.unique(np.concatenate(links), return_counts=True)
    link, count = link[count >= fewest], count[count >= fewest]
    one, other = np.divmod(link, len(names))
    for a, b, shared in zip(one.tolist(), other.tolist(), count.tolist(), strict=True):
        yield names[a], names[b], shared


def _linked(ids: Sequence[DocumentId]) -> Iterator[Pair]:
    """All pairs of a few; of a crowd, each with the first."""
    return combinations(ids, 2) if len(ids) <= CROWD else ((ids[0], other) for other in ids[1:])
