"""What `memcon trace --json` prints: derivations in, plain values out.

Like `answers`, whose pieces it uses, it computes nothing.
"""

from collections.abc import Iterable

from memcon.core.derivation import Derivation
from memcon.core.ids import DocumentId
from memcon.present.answers import Documents, Json, anchor_piece


def trace_answer(derivations: Iterable[Derivation], *, documents: Documents) -> list[Json]:
    """`memcon trace --json`."""
    return [_derivation(derivation, documents) for derivation in derivations]


def _derivation(derivation: Derivation, documents: Documents) -> Json:
    return {
        "child": _path(derivation.child, documents),
        "parent": _path(derivation.parent, documents),
        "origin": derivation.origin,
        "kind": derivation.kind,
        "score": derivation.score,
        "direction": derivation.direction,
        "passages": [
            {
                "child": anchor_piece(passage.child, documents),
                "parent": anchor_piece(passage.parent, documents),
                "score": passage.score,
            }
            for passage in derivation.passages
        ],
        "certain": derivation.certain,
        "features": [
            {"name": feature.name, "value": feature.value, "detail": feature.detail} for feature in derivation.features
        ],
        "child_id": derivation.child,
        "parent_id": derivation.parent,
    }


def _path(id: DocumentId | None, documents: Documents) -> str | None:
    return None if id is None else documents[id].path
