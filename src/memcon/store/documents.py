"""Documents with what was seen in them: into the record and out of it again.

Every function takes a connection whose transaction the caller opened.
"""

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy import Connection, Select, Table, delete, insert, select

from memcon.core.annotation import Annotations
from memcon.core.derivation import Fingerprint
from memcon.core.document import Document, Received
from memcon.core.ids import DocumentId
from memcon.errors import AmbiguousIdError, UnknownIdError
from memcon.store import comparisons, rows
from memcon.store.connection import fetch, insert_missing
from memcon.store.schema import annotation, arrival, blob, document, fingerprint, metadatum, quotation

Outcome = Literal["added", "joined", "known"]

_SHOWN = 10  # candidates named for an ambiguous id
_LONGEST = 64  # no id is longer; SQLite refuses very long patterns


def put(
    connection: Connection,
    received: Received,
    annotations: Annotations,
    prints: Fingerprint,
    *,
    version: str,
    at: str,
) -> Outcome:
    """Adds a document, or joins another arrival of it to the one there is; its text is never changed."""
    given = received.document
    if not given.id == annotations.document == prints.document or sha256(received.raw).hexdigest() != given.blob:
        message = f"The bytes, annotations and fingerprint put with document {given.id} are not its own."
        raise ValueError(message)
    known = connection.scalar(select(document.c.id).where(document.c.id == given.id)) is not None
    if not known:
        insert_missing(connection, blob, [rows.blob_row(received.raw)])
        connection.execute(insert(document), [rows.document_row(given, at=at)])
        _add_made(connection, annotations, prints, version=version, text=rows.storable(given.text))
    brought = _join(connection, metadatum, "key", rows.metadatum_rows(given))
    brought += _join(connection, arrival, "path", rows.arrival_rows(given, at=at))
    if not known:
        return "added"
    return "joined" if brought else "known"


def documents(connection: Connection, wanted: Select[Any] | None = None) -> tuple[Document, ...]:
    """Documents sorted by id: all, or those whose ids `wanted` selects."""

    def chosen(table: Table, key: str) -> Iterator[rows.Row]:
        query = select(table) if wanted is None else select(table).where(table.c[key].in_(wanted))
        return fetch(connection, query.order_by(table.c[key]))

    metadata: dict[str, list[rows.Row]] = defaultdict(list)
    arrivals: dict[str, list[rows.Row]] = defaultdict(list)
    for row in chosen(metadatum, "document"):
        metadata[row["document"]].append(row)
    for row in chosen(arrival, "document"):
        arrivals[row["document"]].append(row)
    return tuple(rows.document_of(row, metadata[row["id"]], arrivals[row["id"]]) for row in chosen(document, "id"))


def document_with(connection: Connection, id: DocumentId) -> Document:
    """One document.

    Raises:
        UnknownIdError: There is none with that id.
    """
    found = documents(connection, select(document.c.id).where(document.c.id == id))
    if not found:
        raise UnknownIdError(id)
    return found[0]


def find(connection: Connection, prefix: str) -> DocumentId:
    """The one id that begins like that.

    Raises:
        UnknownIdError: None does, or nothing was given.
        AmbiguousIdError: Several do.
    """
    if not 0 < len(prefix) <= _LONGEST:
        raise UnknownIdError(prefix)
    begins = document.c.id.startswith(rows.storable(prefix), autoescape=True)
    found = connection.scalars(select(document.c.id).where(begins).order_by(document.c.id).limit(_SHOWN)).all()
    if not found:
        raise UnknownIdError(prefix)
    if len(found) > 1 and prefix not in found:
        raise AmbiguousIdError(prefix, found)
    return DocumentId(prefix if prefix in found else found[0])


def raw(connection: Connection, id: DocumentId) -> bytes:
    """The bytes of a document as received."""
    query = select(blob).join(document, document.c.blob == blob.c.sha256).where(document.c.id == id)
    for row in fetch(connection, query):
        return rows.blob_bytes(row)
    raise UnknownIdError(id)


def annotations(connection: Connection) -> tuple[Annotations, ...]:
    """What was seen in each document, sorted by document."""
    query = select(annotation).order_by(annotation.c.document)
    return tuple(rows.annotations_of(row) for row in fetch(connection, query))


def fingerprints(connection: Connection) -> tuple[Fingerprint, ...]:
    """The fingerprint of each document, sorted by document."""
    query = select(fingerprint).order_by(fingerprint.c.document)
    return tuple(rows.fingerprint_of(row) for row in fetch(connection, query))


def stale(connection: Connection, version: str) -> tuple[Document, ...]:
    """Documents that annotators of another version read."""
    return documents(connection, select(annotation.c.document).where(annotation.c.version != version))


def annotate(connection: Connection, seen: Annotations, prints: Fingerprint, *, version: str) -> None:
    """Puts annotations and fingerprint in place of a document's former ones, whose comparisons go with them."""
    text = connection.scalar(select(document.c.text).where(document.c.id == seen.document))
    if text is None:
        raise UnknownIdError(seen.document)
    for table in (annotation, quotation, fingerprint):
        connection.execute(delete(table).where(table.c.document == seen.document))
    comparisons.forget(connection, seen.document)
    _add_made(connection, seen, prints, version=version, text=text)


def _add_made(connection: Connection, seen: Annotations, prints: Fingerprint, *, version: str, text: str) -> None:
    connection.execute(insert(annotation), [rows.annotation_row(seen, version=version)])
    connection.execute(insert(fingerprint), [rows.fingerprint_row(prints)])
    quoted = rows.quotation_rows(seen, text)
    if quoted:
        connection.execute(insert(quotation), quoted)


def _join(connection: Connection, table: Table, key: str, offered: list[rows.Row]) -> int:
    """Adds to a document what it has not got; says how much that was."""
    if not offered:
        return 0
    query = select(table.c[key]).where(table.c.document == offered[0]["document"])
    there = set(connection.scalars(query))
    missing = [row for row in offered if row[key] not in there]
    insert_missing(connection, table, missing)
    return len(missing)
