"""What expressions leave out because the one beside them tells it."""

import pytest

from memcon.annotate import annotate
from memcon.language import load
from memcon.testing.builders import document


def values(text: str, published: str = "2031-05-14") -> list[str]:
    """The value of every expression."""
    made = document(text, published=published)
    reading, _ = load().read(made)
    return [time.value for time in annotate(made, reading)[0].times]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The siege lasted from 4 March to 12 April 2029.", ["2029-03-04", "2029-04-12"]),
        ("The strike ran from November 3 to April 19, 2030.", ["2029-11-03", "2030-04-19"]),
        ("Rain fell in January and February 2029.", ["2029-01", "2029-02"]),
        ("They spoke between 22:00 and midnight on Sunday.", ["2031-05-11T22:00", "2031-05-11T24:00"]),
    ],
)
def test_what_is_told_once_for_two(text: str, wanted: list[str]) -> None:
    """The year, or the day of a clock."""
    assert values(text) == wanted


def test_what_is_told_of_each() -> None:
    """Two dates of which each tells its own year, and two that no word joins, share nothing."""
    assert values("They met on 3 March 2028 and 4 April 2029.") == ["2028-03-03", "2029-04-04"]
    assert values("The vote of 3 March was annulled, and that of 4 April 2029 was not.")[0] == "2031-03-03"


def test_one_moment_on_two_clocks() -> None:
    """The zone in brackets is that of the clock in brackets alone, and the day after them that of both."""
    moments = ["2031-05-12T21:00", "2031-05-12T19:00Z", "2031-05-12"]
    assert values("The talks opened at 9 p.m. (1900 GMT) on Monday.") == moments


def test_a_day_within_the_brackets() -> None:
    """It is not the day of the clock before them, which may be another."""
    assert values("The blast was heard at 1 a.m. (2300 GMT on Monday).") == ["2031-05-14T01:00", "2031-05-12T23:00Z"]


def test_a_night_runs_into_the_next_day() -> None:
    """A clock of the small hours after one of the evening."""
    assert values("The fire broke out at 23:40 on Sunday. It was out at 00:15.") == [
        "2031-05-11T23:40",
        "2031-05-12T00:15",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They met last week. The next day they left.", "XXXX-XX-XX"),
        ("They met last week. The following week they left.", "2031-W20"),
        ("They met on 5-7 May. Two days later they left.", "2031-05-09"),
        ("They met over the weekend. The following day they left.", "XXXX-XX-XX"),
    ],
)
def test_counting_from_several_days(text: str, wanted: str) -> None:
    """Of a week no day is known to count from; of a range, what is later is later than its end."""
    assert values(text)[-1] == wanted
