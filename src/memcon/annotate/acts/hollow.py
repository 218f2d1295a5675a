"""What looks like a request or a promise and is none: a question, an attempt, a courtesy, a forecast.

In: an act of these kinds as it was found. Out: whether anything is asked or promised.
"""

from collections.abc import Sequence

from memcon.annotate.acts.cast import Cast
from memcon.annotate.acts.lexicon import Predicate, keys, predicates
from memcon.annotate.acts.promises import announced
from memcon.annotate.acts.setting import arguments as beside
from memcon.annotate.acts.setting import further, helps, is_verb, preposition
from memcon.annotate.times.tense import infinitive
from memcon.annotate.tree import Tree
from memcon.core.act import Argument
from memcon.core.terms import listed

_SELF = frozenset({"we", "i", "us", "our"})


def is_hollow(cast: Cast, n: int, predicate: Predicate, told: Sequence[Argument], triggers: frozenset[int]) -> bool:
    """Whether a word asks for nothing, or promises nothing.

    Args:
        told: The arguments of the act.
        triggers: The words of the document that are believed to tell acts.
    """
    match predicate.kind:
        case "request":
            return _asks_to_know(cast, n, told) or _tries(cast.tree, n) or _answers(cast.tree, n, triggers)
        case "commitment":
            return (
                _is_of_nothing(cast, n, told)
                or _is_courteous(cast, n)
                or _is_answer(cast.tree, n)
                or _is_idle(cast, n)
                or _is_forecast(cast, n)
                or _is_said(cast.tree, n)
            )
        case _:
            return False


def _is(tree: Tree, n: int, words: frozenset[str]) -> bool:
    """Whether a word is one of some, in whatever form."""
    return any(word in words for word, _ in keys(tree, n))


def _promises_none(tree: Tree, n: int, key: str) -> bool:
    """Whether a word is one of those beside which a promise is none."""
    return _is(tree, n, listed("acts/commitment", "hollow", key))


def _asks_to_know(cast: Cast, n: int, told: Sequence[Argument]) -> bool:
    """Whether somebody is asked or told only what, why or whether: "asked the envoy what it was worth"."""
    tree = cast.tree
    told_whom = any(one.role == "to" for one in told) or _is(tree, n, frozenset({"ask"}))
    if not (is_verb(tree, n) and told_whom):
        return False
    for one in told:
        if one.role == "content":
            first = tree.at(one.anchor.start)
            if first > n and not {tree.lower[first], tree.lower[first - 1]}.isdisjoint(
                listed("acts/request", "hollow", "questions")
            ):
                return tree.upos[first - 1] != "ADP"
    return False


def _tries(tree: Tree, n: int) -> bool:
    """Whether somebody only tries to do something: "has sought to clarify it"."""
    clause = tree.child(n, "xcomp")
    return _is(tree, n, frozenset({"seek"})) and is_verb(tree, n) and clause is not None and infinitive(tree, clause)


def _answers(tree: Tree, n: int, triggers: frozenset[int]) -> bool:
    """Whether it is refused to answer a request that is told itself: "refused to respond to three requests"."""
    clause = tree.child(n, "xcomp") if is_verb(tree, n) else None
    if clause is None or not any(one.kind == "request" and one.status == "declined" for one in predicates(tree, n)):
        return False
    return any(m in triggers and _names_request(tree, m) for _, m in beside(tree, clause))


def _names_request(tree: Tree, n: int) -> bool:
    return not is_verb(tree, n) and any(one.kind == "request" for one in predicates(tree, n))


def _is_of_nothing(cast: Cast, n: int, told: Sequence[Argument]) -> bool:
    """Whether there was none ("parted without a deal"), or nothing is promised ("did not promise us anything").

    That somebody "has not agreed to" something is no promise either, nor that anybody denies one.
    """
    tree = cast.tree
    if tree.case(n) == "without" or (not is_verb(tree, n) and preposition(tree, n) == "without"):
        return True
    contents = [one.anchor for one in told if one.role == "content"]
    words = [m for one in contents for m in tree.inside(one.start, one.end)]
    if words and tree.lower[words[-1]] in listed("acts/commitment", "hollow", "nothing"):
        return True
    unagreed = is_verb(tree, n) and tree.negated(n) and _promises_none(tree, n, "assenting")
    return unagreed and any(sort == "clause" and infinitive(tree, m) for sort, m in beside(tree, n))


def _is_courteous(cast: Cast, n: int) -> bool:
    """Whether somebody is only ready to be a good partner: "its readiness to work with Peru in a spirit of trust"."""
    tree = cast.tree
    clause = tree.child(n, "xcomp", "acl", "advcl", "ccomp") if _promises_none(tree, n, "ready") else None
    if clause is None or not all(_promises_none(tree, verb, "courteous") for verb in (clause, *further(tree, n))):
        return False
    return all(
        m in cast.mentions or _promises_none(tree, m, "relations") or tree.lower[m] == "together"
        for sort, m in beside(tree, clause)
        if sort not in {"subject", "clause"}
    )


def _is_answer(tree: Tree, n: int) -> bool:
    """Whether it is a request that is agreed to, so that the request tells all of it: "agreed to this request"."""
    agrees = is_verb(tree, n) and _promises_none(tree, n, "assenting")
    return agrees and any(_names_request(tree, m) for m in tree.children[n] if m > n)


def _is_idle(cast: Cast, n: int) -> bool:
    """Whether an auxiliary tells only what one will look at, wait for or wish: "would be watching closely"."""
    tree = cast.tree
    return helps(tree, n) and _promises_none(tree, tree.heads[n], "idle")


def _is_forecast(cast: Cast, n: int) -> bool:
    """Whether somebody says of somebody else what he will do: an auxiliary promises for whoever speaks.

    What a state is to do by a date is more than that, whoever says so.
    """
    tree = cast.tree
    said = cast.contents.get(n)
    doer = tree.subject(tree.heads[n]) if helps(tree, n) else None
    if said is None or said.speaker is None or doer is None or tree.lower[doer] in _SELF or announced(cast, n):
        return False
    who = cast.mentions.get(doer)
    if who is None or who.name == said.speaker.name:
        return False
    return who.type == "person" or not cast.acts_for(said.speaker.name, who.name)


def _is_said(tree: Tree, n: int) -> bool:
    """Whether what is offered is only said: "offered a hint", "offered his condolences"."""
    offers = is_verb(tree, n) and _is(tree, n, frozenset({"offer"}))
    return offers and any(sort == "object" and _promises_none(tree, m, "said") for sort, m in beside(tree, n))
