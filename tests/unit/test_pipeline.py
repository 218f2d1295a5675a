"""What the record file keeps between two questions, and that nothing hangs on it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

import memcon
from memcon.core.dates import PartialDate
from memcon.pipeline import building
from memcon.store import Store
from memcon.store.connection import driver, lock
from tests.unit.ferries import STORY
from tests.unit.trace.test_comparisons import counting
from tests.unit.trace.test_crowds import nonsense
from tests.unit.trace.test_derivations import PART


@pytest.fixture
def paths(tmp_path: Path) -> Sequence[Path]:
    """Three reports, the second a part of the first."""
    made = []
    for number, text in enumerate((STORY, PART, nonsense(1, 90))):
        made.append(tmp_path / f"{number}.txt")
        made[-1].write_text(text, encoding="utf-8")
    return made


@contextmanager
def kept(place: Path) -> Iterator[Store]:
    """The record as its store sees it."""
    with Store.open(place, create=False) as store:
        yield store


def changed(place: Path, statements: str) -> None:
    """Changes a record file behind the program's back."""
    connection = driver().connect(str(place))
    connection.executescript(statements)
    connection.commit()
    connection.close()


def test_one_more_report_is_compared_alone(tmp_path: Path, paths: Sequence[Path]) -> None:
    """After a report is added, only pairs with it are compared; asking again, also in another process, compares none."""
    place = tmp_path / "memcon.db"
    with memcon.open(place) as record_file:
        record_file.add([paths[0], paths[2]])
        record_file.record()
        (late,) = record_file.add([paths[1]]).documents
        with counting() as counted:
            record = record_file.record()
        assert counted.pairs
        assert all(late in pair for pair in counted.pairs)
    with memcon.open(place) as record_file, counting() as counted:
        assert record_file.record() == record
        record_file.withdraw(late)
        assert not any(one.parent for one in record_file.record().derivations)
        record_file.restore(late)
        assert record_file.record() == record
        record_file.record(as_of=PartialDate("2031"))
        assert counted.pairs == []


def test_what_was_compared_can_be_dropped(tmp_path: Path, paths: Sequence[Path]) -> None:
    """Without the rows of both tables the record is the same, and they are made again."""
    place = tmp_path / "memcon.db"
    with memcon.open(place) as record_file:
        record_file.add(paths)
        record = record_file.record()
    with kept(place) as store:
        comparisons = store.comparisons()
    assert comparisons
    changed(place, "DELETE FROM comparison; DELETE FROM record")
    with memcon.open(place) as record_file:
        assert record_file.record() == record
    with kept(place) as store:
        assert store.comparisons() == comparisons


def test_a_record_is_built_once(tmp_path: Path, paths: Sequence[Path], caplog: pytest.LogCaptureFixture) -> None:
    """Whoever opens the file next reads what was built, to the same bytes, with all that was seen in the documents."""
    place = tmp_path / "memcon.db"
    with memcon.open(place) as record_file:
        record_file.add(paths)
        record, seen, degradations = record_file.record(), record_file.annotations(), record_file.degradations()
    with caplog.at_level("INFO", "memcon"), memcon.open(place) as record_file:
        assert record_file.record() == record
        assert record_file.annotations() == seen
        assert record_file.degradations() == degradations
    assert [line.split(":")[0] for line in caplog.messages] == ["kept"]


@pytest.mark.parametrize("change", ["add", "withdraw", "code"])
def test_what_was_built_is_of_no_use_after_a_change(
    tmp_path: Path,
    paths: Sequence[Path],
    change: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A report more, one withdrawn, or another version of what builds: the record is built anew."""
    place = tmp_path / "memcon.db"
    with memcon.open(place) as record_file:
        record_file.add(paths if change != "add" else paths[1:])
        before = record_file.record()
        if change == "add":
            record_file.add(paths[:1])
        if change == "withdraw":
            record_file.withdraw(before.documents[0].id)
    if change == "code":
        monkeypatch.setattr(building, "_version", lambda: "later")
    with caplog.at_level("INFO", "memcon"), memcon.open(place) as record_file:
        after = record_file.record()
    assert [line.split(":")[0] for line in caplog.messages] == ["built"]
    assert len(after.documents) - len(before.documents) == {"add": 1, "withdraw": -1, "code": 0}[change]


def test_a_damaged_record_is_built_again(tmp_path: Path, paths: Sequence[Path]) -> None:
    """What the disk did to the record that was built harms nobody: `verify` tells it, and the next question mends it."""
    place = tmp_path / "memcon.db"
    with memcon.open(place) as record_file:
        record_file.add(paths)
        record = record_file.record()
    changed(place, "UPDATE record SET data = x'00'")
    with memcon.open(place) as record_file:
        assert [problem.reason for problem in record_file.verify()] == ["damaged-row"]
        assert record_file.record() == record
        assert record_file.verify() == ()


def test_pairs_that_are_compared_no_longer_are_not_kept(tmp_path: Path, paths: Sequence[Path]) -> None:
    """A comparison that another collection needed goes with the next question; one of a withdrawn report stays."""
    place = tmp_path / "memcon.db"
    with memcon.open(place) as record_file:
        record_file.add(paths)
        record_file.record()
        with kept(place) as store:
            (made,) = store.comparisons()
            ids = [one.id for one in store.documents()]
            pair = (made.first, next(one for one in ids if one not in {made.first, made.second}))
            store.keep([replace(made, first=min(pair), second=max(pair))])
        record_file.withdraw(made.second)
        record_file.record()
        with kept(place) as store:
            assert store.comparisons() == (made,)


def test_a_busy_record_is_read_all_the_same(tmp_path: Path, paths: Sequence[Path]) -> None:
    """While another process writes, the record is read without waiting, and nothing is kept."""
    place = tmp_path / "memcon.db"
    with memcon.open(place) as record_file:
        record_file.add(paths)
        with lock(place.resolve()):
            assert any(one.parent for one in record_file.record().derivations)
            with kept(place) as store:
                assert store.comparisons() == ()
