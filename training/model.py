"""The model in training: one encoder, and heads that are linear maps of its word vectors.

Every family of heads reads its own mixture of the encoder's layers, so that tasks which pull apart (the parser and the
names, above all) need not share the last one. What a head puts out is scores; trees, spans and links are made from
them in `memcon.language`, outside the graph.

Source:
    Dozat & Manning 2017, deep biaffine attention, for arcs; Peters et al. 2018 for the mixture of layers.
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import LAYERS, WIDTH, Encoder

ARC, LABEL, LINK, EDGE = 160, 96, 64, 48
"""Widths of what is compared: dependents and heads, their labels, links of spans to cues, edges of mentions."""

OUTPUTS = {
    "syntax": ("upos", "lemmas", "starts", "root", "dependent", "head", "relation_dependent", "relation_head"),
    "names": ("names",),
    "attribution": ("roles", "link_from", "link_to"),
    "mentions": ("mentions", "mention_head", "mention_start", "mention_end"),
}
"""What each family of heads puts out; each family is exported to a file of its own."""


class Mixture(nn.Module):
    """A weighted mean of the encoder's layers."""

    def __init__(self) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.tensor([0.0] * (LAYERS - 1) + [2.0]))

    def forward(self, layers: Tensor) -> Tensor:
        """Shape: `layers` (layers, words, width), into (words, width)."""
        return (self.weights.softmax(0)[:, None, None] * layers).sum(0)


class Heads(nn.Module):
    """One family of heads: a mixture of layers, and a linear map for each output."""

    def __init__(self, widths: Mapping[str, int]) -> None:
        super().__init__()
        self.mixture = Mixture()
        self.dropout = nn.Dropout(0.15)
        self.maps = nn.ModuleDict({name: nn.Linear(WIDTH, width) for name, width in widths.items()})

    def forward(self, layers: Tensor) -> dict[str, Tensor]:
        """Shape: `layers` (layers, words, width); each output (words, its width)."""
        x = self.dropout(self.mixture(layers))
        return {name: linear(x) for name, linear in self.maps.items()}


def widths(labels: Mapping[str, list[str]]) -> dict[str, dict[str, int]]:
    """How wide each output is."""
    known = {
        "upos": len(labels["upos"]), "lemmas": len(labels["lemmas"]), "starts": 2, "root": 1, "dependent": ARC,
        "head": ARC, "relation_dependent": LABEL, "relation_head": LABEL, "names": len(labels["names"]),
        "roles": 3 * len(labels["roles"]), "link_from": LINK, "link_to": LINK, "mentions": len(labels["mentions"]),
        "mention_head": EDGE, "mention_start": EDGE, "mention_end": EDGE,
    }  # fmt: skip
    return {family: {name: known[name] for name in names} for family, names in OUTPUTS.items()}


class Model(nn.Module):
    """The encoder with all heads; `labels` says what the heads choose from."""

    def __init__(self, labels: Mapping[str, list[str]]) -> None:
        super().__init__()
        self.labels = labels
        self.encoder = Encoder.published()
        self.encoder.words.requires_grad_(False)
        self.heads = nn.ModuleDict({family: Heads(outputs) for family, outputs in widths(labels).items()})
        self.relations = nn.Linear(LABEL, len(labels["relations"]))

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor, first: Tensor) -> dict[str, Tensor]:
        """All outputs.

        Shape: `ids`, `case`, `mask` (rows, pieces); `first` (rows, words), the first piece of each word.
        Each output (rows, words, its width).
        """
        outputs = self.encoder(ids, case, mask)[1:]
        rows, words = first.shape
        index = first[:, :, None].expand(rows, words, WIDTH)
        layers = torch.stack([layer.gather(1, index).reshape(rows * words, WIDTH) for layer in outputs])
        return {
            name: output.view(rows, words, -1)
            for family in self.heads.values()
            for name, output in family(layers).items()
        }


Batch = dict[str, Tensor]
Labels = dict[str, list[str]]


def losses(model: Model, batch: Batch) -> dict[str, Tensor]:
    """The loss of every head whose labels the batch has."""
    out = {name: value.float() for name, value in model(
        batch["ids"], batch["case"], batch["mask"], batch["first"]).items()}  # fmt: skip
    found = {
        name: _choice(out[name], batch[name]) for name in ("upos", "lemmas", "starts", "mentions") if name in batch
    }
    if "heads" in batch:
        found["arcs"] = _choice(_arcs(out, batch["sentence"]), batch["heads"])
        found["relations"] = _choice(_relations(model, out, batch["heads"]), batch["relations"])
    if "names" in batch:
        found["names"] = _any_of(out["names"], batch["names"])
    if "roles" in batch:
        rows, words, _ = out["roles"].shape
        found["roles"] = _choice(out["roles"].view(rows, words, -1, 3), batch["roles"]) * 4
        found["links"] = _links(out, batch)
    if "mention_start" in batch:
        for edge in ("mention_start", "mention_end"):
            scores = _within(out["mention_head"] @ out[edge].transpose(1, 2), batch["sentence"])
            found[edge] = _choice(scores, batch[edge])
    return found


def _choice(scores: Tensor, wanted: Tensor) -> Tensor:
    """Cross-entropy, where −100 stands for a word that nobody labelled."""
    known = (wanted >= 0).sum().clamp(min=1)
    return functional.cross_entropy(scores.flatten(0, -2), wanted.flatten(), ignore_index=-100, reduction="sum") / known


def _any_of(scores: Tensor, allowed: Tensor) -> Tensor:
    """How unlikely it is that one of the allowed labels is chosen; words without any are left out."""
    known = allowed.any(-1)
    scores, allowed = scores[known], allowed[known]
    chosen = scores.masked_fill(~allowed, -1e4).logsumexp(-1)
    return (scores.logsumexp(-1) - chosen).mean()


def _within(scores: Tensor, sentence: Tensor) -> Tensor:
    """Scores between words of different sentences shut out."""
    return scores.masked_fill(sentence[:, :, None] != sentence[:, None, :], -1e4)


def _arcs(out: dict[str, Tensor], sentence: Tensor) -> Tensor:
    """For each word, scores of its head; the score of itself says that it is the root."""
    scores = _within(out["dependent"] @ out["head"].transpose(1, 2), sentence)
    return scores.diagonal_scatter(out["root"][..., 0], dim1=1, dim2=2)


def _relations(model: Model, out: dict[str, Tensor], heads: Tensor) -> Tensor:
    index = heads.clamp(min=0)[:, :, None].expand_as(out["relation_head"])
    joint = functional.relu(out["relation_dependent"] + out["relation_head"].gather(1, index))
    scores: Tensor = model.relations(joint)
    return scores


def _links(out: dict[str, Tensor], batch: Batch) -> Tensor:
    scores = out["link_from"] @ out["link_to"].transpose(1, 2)
    cues = batch["roles"][:, :, 1] == 1
    return _choice(scores.masked_fill(~cues[:, None, :], -1e4), batch["links"])
