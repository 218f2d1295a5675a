"""Which report was made from which, with the passages that prove it.

In: documents, their annotations and fingerprints, and what every two of them share. Out: derivations, sorted, and
problems.

Three kinds of evidence: shared narrative, which is proof where it is much of one of them; the same sentences in other
words and in the same order; and credits, of which one that claims the whole report makes its origin certain and one
inside a sentence makes it possible.

Direction comes from publication times, then from completeness, then from credits, then from damage: what is spun was
made from what is sound. A copy without a date goes by its original. It is decided pair by pair, the clearest first, and
where a pair would close a circle with clearer ones, it is turned round and called undetermined.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from memcon.core.annotation import Annotations
from memcon.core.degradation import Degradation, degradation
from memcon.core.derivation import Comparison, Derivation, DerivationKind, Feature, Fingerprint, Overlap, Passage
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.origins import is_official, origin_name
from memcon.core.problem import Problem
from memcon.trace.comparisons import RETOLD, WHOLE
from memcon.trace.credits import claimed, credited, house, mended

# Shares of narrative in shared passages. Set on invented copies cut to a third and padded to three times their length:
# copies and abridgements lie above .8, two agencies' stories of one event below .1, shared background in between.
_COPIED = 0.6  # of the child in the very same words: a desk's rewrite of the whole keeps less
_ALL, _PART = 0.92, 0.7  # of one, and at most of the other: whoever merges two stories leaves more of the first out
_PROOF = 0.4
_HINT = 0.2

_RETOLD_HINT = 0.12

_GUESS = 2  # rank of a direction that nothing shows


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two documents that share something; `first` and `second` are sorted by id."""

    first: Document
    second: Document
    shared: Overlap


@dataclass(frozen=True, slots=True)
class _Direction:
    """Which of a pair is the child; `rank` is 0 where times show it, 1 where the texts or credits do, 2 by guess."""

    child_first: bool
    rank: int


def derive(
    documents: Mapping[DocumentId, Document],
    annotations: Mapping[DocumentId, Annotations],
    fingerprints: Iterable[Fingerprint],
    comparisons: Iterable[Comparison],
) -> tuple[tuple[Derivation, ...], tuple[Problem, ...]]:
    """All derivations among the documents, and from origins that are not among them; they form no circle."""
    prints = list(fingerprints)
    shown = {one: mended(document, annotations[one]) for one, document in documents.items()}
    claims = {one: claimed(found) for one, found in shown.items()}
    origins = {one: origin_name(claim.origin) for one, claim in claims.items() if claim is not None}
    damaged = {one.document: degradation(annotations[one.document].damage, one.words) for one in prints}
    directed = _directed(_pairs(documents, comparisons), _known(documents, prints), origins, damaged)
    among = [_derivation(pair, direction) for pair, direction in directed]
    outside = (derivation for one in documents.values() for derivation in credited(one, shown[one.id]))
    problems = tuple(
        Problem("trace", documents[item.document].path or "", "no-body", "No body text was found to compare.")
        for item in prints
        if item.words == 0
    )
    return tuple(sorted([*among, *outside], key=_order)), problems


def _pairs(documents: Mapping[DocumentId, Document], comparisons: Iterable[Comparison]) -> Iterator[_Pair]:
    """The pairs that share enough for a derivation to be possible."""
    for one in comparisons:
        shared = one.own or one.shared
        if _reaches(shared, _HINT, _RETOLD_HINT):
            yield _Pair(documents[one.first], documents[one.second], shared)


def _reaches(shared: Overlap, same: float, retold: float) -> bool:
    """Whether what is shared in the same words and what is retold add up to enough."""
    return max(shared.first, shared.second) / same + shared.retold / retold >= 1


def _known(
    documents: Mapping[DocumentId, Document], fingerprints: Iterable[Fingerprint]
) -> Mapping[DocumentId, Document]:
    """For each document itself; for one without a date, the first of those with its text that has one, or an outlet.

    What is copied without its date is no younger for it, and what is known of the original holds for its copy.
    """
    same: dict[str, list[Document]] = defaultdict(list)
    for one in fingerprints:
        same[one.whole].append(documents[one.document])
    known = {one: document for one, document in documents.items() if document.published is not None}
    for copies in same.values():
        first = min(copies, key=_telling)
        known.update(
            {one.id: first if _telling(first)[:2] < _telling(one)[:2] else one for one in copies if one.id not in known}
        )
    return known


def _telling(document: Document) -> tuple[bool, bool, str, DocumentId]:
    published = document.published
    return (
        published is None,
        published is None and house(document) is None,
        published.iso if published else "",
        document.id,
    )


def _directed(
    pairs: Iterable[_Pair],
    known: Mapping[DocumentId, Document],
    origins: Mapping[DocumentId, str],
    damaged: Mapping[DocumentId, Degradation],
) -> Iterator[tuple[_Pair, _Direction]]:
    """The pairs with their directions, none of which closes a circle."""
    parents: dict[DocumentId, set[DocumentId]] = defaultdict(set)
    decided = ((_direction(pair, known, origins, damaged), pair) for pair in pairs)
    for direction, pair in sorted(decided, key=lambda item: (item[0].rank, item[1].first.id, item[1].second.id)):
        chosen = direction
        child, parent = (pair.first, pair.second) if chosen.child_first else (pair.second, pair.first)
        # Times alone close no circle, and the pairs they direct come first.
        if direction.rank and child.id in _ancestors(parents, parent.id):
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


def _direction(
    pair: _Pair,
    known: Mapping[DocumentId, Document],
    origins: Mapping[DocumentId, str],
    damaged: Mapping[DocumentId, Degradation],
) -> _Direction:
    first, second, shared = pair.first, pair.second, pair.shared
    if known[first.id] != known[second.id]:
        first, second = known[first.id], known[second.id]
    one, other = first.published, second.published
    if one is not None and other is not None and not one.compatible(other):
        return _Direction(other.not_after(one), rank=0)
    for whole, rest, lead, child_first in (
        (shared.first_retold, shared.second_retold, shared.second_lead, True),
        (shared.second_retold, shared.first_retold, shared.first_lead, False),
    ):
        if whole >= _ALL and rest <= _PART:
            # Whoever cuts keeps the beginning; whoever pastes, or brings up to date, has one of their own.
            return _Direction(child_first == lead, rank=1)
    for elder, younger, child_first in ((first, second, False), (second, first, True)):
        if house(elder) is not None and house(elder) == origins.get(younger.id) != house(younger):
            return _Direction(child_first, rank=1)
    state, other_state = damaged[first.id], damaged[second.id]
    if state.low > other_state.high or other_state.low > state.high:
        return _Direction(state.low > other_state.high, rank=1)
    return _Direction(shared.first_retold > shared.second_retold, _GUESS)


def _derivation(pair: _Pair, direction: _Direction) -> Derivation:
    """The derivation that a pair proves, or makes possible.

    Certainty asks for the larger share and not for the child's: who is the child may hang on a date, and a copy
    without one must not be judged otherwise than its original. A child of which only a part is the parent's is marked.
    """
    shared = pair.shared
    verbatim, retold = (shared.first, shared.second), (shared.first_retold, shared.second_retold)
    child, parent = (pair.first, pair.second) if direction.child_first else (pair.second, pair.first)
    passages = shared.passages
    if not direction.child_first:
        verbatim, retold = verbatim[::-1], retold[::-1]
        passages = tuple(sorted(Passage(one.parent, one.child, one.score) for one in passages))
    detail = "share of the {}'s narrative found in the {}, in the same words or in others"
    return Derivation(
        child=child.id,
        parent=parent.id,
        origin=None,
        kind=_kind(child, parent, verbatim, retold),
        certain=_reaches(shared, _PROOF, RETOLD),
        score=round(max(retold), 3),
        direction="undetermined" if direction.rank == _GUESS else "determined",
        passages=passages,
        features=(
            Feature("child-covered", round(retold[0], 3), detail.format("child", "parent")),
            Feature("parent-covered", round(retold[1], 3), detail.format("parent", "child")),
            Feature("same-words", round(max(verbatim), 3), "the larger share of either one in the very same words"),
            Feature("retold", shared.retold, f"sentences told in the same order; proof from {RETOLD}"),
            Feature("passages", float(len(passages)), "runs of eight words or more, or sentences, that stand in both"),
        ),
        part=retold[0] < _PROOF <= retold[1],
    )


def _kind(child: Document, parent: Document, same: Sequence[float], retold: Sequence[float]) -> DerivationKind:
    """How the child was made.

    Args:
        same, retold: Of the child and of the parent, the share that stands in the other, in the same words or at all.
    """
    if child.outlet is not None and child.outlet == parent.outlet and min(same) < 1:
        return "update"
    if is_official(parent.outlet or "") and not is_official(child.outlet or "") and retold[0] < WHOLE:
        return "readout"
    if same[0] >= _COPIED and retold[0] >= WHOLE:
        return "copy" if retold[1] >= WHOLE else "abridgement"
    return "rewrite"


def _order(derivation: Derivation) -> tuple[str, str, str]:
    return derivation.child, derivation.parent or "", derivation.origin or ""
