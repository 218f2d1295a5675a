"""A small network over all layers of the encoder as it is, for heads that need more than a linear map."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import LAYERS, WIDTH

HIDDEN = 128


class Deep(nn.Module):
    """All layers of a word to a hidden vector, that with its neighbours' to another, and that to scores.

    Args:
        outputs: Scores of a word.
        dropout: Share of values left out in training.
    """

    def __init__(self, outputs: int, *, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.up = nn.Linear(LAYERS * WIDTH, HIDDEN)
        self.mid = nn.Linear(3 * HIDDEN, HIDDEN)
        self.out = nn.Linear(HIDDEN, outputs)

    def forward(self, layers: Tensor, window: Tensor) -> Tensor:
        """Shape: `layers` (words, layers × width); `window` (words,), to which each belongs; out (words, outputs)."""
        hidden = functional.gelu(self.up(self.dropout(layers)))
        none = hidden.new_zeros(1, HIDDEN)
        same = (window[1:] == window[:-1])[:, None]
        before = torch.cat([none, hidden[:-1] * same])
        after = torch.cat([hidden[1:] * same, none])
        hidden = functional.gelu(self.mid(torch.cat([before, hidden, after], 1))) + hidden
        scores: Tensor = self.out(self.dropout(hidden))
        return scores
