"""The record that was made from all the rest: into the file and out of it again.

Making it takes minutes where there are many thousand reports; reading it takes a second. It is kept with a digest of
the rows that it was made from, and is of no use any longer once one of them has changed.
Every function takes a connection whose transaction the caller opened.
"""

from collections.abc import Iterator
from contextlib import suppress

from sqlalchemy import Connection, delete, insert, select

from memcon.core.ids import digest
from memcon.core.record import Record
from memcon.store import rows
from memcon.store.connection import fetch
from memcon.store.faults import Damage
from memcon.store.schema import annotation, arrival, document, fingerprint, judgement, metadatum, problem, record

_BASIS = (document, metadatum, arrival, problem, judgement, annotation, fingerprint)


def basis(connection: Connection, version: str) -> str:
    """A digest of every row that a record is made from, by its seal, and of what makes it."""

    def seals() -> Iterator[str]:
        for table in _BASIS:
            yield table.name
            yield from sorted(connection.scalars(select(table.c.seal)))

    return digest(version, "\n".join(seals()))


def kept(connection: Connection, of: str) -> Record | None:
    """The record made from just this; None if it is not kept, or not as it was written: then it is made again."""
    with suppress(Damage):
        for row in fetch(connection, select(record).where(record.c.basis == of)):
            return rows.record_of(row)
    return None


def keep(connection: Connection, made: Record, of: str) -> None:
    """Puts it in place of an earlier one."""
    connection.execute(delete(record))
    connection.execute(insert(record), [rows.record_row(made, basis=of)])
