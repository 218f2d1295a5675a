"""What is known of somebody or something of a document, so far."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from memcon.annotate.parties.lexicon import genders, offices, role_nouns
from memcon.annotate.parties.nominals import Nominal
from memcon.core.annotation import PartyType
from memcon.core.states import folded


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something of a document.

    Attributes:
        name: The fullest name the document gives it.
        type: What sort of party it is; None for a thing.
        named: Whether that is a name rather than a description.
        mentions: In reading order.
        entitling: The nominals whose words describe it: titles before its name, descriptions beside it.
        offices: With the state or body of each.
        genders: `he` or `she`, as titles show it.
        sides: The states or bodies its titles name.
        first, last: Head words of the first and the last of its mentions; `last` is -1 before it is met.
    """

    number: int
    name: str
    type: PartyType | None
    named: bool = False
    plural: bool = False
    mentions: list[Nominal] = field(default_factory=list)
    entitling: list[Nominal] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    sides: list[str] = field(default_factory=list)
    first: int = 0
    last: int = -1

    @property
    def person(self) -> bool:
        """Whether it may be one person."""
        return self.type in {"person", "unknown"} and not self.plural

    @property
    def body(self) -> bool:
        """Whether it is a state or a body."""
        return self.type in {"organisation", "state"}

    def entitle(self, nominal: Nominal, words: str, of: str | None) -> None:
        """Note what some words say of it."""
        self.entitling.append(nominal)
        self.genders |= genders(words)
        if of is not None:
            self.sides.append(of)
        self.offices.update((office, of) for office in offices(words) | role_nouns(words))

    def holds(self, wanted: Collection[str], of: str | None) -> bool:
        """Whether it has one of some offices, of a state where one is told; an unplaced office is of its side."""
        return any(
            office in wanted
            and (akin(of, other) if other or not self.sides else any(akin(of, one) for one in self.sides))
            for office, other in self.offices
        )

    def may_bear(self, title: str, of: str | None) -> bool:
        """Whether a title does not contradict what is known: neither office nor gender."""
        wanted, shown = offices(title), genders(title)
        if shown and self.genders and shown.isdisjoint(self.genders):
            return False
        return not wanted or not self.offices or self.holds(wanted, of)


def akin(left: str | None, right: str | None) -> bool:
    """Whether two affiliations may be one: an unknown one may be any; "Kelmora" and "Kelmoran" begin alike."""
    return left is None or right is None or left == right or left[:5] == right[:5]


def sort_of(type_: PartyType | None) -> str:
    """The sort within which a word means the same: people, groups, bodies, things."""
    match type_:
        case "person" | "unknown":
            return "person"
        case "group":
            return "group"
        case None:
            return "thing"
    return "body"


def bare(name: str) -> str:
    """A person's name without points, marks and initials."""
    words = folded(name).replace("'", "").split()
    full = [word for word in words if len(word) > 1]
    return " ".join(full or words)


def same_person(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two full names may be one person's: the words of one are all among the other's, in order."""
    short, long = sorted((left, right), key=len)
    rest = iter(long)
    return len(short) > 1 and all(word in rest for word in short)
