"""One utterance in the wordings that reports give it, and which of them is best attested."""

from dataclasses import dataclass

from memcon.core.anchor import Anchor
from memcon.core.annotation import Damage
from memcon.core.ids import EntryId, PartyId, StatementId


@dataclass(frozen=True, slots=True)
class Change:
    """Words in which a wording differs from the best one.

    Attributes:
        best: What the best wording has there; None where it has nothing.
        here: What stands here; None where nothing does.
    """

    best: Anchor | None
    here: Anchor | None


@dataclass(frozen=True, slots=True)
class Wording:
    """An utterance as one report has it.

    Attributes:
        words: In small letters and without marks; equal for wordings that are one.
        anchors: What is in quotation marks, or all of it where nothing is; never empty.
        damage: What translation or spinning broke in it.
        changes: In order; none for the best wording and those equal to it.
        cut: Whether it lacks much of what the fullest wording has.
    """

    statement: StatementId
    words: str
    anchors: tuple[Anchor, ...]
    damage: tuple[Damage, ...] = ()
    changes: tuple[Change, ...] = ()
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Variants:
    """One utterance that reports word differently.

    Attributes:
        id: Of its entry in the record.
        speaker: The best attested one; None where no report names one.
        best: The statement with the wording to be quoted.
        wordings: One for each statement, the best first; those with equal words stand together.
    """

    id: EntryId
    speaker: PartyId | None
    best: StatementId
    wordings: tuple[Wording, ...]
