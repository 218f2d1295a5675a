"""What a language model sees in one document, before anybody asks who is who.

All of it rests on anchors. A `Language` makes readings; the stages make annotations from them.
"""

from dataclasses import dataclass
from typing import Literal

from memcon.core.act import ActKind
from memcon.core.anchor import Anchor
from memcon.core.ids import DocumentId

NameType = Literal[
    "person", "politician", "organisation", "party", "country", "place", "facility", "event", "election", "work",
    "time", "quantity", "group",
]  # fmt: skip
"""`politician` is a person who holds, held or seeks office; `group` is a nation, a faith or a following."""

PhraseType = Literal[
    "person", "organization", "place", "event", "time", "object", "substance", "animal", "plant", "abstract"
]
"""The entity types of the GUM corpus, whose annotation the phrases follow."""


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word; “don't” is two.

    Attributes:
        lemma: Its dictionary form.
        upos: Universal part of speech, such as `VERB`.
        head: Number, in the reading's words, of the word it depends on; a root's is its own.
        relation: Universal Dependencies relation to that word; `root` for a root.
        sentence: Number of its sentence.
    """

    anchor: Anchor
    lemma: str
    upos: str
    head: int
    relation: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name, a date or a quantity, as far as its words go, without title or article."""

    anchor: Anchor
    type: NameType


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase or pronoun that refers to something; phrases nest.

    Attributes:
        head: Number of its head word.
    """

    anchor: Anchor
    head: int
    type: PhraseType


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words, thoughts or wishes, as the text attributes them (PARC's source, cue and content).

    Attributes:
        source: Whose they are; None where the text does not say.
        cue: The words that attribute, such as `has denied`.
        content: What is attributed; several anchors where the report interrupts it, or a paragraph ends in it; empty
            where the text does not say it (“declined to comment”) or it is not made out.
        nested: Whether it lies inside the content of another.
        score: In [0, 1]: the least of the probabilities with which its parts were seen.
    """

    source: Anchor | None
    cue: Anchor
    content: tuple[Anchor, ...]
    nested: bool
    score: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that hardly anybody would have written there.

    Attributes:
        score: In [0, 1], how likely it is that another word stood there.
    """

    anchor: Anchor
    score: float


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that seems to tell an act.

    Attributes:
        kind, type, status: The likeliest; type and status among those of the kind.
        score: In [0, 1], how likely it is that it tells one of this kind.
        sure: Likewise, that the act then has this status.
    """

    anchor: Anchor
    kind: ActKind
    type: str
    status: str
    score: float
    sure: float


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is seen in one document; the tuples are in reading order."""

    document: DocumentId
    sentences: tuple[Anchor, ...] = ()
    words: tuple[Word, ...] = ()
    names: tuple[Name, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    triggers: tuple[Trigger, ...] = ()
