"""Where a phrase that refers begins and ends.

In: the tree of a document and the names in it. Out: the words that head a phrase, and the words of each phrase: its
head with what stands before it and the rest of a name behind it ("the visiting Foreign Affairs Minister Ilka Brandt"),
without clauses and what follows by other prepositions than "of".
"""

from collections.abc import Collection

from memcon.annotate.parties.lexicon import lexicon
from memcon.annotate.parties.names import Names
from memcon.annotate.tree import Tree

LONGEST = 14  # words of a title and a name

_HEADS = frozenset({"NOUN", "PROPN", "PRON"})
_INSIDE = frozenset({"flat", "compound", "fixed", "goeswith", "det"})
"""Relations of words that only go with the head of their phrase."""
_BEFORE = _INSIDE | {"amod", "nummod", "nmod", "appos", "advmod", "case", "punct", "acl"}
_BEHIND = frozenset({"flat", "compound", "nmod", "appos", "nummod", "case"})
_WITHIN_OF = frozenset({"case", "det", "amod", "compound", "flat", "conj", "cc", "nmod"})
_POSSESSIVE = frozenset({"'s", "'"})
_SMALL = frozenset({"state", "staff", "government"})  # what "of" may name with a small letter: "secretary of state"
_DEEP = 4  # words from the edge of a phrase up to its head
PARTS = 4  # words of a state's name
_RANK = 3  # words of a role up to its noun
_PLACING = frozenset({"in", "at", "from", "to", "near", "inside", "outside"})
"""Prepositions of a state's name that says where something is."""


class Runs:
    """Asks a document where its phrases lie.

    Args:
        phrases: Head words of the phrases that the language model sees.
    """

    def __init__(self, tree: Tree, names: Names, phrases: Collection[int]) -> None:
        self._tree = tree
        self._names = names
        self._phrases = phrases

    def heads(self, n: int) -> bool:
        """Whether a word heads a phrase."""
        tree = self._tree
        if self.pronoun(n):
            return True
        relation = tree.relations[n].partition(":")[0]
        if relation in {"compound", "amod"} and self._names.is_adjective(tree.forms[n]):
            return False
        name = self._names.of(n)
        if relation in _INSIDE:
            apart = name is not None and self._names.of(tree.heads[n]) is not name
            alone = apart or (n in self._phrases and relation == "compound")
            return relation in {"compound", "flat"} and alone and tree.forms[n][:1].isupper()
        if tree.upos[n] in _HEADS or n in self._phrases:
            return tree.forms[n][:1].isalnum()
        return name is not None and self._names.of(tree.heads[n]) is None and tree.forms[n][:1].isupper()

    def pronoun(self, n: int) -> bool:
        """Whether a word is a personal pronoun; "US" is none."""
        return self._tree.lower[n] in lexicon().pronouns and self._tree.forms[n] not in {"US", "IT", "ME"}

    def owns(self, n: int) -> bool:
        """Whether a word is a phrase of its own inside another: "Hallin" in "the president of Hallin"."""
        tree = self._tree
        if tree.relations[n] == "nmod:poss":
            return True
        name = self._names.of(n)
        placed = self._names.state(tree.forms[n]) is not None or (
            name is not None and name.type in {"country", "place"}
        )
        return placed and tree.case(n) == "of"

    def run(self, head: int) -> range:
        """The words of the phrase that a word heads."""
        tree = self._tree
        if self.pronoun(head):
            return range(head, head + 1)
        first, last = head, head
        while first > 0 and head - first < LONGEST and self._before(first - 1, first, head):
            first -= 1
        while last + 1 < len(tree) and last - head < LONGEST and self._behind(last + 1, head):
            last += 1
        while first < head and not tree.forms[first][:1].isalnum():
            first += 1
        return self._without_place(range(first, last + 1))

    def whole(self, head: int, run: range, prepositions: Collection[str] = ()) -> int:
        """The last word of what directly follows a phrase by a preposition.

        Args:
            prepositions: By these only; without them, by any.
        """
        tree, last = self._tree, run.stop - 1
        for n in tree.children[head]:
            case = tree.case(n)
            if n > last and tree.relations[n] == "nmod" and case and (not prepositions or case in prepositions):
                words = tree.below(n, {"acl", "acl:relcl", "appos", "parataxis", "punct", "conj", "cc"})
                if words[0] == last + 1 and words[-1] - words[0] == len(words) - 1:
                    last = words[-1]
        if last == run.stop - 1 and tree.lower[head] in lexicon().persons:
            last = self._of_state(last)
        return last

    def _of_state(self, last: int) -> int:
        """The last word of the state that a role is "of" or "from", wherever the tree hangs it; else of the role."""
        tree, sentence = self._tree, self._tree.sentence(last)
        first = last + 2
        if first >= sentence.stop or tree.lower[last + 1] not in {"of", "from"}:
            return last
        first += tree.lower[first] == "the"
        for end in range(min(first + PARTS, sentence.stop) - 1, first - 1, -1):
            goes_on = end + 1 < sentence.stop and tree.forms[end + 1][:1].isupper()
            if self._names.is_name(tree.text[tree.starts[first] : tree.ends[end]]) and not goes_on:
                return end
        return last

    def _before(self, n: int, right: int, head: int) -> bool:
        """Whether a word is one of those before a head: hanging on it, or on a word that does and lies between."""
        tree = self._tree
        if tree.sentences[n] != tree.sentences[head] or not self._written(n):
            return False
        if tree.lower[n] in _POSSESSIVE:
            return n > 0 and (self._before(n - 1, n, head) or self._ranks(n - 1))
        if self._glued(n, right) or self._entitles(n, right) or self._places(n):
            return True
        if tree.upos[n] == "ADP" and tree.lower[n] not in {"of", "for"}:
            return False
        at = n
        for _ in range(_DEEP):
            relation = tree.relations[at].partition(":")[0]
            if relation not in _BEFORE:
                return relation == "conj" and tree.upos[at] in {"ADJ", "NOUN", "PROPN"} and tree.heads[at] != head
            if tree.heads[at] == head:
                direct = at == n and relation in {"advmod", "case"}  # "only", "in": not part of the phrase
                return not direct and (at == n or tree.case(at) in {"", "of"})
            at = tree.heads[at]
            if not n < at <= head:
                return False
        return False

    def _places(self, n: int) -> bool:
        """Whether a word says of which state somebody is, whatever the tree says.

        So do a state's adjective behind an article, and a state's name or adjective right before a role, in the
        possessive or not: "New Zealand counterpart", "Chile's Foreign Minister".
        """
        tree = self._tree
        adjective = tree.relations[n].partition(":")[0] == "amod" and self._names.is_adjective(tree.forms[n])
        return (adjective and n > 0 and tree.lower[n - 1] in lexicon().determiners) or self._ranks(n)

    def _ranks(self, n: int) -> bool:
        """Whether a word is part of a state's name or adjective that stands right before a role."""
        tree, sentence = self._tree, self._tree.sentence(n)
        if not tree.forms[n][:1].isupper():
            return False
        for first in range(max(n - PARTS + 1, sentence.start), n + 1):
            for last in range(n, min(first + PARTS, sentence.stop - 1)):
                owns = tree.lower[last + 1] in _POSSESSIVE
                if (
                    self._is_role(last + 1 + owns)
                    and (owns or first == sentence.start or tree.lower[first - 1] not in _PLACING)
                    and self._names.state(tree.text[tree.starts[first] : tree.ends[last]]) is not None
                ):
                    return True
        return False

    def _is_role(self, n: int) -> bool:
        """Whether a role begins with a word: "minister", "deputy foreign minister"."""
        tree, sentence = self._tree, self._tree.sentence(min(n, len(self._tree) - 1))
        for m in range(n, min(n + _RANK, sentence.stop)):
            if tree.lower[m] in lexicon().persons:
                return True
            if tree.upos[m] not in {"ADJ", "NOUN", "PROPN"} or self._names.person(m):
                return False
        return False

    def _entitles(self, n: int, right: int) -> bool:
        """Whether a word ends or goes on with a title that stands before a person's name, whatever the tree says."""
        tree, titles = self._tree, lexicon().titles
        word = tree.lower[n].replace(".", "")
        capital = tree.forms[n][:1].isupper()
        if self._names.person(right) and self._names.of(n) is not self._names.of(right):
            return word in lexicon().roles and (capital or tree.relations[n] != "conj")
        follows = tree.forms[right][:1].isupper() and tree.lower[right] in titles
        if word == "of":
            return follows and n > 0 and tree.lower[n - 1] in titles
        named = word in titles or (follows and self._names.state(tree.forms[n]) is not None)
        return capital and named and (follows or tree.lower[right] == "of")

    def _behind(self, n: int, head: int) -> bool:
        """Whether a word is one of those behind a head: the rest of a name, or "of" and what it names."""
        tree = self._tree
        if tree.sentences[n] != tree.sentences[head] or not self._written(n) or tree.lower[n] in _POSSESSIVE:
            return False
        if self._glued(n - 1, n) and (tree.forms[n - 1][:1].isupper() or tree.forms[n - 1] == "-"):
            return True
        name = self._names.of(head)
        if name is not None and name is self._names.of(n):
            return True
        at = n
        for _ in range(_DEEP):
            up, relation = tree.heads[at], tree.relations[at].partition(":")[0]
            if up == head and at > head:
                return self._completes(at, head, relation)
            if at == up or not head < up or relation not in _WITHIN_OF:
                return False
            at = up
        return False

    def _completes(self, n: int, head: int, relation: str) -> bool:
        """Whether a word that hangs on a head goes on with a name, or with "of" after a title or body."""
        tree, words = self._tree, lexicon()
        case, capital = tree.case(n), tree.forms[n][:1].isupper()
        if relation == "flat" or (relation in _BEHIND and not case and capital):
            return True
        takes_of = tree.lower[head] in words.takes_of
        return relation == "nmod" and case == "of" and takes_of and (capital or tree.lower[n] in _SMALL)

    def _without_place(self, run: range) -> range:
        """A person's name without the state behind it: "Foreign Minister Ilka Brandt of Hallin"."""
        tree, words = self._tree, lexicon()
        for n in reversed(run[1:]):
            if tree.lower[n] == "of":
                role = tree.lower[n - 1] in words.takes_of
                return range(run.start, n) if self._names.person(n - 1) and not role else run
        return run

    def _glued(self, left: int, right: int) -> bool:
        """Whether two words are parts of one that is written with a hyphen."""
        tree = self._tree
        return tree.ends[left] == tree.starts[right] and "-" in {tree.forms[left], tree.forms[right]}

    def _written(self, n: int) -> bool:
        form = self._tree.forms[n]
        return form[0].isalnum() or form in {"’s", "'s", "’", "'", "-", ".", "&"}
