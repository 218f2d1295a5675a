"""Commands about time: `timeline`, what happened when and what is ahead; `times`, what the words for it mean."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from memcon.present.cli.asked import documents_of, near_in
from memcon.present.cli.options import DATE, FILE, Command, json_option, opened, settings
from memcon.present.cli.output import print_json, print_view, say, write_file

if TYPE_CHECKING:
    from memcon.core.brief import Moment
    from memcon.core.dates import PartialDate
    from memcon.core.record import DocumentNote
    from memcon.core.times import TimeType


@click.command(cls=Command)
@json_option
@click.option("--from", "since", type=DATE, metavar="DATE", help="Only what is not over before DATE.")
@click.option("--to", "until", type=DATE, metavar="DATE", help="Only what begins by DATE: 2031, 2031-05 or 2031-05-04.")
@click.option("--party", metavar="NAME", help="Only that in which this party takes part.")
@click.option("--issue", metavar="WORDS", help="Only what a sentence with these words tells.")
@click.option("--ics", type=FILE, metavar="FILE", help="Write what is planned or possible as an iCalendar file.")
def timeline(
    *,
    as_json: bool,
    since: "PartialDate | None",
    until: "PartialDate | None",
    party: str | None,
    issue: str | None,
    ics: Path | None,
) -> None:
    """Show what happened when, what was said, and what is ahead.

    What several reports tell of is one moment. It is as precise as they are: what is dated to a month stands under the
    month, and in no calendar file.
    """
    with opened() as record_file:
        as_of = settings().as_of
        found = record_file.timeline(since=since, until=until, party=party, about=issue, as_of=as_of)
        record = record_file.record(as_of=as_of)
        documents = documents_of(record_file)
        near = () if found else near_in(record_file, party)
    if ics is not None:
        _write_calendar(ics, found, record.documents)
    if as_json:
        from memcon.present.timed import timeline_answer

        print_json(timeline_answer(found, documents=documents))
    elif ics is None:
        from memcon.present.terminal.timeline import timeline_view

        print_view(timeline_view(found, record=record, near=near))


@click.command(cls=Command)
@click.argument("documents", metavar="[DOC]...", nargs=-1)
@json_option
@click.option(
    "--type",
    type=click.Choice(["date", "time", "duration", "set"]),
    help="Only expressions of this type, as TIMEX3 has it.",
)
def times(*, documents: tuple[str, ...], as_json: bool, type: "TimeType | None") -> None:
    """List the expressions of time, and what each of them means.

    DOC is the beginning of a document's id or its file's name; without it all documents are listed.
    What cannot be resolved, as "that day" where nothing says which, is listed with the reason.
    """
    with opened() as record_file:
        found = record_file.times(documents, type=type, as_of=settings().as_of)
        record = record_file.record(as_of=settings().as_of)
        read = documents_of(record_file)
    if as_json:
        from memcon.present.timed import times_answer

        print_json(times_answer(found, documents=read))
    else:
        from memcon.present.terminal.times import times_view

        print_view(times_view(found, record=record, documents=read))


def _write_calendar(file: Path, moments: "Iterable[Moment]", notes: "Iterable[DocumentNote]") -> None:
    """Write the file, and say what could not enter it."""
    from memcon.present.ical import calendar

    made = calendar(moments, notes)
    write_file(file, made.text)
    if made.left:
        are = "is" if made.left == 1 else "are"
        say(f"{made.left} more {are} ahead, but dated to the month or the year only, so not in the calendar.")
