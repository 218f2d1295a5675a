"""By when something is promised or asked for.

In: an entry and what its expressions of time mean. Out: a date.
"""

from collections.abc import Mapping

from memcon.core.anchor import Anchor
from memcon.core.dates import PartialDate
from memcon.core.record import Entry
from memcon.core.times import Time
from memcon.record.told import claims


def due(entry: Entry, times: Mapping[Anchor, Time]) -> PartialDate | None:
    """The last day of the best attested deadline; None where no report tells one, or it is no day."""
    words = [anchor for claim in claims(entry, "deadline")[:1] for anchor in claim.anchors]
    meant = (time.interval for anchor, time in times.items() if any(one.contains(anchor) for one in words))
    return next((interval.last for interval in meant if interval and interval.last), None)
