"""From a checkpoint to the files that memcon ships: graphs, tables and the manifest that names them all."""

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from memcon.language.weights import MANIFEST
from training import graph
from training.encoder import LAYERS, Encoder, base_folder
from training.model import Labels, Model, widths

Array = npt.NDArray[np.float32]


def export(model: Model, out: Path, *, version: str, quantised: bool = True) -> None:
    """Write a folder that `memcon.language.weights.Weights` reads; without `quantised`, to see what that costs."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    shutil.copy(Path(__file__).with_name("WEIGHTS-LICENSE"), out / "LICENSE")
    ours, published = arrays(model.encoder), arrays(Encoder.published())
    graph.encoder(str(out / "encoder.onnx"), ours, layers=range(1, LAYERS + 1), quantised=quantised)
    graph.encoder(str(out / "vectors.onnx"), published, layers=[LAYERS], quantised=quantised)
    outputs = widths(model.labels)
    for family, known in outputs.items():
        graph.heads(str(out / f"{family}.onnx"), arrays(model.heads[family]), known, quantised=quantised)
    relations = arrays(model.relations)
    relations["bias"][model.labels["relations"].index("root")] = -1e9  # whether a word is the root, the tree says
    graph.relations(str(out / "relations.onnx"), relations)
    _tables(out / "tables.npz", ours, published)
    shutil.copy(base_folder() / "vocab.txt", out / "vocabulary.txt")
    seal(out, version, model.labels, outputs)


def seal(out: Path, version: str, labels: Labels, outputs: Mapping[str, Mapping[str, int]]) -> None:
    """Write the manifest of a folder that has none: what its heads put out, and the SHA-256 of each file."""
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())}
    manifest = {"version": version, "labels": labels, "outputs": outputs, "files": files}
    (out / MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def arrays(module: torch.nn.Module) -> dict[str, Array]:
    """The weights of a module by name."""
    return {name: value.detach().float().cpu().numpy() for name, value in module.state_dict().items()}


def _tables(path: Path, ours: dict[str, Array], published: dict[str, Array]) -> None:
    """What is looked up rather than computed.

    The word embeddings were never trained, so both graphs share them. In float16 nothing is lost by them; in int8 they
    cost one paraphrase in a hundred, measured on examples/paraphrases.tsv, 2026-11.
    """
    np.savez(
        path,
        words=published["words.weight"].astype(np.float16),
        places=ours["places.weight"][:256],
        cases=ours["case.weight"],
        vector_places=published["places.weight"][:256],
        vector_case=published["case.weight"][0],
    )
