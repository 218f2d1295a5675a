"""The packaged model on disk and in memory: files checked by hash, and graphs run by onnxruntime.

In: a window of word pieces. Out: for each word answered for, the scores of every head.
Each graph runs on one thread and on one window, so neither the number of threads nor the company of other windows can
move a score; whoever has several processors runs several windows side by side.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from memcon.errors import DamagedModelError
from memcon.language.pieces import BREAK, START, Cutter
from memcon.language.windows import LIMIT, Window

FOLDER = Path(__file__).with_name("weights")
MANIFEST = "manifest.json"

Floats = npt.NDArray[np.float32]
Scores = Mapping[str, Floats]
"""By output, shape (words, its width)."""


class Weights:
    """A model in memory.

    Args:
        folder: With a `manifest.json` that names its files and their SHA-256.

    Raises:
        DamagedModelError: A file is missing or is not the one the manifest names.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        manifest = _manifest(folder)
        self.version: str = manifest["version"]
        self.labels: Mapping[str, list[str]] = manifest["labels"]
        self.cutter = Cutter((folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n"))
        self._outputs: Mapping[str, Mapping[str, int]] = manifest["outputs"]
        tables = np.load(folder / "tables.npz")
        self._tables = {name: tables[name] for name in tables.files}
        self._encoder = _session(folder / "encoder.onnx")
        self._relations = _session(folder / "relations.onnx")
        self._vectors = _session(folder / "vectors.onnx")
        self._heads = {family: _session(folder / f"{family}.onnx") for family in self._outputs}

    def scores(self, window: Window) -> Scores:
        """What every head says of the words of a window."""
        layers = self.layers(window)
        found: dict[str, Floats] = {}
        for family, session in self._heads.items():
            whole, at = session.run(None, {"layers": layers})[0], 0
            for name, width in self._outputs[family].items():
                found[name] = whole[:, at : at + width]
                at += width
        return found

    def layers(self, window: Window) -> Floats:
        """What the encoder makes of a window: shape (layers, words, 384), float32."""
        embedded = self._embedded(window.ids, "places") + self._tables["cases"][window.cases]
        found: Floats = self._encoder.run(None, {"embedded": embedded[None], "first": window.first})[0]
        return found

    def relations(self, dependents: Floats, heads: Floats) -> npt.NDArray[np.intp]:
        """The number of the likeliest relation of each pair of vectors; shapes (words, width) and (words,)."""
        # By onnxruntime as well: numpy would call up every processor for so small a product, and wait for them.
        scores = self._relations.run(None, {"dependents": dependents, "heads": heads})[0]
        chosen: npt.NDArray[np.intp] = scores.argmax(1)
        return chosen

    def vector(self, words: list[str]) -> Floats:
        """The meaning of a sentence: shape (384,), float32, of unit length."""
        ids = np.array([START, *[piece for word in words for piece in self.cutter.pieces(word)][:LIMIT], BREAK])
        embedded = self._embedded(ids, "vector_places") + self._tables["vector_case"]
        mean = self._vectors.run(None, {"embedded": embedded[None], "first": np.arange(len(ids))})[0][0].mean(0)
        unit: Floats = mean / max(float(np.sqrt((mean * mean).sum())), 1e-12)
        return unit

    def _embedded(self, ids: npt.NDArray[np.int64], places: str) -> Floats:
        found: Floats = self._tables["words"][ids].astype(np.float32) + self._tables[places][: len(ids)]
        return found


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    if not path.exists():
        raise DamagedModelError(str(path), "it is missing")
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        files = dict(manifest["files"])
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedModelError(str(path), "its content is not what was shipped") from error
    for name, wanted in files.items():
        if not (folder / name).exists():
            raise DamagedModelError(str(folder / name), "it is missing")
        with (folder / name).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != wanted:
                raise DamagedModelError(str(folder / name), "its content is not what was shipped")
    return manifest


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # The graphs are built with fused operators where those are faster; further fusing makes them slower.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
