"""One party: its names, its roles and when reports state them, and what it said."""

from collections.abc import Mapping

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from memcon.core.annotation import Annotations
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.party import Office, Party
from memcon.core.record import Record
from memcon.present.lookup import mention_count, referring, said_by
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.statements import said_view
from memcon.present.terminal.words import counted, office_words, period


def party_view(
    party: Party,
    *,
    record: Record,
    documents: Mapping[DocumentId, Document],
    annotations: Mapping[DocumentId, Annotations],
) -> RenderableType:
    """Name, facts, and its statements, those of the newest report first."""
    said = said_by(party, record)
    parts: list[RenderableType] = [Text(one_line(party.name), style=style.TITLE), "", _facts(party, annotations), ""]
    if said:
        parts.append(said_view(said, record=record, documents=documents))
    else:
        parts.append(Text("No report has it say anything.", style=style.FAINT))
    return Group(*parts)


def _facts(party: Party, annotations: Mapping[DocumentId, Annotations]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style=style.FAINT)
    table.add_column(ratio=1)
    table.add_row("id", party.id)
    table.add_row("type", party.type)
    if party.side and party.side != party.name:
        table.add_row("acts for", one_line(party.side))
    for number, name in enumerate(name for name in party.names if name != party.name):
        table.add_row("" if number else "also called", one_line(name))
    for number, office in enumerate(party.roles):
        table.add_row("" if number else "roles", _role(office))
    reports = counted(len(referring(party)), "report")
    mentions = mention_count(party, annotations)
    table.add_row("named in", f"{reports}, {counted(mentions, 'mention')}" if mentions else reports)
    return table


def _role(office: Office) -> Text:
    stated = counted(len({anchor.document for anchor in office.anchors}), "report")
    return Text(office_words(office)).append(f"  {period(office.since, office.until)}, {stated}", style=style.FAINT)
