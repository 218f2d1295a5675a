"""The vocabulary of parties, as sets: nouns of roles, bodies and groups, titles, pronouns, offices.

All words are in small letters. The data are `core/terms/roles.toml`.
"""

from dataclasses import dataclass
from functools import cache

from memcon.core.states import folded, state_words
from memcon.core.terms import listed, terms

DEFINITES = frozenset("the this both these those that his her its their our my".split())
RELATIVES = frozenset("who whom whose which that what there".split())
COUNTS = frozenset("two three four five six seven eight nine ten both".split())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Nouns by what they name; titles stand before a name; `pronouns` by any form, with their plainest.

    Attributes:
        roles: Titles and nouns of persons.
        outer: Words that no person's name begins with: roles, bodies and small words.
        takes_of: Words that "of" and a name go on with: "the president of Hallin".
        particles: Small words inside a person's name.
    """

    persons: frozenset[str]
    groups: frozenset[str]
    bodies: frozenset[str]
    titles: frozenset[str]
    geography: frozenset[str]
    realms: frozenset[str]
    determiners: frozenset[str]
    pronouns: dict[str, str]
    roles: frozenset[str]
    outer: frozenset[str]
    takes_of: frozenset[str]
    particles: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The vocabulary."""
    roles = terms("roles")

    def words(kind: str) -> frozenset[str]:
        return frozenset(word.lower() for entry in roles[kind] for word in entry["words"])

    persons, bodies, titles = words("person"), words("organisation"), words("title")
    realms = frozenset(roles["realm"]["words"])
    return Lexicon(
        persons=persons,
        groups=words("group"),
        bodies=bodies,
        titles=titles,
        geography=frozenset(word.lower() for word in roles["geography"]["words"]),
        realms=realms,
        roles=persons | titles,
        outer=persons | titles | bodies | {"of", "the", "and", "'s", "'"},
        takes_of=persons | titles | bodies | realms,
        particles=listed("roles", "particles") | listed("roles", "particles", "joining"),
        determiners=frozenset(roles["modifiers"]["determiners"]) | {"'s", "'"},
        pronouns={form: forms[0] for name, forms in roles["pronouns"].items() if name != "examples" for form in forms},
    )


@cache
def offices(words: str) -> frozenset[str]:
    """The offices that a title or description names; of two, one inside the other, the longer."""
    kept = [word for word in words.replace(",", " ").replace("’", "'").split() if folded(word) not in state_words()]
    lowered = f" {' '.join(kept).lower()} "
    found = [
        (word, office["name"])
        for office in terms("roles")["office"]
        for word in office["words"]
        if f" {word} " in lowered
    ]
    return frozenset(
        name for word, name in found if not any(word != other and f" {word} " in f" {other} " for other, _ in found)
    )


@cache
def genders(words: str) -> frozenset[str]:
    """The genders, `he` and `she`, that the words of a title or description show."""
    known = terms("roles")["gender"]
    said = {folded(word) for word in words.split()}
    return frozenset(gender for gender in ("he", "she") if said & {word.lower() for word in known[gender]})


@cache
def role_nouns(words: str) -> frozenset[str]:
    """The nouns of persons among some words."""
    return frozenset(words.lower().replace(",", " ").split()) & lexicon().persons


@cache
def is_office(words: str) -> bool:
    """Whether some words name an office or role, rather than courtesy or kin."""
    said = {word.strip(".,").casefold() for word in words.split()}
    return bool(said & (lexicon().roles - listed("roles", "courtesy") - listed("roles", "courtesy", "also")))
