"""The strait talks once more, with what their accounts make of each other: differences, damage, an act of nobody.

The record is that of `strait_talks`; beside it stand, made by hand, differences of several verdicts, words that
spinning broke, a link, and one entry that does not say whose it is.
"""

from dataclasses import replace
from functools import cache

from memcon.core.annotation import Damage
from memcon.core.degradation import degradation
from memcon.core.discrepancy import Discrepancy, DiscrepancyType, Link, Mechanism, Reading, Verdict
from memcon.core.entry import Entry, Support, Witness
from memcon.core.record import Record
from memcon.record.told import claims
from tests.unit.present import strait_talks
from tests.unit.present.strait_talks import documents, entry


def reading(key: str, slot: str, place: int) -> Reading:
    """What a claim of an entry says."""
    claim = claims(entry(key), slot)[place]
    return Reading(claim.value, claim.normalised, claim.anchors, claim.support)


def silent(teller: str) -> Reading:
    """An account that tells of the talks, and nothing of the matter."""
    witness = next(one for one in entry("talks").support.by if one.origin == teller)
    documents_ = len({anchor.document for anchor in witness.anchors})
    return Reading("", "", witness.anchors, Support(1, 1, documents_, (witness,)))


def _differ(
    key: str,
    slot: str,
    type_: DiscrepancyType,
    verdict: Verdict,
    mechanism: Mechanism,
    comparison: str,
    readings: tuple[Reading, ...],
    severity: float,
) -> Discrepancy:
    found = entry(key)
    reason = f"{found.kind}, told by {found.support.most} families"
    return Discrepancy(
        f"d{key}{slot}", found.id, found.kind, slot, type_, verdict, mechanism, comparison, readings, severity, reason
    )


def nameless() -> Entry:
    """An act of which nothing says whose it is."""
    return replace(entry("asked"), identified=False)


@cache
def record() -> Record:
    """The record with all of it."""
    made = strait_talks.record()
    both = (reading("talks", "duration", 0), reading("talks", "duration", 1))
    places = (reading("talks", "place", 0), reading("talks", "place", 1))
    kelp = (reading("kelp", "content", 0), silent("Northern Cable"))
    answers = (reading("crew", "status", 0), reading("crew", "status", 1))
    found = (
        _differ("crew", "status", "status", "conflict", "dispute", "Declined is not open.", answers, 0.7),
        _differ("talks", "place", "place", "conflict", "precision", "Neither place is known to hold the other.", places, 0.4),
        _differ("kelp", "content", "omission", "framing", "silence", "", kelp, 0.2),
        _differ("talks", "duration", "number", "compatible", "rounding", "95 min lies in 90–120 min.", both, 0.1),
    )  # fmt: skip
    gazette = documents()["gazette"]
    start = gazette.text.index("nearly two hours")
    damage = (
        Damage(gazette.anchor(start, start + 6), "sense", "almost", 0.9, "A word that no person would choose."),
        Damage(gazette.anchor(start, start + 16), "name", None, 0.9, "Another report has other words here."),
    )
    return replace(
        made,
        documents=tuple(
            replace(note, degradation=degradation(damage, 50)) if note.id == gazette.id else note
            for note in made.documents
        ),
        entries=tuple(nameless() if one.id == entry("asked").id else one for one in made.entries),
        damage=damage,
        discrepancies=found,
        links=(Link(entry("dinner").id, "follow-up-of", entry("talks").id, "The same ministers, four days later."),),
    )


def witness(key: str, place: int = 0) -> Witness:
    """A family that tells an act."""
    return entry(key).support.by[place]
