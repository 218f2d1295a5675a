"""The rules of `core/terms/times.toml`, and how they are applied.

In: the nodes of a sentence. Out: the nodes that tell a time, each with its meaning and its rule.

A sentence is a string with one character a node, which stands for all the classes the node may have, and a rule is a
regular expression over such strings. The rules of one step are tried together: the first place wins, then the longest
match; what they make takes the place of its parts before the next step begins.

Source:
    Abney 1996, partial parsing by finite-state cascades.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from memcon.annotate.times.lexicon import Node, lexicon
from memcon.annotate.times.operations import OPERATIONS
from memcon.core.terms import terms

_ATOM = re.compile(r"[a-z_]+:?|[()?*+|]")
_FIRST = 0xE000  # of the characters without a meaning of their own
_BEYOND = "\uf8ff"  # the edge of a sentence


class Group(NamedTuple):
    """A group of a pattern: the name by which its operation gets it, and the classes it may be of."""

    call: str
    classes: list[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule ready for use.

    Attributes:
        pattern: Over the characters of nodes.
        groups: Those of the pattern, in order.
        needs: Characters of which a sentence must have one, so that most rules need not be tried on most sentences.
        make: The operation that gives it its meaning.
        kind: What it makes.
    """

    name: str
    pattern: re.Pattern[str]
    groups: tuple[Group, ...]
    needs: frozenset[str]
    make: Callable[[Mapping[str, Any]], Any]
    kind: str


class Alphabet:
    """A character for each set of classes that a node may have; sets that turn up later get theirs then."""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        self._letters: dict[frozenset[str], str] = {}
        for one in sets:
            self.letter(one)

    def letter(self, classes: frozenset[str]) -> str:
        """The character of a set of classes."""
        if classes not in self._letters:
            self._letters[classes] = chr(_FIRST + len(self._letters))
        return self._letters[classes]

    def letters(self) -> frozenset[str]:
        """All of them."""
        return frozenset(self._letters.values())

    def matching(self, name: str) -> str:
        """A pattern for any node that may be of a class."""
        found = "".join(letter for classes, letter in self._letters.items() if name in classes)
        return f"[{found}]" if found else "(?!)"


@cache
def grammar() -> tuple[Alphabet, tuple[tuple[Rule, ...], ...]]:
    """The alphabet and the rules, step by step."""
    rules = terms("times")["rule"]
    sets = {frozenset(values) for values in (*lexicon().words.values(), *lexicon().phrases.values())}
    sets |= {found - capitals for found in sets for capitals in [frozenset(terms("times")["capitals"]["classes"])]}
    sets |= {frozenset({rule["as"]}) for rule in rules} | _SHAPES | {frozenset(), frozenset({"thing"})}
    alphabet = Alphabet(sorted(sets, key=sorted))
    steps = groupby(rules, key=itemgetter("step"))
    return alphabet, tuple(tuple(_compiled(rule, alphabet) for rule in step) for _, step in steps)


_SHAPES = {
    frozenset(shape.split())
    for shape in (
        "clock", "point_clock number", "ordinal", "decade", "slashed", "years", "number digits", "number digits four",
        "number digits four year", "fiscal_year", "quarter", "half_year", "h_minute",
    )
}  # fmt: skip
"""The classes of words that are digits, as `lexicon` tells them."""


def _compiled(rule: Mapping[str, Any], alphabet: Alphabet) -> Rule:
    pattern, groups = _expression(rule["pattern"], alphabet)
    for key, look in (("behind", "(?<={})"), ("not_behind", "(?<!{})")):
        if key in rule:
            pattern = look.format(_any(rule[key], alphabet)) + pattern
    for key, look in (("ahead", "(?={})"), ("not_ahead", "(?!{})")):
        if key in rule:
            pattern += look.format(_any(rule[key], alphabet))
    any_of = [frozenset(alphabet.matching(name)[1:-1]) for name in _needed(rule["pattern"])]
    needs = min(any_of, key=len, default=alphabet.letters())
    return Rule(rule["name"], re.compile(pattern), tuple(groups), needs, OPERATIONS[rule["make"]], rule["as"])


def _needed(pattern: str) -> list[str]:
    """The classes without which a pattern cannot match: those outside of options and alternatives."""
    bare, before = re.sub(r"[a-z_]+:", "", pattern), ""
    while bare != before:
        before = bare
        bare = re.sub(r"\([^()|]*\)(?![?*])", lambda match: match.group()[1:-1], bare)
        bare = re.sub(r"\([^()]*\)[?*]?", " ", bare)
    return re.findall(r"[a-z_]+\b(?![?*])", bare)


def _expression(pattern: str, alphabet: Alphabet) -> tuple[str, list[Group]]:
    """The regular expression of a rule's pattern, and what each of its groups is called and may be.

    A bracket that is called is one group; every class outside such a bracket is a group of its own.
    """
    made, call = "", ""
    groups: list[Group] = []
    opened: list[Group | None] = []  # the groups of the brackets that are open
    for atom in _ATOM.findall(pattern):
        inside = next(filter(None, reversed(opened)), None)
        if atom.endswith(":"):
            call = atom[:-1]
            continue
        if atom == "(":
            opened.append(group := Group(call, []) if call else None)
            groups += [group] if group else []
            made += "(" if call else "(?:"
        elif not atom[0].isalpha():
            made += atom
            opened.pop() if atom == ")" else None
        elif inside is not None:
            inside.classes.append(atom)
            made += alphabet.matching(atom)
        else:
            groups.append(Group(call or atom, [atom]))
            made += f"({alphabet.matching(atom)})"
        call = ""
    return made, groups


def _any(names: Sequence[str], alphabet: Alphabet) -> str:
    found = "".join(alphabet.matching(name).strip("[]") for name in names if name != "edge")
    return f"[{found}{_BEYOND if 'edge' in names else ''}]"


def parsed(nodes: Sequence[Node]) -> list[Node]:
    """The nodes of a sentence after all rules, those that tell a time and those that do not."""
    alphabet, steps = grammar()
    found = list(nodes)
    letters = [alphabet.letter(frozenset(node.values)) for node in found]
    there = set(letters)
    for rules in steps:
        fitting = [rule for rule in rules if not there.isdisjoint(rule.needs)]
        if not fitting:
            continue
        line = f"{_BEYOND}{''.join(letters)}{_BEYOND}"
        for start, end, node in reversed(_chosen(fitting, line, found)):
            found[start:end] = [node]
            letters[start:end] = [alphabet.letter(frozenset(node.values))]
            there.update(letters[start : start + 1])
    return found


def _chosen(rules: Sequence[Rule], line: str, nodes: Sequence[Node]) -> list[tuple[int, int, Node]]:
    """What the rules of one step make, without overlap, in order: the longest at each place, then the first rule."""
    matches = [
        (match.start(), -match.end(), number, match)
        for number, rule in enumerate(rules)
        for match in rule.pattern.finditer(line)
    ]
    made: list[tuple[int, int, Node]] = []
    free = 0
    for start, negative, number, match in sorted(matches, key=lambda one: one[:3]):
        end = -negative
        if start < free or start == end:
            continue
        rule = rules[number]
        parts = {
            group.call: _value(nodes[match.start(n) - 1], group.classes)
            for n, group in enumerate(rule.groups, 1)
            if match.start(n) >= 0
        }
        meaning = rule.make(parts)
        if meaning is not None:
            first, last = nodes[start - 1], nodes[end - 2]
            made.append((start - 1, end - 1, Node(first.start, last.end, {rule.kind: meaning}, rule.name)))
            free = end
    return made


def _value(node: Node, classes: Sequence[str]) -> Any:
    return next(node.values[name] for name in classes if name in node.values)
