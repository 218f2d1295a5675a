import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.annotate.times.lengths import duration
from memcon.annotate.times.meaning import MINUTES, Length, Unit
from memcon.core.dates import PartialDate, Relation
from memcon.core.times import DAY, HOUR, Duration, Interval, Modifier

DATES = (
    "2030", "2031", "2031-05", "2031-06", "2031-05-03", "2031-05-04", "2031-05-04T16:34", "2031-05-04T16:34+02:00",
    "2031-05-05T23:00-05:00", "2040-12-31",
)  # fmt: skip


def interval(written: str) -> Interval:
    """`2031-05`, `2031/2033`, `2031/..`."""
    first, _, last = written.partition("/")
    ends = [None if one == ".." else PartialDate(one) for one in (first, last or first)]
    return Interval(*ends)


def told(count: float, unit: Unit, modifier: Modifier | None = None) -> Duration:
    """A length in so many units, counted in whole ones, as the annotator makes it of words."""
    size = MINUTES[unit]
    return duration(Length(((count, unit),), count * size, count * size, size, modifier))


intervals = (
    st.tuples(st.sampled_from((*DATES, None)), st.sampled_from((*DATES, None)))
    .filter(any)
    .map(lambda ends: Interval(*(PartialDate(one) if one else None for one in ends)))
)
durations = st.builds(lambda low, more: Duration("P1D", low, low + more), st.floats(0, 1e6), st.floats(0, 1e6))


def test_an_interval_has_an_end() -> None:
    """An interval that neither begins nor ends is refused."""
    with pytest.raises(ValueError, match="needs a first or a last date"):
        Interval(None, None)


@pytest.mark.parametrize("written", ["2031", "2031-05-04T16:34+02:00", "2031-05/2031-07", "2031/..", "../2031-05-04"])
def test_written(written: str) -> None:
    """It is printed as one date, or as two with a slash, and as two points where it is open."""
    assert str(interval(written)) == written


@pytest.mark.parametrize(
    ("written", "single"), [("2031", "2031"), ("2031-05/2031-06", None), ("2031/..", None), ("../2031", None)]
)
def test_single(written: str, single: str | None) -> None:
    """Only what begins and ends with the same date is that date."""
    assert interval(written).single == (PartialDate(single) if single else None)


def test_of() -> None:
    """A date by itself is an interval of that date."""
    assert Interval.of(PartialDate("2031-05")) == interval("2031-05/2031-05")


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("2031-05-04", "2031-05-04", "equal"),
        ("2031-05-04T16:34+02:00", "2031-05-04T14:34+00:00", "equal"),
        ("2031-05-04", "2031-05", "compatible"),
        ("2031-05-04", "2031-05-01/2031-05-07", "compatible"),
        ("2031-05-01/2031-05-04", "2031-05-04/2031-05-07", "compatible"),
        ("2031-05-01/2031-05-03", "2031-05-04/2031-05-07", "before"),
        ("2030-12/2031-02", "2031-02-28", "compatible"),
        ("2030-12/2031-02", "2031-03-01", "before"),
        ("2031-05-03", "2031-05-04", "before"),
        ("2031-06", "2031-05-04", "after"),
        ("2031", "2032/2034", "before"),
        ("2031/..", "2030", "after"),
        ("2031/..", "2099", "compatible"),
        ("../2031", "2032", "before"),
        ("../2031", "1066", "compatible"),
        ("../2031", "2031-12-31/..", "compatible"),
        ("../2030", "2031/..", "before"),
        ("2031/..", "2040/..", "compatible"),
        ("2031/..", "2031/..", "equal"),
        ("../2031", "../1900", "compatible"),
    ],
)
def test_relation(left: str, right: str, relation: Relation) -> None:
    """Intervals that share a moment are compatible, whichever is asked; open ends reach as far as one likes."""
    mirrored: dict[Relation, Relation] = {"before": "after", "after": "before"}
    assert interval(left).relation(interval(right)) == relation
    assert interval(right).relation(interval(left)) == mirrored.get(relation, relation)


@given(intervals, intervals)
def test_relations_mirror(left: Interval, right: Interval) -> None:
    """What is before another has it after itself; being equal or compatible is mutual."""
    mirrored: dict[Relation, Relation] = {"before": "after", "after": "before"}
    if all(one.first is None or one.last is None or one.first.not_after(one.last) for one in (left, right)):
        there, back = left.relation(right), right.relation(left)
        assert mirrored.get(there, there) == back


@given(intervals)
def test_an_interval_equals_itself(one: Interval) -> None:
    """Nothing conflicts with itself."""
    assert one.relation(one) == "equal"


def test_from_one_minute_to_another() -> None:
    """A meeting from 16:34 to 17:09 took 35 minutes, which is "about half an hour" and not "two hours"."""
    took = interval("2031-05-04T16:34+02:00/2031-05-04T17:09+02:00").duration()
    assert took == Duration("PT35M", 35, 35)
    assert took.relation(told(0.5, "hour", "approx")) == "compatible"
    assert took.relation(told(2, "hour")) == "shorter"
    assert told(2, "hour").relation(took) == "longer"


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("2031-05-04T23:30/2031-05-05T00:15", 45),
        ("2031-05-04T16:00+02:00/2031-05-04T16:00+00:00", 120),
        ("2031-05-04T16:00", 0),
    ],
)
def test_minutes(written: str, minutes: float) -> None:
    """Midnight and offsets are counted over; one minute is no time at all."""
    took = interval(written).duration()
    assert took is not None
    assert (took.low, took.high) == (minutes, minutes)


@pytest.mark.parametrize(
    ("written", "iso", "low", "high"),
    [
        ("2031-05-04", "P1D", 0, DAY),
        ("2031-05-04/2031-05-05", "P2D", 0, 2 * DAY),
        ("2031-05-04/2031-05-06", "P3D", DAY, 3 * DAY),
        ("2032-02-28/2032-03-01", "P3D", DAY, 3 * DAY),
        ("2030-12-31/2031-01-01", "P2D", 0, 2 * DAY),
    ],
)
def test_days(written: str, iso: str, low: float, high: float) -> None:
    """Days count whole, the last with the first, though the first may have begun late and the last ended early."""
    assert interval(written).duration() == Duration(iso, low, high)


@pytest.mark.parametrize(
    "written",
    [
        "2031", "2031-05/2031-06", "2031-05-04/..", "../2031-05-04", "2031-05-04/2031-05", "2031-05-04T16:00/2031-05-05",
        "2031-05-04T17:00/2031-05-04T16:00", "2031-05-06/2031-05-04",
    ],
)  # fmt: skip
def test_no_duration(written: str) -> None:
    """What is open, known to the month, told unevenly or back to front has no length."""
    assert interval(written).duration() is None


@pytest.mark.parametrize(("low", "high"), [(-1, 2), (3, 2), (-2, -1)])
def test_a_length_is_not_less_than_none(low: float, high: float) -> None:
    """A length that is negative, or at most less than at least, is refused."""
    with pytest.raises(ValueError, match="needs 0 <= low <= high"):
        Duration("PT1M", low, high)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (told(2, "hour", "less_than"), Duration("PT95M", 95, 95)),
        (told(6, "hour", "approx"), told(5, "hour", "more_than")),
        (told(3, "hour"), told(3, "hour", "less_than")),
        (told(1, "hour"), told(60, "minute")),
        (told(2, "day"), told(48, "hour")),
        (told(1, "week", "approx"), told(6, "day", "more_than")),
        (told(90, "minute"), told(1.5, "hour")),
        (told(2, "hour", "equal_or_more"), told(7, "hour")),
        (told(2, "hour", "equal_or_less"), told(20, "minute")),
        (told(4, "week"), told(1, "month", "approx")),
    ],
)
def test_lengths_that_agree(left: Duration, right: Duration) -> None:
    """Rounded lengths agree with those they may have been rounded from, whichever is asked."""
    assert left.relation(right) in {"equal", "compatible"}
    assert right.relation(left) in {"equal", "compatible"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (Duration("PT35M", 35, 35), told(2, "hour")),
        (told(35, "minute"), told(2, "hour")),
        (told(1, "hour"), told(2, "hour")),
        (told(2, "hour", "less_than"), told(3, "hour")),
        (told(4, "hour", "equal_or_less"), told(5, "hour", "more_than")),
        (told(2, "hour"), told(2, "day")),
        (told(6, "month"), told(2, "year")),
        (told(20, "minute"), told(1, "hour", "equal_or_more")),
    ],
)
def test_lengths_that_conflict(left: Duration, right: Duration) -> None:
    """The shorter of two lengths that cannot be the same is shorter, and the other longer."""
    assert left.relation(right) == "shorter"
    assert right.relation(left) == "longer"


def test_lengths_that_are_equal() -> None:
    """Lengths of the same bounds are equal however they were told."""
    assert Duration("PT60M", HOUR, HOUR).relation(Duration("PT1H", 60, 60)) == "equal"


@given(durations, durations)
def test_lengths_mirror(left: Duration, right: Duration) -> None:
    """Of two lengths one is shorter if and only if the other is longer; agreement is mutual."""
    mirrored = {"shorter": "longer", "longer": "shorter"}
    there, back = left.relation(right), right.relation(left)
    assert mirrored.get(there, there) == back
    assert left.relation(left) == "equal"
