"""By when something is promised or asked for.

In: an entry and what its expressions of time mean. Out: a date.
"""

from collections.abc import Mapping, Sequence

from memcon.core.dates import PartialDate
from memcon.core.entry import Entry
from memcon.core.ids import DocumentId
from memcon.core.times import Time
from memcon.record.told import claims


def due(entry: Entry, times: Mapping[DocumentId, Sequence[Time]]) -> PartialDate | None:
    """The last day of the best attested deadline; None where no report tells one, or it is no day.

    Args:
        times: The expressions of time in each document.
    """
    words = [anchor for claim in claims(entry, "deadline")[:1] for anchor in claim.anchors]
    meant = (time.interval for one in words for time in times.get(one.document, ()) if one.contains(time.anchor))
    return next((interval.last for interval in meant if interval and interval.last), None)
