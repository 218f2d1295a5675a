"""The manual: its examples run, its outputs are what is printed, its links lead somewhere, and nothing is left out."""

import ast
import re
import shlex
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import click
import pytest

from docs.build import REFERENCE, SETTINGS
from docs.outputs import ROOT, agrees, blocks, pages, renewed, session
from memcon.core.act import KINDS
from memcon.core.marks import marked
from memcon.core.terms import terms
from memcon.present.cli import program

MANUAL = ROOT / "docs"
WRITTEN = pages()
ALL = [*WRITTEN, *sorted(REFERENCE.glob("*.md"))]
SOURCES = sorted((ROOT / "src" / "memcon").rglob("*.py"))
_PLACE = {"Fault": 0, "Problem": 2, "_problem": 1, "_give_up": 2, "give_up": 1}  # where each of these takes its reason
_FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"(?<!\\)\[[^\]]+\]\(([^)\s]+)\)")
_INNERMOST = re.compile(r"\[[a-z]+(?:\{[^}]*\})?:([^\[\]]+)\]")
_COMMAND = re.compile(r"`memcon( [^`]*)`")


def name(page: Path) -> str:
    """A page's path from the root of the repository."""
    return page.relative_to(ROOT).as_posix()


def headings(page: Path) -> list[str]:
    """The headings of a page, without those inside its examples."""
    return re.findall(r"^#+ (.+)$", _FENCED.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)


def slugs(page: Path) -> set[str]:
    """What a link may name on a page, as GitHub makes it from the headings."""
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings(page)}


def reasons() -> set[str]:
    """Every reason code that the source gives a problem."""
    return {
        reason
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for reason in _reason(node)
    }


def _reason(call: ast.Call) -> Iterator[str]:
    called = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    values = [keyword.value for keyword in call.keywords if keyword.arg == "reason"]
    if called in _PLACE and len(call.args) > _PLACE[called]:
        values.append(call.args[_PLACE[called]])
    for value in values if called in _PLACE else ():
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


@pytest.mark.parametrize("page", WRITTEN, ids=name)
def test_page_runs_and_shows_what_is_printed(page: Path) -> None:
    """Typed in order in an empty folder beside examples/, all of a page works, and prints what the page shows."""
    for one in session(page):
        place = f"{name(page)}:{one.start}: {one.what}\n" + "\n".join(one.printed)
        assert one.code == 0, place
        assert one.holds, f"Run python docs/outputs.py, and read what it changed.\n{place}"


@pytest.mark.parametrize("page", ALL, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    """A link to a file of the repository finds it, and one to a heading finds that."""
    dead = []
    for link in _LINK.findall(_FENCED.sub("", page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, heading = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (heading and heading not in slugs(target)):
            dead.append(link)
    assert dead == []


@pytest.mark.parametrize("page", ALL, ids=name)
def test_no_page_names_a_command_that_does_not_exist(page: Path) -> None:
    """Whatever a page calls `memcon something --option` can be typed."""
    text = page.read_text(encoding="utf-8")
    named = [shlex.split(words.replace("'", "")) for words in _COMMAND.findall(text)]
    named += [shlex.split(line[9:].partition("|")[0]) for line in text.splitlines() if line.startswith("$ memcon ")]
    unknown = [" ".join(words) for words in named if not _exists(words)]
    assert unknown == []


def _exists(words: list[str]) -> bool:
    shared = _options(program)
    command = next((program.commands[word] for word in words if word in program.commands), None)
    options = [word.partition("=")[0] for word in words if word.startswith("-") and word != "-"]
    first = next((word for word in words if not word.startswith("-")), None)
    known = shared | (_options(command) if command else {"--version"})
    return (command is not None or first is None) and set(options) <= known


def _options(command: click.Command) -> set[str]:
    return {option for parameter in command.params for option in parameter.opts} | {"--help", "-h"}


def test_every_page_is_in_the_contents() -> None:
    """docs/index.md leads to every page of the manual."""
    linked = {(MANUAL / link).resolve() for link in _LINK.findall((MANUAL / "index.md").read_text(encoding="utf-8"))}
    assert {page for page in MANUAL.rglob("*.md") if page.name != "index.md"} <= linked


@pytest.mark.parametrize("command", program.commands)
def test_every_command_has_a_heading(command: str) -> None:
    """Each command can be looked up."""
    assert f"memcon {command}" in headings(REFERENCE / "cli.md")


def test_every_setting_has_a_heading() -> None:
    """Each environment variable that the program reads can be looked up, and no other is described."""
    read = {found for path in SOURCES for found in re.findall(r"MEMCON_[A-Z]+", path.read_text(encoding="utf-8"))}
    assert read == {setting for setting in SETTINGS if setting.startswith("MEMCON_")}
    assert set(SETTINGS) <= set(headings(REFERENCE / "settings.md"))


def test_every_reason_has_a_heading() -> None:
    """Each reason that a problem may have says what to do, and none is described that does not occur."""
    described = {heading for heading in headings(MANUAL / "how-to" / "mend-problems.md") if " " not in heading}
    assert described == reasons()
    assert len(described) > 15


def test_every_vocabulary_has_a_heading_and_its_examples() -> None:
    """Each vocabulary file can be looked up, with every example in it, its marks turned into bold."""
    acts = plain((REFERENCE / "acts.md").read_text(encoding="utf-8"))
    assert set(KINDS) <= set(headings(REFERENCE / "acts.md"))
    assert [one for kind in KINDS for one in terms(f"acts/{kind}")["examples"] if marked(one).text not in acts] == []
    page = (REFERENCE / "terms.md").read_text(encoding="utf-8")
    found = [file.name[:-5] for file in files("memcon.core.terms").iterdir() if file.name.endswith(".toml")]
    assert set(found) <= set(headings(REFERENCE / "terms.md"))
    shown = plain(page)
    for example in (example for one in found for example in terms(one).get("examples", ())):
        words = example
        while (bare := _INNERMOST.sub(r"\1", words)) != words:
            words = bare
        assert words in shown


def plain(page: str) -> str:
    """A page without markup and without the small labels behind what is bold."""

    class Reader(HTMLParser):
        text, small = "", False

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.small = tag == "sub"

        def handle_endtag(self, tag: str) -> None:
            self.small = False

        def handle_data(self, data: str) -> None:
            self.text += "" if self.small else data

    reader = Reader()
    reader.feed(page)
    return re.sub(r"\\([*_`\\\[\]])", r"\1", reader.text)


def test_prose_is_one_sentence_a_line() -> None:
    """No line of prose holds two sentences, so that a change shows as the sentence it changes."""
    for page in (page for page in WRITTEN if page.parent != ROOT):
        prose = _FENCED.sub("", page.read_text(encoding="utf-8"))
        lines = [line for line in prose.splitlines() if not line.startswith(("|", "-"))]
        assert [line for line in lines if re.search(r"[a-z)`][.?!] [A-Z`]", line)] == [], name(page)


def test_a_gap_stands_for_any_lines() -> None:
    """A line "…" agrees with any number of lines, and nothing else does."""
    assert agrees(["a", "…", "d"], ["a", "b", "c", "d"])
    assert agrees(["a", "…"], ["a"])
    assert not agrees(["a", "…", "d"], ["a", "b", "c"])
    assert not agrees(["a"], ["a", "b"])
    assert not agrees(["a.c"], ["abc"])


def test_a_renewed_output_agrees_and_keeps_its_gaps() -> None:
    """An output that is no longer true is replaced by the lines most like it, the gaps between them kept."""
    printed = ["7 reports", "", "Halyard  4 reports", "Rigging  1 report", "Oriel  2 reports", "end"]
    old = ["9 reports", "…", "Rigging  3 reports", "…"]
    assert renewed(old, printed) == ["7 reports", "…", "Rigging  1 report", "…"]
    assert renewed(["…", "ends"], printed) == ["…", "end"]
    assert renewed(["old"], printed) == printed


def test_blocks_are_found() -> None:
    """A fenced block is read with its language, its title and its lines."""
    page = 'Text\n```json title="a/b.json"\n{}\n```\n\n```console\n$ memcon --help\n…\n```\n'
    found = [(block.language, block.title, block.lines) for block in blocks(page)]
    assert found == [("json", "a/b.json", ("{}",)), ("console", "", ("$ memcon --help", "…"))]
