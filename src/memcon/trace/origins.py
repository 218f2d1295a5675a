"""Whose witness each passage of each report is: independence is decided passage by passage.

In: documents, their annotations, derivations and families. Out: `Origins`.

A passage pasted from another report is that report's family's witness, whatever stands around it. In a report that is
otherwise another's, a sentence in which the outlet says that somebody told it something is the outlet's own; what is
merely not found in the parent may come from anywhere, and stays with the family, which counts too few witnesses rather
than too many.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations
from memcon.core.derivation import Derivation, Family, Origins
from memcon.core.document import Document
from memcon.core.ids import DocumentId, FamilyId, digest
from memcon.trace.credits import house, publisher


def origins(
    documents: Mapping[DocumentId, Document],
    annotations: Mapping[DocumentId, Annotations],
    derivations: Iterable[Derivation],
    families: Iterable[Family],
) -> Origins:
    """The family of each document, and of each passage that is another's."""
    known = list(derivations)
    of = {document: family for family in families for document in family.documents}
    parts: dict[DocumentId, list[tuple[Anchor, Family]]] = defaultdict(list)
    for one in known:
        if one.part and one.certain and one.parent is not None and of[one.parent] != of[one.child]:
            parts[one.child] += [(passage.child, of[one.parent]) for passage in one.passages]
    for child in sorted({one.child for one in known if one.certain and not one.part}):
        if (outlet := house(documents[child])) is not None and outlet != of[child].origin:
            parts[child] += [(passage, _own(documents[child], outlet)) for passage in _told(annotations[child])]
    return Origins(of, {one: tuple(sorted(found, key=lambda part: part[0])) for one, found in parts.items()})


def _told(annotations: Annotations) -> Iterable[Anchor]:
    """The sentences in which somebody told the outlet itself something."""
    own = [credit.anchor for credit in annotations.credits if credit.kind == "own"]
    for sentence in annotations.sentences:
        if any(sentence.anchor.contains(anchor) for anchor in own):
            yield sentence.anchor


def _own(document: Document, outlet: str) -> Family:
    family = FamilyId(digest("own", document.id))
    return Family(family, outlet, (document.id,), established=True, owner=publisher(document))
