"""What `memcon disagreements` and `memcon compare` print with `--json`: differences and comparisons in, values out.

Like `answers`, whose pieces it uses, it computes nothing.
"""

from collections.abc import Iterable

from memcon.core.discrepancy import Discrepancy, Reading
from memcon.core.entry import Entry
from memcon.core.record import Record
from memcon.present.answers import Documents, Json, anchor_pieces, note_piece, support_piece
from memcon.record import Accounts, Both, Readouts, title


def disagreements_answer(found: Iterable[Discrepancy], *, documents: Documents) -> list[Json]:
    """`memcon disagreements --json`."""
    return [_discrepancy(one, documents) for one in found]


def compare_answer(compared: Accounts | Readouts, *, record: Record, documents: Documents) -> Json:
    """`memcon compare --json`: the accounts of an entry, or two documents side by side."""
    if isinstance(compared, Accounts):
        return _accounts(compared, documents)
    notes = {note.id: note_piece(note) for note in record.documents}
    return {
        "left": notes[compared.left],
        "right": notes[compared.right],
        "both": [_both(one, documents) for one in compared.both],
        "only_left": [_only(entry, compared.left, documents) for entry in compared.only_left],
        "only_right": [_only(entry, compared.right, documents) for entry in compared.only_right],
        "unidentified": compared.unidentified,
    }


def _discrepancy(one: Discrepancy, documents: Documents) -> Json:
    return {
        "id": one.id,
        "entry": one.entry,
        "entry_kind": one.entry_kind,
        "slot": one.slot,
        "type": one.type,
        "verdict": one.verdict,
        "mechanism": one.mechanism,
        "comparison": one.comparison,
        "readings": [_reading(reading, documents) for reading in one.readings],
        "severity": one.severity,
        "reason": one.reason,
    }


def _reading(reading: Reading, documents: Documents) -> Json:
    return {
        "value": reading.value,
        "normalised": reading.normalised,
        "families": [witness.family for witness in reading.support.by],
        "anchors": anchor_pieces(reading.anchors, documents),
        "support": support_piece(reading.support, documents),
    }


def _accounts(compared: Accounts, documents: Documents) -> Json:
    return {
        "entry": compared.entry.id,
        "entry_kind": compared.entry.kind,
        "title": title(compared.entry),
        "status": compared.entry.status,
        "families": [{"family": one.family, "origin": one.origin} for one in compared.witnesses],
        "rows": [
            {
                "slot": row.slot,
                "cells": [
                    [
                        {
                            "value": claim.value,
                            "normalised": claim.normalised,
                            "anchors": anchor_pieces(anchors, documents),
                        }
                        for claim, anchors in zip(cell.claims, cell.anchors, strict=True)
                    ]
                    for cell in row.cells
                ],
            }
            for row in compared.rows
        ],
        "disagreements": disagreements_answer(compared.discrepancies, documents=documents),
    }


def _both(one: Both, documents: Documents) -> Json:
    return {
        **_named(one.entry),
        "left": anchor_pieces(one.left, documents),
        "right": anchor_pieces(one.right, documents),
        "disagreements": disagreements_answer(one.discrepancies, documents=documents),
    }


def _only(entry: Entry, document: str, documents: Documents) -> Json:
    where = (anchor for anchor in entry.evidence if anchor.document == document)
    return {**_named(entry), "anchors": anchor_pieces(where, documents)}


def _named(entry: Entry) -> Json:
    return {"entry": entry.id, "entry_kind": entry.kind, "title": title(entry), "status": entry.status}
