import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from memcon.core.terms import terms

VOCABULARY = terms("states")
STATES: list[Mapping[str, Any]] = VOCABULARY["state"]
LISTS = ("names", "adjectives", "people", "seats", "buildings", "ambiguous")
MARKED = re.compile(r"\[state:([^\]]+)\]")


def words(state: Mapping[str, Any]) -> set[str]:
    """All that names one state."""
    return {state["name"], *(word for key in LISTS[:-1] for word in state.get(key, ()))}


def found(text: str) -> Iterator[tuple[str, int]]:
    """Every state's word in the text and where it starts, longest first, other things of that name left out."""
    known = {word for state in STATES for word in words(state)}
    longest = sorted(known | set(VOCABULARY["not_states"]), key=lambda word: (-len(word), word))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    return ((match.group(), match.start()) for match in pattern.finditer(text) if match.group() in known)


def by_name(name: str) -> Mapping[str, Any]:
    """The one state of that short name."""
    (state,) = (state for state in STATES if state["name"] == name)
    return state


def test_united_nations() -> None:
    """All 193 members and both observer states of the United Nations are there, and other places beside them."""
    assert {
        standing: count for standing, count in Counter(state.get("un") for state in STATES).items() if standing
    } == {"member": 193, "observer": 2}
    assert {"Taiwan", "Kosovo", "Hong Kong", "Western Sahara"} <= {s["name"] for s in STATES if "un" not in s}


def test_order() -> None:
    """States stand in the order of their names."""
    names = [state["name"] for state in STATES]
    assert sorted(names, key=str.casefold) == names


def test_codes_are_unique() -> None:
    """No two states have one code."""
    assert [code for code, count in Counter(state["code"] for state in STATES).items() if count > 1] == []


def test_keys() -> None:
    """An entry has the keys that the file explains, and no others."""
    required = {"name", "names", "adjectives", "people", "capital", "seats", "code"}
    for state in STATES:
        assert required <= set(state), state["name"]
        assert set(state) <= required | {"buildings", "un", "ambiguous"}, state["name"]


def test_code() -> None:
    """A code is three capitals."""
    for state in STATES:
        assert re.fullmatch("[A-Z]{3}", state["code"]), state["name"]


def test_words_are_clean() -> None:
    """No word is empty, padded, without a letter, written with a curly apostrophe, or listed twice under one key."""
    for state in STATES:
        for key in LISTS:
            listed = state.get(key, [])
            assert len(set(listed)) == len(listed), key
        for word in words(state):
            assert word == " ".join(word.split()), state["name"]
            assert re.search(r"[^\W\d_]", word), word
            assert "’" not in word, state["name"]


def test_names_do_not_repeat_the_name() -> None:
    """The short name is not listed again among the other names."""
    for state in STATES:
        assert state["name"] not in state["names"], state["name"]


def test_capital_is_the_first_seat() -> None:
    """The capital stands for the government, before any other city."""
    for state in STATES:
        assert state["capital"] == state["seats"][0], state["name"]


def test_capital_letters() -> None:
    """Adjectives and people begin with a capital, so that `polish` and `turkey` are never read as states."""
    for state in STATES:
        assert [word for word in (*state["adjectives"], *state["people"]) if not word[0].isupper()] == [], state["name"]


def test_ambiguous_words_are_words_of_the_state() -> None:
    """Only what names the state can be marked ambiguous."""
    for state in STATES:
        assert set(state.get("ambiguous", ())) <= words(state), state["name"]


def test_shared_words_are_ambiguous() -> None:
    """A word that two states share is marked in both; any other word names one state."""
    owners = defaultdict(list)
    for state in STATES:
        for word in words(state):
            owners[word].append(state)
    shared = {word: those for word, those in owners.items() if len(those) > 1}
    assert {"Congo", "Dominican", "Korea"} <= set(shared)
    assert sorted(w for w, those in shared.items() if any(w not in s.get("ambiguous", ()) for s in those)) == []


@pytest.mark.parametrize("name", ["Chad", "Georgia", "Guinea", "Jersey", "Jordan", "Niger", "Turkey"])
def test_names_of_other_things(name: str) -> None:
    """Names that are also persons, rivers, birds or American states do not show a state by themselves."""
    assert name in by_name(name)["ambiguous"]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("U.S.", "United States"),
        ("US", "United States"),
        ("Burma", "Myanmar"),
        ("Swaziland", "Eswatini"),
        ("Czech Republic", "Czechia"),
        ("Türkiye", "Turkey"),
        ("Holy See", "Vatican"),
        ("Nigerien", "Niger"),
        ("Nigerian", "Nigeria"),
        ("Danes", "Denmark"),
        ("Kremlin", "Russia"),
        ("Downing Street", "United Kingdom"),
        ("Élysée", "France"),
        ("The Hague", "Netherlands"),
        ("Kiev", "Ukraine"),
    ],
)
def test_other_words(word: str, name: str) -> None:
    """Abbreviations, older names, spellings, people and houses lead to the state they stand for, and to no other."""
    assert [name] == [state["name"] for state in STATES if word in words(state)]


def test_not_states() -> None:
    """Each name kept out contains a state's word, which is why it is listed, and is no state's word itself."""
    known = {word for state in STATES for word in words(state)}
    contains = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(known)))})(?!\w)")
    listed = VOCABULARY["not_states"]
    assert sorted(set(listed), key=lambda name: (name.casefold(), name)) == listed
    assert [name for name in listed if name in known or not contains.search(name)] == []


def test_enough_examples() -> None:
    """There are at least fifteen examples, all different."""
    assert len(set(VOCABULARY["examples"])) == len(VOCABULARY["examples"]) >= 15


@pytest.mark.parametrize("example", VOCABULARY["examples"])
def test_examples(example: str) -> None:
    """In an example what is marked is found, and nothing else but ambiguous words."""
    ambiguous = {word for state in STATES for word in state.get("ambiguous", ())}
    removed = len("[state:]")
    marked = {(m.group(1), m.start() - removed * n) for n, m in enumerate(MARKED.finditer(example))}
    seen = set(found(MARKED.sub(r"\1", example)))
    assert marked <= seen
    assert {word for word, _ in seen - marked} <= ambiguous
