from collections.abc import Callable
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.annotate.times import calendar
from memcon.annotate.times.calendar import NEEDS, Stretch, containing
from memcon.annotate.times.meaning import Unit

UNITS: tuple[Unit, ...] = (
    "day", "night", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century",
)  # fmt: skip

days = st.dates()


def told(stretch: Stretch | None) -> tuple[str, str] | None:
    """Its value and its interval, as printed."""
    return (stretch.value(), str(stretch.interval())) if stretch else None


@pytest.mark.parametrize(
    ("unit", "day", "value", "interval"),
    [
        ("day", "2031-05-14", "2031-05-14", "2031-05-14"),
        ("night", "2031-05-14", "2031-05-14", "2031-05-14"),
        ("week", "2031-05-14", "2031-W20", "2031-05-12/2031-05-18"),
        ("week", "2031-05-18", "2031-W20", "2031-05-12/2031-05-18"),
        ("week", "2027-01-01", "2026-W53", "2026-12-28/2027-01-03"),
        ("week", "2024-12-30", "2025-W01", "2024-12-30/2025-01-05"),
        ("weekend", "2031-05-14", "2031-W20-WE", "2031-05-17/2031-05-18"),
        ("weekend", "2031-05-18", "2031-W20-WE", "2031-05-17/2031-05-18"),
        ("weekend", "2027-01-01", "2026-W53-WE", "2027-01-02/2027-01-03"),
        ("month", "2032-02-29", "2032-02", "2032-02"),
        ("quarter", "2031-03-31", "2031-Q1", "2031-01/2031-03"),
        ("quarter", "2031-10-01", "2031-Q4", "2031-10/2031-12"),
        ("half", "2031-06-30", "2031-H1", "2031-01/2031-06"),
        ("half", "2031-07-01", "2031-H2", "2031-07/2031-12"),
        ("season", "2031-04-01", "2031-SP", "2031-03/2031-06"),
        ("season", "2031-07-01", "2031-SU", "2031-06/2031-09"),
        ("season", "2031-10-01", "2031-FA", "2031-09/2031-12"),
        ("season", "2031-12-24", "2031-WI", "2031-12/2032-03"),
        ("season", "2032-02-29", "2031-WI", "2031-12/2032-03"),
        ("year", "2031-12-31", "2031", "2031"),
        ("decade", "2030-01-01", "203", "2030/2039"),
        ("decade", "2029-12-31", "202", "2020/2029"),
        ("century", "1999-12-31", "19", "1900/1999"),
        ("century", "2000-01-01", "20", "2000/2099"),
    ],
)
def test_containing(unit: Unit, day: str, value: str, interval: str) -> None:
    """A day is in one stretch of each unit; weeks are ISO's, and a winter is told by the year in which it begins."""
    assert told(containing(unit, date.fromisoformat(day))) == (value, interval)


@pytest.mark.parametrize(
    ("unit", "day", "count", "value"),
    [
        ("day", "2032-02-28", 1, "2032-02-29"),
        ("day", "2031-02-28", 1, "2031-03-01"),
        ("day", "2031-01-01", -1, "2030-12-31"),
        ("week", "2026-12-31", 1, "2027-W01"),
        ("week", "2027-01-04", -1, "2026-W53"),
        ("weekend", "2031-05-14", -1, "2031-W19-WE"),
        ("month", "2031-01-31", 1, "2031-02"),
        ("month", "2031-05-14", -17, "2029-12"),
        ("quarter", "2031-02-01", -1, "2030-Q4"),
        ("half", "2031-08-01", 1, "2032-H1"),
        ("season", "2031-12-01", 1, "2032-SP"),
        ("season", "2031-04-01", -1, "2030-WI"),
        ("year", "2032-02-29", 1, "2033"),
        ("decade", "2031-05-14", -4, "199"),
        ("century", "2031-05-14", -2, "18"),
    ],
)
def test_moved(unit: Unit, day: str, count: int, value: str) -> None:
    """Steps go over the ends of months and years, and 29 February is in the way of none."""
    here = containing(unit, date.fromisoformat(day))
    assert here is not None
    there = here.moved(count)
    assert there is not None
    assert there.value() == value


@pytest.mark.parametrize(
    ("made", "value"),
    [
        (calendar.day(2032, 2, 29), "2032-02-29"),
        (calendar.day(2031, 2, 29), None),
        (calendar.day(2100, 2, 29), None),
        (calendar.day(2000, 2, 29), "2000-02-29"),
        (calendar.day(2031, 4, 31), None),
        (calendar.day(2031, 13, 1), None),
        (calendar.day(2031, 0, 1), None),
        (calendar.day(2031, 5, 0), None),
        (calendar.day(0, 5, 1), None),
        (calendar.day(10000, 5, 1), None),
        (calendar.day(9999, 12, 31), "9999-12-31"),
        (calendar.month(1, 1), "0001-01"),
        (calendar.month(10000, 1), None),
        (calendar.quarter(2031, 4), "2031-Q4"),
        (calendar.half(2031, 2), "2031-H2"),
        (calendar.season(2031, "WI"), "2031-WI"),
        (calendar.season(0, "WI"), None),
        (calendar.year(1), "0001"),
        (calendar.year(9999), "9999"),
        (calendar.year(0), None),
        (calendar.year(10000), None),
    ],
)
def test_there_are_only_dates_that_exist(made: Stretch | None, value: str | None) -> None:
    """A stretch of a day that does not exist, or of another year than 1 to 9999, is None."""
    assert (made.value() if made else None) == value


@pytest.mark.parametrize("unit", UNITS)
def test_the_first_and_the_last_year(unit: Unit) -> None:
    """At the ends of the calendar a stretch ends with it, or is None, and a step beyond it is None."""
    for day in (date.min, date(1, 2, 1), date(9999, 11, 30), date.max):
        here = containing(unit, day)
        if here is not None:
            assert here.first <= here.last
            assert here.value()
            assert str(here.interval())
            assert here.moved(-5_000_000) is None
            assert here.moved(5_000_000) is None


def test_the_last_winter() -> None:
    """The winter that begins in the year 9999 ends with the calendar, and the one before the year 1 is none."""
    last = calendar.season(9999, "WI")
    assert last is not None
    assert last.last == date.max
    assert containing("season", date(1, 1, 5)) is None


@given(st.sampled_from(UNITS), days)
def test_a_stretch_contains_its_days(unit: Unit, day: date) -> None:
    """The stretch found for a day contains it, a weekend apart, which may be still ahead in the day's week."""
    here = containing(unit, day)
    if here is None:
        assert day < date(1, 3, 1) or day > date(9999, 12, 23)
    elif here.unit == "weekend":
        assert here.first - day <= timedelta(5)
        assert here.contains(here.last)
    else:
        assert here.contains(day)
        assert not here.contains(here.last + timedelta(1) if here.last < date.max else here.first - timedelta(1))


@given(st.sampled_from(UNITS), st.dates(date(1000, 1, 1), date(8999, 1, 1)), st.integers(-9, 9))
def test_there_and_back(unit: Unit, day: date, count: int) -> None:
    """So many steps ahead and as many back lead to the same stretch; one step ahead is later, and does not skip a day."""
    here = containing(unit, day)
    there = here.moved(count) if here else None
    assert there is not None
    assert there.moved(-count) == here
    following = there.moved(1)
    assert following is not None
    assert there.first < following.first
    if there.unit not in {"weekend", "season"}:
        assert following.first == there.last + timedelta(1)


@given(st.sampled_from(UNITS), days)
def test_an_interval_is_no_more_precise_than_its_unit(unit: Unit, day: date) -> None:
    """Both ends are known to the day for days and weeks, to the month for months, to the year for what is longer."""
    here = containing(unit, day)
    if here is not None:
        first, last = here.interval().first, here.interval().last
        assert first is not None
        assert last is not None
        assert first.precision == last.precision == NEEDS[here.unit]
        assert first.not_after(last)


def test_every_unit_has_a_need() -> None:
    """Of every unit it is said how precisely a date must be known to count it."""
    assert set(NEEDS) == set(get_args(Unit))


@pytest.mark.parametrize(("make", "count"), [(calendar.month, 12), (calendar.quarter, 4), (calendar.half, 2)])
def test_numbered_stretches_follow_one_another(make: Callable[[int, int], Stretch | None], count: int) -> None:
    """The first of a year follows the last of the year before."""
    last, first = make(2030, count), make(2031, 1)
    assert last is not None
    assert last.moved(1) == first
