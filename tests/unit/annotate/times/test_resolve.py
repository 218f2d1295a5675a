from collections.abc import Mapping
from typing import Any

import pytest

from memcon.annotate.times.meaning import Length, Meaning, Point, Recurring, Shift, Unit, Vague
from memcon.annotate.times.resolve import Resolved, resolve
from memcon.annotate.times.setting import Setting, Told
from memcon.core.calendar_names import holiday, period
from memcon.core.dates import PartialDate
from memcon.core.times import DAY
from memcon.core.timezones import zone_of_words

WEDNESDAY = "2031-05-14"


def at(
    meaning: Meaning,
    published: str | None = WEDNESDAY,
    *,
    tense: int = 0,
    then: str | None = None,
    narrative: str | None = None,
) -> Resolved:
    """What it is in a report published then, after other dates were told."""

    def told(date: str | None) -> Told | None:
        return Told(PartialDate(date), "stated") if date else None

    now = Told(PartialDate(published), "published") if published else None
    setting = Setting(now, told(then), told(narrative), tense, zone_of_words)
    return resolve(meaning, setting)


def value(meaning: Meaning, published: str | None = WEDNESDAY, **known: Any) -> str:
    """Its value in such a report, or why it has none."""
    found = at(meaning, published, **known)
    return found.reason or found.value


NO_REPORT = "Nothing says when the report was written."
NOTHING_BEFORE = "No date is told before it."
MONTH_ONLY = "The date it counts from is known to the month only."
YEAR_ONLY = "The date it counts from is known to the year only."
BEYOND = "It lies outside the calendar."
NO_DATE = "There is no such date."


@pytest.mark.parametrize(
    ("weekday", "past", "unknown", "future"),
    [
        (1, "2031-05-12", "2031-05-12", "2031-05-19"),
        (2, "2031-05-13", "2031-05-13", "2031-05-20"),
        (3, "2031-05-14", "2031-05-14", "2031-05-14"),
        (4, "2031-05-08", "2031-05-15", "2031-05-15"),
        (5, "2031-05-09", "2031-05-16", "2031-05-16"),
        (6, "2031-05-10", "2031-05-17", "2031-05-17"),
        (7, "2031-05-11", "2031-05-11", "2031-05-18"),
    ],
)
def test_weekdays_by_tense(weekday: int, past: str, unknown: str, future: str) -> None:
    """In the past a weekday is the last one, in the future the next, else the nearest; the day itself counts always."""
    point = Point({"weekday": weekday})
    assert [value(point, tense=tense) for tense in (-1, 0, 1)] == [past, unknown, future]


@pytest.mark.parametrize(
    ("fields", "step", "tense", "expected"),
    [
        ({"weekday": 3}, -1, 0, "2031-05-07"),
        ({"weekday": 3}, 1, 0, "2031-05-21"),
        ({"weekday": 3}, 0, 0, "2031-05-14"),
        ({"weekday": 2}, -1, 1, "2031-05-13"),
        ({"weekday": 1}, 1, -1, "2031-05-19"),
        ({"weekday": 1}, 0, -1, "2031-05-12"),
        ({"weekday": 5}, 0, 1, "2031-05-16"),
        ({"weekend": True}, 0, -1, "2031-W19-WE"),
        ({"weekend": True}, 0, 1, "2031-W20-WE"),
        ({"weekend": True}, -1, 0, "2031-W19-WE"),
        ({"weekend": True}, 1, 0, "2031-W20-WE"),
        ({"weekend": True}, None, -1, "2031-W19-WE"),
        ({"month": 5}, -1, 0, "2030-05"),
        ({"month": 5}, 1, 0, "2032-05"),
        ({"month": 5}, None, -1, "2031-05"),
        ({"month": 5}, None, 1, "2031-05"),
        ({"month": 4}, None, 1, "2032-04"),
        ({"month": 4}, None, -1, "2031-04"),
        ({"month": 4}, -1, 0, "2031-04"),
        ({"month": 6}, None, -1, "2031-06"),
        ({"month": 7}, None, -1, "2030-07"),
        ({"month": 6}, None, 0, "2031-06"),
        ({"month": 6}, -1, 0, "2030-06"),
        ({"month": 6}, 1, 0, "2031-06"),
        ({"season": "WI"}, -1, 0, "2030-WI"),
        ({"season": "WI"}, 1, 0, "2031-WI"),
        ({"season": "WI"}, None, -1, "2030-WI"),
        ({"season": "SP"}, 0, 0, "2031-SP"),
        ({"season": "SU"}, None, 1, "2031-SU"),
        ({"quarter": 1}, None, 0, "2031-Q1"),
        ({"half": 2}, None, 1, "2031-H2"),
        ({"month": 5, "day": 14}, None, -1, "2031-05-14"),
        ({"month": 5, "day": 15}, None, 1, "2031-05-15"),
        ({"month": 3, "day": 3}, None, -1, "2031-03-03"),
        ({"month": 3, "day": 3}, None, 1, "2032-03-03"),
        ({"month": 12, "day": 24}, None, -1, "2030-12-24"),
        ({"day": 3}, None, -1, "2031-05-03"),
        ({"day": 31}, None, 1, "2031-05-31"),
        ({"weekday": 5, "day": 13}, None, -1, "2030-12-13"),
        ({"weekday": 5, "day": 13}, None, 1, "2031-06-13"),
        ({"weekday": 3, "day": 14}, None, -1, "2031-05-14"),
        ({"month": 2, "weekday": 7, "nth": 1}, None, -1, "2031-02-02"),
        ({"month": 2, "weekday": 7, "nth": 1}, None, 1, "2032-02-01"),
        ({"month": 5, "weekday": 1, "nth": -1}, None, 1, "2031-05-26"),
    ],
)
def test_what_recurs(fields: Mapping[str, Any], step: int | None, tense: int, expected: str) -> None:
    """“Last” and “next” leave out the stretch that is on, be the tense what it may; “this” goes by tense."""
    assert value(Point(fields, step=step), tense=tense) == expected


def test_friday_the_thirteenth_of_another_month() -> None:
    """“Friday (13)” is the day on which the thirteenth is a Friday; a number that no near Friday has is no date."""
    assert value(Point({"weekday": 5, "day": 13}), "2031-06-14", tense=-1) == "2031-06-13"
    assert value(Point({"weekday": 3, "day": 31}), "2031-05-14", tense=-1) in {"2030-12-31", NO_DATE[:-1] + " near."}


def test_just_ahead_in_the_past_tense() -> None:
    """A day or month told in the past that was most of a year ago, but is ahead by some weeks, is the one ahead."""
    point = Point({"month": 11, "day": 8})
    assert value(point, "2031-11-05", tense=-1) == "2031-11-08"
    assert value(point, "2031-07-05", tense=-1) == "2030-11-08"
    assert value(point, "2031-11-09", tense=-1) == "2031-11-08"


def test_a_leap_day() -> None:
    """29 February is in the last or next leap year, and in no other year."""
    point = Point({"month": 2, "day": 29})
    assert value(point, tense=-1) == "2028-02-29"
    assert value(point, tense=1) == "2032-02-29"
    assert value(Point({"month": 2, "day": 29, "year": 2031})) == NO_DATE
    assert value(Point({"month": 2, "day": 29}), "1899-05-01", tense=1) == "1904-02-29"


def test_weekend_of_a_report_of_that_weekend() -> None:
    """On a Sunday "the weekend" is on, and "last weekend" is the one before."""
    for tense in (-1, 0, 1):
        assert value(Point({"weekend": True}), "2031-05-18", tense=tense) == "2031-W20-WE"
    assert value(Point({"weekend": True}, step=-1), "2031-05-18") == "2031-W19-WE"
    assert value(Point({"weekend": True}, step=1), "2031-05-18") == "2031-W21-WE"


@pytest.mark.parametrize(
    ("count", "unit", "expected", "interval"),
    [
        (-1, "day", "2031-05-13", "2031-05-13"),
        (0, "day", "2031-05-14", "2031-05-14"),
        (1, "week", "2031-W21", "2031-05-19/2031-05-25"),
        (-20, "week", "2030-W52", "2030-12-23/2030-12-29"),
        (-1, "month", "2031-04", "2031-04"),
        (-5, "month", "2030-12", "2030-12"),
        (-1, "quarter", "2031-Q1", "2031-01/2031-03"),
        (1, "season", "2031-SU", "2031-06/2031-09"),
        (-1, "season", "2030-WI", "2030-12/2031-03"),
        (-1, "year", "2030", "2030"),
        (-1, "decade", "202", "2020/2029"),
        (0, "century", "20", "2000/2099"),
        (-1, "night", "2031-05-13", "2031-05-13"),
    ],
)
def test_shifted(count: int, unit: Unit, expected: str, interval: str) -> None:
    """So many days, weeks, months and years from the report are no more precise than these."""
    found = at(Point(shift=Shift(count, unit, "now")))
    assert (found.value, str(found.interval)) == (expected, interval)


@pytest.mark.parametrize(
    ("published", "shift", "expected"),
    [
        ("2027-01-01", Shift(-1, "week", "now"), "2026-W52"),
        ("2026-12-31", Shift(1, "week", "now"), "2027-W01"),
        ("2032-02-29", Shift(-1, "year", "now"), "2031"),
        ("2032-02-29", Shift(-1, "month", "now"), "2032-01"),
        ("0001-01-01", Shift(-1, "day", "now"), BEYOND),
        ("0001-01-01", Shift(-1, "century", "now"), BEYOND),
        ("0001-02-01", Shift(0, "season", "now"), BEYOND),
        ("9999-12-31", Shift(1, "day", "now"), BEYOND),
        ("9999-12-31", Shift(1, "year", "now"), BEYOND),
        ("9999-11-30", Shift(1, "month", "now"), "9999-12"),
        ("2031-05-14", Shift(-100_000, "year", "now"), BEYOND),
        ("2031-05-14", Shift(1e5, "century", "now"), BEYOND),
    ],
)
def test_ends(published: str, shift: Shift, expected: str) -> None:
    """Steps go over the ends of years, and none goes beyond the years 1 to 9999."""
    assert value(Point(shift=shift), published) == expected


def test_what_is_told_within_a_stretch() -> None:
    """Tuesday of next week, the 3rd of last month, the third quarter of last year; 31 June is no date."""
    assert value(Point({"weekday": 2}, Shift(1, "week", "now"))) == "2031-05-20"
    assert value(Point({"day": 3}, Shift(-1, "month", "now"))) == "2031-04-03"
    assert value(Point({"quarter": 3}, Shift(-1, "year", "now"))) == "2030-Q3"
    assert value(Point({"day": 31}, Shift(1, "month", "now"))) == NO_DATE


@pytest.mark.parametrize(
    ("fields", "expected", "interval"),
    [
        ({"year": 2031}, "2031", "2031"),
        ({"year": 1, "month": 1}, "0001-01", "0001-01"),
        ({"year": 9999, "month": 12, "day": 31}, "9999-12-31", "9999-12-31"),
        ({"decade": 199}, "199", "1990/1999"),
        ({"century": 18}, "18", "1800/1899"),
        ({"year": 2031, "season": "WI"}, "2031-WI", "2031-12/2032-03"),
        ({"year": 2031, "fiscal": True}, "FY2031", "2030/2031"),
        ({"year": 2031, "fiscal": True, "quarter": 3}, "FY2031-Q3", "2030/2031-09"),
    ],
)
def test_absolute(fields: Mapping[str, Any], expected: str, interval: str) -> None:
    """What is told with its year needs no report; a fiscal year may have begun in the year before."""
    for published in (None, "1987", WEDNESDAY):
        found = at(Point(fields), published)
        assert (found.value, str(found.interval), found.told, found.absolute) == (expected, interval, None, True)


@pytest.mark.parametrize("published", ["0001-01-01", "0001", "9999"])
def test_fiscal_years_at_the_ends_of_the_calendar(published: str) -> None:
    """The fiscal year of the year 1 begins with it."""
    found = at(Point({"fiscal": True}, Shift(0, "year", "now")), published)
    assert found.value == f"FY{published[:4]}"
    assert found.interval is not None


def test_before_our_era() -> None:
    """Years before our era have a value, and no interval, since no date can be written for them."""
    for fields, expected in (({"year": -594}, "BC0594"), ({"century": -7}, "BC06")):
        found = at(Point(fields))
        assert (found.value, found.interval, found.reason) == (expected, None, "")


@pytest.mark.parametrize(
    ("tens", "published", "expected"),
    [(9, "2031", "199"), (3, "2031", "203"), (3, "2029-12-31", "193"), (0, "2031", "200"), (4, "2031", "194")],
)
def test_decades_without_a_century(tens: int, published: str, expected: str) -> None:
    """“The nineties” are the last that had begun."""
    assert value(Point({"decade_of": tens}), published) == expected


def test_decades_without_a_report() -> None:
    """Without a report's date it is not told which nineties, and before the first ones there are none."""
    assert value(Point({"decade_of": 9}), None) == NO_REPORT
    assert value(Point({"decade_of": 9}), "0001") == NO_DATE


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2031-03-15", "2031-03-12"),
        ("2031-04-20", "2031-03-12"),
        ("2031-11-20", "2031-12-03"),
        ("2031-07-20", "2031"),
        ("2030-12-03", "2031"),
        ("2031-03", "2031"),
        ("2031", "2031"),
        (None, "2031"),
    ],
)
def test_day_and_month_either_way_round(published: str | None, expected: str) -> None:
    """“3/12/31” is whichever of both days is near the report; only the year is known where none is, or no report's day."""
    found = at(Point({"year": 2031, "either": ((3, 12), (12, 3))}), published)
    assert (found.value, str(found.interval)) == (expected, expected)
    assert (found.told is None) == (expected == "2031")


def test_day_and_month_that_are_both_near() -> None:
    """Where both days are near, neither is chosen; where one does not exist, the other is still to be near."""
    point = Point({"year": 2031, "either": ((5, 6), (6, 5))})
    assert value(point, "2031-05-20") == "2031"
    assert value(Point({"year": 2031, "either": ((2, 2), (2, 30))}), "2031-02-01") == "2031-02-02"


@pytest.mark.parametrize(
    ("point", "unresolved", "reason"),
    [
        (Point({"weekday": 2}), "XXXX-WXX-2", NO_REPORT),
        (Point({"weekday": 2}, step=-1), "XXXX-WXX-2", NO_REPORT),
        (Point({"weekend": True}), "XXXX-WXX-WE", NO_REPORT),
        (Point({"month": 5}), "XXXX-05", NO_REPORT),
        (Point({"month": 5, "day": 4}), "XXXX-05-04", NO_REPORT),
        (Point({"season": "SU"}), "XXXX-SU", NO_REPORT),
        (Point({"quarter": 2}), "XXXX-Q2", NO_REPORT),
        (Point({"holiday": holiday("Christmas")}), "XXXX-XX-XX", NO_REPORT),
        (Point(shift=Shift(-1, "week", "now")), "XXXX-WXX", NO_REPORT),
        (Point(shift=Shift(-1, "month", "now")), "XXXX-XX", NO_REPORT),
        (Point(shift=Shift(-1, "year", "now")), "XXXX", NO_REPORT),
        (Point(shift=Shift(0, "day", "now")), "PRESENT_REF", NO_REPORT),
        (Point(shift=Shift(-1, "day", "now")), "XXXX-XX-XX", NO_REPORT),
        (Point(shift=Shift(0, "day", "now"), part="NI"), "XXXX-XX-XXTNI", NO_REPORT),
        (Point(clock=(16, 34)), "XXXX-XX-XXT16:34", NO_REPORT),
        (Point({"weekday": 2}, clock=(16, 34)), "XXXX-WXX-2T16:34", NO_REPORT),
        (Point({"weekday": 2}, part="EV"), "XXXX-WXX-2TEV", NO_REPORT),
        (Point(shift=Shift(-2, "hour", "now")), "XXXX-XX-XXTXX:XX", NO_REPORT),
        (Point(shift=Shift(1, "day", "then")), "XXXX-XX-XX", NOTHING_BEFORE),
        (Point({"month": 5}, Shift(0, "day", "then"), 1), "XXXX-05", NOTHING_BEFORE),
    ],
)
def test_without_a_report(point: Point, unresolved: str, reason: str) -> None:
    """Without a date to count from nothing is guessed: the value has an X for what is not known, and a reason is told."""
    found = at(point, None)
    assert (found.value, found.interval, found.reason, found.told) == (unresolved, None, reason, None)


@pytest.mark.parametrize(
    ("point", "by_month", "by_year"),
    [
        (Point({"weekday": 2}), MONTH_ONLY, YEAR_ONLY),
        (Point({"weekend": True}), MONTH_ONLY, YEAR_ONLY),
        (Point({"month": 3, "day": 4}), MONTH_ONLY, YEAR_ONLY),
        (Point({"month": 2, "weekday": 7, "nth": 1}), MONTH_ONLY, YEAR_ONLY),
        (Point({"holiday": holiday("Christmas")}), MONTH_ONLY, YEAR_ONLY),
        (Point(shift=Shift(0, "day", "now")), MONTH_ONLY, YEAR_ONLY),
        (Point(shift=Shift(-1, "week", "now")), MONTH_ONLY, YEAR_ONLY),
        (Point(clock=(16, 34)), MONTH_ONLY, YEAR_ONLY),
        (Point({"month": 3}), "2031-03", YEAR_ONLY),
        (Point({"month": 5}, step=-1), "2030-05", YEAR_ONLY),
        (Point({"season": "WI"}, step=1), "2031-WI", YEAR_ONLY),
        (Point({"quarter": 3}), "2031-Q3", YEAR_ONLY),
        (Point(shift=Shift(-1, "month", "now")), "2031-04", YEAR_ONLY),
        (Point(shift=Shift(0, "quarter", "now")), "2031-Q2", YEAR_ONLY),
        (Point(shift=Shift(-1, "year", "now")), "2030", "2030"),
        (Point(shift=Shift(-1, "decade", "now")), "202", "202"),
        (Point({"quarter": 3}, Shift(-1, "year", "now")), "2030-Q3", "2030-Q3"),
        (Point({"weekday": 2}, Shift(-1, "week", "now")), MONTH_ONLY, YEAR_ONLY),
    ],
)
def test_a_report_known_to_the_month_or_year(point: Point, by_month: str, by_year: str) -> None:
    """What is counted from a month is no day, and what is counted from a year is no month; else the reason is told."""
    assert value(point, "2031-05") == by_month
    assert value(point, "2031") == by_year


@pytest.mark.parametrize(
    ("clock", "zone", "expected", "interval"),
    [
        ((16, 34), "", "2031-05-14T16:34", "2031-05-14T16:34"),
        ((0, 0), "", "2031-05-14T00:00", "2031-05-14T00:00"),
        ((24, 0), "", "2031-05-14T24:00", "2031-05-15T00:00"),
        ((24, 0), "UTC+3", "2031-05-14T24:00+03:00", "2031-05-15T00:00+03:00"),
        ((16, 34), "GMT", "2031-05-14T16:34Z", "2031-05-14T16:34+00:00"),
        ((16, 34), "UTC-3", "2031-05-14T16:34-03:00", "2031-05-14T16:34-03:00"),
        ((16, 34), "Kathmandu time", "2031-05-14T16:34+05:45", "2031-05-14T16:34+05:45"),
        ((16, 34), "Brenna time", "2031-05-14T16:34", "2031-05-14T16:34"),
    ],
)
def test_clocks(clock: tuple[int, int], zone: str, expected: str, interval: str) -> None:
    """A clock is of the report's day; 24:00 is the midnight that ends it; a zone that is not known adds nothing."""
    found = at(Point(clock=clock, zone=zone))
    assert (found.type, found.value, str(found.interval)) == ("time", expected, interval)


def test_midnight_at_the_end_of_a_month_and_of_the_calendar() -> None:
    """The midnight after 31 December is in the next year, and after the last day there is none."""
    assert str(at(Point({"month": 12, "day": 31, "year": 2031}, clock=(24, 0))).interval) == "2032-01-01T00:00"
    assert value(Point({"month": 12, "day": 31, "year": 9999}, clock=(24, 0))) == BEYOND
    assert value(Point(clock=(24, 0)), "9999-12-31") == BEYOND


def test_a_clock_of_the_day_told_before() -> None:
    """A clock alone is of the day that was told just before it, and only then of the report's."""
    assert value(Point(clock=(9, 15)), then="2031-05-12") == "2031-05-12T09:15"
    assert value(Point(part="EV"), then="2031-05-12") == "2031-05-12TEV"
    assert value(Point(clock=(9, 15))) == "2031-05-14T09:15"
    assert value(Point(clock=(9, 15)), None, then="2031-05-12") == "2031-05-12T09:15"


def test_a_clock_of_no_day() -> None:
    """A clock beside a month says no more than the month."""
    found = at(Point({"month": 5, "year": 2031}, clock=(9, 15)))
    assert (found.value, str(found.interval)) == ("2031-05", "2031-05")


@pytest.mark.parametrize(
    ("shift", "published", "expected", "interval"),
    [
        (Shift(-3, "hour", "now"), "2031-05-14T16:30", "2031-05-14T13", "2031-05-14"),
        (Shift(-20, "minute", "now"), "2031-05-14T00:10+02:00", "2031-05-13T23:50", "2031-05-13"),
        (Shift(10, "hour", "now"), "2031-05-14T16:30", "2031-05-15T02", "2031-05-15"),
    ],
)
def test_hours(shift: Shift, published: str, expected: str, interval: str) -> None:
    """Hours are counted from a moment, over midnight too, and tell the day they end in."""
    found = at(Point(shift=shift), published)
    assert (found.value, str(found.interval)) == (expected, interval)


def test_hours_from_a_day() -> None:
    """From a day alone no hours can be counted, nor beyond the calendar."""
    assert value(Point(shift=Shift(-3, "hour", "now"))) == "The hour it counts from is not known."
    assert value(Point(shift=Shift(-3, "hour", "now")), "0001-01-01T01:00") == BEYOND
    assert value(Point(shift=Shift(1e9, "hour", "now")), "2031-05-14T16:30") == BEYOND


@pytest.mark.parametrize(
    ("point", "narrative", "expected"),
    [
        (Point({"month": 5}), "1962", "1962-05"),
        (Point({"month": 5, "day": 3}), "1962", "1962-05-03"),
        (Point({"month": 5, "day": 3}), "1962-04-30", "1962-05-03"),
        (Point({"month": 2, "day": 29}), "1962", NO_DATE),
        (Point({"month": 2, "day": 29}), "1964", "1964-02-29"),
        (Point({"month": 1}), "1962-12-20", "1963-01"),
        (Point({"season": "SU"}), "1962", "1962-SU"),
        (Point({"quarter": 3}), "1962", "1962-Q3"),
        (Point({"holiday": holiday("Christmas")}), "1962", "1962-12-25"),
        (Point({"weekend": True}), "1962", YEAR_ONLY),
        (Point({"weekday": 2}), "1962-12-20", "2031-05-13"),
        (Point({"month": 5}, step=-1), "1962", "2030-05"),
        (Point(shift=Shift(-1, "year", "now")), "1962", "2030"),
    ],
)
def test_narrative_years(point: Point, narrative: str, expected: str) -> None:
    """In a story of another year a month is that year's; weekdays and what counts from now are not of the story."""
    assert value(point, tense=-1, narrative=narrative) == expected


def test_counted_from_what_was_told() -> None:
    """The next day, the month after and the year before count from the date told before, as precisely as it is known."""
    assert value(Point(shift=Shift(1, "day", "then")), then="2029-12-31") == "2030-01-01"
    assert value(Point(shift=Shift(1, "month", "then")), then="2029-12") == "2030-01"
    assert value(Point(shift=Shift(-1, "year", "then")), then="2029") == "2028"
    assert value(Point(shift=Shift(1, "day", "then")), then="2029-12") == MONTH_ONLY
    assert value(Point({"weekday": 5}, Shift(0, "day", "then"), 1), then="2029-12-31") == "2030-01-04"


def test_ranges() -> None:
    """A range has both ends of the year of its first, and none that runs backwards."""
    point = Point({"month": 5, "day": 3}, last=Point({"month": 5, "day": 7}))
    assert str(at(point).interval) == "2031-05-03/2031-05-07"
    years = Point({"year": 2030}, last=Point({"year": 2031}))
    assert str(at(years, None).interval) == "2030/2031"
    assert value(Point({"year": 2031, "month": 5, "day": 30}, last=Point({"month": 4, "day": 2}))) == NO_DATE
    leap = Point({"year": 2031, "month": 2, "day": 27}, last=Point({"month": 2, "day": 29}))
    assert value(leap) == NO_DATE


def test_holidays() -> None:
    """A holiday is chosen by tense like any day; one whose day moves has the reason."""
    assert value(Point({"holiday": holiday("Christmas")}), tense=-1) == "2030-12-25"
    assert value(Point({"holiday": holiday("Christmas")}, step=1)) == "2031-12-25"
    assert value(Point({"holiday": holiday("Easter"), "year": 2031})) == "2031-04-13"
    assert value(Point({"holiday": holiday("Ramadan")})) == "Its day moves from year to year."


def test_periods() -> None:
    """A period of history is its stretch of years."""
    found = at(Point({"period": period("Cold War")}), None)
    assert found.interval == period("Cold War")
    assert found.absolute


def test_what_has_no_date() -> None:
    """What recurs and what is vague keep their value."""
    assert at(Recurring("XXXX-WXX-2")) == Resolved("set", "XXXX-WXX-2")
    assert at(Vague("PAST_REF")) == Resolved("date", "PAST_REF")


def test_lengths() -> None:
    """A length is a length; one that ends or begins now also has its stretch, counted from the right date."""
    plain = at(Length(((3, "day"),), 3 * DAY, 3 * DAY, DAY))
    assert (plain.type, plain.value, plain.interval, plain.told) == ("duration", "P3D", None, None)
    past = at(Length(((3, "day"),), 3 * DAY, 3 * DAY, DAY, step=-1))
    assert str(past.interval) == "2031-05-11/2031-05-14"
    later = at(Length(((3, "day"),), 3 * DAY, 3 * DAY, DAY, step=1, base="then"), then="2030-01-30")
    assert str(later.interval) == "2030-01-30/2030-02-02"
    assert at(Length(((3, "day"),), 3 * DAY, 3 * DAY, DAY, step=-1), None).interval is None


def test_modifiers_are_kept() -> None:
    """What the value leaves out is beside it."""
    found = at(Point(shift=Shift(0, "year", "now"), modifier="end"))
    assert (found.value, found.modifier) == ("2031", "end")
