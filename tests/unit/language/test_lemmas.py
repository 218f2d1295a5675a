"""Dictionary forms as edits of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.language.lemmas import lemma, script
from memcon.testing import texts

forms = st.text("aeimnst’-É", max_size=12) | texts()


@given(forms, forms)
def test_an_edit_leads_back(word: str, form: str) -> None:
    """The edit made from a word and its lemma makes that lemma of that word."""
    assert lemma(word, script(word, form)) == form


@given(st.text("abcdeE", min_size=5, max_size=12), st.text("abcd", max_size=4), st.integers(0, 4))
def test_an_edit_of_the_ending_leads_back(word: str, ending: str, cut: int) -> None:
    """So does an edit that changes some letters at the end, in the word's own case or in small letters."""
    for base in (word, word.lower()):
        form = base[: len(base) - cut] + ending
        assert lemma(word, script(word, form)) == form


@pytest.mark.parametrize(
    ("word", "form", "edit"),
    [
        ("talks", "talk", "1"),
        ("making", "make", "3e"),
        ("Talks", "talk", "l1"),
        ("met", "meet", "1et"),
        ("said", "say", "2y"),
        ("Marn", "Marn", "0"),
        ("is", "be", "=be"),
        ("went", "go", "=go"),
    ],
)
def test_edits_are_as_written(word: str, form: str, edit: str) -> None:
    """The notation stays what the weights were trained with."""
    assert script(word, form) == edit
    assert lemma(word, edit) == form


def test_the_same_edit_serves_words_alike() -> None:
    """Words that are inflected alike share an edit."""
    assert script("visited", "visit") == script("reopened", "reopen")
    assert lemma("postponed", script("resumed", "resume")) == "postpone"


@pytest.mark.parametrize(("word", "edit"), [("a", "1"), ("as", "4ake"), ("", "0"), ("is", "2"), ("x", "l1y")])
def test_an_edit_never_takes_all_of_a_word(word: str, edit: str) -> None:
    """An edit that does not suit a short word leaves it as it is."""
    assert lemma(word, edit) == word
