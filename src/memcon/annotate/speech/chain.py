"""The setting of an utterance: through what it came, to whom, where and in what form it was made.

In: an attribution and its sentence. Out: a `Setting`, every slot of which is words of the sentence.
The vocabulary is `core/terms/relays.toml`; nothing is told that the sentence does not say.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from memcon.annotate.parties import Entity
from memcon.annotate.speech.attributions import Attributed
from memcon.annotate.speech.cues import base
from memcon.annotate.speech.sources import QUOTING, quoted_speaker
from memcon.annotate.tree import Tree
from memcon.core.annotation import RelayKind
from memcon.core.origins import agency_names
from memcon.core.terms import listed, terms

_TO = frozenset({"to", "with", "toward", "towards", "before"})
_IN = frozenset("in on at during via through by over after following from".split())
_CLAUSES = frozenset({"acl:relcl", "acl", "advcl", "parataxis", "conj", "cc", "punct", "appos"})
_AROUND = frozenset({"obl", "nmod", "advcl", "iobj", "obj"})
_FORMS = frozenset({"post", "statement", "transcript", "broadcast", "readout"})
"""Forms of an utterance that are links of its chain as well."""
_NEAR = 8  # words from an occasion to whoever was there
_BEFORE = 3  # words before a noun that may tell an occasion: "phone call", "news conference"
_DEEP = 4  # cues inside cues, verbs beside verbs


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain: code points and kind."""

    start: int
    end: int
    kind: RelayKind


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence tells of how something was said.

    Attributes:
        via: Nearest link first.
        addressee: Number of the head word of whoever was told.
        occasion, medium: Code points.
    """

    via: tuple[Link, ...] = ()
    addressee: int | None = None
    occasion: tuple[int, int] | None = None
    medium: tuple[int, int] | None = None


class Chain:
    """Asks the sentences of a document for settings.

    Args:
        attributions: All of the document, so that a chain of them can be followed.
        entities: Whom words mean, by the number of each word of a nominal.
    """

    def __init__(self, tree: Tree, attributions: Sequence[Attributed], entities: Mapping[int, Entity]) -> None:
        self._tree = tree
        self._entities = entities
        self._by_head = {one.cue.head: one for one in attributions}
        self._in_sentence: dict[int, list[Attributed]] = {}
        for one in attributions:
            self._in_sentence.setdefault(tree.sentences[one.cue.head], []).append(one)

    def setting(self, one: Attributed, last: int) -> Setting:
        """How something was said.

        Args:
            one: Its attribution.
            last: A word of the sentence in which its content ends.
        """
        occasion, medium, there = self._circumstances(one)
        if one.source is not None and self.quoted_by(one) is not None:
            via = [self._link(one.source)]
        else:
            via = list(self._relays(one, {self._tree.sentences[one.cue.head], self._tree.sentences[last]}))
        if medium is not None and (kind := self._kind(medium)) in _FORMS:
            via.append(Link(*self._range(medium), kind))
        return Setting(
            tuple(dict.fromkeys(via)),
            self._addressee(one, there if there is not None else self._met(via)),
            self._range(occasion) if occasion is not None else None,
            self._range(medium) if medium is not None else None,
        )

    def is_relay(self, head: int) -> bool:
        """Whether a word names a document or an outlet rather than somebody who speaks for himself."""
        return self._type(head) in {None, "organisation"} and self._kind(head) is not None

    def issuer(self, source: int) -> int | None:
        """Whoever put out a document: its owner, or whoever "by" or "from" names."""
        tree = self._tree
        for n in tree.children[source]:
            if (tree.relations[n] == "nmod:poss" or tree.case(n) in {"by", "from", "of"}) and self._type(n) is not None:
                return n
        released = tree.child(source, "acl")
        return (
            next((n for n in tree.children[released] if tree.case(n) == "by"), None) if released is not None else None
        )

    def quoted_by(self, one: Attributed) -> int | None:
        """Whose words an outlet passes on: the spokesman in "the agency said, quoting the spokesman"."""
        passing_on = _words("passing_on")  # which an outlet does, even if its name is a person's
        reported = self._tree.lower[one.cue.head] in passing_on
        if one.source is None or (self._type(one.source) == "person" and not reported):
            return None
        for other in self._in_sentence.get(self._tree.sentences[one.cue.head], ()):
            if other.cue.preposition == "relay" and other.source is not None and self._type(other.source) == "person":
                return other.source
        return None

    def passed_on(self, sentence: int) -> Iterator[tuple[Entity, Link]]:
        """Whomever an outlet quotes in a sentence: an adviser in "The Gazette quoted an adviser."."""
        tree = self._tree
        for one in self._in_sentence.get(sentence, ()):
            said = tree.child(one.cue.head, "obj")
            if base(tree.lower[one.cue.head]) in QUOTING and said is not None and said in self._entities:
                teller = tree.subject(one.cue.head)
                if teller is not None and self._somebody(teller):
                    yield self._entities[said], self._link(teller)

    # -- through what

    def _relays(self, one: Attributed, sentences: set[int]) -> Iterator[Link]:
        """Whoever passes it on, nearest first."""
        source = one.source
        own = source is not None and self.is_relay(source) and self._type(source) is None
        if own and source is not None:  # "its statement said"
            yield self._link(source)
        for head in (
            *self._according(sentences),
            *self._accounts(one),
            *self._agents(one),
            *self._above(one),
            *self._telling(one, sentences),
        ):
            if not self._same(head, source):
                yield self._link(head)

    def _according(self, sentences: set[int]) -> Iterator[int]:
        """What "according to" names, unless it is a person, who may be the speaker himself."""
        for other in self._others(sentences):
            source = other.source
            if other.cue.preposition in {"relay", "either"} and source is not None:
                asked = any(self._tree.lower[n] in {"which", "what", "whom"} for n in self._tree.children[source])
                if not asked and (self._type(source) != "person" or self._kind(source)):
                    yield source

    def _accounts(self, one: Attributed) -> Iterator[int]:
        """The document of another in which it stands: "in the ministry's account, she asked"."""
        for n in self._around(one):
            if self._tree.case(n) in {"in", "on"} and self._kind(n) in _FORMS:
                issuer = self.issuer(n)
                if issuer is not None and not self._same(issuer, one.source) and not self._inside(one, n):
                    yield n

    def _agents(self, one: Attributed) -> Iterator[int]:
        """Whoever "by" names beside a word of passing on: "quoted as saying by the agency", "as reported by"."""
        tree, head = self._tree, one.cue.head
        beside = [n for n in tree.children[head] if tree.relations[n] == "advcl"]
        quoting = [verb for verb in (head, tree.heads[head], *beside) if quoted_speaker(tree, verb) is not None]
        for verb in quoting:
            if tree.child(verb, "aux:pass") is None and (teller := tree.subject(verb)) is not None:
                yield teller  # "the agency quoted an engineer as saying"
        for n in tree.sentence(head):
            above = tree.heads[n]
            passing = above in {head, *quoting} or (
                tree.lower[above] in _words("passing_on") and tree.relations[above] != "acl"
            )
            somebody = self._somebody(n) and tree.lower[n] not in _words("medium")  # "by telephone"
            if tree.case(n) == "by" and n > above and passing and somebody and not self._inside(one, n):
                yield n

    def _above(self, one: Attributed) -> Iterator[int]:
        """The sources of the cues in whose content it stands: "the ministry said the minister had told his guest"."""
        at = one
        for _ in range(_DEEP):
            above = self._by_head.get(at.under.head) if at.under is not None else None
            if above is None:
                return
            if above.source is not None and self._passes_on(above.source):
                yield above.source
            at = above

    def _telling(self, one: Attributed, sentences: set[int]) -> Iterator[int]:
        """Whoever reports it beside the cue: "…, the agency reported"."""
        for other in self._others(sentences):
            told = self._tree.lower[other.cue.head] in _words("passing_on") and not other.cue.preposition
            if other is not one and told and other.source is not None and self._passes_on(other.source):
                yield other.source

    def _others(self, sentences: set[int]) -> Iterator[Attributed]:
        for sentence in sorted(sentences):
            yield from self._in_sentence.get(sentence, ())

    def _link(self, head: int) -> Link:
        """A relay with what belongs to it: "a readout released by the ministry", without other clauses."""
        tree = self._tree
        words = tree.below(head, _CLAUSES | {"case"})
        kind = self._kind(head)
        released = tree.child(head, "acl")
        if released is not None and kind is not None:
            words = sorted({*words, *tree.below(released)})
        start, end = self._trimmed(words)
        if kind is None:
            agency = " ".join(tree.text[start:end].split()) in agency_names()
            kind = "agency" if agency else "official" if self._type(head) is not None else "report"
        return Link(start, end, kind)

    # -- where, in what form, to whom

    def _circumstances(self, one: Attributed) -> tuple[int | None, int | None, int | None]:
        """The head words of the occasion, of the form, and of whoever was there or is written to."""
        tree = self._tree
        occasion = medium = there = None
        for n in self._around(one):
            told = tree.relations[n] in {"obj", "iobj"} and base(tree.lower[one.cue.head]) in _words(
                "told"
            )  # "told a briefing"
            if not (tree.case(n) in _IN or (told and self._is_occasion(n))) or self._inside(one, n):
                continue
            words = {tree.lower[m] for m in range(max(0, n - _BEFORE), n + 1) if m == n or tree.heads[m] == n}
            words.add(" ".join(tree.lower[max(0, n - 1) : n + 1]))
            if words & _words("occasion") and occasion is None:
                occasion = n
            elif words & _words("medium") and medium is None:
                medium = n
            else:
                continue
            near = (*tree.children[n], *tree.children[tree.heads[n]])
            with_ = (m for m in near if n < m <= n + _NEAR and tree.case(m) in _TO and self._somebody(m))
            there = next(with_, self._right_of(n + 1, _TO)) if there is None else there
        return occasion, medium, there

    def _around(self, one: Attributed) -> Iterator[int]:
        """What hangs on the cue, and on the verbs it shares its subject with."""
        tree, at = self._tree, one.cue.head
        if (have := tree.parted(at)) is not None:
            yield from (n for n in tree.children[have] if tree.relations[n] == "obl")
        for _ in range(_DEEP):
            yield from (n for n in tree.children[at] if tree.relations[n].partition(":")[0] in _AROUND)
            if tree.relations[at].partition(":")[0] not in {"conj", "advcl", "xcomp"} or one.under is not None:
                return
            at = tree.heads[at]

    def _addressee(self, one: Attributed, there: int | None) -> int | None:
        """Whoever is told: the object of "told", whoever "to" names, or the other side of the occasion."""
        tree, head = self._tree, one.cue.head
        verb = base(tree.lower[head])
        for n in tree.children[head]:
            if self._is_occasion(n) or self._inside(one, n) or not (self._somebody(n) or self._named(n)):
                continue
            relation = tree.relations[n].partition(":")[0]
            told = relation in {"iobj", "obj"} and n > head and verb in _words("told")
            if (
                told
                and there is not None
                and verb in listed("relays", "told", "through")
                and self._type(there) == "person"
            ):
                return there
            if told or (relation in {"obl", "nmod"} and tree.case(n) == "to"):
                return n
        beside = tree.at(one.cue.end) - 1
        if verb in _words("told") and there is None and (told_to := self._right_of(beside)) is not None:
            return told_to if not self._inside(one, told_to) else None
        there = there if there is not None else self._addressed(head)
        return there if there is not None and not self._same(there, one.source) and self._somebody(there) else None

    def _right_of(self, n: int, among: Collection[str] = ()) -> int | None:
        """Whoever is named right behind a word, whatever the tree says; if that word is among some."""
        tree = self._tree
        if n < 0 or n + 2 >= len(tree) or (among and tree.lower[n] not in among):
            return None
        near = (m for m in (n + 1, n + 2) if tree.sentences[m] == tree.sentences[n])
        found = next((m for m in near if self._type(m) is not None and tree.upos[m] not in {"DET", "ADP"}), None)
        return found if found is not None and not self._is_occasion(tree.phrase_head(found)) else None

    def _is_occasion(self, n: int) -> bool:
        """Whether a word names where something is said rather than who listens."""
        words = {self._tree.lower[n], " ".join(self._tree.lower[max(0, n - 1) : n + 1])}
        listens = words & _words("audience") and self._kind(n) != "briefing"  # "told a gathering", "told a briefing"
        return bool(words & _words("occasion")) and not listens

    def _addressed(self, head: int) -> int | None:
        """Whoever a participle beside the verb names: "Addressing the assembly, she said"."""
        tree = self._tree
        beside = (
            n
            for n in tree.children[head]
            if tree.relations[n] in {"advcl", "acl"} and tree.lower[n] in _words("addressing")
        )
        return next((tree.child(n, "obj") for n in beside), None)

    def _met(self, via: Sequence[Link]) -> int | None:
        """Whoever a relay says was met: Reyes in "a transcript of the meeting with Reyes"."""
        tree = self._tree
        for link in via:
            for n in tree.inside(link.start, link.end):
                if tree.case(n) == "with" and tree.lower[tree.heads[n]] in _words("occasion") and self._somebody(n):
                    return n
        return None

    # -- who a word means, and which words belong to it

    def _kind(self, head: int) -> RelayKind | None:
        """What kind of relay a noun names, with the word before it or alone."""
        words = self._tree.lower[max(0, head - 1) : head + 1]
        return relay_kind(" ".join(words)) or relay_kind(self._tree.lower[head])

    def _type(self, head: int) -> str | None:
        entity = self._entities.get(head)
        return entity.type if entity is not None else None

    def _somebody(self, n: int) -> bool:
        """Whether a word names somebody who can be spoken to."""
        return self._type(n) is not None or self._tree.lower[n] in _words("audience")

    def _named(self, n: int) -> bool:
        """Whether a word is a name, which may be somebody's though the model takes it for a place's."""
        entity = self._entities.get(n)
        return entity is not None and entity.named

    def _passes_on(self, source: int) -> bool:
        """Whether a source is somebody, or a document or outlet, that can say what another said."""
        return self._kind(source) is not None or self._somebody(source)

    def _same(self, left: int, right: int | None) -> bool:
        entity = self._entities.get(left)
        return left == right or (right is not None and entity is not None and entity is self._entities.get(right))

    def _inside(self, one: Attributed, n: int) -> bool:
        place = self._tree.starts[n]
        return any(start <= place < end for start, end in one.content)

    def _range(self, head: int) -> tuple[int, int]:
        """A phrase with what belongs to it, within its sentence."""
        tree = self._tree
        words = tree.below(head, (_CLAUSES - {"appos"}) | {"case"})
        return self._trimmed([n for n in words if tree.sentences[n] == tree.sentences[head]])

    def _trimmed(self, words: Sequence[int]) -> tuple[int, int]:
        tree = self._tree
        solid = [n for n in words if tree.forms[n][-1].isalnum() or tree.lower[n] == "'s"] or words
        return tree.starts[solid[0]], tree.ends[solid[-1]]


@cache
def relay_kind(word: str) -> RelayKind | None:
    """What kind of relay a noun names."""
    return _relays().get(word)


@cache
def _relays() -> dict[str, RelayKind]:
    found: dict[str, RelayKind] = {}
    for entry in terms("relays")["relay"]:
        if entry["kind"] != "official":
            for word in entry["words"]:
                found.setdefault(word, entry["kind"])
    return found


def _words(kind: str) -> frozenset[str]:
    return listed("relays", kind)
