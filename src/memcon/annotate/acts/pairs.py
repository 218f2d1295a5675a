"""Whom a phrase for several parties means: "the two sides", "both ministers", "the leaders of Peru and Chile", "they".

In: a document's tree, mentions and referents. Out: for such a phrase the names of those whom it stands for; none where
the document does not show them.

- States named side by side about a noun are each a party; of people with an office, those who hold it for these states.
- "The two sides" are the two states that a report names most, if it names no third nearly as often; where it names
  none, the only two people who hold one office.
- "The two ministers" are those who hold such an office, if there are two of them and not both of one side.
- "They" and "the two", where nobody else is meant, are the last two that were named side by side.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from memcon.annotate.acts.setting import joined
from memcon.annotate.parties.lexicon import offices
from memcon.annotate.tree import Tree
from memcon.core.annotation import Mention, Referent, Role
from memcon.core.terms import listed, terms

_OPENING = frozenset("the both two 2 these".split())
_TWO = frozenset({"both", "two", "2"})
_THEM = frozenset({"they", "them", "their", "both", "two"})
_CLEARLY = 2  # times as often as the third must the second state be named


class Pairs:
    """The phrases of a document that mean two parties.

    Args:
        mentions: What each word is part of.
    """

    def __init__(self, tree: Tree, mentions: Mapping[int, Mention], referents: Sequence[Referent]) -> None:
        self._tree = tree
        self._mentions = mentions
        self._referents = {one.name: one for one in referents}
        self._named = Counter(one.name for one in dict.fromkeys(mentions.values()))
        self._sides = self._two_sides()

    def meant(self, word: int, *, meeting: bool) -> tuple[str, ...]:
        """The names of those for whom a phrase stands, by its head; empty if for one party, or for nobody known.

        Args:
            meeting: Whether it is told who meets, so that "the two delegations" may be the people who lead them.
        """
        tree = self._tree
        mention = self._mentions.get(word)
        if mention is None:
            return self._last_two(word) if tree.lower[word] in _THEM and tree.upos[word] != "DET" else ()
        head = word if mention.kind != "pronoun" else self._before(mention, word)
        if head is None or self._mentions[head].type not in {"group", "person", "organisation", "unknown"}:
            return ()
        if head != word and self._is_house(head, word) and (two := self._last_two(word)):
            return two
        states = self._about(head)
        noun = tree.lower[head]
        if len(states) > 1:
            return self._holders(head, states) or states
        if not self._of_two(head):
            return ()
        if noun not in listed("roles", "sides"):
            return self._holders(head, self._sides)
        return self._sides or (self._peers() if meeting else ())

    def _before(self, mention: Mention, word: int) -> int | None:
        """The head of the last phrase before a pronoun by which the same party is called."""
        same = (n for n in range(word - 1, -1, -1) if n in self._mentions)
        found = (n for n in same if self._mentions[n].name == mention.name and self._mentions[n].kind != "pronoun")
        last = next(found, None)
        if last is None:
            return None
        anchor = self._mentions[last].anchor
        return self._tree.top(self._tree.inside(anchor.start, anchor.end))

    def _is_house(self, head: int, word: int) -> bool:
        """Whether a phrase is only where somebody is: "went to the Chancellery to announce a truce"."""
        tree = self._tree
        beside = tree.relations[head] in {"obl", "obj"} and tree.sentences[head] == tree.sentences[word]
        return tree.relations[head] == "nmod:poss" or (beside and self._mentions[head].type == "organisation")

    def _about(self, head: int) -> tuple[str, ...]:
        """The states named side by side before a plural noun, or behind it by "of" or "from"."""
        tree = self._tree
        if tree.lower[head] == tree.lower[head].removesuffix("s"):
            return ()
        before = [n for n in tree.children[head] if n < head]
        behind = [n for n in tree.children[head] if n > head and tree.case(n) in {"of", "from"}]
        if behind:  # "of Peru, Chile and Bolivia", where a tree may hang the second on the noun
            behind += [
                n for n in tree.children[head] if n > behind[0] and tree.relations[n] == "appos" and self._state(n)
            ]
        behind += [m for n in behind if not self._state(n) for m in tree.children[n] if m > n and tree.case(m) == "of"]
        named = [self._state(m) for n in before for m in (n, *joined(tree, n))]
        named += [self._state(m) or self._called(m) for n in behind for m in self._chain(n)]
        found = [name for name in named if name]
        mention = self._mentions[head]
        own = self._referents.get(mention.name)
        if found and own is not None and own.type == "group" and own.side in self._referents:
            spelled = tree.text[mention.anchor.start : mention.anchor.end]
            found += [own.side] if spelled.endswith(own.name) else []  # "officials" may be anybody's
        return tuple(dict.fromkeys(found))

    def _chain(self, word: int) -> Iterator[int]:
        """A word with all that are joined to it, one after the other."""
        yield word
        for n in joined(self._tree, word):
            yield from self._chain(n)

    def _state(self, word: int) -> str:
        mention = self._mentions.get(word)
        return mention.name if mention is not None and mention.type == "state" else ""

    def _called(self, word: int) -> str:
        """The name that a word is of somebody, whatever sort of party that was taken for."""
        name = self._tree.forms[word]
        return name if self._tree.upos[word] == "PROPN" and name in self._referents else ""

    def _of_two(self, head: int) -> bool:
        """Whether a phrase is for two who were named before, and says no more of them than that and their office."""
        tree = self._tree
        before = [n for n in tree.children[head] if n < head and tree.relations[n] not in {"case", "cc", "punct"}]
        words = {tree.lower[n] for n in before}
        bare = all(tree.lower[n] in _OPENING or tree.relations[n] in {"amod", "compound"} for n in before)
        behind = any(tree.relations[n] in {"nmod", "acl", "acl:relcl"} for n in tree.children[head] if n > head)
        if tree.lower[head] in listed("roles", "sides"):
            return words <= _OPENING and (bool(words & _TWO) or tree.lower[head] in {"sides", "parties"}) and not behind
        return bare and not behind and bool(words & _OPENING)

    def _two_sides(self) -> tuple[str, ...]:
        """The two states that a report is about, or none."""
        counted = Counter[str]()
        for name, times in self._named.items():
            one = self._referents.get(name)
            side = one and (one.name if one.type == "state" else one.side)
            if side in self._referents:
                counted[side] += times
        first = counted.most_common(3)
        clear = len(first) == 2 or (len(first) == 3 and first[1][1] >= _CLEARLY * first[2][1])
        return tuple(sorted(name for name, _ in first[:2])) if clear else ()

    def _peers(self) -> tuple[str, ...]:
        """The only two people who are named more than once and hold one office; where no states are known."""
        held: dict[str, set[str]] = {}
        for one in self._referents.values():
            if one.type == "person" and self._is_named(one) and self._named[one.name] > 1:
                for office in {name for role in one.roles for name in offices(role.title)}:
                    held.setdefault(office, set()).add(one.name)
        pairs = {tuple(sorted(names)) for names in held.values() if len(names) == 2}
        return pairs.pop() if len(pairs) == 1 else ()

    def _holders(self, head: int, states: Sequence[str]) -> tuple[str, ...]:
        """The two people who hold the office that a phrase names: one for each state, as far as theirs are known."""
        wanted = self._offices(head)
        people = [one for one in self._referents.values() if one.type == "person" and self._is_named(one)]
        held = [one for one in people if any(wanted & offices(role.title) for role in one.roles)]
        held += [one for one in people if held and one not in held and any(map(_is_other, one.roles))]
        two = [one for one in held if one.side is None or not states or one.side in states]
        if len(two) != 2 or (two[0].side is not None and two[0].side == two[1].side):
            return ()
        return tuple(sorted(one.name for one in two))

    def _is_named(self, one: Referent) -> bool:
        """Whether somebody is there by a name, rather than as "a foreign minister"."""
        return self._named[one.name] > 0 and all(role.title != one.name for role in one.roles)

    def _offices(self, head: int) -> frozenset[str]:
        tree = self._tree
        noun = tree.lower[head]
        single = noun[:-3] + "y" if noun.endswith("ies") else noun[:-3] + "man" if noun.endswith("men") else noun[:-1]
        before = [tree.lower[n] for n in tree.children[head] if n < head and tree.relations[n] in {"amod", "compound"}]
        exact = offices(" ".join((*before, single)))
        return exact or frozenset(terms("roles")["likeliest"]["offices"].get(single, ()))

    def _last_two(self, word: int) -> tuple[str, ...]:
        """The two that were last named side by side, in the sentence of a word or the one before it."""
        tree = self._tree
        sentence = tree.sentence(word)
        begin = tree.sentence(sentence.start - 1).start if sentence.start else 0
        for n in range(word - 1, begin - 1, -1):
            if tree.relations[n] == "conj" and tree.upos[n] in {"NOUN", "PROPN"}:
                named = tuple(dict.fromkeys(self._whole(m) for m in (tree.heads[n], *joined(tree, tree.heads[n]))))
                return tuple(sorted(named)) if len(named) == 2 and all(named) else ()
        return ()

    def _whole(self, word: int) -> str:
        """The party that a word names; empty if it names none, or a group."""
        mention = self._mentions.get(word)
        return mention.name if mention is not None and mention.type in {"person", "state"} else ""


def _is_other(role: Role) -> bool:
    """Whether a role is that of whoever sits across: "her Kelmoran counterpart"."""
    return any(word in listed("roles", "others") for word in role.title.lower().split())
