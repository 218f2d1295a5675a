"""The record, told: sections of lines, each of which rests on passages."""

from dataclasses import dataclass

from memcon.core.anchor import Anchor
from memcon.core.annotation import Damage
from memcon.core.dates import PartialDate
from memcon.core.derivation import Derivation, Family
from memcon.core.discrepancy import Discrepancy
from memcon.core.entry import EntryKind, Support
from memcon.core.ids import DocumentId, EntryId
from memcon.core.problem import Problem
from memcon.core.record import DocumentNote
from memcon.core.times import Interval


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
    discrepancy: Discrepancy | None = None


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
