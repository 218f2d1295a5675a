from datetime import UTC, date, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.core.dates import PartialDate, Precision, Relation
from memcon.errors import InvalidDateError

moments = st.builds("{}T{:%H:%M}".format, st.dates(date(2, 1, 1), date(9998, 1, 1)), st.times())
prefixes = st.builds(lambda iso, length: iso[:length], moments, st.sampled_from((4, 7, 10, 16)))
offset_prefixes = prefixes | st.builds(
    "{}{}".format, moments, st.sampled_from(("+00:00", "+14:00", "-12:00", "+05:45", "-03:30"))
)


@pytest.mark.parametrize(
    ("written", "iso", "precision"),
    [
        ("2031", "2031", "year"),
        ("2031-05", "2031-05", "month"),
        (" 2031-05-04 ", "2031-05-04", "day"),
        ("2031-05-04 16:30", "2031-05-04T16:30", "minute"),
        ("2031-05-04T16:30:59", "2031-05-04T16:30", "minute"),
        ("2031-05-04T16:30:59.123Z", "2031-05-04T16:30+00:00", "minute"),
        ("2031-05-04T16:30+0530", "2031-05-04T16:30+05:30", "minute"),
        ("2032-02-29", "2032-02-29", "day"),
    ],
)
def test_a_date_keeps_the_precision_it_was_written_with(written: str, iso: str, precision: Precision) -> None:
    """Nothing is padded; seconds are dropped and offsets written alike."""
    date = PartialDate(written)
    assert (str(date), date.precision) == (iso, precision)


@pytest.mark.parametrize(
    "written",
    [
        "", "May 2031", "31-05-04", "2031-5-4", "2031-13", "2031-02-29", "2031-05-04T25:00", "2031-05-04T16",
        "2031-05-04T16:61", "2031-05-04T16:30+99:00", "2031-05-04T16:30 CET", "0000", "2031-", "٢٠٣١", "2031-05-04x",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(written: str) -> None:
    """A date that does not exist, or is written in words, is an error that repeats what was given."""
    with pytest.raises(InvalidDateError, match="is not a date like") as caught:
        PartialDate(written)
    assert caught.value.value == written


def test_day() -> None:
    """The day of a timestamp is what stands before its time."""
    assert str(PartialDate("2031-05-04T23:30+02:00").day) == "2031-05-04"
    assert str(PartialDate("2031-05").day) == "2031-05"


@pytest.mark.parametrize(
    ("iso", "low", "high"),
    [
        ("2031-05-04T16:30+02:00", datetime(2031, 5, 4, 14, 30, tzinfo=UTC), datetime(2031, 5, 4, 14, 31, tzinfo=UTC)),
        ("2031-05-04", datetime(2031, 5, 3, 10, tzinfo=UTC), datetime(2031, 5, 5, 12, tzinfo=UTC)),
        ("2032-02", datetime(2032, 1, 31, 10, tzinfo=UTC), datetime(2032, 3, 1, 12, tzinfo=UTC)),
        ("2031", datetime(2030, 12, 31, 10, tzinfo=UTC), datetime(2032, 1, 1, 12, tzinfo=UTC)),
    ],
)
def test_bounds(iso: str, low: datetime, high: datetime) -> None:
    """A date without offset may be anywhere's; one with an offset is exact to the minute."""
    assert PartialDate(iso).bounds() == (low, high)


@pytest.mark.parametrize("iso", ["0001-01-01", "0001", "9999", "9999-12-31"])
def test_the_ends_of_the_calendar(iso: str) -> None:
    """Dates that programs write for "unknown" have bounds and compare like any other."""
    low, high = PartialDate(iso).bounds()
    assert low < high
    assert PartialDate(iso).compatible(PartialDate(iso))
    assert not PartialDate(iso).compatible(PartialDate("2031-05-04T16:30+02:00"))


@pytest.mark.parametrize(
    ("left", "right", "both"),
    [
        ("2031-05", "2031-05-04", True),
        ("2031-05-03", "2031-05-04", False),
        ("2031-05-04", "2031-05-04T16:30", True),
        ("2031-05-04T16:30+02:00", "2031-05-04T14:30+00:00", True),
        ("2031-05-04T16:30+02:00", "2031-05-04T16:30+00:00", False),
        ("2031-05-05", "2031-05-04T23:30-05:00", True),
        ("2031-05-07", "2031-05-04T23:30-05:00", False),
    ],
)
def test_compatible(left: str, right: str, both: bool) -> None:
    """Two dates are compatible if some moment has both, whichever is asked."""
    assert PartialDate(left).compatible(PartialDate(right)) is both
    assert PartialDate(right).compatible(PartialDate(left)) is both


@pytest.mark.parametrize(
    ("left", "right", "not_after"),
    [
        ("2031-05-04", "2031-05", True),
        ("2031-05", "2031-05-04", True),
        ("2031-06", "2031-05-04", False),
        ("2031-05-04T16:31", "2031-05-04T16:30", False),
        ("2031-05-04T15:00+00:00", "2031-05-04T16:30+02:00", False),
        ("2031-05-04T16:30+02:00", "2031-05-04T15:00+00:00", True),
    ],
)
def test_not_after(left: str, right: str, not_after: bool) -> None:
    """Order is told as far as both are known; two times with offsets are compared as moments."""
    assert PartialDate(left).not_after(PartialDate(right)) is not_after


@given(prefixes, prefixes)
def test_dates_are_ordered_or_compatible(left: str, right: str) -> None:
    """Of two dates one is not after the other; both ways only if they are compatible."""
    one, other = PartialDate(left), PartialDate(right)
    assert one.not_after(other) or other.not_after(one)
    assert (one.not_after(other) and other.not_after(one)) == one.compatible(other)


@given(prefixes)
def test_a_date_lies_within_every_shorter_prefix_of_it(iso: str) -> None:
    """Writing less of a date never contradicts it."""
    date = PartialDate(iso)
    assert date.precision in get_args(Precision)
    for length in (4, 7, 10):
        low, high = PartialDate(date.iso[:length]).bounds()
        assert low <= date.bounds()[0] < date.bounds()[1] <= high


@given(st.text(max_size=24) | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}"))
def test_any_text_is_a_date_or_refused(written: str) -> None:
    """Nothing that is written makes anything but a date with bounds, or an InvalidDateError."""
    try:
        date = PartialDate(written)
    except InvalidDateError:
        return
    assert date == PartialDate(date.iso)
    assert date.bounds()[0] <= date.bounds()[1]


MIRRORED: dict[Relation, Relation] = {"before": "after", "after": "before"}


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("2031-05", "2031-05", "equal"),
        ("2031-05-04T16:30+02:00", "2031-05-04T14:30+00:00", "equal"),
        ("2031-05-04T23:30-05:00", "2031-05-05T04:30+00:00", "equal"),
        ("2031", "2031-12", "compatible"),
        ("2031-05", "2031-05-04", "compatible"),
        ("2031-05-04", "2031-05-04T16:30", "compatible"),
        ("2031-05-04T16:30", "2031-05-04T16:30+02:00", "compatible"),
        ("2031-05-05", "2031-05-04T23:30-05:00", "compatible"),
        ("2031-05", "2031-04-30T23:30-05:00", "compatible"),
        ("2030", "2031-01-01", "before"),
        ("2031-05-03", "2031-05-04", "before"),
        ("2031-05-04T16:30", "2031-05-04T16:31", "before"),
        ("2031-05-04T16:30+02:00", "2031-05-04T16:30+00:00", "before"),
        ("2031-05-04T23:30+14:00", "2031-05-06", "before"),
        ("0001", "9999-12-31", "before"),
    ],
)
def test_relation(left: str, right: str, relation: Relation) -> None:
    """A month and its day are compatible, moments told in two zones may be equal, and the rest stands in order."""
    assert PartialDate(left).relation(PartialDate(right)) == relation
    assert PartialDate(right).relation(PartialDate(left)) == MIRRORED.get(relation, relation)


@given(offset_prefixes, offset_prefixes)
def test_relations_mirror(left: str, right: str) -> None:
    """One date is before another if and only if that one is after it; being equal or compatible is mutual."""
    one, other = PartialDate(left), PartialDate(right)
    there, back = one.relation(other), other.relation(one)
    assert MIRRORED.get(there, there) == back


@given(offset_prefixes, offset_prefixes)
def test_only_dates_that_cannot_be_one_moment_are_in_order(left: str, right: str) -> None:
    """Two dates are equal or compatible exactly if some moment can have both, and every date equals itself."""
    one, other = PartialDate(left), PartialDate(right)
    assert (one.relation(other) in {"equal", "compatible"}) == one.compatible(other)
    assert one.relation(PartialDate(left)) == "equal"


@given(prefixes, prefixes)
def test_what_is_before_is_not_after(left: str, right: str) -> None:
    """Order by relation is the order of `not_after`."""
    one, other = PartialDate(left), PartialDate(right)
    if one.relation(other) == "before":
        assert one.not_after(other)
        assert not other.not_after(one)
