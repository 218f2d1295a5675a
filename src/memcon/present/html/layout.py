"""The page laid out from a brief and the documents it cites.

Nothing here judges: every number and word is the brief's or a document's. What is decided is only the order: reports
by publication, and behind each line first the report that has its words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from memcon.core.anchor import Anchor
from memcon.core.brief import Brief
from memcon.core.derivation import Derivation, independent
from memcon.core.document import Document, Field, Metadatum
from memcon.core.entry import Support
from memcon.core.ids import DocumentId
from memcon.core.record import DocumentNote
from memcon.errors import UnknownIdError
from memcon.present.html.families import Tree, trees
from memcon.present.html.graph import graph
from memcon.present.html.page import Account, Fact, Made, Page, Paragraphs, Part, Quote, Reading, Report, Said, Side
from memcon.present.html.passages import ALIGNED, Block, blocks, numbered
from memcon.present.html.timeline import timeline
from memcon.present.html.words import shortened
from memcon.present.lookup import longest, reports_end

_QUOTE = 320  # code points of a passage shown beside its line; the whole of it stands highlighted in the report
_STATED: tuple[Field, ...] = ("outlet", "published", "language")  # what a reader expects, so its absence is said
_FIELDS: tuple[Field, ...] = ("outlet", "byline", "published", "updated", "retrieved", "language", "url", "title")
_ENDS = " \n.,;:!?“”‘’«»\"'"  # a passage may end in other marks than the line that quotes it
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)


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
    grown = trees(brief, {note.id: place for place, note in enumerate(notes)})
    told = [document for tree in grown for document in tree.reports]
    quotes = _Quotes(given, passages, {document: place for place, document in enumerate(told)})
    parts = tuple(_parts(brief, quotes, grown))
    dates = [note.published for note in notes if note.published]
    return Page(
        brief=brief,
        first=min(dates, key=str, default=None),
        last=reports_end(notes),
        least=max(independent(brief.families), min(1, len(brief.families))),
        most=len(brief.families),
        trees=grown,
        reports={
            note.id: _report(number, note, given[note.id], brief, grown, quotes)
            for number, note in enumerate(notes, start=1)
        },
        parts=parts,
        cited=_cited(parts),
        passages=passages,
        undated=tuple(given[one].title if one in given else one for one in brief.undated),
        graph=graph(grown, notes, passages),
        timeline=timeline(brief.timeline, passages, end=reports_end(notes)),
    )


def _by_publication(note: DocumentNote) -> tuple[bool, str, str, str]:
    return note.published is None, str(note.published or ""), note.outlet or "", note.id


@dataclass(frozen=True, slots=True)
class _Quotes:
    documents: Mapping[DocumentId, Document]
    numbers: Mapping[Anchor, int]
    places: Mapping[DocumentId, int]

    def of(self, anchor: Anchor) -> Quote:
        text = " ".join(self.documents[anchor.document].passage(anchor).split())
        return Quote(self.numbers[anchor], anchor.document, shortened(text, _QUOTE))

    def all(self, anchors: Iterable[Anchor], text: str) -> tuple[Quote, ...]:
        """The passages of a line that says `text`: first the report that has it so, then each family's origin."""
        known = [anchor for anchor in dict.fromkeys(anchors) if anchor in self.numbers]
        alike = Counter[DocumentId]()
        for anchor in known:
            passage = self.documents[anchor.document].passage(anchor).strip(_ENDS)
            if passage in text or text.strip(_ENDS) in passage:
                alike[anchor.document] += min(len(passage), len(text))
        known.sort(key=lambda anchor: (-alike[anchor.document], self.places[anchor.document], anchor.start, anchor.end))
        return tuple(map(self.of, known))


def _parts(brief: Brief, quotes: _Quotes, grown: Iterable[Tree]) -> Iterable[Part]:
    family = {tree.family.id: tree.number for tree in grown}
    number = 0

    def accounts(support: Support | None, text: str) -> list[Account]:
        return [
            Account(family.get(witness.family), witness.origin, quotes.all(witness.anchors, text))
            for witness in (support.by if support else ())
        ]

    for section in brief.sections:
        lines = []
        for line in section.lines:
            number += 1
            own = quotes.all(line.anchors, line.text)
            told = accounts(line.support, line.text)
            counted = {quote.number for account in told for quote in account.quotes}
            rest = tuple(quote for quote in own if quote.number not in counted)
            told += [Account(None, None, rest)] if rest else []
            sides = tuple(
                Side(one.value, tuple(accounts(one.support, one.value)))
                for one in (line.discrepancy.readings if line.discrepancy else ())
            )
            lines.append(Said(number, line, tuple(quote.number for quote in own), tuple(told), sides))
        yield Part(section.title, tuple(lines), section.columns, section.left_out)


def _cited(parts: Iterable[Part]) -> dict[int, tuple[int, ...]]:
    cited = dict[int, list[int]]()
    for said in (said for part in parts for said in part.lines):
        accounts = (*said.accounts, *(account for side in said.sides for account in side.accounts))
        for number in {*said.passages, *(quote.number for account in accounts for quote in account.quotes)}:
            cited.setdefault(number, []).append(said.number)
    return {number: tuple(sorted(lines)) for number, lines in cited.items()}


def _report(
    number: int,
    note: DocumentNote,
    document: Document,
    brief: Brief,
    grown: Iterable[Tree],
    quotes: _Quotes,
) -> Report:
    damage = tuple(mark for mark in brief.damage if mark.anchor.document == document.id)
    language = document.read("language")
    return Report(
        number=number,
        note=note,
        family=next((tree.number for tree in grown if tree.family.id == note.family), 0),
        language=language.value if language and _LANGUAGE.fullmatch(language.value) else "",
        document=document,
        facts=tuple(_facts(document, quotes.numbers)),
        parts=tuple(_paragraphs(blocks(document, quotes.numbers, damage))),
        damage=damage,
        made=tuple(_made(one, quotes) for one in brief.derivations if one.child == document.id),
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
        for passage in longest(derivation.passages)[:ALIGNED]
        if passage.child in quotes.numbers and passage.parent in quotes.numbers
    )
    return Made(derivation, derivation.features, tuple(pairs))
