"""From scores of tags to spans."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.language.spans import Scores, layers, log_softmax, typed

Spans = Sequence[tuple[int, int, int]]
"""First word, one past the last, number of the type."""


def allowed(tags: Iterable[int]) -> bool:
    """Whether each inside follows a begin or inside of its own type: 0 is O, odd tags begin, even ones go on."""
    return all(tag == 0 or tag % 2 == 1 or before in (tag, tag - 1) for before, tag in pairwise((0, *tags)))


def written(spans: Spans, size: int) -> list[int]:
    """The tags that say these spans."""
    tags = [0] * size
    for start, end, type_ in spans:
        assert 0 <= start < end <= size
        assert not any(tags[start:end])
        tags[start:end] = [1 + 2 * type_] + [2 + 2 * type_] * (end - start - 1)
    return tags


def value(best: Scores, tags: Sequence[int], stay: float = 0.0) -> float:
    """The log-probability of tags, less what each end of a span costs."""
    ends = sum(before > 0 and (tag == 0 or tag % 2 == 1) for before, tag in pairwise(tags))
    return float(best[np.arange(len(tags)), list(tags)].sum(dtype=np.float64)) - stay * ends


def most(best: Scores, stay: float = 0.0) -> float:
    """The value of the best tags that are allowed."""
    size, tags = best.shape
    return max(value(best, one, stay) for one in product(range(tags), repeat=size) if allowed(one))


def tables(largest: int, *tags: int) -> "st.SearchStrategy[Scores]":
    """Scores of up to so many words; whole numbers among them, so that there are ties."""
    cell = st.floats(-9, 9, width=32) | st.integers(-2, 2).map(float)
    return st.tuples(st.integers(1, largest), st.sampled_from(tags)).flatmap(
        lambda shape: st.lists(cell, min_size=shape[0] * shape[1], max_size=shape[0] * shape[1]).map(
            lambda made: np.array(made, np.float32).reshape(shape)
        )
    )


@given(tables(5, 3, 5))
def test_typed_spans_are_the_likeliest(scores: Scores) -> None:
    """Of all taggings in which I follows B or I of its own type, none is likelier."""
    best = log_softmax(scores)
    found = typed(scores)
    assert found == sorted(found)
    assert value(best, written(found, len(scores))) == pytest.approx(most(best), abs=1e-3)


@given(tables(6, 3))
def test_layers_are_the_likeliest(scores: Scores) -> None:
    """Of all taggings in which I follows B or I, none is likelier."""
    best = log_softmax(scores)
    (found,) = layers(scores[:, None, :])
    assert value(best, written([(*one, 0) for one in found], len(scores))) == pytest.approx(most(best), abs=1e-3)


@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_layers_do_not_touch_each_other(size: int, seed: int) -> None:
    """Each layer gets the spans that it would get alone."""
    scores = np.random.default_rng(seed).normal(0, 3, (size, 4, 3)).astype(np.float32)
    assert layers(scores) == [layers(scores[:, [number]])[0] for number in range(4)]


def tagged(tags: str) -> Scores:
    """Scores in which one tag of O, B and I is likelier than the others, for each letter."""
    return np.array([[4.0 * (tag == one) for one in "OBI"] for tag in tags], np.float32)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("OOO", []),
        ("BII", [(0, 3)]),
        ("OBO", [(1, 2)]),
        ("BIBI", [(0, 2), (2, 4)]),
        ("BBB", [(0, 1), (1, 2), (2, 3)]),
        ("OOBI", [(2, 4)]),
    ],
)
def test_clear_tags_are_taken_as_they_are(tags: str, expected: list[tuple[int, int]]) -> None:
    """Where the likeliest tags are allowed they are the spans; two spans may touch."""
    assert layers(tagged(tags)[:, None, :]) == [expected]
    assert typed(tagged(tags)) == [(*one, 0) for one in expected]


def test_a_span_does_not_go_on_from_nothing() -> None:
    """Where only the inside of a span is likely, the span is given a beginning."""
    assert layers(tagged("IIII")[:, None, :]) == [[(0, 4)]]
    assert typed(tagged("IIII")) == [(0, 4, 0)]


def test_no_words_no_spans() -> None:
    """Nothing is found in nothing."""
    assert layers(np.zeros((0, 4, 3), np.float32)) == [[], [], [], []]
    assert typed(np.zeros((0, 27), np.float32)) == []


@given(tables(8, 3, 7))
def test_log_probabilities(scores: Scores) -> None:
    """Probabilities sum to one, also of scores far apart."""
    assert np.exp(log_softmax(scores * 100)).sum(-1) == pytest.approx(1, abs=1e-4)
