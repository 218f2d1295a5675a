"""From nothing to the current tables, and from older ones."""

from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect
from sqlalchemy.engine import Engine

from memcon.errors import RecordError
from memcon.store import Store
from memcon.store.migrate import migrate
from memcon.store.schema import SCHEMA, TABLES
from tests.unit.store.later import LATER, scripts
from tests.unit.store.reports import exported, offer, put


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of today's version with something in it."""
    path = tmp_path / "memcon.db"
    with Store.open(path, create=True) as store:
        put(store, offer(1))
        store.judge("withdraw", "d1", "", who="O. Venn", why="retracted", at="2031-05-05")
    return path


def _database(path: Path, driver: str) -> Engine:
    return create_engine(f"sqlite:///{path}", module=import_module(driver))


def test_the_migrations_make_the_declared_tables(record: Path, driver: str) -> None:
    """A new file, which the migrations make from nothing, has exactly the tables, columns and keys of `schema`."""
    engine = _database(record, driver)
    declared = create_engine("sqlite://", module=import_module(driver))
    TABLES.create_all(declared)
    made, wanted = inspect(engine), inspect(declared)
    assert set(made.get_table_names()) == {*wanted.get_table_names(), "alembic_version"}
    for table in wanted.get_table_names():
        assert [str(column) for column in made.get_columns(table)] == [
            str(column) for column in wanted.get_columns(table)
        ]
        assert made.get_pk_constraint(table) == wanted.get_pk_constraint(table)
        assert made.get_foreign_keys(table) == wanted.get_foreign_keys(table)
    engine.dispose()
    declared.dispose()


def test_alembic_sees_no_difference(record: Path, driver: str) -> None:
    """Alembic's own comparison of a new file with `schema` finds nothing to migrate, and its head is our number."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = _database(record, driver)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, TABLES) == []
        assert context.get_current_revision() == f"{SCHEMA:04}"
    engine.dispose()


def test_an_older_record_is_backed_up_and_brought_up_to_date(record: Path, tmp_path: Path, driver: str) -> None:
    """The copy beside it is the old record, whole; the record has the new column and all it had."""
    with Store.open(record, create=False) as store:
        before = exported(store)
    migrate(record, scripts=scripts(tmp_path), schema=LATER)
    migrate(record, scripts=tmp_path / "100% later", schema=LATER)
    backups = sorted(path.name for path in tmp_path.glob("*.backup*"))
    assert backups == [f"memcon.db.backup-{SCHEMA}"]
    with Store.open(tmp_path / backups[0], create=False) as store:
        assert exported(store) == before
        assert store.verify() == ()
    engine = _database(record, driver)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT who, colour FROM judgement").all() == [("O. Venn", "blue")]
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == LATER
    engine.dispose()


def test_a_migration_that_fails_leaves_the_old_record(record: Path, tmp_path: Path) -> None:
    """A migration that breaks off half-way changes nothing, and the next attempt keeps a copy of its own."""
    with Store.open(record, create=False) as store:
        before = exported(store)
    failing = scripts(tmp_path, then="raise ZeroDivisionError")
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            migrate(record, scripts=failing, schema=LATER)
    with Store.open(record, create=False) as store:
        assert exported(store) == before
    names = sorted(path.name for path in tmp_path.glob("*.backup*"))
    assert names == [f"memcon.db.backup-{SCHEMA}", f"memcon.db.backup-{SCHEMA}-2"]


def test_an_older_record_is_migrated_when_it_is_opened(record: Path, driver: str) -> None:
    """Opening a record of an older number, here one that was stamped back, brings it up to date after a copy."""
    connection = import_module(driver).connect(str(record))
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    with Store.open(record, create=False) as store:
        assert len(store.documents()) == 1
    assert (record.parent / "memcon.db.backup-0").exists()


def test_a_record_of_the_first_version_gets_what_came_later(record: Path, driver: str) -> None:
    """It is opened with all it had, and with places for comparisons and for the record itself."""
    with Store.open(record, create=False) as store:
        before = exported(store)
    connection = import_module(driver).connect(str(record))
    connection.executescript(
        "DROP TABLE comparison; DROP TABLE record; UPDATE alembic_version SET version_num = '0001'; PRAGMA user_version = 1"
    )
    connection.close()
    with Store.open(record, create=False) as store:
        assert exported(store) == before
        assert store.verify() == ()
    assert (record.parent / "memcon.db.backup-1").exists()


def test_what_a_killed_creation_left_is_cleared_away(tmp_path: Path) -> None:
    """A half-made new file beside the place neither hinders nor survives the next creation."""
    for ending in (".new", ".new-wal", ".new-shm", ".new-journal"):
        (tmp_path / f"memcon.db{ending}").write_bytes(b"half")
    with Store.open(tmp_path / "memcon.db", create=True) as store:
        put(store, offer())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["memcon.db", "memcon.db.lock"]


def test_a_record_without_its_tables_is_damaged(record: Path, driver: str) -> None:
    """A file that bears our stamp and lacks a table is called damaged, by reading it and by `verify`."""
    connection = import_module(driver).connect(str(record))
    connection.execute("DROP TABLE annotation")
    connection.close()
    with Store.open(record, create=False) as store:
        with pytest.raises(RecordError, match="damaged"):
            store.annotations()
        assert "damaged-file" in {problem.reason for problem in store.verify()}
