"""Whose relationship a record is about, and what of it is between two parties.

In: a record. Out: the two states with the most acts between them, or the part of the record in which two parties that
somebody asks for take part. Whoever acts for a state counts as that state.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from memcon.core.derivation import Family
from memcon.core.entry import Entry
from memcon.core.ids import DocumentId, PartyId
from memcon.core.party import Party
from memcon.core.problem import Problem
from memcon.core.record import Record
from memcon.record.told import claims, is_act, parties_of, taking_part


def main_pair(record: Record) -> tuple[str, ...]:
    """The two states that take part in the most acts together, sorted by name; empty if no two do.

    Of pairs with equally many acts it is the first by name.
    """
    sides = {party.id: side for party in record.parties if (side := _side(party))}
    together = Counter(
        pair
        for entry in record.entries
        if is_act(entry) and entry.identified
        for pair in combinations(sorted({sides[one] for one in _ids(parties_of(entry)) if one in sides}), 2)
    )
    return min(together, key=lambda pair: (-together[pair], pair), default=())


def members(record: Record, party: Party) -> frozenset[PartyId]:
    """The party and, if it is a state, whoever acts for it."""
    acts_for = (one.id for one in record.parties if party.type == "state" and one.side == party.name)
    return frozenset((party.id, *acts_for))


def between(record: Record, one: Party, other: Party) -> tuple[Record, int]:
    """What of a record is between two parties, and how many entries it leaves out.

    Acts and occurrences in which both take part, and statements of either. Reports that tell none of them are left
    out too, and families are cut to the others.
    """
    sides = members(record, one), members(record, other)
    called = {name.casefold(): party.id for party in (one, other) for name in (party.name, *party.names)}
    kept = tuple(entry for entry in record.entries if _is_between(entry, *sides, called))
    return _narrowed(record, kept), len(record.entries) - len(kept)


def _side(party: Party) -> str | None:
    return party.name if party.type == "state" else party.side


def _is_between(
    entry: Entry, one: frozenset[PartyId], other: frozenset[PartyId], called: Mapping[str, PartyId]
) -> bool:
    present = frozenset((*_ids(taking_part(entry)), *_visited(entry, called)))
    first, second = present & one, present & other
    if entry.kind == "statement":
        return bool(first or second)
    return bool(first) and bool(second) and len(first | second) > 1


def _visited(entry: Entry, called: Mapping[str, PartyId]) -> Iterator[PartyId]:
    """The state that a visit goes to, where no report says who receives the visitor."""
    if entry.best("type") == "visit":
        places = (claim.value.casefold() for claim in claims(entry, "place"))
        yield from (called[place] for place in places if place in called)


def _ids(found: Iterable[str]) -> Iterator[PartyId]:
    return map(PartyId, found)


def _narrowed(record: Record, entries: tuple[Entry, ...]) -> Record:
    """The record of these entries and of the reports that tell them."""
    told = {anchor.document for entry in entries for anchor in entry.evidence}
    families = tuple(_cut(record.families, told))
    known = {family.id for family in families}
    ids = {entry.id for entry in entries}
    return replace(
        record,
        documents=tuple(note for note in record.documents if note.id in told),
        families=tuple(replace(one, kin=tuple(kin for kin in one.kin if kin in known)) for one in families),
        derivations=tuple(
            one for one in record.derivations if one.child in told and (one.parent is None or one.parent in told)
        ),
        statements=tuple(one for one in record.statements if one.document in told),
        entries=entries,
        problems=tuple(one for one in record.problems if _of(one, told)),
        damage=tuple(mark for mark in record.damage if mark.anchor.document in told),
        discrepancies=tuple(one for one in record.discrepancies if one.entry in ids),
        links=tuple(link for link in record.links if {link.left, link.right} <= ids),
    )


def _cut(families: Iterable[Family], told: Collection[DocumentId]) -> Iterator[Family]:
    for family in families:
        if documents := tuple(one for one in family.documents if one in told):
            yield replace(family, documents=documents)


def _of(problem: Problem, told: Collection[DocumentId]) -> bool:
    return problem.anchor is None or problem.anchor.document in told
