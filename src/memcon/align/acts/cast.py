"""Who is meant where a report does not name him: "the Hallin foreign minister", "the two ministers", "both sides".

In: what a report sees of its people, and the parties behind their names. Out: a `Cast`, which gives whoever a
description means, if exactly one person, or one of each side, holds such an office in the report.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from memcon.align.names import fold, is_description, plain_word
from memcon.align.offices import Title, alike, read_title, role_title
from memcon.core.annotation import Annotations
from memcon.core.ids import PartyId
from memcon.core.party import Alias, Party
from memcon.core.terms import listed

Side = str
"""The state that somebody acts for, or somebody whose state no report shows."""

_OFTEN = 2  # mentions of a state from which a report may be about it
_TAILS = (" of ", " in ", " at ", " from ", " for ", " to ", " on ", " with ", " who ")
_PAIR = 2
_SOME = frozenset("some several three four five six seven eight nine ten many former".split())
_CORE = 4  # letters that a state and its adjective share


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of a report.

    Attributes:
        dyad: The two sides that the report is about: those whose people and bodies it mentions most; empty if unclear.
        offices: Whoever it names, with side and titles.
        names: Every name of a person, a state or a body in it.
        states: Those it mentions.
        clear: The dyad, if the report mentions no third state nearly as often.
    """

    dyad: frozenset[Side]
    offices: tuple[tuple[Side, PartyId, tuple[Title, ...]], ...]
    names: tuple[str, ...]
    states: frozenset[Side] = frozenset()
    clear: frozenset[Side] = frozenset()

    @classmethod
    def of(cls, annotations: Annotations, parties: Mapping[Alias, Party]) -> "Cast":
        """Of one report."""
        offices: dict[PartyId, tuple[Side, PartyId, tuple[Title, ...]]] = {}
        for referent in annotations.referents:
            party = parties.get(Alias(annotations.document, referent.name))
            if party is not None and is_named(party) and party.side:
                titles = {role_title(role) for role in referent.roles} | {read_title(one.title) for one in party.roles}
                offices[party.id] = (party.side, party.id, tuple(sorted(titles, key=lambda one: sorted(one.words))))
        named = (one for one in annotations.referents if one.type != "group" and one.name[:1].isupper())
        names = (name for one in named for name in one.names)
        states = {
            party.name
            for one in annotations.referents
            if (party := parties.get(Alias(annotations.document, one.name))) is not None and party.type == "state"
        }
        holders = sorted(offices.values(), key=lambda one: one[:2])
        counts = Counter(_sides(annotations, parties))
        dyad, clear = _dyad(counts), _dyad(counts, clearly=True)
        return cls(dyad, tuple(holders), tuple(names), frozenset(states), clear)

    def meant(self, party: Party) -> tuple[tuple[Side, PartyId], ...]:
        """Whoever words mean that name nobody; empty if that is not clear."""
        head = _without(_head(party.name), party.side)
        if party.type == "state" or is_named(party) or not head:
            return ()
        title = read_title(head)
        holders = [(side, who) for side, who, titles in self.offices if any(alike(title, one) for one in titles)]
        if party.side is not None:
            holders = [one for one in holders if one[0] == party.side]
        if len(holders) == 1 and not head.casefold().endswith("s"):
            return tuple(holders)
        several = read_title(head.removesuffix("s"))
        both = [
            (side, who)
            for side, who, titles in self.offices
            if side in self.dyad and any(alike(several, one) for one in titles)
        ]
        apart = len(both) == _PAIR and len({side for side, _ in both}) == _PAIR
        return tuple(both) if head.casefold().endswith("s") and apart else ()

    def holding(self, party: Party) -> tuple[tuple[Side, str], ...]:
        """Both sides' holders of an office that words name in the plural: "the defence ministers"; by side and office.

        Empty where more is said of whose they are, or where it is not clear which two states the report is about.
        """
        words = party.name.split()
        if party.type == "state" or party.side is not None or len(words) < _PAIR or not party.name.endswith("s"):
            return ()
        title = read_title(party.name.removesuffix("s"))
        plain = party.name.islower() and party.name == _head(party.name) and words[0] not in _SOME
        named = plain and title.telling and len(title.words) > 1
        return tuple((side, title.office) for side in sorted(self.clear)) if named else ()


def is_named(party: Party) -> bool:
    """Whether somebody has a name of his own."""
    return party.type == "person" and not is_description(party.name)


def is_vague(party: Party, *, mutual: bool = False) -> bool:
    """Whether a party is no more than words: "senior officials of the ministry", or with `mutual` "the two sides"."""
    if party.type == "state" or is_named(party):
        return False
    words = _head(party.name).split()
    return bool(words) and plain_word(words[-1]) in (
        listed("roles", "sides") if mutual else listed("alignment", "vague")
    )


def _head(name: str) -> str:
    """What stands before anything that says more of it."""
    cut = min((at for tail in _TAILS if (at := name.find(tail)) > 0), default=len(name))
    return name[:cut].strip()


def head_noun(name: str) -> str:
    """What a description describes: `group` for "the joint working group on fishing rules"."""
    words = _head(name).split()
    return plain_word(words[-1]) if words else name


def _without(head: str, side: Side | None) -> str:
    """A description without the adjective of a state that the vocabulary need not know: "the Kelmoran minister"."""
    if side is None:
        return head
    core = fold(side)[:_CORE]
    return " ".join(word for word in head.split() if not (word[:1].isupper() and fold(word).startswith(core)))


def _dyad(counts: Counter[Side], *, clearly: bool = False) -> frozenset[Side]:
    """The two sides counted most; empty if a third is as often, or with `clearly` more than half as often."""
    often = [side for side, count in counts.most_common() if count >= _OFTEN]
    third = counts[often[_PAIR]] * (_PAIR if clearly else 1) if len(often) > _PAIR else 0
    return frozenset() if len(often) < _PAIR or third >= counts[often[1]] else frozenset(often[:_PAIR])


def _sides(annotations: Annotations, parties: Mapping[Alias, Party]) -> Iterable[Side]:
    for mention in annotations.mentions:
        party = parties.get(Alias(annotations.document, mention.name))
        side = (party.name if party.type == "state" else party.side) if party else None
        if side:
            yield side
