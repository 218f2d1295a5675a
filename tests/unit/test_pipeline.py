"""What the record file keeps between two questions, and that nothing hangs on it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

import memcon
from memcon.core.dates import PartialDate
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
    """Without the table's rows the record is the same, and they are made again."""
    place = tmp_path / "memcon.db"
    with memcon.open(place) as record_file:
        record_file.add(paths)
        record = record_file.record()
    with kept(place) as store:
        comparisons = store.comparisons()
    assert comparisons
    connection = driver().connect(str(place))
    connection.execute("DELETE FROM comparison")
    connection.commit()
    connection.close()
    with memcon.open(place) as record_file:
        assert record_file.record() == record
    with kept(place) as store:
        assert store.comparisons() == comparisons


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
