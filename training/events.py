"""Train the scorer of event pairs: `python -m training.events --data $MEMCON_DATA`.

In: the train parts of ECB+ and of EWT, which tells how usual a word is. Out: `src/memcon/align/events/scorer.npz`.

First two linear maps of the encoder's states, as they are: a projection in which mentions of one event lie close
together, and weights that tell events told once from those told again. Then boosted trees and a network over the
features of `memcon.align.events`, some of which the maps give. So that neither trusts the maps too far, what they are
shown comes from maps that have not seen the topic. Compared are mentions of one topic, in which ECB+ has two events
that are much alike.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from sklearn.ensemble import HistGradientBoostingClassifier
from torch.nn import functional

from memcon.align.events import compare, content_words
from memcon.align.events.features import pair_features
from memcon.align.events.likeness import unit_rows
from memcon.align.events.mention import Floats
from memcon.align.events.scorer import FILE, inputs
from memcon.evaluate import corpora
from memcon.evaluate.eventcorpora import Encoded, ecbplus, encoded
from memcon.language.weights import Weights

SEED = 20261130
WIDTH, EPOCHS, RATE, DROPOUT, DECAY = 128, 25, 1e-3, 0.4, 0.01
POSITIVE, MOST = 3.0, 400
"""How much a pair of one event counts, and how many mentions of a topic are compared at a time."""
RIDGE = 1e4
"""How strongly the weights that know single events are held near 0."""
FOLDS = 5
USUAL = 0.02
"""Share of the documents that must have a word for its frequency to be kept."""
BAGS, SHARE = 4, 0.4
"""Models whose log-odds are averaged, and the share of the pairs of two events that each is shown."""
UNITS, NETWORKS, ROUNDS, AT_ONCE, PACE = 64, 2, 8, 2048, 2e-3
"""Of each network, and how it learns; their log-odds are averaged too, and those with the trees'."""
TREES = {
    "max_iter": 100,
    "learning_rate": 0.08,
    "max_features": 0.6,
    "max_leaf_nodes": 10,
    "min_samples_leaf": 50,
    "l2_regularization": 5.0,
    "early_stopping": False,
}

Ints = npt.NDArray[np.intp]
Arrays = dict[str, Any]
Fit = Callable[[Floats, Ints, Sequence[Ints]], Floats]
"""Inputs, chains and groups in; a map out."""


def topics(given: Encoded) -> list[str]:
    """The topic of each mention, which ECB+ names first in a document's name."""
    return [one.sentence.document.partition("_")[0] for one in given.mentions]


def projection(rows: Floats, chains: Ints, groups: Sequence[Ints]) -> Floats:
    """Where mentions of one event lie close together; shape (inputs, width)."""
    torch.manual_seed(SEED)
    chance = np.random.default_rng(SEED)
    linear = torch.nn.Linear(rows.shape[1], WIDTH, bias=False)
    scale, shift = torch.nn.Parameter(torch.tensor(8.0)), torch.nn.Parameter(torch.tensor(-4.0))
    optimizer = torch.optim.AdamW([*linear.parameters(), scale, shift], lr=RATE, weight_decay=DECAY)
    for _ in range(EPOCHS):
        for n in chance.permutation(len(groups)).tolist():
            some = chance.permutation(groups[n])[:MOST]
            read = functional.dropout(torch.from_numpy(rows[some]), DROPOUT)
            vectors = functional.normalize(linear(read), dim=1)
            upper = torch.triu_indices(len(some), len(some), 1)
            odds = (scale * (vectors @ vectors.T) + shift)[upper[0], upper[1]]
            same = torch.from_numpy((chains[some][:, None] == chains[some][None]).astype(np.float32))
            loss = functional.binary_cross_entropy_with_logits(
                odds, same[upper[0], upper[1]], pos_weight=torch.tensor(POSITIVE)
            )
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    found: Floats = linear.weight.detach().numpy().T.copy()
    return found


def single(rows: Floats, chains: Ints, groups: Sequence[Ints]) -> Floats:
    """Weights by which an event that is told only once is known, by ridge regression; shape (inputs, 1)."""
    own = np.concatenate(groups)
    read = rows[own].astype(np.float64)
    once = (np.bincount(chains)[chains[own]] == 1).astype(np.float64)
    dual = np.linalg.solve(read @ read.T + RIDGE * np.eye(len(own)), once - once.mean())
    found: Floats = (read.T @ dual).astype(np.float32)[:, None]
    return found


def unseen(rows: Floats, chains: Ints, by_topic: Mapping[str, Ints], fit: Fit) -> Floats:
    """What a map makes of each mention that has not seen its topic."""
    names = np.random.default_rng(SEED).permutation(sorted(by_topic)).tolist()
    found: dict[int, Floats] = {}
    for fold in range(FOLDS):
        kept = [by_topic[name] for n, name in enumerate(names) if n % FOLDS != fold]
        made = fit(rows, chains, kept)
        for name in names[fold::FOLDS]:
            found |= {n: rows[n] @ made for n in by_topic[name].tolist()}
    return np.stack([found[n] for n in range(len(rows))])


def bagged(features: Floats, same: npt.NDArray[np.bool_]) -> list[HistGradientBoostingClassifier]:
    """Models that have seen every pair of one event, and each its own share of the others."""
    made = []
    for seed in range(BAGS):
        kept = same | (np.random.default_rng(seed).random(len(same)) < SHARE)
        model = HistGradientBoostingClassifier(**TREES, random_state=seed)
        made.append(model.fit(features[kept], same[kept], sample_weight=np.where(same[kept], 1.0, 1 / SHARE)))
    return made


def arrays(models: Sequence[HistGradientBoostingClassifier]) -> Arrays:
    """The trees, all nodes in one row; a node above leaves has the mean of them, by how many pairs came there."""
    columns: dict[str, list[float]] = defaultdict(list)
    for (tree,) in (trees for model in models for trees in model._predictors):  # noqa: SLF001 -- no public way to nodes
        base = len(columns["feature"])
        columns["roots"].append(base)
        nodes = tree.nodes
        values = nodes["value"].astype(np.float64)
        for n in reversed(range(len(nodes))):  # those below come after those above
            if not nodes["is_leaf"][n]:
                below = [int(nodes["left"][n]), int(nodes["right"][n])]
                values[n] = np.average(values[below], weights=nodes["count"][below])
        leaf = nodes["is_leaf"].astype(bool)
        columns["feature"] += np.where(leaf, -1, nodes["feature_idx"]).tolist()
        columns["limit"] += np.where(leaf, 0, nodes["num_threshold"]).tolist()
        for side in ("left", "right"):
            columns[side] += (np.where(leaf, np.arange(len(nodes)), nodes[side]) + base).tolist()
        columns["value"] += (values / len(models)).tolist()
    start = np.mean([model._baseline_prediction.item() for model in models])  # noqa: SLF001
    numbers = {name: np.array(columns[name], np.int32) for name in ("roots", "feature", "left", "right")}
    return {"start": start, **numbers, **{name: np.array(columns[name], np.float32) for name in ("limit", "value")}}


def network(features: Floats, same: npt.NDArray[np.bool_]) -> Arrays:
    """Networks of one hidden layer, put side by side as one; `start` is what it makes of an ordinary pair."""
    ordinary, spread = features.mean(0), features.std(0) + np.float32(1e-6)
    shown, wanted = torch.from_numpy((features - ordinary) / spread), torch.from_numpy(same.astype(np.float32))
    steps = len(features) // AT_ONCE
    made = [_fitted(shown, wanted, seed, steps) for seed in range(NETWORKS)]
    inward = np.concatenate([one[1].weight.detach().numpy().T for one in made], 1) / spread[:, None]
    shift = np.concatenate([one[1].bias.detach().numpy() for one in made])
    outward = np.concatenate([one[4].weight.detach().numpy()[0] for one in made]) / NETWORKS
    start = np.maximum(shift, 0) @ outward + np.mean([one[4].bias.item() for one in made])
    return {
        "start": start, "ordinary": ordinary, "inward": inward, "shift": shift - ordinary @ inward, "outward": outward
    }  # fmt: skip


def _fitted(shown: torch.Tensor, wanted: torch.Tensor, seed: int, steps: int) -> torch.nn.Sequential:
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    inward, outward = torch.nn.Linear(shown.shape[1], UNITS), torch.nn.Linear(UNITS, 1)
    made = torch.nn.Sequential(torch.nn.Dropout(0.1), inward, torch.nn.ReLU(), torch.nn.Dropout(0.3), outward)
    optimizer = torch.optim.AdamW(made.parameters(), lr=PACE, weight_decay=1e-3)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimizer, PACE, total_steps=ROUNDS * steps)
    for _ in range(ROUNDS):
        order = torch.from_numpy(chance.permutation(len(shown)))
        for n in range(steps):
            some = order[n * AT_ONCE : (n + 1) * AT_ONCE]
            loss = functional.binary_cross_entropy_with_logits(made(shown[some])[:, 0], wanted[some])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            rates.step()
    return made


def together(one: Arrays, other: Arrays) -> Arrays:
    """Trees and network, each with half the say."""
    half = {name: np.asarray(made[name] / 2, np.float32) for made, name in ((one, "value"), (other, "outward"))}
    return {**one, **other, **half, "start": (one["start"] + other["start"]) / 2}


def frequencies(treebank: Path) -> dict[str, float]:
    """Words that are no names, and the share of a treebank's documents that have them, where it is not small."""
    documents = [
        set(content_words(*zip(*((row.form, row.upos) for one in document for row in one.rows), strict=True)))
        - {row.form.casefold() for one in document for row in one.rows if row.upos == "PROPN"}
        for document in corpora.documents(corpora.treebank(treebank))
    ]
    seen = Counter(word for words in documents for word in words if word.isalpha())
    return {
        word: round(times / len(documents), 4)
        for word, times in sorted(seen.items())
        if times >= USUAL * len(documents)
    }


def trained(given: Encoded, usual: Mapping[str, float]) -> Arrays:
    """Everything that ships."""
    rows = inputs(given.mentions)
    chains = np.unique(given.chains, return_inverse=True)[1]
    names = np.array(topics(given))
    by_topic = {str(name): np.flatnonzero(names == name) for name in np.unique(names)}
    learnt = unit_rows(unseen(rows, chains, by_topic, projection))
    alone = unseen(rows, chains, by_topic, single)[:, 0]
    background = compare(given.documents, usual)
    shown, same = [], []
    for own in by_topic.values():
        upper = np.triu_indices(len(own), 1)
        features = pair_features([given.mentions[n] for n in own.tolist()], background, learnt[own], alone[own])
        shown.append(features[upper])
        same.append((chains[own][:, None] == chains[own][None])[upper])
    pairs, answers = np.concatenate(shown), np.concatenate(same)
    scored = together(arrays(bagged(pairs, answers)), network(pairs, answers))
    everything = list(by_topic.values())
    maps = {
        "projection": projection(rows, chains, everything).astype(np.float16),
        "single": single(rows, chains, everything)[:, 0],
    }
    words = {"words": np.array(" ".join(usual)), "shares": np.array(list(usual.values()), np.float16)}
    return {**words, **maps, **scored}


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(prog="python -m training.events", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of public data")
    parser.add_argument("--out", type=Path, default=FILE, help="the file to write")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    usual = frequencies(asked.data / "ewt" / "en_ewt-ud-train.conllu")
    made = trained(encoded(ecbplus(asked.data / "ecbplus" / "train"), Weights()), usual)
    np.savez_compressed(asked.out, **made)
    print(f"{asked.out}: {asked.out.stat().st_size} bytes, {len(made['roots'])} trees")


if __name__ == "__main__":
    main()
