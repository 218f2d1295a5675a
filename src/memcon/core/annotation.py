"""What is seen inside one document.

Every annotation rests on anchors into its own document; none knows of other documents.
"""

from dataclasses import dataclass
from typing import Literal

from memcon.core.act import Act
from memcon.core.anchor import Anchor
from memcon.core.ids import DocumentId, StatementId
from memcon.core.times import Time

PartyType = Literal["person", "state", "organisation", "group", "unknown"]
MentionKind = Literal["name", "description", "pronoun"]
StatementKind = Literal["direct", "indirect", "mixed"]
StatementType = Literal["assertion", "belief"]
"""What is attributed: words, or a thought, hope, fear or intention (PARC's assertion and belief)."""
OccurrenceStatus = Literal["held", "planned", "tentative"]
"""Whether a report tells something as having happened, as going to happen, or as possible."""
Polarity = Literal["positive", "negative"]
RelayKind = Literal[
    "readout", "transcript", "statement", "briefing", "post", "broadcast", "agency", "report", "official"
]
"""Through what a statement came; `official` is a person or body that says what another said."""
DamageKind = Literal["name", "term", "sense", "gender", "side", "break", "quotation"]
"""What went wrong: a name or a set term put into other words, a word taken in another sense, a person of the other
gender, an official of the other side, a sentence broken off, a quotation mark in the wrong place."""
CreditKind = Literal["dateline", "line", "contributor", "byline", "issuer", "own", "sentence"]


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """One sentence of a headline, subheading or body zone."""

    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text refers to a party.

    Attributes:
        anchor: The words themselves, with article and title.
        name: The fullest name this document gives the party.
        type: What sort of party it is, as far as the text shows.
        kind: How it refers.
    """

    anchor: Anchor
    name: str
    type: PartyType
    kind: MentionKind = "name"


@dataclass(frozen=True, slots=True)
class Role:
    """An office or description that a document gives a party.

    Attributes:
        title: In the document's words, such as `visiting Foreign Minister`.
        of: The state or body whose office it is, where the words show it; a state by its name.
    """

    title: str
    of: str | None
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Referent:
    """A party as one document has it.

    Attributes:
        name: The fullest name the document gives it; no two referents of a document have the same.
        names: Every name it gives it, sorted.
        roles: In reading order.
        side: The state for which it acts, by that state's name; None where the document does not show one.
    """

    name: str
    type: PartyType
    names: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A place where the text says whose reporting it is.

    Attributes:
        anchor: The whole expression, such as `(NWA)` or `Source: Northern Wire`.
        origin: The credited name as printed.
        kind: `dateline` and credit `line` claim the whole report, a `contributor` line shows who wrote it,
            a `byline` names an agency after a person, an `issuer` is an official body's letterhead, `own` is a byline
            or an interview of the outlet itself; a `sentence` ("…, NWA reported") covers only what it stands in.
    """

    anchor: Anchor
    origin: str
    kind: CreditKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever is said to have said it.

    Attributes:
        name: The fullest name this document gives that party.
        type: What sort of party it is, as far as the text shows.
        anchor: The words that name the speaker beside the cue, such as `she` or `the minister`.
    """

    name: str
    type: PartyType
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Relay:
    """One link of the chain by which a statement reached the document: a readout, a broadcaster, a post."""

    text: str
    anchor: Anchor
    kind: RelayKind = "report"


@dataclass(frozen=True, slots=True)
class Statement:
    """Something somebody is reported to have said.

    Attributes:
        id: Made from the document and the content.
        kind: `direct` if the quotation is a sentence of its own, `mixed` if the report's sentence runs through it,
            `indirect` without quotation marks.
        type: Whether words are attributed, or thoughts and wishes.
        content: What was said, quoted or not; several anchors if the report interrupts it.
        quoted: The parts in quotation marks, with their marks; empty for indirect statements.
        speaker: None when the report does not say.
        cue: The words that attribute it, such as `said`.
        addressee: To whom, where stated.
        via: How it reached the report, nearest link first.
        occasion: Where or when it was said, in the report's words.
        medium: In what form it was made, such as `in a letter`, in the report's words.
        polarity: `negative` for denials, and where it is said that something was not said.
        said: The expression of time that tells when, one of the document's times.
        meaning: Of what is quoted, as `memcon.core.meanings` keeps it; empty where little or nothing is.
    """

    id: StatementId
    document: DocumentId
    kind: StatementKind
    content: tuple[Anchor, ...]
    quoted: tuple[Anchor, ...] = ()
    speaker: Speaker | None = None
    cue: Anchor | None = None
    addressee: Speaker | None = None
    via: tuple[Relay, ...] = ()
    occasion: Anchor | None = None
    medium: Anchor | None = None
    polarity: Polarity = "positive"
    type: StatementType = "assertion"
    said: Anchor | None = None
    meaning: bytes = b""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something a report dates: TimeML's event of class OCCURRENCE with its temporal link.

    Attributes:
        anchor: The clause.
        trigger: The word for what happens, such as `met`.
        time: The expression of time that tells when, one of the document's times, with a calendar interval.
        parties: Whom the clause names, by the names the document's referents have, sorted.
    """

    anchor: Anchor
    trigger: Anchor
    time: Anchor
    status: OccurrenceStatus
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Damage:
    """A place where translation or spinning seems to have changed what was written; the text itself stays.

    Attributes:
        anchor: The words in question.
        suggestion: What was probably written, where the evidence gives it.
        score: In [0, 1]: the share of such marks that are right, as measured.
        reason: The evidence, in words.
        beside: Passages of this or other documents that show it; empty where the words themselves do.
    """

    anchor: Anchor
    kind: DamageKind
    suggestion: str | None
    score: float
    reason: str
    beside: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that is seen in one document; the tuples are in reading order, the referents by name."""

    document: DocumentId
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    credits: tuple[Credit, ...] = ()
    statements: tuple[Statement, ...] = ()
    referents: tuple[Referent, ...] = ()
    times: tuple[Time, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    damage: tuple[Damage, ...] = ()
    acts: tuple[Act, ...] = ()
