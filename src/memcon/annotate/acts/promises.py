"""What is peculiar to promises: deeds announced for a date, and pledges made together.

In: an auxiliary, or a commitment as it was found. Out: whether the one is a commitment, and of what sort the other is.

A report says that a state "is to withdraw six boats by the end of May" where two sides have agreed on it; by itself the
auxiliary promises nothing. So it is believed only of a deed of the vocabulary, by a state or for one, with a limit; of
what two sides do to each other, with its first day too.
"""

from collections.abc import Sequence

from memcon.annotate.acts.cast import Cast
from memcon.annotate.acts.lexicon import Predicate, keys
from memcon.annotate.acts.setting import helps, is_verb
from memcon.annotate.times.tense import infinitive
from memcon.annotate.tree import Tree
from memcon.core.act import Argument
from memcon.core.terms import listed

LIMITS = frozenset({"by", "before", "until", "within"})
"""Prepositions of the day by which something is to be done."""
_MUTUAL = frozenset({"each", "other"})
_IS = frozenset("is are was were 's 're has have had been being".split())
_AHEAD = frozenset({"is", "are", "will", "would", "shall", "'ll", "wo"})


def announced(cast: Cast, word: int) -> bool:
    """Whether an auxiliary tells what a state is to do by a date: "Peru is to release the crew by 1 June"."""
    tree = cast.tree
    verb = tree.heads[word]
    if tree.lower[word] not in _AHEAD or not helps(tree, word) or tree.negated(verb):
        return False
    to = any(tree.lower[n] == "to" and word < n < verb for n in tree.children[verb])
    deed = any(form in listed("acts/commitment", "deeds", "verbs") for form, _ in keys(tree, verb))
    if not deed or to != (tree.lower[word] in {"is", "are"}) or (doer := whose_deed(cast, verb)) is None:
        return False
    mutual = len(cast.arguments("by", doer)) > 1 or {tree.lower[n] for n in tree.below(verb)} >= _MUTUAL
    limits = LIMITS | {"from"} if mutual else LIMITS
    days = (n for n in tree.below(verb) if n in cast.times and cast.before(n) in limits)
    return any(cast.ahead(cast.times[n]) is not False for n in days)


def whose_deed(cast: Cast, verb: int) -> int | None:
    """Who does what a verb tells, or whose the thing is to which it is done: "Chilean boats will be moved"."""
    tree = cast.tree
    subject = tree.subject(verb)
    if subject is None or subject in cast.timed:  # "would be withdrawn by 30 June"
        passive = tree.child(verb, "nsubj:pass", "nsubj") if is_verb(tree, verb) else None
        around = () if passive is None else tree.children[passive]
        owners = (n for n in around if n in cast.mentions and cast.mentions[n].type in {"state", "group"})
        return next(owners, next((n for n in around if n in cast.states), None))
    mention = cast.mentions.get(subject)
    named = mention is not None and mention.type != "unknown" and mention.kind == "name"
    return subject if named or cast.pairs.meant(subject, meeting=False) else None


def is_judgement(tree: Tree, trigger: int) -> bool:
    """Whether it is only agreed or assured that something is so: "agreed that talks are the best way"."""
    clause = tree.child(trigger, "ccomp") if is_verb(tree, trigger) else None
    if clause is None or infinitive(tree, clause):
        return False
    helpers = {tree.lower[n] for n in tree.children[clause] if tree.relations[n].partition(":")[0] in {"aux", "cop"}}
    finite = bool(helpers & _IS) or (not helpers and tree.lower[clause] != tree.lemmas[clause])
    return finite and not helpers - _IS


def together(predicate: Predicate, arguments: Sequence[Argument], status: str) -> tuple[str, str]:
    """The type and status of a commitment: what several sides pledge they agree on."""
    by = {one.party for one in arguments if one.role == "by" and one.party}
    if predicate.kind == "commitment" and predicate.type == "pledge" and status == "offered" and len(by) > 1:
        return "agreement", "agreed"
    return predicate.type, status
