"""Accounts beside each other: of one entry family by family, or of two documents entry by entry.

In: a record. Out: frozen values for a view; nothing is judged here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.core.anchor import Anchor
from memcon.core.discrepancy import Discrepancy
from memcon.core.entry import Claim, Entry, Witness
from memcon.core.ids import DocumentId
from memcon.core.record import Record
from memcon.record.told import is_act

_NOT_COMPARED = frozenset({"code", "kind"})  # ours, not an account's


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says of one aspect.

    Attributes:
        claims: Empty where the account is silent.
        anchors: Of each claim, where this account says so.
    """

    claims: tuple[Claim, ...]
    anchors: tuple[tuple[Anchor, ...], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One aspect of an entry, with a cell for each account."""

    slot: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts of one entry side by side.

    Attributes:
        witnesses: The families that tell it, in the order of the cells.
        rows: Aspects that at least one account tells.
        discrepancies: How the accounts differ, the gravest first; also differences that are none once normalised.
    """

    entry: Entry
    witnesses: tuple[Witness, ...]
    rows: tuple[Row, ...]
    discrepancies: tuple[Discrepancy, ...]


@dataclass(frozen=True, slots=True)
class Both:
    """What both of two documents tell.

    Attributes:
        left, right: Where each of them tells it.
        discrepancies: How accounts of it differ, these two or others.
    """

    entry: Entry
    left: tuple[Anchor, ...]
    right: tuple[Anchor, ...]
    discrepancies: tuple[Discrepancy, ...]


@dataclass(frozen=True, slots=True)
class Readouts:
    """Two documents side by side: which acts both tell, and which only one of them tells.

    Attributes:
        both: In the reading order of the left document; likewise `only_left`.
        only_right: In the reading order of the right document.
        unidentified: How many acts they tell that cannot be told from others, and so are in none of the three.
    """

    left: DocumentId
    right: DocumentId
    both: tuple[Both, ...]
    only_left: tuple[Entry, ...]
    only_right: tuple[Entry, ...]
    unidentified: int


def accounts(entry: Entry, record: Record) -> Accounts:
    """The accounts of an entry, with a column for each family that tells it."""
    witnesses = entry.support.by
    rows = (
        Row(slot.name, tuple(_cell(slot.claims, one) for one in witnesses))
        for slot in entry.slots
        if slot.name not in _NOT_COMPARED
    )
    return Accounts(
        entry,
        witnesses,
        tuple(row for row in rows if any(cell.claims for cell in row.cells)),
        tuple(one for one in record.discrepancies if one.entry == entry.id),
    )


def readouts(left: DocumentId, right: DocumentId, record: Record) -> Readouts:
    """What two documents tell alike, and what only one of them tells."""
    told = [entry for entry in record.entries if is_act(entry)]
    known = [entry for entry in told if entry.identified]

    def in_order(document: DocumentId, other: DocumentId, *, shared: bool) -> Iterator[Entry]:
        found = (entry for entry in known if _where(entry, document) and bool(_where(entry, other)) == shared)
        return iter(sorted(found, key=lambda entry: (_where(entry, document), entry.id)))

    return Readouts(
        left,
        right,
        both=tuple(
            Both(
                entry,
                _where(entry, left),
                _where(entry, right),
                tuple(one for one in record.discrepancies if one.entry == entry.id),
            )
            for entry in in_order(left, right, shared=True)
        ),
        only_left=tuple(in_order(left, right, shared=False)),
        only_right=tuple(in_order(right, left, shared=False)),
        unidentified=sum(not one.identified and bool(_where(one, left) or _where(one, right)) for one in told),
    )


def _cell(claims: tuple[Claim, ...], witness: Witness) -> Cell:
    by = [(claim, one.anchors) for claim in claims for one in claim.support.by if one.family == witness.family]
    return Cell(tuple(claim for claim, _ in by), tuple(anchors for _, anchors in by))


def _where(entry: Entry, document: DocumentId) -> tuple[Anchor, ...]:
    return tuple(anchor for anchor in entry.evidence if anchor.document == document)
