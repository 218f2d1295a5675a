"""What the account of one side tells of an engagement, and that of the other leaves out.

In: entries and the documents that tell them. Out: discrepancies of type `omission`.

The accounts of two sides are official readouts, each with its issuer's letterhead, that tell one engagement. What one
of them says was asked, promised or held there and the other does not mention is raised by one side only: no
contradiction, but a reader of either readout would not know it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

from memcon.core.annotation import Annotations
from memcon.core.derivation import Origins
from memcon.core.discrepancy import Discrepancy, Reading
from memcon.core.ids import DocumentId, digest
from memcon.core.record import Entry
from memcon.record.discrepancies.severity import severity
from memcon.record.support import support
from memcon.record.told import content

_RAISED = frozenset({"request", "commitment", "position"})


def omissions(entries: Iterable[Entry], annotations: Iterable[Annotations], origins: Origins) -> list[Discrepancy]:
    """One for each thing that one of two readouts of an engagement tells alone."""
    told = [entry for entry in entries if entry.identified]
    issued = {one.document for one in annotations if any(credit.kind == "issuer" for credit in one.credits)}
    found: dict[tuple[str, DocumentId], Discrepancy] = {}
    for engagement in told:
        if engagement.kind != "engagement":
            continue
        accounts = [one for one in _documents(engagement) if one in issued]
        for left, right in permutations(sorted(accounts), 2):
            if origins.families[left].id != origins.families[right].id:
                for entry in _only(told, left, right):
                    found.setdefault((entry.id, right), _made(entry, engagement, left, right, origins))
    return list(found.values())


def _documents(entry: Entry) -> set[DocumentId]:
    return {anchor.document for anchor in entry.evidence}


def _only(told: Sequence[Entry], left: DocumentId, right: DocumentId) -> Iterator[Entry]:
    """What the one account raises and the other does not mention."""
    for entry in told:
        documents = _documents(entry)
        if entry.kind in _RAISED and left in documents and right not in documents:
            yield entry


def _made(entry: Entry, engagement: Entry, left: DocumentId, right: DocumentId, origins: Origins) -> Discrepancy:
    raised = tuple(anchor for anchor in entry.evidence if anchor.document == left)
    silent = tuple(anchor for anchor in engagement.evidence if anchor.document == right)
    readings = (
        Reading(content(entry), "told", raised, support(raised, origins)),
        Reading("", "not told", silent, support(silent, origins)),
    )
    weight, reason = severity("omission", "framing", readings)
    return Discrepancy(
        id=digest("discrepancy", entry.id, "content", "omission", right),
        entry=entry.id,
        entry_kind=entry.kind,
        slot="content",
        type="omission",
        verdict="framing",
        mechanism="silence",
        comparison="raised in the account of one side only",
        readings=readings,
        severity=weight,
        reason=reason,
    )
