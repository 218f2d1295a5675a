"""Pairs of documents worth comparing, without comparing all pairs.

In: fingerprints. Out: pairs of ids, each sorted, in order. Which pairs come out depends only on the fingerprints.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from memcon.core.derivation import Fingerprint
from memcon.core.ids import DocumentId

Pair = tuple[DocumentId, DocumentId]

_ENOUGH = 2  # sampled shingles in common; one is chance or a set phrase
_SHARE = 0.05  # of the shorter one's; a third of what makes a derivation even possible, since the sample is small
_CROWD = 12  # documents that share one shingle before it links them as a star instead of all with all


def copied(fingerprints: Iterable[Fingerprint]) -> list[Pair]:
    """Pairs that share enough word shingles, and pairs with equal bodies.

    Documents with one and the same body are linked as a star around the smallest id, so that ten thousand copies
    cost ten thousand pairs and not fifty million; a shingle that a crowd shares links likewise.
    """
    heads, stars = _heads(fingerprints)
    shingles = {one.document: one.shingles for one in heads}
    near = {
        (one, other)
        for (one, other), count in Counter(_sharing(shingles)).items()
        if count >= max(_ENOUGH, _SHARE * min(len(shingles[one]), len(shingles[other])))
    }
    return sorted(stars | near)


def respun(fingerprints: Iterable[Fingerprint], *, fewest: int, share: float) -> list[tuple[Pair, float]]:
    """Pairs in which a large share of the shorter's runs of names stands in the other, with that share.

    Args:
        fewest: Runs of names below which a document says too little.
        share: How much counts as large.
    """
    heads, _ = _heads(fingerprints)
    names = {one.document: one.names for one in heads if len(one.names) >= fewest}
    shared = Counter(_sharing(names))
    scored = ((pair, count / min(len(names[pair[0]]), len(names[pair[1]]))) for pair, count in shared.items())
    return sorted((pair, score) for pair, score in scored if score >= share)


def _heads(fingerprints: Iterable[Fingerprint]) -> tuple[list[Fingerprint], set[Pair]]:
    """One document of each body, and the pairs that link the others to it."""
    same: dict[str, list[Fingerprint]] = defaultdict(list)
    for one in fingerprints:
        if one.words:
            same[one.whole].append(one)
    groups = [sorted(group, key=lambda one: one.document) for group in same.values()]
    return [group[0] for group in groups], {(g[0].document, other.document) for g in groups for other in g[1:]}


def _sharing(shingles: Mapping[DocumentId, tuple[int, ...]]) -> Iterator[Pair]:
    holders: dict[int, list[DocumentId]] = defaultdict(list)
    for document, values in shingles.items():
        for value in values:
            holders[value].append(document)
    for ids in holders.values():
        ids.sort()
        yield from combinations(ids, 2) if len(ids) <= _CROWD else ((ids[0], other) for other in ids[1:])
