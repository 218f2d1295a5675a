"""The examples of the vocabularies are tests: what they mark is found, and nothing else of its kind."""

from collections.abc import Mapping
from typing import Any

import pytest

from memcon.annotate.quotations import find_quotations
from memcon.core.annotation import Annotations
from memcon.core.document import Document, Zone
from memcon.core.terms import terms
from memcon.language.sentences import sentence_ranges
from memcon.testing import Marked, annotated, document, marked


def seen(marks: Marked, zone: str = "body") -> tuple[Document, Annotations]:
    """A document of one zone, and what is seen in it."""
    made = document(marks.text, zones=[Zone(zone, 0, len(marks.text))])  # type: ignore[arg-type]
    return made, annotated(made)[0]


def entries(vocabulary: str, *tables: str) -> list[tuple[str, Mapping[str, Any]]]:
    """Every example of these tables of a vocabulary, with its entry."""
    found = []
    for table in tables:
        known = terms(vocabulary)[table]
        for entry in known if isinstance(known, list) else [known]:
            found += [(example, entry) for example in entry.get("examples", ())]
    return found


CUES = [example for example, _ in entries("cues", "verb", "preposition", "term")]
ROLES = [
    example
    for example, _ in entries(
        "roles", "person", "group", "organisation", "title", "modifiers", "pronouns", "never_names", "geography"
    )
]
CREDITS = [(example, zone) for example, entry in entries("credits", "pattern") for zone in entry["zones"]]


@pytest.mark.parametrize("example", CUES)
def test_cues(example: str) -> None:
    """Every marked quotation is a statement of the marked speaker by the marked cue; a marked term is none."""
    marks = marked(example)
    made, found = seen(marks)
    quoted = [made.passage(anchor) for statement in found.statements for anchor in statement.quoted]
    assert quoted == list(marks.words("quoted"))
    speakers = {made.passage(one.speaker.anchor) for one in found.statements if one.speaker is not None}
    cues = {made.passage(one.cue) for one in found.statements if one.cue is not None}
    # A pronoun before anybody is named says nothing; its example shows where the marks lie.
    known = set(marks.words("speaker")) - {"she", "he", "they", "it"}
    assert speakers == known
    assert not known or cues == set(marks.words("cue"))


def test_terms_are_nobodys_words() -> None:
    """What is announced as a name or term is told from what somebody utters."""
    for example, _ in entries("cues", "term"):
        marks = marked(example)
        made, _ = seen(marks)
        kinds = {(made.text[one.start : one.end], one.kind) for one in find_quotations(made)}
        assert kinds == {(term, "term") for term in marks.words("term")}


@pytest.mark.parametrize("example", ROLES)
def test_roles(example: str) -> None:
    """Every marked phrase is a mention of the marked type, and nobody else of that type is mentioned."""
    marks = marked(example)
    made, found = seen(marks)
    mentions = {(mention.type, made.passage(mention.anchor)) for mention in found.mentions}
    wanted = {(span.label, made.text[span.start : span.end]) for span in marks.spans}
    pronouns = {word for words in terms("roles")["pronouns"].values() for word in words}
    assert {pair for pair in wanted if pair[1] not in pronouns} <= mentions
    labels = {label for label, _ in wanted}
    assert {pair for pair in mentions if pair[0] in labels} <= wanted | {("person", "Ilka Brandt")}


@pytest.mark.parametrize("example", terms("abbreviations")["examples"])
def test_abbreviations(example: str) -> None:
    """An example falls into exactly the marked sentences."""
    marks = marked(example)
    found = [marks.text[start:end] for start, end in sentence_ranges(marks.text, 0, len(marks.text))]
    assert found == list(marks.words("sentence"))


@pytest.mark.parametrize(("example", "zone"), CREDITS)
def test_credits(example: str, zone: str) -> None:
    """The marked expression is a credit of the marked origin, in each zone its pattern is read in."""
    marks = marked(example)
    made, found = seen(marks, zone)
    assert [made.passage(credit.anchor) for credit in found.credits] == list(marks.words("credit"))
    assert [credit.origin for credit in found.credits] == list(marks.words("origin"))


def test_every_entry_has_an_example() -> None:
    """A way to attribute, a sort of name or a form of credit enters a vocabulary only with an example."""
    tables = [("cues", ("verb", "preposition", "term")), ("credits", ("pattern",)),
              ("roles", ("person", "group", "organisation", "title"))]  # fmt: skip
    for vocabulary, names in tables:
        for name in names:
            for entry in terms(vocabulary)[name]:
                assert entry.get("examples"), (vocabulary, name, entry)
