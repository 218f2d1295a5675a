"""The command `damage`: what synonym spinning or machine translation broke in the reports."""

from typing import TYPE_CHECKING

import click

from memcon.present.cli.asked import document_of, documents_of
from memcon.present.cli.options import Command, json_option, opened, settings
from memcon.present.cli.output import print_json, print_view

if TYPE_CHECKING:
    from memcon.core.annotation import DamageKind


@click.command(cls=Command)
@click.argument("document", metavar="[DOC]", required=False)
@json_option
@click.option(
    "--kind",
    type=click.Choice(["name", "term", "sense", "gender", "side", "break", "quotation"]),
    help="Only what went wrong in this way.",
)
def damage(*, document: str | None, as_json: bool, kind: "DamageKind | None") -> None:
    """Show what spinning or translation broke in the reports.

    DOC is the beginning of a document's id, its path or its file's name; it shows each damaged place with the words
    around it, what was probably written, and why memcon thinks so. Without it the reports are listed, the most damaged
    first. The text itself is never changed.
    """
    with opened() as record_file:
        as_of = settings().as_of
        asked = None if document is None else document_of(record_file, document)
        found = record_file.damage(asked.id if asked else None, kind=kind, as_of=as_of)
        degradations = record_file.degradations(kind=kind, as_of=as_of)
        record = record_file.record(as_of=as_of)
        documents = documents_of(record_file)
    if as_json:
        from memcon.present.damaged import damage_answer

        print_json(damage_answer(found, documents=documents))
    elif asked is None:
        from memcon.present.terminal.degradations import degradations_view

        print_view(degradations_view(found, degradations, record=record, documents=documents, kind=kind))
    else:
        from memcon.present.terminal.damage import damage_view

        state = degradations[asked.id]
        print_view(damage_view(asked, found, state, record=record, documents=documents, kind=kind))
