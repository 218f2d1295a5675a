"""The command line as its users meet it: real files, a real record, exit codes and what is printed where."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import memcon
from memcon.present.cli import program, run
from memcon.present.schema import names, schema

WIRE = """Harbour talks end in Brenna

BRENNA, Ostmark (NWA) — Foreign Secretary Tomas Orrin met Deputy Premier Ilse Marn for nearly two hours on Tuesday.

“We talked about fish, and we shall talk about fish again,” Orrin told reporters on the quay.

Marn said the embargo would be discussed in the autumn.
"""
READOUT = """Ministry of Trade, press release

Deputy Premier Ilse Marn received Foreign Secretary Tomas Orrin on 4 May.

“The harbour will stay open to all,” Marn said.
"""
LINE = {
    "text": "Minister Orla Venn said the bridge would open in June.",
    "title": "Bridge to open",
    "published": "2031-05",
}
COMMANDS = tuple(program.commands)
Run = Callable[..., "Answer"]


class Answer:
    """What a command printed and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in a folder of its own with two reports in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MEMCON_RECORD", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    Path("reports").mkdir()
    Path("reports/wire.txt").write_text(WIRE, encoding="utf-8")
    Path("reports/readout.txt").write_text(READOUT, encoding="utf-8")

    def call(*arguments: str) -> Answer:
        capfd.readouterr()
        code = run(arguments)
        printed = capfd.readouterr()
        return Answer(code, printed.out, printed.err)

    return call


@pytest.fixture
def record(cli: Run) -> Run:
    """The same, with the reports in the record."""
    assert cli("add", "reports", "--published", "2031-05-04").code == 0
    return cli


# Whoever runs the tests in the background has Ctrl-C ignored, and children inherit that.
LISTEN = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"


def process(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    """The command as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", f"{LISTEN}; from memcon.present.cli import main; main()", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
    )


def test_help_loads_nothing_heavy() -> None:
    """`memcon --help` needs click and nothing else that takes time to import."""
    heavy = (
        "rich sqlalchemy alembic lxml jinja2 trafilatura resiliparse py3langid numpy yaml jsonschema icalendar".split()
    )
    code = f"""
import sys
from memcon.present.cli import run
assert run(["--help"]) == 0 and run(["add", "--help"]) == 0 and run(["--version"]) == 0
loaded = [name for name in {heavy!r} if name in sys.modules]
assert not loaded, loaded
"""
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_the_shared_options(cli: Run, name: str) -> None:
    """--record, --as-of and --quiet may stand before a command or after it."""
    before = cli("--record", "other.db", "--as-of", "2031-05", "--quiet", name, "--help")
    after = cli(name, "--record", "other.db", "--as-of", "2031-05", "--quiet", "--help")
    assert (before.code, after.code) == (0, 0)
    assert before.out == after.out
    assert {"--record FILE", "--as-of DATE", "--quiet"} <= {
        option for option in ("--record FILE", "--as-of DATE", "--quiet") if option in after.out
    }


def test_which_record_is_meant(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The option after the command wins over the one before it, that over $MEMCON_RECORD, and that over ./memcon.db."""
    assert "There is no record at memcon.db" in cli("documents").err
    monkeypatch.setenv("MEMCON_RECORD", "environment.db")
    assert "at environment.db" in cli("documents").err
    assert "at before.db" in cli("--record", "before.db", "documents").err
    assert "at after.db" in cli("documents", "--record", "after.db").err
    assert "at after.db" in cli("--record", "before.db", "documents", "--record", "after.db").err


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("add",),
        ("show",),
        ("brief", "--as-of", "yesterday"),
        ("--as-of", "2031-13", "brief"),
        ("add", "reports", "--published", "4 May"),
        ("withdraw", "abc"),
        ("statements", "--by", "colour"),
        ("statements", "--kind", "loud"),
        ("parties", "--type", "fish"),
        ("schema", "nonsense"),
    ],
)
def test_usage_errors(cli: Run, arguments: tuple[str, ...]) -> None:
    """What cannot be understood ends with 2, says so on standard error and prints no answer."""
    answer = cli(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert "Usage: memcon" in answer.err
    assert "Error: " in answer.err


@pytest.mark.parametrize("name", ["brief", "statements", "parties", "families", "documents", "problems", "verify"])
def test_missing_record(cli: Run, name: str) -> None:
    """Reading a record that is not there says how to make one, in one line, and makes nothing."""
    answer = cli(name)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "There is no record at memcon.db. Make one: memcon --record memcon.db add FILES…\n"
    assert not Path("memcon.db").exists()


def test_not_a_record(cli: Run) -> None:
    """A file that is something else is left alone and named."""
    answer = cli("brief", "--record", "reports/wire.txt")
    assert answer.code == 1
    assert answer.err.startswith("reports/wire.txt is not a memcon record")
    assert Path("reports/wire.txt").read_text(encoding="utf-8") == WIRE


def test_add_tells_what_it_did(cli: Run) -> None:
    """Adding ends with the counts and the next step; adding again adds nothing."""
    first = cli("add", "reports")
    assert first.code == 0
    assert first.out.split() == "2 added 0 already known 0 problems Next: memcon brief".split()
    again = cli("add", "reports")
    assert again.code == 0
    assert again.out.split() == "0 added 2 already known 0 problems Next: memcon brief".split()


def test_add_lists_what_could_not_be_read(cli: Run) -> None:
    """A faulty file is listed with its reason and does not stop the others."""
    Path("reports/empty.txt").write_text("", encoding="utf-8")
    answer = cli("add", "reports", "nowhere.txt")
    assert answer.code == 0
    assert "2 added" in " ".join(answer.out.split())
    assert "2 problems" in " ".join(answer.out.split())
    assert "reports/empty.txt" in answer.out
    assert "nowhere.txt" in answer.out
    listed = cli("problems", "--json").json
    assert {problem["path"] for problem in listed} == {"reports/empty.txt", "nowhere.txt"}


def test_add_of_nothing_readable(cli: Run) -> None:
    """When nothing at all could be read the exit code is 1."""
    answer = cli("add", "nowhere.txt")
    assert answer.code == 1
    assert answer.err == "Nothing could be read from nowhere.txt.\n"


def test_add_quietly(cli: Run) -> None:
    """With --quiet a successful command that has no answer prints nothing."""
    answer = cli("add", "reports", "--quiet")
    assert (answer.code, answer.out, answer.err) == (0, "", "")


def test_add_says_which_record_comes_next(cli: Run) -> None:
    """The next step names the record where it is not the default one."""
    assert cli("add", "reports", "--record", "visit.db").out.endswith("Next: memcon --record visit.db brief\n")


def test_add_with_metadata(record: Run) -> None:
    """What the options of `add` state holds for every report of the call."""
    assert [document["published"] for document in record("documents", "--json").json] == ["2031-05-04"] * 2


def test_add_from_standard_input(cli: Run) -> None:
    """`-` reads JSON lines; such documents have no path."""
    with process("add", "-") as child:
        out, err = child.communicate(json.dumps(LINE).encode() + b"\n", timeout=60)
    assert (child.returncode, err) == (0, b"")
    assert b"1 " in out
    (document,) = cli("documents", "--json").json
    assert (document["path"], document["title"], document["published"]) == (None, "Bridge to open", "2031-05")


@pytest.mark.parametrize("name", ["documents", "statements", "parties", "families", "brief", "problems"])
def test_json_answers_fit_their_schemas(record: Run, name: str) -> None:
    """Each answer of a real record is what `memcon schema` says, and the same bytes every time."""
    Path("reports/empty.txt").write_text("", encoding="utf-8")
    record("add", "reports")
    answer = record(name, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.json
    Draft202012Validator(schema(name)).validate(answer.json)
    assert record(name, "--json").out == answer.out


def test_show_json(record: Run) -> None:
    """`show --json` gives a document with its text, or an entry of the record; the beginning of an id is enough."""
    listed = record("documents", "--json").json[0]
    shown = record("show", listed["id"][:8], "--json").json
    assert {key: shown[key] for key in listed} == listed
    assert shown["text"] in {WIRE, READOUT}
    Draft202012Validator(schema("show")).validate(shown)
    with memcon.open("memcon.db") as record_file:
        entry = record_file.record().entries[0]
    answer = record("show", entry.id, "--json").json
    Draft202012Validator(schema("show")).validate(answer)
    assert answer["id"] == entry.id


def test_show_of_an_unknown_id(record: Run) -> None:
    """An id that is not there is named, with where to look."""
    answer = record("show", "zzzz")
    assert (answer.code, answer.out) == (1, "")
    assert "'zzzz'" in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("brief",), "2 reports"),
        (("statements",), "Orrin"),
        (("statements", "--by", "speaker"), "“We talked about fish"),
        (("parties",), "Tomas Orrin"),
        (("families",), "one witness"),
        (("documents",), "Harbour talks end in Brenna"),
        (("problems",), "No problems."),
        (("verify",), ""),
    ],
)
def test_views(record: Run, arguments: tuple[str, ...], words: str) -> None:
    """Every reading command shows something a person can read, without escape codes where there is no terminal."""
    answer = record(*arguments)
    assert answer.code == 0
    assert words in answer.out
    assert "\x1b" not in answer.out
    assert max(map(len, answer.out.splitlines()), default=0) <= 100


def test_show_a_document(record: Run) -> None:
    """A shown document names its zones and where its facts were read."""
    wire = next(one for one in record("documents", "--json").json if one["path"] == "reports/wire.txt")
    shown = " ".join(record("show", wire["id"]).out.split())
    assert "headline Harbour talks end in Brenna" in shown
    assert "published 2031-05-04 as given to add" in shown


def test_statements_of_one_speaker(record: Run) -> None:
    """`--speaker` keeps that party's statements only; a stranger gives an empty list, not an error."""
    every = record("statements", "--json").json
    orrin = record("statements", "--speaker", "Orrin", "--json").json
    assert 0 < len(orrin) < len(every)
    assert {statement["speaker"]["name"] for statement in orrin} == {"Tomas Orrin"}
    assert record("statements", "--speaker", "Nobody At All", "--json").json == []


def test_parties_by_name(record: Run) -> None:
    """`--name` and `--type` choose parties; a name that nobody has gives an empty list, and a hint on the terminal."""
    (orrin,) = record("parties", "--name", "tomas", "--json").json
    assert (orrin["name"], orrin["type"]) == ("Tomas Orrin", "person")
    assert orrin["statements"] == len(record("statements", "--speaker", "Tomas Orrin", "--json").json)
    assert record("parties", "--name", "Tomas", "--type", "state", "--json").json == []
    assert record("parties", "--name", "Tomsa", "--json").json == []
    assert record("parties", "--name", "Tomsa").out == "No party matches. Did you mean Tomas Orrin?\n"
    assert record("statements", "--speaker", "Tomsa").out == "No statement matches. Did you mean Tomas Orrin?\n"
    assert record("statements", "--speaker", "Orrin", "--about", "maps").out == "No statement matches.\n"


def test_show_a_party(record: Run) -> None:
    """A party is shown by its name, in words and as JSON; one letter wrong, and the name is offered."""
    assert record("show", "tomas orrin").out.startswith("Tomas Orrin\n")
    answer = record("show", "Tomas Orrin", "--json").json
    Draft202012Validator(schema("show")).validate(answer)
    assert {one["speaker"]["name"] for one in answer["said"]} == {"Tomas Orrin"}
    refused = record("show", "Tomas Orin")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.endswith("the parties. Did you mean Tomas Orrin?\n")


def test_as_of(record: Run) -> None:
    """`--as-of` before the first report was published leaves nothing, on its own date everything."""
    assert record("documents", "--as-of", "2031-05-03", "--json").json == []
    assert len(record("--as-of", "2031-05-04", "documents", "--json").json) == 2
    assert record("brief", "--as-of", "2031-05-04", "--json").json["as_of"] == "2031-05-04"


def test_withdraw_and_restore(record: Run) -> None:
    """A withdrawn document leaves the lists, and is there as before once it is restored."""
    every = record("documents", "--json").json
    gone = every[0]["id"]
    assert record("withdraw", gone[:8], "--why", "sent by mistake").code == 0
    assert [document["id"] for document in record("documents", "--json").json] == [every[1]["id"]]
    (decided,) = record("judgements", "--json").json
    assert (decided["kind"], decided["left"], decided["why"], decided["undone_at"]) == (
        "withdraw",
        gone,
        "sent by mistake",
        None,
    )
    assert "sent by mistake" in record("judgements").out
    assert record("restore", gone[:8]).code == 0
    assert record("documents", "--json").json == every
    assert record("judgements", "--json").json[0]["undone_at"] is not None


def test_brief_as_a_page(record: Run) -> None:
    """`brief --format html --output FILE` writes one page and says where; without a file it is printed."""
    answer = record("brief", "--format", "html", "--output", "brief.html")
    assert (answer.code, answer.out, answer.err) == (0, "", "Wrote brief.html\n")
    page = Path("brief.html").read_text(encoding="utf-8")
    assert "Orrin" in page
    assert record("brief", "--format", "html").out == page


@pytest.mark.parametrize(
    ("name", "begins"), [("b.html", "<!doctype html>"), ("b.md", "# "), ("b.json", "{"), ("b.txt", "")]
)
def test_a_files_name_says_the_form(record: Run, name: str, begins: str) -> None:
    """Without --format the brief takes the form that the name of the file ends with."""
    assert record("brief", "-o", name).code == 0
    assert Path(name).read_text(encoding="utf-8").startswith(begins)
    assert "Orrin" in Path(name).read_text(encoding="utf-8")


def test_the_forms_of_a_brief_agree(record: Run) -> None:
    """`--format json` is what `--json` prints, and `--format terminal` what is printed anyway."""
    assert record("brief", "--format", "json").out == record("brief", "--json").out
    assert record("brief", "--format", "terminal").out == record("brief").out


def test_a_pdf_needs_a_file(record: Run) -> None:
    """A PDF is not poured into a terminal."""
    answer = record("brief", "--format", "pdf")
    assert (answer.code, answer.out) == (2, "")
    assert "--output FILE" in answer.err


def test_a_brief_between_two_parties(record: Run) -> None:
    """Parties are found by any of their names; what is left out is counted, and an unknown name is answered."""
    made = record("brief", "--between", "Tomas Orrin", "marn", "--json").json
    assert made["between"] == ["Tomas Orrin", "Ilse Marn"]
    assert made["title"] == "Tomas Orrin and Ilse Marn"
    whole = record("brief", "--json").json
    assert sum(made["counts"].values()) + made["left_out"] == sum(whole["counts"].values())
    answer = record("brief", "--between", "Orin", "Marn")
    assert answer.code == 1
    assert "Did you mean Tomas Orrin?" in answer.err


def test_page_that_cannot_be_written(record: Run) -> None:
    """A page that cannot be written is an error in one line."""
    answer = record("brief", "--output", "nowhere/brief.html")
    assert answer.code == 1
    assert "nowhere/brief.html" in answer.err
    assert answer.err.count("\n") == 1


def test_verify_finds_damage(record: Run) -> None:
    """A sound record passes; one whose text was changed behind memcon's back fails with 1 and says where."""
    assert "sound" in record("verify").err
    damaged = Path("memcon.db").read_bytes().replace(b"talk about fish again", b"talk about gold again")
    assert damaged != Path("memcon.db").read_bytes()
    Path("memcon.db").write_bytes(damaged)
    answer = record("verify")
    assert answer.code == 1
    assert answer.out + answer.err


def test_schemas_are_printed(cli: Run) -> None:
    """`schema` lists the answers that are described, and prints each one whole."""
    assert cli("schema").out.split() == list(names())
    for name in names():
        assert cli("schema", name).json == schema(name)


def test_evaluate_names_its_suites(cli: Run) -> None:
    """An unknown suite ends with 1 and lists the known ones."""
    answer = cli("evaluate", "nonsense")
    assert answer.code == 1
    assert "statements" in answer.err


def test_evaluate_what_is_not_there(cli: Run) -> None:
    """A suite without data is named as absent, in the table and in the JSON answer, and the page is written."""
    Path("empty").mkdir()
    answer = cli("evaluate", "record", "--gold", "empty", "--data", "empty", "--json", "--write", "scores.md")
    assert answer.code == 0
    assert answer.json["absent"]
    Draft202012Validator(schema("evaluate")).validate(answer.json)
    assert Path("scores.md").read_text(encoding="utf-8")
    assert "not measured" in cli("evaluate", "record", "--gold", "empty", "--data", "empty").out


def test_doctor(record: Run) -> None:
    """The doctor names the versions, the SQLite in use and the record file, and works without a record too."""
    answer = record("doctor")
    assert answer.code == 0
    assert f"memcon {memcon.__version__}" in " ".join(answer.out.split())
    assert "(module " in answer.out
    assert "2 documents" in answer.out
    assert "there is none yet" in record("doctor", "--record", "other.db").out
    assert "is not a memcon record" in " ".join(record("doctor", "--record", "reports/wire.txt").out.split())


def test_hostile_text_on_the_command_line(cli: Run) -> None:
    """Control characters in a title or a file name reach neither the terminal nor a JSON answer unescaped."""
    hostile = "\x1b]0;owned\x07 \x9b2J \u202egpj"
    Path(f"reports/{hostile}.txt").write_text(f"{hostile}\n\n{WIRE}", encoding="utf-8")
    commands = (("add", "reports", "--outlet", hostile), ("documents",), ("documents", "--json"), ("families",))
    for arguments in (*commands, ("brief",), ("statements",), ("statements", "--json"), ("show", hostile)):
        answer = cli(*arguments)
        for char in "\x1b\x07\x9b\u202e":
            assert char not in answer.out + answer.err
    assert hostile in {document["outlet"] for document in cli("documents", "--json").json}


def test_json_is_utf8_whatever_the_terminal(record: Run) -> None:
    """JSON is UTF-8 and a view loses no word, even where the terminal's encoding has no curly quotation marks."""
    answers = (("--json", "utf-8", "“We talked about fish"), ("--quiet", "iso-8859-1", "\\u201cWe talked about"))
    for option, encoding, words in answers:
        with process("statements", option, PYTHONIOENCODING="iso-8859-1", PYTHONUTF8="0") as child:
            out, err = child.communicate(timeout=60)
        assert (child.returncode, err) == (0, b"")
        assert words in out.decode(encoding)


def test_reader_that_goes_away(record: Run) -> None:
    """When whoever reads the output stops, memcon stops quietly."""
    with process("schema", "brief") as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        complaint = child.stderr.read()
    assert (child.returncode, complaint) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written(record: Run) -> None:
    """When standard output is full, memcon fails in one line; when it is closed, it does its work in silence."""
    code = "from memcon.present.cli import main; main()"
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            [sys.executable, "-c", code, "documents"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (told.returncode, told.stderr) == (1, b"No space left on device\n")
    closed = f"import os, sys; sys.stdout = None; {code}"
    silent = subprocess.run([sys.executable, "-c", closed, "documents", "--json"], capture_output=True, check=False)
    assert (silent.returncode, silent.stdout, silent.stderr) == (0, b"", b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal")
def test_interrupted(cli: Run) -> None:
    """Ctrl-C while adding ends with 130, says that what was added is safe, and shows no traceback."""
    with process("add", "-") as child:
        assert child.stdin is not None
        child.stdin.write(json.dumps(LINE).encode() + b"\n")
        child.stdin.flush()
        deadline = time.monotonic() + 30
        while not Path("memcon.db").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.5)
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert "What was added before is safe" in err.decode()
    assert "Traceback" not in err.decode()


def test_mistake_of_our_own(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug is told in words with what to report, and can be traced on request."""

    def broken(path: str, *, create: bool) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(memcon, "open", broken)
    answer = cli("documents")
    assert answer.code == 1
    assert "ZeroDivisionError: by nothing" in answer.err
    assert "memcon doctor" in answer.err
    monkeypatch.setenv("MEMCON_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(["documents"])


def test_adding_and_verifying_answer_programs(cli: Run) -> None:
    """`add --json` says what became of each input, and `verify --json` is an empty list for a sound record."""
    Path("good.txt").write_text("The lock was opened at noon, and nobody came to see it.", encoding="utf-8")
    Path("bad.bin").write_bytes(b"\x00\x01\x02" * 50)
    answer = cli("add", "good.txt", "bad.bin", "--json")
    assert answer.code == 0
    assert (len(answer.json["added"]), answer.json["known"]) == (1, 0)
    assert [problem["path"] for problem in answer.json["problems"]] == ["bad.bin"]
    assert cli("verify", "--json").json == []
