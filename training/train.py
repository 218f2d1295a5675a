"""The training loop: batches of one source at a time, a checkpoint every few minutes, a mean of the weights kept.

Which source a step takes, and which windows, follows from the seed and the number of the step alone, so a run that was
interrupted goes on as if it had not been.
"""

import json
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from memcon.language.pieces import Cutter
from training import windows
from training.data import Stretch
from training.model import Batch, Labels, Model, losses

LIMITS = (48, 96, 158)
"""Pieces of a window in training; the last is the limit at inference (`memcon.language.windows.LIMIT`)."""

PIECES = 1400
"""Pieces of a batch."""

WEIGHTS = {"upos": 0.5, "lemmas": 0.3, "starts": 0.5, "mentions": 0.5, "mention_start": 0.3, "mention_end": 0.3,
           "links": 0.5}  # fmt: skip
"""How much each loss counts; the others count 1."""


@dataclass(frozen=True, slots=True)
class Source:
    """Stretches with labels of one kind.

    Attributes:
        shares: How often it is taken in each phase, relative to the others.
        mingle: Whether its stretches are short and may share a window.
    """

    name: str
    stretches: Sequence[Stretch]
    shares: tuple[float, ...]
    mingle: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """How long the run is: steps of each phase; the learning rate falls to zero after the first."""

    phases: tuple[int, ...]
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warmup: int = 200
    seed: int = 20261121

    @property
    def steps(self) -> int:
        """Of all phases."""
        return sum(self.phases)

    def phase(self, step: int) -> int:
        """Which phase a step belongs to."""
        return sum(step >= sum(self.phases[: n + 1]) for n in range(len(self.phases) - 1))

    def rate(self, step: int) -> float:
        """The learning rate at a step, as a share of the highest."""
        falling = self.steps - self.phases[0]
        return min((step + 1) / self.warmup, 1.0) * min(1.0, max(0.0, (self.steps - step) / falling))


class Feed:
    """The batches of a run, by step."""

    def __init__(self, sources: Sequence[Source], plan: Plan, cutter: Cutter, labels: Labels) -> None:
        self._sources, self._plan, self._cutter, self._labels = sources, plan, cutter, labels

    def __call__(self, begin: int) -> Iterator[tuple[int, str, Batch]]:
        """Batches from a step on, with the name of their source."""
        rows = {source.name: self._rows(source) for source in self._sources}
        chance = random.Random(self._plan.seed)  # noqa: S311 - not for secrets
        for step in range(self._plan.steps):
            phase = self._plan.phase(step)
            source = chance.choices(self._sources, [one.shares[phase] for one in self._sources])[0]
            taken = next(rows[source.name])
            if step >= begin:
                yield step, source.name, windows.batch(taken, self._cutter, self._labels)

    def _rows(self, source: Source) -> Iterator[list[list[windows.Unit]]]:
        """Windows of a source without end, as many at a time as make a batch."""
        rows: list[list[windows.Unit]] = []
        for epoch in range(1 << 20):
            for window in windows.windows(
                source.stretches, self._cutter, limits=LIMITS, seed=self._plan.seed + epoch, mingle=source.mingle
            ):
                rows.append(window)
                if sum(unit.pieces for row in rows for unit in row) >= PIECES:
                    yield rows
                    rows = []


class Mean:
    """An exponential mean of the weights, which is what is shipped."""

    def __init__(self, model: nn.Module) -> None:
        self.kept = {name: value.detach().clone() for name, value in model.named_parameters() if value.requires_grad}

    def take(self, model: nn.Module, step: int) -> None:
        """Count in the weights after a step."""
        share = min(0.999, (step + 1) / (step + 10))
        with torch.no_grad():
            for name, value in model.named_parameters():
                if name in self.kept:
                    self.kept[name].lerp_(value, 1 - share)


def train(
    model: Model,
    sources: Sequence[Source],
    plan: Plan,
    cutter: Cutter,
    out: Path,
    *,
    every: int = 200,
    device: str = "cpu",
    stop: int | None = None,
) -> None:
    """Train to the end of the plan, or to step `stop`, from the last checkpoint if there is one.

    Args:
        every: Steps from one checkpoint to the next.
    """
    out.mkdir(parents=True, exist_ok=True)
    model.to(device)
    optimizer = torch.optim.AdamW(_groups(model, plan), weight_decay=0.01)
    mean, begin, checkpoint = Mean(model), 0, out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        mean.kept, begin = state["mean"], state["step"]
        print(f"going on from step {begin}", flush=True)
    seen: dict[str, list[float]] = {}
    started, words = time.monotonic(), 0
    model.train()
    for step, name, one in Feed(sources, plan, cutter, model.labels)(begin):
        if stop is not None and step >= stop:
            break
        for group in optimizer.param_groups:
            group["lr"] = group["highest"] * plan.rate(step)
        _step(model, {key: value.to(device) for key, value in one.items()}, optimizer, seen, name)
        mean.take(model, step)
        words += int((one["first"] > 0).sum())
        if (step + 1) % 50 == 0:
            _tell(out, plan, step + 1, seen, words / (time.monotonic() - started))
        if (step + 1) % every == 0 or step + 1 in (plan.steps, stop):
            _save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "mean": mean.kept,
                   "step": step + 1}, checkpoint)  # fmt: skip


def _groups(model: Model, plan: Plan) -> list[dict[str, object]]:
    encoder = [value for name, value in model.named_parameters() if name.startswith("encoder") and value.requires_grad]
    heads = [value for name, value in model.named_parameters() if not name.startswith("encoder")]
    return [{"params": encoder, "highest": plan.encoder_rate}, {"params": heads, "highest": plan.head_rate}]


def _step(model: Model, one: Batch, optimizer: torch.optim.Optimizer, seen: dict[str, list[float]], name: str) -> None:
    kind = "cuda" if next(model.parameters()).is_cuda else "cpu"
    with torch.autocast(kind, torch.bfloat16):
        found = losses(model, one)
    total = torch.stack([value * WEIGHTS.get(key, 1.0) for key, value in found.items()]).sum()
    total.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(model.parameters(), 5.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    for key, value in found.items():
        seen.setdefault(f"{name}.{key}", []).append(float(value.detach()))


def _tell(out: Path, plan: Plan, step: int, seen: dict[str, list[float]], speed: float) -> None:
    means = {key: round(sum(values) / len(values), 3) for key, values in sorted(seen.items())}
    seen.clear()
    left = (plan.steps - step) * PIECES / 1.13 / speed / 60
    row = {"step": step, "of": plan.steps, "words_per_second": round(speed), "minutes_left": round(left)} | means
    with (out / "curve.jsonl").open("a", encoding="utf-8") as curve:
        curve.write(json.dumps(row) + "\n")
    shown = " ".join(f"{key}={value}" for key, value in means.items())
    print(f"{step}/{plan.steps}, {speed:.0f} words/s, {left:.0f} min left: {shown}", flush=True)


def _save(state: Mapping[str, object], path: Path) -> None:
    """Whole or not at all."""
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)
