"""What pairs of documents share: into the record and out of it again.

The table spares work and holds nothing that could not be made again.
Every function takes a connection whose transaction the caller opened.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete, insert, or_, select

from memcon.core.derivation import Comparison
from memcon.core.ids import DocumentId
from memcon.store import rows
from memcon.store.connection import fetch
from memcon.store.schema import comparison


def comparisons(connection: Connection) -> tuple[Comparison, ...]:
    """Every comparison that is kept, sorted by its documents."""
    query = select(comparison).order_by(comparison.c.first, comparison.c.second)
    return tuple(rows.comparison_of(row) for row in fetch(connection, query))


def keep(connection: Connection, made: Iterable[Comparison], gone: Iterable[tuple[DocumentId, DocumentId]]) -> None:
    """Puts these comparisons in place of what was kept of their documents, and lets go of others."""
    added = list(made)
    pairs = [{"one": first, "other": second} for first, second in (*((c.first, c.second) for c in added), *gone)]
    if pairs:
        same = (comparison.c.first == bindparam("one")) & (comparison.c.second == bindparam("other"))
        connection.execute(delete(comparison).where(same), pairs)
    if added:
        connection.execute(insert(comparison), [rows.comparison_row(one) for one in added])


def forget(connection: Connection, document: DocumentId) -> None:
    """Lets go of all comparisons with a document."""
    connection.execute(delete(comparison).where(or_(comparison.c.first == document, comparison.c.second == document)))
