"""Where a document says whose reporting it is."""

import itertools

import pytest

from memcon.core.annotation import Credit
from memcon.core.document import Document, Metadatum, Zone
from memcon.testing import annotated, document, marked


def credited(notation: str, zone: str, *, outlet: str | None = None) -> tuple[Document, tuple[Credit, ...]]:
    """The document of one zone, and its credits."""
    text = marked(notation).text
    made = document(text, outlet=outlet, zones=[Zone(zone, 0, len(text))])  # type: ignore[arg-type]
    return made, annotated(made)[0].credits


@pytest.mark.parametrize(
    ("notation", "zone", "kind", "origin"),
    [
        ("BRENNA [c:(NWA)] — ", "dateline", "dateline", "NWA"),
        ("[c:Source: Northern Wire]", "credit", "line", "Northern Wire"),
        ("[c:source: apnews]", "credit", "line", "apnews"),
        ("[c:(AP)]", "credit", "line", "AP"),
        ("[c:© 2031 Reuters]", "credit", "line", "Reuters"),
        ("[c:Ilka Brandt of Harbour News contributed to this report.]", "credit", "contributor", "Harbour News"),
        (
            "[c:Ilka Brandt, Oto Reyes and Marit Venn of Harbour News contributed.]",
            "credit",
            "contributor",
            "Harbour News",
        ),
        ("By Ilka Brandt[c:, Reuters]", "byline", "byline", "Reuters"),
        ("The ferry was late, [c:reported Reuters].", "body", "sentence", "Reuters"),
        ("“It was late,” she [c:told AFP].", "body", "sentence", "AFP"),
    ],
)
def test_credits(notation: str, zone: str, kind: str, origin: str) -> None:
    """Each form of credit is found with its extent, kind and the name as printed."""
    made, (credit,) = credited(notation, zone)
    assert (made.passage(credit.anchor), credit.kind, credit.origin) == (
        marked(notation).words("c")[0],
        kind,
        origin,
    )


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("(NWA)", "body"),
        ("Source: Northern Wire", "furniture"),
        ("The ferry was late, reported Halvey.", "body"),
        ("She told the minister.", "body"),
        ("Ilka Brandt of Harbour News left.", "credit"),
    ],
)
def test_no_credit(text: str, zone: str) -> None:
    """The same words elsewhere, or about people, credit nobody."""
    assert credited(text, zone)[1] == ()


def test_credits_do_not_overlap_and_stand_in_reading_order() -> None:
    """Of patterns that fit one place only the first counts."""
    _, found = credited("Reuters reported, and then AFP reported, that she told AP.", "body")
    assert [credit.origin for credit in found] == ["Reuters", "AFP", "AP"]
    assert all(left.anchor.end <= right.anchor.start for left, right in itertools.pairwise(found))


def test_an_interview_of_its_own() -> None:
    """An outlet to which somebody spoke reports for itself."""
    made, (credit,) = credited("“It was late,” Halvey [c:told the Harbour News].", "body", outlet="Harbour News")
    assert (credit.kind, made.passage(credit.anchor)) == ("own", "told the Harbour News")


def test_a_byline_is_the_outlets_own() -> None:
    """A byline shows that the outlet's own people wrote the report, unless it names an agency."""
    assert [one.kind for one in credited("By Ilka Brandt", "byline", outlet="Harbour News")[1]] == ["own"]
    assert [one.kind for one in credited("By Ilka Brandt, Reuters", "byline", outlet="Harbour News")[1]] == ["byline"]


def test_a_letterhead() -> None:
    """A government's office that signs its own text in the text is the issuer."""
    made = document("Ministry of Foreign Affairs of Norrow\n\nThey met.")
    stated = Metadatum("outlet", "Ministry of Foreign Affairs of Norrow", "text", 0, 37)
    issued = Document(made.id, made.blob, made.media_type, made.encoding, made.text, made.zones, (stated,))
    assert [credit.kind for credit in annotated(issued)[0].credits] == ["issuer"]
