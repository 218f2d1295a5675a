"""What the commands about acts print with `--json`: entries in, plain values out.

An answer is the entry with all its claims, and beside them what a program mostly asks for: the best attested reading of
each aspect. Like `answers`, whose pieces it uses, it computes nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from memcon.core.act import ActKind
from memcon.core.anchor import Anchor
from memcon.core.entry import Claim, Entry
from memcon.core.ids import DocumentId, PartyId
from memcon.core.party import Party
from memcon.core.record import Record
from memcon.core.times import Time
from memcon.present.answers import Documents, Json, Seen, anchor_pieces, date_piece, entry_piece, minutes_piece
from memcon.record import due, history, minutes, when
from memcon.record.told import claims, content


@dataclass(frozen=True, slots=True)
class _Known:
    """What an entry's answer looks up."""

    record: Record
    documents: Documents
    times: Mapping[Anchor, Time]
    by_document: Mapping[DocumentId, Sequence[Time]]
    parties: Mapping[PartyId, Party]


def acts_answer(entries: Iterable[Entry], *, record: Record, documents: Documents, annotations: Seen) -> list[Json]:
    """`memcon engagements --json`, and the same of the other kinds of acts."""
    times = {time.anchor: time for one in annotations.values() for time in one.times}
    by_document = {document: seen.times for document, seen in annotations.items()}
    known = _Known(record, documents, times, by_document, {party.id: party for party in record.parties})
    return [_act(entry, known) for entry in entries]


def _act(entry: Entry, known: _Known) -> Json:
    kind: ActKind = entry.kind  # type: ignore[assignment]  # the caller has acts only
    return {
        **entry_piece(entry, known.documents),
        **_PIECES[kind](entry, known),
        "type": entry.best("type"),
        "issues": [claim.value for claim in claims(entry, "issue")],
        "history": [
            {
                "status": step.status,
                "as_of": date_piece(step.as_of),
                "anchors": anchor_pieces(step.anchors, known.documents),
            }
            for step in history(entry, known.record.documents)
        ],
    }


def _engagement(entry: Entry, known: _Known) -> Json:
    first, last = _ends(entry)
    lasted = minutes(entry, known.times)
    return {
        "participants": _participants(entry, known),
        "place": _text(entry, "place"),
        "start": first,
        "end": last,
        "duration_minutes": minutes_piece(*lasted) if lasted else None,
    }


def _request(entry: Entry, known: _Known) -> Json:
    return {
        "by": _parties(entry, "by", known),
        "to": _parties(entry, "to", known),
        "subject": content(entry),
        "count": _text(entry, "count"),
        **_terms(entry, known),
    }


def _commitment(entry: Entry, known: _Known) -> Json:
    return {
        "by": _parties(entry, "by", known),
        "to": _parties(entry, "to", known),
        "content": content(entry),
        **_terms(entry, known),
    }


def _channel(entry: Entry, known: _Known) -> Json:
    return {
        "parties": _parties(entry, "party", known),
        "level": entry.best("type"),
        "state": entry.status,
        "date": _ends(entry)[0],
    }


def _position(entry: Entry, known: _Known) -> Json:
    parties = _parties(entry, "party", known)
    return {
        "party": next(iter(parties), None),
        "parties": parties,
        "issue": _text(entry, "issue"),
        "content": content(entry),
        "date": _ends(entry)[0],
    }


def _incident(entry: Entry, known: _Known) -> Json:
    first, last = _ends(entry)
    return {
        "what": entry.best("what"),
        "by": _parties(entry, "by", known),
        "on": _parties(entry, "on", known),
        "date": first,
        "end": last,
        "place": _text(entry, "place"),
        "basis": _text(entry, "basis"),
    }


_PIECES: Mapping[ActKind, Callable[[Entry, _Known], Json]] = {
    "engagement": _engagement,
    "request": _request,
    "commitment": _commitment,
    "channel": _channel,
    "position": _position,
    "incident": _incident,
    "measure": _incident,
}


def _terms(entry: Entry, known: _Known) -> Json:
    """On what condition, by when, and when it was asked or promised."""
    return {
        "condition": _text(entry, "condition"),
        "deadline": _text(entry, "deadline"),
        "due": date_piece(due(entry, known.by_document)),
        "date": _ends(entry)[0],
    }


def _ends(entry: Entry) -> tuple[str | None, str | None]:
    """The first date, and the last where it is another one."""
    interval = when(entry)
    if interval is None:
        return None, None
    return date_piece(interval.first), None if interval.single else date_piece(interval.last)


def _participants(entry: Entry, known: _Known) -> list[Json]:
    """Each once, by the most telling of the roles that reports give it."""
    found: dict[str, Json] = {}
    for role in ("visitor", "host", "participant"):
        for claim in claims(entry, role):
            found.setdefault(claim.normalised, {**_party(claim, known), "role": role})
    return list(found.values())


def _parties(entry: Entry, role: str, known: _Known) -> list[Json]:
    return [_party(claim, known) for claim in claims(entry, role)]


def _party(claim: Claim, known: _Known) -> Json:
    party = known.parties.get(PartyId(claim.normalised))
    side = party.side or (party.name if party.type == "state" else None) if party else None
    return {"id": party.id if party else None, "name": claim.value, "side": side}


def _text(entry: Entry, name: str) -> str | None:
    return entry.best(name) or None
