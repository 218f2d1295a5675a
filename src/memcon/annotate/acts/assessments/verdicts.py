"""What a sentence says of an engagement: the words of `core/terms/assessments.toml`, and whether it came about.

In: a tree. Out: `Verdict`s, found by `outcomes` and `adjectives` with what stands here; which engagement one is told of
is decided in `assessments`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from memcon.annotate.acts.lexicon import Phrase, headed, keys, placed, predicates
from memcon.annotate.times.tense import infinitive, participle, tense
from memcon.annotate.tree import Tree
from memcon.core.act import Judged
from memcon.core.terms import terms

BESIDE = frozenset({"conj", "parataxis", "advcl", "acl:relcl", "appos", "list"})
"""Relations by which a clause stands beside another rather than inside it: what that says does not bear on it."""
SUBJECTS = ("nsubj", "nsubj:outer")
_MODALS = frozenset("may might could can would should must will shall 'll ca wo ought".split())
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})
_DETERMINERS = frozenset({"det", "amod", "advmod", "nummod", "case", "cc", "cc:preconj"})
_LOOSE = frozenset({"meeting"})
"""Types whose words mean any engagement: a visit, a dinner and a call have talks."""
Index = Mapping[tuple[str, bool], tuple[Phrase, ...]]
"""Phrases by their head and whether that is a verb."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of an engagement.

    Attributes:
        value: `positive`, `negative` or `mixed` for an outcome; empty for a description.
        words: The numbers of its words.
        verb: The word on which it hangs.
        about: The word for what it is said of: the engagement or whoever took part; None if the clause names nothing.
    """

    value: Judged
    words: range
    verb: int
    about: int | None


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase of an entry: of which of its lists, and with what verbs."""

    sort: str
    kind: str
    polarity: Judged
    phrase: Phrase
    brought_by: Index


@cache
def _words() -> Mapping[tuple[str, bool], tuple[Word, ...]]:
    found = defaultdict[tuple[str, bool], list[Word]](list)
    for entry in terms("assessments")["assessment"]:
        verbs = _index(entry.get("brought_by", ()), verb=True)
        for sort in ("nouns", "verbs", "deeds", "adjectives", "adverbs", "shy"):
            key = "verbs" if sort in {"verbs", "deeds"} else "nouns"
            words = entry.get(sort, ())
            cut = [word.replace("-", " - ") for word in words if "-" in word]  # as the language model has it
            for head, verb, phrase in headed({key: [*words, *cut]}):
                found[head, verb].append(Word(sort, entry["kind"], entry["polarity"], phrase, verbs))
    return {key: tuple(sorted(words, key=lambda one: -len(one.phrase))) for key, words in found.items()}


def _index(words: Sequence[str], *, verb: bool) -> Index:
    found = defaultdict[tuple[str, bool], list[Phrase]](list)
    for head, is_verb, phrase in headed({"verbs" if verb else "nouns": words}):
        found[head, is_verb].append(phrase)
    return {key: tuple(sorted(phrases, key=lambda one: -len(one))) for key, phrases in found.items()}


@cache
def listed(table: str, key: str = "words") -> frozenset[str]:
    """The words of a list."""
    return frozenset(terms("assessments")[table][key])


@cache
def verbs_of(table: str) -> Index:
    """The verbs of a table, with what belongs to them."""
    return _index(terms("assessments")[table]["verbs"], verb=True)


def said(tree: Tree, n: int, *sorts: str) -> Iterator[tuple[Word, range]]:
    """What a word is in the vocabulary, as one of these sorts, and the words of it; the longest first.

    Adjectives are known by their form alone: "better" compares, and describes nothing.
    """
    bare = [(tree.lower[n], False), (tree.lower[n], True)]
    for key in dict.fromkeys(bare if "adjectives" in sorts else [*keys(tree, n), *bare]):
        for word in _words().get(key, ()):
            if word.sort in sorts and (words := placed(tree, n, word.phrase, verb=key[1])):
                yield word, words


def matches(tree: Tree, n: int, index: Index) -> range | None:
    """The words of the first phrase of an index that stands at a word."""
    for key in keys(tree, n):
        for phrase in index.get(key, ()):
            if words := placed(tree, n, phrase, verb=key[1]):
                return words
    return None


def negates(tree: Tree, n: int) -> bool:
    """Whether a word turns what it stands before: "no", "hardly", "without"."""
    return tree.lower[n] in listed("negators")


def determiners(tree: Tree, noun: int) -> Iterator[int]:
    """What stands before a noun and says which, how much or of what sort."""
    return (m for m in tree.children[noun] if m < noun and tree.relations[m].partition(":")[0] in _DETERMINERS)


def is_engagement(tree: Tree, n: int) -> bool:
    """Whether a noun may name an engagement."""
    if tree.upos[n] not in {"NOUN", "PROPN"}:
        return False
    return bool({tree.lemmas[n], tree.lower[n]} & listed("engagements", "nouns")) or any(
        one.kind == "engagement" for one in predicates(tree, n)
    )


def types(tree: Tree, n: int) -> frozenset[str]:
    """Of what types an engagement may be that a noun names; empty where the noun does not say."""
    return frozenset(one.type for one in predicates(tree, n) if one.kind == "engagement") - _LOOSE


def is_side(tree: Tree, n: int) -> bool:
    """Whether a word means several of those who took part: "they", "the two sides"."""
    if tree.lower[n] in listed("sides", "shared"):
        return True
    return tree.lemmas[n] in listed("sides", "words") and (
        tree.lower[n] != tree.lemmas[n]
        or any(tree.lower[m] in {"two", "both", "neither", "either"} for m in tree.children[n])
    )


def real(tree: Tree, verb: int) -> bool:
    """Whether a clause tells what came about: not what is asked, wished, supposed, denied or to come."""
    if any(tree.lower[m] == "?" for m in tree.sentence(verb)[-2:]) or tense(tree, verb) > 0:
        return False
    helpers = {tree.lower[m] for m in tree.children[verb]}
    if infinitive(tree, verb) or helpers & _MODALS or "be" in helpers - {"been"}:
        return False
    if _supposed(tree, verb):
        return False
    for child, head in tree.climb(verb):
        if tree.relations[child] in BESIDE:
            if _supposed(tree, child) or _supposed(tree, head):
                return False
            bare = participle(tree, child) or tree.lower[child] == tree.lemmas[child]
            if infinitive(tree, head) and bare and tree.child(child, *SUBJECTS) is None:
                return False  # "met to heal the rift and make progress", "asked them to try again, making progress"
            if tree.relations[child] == "conj":
                continue
            break
        if tree.lemmas[head] in listed("wishing", "words") or tree.lower[head] in listed("wishing", "words"):
            return False
        if tree.negated(head) or infinitive(tree, head) or _supposed(tree, head):
            return False
        if {tree.lower[m] for m in tree.children[head]} & _MODALS:
            return False
    return True


def _supposed(tree: Tree, n: int) -> bool:
    return any(tree.lower[m] in _CONDITIONS and tree.relations[m] in {"mark", "advmod"} for m in tree.children[n])


def subject_of(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, also of a passive one."""
    return found if (found := tree.child(verb, "nsubj:pass")) is not None else tree.subject(verb)
