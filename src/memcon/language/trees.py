"""From scores of arcs to a tree.

In: for each word of a sentence, how well each other word would do as its head, and how well it would do as the root.
Out: the head of every word, its own number for the root. The tree is the best one with a single root.

Source:
    Chu & Liu 1965, Edmonds 1967: maximum spanning arborescence, by contracting cycles. Greedy choice is a tree for most
    sentences, and then it is the best one.
"""

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
_Arcs = npt.NDArray[np.float64]
_SHUT = -1e15


def tree(scores: Scores) -> list[int]:
    """The best tree with one root.

    Args:
        scores: Shape (n, n); row: dependent, column: head; the diagonal holds the scores of being the root.
    """
    greedy: list[int] = scores.argmax(1).tolist()
    roots = [n for n, head in enumerate(greedy) if head == n]
    if len(roots) == 1 and _cycle(greedy) is None:
        return greedy
    return _single_rooted(scores)


def _single_rooted(scores: Scores) -> list[int]:
    """The best tree below a root of its own, which costs so much that only one word can afford to hang on it."""
    n = len(scores)
    arcs = np.full((n + 1, n + 1), _SHUT)
    arcs[:n, :n] = scores
    cost = (n + 1) * (float(scores.max()) - float(scores.min()) + 1)
    arcs[:n, n] = scores.diagonal() - cost
    np.fill_diagonal(arcs, _SHUT)
    heads = _spanning(arcs, n)[:n]
    return [word if head == n else head for word, head in enumerate(heads)]


def _spanning(arcs: _Arcs, root: int) -> list[int]:
    heads: list[int] = arcs.argmax(1).tolist()
    heads[root] = root
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    kept = [n for n in range(len(heads)) if n not in inside]
    ring = np.array(cycle)
    outer = np.array(kept)
    within = arcs[ring, [heads[n] for n in cycle]]
    entering = arcs[np.ix_(ring, outer)] - within[:, None]  # what it costs to enter the cycle at each of its words
    leaving = arcs[np.ix_(outer, ring)]
    size = len(kept) + 1
    smaller = np.full((size, size), _SHUT)
    smaller[:-1, :-1] = arcs[np.ix_(outer, outer)]
    smaller[-1, :-1] = entering.max(0)
    smaller[:-1, -1] = leaving.max(1)
    found = _spanning(smaller, kept.index(root))
    for n, head in enumerate(found[:-1]):
        heads[kept[n]] = kept[head] if head < len(kept) else cycle[int(leaving[n].argmax())]
    heads[root] = root
    door = kept[found[-1]]
    enter = cycle[int(entering[:, found[-1]].argmax())]
    heads[enter] = door
    return heads


def _cycle(heads: list[int]) -> list[int] | None:
    """The words of a cycle of two or more, or None."""
    seen = [0] * len(heads)
    for start in range(len(heads)):
        path, n = [], start
        while not seen[n]:
            seen[n] = start + 1
            path.append(n)
            n = heads[n]
        if seen[n] == start + 1 and heads[n] != n:
            return path[path.index(n) :]
    return None
