"""Reports to build a record of: stories of fifty reports each, told as a press tells them.

A visit in an invented place: a preview, one agency's account and another's, copies, cuts and rewrites of both, the
readouts of two sides, reports that paste them, accounts of the outlets' own, and what is written the day after.
What a story tells (who met whom, where, for how long, what was asked, promised and said) is told in several wordings;
what stands between is made of invented words.

The same stories can be told of other people, places and years, in words of the same length: `Renaming`. Then every
anchor into one telling holds in the other, and ten thousand reports need not be annotated one by one.
"""

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

TELLINGS = 50  # reports of one story
YEARS = (2031, 2042, 2053, 2059, 2070, 2081, 2087, 2025, 2014, 2003)  # each has the weekdays of the others
_SEED = 20310504
_STATES = ("Varnland", "Ostrelia", "Quillane", "Merethia", "Tolvia", "Aldermark")
_TITLES = ("Foreign Minister", "Deputy Prime Minister", "Trade Minister", "Defence Minister", "Prime Minister")
_FIRST = ("Tomas", "Ilse", "Radu", "Mirel", "Anneke", "Joram", "Petra", "Silvan", "Oda", "Kaspar", "Livia", "Bruno")
_AGENCIES = ("Northern Wire", "Coastal Press")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OUTLETS = 24
_NAMES = 240  # of people and of places
_WORDS = 4_000
_WHEN = ("June", "July", "autumn")
_COMMON = ("the", "of", "in", "and", "to", "a", "with", "for", "by", "on", "its", "this", "which", "from")
_SYLLABLES = re.compile(r"[^\W_]+")

Row = dict[str, str]

# What is told, in several wordings: {v} and {h} are people, {s} and {o} their states, {t} and {u} their titles.
_PLANNED = (
    "{s}'s {t} {v} is to meet {o}'s {u} {h} in {c} on {d}.",
    "{t} {v} of {s} will travel to {c} on {d} for talks with {u} {h}.",
    "{u} {h} is expected to receive {s}'s {t} {v} in {c} on {d}.",
)
_HELD = (
    "{s}'s {t} {v} met {o}'s {u} {h} in {c} on {d}.",
    "{o}'s {u} {h} received {t} {v} of {s} in {c} on {d}.",
    "{t} {v} and {u} {h} held talks in {c} on {d}.",
    "On {d}, {u} {h} met with visiting {t} {v} of {s}.",
    "{v}, {s}'s {t}, sat down with {u} {h} in {c} on {d}.",
)
_LASTED = (
    "The meeting lasted {m} minutes.",
    "They spoke for nearly two hours.",
    "The talks ran for {m} minutes, officials said.",
)
_ASKED = (
    "{v} urged {o} to lift the {w} embargo.",
    "{o} should lift its embargo on {w}, {v} said.",
    "{v} called on {o} to end the {w} embargo.",
    "{s} again asked {o} to lift the embargo on {w}.",
)
_ANSWERED = (
    "{h} asked {s} to release the {w} crew.",
    "{h} called on {s} to free the crew of the {w}.",
    "{o} demanded that {s} release the crew of the {w}.",
)
_PROMISED = (
    "{o} agreed to reopen the {w} crossing.",
    "{h} promised to reopen the crossing at {w}.",
    "{o} will reopen the {w} crossing, {h} said.",
)
_AHEAD = (
    "The two agreed to meet again in {k} in {n}.",
    "They will meet again in {k} in {n}.",
    "A second round is planned for {n} in {k}.",
)
_QUOTED = (
    "“{q},” {v} said.",
    "“{q},” {v} told reporters.",
    "{v} said: “{q}.”",
    "According to {v}, “{q}.”",
)


@dataclass(frozen=True, slots=True)
class Renaming:
    """Other people, places, words and another year, each of the same length.

    Attributes:
        words: What stands for what.
    """

    words: dict[str, str]

    def text(self, text: str) -> str:
        """The text, told of the others."""
        return _SYLLABLES.sub(lambda word: self.words.get(word.group(), word.group()), text)

    def values(self, value: Any) -> Any:
        """The same of every string in lists and dictionaries."""
        match value:
            case str():
                return self.text(value)
            case list():
                return [self.values(one) for one in value]
            case dict():
                return {key: self.values(one) for key, one in value.items()}
        return value


def write_stories(file: Path, count: int) -> None:
    """Write that many stories, one report a line."""
    with file.open("w", encoding="utf-8") as lines:
        for number in range(count):
            for row in story(number):
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def write_one_more(file: Path, number: int) -> None:
    """Write the first report of that story."""
    file.write_text(json.dumps(next(story(number)), ensure_ascii=False) + "\n", encoding="utf-8")


def renaming(number: int) -> Renaming:
    """The renaming of that number; 0 leaves everything as it is."""
    year = YEARS[number % len(YEARS)]
    swapped = {str(YEARS[0]): str(year)}
    chance = random.Random(_SEED + number)  # noqa: S311 -- variety, not secrecy
    for pool in (_vocabulary(), _names()):
        for length in {len(word) for word in pool}:
            alike = [word for word in pool if len(word) == length]
            others = alike if number == 0 else chance.sample(alike, len(alike))
            for word, other in zip(alike, others, strict=True):
                swapped |= {word: other, word.capitalize(): other.capitalize(), word.upper(): other.upper()}
    return Renaming(swapped)


def story(number: int) -> Iterator[Row]:
    """The reports of one story; no two are the same."""
    chance = random.Random(_SEED * 1000 + number)  # noqa: S311
    return _Story(chance, number).reports()


class _Story:
    """What happened, and the ways in which it is told."""

    def __init__(self, chance: random.Random, number: int) -> None:
        self._chance = chance
        names = _names()
        state, other = chance.sample(_STATES, 2)
        self._day = 10 + number % 15, 3 + number // 15 % 4  # all in spring, of the year that is renamed
        self._facts = {
            "s": state, "o": other, "t": self._title(state), "u": self._title(other), "v": self._person(state),
            "h": self._person(other), "c": chance.choice(names[-60:]), "k": chance.choice(names[-60:]),
            "d": _weekday(*self._day), "m": str(chance.randint(91, 119)), "n": chance.choice(_WHEN),
        }  # fmt: skip
        self._things = [self._word() for _ in range(3)]
        self._said = [(self._sentence(9, 18), who) for who in "vhvhvh"]

    def reports(self) -> Iterator[Row]:
        """Fifty of them."""
        first, second = (self._account(k, quotes=(k, k + 1, k + 2), filler=6) for k in (0, 1))
        sides = [self._readout(k) for k in (0, 1)]
        preview = self._preview(0), self._preview(1)
        after = self._after(0), self._after(1)
        for agency, told, cuts, copies in ((0, first, 6, 8), (1, second, 4, 5)):
            name = _AGENCIES[agency]
            lead = f"{self._facts['c'].upper()} ({name}) - {told[0]}"
            yield self._row(0, name, [lead, *told[1:]])
            for _ in range(copies):
                yield self._row(0, self._outlet(), [lead, *told[1:]])
            for cut in range(cuts):
                yield self._row(0, self._outlet(), [lead, *told[1 : 3 + cut % (len(told) - 3)]])
            for again in range(3):
                yield self._row(1, self._outlet(), self._rewritten(agency, told, again))
        for side, told in enumerate(sides):
            outlet = f"Foreign Ministry of {self._facts['so'[side]]}"
            yield self._row(0, outlet, told)
            for _ in range(2):
                yield self._row(1, self._outlet(), [*self._account(3 + side, quotes=(3,), filler=2), *told[1:]])
        for told in preview:
            for _ in range(2):
                yield self._row(-1, self._outlet(), told)
        for told in after:
            for _ in range(2):
                yield self._row(2, self._outlet(), told)
        for own in range(5):
            yield self._row(1, self._outlet(), self._account(own, quotes=(own, own + 2), filler=5))

    def _row(self, days: int, outlet: str, paragraphs: Sequence[str]) -> Row:
        day, month = self._day
        title = self._fill(
            self._chance.choice(("{s} and {o} in talks over {w}", "{v} and {h} meet in {c}", "{v} in {c}"))
        )
        published = f"{YEARS[0]}-{month:02}-{day + days:02}"
        return {"title": f"{title}: {self._sentence(3, 5)}", "text": "\n\n".join(paragraphs),
                "published": published, "outlet": outlet}  # fmt: skip

    def _account(self, k: int, *, quotes: Sequence[int], filler: int) -> list[str]:
        parts = [
            f"{self._told(_HELD, k)} {self._told(_LASTED, k)}",
            f"{self._told(_ASKED, k, 0)} {self._told(_ANSWERED, k, 1)}",
            *(f"{self._quote(one, k)} {self._sentence(10, 20)}." for one in quotes),
            f"{self._told(_PROMISED, k, 2)} {self._told(_AHEAD, k)}",
        ]
        parts += [f"{self._sentence(10, 24)}. {self._sentence(10, 24)}." for _ in range(filler // 2)]
        return parts

    def _readout(self, side: int) -> list[str]:
        asked, thing = (_ASKED, 0) if side == 0 else (_ANSWERED, 1)
        quote = f"{self._quote(4 + side, 2)} {self._sentence(8, 14)}."
        return [
            self._told(_HELD, 3 + side),
            f"{self._told(asked, side + 1, thing)} {self._told(_PROMISED, side, 2)}",
            quote,
        ]

    def _preview(self, k: int) -> list[str]:
        return [self._told(_PLANNED, k), f"{self._sentence(12, 20)}. {self._told(_ASKED, k + 2, 0)}",
                f"{self._sentence(12, 20)}."]  # fmt: skip

    def _after(self, k: int) -> list[str]:
        return [f"{self._told(_PROMISED, k + 1, 2)} {self._told(_HELD, k + 2)}", f"{self._quote(k, k)}",
                f"{self._sentence(10, 20)}. {self._told(_AHEAD, k + 1)}"]  # fmt: skip

    def _rewritten(self, agency: int, told: Sequence[str], again: int) -> list[str]:
        """The agency's story in other words and in its order, with most of what stands between kept."""
        mine = self._account(agency + 1 + again, quotes=(agency, agency + 1, agency + 2), filler=0)
        return [*mine[:2], *told[2:5], *mine[-1:], *told[6:]]

    def _told(self, wordings: Sequence[str], k: int, thing: int = 0) -> str:
        return self._fill(wordings[k % len(wordings)], thing)

    def _quote(self, number: int, k: int) -> str:
        words, who = self._said[number % len(self._said)]
        return _QUOTED[k % len(_QUOTED)].format(q=words, v=self._facts[who].split()[-1])

    def _fill(self, wording: str, thing: int = 0) -> str:
        return wording.format(**self._facts, w=self._things[thing])

    def _outlet(self) -> str:
        return f"{_vocabulary()[self._chance.randrange(_OUTLETS)].capitalize()} Post"

    def _title(self, state: str) -> str:
        return _TITLES[(_STATES.index(state) + self._chance.randrange(2)) % len(_TITLES)]

    def _person(self, state: str) -> str:
        """One of the few that a state has, as the same people meet again and again."""
        number = _STATES.index(state) * 4 + self._chance.randrange(4)
        return f"{_FIRST[number % len(_FIRST)]} {_names()[number]}"

    def _word(self) -> str:
        return _vocabulary()[int(_WORDS * self._chance.random() ** 3)]

    def _sentence(self, fewest: int, most: int) -> str:
        common = self._chance.choices(_COMMON, k=most)
        words = [common[n] if n % 3 == 0 else self._word() for n in range(self._chance.randint(fewest, most))]
        return " ".join(words).capitalize()


@cache
def _vocabulary() -> tuple[str, ...]:
    return _invented(_WORDS, 3, _SEED)


@cache
def _names() -> tuple[str, ...]:
    return tuple(
        f"{word.capitalize()}" for word in _invented(_NAMES, 2, _SEED + 1, ends=("nov", "sek", "rost", "dale"))
    )


def _invented(count: int, syllables: int, seed: int, *, ends: Sequence[str] = ("", "n", "r", "st")) -> tuple[str, ...]:
    chance = random.Random(seed)  # noqa: S311
    found: dict[str, None] = {}
    while len(found) < count:
        long = syllables + chance.randrange(2)
        word = "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(long))
        found[word + chance.choice(ends)] = None
    return tuple(found)


def _weekday(day: int, month: int) -> str:
    from datetime import date

    return _DAYS[date(YEARS[0], month, day).weekday()]
