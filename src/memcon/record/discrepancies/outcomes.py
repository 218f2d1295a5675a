"""How a visit went, beside how the talks went that were part of it.

In: entries. Out: visits, each with readings of its outcome that stand against each other.

One account calls the visit a success, another has its talks end in nothing: each stresses something else, and a reader
of either would not know it. Where some of the talks went well and some did not, the visit may be called either; nor is
anything set apart that one account tells together.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from memcon.core.discrepancy import Reading
from memcon.core.entry import Claim, Entry
from memcon.core.ids import DocumentId, EntryId
from memcon.record.links import links

_AGAINST = {"positive": "negative", "negative": "positive"}


def outcomes(entries: Iterable[Entry]) -> Iterator[tuple[Entry, tuple[Reading, ...]]]:
    """Each visit whose outcome stands against that of its parts, with the readings of both, the visit's first."""
    told = {
        entry.id: entry
        for entry in entries
        if entry.kind == "engagement" and (entry.best("type") == "visit" or _judged(entry))
    }
    parts: dict[EntryId, list[Claim]] = defaultdict(list)
    for link in links(told.values()):
        if link.kind == "part-of":
            parts[link.right] += _judged(told[link.left])
    for visit in sorted(parts):
        whole = _judged(told[visit])
        ways, other = {one.normalised for one in whole}, {one.normalised for one in parts[visit]}
        against = len(ways) == len(other) == 1 and other == {_AGAINST.get(way) for way in ways}
        if against and not _documents(whole) & _documents(parts[visit]):
            yield told[visit], tuple(_reading(one) for one in (*whole, *parts[visit]))


def _judged(entry: Entry) -> Sequence[Claim]:
    """How accounts have it go."""
    slot = entry.slot("outcome")
    return slot.claims if slot is not None else ()


def _documents(claims: Iterable[Claim]) -> set[DocumentId]:
    return {anchor.document for claim in claims for anchor in claim.anchors}


def _reading(claim: Claim) -> Reading:
    return Reading(claim.value, claim.normalised, claim.anchors, claim.support)
