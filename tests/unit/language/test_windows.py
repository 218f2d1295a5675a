"""How a text is cut into what the encoder reads at once.

The small vocabulary has no piece longer than a letter for these words, so that a word has as many pieces as letters.
"""

from collections.abc import Sequence
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.language.pieces import BREAK, START, case
from memcon.language.windows import LIMIT, OVERLAP, Window, units, windows
from tests.unit.language.test_pieces import cutter

Sentence = tuple[int, ...]
"""The lengths of its words."""

# Mostly ordinary sentences, some about as long as a window, some longer than two.
words_of = st.integers(1, 16)
sentences = st.lists(words_of, min_size=1, max_size=12).map(tuple) | st.lists(
    words_of, min_size=12, max_size=50
).map(tuple)  # fmt: skip
passages = st.lists(sentences, min_size=1, max_size=14)


def words(text: Sequence[Sentence], first: int = 0) -> list[str]:
    """Words of these lengths, numbered from `first`; neighbours differ, so that none is taken for another."""
    lengths = [length for sentence in text for length in sentence]
    return ["abcdghijklmnopqr"[number % 16] * length for number, length in enumerate(lengths, first)]


def begins(text: Sequence[Sentence]) -> list[int]:
    """The numbers of the words that begin a sentence."""
    return [0, *accumulate(map(len, text[:-1]))] if text else []


def cut(text: Sequence[Sentence], opens: Sequence[int] = (0,), first: int = 0) -> list[Window]:
    """The windows of a text; `opens` are the sentences that begin a paragraph, `first` as in `words`."""
    made, starts = words(text, first), begins(text)
    return list(windows(made, units(made, starts, [starts[number] for number in opens], cutter), cutter))


def plain(found: Sequence[Window], base: int = 0) -> list[tuple[object, ...]]:
    """Windows to compare, their words counted from `base`."""
    return [
        (one.ids.tolist(), one.cases.tolist(), one.first.tolist(), one.start - base, one.end - base, one.begins)
        for one in found
    ]


def pieces(text: Sequence[str]) -> list[int]:
    """The pieces of words, one after the other."""
    return [piece for word in text for piece in cutter.pieces(word)]


def test_a_short_text_is_one_window() -> None:
    """Sentences that fit stand together, between a first and a last piece."""
    text = [(3, 1), (4, 2, 1)]
    (window,) = cut(text)
    assert window.ids.tolist() == [START, *pieces(words(text)), BREAK]
    assert (window.start, window.end, window.begins) == (0, 5, (0, 2))


def test_a_break_stands_between_paragraphs() -> None:
    """Two paragraphs in one window are parted by a break, and none stands before the first."""
    text = [(3, 1), (4, 2, 1), (2,)]
    made = words(text)
    (window,) = cut(text, opens=(0, 1))
    assert window.ids.tolist() == [START, *pieces(made[:2]), BREAK, *pieces(made[2:]), BREAK]


def test_no_text_has_no_window() -> None:
    """Without words there is nothing to read."""
    assert list(windows([], (), cutter)) == []


def test_a_sentence_that_does_not_fit_begins_a_window() -> None:
    """What fills a window is followed by another, at the beginning of a sentence."""
    text = [(10,) * 6] * 5
    assert [(one.start, one.end) for one in cut(text)] == [(0, 12), (12, 24), (24, 30)]


def test_the_parts_of_a_long_sentence_see_what_is_around_them() -> None:
    """A sentence longer than a window is read in parts, each with the end of the one before and the beginning of the next."""
    text = [(5,) * 120]
    made = words(text)
    found = cut(text)
    assert len(found) > 4
    for window in found[1:-2]:
        ids = window.ids.tolist()
        inner = pieces(made[window.start : window.end])
        assert window.first[0] - 1 >= OVERLAP / 2
        assert len(ids) - (window.first[0] + len(inner)) - 1 >= OVERLAP / 2
        assert ids[window.first[0] :][: len(inner)] == inner
        assert ids[1:-1] == pieces(made)[window.start * 5 - (window.first[0] - 1) :][: len(ids) - 2]


@given(passages, st.data())
def test_every_word_is_answered_for_once(text: list[Sentence], data: st.DataObject) -> None:
    """Windows follow each other without a gap, and each word's first piece is where it says."""
    made = words(text)
    opens = data.draw(st.lists(st.sampled_from(range(len(text))), unique=True))
    found = cut(text, opens)
    assert [number for one in found for number in range(one.start, one.end)] == list(range(len(made)))
    for window in found:
        assert len(window.first) == window.end - window.start
        assert len(window.ids) == len(window.cases)
        for word, at in zip(made[window.start : window.end], window.first.tolist(), strict=True):
            size = len(cutter.pieces(word))
            assert window.ids[at : at + size].tolist() == list(cutter.pieces(word))
            assert set(window.cases[at : at + size].tolist()) == {case(word)}


@given(passages, st.data())
def test_no_window_is_larger_than_the_model_can_read(text: list[Sentence], data: st.DataObject) -> None:
    """Beside its first and last piece a window has at most LIMIT, breaks between paragraphs among them."""
    opens = data.draw(st.lists(st.sampled_from(range(len(text))), unique=True))
    for window in cut(text, opens):
        assert (window.ids[0], window.ids[-1]) == (START, BREAK)
        assert len(window.ids) - 2 <= LIMIT


@given(passages)
def test_only_what_is_longer_than_a_window_is_cut(text: list[Sentence]) -> None:
    """A sentence that fits lies in one window, and is said to begin there."""
    found = cut(text)
    for start, sentence in zip(begins(text), text, strict=True):
        (window,) = (one for one in found if one.start <= start < one.end)
        assert start - window.start in window.begins
        assert sum(sentence) >= LIMIT or start + len(sentence) <= window.end


@given(passages, passages)
def test_what_follows_moves_the_last_window_only(text: list[Sentence], more: list[Sentence]) -> None:
    """Text added at the end leaves every window as it was but the last, which may take in some of it."""
    before = plain(cut(text))
    assert plain(cut([*text, *more]))[: len(before) - 1] == before[:-1]


@given(passages, passages)
def test_a_window_depends_on_what_is_before_by_where_it_begins_only(text: list[Sentence], more: list[Sentence]) -> None:
    """Text cut off where a window begins a sentence leaves all later windows as they were.

    So a change moves the windows after it only up to where both cuts begin a window at the same sentence; it may take
    long, but equal text that begins a window alike is read alike.
    """
    whole = [*text, *more]
    starts = begins(whole)
    found = cut(whole)
    for number, window in enumerate(found):
        if window.start in starts:
            rest = cut(whole[starts.index(window.start) :], first=window.start)
            assert plain(rest) == plain(found[number:], base=window.start)


@given(passages, passages)
def test_after_a_very_long_sentence_all_is_as_it_was(before: list[Sentence], after: list[Sentence]) -> None:
    """A sentence longer than a window begins one, so what stands before it moves no window of it or after it."""
    rest = [(9,) * 40, *after]
    base = sum(map(len, before))
    found = [window for window in cut([*before, *rest], first=-base) if window.start >= base]
    assert plain(found, base) == plain(cut(rest))


@pytest.mark.parametrize("size", [LIMIT - 1, LIMIT, LIMIT + 1])
def test_a_sentence_about_as_long_as_a_window(size: int) -> None:
    """Around the limit, too, every word is read and no window is too large."""
    found = cut([(1,) * size, (1,) * 3])
    assert found[-1].end == size + 3
    assert max(len(one.ids) for one in found) <= LIMIT + 2
