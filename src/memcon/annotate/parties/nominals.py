"""Phrases that refer to somebody or something: names, descriptions and pronouns, not yet told whom they mean.

In: the tree of a document, its names, and the phrases that the language model sees. Out: `Nominal`s in reading order.

Method: read from its end, capitalised words of a phrase after the last title or role are a person's name; a phrase
whose head is a role noun is a description of a person, one whose head is a body's noun of a body. The vocabularies
(`core/terms/roles.toml`, `states.toml`) decide where they know a word; the model decides elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from memcon.annotate.parties.lexicon import DEFINITES, RELATIVES, lexicon
from memcon.annotate.parties.names import Names
from memcon.annotate.parties.runs import LONGEST, PARTS, Runs
from memcon.annotate.tree import Tree
from memcon.core.annotation import MentionKind, PartyType
from memcon.core.organisations import organisation
from memcon.core.reading import Name, Phrase, Reading
from memcon.core.states import folded, longer_names, seats
from memcon.core.terms import listed

_IN = frozenset("in at near outside inside around through into across".split())
_Sorted = tuple[MentionKind, PartyType | None, list[int]]
"""How words refer, to what sort of party, and which of them are the name or description."""


@dataclass(frozen=True, slots=True, eq=False)
class Nominal:
    """A phrase that refers.

    Attributes:
        head: Number of its head word.
        start, end: Code points, with article and title, without what follows the name or noun.
        whole: Where it ends with what follows it by a preposition: "of the delegation", "to the premier".
        kind: How it refers.
        type: To what sort of party; None if to a thing, an event, a place.
        name: The bare name; or the description without its article; or the pronoun's plainest form, such as `she`.
        title: What stands before a name, such as `visiting Foreign Minister`.
        of: The state that its words name, by that state's name; else another name before the role.
        plural: Whether it means several.
        definite: Whether it can refer back to somebody named before.
        possessive: Whether it only owns what follows.
        key: Its head's dictionary form, which a later description of the same has too; of a name the name, folded.
        title_range: Code points of the title, or of a description's words.
    """

    head: int
    start: int
    end: int
    whole: int
    kind: MentionKind
    type: PartyType | None
    name: str
    title: str = ""
    of: str | None = None
    plural: bool = False
    definite: bool = True
    possessive: bool = False
    key: str = ""
    title_range: tuple[int, int] = (0, 0)


def find_nominals(tree: Tree, names: Names, reading: Reading) -> tuple[Nominal, ...]:
    """The phrases of a document that refer, in the order of their heads; a title before a name is none by itself."""
    return tuple(_Finder(tree, names, reading).all())


class _Finder:
    def __init__(self, tree: Tree, names: Names, reading: Reading) -> None:
        self._tree = tree
        self._names = names
        self._phrases: dict[int, Phrase] = {phrase.head: phrase for phrase in reading.phrases}
        self._runs = Runs(tree, names, self._phrases)

    def all(self) -> Iterator[Nominal]:
        """Every phrase, each word heading one at most, and being part of one title at most."""
        taken: set[int] = set()  # words of titles and names; they refer to nobody by themselves
        found: dict[int, Nominal] = {}
        for head in range(len(self._tree)):
            if head in taken or not self._runs.heads(head):
                continue
            nominal = self._nominal(head)
            if nominal is None:
                continue
            found[head] = nominal
            inside = self._tree.inside(nominal.title_range[0] or nominal.start, nominal.end)
            own = [n for n in inside if n != head and self._part(n, nominal)]
            taken.update(own)
            for n in own:
                found.pop(n, None)
        yield from self._beside(found[head] for head in sorted(found))

    def _beside(self, found: Iterable[Nominal]) -> Iterator[Nominal]:
        """The phrases; a name that the model does not know, behind a role and a comma, is a person's."""
        role: Nominal | None = None
        for one in found:
            unknown = one.kind == "name" and one.type in {None, "unknown"} and " " in one.name
            named = unknown and role is not None and self._tree.text[role.whole : one.start].strip() == ","
            yield replace(one, type="person") if named else one
            if role is None or one.start >= role.whole:
                role = one if one.kind == "description" and one.type == "person" else None

    def _part(self, n: int, nominal: Nominal) -> bool:
        """Whether a word inside a phrase refers to nothing by itself: the "deputy" of a deputy minister."""
        if nominal.kind == "name":
            return nominal.type == "state" or not self._runs.owns(n)
        if n > nominal.head:
            return self._names.of(n) is None and not self._runs.owns(n)
        return self._names.of(n) is None and self._tree.relations[n] != "nmod:poss"

    def _nominal(self, head: int) -> Nominal | None:
        """What the phrase of a head refers to, and how; None if to nothing."""
        tree = self._tree
        if self._runs.pronoun(head):
            return self._pronoun(head)
        if tree.upos[head] in {"PRON", "NUM"} or tree.lower[head] in RELATIVES:
            return None
        run = self._runs.run(head)
        bare = self._without_article(run)
        if not bare or tree.lower[run.start] == "no":  # "no one" is nobody
            return None
        tail = self._tail(bare)
        before = [n for n in bare if not tail or n < tail[0]]
        kind, type_, named = self._sort(head, bare, tail, before)
        if named == tail and tail[-1] < run.stop - 1:  # what the model took for a name goes on into the sentence
            run = range(run.start, tail[-1] + 1)
        whole = self._runs.whole(head, run, ("of", "from") if type_ != "person" else ())
        titled = kind == "name" and named == tail and bool(before)
        entitling = before if titled else list(range(bare[0], whole + 1)) if kind == "description" else []
        name = self._named(kind, type_, named, run, whole)
        return Nominal(
            head,
            tree.starts[run.start],
            tree.ends[run.stop - 1],
            tree.ends[whole],
            kind,
            type_,
            name,
            title=self._spelled(before) if titled else "",
            of=self._of(entitling, head) if entitling else None,
            plural=self._plural(head, type_),
            definite=kind == "name" or self._definite(run, head, type_),
            possessive=any(tree.lower[n] in {"'s", "'"} for n in tree.children[head]),
            key=folded(name) if kind == "name" else tree.lemmas[head],
            title_range=(tree.starts[entitling[0]], tree.ends[entitling[-1]]) if entitling else (0, 0),
        )

    def _pronoun(self, head: int) -> Nominal | None:
        tree = self._tree
        form = lexicon().pronouns[tree.lower[head]]
        if form == "it" and tree.relations[head] == "expl":
            return None
        person: PartyType | None = "person" if form in {"he", "she", "i", "you"} else None
        start, end = tree.starts[head], tree.ends[head]
        return Nominal(
            head, start, end, end, "pronoun", person, form,
            plural=form in {"they", "we"}, possessive=tree.relations[head] == "nmod:poss", key=form,
        )  # fmt: skip

    def _without_article(self, run: range) -> list[int]:
        bare = list(run)
        while bare and self._tree.lower[bare[0]] in lexicon().determiners:
            bare.pop(0)
        return bare

    def _tail(self, bare: Sequence[int]) -> list[int]:
        """The words of a person's name that end a phrase: capitalised, after the last title, role or state."""
        tree, names, words = self._tree, self._names, lexicon()
        tail: list[int] = []
        for n in reversed(bare):
            word, capital = tree.lower[n].replace(".", ""), tree.forms[n][:1].isupper()
            glued = n > bare[0] and tree.forms[n - 1] == "-" and tree.ends[n - 1] == tree.starts[n]
            blocked = word in words.outer or (word in {"elect", "designate"} and glued)
            inner = names.person(n) and n > bare[0] and names.of(n - 1) is names.of(n)
            titled = n > bare[0] and (tree.lower[n - 1] in words.titles or names.state(tree.forms[n - 1]) is not None)
            surname = inner and not titled  # "Stephen King", not "U.S. President Marn"
            if (
                names.time(n)
                or (blocked and not surname)
                or (names.state(tree.forms[n]) is not None and not names.person(n))
                or self._ends_state(bare, n)
            ):
                break
            if not (glued or capital or (tail and (word in words.particles or word in {"-", ".", "&"}))):
                break
            tail.insert(0, n)
        while tail and not tree.forms[tail[0]][:1].isupper():
            tail.pop(0)
        return tail or self._begun(bare)

    def _ends_state(self, bare: Sequence[int], n: int) -> bool:
        """Whether a word of a phrase ends the name of a state that has several words: "of Saudi Arabia"."""
        firsts = (first for first in range(max(bare[0], n - PARTS + 1), n))
        return any(
            self._tree.lower[first - 1] == "of" and self._names.is_name(self._spelled(range(first, n + 1)))
            for first in firsts
        )

    def _begun(self, bare: Sequence[int]) -> list[int]:
        """The beginning of a phrase that is a person's name, where the model let the name run on."""
        tree, names = self._tree, self._names
        if not names.person(bare[0]):
            return []

        def goes_on(n: int) -> bool:
            same = names.of(n) is names.of(bare[0])
            return same and tree.forms[n][:1].isupper() and tree.lower[n] not in lexicon().roles

        return list(takewhile(goes_on, bare))

    def _sort(self, head: int, bare: list[int], tail: list[int], before: list[int]) -> _Sorted:
        """How the words without the article refer; the vocabularies first."""
        tree, names, words = self._tree, self._names, lexicon()
        word = tree.lower[head].replace(".", "")
        ends = next((n - 1 for n in bare[1:] if tree.lower[n] == "of"), bare[-1])
        last, whole = tree.lower[ends].replace(".", ""), self._spelled(bare)
        if names.is_name(whole):
            return "name", None if folded(whole) in seats() and self._located(head) else "state", bare
        if organisation(whole) is not None:
            return "name", "organisation", bare
        if len(bare) > 2 and tree.lower[bare[0]] in words.realms and tree.lower[bare[1]] == "of":
            return "name", "state", [n for n in bare[2:] if tree.lower[n] != "the"]
        place = tree.lower[bare[-1]] in words.geography and tree.forms[bare[-1]][:1].isupper()
        if folded(whole) in longer_names() or place:
            return "name", None, bare
        joined = bool(before) and tree.lower[before[-1]] in {"of", "the", "for", "and", "in", "at", "to"}
        seen = names.of(head) or names.of(bare[-1])
        if tail and not joined and (self._titled(before) or names.person(head) or names.person(bare[-1])):
            return "name", "person", tail
        body = seen is not None and seen.type in {"organisation", "party"}
        if last in words.bodies or word in words.bodies or body:
            return ("name" if any(tree.forms[n][:1].isupper() for n in bare) else "description"), "organisation", bare
        phrase = self._phrases.get(head)
        capital = tree.forms[head][:1].isupper()
        if word in words.persons or (word in words.titles and capital and phrase and phrase.type == "person"):
            return "description", "person", bare
        if word in words.groups:
            return "description", "group", bare
        if (capital and tree.upos[head] != "NOUN") or (head in tail and seen is not None):
            return self._by_name(bare, tail, seen, phrase)
        if phrase is not None and phrase.type == "person":
            return "description", "group" if self._plural(head, None) else "person", bare
        return "description", "organisation" if phrase is not None and phrase.type == "organization" else None, bare

    def _located(self, head: int) -> bool:
        """Whether something happens in a city or somebody goes there, so that the city does not stand for a state."""
        tree = self._tree
        case, above = tree.case(head), tree.lemmas[tree.heads[head]]
        goes = above in listed("roles", "going") and (case in {"to", "from", "for"} or tree.relations[head] == "obj")
        return case in _IN or goes

    def _by_name(self, bare: list[int], tail: list[int], seen: Name | None, phrase: Phrase | None) -> _Sorted:
        """What capitalised words that no vocabulary knows name, as the model sees it."""
        match seen.type if seen is not None else None:
            case "country":
                return "name", "state", bare
            case "group":
                return "name", "group", bare
            case "place" | "facility":
                known = self._names.state(self._spelled(bare)) is not None
                return "name", "state" if known else None, tail or bare
            case "person" | "politician":
                return "name", "person", tail or bare
            case None if tail and tail[-1] == bare[-1]:
                sort = phrase.type if phrase is not None else None
                known_as: dict[str | None, PartyType | None] = {
                    "person": "person", "organization": "organisation", None: "unknown",
                }  # fmt: skip
                named = tail if sort == "person" or len(tail) == len(bare) else bare
                return "name", known_as.get(sort), named
        return "name" if seen is not None else "description", None, bare

    def _named(self, kind: MentionKind, type_: PartyType | None, named: list[int], run: range, whole: int) -> str:
        """The words of a name; of an unnamed person or group with what follows by a preposition."""
        tree = self._tree
        if kind == "description" and type_ == "group":
            named = [n for n in run if tree.upos[n] == "NUM" and n < named[0]][-1:] + named
        fuller = kind == "description" and type_ in {"person", "group"} and whole - named[0] <= LONGEST
        spelled = self._spelled(range(named[0], whole + 1) if fuller else named)
        return (self._names.state(spelled) or spelled) if type_ == "state" else spelled

    def _titled(self, before: Sequence[int]) -> bool:
        tree, words = self._tree, lexicon()
        return bool(before) and (
            tree.lower[before[-1]].replace(".", "") in words.titles
            or any(tree.lower[n] in words.persons for n in before[-4:])
        )

    def _of(self, words: Sequence[int], head: int) -> str | None:
        """The state that some words name, by itself or as an adjective; else another name before the role."""
        tree, names = self._tree, self._names
        for length in (3, 2, 1):
            for index in range(len(words) - length + 1):
                some = words[index : index + length]
                if tree.forms[some[0]][:1].isupper() and (found := names.state(self._spelled(some))) is not None:
                    return found
        for n in words:
            seen = names.of(n)
            if seen is not None and not names.person(n) and n != head:
                return self._spelled(tree.inside(seen.anchor.start, seen.anchor.end))
        known = lexicon().outer
        return next(
            (
                tree.forms[n] for n in words
                if n != head and tree.forms[n][:1].isupper() and tree.lower[n] not in known
                and (tree.relations[n] == "nmod:poss" or (n != words[0] and not tree.forms[n].isupper()))
            ),
            None,
        )  # fmt: skip

    def _plural(self, head: int, type_: PartyType | None) -> bool:
        tree = self._tree
        inflected = tree.lemmas[head] != tree.lower[head] and tree.lower[head].endswith("s")
        return type_ == "group" or (tree.upos[head] == "NOUN" and inflected)

    def _definite(self, run: range, head: int, type_: PartyType | None) -> bool:
        first = self._tree.lower[run.start]
        if first in DEFINITES or self._tree.child(head, "nmod:poss") is not None:
            return True
        bare = first not in lexicon().determiners and not self._tree.lower[head].endswith("s")
        return type_ == "person" and bare  # "State Department official said", as headlines have it

    def _spelled(self, words: Sequence[int]) -> str:
        tree = self._tree
        return " ".join(tree.text[tree.starts[words[0]] : tree.ends[words[-1]]].split()) if words else ""
