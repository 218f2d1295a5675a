"""The vocabulary of issues between states."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

import pytest

from memcon.core.terms import terms
from memcon.testing import marked

Entry = Mapping[str, Any]

ISSUES: list[Entry] = terms("issues")["issue"]
EXAMPLES = [(issue, example) for issue in ISSUES for example in issue["examples"]]


def pattern(term: str) -> re.Pattern[str]:
    """What finds a term or its plural as whole words, in any case unless the term has a capital."""
    plural = rf"{re.escape(term)}(?:s|es)?|{re.escape(term.removesuffix('y'))}ies"
    return re.compile(rf"(?<!\w)(?:{plural})(?!\w)", re.IGNORECASE if term == term.lower() else 0)


def contains(term: str, part: str) -> bool:
    """Whether a term has another one in it as whole words."""
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", term, re.IGNORECASE if part == part.lower() else 0) is not None


def repeated(words: Iterable[str]) -> list[str]:
    """Those that occur more than once."""
    return [word for word, count in Counter(words).items() if count > 1]


def test_enough_issues() -> None:
    """There are at least forty issues."""
    assert len(ISSUES) >= 40


@pytest.mark.parametrize("key", ["name", "label"])
def test_unique(key: str) -> None:
    """No two issues have one name or one label, whatever the case."""
    assert repeated(issue[key].casefold() for issue in ISSUES) == []


def test_names() -> None:
    """A name is what one can type: small letters, with hyphens and single spaces between words."""
    assert [issue["name"] for issue in ISSUES if not re.fullmatch(r"[a-z]+(?:[ -][a-z]+)*", issue["name"])] == []


def test_keys() -> None:
    """An entry has the keys that the file explains, and no others."""
    required = {"name", "label", "about", "terms", "examples"}
    for issue in ISSUES:
        assert required <= set(issue) <= required | {"iptc"}, issue["name"]


def test_iptc() -> None:
    """A media topic is written as agencies write it, and belongs to one issue only."""
    topics = [issue["iptc"] for issue in ISSUES if "iptc" in issue]
    assert [topic for topic in topics if not re.fullmatch(r"medtop:\d{8}", topic)] == []
    assert repeated(topics) == []


def test_about() -> None:
    """Two or three sentences say what an issue is, and no two issues share one."""
    for issue in ISSUES:
        assert 2 <= len(issue["about"]) <= 3, issue["name"]
        assert [sentence for sentence in issue["about"] if not re.fullmatch(r"[A-Z].*\.", sentence)] == []
    assert repeated(sentence for issue in ISSUES for sentence in issue["about"]) == []


def test_enough_terms() -> None:
    """Ten to forty terms show an issue, none of them listed twice."""
    for issue in ISSUES:
        assert 10 <= len(issue["terms"]) <= 40, issue["name"]
        assert repeated(issue["terms"]) == [], issue["name"]


@pytest.mark.parametrize("issue", ISSUES, ids=itemgetter("name"))
def test_terms(issue: Entry) -> None:
    """A term is clean and stands in no other term of its issue, which would find nothing beyond it."""
    for term in issue["terms"]:
        assert re.fullmatch(r"[^\s’]+(?: [^\s’]+)*", term), term
        assert [other for other in issue["terms"] if other != term and contains(other, term)] == [], term


def test_states_are_parties() -> None:
    """No member of the United Nations is a term by its bare name: it is a party before it is a matter."""
    members = {name for state in terms("states")["state"] if state.get("un") == "member" for name in state["names"]}
    assert [(issue["name"], term) for issue in ISSUES for term in issue["terms"] if term in members] == []


def test_enough_examples() -> None:
    """At least three examples of an issue have a term marked, and at least one looks near and has none."""
    for issue in ISSUES:
        with_mark = [example for example in issue["examples"] if marked(example).spans]
        assert len(with_mark) >= 3, issue["name"]
        assert len(issue["examples"]) > len(with_mark), issue["name"]
    assert repeated(example for _, example in EXAMPLES) == []


@pytest.mark.parametrize(
    ("issue", "example"), EXAMPLES, ids=lambda value: "" if isinstance(value, str) else value["name"]
)
def test_example(issue: Entry, example: str) -> None:
    """What is marked is a term of the issue; an example without a mark holds none."""
    text = marked(example)
    assert {span.label for span in text.spans} <= {"issue"}
    known = [pattern(term) for term in issue["terms"]]
    assert [words for words in text.words("issue") if not any(p.fullmatch(words) for p in known)] == []
    if not text.spans:
        assert [p.pattern for p in known if p.search(text.text)] == []
