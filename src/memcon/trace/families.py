"""Reports that share one origin are one family, and one family is one witness.

In: documents and derivations. Out: families, sorted; every document is in exactly one.

Certain derivations join their documents; documents that certainly come from one named origin join through it, whether
or not the origin's own report is in the collection. Merely possible derivations make families `kin` of each other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from memcon.core.derivation import Derivation, Family
from memcon.core.document import Document
from memcon.core.ids import DocumentId, FamilyId, digest
from memcon.core.origins import origin_name


def families(documents: Mapping[DocumentId, Document], derivations: Iterable[Derivation]) -> tuple[Family, ...]:
    """The families of the documents."""
    known = list(derivations)
    groups = _Groups(documents)
    for derivation in known:
        if derivation.certain:
            groups.join(derivation.child, derivation.parent or f"origin {derivation.origin}")
    signed = _signed(documents, known)
    for document, origin in signed.items():
        groups.join(document, f"origin {origin}")
    members = groups.members(documents)
    ids = {one: FamilyId(digest("family", *ids)) for ids in members for one in ids}
    kin = _kin(known, documents, groups, ids)
    return tuple(_family(ids[group[0]], group, _origin(group, known, signed), kin[ids[group[0]]]) for group in members)


def _family(id: FamilyId, documents: tuple[DocumentId, ...], origin: str | None, kin: Iterable[FamilyId]) -> Family:
    return Family(id, origin, documents, established=origin is not None, kin=tuple(sorted(kin)))


def _signed(documents: Mapping[DocumentId, Document], derivations: Iterable[Derivation]) -> dict[DocumentId, str]:
    """Documents whose outlet shows that it reports for itself: by a byline of its own, and no credit or copied text."""
    derived = {derivation.child for derivation in derivations if derivation.certain}
    return {
        one: origin_name(document.outlet)
        for one, document in documents.items()
        if document.outlet and one not in derived and any(zone.kind == "byline" for zone in document.zones)
    }


def _origin(
    group: Iterable[DocumentId], derivations: Iterable[Derivation], signed: Mapping[DocumentId, str]
) -> str | None:
    inside = set(group)
    named = Counter(
        derivation.origin
        for derivation in derivations
        if derivation.certain and derivation.origin and derivation.child in inside
    )
    named.update(origin for document, origin in signed.items() if document in inside)
    return min(named, key=lambda origin: (-named[origin], origin), default=None)


def _kin(
    derivations: Iterable[Derivation],
    documents: Mapping[DocumentId, Document],
    groups: "_Groups",
    ids: Mapping[DocumentId, FamilyId],
) -> Mapping[FamilyId, set[FamilyId]]:
    """Families that a possible derivation connects."""
    by_root = {groups.root(one): ids[one] for one in sorted(documents)}
    kin: dict[FamilyId, set[FamilyId]] = defaultdict(set)
    for derivation in derivations:
        other = by_root.get(groups.root(derivation.parent or f"origin {derivation.origin}"))
        mine = ids[derivation.child]
        if not derivation.certain and other is not None and other != mine:
            kin[mine].add(other)
            kin[other].add(mine)
    return kin


class _Groups:
    """Union-find over documents and origins; the smallest name is the root, so order does not matter."""

    def __init__(self, names: Iterable[str]) -> None:
        self._parent = {name: name for name in names}

    def root(self, name: str) -> str:
        self._parent.setdefault(name, name)
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def join(self, left: str, right: str) -> None:
        low, high = sorted((self.root(left), self.root(right)))
        self._parent[high] = low

    def members(self, documents: Iterable[DocumentId]) -> list[tuple[DocumentId, ...]]:
        found: dict[str, list[DocumentId]] = defaultdict(list)
        for one in sorted(documents):
            found[self.root(one)].append(one)
        return sorted(tuple(ids) for ids in found.values())
