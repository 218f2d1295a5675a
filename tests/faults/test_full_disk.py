"""A full disk stops the next document, and only that."""

import os
from pathlib import Path

import pytest

from memcon.errors import FullDiskError
from memcon.store import Store
from tests.unit.store.reports import exported, offer, put

OFFERS = [offer(number) for number in range(80)]


def _uninterrupted(path: Path) -> tuple[bytes, ...]:
    with Store.open(path, create=True) as store:
        for each in OFFERS:
            put(store, each)
        return exported(store)


@pytest.mark.parametrize(
    "pages", [*range(24, 84, 6), *(pytest.param(n, marks=pytest.mark.slow) for n in range(20, 80, 2))]
)
def test_a_full_database_keeps_what_it_has(tmp_path: Path, pages: int) -> None:
    """When the file may not grow `put` says so and what came before is safe; with room the record becomes whole."""
    record = tmp_path / "memcon.db"
    added = 0
    with Store.open(record, create=True) as store:
        with store._writing() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(FullDiskError):  # noqa: PT012 - which of them fails depends on the size
            for each in OFFERS:
                put(store, each)
                added += 1
        assert len(store.documents()) == added
        assert store.verify() == ()
        with pytest.raises(FullDiskError):
            put(store, OFFERS[added])
        if added:
            assert put(store, OFFERS[0]) == "known"
    with Store.open(record, create=False) as store:
        for each in OFFERS:
            put(store, each)
        assert exported(store) == _uninterrupted(tmp_path / "other.db")


@pytest.mark.skipif(os.name != "posix", reason="limits are POSIX's")
@pytest.mark.parametrize("size", [0, 5_000, 50_000, 60_000, 100_000, 200_000])
def test_a_limit_on_the_size_of_files(tmp_path: Path, size: int) -> None:
    """Where the system forbids larger files the same holds, from the first byte of a new record on."""
    import resource

    record = tmp_path / "memcon.db"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    added = 0
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        with pytest.raises(FullDiskError), Store.open(record, create=True) as store:  # noqa: PT012 - as above
            for each in OFFERS:
                put(store, each)
                added += 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    with Store.open(record, create=True) as store:
        assert len(store.documents()) == added
        assert store.verify() == ()
        for each in OFFERS:
            put(store, each)
        assert exported(store) == _uninterrupted(tmp_path / "other.db")
