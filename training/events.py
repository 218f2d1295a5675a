"""Train the scorer of event pairs: `python -m training.events --data $MEMCON_DATA`.

In: the train parts of ECB+ and of EWT, which tells how usual a word is. Out: `src/memcon/align/events/scorer.npz`.

First a projection of the encoder's states, as they are, in which mentions of one event lie close together; then
boosted trees over the features of `memcon.align.events`, of which the projection gives one. So that the trees do not
trust it too far, what they are shown of it comes from projections that have not seen the topic. Compared are mentions
of one topic, in which ECB+ has two events that are much alike.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

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
FOLDS = 5
USUAL = 0.02
"""Share of the documents that must have a word for its frequency to be kept."""
BAGS, SHARE = 4, 0.4
"""Models whose log-odds are averaged, and the share of the pairs of two events that each is shown."""
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


def unseen(rows: Floats, chains: Ints, by_topic: Mapping[str, Ints]) -> Floats:
    """The vector of each mention by a projection that has not seen its topic."""
    names = np.random.default_rng(SEED).permutation(sorted(by_topic)).tolist()
    found = np.zeros((len(rows), WIDTH), np.float32)
    for fold in range(FOLDS):
        kept = [by_topic[name] for n, name in enumerate(names) if n % FOLDS != fold]
        made = projection(rows, chains, kept)
        for name in names[fold::FOLDS]:
            found[by_topic[name]] = unit_rows(rows[by_topic[name]] @ made)
    return found


def bagged(features: Floats, same: npt.NDArray[np.bool_]) -> list[HistGradientBoostingClassifier]:
    """Models that have seen every pair of one event, and each its own share of the others."""
    made = []
    for seed in range(BAGS):
        kept = same | (np.random.default_rng(seed).random(len(same)) < SHARE)
        model = HistGradientBoostingClassifier(**TREES, random_state=seed)
        made.append(model.fit(features[kept], same[kept], sample_weight=np.where(same[kept], 1.0, 1 / SHARE)))
    return made


def arrays(models: Sequence[HistGradientBoostingClassifier]) -> dict[str, npt.NDArray[np.generic]]:
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


def trained(given: Encoded, usual: Mapping[str, float]) -> dict[str, npt.NDArray[np.generic]]:
    """Everything that ships."""
    rows = inputs(given.mentions)
    chains = np.unique(given.chains, return_inverse=True)[1]
    names = np.array(topics(given))
    by_topic = {str(name): np.flatnonzero(names == name) for name in np.unique(names)}
    learnt = unseen(rows, chains, by_topic)
    background = compare(given.documents, usual)
    shown, same = [], []
    for own in by_topic.values():
        upper = np.triu_indices(len(own), 1)
        features = pair_features([given.mentions[n] for n in own.tolist()], background, learnt[own])
        shown.append(features[upper])
        same.append((chains[own][:, None] == chains[own][None])[upper])
    models = bagged(np.concatenate(shown), np.concatenate(same))
    made = projection(rows, chains, list(by_topic.values()))
    words = {"words": np.array(" ".join(usual)), "shares": np.array(list(usual.values()), np.float16)}
    return {**words, "projection": made.astype(np.float16), **arrays(models)}


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
