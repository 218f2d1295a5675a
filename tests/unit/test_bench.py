"""The measuring itself, with sizes at which the figures mean nothing."""

import json
import math
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path

import pytest

from bench.language import EWT, NAMES, SCORES, Effort, Odd, Spoken, spoken
from bench.measures import Growth, Measure, Results, Sizes, exponent, measured
from bench.narrow import narrowed
from bench.odd import ODD
from bench.page import markdown, table
from bench.process import cost
from bench.recording import recorded
from bench.reports import REAL, invented, write_reports
from bench.stories import TELLINGS, renaming, story
from bench.times import timed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell what a process took")


@contextmanager
def silent(_name: str) -> Iterator[None]:
    """No progress."""
    yield


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """Everything measured once, with as little as possible."""
    sizes = Sizes(reports=4, pages=2, growth=(2, 4), starts=1)
    return measured(tmp_path_factory.mktemp("bench"), data=None, sizes=sizes, step=silent)


def test_every_ratio_is_a_number(results: Results) -> None:
    """Each amount and its floor are positive, so that every ratio means something, and every exponent is finite."""
    for measure in results.measures:
        assert measure.amount > 0, measure
        assert measure.floor > 0, measure
        assert math.isfinite(measure.ratio), measure
    for growth in results.growth:
        assert math.isfinite(growth.exponent), growth
        assert all(amount > 0 for amount in growth.amounts), growth


def test_stages_add_up_to_the_whole(results: Results) -> None:
    """The shares of the stages are shares of one `add`: together they are all of it."""
    shares = [int(each.note.split("%")[0]) for each in results.measures if each.note.endswith("of the time")]
    assert len(shares) == 6
    assert sum(shares) == pytest.approx(100, abs=3)


def test_a_record_of_stories_told_again_is_measured(tmp_path: Path) -> None:
    """Of one story, and of twice as many reports as it has, each stage and each amount is a positive number."""
    found = recorded(tmp_path, stories=1, counts=(TELLINGS, 2 * TELLINGS), step=silent)
    assert all(measure.amount > 0 and measure.floor > 0 for measure in found.measures)
    assert all(len(growth.amounts) == 2 for growth in found.growth)
    assert "entries" in found.made


def test_what_is_told_again_of_others_keeps_every_place() -> None:
    """A report told of others has its words in the places of the words it stands for, so that anchors still hold."""
    for row in story(0):
        told = renaming(1).text(row["text"])
        assert [match.span() for match in re.finditer(r"\w+", told)] == [
            match.span() for match in re.finditer(r"\w+", row["text"])
        ]
        assert told != row["text"]


def test_the_table_and_the_page_show_everything(results: Results) -> None:
    """Both have a row for each measurement, and the page says where it was measured and with what."""
    for shown in (table(results), markdown(results).replace("`", "")):
        for name in (*(each.name for each in results.measures), *(each.name for each in results.growth)):
            assert any(name.replace("`", "") in line for line in shown.splitlines()), name
    assert results.machine in markdown(results)
    assert "4 invented reports" in markdown(results)
    assert json.loads(json.dumps(asdict(results)))["measures"][0]["unit"] == "s"


def test_the_page_is_a_table_of_equal_rows() -> None:
    """A row of the page has as many cells as its head, and figures are rounded to what they bear."""
    measure = Measure("add", 12.345, "s", "an empty program", 0.01, "81 a second")
    growth = Growth("add", "s", (2, 4), (1.0, 4.0), 0.5, 2.0)
    lines = markdown(Results("one core, Linux", "4 reports", (measure,), (growth,))).splitlines()
    assert "| add | 12.3 s | an empty program | 0.010 s | 1,234 × | 81 a second |" in lines
    assert "| add | 0.50 s | 1.00 s | 4.00 s | 2.00 |" in lines
    assert len({line.count("|") for line in lines if line.startswith("| a")}) == 2


@pytest.mark.parametrize("power", [0.0, 1.0, 1.5, 2.0])
def test_the_exponent_is_the_power(power: float) -> None:
    """Amounts that grow by a power of the size give that power, whatever their unit."""
    sizes = (250, 1_000, 4_000)
    assert exponent(sizes, [7 * size**power for size in sizes]) == pytest.approx(power)


def test_a_process_costs_what_it_takes() -> None:
    """A program that fills 250 MB shows it in its peak; its processor time is part of its seconds."""
    greedy = cost((sys.executable, "-c", "b'x' * 250_000_000"))
    assert greedy.peak > 250e6
    assert 0 < greedy.processor < greedy.seconds * 1.1


def test_invented_reports_are_always_the_same() -> None:
    """Two runs measure with equal reports; four of them tell one story, and copies share paragraphs."""
    first, again = (list(islice(invented(), 8)) for _ in range(2))
    assert first == again
    wire, copy, cut, own = (set(report["text"].split("\n\n")) for report in first[:4])
    assert len(wire & copy) >= 5
    assert wire & cut
    assert not wire & own


def test_real_reports_are_taken_where_there_are_any(tmp_path: Path) -> None:
    """A collection of readouts is used as far as it goes, and what was used is said."""
    (tmp_path / REAL).parent.mkdir()
    (tmp_path / REAL).write_text('{"title": "Call", "text": "They spoke.", "date": "2031-05-04"}\n', encoding="utf-8")
    assert "readouts" in write_reports(tmp_path / "real", 5, data=tmp_path)
    assert "invented" in write_reports(tmp_path / "made", 5, data=tmp_path / "elsewhere")
    assert len((tmp_path / "real").read_text(encoding="utf-8").splitlines()) == 1
    assert len((tmp_path / "made").read_text(encoding="utf-8").splitlines()) == 5


@pytest.fixture(scope="module")
def language(tmp_path_factory: pytest.TempPathFactory) -> Spoken:
    """The language model measured once, on next to nothing and without spaCy."""
    effort = Effort(words=100, rounds=1, odd=0.0005, starts=1, training=1)  # what `make bench` trained is not found
    return spoken(tmp_path_factory.mktemp("language"), data=None, effort=effort, step=silent)


def test_the_language_model_is_measured(language: Spoken) -> None:
    """Every ratio is a number; every odd input is read, and what was not read says why."""
    for measure in language.measures:
        assert measure.amount > 0, measure
        assert math.isfinite(measure.ratio), measure
    assert [odd.name for odd in language.odd] == list(ODD)
    odds = {odd.name.split(" ", 1)[0]: odd for odd in language.odd}
    assert odds["nothing"].words == 0
    assert odds["one"].problems == ("long-word",)


def test_what_is_absent_is_named(language: Spoken) -> None:
    """Without data there is no spaCy to compare with: no row claims one, and the page says so."""
    assert language.pipeline == ""
    assert any(reason.startswith("spaCy:") for reason in language.absent)
    assert not any("spaCy" in measure.beside for measure in language.measures)


def test_the_page_shows_the_language_model() -> None:
    """Table and page have a row for each measure and each odd input, and say what spaCy's pipeline is."""
    measure = Measure("`read`, one thread", 12.0, "s", "spaCy, one process", 8.0, "5,000 words a second")
    odd = Odd("one word", 0.25, 12.5, 3, ("long-word",))
    grown = Growth("add", "s", (2, 4), (1.0, 4.0), 0.5, 2.0)
    results = Results("one core, Linux", "4 reports", (measure,), (grown,))
    shown = Spoken(
        "60,000 words of readouts", "trained for 180 seconds", (measure,), (odd, Odd("two", 1, 1, 1, ())), ()
    )
    lines = markdown(results, shown).splitlines()
    assert "Texts: 60,000 words of readouts." in lines
    assert "| `read`, one thread | 12.0 s | spaCy, one process | 8.00 s | 1.50 × | 5,000 words a second |" in lines
    assert "| one word | 0.25 s | 12.5 MB | 3 | `long-word` |" in lines
    assert "| two | 1.00 s | 1.00 MB | 1 | none |" in lines
    assert "  It was trained for 180 seconds." in lines
    assert not any(line.startswith("Not measured") for line in lines)
    assert "spaCy's pipeline: trained for 180 seconds" in table(results, shown)
    without = replace(shown, pipeline="", absent=("spaCy: it is not installed.",))
    lines = markdown(results, without).splitlines()
    assert "- spaCy: it is not installed." in lines
    assert not any("en_core_web_sm" in line for line in lines)
    assert "not measured: spaCy: it is not installed." in table(results, without)


def test_a_page_without_the_language_model() -> None:
    """It is a section of its own: the rest of the page does without."""
    growth = Growth("add", "s", (2, 4), (1.0, 4.0), 0.5, 2.0)
    assert "language model" not in markdown(Results("one core, Linux", "4 reports", (), (growth,)))


def test_times_are_measured(tmp_path: Path) -> None:
    """Finding times is timed beside dateparser and beside reading, in one run, and the page shows it."""
    made = timed(tmp_path, data=None, words=200, step=silent)
    assert [one.beside for one in made.measures] == [
        "dateparser's search in English", "dateparser's search as it comes", "reading them, two threads",
        "reading them alone",
    ]  # fmt: skip
    assert all(one.amount > 0 and one.floor > 0 for one in made.measures)
    growth = Growth("memory", "MB", (1, 2), (1.0, 2.0), 1.0, 1.0)
    page = markdown(Results("one core, Linux", "4 reports", (), (growth,)), times=made)
    assert "## Expressions of time" in page
    assert ", 0 found" not in page
    assert all(one.beside in page for one in made.measures)


def test_spacys_pipeline_is_trained_from_the_corpora(tmp_path: Path) -> None:
    """Treebank and names in their own formats give a pipeline that loads, with what it gets right beside it."""
    spacy = pytest.importorskip("spacy")
    from bench.pipeline import trained

    (tmp_path / EWT).mkdir()
    rows = [
        "1\tMarn\tMarn\tPROPN\t_\t_\t2\tnsubj\t_\t_",
        "2\tleft\tleave\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No",
        "3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_",
    ]
    for part in ("train", "dev"):
        sentence = "\n".join(rows)
        text = "\n\n".join(f"# newdoc id = {number}\n{sentence}" for number in range(60))
        (tmp_path / EWT / f"en_ewt-ud-{part}.conllu").write_text(text + "\n\n", encoding="utf-8")
    (tmp_path / NAMES).parent.mkdir(parents=True)
    (tmp_path / NAMES).write_text("Ilse I-PER\nMarn I-PER\nleft O\n\n" * 12, encoding="utf-8")
    scores = trained(tmp_path, tmp_path / "made", 0.2)
    assert scores["words"] > 0
    assert 0 <= scores["trees"] <= 1
    assert json.loads((tmp_path / "made" / SCORES).read_text(encoding="utf-8")) == scores
    assert spacy.load(tmp_path / "made").pipe_names == ["tok2vec", "tagger", "parser", "trainable_lemmatizer", "ner"]


def test_onnxruntime_is_narrowed_in_a_copy(tmp_path: Path) -> None:
    """Where there is AVX-512 to hide, a copy of onnxruntime loads from the folder; elsewhere there is none."""
    place = narrowed(tmp_path)
    if place is None:
        pytest.skip("no AVX-512 here, or another system")
    code = "import onnxruntime; print(onnxruntime.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(place)}, capture_output=True, check=True
    )
    assert Path(done.stdout.decode().strip()).is_relative_to(tmp_path)
