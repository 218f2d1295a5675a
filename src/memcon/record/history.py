"""How an act stood over time: planned on Sunday, held on Monday.

In: an entry and what is known of its documents. Out: `Step`s, by when the reports that tell them were published.

Reports of one day that tell one status are one step, and so are steps that follow each other with the same status. Of
what is told on one day, or without a date, the further status comes last: a report of a meeting often tells of the plan
too. A channel has no course, so of one day it is what most passages tell. What was held stays held, and what was
answered stays answered, even if a later report repeats an earlier state. The last step's status is the entry's.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from memcon.core.anchor import Anchor
from memcon.core.dates import PartialDate
from memcon.core.entry import Claim, Entry
from memcon.core.ids import DocumentId
from memcon.core.record import DocumentNote, note_of

_FURTHER: tuple[str, ...] = (
    "stated", "new", "unchanged", "reversed", "open", "tentative", "proposed", "exploring", "alleged", "offered",
    "planned", "agreed", "scheduled", "unanswered",
    "resumed", "denied", "refused", "frozen", "postponed", "cancelled", "withdrawn", "declined", "accepted", "imposed",
    "happened", "held", "done", "lapsed", "lifted", "historical",
)  # fmt: skip
"""Statuses, the further ones last; of those that one report hardly tells together the order does not matter."""
_SETTLED = frozenset({"held", "done", "historical", "declined", "accepted"})
"""What no later report of an earlier state undoes."""
_EARLIER = frozenset({"open", "tentative", "planned", "agreed", "offered", "exploring", "scheduled", "unanswered"})


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


def history(entry: Entry, notes: Sequence[DocumentNote]) -> tuple[Step, ...]:
    """Every status of an entry in the order of publication; empty where its kind has none.

    Args:
        notes: Those of a record, sorted by document.
    """
    slot = entry.slot("status")
    claims = slot.claims if slot else ()
    telling = {anchor.document for claim in claims for anchor in claim.anchors}
    known = (note for document in telling if (note := note_of(notes, document)))
    return steps(entry.kind, claims, {note.id: note.published for note in known})


def steps(kind: str, claims: Iterable[Claim], published: Mapping[DocumentId, PartialDate | None]) -> tuple[Step, ...]:
    """The same, of the claims about a status."""
    told: dict[tuple[str, str], list[Anchor]] = defaultdict(list)
    for claim in claims:
        for anchor in claim.anchors:
            date = published.get(anchor.document)
            told[date.day.iso if date else "", claim.value].append(anchor)
    days = sorted(told, key=lambda one: (one[0], _rank(one[1], len(told[one]), kind), one[1]))
    if kind == "channel":
        days = [one for one, after in zip(days, [*days[1:], None], strict=True) if after is None or one[0] != after[0]]
    settled = next((n for n, (_, status) in enumerate(days) if status in _SETTLED), None)
    if settled is not None and kind != "channel":
        late = [one for one in days[settled:] if one[1] in _EARLIER]
        days = [*days[:settled], *late, *(one for one in days[settled:] if one not in late)]
    return tuple(
        _step(status, [anchor for one in group for anchor in told[one]], published)
        for status, group in groupby(days, key=lambda one: one[1])
    )


def _rank(status: str, passages: int, kind: str) -> int:
    """How far a status goes; of a channel how many passages tell it."""
    return passages if kind == "channel" else _FURTHER.index(status) if status in _FURTHER else -1


def _step(status: str, anchors: Iterable[Anchor], published: Mapping[DocumentId, PartialDate | None]) -> Step:
    found = tuple(sorted(anchors))
    dates = [date for one in found if (date := published.get(one.document))]
    return Step(status, min(dates, key=str, default=None), found)
