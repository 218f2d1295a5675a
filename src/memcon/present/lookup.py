"""What views look up in a record: statements and mentions of a party, who tells a moment, the most telling proof.

Core values in, core values and counts out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, Damage, Statement
from memcon.core.brief import Moment
from memcon.core.dates import PartialDate
from memcon.core.derivation import Derivation, Passage
from memcon.core.document import Document
from memcon.core.ids import DocumentId, PartyId
from memcon.core.party import Alias, Party, party_index
from memcon.core.record import DocumentNote, Record

_NEVER = datetime.min.replace(tzinfo=UTC)


def said_by(party: Party, record: Record) -> tuple[Statement, ...]:
    """Its statements, those of the newest document first and of undated documents last, else in reading order."""
    aliases = frozenset(party.aliases)
    newest = {note.id: (note.published.bounds()[1] if note.published else _NEVER, note.id) for note in record.documents}
    found = (one for one in record.statements if one.speaker and Alias(one.document, one.speaker.name) in aliases)
    return tuple(sorted(found, key=lambda one: newest[one.document], reverse=True))


def said_count(record: Record) -> Counter[PartyId]:
    """How many statements each party makes, each document's counted."""
    parties = party_index(record.parties)
    speaking = (parties.get(Alias(one.document, one.speaker.name)) for one in record.statements if one.speaker)
    return Counter(party.id for party in speaking if party is not None)


def referring(party: Party) -> frozenset[DocumentId]:
    """The documents that refer to it."""
    return frozenset(alias.document for alias in party.aliases)


def mention_count(party: Party, annotations: Mapping[DocumentId, Annotations]) -> int:
    """How many times documents refer to it, by name, description or pronoun."""
    aliases = frozenset(party.aliases)
    seen: Iterable[Annotations] = (annotations[document] for document in referring(party) if document in annotations)
    return sum(Alias(one.document, mention.name) in aliases for one in seen for mention in one.mentions)


def longest(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Aligned passages, the longest first, of equals the first in the child."""
    return tuple(sorted(passages, key=lambda one: (-len(one.child), one)))


def most_telling(damage: Iterable[Damage], document: Document) -> tuple[Damage, ...]:
    """Marks in a document, one for each wording: those that say what was written first, then the surest."""
    ordered = sorted(damage, key=lambda one: (one.suggestion is None, -one.score, one.anchor))
    by_words: dict[str, Damage] = {}
    for one in ordered:
        by_words.setdefault(" ".join(document.passage(one.anchor).casefold().split()), one)
    return tuple(by_words.values())


def likelihood(derivation: Derivation) -> tuple[bool, bool, float, str, str]:
    """A key that sorts derivations of one report, the likeliest first, those from absent origins after the others."""
    absent = derivation.parent is None
    return not derivation.certain, absent, -derivation.score, derivation.parent or "", derivation.kind


def telling(moment: Moment) -> Iterator[tuple[str | None, Anchor]]:
    """For each family that tells a moment its origin and its first passage."""
    if not moment.support.by:
        yield None, moment.anchors[0]
    for witness in moment.support.by:
        yield witness.origin, witness.anchors[0]


def reports_end(notes: Iterable[DocumentNote]) -> PartialDate | None:
    """When the latest of the reports was published; None if none says when."""
    return max((note.published for note in notes if note.published), key=str, default=None)
