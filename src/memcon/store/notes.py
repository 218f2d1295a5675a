"""What was refused and what people decided.

Both are rows that are only ever added; a judgement can be marked as undone.
Every function takes a connection whose transaction the caller opened.
"""

from sqlalchemy import Connection, func, insert, select, update

from memcon.core.judgement import Judgement, JudgementKind
from memcon.core.problem import Problem
from memcon.errors import UnknownIdError
from memcon.store import rows
from memcon.store.connection import fetch, insert_missing
from memcon.store.schema import judgement, problem


def refuse(connection: Connection, refused: Problem, *, at: str) -> None:
    """Notes a faulty input; the same path, reason and detail are noted once."""
    insert_missing(connection, problem, [rows.problem_row(refused, at=at)])


def problems(connection: Connection) -> tuple[Problem, ...]:
    """What was refused, sorted by path, reason and detail."""
    found = (rows.problem_of(row) for row in fetch(connection, select(problem)))
    return tuple(sorted(found, key=lambda refused: (refused.path, refused.reason, refused.detail)))


def judge(
    connection: Connection, kind: JudgementKind, left: str, right: str, *, who: str, why: str, at: str
) -> Judgement:
    """Writes a decision down."""
    last = connection.scalar(select(func.max(judgement.c.id))) or 0
    said = {name: rows.storable(text) for name, text in (("left", left), ("right", right), ("who", who), ("why", why))}
    row = rows.sealed({"id": last + 1, "kind": kind, **said, "at": at, "undone_at": None})
    connection.execute(insert(judgement), [row])
    return rows.judgement_of(row)


def undo(connection: Connection, id: int, *, at: str) -> Judgement:
    """Marks a decision as undone; one that was undone before keeps its date.

    Raises:
        UnknownIdError: There is no such decision.
    """
    found = next(fetch(connection, select(judgement).where(judgement.c.id == id)), None)
    if found is None:
        raise UnknownIdError(str(id))
    row = rows.intact("judgement", found)
    if row["undone_at"] is not None:
        return rows.judgement_of(found)
    undone = rows.sealed({**row, "undone_at": at})
    connection.execute(update(judgement).where(judgement.c.id == id).values(undone))
    return rows.judgement_of(undone)


def judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Every decision, undone ones too, in the order they were made."""
    query = select(judgement).order_by(judgement.c.id)
    return tuple(rows.judgement_of(row) for row in fetch(connection, query))
