"""Who appears in a document: phrases resolved to the fullest name the document gives.

In: the phrases of a document, sentence by sentence. Out: `Referent`s, one per phrase.

Method: full names with their titles are collected first. Then, in reading order, a single name is the most recent
bearer of it; a definite description is the most recent person whose title has the same office and no other state; a
pronoun is the most recent subject of its kind. A pronoun's gender only passes over somebody whom a title shows to be
of the other one; translation gets it wrong too often to do more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from memcon.annotate.names import Phrase
from memcon.core.annotation import PartyType
from memcon.core.states import folded, state_words
from memcon.core.terms import terms

_BREAKS = frozenset({",", "–", "—"})
_CLOSES = frozenset({",", ".", ";", ")", "–", "—"})


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a phrase means, by the fullest name the document has."""

    name: str
    type: PartyType


@dataclass(slots=True)
class _Person:
    name: str
    titles: set[tuple[str, str | None]] = field(default_factory=set)  # office or role noun, affiliation
    last_seen: int = -1
    first_seen: int = 0
    genders: set[str] = field(default_factory=set)

    def entitle(self, words: str, affiliation: str | None) -> None:
        self.genders.update(_genders(words))
        self.titles.update((role, affiliation) for role in _offices(words) | _role_nouns(words))

    def holds(self, roles: frozenset[str], affiliation: str | None) -> bool:
        return any(role in roles and _akin(affiliation, other) for role, other in self.titles)


class Cast:
    """The people and bodies of one document, met in reading order.

    Call `meet` for every phrase in turn; call `spoke` when somebody turns out to be a speaker, since pronouns and
    bare descriptions mean the last one who spoke rather than the last one named; and `led` when somebody was the
    subject of a sentence.

    Args:
        home: The official body that issued the document, if one did.
    """

    def __init__(self, phrases: Sequence[Phrase], text: str, *, home: str = "") -> None:
        self._people: dict[str, _Person] = {}
        self._bodies: dict[str, Referent] = {}
        self._speaker: dict[str, Referent] = {}
        self._salient: Referent | None = None
        realms = terms("roles")["realm"]["words"]
        self._home = frozenset(word for word in home.replace(",", "").split() if word.lower() not in realms)
        self._collect(phrases, text)

    def meet(self, phrase: Phrase) -> Referent | None:
        """Whom the phrase means; None for a pronoun before anybody was named."""
        match phrase.kind:
            case "pronoun":
                return self._pronoun(phrase.name)
            case "description":
                return self._described(phrase)
        return self._named(phrase)

    def spoke(self, referent: Referent) -> None:
        """Remember a speaker."""
        self._speaker[{"person": "person", "group": "group", "unknown": "person"}.get(referent.type, "body")] = referent
        self.led(referent)

    def led(self, referent: Referent) -> None:
        """Remember the subject of a sentence."""
        if referent.type in {"person", "unknown"}:
            self._salient = referent

    def _collect(self, phrases: Sequence[Phrase], text: str) -> None:
        previous: _Person | None = None
        for index, phrase in enumerate(phrases):
            if phrase.kind != "name" or phrase.type != "person" or " " not in phrase.name:
                continue
            person = self._people.setdefault(phrase.name, _Person(phrase.name, first_seen=phrase.start))
            of = _of(phrases, index, text)
            for other in (phrase, *_appositions(phrases, index, text)):
                words = other.title if other.kind == "name" else other.name
                person.entitle(words, other.affiliation or of)
                if "counterpart" in words and previous is not None:  # of whoever was named just before
                    person.titles.update((role, other.affiliation) for role, _ in previous.titles)
            previous = person
        for phrase in phrases:
            bearer = self._bearer(phrase.name) if phrase.title and " " not in phrase.name else None
            if bearer is not None:
                bearer.entitle(phrase.title, phrase.affiliation)

    def _named(self, phrase: Phrase) -> Referent:
        person = self._people.get(phrase.name) or self._bearer(phrase.name)
        if phrase.type == "state" or (phrase.type == "organisation" and person is None):
            return self._body(Referent(phrase.name, phrase.type))
        if person is None:
            return Referent(phrase.name, "person" if phrase.title else phrase.type)
        person.last_seen = max(person.last_seen, phrase.start)
        return Referent(person.name, "person")

    def _bearer(self, name: str) -> _Person | None:
        """Who bears a single name: the one met most recently, else the first still to come."""
        bearers = [person for person in self._people.values() if name in person.name.split(" ")]
        if not bearers:
            return None
        met = [person for person in bearers if person.last_seen >= 0]
        return max(met, key=lambda person: person.last_seen) if met else min(bearers, key=lambda p: p.first_seen)

    def _body(self, referent: Referent) -> Referent:
        self._bodies[referent.name.lower().split(" ")[-1]] = referent
        return referent

    def _described(self, phrase: Phrase) -> Referent:
        bare = Referent(phrase.name, phrase.type)
        if phrase.type == "person":
            return (self._holder(phrase) or self._same_head(bare, "person")) if phrase.definite else bare
        if phrase.type == "group":
            return self._same_head(bare, "group") if " " not in phrase.name else bare
        known = self._bodies.get(phrase.name.lower().split(" ")[-1])
        if known is not None and (phrase.definite and " " not in phrase.name):
            return known
        return self._body(bare)

    def _same_head(self, bare: Referent, kind: str) -> Referent:
        """Whom a bare description repeats: “the official” after “a senior ministry official”."""
        last = self._speaker.get(kind)
        same = last is not None and last.name.lower().split(" ")[-1] == bare.name.lower().split(" ")[-1]
        return last if last is not None and same and " " not in bare.name else bare

    def _holder(self, phrase: Phrase) -> Referent | None:
        """Who has the office: whoever was just the subject, else the last one named, else the only one there is."""
        roles = _offices(phrase.name) if " " in phrase.name else frozenset()
        roles = roles or _role_nouns(phrase.name)
        holders = [person for person in self._people.values() if person.holds(roles, phrase.affiliation)]
        local = [person for person in holders if self._home and phrase.affiliation is None and self._at_home(person)]
        if local:  # a ministry names its own minister first
            return Referent(min(local, key=lambda person: person.first_seen).name, "person")
        met = [person for person in holders if person.last_seen >= 0]
        if self._salient is not None and any(person.name == self._salient.name for person in met):
            return self._salient
        if met:
            return Referent(max(met, key=lambda person: person.last_seen).name, "person")
        return Referent(holders[0].name, "person") if len(holders) == 1 else None

    def _at_home(self, person: _Person) -> bool:
        """Whether somebody may be of the office that issued the text: a ministry's "the Minister" is its own."""
        others = {other for _, other in person.titles if other is not None}
        return not others or any(_akin(other, word) for other in others for word in self._home)

    def _pronoun(self, pronoun: str) -> Referent | None:
        match pronoun:
            case "it":
                return self._speaker.get("body")
            case "they":
                return self._speaker.get("group") or self._speaker.get("body")
        return self._of_gender(pronoun) or self._salient

    def _of_gender(self, pronoun: str) -> Referent | None:
        """The last one named who may be meant, if titles show that the last subject is not."""
        other = {"he": "she", "she": "he"}[pronoun]
        salient = self._people.get(self._salient.name) if self._salient else None
        if salient is None or salient.genders != {other}:
            return None
        met = [person for person in self._people.values() if person.last_seen >= 0 and person.genders == {pronoun}]
        return Referent(max(met, key=lambda person: person.last_seen).name, "person") if met else None


def _akin(left: str | None, right: str | None) -> bool:
    """Whether two affiliations may be one: an unknown one may be any; "Kelmora" and "Kelmoran" begin alike."""
    return left is None or right is None or left == right or left[:5] == right[:5]


def _of(phrases: Sequence[Phrase], index: int, text: str) -> str | None:
    """What follows a name by "of": "Foreign Minister Ilka Brandt of Hallin"."""
    following = phrases[index + 1] if index + 1 < len(phrases) else None
    if following is None or text[phrases[index].end : following.start].strip() not in {"of", "of the"}:
        return None
    return following.name if following.type == "state" else following.affiliation or following.name


def _appositions(phrases: Sequence[Phrase], index: int, text: str) -> Iterable[Phrase]:
    """Descriptions set beside a name: "Ilka Brandt, the trade minister, said" and "the minister, Ilka Brandt"."""
    name = phrases[index]
    for other in phrases[max(0, index - 1) : index + 2]:
        if other.kind != "description" or other.type != "person":
            continue
        if other.end <= name.start:
            beside = text[other.end : name.start].strip() in _BREAKS
        else:
            beside = (
                text[name.end : other.start].strip() in _BREAKS
                and text[other.end : other.end + 2].strip()[:1] in _CLOSES
            )
        if beside:
            yield other


@cache
def _offices(words: str) -> frozenset[str]:
    """The offices a title or description names; of two, one inside the other, the longer; else its role nouns."""
    kept = [word for word in words.replace(",", " ").split() if folded(word) not in state_words()]
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
def _genders(words: str) -> frozenset[str]:
    known = terms("roles")["gender"]
    said = {folded(word) for word in words.split()}
    return frozenset(gender for gender in ("he", "she") if said & {word.lower() for word in known[gender]})


@cache
def _role_nouns(words: str) -> frozenset[str]:
    nouns = {word for entry in terms("roles")["person"] for word in entry["words"]}
    return frozenset(word for word in words.lower().replace(",", " ").split() if word in nouns)
