"""What `memcon damage --json` prints: marks of damage in, plain values out.

Like `answers`, whose pieces it uses, it computes nothing.
"""

from collections.abc import Iterable

from memcon.core.annotation import Damage
from memcon.present.answers import Documents, Json, anchor_pieces


def damage_answer(damage: Iterable[Damage], *, documents: Documents) -> list[Json]:
    """`memcon damage --json`."""
    return [_mark(mark, documents) for mark in damage]


def _mark(mark: Damage, documents: Documents) -> Json:
    document, anchor = documents[mark.anchor.document], mark.anchor
    return {
        "document": document.path,
        "start": anchor.start,
        "end": anchor.end,
        "text": document.passage(anchor),
        "kind": mark.kind,
        "suggestion": mark.suggestion,
        "score": mark.score,
        "reason": mark.reason,
        "beside": anchor_pieces(mark.beside, documents),
        "document_id": anchor.document,
    }
