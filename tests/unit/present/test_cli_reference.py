"""The reference pages are made from the program, and stay what the program says."""

import re
from pathlib import Path

import pytest

from docs.build import WITHOUT_METHOD, main, method, pages
from memcon.pipeline import RecordFile
from memcon.present.cli import program
from memcon.present.schema import names

PAGES = {path.name: text for path, text in pages().items()}


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.name)
def test_page_on_disk_is_current(path: Path) -> None:
    """The page on disk is what the program's help and schemas say today: else run `python docs/build.py`."""
    assert path.read_text(encoding="utf-8") == pages()[path]


def test_check_accepts_current_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """`docs/build.py --check` passes exactly when nothing has to be written."""
    monkeypatch.setattr("sys.argv", ["build.py", "--check"])
    assert main() == 0


@pytest.mark.parametrize("name", program.commands)
def test_every_command_has_a_heading_and_help(name: str) -> None:
    """Each command has its heading, and each of its options and itself a help text."""
    assert f"\n## memcon {name}\n" in PAGES["cli.md"]
    command = program.commands[name]
    assert command.help
    assert [option.name for option in command.params if option.param_type_name == "option" and not option.help] == []


@pytest.mark.parametrize("name", program.commands)
def test_every_command_is_a_methods_twin(name: str) -> None:
    """What a command does, a method does in Python: the one of its name, or `acts` for the kinds of acts."""
    assert name in WITHOUT_METHOD or callable(getattr(RecordFile, method(name)))


def test_short_help_is_whole() -> None:
    """In the list of commands every sentence fits, none is cut off."""
    assert not re.search(r"\.\.\.$", PAGES["cli.md"].split("\nCommands:\n")[1].split("```")[0], re.MULTILINE)


@pytest.mark.parametrize("name", names())
def test_every_answer_has_a_heading(name: str) -> None:
    """Each JSON answer has its heading, and every key a meaning."""
    assert re.search(rf"^## memcon {name}\b", PAGES["json.md"], re.MULTILINE)
    assert not re.search(r"\| +\|$", PAGES["json.md"], re.MULTILINE)


def test_every_reference_leads_somewhere() -> None:
    """Every piece that a table links to has its own heading."""
    linked = set(re.findall(r"\]\(#([a-z]+)\)", PAGES["json.md"]))
    assert linked <= set(re.findall(r"^### ([a-z]+)$", PAGES["json.md"], re.MULTILINE))
