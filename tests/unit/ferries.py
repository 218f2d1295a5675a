"""Small collections of invented reports, taken through the stages in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from memcon import align, record, trace
from memcon.core.annotation import Annotations
from memcon.core.derivation import Comparison, Derivation, Family
from memcon.core.document import Document
from memcon.core.entry import Entry
from memcon.core.ids import DocumentId
from memcon.core.problem import Problem
from memcon.core.record import Record
from memcon.testing import annotated

STORY = """Two ferries were held for six hours on Sunday after the harbour office in Hallin lost the list of passengers.

“Nobody is to blame, and everybody is sorry,” harbour master Marit Halvey told reporters on the quay.

The captains had asked for a written order before they would leave, and the order arrived after midnight without a date.
Pell Arrano, who speaks for the crews, called the delay “a small comedy with a large bill.”

About four hundred people slept in the old customs house, where the town brought blankets, soup and a brass band.
The lists were found the next morning under a box of lamps that the office had been missing since the spring.
"""

OTHER = """Captains of two boats refused to sail from Hallin at the weekend because nobody could say who was aboard.

“Nobody is to blame, and everybody is sorry,” Marit Halvey said in an interview broadcast that evening.

Townspeople cooked for those who were stranded.
A retired pilot played the tuba until the police asked him, politely and twice, to let the children sleep.
The company announced that it would print its papers in three copies from now on and keep them in different drawers.
"""


@dataclass(frozen=True, slots=True)
class Collection:
    """Reports and all that is made of them."""

    documents: Mapping[DocumentId, Document]
    annotations: Mapping[DocumentId, Annotations]
    comparisons: tuple[Comparison, ...]
    derivations: tuple[Derivation, ...]
    families: tuple[Family, ...]
    problems: tuple[Problem, ...]
    record: Record


def collection(reports: Iterable[Document], *, known: Iterable[Comparison] = ()) -> Collection:
    """The reports, annotated, traced, aligned and built, as the pipeline does it."""
    documents = {one.id: one for one in reports}
    seen = {one.id: annotated(one) for one in documents.values()}
    annotations = {one: pair[0] for one, pair in seen.items()}
    prints = [trace.fingerprint(one, annotations[one.id]) for one in documents.values()]
    comparisons = trace.compare(documents, annotations, prints, known=known)
    derivations, problems = trace.derive(documents, annotations, prints, comparisons)
    families = trace.families(documents, annotations, derivations)
    made = record.build(
        documents,
        annotations.values(),
        derivations=derivations,
        origins=trace.origins(documents, annotations, derivations, families),
        alignment=align.align(documents, annotations.values(), derivations),
        problems=problems,
    )
    return Collection(documents, annotations, comparisons, derivations, families, problems, made)


def evidence(entry: Entry) -> frozenset[tuple[str, int, int]]:
    """What an entry rests on, to find it again in another record."""
    return frozenset((anchor.document, anchor.start, anchor.end) for anchor in entry.evidence)
