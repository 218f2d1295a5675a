"""Accounts of our own, of events that never were.

They are the own paragraphs of a report that pastes a readout, the new first paragraph of an update, and independent
accounts of one event. The latter tell the same facts with the same names and numbers, each in words and an order of its
own, and quote the same remarks; nothing else do they share. The parts of the benchmark share no sentence either.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from bench.derivation.sources import Part
from bench.derivation.text import Body

_FILE = Path(__file__).with_name("reporter.toml")

REPORTERS = 4  # who can tell of one event without using each other's words
_FACTS = (7, 10)  # of the twelve that there are, how many an account tells
_OWN = 3  # sentences with what only this reporter saw


@dataclass(frozen=True, slots=True)
class Event:
    """What an account needs to know; `said` are remarks that every account of it may quote."""

    words: Mapping[str, str]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reporter:
    """A way to tell of an event: which wording of each fact, and leads, cues and sentences that nobody else has."""

    number: int
    part: Part
    lead: str
    cues: tuple[str, ...]
    own: tuple[str, ...]


def events(chance: Random, part: Part, count: int) -> tuple[Event, ...]:
    """So many invented meetings with nothing in common."""
    people, states = iter(chance.sample(_LAST, 2 * count)), iter(chance.sample(_STATES, 3 * count))
    cities, said = iter(chance.sample(_CITIES, count)), chance.sample(_of(part, "said"), _REMARKS * count)
    made = []
    for number in range(count):
        days = chance.sample(_DAYS, 2)
        words = {
            **_person("a", next(people), chance), **_person("b", next(people), chance),
            "home": next(states), "away": next(states), "other": next(states), "city": next(cities),
            "place": chance.choice(_PLACES), "topic": chance.choice(_TOPICS), "office": chance.choice(_OFFICES),
            "day": days[0], "next": days[1], "hours": chance.choice(("two", "three", "four", "five")),
            "n": str(chance.randint(13, 90)), "m": str(chance.randint(3, 12)), "k": str(chance.randint(100, 900)),
            "year": str(chance.randint(2019, 2029)), "month": chance.choice(_MONTHS),
        }  # fmt: skip
        own = said[number * _REMARKS : (number + 1) * _REMARKS]
        made.append(Event(words, tuple(one.format_map(words) for one in own)))
    return tuple(made)


def reporters(chance: Random, part: Part) -> tuple[Reporter, ...]:
    """All reporters there are, in random order, with no sentence in common."""
    leads, cues, own = (
        chance.sample(ones, len(ones)) for ones in (_of(part, "leads"), _written()["cues"], _of(part, "own"))
    )
    numbers = chance.sample(range(REPORTERS), REPORTERS)
    return tuple(
        Reporter(number, part, leads[index], tuple(cues[index::REPORTERS]), tuple(own[index::REPORTERS]))
        for index, number in enumerate(numbers)
    )


def account(of: Event, reporter: Reporter, chance: Random, *, quoting: int) -> Body:
    """What a reporter writes of an event: a lead, facts two by two, remarks, and what nobody else saw."""
    facts = [fact[reporter.number] for fact in _facts(reporter.part)]
    told = [*chance.sample(facts, chance.randint(*_FACTS)), *chance.sample(reporter.own, _OWN)]
    chance.shuffle(told)
    lead, *rest = (_capital(one.format_map(of.words)) for one in (reporter.lead, *told))
    cues = [cue.format_map(of.words) for cue in reporter.cues]
    return (lead, *_paragraphs(rest, chance.sample(of.said, quoting), cues))


def news(of: Event, chance: Random, part: Part) -> str:
    """A new first paragraph, of what came to be known since."""
    return chance.choice(_of(part, "news")).format_map(of.words)


def _paragraphs(told: Sequence[str], said: Sequence[str], cues: Sequence[str]) -> Iterator[str]:
    quotations = iter(zip(said, cues, strict=False))
    for index in range(0, len(told), 2):
        yield " ".join(told[index : index + 2])
        if quoted := next(quotations, None):
            yield quoted[1].replace("QUOTE", quoted[0])


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _person(key: str, surname: str, chance: Random) -> dict[str, str]:
    return {key: f"{chance.choice(_FIRST)} {surname}", key.upper(): surname}


def _facts(part: Part) -> Sequence[Sequence[str]]:
    facts: Sequence[Sequence[str]] = _written()["facts"][part]
    return facts


def _of(part: Part, name: str) -> Sequence[str]:
    everything: Sequence[str] = _written()[name]
    return everything[::2] if part == "dev" else everything[1::2]


@cache
def _written() -> Mapping[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


_REMARKS = 4  # at one event
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_MONTHS = ("February", "April", "June", "September", "October", "November")
_PLACES = ("Old Customs House", "Palace of the Littoral", "Guest House on the Hill", "Assembly Hall", "Harbour Office")
_STATES = (
    "Varnholt",
    "Ostrelia",
    "Quillane",
    "Merethia",
    "Tolvia",
    "Keshar",
    "Aldermark",
    "Sundrey",
    "Pellow",
    "Irrawen",
)
_FIRST = ("Tomas", "Ilse", "Radu", "Mirel", "Anneke", "Joram", "Petra", "Silvan", "Oda", "Kaspar", "Lene", "Viktor")
_LAST = (
    "Brennick",
    "Ostara",
    "Felder",
    "Quayle",
    "Marrow",
    "Teviot",
    "Hansok",
    "Iveragh",
    "Dombrey",
    "Castellan",
    "Rusk",
    "Amberly",
)
_CITIES = ("Brenna", "Lindholm Quay", "Port Averell", "Sankt Ruven", "Dellmouth", "Korvane")
_OFFICES = ("foreign minister", "deputy premier", "trade minister", "special envoy", "foreign secretary")
_TOPICS = (
    "fishing rights",
    "the border crossing",
    "grain transit",
    "the railway link",
    "prisoner exchanges",
    "water from the dam",
)
