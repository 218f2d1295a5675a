"""From scores of arcs to trees."""

from functools import cache
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.language.trees import Scores, tree


def is_tree(heads: list[int]) -> bool:
    """Whether there is one root, and every word reaches it."""
    roots = [number for number, head in enumerate(heads) if head == number]
    if len(roots) != 1:
        return False
    for word in range(len(heads)):
        seen, at = set[int](), word
        while at not in seen:
            seen.add(at)
            at = heads[at]
        if at != roots[0]:
            return False
    return True


@cache
def all_trees(size: int) -> tuple[tuple[int, ...], ...]:
    """Every tree of so many words."""
    return tuple(heads for heads in product(range(size), repeat=size) if is_tree(list(heads)))


def total(scores: Scores, heads: list[int] | tuple[int, ...]) -> float:
    """What a tree scores."""
    return float(scores[np.arange(len(heads)), list(heads)].sum(dtype=np.float64))


def best(scores: Scores) -> float:
    """What the best of all trees scores."""
    return max(total(scores, heads) for heads in all_trees(len(scores)))


def table(size: int, cells: list[float]) -> Scores:
    """Scores in a square."""
    return np.array(cells, np.float32).reshape(size, size)


def tables(largest: int, cells: "st.SearchStrategy[float]") -> "st.SearchStrategy[Scores]":
    """Scores of sentences of up to so many words."""
    return st.integers(1, largest).flatmap(
        lambda size: st.lists(cells, min_size=size**2, max_size=size**2).map(lambda made: table(size, made))
    )


@given(tables(5, st.integers(-3, 3).map(float)))
def test_the_tree_is_the_best_even_among_ties(scores: Scores) -> None:
    """No tree with one root scores more, however many score the same."""
    heads = tree(scores)
    assert is_tree(heads)
    assert total(scores, heads) == best(scores)


@given(tables(5, st.floats(-50, 50, width=32)))
def test_the_tree_is_the_best(scores: Scores) -> None:
    """No tree with one root scores more, beyond what rounding takes."""
    heads = tree(scores)
    assert is_tree(heads)
    assert total(scores, heads) == pytest.approx(best(scores), abs=1e-3)


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_chance_scores(size: int) -> None:
    """Scores such as the model gives, hundreds of times: always the best tree."""
    chance = np.random.default_rng(size)
    for _ in range(150):
        scores = chance.normal(0, 4, (size, size)).astype(np.float32)
        heads = tree(scores)
        assert is_tree(heads)
        assert total(scores, heads) == pytest.approx(best(scores), abs=1e-3)


@pytest.mark.parametrize("size", [6, 13, 30, 60])
@pytest.mark.parametrize("kind", ["even", "few values", "chance", "roots are likely", "roots are unlikely"])
def test_always_a_tree(size: int, kind: str) -> None:
    """Every word has a way to the one root, in long sentences and where all choices are as good."""
    chance = np.random.default_rng(size)
    scores = {
        "even": np.zeros((size, size)),
        "few values": chance.integers(0, 2, (size, size)),
        "chance": chance.normal(0, 5, (size, size)),
        "roots are likely": chance.normal(0, 1, (size, size)) + 9 * np.eye(size),
        "roots are unlikely": chance.normal(0, 1, (size, size)) - 9 * np.eye(size),
    }[kind].astype(np.float32)
    assert is_tree(tree(scores))


@pytest.mark.parametrize("size", [2, 3, 8, 60, 150])
def test_a_long_cycle_is_opened_where_it_costs_least(size: int) -> None:
    """Where each word would have the next one as head, and the last the first, the likeliest root opens the ring."""
    scores = np.zeros((size, size), np.float32)
    ring = [(number + 1) % size for number in range(size)]
    scores[np.arange(size), ring] = 10
    root = size // 2
    scores[root, root] = 1
    ring[root] = root
    assert tree(scores) == ring


def test_cycles_in_cycles() -> None:
    """Pairs that would have each other as heads, and pairs of such pairs, still make one tree, and the best."""
    size = 32
    scores = np.zeros((size, size), np.float32)
    for level, gain in ((1, 32), (2, 16), (4, 8), (8, 4), (16, 2)):
        for number in range(size):
            scores[number, number ^ level] = gain
    scores[5, 5] = 1
    heads = tree(scores)
    assert is_tree(heads)
    # Of each pair one word keeps its partner, of each four one pair the other, and so on; the root costs a word its head.
    assert total(scores, heads) == 16 * 32 + 8 * 16 + 4 * 8 + 2 * 4 + 1 * 2 + 1


def test_one_word_is_its_own_root() -> None:
    """A sentence of one word is a tree, whatever it scores."""
    assert tree(table(1, [-40.0])) == [0]
