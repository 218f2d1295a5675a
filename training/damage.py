"""Train the head that doubts words, on the shipped encoder as it is: `python -m training.damage --data $MEMCON_DATA …`.

Clean text is damaged by chance (`corruption`), the int8 encoder reads it, and a small network learns from all its
layers which words were put in place of another: replaced-token detection, as in ELECTRA, but by a head alone.
In: a folder of weights and the public data. Out: another, with `damage.onnx` and a new manifest and all else as it was.

Source:
    Clark et al. 2020, ELECTRA, for the task; Platt 1999 for scores that are probabilities.
"""

import argparse
import json
import random
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from memcon.evaluate.corpora import treebank
from memcon.language.analysis import DOUBTED
from memcon.language.sentences import sentence_ranges
from memcon.language.weights import FOLDER, MANIFEST, Floats, Weights
from memcon.language.windows import units, windows
from memcon.language.words import word_ranges
from training import data, graph
from training.corruption import GAP, KINDS, Passage, Recipe, Spinner
from training.deep import Deep
from training.encoder import LAYERS, WIDTH
from training.export import arrays, seal
from training.wordnet import FOLDER as WORDNET
from training.wordnet import Thesaurus

VERSION = "2"
SEED = 20261130
BATCH, EPOCHS, RATE = 4096, 2, 2e-3
"""Words of a batch, times that all is read, highest learning rate."""

RECIPES = {"3 %": Recipe(0.03), "10 %": Recipe(0.1), "20 %": Recipe(0.2), "40 %": Recipe(0.4),
           "round trip": Recipe(0.03, 0.08)}  # fmt: skip
"""What is done to texts that were kept apart."""

_TABLES, _OTHER_TABLES = range(200), range(1000, 1100)  # spinners that are learnt from, and those that are not
_CLOSED = frozenset("ADP AUX CCONJ DET NUM PART PRON SCONJ".split())


@dataclass(frozen=True, slots=True)
class Encoded:
    """Passages as the encoder gives them, word by word.

    Attributes:
        layers: Shape (words, layers × width), float16.
        kinds: What was done to each word: a number in `("", *KINDS, GAP)`.
        window: The window that each word was read in.
    """

    layers: npt.NDArray[np.float16]
    kinds: npt.NDArray[np.int8]
    window: npt.NDArray[np.int64]

    @property
    def known(self) -> npt.NDArray[np.bool_]:
        """Which words are learnt from and counted."""
        return self.kinds <= len(KINDS)

    @property
    def damaged(self) -> npt.NDArray[np.bool_]:
        """Which of them were changed."""
        return (self.kinds > 0) & self.known


# -- texts ------------------------------------------------------------------------------------------------------------


def printed(text: str) -> Passage:
    """A text with a paragraph a line."""
    made = Passage([], [], [])
    for line in text.split("\n"):
        ranges = list(word_ranges(line, 0, len(line)))
        if not ranges:
            continue
        base = len(made.words)
        made.words += [line[start:end] for start, end in ranges]
        made.opens.append(base)
        begins = {start for start, _ in sentence_ranges(line, 0, len(line))}
        made.begins += [base + n for n, (start, _) in enumerate(ranges) if n == 0 or start in begins]
    return made


def parsed(stretch: data.Stretch) -> Passage:
    """A document of a treebank, or any other stretch of words."""
    starts = stretch.starts or [n == 0 for n in range(len(stretch.words))]
    return Passage(stretch.words, [n for n, start in enumerate(starts) if start], stretch.paragraphs)


def readouts(folder: Path, kind: str) -> dict[str, list[Passage]]:
    """Readouts by part: an eighth each, drawn by their ids, for `dev` and for `test`."""
    made = defaultdict(list)
    for line in (folder / f"readouts/{kind}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        made[{0: "dev", 1: "test"}.get(int(row["id"], 16) % 8, "train")].append(printed(row["text"]))
    return made


def wikinews(folder: Path) -> list[Passage]:
    """Articles of Wikinews, a paragraph a sentence."""
    made = []
    for line in (folder / "wikinews/docs.jsonl").read_text(encoding="utf-8").splitlines():
        passage = Passage([], [], [])
        for sentence in json.loads(line)["sentences"]:
            passage.begins.append(len(passage.words))
            passage.words += [{"``": "“", "''": "”"}.get(word, word) for word in sentence]
        passage.opens = list(passage.begins)
        made.append(passage)
    return made


def clean(folder: Path) -> list[Passage]:
    """All that is learnt from."""
    stretches = [*data.ewt(folder), *data.gum(folder).values(), *data.wikigold(folder), *data.written()]
    return [
        *readouts(folder, "diplomatic")["train"],
        *readouts(folder, "domestic")["train"],
        *wikinews(folder),
        *map(parsed, stretches),
    ]


def untouched(folder: Path) -> dict[str, list[Passage]]:
    """Clean texts that were kept apart, on which every mark is a mistake."""
    news = sorted((folder / "polnear").rglob("*.txt"))
    return {
        "readouts, dev": readouts(folder, "diplomatic")["dev"],
        "readouts, test": readouts(folder, "diplomatic")["test"],
        "domestic readouts, test": readouts(folder, "domestic")["test"],
        "news, PolNeAR dev": [printed(path.read_text(encoding="utf-8")) for path in news],
        "web, EWT test": [parsed(one) for one in data.ewt(folder, "test")],
        "many genres, GUM dev": [parsed(one) for one in data.gum(folder, "dev").values()],
    }


def spinner(folder: Path, wordnet: Path, common: Callable[[str], bool]) -> Spinner:
    """One that leaves words alone which are mostly of a closed class in the treebank."""
    counted = defaultdict[str, Counter[str]](Counter)
    for sentence in treebank(folder / "ewt/en_ewt-ud-train.conllu"):
        for row in sentence.rows:
            counted[row.form.lower()][row.upos] += 1
    closed = frozenset(word for word, tags in counted.items() if tags.most_common(1)[0][0] in _CLOSED)
    return Spinner(Thesaurus(wordnet), common, closed)


def any_recipe(chance: random.Random, tables: Sequence[int]) -> Recipe:
    """Light to heavy, spun or translated or both, all of a text or two sentences of five."""
    rate = 0.03 * (0.4 / 0.03) ** chance.random()
    spun, turned = chance.choices([(rate, 0.0), (rate, rate / 4), (rate / 3, rate / 2)], [3, 1, 1])[0]
    return Recipe(spun, turned, chance.choice(tables), chance.choices([1, 0.4], [7, 3])[0])


def mingled(passages: Sequence[Passage], by: Spinner, tables: Sequence[int], chance: random.Random) -> list[Passage]:
    """Each passage damaged, and every second one as it was too."""
    made = []
    for one in passages:
        made.append(by.damaged(one, any_recipe(chance, tables), chance.randrange(1 << 30)))
        if chance.random() < 0.5:
            made.append(one)
    chance.shuffle(made)
    return made


# -- the encoder's view -----------------------------------------------------------------------------------------------


def encoded(passages: Sequence[Passage], weights: Weights, threads: int) -> Encoded:
    """Passages read by the int8 encoder in the windows that a reader makes."""
    cutter, number = weights.cutter, {kind: n for n, kind in enumerate(("", *KINDS, GAP))}
    found, kinds = [], []
    for one in passages:
        for window in windows(one.words, units(one.words, one.begins, one.opens, cutter), cutter):
            found.append(window)
            kinds += [number[kind] for kind in (one.kinds or [""] * len(one.words))[window.start : window.end]]
    layers = np.empty((len(kinds), LAYERS * WIDTH), np.float16)
    at = 0
    with ThreadPoolExecutor(threads) as pool:
        for begin in range(0, len(found), 64):  # a few at a time: all at once would not fit in memory
            for rows in pool.map(weights.layers, found[begin : begin + 64]):
                layers[at : at + rows.shape[1]] = rows.transpose(1, 0, 2).reshape(-1, LAYERS * WIDTH)
                at += rows.shape[1]
    window = np.repeat(np.arange(len(found)), [len(one.first) for one in found])
    return Encoded(layers, np.array(kinds, np.int8), window)


# -- training ---------------------------------------------------------------------------------------------------------


def trained(given: Encoded) -> Deep:
    """A head that has read it all a few times."""
    torch.manual_seed(SEED)
    model, chance = Deep(1, dropout=0.15), np.random.default_rng(SEED)
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01)
    begins = np.arange(0, len(given.kinds) - BATCH, BATCH)
    steps = EPOCHS * len(begins)
    losses: list[float] = []
    model.train()
    for step, begin in enumerate(np.concatenate([chance.permutation(begins) for _ in range(EPOCHS)]).tolist()):
        rows = slice(begin, begin + BATCH)
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / 50) * (1 - step / steps)
        with torch.autocast("cpu", torch.bfloat16):
            scores = model(torch.from_numpy(given.layers[rows]).bfloat16(), torch.from_numpy(given.window[rows]))[:, 0]
        known, wanted = given.known[rows], given.damaged[rows].astype(np.float32)
        loss = functional.binary_cross_entropy_with_logits(scores.float()[known], torch.from_numpy(wanted[known]))
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        losses.append(loss.item())
        if (step + 1) % 50 == 0:
            print(f"{step + 1}/{steps}: loss {np.mean(losses[-50:]):.4f}", flush=True)
    return model.eval()


def scores(model: Deep, given: Encoded) -> Floats:
    """What the head says of each word, in nats; shape (words,)."""
    edges = np.flatnonzero(np.diff(given.window, prepend=-1))[::64].tolist()
    with torch.inference_mode():
        made = [
            model(torch.from_numpy(given.layers[start:end]).float(), torch.from_numpy(given.window[start:end]))[
                :, 0
            ].numpy()
            for start, end in zip(edges, [*edges[1:], len(given.window)], strict=True)
        ]
    return np.concatenate(made)


def calibrate(model: Deep, given: Encoded) -> None:
    """Scale and shift the scores so that on texts kept apart they are the logarithms of odds."""
    seen = torch.from_numpy(scores(model, given)[given.known])
    wanted = torch.from_numpy(given.damaged[given.known].astype(np.float32))
    line = torch.tensor([1.0, 0.0], requires_grad=True)
    fit = torch.optim.LBFGS([line], max_iter=100)

    def loss() -> Tensor:
        fit.zero_grad()
        found = functional.binary_cross_entropy_with_logits(line[0] * seen + line[1], wanted)
        found.backward()  # type: ignore[no-untyped-call]
        return found

    fit.step(loss)  # type: ignore[no-untyped-call]
    scale, shift = line.detach()
    with torch.no_grad():
        model.out.weight *= scale
        model.out.bias.mul_(scale).add_(shift)


# -- what comes of it -------------------------------------------------------------------------------------------------


def add(base: Path, out: Path, model: Deep) -> None:
    """The weights of a folder with this family beside the others, in another folder."""
    shutil.copytree(base, out, dirs_exist_ok=True)
    manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    (out / MANIFEST).unlink()
    graph.deep(str(out / "damage.onnx"), arrays(model))
    seal(out, VERSION, manifest["labels"], manifest["outputs"] | {"damage": {"doubts": 1}})


def marked(passages: Sequence[Passage], weights: Weights, least: float) -> Iterator[tuple[str, float, bool]]:
    """What was done to each word, its doubt, and whether it is marked, by the graph that ships."""
    for one in passages:
        for window in windows(one.words, units(one.words, one.begins, one.opens, weights.cutter), weights.cutter):
            doubts = 1 / (1 + np.exp(-weights.scores(window)["doubts"][:, 0]))
            kinds = (one.kinds or [""] * len(one.words))[window.start : window.end]
            yield from zip(kinds, doubts.tolist(), (doubts >= least).tolist(), strict=True)


def area(pairs: Sequence[tuple[bool, float]]) -> float:
    """The chance that a damaged word is doubted more than one that is not."""
    order = sorted(pairs, key=lambda pair: pair[1])
    ranks = [rank for rank, (damaged, _) in enumerate(order, 1) if damaged]
    return (sum(ranks) - len(ranks) * (len(ranks) + 1) / 2) / (len(ranks) * (len(order) - len(ranks)))


def figures(folder: Path, weights: Weights, by: Spinner, least: float) -> dict[str, Mapping[str, float]]:
    """Words for each mark on clean texts; and on damaged ones precision, recall, area and recall by kind."""
    made: dict[str, Mapping[str, float]] = {}
    for name, passages in untouched(folder).items():
        found = [mark for _, _, mark in marked(passages, weights, least)]
        made[name] = {"words": len(found), "words for each mark": len(found) / max(1, sum(found))}
    chance = random.Random(SEED)  # noqa: S311 - not for secrets
    for name, recipe in RECIPES.items():
        damaged = [
            by.damaged(one, Recipe(recipe.spun, recipe.turned, chance.choice(_OTHER_TABLES)), chance.randrange(1 << 30))
            for one in readouts(folder, "diplomatic")["test"]
        ]
        rows = [row for row in marked(damaged, weights, least) if row[0] != GAP]
        right = sum(mark for kind, _, mark in rows if kind)
        made[name] = {
            "precision": right / max(1, sum(mark for *_, mark in rows)),
            "recall": right / sum(bool(kind) for kind, *_ in rows),
            "area": area([(bool(kind), doubt) for kind, doubt, _ in rows]),
        } | {
            kind: float(np.mean([mark for one, _, mark in rows if one == kind]))
            for kind in KINDS
            if any(one == kind for one, *_ in rows)
        }
    return made


def main() -> None:
    """Damage, read, train, calibrate, export and measure."""
    parser = argparse.ArgumentParser(prog="python -m training.damage", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of public data")
    parser.add_argument("--wordnet", type=Path, default=WORDNET, help="the folder of WordNet's files")
    parser.add_argument("--weights", type=Path, default=FOLDER, help="what the head is added to")
    parser.add_argument("--out", type=Path, required=True, help="where weights and figures go")
    parser.add_argument("--least", type=float, default=DOUBTED, help="the doubt from which a word is marked")
    parser.add_argument("--threads", type=int, default=2, help="of the processor")
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    base = Weights(asked.weights)
    by = spinner(asked.data, asked.wordnet, lambda word: base.cutter.lengths([word]) == [1])
    chance = random.Random(SEED)  # noqa: S311 - not for secrets
    model = trained(encoded(mingled(clean(asked.data), by, _TABLES, chance), base, asked.threads))
    apart = [*readouts(asked.data, "diplomatic")["dev"], *map(parsed, data.gum(asked.data, "dev").values())]
    calibrate(model, encoded(mingled(apart, by, _OTHER_TABLES, chance), base, asked.threads))
    add(asked.weights, asked.out / "weights", model)
    found = figures(asked.data, Weights(asked.out / "weights"), by, asked.least)
    (asked.out / "figures.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    for name, values in found.items():
        print(f"{name:26}", *(f"{key} {value:.3f}" for key, value in values.items()))


if __name__ == "__main__":
    main()
