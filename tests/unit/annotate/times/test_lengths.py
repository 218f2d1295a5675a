import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.annotate.times.lengths import duration, window
from memcon.annotate.times.meaning import MINUTES, Length, Unit
from memcon.annotate.times.setting import Told
from memcon.core.dates import PartialDate
from memcon.core.times import DAY, HOUR, YEAR, Modifier


def length(
    count: float | None, unit: Unit, *, modifier: Modifier | None = None, step: int | None = None, grain: float = 1
) -> Length:
    """A length in so many units, counted in steps of `grain` units."""
    size = MINUTES[unit]
    low, high = (count * size, count * size) if count is not None else (2 * size, 20 * size)
    return Length(((count, unit),), low, high, grain * size, modifier, step)


def stretch(made: Length, date: str = "2031-05-14") -> str | None:
    """The stretch that ends or begins with a date, as printed."""
    found = window(made, Told(PartialDate(date), "published"))
    return str(found) if found else None


@pytest.mark.parametrize(
    ("modifier", "low", "high"),
    [
        (None, 1.75, 2.25),
        ("approx", 1.5, 2.5),
        ("less_than", 1.5, 2),
        ("more_than", 2, 3),
        ("equal_or_more", 2, 20),
        ("equal_or_less", 0, 2),
    ],
)
def test_modifiers(modifier: Modifier | None, low: float, high: float) -> None:
    """Two hours may be rounded by a quarter of an hour, about two by a half, and nearly two are less than two."""
    found = duration(length(2, "hour", modifier=modifier))
    assert (found.low, found.high) == (low * HOUR, high * HOUR)


def test_a_round_number_is_rounder() -> None:
    """Thirty days counted in tens may be off by more than 31 counted one by one."""
    assert duration(length(30, "day", grain=10)).low < duration(length(29, "day")).low
    assert duration(length(30, "day", grain=10)).high > duration(length(31, "day")).high


def test_a_range() -> None:
    """From two to three weeks is neither less nor more."""
    made = Length(((2, "week"),), 14 * DAY, 21 * DAY, 7 * DAY)
    assert (duration(made).low, duration(made).high) == (14 * DAY, 21 * DAY)


def test_nothing_is_shorter_than_nothing() -> None:
    """A small number told loosely begins at none."""
    assert duration(length(0.1, "hour", modifier="approx")).low == 0


@pytest.mark.parametrize(
    ("parts", "iso"),
    [
        (((2, "hour"),), "PT2H"),
        (((35, "minute"),), "PT35M"),
        (((0.5, "hour"),), "PT30M"),
        (((0.5, "day"),), "PT12H"),
        (((0.5, "year"),), "P6M"),
        (((2.5, "year"),), "P2.5Y"),
        (((9, "year"), (10, "month")), "P9Y10M"),
        (((1, "day"), (2, "hour"), (5, "minute")), "P1DT2H5M"),
        (((None, "week"),), "PXW"),
        (((None, "hour"),), "PTXH"),
        (((2, "fortnight"),), "P4W"),
        (((3, "quarter"),), "P9M"),
        (((2, "decade"),), "P2DE"),
        (((1, "millennium"),), "P1000Y"),
        (((1500, "day"),), "P1500D"),
    ],
)
def test_written(parts: tuple[tuple[float | None, Unit], ...], iso: str) -> None:
    """A length is written as ISO 8601 does, with X for a number that is not told, and halves in the next smaller unit."""
    assert Length(parts, 0, 1, 1).iso == iso


@pytest.mark.parametrize(
    ("count", "unit", "step", "expected"),
    [
        (3, "day", -1, "2031-05-11/2031-05-14"),
        (3, "day", 1, "2031-05-14/2031-05-17"),
        (20, "day", -1, "2031-04-24/2031-05-14"),
        (2, "night", 1, "2031-05-14/2031-05-16"),
        (1, "week", -1, "2031-05-07/2031-05-14"),
        (2, "week", -1, "2031-04-30/2031-05-14"),
        (2, "week", 1, "2031-05-14/2031-05-28"),
        (1, "fortnight", 1, "2031-05-14/2031-05-28"),
        (2, "month", -1, "2031-03/2031-05-14"),
        (8, "month", 1, "2031-05-14/2032-01"),
        (5, "year", -1, "2026/2031-05-14"),
        (2, "quarter", -1, "2030-10/2031-05-14"),
        (1, "decade", 1, "2031-05-14/2041"),
        (1, "week", 0, "2031-05-12/2031-05-18"),
        (1, "year", 0, "2031"),
        (2, "year", 0, None),
        (None, "year", -1, "../2031-05-14"),
        (None, "day", 1, "2031-05-14/.."),
        (1.5, "year", -1, "../2031-05-14"),
        (3, "hour", -1, None),
        (None, "minute", 1, None),
        (5000, "year", -1, None),
        (100_000, "century", 1, None),
    ],
)
def test_window(count: float | None, unit: Unit, step: int, expected: str | None) -> None:
    """The past two weeks end on the day itself; what is not told is open, and hours or what is too long has no stretch."""
    assert stretch(length(count, unit, step=step)) == expected


def test_a_length_of_two_units_has_no_stretch() -> None:
    """It is only a length."""
    assert stretch(Length(((1, "year"), (2, "month")), YEAR, YEAR, YEAR, step=-1)) is None


@pytest.mark.parametrize(
    ("date", "unit", "expected"),
    [
        ("2031-05", "day", None),
        ("2031-05", "week", None),
        ("2031-05", "fortnight", None),
        ("2031-05", "month", "2031-03/2031-05"),
        ("2031", "month", None),
        ("2031", "year", "2029/2031"),
        ("2031", "decade", "2011/2031"),
        ("2031-05-14T16:30+02:00", "day", "2031-05-12/2031-05-14"),
        ("2031-05-14T16:30", "week", "2031-04-30/2031-05-14"),
    ],
)
def test_the_date_is_known_so_far_only(date: str, unit: Unit, expected: str | None) -> None:
    """A stretch is counted only in units as precise as the date, and its end is not more precise than a day."""
    assert stretch(length(2, unit, step=-1), date) == expected


@pytest.mark.parametrize("date", ["0001-01-01", "0001-01", "0001", "9999", "9999-12", "9999-12-31"])
@pytest.mark.parametrize("unit", list(MINUTES))
@pytest.mark.parametrize("step", [-1, 0, 1])
def test_ends_of_the_calendar(date: str, unit: Unit, step: int) -> None:
    """What reaches beyond the calendar has no stretch or ends with it, and nothing fails."""
    found = window(length(2, unit, step=step), Told(PartialDate(date), "published"))
    if found and found.first and found.last:
        assert found.first.not_after(found.last)


@given(
    st.sampled_from([unit for unit in MINUTES if unit != "millennium"]),
    st.integers(1, 99),
    st.sampled_from(("approx", "less_than", "more_than", "equal_or_more", "equal_or_less", None)),
)
def test_a_modifier_leaves_some_agreement(unit: Unit, count: int, modifier: Modifier | None) -> None:
    """However a number is loosened, it agrees with the number itself."""
    plain, loose = duration(length(count, unit)), duration(length(count, unit, modifier=modifier))
    assert plain.relation(loose) in {"equal", "compatible"}
