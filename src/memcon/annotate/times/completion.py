"""What expressions leave out because the one beside them tells it.

In: a tree and the expressions found, in reading order. Out: the same expressions, completed: “from 4 March to 12 April
2029” tells the year once, “between 22:00 and midnight on Sunday” the day, “at 9 p.m. (1900 GMT) on Monday” one day of
two clocks.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from memcon.annotate.times.expressions import Found
from memcon.annotate.times.meaning import Meaning, Point
from memcon.annotate.tree import Tree

_JOINING = frozenset("to until till through and - – — (".split())
_CLOSING = (")", "on")


def completed(tree: Tree, found: Sequence[Found]) -> list[Found]:
    """The expressions, each with what the next one tells for both; from the last, so that three share it too."""
    made = list(found)
    for n, _ in reversed(list(enumerate(pairwise(found)))):
        one, other = made[n], made[n + 1]
        between = tree.lower[one.end : other.start]
        if between == ["("] and other is found[n + 1]:
            continue  # "at 1 a.m. (2300 GMT on Monday)": the day is only that of the clock in brackets
        if len(between) == 1 and between[0] in _JOINING:
            made[n] = replace(one, meaning=_shared(one.meaning, other.meaning))
        elif tuple(between) in {_CLOSING, _CLOSING[:1]} and tree.forms[one.start - 1 : one.start] == ["("]:
            made[n] = replace(one, meaning=_on_day(one.meaning, other.meaning))
    return made


def _shared(one: Meaning, other: Meaning) -> Meaning:
    """The year of the date that follows, or the one before if it would be later; the day of the clock that follows."""
    if not isinstance(one, Point) or not isinstance(other, Point) or one.shift or one.step is not None or one.last:
        return one
    if one.clock and not one.fields and other.clock:
        return replace(other, clock=one.clock, zone=one.zone, modifier=one.modifier)
    if other.shift or other.step is not None or "year" not in other.fields or other.clock:
        return one
    if not one.fields.keys() <= {"month", "day", "weekday"} or not {"month"} <= one.fields.keys() & other.fields.keys():
        return one
    year: int = other.fields["year"]
    later = _order(one) > _order(other)
    return replace(one, fields={**one.fields, "year": year - later}) if year > later else one


def _order(point: Point) -> tuple[int, int]:
    return point.fields["month"], point.fields.get("day", 0)


def _on_day(one: Meaning, day: Meaning) -> Meaning:
    """A clock in brackets on the day that follows them."""
    if not isinstance(one, Point) or not isinstance(day, Point) or not one.clock or one.fields or one.shift:
        return one
    return one if day.clock or day.part or day.last else replace(day, clock=one.clock, zone=one.zone)
