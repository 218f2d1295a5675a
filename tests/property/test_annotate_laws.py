"""What must hold for whatever is seen in any document, however hostile its text."""

import itertools
import re
from hashlib import sha256
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.annotate import annotate, chains
from memcon.core.annotation import (
    Annotations,
    DamageKind,
    MentionKind,
    PartyType,
    Polarity,
    RelayKind,
    StatementKind,
    StatementType,
)
from memcon.core.document import Document, Zone
from memcon.language import load
from memcon.testing import annotated, document, documents, texts
from tests.property.shared import every_anchor, printed_elsewhere

pytestmark = pytest.mark.models

# Each example is read by the language model.
reads = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])

_NUMBER = re.compile(r" \(\d+\)\Z")

PIECES = (
    "Ilka Brandt", "Oto Reyes", "the minister", "The ministry", "Foreign Minister", "French", "Tokyo", "Her counterpart",
    "he", "She", "it", "they", "his host", "a spokesman", "Reuters", "the agency", "a readout", "a statement",
    "said", "told", "denied that", "believes", "accused", "according to", "quoting", "was quoted as saying by",
    "in a letter to", "in an interview with", "at a news conference", "that the lake was low", "“low”", "“It is late,”",
    "“never closed", "did not say", "and", "of", "who", ",", ".", ". ", ":", "—", "\n\n", "’s",
)  # fmt: skip
"""Words of which reports of talks are made, in no order."""

heaps = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
anything = documents() | texts().map(document) | heaps.map(document)

HOSTILE: dict[str, str] = {
    "quotation marks": "“" * 20_000,
    "straight marks": '"' * 5_000,
    "pairs of marks": "“”" * 2_500,
    "nested marks": "“‘" * 1_000 + "no" + "’”" * 1_000,
    "nested clauses": "Orrin said that " * 500 + "it was late.",
    "nested brackets": "(Orrin said " * 500 + ")" * 500,
    "X said": "X said " * 5_000,
    "quoted sentences": "“No,” Orrin said. " * 800,
    "one long sentence": "the boats " * 2_500 + "left.",
    "one long list": "Orrin, " * 1_000 + "left.",
    "right to left": "قالت الوزيرة \u202e«لا»\u202c أمس، \u2067אמר השר\u2069 " * 300,
    "combining": "O\u0301\u0323rri\u0308n sai\u0301d “n\u0303o\u0301”. " * 500,
    "only combining": "\u0301" * 5_000,
    "pronouns": "he " * 5_000,
    "pronouns that speak": "he said he said " * 500,
    "commas": "," * 5_000,
    "relays": "according to the agency, quoting " * 600,
    "one surname": "Mr Brandt told Ms Brandt that Brandt said Brandt left. " * 300,
    "offices": "Minister of " * 2_000,
    "possessives": "the minister’s " * 1_000,
    "no spaces": "会談は終わった。「遅い」と部長は言った。" * 300,
    "synonyms": "International Minister of the White Home, " * 300,
    "months": f"Signed in Could {'1' * 5_000}, and on 5 Could",
    "stops": "the. a the. A minister. of " * 500,
    "marks": "“a, ”b “ c,“ d " * 800,
    "genders": "Mr Brandt said she was Ms Brandt, he said. " * 300,
    "line ends": "Orrin said\r\n“no”.\u2028\x0c" * 300,
}
"""Texts that have stalled or broken programs, and those that a program of this kind would stumble over."""


def check_anchors(made: Document, found: Annotations) -> None:
    """Every anchor points into this document, at something, and no statement lacks content."""
    for anchor in every_anchor(found):
        assert anchor.document == made.id
        assert 0 <= anchor.start < anchor.end <= len(made.text)
        assert made.passage(anchor).strip()
    for statement in found.statements:
        assert statement.document == made.id
        assert statement.content
        assert (statement.kind == "indirect") == (not statement.quoted)
        assert all(any(one.contains(quote) for one in statement.content) for quote in statement.quoted)
    assert len({statement.id for statement in found.statements}) == len(found.statements)


def check_parties(found: Annotations) -> None:
    """Every party that is mentioned or speaks is listed once, with its name among its names."""
    names = [referent.name for referent in found.referents]
    assert names == sorted(set(names))
    assert all(name.strip() for name in names)
    for one in found.referents:
        assert list(one.names) == sorted(set(one.names))
        assert _NUMBER.sub("", one.name) in one.names  # two unnamed people of one description are numbered
    parties = [party for one in found.statements for party in (one.speaker, one.addressee) if party is not None]
    assert {one.name for one in found.mentions} | {one.name for one in parties} <= set(names)


def check_values(found: Annotations) -> None:
    """Every closed set has only its own values."""
    for statement in found.statements:
        assert statement.kind in get_args(StatementKind)
        assert statement.type in get_args(StatementType)
        assert statement.polarity in get_args(Polarity)
        assert all(link.kind in get_args(RelayKind) and link.text.strip() for link in statement.via)
    assert all(one.kind in get_args(MentionKind) and one.type in get_args(PartyType) for one in found.mentions)
    assert all(one.type in get_args(PartyType) for one in found.referents)


def check_damage(found: Annotations) -> None:
    """Damage stands in reading order, each place once of a kind, with a share that can be one and its evidence."""
    places = [(one.anchor, one.kind) for one in found.damage]
    assert places == sorted(set(places))
    assert all(one.kind in get_args(DamageKind) and 0 <= one.score <= 1 and one.reason for one in found.damage)
    assert all(one.suggestion is None or one.suggestion.strip() for one in found.damage)


def check(made: Document) -> None:
    """All of it."""
    found, problems = annotated(made)
    check_anchors(made, found)
    check_parties(found)
    check_values(found)
    check_damage(found)
    assert all(one.anchor is None or one.anchor.document == made.id for one in problems)


@reads
@given(anything)
def test_what_is_seen_is_sound(made: Document) -> None:
    """Whatever the text: it is annotated, anchors lie in it, every party is listed, every value is one of its set."""
    check(made)


@reads
@given(anything)
def test_statements_stand_in_reading_order(made: Document) -> None:
    """Statements and mentions are in reading order, and no place is mentioned twice as the same thing."""
    found, _ = annotated(made)
    begins = [statement.content[0].start for statement in found.statements]
    assert begins == sorted(begins)
    places = [(one.anchor.start, one.anchor.end) for one in found.mentions]
    assert places == sorted(set(places))


@reads
@given(anything)
def test_content_is_told_once(made: Document) -> None:
    """The parts of a statement's content do not overlap, nor do its quotations."""
    for statement in annotated(made)[0].statements:
        for parts in (sorted(statement.content), sorted(statement.quoted)):
            assert all(left.end <= right.start for left, right in itertools.pairwise(parts))


@reads
@given(anything)
def test_chains_are_sound(made: Document) -> None:
    """No chain is empty or names a phrase twice, and every phrase lies in the text."""
    reading, _ = load().read(made)
    for chain in chains(made, reading):
        assert list(chain) == sorted(set(chain))
        assert chain
        assert all(made.passage(anchor).strip() for anchor in chain)


@reads
@given(anything, anything)
def test_what_was_annotated_before_leaves_no_trace(made: Document, other: Document) -> None:
    """The same document gives the same annotations, whatever was annotated between."""
    first = repr(annotated(made))
    annotated(other)
    assert repr(annotated(made)) == first


@reads
@given(anything, st.sampled_from(("headline", "caption", "credit", "furniture")))
def test_only_what_is_read_is_annotated(made: Document, kind: str) -> None:
    """In captions, credits and furniture nobody speaks."""
    other = document(made.text, zones=[Zone(kind, 0, len(made.text))] if made.text else [])  # type: ignore[arg-type]
    if kind != "headline":
        assert annotated(other)[0].statements == ()
    check(other)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_only_text(name: str) -> None:
    """What no reporter would write is annotated like any other text."""
    check(document(HOSTILE[name]))


def test_a_reading_of_nothing() -> None:
    """Where the model saw nothing, only marks and credits are seen."""
    made = document("The minister said “no”.")
    reading, _ = load().read(document(""))
    found, _ = annotate(made, type(reading)(made.id))
    assert [made.passage(one) for statement in found.statements for one in statement.quoted] == ["“no”"]
    assert not found.mentions
    assert not found.referents


def test_another_process_annotates_the_same() -> None:
    """Processes that hash differently give the same annotations."""
    text = (
        "French Foreign Minister Ilka Brandt and Oto Reyes, her Japanese counterpart, met in Lisbon. According to a "
        "readout released by the ministry, Ms Brandt told her guest the lake was “low”. He denied that, Tokyo said."
    )
    code = (
        "from hashlib import sha256\nfrom memcon.testing import annotated, document\n"
        f"print(sha256(repr(annotated(document({text!r}))).encode()).hexdigest())\n"
    )
    here = sha256(repr(annotated(document(text))).encode()).hexdigest()
    for seed in (1, 2):
        assert printed_elsewhere(code, seed).strip() == here
