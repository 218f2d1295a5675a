"""Where accounts of one thing differ, and what the difference is worth; and how two things on record hang together.

A difference is told with its comparison, whether or not it is a disagreement: what means the same once it is normalised
is kept with the verdict that says so, and is shown to whoever asks for all.
"""

from dataclasses import dataclass
from typing import Literal

from memcon.core.anchor import Anchor
from memcon.core.entry import EntryKind, Support
from memcon.core.ids import EntryId

DiscrepancyType = Literal[
    "number", "date", "place", "name", "side", "status", "attribution", "wording", "omission", "damage", "framing"
]
"""In what the accounts differ."""
Verdict = Literal["conflict", "framing", "damaged", "compatible", "agree", "time-of-writing"]
"""What a careful reader concludes: `conflict` if both cannot be true; `framing` if one thing is judged, or told, in
another light; `damaged` if translation or spinning made the difference; `compatible` if both may be true; `agree` if
they mean the same; `time-of-writing` if each was true when it was written."""
Mechanism = Literal[
    "rounding", "precision", "arithmetic", "time of writing", "time zone", "transliteration", "translation", "damage",
    "attribution slip", "different event", "rewriting", "dispute", "emphasis", "silence",
]  # fmt: skip
"""How the difference probably came about. `arithmetic`: one account states what follows from the other's figures.
`rewriting`: whoever tells the one took the other over, or was taken over by it, and changed it."""
LinkKind = Literal["part-of", "follow-up-of", "precursor-of"]

LISTED: frozenset[Verdict] = frozenset({"conflict", "framing"})
"""Verdicts that make a disagreement."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What some of the accounts have.

    Attributes:
        value: In the words of a report; empty where an account is silent.
        normalised: What it means, as far as it can be compared.
        anchors: Where they say so; of an account that is silent, what it says of the engagement otherwise.
    """

    value: str
    normalised: str
    anchors: tuple[Anchor, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Accounts of one entry that differ in one slot.

    Attributes:
        entry: Where the readings are claims.
        slot: The slot they are claims of, such as `duration`; `content` for what is told by one account only.
        comparison: What the readings mean beside each other, in words: `170 min lies in 165–180 min`.
        readings: Two or more, the best attested first.
        severity: In [0, 1]: how much of the entry hangs on it, and how well both readings are attested.
        reason: What the severity was made from, in words.
    """

    id: str
    entry: EntryId
    entry_kind: EntryKind
    slot: str
    type: DiscrepancyType
    verdict: Verdict
    mechanism: Mechanism
    comparison: str
    readings: tuple[Reading, ...]
    severity: float
    reason: str

    @property
    def listed(self) -> bool:
        """Whether it is a disagreement, rather than a difference that is none once it is normalised."""
        return self.verdict in LISTED


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """How one entry stands to another.

    Attributes:
        left: The entry that is part of, follows or leads up to the other.
        reason: What shows it, in words.
    """

    left: EntryId
    kind: LinkKind
    right: EntryId
    reason: str
