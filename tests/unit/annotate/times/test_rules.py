"""The rules of `core/terms/times.toml`: every example of the file, and the file itself.

Each example is read with memcon's own model, as published on Wednesday, 14 May 2031.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

import pytest

from memcon.annotate.times import grammar
from memcon.annotate.times.lexicon import lexicon
from memcon.annotate.times.operations import OPERATIONS
from memcon.core.terms import terms
from memcon.testing import annotated, document, marked

TIMES = terms("times")
RULES: Sequence[Mapping[str, Any]] = TIMES["rule"]
BESIDE = ("behind", "not_behind", "ahead", "not_ahead")
ENTRIES: Mapping[str, Mapping[str, Any]] = {
    **{table: TIMES[table] for table in ("capitals", "years", "tense", "ahead", "prepositions")},
    **{f"{rule['name']}-{number}": rule for number, rule in enumerate(RULES)},
}
NAMED = {"holiday", "period"}
"""Classes whose words are in `core/terms/calendar.toml`."""
PUBLISHED = "2031-05-14"

Expression = tuple[str, int, str, str]


def every_example() -> list[Any]:
    """Every example of the file; of a rule, by its name and its number."""
    return [
        pytest.param(example, id=f"{name}-{n}")
        for name, entry in ENTRIES.items()
        for n, example in enumerate(entry["examples"], 1)
    ]


def classes(rule: Mapping[str, Any]) -> set[str]:
    """The classes and kinds that a rule names."""
    beside = {name for key in BESIDE for name in rule.get(key, ())}
    return beside | set(re.findall(r"[a-z_]+", re.sub(r"[a-z_]+:", "", rule["pattern"])))


class Read(NamedTuple):
    """What an example marks and what is found in it, each by words, place, type and value; and the rules applied."""

    marked: list[Expression]
    found: list[Expression]
    rules: frozenset[int]


@pytest.fixture(scope="module")
def read() -> Iterator[Callable[[str], Read]]:
    """A reader of examples that notes which rules, by their numbers in the file, made something."""
    alphabet, steps = grammar.grammar()
    applied: set[int] = set()

    def noting(number: int, rule: grammar.Rule) -> grammar.Rule:
        def make(parts: Mapping[str, Any]) -> Any:
            meaning = rule.make(parts)
            if meaning is not None:
                applied.add(number)
            return meaning

        return replace(rule, make=make)

    @cache
    def told(example: str) -> Read:
        applied.clear()
        marks = marked(example)
        report = document(marks.text, published=PUBLISHED)
        annotations, problems = annotated(report)
        assert problems == ()
        return Read(
            [(marks.text[span.start : span.end], span.start, span.label, span.value) for span in marks.spans],
            [(time.anchor.text(report.text), time.anchor.start, time.type, time.value) for time in annotations.times],
            frozenset(applied),
        )

    count = iter(range(len(RULES)))
    noted = tuple(tuple(noting(next(count), rule) for rule in rules) for rules in steps)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grammar, "grammar", lambda: (alphabet, noted))
        yield told


@pytest.mark.parametrize("example", every_example())
def test_examples(example: str, read: Callable[[str], Read]) -> None:
    """What an example marks is found, and nothing else."""
    assert read(example).found == read(example).marked


def test_rules_are_needed(read: Callable[[str], Read]) -> None:
    """Every rule makes something of one of its own examples."""
    idle = [
        f"{number}: {rule['name']}"
        for number, rule in enumerate(RULES)
        if all(number not in read(example).rules for example in rule["examples"])
    ]
    assert idle == []


def test_rules_have_examples() -> None:
    """A rule has two examples at least, and no example stands twice."""
    assert [rule["name"] for rule in RULES if len(rule["examples"]) < 2] == []
    every = Counter(example for entry in ENTRIES.values() for example in entry["examples"])
    assert [example for example, count in every.items() if count > 1] == []


def test_rule_keys() -> None:
    """A rule has the keys that the file explains, and an operation that exists."""
    needed = {"name", "step", "pattern", "make", "as", "examples"}
    for rule in RULES:
        assert needed <= set(rule) <= needed | set(BESIDE), rule["name"]
        assert rule["make"] in OPERATIONS, rule["name"]


def test_rules_differ() -> None:
    """No two rules are the same sequence in the same place."""
    places = Counter((rule["pattern"], *(tuple(rule.get(key, ())) for key in BESIDE)) for rule in RULES)
    assert [pattern for (pattern, *_), count in places.items() if count > 1] == []


def test_steps_ascend() -> None:
    """Rules stand in the order in which they are tried."""
    steps = [rule["step"] for rule in RULES]
    assert steps == sorted(steps)


def test_classes_exist() -> None:
    """Every class that a rule or a table names is a list of words, a shape of digits or what an earlier rule makes."""
    known = {*TIMES["words"], *NAMED, *(name for shape in grammar._SHAPES for name in shape)}
    for rule in RULES:
        made = {earlier["as"] for earlier in RULES if earlier["step"] < rule["step"]}
        assert classes(rule) <= known | made | {"edge", "thing"}, rule["name"]
    assert set(TIMES["told"]["kinds"]) <= {rule["as"] for rule in RULES}
    assert {*TIMES["capitals"]["classes"], *TIMES["glue"]["classes"]} <= known


def test_classes_are_used() -> None:
    """Every class of words, and everything that rules make, has a rule that asks for it or is told as it is."""
    used = {name for rule in RULES for name in classes(rule)}
    assert {*TIMES["words"], *NAMED} - used == set()
    assert {rule["as"] for rule in RULES} - used - {*TIMES["told"]["kinds"], *TIMES["told"]["untold"]} == set()


def test_words_stand_once() -> None:
    """No list has a word twice, and words are written as they are looked up: in small letters, apostrophes straight."""
    lists = {name: words for name, words in TIMES["words"].items() if isinstance(words, list)}
    lists |= {
        f"{table} {key}": TIMES[table][key]
        for table in ("years", "tense", "ahead", "prepositions")
        for key in TIMES[table]
        if key != "examples"
    }
    for name, words in lists.items():
        assert [word for word, count in Counter(words).items() if count > 1] == [], name
    for word in (*lexicon().words, *map(" ".join, lexicon().phrases)):
        assert word == word.casefold().replace("’", "'"), word


FRAMES = (
    "last {}", "this {}", "next {}", "the following {}", "the {} before", "the {} before last", "the {} after next",
    "that {}", "the same {}", "every {}", "the past {}", "a {} ago", "a {} later", "all {}", "half a {}", "the {} end",
    "the end of the {}", "the first week of the {}", "the first half of the {}", "later in the {}", "mid-{}",
    "the first {} of June", "the first {} of the year", "the last {} of 2029", "{}-end", "the 3rd of next {}",
)  # fmt: skip


@pytest.mark.parametrize("unit", [*sorted(TIMES["words"]["unit"]), "quarter", "half", "weekend", "season"])
def test_every_unit_in_every_frame(unit: str, read: Callable[[str], Read]) -> None:
    """Whatever a rule makes of a unit can be resolved."""
    for frame in FRAMES:
        for _, _, kind, value in read(f"The envoys of Fiji were in Suva {frame.format(unit)}.").found:
            assert kind in TIMES["told"]["kinds"]
            assert value
