"""A whole evaluation: the reports of the gold go through memcon as a user's would."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from memcon.errors import GoldError, MemconError
from memcon.evaluate import run
from memcon.evaluate.gate import check
from memcon.evaluate.gold import read_gold
from memcon.evaluate.runner import read_reports
from memcon.testing import marked

DATA = os.environ.get("MEMCON_DATA")
MEASURED = """
import json, pathlib, sys
from memcon.evaluate import run
from memcon.evaluate.gate import check
found = run(sys.argv[1], data=pathlib.Path(sys.argv[2]))
whose = [one.reference_whose for one in found.figures if one.reference_value is not None]
print(json.dumps([[one.name for one in found.figures], whose, check(found)]))
"""  # in a process of its own, which no coverage slows down

WIRE = marked(
    "BRENNA (NWA) — Foreign Secretary Tomas Orrin met Deputy Premier Ilse Marn for nearly two hours on Tuesday.\n\n"
    "[quote:“The talks were candid and useful,”] Orrin told reporters at the Hall of States.\n\n"
    "The so-called “winter list” was not discussed, and no date was set for another round of talks in the autumn.\n"
)
OWN = (
    "HALYARD — The fish market was closed on Tuesday, and the harbour master, Bram Thale, stayed at home with a cold.\n"
)


@pytest.fixture(autouse=True)
def without_corpora(monkeypatch: pytest.MonkeyPatch) -> None:
    """The corpora take minutes; one test, the last, reads them."""
    monkeypatch.delenv("MEMCON_DATA", raising=False)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder of gold for a wire story and an unrelated report."""
    reports = tmp_path / "gold" / "reports"
    reports.mkdir(parents=True)
    (reports / "01-wire.txt").write_text(WIRE.text, encoding="utf-8")
    (reports / "02-own.txt").write_text(OWN, encoding="utf-8")
    (span,) = WIRE.labelled("quote")
    (tmp_path / "gold" / "talks.yaml").write_text(
        "folder: reports\n"
        'reports: {"01": {file: 01-wire.txt, wire: NWA}, "02": {file: 02-own.txt}}\n'
        'origins: [{origin: NWA, reports: ["01"]}, {origin: own, reports: ["02"]}]\n',
        encoding="utf-8",
    )
    (tmp_path / "gold" / "talks.statements.yaml").write_text(
        f'statements: [{{report: "01", start: {span.start}, end: {span.end}, first_words: The talks, speaker: Tomas Orrin}}]\n',
        encoding="utf-8",
    )
    return tmp_path / "gold"


def test_reports_are_read_as_a_user_would_have_them_read(gold: Path) -> None:
    """Documents come back under the gold's keys, with the record and the annotations made of them."""
    (read,) = [read_reports(each) for each in read_gold(gold)]
    assert {key: document.text for key, document in read.documents.items()} == {"01": WIRE.text, "02": OWN}
    assert {note.id for note in read.record.documents} == {document.id for document in read.documents.values()}
    assert set(read.annotations) == {document.id for document in read.documents.values()}


def test_a_plain_quotation_is_scored(gold: Path, tmp_path: Path) -> None:
    """One quotation with a plain speaker is found; intervals enclose their values and the naive method stands beside."""
    scoreboard = run("statements", gold=gold, examples=tmp_path)
    figures = {figure.name: figure for figure in scoreboard.figures}
    assert {figure.suite for figure in scoreboard.figures} == {"statements"}
    assert figures["spans_recall"].value == figures["speaker"].value == 1
    assert figures["spans_precision"].reference_value == 1 / 2
    assert figures["speaker"].reference_whose
    assert all(figure.low <= figure.value <= figure.high for figure in scoreboard.figures)
    assert len({figure.digest for figure in scoreboard.figures}) == 1


def test_unrelated_reports_are_families_of_their_own(gold: Path, tmp_path: Path) -> None:
    """The trace suite is scored on the same reports."""
    figures = {figure.name: figure.value for figure in run("trace", gold=gold, examples=tmp_path).figures}
    assert figures["families_exact"] == figures["origins_credited"] == 1


def test_the_same_run_gives_the_same_scoreboard(gold: Path, tmp_path: Path) -> None:
    """Scores are repeatable to the last digit."""
    assert run("statements", gold=gold, examples=tmp_path) == run("statements", gold=gold, examples=tmp_path)


def test_what_is_absent_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without gold, example and data there are no figures, and a sentence for each part says why."""
    monkeypatch.delenv("MEMCON_GOLD", raising=False)
    scoreboard = run(examples=tmp_path)
    assert scoreboard.figures == ()
    assert [line.split(":")[0] for line in scoreboard.absent] == [
        "language", "gold", "example", "statements", "times", "acts", "record",
    ]  # fmt: skip
    assert run("speed", examples=tmp_path).absent[0].startswith("speed: ")
    missing = [line.split(":")[0] for line in run("record", examples=tmp_path).absent]
    assert missing == ["gold", "example", "record"]
    assert str(tmp_path) in run("trace", gold=tmp_path, examples=tmp_path).absent[0]


def test_gold_may_be_named_by_the_environment(gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MEMCON_GOLD serves where no folder is given."""
    monkeypatch.setenv("MEMCON_GOLD", str(gold))
    assert run("statements", examples=tmp_path) == run("statements", gold=gold, examples=tmp_path)


def test_an_unknown_suite_is_refused() -> None:
    """The answer lists the suites there are."""
    with pytest.raises(MemconError, match=r"no suite 'quotes'.*statements"):
        run("quotes")


def test_a_report_memcon_refuses_stops_the_evaluation(gold: Path) -> None:
    """Gold on a report that cannot be read would count against statements that nobody could find."""
    (gold / "reports" / "02-own.txt").write_text(" \n", encoding="utf-8")
    (read,) = read_gold(gold)
    with pytest.raises(GoldError, match="memcon refuses this report"):
        read_reports(read)


def test_speed_counts_reports(tmp_path: Path) -> None:
    """Reports a second, of the texts given; the slowest and the fastest round are its interval."""
    (tmp_path / "readouts").mkdir()
    lines = [f'{{"title": "Readout {number}", "text": "Orrin met Marn {number} times."}}' for number in range(5)]
    (tmp_path / "readouts" / "a.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (figure,) = run("speed", data=tmp_path).figures
    assert (figure.name, figure.n, figure.floor) == ("documents_per_second", 5, None)
    assert 0 < figure.low <= figure.value <= figure.high


@pytest.mark.parametrize("line", ["not JSON", '{"title": "No text"}', "[]"])
def test_faulty_data_is_explained(tmp_path: Path, line: str) -> None:
    """A line that is no report is named, not a traceback."""
    (tmp_path / "readouts").mkdir()
    (tmp_path / "readouts" / "a.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.jsonl: line 1 is not a JSON object"):
        run("speed", data=tmp_path)


def test_the_floors_hold_on_the_example(monkeypatch: pytest.MonkeyPatch) -> None:
    """No figure on the project's own example is below its floor, and the example is what the floors were pinned on."""
    monkeypatch.delenv("MEMCON_GOLD", raising=False)
    scoreboard = run()
    if not any(figure.name.startswith("example_") for figure in scoreboard.figures):
        pytest.skip("the invented reports are not beside the source")
    assert check(scoreboard) == ()


@pytest.mark.skipif("MEMCON_GOLD" not in os.environ, reason="no gold is given in MEMCON_GOLD")
def test_the_floors_hold_on_the_given_gold() -> None:
    """No figure on the given gold is below its floor."""
    scoreboard = run()
    assert [figure for figure in scoreboard.figures if not figure.name.startswith("example_")]
    assert check(scoreboard) == ()


@pytest.mark.skipif(DATA is None, reason="no corpora are given in MEMCON_DATA")
@pytest.mark.parametrize(
    ("suite", "names"),
    [
        ("language", {"ewt_las", "politics_names", "polnear_content"}),
        ("statements", {"chains_f1", "novel_speakers", "readout_parties", "statement_content"}),
        ("times", {"meantime_value_f1", "gum_value_f1"}),
        ("record", {"ecb_conll", "newswcl_conll", "gvc_dev_conll"}),
    ],
)
def test_the_floors_hold_on_the_given_corpora(suite: str, names: set[str]) -> None:
    """No figure on public corpora is below its floor, and each that others published stands beside theirs."""
    told = subprocess.run(
        [sys.executable, "-c", MEASURED, suite, DATA or ""], capture_output=True, check=True, encoding="utf-8"
    )
    measured, whose, faults = json.loads(told.stdout)
    assert names <= set(measured)
    assert all(whose)
    assert faults == []
