import pytest

from memcon.annotate.times.holidays import holiday_date
from memcon.core.calendar_names import Fixed, Holiday, Moves, holiday, holiday_words
from memcon.core.terms import terms


def day(name: str, year: int, state: str | None = None) -> str | None:
    """The day of that name, as printed."""
    named = holiday(name)
    assert named is not None
    found = holiday_date(named, year, state=state)
    return found.isoformat() if found else None


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1900, "1900-04-15", "1900-04-22"),
        (1961, "1961-04-02", "1961-04-09"),
        (2000, "2000-04-23", "2000-04-30"),
        (2008, "2008-03-23", "2008-04-27"),
        (2016, "2016-03-27", "2016-05-01"),
        (2017, "2017-04-16", "2017-04-16"),
        (2021, "2021-04-04", "2021-05-02"),
        (2024, "2024-03-31", "2024-05-05"),
        (2025, "2025-04-20", "2025-04-20"),
        (2038, "2038-04-25", "2038-04-25"),
    ],
)
def test_easter(year: int, western: str, orthodox: str) -> None:
    """Easter is a Sunday of its own in west and east, and in some years the same one."""
    assert western == day("Easter", year)
    assert orthodox == day("Orthodox Easter", year)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ash Wednesday", "2024-02-14"),
        ("Palm Sunday", "2024-03-24"),
        ("Good Friday", "2024-03-29"),
        ("Easter Monday", "2024-04-01"),
        ("Ascension Day", "2024-05-09"),
        ("Whit Monday", "2024-05-20"),
        ("Orthodox Good Friday", "2024-05-03"),
        ("Orthodox Pentecost", "2024-06-23"),
    ],
)
def test_days_about_easter(name: str, expected: str) -> None:
    """Feasts about Easter move with it."""
    assert expected == day(name, 2024)


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("Thanksgiving", 2023, "2023-11-23"),
        ("Thanksgiving", 2024, "2024-11-28"),
        ("Thanksgiving", 2029, "2029-11-22"),
        ("Black Friday", 2024, "2024-11-29"),
        ("Cyber Monday", 2024, "2024-12-02"),
        ("Martin Luther King Day", 2024, "2024-01-15"),
        ("Presidents' Day", 2024, "2024-02-19"),
        ("Victoria Day", 2024, "2024-05-20"),
        ("Columbus Day", 2024, "2024-10-14"),
        ("Remembrance Sunday", 2024, "2024-11-10"),
    ],
)
def test_weekdays(name: str, year: int, expected: str) -> None:
    """A weekday of a month is found, be it the first or the last on which it can fall."""
    assert expected == day(name, year)


@pytest.mark.parametrize(
    ("name", "state", "expected"),
    [
        ("Thanksgiving", "Canada", "2024-10-14"),
        ("Labor Day", "United States", "2024-09-02"),
        ("Memorial Day", "United States", "2024-05-27"),
        ("Memorial Day", "Norway", None),
        ("Mother's Day", "United Kingdom", "2024-03-10"),
        ("Mother's Day", "United States", "2024-05-12"),
        ("Election Day", "United States", "2024-11-05"),
        ("Victory Day", "Russia", "2024-05-09"),
        ("Victory Day", None, None),
        ("Easter", "Greece", None),
        ("Easter", "Norway", "2024-03-31"),
    ],
)
def test_state(name: str, state: str | None, expected: str | None) -> None:
    """The state decides where states differ; a name that may mean two days there has none."""
    assert expected == day(name, 2024, state)


def test_fixed_days() -> None:
    """Days of one date have it every year, the leap day in leap years only."""
    assert day("Christmas", 2031) == "2031-12-25"
    assert day("Leap Day", 2024) == "2024-02-29"
    assert day("Leap Day", 2023) is None
    assert day("Leap Day", 2100) is None


@pytest.mark.parametrize("name", ["Ramadan", "Diwali", "Passover", "Lunar New Year", "Independence Day"])
def test_moving_days(name: str) -> None:
    """A day that is not computed has none."""
    assert day(name, 2024) is None


@pytest.mark.parametrize("year", [-1, 0, 1, 1582, 4100, 9999, 100000])
def test_other_years(year: int) -> None:
    """Years before the Gregorian calendar, and those for which Easter's rule is not made, have no such days."""
    assert holiday_date(Holiday("Boxing Day", Fixed(12, 26)), year) is None


@pytest.mark.parametrize("year", [1583, 2023, 2024, 2100, 4099])
def test_every_holiday(year: int) -> None:
    """Every holiday of the vocabulary that has a rule has a day in every year, in every state, but for the leap day."""
    states = [None, *(state["name"] for state in terms("states")["state"])]
    missing = {
        one.name
        for one in set(holiday_words().values())
        for state in states
        if not isinstance(one.rule(state), Moves) and holiday_date(one, year, state=state) is None
    }
    assert missing <= {"Leap Day"}
