"""The acts of a document: triggers of the vocabulary and of the language model, each with roles, times and status.

In: a document, its tree, mentions, times and statements. Out: `Act`s in reading order.

The vocabulary says what a word may tell; the model says whether it does so here. The score is the model's, and below a
threshold the word is not believed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from memcon.annotate.acts.arguments import Cast, find_arguments, find_times
from memcon.annotate.acts.assessments import judged
from memcon.annotate.acts.issues import Topics
from memcon.annotate.acts.lexicon import Predicate, predicates, usual
from memcon.annotate.acts.setting import Governor, governors, is_verb
from memcon.annotate.acts.status import NO_ACT, find_status, is_history
from memcon.annotate.clauses import clause_of
from memcon.annotate.tree import Tree
from memcon.core.act import Act, Argument
from memcon.core.annotation import Mention, Referent, Statement
from memcon.core.document import Document
from memcon.core.reading import Reading, Trigger
from memcon.core.times import Time

_CONFIRMED = 0.25  # the model's score from which it confirms what the vocabulary suggests
_ALONE = 0.5  # from which it is believed without
_INNER = 0.97  # the same for both, in a report of some length that seems to be about one state
_ENOUGH, _SIDES = 3, 2  # sentences from which a report is of some length; states between which there can be talks
_STRONG = 0.05  # which a word needs that hardly ever tells anything else
_BARE = frozenset({"speak", "talk", "discuss", "confer", "converse"})
"""Verbs that do not say whether it was by telephone, at table or in the hall."""
_SURE, _CERTAIN = 0.9, 0.98  # from which the model's status is taken where no word tells one, and where one does


def find_acts(
    document: Document,
    tree: Tree,
    reading: Reading,
    mentions: Sequence[Mention],
    times: Sequence[Time],
    statements: Sequence[Statement],
    referents: Sequence[Referent],
    topics: Topics | None = None,
) -> tuple[Act, ...]:
    """Every act of a document, in reading order.

    Args:
        topics: The issues that acts may be about; without them they are about none.
    """
    cast = Cast.of(document, tree, reading, mentions, times, statements)
    seen = {tree.at(one.anchor.start): one for one in reading.triggers}
    inner = len(reading.sentences) >= _ENOUGH and _at_home(referents)
    acts = tuple(_Finder(cast, seen, topics, inner=inner).all())
    acts = _typed(acts, tree, next((zone.end for zone in document.zones if zone.kind == "headline"), 0))
    return judged(acts, cast)


def _typed(acts: tuple[Act, ...], tree: Tree, headline: int) -> tuple[Act, ...]:
    """The acts; who only "spoke" or "discussed" did so in the engagement that the headline names.

    That is the one with some of the same people; of the first that a report tells below its headline it is the first.
    """
    engagements = [one for one in acts if one.kind == "engagement"]
    named = [one for one in engagements if one.trigger.start < headline]
    first = next((one for one in engagements if one.trigger.start >= headline), None)

    def typed(act: Act) -> Act:
        bare = act.type == "meeting" and tree.lemmas[tree.at(act.trigger.start)] in _BARE
        same = next((one for one in named if act is first or set(one.parties) & set(act.parties)), None)
        return replace(act, type=same.type) if act.kind == "engagement" and bare and same is not None else act

    return tuple(map(typed, acts))


def _at_home(referents: Sequence[Referent]) -> bool:
    """Whether fewer than two states appear in a report, and nobody who acts for one."""
    states = {one.side or one.name for one in referents if one.type == "state" or one.side is not None}
    return len(states) < _SIDES and not any(one.type == "person" and one.side for one in referents)


class _Finder:
    def __init__(self, cast: Cast, seen: Mapping[int, Trigger], topics: Topics | None, *, inner: bool) -> None:
        self._cast = cast
        self._tree = cast.tree
        self._seen = seen
        self._topics = topics
        self._alone, self._confirmed = (_INNER, _INNER) if inner else (_ALONE, _CONFIRMED)

    def all(self) -> Iterator[Act]:
        """The acts, in reading order of their triggers."""
        suggested = [(n, *one) for n in range(len(self._tree)) for one in self._suggested(n)]
        triggers = frozenset(n for n, _, _ in suggested)
        for n, predicate, model in suggested:
            act = self._act(n, predicate, model, triggers)
            if act is not None:
                yield act

    def _suggested(self, n: int) -> Iterator[tuple[Predicate, Trigger]]:
        """What a word may tell here and is believed to: what the vocabulary has for it, or the model alone."""
        model = self._seen.get(n)
        if model is None:
            return
        listed = [one for one in predicates(self._tree, n) if one.kind == model.kind]
        best = next((one for one in listed if one.type == model.type), listed[0] if listed else None)
        if best is not None and model.score >= (_STRONG if best.strong and self._alone < _INNER else self._confirmed):
            yield best, model
            return
        if model.score >= self._alone:
            yield usual(model.kind, model.type), model

    def _act(self, n: int, predicate: Predicate, model: Trigger, triggers: frozenset[int]) -> Act | None:
        tree, cast = self._tree, self._cast
        above = governors(tree, n)
        arguments = find_arguments(cast, n, predicate, above, sure=model.score >= self._alone)
        if arguments is None:
            return None
        when, long = find_times(cast, n, above, triggers - {n})
        told = find_status(tree, n, predicate, above, when.interval if when else None, cast.document.published)
        status, why = _decided(told, model)
        if status in {"held", "historical"} and when is not None:  # the calendar knows better than the model
            status = "historical" if is_history(when.interval, cast.document.published) else "held"
        if status == NO_ACT:
            return None
        return Act(
            kind=predicate.kind,
            type=predicate.type,
            status=status,
            anchor=clause_of(cast.document, tree, self._clause(n, above), attributed=n in cast.contents),
            trigger=cast.document.anchor(tree.starts[n], tree.ends[n]),
            arguments=arguments,
            time=when.anchor if when else None,
            duration=long.anchor if long else None,
            issues=self._issues(n, arguments),
            cameo=predicate.cameo,
            plover=predicate.plover,
            score=model.score,
            reason=f"“{tree.lower[n]}”; {status}: {why}",
        )

    def _issues(self, n: int, arguments: Sequence[Argument]) -> tuple[str, ...]:
        """What an act is about: by the terms of what is asked or held, else of its sentence, else by meaning."""
        if self._topics is None:
            return ()
        contents = [one.anchor for one in arguments if one.role == "content"]
        inside = [m for one in contents for m in self._tree.inside(one.start, one.end)]
        found = self._topics.named(self._tree, inside) or self._topics.named(self._tree, self._tree.sentence(n))
        if found or not contents:
            return found
        return self._topics.meant(" ".join(self._cast.document.passage(one) for one in contents))

    def _clause(self, n: int, above: Sequence[Governor]) -> int:
        return next((m for m in (n, *(one.word for one in above)) if is_verb(self._tree, m)), n)


def _decided(told: tuple[str, str] | None, model: Trigger) -> tuple[str, str]:
    """The status by the words; by the model where no word tells one and it is sure, and where it is all but certain."""
    status, why = told or (NO_ACT, "it is supposed or asked")
    if model.status == status:
        return status, why
    if model.sure >= (_CERTAIN if why.startswith("“") else _SURE):
        return model.status, f"the model, {model.sure:.2f}; by the words {status}: {why}"
    return status, why
