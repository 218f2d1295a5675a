"""What is seen inside one document.

Every annotation rests on anchors into its own document; none knows of other documents.
"""

from dataclasses import dataclass
from typing import Literal

from memcon.core.anchor import Anchor
from memcon.core.ids import DocumentId, StatementId

PartyType = Literal["person", "state", "organisation", "group", "unknown"]
StatementKind = Literal["direct", "indirect", "mixed"]
Polarity = Literal["positive", "negative"]
CreditKind = Literal["dateline", "line", "contributor", "byline", "issuer", "own", "sentence"]


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """One sentence of a headline, subheading or body zone."""

    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text names a party.

    Attributes:
        anchor: The words themselves.
        name: The fullest name this document gives the party.
        type: What sort of party it is, as far as the text shows.
    """

    anchor: Anchor
    name: str
    type: PartyType


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


@dataclass(frozen=True, slots=True)
class Statement:
    """Something somebody is reported to have said.

    Attributes:
        id: Made from the document and the content.
        kind: `direct` if the quotation is a sentence of its own, `mixed` if the report's sentence runs through it,
            `indirect` without quotation marks.
        content: What was said; several anchors if the report interrupts it.
        quoted: The parts in quotation marks, with their marks; empty for indirect statements.
        speaker: None when the report does not say.
        cue: The words that attribute it, such as `said`.
        addressee: To whom, where stated.
        via: How it reached the report, nearest link first.
        occasion: Where or when it was said, in the report's words.
        polarity: `negative` for denials.
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
    polarity: Polarity = "positive"


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that is seen in one document; the tuples are in reading order."""

    document: DocumentId
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    credits: tuple[Credit, ...] = ()
    statements: tuple[Statement, ...] = ()
