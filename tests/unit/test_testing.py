"""The helpers that other tests, and other people's tests, are written with."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.core.anchor import Anchor
from memcon.core.document import Document, Zone
from memcon.testing import Span, anchors_in, annotations, document, documents, marked, reports, texts


def test_marks_leave_the_text_and_name_the_spans() -> None:
    """Marks vanish from the text, and what they marked is found by label, outer spans first."""
    marks = marked("[speaker:The minister] said [quote:talks will [commitment:resume in May]].")
    assert marks.text == "The minister said talks will resume in May."
    assert marks.spans == (Span("speaker", 0, 12), Span("quote", 18, 42), Span("commitment", 29, 42))
    assert marks.words("commitment") == ("resume in May",)
    assert marks.labelled("cue") == ()


@pytest.mark.parametrize(
    ("notation", "text", "words"),
    [
        ("no marks [[sic]] at all", "no marks [sic] at all", ()),
        ("[x:lift the [[fish]] embargo]", "lift the [fish] embargo", ("lift the [fish] embargo",)),
        ("[x:one [[two]]]", "one [two]", ("one [two]",)),
        ("[x:a half-open [[ bracket]", "a half-open [ bracket", ("a half-open [ bracket",)),
        ("[x:closing]]]", "closing]", ("closing]",)),
        ("[x:🤝 é] after", "🤝 é after", ("🤝 é",)),
        ("", "", ()),
    ],
)
def test_brackets_of_the_text(notation: str, text: str, words: tuple[str, ...]) -> None:
    """Doubled brackets stand for themselves, inside a span and outside."""
    marks = marked(notation)
    assert marks.text == text
    assert marks.words("x") == words


@pytest.mark.parametrize(
    ("notation", "says"),
    [
        ("[speaker:Venn said", "[speaker: is never closed"),
        ("Venn] said", "The ] at 4"),
        ("[Venn] said", "names no label"),
        ("[cue:] Venn", "marks nothing"),
    ],
)
def test_a_slip_in_the_marks_is_explained(notation: str, says: str) -> None:
    """A wrong mark fails at once and says where."""
    with pytest.raises(ValueError, match=says.replace("[", r"\[")):
        marked(notation)


@given(text=texts())
def test_any_text_can_be_written_with_doubled_brackets(text: str) -> None:
    """Doubling every bracket gives back any text, and marks nothing."""
    marks = marked(text.replace("[", "[[").replace("]", "]]"))
    assert marks.text == text
    assert marks.spans == ()


def test_a_document_from_text() -> None:
    """Every paragraph is body, what is stated is readable, and the text alone decides the id."""
    made = document("First.\nStill first. \r\n\r\n  Second.\n", path="x/b.txt", published="2031-05-04", outlet="NWA")
    assert [made.text[zone.start : zone.end] for zone in made.zones] == ["First.\nStill first.", "Second."]
    assert {zone.kind for zone in made.zones} == {"body"}
    assert (made.path, made.outlet, str(made.published)) == ("x/b.txt", "NWA", "2031-05-04")
    assert made.id == document(made.text).id != document("Other.").id
    assert document("Menu", zones=[Zone("furniture", 0, 4)]).zones == (Zone("furniture", 0, 4),)


def test_annotations_from_marks() -> None:
    """Each marked statement has its own speaker, cue and quotation; full names come from the table."""
    marks = marked(
        "BRENNA [credit:(NWA)] — [statement:[quote:“Nobody walked out,”] [speaker:she] [cue:said] in [via:a readout].] "
        "[statement:[speaker:Tomas Orrin] told [addressee:her] that [content:talks were [quote:“useful”]].] [mention:Venn] left."
    )
    made = document(marks.text)
    seen = annotations(made, marks, names={"she": "Orla Venn", "Venn": "Orla Venn"})
    first, second = seen.statements
    assert first.speaker is not None
    assert second.addressee is not None
    assert (first.kind, first.speaker.name, made.passage(first.quoted[0])) == (
        "direct",
        "Orla Venn",
        "“Nobody walked out,”",
    )
    assert (second.kind, second.addressee.name, second.via) == ("mixed", "her", ())
    assert [relay.text for relay in first.via] == ["a readout"]
    assert [credit.origin for credit in seen.credits] == ["NWA"]
    assert [mention.name for mention in seen.mentions] == ["Orla Venn"]
    assert annotations(made).statements == ()


def test_annotations_need_their_own_document() -> None:
    """Marks of another text are refused rather than misplaced."""
    with pytest.raises(ValueError, match="not made from"):
        annotations(document("One."), marked("[quote:Two.]"))


@given(made=documents())
def test_documents_are_well_formed(made: Document) -> None:
    """Zones are sorted and disjoint, and only white space lies between them."""
    position = 0
    for zone in made.zones:
        assert made.text[position : zone.start].strip() == ""
        assert position <= zone.start < zone.end
        position = zone.end
    assert made.text[position:].strip() == ""


@given(report=reports())
def test_reports_can_be_stored(report: str) -> None:
    """Every report has words and can be written as UTF-8."""
    assert report.strip()
    assert report.encode().decode() == report


@given(data=st.data(), text=texts())
def test_anchors_lie_in_their_text(data: st.DataObject, text: str) -> None:
    """An anchor drawn for a text points at some of it; an empty text has none."""
    strategy = anchors_in(text)
    if not text:
        assert strategy.is_empty
        return
    anchor = data.draw(strategy)
    assert isinstance(anchor, Anchor)
    assert anchor.text(text)
    assert anchor.end <= len(text)


def test_marking_needs_no_hypothesis() -> None:
    """`marked` and the builders work where hypothesis is not installed."""
    code = "import sys; sys.modules['hypothesis'] = None; from memcon.testing import document; document('A.')"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
