"""What tells apart requests and promises that are alike: whose they are, what limit they set, of what time they are.

In: the `Facts` of two requests or commitments, or of groups of them. Out: why they cannot be one.

Whoever accepts an invitation undertakes what he is invited to, whatever words tell the acceptance; so `accepted` makes
that commitment of the request.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from memcon.align.acts.facts import Facts, gap
from memcon.core.act import Act, ActRole
from memcon.core.terms import terms
from memcon.core.times import Interval

KINDS = frozenset({"request", "commitment"})
_STANDS = timedelta(days=184)
"""How long what was asked or promised once is told as news."""
_EXCHANGED: Mapping[ActRole, ActRole] = {"by": "to", "to": "by"}


def accepted(acts: Iterable[Act]) -> Iterator[Act]:
    """The acts of a report, each invitation that was accepted followed by the commitment to come."""
    pledge = next(one for one in terms("acts/commitment")["predicate"] if one["type"] == "pledge")
    for act in acts:
        yield act
        if act.type == "invitation" and act.status == "accepted" and act.of("to"):
            yield replace(
                act,
                kind="commitment",
                type="pledge",
                status="agreed",
                arguments=tuple(sorted(replace(one, role=_EXCHANGED.get(one.role, one.role)) for one in act.arguments)),
                cameo=pledge["cameo"],
                plover=pledge["plover"],
                reason=f"an accepted invitation: {act.reason}",
            )


def apart(one: Facts, other: Facts, *, within: bool) -> str:
    """Why two cannot be one; empty if nothing tells against it.

    Args:
        within: Whether one report tells both: it would say if they were one under two names.
    """
    if within and one.numbers and other.numbers and one.numbers != other.numbers:
        return "another limit"
    if within and exchanged(one, other):
        return "each asks it of the other" if one.kind == "request" else "each promises it"
    return "another time" if _years_apart(one, other) else ""


def exchanged(one: Facts, other: Facts) -> bool:
    """Whether it is one side that asks or promises here, and the other side there."""
    if not (one.asking and other.asking) or one.asking & other.asking:
        return False
    return one.kind == "commitment" or bool(one.asking & other.asked or other.asking & one.asked)


def _years_apart(one: Facts, other: Facts) -> bool:
    """Whether they are told of times too far apart for one that stood all the while."""
    left, right = (one.when, other.when) if one.when and other.when else (_of(one), _of(other))
    return left is not None and right is not None and gap(left, right) > _STANDS


def _of(facts: Facts) -> Interval | None:
    """When it was asked or promised: the past that is told, else the time of the report.

    A time that is ahead is when it is to be done.
    """
    printed = facts.published
    if printed is None or (facts.when and facts.when.last and facts.when.last.relation(printed) == "before"):
        return facts.when
    return Interval.of(printed)
