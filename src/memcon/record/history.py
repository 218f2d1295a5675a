"""How an act stood over time: planned on Sunday, held on Monday.

In: an entry and what is known of its documents. Out: `Step`s, by when the reports that tell them were published.

Reports of one day that tell one status are one step, and so are steps that follow each other with the same status. The
last step's status is the entry's.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from memcon.core.anchor import Anchor
from memcon.core.dates import PartialDate
from memcon.core.ids import DocumentId
from memcon.core.record import DocumentNote, Entry

_Told = tuple[str, DocumentId, int]
"""When and where a status is told, as the record orders it; what nothing dates comes first."""


@dataclass(frozen=True, slots=True)
class Step:
    """One status that an act had.

    Attributes:
        as_of: When the first report that tells it was published; None if nothing dates it.
        anchors: The words that tell it, sorted; never empty.
    """

    status: str
    as_of: PartialDate | None
    anchors: tuple[Anchor, ...]


def history(entry: Entry, notes: Iterable[DocumentNote]) -> tuple[Step, ...]:
    """Every status of an entry in the order of publication; empty where its kind has none."""
    slot = entry.slot("status")
    published = {note.id: note.published for note in notes}
    told: dict[tuple[str, str], list[Anchor]] = defaultdict(list)
    for claim in slot.claims if slot else ():
        for anchor in claim.anchors:
            date = published.get(anchor.document)
            told[date.day.iso if date else "", claim.value].append(anchor)

    def place(anchor: Anchor) -> _Told:
        date = published.get(anchor.document)
        return date.iso if date else "", anchor.document, anchor.start

    ordered = sorted(told.items(), key=lambda one: max(map(place, one[1])))
    return tuple(
        _step(status, [anchor for _, anchors in group for anchor in anchors], published)
        for status, group in groupby(ordered, key=lambda one: one[0][1])
    )


def _step(status: str, anchors: Iterable[Anchor], published: dict[DocumentId, PartialDate | None]) -> Step:
    found = tuple(sorted(anchors))
    dates = [date for one in found if (date := published.get(one.document))]
    return Step(status, min(dates, key=str, default=None), found)
