"""The picture of the timeline: nothing overlaps, nothing leaves it, and a mark is where and as long as its date says."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.core.dates import PartialDate
from memcon.present.html.lettering import fitted, harmless, width, wrapped
from memcon.present.html.shapes import SIZE, SMALL, Box, Text
from memcon.present.html.timeline.across import across
from memcon.present.html.timeline.down import down
from memcon.present.html.timeline.pieces import Mark, Picture, Shown, Style
from memcon.present.html.timeline.scale import MOST, Extent, extent, parted, scaled
from memcon.present.html.timeline.ticks import called, ticks

Draw = Callable[..., Picture]
STYLES: tuple[Style, ...] = ("held", "planned", "tentative", "said")
END = Shown(extent(PartialDate("2031-05-09")), "held", "", "", 1, 0)


def dated(first: str, last: str | None = None, *, words: str = "They met.", style: Style = "held") -> Shown:
    """A moment with these dates."""
    return Shown(extent(PartialDate(first), PartialDate(last) if last else None), style, words, words, 1, 1)


def at(picture: Picture, words: str) -> Mark:
    """The mark with that title."""
    return next(mark for mark in picture.marks if mark.shown.words == words)


def room(text: Text) -> Box:
    """What a text covers."""
    wide = width(text.words, SIZE if text.role == "label" else SMALL)
    return Box(text.x - wide if text.side == "end" else text.x, text.y - 10, wide, 13)


@st.composite
def partial(draw: st.DrawFn) -> str:
    """A date of any precision, mostly in one month, now and then decades off."""
    day = draw(st.dates(min_value=date(2031, 4, 25), max_value=date(2031, 6, 5)) | st.dates())
    length = draw(st.sampled_from([4, 7, 10, 10, 10, 16]))
    return f"{day.isoformat()}T16:30"[:length]


@st.composite
def moments(draw: st.DrawFn) -> tuple[Shown, ...]:
    """A few moments or many, in the order of time."""
    found = []
    for _ in range(draw(st.integers(1, 25))):
        first, last = sorted(draw(st.tuples(partial(), partial()))) if draw(st.booleans()) else (draw(partial()), None)
        words = harmless(draw(st.text(max_size=60)) + draw(st.sampled_from(["", " met on the quay and said so"])))
        style = draw(st.sampled_from(STYLES))
        weight = draw(st.integers(1, 9))
        reach = extent(PartialDate(first), PartialDate(last) if last else None)
        found.append(Shown(reach, style, words, words, weight, 1))
    return tuple(sorted(found, key=lambda one: one.extent))


def overlapping(boxes: Sequence[Box]) -> list[tuple[Box, Box]]:
    """Every two that share more than what rounding explains."""
    smaller = [Box(one.x + 0.2, one.y + 0.2, one.width - 0.4, one.height - 0.4) for one in boxes]
    return [(one, other) for one, other in combinations(smaller, 2) if one.overlaps(other)]


@pytest.mark.parametrize("draw", [across, down])
@given(shown=moments(), end=st.sampled_from([END, None]))
@settings(max_examples=40)
def test_labels_overlap_nothing_and_all_is_inside(draw: Draw, shown: tuple[Shown, ...], end: Shown | None) -> None:
    """No label covers another or a mark, and marks, labels and headings lie within the picture, whatever the dates."""
    picture = draw(shown, end=end)
    labels = [room(text) for mark in picture.marks for text in mark.label]
    headings = [room(text) for text in picture.texts]
    marks = [mark.box for mark in picture.marks]
    assert len(picture.marks) == len(shown)
    assert overlapping(labels) == []
    assert not [(mark, label) for mark in marks for label in labels if overlapping([mark, label])]
    for one in (*labels, *headings, *marks):
        assert one.x >= -0.2, one
        assert one.right <= picture.width + 0.2, one
        assert one.y >= 0, one
        assert one.bottom <= picture.height + 0.2, one


@given(shown=moments())
@settings(max_examples=40)
def test_down_the_page_is_on_in_time(shown: tuple[Shown, ...]) -> None:
    """In the picture for a phone what begins later stands lower."""
    heights = [mark.label[0].y for mark in down(shown, end=END).marks]
    assert heights == sorted(heights)


@given(st.lists(st.builds(extent, partial().map(PartialDate)), min_size=1, max_size=40))
def test_the_axis_is_in_order(extents: list[Extent]) -> None:
    """Later days never lie before earlier ones, segments never overlap, and there are only so many."""
    stretches = parted(extents)
    scale = scaled(stretches, [100.0] * len(stretches), start=0, gap=20)
    assert len(stretches) <= MOST
    for one, other in pairwise(scale.segments):
        assert one.extent.last <= other.extent.first
        assert one.end + 20 == pytest.approx(other.start)
    begins = [scale.begin(one)[0] for one in sorted(extents)]
    assert begins == sorted(begins)
    assert all(scale.begin(extent)[0] <= scale.end(extent)[0] for extent in extents)


@given(st.integers(2, 60), st.sampled_from([1, 2, 7, 30, 365, 3650]))
def test_even_dates_are_never_parted(count: int, apart: int) -> None:
    """Dates spread evenly lie on one unbroken axis, at whatever distance."""
    assert len(parted([Extent(number * apart, number * apart + 1) for number in range(1, count + 1)])) == 1


def test_an_outlier_does_not_squash_the_week() -> None:
    """Beside 1998 and 2035 a week of 2031 has most of the axis, and in it two days lie as far apart as any other two."""
    week = [dated(f"2031-05-0{day}", words=str(day)) for day in (3, 4, 6, 7, 8, 9)]
    picture = across([dated("1998", words="long ago"), *week, dated("2035", words="far ahead")], end=END)
    assert [text.words for text in picture.texts if text.role == "segment"] == ["1998", "May 2031", "2035"]
    places = [at(picture, day).box.x for day in "346789"]
    assert places[1] - places[0] == pytest.approx(places[4] - places[3], abs=0.2)
    assert places[-1] - places[0] > picture.width / 3
    assert picture.breaks


@pytest.mark.parametrize("draw", [across, down])
def test_a_month_is_a_bar_over_the_month(draw: Draw) -> None:
    """What is dated to the month reaches over all of it, and what lasts from one day to another over these."""
    picture = draw(
        [
            dated("2031-04-28", words="before"),
            dated("2031-05", words="month"),
            dated("2031-05-10", "2031-05-24", words="talks"),
            dated("2031-06-03", words="after"),
        ],
        end=None,
    )
    (month, talks) = (max(at(picture, words).box.width, at(picture, words).box.height) for words in ("month", "talks"))
    assert month / talks == pytest.approx(31 / 15, rel=0.02)
    assert at(picture, "month").cuts == ()


def test_a_year_around_a_week_is_cut() -> None:
    """A year does not stretch the axis of the week in it: it covers the week, with arrow heads where it goes on."""
    week = [dated(f"2031-05-0{day}") for day in (3, 4, 5, 6, 7, 8, 9)]
    picture = across([dated("2031", words="year"), *week], end=END)
    assert len(at(picture, "year").cuts) == 2
    assert at(picture, "year").box.width == pytest.approx(picture.width, abs=1)


def test_a_month_nearly_full_is_shown_whole() -> None:
    """A month around dates that fill most of it lets the axis grow to its ends."""
    days = [dated(f"2031-05-{day:02}") for day in range(3, 29, 2)]
    assert at(across([dated("2031-05", words="month"), *days], end=None), "month").cuts == ()


def test_the_end_of_the_reports() -> None:
    """A line stands at the end of the day of the last report, and what is ahead lies beyond it, on its own ground."""
    plan, meeting = dated("2031-05-12", words="plan", style="planned"), dated("2031-05-08", words="meeting")
    drawn: list[tuple[Draw, Callable[[Box], float]]] = [(across, lambda box: box.x), (down, lambda box: box.y)]
    for draw, places in drawn:
        picture = draw([meeting, plan], end=END)
        assert picture.ahead is not None
        assert places(at(picture, "meeting").box) < places(picture.ahead) <= places(at(picture, "plan").box)
        assert picture.end
    assert across([meeting], end=None).ahead is None


def test_more_families_make_a_thicker_mark() -> None:
    """The thickness of a mark is how many independent families tell it, as far as a row is high."""
    one, two, nine = (Shown(END.extent, "held", "They met.", "", weight, 1).thickness for weight in (1, 2, 9))
    assert one < two < nine < 14


def test_a_dot_and_a_minute() -> None:
    """Two times of one day lie apart where the day is wide enough."""
    picture = across([dated("2031-05-04T09:00", words="nine"), dated("2031-05-04T21:00", words="late")], end=None)
    assert at(picture, "late").box.x - at(picture, "nine").box.x == pytest.approx(300, abs=1)


@pytest.mark.parametrize(
    ("first", "last", "length", "apart", "words"),
    [
        ("2031-05-03", "2031-05-06", 400, 44, ["3 May", "4 May", "5 May", "6 May"]),
        ("2031-05-01", "2031-05-31", 300, 44, ["5 May", "12 May", "19 May", "26 May"]),
        ("2031-04-15", "2031-07-15", 200, 44, ["May", "Jun", "Jul"]),
        ("2030-10-01", "2031-02-28", 300, 44, ["Oct", "Nov", "Dec", "2031", "Feb"]),
        ("1998", "2035", 300, 44, ["2000", "2010", "2020", "2030"]),
        ("2031-05-12", "2031-09-15", 200, 31, ["12 May", "Jun", "Jul", "Aug", "Sep"]),
        ("2031-05-12", "2036-09-15", 300, 44, ["2032", "2033", "2034", "2035", "2036"]),
        ("2031-05-20", "2031-05-30", 20, 44, ["20 May"]),
        ("0001", "9999", 300, 44, ["1", "2000", "4000", "6000", "8000"]),
    ],
)
def test_ticks_are_the_calendars_own(first: str, last: str, length: float, apart: float, words: list[str]) -> None:
    """The unit of the ticks is the smallest of the calendar's that fits; a segment has one at least."""
    stretches = parted([extent(PartialDate(first), PartialDate(last))])
    (segment,) = scaled(stretches, [length], start=0, gap=0).segments
    found = ticks(segment, apart=apart)
    assert [tick.words for tick in found] == words
    assert all(0 <= tick.place <= length for tick in found)


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("2031-05-04", None, "4 May 2031"),
        ("2031-05-04", "2031-05-09", "May 2031"),
        ("2031-05-04", "2031-07-09", "May–Jul 2031"),
        ("2031", None, "2031"),
        ("2030-12-30", "2031-01-02", "2030–2031"),
        ("9999", None, "9999"),
    ],
)
def test_what_a_segment_is_called(first: str, last: str | None, name: str) -> None:
    """A segment is called by what its dates have in common."""
    assert called(extent(PartialDate(first), PartialDate(last) if last else None)) == name


@given(st.text(), st.floats(20, 400))
def test_words_fit_their_room(text: str, space: float) -> None:
    """Whatever the words, what is kept of them is no wider than the room."""
    words = harmless(text)
    assert width(fitted(words, space, SIZE), SIZE) <= space
    assert all(width(line, SIZE) <= space for line in wrapped(words, space, SIZE))


def test_words_are_cut_between_words() -> None:
    """A title is cut after a whole word, and turned into a line without anything that would turn it round."""
    assert fitted("The delegations dined on eel", 120, SIZE) == "The delegations…"
    assert wrapped("The delegations dined on eel", 120, SIZE) == ("The delegations", "dined on eel")
    assert fitted("Donaudampfschifffahrt", 60, SIZE) == "Donaud…"
    assert harmless("one\ttwo\r\n\u202ethree\x00\u2066 four") == "one two three four"
    assert harmless("\x00\u202e") == "…"
    assert len(harmless("word " * 5000)) <= 400
