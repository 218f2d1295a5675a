"""When, how long, how often, where and on what condition an act is or is to be.

In: a trigger with its governors. Out: arguments for these, and the expressions of time that tell when and how long.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from memcon.annotate.acts.cast import Cast
from memcon.annotate.acts.lexicon import Predicate
from memcon.annotate.acts.promises import LIMITS
from memcon.annotate.acts.setting import (
    Governor,
    clause,
    clause_governors,
    helps,
    is_of_affair,
    is_verb,
    joined,
    preposition,
    span,
)
from memcon.annotate.tree import Tree
from memcon.core.act import ActKind, Argument
from memcon.core.terms import listed
from memcon.core.times import Time
from memcon.core.venues import venue

APART = frozenset({*"after before since following despite until than like".split(), "ahead of", "prior to"})
"""Prepositions of an act that another one is told by: that one is at another time."""
_AT = frozenset("in at on near outside inside aboard".split())
_ELSEWHERE = APART | {"according"}
"""Prepositions of an act that a clause about something else is told by: where that is, the act need not have been."""
_CONDITIONAL = frozenset({"if", "unless", "provided", "once"})
_WEEKDAY = "XXXX-WXX-"
"""How the value of a day of the week begins that nothing dates."""
_SPANS = frozenset("since until till before after by through between".split())
"""Prepositions of a time that is not when something is, but from or up to when."""


def circumstances(cast: Cast, trigger: int, predicate: Predicate, above: Sequence[Governor]) -> Iterator[Argument]:
    """Where, on what occasion and condition; how often something is asked for, and until when."""
    yield from _beside(cast, trigger, predicate, above)
    if predicate.kind in {"request", "commitment"}:
        yield from _counted(cast, trigger)
        yield from find_limits(cast, trigger, predicate.kind, above)


def find_times(
    cast: Cast, trigger: int, above: Sequence[Governor], others: frozenset[int]
) -> tuple[Time | None, Time | None]:
    """When and how long: the nearest expressions that hang on the trigger or on what governs it.

    Args:
        others: Triggers of other acts, on which what hangs is theirs.
    """
    tree = cast.tree
    own = [trigger, *(one.word for one in takewhile(lambda one: one.case not in APART, clause_governors(above)))]
    when: Time | None = None
    long = _of(cast, trigger)
    best = len(own)
    for n in tree.sentence(trigger):
        time = cast.times.get(n)
        if time is None:
            continue
        at = next((m for m in _above(tree, n) if m in own or m in others), None)
        if at is None and _is_astray(tree, n, trigger):
            at = trigger
        if at is None or at not in own or cast.before(n) in _SPANS:
            continue
        place = own.index(at)
        if time.type == "duration" and time.duration is not None and tree.case(n) != "in":  # "the first in five years"
            long = long or (time if place == 0 or is_verb(tree, at) else None)
        elif _is_day(time) and place < best:
            when, best = time, place
    return when, long


def _is_day(time: Time) -> bool:
    """Whether an expression tells when something is: by the calendar, or by a day of the week that nothing dates."""
    return time.type in {"date", "time"} and (time.interval is not None or time.value.startswith(_WEEKDAY))


def _is_astray(tree: Tree, n: int, trigger: int) -> bool:
    """Whether an expression right behind a trigger's words hangs on something before them, across what governs it."""
    first, head = tree.below(n)[0], tree.heads[n]
    across = head < trigger < first and head not in {above for _, above in tree.climb(trigger)}
    return across and set(range(trigger + 1, first)) <= set(tree.below(trigger))


def _of(cast: Cast, trigger: int) -> Time | None:
    """How long, where the length is what the act is a part of: "two days of talks"."""
    time = cast.times.get(cast.tree.heads[trigger]) if cast.tree.case(trigger) == "of" else None
    return time if time is not None and time.type == "duration" and time.duration is not None else None


def _above(tree: Tree, word: int) -> Iterator[int]:
    """A word and those that it hangs by, up to the top of its clause: not that of "met, and will meet on Monday"."""
    yield word
    for n, head in tree.climb(word):
        if tree.relations[n] in {"conj", "parataxis", "advcl"} and tree.child(n, "nsubj", "nsubj:pass") is not None:
            return
        yield head


def _beside(cast: Cast, trigger: int, predicate: Predicate, above: Sequence[Governor]) -> Iterator[Argument]:
    """Where it is, on the sidelines of what, and on what condition."""
    tree = cast.tree
    for number, word in enumerate((trigger, *(one.word for one in above))):
        away = elsewhere(tree, above[:number])
        for n in tree.children[word]:
            if away and not is_next_to(tree, trigger, n):
                continue
            if tree.lower[n] in listed("telling", "margins"):
                for event in tree.children[n]:
                    if tree.case(event) == "of":
                        yield from cast.arguments("occasion", event)
                        yield from _within(cast, event, predicate.kind)
            yield from _places(cast, n, predicate.kind)
            if tree.relations[n] == "advcl" and any(tree.lower[m] in _CONDITIONAL for m in tree.children[n]):
                first, last = clause(tree, n)
                yield Argument("condition", cast.document.anchor(tree.starts[first], tree.ends[last - 1]))
        if is_verb(tree, word):
            return


def elsewhere(tree: Tree, above: Sequence[Governor]) -> bool:
    """Whether where the last of some governors is says nothing of the act: "said in Quito after the talks"."""
    below = (one.word for one in above[:-1])
    return any(one.case in _ELSEWHERE for one in above) or any(
        tree.lemmas[word] in listed("telling", "told_of") for word in below
    )


def is_next_to(tree: Tree, trigger: int, n: int) -> bool:
    """Whether a phrase stands right behind a trigger, so that it is the trigger's wherever a tree hangs it."""
    return tree.below(n)[0] == trigger + 1


def _places(cast: Cast, word: int, kind: ActKind) -> Iterator[Argument]:
    """The places that a word puts an act in; of "at an event in Quito" that of the event."""
    tree, found = cast.tree, False
    if is_of_affair(tree, word):
        return
    if tree.relations[word].partition(":")[0] in {"obl", "nmod"} and preposition(tree, word) in _AT:
        for place in (word, *joined(tree, word)):
            if place in cast.places:
                start, end = cast.places[place]
                yield Argument("place", cast.document.anchor(tree.starts[start], tree.ends[end - 1]))
            elif kind == "engagement" and venue(tree.lemmas[place]):
                yield from _venue(cast, place)
            found = found or place in cast.places
        if not found and tree.lemmas[word] in listed("telling", "gatherings"):
            yield from _within(cast, word, kind)


def _within(cast: Cast, event: int, kind: ActKind) -> Iterator[Argument]:
    for n in cast.tree.children[event]:
        yield from _places(cast, n, kind)


def _venue(cast: Cast, noun: int) -> Iterator[Argument]:
    """A place that has no name, with what is said of it before and behind: "the rose garden of the mission"."""
    first, last = span(cast.tree, noun)
    yield Argument("place", cast.document.anchor(cast.tree.starts[first], cast.tree.ends[last - 1]))


def _counted(cast: Cast, trigger: int) -> Iterator[Argument]:
    """How many: "three requests"."""
    tree = cast.tree
    for n in () if is_verb(tree, trigger) else tree.children[trigger]:
        if tree.relations[n] == "nummod" or (tree.upos[n] == "NUM" and n < trigger):
            words = tree.below(n)
            yield Argument("count", cast.document.anchor(tree.starts[words[0]], tree.ends[words[-1]]))


def find_limits(cast: Cast, trigger: int, kind: ActKind, above: Sequence[Governor] = ()) -> Iterator[Argument]:
    """Until when: a limit that is not past, and the day of what is promised."""
    tree = cast.tree
    own = {trigger, *(one.word for one in above), *([tree.heads[trigger]] if helps(tree, trigger) else [])}
    for n in tree.sentence(trigger):
        time = cast.times.get(n)
        if time is None or not any(head in own for _, head in tree.climb(n)):
            continue
        ahead = cast.ahead(time)
        limit = cast.before(n) in LIMITS and ahead is not False
        inside = kind == "commitment" and (ahead or (ahead is None and tree.heads[n] not in own))
        if limit or (inside and time.interval is not None and cast.before(n) not in _SPANS):
            yield Argument("deadline", time.anchor)
