"""An entry of the record: one thing, with slots, claims and who says so.

An entry is a view over claims; it has no value of its own that is not some claim's, and no claim without an anchor.
"""

from dataclasses import dataclass
from typing import Literal

from memcon.core.act import ActKind
from memcon.core.anchor import Anchor
from memcon.core.derivation import Feature
from memcon.core.ids import EntryId, FamilyId
from memcon.core.times import Interval

EntryKind = Literal["statement", "occurrence"] | ActKind


@dataclass(frozen=True, slots=True)
class Witness:
    """One family that says so, and where.

    Attributes:
        official: Whether it is the account of a government or another body that speaks for itself.
    """

    family: FamilyId
    origin: str | None
    anchors: tuple[Anchor, ...]
    official: bool = False


@dataclass(frozen=True, slots=True)
class Support:
    """How many independent witnesses stand behind something.

    Attributes:
        least: Independent origins that are proven.
        most: Independent origins if every doubt is resolved in favour of independence.
        documents: Reports that say so, copies included; never a count of witnesses.
        by: The families, sorted by origin and id.
    """

    least: int
    most: int
    documents: int
    by: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Clocks:
    """Five times of one claim that must not be taken for one another; each None where nothing tells it.

    Attributes:
        happened: When what is claimed took place, or is to.
        said: When it was said.
        published, updated, retrieved: From the first to the last of the reports that say so.
    """

    happened: Interval | None = None
    said: Interval | None = None
    published: Interval | None = None
    updated: Interval | None = None
    retrieved: Interval | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one slot, as some reports have it.

    Attributes:
        value: In the words of a report.
        normalised: What equal claims have in common.
        anchors: The passages it rests on; never empty.
    """

    value: str
    normalised: str
    anchors: tuple[Anchor, ...]
    support: Support
    clocks: Clocks = Clocks()


@dataclass(frozen=True, slots=True)
class Slot:
    """All claims about one aspect of an entry, the best attested first."""

    name: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Why two mentions of an act were taken for one.

    Attributes:
        left, right: The triggers of their first mentions.
        score: The sum of the features' values.
    """

    left: Anchor
    right: Anchor
    score: float
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on record.

    Attributes:
        status: Where the kind has states.
        evidence: Every passage the entry rests on, sorted; never empty.
        identified: Whether it is told who or what it is about, so that it can be known from others of its kind; what is
            not is kept, but is no line of the record.
        joins: Why what reports tell is one act, the surest first; empty where one report tells it.
    """

    id: EntryId
    kind: EntryKind
    status: str | None
    evidence: tuple[Anchor, ...]
    support: Support
    slots: tuple[Slot, ...]
    identified: bool = True
    joins: tuple[Join, ...] = ()

    def slot(self, name: str) -> Slot | None:
        """The slot of that name, or None."""
        return next((slot for slot in self.slots if slot.name == name), None)

    def best(self, name: str) -> str:
        """The best attested value of a slot; empty if there is none."""
        slot = self.slot(name)
        return slot.claims[0].value if slot else ""
