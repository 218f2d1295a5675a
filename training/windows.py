"""Stretches of words cut into windows as the encoder reads them, and windows put together into batches.

At inference a window is whole sentences up to a limit; in training the limit varies, so that the model meets windows
of every length, and short passages stand together in one window as paragraphs do.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from memcon.language.lemmas import script
from memcon.language.pieces import BREAK, START, Cutter, case
from training.data import ROLES, Stretch
from training.model import Batch, Labels


@dataclass(slots=True)
class Unit:
    """Words that stay together: a range of a stretch, and the words in it that begin a paragraph."""

    stretch: Stretch
    start: int
    end: int
    breaks: frozenset[int]
    pieces: int


def units(stretch: Stretch, cutter: Cutter, limit: int) -> Iterator[Unit]:
    """Sentences where the source marks them, else all of it; what is longer than the limit is cut short."""
    begins = [0] if stretch.starts is None else [n for n, start in enumerate(stretch.starts) if start]
    opening = set(stretch.paragraphs)
    for start, end in zip(begins, [*begins[1:], len(stretch.words)], strict=True):
        lengths = cutter.lengths(stretch.words[start:end])
        while sum(lengths) > limit:
            lengths.pop()
        breaks = opening.intersection(range(start, start + len(lengths)))
        yield Unit(stretch, start, start + len(lengths), frozenset(breaks), sum(lengths) + len(breaks))


def windows(
    stretches: Sequence[Stretch], cutter: Cutter, *, limits: Sequence[int], seed: int, mingle: bool
) -> list[list[Unit]]:
    """All of it in windows, in an order that depends on the seed alone.

    Args:
        limits: Pieces a window may have; each window takes one of them by chance.
        mingle: Whether units of different stretches may stand in one window.
    """
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    order = list(stretches)
    chance.shuffle(order)
    made: list[list[Unit]] = []
    window: list[Unit] = []
    room = 0
    for stretch in order:
        if not mingle:
            room = 0
        for unit in units(stretch, cutter, max(limits)):
            if unit.pieces > room:
                room = max(chance.choice(limits), unit.pieces)
                window = []
                made.append(window)
            window.append(unit)
            room -= unit.pieces
    chance.shuffle(made)
    return made


def batch(rows: Sequence[Sequence[Unit]], cutter: Cutter, labels: Labels) -> Batch:
    """Windows side by side, padded, with the labels that all of them have."""
    made = [_row(window, cutter, labels) for window in rows]
    keys = set(made[0]).intersection(*made[1:])
    return {key: _padded([row[key] for row in made], key) for key in sorted(keys)} | {
        "mask": _padded([torch.ones(len(row["ids"]), dtype=torch.bool) for row in made], "mask")
    }


def _padded(rows: list[Tensor], key: str) -> Tensor:
    fill = 0 if key in {"ids", "case", "mask", "first", "names"} else -1 if key == "sentence" else -100
    return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=fill)


def _row(window: Sequence[Unit], cutter: Cutter, labels: Labels) -> dict[str, Tensor]:
    ids, cases, first = [START], [5], []
    columns: dict[str, list[object]] = {}
    base = 0
    for sentence, unit in enumerate(window):
        for number in range(unit.start, unit.end):
            if number in unit.breaks and len(ids) > 1:
                ids.append(BREAK)
                cases.append(5)
            word = unit.stretch.words[number]
            first.append(len(ids))
            found = cutter.pieces(word)
            ids.extend(found)
            cases.extend([case(word)] * len(found))
        for key, values in _labels(unit, labels, base).items():
            columns.setdefault(key, []).extend(values)
        columns.setdefault("sentence", []).extend([sentence] * (unit.end - unit.start))
        base += unit.end - unit.start
    ids.append(BREAK)
    cases.append(5)
    tensors = {key: torch.tensor(values) for key, values in columns.items() if len(values) == base}
    return tensors | {"ids": torch.tensor(ids), "case": torch.tensor(cases), "first": torch.tensor(first)}


def _labels(unit: Unit, labels: Labels, base: int) -> dict[str, list[object]]:
    """Numbers for the labels of a unit's words, one value (or row) a word; −100 for what is not known."""
    one, inside = unit.stretch, range(unit.start, unit.end)
    index = {key: {label: n for n, label in enumerate(known)} for key, known in labels.items()}
    made: dict[str, list[object]] = {}
    if one.starts is not None:
        made["starts"] = [int(one.starts[n]) for n in inside]
    if one.upos is not None and one.lemmas is not None and one.heads is not None and one.relations is not None:
        made["upos"] = [index["upos"][one.upos[n]] for n in inside]
        made["lemmas"] = [index["lemmas"].get(script(one.words[n], one.lemmas[n]), -100) for n in inside]
        heads = [one.heads[n] for n in inside]
        made["heads"] = [base + head - unit.start if head in inside else -100 for head in heads]
        made["relations"] = [
            index["relations"][one.relations[n]] if one.heads[n] != n and one.heads[n] in inside else -100
            for n in inside
        ]
    if one.names is not None:
        made["names"] = [[label in one.names[n] for label in labels["names"]] for n in inside]
    if one.roles is not None:
        made["roles"] = [["OBI".index(one.roles[role][n]) for role in ROLES] for n in inside]
        links = {start: cue for start, cue in one.links if start in inside and cue in inside}
        made["links"] = [base + links[n] - unit.start if n in links else -100 for n in inside]
    if one.mentions is not None:
        made["mentions"] = [labels["mentions"].index(one.mentions[n]) for n in inside]
        for key, edges in (("mention_start", one.edges), ("mention_end", one.edges)):
            side = 0 if key == "mention_start" else 1
            made[key] = [
                base + edges[n][side] - unit.start if n in edges and edges[n][side] in inside else -100 for n in inside
            ]
    return made
