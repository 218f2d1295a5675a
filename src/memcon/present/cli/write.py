"""Commands that write to the record: `add`, `withdraw`, `restore`."""

import sys
from typing import TYPE_CHECKING

import click

from memcon.present.cli.options import DATE, Command, json_option, opened, settings
from memcon.present.cli.output import complain, errors, print_json, print_view, say

if TYPE_CHECKING:
    from memcon.core.dates import PartialDate
    from memcon.pipeline import Added


@click.command(cls=Command)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--published", type=DATE, metavar="DATE", help="When the reports were published.")
@click.option("--updated", type=DATE, metavar="DATE", help="When they were last updated.")
@click.option("--outlet", metavar="NAME", help="Who published them.")
@click.option("--title", metavar="TEXT", help="Their title.")
@click.option("--url", metavar="URL", help="Where they were published.")
@click.option("--language", metavar="CODE", help="Their language, such as en.")
@json_option
def add(
    *,
    paths: tuple[str, ...],
    published: "PartialDate | None",
    updated: "PartialDate | None",
    outlet: str | None,
    title: str | None,
    url: str | None,
    language: str | None,
    as_json: bool,
) -> None:
    """Add reports: files, folders, or JSON lines.

    A folder is searched; - reads JSON lines from standard input.
    What the options state holds for every report of this call and outranks what the files say themselves.
    A file that cannot be read is listed with the reason and does not stop the others. Adding again adds nothing twice.
    """
    from memcon.present.terminal.progress import progress_shown

    try:
        with opened(create=True) as record_file, progress_shown(errors(), quiet=settings().quiet) as progress:
            added = record_file.add(
                paths,
                published=published.iso if published else None,
                updated=updated.iso if updated else None,
                outlet=outlet,
                title=title,
                url=url,
                language=language,
                stdin=sys.stdin.buffer if "-" in paths else None,
                progress=progress,
            )
    except KeyboardInterrupt:
        complain("\nInterrupted. What was added before is safe; the same command goes on from there.")
        raise
    _report(added, paths, as_json=as_json)


@click.command(cls=Command)
@click.argument("id")
@click.option("--why", required=True, metavar="TEXT", help="The reason, kept with the decision.")
@click.option("--who", default="", metavar="NAME", help="Who decides.")
def withdraw(*, id: str, why: str, who: str) -> None:
    """Take a document out of the record without deleting it.

    Whatever rested on it alone leaves the record, and nothing counts it as a witness. `memcon restore` takes it back.
    """
    with opened() as record_file:
        judgement = record_file.withdraw(id, why=why, who=who)
    say(f"Withdrawn: {judgement.left}. To take that back: memcon restore {judgement.left}")


@click.command(cls=Command)
@click.argument("id")
def restore(*, id: str) -> None:
    """Bring a withdrawn document back."""
    with opened() as record_file:
        judgement = record_file.restore(id)
    say(f"Restored: {judgement.left}. It counts again.")


def _report(added: "Added", paths: tuple[str, ...], *, as_json: bool) -> None:
    if as_json:
        from memcon.present.answers import added_answer

        print_json(added_answer(added))
    elif not settings().quiet:
        from memcon.present.terminal.added import added_view

        print_view(added_view(added, record=settings().record))
    if not added.documents and not added.known:
        complain(f"Nothing could be read from {', '.join(paths)}.")
        click.get_current_context().exit(1)
