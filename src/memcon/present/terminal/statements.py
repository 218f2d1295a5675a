"""Statements, grouped by the document they stand in or by who made them."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.core.anchor import Anchor
from memcon.core.annotation import Statement
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.party import Alias, Party, party_index
from memcon.core.record import DocumentNote, Record
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line, plain
from memcon.present.terminal.words import counted, day, did_you_mean, short_ids

K = TypeVar("K", bound=Hashable)

NOBODY = "no speaker named"


def statements_view(
    statements: Sequence[Statement],
    *,
    record: Record,
    documents: Mapping[DocumentId, Document],
    by_speaker: bool = False,
    near: Sequence[str] = (),
) -> RenderableType:
    """Each statement with its kind, its words, and its speaker or, grouped by speaker, its document.

    Args:
        near: Names like one that was asked for and that nobody has.
    """
    if not record.statements:
        return Text("There is no statement in this record.")
    if not statements:
        return Text(f"No statement matches.{did_you_mean(near)}")
    notes = {note.id: note for note in record.documents}
    ids = short_ids(notes)
    parties = party_index(record.parties)
    parts: list[RenderableType] = [Text(_summary(statements))]
    if by_speaker:
        for name, group in _grouped(statements, lambda statement: _speaker(statement, parties)).items():
            sources = [Text(f"{ids[statement.document]} {_outlet(notes[statement.document])}") for statement in group]
            parts += ["", Text(name, style=style.TITLE), _table(group, documents, parties, sources)]
    else:
        for document, group in _grouped(statements, lambda statement: statement.document).items():
            speakers = [Text(_speaker(statement, parties), style=_speaker_style(statement)) for statement in group]
            parts += ["", _heading(notes[document], ids), _table(group, documents, parties, speakers)]
    return Group(*parts)


def said_view(
    statements: Sequence[Statement], *, record: Record, documents: Mapping[DocumentId, Document]
) -> RenderableType:
    """The statements of one speaker under the headings of their documents, in the order given."""
    notes = {note.id: note for note in record.documents}
    ids, parties = short_ids(notes), party_index(record.parties)
    parts: list[RenderableType] = [Text(_summary(statements))]
    for document, group in _grouped(statements, lambda statement: statement.document).items():
        parts += ["", _heading(notes[document], ids), _table(group, documents, parties)]
    return Group(*parts)


def _summary(statements: Sequence[Statement]) -> str:
    reports = counted(len({statement.document for statement in statements}), "report")
    return f"{counted(len(statements), 'statement')} in {reports}."


def _grouped(statements: Iterable[Statement], key: Callable[[Statement], K]) -> dict[K, list[Statement]]:
    groups: dict[K, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(key(statement), []).append(statement)
    return groups


def _speaker(statement: Statement, parties: Mapping[Alias, Party]) -> str:
    if statement.speaker is None:
        return NOBODY
    party = parties.get(Alias(statement.document, statement.speaker.name))
    return one_line(party.name if party else statement.speaker.name)


def _speaker_style(statement: Statement) -> str:
    return style.SPEAKER if statement.speaker else style.WARNING


def _outlet(note: DocumentNote) -> str:
    return one_line(note.outlet or "outlet unknown")


def _heading(note: DocumentNote, ids: Mapping[str, str]) -> Text:
    text = Text(one_line(note.title), style=style.TITLE)
    return text.append(f"  {ids[note.id]} · {_outlet(note)} · {day(note.published)}", style="not bold dim")


def _table(
    group: Sequence[Statement],
    documents: Mapping[DocumentId, Document],
    parties: Mapping[Alias, Party],
    beside: Sequence[Text] = (),
) -> RenderableType:
    """Kind, what stands `beside` each statement if anything does, and its words."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=8, style=style.FAINT)
    if beside:
        table.add_column(width=20)
    table.add_column(ratio=1)
    for number, statement in enumerate(group):
        words = _words(statement, documents[statement.document], parties)
        table.add_row(statement.kind, *beside[number : number + 1], words)
    return Padding(table, (0, 0, 0, 2))


def _words(statement: Statement, document: Document, parties: Mapping[Alias, Party]) -> Text:
    """What was said, quotations coloured; what else is known of it on the next line."""
    text = Text(" … ").join(_passage(anchor, statement, document) for anchor in statement.content)
    if details := list(_details(statement, document, parties)):
        text.append("\n").append_text(Text(" · ", style=style.FAINT).join(details))
    return text


def _passage(anchor: Anchor, statement: Statement, document: Document) -> Text:
    text = Text()
    place = anchor.start
    for quoted in (quoted for quoted in statement.quoted if quoted.overlaps(anchor)):
        start, end = max(quoted.start, anchor.start), min(quoted.end, anchor.end)
        text.append(_inline(document, place, start)).append(_inline(document, start, end), style=style.QUOTED)
        place = end
    return text.append(_inline(document, place, anchor.end))


def _inline(document: Document, start: int, end: int) -> str:
    return plain(document.text[start:end]).replace("\n", " ")


def _details(statement: Statement, document: Document, parties: Mapping[Alias, Party]) -> Iterator[Text]:
    """Whether it is a denial or a belief, to whom, where and in what form it was said, and through whom it came."""
    if statement.polarity == "negative":
        yield Text("denial", style=style.WARNING)
    if statement.type == "belief":
        yield Text("belief", style=style.WARNING)
    if statement.addressee:
        party = parties.get(Alias(statement.document, statement.addressee.name))
        yield _faint(f"to {party.name if party else statement.addressee.name}")
    for anchor in (statement.said, statement.occasion, statement.medium):
        if anchor:
            yield _faint(document.passage(anchor))
    if statement.via:
        yield _faint(" ← ".join([*(relay.text for relay in statement.via), _speaker(statement, parties)]))


def _faint(words: str) -> Text:
    return Text(one_line(words), style=style.FAINT)
