"""Expressions of time in zones that the language model does not read."""

from dataclasses import replace

from memcon.annotate.times import find_times_beside
from memcon.core.document import Document, Metadatum, Zone, ZoneKind
from memcon.testing import document

TEXT = """Menu 3 May 2031 Sports

SUVA, June 3 (FW) --

Envoys in Suva, 2 June 2031, in the rain. May Lund/FW

Updated 4 June 2031 10:00 GMT"""


def zoned(*kinds: ZoneKind, stamp: bool = False) -> Document:
    """The four paragraphs, each of its kind; with `stamp`, the last says when the report was updated."""
    plain = document(TEXT, published="2031-06-03")
    zones = tuple(replace(zone, kind=kind) for zone, kind in zip(plain.zones, kinds, strict=True))
    start = TEXT.index("4 June")
    stamps = (Metadatum("updated", "2031-06-04T10:00+00:00", "text", start, len(TEXT)),) if stamp else ()
    return replace(plain, zones=zones, metadata=(*plain.metadata, *stamps))


def found(of: Document) -> list[tuple[str, str]]:
    """The words and the values of what is found."""
    return [(of.passage(time.anchor), time.value) for time in find_times_beside(of)]


def test_datelines_and_captions() -> None:
    """A dateline's day is that of the year of publication, and a caption's date stands for itself."""
    assert found(zoned("furniture", "dateline", "caption", "furniture")) == [
        ("June 3", "2031-06-03"),
        ("2 June 2031", "2031-06-02"),
    ]


def test_a_stamp_is_read_and_other_furniture_is_not() -> None:
    """Furniture counts only where it dates the report."""
    assert found(zoned("furniture", "furniture", "furniture", "furniture", stamp=True)) == [
        ("4 June 2031 10:00 GMT", "2031-06-04T10:00Z"),
    ]


def test_what_is_read_is_left_to_the_model() -> None:
    """Body and headline are not read a second time."""
    assert found(zoned("headline", "body", "body", "subheading", stamp=True)) == []


def test_a_document_without_such_zones() -> None:
    """There is nothing to find where there are no zones."""
    assert found(replace(document("3 May 2031"), zones=())) == []
    assert found(replace(document("x" * 500), zones=(Zone("caption", 0, 500),))) == []
