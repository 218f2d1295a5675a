"""What the expressions of time of a document date: the verbs they hang on.

In: a document, its tree, its times and statements. Out: an `Occurrence` for each clause that is told with its time.

Left out is what did not happen, what is asked or denied, what would happen on a condition, and what is only a
quotation: that is a statement. A clause that somebody is reported to have said is told with the whole sentence, so that
nobody takes it for the report's own word.
"""

from collections.abc import Iterator, Sequence

from memcon.annotate.clauses import clause_of
from memcon.annotate.times.tense import begins_with, infinitive, participle, tense, unreal, verb_above
from memcon.annotate.tree import Tree
from memcon.core.annotation import Mention, Occurrence, OccurrenceStatus, Statement
from memcon.core.document import Document
from memcon.core.terms import listed
from memcon.core.times import Interval, Time

_DATING = frozenset({"obl", "obl:tmod", "obl:npmod", "obl:unmarked", "advmod", "nmod:tmod"})
"""Relations by which an expression of time hangs on the verb that it dates."""
_NOT_AT = frozenset("since until till before after by from to through between for".split())
"""Prepositions with which a date tells a limit, not when."""
_POSSIBLE = frozenset({"may", "might", "could", "can"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_ACTING = frozenset({"person", "state", "organisation"})
_LONGEST = 366  # days of an interval that still tells when


def find_occurrences(
    document: Document, tree: Tree, times: Sequence[Time], statements: Sequence[Statement], mentions: Sequence[Mention]
) -> tuple[Occurrence, ...]:
    """Everything the document dates, in reading order; each clause once, with its first time."""
    return tuple(_found(document, tree, times, statements, mentions))


def _found(
    document: Document, tree: Tree, times: Sequence[Time], statements: Sequence[Statement], mentions: Sequence[Mention]
) -> Iterator[Occurrence]:
    cues = {n for one in statements if one.cue for n in tree.inside(one.cue.start, one.cue.end)}
    quoted = [part for one in statements for part in one.quoted]
    contents = [part for one in statements for part in one.content]
    denied = [part for one in statements if one.polarity == "negative" for part in one.content]
    seen = set[int]()
    for time in times:
        verb = _dated(tree, time)
        if verb is None or verb in cues or verb in seen or _asked(tree, verb):
            continue
        if any(part.overlaps(time.anchor) for part in (*quoted, *denied)):
            continue
        status = _status(tree, verb, time, document)
        if status is None:
            continue
        seen.add(verb)
        clause = clause_of(document, tree, verb, attributed=any(part.overlaps(time.anchor) for part in contents))
        parties = {one.name for one in mentions if clause.contains(one.anchor) and one.type in _ACTING}
        trigger = document.anchor(tree.starts[verb], tree.ends[verb])
        yield Occurrence(clause, trigger, time.anchor, status, tuple(sorted(parties)))


def _asked(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in a question."""
    return any(tree.lower[n] == "?" for n in tree.sentence(verb)[-2:])


def _dated(tree: Tree, time: Time) -> int | None:
    """The verb that an expression dates; None if it tells something else."""
    if time.interval is None or time.type not in {"date", "time"} or not _tells_when(time.interval):
        return None
    top = tree.top(tree.inside(time.anchor.start, time.anchor.end))
    if tree.relations[top] not in _DATING or tree.case(top) in _NOT_AT:
        return None
    head = tree.heads[top]
    return head if verb_above(tree, head) == head and tree.upos[head] in {"VERB", "NOUN", "ADJ", "PROPN"} else None


def _tells_when(interval: Interval) -> bool:
    if interval.first is None or interval.last is None:
        return False
    return (interval.last.bounds()[1] - interval.first.bounds()[0]).days <= _LONGEST + 2


def _status(tree: Tree, verb: int, time: Time, document: Document) -> OccurrenceStatus | None:
    """Whether it is told as past, as planned or as possible; None if it is denied, conditional or timeless."""
    helpers = {tree.lower[n] for n in tree.children[verb] if tree.upos[n] in {"AUX", "ADV", "SCONJ"}}  # not "in May"
    if tree.negated(verb) or helpers & _CONDITIONS or unreal(tree, verb):
        return None
    if helpers & (_POSSIBLE | listed("telling", "perhaps") | listed("telling", "hearsay")):
        return "tentative"
    first, published = (time.interval.first if time.interval else None), document.published
    ahead = first is not None and published is not None and first.relation(published) == "after"
    place = tree.at(time.anchor.start)
    alone = participle(tree, verb) and not (ahead and begins_with(tree, place))
    direction = tense(tree, verb) if alone else tense(tree, verb, place)
    if direction <= 0 and infinitive(tree, verb):  # "tried to meet", "is trying to meet"
        return None
    if direction < 0:
        return None if ahead else "held"
    if direction > 0 or ahead:
        return "planned"
    return "held" if published is not None and first is not None and first.not_after(published) else None
