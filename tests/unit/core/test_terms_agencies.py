import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

import pytest

from memcon.core.terms import terms

VOCABULARY = terms("agencies")
AGENCIES: list[Mapping[str, Any]] = VOCABULARY["agency"]
STATES = {state["name"] for state in terms("states")["state"]}
MARKED = re.compile(r"\[agency:([^\]]+)\]")


def forms(agency: Mapping[str, Any]) -> set[str]:
    """All by which one outlet is credited in words."""
    return {agency["name"], *agency["short"]}


def found(text: str) -> set[tuple[str, int]]:
    """Every form and site in the text and where it starts, longest first."""
    known = {form for agency in AGENCIES for form in (*forms(agency), *agency["domains"])}
    longest = sorted(known, key=lambda form: (-len(form), form))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    return {(match.group(), match.start()) for match in pattern.finditer(text)}


def test_kinds() -> None:
    """There are at least eighty agencies in the narrow sense, and broadcasters and newspapers beside them."""
    kinds = Counter(agency["kind"] for agency in AGENCIES)
    assert {"agency", "broadcaster", "newspaper"} == set(kinds)
    assert kinds["agency"] >= 80


def test_order() -> None:
    """Outlets stand in the order of their names, and no name comes twice."""
    names = [agency["name"] for agency in AGENCIES]
    assert sorted(set(names), key=lambda name: (name.casefold(), name)) == names


def test_keys() -> None:
    """An entry has the keys that the file explains, and no others; `official` is there only when true."""
    required = {"name", "short", "kind", "state", "domains"}
    for agency in AGENCIES:
        assert required <= set(agency), agency["name"]
        assert set(agency) <= required | {"official", "ambiguous"}, agency["name"]
        assert agency.get("official", True) is True, agency["name"]


def test_state() -> None:
    """An outlet's state is one of the states' vocabulary."""
    for agency in AGENCIES:
        assert agency["state"] in STATES, agency["name"]


def test_forms_are_clean() -> None:
    """No form is empty, padded, repeated, or the name once more."""
    for agency in AGENCIES:
        assert len(set(agency["short"])) == len(agency["short"]), agency["name"]
        assert agency["name"] not in agency["short"], agency["name"]
        for form in forms(agency):
            assert form == " ".join(form.split()), agency["name"]
            assert re.search(r"[^\W\d_]", form), form


def test_domains() -> None:
    """A site is a plain lower-case host name without `www.`."""
    for agency in AGENCIES:
        for domain in agency["domains"]:
            assert re.fullmatch(r"(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+", domain), agency["name"]


def test_ambiguous_forms_are_forms_of_the_outlet() -> None:
    """Only what credits the outlet can be marked ambiguous."""
    for agency in AGENCIES:
        assert set(agency.get("ambiguous", ())) <= forms(agency), agency["name"]


def test_domains_are_unique() -> None:
    """A site leads to one outlet."""
    domains = Counter(domain for agency in AGENCIES for domain in agency["domains"])
    assert [domain for domain, count in domains.items() if count > 1] == []


def test_shared_forms_are_ambiguous() -> None:
    """A form that two outlets share is marked in both; any other form credits one outlet."""
    owners = defaultdict(list)
    for agency in AGENCIES:
        for form in forms(agency):
            owners[form].append(agency)
    shared = {form: those for form, those in owners.items() if len(those) > 1}
    assert {"ABC", "APA", "CNA"} <= set(shared)
    assert sorted(f for f, those in shared.items() if any(f not in a.get("ambiguous", ()) for a in those)) == []


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("AP", "The Associated Press"),
        ("AFP", "Agence France-Presse"),
        ("DPA", "Deutsche Presse-Agentur"),
        ("dpa", "Deutsche Presse-Agentur"),
        ("Itar-Tass", "TASS"),
        ("RFE/RL", "Radio Free Europe/Radio Liberty"),
        ("WaPo", "The Washington Post"),
        ("Kyodo", "Kyodo News"),
    ],
)
def test_short_forms(form: str, name: str) -> None:
    """A short form leads to the outlet it stands for, and to no other."""
    assert [name] == [agency["name"] for agency in AGENCIES if form in forms(agency)]


@pytest.mark.parametrize("form", ["Dawn", "Time", "CNS", "MENA", "PA"])
def test_words_of_other_meaning(form: str) -> None:
    """Common words and acronyms of other things count only where a credit stands."""
    (agency,) = (agency for agency in AGENCIES if form in forms(agency))
    assert form in agency["ambiguous"]


@pytest.mark.parametrize(
    ("form", "official"), [("Xinhua", True), ("KCNA", True), ("TASS", True), ("Reuters", False), ("BBC", False)]
)
def test_official(form: str, official: bool) -> None:
    """Outlets that a government runs are told from those with editors of their own."""
    (agency,) = (agency for agency in AGENCIES if form in forms(agency))
    assert official is agency.get("official", False)


def test_enough_examples() -> None:
    """There are at least fifteen examples, all different."""
    assert len(set(VOCABULARY["examples"])) == len(VOCABULARY["examples"]) >= 15


@pytest.mark.parametrize("example", VOCABULARY["examples"])
def test_examples(example: str) -> None:
    """In an example what is marked is found, and nothing else but ambiguous forms."""
    ambiguous = {form for agency in AGENCIES for form in agency.get("ambiguous", ())}
    removed = len("[agency:]")
    marked = {(m.group(1), m.start() - removed * n) for n, m in enumerate(MARKED.finditer(example))}
    seen = found(MARKED.sub(r"\1", example))
    assert marked <= seen
    assert {form for form, _ in seen - marked} <= ambiguous
