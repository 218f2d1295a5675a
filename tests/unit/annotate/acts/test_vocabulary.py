"""The vocabularies of acts: each entry is well formed, and each example is found as it is marked."""

from dataclasses import replace

import pytest

from memcon import language
from memcon.annotate import annotate
from memcon.annotate.acts.lexicon import predicates
from memcon.annotate.tree import Tree
from memcon.core.act import KINDS, Act, ActKind, ActRole
from memcon.core.document import Document
from memcon.core.marks import Span
from memcon.core.reading import Reading, Trigger
from memcon.core.terms import terms
from memcon.core.terms.acts import STATUSES, TYPES
from memcon.testing import Marked, document, marked

_ROLES = {*ActRole.__args__, "start", "end", "date", "duration"}  # type: ignore[attr-defined]


def _examples() -> list[tuple[ActKind, str]]:
    return [(kind, example) for kind in KINDS for example in terms(f"acts/{kind}")["examples"]]


def _seen(marks: Marked, read: Document, reading: Reading) -> dict[int, Act]:
    """The acts of an example by where they begin, if the model saw what is marked and was not sure of the status."""
    tree = Tree(read.text, reading)
    triggers = []
    for span in _triggers(marks):
        type_, status, *_ = span.value.split()
        word = reading.words[tree.at(span.start)]
        triggers.append(Trigger(word.anchor, span.label, type_, status, 1.0, 0.0))  # type: ignore[arg-type]
    annotations, _ = annotate(read, replace(reading, triggers=tuple(triggers)))
    return {act.trigger.start: act for act in annotations.acts}


def _triggers(marks: Marked) -> list[Span]:
    return [span for span in marks.spans if span.label in KINDS]


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_names_types_statuses_and_roles_that_there_are(kind: ActKind) -> None:
    """A predicate and a status word mean something the program knows, and have words."""
    data = terms(f"acts/{kind}")
    for entry in data["predicate"]:
        assert entry["type"] in TYPES[kind], entry
        assert entry.get("status", STATUSES[kind][0]) in STATUSES[kind], entry
        assert set(entry.get("roles", {}).values()) <= _ROLES, entry
        assert any(entry.get(key) for key in ("verbs", "nouns", "adjectives")), entry
        assert entry["cameo"], entry
        assert entry["plover"].isupper(), entry
    for entry in data.get("status", ()):
        assert entry["status"] in STATUSES[kind], entry
    assert set(data["tense"].values()) <= {*STATUSES[kind], "", "none"}
    assert set(data.get("negated", {}).values()) <= set(STATUSES[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_a_vocabulary_has_a_dozen_examples(kind: ActKind) -> None:
    """The examples are what explains a kind, so there are enough of them."""
    assert sum(bool(marked(example).spans) for example in terms(f"acts/{kind}")["examples"]) >= 12


@pytest.mark.parametrize(("kind", "example"), _examples())
def test_an_example_has_the_type_and_status_it_is_marked_with(kind: ActKind, example: str) -> None:
    """By the words alone an example's act is of the marked type and stands as marked."""
    marks = marked(example)
    read = document(marks.text, published="2031-05-04")
    found = _seen(marks, read, language.load().read(read)[0])
    wanted = {span.start: tuple(span.value.split()[:2]) for span in _triggers(marks)}
    assert {start: (act.type, act.status) for start, act in found.items()} == wanted
    assert kind in {span.label for span in _triggers(marks)} or not wanted


@pytest.mark.parametrize(("kind", "example"), _examples())
def test_a_look_alike_is_no_strong_word(kind: ActKind, example: str) -> None:
    """What is not marked does not need the model to be left alone."""
    marks = marked(example)
    read = document(marks.text)
    tree = Tree(read.text, language.load().read(read)[0])
    if not marks.spans:
        strong = [
            tree.forms[n] for n in range(len(tree)) for one in predicates(tree, n) if one.kind == kind and one.strong
        ]
        assert strong == []
