"""What the annotations of many documents are about, put together: parties, utterances and acts."""

from dataclasses import dataclass

from memcon.core.act import Act
from memcon.core.ids import StatementId
from memcon.core.record import Party


@dataclass(frozen=True, slots=True)
class Alignment:
    """Annotations grouped by what they mean.

    Attributes:
        parties: Sorted by id.
        utterances: Groups of statements that are one, each sorted; each statement is in exactly one.
        acts: Groups of acts that are one, each in the order of documents and places; likewise.
    """

    parties: tuple[Party, ...] = ()
    utterances: tuple[tuple[StatementId, ...], ...] = ()
    acts: tuple[tuple[Act, ...], ...] = ()
