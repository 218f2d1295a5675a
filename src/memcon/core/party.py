"""Whoever acts or speaks in the reports, and what each of them calls it."""

from collections.abc import Iterable
from dataclasses import dataclass

from memcon.core.anchor import Anchor
from memcon.core.annotation import PartyType
from memcon.core.dates import PartialDate
from memcon.core.ids import DocumentId, PartyId


@dataclass(frozen=True, slots=True, order=True)
class Alias:
    """The name one document uses for a party."""

    document: DocumentId
    name: str


@dataclass(frozen=True, slots=True)
class Office:
    """A role of a party over time, as far as documents state it.

    Attributes:
        title: In the words most documents use.
        of: The state or body whose office it is.
        since, until: When the first and the last of the documents that state it were published; None if none is dated.
        anchors: Where they state it; never empty.
    """

    title: str
    of: str | None
    since: PartialDate | None
    until: PartialDate | None
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A person, state or body that acts.

    Attributes:
        name: The fullest of its names.
        aliases: What each document calls it, sorted.
        names: Every name and spelling, sorted.
        roles: Sorted by date and title.
        side: The state for which it acts, by that state's name; None where no document shows one, or where they differ.
    """

    id: PartyId
    name: str
    type: PartyType
    aliases: tuple[Alias, ...]
    names: tuple[str, ...] = ()
    roles: tuple[Office, ...] = ()
    side: str | None = None


def party_index(parties: Iterable[Party]) -> dict[Alias, Party]:
    """The party behind what a document calls it."""
    return {alias: party for party in parties for alias in party.aliases}
