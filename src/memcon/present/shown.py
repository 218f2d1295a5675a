"""What `memcon show ID --json` prints: a document, an entry or a party in, plain values out.

Like `answers`, whose pieces it uses, it computes nothing.
"""

from memcon.core.annotation import Annotations
from memcon.core.document import Document, Metadatum
from memcon.core.entry import Entry, Join
from memcon.core.party import Party
from memcon.core.record import Record
from memcon.present.acted import acts_answer
from memcon.present.answers import (
    Documents,
    Json,
    Seen,
    anchor_piece,
    entry_piece,
    listed_piece,
    party_piece,
    statements_answer,
)
from memcon.present.lookup import mention_count, said_by
from memcon.record.told import is_act


def show_answer(shown: Document | Entry | Party, *, record: Record, documents: Documents, annotations: Seen) -> Json:
    """`memcon show ID --json`: an entry, a party, or a document with its text; a withdrawn one has no family."""
    if isinstance(shown, Entry) and is_act(shown):
        (act,) = acts_answer([shown], record=record, documents=documents, annotations=annotations)
        return {**act, "joins": [_join(join, documents) for join in shown.joins]}
    if isinstance(shown, Entry):
        return entry_piece(shown, documents)
    if isinstance(shown, Party):
        said = said_by(shown, record)
        return {
            **party_piece(shown, len(said), documents),
            "mentions": mention_count(shown, annotations),
            "said": statements_answer(said, record=record, documents=documents),
        }
    note = next((note for note in record.documents if note.id == shown.id), None)
    return {
        **listed_piece(shown, note, annotations.get(shown.id, Annotations(shown.id))),
        "media_type": shown.media_type,
        "encoding": shown.encoding,
        "metadata": [_metadatum(datum) for datum in shown.metadata],
        "arrivals": [arrival.path or None for arrival in shown.arrivals],
        "text": shown.text,
    }


def _join(join: Join, documents: Documents) -> Json:
    return {
        "left": anchor_piece(join.left, documents),
        "right": anchor_piece(join.right, documents),
        "score": join.score,
        "features": [{"name": one.name, "value": one.value, "detail": one.detail} for one in join.features],
    }


def _metadatum(datum: Metadatum) -> Json:
    return {
        "field": datum.field,
        "value": datum.value,
        "origin": datum.origin,
        "start": datum.start,
        "end": datum.end,
    }
