"""What a tree knows of its words beyond what the language model says."""

from dataclasses import replace

import pytest

from memcon import language
from memcon.annotate.tree import Tree
from memcon.testing import document


@pytest.mark.parametrize(
    ("form", "seen", "lemma"), [("began", "beg", "begin"), ("frozen", "froz", "freeze"), ("found", "found", "found")]
)
def test_a_form_that_is_known_has_its_own_verb(form: str, seen: str, lemma: str) -> None:
    """Whatever the model makes of it; but a form may be another verb's first."""
    made = document(f"The talks {form} on Monday.")
    reading, _ = language.load().read(made)
    words = [replace(word, lemma=seen) if made.passage(word.anchor) == form else word for word in reading.words]
    tree = Tree(made.text, replace(reading, words=tuple(words)))
    assert tree.lemmas[tree.lower.index(form)] == lemma
