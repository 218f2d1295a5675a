"""How the words around a trigger hang on it, whatever the vocabulary says of them.

In: a tree and a trigger. Out: the verb or noun that governs it ("turned down", "request for"), the chain of these up to
the clause, and its arguments by `subject`, `object`, `clause`, `possessive` and preposition.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from memcon.annotate.acts.lexicon import predicates
from memcon.annotate.times.tense import infinitive
from memcon.annotate.tree import Tree
from memcon.core.terms import listed

_STEPS = 5  # words that govern one another: "agreed to consider holding talks"
_FROM_NOUN = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod", "xcomp", "conj", "appos", "iobj", "obl:agent"})
_FROM_VERB = frozenset({"xcomp", "acl", "ccomp", "conj", "csubj"})
_CLAUSAL = frozenset({"of", "from"})  # "accused of shelling", "refrained from meeting"
_OBLIQUE = frozenset({"obl", "nmod", "obl:agent", "advcl"})
_WHEN = frozenset({"obl:tmod", "obl:npmod", "obl:unmarked", "nmod:tmod", "advmod"})
_SET = frozenset({"amod", "compound"})
_INVOLVING = frozenset({"involving"})
"""Participles that stand for a preposition."""
_BARE = 2  # words from a verb to the colon where nothing but a preposition is between: "agreed on: a truce, …"
_RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})
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


def helps(tree: Tree, n: int) -> bool:
    """Whether a word is the auxiliary of a verb; trees now and then take that of "is to leave" for a copula."""
    relation = tree.relations[n]
    return relation.startswith("aux") or (relation == "cop" and infinitive(tree, tree.heads[n]))


def governors(tree: Tree, trigger: int) -> tuple[Governor, ...]:
    """The words above a trigger that bear on it, the nearest first; up to a verb with a tense of its own."""
    found = list[Governor]()
    at = trigger
    for _ in range(_STEPS):
        head, relation = hangs_on(tree, at)
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


def hangs_on(tree: Tree, word: int) -> tuple[int, str]:
    """The head of a word and their relation, mended where trees often err.

    Of "turned down a plea to meet" it is the plea, of "is the second, and the first envoy to come" the envoy, and of
    "asked them to stop it, lift the ban, and leave" it is asked as well that they lift it. Of "fly there, hold talks"
    it is what is held, and of "avoided meeting her" what is avoided.
    """
    head, relation = tree.heads[word], tree.relations[word]
    if relation == "parataxis" and _is_listed(tree, word):
        return head, "xcomp"
    if relation in {"parataxis", "dep"} and (verb := _verb_before(tree, word)) is not None:
        return verb, "obj"
    if relation == "conj" and infinitive(tree, word) and (only := _singled_out(tree, word)) is not None:
        return only, "acl"
    if relation == "advcl" and head == word - 1 and tree.lower[word].endswith("ing") and is_verb(tree, head):
        return head, "xcomp"
    if relation == "advcl" and infinitive(tree, word) and is_verb(tree, head):
        plan = tree.child(head, "obj")
        if plan is not None and head < plan < word and _asks(tree, plan):
            return plan, "acl"
    return head, relation


def _verb_before(tree: Tree, noun: int) -> int | None:
    """The verb right before a noun that a tree hangs on neither: "will fly there, hold talks and return"."""
    before = tree.below(noun)[0] - 1
    object_ = tree.upos[noun] == "NOUN" and before >= 0 and tree.upos[before] == "VERB"
    return before if object_ and tree.heads[before] == tree.heads[noun] and tree.child(before, "obj") is None else None


def _is_listed(tree: Tree, verb: int) -> bool:
    """Whether a bare verb after a comma is one more infinitive of those that hang on its head."""
    first = tree.child(tree.heads[verb], "xcomp")
    helped = any(tree.relations[n].partition(":")[0] in {"nsubj", "aux", "mark"} for n in tree.children[verb])
    same = tree.lower[verb] == tree.lemmas[verb] and tree.upos[verb] == "VERB" and not helped
    return same and first is not None and first < verb and infinitive(tree, first) and tree.heads[verb] < first


def _singled_out(tree: Tree, infinitive_: int) -> int | None:
    """The noun right before an infinitive, if it is the first or only one of its kind."""
    first = min((n for n in tree.children[infinitive_] if n < infinitive_), default=infinitive_)
    noun = first - 1
    while noun > 0 and tree.relations[noun] in {"nmod", "compound", "flat"}:
        noun = tree.heads[noun]
    only = any(tree.lower[n] in {"first", "only", "last"} for n in tree.children[noun])
    return noun if 0 <= noun < infinitive_ and only and tree.upos[noun] in {"NOUN", "PROPN"} else None


def _asks(tree: Tree, noun: int) -> bool:
    return any(one.kind in {"request", "commitment"} for one in predicates(tree, noun))


def clause_governors(above: Sequence[Governor]) -> tuple[Governor, ...]:
    """Those of the governors that are of the trigger's own clause, without who says so."""
    return tuple(takewhile(lambda one: one.relation != "ccomp", above))


def further(tree: Tree, trigger: int) -> Iterator[int]:
    """The verbs of what else a word asks for: of "asked them to free the crew and to pay" the second."""
    for sort, word in _arguments(tree, trigger):
        if sort == "clause" and infinitive(tree, word):
            yield from (n for n in tree.children[word] if tree.relations[n] == "conj" and _goes_on(tree, n))


def items(tree: Tree, trigger: int) -> tuple[int, ...]:
    """What is listed behind a colon as a verb's object: "agreed on three things: a truce, a hotline …"."""
    colon = next((n for n in range(trigger + 1, tree.sentence(trigger).stop) if tree.lower[n] == ":"), None)
    if colon is None:
        return ()
    named = any(tree.lemmas[n] in listed("telling", "items") for n in tree.children[trigger] if trigger < n < colon)
    if not named and colon - trigger > _BARE:
        return ()
    outer = (n for n in range(colon + 1, tree.sentence(trigger).stop) if not colon < tree.heads[n] != n)
    first = next((n for n in outer if tree.upos[n] in {"NOUN", "PROPN"} or infinitive(tree, n)), None)
    if first is None:
        return ()
    return (first, *(n for n in tree.children[first] if tree.relations[n] == "conj"))


def _goes_on(tree: Tree, verb: int) -> bool:
    """Whether a verb goes on with what was asked for before: "to free the crew and (to) take steps"."""
    bare = tree.upos[verb] == "VERB" and tree.lower[verb] == tree.lemmas[verb]
    return infinitive(tree, verb) or (bare and tree.child(verb, "nsubj", "nsubj:pass", "aux", "mark", "cop") is None)


def verb_of(tree: Tree, trigger: int, above: Sequence[Governor]) -> int | None:
    """The verb of the clause that a trigger stands in: itself or the nearest above it; None in a headline of nouns."""
    return next((n for n in (trigger, *(one.word for one in above)) if is_verb(tree, n)), None)


def preposition(tree: Tree, word: int) -> str:
    """The preposition of a phrase or clause, of two words where it has two; empty if none.

    That of a name may hang on any of its words, or on the next phrase: "with Ilse Marn" on "Marn".
    """
    names = (n for n in tree.children[word] if tree.relations[n] == "flat")
    for n in (*tree.children[word], *(m for name in names for m in tree.children[name])):
        if tree.relations[n] in {"case", "mark"} and n < word:
            return _TWO_WORDS.get(tree.lower[n], tree.lower[n])
    first = tree.below(word)[0]
    if tree.upos[word] == "PROPN" and first < word and tree.relations[first] == "case" and tree.heads[first] != word:
        return _TWO_WORDS.get(tree.lower[first], tree.lower[first])  # "of Trade Minister Marn", where it is the title's
    before = span(tree, word)[0] - 1
    beside = before >= 0 and tree.upos[before] == "ADP" and tree.relations[before] == "case"
    return tree.lower[before] if beside and tree.upos[word] in {"NOUN", "PROPN"} else ""


def arguments(tree: Tree, word: int) -> Iterator[tuple[str, int]]:
    """What hangs on a verb or noun, each as its sort or preposition and head word; joined ones each by themselves."""
    for sort, found in _arguments(tree, word):
        n = _meant(tree, found)
        yield sort, n
        if sort != "clause":
            for other in joined(tree, n):
                yield sort, other


def _before(tree: Tree, word: int) -> int:
    """The word before, punctuation aside."""
    return next((m for m in range(word - 1, -1, -1) if tree.upos[m] != "PUNCT"), word)


def _meant(tree: Tree, word: int) -> int:
    """The word a relative pronoun stands for: "the boat that they took", "Marn, whose visit"; else the word itself."""
    if tree.lower[word] not in _RELATIVES:
        return word
    for n, head in tree.climb(word):
        if tree.relations[n] == "acl:relcl":
            return head
        if tree.relations[n] == "acl":  # told as a participle, the tree may hang it too high
            before = _before(tree, word)
            return before if tree.upos[before] in {"NOUN", "PROPN"} else word
    return word


def joined(tree: Tree, word: int) -> Iterator[int]:
    """What a word is joined to by "and", but not by "and possibly"; a second subject is joined to the first."""
    subject = tree.relations[word] == "nsubj" and tree.heads[word] != word
    second = (n for n in tree.children[tree.heads[word]] if n > word and _is_second(tree, n)) if subject else ()
    return (
        n for n in (*tree.children[word], *second)
        if (tree.relations[n] == "conj" or n not in tree.children[word]) and tree.upos[n] not in {"VERB", "AUX"}
        and not any(tree.lower[m] in listed("telling", "perhaps") for m in (tree.below(n)[0] - 1, *tree.below(n)))
    )  # fmt: skip


def is_of_affair(tree: Tree, word: int) -> bool:
    """Whether a phrase tells where what is talked about goes on: "discussed the war in Sudan"."""
    before = tree.below(word)[0] - 1
    while before > 0 and tree.upos[before] == "ADP":
        before -= 1
    return before >= 0 and tree.lemmas[before] in listed("telling", "affairs")


def maybe(tree: Tree, first: int) -> bool:
    """Whether it is only possible that whoever is named from a word on is there: "and possibly Premier Orrin"."""
    return first > 0 and tree.lower[first - 1] in listed("telling", "perhaps")


def _is_second(tree: Tree, n: int) -> bool:
    """Whether a subject begins with "and": "he and Marn agreed", of which trees now and then make two subjects."""
    joint = tree.child(n, "cc")
    return tree.relations[n] == "nsubj" and joint is not None and joint == tree.below(n)[0]


def _arguments(tree: Tree, word: int) -> Iterator[tuple[str, int]]:
    verb = is_verb(tree, word)
    passive = verb and (
        tree.child(word, "aux:pass", "nsubj:pass") is not None
        or (tree.relations[word] == "acl" and not tree.lower[word].endswith("ing") and not infinitive(tree, word))
    )
    if verb:
        yield from _of_verb(tree, word, passive=passive)
    for n in (*tree.children[word], *_behind_times(tree, word)):
        relation, upos = tree.relations[n], tree.upos[n]
        if (relation == "nsubj:pass" and verb) or relation in {"obj", "iobj"}:
            yield "object", n
        elif relation == "nsubj" and not verb and upos == "PROPN" and tree.child(word, "cop") is None:
            yield "subject", n  # in a headline, whose verbs may look like names
        elif (
            relation == "nsubj" and not verb and preposition(tree, word) == "on" and tree.child(word, "cop") is not None
        ):
            yield (
                "subject",
                n if tree.lower[n] not in _RELATIVES or tree.relations[word] == "acl:relcl" else _before(tree, n),
            )
        elif relation == "acl" and tree.lower[n] in _INVOLVING and (party := tree.child(n, "obj")) is not None:
            yield tree.lower[n], party
        elif relation == "acl" and not verb and (agent := _by_whom(tree, n)) is not None:
            yield "by", agent
        elif relation in {"xcomp", "ccomp"} or (relation in {"acl", "advcl"} and _is_clause(tree, n)):
            yield "clause", n
        elif relation == "nmod:poss" or (relation in _SET and not verb and upos in {"PROPN", "ADJ", "NOUN"}):
            yield "possessive", n
        elif relation.partition(":")[0] in _OBLIQUE and (case := preposition(tree, n)):
            yield ("subject" if passive and case == "by" else case), n


def _of_verb(tree: Tree, verb: int, *, passive: bool) -> Iterator[tuple[str, int]]:
    """The subject of a verb, and the noun that it tells of if that is its object."""
    head = tree.heads[verb]
    if (doer := _doer(tree, verb)) is not None:
        yield "subject", doer
        yield "object", head
        return
    undergone = passive and tree.relations[verb] == "acl"
    subject = None if undergone else tree.subject(verb)
    if subject is not None and not (subject == head and _suffers(tree, verb)):
        yield "subject", subject
    if undergone:
        yield "object", head


def _doer(tree: Tree, verb: int) -> int | None:
    """Who does what a relative clause tells of the noun before it, where the tree hangs both on that noun.

    Of "a barge that cutters rammed" the cutters; None where the clause has a subject.
    """
    head, before = tree.heads[verb], verb - 1
    if tree.relations[verb] != "acl:relcl" or tree.child(verb, "nsubj", "nsubj:pass", "aux:pass") is not None:
        return None
    led = any(tree.lower[n] in _RELATIVES for n in range(head + 1, before))
    return before if led and tree.heads[before] == head and tree.upos[before] in {"NOUN", "PROPN"} else None


def _suffers(tree: Tree, verb: int) -> bool:
    """Whether the noun that a relative clause hangs on is its object: "a boat that they took"."""
    return any(tree.relations[n] == "obj" and tree.lower[n] in _RELATIVES for n in tree.children[verb])


def _by_whom(tree: Tree, participle: int) -> int | None:
    """Whoever did what a participle behind a noun tells: "the appeal issued by Marn"."""
    if tree.lower[participle].endswith("ing") or tree.child(participle, "nsubj", "nsubj:pass") is not None:
        return None
    return next((n for n in tree.children[participle] if n > participle and preposition(tree, n) == "by"), None)


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
