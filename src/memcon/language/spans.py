"""From scores of tags to spans.

In: for each word, scores of the tags O, B and I (of one or several types). Out: spans, first word and one past the
last. Only sequences in which I follows B or I of its own type are considered; of these, the likeliest is taken.

Source:
    Viterbi 1967. Choosing each tag by itself breaks long spans apart; the constraint alone repairs most of it.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Span = tuple[int, int]


def log_softmax(scores: Scores) -> Scores:
    """Log-probabilities along the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    found: Scores = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return found


def layers(scores: Scores) -> list[list[Span]]:
    """The spans of several layers of O, B and I, each layer by itself.

    Args:
        scores: Shape (words, layers, 3).
    """
    chosen = scores.argmax(2)
    return [_layer(scores[:, layer], chosen[:, layer]) for layer in range(scores.shape[1])]


def typed(scores: Scores) -> list[tuple[int, int, int]]:
    """The spans of one layer with several types, each with the number of its type.

    Args:
        scores: Shape (words, 1 + 2 × types): O, then B and I of each type.
    """
    tags: list[int] = scores.argmax(1).tolist()
    if not any(tags):
        return []
    if not _allowed(tags):
        tags = _best(log_softmax(scores))
    found: list[tuple[int, int, int]] = []
    for word, tag in enumerate(tags):
        if tag % 2:
            found.append((word, word + 1, tag // 2))
        elif tag:
            start, _, type_ = found[-1]
            found[-1] = start, word + 1, type_
    return found


def _layer(scores: Scores, chosen: npt.NDArray[np.intp]) -> list[Span]:
    """The spans of one layer.

    A B may stand after anything and before anything. So where B is the likeliest tag it is in the best sequence, and
    what lies between two of them can be solved by itself; only where an I lacks its beginning is there anything to do.
    """
    if not chosen.any():
        return []
    tags: list[int] = chosen.tolist()
    edges = [0, *(n for n, tag in enumerate(tags) if tag == 1 and n), len(tags)]
    for start, end in pairwise(edges):
        if not _allowed(tags[start:end]):
            tags[start:end] = _best(log_softmax(scores[start:end]))
    begins = [n for n, tag in enumerate(tags) if tag == 1]
    return [(n, next((m for m in range(n + 1, len(tags)) if tags[m] != 2), len(tags))) for n in begins]


def _allowed(tags: Sequence[int]) -> bool:
    """Whether every I follows a B or I of its own type."""
    before = 0
    for tag in tags:
        if tag and tag % 2 == 0 and before not in {tag, tag - 1}:
            return False
        before = tag
    return True


def _best(best: Scores) -> list[int]:
    """The likeliest allowed sequence of tags: after any tag O or a B, after B and I of a type I of that type."""
    words = len(best)
    types = best.shape[1] // 2
    begin, inside = best[:, 1::2], best[:, 2::2]
    total = np.concatenate([best[:1, 0], begin[0]])  # of the best sequences that end in O, and in each type
    fresh = np.ones((words, types), bool)  # whether the best sequence that ends in a type begins its span here
    before = np.zeros(words, np.intp)  # how the best sequence before this word ends
    for n in range(1, words):
        before[n] = total.argmax()
        top = total[before[n]]
        opened, went_on = top + begin[n], total[1:] + inside[n]
        fresh[n] = opened >= went_on
        total = np.concatenate([[top + best[n, 0]], np.maximum(opened, went_on)])
    tags, state = [0] * words, int(total.argmax())
    for n in range(words - 1, -1, -1):
        if state and not fresh[n, state - 1]:
            tags[n] = 2 * state
            continue
        tags[n] = 2 * state - 1 if state else 0
        state = int(before[n])
    return tags
