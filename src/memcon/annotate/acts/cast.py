"""Everything in a document that can fill a role of an act, by number of word.

In: a document with its tree, mentions, times and statements. Out: a `Cast`, which makes an `Argument` of a word.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from memcon.annotate.acts.pairs import Pairs
from memcon.annotate.acts.setting import clause, is_of_affair, is_verb, joined, preposition, span
from memcon.annotate.parties.names import Names
from memcon.annotate.tree import Tree
from memcon.core.act import PARTIES, ActRole, Argument
from memcon.core.annotation import Mention, Referent, Statement
from memcon.core.document import Document
from memcon.core.reading import Phrase, Reading
from memcon.core.times import Time

_PLACES = frozenset({"place", "country", "facility"})
_THINGS = frozenset({"by", "on"})
"""Roles that a ship, a house or a shipment can fill as well."""
_OF_WHOM = frozenset({"amod", "compound", "nmod:poss"})
_MEETING = frozenset({"participant", "visitor", "host"})
_ADDRESSED = frozenset({"to"})
"""Roles of somebody, which a name fills even if the document does not show whose it is."""
_BESIDE_PLACE = frozenset({"with", "by"})
_BESIDE_STATE = _BESIDE_PLACE | {"of"}
_NOWHERE = frozenset({"time", "abstract", "event"})
"""Sorts of what stands behind "at" and is no place: "at a difficult moment"."""


@dataclass(slots=True)
class Cast:
    """What can fill roles.

    Attributes:
        mentions: What each word is part of, the shortest.
        places: The names of places by their last word.
        phrases: The noun phrases by their heads.
        times: By the word they hang by.
        timed: Every word of theirs.
        contents: For each word, the innermost statement that it is part of the content of.
        pairs: Whom a phrase for two parties means.
        sides: The state for which each referent acts, or that it is.
        states: The state that a word names, itself or as an adjective.
    """

    document: Document
    tree: Tree
    mentions: Mapping[int, Mention]
    places: Mapping[int, tuple[int, int]]
    phrases: Mapping[int, Phrase]
    times: Mapping[int, Time]
    timed: frozenset[int]
    contents: Mapping[int, Statement]
    pairs: Pairs
    sides: Mapping[str, str]
    states: Mapping[int, str]

    @classmethod
    def of(
        cls,
        document: Document,
        tree: Tree,
        reading: Reading,
        mentions: Sequence[Mention],
        times: Sequence[Time],
        statements: Sequence[Statement],
        referents: Sequence[Referent],
    ) -> "Cast":
        """Of one document."""
        by_word: dict[int, Mention] = {}
        for mention in sorted(mentions, key=lambda one: one.anchor.start - one.anchor.end):
            by_word |= dict.fromkeys(tree.inside(mention.anchor.start, mention.anchor.end), mention)
        by_word |= _by_surname(document, tree, by_word, referents)
        places = {}
        for name in reading.names:
            if name.type in _PLACES and (words := tree.inside(name.anchor.start, name.anchor.end)):
                places[tree.top(words)] = (words.start, words.stop)
        by_top = {}
        timed = set[int]()
        for time in times:
            if words := tree.inside(time.anchor.start, time.anchor.end):
                by_top[tree.top(words)] = time
                timed.update(words)
        contents: dict[int, Statement] = {}
        for statement in sorted(statements, key=lambda one: one.content[0].start - one.content[-1].end):
            for part in statement.content:
                contents |= dict.fromkeys(tree.inside(part.start, part.end), statement)
        phrases = {phrase.head: phrase for phrase in reading.phrases}
        names = Names(tree, reading)
        named = ((n, names.state(form)) for n, form in enumerate(tree.forms) if form[:1].isupper())
        return cls(
            document,
            tree,
            by_word,
            places,
            phrases,
            by_top,
            frozenset(timed),
            contents,
            Pairs(tree, by_word, referents),
            {one.name: side for one in referents if (side := one.name if one.type == "state" else one.side)},
            {n: state for n, state in named if state is not None},
        )

    def arguments(self, role: ActRole, word: int) -> tuple[Argument, ...]:
        """The phrase of a word in a role, once for each party that it means.

        None where the role is a party's and the phrase means nobody.
        """
        one = self._argument(role, word)
        names = self.pairs.meant(word, meeting=role in _MEETING) if role in PARTIES else ()
        if role in _THINGS and (one is None or not one.party):
            names = names or self._states_of(word)
        if not names:
            return () if one is None else (one,)
        anchor = self.document.anchor(self.tree.starts[word], self.tree.ends[word]) if one is None else one.anchor
        return tuple(Argument(role, anchor, name) for name in names)

    def astray(self, place: int) -> Iterator[tuple[str, int]]:
        """Who takes part though a tree hangs it on the name of the place before: "talks in Rabat with Orrin".

        By preposition; what is "of" the name of a place is part of it, unless that is a state.
        """
        tree = self.tree
        for n in tree.children[place] if place in self.places else ():
            case = preposition(tree, n)
            if n > place and n in self.mentions and case in (_BESIDE_STATE if place in self.states else _BESIDE_PLACE):
                yield case, n

    def _company(self, place: int) -> int | None:
        """Where what a tree hangs on the name of a place begins, if that is somebody's."""
        tree = self.tree
        whose = [n for n in tree.children[place] if n > place and place in self.states]
        owned = [n for n in whose if tree.lower[tree.below(n)[0]] == "of"]
        return min((tree.below(n)[0] for n in (*owned, *(n for _, n in self.astray(place)))), default=None)

    def acts_for(self, who: str, state: str) -> bool:
        """Whether somebody may act for a state, or may be it: his own is that one, or is not known."""
        return self.sides.get(who, state) == state

    def before(self, word: int) -> str:
        """The preposition of an expression of time, by the word it hangs by, wherever the tree hangs it."""
        if (case := self.tree.case(word)) or word not in self.times:
            return case
        last = self.tree.at(self.times[word].anchor.start) - 1
        return self.tree.lower[last] if last >= 0 and self.tree.upos[last] in {"ADP", "SCONJ"} else ""

    def ahead(self, time: Time) -> bool | None:
        """Whether a time comes after the report rather than before it; None if neither, or if that is not known."""
        published = self.document.published
        if published is None or time.interval is None or (first := time.interval.first) is None:
            return None
        relation = first.relation(published)
        return relation == "after" if relation in {"after", "before"} else None

    def _states_of(self, thing: int) -> tuple[str, ...]:
        """The states whose a thing is, or that a word names: of "Peruvian and Chilean ships" both, of "ships" none.

        Only those that are parties of the document.
        """
        tree = self.tree
        before = [n for n in tree.children[thing] if n < thing and tree.relations[n] in _OF_WHOM]
        words = [m for n in before for m in (n, *joined(tree, n))] if thing not in self.states else [thing]
        return tuple(dict.fromkeys(self.states[n] for n in words if self.states.get(n) in self.sides))

    def _argument(self, role: ActRole, word: int) -> Argument | None:
        tree = self.tree
        if role in PARTIES:
            mention = self.mentions.get(word)
            if mention is not None:
                return Argument(role, mention.anchor, mention.name)
            if role == "by" and word in self.states:  # "a Peruvian request"
                state = self.states[word]
                anchor = self.document.anchor(tree.starts[word], tree.ends[word])
                return Argument(role, anchor, state if state in self.sides else "")
            if word in self.timed or tree.upos[word] not in self._bare(role, word):
                return None
        if word in self.timed or (role == "place" and not self._place(word)):
            return None
        if role == "place" and (company := self._company(word)) is not None:
            return Argument(role, self.document.anchor(tree.starts[word], tree.ends[company - 1]))
        first, last = (clause if is_verb(tree, word) else span)(tree, word)
        return Argument(role, self.document.anchor(tree.starts[first], tree.ends[last - 1]))

    def _bare(self, role: ActRole, word: int) -> frozenset[str]:
        """The parts of speech of what fills a party's role though it means no known party."""
        if role in _ADDRESSED:
            return frozenset({"PROPN"})
        if role not in _THINGS:
            return frozenset()
        return frozenset({"PROPN"} if self.tree.relations[word] == "compound" else {"NOUN", "PROPN"})

    def _place(self, word: int) -> bool:
        """Whether a phrase is where something can be: a place, or whatever stands behind "at"."""
        if is_of_affair(self.tree, word):
            return False
        mention, phrase = self.mentions.get(word), self.phrases.get(word)
        if word in self.places or (mention is not None and mention.type in {"state", "organisation"}):
            return True
        nowhere = phrase is not None and phrase.type in _NOWHERE
        return mention is None and not nowhere and preposition(self.tree, word) == "at"


def _by_surname(
    document: Document, tree: Tree, mentions: Mapping[int, Mention], referents: Sequence[Referent]
) -> dict[int, Mention]:
    """The words of a headline that are the name of one person below, where nobody was seen: "Marn and Orrin Meet"."""
    headline = next((zone.end for zone in document.zones if zone.kind == "headline"), 0)
    bearers: dict[str, set[str]] = {}
    for one in referents:
        for name in one.names if one.type == "person" else ():
            bearers.setdefault(name, set()).add(one.name)
    return {
        n: Mention(document.anchor(tree.starts[n], tree.ends[n]), min(bearers[tree.forms[n]]), "person")
        for n in tree.inside(0, headline)
        if len(bearers.get(tree.forms[n], ())) == 1 and (n not in mentions or mentions[n].type in {"group", "unknown"})
    }
