"""How entries hang together: what is part of what, what follows it and what led up to it.

In: entries of engagements. Out: `Link`s, sorted.

- A meeting, a meal or a press conference is part of the visit of somebody who takes part in it, if it lies in the
  visit's time; where neither is dated, nothing is said.
- A second engagement of one sort between the same people is a follow-up of the one before it.
- A call or a letter between people who then meet, within a fortnight, is a precursor of that meeting.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import combinations, pairwise

from memcon.core.discrepancy import Link
from memcon.core.entry import Entry
from memcon.record.told import date_words, parties_of, when

_AROUND = timedelta(days=2)
"""How far from the one day that is told of a visit what it consists of may lie."""
_FORTNIGHT = timedelta(days=14)
_LEADING = frozenset({"call", "letter"})
_HELD = frozenset({"held", "planned", "tentative", "historical", None})
_Reach = tuple[datetime, datetime]


def links(entries: Iterable[Entry]) -> tuple[Link, ...]:
    """Every link between engagements, sorted."""
    dated: dict[str, list[tuple[_Reach, Entry]]] = defaultdict(list)
    for entry in entries:
        reach = _reach(entry)
        if entry.kind == "engagement" and entry.identified and entry.status in _HELD and reach is not None:
            for party in parties_of(entry):
                dated[party].append((reach, entry))
    found: set[Link] = set()
    for own in dated.values():
        own.sort(key=lambda one: (*one[0], one[1].id))
        found |= {*_parts(own), *_series(own)}
    return tuple(sorted(found))


def _reach(entry: Entry) -> _Reach | None:
    interval = when(entry)
    if interval is None or interval.first is None or interval.last is None or interval.first.precision not in _EXACT:
        return None
    return interval.first.bounds()[0], interval.last.bounds()[1]


_EXACT = frozenset({"day", "minute"})


def _parts(own: Iterable[tuple[_Reach, Entry]]) -> Iterator[Link]:
    """What somebody did while he was on a visit."""
    told = list(own)
    visits = [(reach, entry) for reach, entry in told if entry.best("type") == "visit"]
    for (start, end), entry in told:
        near = [
            (abs(start - begins), visit.id, visit)
            for (begins, ends), visit in visits
            if begins - _AROUND <= start and end <= ends + _AROUND and _visitors(visit) & set(parties_of(entry))
        ]
        if near and entry.best("type") != "visit":
            visit = min(near, key=lambda one: one[:2])[2]
            yield Link(entry.id, "part-of", visit.id, f"it lies in the visit’s time, {_date(visit)}")


def _visitors(visit: Entry) -> set[str]:
    return {
        claim.normalised for slot in visit.slots if slot.name in {"visitor", "participant"} for claim in slot.claims
    }


def _series(own: Iterable[tuple[_Reach, Entry]]) -> Iterator[Link]:
    """One after the other between the same people."""
    together: dict[tuple[str, ...], list[tuple[_Reach, Entry]]] = defaultdict(list)
    for reach, entry in own:
        if len(parties_of(entry)) > 1:
            together[parties_of(entry)].append((reach, entry))
    for series in together.values():
        by_type: dict[str, list[Entry]] = defaultdict(list)
        for _, entry in series:
            by_type[entry.best("type")].append(entry)
        for same in by_type.values():
            for earlier, later in pairwise(same):
                if _date(earlier) != _date(later):
                    yield Link(later.id, "follow-up-of", earlier.id, f"the same people, after {_date(earlier)}")
        for (reach, first), (then, second) in combinations(series, 2):
            leads = first.best("type") in _LEADING and second.best("type") not in _LEADING
            if leads and timedelta() <= then[0] - reach[0] <= _FORTNIGHT and _date(first) != _date(second):
                yield Link(first.id, "precursor-of", second.id, f"the same people, before {_date(second)}")


def _date(entry: Entry) -> str:
    interval = when(entry)
    return date_words(interval) if interval else ""
