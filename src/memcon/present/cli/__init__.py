"""The command line: arguments in, answers on standard output, messages on standard error, an exit code out.

0 done; 1 memcon could not do it, and says why in one line; 2 the command was not understood;
130 interrupted; 141 whoever read the output went away.
Every command is the twin of a method of `memcon.RecordFile`; there is no logic here.
Only click is imported until a command runs, so that `memcon --help` is immediate.
"""

import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

import click

from memcon.errors import MemconError
from memcon.present.cli.options import BROKEN_PIPE
from memcon.present.cli.output import complain
from memcon.present.cli.program import program

__all__ = ["main", "program", "run"]

FAILED, INTERRUPTED = 1, 130


def main() -> None:
    """The entry point of the installed program."""
    # What is old here is the record, and lasts until the end: to search it for circular garbage takes seconds.
    gc.set_threshold(*gc.get_threshold()[:2], 1_000)
    sys.exit(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code; no exception but a request to exit leaves here.

    Args:
        arguments: Without the program's name; None for the process's own.
    """
    _prepare_streams()
    try:
        code = program.main(arguments, prog_name="memcon", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return BROKEN_PIPE
    except MemconError as error:
        return _failed(" ".join([str(error), *getattr(error, "__notes__", ())]))
    except OSError as error:
        _drop_unwritable()
        return _failed(": ".join(str(part) for part in (error.filename, error.strerror) if part) or str(error))
    except Exception as error:
        # The outermost border: a mistake of ours is told in words too, and can still be traced.
        if os.environ.get("MEMCON_DEBUG"):
            raise
        return _failed(
            f"memcon has a bug: {type(error).__name__}: {error}\n"
            "What was added before is safe. Please report this with what `memcon doctor` prints; "
            "MEMCON_DEBUG=1 shows where it happened."
        )
    return code or 0


def _failed(message: str) -> int:
    complain(message)
    return FAILED


def _prepare_streams() -> None:
    """Make both streams usable whatever the caller gave us.

    A closed one swallows what it gets, and a character that the encoding lacks becomes an escape.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open until the end
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _drop_unwritable() -> None:
    """Give up what is still buffered, if that is what cannot be written."""
    try:
        sys.stdout.flush()
    except OSError:
        _drop_output()


def _drop_output() -> None:
    """Send what is still buffered nowhere, or Python complains once more when it exits, and changes the exit code."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
