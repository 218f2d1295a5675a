"""Commands about where accounts differ: `disagreements`, and `compare` for accounts or documents side by side."""

from typing import get_args

import click

from memcon.core.discrepancy import DiscrepancyType
from memcon.present.cli.asked import documents_of, near_in
from memcon.present.cli.options import Command, json_option, opened, settings
from memcon.present.cli.output import print_json, print_view


@click.command(cls=Command)
@json_option
@click.option("--all", "everything", is_flag=True, help="Show also differences that are none once normalised.")
@click.option("--type", type=click.Choice(get_args(DiscrepancyType)), help="Only differences of this type.")
@click.option("--party", metavar="NAME", help="Only about that in which this party takes part, or speaks.")
def disagreements(*, as_json: bool, everything: bool, type: DiscrepancyType | None, party: str | None) -> None:
    """List where accounts of one thing differ, the gravest first.

    What means the same once it is normalised, as 170 minutes and nearly three hours do, is listed with --all only.
    """
    with opened() as record_file:
        as_of = settings().as_of
        found = record_file.disagreements(all=everything, type=type, party=party, as_of=as_of)
        record = record_file.record(as_of=as_of)
        documents = documents_of(record_file)
        near = () if found else near_in(record_file, party)
    if as_json:
        from memcon.present.differing import disagreements_answer

        print_json(disagreements_answer(found, documents=documents))
    else:
        from memcon.present.terminal.disagreements import disagreements_view

        print_view(disagreements_view(found, record=record, everything=everything, near=near))


@click.command(cls=Command)
@click.argument("left", metavar="ENTRY|DOC")
@click.argument("right", metavar="[DOC]", required=False)
@json_option
def compare(*, left: str, right: str | None, as_json: bool) -> None:
    """Show accounts of one thing, or two reports, side by side.

    ENTRY is the beginning of an entry's id, or words of its title: a column for each family that tells it.
    DOC is the beginning of a document's id or its file's name; with two of them, as of two readouts of one meeting,
    the acts that both tell, and those that only one of them tells.
    """
    with opened() as record_file:
        as_of = settings().as_of
        compared = record_file.compare(left, right, as_of=as_of)
        record = record_file.record(as_of=as_of)
        documents = documents_of(record_file)
    if as_json:
        from memcon.present.differing import compare_answer

        print_json(compare_answer(compared, record=record, documents=documents))
    else:
        from memcon.present.terminal.compare import compare_view

        print_view(compare_view(compared, record=record, documents=documents))
