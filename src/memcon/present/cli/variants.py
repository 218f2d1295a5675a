"""The command `variants`: what reports word differently, and which wording is best attested."""

import click

from memcon.present.cli.asked import documents_of, near_in
from memcon.present.cli.options import Command, json_option, opened, settings
from memcon.present.cli.output import print_json, print_view


@click.command(cls=Command)
@json_option
@click.option("--speaker", metavar="NAME", help="Only what this party is reported to have said.")
@click.option("--about", metavar="WORDS", help="Only utterances of which a wording has these words.")
def variants(*, as_json: bool, speaker: str | None, about: str | None) -> None:
    """Show what reports quote in different words.

    The best attested wording comes first: the least damaged one, quoted rather than told, whole rather than cut, then
    the one that most families have. Below it stand the others, with the words in which they differ.
    """
    with opened() as record_file:
        as_of = settings().as_of
        found = record_file.variants(speaker=speaker, about=about, as_of=as_of)
        record = record_file.record(as_of=as_of)
        documents = documents_of(record_file)
        near = () if found else near_in(record_file, speaker)
    if as_json:
        from memcon.present.varied import variants_answer

        print_json(variants_answer(found, record=record, documents=documents))
    else:
        from memcon.present.terminal.variants import variants_view

        print_view(variants_view(found, record=record, documents=documents, near=near))
