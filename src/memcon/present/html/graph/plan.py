"""What is drawn of the derivation graph: which reports and origins, in which lanes and in which order.

In go the trees of the families and the reports in the order of publication; out comes a `Plan`. It draws the branches
of the trees and no others, so that picture and list say the same. Where a brief has more reports than a picture holds,
the best connected are drawn; reports that nothing links to another share a lane, or are left out where there are many.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from memcon.core.derivation import Derivation
from memcon.core.ids import DocumentId
from memcon.present.html.families import Node as Leaf
from memcon.present.html.families import Tree
from memcon.present.html.graph.pieces import Lane, Link, Node, Plan
from memcon.present.html.graph.told import Told, key, origin
from memcon.present.html.lettering import harmless

DRAWN = 60  # reports: as many rows as the timeline has moments
FEW = 15  # reports; of more, those that nothing links to another are left to the list, which folds them too
ALONE = "Each on its own"


def planned(trees: Sequence[Tree], told: Told) -> Plan | None:
    """What is drawn of these trees; None if nothing links any report to another or to an origin."""
    branches = [made for tree in trees for leaf in _leaves(tree.top) for made in _made(leaf)]
    if not branches:
        return None
    kept = _kept(trees, branches, told)
    drawn = [made for made in branches if made.child in kept and (made.parent in kept or not told.has(made.parent))]
    links = tuple(told.link(made) for made in drawn)
    copies = {made.child for made in drawn if made.certain}
    nodes: dict[str, Node] = {one: told.report(one, made=one in copies) for one in kept}
    absent = (origin(made.origin) for made in drawn if not told.has(made.parent))
    nodes |= {one.key: one for one in absent}
    order = tuple(_with_origins(_by_publication(kept, links, told), links))
    return Plan(tuple(_lanes(trees, nodes, links, order)), order, links)


def _leaves(nodes: Iterable[Leaf]) -> Iterator[Leaf]:
    for node in nodes:
        yield node
        yield from _leaves(node.below)


def _made(leaf: Leaf) -> tuple[Derivation, ...]:
    """All derivations that the list tells of a report, the one it hangs by first."""
    return (leaf.branch, *leaf.others) if leaf.branch else leaf.others


def _kept(trees: Iterable[Tree], branches: Iterable[Derivation], told: Told) -> frozenset[DocumentId]:
    """The reports that are drawn: of those with links the best connected, and, if there are few, those without."""
    links = Counter(one for made in branches for one in (made.child, made.parent) if one is not None)
    linked = {one for tree in trees for one in tree.reports if len(tree.reports) > 1 or one in links}
    best = sorted(linked, key=lambda one: (-links[one], told.numbers[one]))[:DRAWN]
    return frozenset(best if len(told.notes) > FEW else told.notes)


def _by_publication(kept: Collection[DocumentId], links: Iterable[Link], told: Told) -> Iterator[DocumentId]:
    """The reports in order; of those of one day, parents come before what was made from them."""
    waiting = sorted(kept, key=told.numbers.__getitem__)
    days = {one: told.day(one) for one in kept}
    parents = defaultdict[str, set[str]](set)
    for link in links:
        if link.parent in days and days[DocumentId(link.parent)] == days[DocumentId(link.child)]:
            parents[link.child].add(link.parent)
    while waiting:
        # Derivations form no circle, but a faulty record must still be drawn.
        first = next((one for one in waiting if parents[one].isdisjoint(waiting)), waiting[0])
        waiting.remove(first)
        yield first


def _with_origins(reports: Iterable[DocumentId], links: Iterable[Link]) -> Iterator[str]:
    """The keys of these reports, that of each origin just before the first report made from it."""
    sources = defaultdict[str, list[str]](list)
    for link in links:
        sources[link.child].append(link.parent)
    known = tuple(reports)
    seen = set[str](known)
    for report in known:
        yield from (one for one in dict.fromkeys(sources[report]) if one not in seen)
        seen.update(sources[report])
        yield report


def _lanes(
    trees: Sequence[Tree], nodes: Mapping[str, Node], links: Sequence[Link], order: Sequence[str]
) -> Iterator[Lane]:
    """A lane for each family that is linked, and one for all reports that stand alone."""
    place = {one: number for number, one in enumerate(order)}
    tops = {key(leaf.origin): tree.number for tree in trees for leaf in tree.top if leaf.document is None}
    linked = {one for link in links for one in (link.parent, link.child)}
    alone = list[str]()
    for tree in _near(trees):
        members = [one for one in tree.reports if one in nodes]
        if len(tree.reports) == 1 and linked.isdisjoint(members):
            alone += members
            continue
        sources = {link.parent for link in links if link.child in members and nodes[link.parent].style == "absent"}
        own = {one for one in sources if tops.setdefault(one, tree.number) == tree.number}
        if members:
            yield _lane(tree.family.origin or "Origin not stated", {*members, *own}, nodes, place)
    if alone:
        yield _lane(ALONE, alone, nodes, place)


def _lane(name: str, keys: Iterable[str], nodes: Mapping[str, Node], place: Mapping[str, int]) -> Lane:
    return Lane(harmless(name), tuple(nodes[one] for one in sorted(keys, key=place.__getitem__)))


def _near(trees: Sequence[Tree]) -> tuple[Tree, ...]:
    """The trees, each followed by those that may be the same family, so that arrows between them are short."""
    placed = dict[int, Tree]()
    for tree in trees:
        kin = (one for one in trees if one.number in tree.kin or tree.number in one.kin)
        for one in (tree, *kin):
            placed.setdefault(one.number, one)
    return tuple(placed.values())
