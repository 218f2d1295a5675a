"""The record of a relationship: entries, each slot of which says who says so.

An entry is a view over claims; it has no value of its own that is not some claim's, and no claim without an anchor.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from memcon.core.act import ActKind
from memcon.core.anchor import Anchor
from memcon.core.annotation import Damage, PartyType, Statement
from memcon.core.dates import PartialDate
from memcon.core.degradation import Degradation
from memcon.core.derivation import Derivation, Family, Feature
from memcon.core.ids import DocumentId, EntryId, FamilyId, PartyId
from memcon.core.problem import Problem
from memcon.core.times import Interval
from memcon.core.variants import Variants

if TYPE_CHECKING:  # which is about entries
    from memcon.core.discrepancy import Discrepancy, Link

EntryKind = Literal["statement", "occurrence"] | ActKind


@dataclass(frozen=True, slots=True)
class Witness:
    """One family that says so, and where.

    Attributes:
        official: Whether it is the account of a government or another body that speaks for itself.
    """

    family: FamilyId
    origin: str | None
    anchors: tuple[Anchor, ...]
    official: bool = False


@dataclass(frozen=True, slots=True)
class Support:
    """How many independent witnesses stand behind something.

    Attributes:
        least: Independent origins that are proven.
        most: Independent origins if every doubt is resolved in favour of independence.
        documents: Reports that say so, copies included; never a count of witnesses.
        by: The families, sorted by origin and id.
    """

    least: int
    most: int
    documents: int
    by: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Clocks:
    """Five times of one claim that must not be taken for one another; each None where nothing tells it.

    Attributes:
        happened: When what is claimed took place, or is to.
        said: When it was said.
        published, updated, retrieved: From the first to the last of the reports that say so.
    """

    happened: Interval | None = None
    said: Interval | None = None
    published: Interval | None = None
    updated: Interval | None = None
    retrieved: Interval | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one slot, as some reports have it.

    Attributes:
        value: In the words of a report.
        normalised: What equal claims have in common.
        anchors: The passages it rests on; never empty.
    """

    value: str
    normalised: str
    anchors: tuple[Anchor, ...]
    support: Support
    clocks: Clocks = Clocks()


@dataclass(frozen=True, slots=True)
class Slot:
    """All claims about one aspect of an entry, the best attested first."""

    name: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Why two mentions of an act were taken for one.

    Attributes:
        left, right: The triggers of their first mentions.
        score: The sum of the features' values.
    """

    left: Anchor
    right: Anchor
    score: float
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on record.

    Attributes:
        status: Where the kind has states.
        evidence: Every passage the entry rests on, sorted; never empty.
        identified: Whether it is told who or what it is about, so that it can be known from others of its kind; what is
            not is kept, but is no line of the record.
        joins: Why what reports tell is one act, the surest first; empty where one report tells it.
    """

    id: EntryId
    kind: EntryKind
    status: str | None
    evidence: tuple[Anchor, ...]
    support: Support
    slots: tuple[Slot, ...]
    identified: bool = True
    joins: tuple[Join, ...] = ()

    def slot(self, name: str) -> Slot | None:
        """The slot of that name, or None."""
        return next((slot for slot in self.slots if slot.name == name), None)

    def best(self, name: str) -> str:
        """The best attested value of a slot; empty if there is none."""
        slot = self.slot(name)
        return slot.claims[0].value if slot else ""


@dataclass(frozen=True, slots=True, order=True)
class Alias:
    """The name one document uses for a party."""

    document: DocumentId
    name: str


@dataclass(frozen=True, slots=True)
class Office:
    """A role of a party over time, as far as documents state it.

    Attributes:
        title: In the words most documents use.
        of: The state or body whose office it is.
        since, until: When the first and the last of the documents that state it were published; None if none is dated.
        anchors: Where they state it; never empty.
    """

    title: str
    of: str | None
    since: PartialDate | None
    until: PartialDate | None
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A person, state or body that acts.

    Attributes:
        name: The fullest of its names.
        aliases: What each document calls it, sorted.
        names: Every name and spelling, sorted.
        roles: Sorted by date and title.
        side: The state for which it acts, by that state's name; None where no document shows one, or where they differ.
    """

    id: PartyId
    name: str
    type: PartyType
    aliases: tuple[Alias, ...]
    names: tuple[str, ...] = ()
    roles: tuple[Office, ...] = ()
    side: str | None = None


def party_index(parties: Iterable[Party]) -> dict[Alias, Party]:
    """The party behind what a document calls it."""
    return {alias: party for party in parties for alias in party.aliases}


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
    discrepancies: "tuple[Discrepancy, ...]" = ()
    links: "tuple[Link, ...]" = ()
    variants: tuple[Variants, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry in its place on a timeline.

    Attributes:
        date: When it took place, takes place or was said; the first date, of more than one.
        end: The last date where it is another one than the first; None also where the end is open.
        status: Where it stands by the latest report that tells it, such as `held`; None for statements.
        title: The words of a report.
        parties: The names of those who take part, sorted.
        anchors: The passages it rests on; never empty.
    """

    date: PartialDate
    end: PartialDate | None
    status: str | None
    entry: EntryId
    kind: EntryKind
    title: str
    parties: tuple[str, ...]
    anchors: tuple[Anchor, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a brief, composed from slots.

    Attributes:
        text: What it says.
        anchors: The passages it rests on; never empty.
        lead: The part to set apart, such as who spoke; empty if none.
        support: Who says so; None for a line about the reports themselves.
        notes: What a reader must know beside it, such as "Told in 2 wordings."
        entry: The entry it tells; None for a line about the reports themselves, or about several entries.
        status: Where the entry stands, such as `planned`; None where its kind has no states.
        cells: The same in columns, where its section has them; empty otherwise.
        discrepancy: The difference it tells; None for a line about something else.
    """

    text: str
    anchors: tuple[Anchor, ...]
    support: Support | None = None
    lead: str = ""
    notes: tuple[str, ...] = ()
    entry: EntryId | None = None
    status: str | None = None
    cells: tuple[str, ...] = ()
    discrepancy: "Discrepancy | None" = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a brief under its own title.

    Attributes:
        columns: Heads of the columns, where its lines are rows of a table.
        left_out: Lines that were left out because others are better attested.
    """

    title: str
    lines: tuple[Line, ...]
    columns: tuple[str, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """The record, told.

    Attributes:
        between: The names of the two parties it is about; empty where no two states act between them.
        as_of: Only what was published by then; None for everything.
        undated: Documents left out because `as_of` is given and nothing states when they were published.
        timeline: What is dated, in the order of time.
        damage: What translation and spinning broke in the documents.
        period: From the first to the last time at which an engagement was held; None where none is dated.
        counts: How many entries there are of each kind that is there, in the order of kinds.
        left_out: Entries left out because not both parties take part; 0 where no parties were asked for.
    """

    title: str
    between: tuple[str, ...]
    as_of: PartialDate | None
    documents: tuple[DocumentNote, ...]
    families: tuple[Family, ...]
    derivations: tuple[Derivation, ...]
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...]
    undated: tuple[DocumentId, ...] = ()
    timeline: tuple[Moment, ...] = ()
    damage: tuple[Damage, ...] = ()
    period: Interval | None = None
    counts: tuple[tuple[EntryKind, int], ...] = ()
    left_out: int = 0
