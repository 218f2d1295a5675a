"""The record of a relationship: all that follows from the documents and the judgements."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from memcon.core.annotation import Damage, Statement
from memcon.core.dates import PartialDate
from memcon.core.degradation import Degradation
from memcon.core.derivation import Derivation, Family
from memcon.core.discrepancy import Discrepancy, Link
from memcon.core.entry import Entry
from memcon.core.ids import DocumentId, FamilyId
from memcon.core.party import Party
from memcon.core.problem import Problem
from memcon.core.variants import Variants


@dataclass(frozen=True, slots=True)
class DocumentNote:
    """What the record keeps of a document besides its text."""

    id: DocumentId
    path: str | None
    title: str
    outlet: str | None
    published: PartialDate | None
    family: FamilyId
    degradation: Degradation | None = None


def note_of(notes: Sequence[DocumentNote], document: DocumentId) -> DocumentNote | None:
    """The one of a document, of notes sorted by id; None if it is not among them."""
    place = bisect_left(notes, document, key=attrgetter("id"))
    return notes[place] if place < len(notes) and notes[place].id == document else None


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that follows from the documents and the judgements.

    Attributes:
        documents: Sorted by id, withdrawn ones left out.
        statements: As each document has them, in the order of `documents`, then in reading order.
        entries: Across documents, sorted by id.
        damage: What translation and spinning broke, by document and place.
        discrepancies: Where accounts differ, the gravest first; also differences that are none once normalised.
        links: How entries hang together, sorted.
        variants: The utterances that reports word differently, sorted by their entries' ids.
    """

    documents: tuple[DocumentNote, ...]
    families: tuple[Family, ...]
    derivations: tuple[Derivation, ...]
    parties: tuple[Party, ...]
    statements: tuple[Statement, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    damage: tuple[Damage, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    links: tuple[Link, ...] = ()
    variants: tuple[Variants, ...] = ()
