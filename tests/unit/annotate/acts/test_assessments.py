"""How accounts judge engagements: outcomes, descriptions and precedents, by the examples of the vocabulary."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from memcon import language
from memcon.annotate import annotate
from memcon.annotate.tree import Tree
from memcon.core.annotation import Annotations
from memcon.core.document import Document
from memcon.core.reading import Trigger
from memcon.core.terms import terms
from memcon.record.precedents import since
from memcon.testing import Marked, document, marked

VOCABULARY = terms("assessments")
LISTS = ("nouns", "verbs", "deeds", "adjectives", "adverbs", "shy")
ROLES = {"outcome", "description", "precedent"}
POLARITIES = {"outcome": {"positive", "negative", "mixed"}, "description": {"positive", "negative", "neutral"}}


def _read(marks: Marked) -> tuple[Document, Annotations]:
    """What is seen in an example, if the model saw the engagements that are marked and was not sure of their status."""
    read = document(marks.text, published="2031-05-04")
    reading, _ = language.load().read(read)
    tree = Tree(read.text, reading)
    triggers = []
    for span in marks.labelled("engagement"):
        type_, status = span.value.split()
        word = reading.words[tree.at(span.start)]
        triggers.append(Trigger(word.anchor, "engagement", type_, status, 1.0, 0.0))
    return read, annotate(read, replace(reading, triggers=tuple(triggers)))[0]


def _judged(read: Document, seen: Annotations) -> Iterator[tuple[str, str, str]]:
    """Everything that is said of an engagement: the role, the words and what they come to."""
    times = {time.anchor: time for time in seen.times}
    for act in seen.acts:
        for one in act.arguments:
            if one.role in ROLES:
                meant = since(times[one.anchor], read.published) if one.role == "precedent" else one.judged
                yield one.role, read.passage(one.anchor), meant


@pytest.mark.parametrize("example", VOCABULARY["examples"])
def test_an_example_is_judged_as_it_is_marked(example: str) -> None:
    """What is marked, and nothing else, is said of the engagement of its sentence."""
    marks = marked(example)
    assert sorted(_judged(*_read(marks))) == sorted(
        (span.label, marks.text[span.start : span.end], span.value) for span in marks.spans if span.label in ROLES
    )


def test_every_entry_has_a_polarity_that_its_kind_knows_and_words() -> None:
    """An outcome is good, bad or mixed, and a description may be neither."""
    for entry in VOCABULARY["assessment"]:
        assert entry["polarity"] in POLARITIES[entry["kind"]], entry
        assert any(entry.get(key) for key in LISTS), entry
        assert set(entry) <= {"sense", "kind", "polarity", "brought_by", *LISTS}, entry


def test_no_word_is_in_two_entries() -> None:
    """A word of one sort has one polarity."""
    for key in LISTS:
        words = [word for entry in VOCABULARY["assessment"] for word in entry.get(key, ())]
        assert sorted(words) == sorted(set(words)), key


@pytest.mark.parametrize(
    "notation",
    [
        "The dredgers made progress after Karsten [engagement{meeting held}:met] Valo.",
        "Karsten [engagement{meeting held}:met] Valo. The ministry denied that the talks had failed.",
        "Karsten [engagement{meeting held}:met] Valo. Both sides have made progress since 2029.",
        "Karsten [engagement{meeting held}:met] Valo. He has made progress with his memoirs.",
        "Karsten [engagement{meeting held}:met] Valo. “We have made progress,” said Orla Venn, a dredger.",
        "Karsten [engagement{meeting held}:met] Valo to prepare a successful summit in June.",
        "Karsten [engagement{meeting held}:met] Valo and stressed the importance of frank talks.",
        "Karsten [engagement{meeting held}:met] Valo on Monday. It rained in Brenna. The talks were frank.",
    ],
)
def test_what_is_told_of_no_engagement(notation: str) -> None:
    """What is denied, wished for, of longer standing, or of something else is said of none; nor is what is far off."""
    assert list(_judged(*_read(marked(notation)))) == []


def test_the_sides_of_a_report() -> None:
    """What "the two sides" did, where no engagement is told near, they did in that with which the report begins."""
    opening = "Karsten [engagement{meeting held}:met] Valo on Monday. It rained in Brenna."
    assert [one for _, one, _ in _judged(*_read(marked(f"{opening} The two sides made progress.")))] == [
        "made progress"
    ]
    assert not list(_judged(*_read(marked(f"{opening} The two sides have made progress."))))


@pytest.mark.parametrize(
    ("sentence", "trigger"), [("The visit was a success.", "visit"), ("The talks were frank.", "met")]
)
def test_who_is_meant(sentence: str, trigger: str) -> None:
    """Of two engagements that is meant which is of the sort that is named."""
    opening = "Karsten's [engagement{visit held}:visit] began on Sunday, and on Monday she [engagement{meeting held}:met] Valo."
    read, seen = _read(marked(f"{opening} {sentence}"))
    (meant,) = (act for act in seen.acts if ROLES & {one.role for one in act.arguments})
    assert read.passage(meant.trigger) == trigger
