"""Commands that read the record.

`statements`, `parties`, `families`, `documents`, `show`, `problems`, `judgements`.
"""

from typing import TYPE_CHECKING

import click

from memcon.present.cli.asked import documents_of, near_in
from memcon.present.cli.options import Command, json_option, opened, settings
from memcon.present.cli.output import print_json, print_view

if TYPE_CHECKING:
    from memcon.core.annotation import PartyType, StatementKind, StatementType


@click.command(cls=Command)
@json_option
@click.option("--speaker", metavar="NAME", help="Only what this party is reported to have said.")
@click.option("--about", metavar="WORDS", help="Only statements in which these words occur.")
@click.option("--via", metavar="WORDS", help="Only what came through this: words of a link, or its kind, as `readout`.")
@click.option("--to", metavar="NAME", help="Only what was said to this party.")
@click.option("--kind", type=click.Choice(["direct", "indirect", "mixed"]), help="Only statements of this kind.")
@click.option("--type", type=click.Choice(["assertion", "belief"]), help="Only words, or only thoughts and wishes.")
@click.option(
    "--by",
    type=click.Choice(["document", "speaker"]),
    default="document",
    show_default=True,
    help="How to group them on the terminal.",
)
def statements(
    *,
    as_json: bool,
    speaker: str | None,
    about: str | None,
    via: str | None,
    to: str | None,
    kind: "StatementKind | None",
    type: "StatementType | None",
    by: str,
) -> None:
    """List what each report has somebody say."""
    with opened() as record_file:
        as_of = settings().as_of
        found = record_file.statements(speaker=speaker, about=about, via=via, to=to, type=type, kind=kind, as_of=as_of)
        record = record_file.record(as_of=as_of)
        documents = documents_of(record_file)
        near = () if found else near_in(record_file, speaker, to)
    if as_json:
        from memcon.present.answers import statements_answer

        print_json(statements_answer(found, record=record, documents=documents))
    else:
        from memcon.present.terminal.statements import statements_view

        view = statements_view(found, record=record, documents=documents, by_speaker=by == "speaker", near=near)
        print_view(view)


@click.command(cls=Command)
@json_option
@click.option("--name", metavar="NAME", help="Only those that have a name with this in it.")
@click.option(
    "--type",
    type=click.Choice(["person", "state", "organisation", "group", "unknown"]),
    help="Only parties of this type.",
)
@click.option("--all", "everything", is_flag=True, help="Show also those that one report mentions and none quotes.")
def parties(*, as_json: bool, name: str | None, type: "PartyType | None", everything: bool) -> None:
    """List the persons, states and bodies in the reports.

    What several reports call differently is one party where name, role and side show it.
    """
    with opened() as record_file:
        found = record_file.parties(name=name, type=type, as_of=settings().as_of)
        record = record_file.record(as_of=settings().as_of)
        documents = documents_of(record_file)
        near = () if found else near_in(record_file, name)
    if as_json:
        from memcon.present.answers import parties_answer

        print_json(parties_answer(found, record=record, documents=documents))
    else:
        from memcon.present.terminal.parties import parties_view

        print_view(parties_view(found, record=record, near=near, everything=everything or name is not None))


@click.command(cls=Command)
@json_option
def families(*, as_json: bool) -> None:
    """List independent families of reports, and who copied whom."""
    with opened() as record_file:
        record = record_file.record(as_of=settings().as_of)
    if as_json:
        from memcon.present.answers import families_answer

        print_json(families_answer(record.families, record=record))
    else:
        from memcon.present.terminal.families import families_view

        print_view(families_view(record))


@click.command(cls=Command)
@json_option
def documents(*, as_json: bool) -> None:
    """List the documents of the record."""
    with opened() as record_file:
        record = record_file.record(as_of=settings().as_of)
        annotations = record_file.annotations(as_of=settings().as_of)
        read = documents_of(record_file)
    if as_json:
        from memcon.present.answers import documents_answer

        print_json(documents_answer(record, documents=read, annotations=annotations))
    else:
        from memcon.present.terminal.documents import documents_view

        print_view(documents_view(record, documents=read, annotations=annotations))


@click.command(cls=Command)
@click.argument("id")
@json_option
def show(*, id: str, as_json: bool) -> None:
    """Show one document, party or entry of the record.

    The beginning of its id is enough; a party is also found by any of its names, a document by its file's name.
    A party is shown with its names, its roles and what it said.
    A document is shown as it was read: what each part of its text is, who is credited, what is quoted,
    and where its title, outlet and dates were found.
    """
    with opened() as record_file:
        shown, record = record_file.show(id), record_file.record()
        documents = {document.id: document for document in record_file.documents()}
        annotations = record_file.annotations()
    if as_json:
        from memcon.present.shown import show_answer

        print_json(show_answer(shown, record=record, documents=documents, annotations=annotations))
    else:
        from memcon.present.terminal.shown import shown_view

        print_view(shown_view(shown, record=record, documents=documents, annotations=annotations))


@click.command(cls=Command)
@json_option
def problems(*, as_json: bool) -> None:
    """List the inputs that were refused since the record began."""
    with opened() as record_file:
        found = record_file.problems()
        documents = documents_of(record_file)
    if as_json:
        from memcon.present.answers import problems_answer

        print_json(problems_answer(found, documents=documents))
    else:
        from memcon.present.terminal.problems import problems_view

        print_view(problems_view(found))


@click.command(cls=Command)
@json_option
def judgements(*, as_json: bool) -> None:
    """List what people decided, and what they took back."""
    with opened() as record_file:
        found = record_file.judgements()
        judged = {judgement.left: record_file.show(judgement.left) for judgement in found}
    if as_json:
        from memcon.present.answers import judgements_answer

        print_json(judgements_answer(found))
    else:
        from memcon.core.document import Document
        from memcon.present.terminal.judgements import judgements_view

        documents = {one: thing for one, thing in judged.items() if isinstance(thing, Document)}
        print_view(judgements_view(found, documents=documents))
