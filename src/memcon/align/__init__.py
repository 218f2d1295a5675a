"""Annotations of many documents, grouped by what they are about: parties, utterances and acts.

Whatever is told of one thing becomes one group, whichever report tells it; each stage is a module of its own.
"""

from collections.abc import Collection, Mapping

from memcon.align.acts import align_acts
from memcon.align.parties import align_parties
from memcon.align.utterances import align_utterances
from memcon.core.alignment import Alignment
from memcon.core.annotation import Annotations
from memcon.core.derivation import Derivation
from memcon.core.document import Document
from memcon.core.ids import DocumentId


def align(
    documents: Mapping[DocumentId, Document],
    annotations: Collection[Annotations],
    derivations: Collection[Derivation] = (),
) -> Alignment:
    """Everything the documents tell, grouped; which was made from which shows what is one in other words."""
    parties = align_parties(annotations, documents)
    return Alignment(
        parties,
        align_utterances(documents, annotations, parties, derivations),
        align_acts(documents, annotations, parties, derivations),
    )


__all__ = ["align", "align_acts", "align_parties", "align_utterances"]
