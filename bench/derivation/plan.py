"""Which texts meet in a collection, and what is made of them.

In: the parents of one part. Out: `Plan`s: for each collection its stories, its bystanders and its jobs, none yet done.
Every parent is used about as often as any other. Texts that share much of their wording without one being made from the
other (a press office repeats itself) never meet, since nobody could say what is right there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import Literal, get_args

from bench.derivation.sources import Parent
from bench.derivation.text import shared

Made = Literal["copy", "abridgement", "reordering", "rewrite", "spun", "translation", "merge", "readout", "update"]
MADE: tuple[Made, ...] = get_args(Made)

JOBS: tuple[Made, ...] = (
    "copy", "copy", "abridgement", "abridgement", "reordering", "rewrite", "spun", "spun", "translation", "translation",
    "merge", "readout", "update",
)  # fmt: skip
EDGES = len(JOBS) + JOBS.count("merge")  # a merge has two parents
_TOLD = 2  # texts of a group from which others are made
_GROUPS = 3  # groups drawn of the articles about one event
_FEW = 4  # official texts below which reports take their place
_LIKE = 0.12  # share of the shorter one's runs of five words; unrelated readouts share up to .1, rarely more
_ALIKE = (
    0.04  # the same of two outlets' articles on one event; above it one may draw on the other, or both on an agency
)
_DRAWS = 40  # before a text is given up that fits beside the chosen ones
_COMMON = frozenset(
    "Readout President Biden Vice Harris Trump Joint Statement Call Meeting United States Prime Minister National "
    "Security Advisor Sullivan Jake Kamala Joseph Donald Kingdom Republic Fact Sheet FACT SHEET Bilateral House White "
    "Deputy Principal Finer Leaders Summit Secretary General Senior Administration Travel Between With From Foreign "
    "King Crown Prince Their Spokesperson Adrienne Watson Emily Horne Assistant People Democratic Federal".split()
)


@dataclass(frozen=True, slots=True)
class Plan:
    """One collection to be made.

    Attributes:
        stories: Texts from which others are made; some are a government's account where there are any.
        others: Texts from which nothing is made.
        groups: Texts among these that tell of one event, each written without the others.
    """

    stories: tuple[Parent, ...]
    others: tuple[Parent, ...]
    groups: tuple[tuple[Parent, ...], ...]
    jobs: tuple[Made, ...]


def plans(parents: Sequence[Parent], count: int, chance: Random) -> Iterator[Plan]:
    """So many plans."""
    reports = _Deck([one for one in parents if one.genre == "report" and not one.event], chance)
    official = _Deck([one for one in parents if one.genre != "report"], chance)
    articles, meetings = _articles(parents, chance), _meetings(parents)
    for number in range(count):
        groups: list[tuple[Parent, ...]] = []
        for dealt in (articles, meetings):
            group = dealt[number % len(dealt)] if dealt else ()
            if group and all(_apart(one, [other for before in groups for other in before]) for one in group):
                groups.append(group)
        chosen = [one for group in groups for one in group[:_TOLD]]
        for deck in (reports, reports if len(official) < _FEW else official):
            deck.draw(chosen)
        stories = tuple(chosen)
        chosen += [one for group in groups for one in group[_TOLD:]]
        for deck in (official, reports):
            deck.draw(chosen)
        jobs = list(JOBS)
        chance.shuffle(jobs)
        yield Plan(stories, tuple(chosen[len(stories) :]), tuple(groups), tuple(jobs))


def _articles(parents: Sequence[Parent], chance: Random) -> list[tuple[Parent, ...]]:
    """Groups of articles about one event by different outlets that share next to no wording, in random order."""
    groups = []
    for name in sorted({one.event for one in parents if one.event}):
        about = [one for one in parents if one.event == name]
        for _ in range(_GROUPS):
            group: list[Parent] = []
            for one in chance.sample(about, len(about)):
                if len(group) < _TOLD + 1 and all(shared(one.body, other.body, width=5) < _ALIKE for other in group):
                    group.append(one)
            groups += [tuple(group)] if len(group) > 1 else []
    chance.shuffle(groups)
    return groups


def _meetings(parents: Sequence[Parent]) -> list[tuple[Parent, ...]]:
    """Pairs of government texts of one day or two that name the same guest or country in their titles."""
    official = [one for one in parents if one.source == "readouts"]
    return [
        (one, other)
        for one, other in combinations(official, 2)
        if abs((one.published - other.published).days) <= 1
        and _topics(one) & _topics(other)
        and shared(one.body, other.body, width=5) < _LIKE
    ]


def _topics(parent: Parent) -> set[str]:
    return set(re.findall(r"\b[A-Z]\w{3,}", parent.title)) - _COMMON


def _apart(one: Parent, others: Sequence[Parent]) -> bool:
    return all(shared(one.body, other.body, width=5) < _LIKE for other in others)


class _Deck:
    """Texts in random order, dealt again from the start when all were dealt."""

    def __init__(self, parents: Sequence[Parent], chance: Random) -> None:
        self._cards = [*parents]
        chance.shuffle(self._cards)
        self._next = 0

    def __len__(self) -> int:
        return len(self._cards)

    def draw(self, chosen: list[Parent]) -> None:
        """Add the next that differs enough from those chosen; nothing if there is none for long."""
        for _ in range(min(_DRAWS, len(self._cards))):
            card = self._cards[self._next % len(self._cards)]
            self._next += 1
            if card not in chosen and _apart(card, chosen):
                chosen.append(card)
                return
