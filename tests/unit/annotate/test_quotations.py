"""Which words stand in quotation marks, and whether anybody utters them."""

import pytest

from memcon.annotate.quotations import Quotation, find_quotations
from memcon.core.document import Zone
from memcon.testing import Marked, annotated, document, marked


def quotations(marks: Marked) -> tuple[Quotation, ...]:
    """The quotations of a text whose paragraphs are all body."""
    return find_quotations(document(marks.text))


def spans(found: tuple[Quotation, ...], kind: str) -> list[tuple[int, int]]:
    """Where the parts of the quotations of one kind stand."""
    return [part for one in found if one.kind == kind for part in one.parts]


@pytest.mark.parametrize(
    "notation",
    [
        "Halvey said it was [q:“late”] and left.",
        'Halvey said it was [q:"late"] and left.',
        "Halvey said it was [q:‘late’] and left.",
        "Halvey said it was [q:'late'] and left.",
        "Halvey said it was [q:«late»] and left.",
        "Halvey said it was [q:« late »] and left.",
        "Halvey said it was [q:„late“] and left.",
        "Halvey said it was [q:„late”] and left.",
        "Halvey said it was [q:»late«] and left.",
        "Halvey said it was [q:”late”] and left.",
        "Halvey said it was [q:‚late‘] and left.",
        "Halvey said it was [q:‹late›] and left.",
        "Halvey said it was [q:“late\"] and left.",
        "部長は[q:「遅い」]と言った。",
        "部長は[q:『遅い』]と言った。",
    ],
)  # fmt: skip
def test_every_family_of_marks(notation: str) -> None:
    """Quotation marks of every manner of printing enclose a statement, marks included."""
    marks = marked(notation)
    assert spans(quotations(marks), "statement") == [(one.start, one.end) for one in marks.spans]


@pytest.mark.parametrize(
    "notation",
    [
        "Halvey: [q:“They told me ‘never again’ and left.”]",
        "Halvey: [q:‘They told me “never again” and left.’]",
        "Halvey: [q:“He read «Two Harbours» aloud.”]",
        "Halvey: [q:«Elle a dit “jamais” deux fois.»]",
        "部長は[q:「彼は『遅い』と言った」]と言った。",
    ],
)
def test_a_quotation_inside_another_belongs_to_it(notation: str) -> None:
    """Nested marks do not end the quotation around them, and make none of their own."""
    marks = marked(notation)
    assert spans(quotations(marks), "statement") == [(one.start, one.end) for one in marks.spans]


@pytest.mark.parametrize(
    "text",
    [
        "The farmers’ union isn’t sure what Halvey’s boats are for.",
        "The farmers' union isn't sure what Halvey's boats are for.",
        "It was rock 'n' roll in the '90s, and 'twas loud.",
        'The plank was 12" long and 6" wide.',
        "At 45° 12′ 30″ the buoy was lost.",
        "No marks at all.",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    """Apostrophes, elisions and signs of measure open nothing."""
    assert quotations(marked(text)) == ()


@pytest.mark.parametrize(
    "notation",
    [
        "[q:‘It isn't over,’] Halvey said. [q:‘The farmers’ union won’t stop.’]",
        "[q:'It isn't over,'] Halvey said. [q:'The farmers' union won't stop.']",
        "He called it [q:'the captains' choice'] and left.",
    ],
)
def test_apostrophes_inside_single_marks(notation: str) -> None:
    """Neither a contraction nor a possessive plural ends a quotation in single marks."""
    marks = marked(notation)
    assert spans(quotations(marks), "statement") == [(one.start, one.end) for one in marks.spans]


@pytest.mark.parametrize(
    "notation",
    [
        "[q:“Nobody left,”]said Halvey, and [q:“nobody”]meant nobody.",
        "Halvey said[q:“nobody”]yesterday.",
        "She said [q:“first.”]He said [q:“second.”]",
        'She said [q:"first."]He said [q:"second."]',
    ],
)
def test_a_word_glued_to_a_mark(notation: str) -> None:
    """A missing space beside a mark does not move the quotation."""
    marks = marked(notation)
    assert spans(quotations(marks), "statement") == [(one.start, one.end) for one in marks.spans]


def test_several_paragraphs_are_one_quotation() -> None:
    """A quotation that opens each paragraph anew and closes in the last is one, with a part per paragraph."""
    marks = marked(
        "Halvey said: [q:“The lake is low.]\n\n[q:“The lock is broken.]\n\n[q:“And nobody came.”] She left.\n\n“Who?”"
    )
    first, second = quotations(marks)
    assert first.parts == tuple((one.start, one.end) for one in marks.spans)
    assert first.closed
    assert marks.text[second.start : second.end] == "“Who?”"


def test_a_caption_does_not_interrupt_a_quotation() -> None:
    """What stands between two paragraphs of the body in another zone leaves the quotation whole."""
    marks = marked("[body:“The lake is low.]\n\n[caption:“Old Marta”, the ferry. Photo: NWA]\n\n[body:“Nobody came.”]")
    zones = [Zone("body" if span.label == "body" else "caption", span.start, span.end) for span in marks.spans]
    (found,) = find_quotations(document(marks.text, zones=zones))
    assert [marks.text[start:end] for start, end in found.parts] == ["“The lake is low.", "“Nobody came.”"]


@pytest.mark.parametrize(
    "notation",
    [
        "Halvey said: [q:“This one is never closed.]\n\nThe next paragraph is narrative.",
        "Halvey said: [q:“This one is never closed.]",
        "[q:“This one is never closed. ]“The next one is,” said Halvey.",
        "部長は[q:「遅い。]\n\n終わり。",
    ],
)
def test_an_unclosed_quotation_is_a_problem(notation: str) -> None:
    """It ends with its paragraph or before the next quotation, and the problem points at it."""
    marks = marked(notation)
    made = document(marks.text, path="late.txt")
    annotations, problems = annotated(made)
    (problem,) = (one for one in problems if one.reason == "unclosed-quotation")
    assert (problem.stage, problem.path) == ("annotate", "late.txt")
    assert problem.anchor is not None
    assert made.passage(problem.anchor) == marks.words("q")[0].rstrip()
    assert annotations.statements[0].quoted == (problem.anchor,)


@pytest.mark.parametrize(
    ("notation", "kind"),
    [
        ("The so-called [q:“grey fleet”] left port.", "term"),
        ("It is known as [q:“the long table”] here.", "term"),
        ("They crossed on the ferry [q:“Old Marta”] at noon.", "term"),
        ("They crossed on a ferry called [q:“Old Marta”] at noon.", "term"),
        ("Oto [q:“Iron”] Reyes waved.", "nickname"),
        ("[q:“Two Harbours, One Lake”]", "heading"),
        ("Halvey called the plan [q:“thin and late”] on Monday.", "statement"),
        ("The [q:“experts”] were late.", "statement"),
        ("[q:“We will not move.”]", "statement"),
    ],
)
def test_what_nobody_utters(notation: str, kind: str) -> None:
    """Terms, names of things, nicknames and headings in marks are told from statements."""
    marks = marked(notation)
    (found,) = quotations(marks)
    assert (found.kind, marks.text[found.start : found.end]) == (kind, marks.words("q")[0])
    statements = annotated(document(marks.text))[0].statements
    assert len(statements) == (kind == "statement")


def test_only_the_body_is_read() -> None:
    """Quotation marks in headlines, captions, credits and furniture make no statements."""
    marks = marked("[headline:“We go,” says Halvey]\n\n[body:She left.]\n\n[furniture:“Best site ever” – a reader]")
    kinds = {"headline": "headline", "body": "body", "furniture": "furniture"}
    zones = [Zone(kinds[span.label], span.start, span.end) for span in marks.spans]  # type: ignore[arg-type]
    assert find_quotations(document(marks.text, zones=zones)) == ()
