"""Who does what a word tells, wherever the sentence says so.

In: a word. Out: what hangs on it, each by its sort or preposition, with its subject as a reader takes it: of "asked
Marn to come" Marn, of "Marn accepted an invitation to come" Marn too, and of "the visiting premier" the premier.
"""

from collections.abc import Iterator

from memcon.annotate.acts.cast import Cast
from memcon.annotate.acts.lexicon import keys, predicates, status_word
from memcon.annotate.acts.promises import whose_deed
from memcon.annotate.acts.setting import arguments, hangs_on, helps, is_verb, joined
from memcon.annotate.times.tense import infinitive
from memcon.core.terms import listed

ANSWERED = frozenset({"accepted", "declined", "unanswered"})
"""Statuses that whoever is asked gives a request."""
_HELPS = frozenset({"AUX", "PART", "ADV"})
_VISITS = frozenset("after before when while by since is are was were be been".split())
"""Words before "visiting" where it is a verb."""
_BARE = frozenset({"subject", "object", "clause", "possessive"})
"""Sorts of what hangs on a word without a preposition."""


def hanging(cast: Cast, word: int) -> Iterator[tuple[str, int]]:
    """What hangs on a word, or on the verb that it helps; its subject is whoever does it, wherever that is told."""
    tree = cast.tree
    if helps(tree, word):  # "would withdraw": the word that promises is the auxiliary
        deed = whose_deed(cast, tree.heads[word])
        subject = tree.subject(tree.heads[word]) if deed is None else deed
        yield from () if subject is None else (("subject", subject),)
        yield "clause", tree.heads[word]
        return
    if (who := guest(cast, word)) is not None:
        yield "subject", who
        return
    found = list(arguments(tree, word))
    found += [
        (sort, n)
        for time in tree.children[word]
        if time in cast.times
        for sort, n in arguments(tree, time)
        if sort not in _BARE
    ]
    found += [
        (case, m) for place in tree.children[word] for case, n in cast.astray(place) for m in (n, *joined(tree, n))
    ]
    found += [("object", who) for n in tree.children[word] if (who := guest(cast, n)) is not None]
    found += [  # "between the president and visiting Premier Marn"
        (sort, who)
        for sort, n in tuple(found)
        for m in tree.children[n]
        if tree.relations[m] == "conj" and (who := guest(cast, m)) is not None
    ]
    verb = is_verb(tree, word)
    for sort, n in found:
        if not (verb and sort == "subject"):
            yield sort, n
        elif not any(tree.lower[m] == ":" for m in range(word, n)):  # "they came out to say this: a working group …"
            for agent in _agents(cast, word, n):
                yield sort, agent
    if verb and "subject" not in {sort for sort, _ in found}:
        for n in _before(cast, word):
            yield "subject", n


def invited(cast: Cast, word: int) -> tuple[int, ...]:
    """Whom a word invites or asks to come, or who accepts it: of "accepted an invitation from Peru" not Peru."""
    tree = cast.tree
    asks = [one for one in predicates(tree, word) if one.kind == "request"]
    if not asks or not any(one.type == "invitation" for one in asks):
        return ()
    if is_verb(tree, word):
        return tuple(n for sort, n in arguments(tree, word) if sort == "object" and n in cast.mentions)
    for sort, n in arguments(tree, word):
        if sort in {"to", "for"} and n in cast.mentions and not is_verb(tree, n):
            return (n,)
    behind = cast.mentions.get(word + 2) if word + 2 < len(tree) and tree.lower[word + 1] in {"to", "for"} else None
    if behind is not None and behind.type == "person":  # whom the tree may hang on what follows
        return (tree.top(tree.inside(behind.anchor.start, behind.anchor.end)),)
    head = tree.heads[word]
    if is_verb(tree, head) and any(one in listed("telling", "giving") for one, _ in keys(tree, head)):
        given = [n for sort, n in arguments(tree, head) if sort in {"to", "object"} and n in cast.mentions]
        if given:
            return tuple(given[:1])
    answered = is_verb(tree, head) and status_word(tree, head, "request") in ANSWERED
    return tuple(n for sort, n in hanging(cast, head) if sort == "subject") if answered else ()


def guest(cast: Cast, word: int) -> int | None:
    """Of "the visiting minister" the minister, whatever the tree takes the first word for; None if it is a verb."""
    tree = cast.tree
    if not tree.lower[word].endswith("ing") or tree.upos[word] not in {"VERB", "ADJ"}:
        return None
    if tree.relations[word] == "amod":
        return tree.heads[word]
    mention = cast.mentions.get(word + 1)
    titled = mention is not None and mention.type == "person" and mention.anchor.start == tree.starts[word + 1]
    goes = titled and any(one.type == "visit" for one in predicates(tree, word))  # not "avoided meeting Marn"
    return word + 1 if goes and word and tree.lower[word - 1] not in _VISITS else None


def _agents(cast: Cast, verb: int, subject: int) -> tuple[int, ...]:
    """Who does what a verb tells: of "asked Marn to come" and of "Marn is the first to come" Marn."""
    tree = cast.tree
    head, relation = hangs_on(tree, verb)
    if relation == "xcomp" and infinitive(tree, verb):
        asked = tree.child(head, "obj", "iobj")
        promises = any(one.kind == "commitment" for one in predicates(tree, head))
        if asked is not None and head < asked < verb and asked in cast.mentions and not promises:
            return (asked,)
    said = head if relation == "acl" and head != tree.heads[verb] else subject
    while tree.relations[said] == "conj":  # "is the third and the first to come"
        said = tree.heads[said]
    if tree.child(said, "cop") is not None:
        named = tree.child(said, "nsubj")
        return (named,) if named is not None and named in cast.mentions else (subject,)
    if relation == "acl" and (head == subject or head != tree.heads[verb]) and head not in cast.mentions:
        planners = _planners(cast, head)
        return planners or (() if _is_hosts(cast, head, verb) else (subject,))
    return (subject,)


def _is_hosts(cast: Cast, plan: int, verb: int) -> bool:
    """Whether a plan is that somebody else comes: "issued an invitation to visit"."""
    asks = any(one.kind == "request" and one.type == "invitation" for one in predicates(cast.tree, plan))
    return asks and any(one.type == "visit" for one in predicates(cast.tree, verb))


def _planners(cast: Cast, plan: int) -> tuple[int, ...]:
    """Who is to do what a noun is about: of "Marn's plan to meet" Marn, of a plea to meet who asks and who answers."""
    tree = cast.tree
    if called := invited(cast, plan):
        return called
    verb = tree.heads[plan]
    has = tree.subject(verb) if tree.relations[plan] == "obj" and is_verb(tree, verb) else None
    owner = tree.child(plan, "nmod:poss")
    asks = any(one.kind == "request" for one in predicates(tree, plan))
    if asks:
        asking = [n for sort, n in arguments(tree, plan) if sort in {"by", "from", "possessive"} and n in cast.mentions]
        return tuple(dict.fromkeys([*asking, *([has] if has is not None else [])]))
    return (owner,) if owner is not None else (has,) if has is not None else ()


def _before(cast: Cast, verb: int) -> Iterator[int]:
    """Whoever stands right before a verb and what helps it, if the tree gives it no subject: "urged Marn to meet"."""
    tree = cast.tree
    begin = tree.sentence(verb).start
    n = verb - 1
    while n > begin and tree.upos[n] in _HELPS:
        n -= 1
    if n >= begin and n in cast.mentions and tree.child(verb, "nsubj:pass") is None:
        first = tree.heads[n] if tree.relations[n] == "conj" else n
        yield from (first, *joined(tree, first)) if first != n else (n,)
