"""Make the language model: `python -m training.run --data $MEMCON_DATA --out build/model`.

Reads the data, trains, exports and measures. Each part leaves its result in the output folder; run again after an
interruption, it goes on from there. `README.md` beside this file says what came of it.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import torch

from memcon.language.pieces import Cutter
from training import data
from training.encoder import vocabulary
from training.export import export
from training.measure import measure
from training.model import Labels, Model
from training.train import Plan, Source, train

VERSION = "1"
PLAN = Plan(phases=(1500, 900, 2500))
"""First grammar and coarse names; then attributions and fine names too, while the learning rate falls; at last without
the proper nouns of EWT, which show well where names are and badly which capitalised words are none."""


def sources(folder: Path) -> tuple[Source, ...]:
    """What is learnt from, and how often in each phase."""
    treebank = data.ewt(folder)
    return (
        Source("ewt", treebank, (5, 2.8, 0), mingle=False),
        Source("gum", list(data.gum(folder).values()), (3.5, 1.8, 1.8), mingle=False),
        Source("wikigold", data.wikigold(folder), (0.8, 0.5, 0.5), mingle=True),
        Source("crossner", data.crossner(folder), (0.3, 0.35, 0.35), mingle=True),
        Source("written", data.written(), (0, 4.2, 4.2), mingle=True),
        Source("grammar", [replace(one, names=None) for one in treebank], (0, 0, 2.8), mingle=False),
    )


def load(out: Path, labels: Labels) -> Model:
    """The model of the last checkpoint, with the mean of its weights."""
    state = torch.load(out / "checkpoint.pt", map_location="cpu", weights_only=True)
    model = Model(labels)
    model.load_state_dict(state["model"] | state["mean"])
    return model.eval()


def main() -> None:
    """Run what is left to do."""
    parser = argparse.ArgumentParser(prog="python -m training.run", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of public data")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints, curves and weights go")
    parser.add_argument("--threads", type=int, default=2, help="of the processor")
    parser.add_argument("--stop", type=int, help="stop training at this step; a later run goes on")
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    torch.manual_seed(PLAN.seed)
    known = sources(asked.data)
    labels = data.labels(one for source in known[:2] for one in source.stretches)  # the two treebanks
    asked.out.mkdir(parents=True, exist_ok=True)
    _tell(known, labels)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    train(Model(labels), known, PLAN, Cutter(vocabulary()), asked.out, device=device, stop=asked.stop)
    model = load(asked.out, labels)
    figures = {}
    for name, quantised in (("weights", True), ("float", False)):
        export(model, asked.out / name, version=VERSION, quantised=quantised)
        figures[name] = measure(asked.data, asked.out / name)
    (asked.out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    for name, value in figures["weights"].items():
        print(f"{name:24} {value:.4f}   {value - figures['float'][name]:+.4f} by quantising")


def _tell(known: Sequence[Source], labels: Mapping[str, Sequence[str]]) -> None:
    for one in known:
        print(f"{one.name}: {len(one.stretches)} stretches, {sum(len(s.words) for s in one.stretches)} words")
    print(", ".join(f"{len(some)} {name}" for name, some in labels.items()), flush=True)


if __name__ == "__main__":
    main()
