"""Where accounts differ: every slot of every entry, compared by what it means.

In: entries with their claims, and what is known of the words. Out: `Discrepancy` values, the gravest first, also those
that are none once normalised.

    claims of a slot       two by two, the best attested against each other      verdicts
    figures in the words   of what is asked, promised or done                    quantities
    a visit and its parts  how it went, and how its talks went                   outcomes
    accounts of two sides  what only one of two readouts tells                   omissions
    severity               from the type, the verdict and the support            severity
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, Damage
from memcon.core.derivation import Origins
from memcon.core.discrepancy import Discrepancy, Reading
from memcon.core.document import Document
from memcon.core.entry import Claim, Entry
from memcon.core.ids import DocumentId, digest
from memcon.core.party import Party
from memcon.core.quantities import Quantity, quantities
from memcon.record.discrepancies.omissions import omissions
from memcon.record.discrepancies.outcomes import outcomes
from memcon.record.discrepancies.severity import of_one_family, severity
from memcon.record.discrepancies.verdicts import COMPARED, Finding, Known, compare
from memcon.record.readings import folded, words
from memcon.record.support import support

_COUNTED = frozenset({"request", "commitment", "incident", "measure"})
"""Kinds in whose words figures are compared."""

_FRAMED = Finding("framing", "framing", "emphasis", "what is told of the visit and of its talks goes different ways")
_SPELLED: Mapping[str, Finding] = {
    "when": Finding("date", "agree", "precision", "both are {}"),
    "precedent": Finding("number", "agree", "arithmetic", "both mean {}"),
}
"""Slots whose claims are told in words that a reader may take for different ones: "Thursday" and "15 May"."""


def discrepancies(
    entries: Iterable[Entry],
    *,
    documents: Mapping[DocumentId, Document],
    annotations: Sequence[Annotations],
    origins: Origins,
    parties: Iterable[Party],
    damage: Iterable[Damage] = (),
) -> tuple[Discrepancy, ...]:
    """Everything in which accounts differ, sorted by severity."""
    marks: dict[DocumentId, list[Damage]] = defaultdict(list)
    for mark in damage:
        marks[mark.anchor.document].append(mark)
    by_id = {party.id: party for party in parties}
    states = [party for party in by_id.values() if party.type == "state"]
    known = Known(
        documents,
        {time.anchor: time for one in annotations for time in one.times},
        {document: tuple(own) for document, own in marks.items()},
        by_id,
        {alias: party.id for party in by_id.values() for alias in party.aliases},
        frozenset(name.casefold() for state in states for name in (state.name, *state.names)),
        {one.document: tuple(mention for mention in one.mentions if mention.type == "person") for one in annotations},
    )
    told = [entry for entry in entries if entry.identified and entry.support.documents > 1]
    found = [one for entry in told for one in (*_of_slots(entry, known, origins), *_of_figures(entry, known, origins))]
    found += [made(visit, "outcome", _FRAMED, readings) for visit, readings in outcomes(entries)]
    found += omissions(entries, annotations, origins, known)
    return tuple(sorted(found, key=lambda one: (-one.severity, one.entry, one.slot, one.id)))


def made(entry: Entry, slot: str, finding: Finding, readings: Sequence[Reading]) -> Discrepancy:
    """A finding with its readings, weighed; nobody disputes what was only changed in taking it over."""
    weight, reason = severity(finding.type, finding.verdict, readings)
    mechanism = "rewriting" if finding.mechanism == "dispute" and of_one_family(readings[:2]) else finding.mechanism
    return Discrepancy(
        id=digest(
            "discrepancy", entry.id, slot, finding.type, finding.verdict, *sorted(one.normalised for one in readings)
        ),
        entry=entry.id,
        entry_kind=entry.kind,
        slot=slot,
        type=finding.type,
        verdict=finding.verdict,
        mechanism=mechanism,
        comparison=finding.comparison,
        readings=tuple(readings),
        severity=weight,
        reason=reason,
    )


def _of_slots(entry: Entry, known: Known, origins: Origins) -> Iterator[Discrepancy]:
    """One for each slot and verdict: the best attested reading with every one that stands so beside it."""
    for slot in entry.slots:
        for claim in slot.claims:
            known_time = (
                slot.name != "when" or claim.clocks.happened is not None
            )  # "soon" and "in years" mean no one time
            if known_time and (finding := _SPELLED.get(slot.name)):
                yield from _spelled(entry, slot.name, claim, finding, known, origins)
        if slot.name not in COMPARED or len(slot.claims) < 2:
            continue
        best, *others = slot.claims
        beside: dict[tuple[str, str], list[tuple[Claim, Finding]]] = defaultdict(list)
        for other in others:
            finding = compare(entry, slot.name, best, other, known)
            if finding is not None:
                beside[finding.verdict, finding.type].append((other, finding))
        for group in beside.values():
            readings = [_reading(claim) for claim in (best, *(claim for claim, _ in group))]
            yield made(entry, slot.name, group[0][1], readings)


def _spelled(
    entry: Entry, slot: str, claim: Claim, finding: Finding, known: Known, origins: Origins
) -> Iterator[Discrepancy]:
    """One claim in several words, such as a weekday and a date."""
    told: dict[str, list[Anchor]] = defaultdict(list)
    for anchor in claim.anchors:
        told[folded(known.documents[anchor.document].passage(anchor))].append(anchor)
    if len({anchor.document for own in told.values() for anchor in own}) < 2 or len(told) < 2:
        return
    readings = [
        Reading(
            words(known.documents[own[0].document].passage(own[0])), claim.normalised, tuple(own), support(own, origins)
        )
        for own in sorted(told.values(), key=lambda own: (-len(own), own))
    ]
    yield made(entry, slot, replace(finding, comparison=finding.comparison.format(claim.normalised)), readings)


def _reading(claim: Claim) -> Reading:
    return Reading(claim.value, claim.normalised, claim.anchors, claim.support)


def _of_figures(entry: Entry, known: Known, origins: Origins) -> Iterator[Discrepancy]:
    """Figures of one thing in the words of several accounts."""
    if entry.kind not in _COUNTED:
        return
    told: list[Quantity] = []
    for anchor in entry.evidence:
        told += quantities(known.documents[anchor.document].text, anchor)
    for group in _comparable(told):
        values: dict[tuple[float, float], list[Quantity]] = defaultdict(list)
        for one in group:
            values[one.low, one.high].append(one)
        ranked = sorted(
            values.values(), key=lambda own: (-len({one.anchor.document for one in own}), own[0].low, own[0].high)
        )
        apart = [own for own in ranked[1:] if not own[0].agrees(ranked[0][0]) and not _both(own, ranked[0])]
        loose = [own for own in ranked[1:] if own[0].agrees(ranked[0][0])]
        for others, finding in (
            (apart, Finding("number", "conflict", "dispute", "the figures differ by more than rounding")),
            (loose, Finding("number", "compatible", "rounding", "the figures are one, rounded or in another unit")),
        ):
            if others:
                readings = [_counted(own, known, origins) for own in (ranked[0], *others)]
                yield made(entry, "number", finding, readings)


def _both(left: Sequence[Quantity], right: Sequence[Quantity]) -> bool:
    """Whether one account gives both figures: it then counts two things."""
    return bool({one.anchor.document for one in left} & {one.anchor.document for one in right})


def _comparable(told: Sequence[Quantity]) -> list[list[Quantity]]:
    """Figures of one thing together, where more than one account has them."""
    groups: list[list[Quantity]] = []
    for one in told:
        home = next((group for group in groups if any(one.comparable(other) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return [group for group in groups if len({one.anchor.document for one in group}) > 1]


def _counted(own: Sequence[Quantity], known: Known, origins: Origins) -> Reading:
    anchors = tuple(sorted({one.anchor for one in own}))
    first = own[0]
    value = words(known.documents[first.anchor.document].passage(first.anchor))
    meant = f"{first.number:g}" if first.low == first.high else f"{first.low:g}–{first.high:g}".removesuffix("–inf")
    return Reading(value, meant, anchors, support(anchors, origins))


__all__ = ["discrepancies", "made"]
