"""The five clocks of a claim: when it happened, was said, was published, was updated and was retrieved.

In: the documents that make a claim, and the times they tell with it. Out: `Clocks`, none of which stands for another.
"""

from collections.abc import Iterable

from memcon.core.dates import PartialDate
from memcon.core.document import Document, Field
from memcon.core.record import Clocks
from memcon.core.times import Interval


def clocks(
    documents: Iterable[Document], *, happened: Iterable[Interval] = (), said: Iterable[Interval] = ()
) -> Clocks:
    """The clocks of what these documents claim.

    Args:
        happened: When what is claimed took place, as each of them tells it; likewise `said`.
    """
    reports = list(documents)
    return Clocks(
        happened=_reach(happened),
        said=_reach(said),
        published=_reach(Interval.of(one.published) for one in reports if one.published),
        updated=_reach(_stated(reports, "updated")),
        retrieved=_reach(_stated(reports, "retrieved")),
    )


def _stated(documents: Iterable[Document], field: Field) -> Iterable[Interval]:
    stated = (document.read(field) for document in documents)
    return (Interval.of(PartialDate(datum.value)) for datum in stated if datum is not None)


def _reach(intervals: Iterable[Interval]) -> Interval | None:
    """From the first to the last of some intervals; open where one of them is."""
    found = list(intervals)
    if not found:
        return None
    firsts = [one.first for one in found]
    lasts = [one.last for one in found]
    first = min((one for one in firsts if one), key=lambda date: (date.bounds()[0], date.iso), default=None)
    last = max((one for one in lasts if one), key=lambda date: (date.bounds()[1], date.iso), default=None)
    first, last = None if None in firsts else first, None if None in lasts else last
    return Interval(first, last) if first or last else None
