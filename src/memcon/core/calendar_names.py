"""Days and stretches of time by their names: "Boxing Day", "Eid al-Fitr", "the Cold War".

Names are those of `terms/calendar.toml`. What a holiday's day is follows from its rule; the rules are here, and
`memcon.annotate.times.holidays` computes with them, since Easter is a matter for a library.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from memcon.core.dates import PartialDate
from memcon.core.states import folded
from memcon.core.terms import terms
from memcon.core.times import Interval

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_WORD = re.compile(r"'s\b|(?:[^\W_]|/(?=\d)|'(?!s\b)(?=\w))+|\S")


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same day of the same month every year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class FirstWeekday:
    """The first such weekday from a day of the year on, that day included; Monday is 0."""

    weekday: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class FromEaster:
    """So many days after Easter, fewer than none for before it; by the Orthodox computus or the Western one."""

    days: int
    orthodox: bool = False


@dataclass(frozen=True, slots=True)
class Moves:
    """A day that is not computed here; its first day falls in one of the months, or in any if there are none."""

    months: tuple[int, ...] = ()


Rule = Fixed | FirstWeekday | FromEaster | Moves


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day of the year.

    Attributes:
        name: The most usual of its names.
        everywhere: Its day, but for the states that have their own; `Moves()` where only the state tells.
        states: States that have their own, each with its rule.
    """

    name: str
    everywhere: Rule
    states: tuple[tuple[str, Rule], ...] = ()

    def rule(self, state: str | None = None) -> Rule:
        """What its day is in a state, given by its name in the vocabulary of states."""
        return dict(self.states).get(state or "", self.everywhere)


def holiday(name: str) -> Holiday | None:
    """The holiday of that name, without an article; None if none bears it."""
    return holiday_words().get(name_words(name))


def period(name: str) -> Interval | None:
    """The stretch of history of that name, without an article; None if none bears it."""
    return period_words().get(name_words(name))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as the two tables have them: folded, and cut where `memcon.language` cuts them.

    "New Year's Eve" is four words, "Six-Day War" four as well; a dash is a hyphen.
    """
    return tuple(_WORD.findall(re.sub("[‐‑–—]", "-", folded(name))))


@cache
def holiday_words() -> Mapping[tuple[str, ...], Holiday]:
    """Every holiday by the words of each of its names."""
    found: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
    for entry in terms("calendar")["holiday"]:
        for words in _spelled(entry["words"]):
            found.setdefault(words, []).append(entry)
    return {words: _holiday(entries) for words, entries in found.items()}


@cache
def period_words() -> Mapping[tuple[str, ...], Interval]:
    """Every period by the words of each of its names."""
    return {
        words: Interval(PartialDate(entry["first"]), PartialDate(entry["last"]))
        for entry in terms("calendar")["period"]
        for words in _spelled(entry["words"])
    }


def _holiday(entries: Sequence[Mapping[str, Any]]) -> Holiday:
    """What the entries of one name say of it."""
    own = [entry for entry in entries if "states" not in entry]
    return Holiday(
        (own or entries)[0]["words"][0],
        _rule(own[0]) if own else Moves(),
        tuple((state, _rule(entry)) for entry in entries for state in entry.get("states", ())),
    )


def _spelled(names: list[str]) -> Iterator[tuple[str, ...]]:
    """The words of each name, and of the same without its hyphens, as reports print it too."""
    for name in names:
        words = name_words(name)
        yield words
        if "-" in words:
            yield tuple(word for word in words if word != "-")


def _rule(entry: Mapping[str, Any]) -> Rule:
    match entry:
        case {"day": str(day)}:
            return Fixed(int(day[:2]), int(day[3:]))
        case {"weekday": str(weekday), "from": str(first)}:
            return FirstWeekday(WEEKDAYS.index(weekday), int(first[:2]), int(first[3:]))
        case {"easter": int(days)}:
            return FromEaster(days)
        case {"orthodox": int(days)}:
            return FromEaster(days, orthodox=True)
    return Moves(tuple(entry.get("months", ())))
