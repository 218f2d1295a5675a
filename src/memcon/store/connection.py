"""Connections to the record file, and the lock that writers share.

A file has one engine for readers and one for writers. Readers open it with `mode=ro` and cannot checkpoint; writers
hold the file lock around every transaction, with the checkpoint it may set off, and around the closing of their
connection. So no connection can checkpoint while another commits, which is what the write-ahead-log bug of SQLite
3.7.0-3.51.2 needs (https://www.sqlite.org/wal.html#walresetbug), whichever version of SQLite is installed.
The lock is taken anew for each transaction: that costs about 0.1 ms of the 2 ms that a document takes, and lets
several writers take turns.
Nothing is mapped into memory: a damaged file must give an error, not a crash.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Literal
from urllib.parse import quote

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, QueuePool, Select, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite

from memcon.errors import BusyRecordError

Mode = Literal["ro", "rw", "rwc", "immutable"]

PATIENCE = 30.0  # seconds a writer waits for another; one transaction takes milliseconds
_POLL = 0.005  # seconds; a waiting writer gets its turn between two documents of a busy one
_AT_ONCE = 500  # rows that are fetched together; asking for each of a hundred thousand takes seconds
_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA mmap_size = 0",
    "PRAGMA trusted_schema = OFF",  # a foreign file's triggers and views may call no function with effects
    "PRAGMA cell_size_check = ON",
)


def driver() -> ModuleType:
    """The SQLite module in use: pysqlite3, which brings a current SQLite, where it is installed."""
    try:
        return import_module("pysqlite3")
    except ImportError:
        return import_module("sqlite3")


def engine(path: Path, *, mode: Mode) -> Engine:
    """An engine for the file; it opens nothing until it is first used."""
    module = driver()
    address = _address(path, mode)

    def connect() -> Any:  # the driver is chosen at run time
        connection = module.connect(address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            for pragma in (*_PRAGMAS, *(("PRAGMA journal_mode = WAL",) if mode == "rwc" else ())):
                connection.execute(pragma)
        except module.Error:
            connection.close()  # nobody else knows of it yet
            raise
        return connection

    writes = mode in {"rw", "rwc"}
    made = create_engine(
        "sqlite://",
        module=module,
        creator=connect,
        poolclass=QueuePool,
        pool_size=1 if writes else 5,
        max_overflow=0 if writes else 10,
    )
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"
    event.listen(made, "begin", lambda connection: connection.exec_driver_sql(begin))
    return made


@contextmanager
def bare(engine: Engine) -> Iterator[Any]:
    """The driver's own connection, for what SQLite refuses to do inside a transaction."""
    pooled = engine.raw_connection()
    try:
        yield pooled.driver_connection
    finally:
        pooled.close()


def lock(path: Path) -> FileLock:
    """The lock beside a record. The operating system frees it when its holder dies, however it dies."""
    # Where the system has no such locks the library would make a marker file, which outlives a killed process.
    return FileLock(f"{path}.lock", poll_interval=_POLL, fallback_to_soft=False)


@contextmanager
def held(lock: FileLock, *, path: str, patience: float) -> Iterator[None]:
    """Holds the lock for the length of the block.

    Raises:
        BusyRecordError: Somebody else kept it for longer than `patience` seconds.
    """
    try:
        lock.acquire(timeout=patience)
    except Timeout as error:
        raise BusyRecordError(path) from error
    try:
        yield
    finally:
        lock.release()


def fetch(connection: Connection, query: Select[Any]) -> Iterator[dict[str, Any]]:
    """The rows a query finds, by column."""
    found = connection.execute(query)
    columns = tuple(map(str, found.keys()))  # plain strings, not SQLAlchemy's own
    for rows in found.partitions(_AT_ONCE):
        for row in rows:
            yield dict(zip(columns, row, strict=True))


def insert_missing(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Adds the rows whose primary key is not there yet. The one place that knows dialects of SQL."""
    if not rows:
        return
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(insert(table).on_conflict_do_nothing(), rows)


def _address(path: Path, mode: Mode) -> str:
    address = f"file:{quote(os.fsencode(path))}"
    if mode == "ro" and _lies_still(path):
        mode = "immutable"
    return f"{address}?immutable=1" if mode == "immutable" else f"{address}?mode={mode}"


def _lies_still(path: Path) -> bool:
    """Whether nothing is pending and we may not write beside it: SQLite then cannot make the files it reads with."""
    log = Path(f"{path}-wal")
    writable = os.access(path.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
    return not writable and not (log.exists() and log.stat().st_size)
