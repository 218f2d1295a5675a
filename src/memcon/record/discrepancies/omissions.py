"""What one official account tells of an engagement, and another leaves out.

In: entries and the documents that tell them. Out: discrepancies of type `omission`.

Two official accounts are readouts under the letterheads of two issuers that tell one engagement. What one of them says
was asked, promised or held between its sides and the other does not mention is told in one account only: no
contradiction, but a reader of either readout would not know it.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import permutations

from memcon.core.annotation import Annotations
from memcon.core.derivation import Origins
from memcon.core.discrepancy import Discrepancy, Reading
from memcon.core.entry import Entry
from memcon.core.ids import DocumentId, digest
from memcon.record.discrepancies.severity import severity
from memcon.record.discrepancies.verdicts import Known
from memcon.record.readings import folded
from memcon.record.support import support
from memcon.record.told import content

_RAISED = frozenset({"request", "commitment", "position"})
_NEARLY_ALL = frozenset({"invitation"})
"""Types that say nearly all there is to it, so that even an account that tells too little else is not silent."""
_PARTIES = frozenset({"visitor", "host", "participant", "by", "to"})


def omissions(
    entries: Iterable[Entry], annotations: Iterable[Annotations], origins: Origins, known: Known
) -> list[Discrepancy]:
    """One for each thing that one of two readouts of an engagement tells alone."""
    known_or_not = list(entries)
    told = [entry for entry in known_or_not if entry.identified]
    vague = {
        (document, entry.best("type"))
        for entry in known_or_not
        if not entry.identified and entry.best("type") in _NEARLY_ALL
        for document in _documents(entry)
    }
    issuers = {
        one.document: folded(credit.origin) for one in annotations for credit in one.credits if credit.kind == "issuer"
    }
    raised: dict[DocumentId, list[Entry]] = defaultdict(list)
    for entry in told:
        for document in _documents(entry) & issuers.keys() if entry.kind in _RAISED else ():
            raised[document].append(entry)
    found: dict[str, Discrepancy] = {}
    for engagement in told:
        if engagement.kind != "engagement":
            continue
        sides = _sides(engagement, known)
        for left, right in permutations(sorted(_documents(engagement) & issuers.keys()), 2):
            if issuers[left] == issuers[right] or origins.families[left].id == origins.families[right].id:
                continue
            for entry in raised[left]:
                silent = right not in _documents(entry) and (right, entry.best("type")) not in vague
                if silent and _sides(entry, known) <= sides:
                    found.setdefault(entry.id, _made(entry, engagement, left, right, origins))
    return list(found.values())


def _documents(entry: Entry) -> set[DocumentId]:
    return {anchor.document for anchor in entry.evidence}


def _sides(entry: Entry, known: Known) -> set[str]:
    """For whom everybody acts whom it names."""
    claims = (claim for slot in entry.slots if slot.name in _PARTIES for claim in slot.claims)
    return {known.side(claim) for claim in claims if claim.normalised in known.parties}


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
        comparison="told in one of two official accounts only",
        readings=readings,
        severity=weight,
        reason=reason,
    )
