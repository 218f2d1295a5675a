"""What the page shows: reports, lines with their passages, and how each report was made.

One `Page` holds all that the template prints, in frozen values; `layout` makes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from memcon.core.anchor import Anchor
from memcon.core.annotation import Damage
from memcon.core.brief import Brief, Line
from memcon.core.dates import PartialDate
from memcon.core.derivation import Derivation, Feature
from memcon.core.document import Document, Field, Metadatum
from memcon.core.ids import DocumentId
from memcon.core.record import DocumentNote
from memcon.present.html.families import Tree
from memcon.present.html.graph import Graph
from memcon.present.html.passages import Block
from memcon.present.html.timeline import Timeline
from memcon.present.html.words import report_name

SHOWN = 12  # lines of a section that stand open: a screen and a half, and three of a phone
WORTH = 4  # lines that are worth folding


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of one field; `passage` is its number where it was read in the text."""

    datum: Metadatum
    passage: int | None


@dataclass(frozen=True, slots=True)
class Fact:
    """All readings of one field, the most trusted first; none if nothing states it."""

    field: Field
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Neighbouring blocks of the text: what the report says, or the furniture around it.

    Attributes:
        folded: Furniture that no line cites.
    """

    furniture: bool
    folded: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One document as the page shows it.

    Attributes:
        number: From 1, in order of publication.
        family: Number of its family.
        language: A language tag that is safe to write into the page; empty if there is none.
        parts: Its whole text.
        damage: What is broken in it.
        made: How it was made from others.
    """

    number: int
    note: DocumentNote
    family: int
    language: str
    document: Document
    facts: tuple[Fact, ...]
    parts: tuple[Paragraphs, ...]
    damage: tuple[Damage, ...] = ()
    made: tuple["Made", ...] = ()

    @property
    def name(self) -> str:
        """What to call it in few words."""
        return report_name(self.note)

    @property
    def headed(self) -> bool:
        """Whether its text shows its title as the headline."""
        heads = (self.document.text[zone.start : zone.end] for zone in self.document.zones if zone.kind == "headline")
        return any(head.split() == self.note.title.split() for head in heads)


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage beside its line: its number in the page, its report, and its first words."""

    number: int
    report: DocumentId
    text: str


@dataclass(frozen=True, slots=True)
class Made:
    """How a report was made from another, with aligned passages as child and parent."""

    derivation: Derivation
    features: tuple[Feature, ...]
    aligned: tuple[tuple[Quote, Quote], ...]


@dataclass(frozen=True, slots=True)
class Account:
    """The passages of one line that count as one witness.

    Attributes:
        family: Number of the family; None for passages that the line's support does not count.
        origin: Its stated origin.
    """

    family: int | None
    origin: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the readings in which accounts differ."""

    value: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One line of the brief, numbered through the page.

    Attributes:
        sides: The readings of a difference; empty for a line about something else, and where an account is silent.
    """

    number: int
    line: Line
    passages: tuple[int, ...]
    accounts: tuple[Account, ...]
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the brief.

    Attributes:
        columns: Heads of the columns, where its lines are rows of a table.
        left_out: Lines that are in the record, but not in the brief.
    """

    title: str
    lines: tuple[Said, ...]
    columns: tuple[str, ...] = ()
    left_out: int = 0

    @property
    def shown(self) -> int:
        """How many of its lines stand open; the rest is folded where it is worth a click."""
        return SHOWN if len(self.lines) >= SHOWN + WORTH else len(self.lines)


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the template prints.

    Attributes:
        first, last: The earliest and the latest date of publication; None if nothing states one.
        least, most: How many independent witnesses stand behind all reports together.
        cited: For each passage, the numbers of the lines that cite it.
        undated: Titles of the documents left out because nothing dates them.
        timeline: What is dated; None if nothing is.
        graph: Which report was made from which; None if none was.
    """

    brief: Brief
    first: PartialDate | None
    last: PartialDate | None
    least: int
    most: int
    trees: tuple[Tree, ...]
    reports: Mapping[DocumentId, Report]
    parts: tuple[Part, ...]
    cited: Mapping[int, tuple[int, ...]]
    passages: Mapping[Anchor, int]
    undated: tuple[str, ...]
    timeline: Timeline | None
    graph: Graph | None

    def lines_at(self, block: Block) -> tuple[int, ...]:
        """Numbers of the lines that cite a passage which begins in this block."""
        return tuple(sorted({line for number in block.starts for line in self.cited.get(number, ())}))

    def report_of(self, id: DocumentId) -> Report | None:
        """The report of that id; None for a parent that is not part of the brief."""
        return self.reports.get(id)
