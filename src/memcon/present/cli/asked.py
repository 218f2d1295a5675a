"""What several commands ask of the record file: its documents, and names like one that nobody has.

A record file in, core values out, as of the date that the shared options name.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from memcon.present.cli.options import settings

if TYPE_CHECKING:
    from memcon.core.document import Document
    from memcon.core.ids import DocumentId
    from memcon.core.record import Record
    from memcon.pipeline import RecordFile


def documents_of(record_file: "RecordFile") -> "Mapping[DocumentId, Document]":
    """The documents by id."""
    return {document.id: document for document in record_file.documents(as_of=settings().as_of)}


def document_of(record_file: "RecordFile", wanted: str) -> "Document":
    """The document that has this id or beginning of an id, path or file name.

    Raises:
        click.UsageError: It is an entry or a party.
    """
    from memcon.core.document import Document

    shown = record_file.show(wanted)
    if not isinstance(shown, Document):
        raise click.UsageError(f"{wanted!r} is not a document.")
    return shown


def near_in(record_file: "RecordFile", *names: str | None) -> tuple[str, ...]:
    """Parties with names like those asked for that nobody has."""
    from memcon.pipeline import near_names

    known = record_file.record(as_of=settings().as_of).parties
    asked = (name for name in names if name and not record_file.parties(name=name, as_of=settings().as_of))
    return tuple(near for name in asked for near in near_names(name, known))


def near_issues(record: "Record", wanted: str | None) -> tuple[str, ...]:
    """Issues on record with names like one that none has, the most like it first."""
    from difflib import get_close_matches

    slots = (slot for entry in record.entries for slot in entry.slots if slot.name == "issue")
    known = {claim.value.casefold(): claim.value for slot in slots for claim in slot.claims}
    near = get_close_matches((wanted or "").casefold(), known, cutoff=0.6)
    return tuple(known[name] for name in near if name != (wanted or "").casefold())
