"""Train the head that sees acts, on the shipped encoder as it is: `python -m training.acts --weights … --out …`.

In: sentences in which acts are marked (`examples/acts/train`), and plain text in which hardly a word tells one. Out: a
folder of weights with `acts.onnx` beside all else as it was. For each word the head scores what kind of act it tells,
if any, and by kind the type and the status; the sentences are read in several groupings, so that an act is known with
and without others beside it.
"""

import argparse
import json
import random
import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from memcon.core.act import KINDS, ActKind
from memcon.core.terms.acts import STATUSES, TYPES
from memcon.evaluate.actcorpus import Sentence, read_acts
from memcon.evaluate.acts import PLAIN, learnt
from memcon.language.weights import FOLDER, MANIFEST, Weights
from memcon.language.windows import units, windows
from memcon.language.words import word_ranges
from training import graph
from training.damage import printed
from training.deep import Contextual
from training.encoder import LAYERS, WIDTH
from training.export import arrays, seal
from training.real import real

VERSION = "3"
SEED = 20261130
EXAMPLES = Path(__file__).resolve().parents[1] / "examples/acts"
GROUPINGS, TOGETHER = 2, 4
"""How often the sentences are shuffled into reports, and how many make one at most."""
HIDDEN, HEADS = 192, 6
BATCH, EPOCHS, RATE, DROPOUT = 512, 5, 7e-4, 0.5
_NONE = 0
_UNKNOWN = -100  # what the loss passes over
_NOT_TOLD = 0.5
"""How much a word of plain text counts, in which a few tell acts that nobody marked."""

TYPE_LABELS = tuple(f"{kind} {type_}" for kind in KINDS for type_ in TYPES[kind])
STATUS_LABELS = tuple(f"{kind} {status}" for kind in KINDS for status in STATUSES[kind])
WIDTHS = {"act_kinds": 1 + len(KINDS), "act_types": len(TYPE_LABELS), "act_statuses": len(STATUS_LABELS)}


@dataclass(slots=True)
class Report:
    """Words with their labels; sentences begin at `begins`, paragraphs at `opens`, or with every sentence."""

    words: list[str]
    begins: list[int]
    labels: list[tuple[int, int, int]]
    weight: float = 1.0
    opens: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Encoded:
    """Reports as the encoder gives them, word by word; `labels` is of shape (words, 3)."""

    layers: npt.NDArray[np.float16]
    labels: npt.NDArray[np.int64]
    weights: npt.NDArray[np.float32]
    window: npt.NDArray[np.int64]


def labelled(sentence: Sentence) -> tuple[list[str], list[tuple[int, int, int]]]:
    """The words of a sentence, each with the numbers of its kind, type and status."""
    ranges = list(word_ranges(sentence.text, 0, len(sentence.text)))
    labels = [(_NONE, _UNKNOWN, _UNKNOWN)] * len(ranges)
    for act in sentence.acts:
        inside = [n for n, (start, end) in enumerate(ranges) if start < act.end and act.start < end]
        told = (
            1 + KINDS.index(act.kind),
            TYPE_LABELS.index(f"{act.kind} {act.type}"),
            STATUS_LABELS.index(f"{act.kind} {act.status}"),
        )
        for n in inside:
            labels[n] = told if n == inside[-1] or len(inside) == 1 else (_UNKNOWN, _UNKNOWN, _UNKNOWN)
    return [sentence.text[start:end] for start, end in ranges], labels


def reports(given: Sequence[Sentence], chance: random.Random) -> Iterator[Report]:
    """The sentences in some grouping, each a paragraph."""
    order = list(given)
    chance.shuffle(order)
    while order:
        made = Report([], [], [])
        for sentence in order[: chance.randint(1, TOGETHER)]:
            order.pop(0)
            words, labels = labelled(sentence)
            made.begins.append(len(made.words))
            made.words += words
            made.labels += labels
        yield made


def plain(folder: Path) -> Iterator[Report]:
    """Text of the web, and meetings at home, in which next to no word tells an act between parties of two states."""
    for sentence in learnt(folder / "ewt/en_ewt-ud-train.conllu", EXAMPLES / "real"):
        words = [row.form for row in sentence.rows]
        yield Report(words, [0], [(_NONE, _UNKNOWN, _UNKNOWN)] * len(words), _NOT_TOLD)
    for row in map(json.loads, (folder / "readouts/domestic.jsonl").read_text(encoding="utf-8").splitlines()):
        if int(row["id"], 16) % PLAIN == 0:
            passage = printed(f"{row['title']}\n{row['text']}")
            yield Report(
                passage.words,
                passage.begins,
                [(_NONE, _UNKNOWN, _UNKNOWN)] * len(passage.words),
                _NOT_TOLD,
                tuple(passage.opens),
            )


def marked(tables: Path, data: Path) -> Iterator[Report]:
    """Real reports, whole."""
    for one in real(tables, data):
        labels = [
            (
                1 + KINDS.index(cast(ActKind, kind)),
                TYPE_LABELS.index(f"{kind} {type_}"),
                STATUS_LABELS.index(f"{kind} {status}"),
            )
            if kind
            else (_NONE, _UNKNOWN, _UNKNOWN)
            for kind, type_, status in one.marks
        ]
        yield Report(one.words, one.begins, labels, 1.0, tuple(one.opens))


def encoded(given: Sequence[Report], weights: Weights, threads: int) -> Encoded:
    """Reports read by the int8 encoder in the windows that a reader makes."""
    found, labels, shares = [], [], []
    for one in given:
        for window in windows(
            one.words, units(one.words, one.begins, one.opens or one.begins, weights.cutter), weights.cutter
        ):
            found.append(window)
            labels += one.labels[window.start : window.end]
            shares += [one.weight] * (window.end - window.start)
    layers = np.empty((len(labels), LAYERS * WIDTH), np.float16)
    at = 0
    with ThreadPoolExecutor(threads) as pool:
        for begin in range(0, len(found), 64):
            for rows in pool.map(weights.layers, found[begin : begin + 64]):
                layers[at : at + rows.shape[1]] = rows.transpose(1, 0, 2).reshape(-1, LAYERS * WIDTH)
                at += rows.shape[1]
    window = np.repeat(np.arange(len(found)), [len(one.first) for one in found])
    return Encoded(layers, np.array(labels, np.int64).reshape(-1, 3), np.array(shares, np.float32), window)


def trained(given: Encoded, *, seed: int = SEED, epochs: int = EPOCHS) -> Contextual:
    """A head that has read it all several times."""
    torch.manual_seed(seed)
    model = Contextual(sum(WIDTHS.values()), dropout=DROPOUT, hidden=HIDDEN, heads=HEADS)
    chance = np.random.default_rng(seed)
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.05)
    edges = np.flatnonzero(np.diff(given.window, prepend=-1, append=-1))
    steps = epochs * (len(given.labels) // BATCH + 1)
    model.train()
    total: list[float] = []
    for step, rows in enumerate(rows for _ in range(epochs) for rows in _batches(edges, chance)):
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / 100) * max(0.02, 1 - step / steps)
        layers = torch.from_numpy(given.layers[rows].astype(np.float32))
        loss = _loss(
            model(layers, torch.from_numpy(given.window[rows])),
            torch.from_numpy(given.labels[rows]),
            torch.from_numpy(given.weights[rows]),
        )
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        total.append(loss.item())
        if (step + 1) % 100 == 0:
            print(f"{step + 1}/{steps}: loss {np.mean(total[-100:]):.4f}", flush=True)
    return model.eval()


def _batches(edges: npt.NDArray[np.intp], chance: np.random.Generator) -> Iterator[npt.NDArray[np.intp]]:
    """The words of whole windows, in any order, some `BATCH` at a time."""
    held: list[npt.NDArray[np.intp]] = []
    for n in chance.permutation(len(edges) - 1).tolist():
        held.append(np.arange(edges[n], edges[n + 1]))
        if sum(map(len, held)) >= BATCH:
            yield np.concatenate(held)
            held = []
    if held:
        yield np.concatenate(held)


def _loss(scores: torch.Tensor, labels: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """Of the kind of every word; of type and status for the words that tell an act, among those of its kind."""
    kinds, types, statuses = scores.split(list(WIDTHS.values()), 1)
    each = functional.cross_entropy(kinds, labels[:, 0], ignore_index=_UNKNOWN, reduction="none")
    loss = (each * weights).mean()
    told = labels[:, 0] > _NONE
    if told.any():
        for part, (names, column) in ((types, (TYPE_LABELS, 1)), (statuses, (STATUS_LABELS, 2))):
            allowed = torch.tensor([[name.split()[0] == kind for name in names] for kind in KINDS])
            masked = part[told].masked_fill(~allowed[labels[told, 0] - 1], -1e4)
            loss = loss + functional.cross_entropy(masked, labels[told, column], reduction="sum") / len(labels)
    return loss


def add(base: Path, out: Path, model: Contextual) -> None:
    """The weights of a folder with this family beside the others, in another folder."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(base, out)
    manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    (out / MANIFEST).unlink()
    graph.deep(str(out / "acts.onnx"), arrays(model), heads=HEADS)
    labels = {"act_kinds": ["", *KINDS], "act_types": list(TYPE_LABELS), "act_statuses": list(STATUS_LABELS)}
    seal(out, VERSION, manifest["labels"] | labels, manifest["outputs"] | {"acts": WIDTHS})


def main() -> None:
    """Read, train, export."""
    parser = argparse.ArgumentParser(prog="python -m training.acts", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of public data")
    parser.add_argument("--examples", type=Path, default=EXAMPLES / "train", help="the folder of marked sentences")
    parser.add_argument("--weights", type=Path, default=FOLDER, help="what the head is added to")
    parser.add_argument("--out", type=Path, required=True, help="where the weights go")
    parser.add_argument("--threads", type=int, default=2, help="of the processor")
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    chance = random.Random(SEED)  # noqa: S311 - not for secrets
    given = [one for _ in range(GROUPINGS) for one in reports(read_acts(asked.examples), chance)]
    given += [one for _ in range(GROUPINGS) for one in marked(EXAMPLES / "real", asked.data)]
    given += plain(asked.data)
    chance.shuffle(given)
    add(asked.weights, asked.out / "weights", trained(encoded(given, Weights(asked.weights), asked.threads)))


if __name__ == "__main__":
    main()
