"""Whatever the database, the disk or a damaged row raises comes out as one of memcon's own errors."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from memcon.errors import BusyRecordError, FullDiskError, MemconError, RecordError
from memcon.store.connection import driver

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_LITTLE = 1 << 16  # bytes: SQLite sets its shared memory up in steps of 32 KiB
_DAMAGED = ("malformed", "not a database", "corrupt", "utf-8", "no such table", "no such column", "unsupported file")


UNREADABLE = (DBAPIError, UnicodeDecodeError)  # what reading a damaged file may raise


class Damage(Exception):  # noqa: N818 - never leaves the store: `spoken` turns it into a RecordError
    """A row that is not as it was written."""

    def __init__(self, table: str, key: object) -> None:
        super().__init__(f"the row {key!r} of the table {table!r}")
        self.table = table
        self.key = key


@contextmanager
def spoken(path: str) -> Iterator[None]:
    """Lets nothing through but `MemconError` about the record at `path`, and mistakes of our own."""
    try:
        yield
    except DBAPIError as error:
        raise _database(path, error.orig) from error
    except driver().Error as error:
        raise _database(path, error) from error
    except Damage as error:
        raise damaged(path, str(error)) from error
    except UnicodeDecodeError as error:
        # Of a damaged schema SQLite quotes the damage, and Python cannot read that message.
        raise damaged(path, "its schema cannot be read") from error
    except OSError as error:
        raise _machine(path, error) from error


def said(error: Exception) -> str:
    """What the database said, without what SQLAlchemy adds."""
    return str(error.orig if isinstance(error, DBAPIError) else error)


def damaged(path: str, what: str) -> RecordError:
    """The error to raise when the file's content is not what was written."""
    return RecordError(
        path,
        f"{path} is damaged: {what}. `memcon verify` lists what is wrong; restore a copy, or add the reports again to "
        f"a new record.",
    )


def _database(path: str, error: BaseException | None) -> MemconError:
    said = str(error)
    lowered = said.lower()
    if "is full" in lowered or ("disk i/o error" in lowered and _no_room(path)):
        return FullDiskError(path)
    if "locked" in lowered or "busy" in lowered:
        return BusyRecordError(path)
    if "readonly" in lowered:
        return RecordError(path, f"{path} cannot be written: the file or its folder is read-only.")
    if "unable to open" in lowered:
        return RecordError(path, f"{path} cannot be opened. Are you allowed to read it, and to write to its folder?")
    if any(word in lowered for word in _DAMAGED):
        return damaged(path, said)
    return RecordError(path, f"{path} cannot be used: {said}.")


def _machine(path: str, error: OSError) -> MemconError:
    if error.errno in _FULL:
        return FullDiskError(path)
    return RecordError(path, f"{path} cannot be used: {error.strerror or error}.")


def _no_room(path: str) -> bool:
    """Whether a failed write is for want of room: SQLite reports only some of these cases as a full disk."""
    try:
        if shutil.disk_usage(Path(path).absolute().parent).free < _LITTLE:
            return True
        import resource  # absent on Windows
    except (ImportError, OSError):
        return False
    return resource.getrlimit(resource.RLIMIT_FSIZE)[0] != resource.RLIM_INFINITY
