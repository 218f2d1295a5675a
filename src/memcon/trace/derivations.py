"""Which report was made from which, with the passages that prove it.

In: documents, their annotations and fingerprints. Out: derivations, sorted, and problems.

Three kinds of evidence: shared narrative, which is proof where it is much of one of them; the same names and numbers in
the same order, which makes a rewrite possible; and credits, of which one that claims the whole report makes its origin
certain and one inside a sentence makes it possible.

Direction comes from publication times, then from completeness, then from credits. It is decided pair by pair, the
clearest first, and where a pair would close a circle with clearer ones, it is turned round and called undetermined.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from memcon.core.annotation import Annotations
from memcon.core.derivation import Derivation, DerivationKind, Feature, Fingerprint, Passage
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.origins import origin_name
from memcon.core.problem import Problem
from memcon.trace.candidates import Pair, copied, respun
from memcon.trace.credits import claimed, credited, house
from memcon.trace.passages import Overlap, Story, overlap, same_names, story

# Shares of narrative in shared passages. Set on invented copies cut to a third and padded to three times their length:
# copies and abridgements lie above .8, two agencies' stories of one event below .1, shared background in between.
_WHOLE = 0.8
_PROOF = 0.4
_HINT = 0.15

# Share of the shorter report's runs of names found in the other. Independent stories of one event lie below .25 (of one
# product launch, below .38), word-by-word rewrites above .45; formulaic texts such as readouts reach higher, which is
# one reason why names alone never prove anything.
_NAMES = 0.4
_FEWEST_NAMES = 40
_STORIES = 500  # kept ready for comparison, some hundred kilobytes each
_GUESS = 2  # rank of a direction that nothing shows


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two documents that share something.

    Attributes:
        first, second: Sorted by id.
        shared: The narrative they share; None where it is only names.
        names: Share of the shorter one's runs of names found in the other; 0 where the narrative decides.
        passages: In the order of the first.
    """

    first: Document
    second: Document
    shared: Overlap | None
    names: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _Direction:
    """Which of a pair is the child; `rank` is 0 where times show it, 1 where the texts or credits do, 2 by guess."""

    child_first: bool
    rank: int


def derive(
    documents: Mapping[DocumentId, Document],
    annotations: Mapping[DocumentId, Annotations],
    fingerprints: Iterable[Fingerprint],
) -> tuple[tuple[Derivation, ...], tuple[Problem, ...]]:
    """All derivations among the documents, and from origins that are not among them; they form no circle."""
    prints = list(fingerprints)
    claims = {one: claimed(annotations[one].credits) for one in documents}
    origins = {one: origin_name(claim.origin) for one, claim in claims.items() if claim is not None}
    pairs = list(_pairs(documents, annotations, prints))
    among = [_derivation(pair, direction) for pair, direction in _directed(pairs, origins)]
    outside = (derivation for one in documents.values() for derivation in credited(one, annotations[one.id].credits))
    problems = tuple(
        Problem("trace", documents[item.document].path or "", "no-body", "No body text was found to compare.")
        for item in prints
        if item.words == 0
    )
    return tuple(sorted([*among, *outside], key=_order)), problems


def _pairs(
    documents: Mapping[DocumentId, Document],
    annotations: Mapping[DocumentId, Annotations],
    prints: Sequence[Fingerprint],
) -> Iterator[_Pair]:
    @lru_cache(_STORIES)
    def ready(one: DocumentId) -> Story:
        return story(documents[one], annotations[one])

    proven: set[Pair] = set()
    for first, second in copied(prints):
        shared = overlap(ready(first), ready(second))
        if max(shared.first, shared.second) >= _HINT:
            proven.add((first, second))
            yield _Pair(documents[first], documents[second], shared, 0.0, shared.passages)
    for (first, second), score in respun(prints, fewest=_FEWEST_NAMES, share=_NAMES):
        if (first, second) not in proven:
            yield _Pair(documents[first], documents[second], None, score, same_names(ready(first), ready(second)))


def _directed(pairs: Iterable[_Pair], origins: Mapping[DocumentId, str]) -> Iterator[tuple[_Pair, _Direction]]:
    """The pairs with their directions, none of which closes a circle."""
    parents: dict[DocumentId, set[DocumentId]] = defaultdict(set)
    decided = ((_direction(pair, origins), pair) for pair in pairs)
    for direction, pair in sorted(decided, key=lambda item: (item[0].rank, item[1].first.id, item[1].second.id)):
        chosen = direction
        child, parent = (pair.first, pair.second) if chosen.child_first else (pair.second, pair.first)
        if child.id in _ancestors(parents, parent.id):
            chosen = _Direction(not direction.child_first, _GUESS)
            child, parent = parent, child
        parents[child.id].add(parent.id)
        yield pair, chosen


def _ancestors(parents: Mapping[DocumentId, set[DocumentId]], of: DocumentId) -> set[DocumentId]:
    seen, waiting = set[DocumentId](), [of]
    while waiting:
        for parent in parents.get(waiting.pop(), ()):
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return seen


def _direction(pair: _Pair, origins: Mapping[DocumentId, str]) -> _Direction:
    first, second, shared = pair.first, pair.second, pair.shared
    one, other = first.published, second.published
    if one is not None and other is not None and not one.compatible(other):
        return _Direction(other.not_after(one), rank=0)
    if shared is not None and (shared.first >= _WHOLE) != (shared.second >= _WHOLE):
        return _Direction(shared.first >= _WHOLE, rank=1)
    for elder, younger, child_first in ((first, second, False), (second, first, True)):
        if house(elder) is not None and house(elder) == origins.get(younger.id) != house(younger):
            return _Direction(child_first, rank=1)
    return _Direction(shared is not None and shared.first > shared.second, _GUESS)


def _derivation(pair: _Pair, direction: _Direction) -> Derivation:
    child, parent = (pair.first, pair.second) if direction.child_first else (pair.second, pair.first)
    turned = (Passage(one.parent, one.child, one.score) for one in pair.passages)
    kind, certain, score, features = _by_names(pair) if pair.shared is None else _by_text(child, parent, pair)
    return Derivation(
        child=child.id,
        parent=parent.id,
        origin=None,
        kind=kind,
        certain=certain,
        score=round(score, 3),
        direction="undetermined" if direction.rank == _GUESS else "determined",
        passages=pair.passages if direction.child_first else tuple(sorted(turned)),
        features=features,
    )


def _by_text(child: Document, parent: Document, pair: _Pair) -> tuple[DerivationKind, bool, float, tuple[Feature, ...]]:
    """Kind, certainty, score and reasons where narrative is shared.

    Certainty asks for the larger share and not for the child's: who is the child may hang on a date, and a copy
    without one must not be judged otherwise than its original. A report that pastes a whole short one is thereby joined
    to it, which counts too few witnesses rather than too many.
    """
    assert pair.shared is not None  # noqa: S101 - the caller looked
    shares = {pair.first.id: pair.shared.first, pair.second.id: pair.shared.second}
    of_child, of_parent = shares[child.id], shares[parent.id]
    kind: DerivationKind = "update" if child.outlet is not None and child.outlet == parent.outlet else "rewrite"
    if of_child >= _WHOLE:
        kind = "copy" if of_parent >= _WHOLE else "abridgement"
    return (
        kind,
        max(of_child, of_parent) >= _PROOF,
        max(of_child, of_parent),
        (
            Feature("child-covered", round(of_child, 3), "share of the child's narrative found in the parent"),
            Feature("parent-covered", round(of_parent, 3), "share of the parent's narrative found in the child"),
            Feature("passages", float(len(pair.passages)), "runs of eight words or more that stand in both"),
        ),
    )


def _by_names(pair: _Pair) -> tuple[DerivationKind, bool, float, tuple[Feature, ...]]:
    """Kind, certainty, score and reason where only names and numbers stand in the same order: a possible rewrite."""
    detail = "share of the shorter's runs of names and numbers found in the other"
    return "rewrite", False, pair.names, (Feature("same-names", round(pair.names, 3), detail),)


def _order(derivation: Derivation) -> tuple[str, str, str]:
    return derivation.child, derivation.parent or "", derivation.origin or ""
