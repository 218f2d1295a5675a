"""The record: entries with slots, claims and support.

In: documents, their annotations, and what tracing and aligning found. Out: a `Record`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, Statement
from memcon.core.derivation import Derivation, Family
from memcon.core.document import Document
from memcon.core.ids import DocumentId, EntryId, StatementId, digest
from memcon.core.problem import Problem
from memcon.core.record import Alias, Claim, DocumentNote, Entry, Party, Record, Slot, party_index
from memcon.record.support import support

_SLOTS = ("speaker", "addressee", "wording", "via", "occasion", "medium", "kind", "type", "polarity")
_BETWEEN = 80  # code points from a cue to what it attributes, beyond which the two are not read as one


def build(
    documents: Mapping[DocumentId, Document],
    annotations: Iterable[Annotations],
    *,
    derivations: Sequence[Derivation],
    families: Sequence[Family],
    parties: Sequence[Party],
    utterances: Iterable[Sequence[StatementId]],
    problems: Iterable[Problem] = (),
) -> Record:
    """Everything that follows from the documents."""
    family = {document: family for family in families for document in family.documents}
    statements = [
        statement for one in sorted(annotations, key=lambda one: one.document) for statement in one.statements
    ]
    by_id = {statement.id: statement for statement in statements}
    index = party_index(parties)
    entries = (_entry([by_id[one] for one in group], documents, family, index) for group in utterances)
    return Record(
        documents=tuple(_note(documents[one], family[one]) for one in sorted(documents)),
        families=tuple(families),
        derivations=tuple(derivations),
        parties=tuple(parties),
        statements=tuple(statements),
        entries=tuple(sorted(entries, key=lambda entry: entry.id)),
        problems=tuple(sorted(set(problems), key=lambda problem: (problem.path, problem.stage, problem.detail))),
    )


def _note(document: Document, family: Family) -> DocumentNote:
    return DocumentNote(document.id, document.path, document.title, document.outlet, document.published, family.id)


def _entry(
    group: Sequence[Statement],
    documents: Mapping[DocumentId, Document],
    families: Mapping[DocumentId, Family],
    parties: Mapping[Alias, Party],
) -> Entry:
    """One utterance, with who said it to whom, how, and in which words; its id is its first statement's."""
    slots = {name: _Readings() for name in _SLOTS}
    evidence: set[Anchor] = set()
    for statement in group:
        text = documents[statement.document].text
        evidence.update(_passages(statement))
        slots["wording"].add(_told(statement, text), _folded(_words(statement.content, text)), *_passages(statement))
        for name, who in (("speaker", statement.speaker), ("addressee", statement.addressee)):
            if who is not None:
                party = parties[Alias(statement.document, who.name)]
                slots[name].add(party.name, party.id, who.anchor)
        for name, anchors in (
            ("via", [relay.anchor for relay in statement.via]),
            ("occasion", [statement.occasion]),
            ("medium", [statement.medium]),
        ):
            for anchor in filter(None, anchors):
                words = _words((anchor,), text)
                slots[name].add(words, _folded(words), anchor)
        for name, value in (("kind", statement.kind), ("type", statement.type), ("polarity", statement.polarity)):
            slots[name].add(value, value, *((statement.cue,) if statement.cue else statement.content))
    made = (Slot(name, readings.claims(families)) for name, readings in slots.items())
    return Entry(
        id=EntryId(digest("entry", min(statement.id for statement in group))),
        kind="statement",
        status=None,
        evidence=tuple(sorted(evidence)),
        support=support(evidence, families),
        slots=tuple(slot for slot in made if slot.claims),
    )


def _passages(statement: Statement) -> tuple[Anchor, ...]:
    """What was said; where the report tells it in its own sentence, from the cue on, so that it can be read alone."""
    cue, first, last = statement.cue, statement.content[0], statement.content[-1]
    if statement.kind == "direct" or cue is None or not 0 <= first.start - cue.end <= _BETWEEN:
        return statement.content
    return (replace(cue, end=last.end),)


def _told(statement: Statement, text: str) -> str:
    return _words(_passages(statement), text)


def _words(anchors: Iterable[Anchor], text: str) -> str:
    return " ".join(" ".join(anchor.text(text).split()) for anchor in anchors)


class _Readings:
    """What the reports say of one aspect, equal values together."""

    def __init__(self) -> None:
        self._printed: dict[str, Counter[str]] = defaultdict(Counter)
        self._anchors: dict[str, set[Anchor]] = defaultdict(set)

    def add(self, value: str, normalised: str, *anchors: Anchor) -> None:
        """One report's reading."""
        self._printed[normalised][value] += 1
        self._anchors[normalised].update(anchors)

    def claims(self, families: Mapping[DocumentId, Family]) -> tuple[Claim, ...]:
        """One claim per value, as most reports print it: best supported first, then most printed, then longest."""
        found = [
            Claim(
                value=min(printed, key=lambda value: (-printed[value], -len(value), value)),
                normalised=normalised,
                anchors=tuple(sorted(self._anchors[normalised])),
                support=support(self._anchors[normalised], families),
            )
            for normalised, printed in self._printed.items()
        ]
        return tuple(
            sorted(found, key=lambda one: (-one.support.least, -one.support.documents, -len(one.value), one.normalised))
        )


def _folded(words: str) -> str:
    """What wordings that differ only in marks and case have in common."""
    return " ".join("".join(char if char.isalnum() else " " for char in words.casefold()).split())
