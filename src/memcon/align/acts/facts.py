"""What is known of an act that tells whether it is the same as another one, and of several acts put together."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from memcon.align.acts.cast import Side
from memcon.core.dates import PartialDate
from memcon.core.quantities import Quantity
from memcon.core.times import Duration, Interval

STATE = ""
"""Who of a side takes part where the state itself is named."""
LAND = "state:"
"""Before the name of the state that a place lies in."""
_TO_MONTH = len("2031-05")
_MONTH = 32 * 24 * 3600.0
"""Seconds in the longest month, with its hours anywhere in the world: what is dated more loosely may be many things."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What one or more acts tell.

    Attributes:
        sort: The type, or what types that are taken for one another have in common.
        people: Named persons, by side, of several sides one each; a person without a side is a side of his own.
        bodies: States, organisations and groups that are named, by side.
        vague: Whether parties are told by words such as "the ministers".
        asking, asked: Sides of those who ask, promise, act or visit, and of those who are asked, acted on or visited.
        when: The time, where the calendar has it.
        bare: The time as told where nothing dates it: `XXXX-WXX-1` for Monday.
        lasted: How long.
        places: Stems of the words of places, and the states that they lie in.
        clause: The words that tell it, in small letters, as a copy repeats them.
        words: Stems of what is asked, promised or done, without names.
        leads: The first of the words of each content.
        meanings: Of what is asked or promised: the signs of each, and how many.
        numbers: In digits.
        amounts: Of what is asked or promised, large ones.
        due: The days by or from which something is to be done.
        again: Whether a noun says that it was told before what is asked or promised: "this request".
        crafts: Of a deed, the ships and aircraft that are named.
        deeds: Of what sort it is, by type and code.
        reference: `same`, `another`, `some`, or empty: what the words before the trigger say.
        alone: Whether one party suffices to know it by.
        weighty: Of a request, commitment or position: whether it is told what is asked or promised, or of whom, by
            somebody who acts for a state or a body. Of a measure: whether it is told by whom and on what; of an
            incident, of whom or where. Of a channel: whether it is told whose, or of what sort.
        several: Whether more than one is told at once: "a series of calls".
        statuses: As told.
        published: When the report was.
        sides, persons: Of whoever takes part.
        by_side: The named persons of each side.
        lands: The states that its places lie in.
        dated: Whether the time is told to the day.
    """

    kind: str
    sort: str
    people: frozenset[tuple[Side, str]] = frozenset()
    bodies: frozenset[tuple[Side, str]] = frozenset()
    vague: bool = False
    asking: frozenset[Side] = frozenset()
    asked: frozenset[Side] = frozenset()
    when: Interval | None = None
    bare: str = ""
    lasted: Duration | None = None
    places: frozenset[str] = frozenset()
    clause: str = ""
    words: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    meanings: frozenset[tuple[int, int]] = frozenset()
    numbers: frozenset[str] = frozenset()
    amounts: frozenset[Quantity] = frozenset()
    due: frozenset[str] = frozenset()
    nth: frozenset[int] = frozenset()
    again: bool = False
    crafts: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    reference: str = ""
    alone: bool = False
    weighty: bool = False
    several: bool = False
    statuses: frozenset[str] = frozenset()
    published: PartialDate | None = None
    sides: frozenset[Side] = field(init=False)
    persons: frozenset[str] = field(init=False)
    by_side: Mapping[Side, frozenset[str]] = field(init=False, compare=False)
    lands: frozenset[str] = field(init=False, compare=False)
    dated: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sides", frozenset(side for side, _ in (*self.people, *self.bodies)))
        object.__setattr__(self, "persons", frozenset(person for _, person in self.people))
        of = {side: frozenset(who for its, who in self.people if its == side) for side, _ in self.people}
        object.__setattr__(self, "by_side", of)
        object.__setattr__(self, "lands", frozenset(one for one in self.places if one.startswith(LAND)))
        first = self.when.first if self.when else None
        object.__setattr__(self, "dated", first is not None and len(first.iso) > _TO_MONTH)

    @property
    def identified(self) -> bool:
        """Whether it can be known from others of its kind."""
        match self.kind:
            case "engagement":
                body = any(party != STATE for _, party in self.bodies)
                goes = self.sort != "visit" or bool(self.people) or body
                sits = body and self.when is not None  # a session of a working group, by its day
                placed = bool(self.people) or body or self.when is not None  # two states meet at all times
                enough = 1 if self.alone or sits else 2
                return not self.several and goes and placed and len(self.people | self.bodies) >= enough
            case "request" | "commitment" | "position":
                return bool(self.asking and self.words) and self.weighty
            case "channel":
                return bool(self.sides) and self.weighty
            case _:
                dated = self.when is not None and _length(self.when)[0] <= _MONTH
                return len(self.words) > 1 and (self.weighty or dated)

    def joined(self, other: "Facts") -> "Facts":
        """What two acts tell that are one; the more exact time of two that agree."""
        return replace(
            self,
            sort=self.sort if self.sort != "meeting" else other.sort,
            people=self.people | other.people,
            bodies=self.bodies | other.bodies,
            vague=self.vague or other.vague,
            asking=self.asking | other.asking,
            asked=self.asked | other.asked,
            when=_closer(self.when, other.when),
            bare=self.bare or other.bare,
            lasted=self.lasted or other.lasted,
            places=self.places | other.places,
            words=self.words | other.words,
            leads=self.leads | other.leads,
            meanings=self.meanings | other.meanings,
            numbers=self.numbers | other.numbers,
            amounts=self.amounts | other.amounts,
            due=self.due | other.due,
            nth=self.nth | other.nth,
            crafts=self.crafts | other.crafts,
            deeds=self.deeds | other.deeds,
            alone=self.alone or other.alone,
            weighty=self.weighty or other.weighty,
            several=self.several and other.several,
            statuses=self.statuses | other.statuses,
            published=self.published or other.published,
        )


def _closer(one: Interval | None, other: Interval | None) -> Interval | None:
    """The shorter of two stretches of the calendar."""
    known = [each for each in (one, other) if each is not None]
    return min(known, key=_length, default=None)


def _length(interval: Interval) -> tuple[float, str]:
    if interval.first is None or interval.last is None:
        return float("inf"), str(interval)
    return (interval.last.bounds()[1] - interval.first.bounds()[0]).total_seconds(), str(interval)


def gap(one: Interval, other: Interval) -> timedelta:
    """The time between two stretches of the calendar; none where an end is open."""
    if not (one.first and one.last and other.first and other.last):
        return timedelta()
    return max(one.first.bounds()[0] - other.last.bounds()[1], other.first.bounds()[0] - one.last.bounds()[1])
