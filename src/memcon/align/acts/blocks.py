"""Which mentions are worth comparing: those that share a block.

In: facts. Out: pairs of numbers.

A block is made of what a mention is about and of the week it is of: the week that it tells, or else that of its report
and the one before, since what a report tells without a date is its news. What is long past has its year instead. So the
number of comparisons grows with the number of reports, even if all of them are about the same two states. Of a large
block only those are compared that stand near each other in the order of what they tell (the sorted neighbourhood of
Hernández and Stolfo, 1995). Where a block without its week is small, that serves too, for what nothing dates.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import combinations

from memcon.align.acts.facts import Facts

_Key = tuple[str, ...]
_LARGE = 400
"""Mentions of one week in a block beyond which not all are compared with all."""
_NEAR = 24
"""With how many of those behind it in a large block a mention is compared."""
_SMALL = 100
"""Mentions in a block without a week from which it tells nothing."""
_SPAN = timedelta(days=62)
"""How long a stretch of the calendar is told by its weeks at most."""
_PAST = timedelta(days=45)
"""How long before its report something is the past rather than news."""
_WEEK = 7


def candidates(told: Sequence[Facts]) -> set[tuple[int, int]]:
    """Pairs of mentions that may be one, the smaller number first."""
    blocks: dict[_Key, list[int]] = defaultdict(list)
    for number, facts in enumerate(told):
        weeks = tuple(_weeks(facts))
        for about in _about(facts):
            blocks[about].append(number)
            for week in weeks:
                blocks[(*about, week)].append(number)
    found: set[tuple[int, int]] = set()
    for key, block in blocks.items():
        weekly = key[-1].startswith("@")
        if len(block) <= (_LARGE if weekly else _SMALL):
            found.update(combinations(block, 2))
        elif weekly:
            ordered = sorted(block, key=lambda number: _place(told[number]))
            near = (ordered[n + 1 : n + 1 + _NEAR] for n in range(len(ordered)))
            found.update(
                (min(one, other), max(one, other))
                for one, others in zip(ordered, near, strict=True)
                for other in others
            )
    return found


def _place(facts: Facts) -> tuple[object, ...]:
    """The order of a large block, in which those that tell much the same stand together."""
    return sorted(facts.persons), str(facts.when), sorted(facts.asking), sorted(facts.words), facts.clause


def _about(facts: Facts) -> Iterator[_Key]:
    """What a mention is about, in one or more ways."""
    yield facts.kind, "clause", facts.clause
    match facts.kind:
        case "engagement":
            for side in facts.sides:
                yield facts.sort, "side", side
        case "channel":
            yield ("channel", facts.sort, *sorted(facts.sides))
        case "request" if facts.sort == "invitation":
            for side in facts.asking:
                yield facts.sort, "by", side
        case _:
            kind = "deed" if facts.kind in {"incident", "measure"} else facts.kind
            for left, right in combinations(sorted(facts.words), 2):
                yield kind, left, right
            for side in facts.asking if facts.meanings else ():
                yield kind, "by", side


def _weeks(facts: Facts) -> Iterator[str]:
    when, published = facts.when, facts.published
    if when is not None and when.first and when.last:
        first, last = when.first.bounds()[0] + _HALF, when.last.bounds()[1] - _HALF
        if last - first <= _SPAN:
            yield from _from_to(first, last)
        if published is None or published.bounds()[0] - last > _PAST or last - first > _SPAN:
            yield f"@{when.first.iso[:4]}"
    elif published is not None:
        written = published.bounds()[0] + _HALF
        week = written.toordinal() // _WEEK
        ahead = 1 if facts.statuses & {"planned", "tentative", "scheduled"} else 0
        yield from (f"@{number}" for number in range((written.toordinal() - _WEEK) // _WEEK, week + ahead + 1))


_HALF = timedelta(hours=13)
"""From the bounds of a date that may be anywhere's to its day."""


def _from_to(first: datetime, last: datetime) -> Iterator[str]:
    for week in range(first.toordinal() // _WEEK, max(first, last).toordinal() // _WEEK + 1):
        yield f"@{week}"
