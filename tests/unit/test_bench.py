"""The measuring itself, with sizes at which the figures mean nothing."""

import json
import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import pytest

from bench.measures import Growth, Measure, Results, Sizes, exponent, measured
from bench.page import markdown, table
from bench.process import cost
from bench.reports import REAL, invented, write_reports

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
    assert len(shares) == 5
    assert sum(shares) == pytest.approx(100, abs=3)


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
