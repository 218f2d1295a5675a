"""The trained encoder and heads as ONNX graphs for the processor, built node by node.

Matrices are int8, one scale a column, in 7 bits: on processors without VNNI two 8-bit products overflow when they are
added (onnxruntime's documentation calls it `reduce_range`). Activations get their scale when the graph runs, from the
one window it runs on, so nothing else in a batch can move them. Attention, normalisation and the activation function
are onnxruntime's own fused operators.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from training.encoder import HEADS, LAYERS, WIDTH

Array = npt.NDArray[np.float32]
_FUSED = "com.microsoft"
_HIGHEST = 63
_PAST = 1 << 40  # beyond the last word of any window


class Graph:
    """A graph in the making; every method adds a node and returns the name of what it puts out."""

    def __init__(self, *, quantised: bool = True) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.quantised = quantised

    def node(self, kind: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        """Any operator with one output."""
        name = f"{kind}{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, domain=domain, **attributes))
        return name

    def constant(self, value: npt.NDArray[np.generic]) -> str:
        """A tensor kept in the file."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def linear(self, x: str, weight: Array, bias: Array) -> str:
        """`x` times a matrix plus a bias.

        Args:
            weight: Shape (out, in), as PyTorch keeps it.
        """
        if not self.quantised:
            return self.node("Add", self.node("MatMul", x, self.constant(weight.T)), self.constant(bias))
        whole, scale = quantise(weight.T)
        zero = np.zeros(scale.shape, np.int8)
        return self.node(
            "DynamicQuantizeMatMul", x, self.constant(whole), self.constant(scale), self.constant(zero),
            self.constant(bias), domain=_FUSED,
        )  # fmt: skip

    def save(self, path: str, inputs: Sequence[onnx.ValueInfoProto], outputs: dict[str, str]) -> None:
        """Write the graph; `outputs` names what its results are called outside."""
        for outside, inside in outputs.items():
            self.nodes.append(helper.make_node("Identity", [inside], [outside], name=outside))
        results = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs]
        graph = helper.make_graph(self.nodes, "memcon", list(inputs), results, self.constants)
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(_FUSED, 1)], ir_version=9
        )
        onnx.save(model, path)


def quantise(matrix: Array) -> tuple[npt.NDArray[np.int8], Array]:
    """A matrix as small whole numbers and a scale for each column."""
    scale = np.maximum(np.abs(matrix).max(0), 1e-8) / _HIGHEST
    return np.clip(np.rint(matrix / scale), -_HIGHEST, _HIGHEST).astype(np.int8), scale.astype(np.float32)


State = dict[str, Array]


def encoder(path: str, state: State, *, layers: Sequence[int], quantised: bool = True) -> None:
    """The encoder: embedded pieces to word vectors.

    Inputs: `embedded` (1, pieces, width), the sum of word, place and case embeddings; `first` (words,), int64, the
    first piece of each word. Output: `layers` (kept, words, width).

    Args:
        state: The encoder's weights by name.
        layers: Which layers' outputs are kept, from 1.
    """
    graph = Graph(quantised=quantised)
    x = graph.node("LayerNormalization", "embedded", *_constants(graph, state, "norm"), epsilon=1e-12, axis=-1)
    kept = []
    for n in range(LAYERS):
        x = _layer(
            graph, x, {k.removeprefix(f"layers.{n}."): v for k, v in state.items() if k.startswith(f"layers.{n}.")}
        )
        if n + 1 in layers:
            kept.append(graph.node("Gather", x, "first", axis=1))
    inputs = [
        helper.make_tensor_value_info("embedded", TensorProto.FLOAT, [1, "pieces", WIDTH]),
        helper.make_tensor_value_info("first", TensorProto.INT64, ["words"]),
    ]
    graph.save(path, inputs, {"layers": graph.node("Concat", *kept, axis=0)})


def _layer(graph: Graph, x: str, state: State, heads: int = HEADS) -> str:
    parts = [
        graph.linear(x, weight, bias)
        for weight, bias in zip(np.split(state["qkv.weight"], 3), np.split(state["qkv.bias"], 3), strict=True)
    ]
    mixed = graph.node("MultiHeadAttention", *parts, domain=_FUSED, num_heads=heads, scale=1.0)
    x = _joined(graph, x, graph.linear(mixed, state["out.weight"], state["out.bias"]), state, "norm1")
    inner = graph.node("Gelu", graph.linear(x, state["up.weight"], state["up.bias"]), domain=_FUSED)
    return _joined(graph, x, graph.linear(inner, state["down.weight"], state["down.bias"]), state, "norm2")


def _joined(graph: Graph, x: str, y: str, state: State, norm: str) -> str:
    """A sum, normalised: onnxruntime's one operator for both takes five times as long as these two."""
    return graph.node("LayerNormalization", graph.node("Add", x, y), *_constants(graph, state, norm), epsilon=1e-12)


def _constants(graph: Graph, state: State, norm: str) -> tuple[str, str]:
    return graph.constant(state[f"{norm}.weight"]), graph.constant(state[f"{norm}.bias"])


def heads(path: str, state: State, widths: Mapping[str, int], *, quantised: bool = True) -> None:
    """A family of heads: the layers of the encoder to its scores, side by side in the order of `widths`.

    Input: `layers` (layers, words, width). Output: `scores` (words, sum of widths).
    """
    graph = Graph(quantised=quantised)
    shares = np.exp(state["mixture.weights"] - state["mixture.weights"].max())
    shares = (shares / shares.sum()).astype(np.float32)[:, None, None]
    mixed = graph.node("ReduceSum", graph.node("Mul", "layers", graph.constant(shares)),
                       graph.constant(np.array([0], np.int64)), keepdims=0)  # fmt: skip
    weight = np.concatenate([state[f"maps.{name}.weight"] for name in widths])
    bias = np.concatenate([state[f"maps.{name}.bias"] for name in widths])
    inputs = [helper.make_tensor_value_info("layers", TensorProto.FLOAT, [LAYERS, "words", WIDTH])]
    graph.save(path, inputs, {"scores": graph.linear(mixed, weight, bias)})


def deep(path: str, state: State, *, heads: int = 0, quantised: bool = True) -> None:
    """A head over all layers (`training.deep`): each word’s layers, then its neighbours’ hidden vectors.

    Input: `layers` (layers, words, width). Output: `scores` (words, outputs).

    Args:
        heads: Of the attention over the words of the window that comes last; none by default.
    """
    graph = Graph(quantised=quantised)

    def dense(x: str, name: str) -> str:
        return graph.node("Gelu", graph.linear(x, state[f"{name}.weight"], state[f"{name}.bias"]), domain=_FUSED)

    def rows(x: str, start: int, end: int) -> str:
        return graph.node("Slice", x, *(graph.constant(np.array([n], np.int64)) for n in (start, end, 0)))

    side_by_side = graph.constant(np.array([-1, LAYERS * WIDTH], np.int64))
    hidden = dense(graph.node("Reshape", graph.node("Transpose", "layers", perm=[1, 0, 2]), side_by_side), "up")
    padded = graph.node("Pad", hidden, graph.constant(np.array([1, 0, 1, 0], np.int64)))
    joint = graph.node("Concat", rows(padded, 0, -2), hidden, rows(padded, 2, _PAST), axis=1)
    hidden = graph.node("Add", dense(joint, "mid"), hidden)
    if heads:
        first = graph.constant(np.array([0], np.int64))
        layer = {k.removeprefix("layer."): v for k, v in state.items() if k.startswith("layer.")}
        hidden = graph.node("Squeeze", _layer(graph, graph.node("Unsqueeze", hidden, first), layer, heads), first)
    inputs = [helper.make_tensor_value_info("layers", TensorProto.FLOAT, [LAYERS, "words", WIDTH])]
    graph.save(path, inputs, {"scores": graph.linear(hidden, state["out.weight"], state["out.bias"])})


def relations(path: str, state: State) -> None:
    """The relation of each word to its head; small enough to stay in float32.

    Inputs: `dependents`, `heads` (words, width). Output: `scores` (words, relations).
    """
    graph = Graph(quantised=False)
    joint = graph.node("Relu", graph.node("Add", "dependents", "heads"))
    width = state["weight"].shape[1]
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["words", width]) for name in ("dependents", "heads")
    ]
    graph.save(path, inputs, {"scores": graph.linear(joint, state["weight"], state["bias"])})
