"""The trained scorer: features of a pair in, how likely it is one event out, and what each feature did to that.

Boosted trees, a small network and two linear maps of the model's states, as arrays in `scorer.npz`, made by
`training/events.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from memcon.align.events.features import FEATURES
from memcon.align.events.likeness import ratio, unit_rows
from memcon.align.events.mention import EventMention, Floats

FILE = Path(__file__).with_name("scorer.npz")
_AT_ONCE = 16384  # pairs, whose features then stay in the processor's cache
_DIGITS = 4  # of log-odds, so that a sum's last digit decides nothing

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Scorer:
    """Trees over features, all their nodes in one row of arrays, and a network of one hidden layer beside them.

    Attributes:
        usual: Words of English at large, and the share of documents that have them.
        projection: Shape (layers × dim + dim of a sentence's vector, width).
        single: Weights by which an event that is told only once is known; shape (rows of `projection`,).
        start: Log-odds of an ordinary pair in the network, before any tree.
        roots: Node at which each tree begins.
        feature: Of each node; -1 at a leaf.
        limit: A pair goes left at a node if its value is no more than this.
        left, right: Nodes below a node; a leaf itself.
        value: What a leaf adds to the log-odds; at a node above, the mean of what is below it.
        ordinary: Mean of each feature among the pairs learnt from.
        inward, shift, outward: Of the network; shapes (features, units), (units,), (units,).
    """

    usual: Mapping[str, float]
    projection: Floats
    single: Floats
    start: float
    roots: Ints
    feature: Ints
    limit: Floats
    left: Ints
    right: Ints
    value: Floats
    ordinary: Floats
    inward: Floats
    shift: Floats
    outward: Floats

    def learnt(self, mentions: Sequence[EventMention]) -> Floats:
        """A vector of each mention's head and sentence, of unit length; shape (mentions, width)."""
        return unit_rows(inputs(mentions) @ self.projection)

    def alone(self, mentions: Sequence[EventMention]) -> Floats:
        """How much each mention looks like one whose event is told only once; shape (mentions,), no probability."""
        found: Floats = inputs(mentions) @ self.single
        return found

    def score(self, features: Floats) -> Floats:
        """How likely each pair is one event; shape (pairs, features) in, (pairs,) out."""
        odds = np.full(len(features), self.start, np.float64)
        for first in range(0, len(features), _AT_ONCE):
            some = slice(first, first + _AT_ONCE)
            for root in self.roots.tolist():
                odds[some] += self.value[self._path(features[some], root)[-1]]
            odds[some] += (self._units(features[some]) - self._units(self.ordinary)) @ self.outward
        found: Floats = (1 / (1 + np.exp(-odds.round(_DIGITS)))).astype(np.float32)
        return found

    def shares(self, features: Floats) -> Floats:
        """What each feature adds to each pair's log-odds; with `start` and the roots' values they sum to them.

        Source:
            Saabas 2014: along a pair's path through a tree, each change of the mean belongs to the feature asked.
            Shrikumar and others 2017, the rescale rule: how far a unit is from an ordinary pair's belongs to the
            features by what each adds to it.
        """
        found = np.zeros((len(features), len(FEATURES)), np.float32)
        rows = np.arange(len(features))
        for root in self.roots.tolist():
            path = self._path(features, root)
            for above, below in pairwise(path):
                np.add.at(found, (rows, self.feature[above].clip(0)), self.value[below] - self.value[above])
        away = (features - self.ordinary) @ self.inward
        changed = self._units(features) - self._units(self.ordinary)
        slopes = ratio(np.abs(changed), np.abs(away))  # a unit never falls as what comes in rises
        found += (features - self.ordinary) * ((slopes * self.outward) @ self.inward.T)
        return found

    def _units(self, features: Floats) -> Floats:
        """The network's hidden layer."""
        found: Floats = np.maximum(features @ self.inward + self.shift, 0)
        return found

    def _path(self, features: Floats, root: int) -> list[Ints]:
        """The nodes that each pair passes in a tree, level by level; at its leaf it stays."""
        path = [np.full(len(features), root, np.int32)]
        flat, begins = features.ravel(), np.arange(len(features)) * features.shape[1]
        while len(path) == 1 or (path[-1] != path[-2]).any():
            at = path[-1]
            asked = flat.take(begins + self.feature.take(at).clip(0))
            path.append(np.where(asked <= self.limit.take(at), self.left.take(at), self.right.take(at)))
        return path


def inputs(mentions: Sequence[EventMention]) -> Floats:
    """What the maps read of each mention: its head's states, each layer standardised, and its sentence's vector.

    Shape:
        (mentions, layers × dim + dim of a sentence's vector)
    """
    heads = np.stack([one.sentence.states[one.head] for one in mentions]).astype(np.float32)
    heads -= heads.mean(-1, keepdims=True)
    heads /= np.sqrt((heads * heads).mean(-1, keepdims=True) + np.float32(1e-5))
    meanings = np.stack([one.sentence.meaning for one in mentions])
    scaled = meanings * np.float32(np.sqrt(meanings.shape[1]))
    found: Floats = np.concatenate([heads.reshape(len(heads), -1), scaled], 1)
    return found


@cache
def packaged() -> Scorer:
    """The scorer that memcon ships, read once per process."""
    with np.load(FILE) as file:
        return Scorer(
            usual=dict(zip(str(file["words"]).split(" "), file["shares"].astype(float).tolist(), strict=True)),
            projection=file["projection"].astype(np.float32),
            single=file["single"].astype(np.float32),
            start=float(file["start"]),
            roots=file["roots"],
            feature=file["feature"],
            limit=file["limit"],
            left=file["left"],
            right=file["right"],
            value=file["value"],
            ordinary=file["ordinary"],
            inward=file["inward"],
            shift=file["shift"],
            outward=file["outward"],
        )
