"""How many independent witnesses stand behind a set of passages.

In: passages and the families. Out: `Support`, an interval.

The most there can be is one witness per family. Proven are only families whose origin is established; of families that
may be one (kin), a single witness. A thing somebody says has at least one witness even if nobody knows who.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from memcon.core.anchor import Anchor
from memcon.core.derivation import Family, independent
from memcon.core.ids import DocumentId, FamilyId
from memcon.core.record import Support, Witness


def support(anchors: Iterable[Anchor], families: Mapping[DocumentId, Family]) -> Support:
    """The support of what the passages say.

    Args:
        families: The family of each document.
    """
    by_family: dict[FamilyId, list[Anchor]] = defaultdict(list)
    for anchor in sorted(set(anchors)):
        by_family[families[anchor.document].id].append(anchor)
    involved = {families[passages[0].document].id: families[passages[0].document] for passages in by_family.values()}
    witnesses = [Witness(one, involved[one].origin, tuple(passages)) for one, passages in by_family.items()]
    return Support(
        least=max(1, independent([involved[one] for one in sorted(involved)])),
        most=len(involved),
        documents=len({anchor.document for passages in by_family.values() for anchor in passages}),
        by=tuple(sorted(witnesses, key=lambda witness: (witness.origin is None, witness.origin or "", witness.family))),
    )
