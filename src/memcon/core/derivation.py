"""Which report was made from which, and the families that follow from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from memcon.core.anchor import Anchor
from memcon.core.ids import DocumentId, FamilyId

DerivationKind = Literal["copy", "abridgement", "rewrite", "translation", "readout", "credit", "update"]
Direction = Literal["determined", "undetermined"]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What must be kept of a document to find its near copies among thousands.

    Attributes:
        words: Words in the body.
        whole: Digest of all body words in order; equal for exact copies whatever surrounds them.
        shingles: A sample of the hashes of its word shingles, sorted; the same shingle is sampled in every document.
        pairs: A sample of the hashes of pairs of words that stand in one sentence of its narrative, sorted: some of
            them outlive a thesaurus or a translation.
        read: Digest of all that a comparison reads of the document: its words with their places, what is quoted, and
            its sentences.
    """

    document: DocumentId
    words: int
    whole: str
    shingles: tuple[int, ...]
    pairs: tuple[int, ...] = ()
    read: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """The same words in two documents, or one sentence in other words.

    Attributes:
        score: Similarity of the two, in [0, 1]; 1 where the words are the same.
    """

    child: Anchor
    parent: Anchor
    score: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two documents share.

    Attributes:
        passages: In the order of the first: runs of the same words, and between them sentences in other words.
        first, second: Share of each one's narrative that stands in the same words in the other, in [0, 1].
        retold: Evidence that one retells the other's sentences in their order, at least 0.
        first_retold, second_retold: Share of each one's narrative in any of the passages, in [0, 1].
        first_lead, second_lead: Whether the beginning of each one's narrative is in the other.
    """

    passages: tuple[Passage, ...]
    first: float
    second: float
    retold: float
    first_retold: float
    second_retold: float
    first_lead: bool
    second_lead: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents compared word by word.

    Attributes:
        first, second: Sorted.
        of: Digest of all that was compared, and of the way in which it was.
        shared: All that they share.
        boilerplate: Shingles of what stands in very many documents, and so is nobody's story, that both have, sorted.
        own: What they share without it; None where it has not been looked for.
    """

    first: DocumentId
    second: DocumentId
    of: str
    shared: Overlap
    boilerplate: tuple[int, ...] = ()
    own: Overlap | None = None


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason for a score, in numbers and in words."""

    name: str
    value: float
    detail: str


@dataclass(frozen=True, slots=True)
class Derivation:
    """One report made from another, or from a story that is not in the collection.

    Attributes:
        parent: None when the common origin itself is not in the collection; `origin` then names it.
        origin: The credited name, where there is one.
        kind: How the child was made.
        certain: Proven by the text or by a credit that claims the whole report; otherwise merely possible.
        score: In [0, 1]; the larger share of either one that the aligned passages cover; for a credit, 1 if it
            claims the whole report.
        part: Only some passages of the child are the parent's, which stands in them nearly whole: a readout pasted
            into a report, or one of two stories merged. The rest of the child has another origin.
        direction: `undetermined` when either could be the parent; the one of which more is covered is then written as
            the child.
    """

    child: DocumentId
    parent: DocumentId | None
    origin: str | None
    kind: DerivationKind
    certain: bool
    score: float
    direction: Direction
    passages: tuple[Passage, ...] = ()
    features: tuple[Feature, ...] = ()
    part: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that share one origin, and so are one witness.

    Attributes:
        origin: Whose story it is, as credited; None if no member says.
        documents: Sorted by id.
        established: Whether anything in the reports shows whose reporting it is. A family without a stated origin
            may turn out to belong to another: it counts towards the possible maximum only.
        kin: Families that may be the same one: a credit inside a sentence, or a likeness short of proof, says so.
        owner: Who publishes the outlet whose story it is, and others beside it; None where that is not known. Families
            of one owner are not proven independent of each other.
        official: Whether the origin is a government or another body that gives its own account, by its letterhead.
    """

    id: FamilyId
    origin: str | None
    documents: tuple[DocumentId, ...]
    established: bool
    kin: tuple[FamilyId, ...] = ()
    owner: str | None = None
    official: bool = False


@dataclass(frozen=True, slots=True)
class Origins:
    """Whose witness each passage is.

    Attributes:
        families: Of each document.
        passages: Those of a document that are another family's than the document, in order: pasted from another
            report, or an outlet's own beside what it took over.
    """

    families: Mapping[DocumentId, Family]
    passages: Mapping[DocumentId, tuple[tuple[Anchor, Family], ...]]

    def of(self, anchor: Anchor) -> Family:
        """The family whose witness a passage is: of the first part that it lies in, else of its document."""
        for part, family in self.passages.get(anchor.document, ()):
            if part.contains(anchor):
                return family
        return self.families[anchor.document]


def independent(families: Iterable[Family]) -> int:
    """How many of these families are proven to be independent witnesses; kin, and those of one owner, are one."""
    proven = {family.id: family for family in families if family.established}
    if len(proven) <= 1:
        return len(proven)
    owned: dict[str | None, list[FamilyId]] = {}
    for family in proven.values():
        owned.setdefault(family.owner, []).append(family.id)
    seen: set[FamilyId] = set()
    count = 0
    for start in proven:
        if start in seen:
            continue
        count += 1
        reached = [start]
        while reached:
            family = proven[reached.pop()]
            seen.add(family.id)
            near = (*family.kin, *(owned.pop(family.owner, ()) if family.owner else ()))
            reached.extend(other for other in near if other in proven and other not in seen)
    return count
