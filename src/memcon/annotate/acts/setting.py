"""How the words around a trigger hang on it, whatever the vocabulary says of them.

In: a tree and a trigger. Out: the verb or noun that governs it ("turned down", "request for"), the chain of these up to
the clause, and its arguments by `subject`, `object`, `clause`, `possessive` and preposition.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from memcon.annotate.tree import Tree

_STEPS = 5  # words that govern one another: "agreed to consider holding talks"
_FROM_NOUN = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod", "xcomp", "conj", "appos", "iobj", "obl:agent"})
_FROM_VERB = frozenset({"xcomp", "acl", "ccomp", "conj", "csubj"})
_CLAUSAL = frozenset({"of", "from"})  # "accused of shelling", "refrained from meeting"
_OBLIQUE = frozenset({"obl", "nmod", "obl:agent", "advcl"})
_WHEN = frozenset({"obl:tmod", "obl:npmod", "obl:unmarked", "nmod:tmod", "advmod"})
_SET = frozenset({"amod", "compound"})
_TWO_WORDS = {"ahead": "ahead of", "prior": "prior to", "due": "due to", "because": "because of"}


@dataclass(frozen=True, slots=True)
class Governor:
    """A word above a trigger, and by what relation the one below hangs on it, with its preposition."""

    word: int
    relation: str
    case: str


def is_verb(tree: Tree, n: int) -> bool:
    """Whether a word is a verb that heads a clause."""
    return tree.upos[n] in {"VERB", "AUX"} and tree.relations[n] not in {"amod", "compound", "case", "fixed"}


def governors(tree: Tree, trigger: int) -> tuple[Governor, ...]:
    """The words above a trigger that bear on it, the nearest first; up to a verb with a tense of its own."""
    found = list[Governor]()
    at = trigger
    for _ in range(_STEPS):
        head, relation = tree.heads[at], tree.relations[at]
        if head == at:
            break
        allowed = _FROM_VERB if is_verb(tree, at) else _FROM_NOUN
        outer = relation.partition(":")[0] in {one.partition(":")[0] for one in allowed} and relation != "acl:relcl"
        if not outer and not (relation == "advcl" and preposition(tree, at) in _CLAUSAL):
            break
        if relation != "conj":  # "met and talked": the first is no governor of the second
            found.append(Governor(head, relation, preposition(tree, at)))
        elif is_verb(tree, at) and tree.child(at, "aux", "nsubj", "mark") is not None:
            break
        at = head
    return tuple(found)


def clause_governors(above: Sequence[Governor]) -> tuple[Governor, ...]:
    """Those of the governors that are of the trigger's own clause, without who says so."""
    return tuple(takewhile(lambda one: one.relation != "ccomp", above))


def preposition(tree: Tree, word: int) -> str:
    """The preposition of a phrase or clause, of two words where it has two; empty if none."""
    for n in tree.children[word]:
        if tree.relations[n] in {"case", "mark"} and n < word:
            return _TWO_WORDS.get(tree.lower[n], tree.lower[n])
    return ""


def arguments(tree: Tree, word: int) -> Iterator[tuple[str, int]]:
    """What hangs on a verb or noun, each as its sort or preposition and head word; joined ones each by themselves."""
    for sort, n in _arguments(tree, word):
        yield sort, n
        if sort != "clause":
            for other in joined(tree, n):
                yield sort, other


def joined(tree: Tree, word: int) -> Iterator[int]:
    """What a word is joined to by "and"."""
    return (n for n in tree.children[word] if tree.relations[n] == "conj" and tree.upos[n] not in {"VERB", "AUX"})


def _arguments(tree: Tree, word: int) -> Iterator[tuple[str, int]]:
    verb = is_verb(tree, word)
    passive = verb and (
        tree.child(word, "aux:pass", "nsubj:pass") is not None
        or (tree.relations[word] == "acl" and not tree.lower[word].endswith("ing"))
    )
    if verb:
        if (subject := tree.subject(word)) is not None and not (passive and tree.relations[word] == "acl"):
            yield "subject", subject
        if passive and tree.relations[word] == "acl":
            yield "object", tree.heads[word]
    for n in (*tree.children[word], *_behind_times(tree, word)):
        relation, upos = tree.relations[n], tree.upos[n]
        if (relation == "nsubj:pass" and verb) or relation in {"obj", "iobj"}:
            yield "object", n
        elif relation in {"xcomp", "ccomp"} or (relation in {"acl", "advcl"} and _is_clause(tree, n)):
            yield "clause", n
        elif relation == "nmod:poss" or (relation in _SET and not verb and upos in {"PROPN", "ADJ", "NOUN"}):
            yield "possessive", n
        elif relation.partition(":")[0] in _OBLIQUE and (case := preposition(tree, n)):
            yield ("subject" if passive and case == "by" else case), n


def _behind_times(tree: Tree, word: int) -> Iterator[int]:
    """What a tree hangs on a word of time beside the verb: "spoke today with Orrin"."""
    return (m for n in tree.children[word] if tree.relations[n] in _WHEN for m in tree.children[n])


def _is_clause(tree: Tree, n: int) -> bool:
    """Whether a clause tells what for: "a call to leave", "a demand that they leave"; not "the talks held there"."""
    return is_verb(tree, n) and any(tree.lower[m] in {"to", "that"} and m < n for m in tree.children[n])


def span(tree: Tree, word: int) -> tuple[int, int]:
    """The first and one past the last word of a phrase, without preposition, clauses beside it and joined ones."""
    words = tree.below(word, {"case", "acl:relcl", "appos", "conj", "cc", "punct", "parataxis", "dep"})
    left = [n for n in words if n <= word]
    right = [n for n in words if n >= word]
    first, last = word, word
    for n in reversed(left):  # only what is joined to the head without a gap: a wrong tree costs words, not sentences
        if n < first - 1:
            break
        first = n
    for n in right:
        if n > last + 1:
            break
        last = n
    return first, last + 1


def clause(tree: Tree, word: int) -> tuple[int, int]:
    """The first and one past the last word of a clause that is asked for or promised."""
    words = tree.below(word, {"punct", "parataxis", "conj", "cc"})
    begin = next((n for n in words if n <= word and (n == word or tree.relations[n] in {"mark", "aux", "nsubj"})), word)
    return begin, words[-1] + 1
