"""The program: its name, its shared options and its commands in the order of use."""

import click

from memcon import __version__
from memcon.present.cli import acts, brief, check, damage, differ, read, trace, variants, when, write
from memcon.present.cli.options import Group


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def program() -> None:
    """One sourced record of a relationship, from many reports of the same talks.

    Add reports, read the brief; every line of it says who says so. The options below may also stand after a command.
    """


for command in (
    write.add,
    brief.brief,
    differ.disagreements,
    differ.compare,
    when.timeline,
    acts.engagements,
    acts.requests,
    acts.commitments,
    acts.channels,
    acts.positions,
    acts.incidents,
    acts.issues,
    read.statements,
    variants.variants,
    read.parties,
    read.families,
    trace.trace,
    damage.damage,
    read.documents,
    when.times,
    read.show,
    read.problems,
    read.judgements,
    write.withdraw,
    write.restore,
    check.verify,
    check.evaluate,
    check.schema,
    check.doctor,
):
    program.add_command(command)
