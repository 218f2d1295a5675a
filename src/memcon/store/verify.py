"""Proof that a record is as it was written; what is not comes out as problems.

Four readings: SQLite's own check of the file's structure, which knows nothing of content; the seal of every row;
the hash of the bytes received; and, for each document, that everything seen in it points into its text and that every
quotation is, letter for letter, what stands there.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from sqlalchemy import Connection, Engine, Table, select

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.problem import Problem
from memcon.errors import UnknownIdError
from memcon.store import documents, rows
from memcon.store.connection import fetch
from memcon.store.faults import UNREADABLE, Damage, said
from memcon.store.schema import TABLES, annotation, document, fingerprint, quotation

_NAMED = 20  # findings of SQLite's own check that are listed; a torn file has thousands


def verify(engine: Engine, path: str) -> tuple[Problem, ...]:
    """What is wrong with the record, sorted; nothing if nothing is.

    Args:
        path: Stands in the problems that concern no single document.
    """
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        if driver is None:
            message = "the connection was closed"
            raise RuntimeError(message)
        driver.text_factory = _forgiving
        try:
            found = {*_structure(connection, path), *_seals(connection, path), *_contents(connection, path)}
        finally:
            driver.text_factory = str
    return tuple(sorted(found, key=lambda problem: (problem.path, problem.reason, problem.detail)))


def anchors(value: object) -> Iterator[Anchor]:
    """Every anchor in a core value, however deep."""
    if isinstance(value, Anchor):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from anchors(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from anchors(getattr(value, field.name))


def _forgiving(stored: bytes) -> str:
    return stored.decode("utf-8", "replace")  # a broken letter then breaks one seal, not the reading of the table


def _structure(connection: Connection, path: str) -> Iterator[Problem]:
    try:
        for line in connection.exec_driver_sql(f"PRAGMA integrity_check({_NAMED})").scalars():
            if line != "ok":
                yield _problem(path, "damaged-file", f"SQLite finds the file damaged: {line}.")
        for table, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield _problem(path, "missing-part", f"A row of the table {table!r} belongs to a row that is gone.")
    except UNREADABLE as error:
        yield _problem(path, "damaged-file", f"SQLite cannot read the file: {said(error)}.")


def _seals(connection: Connection, path: str) -> Iterator[Problem]:
    for table in TABLES.sorted_tables:
        try:
            for row in fetch(connection, select(table)):
                yield from _row(table, row, path)
        except UNREADABLE as error:
            detail = f"The table {table.name!r} cannot be read to its end: {said(error)}."
            yield _problem(path, "damaged-file", detail)


def _row(table: Table, row: rows.Row, path: str) -> Iterator[Problem]:
    try:
        if table.name == "blob":
            rows.blob_bytes(row)
        else:
            rows.intact(table.name, row)
    except Damage as damage:
        yield _problem(path, "damaged-row", f"Something has altered {damage}.")


def _contents(connection: Connection, path: str) -> Iterator[Problem]:
    try:
        ids = connection.scalars(select(document.c.id).order_by(document.c.id)).all()
    except UNREADABLE:
        return  # reported as a damaged file above
    for name in ids:
        try:
            yield from _content(connection, DocumentId(name))
        except Damage as damage:
            yield _problem(path, "damaged-row", f"Something has altered {damage}.")
        except (*UNREADABLE, UnknownIdError) as error:
            yield _problem(path, "damaged-file", f"Document {name} cannot be read: {said(error)}.")


def _content(connection: Connection, id: DocumentId) -> Iterator[Problem]:
    read = documents.document_with(connection, id)
    place = read.path or id
    if not read.arrivals:
        yield _problem(place, "missing-part", f"The record has lost where document {id} came from.")
    made = {}
    for table in (annotation, fingerprint):
        made[table] = next(fetch(connection, select(table).where(table.c.document == id)), None)
        if made[table] is None:
            yield _problem(place, "missing-part", f"The record has lost the {table.name} of document {id}.")
    if (row := made[fingerprint]) is not None:
        rows.fingerprint_of(row)
    if (row := made[annotation]) is not None:
        yield from _seen(connection, read, rows.annotations_of(row), place)


def _seen(connection: Connection, read: Document, seen: Annotations, place: str) -> Iterator[Problem]:
    for anchor in anchors(seen):
        if anchor.document != read.id or anchor.end > len(read.text):
            detail = f"An annotation points to {anchor.start}-{anchor.end}, outside the text of document {read.id}."
            yield _problem(place, "misplaced-anchor", detail)
    query = select(quotation).where(quotation.c.document == read.id).order_by(quotation.c.start, quotation.c.end)
    if list(fetch(connection, query)) != rows.quotation_rows(seen, read.text):
        yield _problem(place, "misquoted", f"The quotations kept of document {read.id} are not what its text says.")


def _problem(path: str, reason: str, detail: str) -> Problem:
    return Problem(stage="read", path=path, reason=reason, detail=detail)
