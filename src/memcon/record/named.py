"""Whether a party has a name of its own, or is only described: `a senior official`, `State Councillor`."""

from functools import cache

from memcon.core.record import Party
from memcon.core.terms import terms


def is_named(party: Party) -> bool:
    """Whether it is a person with a name: some word of it has a capital and is no title."""
    words = party.name.replace("-", " ").split()
    return party.type == "person" and any(
        word[:1].isupper() and word.casefold() not in _titles() for word in words[-2:]
    )


@cache
def _titles() -> frozenset[str]:
    roles = terms("roles")
    return frozenset(
        word.casefold() for kind in ("person", "title") for entry in roles[kind] for words in entry["words"]
        for word in words.split()
    )  # fmt: skip
