"""Time zones by the words that reports print: those of a place, and those of a zone.

A zone is either a fixed distance from UTC ("GMT", "EDT", "+0300") or what the clocks of a place show, which the day
decides ("Eastern time", "Nairobi time"). Only the second needs the IANA database, which `memcon.annotate` reads.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NewType

from memcon.core.states import folded, state_words
from memcon.core.terms import terms

TimeZone = NewType("TimeZone", str)
"""An offset from UTC, as in `-03:30`, or a key of the IANA database, as in `Europe/Oslo`."""

_OFFSET = re.compile(
    r"(?:(?P<base>GMT|UTC|UT|Z)\s?)?(?P<sign>[-+−–])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?(?:\s?(?:hours?|hrs?))?",
    re.ASCII | re.IGNORECASE,
)


def zone_of_place(name: str, *, state: str | None = None) -> TimeZone | None:
    """The IANA key for a city, a seat of government or a state that keeps one time.

    Args:
        name: The place as reports write it, without an article.
        state: The state in which it lies, by that state's name, if that is known.

    Returns:
        None if the place is unknown, or lies in another state; if it is a state that keeps several times; and if places
        of that name keep different times and the state does not say which of them it is.
    """
    zones = _places().get(folded(name), {})
    if state is not None:
        return zones.get(state)
    first, *others = set(zones.values()) or {None}
    return None if others else first


def zone_of_words(words: str, *, state: str | None = None) -> TimeZone | None:
    """What the words for a zone mean: an abbreviation, a longer name, an offset, or a place with "time".

    Args:
        words: As in "GMT", "Central European Summer Time", "UTC+5:45", "+0300", "Oslo time", "Israeli time".
        state: The state by whose usage they are read, by that state's name, if that is known.

    Returns:
        An offset where they tell one, else an IANA key. None if they name no zone, or several, and the state, or its
        not being known, does not decide: "IST" is one thing in Ireland and another in India.
    """
    meanings = _meanings("abbreviation").get(words.replace(".", "").strip()) or _meanings("named").get(_spaced(words))
    if meanings is not None:
        return meanings.get(state) or meanings.get(None)
    if match := _OFFSET.fullmatch(words.strip()):
        return _offset(match)
    place = _spaced(words).removesuffix(" time")
    if place == _spaced(words):
        return None
    return zone_of_place(place) or zone_of_place(state_words().get(place, ""))


def _offset(match: re.Match[str]) -> TimeZone | None:
    """The offset told in figures; None without "UTC" unless it is written in full, and for one that no place keeps."""
    if not match["base"] and not (match["minutes"] and len(match["hours"]) == 2):
        return None
    sign = "+" if match["sign"] == "+" else "-"
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    if hours * 60 + minutes > (14 * 60 if sign == "+" else 12 * 60):
        return None
    return TimeZone(f"{sign if hours or minutes else '+'}{hours:02}:{minutes:02}")


def _spaced(words: str) -> str:
    return " ".join(folded(words).split())


@cache
def _places() -> Mapping[str, Mapping[str, TimeZone | None]]:
    """Every place's word with the states in which it is one, and its zone there; None for a state of several times."""
    places: dict[str, dict[str, TimeZone | None]] = {}
    listed = terms("timezones")
    own = {state["name"]: state for state in listed["state"]}
    for city in listed["city"]:
        for word in city["words"]:
            places.setdefault(folded(word), {})[city["state"]] = city["zone"]
    for state in terms("states")["state"]:
        name, zone = state["name"], own[state["name"]]["zone"]
        for word in state["seats"]:
            places.setdefault(folded(word), {}).setdefault(name, zone)
        for word in (name, *state["names"]):
            places.setdefault(folded(word), {}).setdefault(name, zone if own[name].get("one") else None)
    return places


@cache
def _meanings(table: str) -> Mapping[str, Mapping[str | None, TimeZone]]:
    """The words of a table with what they mean by state, and under None what they mean everywhere else."""
    found: dict[str, dict[str | None, TimeZone]] = {}
    for entry in terms("timezones")[table]:
        zone = TimeZone(entry.get("offset") or entry["zone"])
        for word in entry["words"]:
            key = folded(word) if table == "named" else word
            found.setdefault(key, {}).update(dict.fromkeys(entry.get("states", (None,)), zone))
    return found
