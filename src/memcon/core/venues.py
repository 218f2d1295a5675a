"""Where people meet, by a common noun.

The nouns are vocabulary (`core/terms/venues.toml`); what has a name is not looked up here.
"""

from functools import cache
from typing import Literal

from memcon.core.terms import terms

Venue = Literal["aboard", "ground"]


def venue(noun: str) -> Venue | None:
    """Of what sort a noun in its base form is, such as `aboard` for `deck`; None if it is no venue."""
    return _sorts().get(noun.casefold())


@cache
def _sorts() -> dict[str, Venue]:
    known = terms("venues")
    sorts: tuple[Venue, ...] = ("aboard", "ground")
    return {noun: sort for sort in sorts for noun in known[sort]}
