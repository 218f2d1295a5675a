import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from memcon.core.publishers import owner
from memcon.core.terms import terms

OWNERS: list[Mapping[str, Any]] = list(terms("publishers")["owner"])


def outlets() -> Iterator[Mapping[str, Any]]:
    """Every outlet of every owner."""
    for one in OWNERS:
        yield from one["outlets"]


def found(example: str) -> str | None:
    """The owner of an outlet, or of an address that says no outlet."""
    return owner(None, example) if "://" in example else owner(example)


def test_there_are_many_owners() -> None:
    """At least forty owners of at least two outlets each, in the order of their names, none twice."""
    names = [one["name"] for one in OWNERS]
    assert len(names) >= 40
    assert sorted(set(names), key=str.casefold) == names
    assert all(len(one["outlets"]) >= 2 for one in OWNERS)


@pytest.mark.parametrize("one", OWNERS, ids=lambda one: one["name"])
def test_every_owner_has_examples(one: Mapping[str, Any]) -> None:
    """Each owner's examples are its own, and what looks alike is not."""
    assert one["examples"]
    assert one["sound"]
    assert {example: found(example) for example in one["examples"]} == dict.fromkeys(one["examples"], one["name"])
    assert one["name"] not in {found(alike) for alike in one["sound"]}


@pytest.mark.parametrize("one", OWNERS, ids=lambda one: one["name"])
def test_every_outlet_is_found(one: Mapping[str, Any]) -> None:
    """Each outlet is its owner's by every name and every site it has, an ambiguous one by its sites alone."""
    for outlet in one["outlets"]:
        forms = (outlet["name"], *outlet.get("short", ()))
        wanted = None if outlet.get("ambiguous", False) else one["name"]
        assert {form: owner(form) for form in forms} == dict.fromkeys(forms, wanted)
        for site in outlet["domains"]:
            assert owner(None, f"https://www.{site}/lamps") == owner(outlet["name"], f"http://{site}") == one["name"]


def test_keys() -> None:
    """Entries have the keys that the file explains, and no others."""
    assert {key for one in OWNERS for key in one} == {"name", "outlets", "examples", "sound"}
    assert {key for outlet in outlets() for key in outlet} == {"name", "short", "domains", "ambiguous"}
    assert all(outlet.get("ambiguous", True) is True and outlet["domains"] for outlet in outlets())


def test_sites_are_of_one_outlet() -> None:
    """A site is a plain lower-case host name without `www.`, and leads to one outlet."""
    sites = [site for outlet in outlets() for site in outlet["domains"]]
    assert [site for site in sites if not re.fullmatch(r"(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+", site)] == []
    assert [site for site, count in Counter(sites).items() if count > 1] == []


def test_names_of_outlets_that_agencies_toml_has() -> None:
    """An outlet whose site is in agencies.toml is the same owner's by its name there, unless that is ambiguous."""
    credited = {site: agency["name"] for agency in terms("agencies")["agency"] for site in agency["domains"]}
    for outlet in outlets():
        for site in credited.keys() & outlet["domains"]:
            assert owner(credited[site]) in {None, owner(None, f"https://{site}")}, credited[site]
            assert outlet.get("ambiguous", False) or owner(credited[site]), credited[site]


@pytest.mark.parametrize(
    ("outlet", "url"),
    [
        (None, None),
        ("", ""),
        ("The Hallin Gazette", None),
        ("The Hallin Gazette", "https://www.gazette.example/lamps"),
        ("The Times", "https://thetimes.example/lamps"),
        (None, "https://notbbc.com/news"),
        (None, "https://bbc.com.example/news"),
        (None, "not an address"),
        (None, "http://[half/lamps"),
    ],
)
def test_whoever_is_not_listed_has_no_owner(outlet: str | None, url: str | None) -> None:
    """An outlet nobody listed is only itself, and so is one whose address merely looks like a listed one's."""
    assert owner(outlet, url) is None


def test_the_name_decides_before_the_address() -> None:
    """A listed outlet on another's site is still itself; an unlisted name on a listed site is the site's."""
    assert owner("CBS News", "https://www.bbc.com/news/lamps") == "Paramount"
    assert owner("News desk", "https://www.bbc.com/news/lamps") == "BBC"
