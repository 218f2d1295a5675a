from zoneinfo import TZPATH, reset_tzpath

import pytest

from memcon.annotate.times.clocks import localised
from memcon.core.dates import PartialDate
from memcon.core.terms import terms
from memcon.core.timezones import TimeZone


def at(iso: str, zone: str) -> str:
    """The date in the zone, as printed."""
    return localised(PartialDate(iso), TimeZone(zone)).iso


@pytest.mark.parametrize(
    ("zone", "winter", "summer"),
    [
        ("Europe/Oslo", "+01:00", "+02:00"),
        ("Europe/London", "+00:00", "+01:00"),
        ("America/New_York", "-05:00", "-04:00"),
        ("America/St_Johns", "-03:30", "-02:30"),
        ("Asia/Kathmandu", "+05:45", "+05:45"),
        ("Australia/Sydney", "+11:00", "+10:00"),
        ("Europe/Moscow", "+03:00", "+03:00"),
    ],
)
def test_seasons(zone: str, winter: str, summer: str) -> None:
    """A zone's offset is that of the day: in summer where clocks are changed, and the other way round in the south."""
    assert at("2021-01-15T16:34", zone) == f"2021-01-15T16:34{winter}"
    assert at("2021-07-15T16:34", zone) == f"2021-07-15T16:34{summer}"


def test_history() -> None:
    """The offset is the one in force at the time, whatever holds now."""
    assert at("2012-01-15T12:00", "Europe/Moscow") == "2012-01-15T12:00+04:00"


@pytest.mark.parametrize("zone", ["+05:45", "-03:30", "+00:00"])
def test_fixed_offset(zone: str) -> None:
    """An offset is added as it is."""
    assert f"2031-05-04T16:34{zone}" == at("2031-05-04T16:34", zone)


@pytest.mark.parametrize("iso", ["2031", "2031-05", "2031-05-04", "2031-05-04T16:34+02:00", "2031-05-04T16:34-11:00"])
def test_unchanged(iso: str) -> None:
    """A date that is not known to the minute, or has its offset, stays as it is."""
    assert iso == at(iso, "Asia/Tokyo")
    assert iso == at(iso, "+09:00")


def test_skipped_time() -> None:
    """A time that clocks skip has the offset of before the change."""
    assert at("2021-03-28T02:30", "Europe/Oslo") == "2021-03-28T02:30+01:00"


def test_repeated_time() -> None:
    """A time that clocks show twice is the first of the two."""
    assert at("2021-10-31T02:30", "Europe/Oslo") == "2021-10-31T02:30+02:00"


@pytest.mark.parametrize("iso", ["0001-01-01T00:00", "9999-12-31T23:59"])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/New_York", "Etc/GMT-14", "+14:00", "-12:00"])
def test_ends_of_the_calendar(iso: str, zone: str) -> None:
    """The first and the last minute of the calendar stay what they are, with or without an offset."""
    assert at(iso, zone).startswith(iso)


def test_before_standard_time() -> None:
    """A day on which clocks followed the sun, to the second, has no offset."""
    assert at("1850-06-01T12:00", "America/New_York") == "1850-06-01T12:00"


def test_unknown_key() -> None:
    """A zone that the database lacks is the caller's error."""
    with pytest.raises(FileNotFoundError):
        at("2031-05-04T16:34", "Europe/Brenna")


def test_every_state() -> None:
    """The clocks of every state of the vocabulary show some time in winter and summer."""
    for state in terms("timezones")["state"]:
        for iso in ("2021-01-15T12:00", "2021-07-15T12:00"):
            assert len(at(iso, state["zone"])) == len("2021-01-15T12:00+00:00"), state["name"]


def test_machine_is_not_asked() -> None:
    """The machine's own zones are not read: without any of them the answer is the same."""
    own = TZPATH
    reset_tzpath(())
    try:
        assert at("2021-01-15T12:00", "Africa/Nairobi") == "2021-01-15T12:00+03:00"
    finally:
        reset_tzpath(own)
