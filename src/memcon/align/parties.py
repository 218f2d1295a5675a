"""One party, whatever each document calls it.

In: the annotations of many documents. Out: parties, sorted by id, each with its alias in every document.

A full name equals itself, whatever its case and points. A single name is the one full name of the collection that
ends or begins with it; if there are two such people, it stays by itself: a surname never merges two people.
"""

from collections import defaultdict
from collections.abc import Iterable

from memcon.core.annotation import Annotations, PartyType
from memcon.core.ids import PartyId, digest
from memcon.core.record import Alias, Party


def align_parties(annotations: Iterable[Annotations]) -> tuple[Party, ...]:
    """The parties that speak or are spoken to."""
    found = sorted(
        {
            (speaker.name, speaker.type, one.document)
            for one in annotations
            for statement in one.statements
            for speaker in (statement.speaker, statement.addressee)
            if speaker is not None
        }
    )
    bearers = _bearers(name for name, type_of, _ in found if type_of == "person")
    aliases: dict[str, set[Alias]] = defaultdict(set)
    types: dict[str, set[PartyType]] = defaultdict(set)
    for name, type_of, document in found:
        key = _key(name)
        if type_of in {"person", "unknown"} and len(bearers.get(key, ())) == 1:
            (key,) = bearers[key]
        aliases[key].add(Alias(document, name))
        types[key].add(type_of)
    return tuple(sorted((_party(key, aliases[key], types[key]) for key in aliases), key=lambda party: party.id))


def _bearers(names: Iterable[str]) -> dict[str, set[str]]:
    """For each first and last word of a full name, who bears it."""
    found: dict[str, set[str]] = defaultdict(set)
    for key in {_key(name) for name in names}:
        parts = key.split(" ")
        if len(parts) > 1:
            found[parts[0]].add(key)
            found[parts[-1]].add(key)
    return found


def _key(name: str) -> str:
    return " ".join(name.casefold().replace(".", "").split())


def _party(key: str, aliases: set[Alias], types: set[PartyType]) -> Party:
    """The party with its fullest, then most frequent, then first name, and its most specific type."""
    names = sorted(alias.name for alias in aliases)
    name = max(sorted(set(names)), key=lambda name: (name.count(" "), names.count(name)))
    ranked: tuple[PartyType, ...] = ("person", "state", "organisation", "group", "unknown")
    return Party(PartyId(digest("party", key)), name, min(types, key=ranked.index), tuple(sorted(aliases)))
