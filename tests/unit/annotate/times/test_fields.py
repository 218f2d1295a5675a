from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.annotate.times import calendar
from memcon.annotate.times.calendar import Stretch, containing
from memcon.annotate.times.fields import absolute, distance, inside, moves, occurrences
from memcon.core.calendar_names import Holiday, holiday

WEDNESDAY = date(2031, 5, 14)


def named(name: str) -> Holiday:
    """The holiday of that name."""
    found = holiday(name)
    assert found is not None
    return found


def values(found: list[Stretch]) -> list[str]:
    """As printed."""
    return [one.value() for one in found]


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"year": 2031}, "2031"),
        ({"year": 2031, "month": 5}, "2031-05"),
        ({"year": 2031, "month": 5, "day": 14}, "2031-05-14"),
        ({"year": 2031, "month": 5, "day": 14, "weekday": 3}, "2031-05-14"),
        ({"year": 2031, "season": "WI"}, "2031-WI"),
        ({"year": 2031, "quarter": 3}, "2031-Q3"),
        ({"year": 2031, "half": 1}, "2031-H1"),
        ({"year": 2031, "month": 2, "weekday": 7, "nth": 1}, "2031-02-02"),
        ({"year": 2031, "month": 5, "weekday": 1, "nth": -1}, "2031-05-26"),
        ({"year": 2031, "month": 5, "weekday": 4, "nth": 5}, "2031-05-29"),
        ({"decade": 199}, "199"),
        ({"century": 18}, "18"),
        ({"year": 2032, "month": 2, "day": 29}, "2032-02-29"),
    ],
)
def test_absolute(fields: Mapping[str, Any], value: str) -> None:
    """What is told with its year is one stretch."""
    found = absolute(fields)
    assert found is not None
    assert found.value() == value


@pytest.mark.parametrize(
    "fields",
    [
        {"year": 2031, "month": 2, "day": 29},
        {"year": 2031, "month": 6, "day": 31},
        {"year": 2031, "month": 5, "weekday": 1, "nth": 5},
        {"year": 0},
        {"year": 0, "month": 5},
        {"year": 10000, "month": 5, "day": 14},
        {"year": 10000, "month": 5, "weekday": 1, "nth": 1},
        {"decade": 1000},
        {"century": 100},
        {"year": 1500, "holiday": named("Christmas")},
        {"year": 2031, "holiday": named("Leap Day")},
        {"year": 2031, "holiday": named("Ramadan")},
    ],
)
def test_no_such_date(fields: Mapping[str, Any]) -> None:
    """A day that the year lacks, a year outside the calendar and a holiday that cannot be computed are None."""
    assert absolute(fields) is None


def test_holiday() -> None:
    """A holiday is its day of the year."""
    assert absolute({"year": 2031, "holiday": named("Christmas")}) == calendar.day(2031, 12, 25)
    assert absolute({"year": 2032, "holiday": named("Leap Day")}) == calendar.day(2032, 2, 29)


@pytest.mark.parametrize(
    ("outer", "fields", "value"),
    [
        (containing("week", WEDNESDAY), {"weekday": 1}, "2031-05-12"),
        (containing("week", WEDNESDAY), {"weekday": 7}, "2031-05-18"),
        (containing("week", date(2027, 1, 1)), {"weekday": 1}, "2026-12-28"),
        (containing("month", WEDNESDAY), {"day": 3}, "2031-05-03"),
        (containing("month", date(2031, 2, 1)), {"day": 29}, None),
        (containing("month", date(2032, 2, 1)), {"day": 29}, "2032-02-29"),
        (containing("year", WEDNESDAY), {"month": 11}, "2031-11"),
        (containing("year", WEDNESDAY), {"quarter": 3}, "2031-Q3"),
        (containing("year", WEDNESDAY), {"season": "SU"}, "2031-SU"),
        (containing("year", WEDNESDAY), {"half": 2, "fiscal": True}, "2031-H2"),
        (containing("year", WEDNESDAY), {}, "2031"),
        (containing("week", WEDNESDAY), {}, "2031-W20"),
        (containing("year", WEDNESDAY), {"fiscal": True}, "2031"),
        (containing("year", WEDNESDAY), {"weekday": 1}, None),
        (containing("decade", WEDNESDAY), {"month": 5}, None),
        (containing("week", WEDNESDAY), {"month": 5}, None),
    ],
)
def test_inside(outer: Stretch, fields: Mapping[str, Any], value: str | None) -> None:
    """A weekday is looked for in a week, a day in a month, all else in a year; without fields the whole is meant."""
    found = inside(outer, fields)
    assert (found.value() if found else None) == value


@pytest.mark.parametrize(
    ("fields", "near", "expected"),
    [
        ({"weekday": 3}, WEDNESDAY, ["2031-04-30", "2031-05-07", "2031-05-14", "2031-05-21", "2031-05-28"]),
        ({"month": 5}, WEDNESDAY, ["2029-05", "2030-05", "2031-05", "2032-05", "2033-05"]),
        ({"month": 2, "day": 29}, WEDNESDAY, ["2024-02-29", "2028-02-29", "2032-02-29", "2036-02-29"]),
        ({"month": 2, "day": 29}, date(1899, 5, 1), ["1892-02-29", "1896-02-29", "1904-02-29"]),
        ({"day": 31}, WEDNESDAY, ["2031-03-31", "2031-05-31", "2031-07-31"]),
        ({"season": "WI"}, WEDNESDAY, ["2029-WI", "2030-WI", "2031-WI", "2032-WI", "2033-WI"]),
        ({"weekend": True}, date(2027, 1, 1), ["2026-W51-WE", "2026-W52-WE", "2026-W53-WE", "2027-W01-WE", "2027-W02-WE"]),
        ({"weekday": 5, "day": 13}, WEDNESDAY, ["2030-12-13", "2031-06-13"]),
        ({"weekday": 3, "day": 14}, WEDNESDAY, ["2031-05-14"]),
        ({"month": 2, "weekday": 7, "nth": 1}, date(2031, 2, 1), ["2029-02-04", "2030-02-03", "2031-02-02", "2032-02-01", "2033-02-06"]),
        ({"month": 5}, date(1, 5, 1), ["0001-05", "0002-05", "0003-05"]),
        ({"month": 5}, date.max, ["9997-05", "9998-05", "9999-05"]),
        ({"weekday": 1}, date.min, ["0001-01-01", "0001-01-08", "0001-01-15"]),
        ({"weekday": 5}, date.max, ["9999-12-17", "9999-12-24", "9999-12-31"]),
    ],
)  # fmt: skip
def test_occurrences(fields: Mapping[str, Any], near: date, expected: list[str]) -> None:
    """What recurs is found around a day, in order, as far as the calendar goes."""
    assert values(occurrences(fields, near)) == expected


@given(st.integers(1, 7), st.integers(1, 31), st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_a_weekday_with_its_number(weekday: int, day: int, near: date) -> None:
    """A weekday told with its day of the month is only one that is both, and half a year is looked through."""
    found = occurrences({"weekday": weekday, "day": day}, near)
    assert all((one.first.isoweekday(), one.first.day) == (weekday, day) for one in found)
    assert all(abs(one.first - near) <= timedelta(190) for one in found)


@pytest.mark.parametrize(
    ("name", "moving"),
    [("Ramadan", True), ("Diwali", True), ("Christmas", False), ("Easter", False), ("Leap Day", False)],
)
def test_moves(name: str, moving: bool) -> None:
    """A holiday moves if no year's day can be computed; a leap day is only rare."""
    assert moves({"holiday": named(name)}) is moving
    assert not moves({"month": 5})


@pytest.mark.parametrize(
    ("stretch", "days"),
    [
        (calendar.day(2031, 5, 14), 0),
        (calendar.day(2031, 5, 13), 1),
        (calendar.day(2031, 5, 16), 2),
        (calendar.month(2031, 5), 0),
        (calendar.month(2031, 6), 18),
        (calendar.month(2031, 4), 14),
        (calendar.season(2030, "WI"), 44),
    ],
)
def test_distance(stretch: Stretch, days: int) -> None:
    """Days are counted to the nearest day of a stretch, and within it there are none."""
    assert distance(stretch, WEDNESDAY) == days
