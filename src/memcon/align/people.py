"""Named persons across documents.

In: persons as each document has them. Out: groups of them, each one person.

Method, in this order, so that what comes later never changes what came before:

1. Full names that are equal are one person, whichever name stands first; middle initials may be missing but not differ,
   and a name turned round is the same only while the sides do not differ.
2. Full names spelled alike, as transliterations are, are one person if side and office agree.
3. A single name is the one person who bears it, unless side or office contradicts. If several bear it, office or side
   must show which one is meant: a surname never merges two people.
4. A single name that is left is one person while nothing tells its documents apart. One that several bear stays by
   itself, or with those of the same side and office.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from memcon.align.groups import parted, sharing
from memcon.align.names import deletions, fold, person_name, spelled_alike
from memcon.align.offices import Title, alike, role_title, whose_state
from memcon.core.annotation import Referent
from memcon.core.ids import DocumentId


@dataclass(frozen=True, slots=True)
class Seen:
    """A party as one document has it.

    Attributes:
        aliases: What the document's annotations call it, the referent's name first.
    """

    document: DocumentId
    referent: Referent
    aliases: tuple[str, ...]

    @property
    def side(self) -> str | None:
        """Its side, or else the one state whose offices it has."""
        states = {state for role in self.referent.roles if (state := whose_state(role)) is not None}
        return self.referent.side or (states.pop() if len(states) == 1 else None)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of somebody besides the name: sides, and telling titles."""

    sides: frozenset[str]
    titles: frozenset[Title]

    def contradicts(self, other: "_Known") -> bool:
        """Whether both have sides and share none, or have offices that nobody has at once."""
        if self.sides and other.sides and not self.sides & other.sides:
            return True
        only = any(title.only for title in self.titles) and any(title.only for title in other.titles)
        return only and not self.shares_title(other)

    def shares_title(self, other: "_Known") -> bool:
        """Whether a telling title of one may mean an office of the other."""
        return any(alike(one, two) for one in self.titles for two in other.titles)


@dataclass(frozen=True, slots=True)
class _Single:
    """A single name with what its document tells of the bearer."""

    word: str
    initials: frozenset[str]
    known: _Known


def group_people(seen: Sequence[Seen]) -> list[list[Seen]]:
    """Groups of persons as documents have them, each one person; every one of `seen` is in exactly one."""
    names = [person_name(one.referent.name) for one in seen]
    ends = frozenset(end for name in names if name.full and name.surname is None for end in name.ends)
    single: dict[_Single, list[Seen]] = defaultdict(list)
    full: list[Seen] = []
    for one, name in zip(seen, names, strict=True):
        if name.full and name.surname not in ends:
            full.append(one)
        else:
            word = (name.surname if name.full else "".join(name.words)) or fold(one.referent.name)
            single[_Single(word, name.initials, _known([one]))].append(one)
    return _with_single_names(_spelled_alike(_equal(full)), single)


def _known(group: Iterable[Seen]) -> _Known:
    sides = {one.side for one in group if one.side is not None}
    titles = {role_title(role) for one in group for role in one.referent.roles}
    return _Known(frozenset(sides), frozenset(title for title in titles if title.telling))


def _equal(full: Sequence[Seen]) -> list[list[Seen]]:
    """Those with one full name, in whichever order."""
    groups: list[list[Seen]] = []
    for block in sharing(full, lambda one: person_name(one.referent.name).keys):
        for same in parted(block, lambda one: person_name(one.referent.name).initials):
            orders: dict[tuple[str, ...], list[Seen]] = defaultdict(list)
            for one in same:
                orders[person_name(one.referent.name).words].append(one)
            groups += (list(chain(*together)) for together in parted(list(orders.values()), _sides))
    return groups


def _sides(group: Iterable[Seen]) -> frozenset[str]:
    return frozenset(one.side for one in group if one.side is not None)


def _spelled_alike(groups: Sequence[list[Seen]]) -> list[list[Seen]]:
    """Groups whose names are spelled alike joined, where side and office agree."""
    near: dict[tuple[str, str, int, str], set[tuple[tuple[str, ...], int]]] = defaultdict(set)
    for number, group in enumerate(groups):
        known = _known(group)
        for words in {person_name(one.referent.name).words for one in group}:
            for side, title, start in product(known.sides, known.titles, deletions(words[-1])):
                near[side, title.office, len(words), start].add((words, number))
    links: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for block in near.values():
        for (words, left), (others, right) in combinations(sorted(block), 2):
            if left != right and spelled_alike(words, others):
                links[left].add((left, right))
                links[right].add((left, right))
    joined = sharing(range(len(groups)), lambda number: links[number])
    return [list(chain(*(groups[number] for number in numbers))) for numbers in joined]


def _with_single_names(people: Sequence[list[Seen]], single: Mapping[_Single, Sequence[Seen]]) -> list[list[Seen]]:
    """The people with the single names that mean them, then the single names that are left."""
    bearers = _Bearers(people)
    joined: dict[int, list[Seen]] = defaultdict(list)
    left: dict[tuple[str, bool], list[Seen]] = defaultdict(list)
    for name, seen in single.items():
        bearing = bearers.of(name)
        meant = bearers.meant(name, bearing)
        if meant is not None:
            joined[meant] += seen
        else:
            left[name.word, len(bearing) > 1] += seen
    groups = [[*person, *joined[number]] for number, person in enumerate(people)]
    for (_, several), seen in left.items():
        groups += _by_office_alone(seen) if several else _while_nothing_tells_apart(seen)
    return groups


def _while_nothing_tells_apart(seen: Sequence[Seen]) -> Iterator[list[Seen]]:
    for side in parted(seen, lambda one: _known([one]).sides):
        yield from parted(side, lambda one: {title.office for title in _known([one]).titles})


def _by_office_alone(seen: Sequence[Seen]) -> list[list[Seen]]:
    """Groups of the same side and office; what lacks one of them is by itself."""

    def offices(one: Seen) -> set[Hashable]:
        known = _known([one])
        return {(side, title.office) for side in known.sides for title in known.titles}

    return sharing(seen, offices)


class _Bearers:
    """Who bears a name, of the people with full names."""

    def __init__(self, people: Sequence[list[Seen]]) -> None:
        self._known = [_known(person) for person in people]
        self._letters: list[frozenset[str]] = []
        self._ends: dict[str, set[int]] = defaultdict(set)
        self._inner: dict[str, set[int]] = defaultdict(set)
        for number, person in enumerate(people):
            names = {person_name(one.referent.name) for one in person}
            self._letters.append(frozenset(word[0] for name in names for word in name.words))
            for name in names:
                for word in name.ends:
                    self._ends[word].add(number)
                for word in name.inner:
                    self._inner[word].add(number)

    def of(self, name: _Single) -> list[int]:
        """Everybody who is called so by a first or last name, else by one between."""
        found = self._ends.get(name.word) or self._inner.get(name.word) or set()
        return sorted(number for number in found if name.initials <= self._letters[number])

    def meant(self, name: _Single, bearing: Sequence[int]) -> int | None:
        """Which of the bearers; None if there is none, or none that stands out."""
        fitting = [number for number in bearing if not self._known[number].contradicts(name.known)]
        if len(bearing) > 1:
            shared = [number for number in fitting if self._known[number].shares_title(name.known)]
            fitting = (
                shared
                if len(shared) == 1
                else [number for number in shared or fitting if self._known[number].sides & name.known.sides]
            )
        return fitting[0] if len(fitting) == 1 else None
