"""The command `trace`: which report was made from which, and the passages that prove it."""

import click

from memcon.present.cli.asked import document_of, documents_of
from memcon.present.cli.options import Command, json_option, opened, settings
from memcon.present.cli.output import print_json, print_view

SHOWN = 5  # aligned passages of a derivation: what the longest do not prove, more would not


@click.command(cls=Command)
@click.argument("document", metavar="[DOC]", required=False)
@json_option
@click.option("--all", "everything", is_flag=True, help="Show every aligned passage in full, not the longest five.")
def trace(*, document: str | None, as_json: bool, everything: bool) -> None:
    """Show which report was made from which, and what shows it.

    DOC is the beginning of a document's id, its path or its file's name; it shows what that report was made from and
    what was made from it, with the aligned passages side by side. Without it every derivation is listed.
    """
    with opened() as record_file:
        as_of = settings().as_of
        asked = None if document is None else document_of(record_file, document)
        found = record_file.trace(asked.id if asked else None, as_of=as_of)
        record = record_file.record(as_of=as_of)
        documents = documents_of(record_file)
    if as_json:
        from memcon.present.traced import trace_answer

        print_json(trace_answer(found, documents=documents))
    elif asked is None:
        from memcon.present.terminal.derivations import derivations_view

        print_view(derivations_view(found, record=record))
    else:
        from memcon.present.terminal.trace import trace_view

        most = None if everything else SHOWN
        print_view(trace_view(asked, found, record=record, documents=documents, most=most))
