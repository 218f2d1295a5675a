"""The record: entries with slots, claims and support.

In: documents, their annotations, and what tracing and aligning found. Out: a `Record`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from memcon.core.alignment import Alignment
from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, Damage, Statement
from memcon.core.degradation import Degradation
from memcon.core.derivation import Derivation, Family, Origins
from memcon.core.document import Document
from memcon.core.entry import Entry, Slot
from memcon.core.ids import DocumentId, EntryId, digest
from memcon.core.party import Alias, Party, party_index
from memcon.core.problem import Problem
from memcon.core.record import DocumentNote, Record
from memcon.core.times import Interval
from memcon.core.variants import Variants
from memcon.record.acts import act_entries
from memcon.record.clocks import Dated, dated
from memcon.record.discrepancies import discrepancies
from memcon.record.links import links
from memcon.record.occurrences import occurrence_entries
from memcon.record.readings import Readings, folded, words
from memcon.record.support import support
from memcon.record.variants import Attested, variants

_SLOTS = ("speaker", "addressee", "wording", "said", "via", "occasion", "medium", "kind", "type", "polarity")
_BETWEEN = 80  # code points from a cue to what it attributes, beyond which the two are not read as one


def build(
    documents: Mapping[DocumentId, Document],
    annotations: Iterable[Annotations],
    *,
    derivations: Sequence[Derivation],
    origins: Origins,
    alignment: Alignment,
    problems: Iterable[Problem] = (),
    damage: Sequence[Damage] = (),
    degradations: Mapping[DocumentId, Degradation] = MappingProxyType({}),
) -> Record:
    """Everything that follows from the documents."""
    seen = sorted(annotations, key=lambda one: one.document)
    statements = [statement for one in seen for statement in one.statements]
    said = {time.anchor: time.interval for one in seen for time in one.times if time.interval}
    by_id = {statement.id: statement for statement in statements}
    index = party_index(alignment.parties)
    dates = dated(documents, degradations)
    attested = Attested(documents, damage, degradations)
    told = [
        _entry([by_id[one] for one in group], documents, dates, origins, index, said, attested)
        for group in alignment.utterances
    ]
    entries = [entry for entry, _ in told]
    entries += act_entries(documents, seen, alignment.acts, origins, index, dates)
    acts = (act for group in alignment.acts for act in group.acts)
    entries += occurrence_entries(documents, seen, origins, index, dates, acts)
    return Record(
        documents=tuple(
            _note(documents[one], origins.families[one], degradations.get(one)) for one in sorted(documents)
        ),
        families=tuple(sorted(set(origins.families.values()), key=lambda family: family.documents)),
        derivations=tuple(derivations),
        parties=alignment.parties,
        statements=tuple(statements),
        entries=tuple(sorted(entries, key=lambda entry: entry.id)),
        problems=tuple(sorted(set(problems), key=lambda problem: (problem.path, problem.stage, problem.detail))),
        damage=tuple(damage),
        discrepancies=discrepancies(
            entries, documents=documents, annotations=seen, origins=origins, parties=alignment.parties, damage=damage
        ),
        links=links(entries),
        variants=tuple(sorted((found for _, found in told if found is not None), key=lambda one: one.id)),
    )


def _note(document: Document, family: Family, state: Degradation | None) -> DocumentNote:
    of = document
    return DocumentNote(of.id, of.path, of.title, of.outlet, of.published, family.id, state)


def _entry(
    group: Sequence[Statement],
    documents: Mapping[DocumentId, Document],
    dates: Mapping[DocumentId, Dated],
    origins: Origins,
    parties: Mapping[Alias, Party],
    said: Mapping[Anchor, Interval],
    attested: Attested,
) -> tuple[Entry, Variants | None]:
    """One utterance, with who said it to whom, how, and in which words; its id is its first statement's.

    The words it is best attested in come first, however many reports print others.
    """
    slots = {name: Readings() for name in _SLOTS}
    evidence: set[Anchor] = set()
    for statement in group:
        when = said.get(statement.said) if statement.said else None
        evidence.update(_passages(statement))
        for name, value, normalised, anchors in _told(statement, documents[statement.document].text, parties):
            slots[name].add(value, normalised, *anchors, said=when)
        if statement.said and when:
            printed = _printed((statement.said,), documents[statement.document].text)
            slots["said"].add(printed, str(when), statement.said, said=when)
    claims = {name: readings.claims(dates, origins) for name, readings in slots.items()}
    printed_as = {one.id: _folded(one, documents[one.document].text) for one in group}
    families = {claim.normalised: claim.support.most for claim in claims["wording"]}
    ranked = attested.ranked(group, lambda one: families[printed_as[one.id]])
    place = {printed_as[one.id]: number for number, one in reversed(list(enumerate(ranked)))}
    claims["wording"] = tuple(sorted(claims["wording"], key=lambda claim: place[claim.normalised]))
    entry = Entry(
        id=EntryId(digest("entry", min(statement.id for statement in group))),
        kind="statement",
        status=None,
        evidence=tuple(sorted(evidence)),
        support=support(evidence, origins),
        slots=tuple(Slot(name, claims[name]) for name in _SLOTS if claims[name]),
    )
    return entry, variants(entry, ranked, attested)


def _told(
    statement: Statement, text: str, parties: Mapping[Alias, Party]
) -> Iterator[tuple[str, str, str, tuple[Anchor, ...]]]:
    """What one report tells of each slot: the value, what equal values have in common, and where."""
    passages = _passages(statement)
    yield "wording", _printed(passages, text), _folded(statement, text), passages
    for name, who in (("speaker", statement.speaker), ("addressee", statement.addressee)):
        if who is not None:
            party = parties[Alias(statement.document, who.name)]
            yield name, party.name, party.id, (who.anchor,)
    for name, anchors in (
        ("via", [relay.anchor for relay in statement.via]),
        ("occasion", [statement.occasion]),
        ("medium", [statement.medium]),
    ):
        for anchor in filter(None, anchors):
            printed = _printed((anchor,), text)
            yield name, printed, folded(printed), (anchor,)
    for name, value in (("kind", statement.kind), ("type", statement.type), ("polarity", statement.polarity)):
        yield name, value, value, (statement.cue,) if statement.cue else statement.content


def _folded(statement: Statement, text: str) -> str:
    """What equal wordings have in common."""
    return folded(_printed(statement.content, text))


def _passages(statement: Statement) -> tuple[Anchor, ...]:
    """What was said; where the report tells it in its own sentence, from the cue on, so that it can be read alone."""
    cue, first, last = statement.cue, statement.content[0], statement.content[-1]
    if statement.kind == "direct" or cue is None or not 0 <= first.start - cue.end <= _BETWEEN:
        return statement.content
    return (replace(cue, end=last.end),)


def _printed(anchors: Iterable[Anchor], text: str) -> str:
    return " ".join(words(anchor.text(text)) for anchor in anchors)
