from dataclasses import replace

import pytest

from memcon.core.dates import PartialDate
from memcon.core.document import Arrival, Document, Field, Metadatum, Origin, Zone
from memcon.testing import document, marked


def zoned(notation: str) -> Document:
    """A document whose zones are the marks."""
    marks = marked(notation)
    kinds = [Zone(span.label, span.start, span.end) for span in marks.spans]  # type: ignore[arg-type]
    return document(marks.text, zones=kinds)


def stating(*readings: tuple[Field, str, Origin]) -> Document:
    """A document with these readings of its metadata."""
    return replace(document("Text."), metadata=tuple(Metadatum(*reading) for reading in readings))


def test_the_most_trusted_reading_wins() -> None:
    """What the caller gives is trusted before a sidecar, that before markup, that before text and guesses."""
    readings: list[tuple[Field, str, Origin]] = [
        ("published", "2031-05-01", "detected"), ("published", "2031-05-02", "text"),
        ("published", "2031-05-03", "markup"), ("published", "2031-05-04", "sidecar"),
        ("published", "2031-05-05", "given"),
    ]  # fmt: skip
    for count in range(1, 6):
        assert stating(*readings[:count]).published == PartialDate(f"2031-05-0{count}")


def test_between_equals_the_earliest_date_wins() -> None:
    """Two readings of one origin do not depend on their order."""
    early, late = ("published", "2031-05-03", "text"), ("published", "2031-05-04", "text")
    assert stating(early, late).published == stating(late, early).published == PartialDate("2031-05-03")  # type: ignore[arg-type]


def test_what_nobody_states_is_unknown() -> None:
    """Without metadata outlet, date and reading are None rather than guessed."""
    made = document("Text.")
    assert (made.outlet, made.published, made.read("url")) == (None, None, None)


@pytest.mark.parametrize(
    ("made", "title"),
    [
        (stating(("title", "As stated", "markup")), "As stated"),
        (zoned("[headline:Lake  talks\nresume]\n\n[body:Orla Venn left.]"), "Lake talks resume"),
        (zoned("[furniture:Menu]\n\n[body:" + "word " * 14 + "end.]"), "word " * 12 + "…"),
        (zoned("[furniture:Menu]"), "(no text)"),
    ],
)
def test_every_document_has_a_title(made: Document, title: str) -> None:
    """The stated title, else the headline, else the first words of the body, else a remark."""
    assert made.title == title


def test_the_smallest_path_stands_for_all() -> None:
    """A document that came by several paths goes by the smallest; piped input has none."""
    made = replace(document("Text."), arrivals=(Arrival(""), Arrival("b.txt"), Arrival("a.txt")))
    assert made.path == "a.txt"
    assert replace(made, arrivals=(Arrival(""),)).path is None


def test_two_arrivals_are_joined_in_either_order() -> None:
    """Joining keeps every reading and every path once, sorted, so the order of arrival leaves no trace."""
    one = replace(document("Text.", path="b.txt"), metadata=(Metadatum("outlet", "Harbour News", "given"),))
    other = replace(
        document("Text.", path="a.txt"),
        metadata=(Metadatum("outlet", "Harbour News", "given"), Metadatum("outlet", "Lake News", "text", 0, 4)),
    )
    assert one.joined(other) == other.joined(one)
    assert [arrival.path for arrival in one.joined(other).arrivals] == ["a.txt", "b.txt"]
    assert len(one.joined(other).metadata) == 2
    assert one.joined(one) == one
