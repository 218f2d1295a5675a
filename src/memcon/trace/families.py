"""Reports that share one origin are one family, and one family is one witness.

In: documents, their annotations and the derivations. Out: families, sorted; every document is in exactly one.

Certain derivations join their documents, unless only a part of the child is its parent's; documents that certainly come
from one named origin join through it, whether or not the origin's own report is in the collection. Merely possible
derivations make families `kin`.
A report that signs itself (by letterhead, byline or interview) is its own origin, unless its text is another's.
A family's id is made from its first member's, so that one more copy hardly ever changes it.
A family has an owner where its origin is an outlet that is known to be one of several of a publisher.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from memcon.core.annotation import Annotations
from memcon.core.derivation import Derivation, Family
from memcon.core.document import Document
from memcon.core.ids import DocumentId, FamilyId, digest
from memcon.core.origins import origin_name
from memcon.core.publishers import owner
from memcon.trace.credits import house, mended, publisher, signature
from memcon.trace.groups import Groups


def families(
    documents: Mapping[DocumentId, Document],
    annotations: Mapping[DocumentId, Annotations],
    derivations: Iterable[Derivation],
) -> tuple[Family, ...]:
    """The families of the documents."""
    known = list(derivations)
    signatures = ((one, signature(document, mended(document, annotations[one]))) for one, document in documents.items())
    signed = {one: origin for one, origin in signatures if origin is not None}
    # Where either may be the parent, the one that is signed is: an unsigned copy takes nothing from the original.
    whole = [one for one in known if one.certain and not one.part]
    copies = {one.child for one in whole if (one.direction == "determined" or one.parent in signed)}
    origins = [(one.child, one.origin) for one in whole if one.origin is not None]
    origins += [(one, origin) for one, origin in signed.items() if one not in copies]
    groups = Groups(documents)
    for derivation in whole:
        if derivation.parent is not None:
            groups.join(derivation.child, derivation.parent)
    for child, origin in origins:
        groups.join(child, f"origin {origin}")
    members = groups.members(documents)
    ids: dict[DocumentId, FamilyId] = {}
    for group in members:
        ids.update(dict.fromkeys(group, FamilyId(digest("family", group[0]))))
    kin = _kin(known, origins, ids)
    issuers = {
        origin_name(credit.origin)
        for one in annotations.values()
        for credit in one.credits
        if credit.kind == "issuer" and one.document in documents
    }
    named: dict[FamilyId, Counter[str]] = defaultdict(Counter)
    for child, origin in origins:
        named[ids[child]][origin] += 1
    return tuple(
        _family(ids[group[0]], [documents[one] for one in group], named[ids[group[0]]], kin[ids[group[0]]], issuers)
        for group in members
    )


def _family(
    id: FamilyId,
    members: Sequence[Document],
    named: Mapping[str, int],
    kin: Iterable[FamilyId],
    issuers: Container[str],
) -> Family:
    """A family under the origin that most of its members name.

    Args:
        issuers: Origins under whose letterhead a report came.
    """
    origin = min(named, key=lambda origin: (-named[origin], origin), default=None)
    documents = tuple(one.id for one in members)
    return Family(
        id, origin, documents, origin is not None, tuple(sorted(kin)), _owner(members, origin), origin in issuers
    )


def _owner(members: Sequence[Document], origin: str | None) -> str | None:
    """Who publishes the outlet whose story it is, as its own reports show it; without an origin, who publishes all."""
    own = [one for one in members if origin in {None, house(one)}]
    owners = {publisher(one) for one in own} if own else {owner(origin)}
    return owners.pop() if len(owners) == 1 else None


def _kin(
    derivations: Iterable[Derivation], origins: Iterable[tuple[DocumentId, str]], ids: Mapping[DocumentId, FamilyId]
) -> Mapping[FamilyId, set[FamilyId]]:
    """Families that possible derivations connect, over any number of steps and through origins nobody has."""
    kin: dict[FamilyId, set[FamilyId]] = {}
    joined = Groups(ids)
    for one in derivations:
        if not (one.certain and one.part):  # what is another's is known, and counted as that
            joined.join(one.child, one.parent or f"origin {one.origin}")
    for child, origin in origins:
        joined.join(child, f"origin {origin}")
    for group in joined.members(ids):
        families = {ids[one] for one in group}
        kin.update({family: families - {family} for family in families})
    return kin
