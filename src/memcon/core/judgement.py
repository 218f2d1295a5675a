"""What a person decided. Rows are only ever added or undone, and survive every rebuild.

The design is nomenklatura's resolver log, except that the pair a person actually judged is what stays stored.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

JudgementKind = Literal["withdraw", "same", "different", "prefer", "confirm", "reject"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision.

    Attributes:
        id: Row number in the record file.
        kind: `withdraw` takes the document `left` out of the count; the other kinds judge the pair.
        left, right: Ids of what was judged; `right` is empty where there is only one.
        who: Who decided.
        why: Their reason.
        at: When, an ISO 8601 timestamp.
        undone_at: When it was taken back; None while it holds.
    """

    id: int
    kind: JudgementKind
    left: str
    right: str
    who: str
    why: str
    at: str
    undone_at: str | None = None


def withdrawn(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Ids of the documents that somebody withdrew and nobody brought back."""
    return frozenset(
        judgement.left for judgement in judgements if judgement.kind == "withdraw" and judgement.undone_at is None
    )
