"""The options every command takes, before or after its name: decorated functions in, click commands out.

    memcon --record visit.db brief
    memcon brief --record visit.db

What stands after the command wins. `MEMCON_RECORD` counts only where `--record` is not given at all.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from memcon.core.dates import PartialDate
    from memcon.pipeline import RecordFile

BROKEN_PIPE = 141  # what a shell reports of a program that SIGPIPE ended


@dataclass(frozen=True, slots=True)
class Settings:
    """What the shared options say.

    Attributes:
        record: Path of the record file.
        as_of: Only what was published by then; None for everything.
        quiet: Print answers and errors only.
    """

    record: str = "memcon.db"
    as_of: "PartialDate | None" = None
    quiet: bool = False


class DateType(click.ParamType["PartialDate"]):
    """A date given as far as it is known."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "PartialDate":
        """The date, or a usage error that says how dates are written."""
        from memcon.core.dates import PartialDate
        from memcon.errors import InvalidDateError

        if isinstance(value, PartialDate):
            return value
        try:
            return PartialDate(value)
        except InvalidDateError as error:
            self.fail(str(error), param, ctx)


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, as `memcon schema` describes it.")
DATE = DateType()
FILE = click.Path(dir_okay=False, path_type=Path)


class Command(click.Command):
    """A command that takes the shared options too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(_shared_options(envvar=None))


class Group(click.Group):
    """The program itself: the shared options stand before the command's name, and commands are `Command`s."""

    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(_shared_options(envvar="MEMCON_RECORD"))

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names in the order of use, as the commands were added."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; that the reader of its output went away is no failure, which click would call it."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            ctx.exit(BROKEN_PIPE)


def settings() -> Settings:
    """What the shared options of the running command say."""
    return click.get_current_context().ensure_object(Settings)


@contextmanager
def opened(*, create: bool = False) -> Iterator["RecordFile"]:
    """The record file that the options name, closed in the end whatever happens.

    Args:
        create: Make it if there is none.
    """
    import memcon

    asked: dict[str, Any] = {"issues": issues} if (issues := os.environ.get("MEMCON_ISSUES")) else {}
    with memcon.open(settings().record, create=create, **asked) as record_file:
        yield record_file


def _shared_options(*, envvar: str | None) -> list[click.Parameter]:
    return [
        click.Option(
            ["--record"],
            metavar="FILE",
            envvar=envvar,
            callback=_keep,
            expose_value=False,
            help="The record file.  [default: ./memcon.db, or $MEMCON_RECORD]",
        ),
        click.Option(
            ["--as-of"],
            metavar="DATE",
            type=DATE,
            callback=_keep,
            expose_value=False,
            help="Only what was published by DATE: 2031, 2031-05 or 2031-05-04.",
        ),
        click.Option(
            ["--quiet"],
            is_flag=True,
            callback=_keep,
            expose_value=False,
            help="Print answers and errors only.",
        ),
    ]


def _keep(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    if value:
        context.obj = replace(context.ensure_object(Settings), **{str(parameter.name): value})
