"""How right a method is: edges by how they were made, direction, kinds, families, and look-alikes kept apart.

In: collections, and a method's `Answer` to each. Out: a `Result`.

An edge counts as found whichever way round it is told; the direction is scored apart. A pair that is no edge but comes
of one text all the same (two copies of one story, a copy of a copy and the original) is neither right nor wrong, and
counted beside; `strict` counts it as wrong. Any other pair is wrong, and counts against the way the younger of the two
was made, or, of two originals, against the whole only.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from bench.derivation.collection import Collection, Edge, Kind, Why
from bench.derivation.plan import MADE, Made
from memcon.evaluate import metrics
from memcon.evaluate.metrics import HIT, MISS, SPURIOUS, WRONG, Counts
from memcon.evaluate.scoreboard import Score

ALL: Literal["all"] = "all"
WHY: tuple[Why, ...] = ("one event", "own accounts", "one series")

_ALSO: Mapping[Made, frozenset[str]] = {"reordering": frozenset({"copy"})}  # all of its words are the parent's
_Pair = frozenset[str]
_Tally = dict[str, list[Counts]]
_Statistic = Callable[[Sequence[Counts]], float]


@dataclass(frozen=True, slots=True)
class Found:
    """An edge that a method tells.

    Attributes:
        kind: As far as the method tells one.
        directed: Whether it claims to know which of the two is the child.
    """

    child: str
    parent: str
    kind: Kind | None = None
    directed: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """What a method says of one collection: edges, and families by document; without families, its edges make them."""

    edges: tuple[Found, ...]
    families: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Edges made in one way, or `all` of them."""

    made: Made | Literal["all"]
    precision: float
    recall: float
    f1: Score


@dataclass(frozen=True, slots=True)
class Result:
    """All figures of one method.

    Attributes:
        strict: F1 of all edges where a pair that comes of one text without being an edge is wrong.
        direction: Share of the edges found whose direction is told, and right.
        kind: Share of the edges found with the right kind, of those that tell one; None if no edge does.
        families, rand: B-cubed F1 and adjusted Rand index.
        linked: Look-alikes joined by an edge, and how many there are, by why they look alike.
        indirect: Pairs told that come of one text without being edges.
    """

    method: str
    rows: tuple[Row, ...]
    strict: Score
    direction: Score
    kind: Score | None
    families: Score
    rand: Score
    linked: Mapping[Why, tuple[int, int]]
    indirect: int


def score(method: str, collections: Sequence[Collection], answers: Mapping[str, Answer]) -> Result:
    """All figures; a collection without an answer has no edges found."""
    given = [(one, answers.get(one.name, Answer(()))) for one in collections]
    tallies = [_tally(one, answer) for one, answer in given]
    kinds = [tally["kind"] for tally in tallies]
    return Result(
        method,
        (*(_row(made, tallies) for made in MADE), _row(ALL, tallies)),
        _score("strict_f1", [tally["strict"] for tally in tallies], metrics.f1),
        _score("direction", [tally["direction"] for tally in tallies], metrics.recall),
        _score("kind", kinds, metrics.recall) if any(kinds) else None,
        *_families(given),
        linked={why: _linked(why, given) for why in WHY},
        indirect=sum(len(tally["indirect"]) for tally in tallies),
    )


def edge_f1(collections: Sequence[Collection], answers: Mapping[str, Answer]) -> float:
    """F1 of all edges alone, by which thresholds are chosen."""
    return metrics.f1([counts for one in collections for counts in _tally(one, answers[one.name])[ALL]])


def components(documents: Iterable[str], edges: Iterable[Found]) -> dict[str, str]:
    """The family of each document where every edge joins two: named for its first member."""
    family = {one: one for one in documents}
    for edge in edges:
        low, high = sorted((family[edge.child], family[edge.parent]))
        family = {one: low if root == high else root for one, root in family.items()}
    return family


def _tally(collection: Collection, answer: Answer) -> _Tally:
    """Counts by the way an edge was made, and for the other figures."""
    gold: dict[_Pair, Edge] = {frozenset((edge.child, edge.parent)): edge for edge in collection.edges}
    told: dict[_Pair, Found] = {}
    for found in answer.edges:
        told.setdefault(frozenset((found.child, found.parent)), found)
    made = {edge.child: edge.made for edge in collection.edges}
    kin = _of_one_text(collection)
    counted: _Tally = defaultdict(list)
    for pair, edge in gold.items():
        outcome = HIT if pair in told else MISS
        for name in (edge.made, ALL, "strict"):
            counted[name].append(outcome)
        if pair in told:
            found = told[pair]
            counted["direction"].append(HIT if found.directed and found.child == edge.child else WRONG)
            if found.kind is not None and edge.made != "merge":
                right = found.kind == edge.kind or found.kind in _ALSO.get(edge.made, ())
                counted["kind"].append(HIT if right else WRONG)
    for pair in told.keys() - gold.keys():
        counted["strict"].append(SPURIOUS)
        if pair in kin:
            counted["indirect"].append(SPURIOUS)
            continue
        counted[ALL].append(SPURIOUS)
        if (younger := made.get(max(pair, key=lambda one: collection.order[one]))) is not None:
            counted[younger].append(SPURIOUS)
    return counted


def _of_one_text(collection: Collection) -> set[_Pair]:
    """Pairs that have a common ancestor, or of which one is the other's."""
    parents: dict[str, list[str]] = defaultdict(list)
    for edge in collection.edges:
        parents[edge.child].append(edge.parent)

    def line(one: str) -> set[str]:
        return {one}.union(*(line(parent) for parent in parents.get(one, ())))

    lines = {one.id: line(one.id) for one in collection.documents}
    return {frozenset(pair) for pair in combinations(lines, 2) if lines[pair[0]] & lines[pair[1]]}


def _row(made: Made | Literal["all"], tallies: Sequence[_Tally]) -> Row:
    items = [counts for tally in tallies for counts in tally[made]]
    return Row(
        made,
        metrics.precision(items),
        metrics.recall(items),
        _score(f"{made}_f1", [tally[made] for tally in tallies], metrics.f1),
    )


def _score(name: str, documents: Sequence[Sequence[Counts]], statistic: _Statistic) -> Score:
    items = [counts for own in documents for counts in own]
    low, high = metrics.interval(metrics.resampled([own for own in documents if own]), statistic)
    return Score(name, statistic(items), low, high, n=sum(counts.gold for counts in items))


def _families(given: Sequence[tuple[Collection, Answer]]) -> tuple[Score, Score]:
    """B-cubed F1 and adjusted Rand index, resampled by collection."""
    gold = [dict(one.families) for one, _ in given]
    found = [
        dict(answer.families)
        if answer.families is not None
        else components((each.id for each in one.documents), answer.edges)
        for one, answer in given
    ]
    cubes = [metrics.b_cubed(*pair) for pair in zip(gold, found, strict=True)]
    everything = {document: family for one in found for document, family in one.items()}

    def cubed(units: Sequence[Sequence[tuple[float, float]]]) -> float:
        return metrics.cubed_f1([item for unit in units for item in unit])

    def rand(units: Sequence[int]) -> float:
        return metrics.adjusted_rand(
            {key: value for unit in sorted(set(units)) for key, value in gold[unit].items()}, everything
        )

    documents, numbers = sum(map(len, gold)), range(len(gold))
    return (
        Score("families_f1", cubed(cubes), *metrics.interval(cubes, cubed), n=documents),
        Score("families_rand", rand(numbers), *metrics.interval(numbers, rand), n=documents),
    )


def _linked(why: Why, given: Sequence[tuple[Collection, Answer]]) -> tuple[int, int]:
    linked = total = 0
    for one, answer in given:
        told = {frozenset((found.child, found.parent)) for found in answer.edges}
        pairs = [frozenset((left, right)) for left, right, reason in one.apart if reason == why]
        linked, total = linked + sum(pair in told for pair in pairs), total + len(pairs)
    return linked, total
