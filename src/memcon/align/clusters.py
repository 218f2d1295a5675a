"""Groups of sayings that are one utterance, out of pairs that are.

In: sayings, what is certainly one, and pairs that are one in two wordings. Out: groups of numbers of sayings.

A chain of pairs may lead from one sentence to another. So each group has a centre, one wording to which all its others
are alike; two groups that have none together stay two. Nor does a group hold what one report tells apart: two sayings
of it must themselves be alike, or stand in different parts of the centre.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from memcon.align.sayings import Saying
from memcon.align.wording import Pair, relation
from memcon.core.ids import DocumentId


def clustered(sayings: Sequence[Saying], same: Iterable[Sequence[int]], pairs: Iterable[Pair]) -> list[list[int]]:
    """All sayings in groups, each sorted.

    Args:
        same: All sayings in groups of those that are certainly one utterance.
        pairs: Two sayings that are one in two wordings, and how they are aligned.
    """
    atoms = sorted(sorted(group) for group in same)
    atom_of = {number: atom for atom, group in enumerate(atoms) for number in group}
    links = _Links()
    for one, other, found in pairs:
        left, right = atom_of[one], atom_of[other]
        if left != right:
            links.add(left, right, found.likeness, found.met(second=False), found.met(second=True), (one, other))
    cluster_of = {atom: atom for atom in range(len(atoms))}
    members = {atom: [atom] for atom in range(len(atoms))}
    for left, right in links.strongest():
        one, other = cluster_of[left], cluster_of[right]
        if one != other and _one(sayings, atoms, members[one], members[other], links):
            members[one] = sorted(members[one] + members.pop(other))
            cluster_of.update(dict.fromkeys(members[one], one))
    return sorted(sorted(number for atom in group for number in atoms[atom]) for group in members.values())


class _Links:
    """What is known of pairs of atoms: how alike they are, and where they meet."""

    def __init__(self) -> None:
        self._likeness: dict[tuple[int, int], float] = {}
        self._met: dict[tuple[int, int], tuple[tuple[int, range], tuple[int, range]]] = {}

    def add(
        self, left: int, right: int, likeness: float, at_left: range, at_right: range, numbers: tuple[int, int]
    ) -> None:
        """One more pair of sayings of two atoms; the most alike counts."""
        if left > right:
            left, right, at_left, at_right, numbers = right, left, at_right, at_left, numbers[::-1]
        if likeness > self._likeness.get((left, right), 0.0):
            self._likeness[left, right] = likeness
            self._met[left, right] = (numbers[0], at_left), (numbers[1], at_right)

    def strongest(self) -> list[tuple[int, int]]:
        """The linked pairs, the most alike first."""
        return sorted(self._likeness, key=lambda pair: (-self._likeness[pair], pair))

    def linked(self, left: int, right: int) -> bool:
        """Whether two atoms are alike."""
        return left == right or (min(left, right), max(left, right)) in self._likeness

    def place(self, centre: int, other: int) -> tuple[int, range]:
        """Where in the centre an atom meets it: the saying, and its words."""
        one, two = self._met[min(centre, other), max(centre, other)]
        return one if centre < other else two


def _one(
    sayings: Sequence[Saying], atoms: Sequence[Sequence[int]], left: Sequence[int], right: Sequence[int], links: _Links
) -> bool:
    """Whether two groups of atoms are one utterance."""
    both = [*left, *right]
    centres = [one for one in both if all(links.linked(one, other) for other in both)]
    return any(
        _apart(sayings, atoms, left, right, links, centre) and _of_one_mouth(sayings, atoms, left, right, links)
        for centre in centres
    )


def _of_one_mouth(
    sayings: Sequence[Saying], atoms: Sequence[Sequence[int]], left: Sequence[int], right: Sequence[int], links: _Links
) -> bool:
    """Whether nobody named for one group is another than who is named for the other, unless their words are linked."""
    return all(
        relation(sayings[one].party, sayings[other].party) != "other"
        or (links.linked(first, second) and not sayings[one].documents & sayings[other].documents)
        for first in left
        for second in right
        for one in atoms[first]
        for other in atoms[second]
    )


def _apart(
    sayings: Sequence[Saying],
    atoms: Sequence[Sequence[int]],
    left: Sequence[int],
    right: Sequence[int],
    links: _Links,
    centre: int,
) -> bool:
    """Whether what one report tells in both groups may be one utterance all the same."""
    held: list[dict[DocumentId, set[int]]] = []
    for group in (left, right):
        own: dict[DocumentId, set[int]] = defaultdict(set)
        for atom in group:
            for number in atoms[atom]:
                for document in sayings[number].documents:
                    own[document].add(atom)
        held.append(own)
    for document in held[0].keys() & held[1].keys():
        for one in held[0][document]:
            for other in held[1][document]:
                if not links.linked(one, other) and not _in_parts(sayings, links, centre, one, other):
                    return False
    return True


def _in_parts(sayings: Sequence[Saying], links: _Links, centre: int, one: int, other: int) -> bool:
    """Whether two atoms meet different parts of the centre: of one saying, or two that a report tells apart as well."""
    if centre in {one, other}:
        return True
    first, place = links.place(centre, one)
    second, beside = links.place(centre, other)
    if first != second:
        return bool(sayings[first].documents & sayings[second].documents)
    return place.stop <= beside.start or beside.stop <= place.start
