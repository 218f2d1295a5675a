"""The picture of who made a report from whom, laid out as one small tree for each family.

In go a brief's families and derivations; out come trees whose branches carry one derivation each. A report with
several parents hangs from the likeliest and names the others. An origin that is not among the reports heads its tree
as a node without a document.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from memcon.core.brief import Brief
from memcon.core.derivation import Derivation, Family
from memcon.core.ids import DocumentId
from memcon.present.lookup import likelihood


@dataclass(frozen=True, slots=True)
class Node:
    """One report in its family's tree.

    Attributes:
        document: None for an origin that is not among the reports; `origin` then names it.
        branch: The derivation by which it hangs from the node above; None at the top.
        others: Its further derivations, from reports or origins elsewhere.
        below: The reports made from it.
    """

    document: DocumentId | None
    origin: str | None
    branch: Derivation | None
    others: tuple[Derivation, ...]
    below: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A family as the page shows it.

    Attributes:
        number: From 1; the page calls it by this number.
        kin: Numbers of the families that may be the same one.
    """

    number: int
    family: Family
    top: tuple[Node, ...]
    kin: tuple[int, ...]

    @property
    def reports(self) -> tuple[DocumentId, ...]:
        """Its documents, from the origin downwards."""
        return tuple(found for node in self.top for found in _documents(node))

    @property
    def alone(self) -> bool:
        """Whether it is one report that nothing links to any other."""
        return len(self.family.documents) == 1 and not self.kin and not any(node.others for node in self.top)


def trees(brief: Brief, order: Mapping[DocumentId, int]) -> tuple[Tree, ...]:
    """One tree for each family, the largest family first.

    Args:
        order: The place of each document among its like.
    """
    families = sorted(brief.families, key=lambda family: (-len(family.documents), family.origin or "", family.id))
    number = {family.id: index for index, family in enumerate(families, start=1)}
    branches = _branches(brief.derivations)
    return tuple(
        Tree(
            number[family.id],
            family,
            _top(family, sorted(family.documents, key=order.__getitem__), branches),
            tuple(sorted(number[kin] for kin in family.kin if kin in number)),
        )
        for family in families
    )


def _branches(derivations: Iterable[Derivation]) -> dict[DocumentId, list[Derivation]]:
    """The derivations of each report, the likeliest first."""
    branches = dict[DocumentId, list[Derivation]]()
    for derivation in derivations:
        branches.setdefault(derivation.child, []).append(derivation)
    for found in branches.values():
        found.sort(key=likelihood)
    return branches


def _top(
    family: Family, members: Sequence[DocumentId], branches: Mapping[DocumentId, list[Derivation]]
) -> tuple[Node, ...]:
    chosen = {member: _chosen(branches.get(member, []), set(members)) for member in members}
    placed = set[DocumentId]()

    def node(member: DocumentId) -> Node:
        placed.add(member)
        branch = chosen[member]
        others = tuple(one for one in branches.get(member, []) if one is not branch and not _said(one, family))
        return Node(member, None, branch, others, tuple(node(child) for child in hanging(member)))

    def hanging(parent: DocumentId) -> list[DocumentId]:
        return [child for child in members if (one := chosen[child]) and one.parent == parent and child not in placed]

    top = list[Node]()
    absent = dict[str | None, list[DocumentId]]()
    for member in members:
        branch = chosen[member]
        if branch is not None and branch.parent is None:
            absent.setdefault(branch.origin, []).append(member)
    for origin, children in absent.items():
        top.append(Node(None, origin or family.origin, None, (), tuple(node(child) for child in children)))
    top += [node(member) for member in members if chosen[member] is None]
    # Only a circle leaves reports unplaced; derivations form none, but a faulty record must still show all its reports.
    top += [node(member) for member in members if member not in placed]
    return tuple(top)


def _chosen(derivations: Iterable[Derivation], members: set[DocumentId]) -> Derivation | None:
    """What a report hangs from: a member of its own family, or an origin that is not among the reports."""
    return next((one for one in derivations if one.parent in members or (one.parent is None and one.certain)), None)


def _said(derivation: Derivation, family: Family) -> bool:
    """Whether it only names the family's own origin, which stands above the tree."""
    return derivation.parent is None and derivation.origin == family.origin


def _documents(node: Node) -> list[DocumentId]:
    own = [node.document] if node.document else []
    return own + [found for below in node.below for found in _documents(below)]
