"""The five clocks of a claim: when it happened, was said, was published, was updated and was retrieved.

In: the documents that make a claim, and the times they tell with it. Out: `Clocks`, none of which stands for another.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from memcon.core.dates import PartialDate
from memcon.core.degradation import Degradation, unsound
from memcon.core.document import Document, Field
from memcon.core.entry import Clocks
from memcon.core.ids import DocumentId
from memcon.core.times import Interval


@dataclass(frozen=True, slots=True)
class Dated:
    """The dates of a report, read once: hundreds of claims may rest on it.

    Attributes:
        sound: Whether it is not certainly more damaged than others.
    """

    published: PartialDate | None
    updated: PartialDate | None
    retrieved: PartialDate | None
    sound: bool = True


def dated(
    documents: Mapping[DocumentId, Document], states: Mapping[DocumentId, Degradation] = MappingProxyType({})
) -> dict[DocumentId, Dated]:
    """The dates of each report.

    Args:
        states: How damaged each report is; without them all count as sound.
    """
    worse = unsound(states)
    return {
        key: Dated(one.published, _stated(one, "updated"), _stated(one, "retrieved"), key not in worse)
        for key, one in documents.items()
    }


def clocks(reports: Iterable[Dated], *, happened: Iterable[Interval] = (), said: Iterable[Interval] = ()) -> Clocks:
    """The clocks of what these reports claim.

    Args:
        happened: When what is claimed took place, as each of them tells it; likewise `said`.
    """
    dates = list(reports)
    return Clocks(
        happened=_reach(happened),
        said=_reach(said),
        published=_over(one.published for one in dates),
        updated=_over(one.updated for one in dates),
        retrieved=_over(one.retrieved for one in dates),
    )


def _stated(document: Document, field: Field) -> PartialDate | None:
    datum = document.read(field)
    return PartialDate(datum.value) if datum is not None else None


def _over(dates: Iterable[PartialDate | None]) -> Interval | None:
    """From the first to the last of some dates."""
    found = {date.iso: date for date in dates if date is not None}.values()  # many reports have the same few
    return Interval(_first(found), _last(found)) if found else None


def _reach(intervals: Iterable[Interval]) -> Interval | None:
    """From the first to the last of some intervals; open where one of them is."""
    found = list(intervals)
    firsts = {one.first.iso if one.first else "": one.first for one in found}
    lasts = {one.last.iso if one.last else "": one.last for one in found}
    first = None if "" in firsts else _first(filter(None, firsts.values()))
    last = None if "" in lasts else _last(filter(None, lasts.values()))
    return Interval(first, last) if first or last else None


def _first(dates: Iterable[PartialDate]) -> PartialDate | None:
    return min(dates, key=lambda date: (date.bounds()[0], date.iso), default=None)


def _last(dates: Iterable[PartialDate]) -> PartialDate | None:
    return max(dates, key=lambda date: (date.bounds()[1], date.iso), default=None)
