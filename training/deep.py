"""Small networks over all layers of the encoder as it is, for heads that need more than a linear map."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import LAYERS, WIDTH, Layer

HIDDEN = 128


class Deep(nn.Module):
    """All layers of a word to a hidden vector, that with its neighbours' to another, and that to scores.

    Args:
        outputs: Scores of a word.
        dropout: Share of values left out in training.
        hidden: Width of the vectors between.
    """

    def __init__(self, outputs: int, *, dropout: float, hidden: int = HIDDEN) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.up = nn.Linear(LAYERS * WIDTH, hidden)
        self.mid = nn.Linear(3 * hidden, hidden)
        self.out = nn.Linear(hidden, outputs)

    def forward(self, layers: Tensor, window: Tensor) -> Tensor:
        """Shape: `layers` (words, layers × width); `window` (words,), to which each belongs; out (words, outputs)."""
        scores: Tensor = self.out(self.dropout(self._hidden(layers, window)))
        return scores

    def _hidden(self, layers: Tensor, window: Tensor) -> Tensor:
        hidden = functional.gelu(self.up(self.dropout(layers)))
        none = hidden.new_zeros(1, hidden.shape[1])
        same = (window[1:] == window[:-1])[:, None]
        before = torch.cat([none, hidden[:-1] * same])
        after = torch.cat([hidden[1:] * same, none])
        return functional.gelu(self.mid(torch.cat([before, hidden, after], 1))) + hidden


class Contextual(Deep):
    """The same with a transformer layer over the words of the window before the scores.

    Args:
        heads: Of its attention.
    """

    def __init__(self, outputs: int, *, dropout: float, hidden: int, heads: int) -> None:
        super().__init__(outputs, dropout=dropout, hidden=hidden)
        self.layer = Layer(hidden, heads, 2 * hidden, dropout=dropout)
        with torch.no_grad():
            self.layer.qkv.weight[:hidden] *= (hidden // heads) ** -0.5  # the scale is folded into the queries

    def _hidden(self, layers: Tensor, window: Tensor) -> Tensor:
        hidden = super()._hidden(layers, window)
        _, row, lengths = torch.unique_consecutive(window, return_inverse=True, return_counts=True)
        column = torch.arange(len(window)) - (lengths.cumsum(0) - lengths)[row]
        rows = hidden.new_zeros(len(lengths), int(lengths.max()), hidden.shape[1])
        rows[row, column] = hidden
        shut = torch.full(rows.shape[:2], -1e4)
        shut[row, column] = 0
        mixed: Tensor = self.layer(rows, shut[:, None, None, :])[row, column]
        return mixed
