import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.core.anchor import Anchor
from memcon.core.ids import DocumentId
from memcon.testing import anchors_in, document, marked, texts

ONE, OTHER = DocumentId("1" * 16), DocumentId("2" * 16)


def test_an_anchor_gives_back_its_words() -> None:
    """Offsets count code points, so text before it of any script does not shift it."""
    marks = marked("🤝 é «да» [words:会談は終わった]。")
    made = document(marks.text)
    (anchor,) = marks.anchors(made, "words")
    assert made.passage(anchor) == "会談は終わった"
    assert len(anchor) == 7


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_an_anchor_is_never_empty(start: int, end: int) -> None:
    """A range that is empty, reversed or before the text is refused."""
    with pytest.raises(ValueError, match="0 <= start < end"):
        Anchor(ONE, start, end)


@pytest.mark.parametrize(
    ("left", "right", "contains", "overlaps"),
    [
        ((0, 9), (2, 4), True, True),
        ((2, 4), (2, 4), True, True),
        ((0, 3), (2, 4), False, True),
        ((0, 2), (2, 4), False, False),
        ((4, 6), (2, 4), False, False),
    ],
)
def test_half_open_ranges(left: tuple[int, int], right: tuple[int, int], contains: bool, overlaps: bool) -> None:
    """Neighbours touch without overlapping; a range contains itself."""
    assert Anchor(ONE, *left).contains(Anchor(ONE, *right)) is contains
    assert Anchor(ONE, *left).overlaps(Anchor(ONE, *right)) is overlaps


def test_anchors_of_two_documents_never_meet() -> None:
    """The same range of another document is another place."""
    assert not Anchor(ONE, 0, 9).overlaps(Anchor(OTHER, 0, 9))
    assert not Anchor(ONE, 0, 9).contains(Anchor(OTHER, 2, 4))


def test_anchors_sort_in_reading_order() -> None:
    """Sorting groups by document, then by place."""
    places = [Anchor(OTHER, 0, 1), Anchor(ONE, 5, 6), Anchor(ONE, 0, 9), Anchor(ONE, 0, 2)]
    assert sorted(places) == [places[3], places[2], places[1], places[0]]


@given(st.data(), texts().filter(bool))
def test_overlap_is_symmetric_and_follows_from_containing(data: st.DataObject, text: str) -> None:
    """What contains another overlaps it, and overlapping is mutual."""
    left, right = data.draw(anchors_in(text)), data.draw(anchors_in(text))
    assert left.overlaps(right) == right.overlaps(left)
    assert left.overlaps(right) or not left.contains(right)
