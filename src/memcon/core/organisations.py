"""Organisations by any name that reports use for them, and the states for which national bodies act.

Names are compared with their capitals, since "WHO" is a body and "who" is not; points and curly apostrophes aside.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from memcon.core.states import buildings, folded
from memcon.core.terms import terms


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that acts under a name of its own.

    Attributes:
        name: The one news agencies use.
        state: The state for which it acts, by that state's name; None for an international one.
    """

    name: str
    state: str | None


def organisation(name: str) -> Organisation | None:
    """The organisation of that name, or the house that stands for a government; None if none or several bear it."""
    state = buildings().get(folded(name))
    return _known().get(_key(name)) or (Organisation(name, state) if state is not None else None)


def _key(name: str) -> str:
    return " ".join(name.replace(".", "").replace("’", "'").removeprefix("the ").removeprefix("The ").split())


@cache
def _known() -> dict[str, Organisation]:
    found: dict[str, set[Organisation]] = defaultdict(set)
    for entry in terms("organisations")["organisation"]:
        if entry["type"] == "organisation":
            own = Organisation(entry["name"], entry.get("state"))
            for name in (entry["name"], *entry.get("names", ())):
                if name not in entry.get("ambiguous", ()):
                    found[_key(name)].add(own)
    return {name: min(some, key=lambda one: one.name) for name, some in found.items() if len(some) == 1}
