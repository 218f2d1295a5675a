import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from memcon.core.calendar_names import (
    WEEKDAYS,
    FirstWeekday,
    Fixed,
    FromEaster,
    Moves,
    holiday,
    holiday_words,
    name_words,
    period,
    period_words,
)
from memcon.core.terms import terms
from memcon.language.words import word_ranges
from memcon.testing import marked

Entry = Mapping[str, Any]
VOCABULARY = terms("calendar")
HOLIDAYS: Sequence[Entry] = VOCABULARY["holiday"]
PERIODS: Sequence[Entry] = VOCABULARY["period"]
STATES = {state["name"] for state in terms("states")["state"]}
RULES: Sequence[set[str]] = ({"day"}, {"weekday", "from"}, {"easter"}, {"orthodox"}, {"months"}, set())


def label(entry: Entry) -> str:
    """Its most usual name."""
    return str(entry["words"][0])


def test_keys() -> None:
    """An entry has the keys that the file explains, and no others; a holiday has one rule at most."""
    for entry in HOLIDAYS:
        assert set(entry) - {"words", "states"} in RULES, label(entry)
    for entry in PERIODS:
        assert set(entry) == {"words", "first", "last"}, label(entry)


def test_order() -> None:
    """Entries stand in the order of their first words; periods have no two of the same."""
    assert sorted(map(label, HOLIDAYS), key=str.casefold) == [*map(label, HOLIDAYS)]
    assert sorted(set(map(label, PERIODS)), key=str.casefold) == [*map(label, PERIODS)]


def test_words_are_clean() -> None:
    """No name is empty, padded, written with a curly apostrophe or a dash, or listed twice in one entry."""
    for entry in (*HOLIDAYS, *PERIODS):
        words = entry["words"]
        assert len(set(words)) == len(words) > 0
        assert [word for word in words if re.search("[’‐‑–—]", word) or word != " ".join(word.split())] == []


def test_days_exist() -> None:
    """Days are written as month and day, and exist, if only in leap years."""
    for entry in HOLIDAYS:
        for key in {"day", "from"} & set(entry):
            assert date.fromisoformat(f"2024-{entry[key]}").isoformat().endswith(entry[key]), label(entry)
        assert entry.get("weekday", "Monday") in WEEKDAYS, label(entry)
        assert set(entry.get("months", ())) <= set(range(1, 13)), label(entry)


def test_states() -> None:
    """States are those of the vocabulary, and sorted; in none has a name two days, and everywhere else one at most."""
    days: Counter[tuple[tuple[str, ...], str | None]] = Counter()
    for entry in HOLIDAYS:
        named = entry.get("states", [])
        assert set(named) <= STATES, label(entry)
        assert sorted(set(named)) == named, label(entry)
        days.update((name_words(word), state) for word in entry["words"] for state in named or [None])
    shared = {words for (words, _), count in days.items() if count > 1}
    assert shared == set()


def test_every_name_is_found() -> None:
    """Each name leads to its holiday or period."""
    assert [word for entry in HOLIDAYS for word in entry["words"] if holiday(word) is None] == []
    assert [word for entry in PERIODS for word in entry["words"] if period(word) is None] == []


def test_names_are_of_one_thing() -> None:
    """No name is that of a holiday and of a period, or of two periods."""
    assert set(holiday_words()) & set(period_words()) == set()
    names = Counter(name_words(word) for entry in PERIODS for word in entry["words"])
    assert [name for name, count in names.items() if count > 1] == []


def test_words_are_cut_as_in_texts() -> None:
    """Names are cut where the words of a report are, so that the two can be compared; points aside."""
    for entry in (*HOLIDAYS, *PERIODS):
        for name in entry["words"]:
            text = tuple(name[start:end].casefold().replace(".", "") for start, end in word_ranges(name, 0, len(name)))
            assert text == name_words(name)


def test_periods_run_forward() -> None:
    """A period ends no earlier than it begins."""
    for words, interval in period_words().items():
        assert interval.first is not None, words
        assert interval.last is not None, words
        assert interval.first.not_after(interval.last), words


@pytest.mark.parametrize("example", VOCABULARY["examples"])
def test_examples(example: str) -> None:
    """In an example what is marked is in its table."""
    found = marked(example)
    assert [name for name in found.words("holiday") if holiday(name) is None] == []
    assert [name for name in found.words("period") if period(name) is None] == []


@pytest.mark.parametrize("name", ["Eve", "Monday", "era", "war", "", "day"])
def test_common_words(name: str) -> None:
    """Words that names are made of are no names."""
    assert holiday(name) is None
    assert period(name) is None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("New Year’s Eve", ("new", "year", "'s", "eve")),
        ("Presidents' Day", ("presidents", "'", "day")),
        ("Eid al–Fitr", ("eid", "al", "-", "fitr")),
        ("St. Patrick's Day", ("st", "patrick", "'s", "day")),
        ("9/11", ("9/11",)),
    ],
)
def test_name_words(name: str, words: tuple[str, ...]) -> None:
    """A name is cut at spaces, hyphens and the ending of the genitive; dashes, points and capitals do not count."""
    assert words == name_words(name)


def test_hyphens_may_be_left_out() -> None:
    """A name with a hyphen is also found without it."""
    assert holiday("Eid al Fitr") == holiday("Eid al-Fitr")
    assert period("Iran Iraq War") == period("Iran–Iraq War") == period("Iran-Iraq War")


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("Christmas", Fixed(12, 25)),
        ("Thanksgiving", FirstWeekday(3, 11, 22)),
        ("Good Friday", FromEaster(-2)),
        ("Orthodox Easter", FromEaster(0, orthodox=True)),
        ("Lunar New Year", Moves((1, 2))),
        ("Ramadan", Moves()),
        ("Victory Day", Moves()),
        ("Independence Day", Moves()),
    ],
)
def test_rules(name: str, rule: object) -> None:
    """A rule is of one of four kinds; what every state keeps on its own day has none."""
    found = holiday(name)
    assert found is not None
    assert rule == found.rule()


@pytest.mark.parametrize(
    ("name", "state", "rule"),
    [
        ("Thanksgiving", "Canada", FirstWeekday(0, 10, 8)),
        ("Victory Day", "Russia", Fixed(5, 9)),
        ("Victory Day", "France", Fixed(5, 8)),
        ("Victory Day", "Norway", Moves()),
        ("Christmas", "Serbia", Moves((1, 12))),
        ("Day of Reconciliation", "South Africa", Fixed(12, 16)),
    ],
)
def test_state_decides(name: str, state: str, rule: object) -> None:
    """Some states have their own day of a name."""
    found = holiday(name)
    assert found is not None
    assert rule == found.rule(state)


@pytest.mark.parametrize(
    ("name", "interval"),
    [
        ("WWII", "1939-09-01/1945-09-02"),
        ("Second World War", "1939-09-01/1945-09-02"),
        ("World War One", "1914-07-28/1918-11-11"),
        ("Cold War", "1947/1991"),
        ("Six-Day War", "1967-06-05/1967-06-10"),
        ("Tang dynasty", "0618/0907"),
        ("D-Day", "1944-06-06"),
        ("Sept. 11 attacks", "2001-09-11"),
    ],
)
def test_periods(name: str, interval: str) -> None:
    """A period has its limits, a single day is one."""
    assert interval == str(period(name))
