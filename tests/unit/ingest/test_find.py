"""Paths in, sources out."""

import os
from pathlib import Path

import pytest

from memcon.core.problem import Problem
from memcon.ingest import Source, find


def paths(*given: str, exclude: tuple[Path, ...] = ()) -> list[str]:
    """What is found, shown as paths; a problem is shown as its reason."""
    return [item.path if isinstance(item, Source) else item.reason for item in find(given, exclude=exclude)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder with reports in it."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", "sub/deep/d.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Orrin met Marn.")
    return tmp_path


def test_a_folder_is_searched_by_name(folder: Path) -> None:
    """A folder gives its files sorted by name, folders within it too, hidden files left out."""
    assert paths(".") == ["./a.txt", "./b.txt", "./sub/c.txt", "./sub/deep/d.md"]


def test_paths_stay_as_given(folder: Path) -> None:
    """A path is reported the way it was given, and comes in the order given."""
    assert paths("sub/", "./b.txt", f"{folder}/a.txt") == ["sub/c.txt", "sub/deep/d.md", "./b.txt", f"{folder}/a.txt"]


def test_globs(folder: Path) -> None:
    """A pattern gives what it matches, each file once, and says so if that is nothing."""
    assert paths("*.txt", "a.txt", "**/*.md", "*.html") == ["a.txt", "b.txt", "sub/deep/d.md", "missing"]


def test_a_name_with_brackets_is_no_pattern(folder: Path) -> None:
    """A file that exists under a name that looks like a pattern is that file."""
    (folder / "lake[1].txt").write_text("Orrin met Marn.")
    assert paths("lake[1].txt") == ["lake[1].txt"]


def test_a_hidden_file_that_is_named(folder: Path) -> None:
    """A hidden file is read if somebody names it."""
    assert paths(".hidden.txt") == [".hidden.txt"]


def test_standard_input() -> None:
    """A dash stands for standard input."""
    assert list(find(["-"])) == [Source("-", None)]


@pytest.mark.parametrize("name", ["a.txt.meta.json", "a.meta.json"])
def test_sidecars_belong_to_their_report(folder: Path, name: str) -> None:
    """A sidecar file is no report of its own; it comes with the report it describes, under either name."""
    (folder / name).write_text("{}")
    assert [source.sidecar for source in find(["a.txt", name]) if isinstance(source, Source)] == [Path(name)]


def test_a_sidecar_alone(folder: Path) -> None:
    """A sidecar file without a report is reported."""
    (folder / "z.meta.json").write_text("{}")
    assert paths("z.meta.json") == ["metadata"]


def test_the_record_is_left_out(folder: Path) -> None:
    """The record file and its companions are not reports, wherever they lie."""
    for name in ("memcon.db", "memcon.db-wal", "memcon.db-shm", "memcon.db.lock"):
        (folder / name).write_text("x")
    assert "./memcon.db" in paths(".")
    assert not any("memcon" in path for path in paths(".", exclude=(folder / "memcon.db",)))


def test_symlinks(folder: Path) -> None:
    """Links are followed; one that leads back to a folder above it, or to nothing, is a problem."""
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "sub" / "dead").symlink_to(folder / "nothing")
    (folder / "sub" / "self").symlink_to(folder / "sub" / "self")
    (folder / "sub" / "z.txt").symlink_to(folder / "a.txt")
    assert paths("sub") == [
        "sub/c.txt",
        "missing",
        "sub/deep/d.md",
        "loop",
        "sub/up/a.txt",
        "sub/up/b.txt",
        "loop",
        "sub/z.txt",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_opened(folder: Path) -> None:
    """A named pipe, which would block a reader for ever, is a problem."""
    os.mkfifo(folder / "pipe")
    assert paths("pipe") == ["special"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_unreadable(folder: Path) -> None:
    """A file or folder that may not be read is a problem."""
    (folder / "a.txt").chmod(0)
    (folder / "sub").chmod(0)
    found = paths(".")
    (folder / "sub").chmod(0o700)
    assert found == ["unreadable", "./b.txt", "unreadable"]


@pytest.mark.parametrize(
    ("name", "reason"), [("nosuch.txt", "missing"), ("a.txt/b", "missing"), ("a\0b", "name"), ("x" * 300, "unreadable")]
)
def test_what_cannot_be_opened(folder: Path, name: str, reason: str) -> None:
    """A path that leads nowhere gives one problem with a sentence for a person."""
    [problem] = find([name])
    assert isinstance(problem, Problem)
    assert (problem.stage, problem.reason) == ("find", reason)
    assert problem.detail.endswith(".")


@pytest.mark.skipif(os.name == "nt", reason="names are bytes only on POSIX")
def test_names_that_are_not_text(folder: Path) -> None:
    """A name of odd bytes is a problem whose path can be stored; long names and line breaks are only names."""
    Path(os.fsdecode(b"odd\xff.txt")).write_text("Orrin met Marn.")
    Path("line\nbreak.txt").write_text("Orrin met Marn.")
    Path("n" * 251 + ".txt").write_text("Orrin met Marn.")
    found = list(find(["."]))
    assert [item.path for item in found if isinstance(item, Problem)] == ["./odd\ufffd.txt"]
    assert {"./line\nbreak.txt", "./" + "n" * 251 + ".txt"} <= {item.path for item in found}


def test_an_empty_folder(tmp_path: Path) -> None:
    """A folder with nothing in it is reported, since somebody expected reports there."""
    assert paths(str(tmp_path)) == ["empty"]
