"""Since when there was no engagement of its kind, told on different days."""

import pytest

from memcon.core.anchor import Anchor
from memcon.core.dates import PartialDate
from memcon.core.ids import DocumentId
from memcon.core.times import Duration, Interval, Modifier, Time
from memcon.record.precedents import since

HERE = Anchor(DocumentId("d"), 0, 5)


def length(iso: str, modifier: Modifier | None = None) -> Time:
    """An expression for a length of time."""
    return Time(HERE, "duration", iso, "length", modifier=modifier, duration=Duration(iso, 1, 2))


def date(*ends: str) -> Time:
    """An expression for a date or a stretch of the calendar."""
    return Time(HERE, "date", ends[0][:3], "date", interval=Interval(PartialDate(ends[0]), PartialDate(ends[-1])))


def test_seven_years_told_in_2031_are_since_2024() -> None:
    """A report of 2031 that counts back and one of any year that names 2024 tell the same."""
    told = {since(length("P7Y"), PartialDate("2031-05-15")), since(date("2024"), None), since(date("2024-06-03"), None)}
    assert told == {"since 2024"}


@pytest.mark.parametrize(
    ("iso", "published", "found"),
    [
        ("P18M", "2031-05-15", "since 2029"),
        ("P5M", "2031-05-15", "since 2030"),
        ("P3.5Y", "2031-05-15", "since 2027"),
        ("P1DE", "2031-05", "since 2021"),
        ("P1CE", "2031", "since 1931"),
        ("P7Y", "2031", "since 2024"),
    ],
)
def test_lengths_are_counted_back(iso: str, published: str, found: str) -> None:
    """Months, years with a fraction, decades and centuries; to the month where the report's is known."""
    assert since(length(iso), PartialDate(published)) == found


def test_nearly_and_more_than_change_nothing() -> None:
    """A year is as near as such words come."""
    assert since(length("P5Y", "less_than"), PartialDate("2031-05-15")) == "since 2026"


def test_what_cannot_be_counted_back() -> None:
    """An unknown number, weeks, and a length told on an unknown day stay as they are."""
    assert since(length("PXY"), PartialDate("2031-05-15")) == "PXY"
    assert since(length("P6W"), PartialDate("2031-05-15")) == "P6W"
    assert since(length("P7Y"), None) == "P7Y"


def test_a_date_of_many_years() -> None:
    """A decade is no year."""
    assert since(date("1990", "1999"), None) == "since 199"
