"""Which way from now an expression points: to what was, or to what is to come.

In: a tree, the words of an expression and its meaning. Out: a `Direction`.

The tense of the verb on which an expression hangs tells it, and what stands between the two may turn it round: "closed
until Monday" and "a strike for Friday" are ahead of a past verb, "after hikes in April" is behind one still to come.
"""

from collections.abc import Iterator
from typing import NamedTuple

from memcon.annotate.times.meaning import Meaning, Point
from memcon.annotate.times.tense import forms_of, present, tense, verb_above
from memcon.annotate.tree import Tree
from memcon.core.terms import terms

_NEAR = 6  # words before a limit in which the other end of its stretch is told: "from the Monday to the Friday"


class Direction(NamedTuple):
    """Where an expression points.

    Attributes:
        tense: -1 back, 0 either way, 1 ahead.
        firm: Whether it is a month that hangs on its verb itself: "was elected in June" is past however far that is,
            while "rejected the June vote" may well be about the one to come, and so may "set a vote on 20 June", of
            which the tree seldom tells what the day belongs to.
    """

    tense: int
    firm: bool


def direction(tree: Tree, words: range, meaning: Meaning, *, headline: bool) -> Direction:
    """Where an expression points by what it hangs on; the present of a headline tells nothing."""
    top = tree.top(words)
    verb = verb_above(tree, top)
    found = tense(tree, verb, words.start)
    if not found and not headline and present(tree, verb):
        found = 1
    between = list(_up_to(tree, top, verb))
    prepositions = terms("times")["prepositions"]
    if found > 0 and any(tree.case(word) in prepositions["behind"] for word in between):
        return Direction(0, firm=False)
    if found <= 0 and _weekly(meaning) and _turned(tree, top, verb, between):
        return Direction(1, firm=False)
    by_month = isinstance(meaning, Point) and meaning.fields.keys() == {"month"}
    return Direction(found, firm=by_month and found < 0 and tree.heads[top] == verb)


def _up_to(tree: Tree, word: int, verb: int | None) -> Iterator[int]:
    """The words from a word up to the verb on which it hangs, without the verb."""
    while word != verb:
        yield word
        if tree.heads[word] == word:
            return
        word = tree.heads[word]


def _weekly(meaning: Meaning) -> bool:
    """Whether it is a day of the week, of which the next is never far."""
    return isinstance(meaning, Point) and meaning.fields.keys() == {"weekday"} and meaning.step is None


def _turned(tree: Tree, top: int, verb: int | None, between: list[int]) -> bool:
    """Whether a day is ahead of the past verb on which it hangs."""
    prepositions = terms("times")["prepositions"]
    if any({tree.case(word), tree.lower[word]} & set(prepositions["before"]) for word in between):
        return True
    if tree.case(top) in prepositions["planned"]:
        return True
    if verb is None:
        return False
    if tree.case(top) in prepositions["limit"]:
        before = tree.lower[max(top - _NEAR, tree.sentence(top).start) : top]
        defers = tree.upos[tree.heads[top]] == "NOUN" or tree.lower[verb] in forms_of("deferring") | {"had"}
        return defers and not tree.negated(verb) and "from" not in before
    return tree.lower[verb] in forms_of("awaiting") and tree.relations[(between or [top])[-1]] == "obj"
