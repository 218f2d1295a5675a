"""Making a record, and bringing an older one up to date.

A new record is built beside its place and renamed into it; an older one is copied, then changed in one transaction.
So a kill leaves no file, the old record or the new one, never something between.
Alembic is imported only here, when there is something to do: that takes longer than reading a small record.
"""

import os
from pathlib import Path

from sqlalchemy import Connection, Engine

from memcon.errors import NewerRecordError, NotARecordError
from memcon.store.connection import bare, engine
from memcon.store.schema import APPLICATION_ID, SCHEMA

SCRIPTS = Path(__file__).with_name("migrations")


def create(path: Path) -> None:
    """Makes an empty record, unless there is a file by now. The caller holds the lock."""
    if path.exists() and path.stat().st_size:
        return
    new = Path(f"{path}.new")
    for ending in ("", "-journal", "-wal", "-shm"):
        Path(f"{new}{ending}").unlink(missing_ok=True)  # left by a process that was killed here
    made = engine(new, mode="rwc")
    try:
        with made.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            _upgrade(connection, SCRIPTS, SCHEMA)
    finally:
        made.dispose()
    new.replace(path)
    _settle(path.parent)


def migrate(path: Path, *, scripts: Path = SCRIPTS, schema: int = SCHEMA) -> None:
    """Brings an older record up to date after copying it to `<record>.backup-<its version>`.

    The caller holds the lock.
    """
    made = engine(path, mode="rw")
    try:
        with made.connect() as connection:
            version = stamps(connection, str(path), schema=schema)
            if version == schema:  # another process has done it meanwhile
                return
        _back_up(made, f"{path}.backup-{version}")
        with made.begin() as connection:
            _upgrade(connection, scripts, schema)
    finally:
        made.dispose()


def stamps(connection: Connection, path: str, *, schema: int = SCHEMA) -> int:
    """The version of the schema that a file is stamped with.

    Raises:
        NotARecordError: It is no record of ours.
        NewerRecordError: A later memcon wrote it.
    """
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        raise NotARecordError(path)
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if version > schema:
        raise NewerRecordError(path)
    return version


def _upgrade(connection: Connection, scripts: Path, schema: int) -> None:
    from alembic import command  # as the module says
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA user_version = {schema}")


def _back_up(made: Engine, wanted: str) -> None:
    free = (name for name in (wanted, *(f"{wanted}-{number}" for number in range(2, 1000))) if not Path(name).exists())
    backup = next(free)
    unfinished = Path(f"{backup}.new")
    unfinished.unlink(missing_ok=True)
    with bare(made) as connection:
        connection.execute("VACUUM INTO ?", (str(unfinished),))
    unfinished.replace(backup)


def _settle(folder: Path) -> None:
    """Has the disk remember a renaming, where the system can be asked to."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
