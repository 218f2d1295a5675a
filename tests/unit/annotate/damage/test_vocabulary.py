"""The examples of the vocabulary of damage are tests: what they mark is found, and nothing else."""

import re
from typing import get_args

import pytest

from memcon.annotate.damage.thesaurus import set_names, thesaurus, words_of
from memcon.core.annotation import DamageKind
from memcon.core.terms import terms
from tests.unit.annotate.damage.marks import found, wanted

RULES = terms("damage")["rule"]
LISTS = [("names", "words"), ("terms", "words"), ("usual", "words"), ("offices", "words"), ("given", "words")]


@pytest.mark.parametrize("example", [example for rule in RULES for example in rule.get("examples", ())])
def test_examples(example: str) -> None:
    """What an example marks is found, of that kind and with that suggestion."""
    assert wanted(example) == found(example)


@pytest.mark.parametrize("example", [example for rule in RULES for example in rule.get("sound", ())])
def test_sound(example: str) -> None:
    """What only looks like damage is left alone."""
    assert found(example) == []


def test_rules_are_whole() -> None:
    """Every rule has a kind that there is, a share of right marks, and its evidence; no two have one name."""
    assert len({rule["name"] for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule["kind"] in get_args(DamageKind), rule["name"]
        assert 0.8 <= rule["score"] <= 1.0, rule["name"]
        assert rule["reason"].endswith("."), rule["name"]


@pytest.mark.parametrize(("table", "key"), LISTS)
def test_lists_are_clean(table: str, key: str) -> None:
    """No word is padded or stands twice."""
    words = terms("damage")[table][key]
    assert sorted(set(words)) == sorted(words)
    assert [" ".join(word.split()) for word in words] == list(words)


def test_usual_wordings_are_no_set_names() -> None:
    """What counts as a usual wording besides set names is none of them."""
    known = set(map(words_of, set_names()))
    assert [word for word in terms("damage")["usual"]["words"] if words_of(word) in known] == []


def test_the_table_of_synonyms() -> None:
    """Every word of a set name was looked up; no word is its own synonym; names and synonyms are many."""
    synonyms = thesaurus().synonyms
    words = {word for name in set_names() for word in words_of(name) if re.fullmatch("[a-z]{3,}", word)}
    assert words <= synonyms.keys(), "run training/thesaurus.py again"
    assert [word for word, others in synonyms.items() if word in others] == []
    assert sum(map(len, synonyms.values())) > 5_000
    assert len(set(set_names())) > 500
