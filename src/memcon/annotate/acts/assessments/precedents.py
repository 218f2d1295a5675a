"""Since when there was no engagement of its kind: "the first visit in seven years", "the first since 2024".

In: engagements by their triggers. Out: expressions of time, each with the engagement it singles out.
"""

from collections.abc import Iterator, Mapping

from memcon.annotate.acts.assessments.verdicts import is_engagement
from memcon.annotate.acts.cast import Cast
from memcon.annotate.tree import Tree
from memcon.core.act import Act
from memcon.core.anchor import Anchor
from memcon.core.terms import terms
from memcon.core.times import WEEK, Time

_REACH = 18  # words from "first" to the time: "the first visit to Brenna by a Kelmoran foreign minister since"
_PARTING = frozenset(",;:()—–")
_ASIDE = frozenset({"conj", "advcl", "parataxis", "ccomp", "xcomp"})
_PRONOUNS = frozenset({"it", "this", "that", "which"})


def find_precedents(cast: Cast, acts: Mapping[int, Act]) -> Iterator[tuple[Anchor, int]]:
    """The expressions, in reading order, each with the trigger of the engagement that is the first for so long."""
    for n, time in sorted(cast.times.items()):
        if _limits(cast.tree, n, time) and (singled := _singled(cast.tree, n)) is not None:
            trigger = _trigger(cast.tree, acts, singled, n)
            if trigger is not None:
                yield time.anchor, trigger


def _limits(tree: Tree, n: int, time: Time) -> bool:
    """Whether a time tells since when: "in seven years", "since 2018"; not "in five days" nor "in 2018"."""
    before = {tree.case(n), tree.lower[max(tree.at(time.anchor.start) - 1, 0)]}  # the tree may hang it on the year
    if time.type == "duration":
        return bool(before & {"in", "for"}) and time.duration is not None and time.duration.low >= WEEK
    return "since" in before and time.interval is not None


def _singled(tree: Tree, n: int) -> int | None:
    """The nearest "first", "only" or "highest-level" before a word, in the same clause."""
    start = tree.sentence(n).start
    for m in range(n - 1, max(start, n - _REACH) - 1, -1):
        if tree.lower[m] in _PARTING:
            return None
        if tree.lower[m] in terms("assessments")["precedent"]["ordinals"] or _superlative(tree, m):
            return m
    return None


def _superlative(tree: Tree, m: int) -> bool:
    """Whether a superlative that tells of a rank or size begins with a word, however it is cut into words."""
    text = tree.text[tree.starts[m] : tree.starts[m] + 30].casefold()
    return any(
        text.startswith(word) and not text[len(word) : len(word) + 1].isalnum()
        for word in terms("assessments")["precedent"]["superlatives"]
    )


def _trigger(tree: Tree, acts: Mapping[int, Act], singled: int, time: int) -> int | None:
    """The engagement that is singled out: the noun itself, what somebody is the first to do, or what is called so."""
    head = tree.phrase_head(singled)
    if any(tree.lower[n] in {"not", "n't", "never"} for n in tree.children[head]):
        return None
    if tree.lower[head] == "time":
        return _done(tree, acts, head)
    if head in acts:
        return head
    if tree.relations[head] == "appos" and tree.heads[head] in acts:
        return tree.heads[head]
    inside = [n for n in tree.below(head) if n in acts and n > singled]
    inside += [n for n in range(singled + 1, time) if n in acts]
    if inside and not is_engagement(tree, head):
        return min(inside)
    subject = tree.child(head, "nsubj")
    if subject is not None and tree.child(head, "cop") is not None:
        named = [n for n in tree.below(subject, {"acl:relcl", "appos"}) if n in acts]
        if named:
            return min(named, key=lambda n: abs(n - subject))
        if tree.lower[subject] in _PRONOUNS or is_engagement(tree, subject):
            return _before(tree, acts, head)
    return min(inside) if inside else None


def _done(tree: Tree, acts: Mapping[int, Act], noun: int) -> int | None:
    """What was done "for the first time": the verb it hangs on, or what that has for its object or subject."""
    verb = tree.heads[noun]
    return next((n for n in (verb, *tree.children[verb]) if n in acts and tree.relations[n] not in _ASIDE), None)


def _before(tree: Tree, acts: Mapping[int, Act], word: int) -> int | None:
    """The last engagement before a word in its sentence or the one before it."""
    sentence = tree.sentence(word)
    start = tree.sentence(sentence.start - 1).start if sentence.start else sentence.start
    return max((n for n in acts if start <= n < word), default=None)
