"""What the annotations of many documents are about, put together: parties, utterances and acts."""

from dataclasses import dataclass

from memcon.core.act import Act
from memcon.core.entry import Join
from memcon.core.ids import StatementId
from memcon.core.party import Party


@dataclass(frozen=True, slots=True)
class ActGroup:
    """Acts that are one.

    Attributes:
        acts: In the order of documents and places; never empty.
        type: Where it is another than the words alone tell, such as `military` for contacts of generals; else empty.
        identified: Whether they tell enough to be known from others of their kind.
        joins: Why acts of different documents are one, the surest first.
    """

    acts: tuple[Act, ...]
    type: str = ""
    identified: bool = True
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Annotations grouped by what they mean.

    Attributes:
        parties: Sorted by id.
        utterances: Groups of statements that are one, each sorted; each statement is in exactly one.
        acts: Groups of acts that are one; each act is in exactly one.
    """

    parties: tuple[Party, ...] = ()
    utterances: tuple[tuple[StatementId, ...], ...] = ()
    acts: tuple[ActGroup, ...] = ()
