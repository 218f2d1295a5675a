"""The calendar of what is ahead, read back by the library that wrote it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as Read

from memcon.core.brief import Moment
from memcon.core.dates import PartialDate
from memcon.present.ical import calendar
from tests.unit.present import ferry_accord

NOTES = ferry_accord.notes()
MOMENTS = ferry_accord.moments()
MADE = calendar(MOMENTS, NOTES)
PLAN = next(moment for moment in MOMENTS if "trial crossing" in moment.title)


def events(text: str) -> list[Any]:  # Any: icalendar's properties have no types
    """The events of a file, in its order."""
    return list(Read.from_ical(text).walk("VEVENT"))


def event(of: Moment) -> Any:
    """The one event that a moment gives."""
    (only,) = events(calendar([of], NOTES).text)
    return only


def dated(first: str, last: str | None = None, status: str = "planned") -> Moment:
    """A plan with these dates."""
    return replace(PLAN, date=PartialDate(first), end=PartialDate(last) if last else None, status=status)


def test_only_what_is_ahead_is_in_it() -> None:
    """Plans and possibilities are events, what was held or said is none, and what has no day is counted."""
    titles = {str(one["SUMMARY"]) for one in events(MADE.text)}
    ahead = {moment.title for moment in MOMENTS if moment.status in {"planned", "tentative"}}
    assert titles < ahead
    assert (MADE.events, MADE.left) == (len(titles), 4)
    assert ahead - titles == {
        "The remaining berths are to be dredged this month.",
        "The accord goes to both councils for ratification.",
        "A second ferry could be ordered next year.",
        "The loan falls due.",
    }


@pytest.mark.parametrize(
    ("moment", "start", "end"),
    [
        (dated("2031-05-20"), date(2031, 5, 20), date(2031, 5, 21)),
        (dated("2031-05-14", "2031-05-16"), date(2031, 5, 14), date(2031, 5, 17)),
        (dated("2031-05-14T09:00+02:00", "2031-05-16"), date(2031, 5, 14), date(2031, 5, 17)),
        (dated("2031-05-20T12:00+02:00"), datetime(2031, 5, 20, 10, 0, tzinfo=UTC), None),
        (
            dated("2031-05-20T12:00+02:00", "2031-05-20T14:30+02:00"),
            datetime(2031, 5, 20, 10, 0, tzinfo=UTC),
            datetime(2031, 5, 20, 12, 30, tzinfo=UTC),
        ),
        (dated("2031-05-20T12:00"), datetime(2031, 5, 20, 12, 0), None),  # noqa: DTZ001 - nobody says where
        (dated("9999-12-31"), date(9999, 12, 31), None),
        (dated("2031-05-20", "2031-05-18"), date(2031, 5, 20), date(2031, 5, 21)),
    ],
)
def test_when_an_event_is(moment: Moment, start: date, end: date | None) -> None:
    """A day lasts all day and ends before the next; a time is in UTC, or local where its offset is not told."""
    made = event(moment)
    assert made["DTSTART"].dt == start
    assert (made["DTEND"].dt if "DTEND" in made else None) == end


@pytest.mark.parametrize("first", ["2031", "2031-06"])
def test_a_month_is_no_day(first: str) -> None:
    """What is dated to the month or the year, at either end, is left out and counted."""
    assert calendar([dated(first), dated("2031-05-01", first)], NOTES).left == 2


def test_what_an_event_says() -> None:
    """An event has the title, how sure it is, and who says so; it is named after its entry."""
    made = event(PLAN)
    assert str(made["UID"]) == f"{PLAN.entry}@memcon"
    assert str(made["SUMMARY"]) == "The first trial crossing is planned."
    assert (str(made["STATUS"]), str(event(replace(PLAN, status="tentative"))["STATUS"])) == ("CONFIRMED", "TENTATIVE")
    description = str(made["DESCRIPTION"])
    assert description.startswith("4 independent, 4 reports.\n")
    assert "Harbour Post: " in description


def test_the_stamp_is_the_latest_reports() -> None:
    """The stamp is when the latest report that tells it was published, so that no clock shows in the file."""
    assert event(PLAN)["DTSTAMP"].dt == datetime(2031, 5, 9, tzinfo=UTC)
    undated = [replace(note, published=None) for note in NOTES]
    (made,) = events(calendar([PLAN], undated).text)
    assert made["DTSTAMP"].dt == datetime(1970, 1, 1, tzinfo=UTC)
    assert calendar(MOMENTS, NOTES) == MADE


@given(st.text() | st.just("\r\nEND:VEVENT\r\nBEGIN:VALARM\u202e;,\\\x00\x1b"))
def test_hostile_titles_stay_titles(title: str) -> None:
    """Whatever a title contains, the file has one event, and no line of it is the title's own."""
    text = calendar([replace(PLAN, title=title)], NOTES).text
    (made,) = events(text)
    assert [line for line in text.split("\r\n") if line.startswith(("BEGIN:", "END:"))] == [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    assert made["DTSTART"].dt == date(2031, 5, 20)
    assert not set("\x00\x1b\u202e") & set(text)


def test_an_endless_title_is_cut() -> None:
    """Of a title of ten thousand letters a calendar shows the beginning."""
    assert len(str(event(replace(PLAN, title="Sound " * 2000))["SUMMARY"])) <= 201
