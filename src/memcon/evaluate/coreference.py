"""How well clusters of mentions agree with the gold's: MUC, B-cubed, CEAFe and their mean, the CoNLL F1.

A mention is anything hashable, such as a range of words; a clustering is any number of disjoint sets of mentions. The
two sides need not have the same mentions: one that the other side lacks counts against whoever has it. Numerators and
denominators are kept apart, so that documents are summed before they are divided, as the reference scorer does.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Clusters = Collection[Collection[Hashable]]

Left = TypeVar("Left", bound=Hashable)
Right = TypeVar("Right", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Parts:
    """Recall and precision of one measure before division: each its numerator, then its denominator."""

    recalled: float = 0.0
    gold: float = 0.0
    kept: float = 0.0
    predicted: float = 0.0

    def __add__(self, other: "Parts") -> "Parts":
        return Parts(
            self.recalled + other.recalled,
            self.gold + other.gold,
            self.kept + other.kept,
            self.predicted + other.predicted,
        )

    @property
    def f1(self) -> float:
        """Harmonic mean of recall and precision; 0 if either is."""
        recall = self.recalled / self.gold if self.gold else 0.0
        precision = self.kept / self.predicted if self.predicted else 0.0
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a document adds to each measure; `mentions` counts the mentions themselves."""

    muc: Parts = Parts()
    b_cubed: Parts = Parts()
    ceafe: Parts = Parts()
    mentions: Parts = Parts()

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(
            self.muc + other.muc,
            self.b_cubed + other.b_cubed,
            self.ceafe + other.ceafe,
            self.mentions + other.mentions,
        )


def agreement(gold: Clusters, predicted: Clusters) -> Agreement:
    """How the clusterings of one document agree.

    A mention that stands in several clusters of one side belongs to the first of them.

    Source:
        Vilain and others 1995; Bagga and Baldwin 1998; Luo 2005, with his fourth similarity; on mentions that only one
        side has, Pradhan and others 2014.
    """
    key, answer = _disjoint(gold), _disjoint(predicted)
    left, right = ({item for one in side for item in one} for side in (key, answer))
    both = float(len(left & right))
    return Agreement(
        Parts(*_links(key, answer), *_links(answer, key)),
        Parts(*_cubed(key, answer), *_cubed(answer, key)),
        _aligned(key, answer),
        Parts(both, len(left), both, len(right)),
    )


def conll_f1(documents: Sequence[Agreement]) -> float:
    """Mean F1 of MUC, B-cubed and CEAFe over all documents together.

    Source:
        Pradhan and others 2012.
    """
    whole = sum(documents, Agreement())
    return (whole.muc.f1 + whole.b_cubed.f1 + whole.ceafe.f1) / 3


def mention_f1(documents: Sequence[Agreement]) -> float:
    """F1 of the mentions, whatever their clusters, over all documents together."""
    return sum(documents, Agreement()).mentions.f1


def heaviest(weights: Mapping[tuple[Left, Right], float]) -> dict[Left, Right]:
    """The one-to-one pairing of the greatest total weight; exact.

    Args:
        weights: Of the pairs that may be chosen; those that are not there weigh nothing. None is negative.

    Source:
        Kuhn 1955 in the form with potentials, O(n³), separately for the parts that no pair connects.
    """
    pairs: dict[Left, Right] = {}
    positive = {pair: weight for pair, weight in weights.items() if weight > 0}
    for part in _connected(positive):
        lefts = list(dict.fromkeys(left for left, _ in part))
        rights = list(dict.fromkeys(right for _, right in part))
        rows = {left: n for n, left in enumerate(lefts)}
        columns = {right: n for n, right in enumerate(rights)}
        matrix = np.zeros((len(lefts), len(rights)))
        for left, right in part:
            matrix[rows[left], columns[right]] = positive[left, right]
        chosen = [(lefts[row], rights[column]) for row, column in _assigned(matrix)]
        pairs.update(pair for pair in chosen if pair in positive)
    return pairs


def _disjoint(clusters: Clusters) -> list[set[Hashable]]:
    seen: set[Hashable] = set()
    made = []
    for cluster in clusters:
        own = set(cluster) - seen
        seen |= own
        if own:
            made.append(own)
    return made


def _places(clusters: Iterable[set[Hashable]]) -> dict[Hashable, int]:
    return {item: number for number, cluster in enumerate(clusters) for item in cluster}


def _links(clusters: Sequence[set[Hashable]], others: Sequence[set[Hashable]]) -> tuple[float, float]:
    """MUC: of the links that hold clusters together, how many the other side keeps, and how many there are."""
    places = _places(others)
    kept = 0
    for cluster in clusters:
        pieces = {places.get(item, (item,)) for item in cluster}  # what the other side lacks is a piece by itself
        kept += len(cluster) - len(pieces)
    return kept, sum(len(cluster) - 1 for cluster in clusters)


def _cubed(clusters: Sequence[set[Hashable]], others: Sequence[set[Hashable]]) -> tuple[float, float]:
    """B-cubed: the share of each mention's cluster that the other side puts with it, summed; and how many mentions."""
    places = _places(others)
    shares = 0.0
    for cluster in clusters:
        sizes = Counter(places[item] for item in cluster if item in places)
        shares += sum(size * size for size in sizes.values()) / len(cluster)
    return shares, sum(map(len, clusters))


def _aligned(key: Sequence[set[Hashable]], answer: Sequence[set[Hashable]]) -> Parts:
    """CEAFe: the similarity of clusters that are paired one to one, as well as can be; and how many clusters."""
    places = _places(answer)
    shared = Counter((n, places[item]) for n, one in enumerate(key) for item in one if item in places)
    alike = {(n, m): 2 * size / (len(key[n]) + len(answer[m])) for (n, m), size in shared.items()}
    total = sum(alike[pair] for pair in heaviest(alike).items())
    return Parts(total, len(key), total, len(answer))


def _connected(pairs: Iterable[tuple[Left, Right]]) -> list[list[tuple[Left, Right]]]:
    """The pairs in groups that share nothing with each other."""
    beside: dict[tuple[str, Hashable], list[tuple[Left, Right]]] = defaultdict(list)
    for pair in pairs:
        beside["left", pair[0]].append(pair)
        beside["right", pair[1]].append(pair)
    groups, seen = [], set[tuple[str, Hashable]]()
    for start in beside:
        waiting, group = [start], dict[tuple[Left, Right], None]()
        while waiting:
            end = waiting.pop()
            if end not in seen:
                seen.add(end)
                group.update(dict.fromkeys(beside[end]))
                waiting += [other for pair in beside[end] for other in (("left", pair[0]), ("right", pair[1]))]
        if group:
            groups.append(list(group))
    return groups


def _assigned(weights: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Row and column of each pair of the heaviest assignment.

    Shape:
        weights: (rows, columns)
    """
    if weights.shape[0] > weights.shape[1]:
        return [(row, column) for column, row in _assigned(weights.T)]
    rows, columns = weights.shape
    cost = np.full((rows + 1, columns + 1), 0.0)
    cost[1:, 1:] = -weights
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)  # the potentials; number 0 of each is a stand-in
    taken = np.zeros(columns + 1, int)  # by column its row, 0 for none
    for row in range(1, rows + 1):
        taken[0], column = row, 0
        least, before = np.full(columns + 1, np.inf), np.zeros(columns + 1, int)
        done = np.zeros(columns + 1, bool)
        while taken[column]:  # grow the tree of tight pairs until it reaches a free column
            done[column] = True
            slack = cost[taken[column]] - of_row[taken[column]] - of_column
            closer = ~done & (slack < least)
            closer[0] = False
            least[closer], before[closer] = slack[closer], column
            nearest = np.where(done, np.inf, least)
            nearest[0] = np.inf
            following = int(nearest.argmin())
            step = nearest[following]
            of_row[taken[done]] += step
            of_column[done] -= step
            least[~done] -= step
            column = following
        while column:  # hand the columns on, back along the path
            taken[column] = taken[before[column]]
            column = int(before[column])
    return [(int(taken[column]) - 1, column - 1) for column in range(1, columns + 1) if taken[column]]
