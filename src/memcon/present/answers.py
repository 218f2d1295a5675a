"""What `--json` prints: core values in, plain dictionaries and lists out.

The shapes are an interface, described by the JSON Schemas beside this module (`memcon schema NAME`).
Each function makes one of the pieces or one whole answer, and computes nothing: an anchor's `text` is its
document's slice, a speaker's party is looked up among the aliases of the record's parties.
"""

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import TYPE_CHECKING, Any

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, Credit, Relay, Speaker, Statement
from memcon.core.brief import Brief, Line
from memcon.core.dates import PartialDate
from memcon.core.degradation import Degradation
from memcon.core.derivation import Derivation, Family
from memcon.core.document import Document
from memcon.core.entry import Claim, Clocks, Entry, Support
from memcon.core.ids import DocumentId
from memcon.core.issues import Issue
from memcon.core.judgement import Judgement
from memcon.core.party import Alias, Office, Party, party_index
from memcon.core.problem import Problem
from memcon.core.record import DocumentNote, Record
from memcon.core.times import Interval
from memcon.present.lookup import referring, said_count

if TYPE_CHECKING:
    from memcon.evaluate import Figure, Scoreboard
    from memcon.pipeline import Added

Json = dict[str, Any]  # a JSON object; its values are what the schema says
Documents = Mapping[DocumentId, Document]
Seen = Mapping[DocumentId, Annotations]


def documents_answer(record: Record, *, documents: Documents, annotations: Seen) -> list[Json]:
    """`memcon documents --json`: every document with its zones and credits, without its text."""
    return [listed_piece(documents[note.id], note, annotations[note.id]) for note in record.documents]


def statements_answer(statements: Iterable[Statement], *, record: Record, documents: Documents) -> list[Json]:
    """`memcon statements --json`."""
    parties = party_index(record.parties)
    notes = {note.id: note_piece(note) for note in record.documents}
    return [_statement(statement, notes[statement.document], parties, documents) for statement in statements]


def parties_answer(parties: Iterable[Party], *, record: Record, documents: Documents) -> list[Json]:
    """`memcon parties --json`."""
    said = said_count(record)
    return [party_piece(party, said[party.id], documents) for party in parties]


def families_answer(families: Iterable[Family], *, record: Record) -> list[Json]:
    """`memcon families --json`."""
    notes = {note.id: note for note in record.documents}
    return [family_piece(family, notes, record.derivations) for family in families]


def brief_answer(brief: Brief, *, documents: Documents) -> Json:
    """`memcon brief --json`."""
    notes = {note.id: note for note in brief.documents}
    return {
        "title": brief.title,
        "between": list(brief.between),
        "as_of": date_piece(brief.as_of),
        "period": interval_piece(brief.period),
        "counts": dict(brief.counts),
        "left_out": brief.left_out,
        "documents": [note_piece(note) for note in brief.documents],
        "families": [family_piece(family, notes, brief.derivations) for family in brief.families],
        "sections": [
            {
                "title": section.title,
                "columns": list(section.columns),
                "lines": [_line(line, documents) for line in section.lines],
                "left_out": section.left_out,
            }
            for section in brief.sections
        ],
        "problems": problems_answer(brief.problems, documents=documents),
        "undated": list(brief.undated),
    }


def issues_answer(issues: Iterable[Issue]) -> list[Json]:
    """`memcon issues --json`."""
    return [
        {
            "name": issue.name,
            "label": issue.label,
            "terms": list(issue.terms),
            "about": list(issue.about),
            "iptc": issue.iptc or None,
        }
        for issue in issues
    ]


def problems_answer(problems: Iterable[Problem], *, documents: Documents) -> list[Json]:
    """`memcon problems --json`; a problem's anchor is null when its document is not at hand."""
    return [
        {
            "stage": problem.stage,
            "path": problem.path or None,
            "reason": problem.reason,
            "detail": problem.detail,
            "anchor": anchor_piece(problem.anchor, documents)
            if problem.anchor and problem.anchor.document in documents
            else None,
        }
        for problem in problems
    ]


def added_answer(added: "Added") -> Json:
    """`memcon add --json`: ids of the new documents, how many were known, and what was refused or faulty."""
    return {
        "added": list(added.documents),
        "known": added.known,
        "problems": problems_answer(added.problems, documents={}),
    }


def judgements_answer(judgements: Iterable[Judgement]) -> list[Json]:
    """`memcon judgements --json`."""
    return [
        {
            "id": judgement.id,
            "kind": judgement.kind,
            "left": judgement.left,
            "right": judgement.right or None,
            "who": judgement.who or None,
            "why": judgement.why or None,
            "at": judgement.at,
            "undone_at": judgement.undone_at,
        }
        for judgement in judgements
    ]


def evaluate_answer(scoreboard: "Scoreboard") -> Json:
    """`memcon evaluate --json`: figures by suite and name, and what could not be measured under `absent`."""
    answer: Json = {}
    for figure in scoreboard.figures:
        answer.setdefault(figure.suite, {})[figure.name] = _figure(figure)
    return {**answer, "absent": list(scoreboard.absent)}


def listed_piece(document: Document, note: DocumentNote | None, annotations: Annotations) -> Json:
    """A document with its zones and credits; a withdrawn one has no note, and so no family."""
    language = document.read("language")
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "outlet": document.outlet,
        "published": date_piece(document.published),
        "family": note.family if note else None,
        "language": language.value if language else None,
        "zones": [{"kind": zone.kind, "start": zone.start, "end": zone.end} for zone in document.zones],
        "credits": [_credit(credit, document) for credit in annotations.credits],
        "degradation": _degradation(note.degradation) if note and note.degradation else None,
    }


def party_piece(party: Party, statements: int, documents: Documents) -> Json:
    """A party with its names, roles and side, and how many statements it makes."""
    return {
        "id": party.id,
        "name": party.name,
        "type": party.type,
        "names": list(party.names),
        "roles": [_office(office, documents) for office in party.roles],
        "side": party.side,
        "statements": statements,
        "documents": len(referring(party)),
    }


def anchor_piece(anchor: Anchor, documents: Documents) -> Json:
    """An anchor with the passage it points at."""
    document = documents[anchor.document]
    return {
        "document": anchor.document,
        "path": document.path,
        "start": anchor.start,
        "end": anchor.end,
        "text": document.passage(anchor),
    }


def anchor_pieces(anchors: Iterable[Anchor], documents: Documents) -> list[Json]:
    """Several anchors, in the order given."""
    return [anchor_piece(anchor, documents) for anchor in anchors]


def note_piece(note: DocumentNote) -> Json:
    """What every answer says of a document."""
    return {
        "id": note.id,
        "path": note.path,
        "title": note.title,
        "outlet": note.outlet,
        "published": date_piece(note.published),
        "family": note.family,
    }


def family_piece(family: Family, notes: Mapping[DocumentId, DocumentNote], derivations: Iterable[Derivation]) -> Json:
    """A family; its `kind` is the one kind of derivation in it, `mixed` if there are several, `single` if none."""
    members = set(family.documents)
    kinds = sorted({derivation.kind for derivation in derivations if derivation.child in members})
    return {
        "id": family.id,
        "origin": family.origin,
        "documents": [notes[document].path for document in family.documents],
        "document_ids": list(family.documents),
        "kind": kinds[0] if len(kinds) == 1 else "mixed" if kinds else "single",
        "kinds": kinds,
        "established": family.established,
        "kin": list(family.kin),
        "owner": family.owner,
    }


def support_piece(support: Support, documents: Documents) -> Json:
    """Who says so: an interval of independent families, and each family's passages."""
    return {
        "families": [support.least, support.most],
        "documents": support.documents,
        "by": [
            {"family": witness.family, "origin": witness.origin, "anchors": anchor_pieces(witness.anchors, documents)}
            for witness in support.by
        ],
    }


def clocks_piece(clocks: Clocks) -> Json:
    """Five times that must not be taken for one another; each null where nothing tells it."""
    return {
        "happened": interval_piece(clocks.happened),
        "said": interval_piece(clocks.said),
        "published": interval_piece(clocks.published),
        "updated": interval_piece(clocks.updated),
        "retrieved": interval_piece(clocks.retrieved),
    }


def interval_piece(interval: Interval | None) -> list[str | None] | None:
    """The first and the last date, of which an open one is null; or null."""
    return None if interval is None else [date_piece(interval.first), date_piece(interval.last)]


def date_piece(date: PartialDate | None) -> str | None:
    """A date as far as it is known, or null."""
    return None if date is None else date.iso


def minutes_piece(low: float, high: float) -> list[float | None]:
    """A length of time, in minutes: the least and the most; null for a most that has no limit."""
    return [_number(low), _number(high)]


def entry_piece(entry: Entry, documents: Documents) -> Json:
    """An entry with all its claims."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "status": entry.status,
        "evidence": anchor_pieces(entry.evidence, documents),
        "support": support_piece(entry.support, documents),
        "slots": {slot.name: [_claim(claim, documents) for claim in slot.claims] for slot in entry.slots},
    }


def _degradation(state: Degradation) -> Json:
    return {"score": round(state.share, 4), "interval": [round(state.low, 4), round(state.high, 4)]}


def _credit(credit: Credit, document: Document) -> Json:
    anchor = anchor_piece(credit.anchor, {document.id: document})
    return {**anchor, "origin": credit.origin, "kind": credit.kind}


def _statement(statement: Statement, note: Json, parties: Mapping[Alias, Party], documents: Documents) -> Json:
    speaker = statement.speaker
    return {
        "id": statement.id,
        "kind": statement.kind,
        "type": statement.type,
        "speaker": _party(speaker, statement.document, parties),
        "speaker_text": anchor_piece(speaker.anchor, documents) if speaker else None,
        "cue": anchor_piece(statement.cue, documents) if statement.cue else None,
        "content": anchor_pieces(statement.content, documents),
        "quoted": anchor_pieces(statement.quoted, documents),
        "addressee": _party(statement.addressee, statement.document, parties),
        "via": [_relay(relay, documents) for relay in statement.via],
        "occasion": anchor_piece(statement.occasion, documents) if statement.occasion else None,
        "medium": anchor_piece(statement.medium, documents) if statement.medium else None,
        "said": anchor_piece(statement.said, documents) if statement.said else None,
        "polarity": statement.polarity,
        "document": note,
    }


def _party(speaker: Speaker | None, document: DocumentId, parties: Mapping[Alias, Party]) -> Json | None:
    if speaker is None:
        return None
    party = parties.get(Alias(document, speaker.name))
    return {"id": party.id, "name": party.name} if party else {"id": None, "name": speaker.name}


def _relay(relay: Relay, documents: Documents) -> Json:
    return {"text": relay.text, "anchor": anchor_piece(relay.anchor, documents), "kind": relay.kind}


def _office(office: Office, documents: Documents) -> Json:
    return {
        "title": office.title,
        "of": office.of,
        "from": date_piece(office.since),
        "to": date_piece(office.until),
        "anchors": anchor_pieces(office.anchors, documents),
    }


def _claim(claim: Claim, documents: Documents) -> Json:
    return {
        "value": claim.value,
        "normalised": claim.normalised,
        "support": support_piece(claim.support, documents),
        "anchors": anchor_pieces(claim.anchors, documents),
        "clocks": clocks_piece(claim.clocks),
    }


def _line(line: Line, documents: Documents) -> Json:
    return {
        "text": line.text,
        "lead": line.lead,
        "anchors": anchor_pieces(line.anchors, documents),
        "support": support_piece(line.support, documents) if line.support else None,
        "notes": list(line.notes),
        "entry": line.entry,
        "status": line.status,
        "cells": list(line.cells),
        "discrepancy": line.discrepancy.id if line.discrepancy else None,
    }


def _figure(figure: "Figure") -> Json:
    reference = {"value": figure.reference_value, "whose": figure.reference_whose}
    return {
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "n": figure.n,
        "floor": figure.floor,
        "reference": reference if figure.reference_value is not None else None,
    }


def _number(minutes: float) -> float | None:
    if not isfinite(minutes):
        return None
    return int(minutes) if minutes == int(minutes) else minutes
