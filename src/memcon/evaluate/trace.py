"""Scores of the tracing: are reports of one origin one family, are retold passages found, is the origin named?

Also: is what translation and spinning damaged marked?

In come the gold and what the record says of each report; out come tallies and clusterings, and from them scores.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations
from memcon.core.derivation import Derivation
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.record import Record
from memcon.evaluate import metrics
from memcon.evaluate.gold import Gold, Place
from memcon.evaluate.metrics import HIT, MISS, SPURIOUS, interval, precision, recall
from memcon.evaluate.names import same_origin
from memcon.evaluate.scoreboard import Score
from memcon.evaluate.tally import Measure, Tally, add

NAIVE = "the better of two: every report its own family, or all reports one family"

MEASURES = (
    Measure("pairs_precision", "pairs", precision),
    Measure("pairs_recall", "pairs", recall),
    Measure("unrelated_kept_apart", "unrelated", recall),
    Measure("passages_found", "passages", recall),
    Measure("origins_credited", "credits", recall),
    Measure("corruptions_marked", "corruptions", recall),
)

Clustering = Mapping[str, Hashable]


@dataclass(frozen=True, slots=True)
class Clusterings:
    """How the gold groups some reports and how the record does, over the same keys; joined sets keep theirs apart."""

    gold: Clustering
    predicted: Clustering


def clusterings(gold: Gold, documents: Mapping[str, Document], record: Record) -> Clusterings:
    """The origins of the gold against the families of the record; a report in no family is one by itself."""
    member = {document: family.id for family in record.families for document in family.documents}
    origins = gold.clusters or {}
    return Clusterings(
        {f"{gold.name}/{key}": (gold.name, origin) for key, origin in origins.items()},
        {f"{gold.name}/{key}": (gold.name, member.get(documents[key].id, key)) for key in origins},
    )


def score_families(sets: Sequence[Clusterings]) -> tuple[Score, ...]:
    """B-cubed, adjusted Rand index and the share of sets grouped exactly, beside the better naive grouping.

    The adjusted Rand index is resampled over the distinct reports of each draw, since a report drawn twice would be
    its own companion.
    """
    gold = {key: origin for each in sets for key, origin in each.gold.items()}
    predicted = {key: family for each in sets for key, family in each.predicted.items()}
    if not gold:
        return ()
    naive = _better_naive(sets)
    items, naive_items = metrics.b_cubed(gold, predicted), metrics.b_cubed(gold, naive)

    def rand(keys: Iterable[str]) -> float:
        return metrics.adjusted_rand({key: gold[key] for key in set(keys)}, predicted)

    exact = sum(_same(each.gold, each.predicted) for each in sets) / len(sets)
    return (
        *(
            Score(name, statistic(items), *interval(items, statistic), n=len(gold), naive=statistic(naive_items))
            for name, statistic in (
                ("families_f1", metrics.cubed_f1),
                ("families_precision", metrics.cubed_precision),
                ("families_recall", metrics.cubed_recall),
            )
        ),
        Score(
            "families_rand", rand(gold), *interval(sorted(gold), rand), len(gold), metrics.adjusted_rand(gold, naive)
        ),
        Score("families_exact", exact, exact, exact, n=len(sets), naive=_naive_exact(sets, naive)),
    )


def tally(
    gold: Gold, documents: Mapping[str, Document], record: Record, annotations: Mapping[DocumentId, Annotations]
) -> Tally:
    """Hold families, passages and credits against the gold.

    `pairs` counts the pairs of reports put into one family that have one origin, or do not, and the gold's pairs that
    were missed. `unrelated` counts pairs told to be independent, `passages` those told to retell each other,
    `credits` the reports whose origin is among the credits found in them, `corruptions` the damaged words that are
    marked.
    """
    counted: Tally = {}
    ids = {key: document.id for key, document in documents.items()}
    member = {document: family.id for family in record.families for document in family.documents}
    for one, other in combinations(sorted(gold.clusters or {}), 2):
        related = gold.clusters is not None and gold.clusters[one] == gold.clusters[other]
        joined = member.get(ids[one], one) == member.get(ids[other], other)
        if related or joined:
            outcome = HIT if related and joined else MISS if related else SPURIOUS
            add(counted, "pairs", (gold.name, f"{one}+{other}"), outcome)
    for one, other in gold.unrelated:
        apart = member.get(ids[one], one) != member.get(ids[other], other)
        add(counted, "unrelated", (gold.name, f"{one}+{other}"), HIT if apart else MISS)
    for number, (left, right) in enumerate(gold.derivations):
        found = _aligned(_anchor(left, ids), _anchor(right, ids), record.derivations)
        add(counted, "passages", (gold.name, str(number)), HIT if found else MISS)
    for key, report in gold.reports.items():
        if report.origin:
            seen = annotations.get(ids[key])
            named = any(same_origin(report.origin, credit.origin) for credit in (seen.credits if seen else ()))
            add(counted, "credits", (gold.name, key), HIT if named else MISS)
    for number, place in enumerate(gold.corruptions):
        marked = any(mark.anchor.overlaps(_anchor(place, ids)) for mark in record.damage)
        add(counted, "corruptions", (gold.name, str(number)), HIT if marked else MISS)
    return counted


def _aligned(left: Anchor, right: Anchor, derivations: Iterable[Derivation]) -> bool:
    return any(
        (passage.child.overlaps(left) and passage.parent.overlaps(right))
        or (passage.child.overlaps(right) and passage.parent.overlaps(left))
        for derivation in derivations
        for passage in derivation.passages
    )


def _anchor(place: Place, ids: Mapping[str, DocumentId]) -> Anchor:
    return Anchor(ids[place.report], place.start, place.end)


def _better_naive(sets: Sequence[Clusterings]) -> Clustering:
    gold = {key: origin for each in sets for key, origin in each.gold.items()}
    alone: Clustering = {key: key for key in gold}
    together: Clustering = {key: number for number, each in enumerate(sets) for key in each.gold}
    return max(alone, together, key=lambda grouping: metrics.cubed_f1(metrics.b_cubed(gold, grouping)))


def _naive_exact(sets: Sequence[Clusterings], naive: Clustering) -> float:
    return sum(_same(each.gold, {key: naive[key] for key in each.gold}) for each in sets) / len(sets)


def _same(gold: Clustering, predicted: Clustering) -> bool:
    return all(
        (gold[one] == gold[other]) == (predicted[one] == predicted[other]) for one, other in combinations(gold, 2)
    )
