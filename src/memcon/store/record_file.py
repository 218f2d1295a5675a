"""The record file as an object that is opened and closed.

Its methods open a transaction, do one thing in it and close it; what they do is in `documents`, `comparisons`,
`records`, `notes` and `verify`.
"""

import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from memcon.core.annotation import Annotations
from memcon.core.derivation import Comparison, Fingerprint
from memcon.core.document import Document, Received
from memcon.core.ids import DocumentId
from memcon.core.judgement import Judgement, JudgementKind
from memcon.core.problem import Problem
from memcon.core.record import Record
from memcon.errors import MemconError, MissingRecordError, NewerRecordError, NotARecordError, RecordError
from memcon.store import comparisons, documents, migrate, notes, records
from memcon.store.connection import PATIENCE, bare, engine, held, lock
from memcon.store.documents import Outcome
from memcon.store.faults import UNREADABLE, said, spoken
from memcon.store.place import located
from memcon.store.schema import SCHEMA
from memcon.store.verify import verify


class Store:
    """A record file: documents, what was seen in them, what was refused and what people decided.

    Threads may share it. Writers of any process take turns; readers never wait for them.

    Attributes:
        path: As given.
    """

    def __init__(self, path: str, place: Path, *, patience: float) -> None:
        self.path = path
        self._place = place
        self._patience = patience
        self._lock = lock(place)
        self._reader = engine(place, mode="ro")
        self._writer = engine(place, mode="rw")
        self._wrote = threading.Event()
        self._snapshots = threading.local()
        # Also when nobody closes it: a connection must not be closed without the lock.
        self._shut = weakref.finalize(self, _shut, place, self._reader, self._writer, self._wrote, patience)

    @classmethod
    def open(cls, path: str | Path, *, create: bool, patience: float = PATIENCE) -> Self:
        """The record at `path`; an older one is brought up to date, after a copy of it was put beside it.

        Args:
            create: Make an empty record if there is none.
            patience: Seconds to wait for another process that is writing.

        Raises:
            MissingRecordError: There is none, and `create` is false.
            NotARecordError: The file is something else, or a folder.
            NewerRecordError: A later memcon wrote it.
            BusyRecordError: It has to be made or brought up to date, and another process kept it busy.
            RecordError: It is damaged, or in a place where it cannot be used.
        """
        given = str(path)
        place = located(given)
        with spoken(given):
            _exists(given, place, new=create, patience=patience)
        store = cls(given, place, patience=patience)
        try:
            store._bring_up_to_date()
        except MemconError:
            store.close()
            raise
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file. Without other users only the file itself and its empty lock remain."""
        self._shut()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Within it, everything this thread reads is of one moment, whatever others add meanwhile."""
        if self._running() is not None:
            yield
            return
        with spoken(self.path), self._reader.begin() as connection:
            self._snapshots.connection = connection
            try:
                yield
            finally:
                self._snapshots.connection = None

    def put(
        self, received: Received, annotations: Annotations, fingerprint: Fingerprint, *, version: str, at: str
    ) -> Outcome:
        """Adds a document with what was seen in it, in one transaction.

        Args:
            version: Of the annotators.
            at: When, an ISO 8601 timestamp.

        Returns:
            `added`; or, of content that is here already, `joined` if its arrivals or metadata brought something new,
            else `known`. Annotations of known content are left as they are.

        Raises:
            FullDiskError: There was no room; nothing of this document was kept, and every earlier one was.
            BusyRecordError: Another process was writing for too long.
        """
        with self._writing() as connection:
            return documents.put(connection, received, annotations, fingerprint, version=version, at=at)

    def refuse(self, problem: Problem, *, at: str) -> None:
        """Notes a faulty input; the same path, reason and detail are noted once."""
        with self._writing() as connection:
            notes.refuse(connection, problem, at=at)

    def problems(self) -> tuple[Problem, ...]:
        """The inputs refused since the record began, sorted by path, reason and detail."""
        with self._reading() as connection:
            return notes.problems(connection)

    def documents(self) -> tuple[Document, ...]:
        """Every document, sorted by id."""
        with self._reading() as connection:
            return documents.documents(connection)

    def document(self, prefix: str) -> Document:
        """The document whose id begins like that.

        Raises:
            UnknownIdError: There is none.
            AmbiguousIdError: There are several.
        """
        with self._reading() as connection:
            return documents.document_with(connection, documents.find(connection, prefix))

    def raw(self, id: DocumentId) -> bytes:
        """The bytes of a document as received."""
        with self._reading() as connection:
            return documents.raw(connection, id)

    def annotations(self) -> tuple[Annotations, ...]:
        """What was seen in each document, sorted by document."""
        with self._reading() as connection:
            return documents.annotations(connection)

    def fingerprints(self) -> tuple[Fingerprint, ...]:
        """The fingerprint of each document, sorted by document."""
        with self._reading() as connection:
            return documents.fingerprints(connection)

    def comparisons(self) -> tuple[Comparison, ...]:
        """What is known of what pairs of documents share, sorted by their ids."""
        with self._reading() as connection:
            return comparisons.comparisons(connection)

    def keep(self, made: Iterable[Comparison], *, gone: Iterable[tuple[DocumentId, DocumentId]] = ()) -> bool:
        """Keeps comparisons, each in place of an earlier one of its documents, if that can be done at once.

        Whoever reads a record finds out what its documents share, and must be able to on a file that is busy, full or
        not theirs to write to; then it is found out again the next time.

        Args:
            gone: Pairs that need not be kept any longer.

        Returns:
            Whether they were kept.
        """
        return self._kept(lambda connection: comparisons.keep(connection, made, gone))

    def basis(self, version: str) -> str:
        """A digest of everything that a record is made from, which is another one once any of it has changed.

        Args:
            version: Of what makes the record.
        """
        with self._reading() as connection:
            return records.basis(connection, version)

    def record(self, basis: str) -> Record | None:
        """The record made from just this; None if none is kept."""
        with self._reading() as connection:
            return records.kept(connection, basis)

    def keep_record(self, record: Record, *, basis: str) -> bool:
        """Keeps what was made, in place of an earlier one, if that can be done at once; see `keep`.

        Returns:
            Whether it was kept.
        """
        return self._kept(lambda connection: records.keep(connection, record, basis))

    def stale(self, version: str) -> tuple[Document, ...]:
        """Documents whose annotations another version made, sorted by id."""
        with self._reading() as connection:
            return documents.stale(connection, version)

    def annotate(self, annotations: Annotations, fingerprint: Fingerprint, *, version: str) -> None:
        """Puts annotations and fingerprint in place of a document's former ones.

        Raises:
            UnknownIdError: The document is not here.
        """
        with self._writing() as connection:
            documents.annotate(connection, annotations, fingerprint, version=version)

    def judge(self, kind: JudgementKind, left: str, right: str, *, who: str, why: str, at: str) -> Judgement:
        """Writes a decision down; it holds until it is undone."""
        with self._writing() as connection:
            return notes.judge(connection, kind, left, right, who=who, why=why, at=at)

    def undo(self, id: int, *, at: str) -> Judgement:
        """Marks a decision as undone; one that was undone before keeps its date.

        Raises:
            UnknownIdError: There is no such decision.
        """
        with self._writing() as connection:
            return notes.undo(connection, id, at=at)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every decision, undone ones too, in the order they were made."""
        with self._reading() as connection:
            return notes.judgements(connection)

    def verify(self) -> tuple[Problem, ...]:
        """What is wrong with the file; nothing if all is as it was written."""
        with spoken(self.path):
            return verify(self._reader, self.path)

    def _kept(self, keep: Callable[[Connection], None]) -> bool:
        try:
            with self._writing(patience=0) as connection:
                keep(connection)
        except MemconError:
            return False
        return True

    def _bring_up_to_date(self) -> None:
        with self._reading() as connection:
            version = migrate.stamps(connection, self.path)
        if version < SCHEMA:
            with spoken(self.path), held(self._lock, path=self.path, patience=self._patience):
                migrate.migrate(self._place)

    def _running(self) -> Connection | None:
        return getattr(self._snapshots, "connection", None)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        running = self._running()
        with spoken(self.path):
            if running is not None:
                yield running
            else:
                with self._reader.begin() as connection:
                    yield connection

    @contextmanager
    def _writing(self, *, patience: float | None = None) -> Iterator[Connection]:
        patience = self._patience if patience is None else patience
        with spoken(self.path), held(self._lock, path=self.path, patience=patience):
            self._wrote.set()
            with self._writer.begin() as connection:
                yield connection


def _exists(path: str, place: Path, *, new: bool, patience: float) -> None:
    """Sees to it that there is a record, of whichever version."""
    if not place.exists() and not new:
        raise MissingRecordError(path)
    if not place.parent.is_dir():
        raise RecordError(path, f"{path} cannot be made: there is no folder {place.parent}.")
    if new and not (place.exists() and place.stat().st_size):
        with held(lock(place), path=path, patience=patience):
            migrate.create(place)
    if _foreign(place):
        raise NotARecordError(path)


def _foreign(place: Path) -> bool:
    """Whether the file is not ours, found without leaving anything beside it.

    It is read as if it could not change, so all but its kind may be wrong when somebody is writing to a record.
    """
    still = engine(place, mode="immutable")
    try:
        with still.connect() as connection:
            migrate.stamps(connection, str(place))
    except NotARecordError:
        return True
    except NewerRecordError:
        return False
    except UNREADABLE as error:
        return any(words in said(error) for words in ("not a database", "unsupported file"))
    finally:
        still.dispose()
    return False


def _shut(place: Path, reader: Engine, writer: Engine, wrote: threading.Event, patience: float) -> None:
    """Closes every connection, and as the file's last user writes the log back and removes it.

    Only a writer may do that, so a store that was only read lets one look in, unless another process is writing.
    If that one keeps the lock for too long it still has the file open, so that our closing writes nothing back.
    """
    path = str(place)
    reader.dispose()
    waiting = held(lock(place), path=path, patience=patience if wrote.is_set() else 0)
    # There is nobody to tell: what was put is safe, and the next user will write the log back.
    with suppress(MemconError), spoken(path), waiting:
        if Path(f"{path}-wal").exists():
            with bare(writer) as connection:
                connection.execute("PRAGMA schema_version")
        writer.dispose()
    writer.dispose()
