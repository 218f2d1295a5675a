"""Things grouped by what they share: things and a way to read their traits in, groups out.

Groups and their members keep the order given, so that what is sorted stays sorted.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def sharing(things: Sequence[T], traits: Callable[[T], Iterable[Hashable]]) -> list[list[T]]:
    """Groups within which each thing shares a trait with another, directly or through others."""
    parent = list(range(len(things)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    first: dict[Hashable, int] = {}
    for number, thing in enumerate(things):
        for trait in traits(thing):
            parent[root(number)] = root(first.setdefault(trait, number))
    groups: dict[int, list[T]] = defaultdict(list)
    for number, thing in enumerate(things):
        groups[root(number)].append(thing)
    return list(groups.values())


def parted(things: Sequence[T], traits: Callable[[T], Iterable[Hashable]]) -> list[list[T]]:
    """The same, but what has no trait joins the one group there is; beside several it is a group of its own."""
    without = [thing for thing in things if not list(traits(thing))]
    groups = sharing([thing for thing in things if list(traits(thing))], traits)
    if len(groups) == 1:
        return [list(things)]
    return [*groups, without] if without else groups
