"""Gold is read as it is written, and every slip in it is explained before anything is scored."""

from pathlib import Path

import pytest

from memcon.errors import GoldError
from memcon.evaluate.gold import Place, read_gold

REPORT = "BRENNA (NWA) — “We met,” Orla Venn said. “We met twice,” she said of the “long” talks.\n"
COPY = "Norrow Standard\n\n“We met,” Orla Venn said.\n"

WHOLE = """
folder: reports
reports:
  "01": {file: 01-wire.txt, wire: NWA}
  "02": {file: 02-copy.txt, wire: NWA}
origins:
  - {origin: NWA, reports: ["01", "02"]}
derivations:
  - {a: "01", b: "02", phrase_a: "We met,” Orla", phrase_b: "We met,” Orla"}
unrelated_pairs: []
engagements:
  - {kind: meeting, evidence: [{report: "01", phrase: "We met", nth: 2}]}
quote_variants:
  - {speaker: Orla Venn, best: "01", wordings: [{report: "01", phrase: "“We met,”"}, {report: "02", phrase: "“We met,”", optional: true}]}
"""

LISTED = """
statements:
  - {report: "01", start: 15, end: 24, first_words: "We met", speaker: Orla Venn, via: a readout}
  - {report: "01", start: 41, end: 56, first_words: "We met twice", speaker: null, addressee: Tomas Orrin}
  - {report: "01", start: 73, end: 79, first_words: long, speaker: null, not_a_statement: true}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one set of gold and its reports."""
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "01-wire.txt").write_text(REPORT, encoding="utf-8")
    (reports / "02-copy.txt").write_text(COPY, encoding="utf-8")
    (reports / "01-wire.meta.json").write_text("{}", encoding="utf-8")
    (tmp_path / "talks.yaml").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "talks.statements.yaml").write_text(LISTED, encoding="utf-8")
    return tmp_path


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_both_files_make_one_set(folder: Path) -> None:
    """The two files of a set are read together, each value as it was written."""
    (gold,) = read_gold(folder)
    assert (gold.name, gold.folder) == ("talks", folder / "reports")
    assert {key: (report.text, report.origin) for key, report in gold.reports.items()} == {
        "01": (REPORT, "NWA"),
        "02": (COPY, "NWA"),
    }
    assert gold.statements is not None
    first, second, third = gold.statements
    assert (first.report, first.start, first.end, first.speaker, first.via) == ("01", 15, 24, "Orla Venn", "a readout")
    assert (second.speaker, second.addressee, second.uttered) == (None, "Tomas Orrin", True)
    assert not third.uttered
    assert gold.clusters is not None
    assert gold.clusters["01"] == gold.clusters["02"]
    assert gold.derivations == ((Place("01", 16, 29), Place("02", 18, 31)),)


def test_one_file_is_enough(folder: Path) -> None:
    """Statements alone find their reports by the number the file names begin with; what is not told is None."""
    (folder / "talks.yaml").unlink()
    _edit(folder / "talks.statements.yaml", "statements:", "folder: reports\nstatements:")
    (gold,) = read_gold(folder)
    assert (list(gold.reports), gold.clusters) == (["01"], None)
    (folder / "talks.statements.yaml").unlink()
    (folder / "talks.yaml").write_text(WHOLE, encoding="utf-8")
    (gold,) = read_gold(folder)
    assert (len(gold.reports), gold.statements) == (2, None)


def test_wordings_of_one_utterance(folder: Path) -> None:
    """Each wording is found in its report, and may be optional."""
    (row,) = read_gold(folder)[0].variants
    assert (row.speaker, row.best) == ("Orla Venn", "01")
    assert [(one.place, one.optional) for one in row.wordings] == [
        (Place("01", 15, 24), False),
        (Place("02", 17, 26), True),
    ]


def test_no_gold_is_no_fault(tmp_path: Path) -> None:
    """An empty folder holds no gold."""
    assert read_gold(tmp_path) == ()


def test_the_digest_follows_gold_and_reports(folder: Path) -> None:
    """Any change to a gold file or to a report changes the digest; a change beside them does not."""
    before = read_gold(folder)[0].digest
    (folder / "reports" / "03-other.txt").write_text("Other.", encoding="utf-8")
    assert read_gold(folder)[0].digest == before
    _edit(folder / "reports" / "02-copy.txt", "Standard", "Gazette")
    changed = read_gold(folder)[0].digest
    assert changed != before
    _edit(folder / "talks.yaml", "meeting", "visit")
    assert read_gold(folder)[0].digest not in {before, changed}


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("talks.yaml", "folder: reports", "folder: report", "the folder of its reports, report, is not there"),
        ("talks.yaml", "folder: reports\n", "", "it does not say where its reports lie"),
        ("talks.yaml", "01-wire.txt", "wire.txt", r"reports\.01: the report wire\.txt is not in"),
        ("talks.yaml", "{file: 01-wire.txt, wire: NWA}", "{wire: NWA}", r"reports\.01: `file` is missing"),
        ("talks.yaml", 'phrase_a: "We met,” Orla', 'phrase_a: "We talked', "report 01 does not contain 'We talked"),
        ("talks.yaml", ", nth: 2", "", r"contains 'We met' 2 times; say which with `nth`"),
        ("talks.yaml", "nth: 2", "nth: 3", "contains 'We met' 2 times, so `nth` cannot be 3"),
        ("talks.yaml", "nth: 2", "nth: second", "a whole number is expected here, not 'second'"),
        ("talks.yaml", 'reports: ["01", "02"]', 'reports: ["01"]', "no origin is given for report 02"),
        ("talks.yaml", 'reports: ["01", "02"]', 'reports: ["01", "01", "02"]', "report 01 has two origins"),
        ("talks.yaml", 'best: "01"', 'best: "07"', "there is no report '07' in this gold"),
        ("talks.yaml", 'a: "01"', 'a: "07"', "there is no report '07' in this gold"),
        ("talks.yaml", "unrelated_pairs: []", 'unrelated_pairs: [["01"]]', "must name two reports"),
        ("talks.yaml", "origins:\n  - ", "origins: ", r"origins: a list is expected here"),
        ("talks.yaml", "origins:", "origins: [", "it is not YAML in UTF-8"),
        ("talks.yaml", "folder: reports", "folder: [reports]", "folder: one value is expected here"),
        ("talks.yaml", WHOLE, "- a list", "a mapping is expected here"),
        (
            "talks.statements.yaml",
            "start: 15",
            "start: 16",
            r"statements\[0\]: 16-24 of report 01 is 'We met,”', not the quotation 'We met'",
        ),
        ("talks.statements.yaml", "end: 79", "end: 790", r"statements\[2\]: 73-790 of report 01 is"),
        ("talks.statements.yaml", "end: 24", "end: 22", r"15-22 of report 01 is"),
        ("talks.statements.yaml", "first_words: long", "first_words: short", "not the quotation 'short'; mend it"),
        ("talks.statements.yaml", "statements:", "quotes:", "`statements` is missing"),
        ("reports/01-wire.txt", "We met twice", "We met once", "41-56 of report 01 is"),
    ],
)
def test_every_slip_is_explained(folder: Path, file: str, old: str, new: str, says: str) -> None:
    """A fault is a GoldError that names the file, the place and what to mend."""
    _edit(folder / file, old, new)
    with pytest.raises(GoldError, match=says):
        read_gold(folder)


def test_reports_must_be_utf8(folder: Path) -> None:
    """Offsets into a file of another encoding would mean nothing."""
    (folder / "reports" / "02-copy.txt").write_bytes("Orla Vénn".encode("latin-1"))
    with pytest.raises(GoldError, match=r"02-copy\.txt is not UTF-8"):
        read_gold(folder)


def test_a_number_must_name_one_report(folder: Path) -> None:
    """Without a list of reports, two files that begin with the same number leave the gold unclear."""
    (folder / "talks.yaml").unlink()
    _edit(folder / "talks.statements.yaml", "statements:", "folder: reports\nstatements:")
    (folder / "reports" / "01-again.txt").write_text(REPORT, encoding="utf-8")
    with pytest.raises(GoldError, match=r"2 files in .* begin with 01"):
        read_gold(folder)
