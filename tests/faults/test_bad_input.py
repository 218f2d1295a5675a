"""What goes wrong with inputs, as a user meets it: real files and the real command line.

Whatever is given, memcon ends with 0 and lists what it could not read, with 1 if that was everything, or with 2 if the
command itself was not understood; it never shows a traceback, and the record is sound afterwards.
"""

import gzip
import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from memcon import language
from memcon.core.document import Document
from memcon.core.problem import Problem
from memcon.core.reading import Reading
from memcon.ingest import Extractor
from memcon.language.protocol import Vectors
from memcon.pipeline import open as open_record
from memcon.present.cli import run

GOOD = "Foreign Secretary Tomas Orrin met Deputy Premier Ilse Marn on Tuesday. “The talks were useful,” Orrin said.\n"
VIEWS = ("brief", "documents", "statements", "families", "problems")
MAIN = "from memcon.present.cli import main; main()"
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


Memcon = Callable[..., Answer]


@pytest.fixture
def memcon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Memcon:
    """Runs a command in a folder of its own; a traceback or a bug of ours fails every test here."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MEMCON_RECORD", raising=False)
    monkeypatch.setenv("COLUMNS", "200")

    def call(*arguments: str) -> Answer:
        capfd.readouterr()
        code = run(arguments)
        answer = Answer(code, *capfd.readouterr())
        for told in (answer.out, answer.err):
            assert "Traceback" not in told
            assert "memcon has a bug" not in told
        return answer

    return call


# Whoever runs the tests in the background has Ctrl-C ignored, and children inherit that.
LISTEN = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"


def separate(*arguments: str, before: str = "", **options: Any) -> "subprocess.Popen[str]":
    """The command as a process of its own; `before` runs in it first."""
    return subprocess.Popen(
        [sys.executable, "-c", f"{LISTEN}\n{before}\n{MAIN}", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", **options,
    )  # fmt: skip


def sound(memcon: Memcon, *, documents: int) -> list[tuple[str, str, str]]:
    """Path, reason and detail of each problem, once the record has that many documents and every view works."""
    assert memcon("verify").code == 0
    for view in VIEWS:
        assert memcon(view).code == 0, view
    assert len(memcon("documents", "--json").json) == documents
    problems = memcon("problems", "--json").json
    return [(each["path"], each["reason"], each["detail"]) for each in problems]


def exported(memcon: Memcon) -> list[str]:
    """What the record says, by every view, as a program gets it."""
    return [memcon(view, "--json").out for view in VIEWS]


def many(count: int) -> bytes:
    """That many short reports, one a line."""
    rows = (
        {"title": f"Day {number}", "text": GOOD.replace("useful", f"useful {number} times"), "published": "2031-05-04"}
        for number in range(count)
    )
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


NOT_REPORTS: dict[str, tuple[bytes, str, str]] = {
    "empty.txt": (b"", "empty", "no text"),
    "blank.txt": (b" \n\t\r\n ", "empty", "no text"),
    "mark.txt": (b"\xef\xbb\xbf", "empty", "no text"),
    "noise.txt": (random.Random(7).randbytes(5_000), "binary", "not text"),
    "packed.txt": (gzip.compress(GOOD.encode()), "binary", "gzip"),
    "nearly-packed.txt": (b"\x1f\x8b" + GOOD.encode(), "binary", "gzip"),
    "report.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "binary", "Save its text"),
    "renamed.txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "binary", "a PDF"),
    "report.docx": (b"PK\x03\x04\x14\0\6\0" + bytes(40), "binary", "Save its text"),
    "number.json": (b"42", "format", "not a JSON object"),
    "null.json": (b"null", "format", "not a JSON object"),
    "half.json": (b'{"text": "Orrin met Ma', "json", "cut off"),
    "deep.json": (b'{"text":' * 100_000, "json", "not valid JSON"),
    "arrays.json": (b"[" * 200_000, "json", "damaged"),
    "textless.json": (b'{"title": "Talks end"}', "empty", "no text"),
    "wide.txt": ("Orrin met Marn.".encode("utf-16-le"), "binary", "not text"),
    "feed.xml": (b"<?xml version='1.0'?><rss><item/></rss>", "format", "XML"),
    "long.txt": (b"word " * 10_000_000, "too-large", "50.0 MB"),
    "long-line.jsonl": (b'{"text": "' + b"word " * 5_000_000 + b'"}\n', "too-large", "25.0 MB"),
    "blank.html": (b"<!doctype html><html><body><script>run()</script></body></html>", "extraction", "No report"),
}


@pytest.mark.parametrize("name", NOT_REPORTS)
def test_a_file_that_is_no_report(memcon: Memcon, name: str) -> None:
    """Alone it ends with 1; beside a report it is listed, with a sentence that says what is wrong, and the rest is read."""
    content, reason, words = NOT_REPORTS[name]
    Path("reports").mkdir()
    Path("reports", name).write_bytes(content)
    alone = memcon("add", "reports")
    assert alone.code == 1
    assert "Nothing could be read from reports." in alone.err
    Path("reports/good.txt").write_text(GOOD, encoding="utf-8")
    beside = memcon("add", "reports")
    assert beside.code == 0
    assert name in beside.out
    assert words in beside.out
    [(path, told, detail)] = sound(memcon, documents=1)
    assert path.startswith(str(Path("reports", name)))
    assert told == reason
    assert words in detail


@POSIX
def test_what_is_not_a_file(memcon: Memcon) -> None:
    """A folder named like a file, a link to nothing, a link to itself and a pipe are listed, and none of them blocks."""
    Path("reports").mkdir()
    Path("reports/good.txt").write_text(GOOD, encoding="utf-8")
    Path("reports/folder.txt").mkdir()
    Path("reports/nowhere.txt").symlink_to("gone.txt")
    Path("reports/self.txt").symlink_to("self.txt")
    os.mkfifo("reports/pipe.txt")
    assert memcon("add", "reports").code == 0
    assert [(path, reason) for path, reason, _ in sound(memcon, documents=1)] == [
        ("reports/nowhere.txt", "missing"),
        ("reports/pipe.txt", "special"),
        ("reports/self.txt", "loop"),
    ]
    for path in ("reports/folder.txt", "reports/nowhere.txt", "reports/pipe.txt", "gone", "no*match", "/dev/null"):
        assert memcon("add", path).code == 1, path


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Präsident Müller traf Frau Öztürk in Köln.\n".encode("cp1252"), "Präsident Müller traf Frau Öztürk in Köln."),
        ("Präsident Müller traf Frau Öztürk.\n".encode("utf-16"), "Präsident Müller traf Frau Öztürk."),
        (("Präsident Müller sprach. " * 20).encode() + "Müller ging.".encode("cp1252"), "Präsident Müller sprach."),
        (b"\xef\xbb\xbf" + GOOD.encode() * 20 + b"\xff\xfe", "“The talks were useful,” Orrin said."),
        (GOOD.replace("met", "m\0et").encode(), "“The talks were useful,” Orrin said."),
        (GOOD.encode() + b"\x1b[31m\x1b]0;title\x07", "“The talks were useful,” Orrin said."),
    ],
    ids=["cp1252", "utf-16", "utf-8 with cp1252", "bad end", "nul", "terminal commands"],
)
def test_odd_encodings(memcon: Memcon, content: bytes, words: str) -> None:
    """Text in another encoding, or in two, is read as well as it can be, and what is good in it stays whole."""
    Path("odd.txt").write_bytes(content)
    assert memcon("add", "odd.txt").code == 0
    assert sound(memcon, documents=1) == []
    [document] = memcon("documents", "--json").json
    assert words in memcon("show", document["id"], "--json").json["text"]


def test_lines_that_are_cut_or_odd(memcon: Memcon) -> None:
    """Of a JSONL file every good line is read; each bad one is listed under its number."""
    good = [json.dumps({"text": f"{GOOD} Part {number}."}).encode() for number in range(3)]
    huge = b'{"text": "' + b"word " * 5_000_000 + b'"}'
    Path("lines.jsonl").write_bytes(
        b"\n".join([good[0], b"7", huge, good[1], b"\xff\xfe{", b"", good[2], good[0][:40]])
    )
    assert memcon("add", "lines.jsonl").code == 0
    found = [(path, reason) for path, reason, _ in sound(memcon, documents=3)]
    assert found == [
        ("lines.jsonl:2", "format"),
        ("lines.jsonl:3", "too-large"),
        ("lines.jsonl:5", "encoding"),
        ("lines.jsonl:8", "json"),
    ]


@pytest.mark.parametrize(
    "page",
    [b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000, b"<b><i>" * 50_000 + b"deep", b"<table><tr><td>" * 33_000],
    ids=["closed", "open", "tables"],
)
def test_a_page_of_a_hundred_thousand_nested_tags(memcon: Memcon, monkeypatch: pytest.MonkeyPatch, page: bytes) -> None:
    """It ends as a problem or a document within its time, and the page after it is read."""
    # Ten seconds by default, which two tries would take.
    monkeypatch.setattr(Extractor.__init__, "__kwdefaults__", {"seconds": 2.0, "memory": 1 << 30})
    Path("a.html").write_bytes(b"<html><body>" + page)
    Path("b.html").write_text(f"<html><body><article><p>{GOOD * 5}</p></article></body></html>", encoding="utf-8")
    assert memcon("add", "a.html", "b.html").code == 0
    paths = {each["path"] for each in memcon("documents", "--json").json}
    problems = sound(memcon, documents=len(paths))
    assert "b.html" in paths
    assert paths | {path for path, _, _ in problems} == {"a.html", "b.html"}


def test_one_bad_file_among_a_thousand(memcon: Memcon) -> None:
    """The other 999 are added, and the bad one is named in what is shown."""
    Path("reports").mkdir()
    for number in range(1_000):
        Path(f"reports/{number:03}.txt").write_text(f"Orrin met Marn, meeting {number}.\n", encoding="utf-8")
    Path("reports/577.txt").write_bytes(b"\x7fELF" + bytes(100))
    answer = memcon("add", "reports")
    assert answer.code == 0
    assert answer.out.split()[:6] == ["999", "added", "0", "already", "known", "1"]
    assert "reports/577.txt" in answer.out
    assert [path for path, _, _ in sound(memcon, documents=999)] == ["reports/577.txt"]


@POSIX
def test_odd_names(memcon: Memcon) -> None:
    """Line breaks, 255 bytes, brackets, stars and escape codes are only names; one that is no text is listed."""
    Path("reports").mkdir()
    names = ["two\nlines.txt", "n" * 251 + ".txt", "[1]*?.txt", "-", "--help", "\x1b[31mred.txt", "a\u202eb.txt"]
    for name in names:
        Path("reports", name).write_text(f"{GOOD} Named {names.index(name)}.", encoding="utf-8")
    Path("reports/h\udcff.txt").write_text(GOOD, encoding="utf-8")
    answer = memcon("add", "reports")
    assert answer.code == 0
    assert "\x1b" not in answer.out
    assert [(path, reason) for path, reason, _ in sound(memcon, documents=len(names))] == [
        ("reports/h\ufffd.txt", "name")
    ]
    paths = {each["path"] for each in memcon("documents", "--json").json}
    assert paths == {f"reports/{name}" for name in names}
    assert memcon("add", *(f"reports/{name}" for name in names)).out.split()[:4] == ["0", "added", "7", "already"]
    assert memcon("add", "reports/h\udcff.txt").code == 1
    assert memcon("add", "--", "--help").code == 1
    assert memcon("add", "n" * 5_000).code == 1


def test_the_record_itself(memcon: Memcon) -> None:
    """The record is no report: alone it leaves nothing to read, in its folder it is passed over, a copy is told."""
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    assert memcon("add", "good.txt").code == 0
    assert memcon("add", "memcon.db").code == 1
    assert memcon("add", ".").code == 0
    assert sound(memcon, documents=1) == []
    Path("copy.db").write_bytes(Path("memcon.db").read_bytes())
    assert memcon("add", "copy.db").code == 1
    [(path, reason, detail)] = sound(memcon, documents=1)
    assert (path, reason) == ("copy.db", "binary")
    assert "SQLite" in detail


def test_the_same_folder_twice(memcon: Memcon) -> None:
    """The second time everything is known already, and the record says what it said before."""
    Path("reports").mkdir()
    Path("reports/lines.jsonl").write_bytes(many(20))
    Path("reports/good.txt").write_text(GOOD, encoding="utf-8")
    Path("reports/empty.txt").touch()
    assert memcon("add", "reports").code == 0
    before = exported(memcon)
    again = memcon("add", "reports", "reports", "reports/good.txt")
    assert again.code == 0
    assert again.out.split()[:5] == ["0", "added", "21", "already", "known"]
    assert exported(memcon) == before


@pytest.mark.parametrize(
    "arguments",
    [(), ("good.txt", "--published", "2031-13"), ("good.txt", "--unheard"), ("good.txt", "--published", "tomorrow")],
)
def test_a_command_that_is_not_understood(memcon: Memcon, arguments: tuple[str, ...]) -> None:
    """It ends with 2, and no record is made."""
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    assert memcon("add", *arguments).code == 2
    assert not Path("memcon.db").exists()


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a record of 250 reports says when nothing came between."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "reports.jsonl").write_bytes(many(250))
    told = []
    for arguments in (("--quiet", "add", "reports.jsonl"), *((view, "--json") for view in VIEWS)):
        process = separate(*arguments, cwd=folder)
        out, err = process.communicate()
        assert (process.returncode, err) == (0, "")
        told.append(out)
    return told[1:]


@POSIX
@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_interrupted_and_added_again(
    memcon: Memcon, tmp_path: Path, uninterrupted: list[str], sign: signal.Signals, code: int
) -> None:
    """Stopped in the middle there are some whole documents; the same command goes on to the very same record."""
    (tmp_path / "reports.jsonl").write_bytes(many(250))
    process = separate("add", "reports.jsonl", cwd=tmp_path)
    assert process.stderr is not None
    assert "100 read" in process.stderr.readline()
    process.send_signal(sign)
    _, err = process.communicate()
    assert process.returncode == code
    assert "Traceback" not in err
    kept = len(memcon("documents", "--json").json)
    assert 100 <= kept < 250
    assert sound(memcon, documents=kept) == []
    again = memcon("add", "reports.jsonl")
    assert again.out.split()[:5] == [str(250 - kept), "added", str(kept), "already", "known"]
    assert exported(memcon) == uninterrupted


@POSIX
@pytest.mark.parametrize("size", [0, 40_000, 300_000])
def test_no_room(memcon: Memcon, tmp_path: Path, uninterrupted: list[str], size: int) -> None:
    """Where the record cannot grow, memcon says so in one line and ends with 1; with room it becomes whole."""
    (tmp_path / "reports.jsonl").write_bytes(many(250))
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"
    process = separate("--quiet", "add", "reports.jsonl", before=limit, cwd=tmp_path)
    out, err = process.communicate()
    assert (process.returncode, out) == (1, "")
    assert err.startswith("No room left to write memcon.db.")
    assert len(err.splitlines()) == 1
    assert memcon("add", "reports.jsonl").code == 0
    assert sound(memcon, documents=250) == []
    assert exported(memcon) == uninterrupted


GUARD = """
import os, sys

def guard(event, arguments):
    # A library binds a local socket when it is imported, to find out about IPv6; that asks nobody.
    if event.startswith("socket.") and event not in {"socket.__new__", "socket.bind"}:
        with open(os.environ["GUARD"], "a") as told:
            told.write(event + "\\n")
        raise OSError("no network here")

sys.addaudithook(guard)
"""


def test_no_network(tmp_path: Path) -> None:
    """Adding text, JSON and HTML with links, pictures and an address of its own, and telling the brief, ask no network."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sitecustomize.py").write_text(GUARD, encoding="utf-8")  # for the HTML reader's process as well
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports/a.jsonl").write_bytes(many(3))
    (tmp_path / "reports/b.html").write_text(
        '<!DOCTYPE html SYSTEM "http://wire.example/page.dtd"><html><head><base href="http://wire.example/">'
        '<link rel="canonical" href="http://wire.example/a"><script src="//wire.example/a.js"></script></head>'
        f'<body><article><p>{GOOD * 5}</p><img src="http://wire.example/a.png"></article></body></html>',
        encoding="utf-8",
    )
    asked = tmp_path / "asked"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "GUARD": str(asked)}
    for arguments in (("add", "reports", "--url", "http://wire.example/a"), ("brief", "--output", "brief.html")):
        process = separate(*arguments, cwd=tmp_path, env=environment)
        _, err = process.communicate()
        assert process.returncode == 0, err
    assert not asked.exists()
    look_up = "import socket\ntry: socket.getaddrinfo('wire.example', 80)\nexcept OSError: pass"
    subprocess.run([sys.executable, "-c", look_up], env=environment, check=True)
    assert asked.exists(), "the guard does not watch"


class Stumbling:
    """A language model that fails on some texts, as a fault of ours would."""

    version = "stumbling"

    def read(self, document: Document) -> tuple[Reading, tuple[Problem, ...]]:
        """Nothing at all where the text speaks of a stone."""
        if "stone" in document.text:
            message = "no such word"
            raise LookupError(message)
        return language.load().read(document)

    def vectors(self, sentences: Sequence[str]) -> Vectors:
        """Those of the packaged model."""
        return language.load().vectors(sentences)


def test_a_fault_in_one_report_costs_no_other(tmp_path: Path) -> None:
    """A report that cannot be annotated is kept and named as a problem; those before and after it are read."""
    (tmp_path / "reports.jsonl").write_text(
        "".join(f"{json.dumps({'text': f'{GOOD}{end}'})}\n" for end in ("Rain fell.", "A stone fell.", "Snow fell."))
    )
    with open_record(tmp_path / "memcon.db", language=Stumbling()) as file:
        added = file.add([tmp_path / "reports.jsonl"])
        assert len(added.documents) == 3
        (problem,) = added.problems
        assert (problem.stage, problem.reason) == ("annotate", "failed")
        assert "LookupError: no such word" in problem.detail
        assert [len(one.statements) for one in file.annotations().values()].count(0) == 1
        assert file.verify() == ()
