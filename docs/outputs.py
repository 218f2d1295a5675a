"""Runs the manual: pages in, what their examples print out; and writes that into the pages.

    python docs/outputs.py            run every page and rewrite the outputs shown in it
    python docs/outputs.py --check    exit with 1 if an output shown is not what is printed

A page is one session in an empty folder that holds a copy of examples/, with a terminal of 80 columns. In order:

    ```json title="NAME"   is written to that file, whatever its language
    ```python              is run; an ```output block right below shows what it prints
    ```console             lines that begin with "$ " are run; the lines below each show what it prints

A line "…" stands for lines left out. `memcon` runs in this process, which is quick; a line with pipes or other programs
goes to the shell. What sets a machine up (`NOT_HERE`) is not run.
"""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from memcon.present.cli import run

ROOT = Path(__file__).resolve().parents[1]
NOT_HERE = ("git ", "make", "pip", "python3 dev.py", "uv ")
GAP = "…"
_FENCE = re.compile(r'```(?P<language>\w+)?(?: title="(?P<title>[^"]+)")?')
_SHELL = frozenset("|<>;&$*`")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block.

    Attributes:
        start, end: Its lines on the page, half-open, without the fences.
    """

    language: str
    title: str
    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that was run, and what the page shows of what it prints.

    Attributes:
        what: The command, or the first line of the code.
        code: Its exit code.
        start, end: The lines of the page that show its output; equal if it shows none.
    """

    what: str
    code: int
    printed: tuple[str, ...]
    shown: tuple[str, ...]
    start: int
    end: int

    @property
    def holds(self) -> bool:
        """Whether the page tells the truth; where it shows nothing, there is nothing to be wrong."""
        return self.start == self.end or agrees(self.shown, self.printed)


def pages() -> list[Path]:
    """Every page that people read first to last; the reference is made by build.py."""
    manual = (page for page in ROOT.glob("docs/**/*.md") if page.parent.name != "reference")
    return [ROOT / "README.md", *sorted(manual)]


def blocks(page: str) -> Iterator[Block]:
    """The fenced blocks of a page."""
    lines = page.splitlines()
    opening, start = None, 0
    for number, line in enumerate(lines):
        if opening is None and (match := _FENCE.fullmatch(line)):
            opening, start = match, number + 1
        elif opening is not None and line == "```":
            title = opening["title"] or ""
            yield Block(opening["language"] or "", title, start, number, tuple(lines[start:number]))
            opening = None


def session(page: Path) -> Iterator[Shown]:
    """Run a page from its first line to its last."""
    found = list(blocks(page.read_text(encoding="utf-8")))
    names: dict[str, Any] = {"__name__": "__main__"}
    with _desk():
        for block, below in zip(found, [*found, None][1:], strict=True):
            if block.title:
                Path(block.title).parent.mkdir(parents=True, exist_ok=True)
                Path(block.title).write_text("\n".join(block.lines) + "\n", encoding="utf-8")
            elif block.language == "python":
                shows = below is not None and below.language == "output"
                yield _python(block, below if shows else None, names, page)
            elif block.language == "console":
                yield from _console(block)


def agrees(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether lines with gaps are these lines."""
    wanted = "".join("(?:.*\n)*?" if line.strip() == GAP else re.escape(line) + "\n" for line in shown)
    return re.fullmatch(wanted, "".join(f"{line}\n" for line in printed)) is not None


def renewed(shown: Sequence[str], printed: Sequence[str]) -> list[str]:
    """What to show of these lines: as much as before, from the places most like those shown before."""
    if GAP not in (line.strip() for line in shown):
        return list(printed)
    lines, position = list[str](), 0
    parts = "\n".join(shown).split(f"\n{GAP}\n") if shown[0] != GAP else "\n".join(shown)[2:].split(f"\n{GAP}\n")
    for number, part in enumerate(parts):
        old = part.removesuffix(f"\n{GAP}").split("\n")
        start = 0 if number == 0 and shown[0] != GAP else _place(old, printed, position)
        if number == len(parts) - 1 and shown[-1] != GAP:
            start = max(position, len(printed) - len(old))
        lines += [*([GAP] if start > position else []), *printed[start : start + len(old)]]
        position = start + len(old)
    return [*lines, *([GAP] if position < len(printed) else [])]


def main() -> int:
    """Rewrite the outputs, or with `--check` name those that are not true."""
    check, wrong = "--check" in sys.argv[1:], 0
    for page in pages():
        lines = page.read_text(encoding="utf-8").splitlines()
        for one in reversed(list(session(page))):  # from below, so that the lines above keep their numbers
            place = f"{page.relative_to(ROOT)}:{one.start}"
            if one.code:
                wrong += 1
                print(f"{place}: exit code {one.code}: {one.what}", *one.printed, sep="\n  ")
            elif not one.holds:
                wrong += check
                print(f"{place}: {'differs' if check else 'renewed'}: {one.what}")
                lines[one.start : one.end] = renewed(one.shown, one.printed)
        if not check:
            page.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return 1 if wrong else 0


@contextmanager
def _desk() -> Iterator[None]:
    """An empty folder with the examples in it, and the environment of a plain terminal of 80 columns."""
    before = dict(os.environ)
    programs = str(Path(sys.executable).parent)
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        shutil.copytree(ROOT / "examples", "examples")
        os.environ.update(COLUMNS="80", NO_COLOR="1", PATH=f"{programs}{os.pathsep}{before.get('PATH', '')}")
        for name in ("FORCE_COLOR", "MEMCON_RECORD", "MEMCON_DATA", "MEMCON_GOLD"):
            os.environ.pop(name, None)
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


def _console(block: Block) -> Iterator[Shown]:
    commands = [index for index, line in enumerate(block.lines) if line.startswith("$ ")]
    for index, after in zip(commands, [*commands, len(block.lines)][1:], strict=True):
        command, shown = block.lines[index][2:], block.lines[index + 1 : after]
        if command.startswith(NOT_HERE):
            continue
        while shown and not shown[-1].strip():  # an empty line between two commands
            shown = shown[:-1]
        start = block.start + index + 1
        code, printed = _in_process(command) if _plain(command) else _in_shell(command)
        yield Shown(command, code, _lines(printed), shown, start, start + len(shown))


def _python(block: Block, below: Block | None, names: dict[str, Any], page: Path) -> Shown:
    source = "\n" * block.start + "\n".join(block.lines)  # so that a traceback names the line of the page
    with _caught() as caught:
        exec(compile(source, str(page), "exec"), names)  # noqa: S102 - our own manual
    place = (below.start, below.end) if below else (block.end, block.end)
    return Shown(block.lines[0], 0, _lines(caught.getvalue().decode()), below.lines if below else (), *place)


def _plain(command: str) -> bool:
    return command.startswith("memcon ") and not _SHELL & set(command)


def _in_process(command: str) -> tuple[int, str]:
    with _caught() as caught:
        code = run(shlex.split(command)[1:])
    return code, caught.getvalue().decode()


def _in_shell(command: str) -> tuple[int, str]:
    done = subprocess.run(command, shell=True, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # noqa: S602 - our own manual
    return done.returncode, done.stdout.decode()


@contextmanager
def _caught() -> Iterator[io.BytesIO]:
    """Both streams together, as a terminal shows them."""
    caught = io.BytesIO()
    stream = io.TextIOWrapper(caught, encoding="utf-8", write_through=True)
    with redirect_stdout(stream), redirect_stderr(stream):
        yield caught
        stream.flush()
    stream.detach()  # else closing it would close what was caught


def _lines(printed: str) -> tuple[str, ...]:
    return tuple(line.rstrip() for line in printed.rstrip().split("\n")) if printed.strip() else ()


def _place(old: Iterable[str], printed: Sequence[str], position: int) -> int:
    """Where the lines most like the old ones begin."""
    wanted = list(old)
    starts = range(position, max(position, len(printed) - len(wanted)) + 1)

    def likeness(start: int) -> float:
        return SequenceMatcher(None, "\n".join(wanted), "\n".join(printed[start : start + len(wanted)])).ratio()

    return max(starts, key=likeness)


if __name__ == "__main__":
    sys.exit(main())
