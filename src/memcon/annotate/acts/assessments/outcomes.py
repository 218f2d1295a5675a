"""How an engagement went, by what came of it and by what it or its sides did: "made no progress", "collapsed".

In: a tree. Out: verdicts with a value, in no order. What came of it is a noun with a verb that brings it about, ends in
it, does away with it or denies it; of these and of the noun's polarity the value is made.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from memcon.annotate.acts.assessments.verdicts import (
    SUBJECTS,
    Verdict,
    Word,
    determiners,
    is_engagement,
    listed,
    matches,
    negates,
    real,
    said,
    subject_of,
    verbs_of,
)
from memcon.annotate.acts.setting import span
from memcon.annotate.times.tense import infinitive
from memcon.annotate.tree import Tree
from memcon.core.act import Judged

_TURNED: Mapping[Judged, Judged] = {"positive": "negative", "negative": "positive"}
_NEAR = 4  # words from a verb to the noun behind it: "parted without a major breakthrough"


def find_outcomes(tree: Tree) -> Iterator[Verdict]:
    """Every outcome that nouns and verbs tell; two may overlap."""
    for n in range(len(tree)):
        yield from _by_noun(tree, n)
        yield from _by_verb(tree, n)


def _by_noun(tree: Tree, n: int) -> Iterator[Verdict]:
    """By what came of it: "made no progress", "ended in acrimony", "was a success", "there was no breakthrough"."""
    noun = _above(tree, n)
    place = None if noun is None else _role(tree, noun)
    if noun is None or place is None:
        return
    for word, words in said(tree, n, "nouns"):
        made = _construction(tree, noun, place, word)
        if made is not None and (told := _told(tree, noun, word.polarity, made)) is not None:
            value, verb_words, outer = told
            phrase = _phrase(tree, noun, words)
            whole = phrase if tree.lemmas[outer] == "be" else _between(verb_words, phrase)
            yield Verdict(value, whole, outer, made.about if outer == made.verb else subject_of(tree, outer))
            return


@dataclass(frozen=True, slots=True)
class _Made:
    """What makes a noun an outcome.

    Attributes:
        verb: On which it hangs; itself, where something is said to be it.
        about: Of what it is said.
        turns: Whether the verb does away with it.
    """

    verb: int
    about: int | None
    turns: bool = False


def _construction(tree: Tree, noun: int, place: tuple[str, int], word: Word) -> _Made | None:
    """What makes a noun an outcome, if anything does."""
    relation, verb = place
    base, case = relation.partition(":")[0], tree.case(noun)
    if verb == noun:  # "was a success"
        about = tree.child(noun, *SUBJECTS)
        return _Made(noun, about) if about is not None and tree.lower[about] != "there" else None
    if base in {"obl", "xcomp"} and case in {"", "as"} and matches(tree, verb, verbs_of("naming")):
        return _Made(verb, tree.child(verb, "obj", "nsubj:pass"))  # "called the talks a failure"
    if base == "obj" or relation == "nsubj:pass":
        about = None if relation == "nsubj:pass" else tree.subject(verb)
        brought = matches(tree, verb, word.brought_by)
        turns = not brought and matches(tree, verb, verbs_of("turning")) is not None
        return _Made(verb, about, turns) if brought or turns else None
    if base in {"obl", "xcomp"} and case:
        brought = matches(tree, verb, word.brought_by)
        if brought and tree.lower[brought[-1]] == case:
            return _Made(verb, subject_of(tree, verb))
        ending = _ending(tree, verb, noun) if word.brought_by and case in listed("ending", "prepositions") else None
        return None if ending is None else _Made(ending, subject_of(tree, ending))
    if base == "nmod" and case == "without" and is_engagement(tree, verb):
        return _Made(verb, verb)
    there = bool(word.brought_by) and tree.lemmas[verb] == "be" and tree.child(verb, "expl") is not None
    emerges = relation in SUBJECTS and (there or matches(tree, verb, verbs_of("emerging")))
    return _Made(verb, None) if emerges else None


def _ending(tree: Tree, verb: int, noun: int) -> int | None:
    """The verb that tells how it ended: the one a noun hangs on, else the one that stands right before its phrase."""
    near = range(max(tree.sentence(noun).start, noun - _NEAR), noun)
    return next((n for n in (verb, *reversed(near)) if n < noun and matches(tree, n, verbs_of("ending"))), None)


def _above(tree: Tree, n: int) -> int | None:
    """The noun that stands for a word: "a lack of progress"; None for "signs of a breakthrough", which are none yet."""
    head = tree.heads[n]
    if tree.relations[n] != "nmod" or tree.case(n) != "of":
        return n
    denied = tree.lemmas[head] in listed("lacking", "denied") and _deniers(tree, head)
    return head if denied or tree.lemmas[head] in listed("lacking", "nouns") else None


def _deniers(tree: Tree, noun: int) -> frozenset[int]:
    """The words before a noun that deny it, whatever the tree hangs them on; itself, if it means that there is none."""
    near = range(max(noun - _NEAR, 0), noun)
    stray = {m for m in near if tree.lower[m] == "no" and tree.heads[m] == tree.heads[noun]}
    lacking = {noun} if tree.lemmas[noun] in listed("lacking", "nouns") else set()
    return frozenset(stray | lacking | {m for m in determiners(tree, noun) if negates(tree, m)})


def _role(tree: Tree, n: int) -> tuple[str, int] | None:
    """By what relation a noun hangs on what: of joined nouns the first's; itself for what something is said to be."""
    for _ in range(3):
        if tree.child(n, "cop") is not None:
            return "cop", n
        if tree.relations[n] != "conj" or tree.upos[tree.heads[n]] not in {"NOUN", "PROPN", "PRON"}:
            break
        n = tree.heads[n]
    return (tree.relations[n], tree.heads[n]) if tree.heads[n] != n else None


def _phrase(tree: Tree, head: int, words: range) -> range:
    """The phrase of a noun with what stands before it, and what the vocabulary has behind it."""
    first, _ = span(tree, head)
    copula = tree.child(head, "cop")
    if copula is not None and copula < head:
        first = max(first, copula)
    first = min([first, *(n for n in tree.children[head] if tree.relations[n] == "case" and n < head)])
    return range(min(first, words.start), max(head + 1, words.stop))


def _told(tree: Tree, noun: int, value: Judged, made: _Made) -> tuple[Judged, range, int] | None:
    """How it went by the noun, its verb and what denies either; the words of the verb; and the verb that tells it.

    None where it did not come about, or cannot be told since two words deny it.
    """
    verb = outer = made.verb
    of_noun = _deniers(tree, noun)
    if value == "positive" and any(tree.lower[m] in listed("tempering") for m in determiners(tree, noun)):
        value = "mixed"
    of_verb: set[int] = set()
    if tree.relations[verb] in {"xcomp", "advcl", "acl"} and infinitive(tree, verb):
        outer = tree.heads[verb]
        if not _fails(tree, outer) or tree.negated(outer):
            return None
        of_verb = {outer}
    elif without := [m for m in tree.children[verb] if tree.lower[m] == "without" and tree.relations[m] == "mark"]:
        outer = tree.heads[verb]
        of_verb = set(without)
    elif verb != noun:
        of_verb = _turning_down(tree, verb, noun) - of_noun
    if not real(tree, outer) or (of_noun and of_verb):
        return None
    denied = bool(of_noun or of_verb)
    if denied and value == "negative" and not made.turns:
        return None  # "no failure" may be much or little
    if made.turns:
        result: Judged = value if denied else _TURNED.get(value, value)
    else:
        result = "negative" if denied else value
    helping = [m for m in tree.children[verb] if m < verb and _helps(tree, m)] if outer == verb else []
    return result, range(min([verb, *of_verb, *helping]), verb + 1), outer


def _helps(tree: Tree, n: int) -> bool:
    return tree.relations[n].partition(":")[0] in {"aux", "cop"} or (tree.relations[n] == "advmod" and negates(tree, n))


def _turning_down(tree: Tree, verb: int, noun: int | None = None) -> set[int]:
    """The words that deny a verb: "did not make", "hardly made", "neither side made"."""
    found = {m for m in tree.children[verb] if negates(tree, m) and tree.relations[m] == "advmod"}
    subject = subject_of(tree, verb)
    if subject is not None and subject != noun:
        found |= {
            m for m in (subject, *determiners(tree, subject)) if tree.lower[m] in {"no", "neither", "nobody", "none"}
        }
    return found


def _fails(tree: Tree, n: int) -> bool:
    return matches(tree, n, verbs_of("failing")) is not None or tree.lower[n] in listed("failing", "adjectives")


def _between(verb: range, noun: range) -> range:
    """From the verb to the noun, or only the noun with its preposition, where the verb has an object of its own."""
    if verb.stop < noun.start and noun.start - verb.stop > _NEAR:
        return noun
    return range(min(verb.start, noun.start), max(verb.stop, noun.stop))


def _by_verb(tree: Tree, n: int) -> Iterator[Verdict]:
    """By what it did, or those who took part did: "collapsed", "agreed to disagree", "ended inconclusively"."""
    if tree.upos[n] not in {"VERB", "AUX"} or tree.relations[n] in {"amod", "compound"}:
        return
    subject = subject_of(tree, n)
    clause = next((m for m in tree.children[n] if tree.relations[m] == "xcomp" and infinitive(tree, m)), None)
    if clause is not None and _fails(tree, n):
        if tree.lemmas[clause] in listed("failing", "wanted") and not tree.negated(n) and real(tree, n):
            yield Verdict("negative", range(n, clause + 1), n, subject)
        return
    for word, words in said(tree, n, "verbs", "deeds"):
        fits = subject is not None and (word.sort == "deeds") != (
            is_engagement(tree, subject) or _refers(tree, subject)
        )
        if fits and (clause is None or clause in words) and tree.child(n, "obj") in {None, *words} and real(tree, n):
            denied = _turning_down(tree, n)
            if not denied:
                yield Verdict(word.polarity, words, n, subject)
            elif word.polarity == "positive":
                helping = [m for m in tree.children[n] if m < n and _helps(tree, m)]
                yield Verdict("negative", range(min([n, *denied, *helping]), words.stop), n, subject)
            return
    if matches(tree, n, verbs_of("ending")) and real(tree, n) and not tree.negated(n):
        for m in tree.children[n]:
            if tree.relations[m] == "advmod":
                for word, _ in said(tree, m, "adverbs"):
                    yield Verdict(word.polarity, range(min(n, m), max(n, m) + 1), n, subject)
                    return


def _refers(tree: Tree, n: int) -> bool:
    return tree.lower[n] in {"it", "this", "that", "these", "which"}
