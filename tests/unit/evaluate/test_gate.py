"""The gate stops what falls, and floors do not fall by themselves."""

from dataclasses import replace
from pathlib import Path

import pytest

from memcon.evaluate.floors import read_floors
from memcon.evaluate.gate import check, main, pin
from memcon.evaluate.scoreboard import Figure, Scoreboard

FIGURE = Figure("statements", "spans_f1", 0.9179, 0.8, 0.97, 40, reference_value=0.7, digest="abc")
OTHER = Figure("trace", "families_f1", 1.0, 1.0, 1.0, 5, digest="abc")


def _board(*figures: Figure) -> Scoreboard:
    return Scoreboard(figures, ())


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    """Floors pinned on the two figures."""
    path = tmp_path / "floors.toml"
    assert pin(_board(FIGURE, OTHER), floors=path) == ()
    return path


def test_what_was_pinned_is_held(floors: Path) -> None:
    """The same figures pass, better ones pass, and a worse one is named with both numbers."""
    assert check(_board(FIGURE, OTHER), floors=floors) == ()
    assert check(_board(replace(FIGURE, value=0.95)), floors=floors) == ()
    (fault,) = check(_board(replace(FIGURE, value=0.9), OTHER), floors=floors)
    assert fault == "statements spans_f1: 0.900 is below its floor of 0.917."


def test_the_naive_method_is_written_beside_the_floor(floors: Path) -> None:
    """Whoever reads the floors sees what a naive method gets, and on which gold."""
    floor = read_floors(floors)["statements", "spans_f1"]
    assert (floor.floor, floor.naive, floor.digest) == (0.917, 0.7, "abc")
    assert read_floors(floors)["trace", "families_f1"].naive is None


def test_changed_gold_must_be_pinned_anew(floors: Path) -> None:
    """A floor says nothing about other gold, however good the figure."""
    (fault,) = check(_board(replace(FIGURE, value=1.0, digest="def")), floors=floors)
    assert "the gold is not what its floor was pinned on" in fault


def test_a_figure_without_floor_passes(tmp_path: Path) -> None:
    """Nothing pinned, nothing held."""
    assert check(_board(FIGURE), floors=tmp_path / "none.toml") == ()


def test_lowering_takes_a_second_flag(floors: Path) -> None:
    """Pinning a lower figure is refused and changes nothing, unless lowering is asked for."""
    before = floors.read_text(encoding="utf-8")
    worse = _board(replace(FIGURE, value=0.5), replace(OTHER, value=0.25))
    assert pin(worse, floors=floors) == (
        "statements spans_f1 would fall from 0.917 to 0.500.",
        "trace families_f1 would fall from 1.000 to 0.250.",
    )
    assert floors.read_text(encoding="utf-8") == before
    assert pin(worse, lower=True, floors=floors) == ()
    assert read_floors(floors)["statements", "spans_f1"].floor == 0.5


def test_pinning_keeps_what_was_not_measured(floors: Path) -> None:
    """A run without some gold does not drop that gold's floors; a speed is never pinned."""
    speed = Figure("speed", "documents_per_second", 40, 38, 41, 300)
    assert pin(_board(replace(FIGURE, value=0.93), speed), floors=floors) == ()
    assert set(read_floors(floors)) == {("statements", "spans_f1"), ("trace", "families_f1")}


def test_asking_for_help_names_the_flags(capsys: pytest.CaptureFixture[str]) -> None:
    """The tool explains itself."""
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "--pin" in capsys.readouterr().out
