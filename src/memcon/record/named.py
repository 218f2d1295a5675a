"""Whether a party has a name of its own, or is only described: `a senior official`, `State Councillor`."""

from functools import cache

from memcon.core.party import Party
from memcon.core.terms import terms


def is_named(party: Party) -> bool:
    """Whether it is a person with a name: its last word has a capital and is no title."""
    last = party.name.split()[-1] if party.name.split() else ""
    return party.type == "person" and last[:1].isupper() and last.casefold() not in _titles()


@cache
def _titles() -> frozenset[str]:
    roles = terms("roles")
    return frozenset(
        word.casefold() for kind in ("person", "title") for entry in roles[kind] for words in entry["words"]
        for word in words.split()
    )  # fmt: skip
