"""How long an act took, as far as the reports agree.

In: an entry and what its expressions of time mean. Out: the least and the most minutes.
"""

from collections.abc import Mapping

from memcon.core.anchor import Anchor
from memcon.core.entry import Entry
from memcon.core.times import Duration, Time
from memcon.record.told import claims, when


def minutes(entry: Entry, times: Mapping[Anchor, Time]) -> tuple[float, float] | None:
    """What every reading allows that agrees with the best attested one; None where no report tells it.

    "Nearly two hours" and "95 minutes" are 95 minutes; a reading that contradicts those before it changes nothing.
    Where no length is told, it is the time from a stated beginning to a stated end.
    """
    told = [
        times[anchor].duration for claim in claims(entry, "duration") for anchor in claim.anchors if anchor in times
    ]
    agreed: tuple[float, float] | None = None
    for one in (*told, _from_ends(entry)):
        if one is None:
            continue
        low, high = agreed or (one.low, one.high)
        if one.low <= high and low <= one.high:
            agreed = max(low, one.low), min(high, one.high)
    return agreed


def _from_ends(entry: Entry) -> Duration | None:
    """From one minute to another; what is told to the day is too loose to be a length."""
    interval = when(entry)
    if interval is None or interval.single or not interval.first or interval.first.precision != "minute":
        return None
    return interval.duration()
