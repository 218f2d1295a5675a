"""What `memcon variants --json` prints: utterances in several wordings in, plain values out.

Like `answers`, whose pieces it uses, it computes nothing.
"""

from collections.abc import Iterable

from memcon.core.record import Record
from memcon.core.variants import Change, Variants, Wording
from memcon.present.answers import Documents, Json, anchor_piece, anchor_pieces
from memcon.present.damaged import damage_answer


def variants_answer(variants: Iterable[Variants], *, record: Record, documents: Documents) -> list[Json]:
    """`memcon variants --json`."""
    names = {party.id: party.name for party in record.parties}
    return [
        {
            "id": one.id,
            "speaker": {"id": one.speaker, "name": names[one.speaker]} if one.speaker else None,
            "best": one.best,
            "wordings": [_wording(told, documents) for told in one.wordings],
        }
        for one in variants
    ]


def _wording(told: Wording, documents: Documents) -> Json:
    document, first, last = documents[told.anchors[0].document], told.anchors[0], told.anchors[-1]
    return {
        "statement": told.statement,
        "anchor": anchor_piece(document.anchor(first.start, last.end), documents),
        "parts": anchor_pieces(told.anchors, documents),
        "words": told.words,
        "cut": told.cut,
        "damage": damage_answer(told.damage, documents=documents),
        "changes": [_change(change, documents) for change in told.changes],
    }


def _change(change: Change, documents: Documents) -> Json:
    return {
        "best": anchor_piece(change.best, documents) if change.best else None,
        "here": anchor_piece(change.here, documents) if change.here else None,
    }
