"""The two ways a command answers: JSON for programs, a view for people. Both go to standard output.

JSON is the same bytes wherever it goes: UTF-8, indented by two, keys in the documented order, so that two answers can
be compared line by line. What would command a terminal is written as a JSON escape; no information is lost.
"""

import json
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# What `json` leaves bare though a terminal obeys it or cannot show it: DEL, C1, directional overrides, lone surrogates.
_BARE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def print_json(answer: Any) -> None:
    """Write a JSON answer."""
    sys.stdout.buffer.write(json_text(answer).encode())


def json_text(answer: Any) -> str:
    """A JSON answer as it is written."""
    text = json.dumps(answer, ensure_ascii=False, indent=2)
    return _BARE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def print_text(text: str) -> None:
    """Write a page or another text as UTF-8; what cannot be encoded becomes an escape."""
    sys.stdout.buffer.write(text.encode(errors="backslashreplace"))


def print_view(view: "RenderableType") -> None:
    """Draw a view at the terminal's width, in colour where that is wanted."""
    from memcon.present.terminal.console import drawn

    click.echo(drawn(view, file=sys.stdout), nl=False, color=True)


def write_file(file: Path, made: str | bytes) -> None:
    """Write a view to a file, and say so; an older file stays as it was until the new one is whole.

    Raises:
        click.FileError: It cannot be written; click shows why.
    """
    beside = file.with_name(f".{file.name[:200]}.part")
    try:
        beside.write_bytes(made if isinstance(made, bytes) else made.encode(errors="backslashreplace"))
        beside.replace(file)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise click.FileError(str(file), error.strerror) from error
    say(f"Wrote {file}")


def say(message: str) -> None:
    """A message for the person at the terminal, not part of the answer; `--quiet` silences it."""
    from memcon.present.cli.options import settings

    if not settings().quiet:
        complain(message)


def complain(message: str) -> None:
    """A message that `--quiet` does not silence, on standard error."""
    from memcon.present.terminal.plain import plain

    click.echo(plain(message), err=True)


def errors() -> "Console":
    """Where progress is drawn: standard error."""
    from memcon.present.terminal.console import console

    return console(sys.stderr)
