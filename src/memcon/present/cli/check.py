"""Commands that check: `verify` the record file, `evaluate` memcon, print a `schema`, ask the `doctor`."""

from pathlib import Path

import click

from memcon.present.cli.options import FILE, Command, json_option, opened, settings
from memcon.present.cli.output import print_json, print_view, say, write_file

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command(cls=Command)
@json_option
def verify(*, as_json: bool) -> None:
    """Prove that every quotation equals its source.

    Every document is compared with the bytes received, and the file itself is checked.
    Exit code 1 if anything is wrong.
    """
    from memcon.present.terminal.problems import problems_view

    with opened() as record_file:
        found = record_file.verify()
    if as_json:
        from memcon.present.answers import problems_answer

        print_json(problems_answer(found, documents={}))
    elif found:
        print_view(problems_view(found))
    if found:
        click.get_current_context().exit(1)
    say("The record is sound: every document and every quotation is as it was received.")


@click.command(cls=Command)
@click.argument("suite", required=False)
@click.option("--data", type=_FOLDER, envvar="MEMCON_DATA", metavar="DIR", help="Test data.  [env: MEMCON_DATA]")
@click.option("--gold", type=_FOLDER, metavar="DIR", help="Reports with records made by hand.")
@json_option
@click.option("--write", type=FILE, metavar="FILE", help="Write it as Markdown.")
def evaluate(*, suite: str | None, data: Path | None, gold: Path | None, as_json: bool, write: Path | None) -> None:
    """Measure how well memcon does.

    SUITE is one of language, statements, times, trace, acts, record, speed; without it all are measured.
    What cannot be measured because its data are not there is named as absent, never left out.
    """
    from memcon.evaluate import markdown, run

    scoreboard = run(suite, data=data, gold=gold)
    if write is not None:
        write_file(write, markdown(scoreboard))
    if as_json:
        from memcon.present.answers import evaluate_answer

        print_json(evaluate_answer(scoreboard))
    else:
        from memcon.present.terminal.scores import scores_view

        print_view(scores_view(scoreboard))


@click.command(cls=Command)
@click.argument("name", required=False)
def schema(*, name: str | None) -> None:
    """Print the JSON Schema of a command's --json answer.

    Without NAME, list the schemas there are.
    """
    from memcon.present import schema as schemas

    if name is None:
        click.echo("\n".join(schemas.names()))
    elif name in schemas.names():
        print_json(schemas.schema(name))
    else:
        raise click.UsageError(f"No schema is called {name!r}. There are: {', '.join(schemas.names())}.")


@click.command(cls=Command)
def doctor() -> None:
    """Show versions and settings, for a bug report."""
    from memcon.present.cli.examination import examined
    from memcon.present.terminal.facts import facts_view

    print_view(facts_view(examined(settings().record)))
