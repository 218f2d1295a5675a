"""Which report was made from which, with the passages that prove it.

In: documents, their annotations and fingerprints. Out: derivations, sorted, and problems.

Three kinds of evidence: shared narrative, which is proof; the same names and numbers in the same order, which makes a
rewrite possible; and credits, of which one that claims the whole report makes its origin certain and one inside a
sentence makes it possible. Direction comes from publication times, then from completeness, then from credits.
"""

from collections.abc import Iterable, Mapping

from memcon.core.annotation import Annotations
from memcon.core.derivation import Derivation, DerivationKind, Direction, Feature, Fingerprint, Passage
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.origins import origin_name
from memcon.core.problem import Problem
from memcon.trace.candidates import copied, respun
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


def derive(
    documents: Mapping[DocumentId, Document],
    annotations: Mapping[DocumentId, Annotations],
    fingerprints: Iterable[Fingerprint],
) -> tuple[tuple[Derivation, ...], tuple[Problem, ...]]:
    """All derivations among the documents, and from origins that are not among them."""
    prints = list(fingerprints)
    stories: dict[DocumentId, Story] = {}

    def ready(one: DocumentId) -> Story:
        if one not in stories:
            stories[one] = story(documents[one], annotations[one])
        return stories[one]

    claims = {one: claimed(annotations[one].credits) for one in documents}
    origins = {one: origin_name(claim.origin) for one, claim in claims.items() if claim is not None}
    found: dict[tuple[DocumentId, DocumentId], Derivation] = {}
    for first, second in copied(prints):
        shared = overlap(ready(first), ready(second))
        if max(shared.first, shared.second) >= _HINT:
            found[first, second] = _from_text(documents[first], documents[second], shared, origins)
    for (first, second), score in respun(prints, fewest=_FEWEST_NAMES, share=_NAMES):
        if (first, second) not in found:
            passages = same_names(ready(first), ready(second))
            found[first, second] = _from_names(documents[first], documents[second], score, passages)
    from_origins = [
        derivation for one in documents.values() for derivation in credited(one, annotations[one.id].credits)
    ]
    problems = tuple(
        Problem("trace", documents[item.document].path or "", "no-body", "No body text was found to compare.")
        for item in prints
        if item.words == 0
    )
    return tuple(sorted([*found.values(), *from_origins], key=_order)), problems


def _from_text(first: Document, second: Document, shared: Overlap, origins: Mapping[DocumentId, str]) -> Derivation:
    """The derivation two overlapping stories show; `first` has the smaller id."""
    child_first, direction = _direction(first, second, shared, origins)
    child, parent = (first, second) if child_first else (second, first)
    of_child, of_parent = (shared.first, shared.second) if child_first else (shared.second, shared.first)
    return Derivation(
        child=child.id,
        parent=parent.id,
        origin=None,
        kind=_kind(child, parent, of_child, of_parent),
        certain=max(of_child, of_parent) >= _PROOF,
        score=round(max(of_child, of_parent), 3),
        direction=direction,
        passages=shared.passages if child_first else _turned(shared.passages),
        features=(
            Feature("child-covered", round(of_child, 3), "share of the child's narrative found in the parent"),
            Feature("parent-covered", round(of_parent, 3), "share of the parent's narrative found in the child"),
            Feature("passages", float(len(shared.passages)), "runs of eight words or more that stand in both"),
        ),
    )


def _from_names(first: Document, second: Document, score: float, passages: tuple[Passage, ...]) -> Derivation:
    """A possible rewrite: the same names and numbers in the same order, in other words."""
    child_first, direction = _by_time(first, second) or (False, "undetermined")
    child, parent = (first, second) if child_first else (second, first)
    return Derivation(
        child=child.id,
        parent=parent.id,
        origin=None,
        kind="rewrite",
        certain=False,
        score=round(score, 3),
        direction=direction,
        passages=passages if child_first else _turned(passages),
        features=(Feature("same-names", round(score, 3), "share of its runs of names and numbers found in the other"),),
    )


def _turned(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(sorted(Passage(one.parent, one.child, one.score) for one in passages))


def _direction(
    first: Document, second: Document, shared: Overlap, origins: Mapping[DocumentId, str]
) -> tuple[bool, Direction]:
    """Whether the first is the child, and whether that is known."""
    if timed := _by_time(first, second):
        return timed
    if shared.first >= _WHOLE > shared.second:
        return True, "determined"
    if shared.second >= _WHOLE > shared.first:
        return False, "determined"
    for one, other, child_first in ((first, second, False), (second, first, True)):
        if house(one) is not None and house(one) == origins.get(other.id) != house(other):
            return child_first, "determined"
    return False, "undetermined"


def _by_time(first: Document, second: Document) -> tuple[bool, Direction] | None:
    one, other = first.published, second.published
    if one is None or other is None or one.compatible(other):
        return None
    return other.not_after(one), "determined"


def _kind(child: Document, parent: Document, of_child: float, of_parent: float) -> DerivationKind:
    if of_child >= _WHOLE:
        return "copy" if of_parent >= _WHOLE else "abridgement"
    return "update" if child.outlet is not None and child.outlet == parent.outlet else "rewrite"


def _order(derivation: Derivation) -> tuple[str, str, str]:
    return derivation.child, derivation.parent or "", derivation.origin or ""
