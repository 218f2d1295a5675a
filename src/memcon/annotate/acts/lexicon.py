"""The vocabulary of acts, by the word that tells one: predicates, and the words beside them that tell a status.

The data are `core/terms/acts/KIND.toml`. A phrase of several words is known by its head: the verb of "call on", the
last noun of "press conference", the first of "exchange of letters".
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

from memcon.annotate.tree import Tree
from memcon.core.act import KINDS, ActKind, ActRole
from memcon.core.terms import terms

_REACH = 6  # words between a verb and what belongs to it: "turned the long-standing offer down"
_TIMES = frozenset({"start", "end", "date", "duration"})
"""Roles that the vocabulary names and that expressions of time fill by themselves."""
_LEADING = frozenset("not never no be have nobody".split())
"""Words with which a verb of the vocabulary is a sequence rather than a verb with what belongs to it."""
_NEAR = 10  # words between an act and a phrase that tells where it stands
_PARTING = frozenset({"off", "out", "through"})
"""Particles with which a verb tells another thing than without: "saw her off"."""
_INNER = frozenset("of in for at on to".split())


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a word tells.

    Attributes:
        status: Of the bare act; empty where its tense decides.
        roles: What each argument fills: by `subject`, `object`, `clause`, `possessive` or a preposition.
        needs: Roles without which the word tells no such act.
        beside: Words of which one must stand in its clause; empty for none.
        statuses: Those in which alone it tells such an act; empty for all.
        strong: Whether it hardly ever tells anything else.
    """

    kind: ActKind
    type: str
    status: str
    roles: Mapping[str, ActRole]
    needs: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    strong: bool = False
    cameo: str = ""
    plover: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by head word and whether it is a verb: the words around it, and what they tell together.

    Attributes:
        predicates: What tells an act.
        statuses: What tells where an act stands: kind and status.
        phrases: Words that tell it wherever they stand near the act, by the first of them.
    """

    predicates: Mapping[tuple[str, bool], tuple[tuple["Phrase", Predicate], ...]]
    statuses: Mapping[tuple[str, bool], tuple[tuple["Phrase", tuple[ActKind, str]], ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], tuple[ActKind, str]], ...]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of an entry before and after its head."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.before) + len(self.after)


@cache
def lexicon() -> Lexicon:
    """All kinds together."""
    predicates = defaultdict[tuple[str, bool], list[tuple[Phrase, Predicate]]](list)
    statuses = defaultdict[tuple[str, bool], list[tuple[Phrase, tuple[ActKind, str]]]](list)
    phrases = defaultdict[str, list[tuple[tuple[str, ...], tuple[ActKind, str]]]](list)
    for kind in KINDS:
        data = terms(f"acts/{kind}")
        for entry in data["predicate"]:
            predicate = _predicate(kind, entry)
            for head, verb, phrase in headed(entry):
                predicates[head, verb].append((phrase, predicate))
        for entry in data.get("status", ()):
            for words in _sequences(entry):
                phrases[words[0]].append((words, (kind, entry["status"])))
            for head, verb, phrase in headed(entry):
                statuses[head, verb].append((phrase, (kind, entry["status"])))
    return Lexicon(
        {key: tuple(sorted(found, key=lambda one: -len(one[0]))) for key, found in predicates.items()},
        {key: tuple(sorted(found, key=lambda one: -len(one[0]))) for key, found in statuses.items()},
        {key: tuple(sorted(found, key=lambda one: -len(one[0]))) for key, found in phrases.items()},
    )


def predicates(tree: Tree, n: int) -> Iterator[Predicate]:
    """What a word may tell, what the longest phrase tells first."""
    for key in keys(tree, n):
        for phrase, predicate in lexicon().predicates.get(key, ()):
            if key[1] and not _PARTING.isdisjoint(_particles(tree, n) - set(phrase.after)):
                continue
            if placed(tree, n, phrase, verb=key[1]) and _beside(tree, n, predicate):
                yield predicate


def _particles(tree: Tree, verb: int) -> set[str]:
    return {tree.lower[n] for n in tree.children[verb] if tree.relations[n] == "compound" and n > verb}


def hosts(tree: Tree, n: int) -> bool:
    """Whether a word tells by itself that somebody has somebody as a guest: "hosted her for talks"."""
    return any(one.kind == "engagement" and one.roles.get("subject") == "host" for one in predicates(tree, n))


@cache
def usual(kind: ActKind, type_: str) -> Predicate:
    """What a word tells that no vocabulary has, by kind and type, with the roles that all words of the kind share."""
    data = terms(f"acts/{kind}")
    alike = next((entry for entry in data["predicate"] if entry["type"] == type_), data["predicate"][0])
    roles: dict[str, ActRole] = data["usual"].get(type_, data["usual"]["any"])
    return replace(
        _predicate(kind, alike), type=type_, roles=roles, needs=frozenset(), beside=frozenset(), statuses=frozenset()
    )


def status_word(tree: Tree, n: int, kind: ActKind, by: str = "") -> str:
    """Where a word says that an act of a kind stands; empty if it says nothing of the sort.

    Args:
        by: The preposition by which it must have the act for its object: "asked for talks".
    """
    for key in keys(tree, n):
        for phrase, (of, status) in lexicon().statuses.get(key, ()):
            if of == kind and (not by or by in phrase.after) and placed(tree, n, phrase, verb=key[1]):
                return status
    return ""


def status_phrase(tree: Tree, n: int, kind: ActKind) -> tuple[str, str]:
    """Where the words around an act of a kind say that it stands, and these words; empty if they say nothing.

    A phrase that leads to what it is about ("was to", "have yet to answer") counts only right before it.
    """
    sentence = tree.sentence(n)
    far = sentence.stop if kind == "request" else n + _NEAR  # an answer is told behind what is asked
    for m in range(max(sentence.start, n - _NEAR), min(sentence.stop, far)):
        keys_ = dict.fromkeys((tree.lower[m], tree.lemmas[m]))
        known = [one for key in keys_ for one in lexicon().phrases.get(key, ())]
        for words, (of, status) in sorted(known, key=lambda one: -len(one[0])):  # "was to have" before "be to"
            end = m + len(words)
            if of != kind or end > sentence.stop or (words[0] in _LEADING and not n - 3 <= end <= n):
                continue
            if all(word in {tree.lower[m + at], tree.lemmas[m + at]} for at, word in enumerate(words)):
                return status, " ".join(words)
    return "", ""


def keys(tree: Tree, n: int) -> Iterator[tuple[str, bool]]:
    """What a word is looked up by: its lemma first, then the plainer forms of it."""
    upos = tree.upos[n]
    verb = upos in {"VERB", "AUX"}
    if not verb and upos not in {"NOUN", "PROPN", "ADJ", "ADV"} and tree.child(n, "cop") is None:  # "is against"
        return
    for word in dict.fromkeys((tree.lemmas[n], tree.lower[n], *_plainer(tree.lower[n]))):
        yield word, verb
    if verb and tree.relations[n] in {"amod", "compound"}:  # "planned talks", "meeting room"
        for word in dict.fromkeys((tree.lower[n], tree.lemmas[n])):
            yield word, False


def _plainer(form: str) -> Iterator[str]:
    """What a form may be one of: lemmas are now and then wrong, and forms are not."""
    if form in terms("verbs")["forms"]:
        yield terms("verbs")["forms"][form]
    for ending in ("ing", "ed", "es", "s", "d"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 2:
            yield stem
            if ending in {"ing", "ed"}:
                yield stem + "e"
                if stem[-1] == stem[-2]:
                    yield stem[:-1]
    if form.endswith(("ies", "ied")):
        yield form[:-3] + "y"


def placed(tree: Tree, n: int, phrase: Phrase, *, verb: bool) -> range | None:
    """The words from the first of a phrase to its last: beside a noun, after a verb with a gap or none."""
    sentence = tree.sentence(n)
    first = n - len(phrase.before)
    if first < sentence.start or any(
        word not in {tree.lower[m], tree.lemmas[m]} for m, word in enumerate(phrase.before, first)
    ):
        return None
    at = n
    for word in phrase.after:
        reach = at + 1 + (_REACH if verb else 1)
        found = next(
            (m for m in range(at + 1, min(reach, sentence.stop)) if word in {tree.lower[m], tree.lemmas[m]}), None
        )
        if found is None:
            return None
        at = found
    return range(first, at + 1)


def _beside(tree: Tree, n: int, predicate: Predicate) -> bool:
    """Whether one of the words of a predicate stands in the sentence, and not in what a verb only tells of."""
    if not predicate.beside:
        return True
    found = (m for m in tree.sentence(n) if {tree.lower[m], tree.lemmas[m]} & predicate.beside)
    return any(not (predicate.type == "call" and _is_of_another(tree, m, n)) for m in found)


def _is_of_another(tree: Tree, m: int, n: int) -> bool:
    """Whether a word belongs to a noun that a verb is about: "discussed the results of their telephone talks"."""
    nouns = 0
    for word, head in tree.climb(m):
        if word == n:
            return nouns > 1
        nouns += tree.upos[word] == "NOUN" and tree.relations[word] in {"obj", "nmod", "conj"}
        if head == n:
            return nouns > 1
    return False


def _predicate(kind: ActKind, entry: Mapping[str, Any]) -> Predicate:
    return Predicate(
        kind,
        entry["type"],
        entry.get("status", ""),
        {sort: role for sort, role in entry.get("roles", {}).items() if role not in _TIMES},
        frozenset(entry.get("needs", ())),
        frozenset(entry.get("with_words", ())),
        frozenset(entry.get("statuses", ())),
        bool(entry.get("strong", False)),
        entry.get("cameo", ""),
        entry.get("plover", ""),
    )


def _sequences(entry: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Words that stand side by side: whole phrases, and verbs with "be" or a denial before them."""
    yield from (tuple(phrase.split()) for phrase in entry.get("phrases", ()) if " " in phrase)
    yield from (words for verb in entry.get("verbs", ()) if (words := tuple(verb.split()))[0] in _LEADING)


def headed(entry: Mapping[str, Any]) -> Iterator[tuple[str, bool, Phrase]]:
    """Each word or phrase of an entry: its head, whether that is a verb, and the words around it."""
    for phrase in entry.get("verbs", ()):
        head, *rest = phrase.split()
        if head in _LEADING:
            continue
        yield head, True, Phrase((), tuple(rest))
    for phrase in (*entry.get("nouns", ()), *entry.get("adjectives", ()), *entry.get("adverbs", ())):
        words = phrase.split()
        at = next((n for n, (_, word) in enumerate(pairwise(words)) if word in _INNER), len(words) - 1)
        yield words[at], False, Phrase(tuple(words[:at]), tuple(words[at + 1 :]))
