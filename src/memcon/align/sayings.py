"""What was said, by wording and party: statements in, distinct sayings out, in order.

Statements with equal words of one party are one saying, however many reports have them; so copies cost nothing here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from memcon.core.annotation import Annotations, Statement
from memcon.core.document import Document
from memcon.core.ids import DocumentId, PartyId
from memcon.core.party import Alias, Party, party_index
from memcon.core.wording import Word, wording

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that one party, or nobody named, is reported to have said.

    Attributes:
        words: As the first statement has them: those in quotation marks, or all of them if it quotes none.
        texts: What these words are, without their places.
        statements: By id.
        quoted: Whether any report has them in quotation marks.
        negative: Whether it is told that they were not said.
    """

    words: tuple[Word, ...]
    texts: Words
    party: Party | None
    statements: tuple[Statement, ...]
    quoted: bool
    negative: bool

    @property
    def speaker(self) -> PartyId | None:
        """The id of the party."""
        return self.party.id if self.party else None

    @property
    def meaning(self) -> bytes:
        """What is quoted means, as the first report that has it keeps it; empty where none does."""
        return next((one.meaning for one in self.statements if one.meaning), b"")

    @property
    def documents(self) -> frozenset[DocumentId]:
        """Where it is told."""
        return frozenset(one.document for one in self.statements)


def sayings(
    documents: Mapping[DocumentId, Document], annotations: Iterable[Annotations], parties: Iterable[Party]
) -> tuple[Saying, ...]:
    """Every saying, sorted by its words and its party."""
    index = party_index(parties)
    found: dict[tuple[Words, str, bool], list[tuple[Statement, tuple[Word, ...]]]] = defaultdict(list)
    named: dict[str, Party] = {}
    for one in annotations:
        for statement in one.statements:
            words = wording(documents[statement.document].text, statement.quoted or statement.content)
            party = index[Alias(statement.document, statement.speaker.name)] if statement.speaker else None
            if party is not None:
                named[party.id] = party
            texts = tuple(word.text for word in words)
            found[texts, party.id if party else "", statement.polarity == "negative"].append((statement, words))
    made = []
    for texts, party_id, negative in sorted(found):
        told = sorted(found[texts, party_id, negative], key=lambda each: each[0].id)
        statements = tuple(statement for statement, _ in told)
        quoted = any(statement.quoted for statement in statements)
        made.append(Saying(told[0][1], texts, named.get(party_id), statements, quoted, negative))
    return tuple(made)
