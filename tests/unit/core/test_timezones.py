import re
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

import pytest

from memcon.core.terms import terms
from memcon.core.timezones import zone_of_place, zone_of_words
from memcon.testing import marked

Entry = Mapping[str, Any]
VOCABULARY = terms("timezones")
STATES = {state["name"]: state for state in terms("states")["state"]}
WORDED: Sequence[Entry] = [*VOCABULARY["abbreviation"], *VOCABULARY["named"]]
KEYS = {
    entry["zone"]
    for table in ("abbreviation", "named", "state", "city")
    for entry in VOCABULARY[table]
    if "zone" in entry
}


def test_every_state() -> None:
    """Every state of the vocabulary of states has one entry, in the same order."""
    assert list(STATES) == [state["name"] for state in VOCABULARY["state"]]


@pytest.mark.parametrize("key", sorted(KEYS))
def test_keys_exist(key: str) -> None:
    """Every zone is a key of the tzdata package."""
    assert files("tzdata").joinpath("zoneinfo", *key.split("/")).read_bytes().startswith(b"TZif")


def test_entries() -> None:
    """An entry has the keys that the file explains, and no others; what is true is written, what is not is left out."""
    for state in VOCABULARY["state"]:
        assert {"name", "zone"} <= set(state) <= {"name", "zone", "one"}, state["name"]
        assert state.get("one", True) is True, state["name"]
    for city in VOCABULARY["city"]:
        assert set(city) == {"words", "zone", "state"}, city["words"]
    for entry in WORDED:
        assert set(entry) - {"states"} in ({"words", "offset"}, {"words", "zone"}), entry["words"]


def test_offsets() -> None:
    """An offset is signed, with hours and minutes, and one that some place keeps."""
    for entry in WORDED:
        if "offset" in entry:
            assert re.fullmatch(r"(\+(0\d|1[0-4])|-(0[1-9]|1[012])):(00|30|45)", entry["offset"]), entry["words"]


def test_states_of_entries() -> None:
    """States are named as in the vocabulary of states, and sorted."""
    for entry in WORDED:
        named = entry.get("states", [])
        assert set(named) <= set(STATES), entry["words"]
        assert sorted(set(named)) == named, entry["words"]
    assert {city["state"] for city in VOCABULARY["city"]} <= set(STATES)


def test_words_are_sorted_and_clean() -> None:
    """Words are sorted, not repeated, not padded, and have straight apostrophes; abbreviations have no points."""
    for entry in (*WORDED, *VOCABULARY["city"]):
        words = entry["words"]
        assert sorted(set(words), key=lambda word: (word.casefold(), word)) == words
        assert [word for word in words if "’" in word or word != " ".join(word.split())] == []
    assert [word for entry in VOCABULARY["abbreviation"] for word in entry["words"] if "." in word] == []


def test_rows_are_sorted() -> None:
    """Tables are sorted: words by words, cities by their states and zones."""
    for table in ("abbreviation", "named"):
        firsts = [entry["words"][0].casefold() for entry in VOCABULARY[table]]
        assert sorted(firsts) == firsts, table
    rows = [(city["state"].casefold(), city["zone"]) for city in VOCABULARY["city"]]
    assert sorted(set(rows)) == rows


def test_one_zone_for_a_city() -> None:
    """A word names one city of a state."""
    places = Counter((city["state"], word) for city in VOCABULARY["city"] for word in city["words"])
    assert [place for place, count in places.items() if count > 1] == []


def test_one_meaning_in_a_state() -> None:
    """Words have one meaning in each state, and at most one everywhere else."""
    for table in ("abbreviation", "named"):
        meanings = Counter(
            (word, state)
            for entry in VOCABULARY[table]
            for word in entry["words"]
            for state in entry.get("states", [None])
        )
        assert [meaning for meaning, count in meanings.items() if count > 1] == []


@pytest.mark.parametrize("example", VOCABULARY["examples"])
def test_examples(example: str) -> None:
    """In an example every marked zone and place has its zone."""
    found = marked(example)
    assert [words for words in found.words("zone") if zone_of_words(words) is None] == []
    assert [name for name in found.words("place") if zone_of_place(name.title()) is None] == []


@pytest.mark.parametrize("name", ["Indonesia", "the ferry", "Hyderabad", ""])
def test_places_without_a_zone(name: str) -> None:
    """A state of several times, an unknown place and a name that cities of different times share have no zone."""
    assert zone_of_place(name) is None


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Oslo", "Europe/Oslo"),
        ("NORWAY", "Europe/Oslo"),
        ("Washington, D.C.", "America/New_York"),
        ("U.K.", "Europe/London"),
        ("Vladivostok", "Asia/Vladivostok"),
        ("St. Petersburg", "Europe/Moscow"),
        ("Ho Chi Minh City", "Asia/Ho_Chi_Minh"),
        ("Nusantara", "Asia/Makassar"),
        ("Côte d’Ivoire", "Africa/Abidjan"),
    ],
)
def test_zone_of_place(name: str, zone: str) -> None:
    """Cities, capitals, seats and states of one time have a zone, whatever their capitals, points and apostrophes."""
    assert zone == zone_of_place(name)


@pytest.mark.parametrize(
    ("name", "state", "zone"),
    [
        ("Hyderabad", "Pakistan", "Asia/Karachi"),
        ("Hyderabad", "India", "Asia/Kolkata"),
        ("Hamilton", "Bermuda", "Atlantic/Bermuda"),
        ("Paris", "United States", None),
        ("Indonesia", "Indonesia", None),
    ],
)
def test_state_decides_place(name: str, state: str, zone: str | None) -> None:
    """The state says which place of a name is meant; a place that is not known to lie in it has no zone."""
    assert zone == zone_of_place(name, state=state)


def test_congo() -> None:
    """A name of two states, of which one keeps several times, has no zone."""
    assert zone_of_place("Congo") is None
    assert zone_of_place("Congo", state="Republic of Congo") == "Africa/Brazzaville"


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("GMT", "+00:00"),
        ("G.M.T.", "+00:00"),
        ("Z", "+00:00"),
        ("EDT", "-04:00"),
        ("ET", "America/New_York"),
        ("eastern time", "America/New_York"),
        ("Central European Summer Time", "+02:00"),
        ("Nairobi time", "Africa/Nairobi"),
        ("Israeli time", "Asia/Jerusalem"),
        ("GMT+8", "+08:00"),
        ("UTC-03:30", "-03:30"),
        ("UTC −5", "-05:00"),
        ("UTC+5:45", "+05:45"),
        ("gmt +3 hours", "+03:00"),
        ("+0300", "+03:00"),
        ("-00:00", "+00:00"),
    ],
)
def test_zone_of_words(words: str, zone: str) -> None:
    """Abbreviations, names, offsets and places with "time" mean an offset, or a zone where the day decides."""
    assert zone == zone_of_words(words)


@pytest.mark.parametrize(
    "words",
    ["art", "eat", "local time", "Russian time", "Oslo", "+3", "+300", "UTC+15", "UTC-13", "GMT+5:75", "time", ""],
)
def test_no_zone(words: str) -> None:
    """Common words, local time, states of several times, bare places and offsets that nobody keeps name no zone."""
    assert zone_of_words(words) is None


@pytest.mark.parametrize("words", ["AST", "BST", "CST", "IST"])
def test_ambiguous_words(words: str) -> None:
    """An abbreviation of several meanings means nothing while the state is unknown, or is none of theirs."""
    assert zone_of_words(words) is None
    assert zone_of_words(words, state="Norway") is None


@pytest.mark.parametrize(
    ("words", "state", "zone"),
    [
        ("CST", "China", "+08:00"),
        ("CST", "Mexico", "-06:00"),
        ("CST", "Cuba", "-05:00"),
        ("IST", "India", "+05:30"),
        ("IST", "Ireland", "+01:00"),
        ("IST", "Israel", "+02:00"),
        ("BST", "United Kingdom", "+01:00"),
        ("BST", "Bangladesh", "+06:00"),
        ("EST", "Norway", "-05:00"),
        ("EST", "Australia", "+10:00"),
        ("Eastern time", "Australia", "Australia/Sydney"),
    ],
)
def test_state_decides_words(words: str, state: str, zone: str) -> None:
    """The state says which meaning holds; where it has none of its own, that of everywhere else does."""
    assert zone == zone_of_words(words, state=state)
