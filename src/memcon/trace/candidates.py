"""Pairs of documents worth comparing, without comparing all pairs.

In: fingerprints, the earliest document first. Out: pairs of ids, each sorted, in order.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from memcon.core.derivation import Fingerprint
from memcon.core.ids import DocumentId

Pair = tuple[DocumentId, DocumentId]

# In common, and of the shorter one's: one sampled shingle, or three pairs, is chance or a set phrase. The shares are a
# third of what makes a derivation even possible, since the samples are small. Of invented rewrites and
# translations all come out, and one in ten pairs of unrelated reports of one collection.
_SHINGLES, _SHINGLES_SHARE = 2, 0.05
_PAIRS, _PAIRS_SHARE = 4, 0.03
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
    return heads, {pair for group in same.values() for pair in _linked([one.document for one in group])}


def _near(values: Mapping[DocumentId, tuple[int, ...]], fewest: int, share: float) -> Iterator[Pair]:
    for (one, other), count in Counter(_sharing(values)).items():
        if count >= max(fewest, share * min(len(values[one]), len(values[other]))):
            yield one, other


def _sharing(values: Mapping[DocumentId, tuple[int, ...]]) -> Iterator[Pair]:
    holders: dict[int, list[DocumentId]] = defaultdict(list)
    for document, held in values.items():
        for value in held:
            holders[value].append(document)
    for ids in holders.values():
        yield from _linked(ids)


def _linked(ids: Sequence[DocumentId]) -> Iterator[Pair]:
    """All pairs of a few; of a crowd, each with the first."""
    for one, other in combinations(ids, 2) if len(ids) <= CROWD else ((ids[0], other) for other in ids[1:]):
        yield (one, other) if one < other else (other, one)
