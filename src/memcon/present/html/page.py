"""What the page shows, laid out: reports, lines with their passages, and how each report was made.

In go a brief and the documents it cites; out comes one `Page`, of frozen values that the template only prints.
Nothing here judges: every number and word is the brief's or a document's.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from memcon.core.anchor import Anchor
from memcon.core.dates import PartialDate
from memcon.core.derivation import Derivation, Feature, independent
from memcon.core.document import Document, Field, Metadatum
from memcon.core.ids import DocumentId
from memcon.core.record import Brief, DocumentNote, Line
from memcon.errors import UnknownIdError
from memcon.present.html.families import Tree, trees
from memcon.present.html.passages import ALIGNED, Block, blocks, numbered

_QUOTE = 320  # code points of a passage shown beside its line; the whole of it stands highlighted in the report
_STATED: tuple[Field, ...] = ("outlet", "published", "language")  # what a reader expects, so its absence is said
_FIELDS: tuple[Field, ...] = ("outlet", "byline", "published", "updated", "retrieved", "language", "url", "title")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)


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
        made: How it was made from others.
    """

    number: int
    note: DocumentNote
    family: int
    language: str
    document: Document
    facts: tuple[Fact, ...]
    parts: tuple[Paragraphs, ...]
    made: tuple["Made", ...] = ()

    @property
    def name(self) -> str:
        """What to call it in few words."""
        return self.note.outlet or f"“{self.note.title}”"


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
class Said:
    """One line of the brief, numbered through the page."""

    number: int
    line: Line
    passages: tuple[int, ...]
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the brief."""

    title: str
    lines: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the template prints.

    Attributes:
        first, last: The earliest and the latest date of publication; None if nothing states one.
        least, most: How many independent witnesses stand behind all reports together.
        cited: For each passage, the numbers of the lines that cite it.
        undated: Titles of the documents left out because nothing dates them.
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

    def lines_at(self, block: Block) -> tuple[int, ...]:
        """Numbers of the lines that cite a passage which begins in this block."""
        return tuple(sorted({line for number in block.starts for line in self.cited.get(number, ())}))

    def report_of(self, id: DocumentId) -> Report | None:
        """The report of that id; None for a parent that is not part of the brief."""
        return self.reports.get(id)


def laid_out(brief: Brief, documents: Iterable[Document]) -> Page:
    """The page for a brief.

    Raises:
        UnknownIdError: A document of the brief is not among `documents`.
    """
    given = {document.id: document for document in documents}
    notes = sorted(brief.documents, key=_by_publication)
    missing = next((note.id for note in notes if note.id not in given), None)
    if missing is not None:
        raise UnknownIdError(missing)
    passages = numbered(brief, [given[note.id] for note in notes])
    grown = trees(brief)
    quotes = _Quotes(given, passages)
    parts = tuple(_parts(brief, quotes, grown))
    dates = [note.published for note in notes if note.published]
    return Page(
        brief=brief,
        first=min(dates, key=str, default=None),
        last=max(dates, key=str, default=None),
        least=max(independent(brief.families), min(1, len(brief.families))),
        most=len(brief.families),
        trees=grown,
        reports={
            note.id: _report(number, note, given[note.id], brief.derivations, grown, quotes)
            for number, note in enumerate(notes, start=1)
        },
        parts=parts,
        cited=_cited(parts),
        passages=passages,
        undated=tuple(given[one].title if one in given else one for one in brief.undated),
    )


def _by_publication(note: DocumentNote) -> tuple[bool, str, str, str]:
    return note.published is None, str(note.published or ""), note.outlet or "", note.id


@dataclass(frozen=True, slots=True)
class _Quotes:
    documents: Mapping[DocumentId, Document]
    numbers: Mapping[Anchor, int]

    def of(self, anchor: Anchor) -> Quote:
        text = " ".join(self.documents[anchor.document].passage(anchor).split())
        if len(text) > _QUOTE:
            head = text[:_QUOTE]
            text = (head.rpartition(" ")[0] or head) + " …"
        return Quote(self.numbers[anchor], anchor.document, text)

    def all(self, anchors: Iterable[Anchor]) -> tuple[Quote, ...]:
        return tuple(self.of(anchor) for anchor in dict.fromkeys(anchors) if anchor in self.numbers)


def _parts(brief: Brief, quotes: _Quotes, grown: Iterable[Tree]) -> Iterable[Part]:
    family = {tree.family.id: tree.number for tree in grown}
    number = 0
    for section in brief.sections:
        lines = []
        for line in section.lines:
            number += 1
            own = quotes.all(line.anchors)
            accounts = [
                Account(family.get(witness.family), witness.origin, quotes.all(witness.anchors))
                for witness in (line.support.by if line.support else ())
            ]
            counted = {quote.number for account in accounts for quote in account.quotes}
            rest = tuple(quote for quote in own if quote.number not in counted)
            accounts += [Account(None, None, rest)] if rest else []
            lines.append(Said(number, line, tuple(quote.number for quote in own), tuple(accounts)))
        yield Part(section.title, tuple(lines))


def _cited(parts: Iterable[Part]) -> dict[int, tuple[int, ...]]:
    cited = dict[int, list[int]]()
    for said in (said for part in parts for said in part.lines):
        for number in {*said.passages, *(quote.number for account in said.accounts for quote in account.quotes)}:
            cited.setdefault(number, []).append(said.number)
    return {number: tuple(sorted(lines)) for number, lines in cited.items()}


def _report(
    number: int,
    note: DocumentNote,
    document: Document,
    derivations: Iterable[Derivation],
    grown: Iterable[Tree],
    quotes: _Quotes,
) -> Report:
    language = document.read("language")
    return Report(
        number=number,
        note=note,
        family=next((tree.number for tree in grown if tree.family.id == note.family), 0),
        language=language.value if language and _LANGUAGE.fullmatch(language.value) else "",
        document=document,
        facts=tuple(_facts(document, quotes.numbers)),
        parts=tuple(_paragraphs(blocks(document, quotes.numbers))),
        made=tuple(_made(one, quotes) for one in derivations if one.child == document.id),
    )


def _facts(document: Document, numbers: Mapping[Anchor, int]) -> Iterable[Fact]:
    for field in _FIELDS:
        readings = [datum for datum in document.metadata if datum.field == field]
        first = document.read(field)
        readings.sort(key=lambda datum: datum is not first)
        if readings or field in _STATED:
            yield Fact(field, tuple(Reading(datum, _where(document, datum, numbers)) for datum in readings))


def _where(document: Document, datum: Metadatum, numbers: Mapping[Anchor, int]) -> int | None:
    if datum.start is None or datum.end is None:
        return None
    return numbers[document.anchor(datum.start, datum.end)]


def _paragraphs(found: Iterable[Block]) -> Iterable[Paragraphs]:
    """Runs of furniture, with the space after them, apart from the runs of everything else."""
    last = False

    def furniture(block: Block) -> bool:
        nonlocal last
        last = last if block.kind is None else block.kind == "furniture"
        return last

    for aside, run in groupby(found, key=furniture):
        grouped = tuple(run)
        yield Paragraphs(aside, aside and not any(block.cited for block in grouped), grouped)


def _made(derivation: Derivation, quotes: _Quotes) -> Made:
    pairs = (
        (quotes.of(passage.child), quotes.of(passage.parent))
        for passage in derivation.passages[:ALIGNED]
        if passage.child in quotes.numbers and passage.parent in quotes.numbers
    )
    return Made(derivation, derivation.features, tuple(pairs))
