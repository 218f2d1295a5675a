"""Words as the encoder reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.language.pieces import BREAK, CASES, START, UNKNOWN, Cutter, case
from memcon.testing import texts

VOCABULARY = (
    *(f"[unused{number}]" for number in range(100)), "[UNK]", "[CLS]", "[SEP]",
    *"abcdefghijklmnopqrstuvwxyz0123456789", *(f"##{letter}" for letter in "abcdefghijklmnopqrstuvwxyz0123456789"),
    "cafe", "soft", "##ball", "em", "embargo", "##es", "-", ".", "’", "$", "会", "談", "##会",
)  # fmt: skip
"""A small one: every Latin letter and digit, and some longer pieces."""

cutter = Cutter(VOCABULARY)


def spelled(word: str) -> list[str]:
    """The pieces of a word, as text."""
    return [VOCABULARY[piece] for piece in cutter.pieces(word)]


def test_the_special_pieces_stand_where_the_published_vocabulary_has_them() -> None:
    """Unknown, first and last piece have the numbers that the encoder was trained with."""
    assert [VOCABULARY[number] for number in (UNKNOWN, START, BREAK)] == ["[UNK]", "[CLS]", "[SEP]"]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("embargo", "embargo"),
        ("embargoes", "embargo ##es"),
        ("softball", "soft ##ball"),
        ("emu", "em ##u"),
        ("ball", "b ##a ##l ##l"),
        ("12", "1 ##2"),
        ("a.m.", "a . m ."),
        ("$5", "$ 5"),
        ("o’x", "o ’ x"),
    ],
)
def test_the_longest_piece_that_fits_is_taken(word: str, pieces: str) -> None:
    """A word is cut from its beginning into the longest pieces there are; punctuation stands alone."""
    assert spelled(word) == pieces.split()


@pytest.mark.parametrize(
    "word",
    [
        "Café",
        "CAFÉ",
        "cafe\u0301",
        "ca\u00adfe",
        "c\u200bafe",
        "ca\u200dfe",
        "\ufeffcafe",
        "cafe\ufe0f",
        "c\u202eafe\u202c",
    ],
)
def test_case_accents_and_invisible_characters_make_no_difference(word: str) -> None:
    """However it is written, composed or decomposed, with soft hyphens or without, the encoder reads the same word."""
    assert spelled(word) == ["cafe"]


def test_a_dotted_capital_i_is_an_i() -> None:
    """A letter whose small form is two characters is read as its plain letter."""
    assert spelled("İx") == ["i", "##x"]


def test_chinese_characters_stand_alone() -> None:
    """Each Chinese character is a piece, known or not, and never goes on a word."""
    assert spelled("会談") == ["会", "談"]
    assert spelled("a会b") == ["a", "会", "b"]
    assert spelled("国会") == ["[UNK]", "会"]


@pytest.mark.parametrize("word", ["\U0001f91d", "\u00ad", "\u200b", "\u0301", "\ufe0f", "\ufffd", "\0", "", " "])
def test_what_has_no_letters_is_one_unknown_piece(word: str) -> None:
    """An emoji, a mark alone, an invisible character: unknown, but there."""
    assert cutter.pieces(word) == (UNKNOWN,)


def test_one_unknown_letter_makes_the_word_unknown() -> None:
    """A word is never read as less than it says."""
    assert cutter.pieces("cafeж") == (UNKNOWN,)


def test_long_words_stay_small() -> None:
    """However long a word is, it has few pieces; one beyond all words is unknown."""
    assert spelled("ab" * 20)[:3] == ["a", "##b", "##a"]
    assert len(cutter.pieces("ab" * 20)) == len(cutter.pieces("." * 500)) == 16
    assert cutter.pieces("a" * 101) == (UNKNOWN,)


@given(texts() | st.text(max_size=40))
def test_every_word_has_a_piece(word: str) -> None:
    """Whatever a word is, it has between one and 16 pieces, all of them in the vocabulary."""
    found = cutter.pieces(word)
    assert 1 <= len(found) <= 16
    assert all(0 <= piece < len(VOCABULARY) for piece in found)
    assert cutter.lengths([word, "embargoes"]) == [len(found), 2]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("talks", 0), ("Orrin", 1), ("J", 1), ("NWA", 2), ("McMarn", 3), ("iX", 3), ("B-2", 4), ("2031", 4), ("12th", 4),
        (".", 5), ("—", 5), ("\U0001f91d", 5), ("\u200b", 5), ("", 5),
        ("Élan", 1), ("élan", 0), ("会談", 3),
    ],
)  # fmt: skip
def test_case_classes(word: str, expected: int) -> None:
    """Small, one capital first, all capitals, mixed or without case, with a digit, no letters."""
    assert case(word) == expected


@given(texts())
def test_every_word_has_a_case_class(word: str) -> None:
    """The class is one of those that the encoder knows."""
    assert 0 <= case(word) < CASES
