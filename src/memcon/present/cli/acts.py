"""Commands about what happened between parties: engagements, requests, commitments, channels, positions, incidents.

All but `issues`, which lists a vocabulary, are twins of `RecordFile.acts`, each for its own kinds, and take the same
options.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from memcon.core.terms.acts import STATUSES
from memcon.present.cli.asked import documents_of, near_in, near_issues
from memcon.present.cli.options import DATE, Command, json_option, opened, settings
from memcon.present.cli.output import print_json, print_view

if TYPE_CHECKING:
    from memcon.core.act import ActKind


def _filters(*kinds: "ActKind") -> "Callable[[Callable[..., None]], Callable[..., None]]":
    """The options that choose among acts of these kinds."""
    statuses = list(dict.fromkeys(status for kind in kinds for status in STATUSES[kind]))
    options = (
        json_option,
        click.option("--party", metavar="NAME", help="Only that in which this party takes part."),
        click.option("--issue", metavar="NAME", help="Only what is about this issue, or is told in these words."),
        click.option("--status", type=click.Choice(statuses), help="Only what stands so by the latest report."),
        click.option("--since", type=DATE, metavar="DATE", help="Only what is not over before DATE."),
        click.option(
            "--until", type=DATE, metavar="DATE", help="Only what begins by DATE: 2031, 2031-05 or 2031-05-04."
        ),
        click.option(
            "--all", "everything", is_flag=True, help="Also what tells too little to be known from others of its kind."
        ),
    )

    def decorated(function: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(options):
            function = option(function)
        return function

    return decorated


def _list(*kinds: "ActKind", as_json: bool, **asked: Any) -> None:  # Any: each filter has its own type
    """Print the acts of these kinds."""
    with opened() as record_file:
        as_of = settings().as_of
        found = record_file.acts(*kinds, **asked, as_of=as_of)
        anytime = record_file.acts(*kinds, **{**asked, "since": None, "until": None}, as_of=as_of)
        record = record_file.record(as_of=as_of)
        documents = documents_of(record_file)
        annotations = record_file.annotations(as_of=as_of)
        near = () if found else (*near_in(record_file, asked["party"]), *near_issues(record, asked["issue"]))
    if as_json:
        from memcon.present.acted import acts_answer

        print_json(acts_answer(found, record=record, documents=documents, annotations=annotations))
    else:
        from memcon.present.terminal.acts import acts_view

        left = tuple(entry for entry in anytime if entry not in found)
        print_view(acts_view(kinds, found, record=record, left=left, near=near))


@click.command(cls=Command)
@_filters("engagement")
def engagements(**asked: Any) -> None:
    """List who met, called, visited or wrote to whom.

    What is planned, possible, postponed, cancelled, refused or denied is listed too, each with its status.
    """
    _list("engagement", **asked)


@click.command(cls=Command)
@_filters("request")
def requests(**asked: Any) -> None:
    """List who asks whom for what, and how it was answered.

    Requests, demands, invitations and appeals, under whoever makes them and to whom.
    """
    _list("request", **asked)


@click.command(cls=Command)
@_filters("commitment")
def commitments(**asked: Any) -> None:
    """List who promises whom what, and what came of it.

    Pledges of one side and agreements of several, under whoever makes them and to whom.
    """
    _list("commitment", **asked)


@click.command(cls=Command)
@_filters("channel")
def channels(**asked: Any) -> None:
    """List the standing ways of talking, and their state.

    Hotlines, working groups, embassies and other contacts, by the level at which they stand.
    """
    _list("channel", **asked)


@click.command(cls=Command)
@_filters("position")
def positions(**asked: Any) -> None:
    """List who stands where, issue by issue."""
    _list("position", **asked)


@click.command(cls=Command)
@_filters("incident", "measure")
def incidents(**asked: Any) -> None:
    """List incidents, and the measures that were imposed.

    What befell the relationship, and what one side does to another as policy.
    """
    _list("incident", "measure", **asked)


@click.command(cls=Command)
@json_option
def issues(*, as_json: bool) -> None:
    """List the issues that reports are searched for.

    Each by its name, with the terms that show it and its IPTC media topic. They are memcon's own, or those of the file
    that $MEMCON_ISSUES names.
    """
    import os
    from pathlib import Path

    from memcon.core.issues import read_issues

    file = os.environ.get("MEMCON_ISSUES")
    known = read_issues(Path(file) if file else None)
    if as_json:
        from memcon.present.answers import issues_answer

        print_json(issues_answer(known))
    else:
        from memcon.present.terminal.issues import issues_view

        print_view(issues_view(known))
