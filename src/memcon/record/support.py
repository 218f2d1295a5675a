"""How many independent witnesses stand behind a set of passages.

In: passages and whose they are. Out: `Support`, an interval.

The most there can be is one witness per family. Proven are only families whose origin is established; of families that
may be one (kin), a single witness. A thing somebody says has at least one witness even if nobody knows who.
A report that tells a thing twice, once in words it took over, is one witness: its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter

from memcon.core.anchor import Anchor
from memcon.core.derivation import Family, Origins, independent
from memcon.core.entry import Support, Witness
from memcon.core.ids import DocumentId, FamilyId

_PLACE = attrgetter("document", "start", "end")  # as anchors are ordered, without a call for each two


def ordered(anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
    """The anchors sorted, each once."""
    return tuple(sorted(set(anchors), key=_PLACE))


def support(anchors: Iterable[Anchor], origins: Origins) -> Support:
    """The support of what the passages say."""
    by_family: dict[FamilyId, list[Anchor]] = defaultdict(list)
    involved: dict[FamilyId, Family] = {}
    by_document: dict[DocumentId, list[Anchor]] = defaultdict(list)
    for anchor in ordered(anchors):
        by_document[anchor.document].append(anchor)
    for document, passages in by_document.items():
        family = _whose(document, passages, origins)
        by_family[family.id] += passages
        involved[family.id] = family
    witnesses = [
        Witness(one, involved[one].origin, tuple(passages), involved[one].official)
        for one, passages in by_family.items()
    ]
    return Support(
        least=max(1, independent([involved[one] for one in sorted(involved)])),
        most=len(involved),
        documents=len(by_document),
        by=tuple(sorted(witnesses, key=lambda witness: (witness.origin is None, witness.origin or "", witness.family))),
    )


def _whose(document: DocumentId, passages: Sequence[Anchor], origins: Origins) -> Family:
    """The family whose witness these passages of one document are: its own, if one of them is."""
    if document not in origins.passages:
        return origins.families[document]
    families = [origins.of(anchor) for anchor in passages]
    own = origins.families.get(document)
    return own if own is not None and own in families else families[0]
