"""The acts of a document: triggers of the vocabulary and of the language model, each with roles, times and status.

In: a document, its tree, mentions, times and statements. Out: `Act`s in reading order.
The score is the model's; it is lower where the words tell another status than the model does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.annotate.acts.answers import answered
from memcon.annotate.acts.arguments import find_arguments
from memcon.annotate.acts.assessments import judged
from memcon.annotate.acts.believed import Thresholds, believed, thresholds
from memcon.annotate.acts.cast import Cast
from memcon.annotate.acts.circumstances import find_limits, find_times
from memcon.annotate.acts.doers import guest
from memcon.annotate.acts.hollow import is_hollow
from memcon.annotate.acts.issues import Topics
from memcon.annotate.acts.lexicon import Predicate, status_word
from memcon.annotate.acts.mood import is_history
from memcon.annotate.acts.promises import is_judgement, together
from memcon.annotate.acts.setting import Governor, further, governors, items, verb_of
from memcon.annotate.acts.status import NO_ACT, find_status
from memcon.annotate.acts.together import settled
from memcon.annotate.clauses import clause_of
from memcon.annotate.tree import Tree
from memcon.core.act import Act, ActKind, Argument
from memcon.core.annotation import Mention, Referent, Statement
from memcon.core.document import Document
from memcon.core.reading import Reading, Trigger
from memcon.core.times import Time

_SURE = 0.9  # from which the model's status is taken where the words tell none
_DISPUTED = 0.8
"""What is left of a score where words and model differ on the status: of such statuses in examples/acts/dev 7 in 10 are
right, and of the others 9 in 10."""


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
    cast = Cast.of(document, tree, reading, mentions, times, statements, referents)
    needed = thresholds(len(reading.sentences), referents)
    told = list(believed(cast, {tree.at(one.anchor.start): one for one in reading.triggers}, needed))
    return judged(settled(tuple(_Finder(cast, frozenset(n for n, _, _ in told), topics, needed).all(told)), cast), cast)


class _Finder:
    def __init__(self, cast: Cast, triggers: frozenset[int], topics: Topics | None, needed: Thresholds) -> None:
        self._cast = cast
        self._tree = cast.tree
        self._triggers = triggers
        self._topics = topics
        self._needed = needed

    def all(self, told: Sequence[tuple[int, Predicate, Trigger]]) -> Iterator[Act]:
        """The acts, in reading order of their triggers."""
        found = [act for n, predicate, model in told for act in self._acts(n, predicate, model)]
        yield from sorted(found, key=lambda act: act.trigger)

    def _acts(self, n: int, predicate: Predicate, model: Trigger) -> Iterator[Act]:
        """What a word tells: nothing, an act, or several.

        Several are what is asked for one after the other ("asked them to free the crew and to pay"), and what is listed
        as agreed ("agreed on three things: a truce, a hotline and …").
        """
        act = self._act(n, predicate, model)
        if act is None:
            return
        if act.kind == "commitment" and (listed := items(self._tree, n)):
            yield from (self._repeated(act, item) for item in listed)
            return
        more = [verb for verb in further(self._tree, n) if verb not in self._triggers] if act.kind == "request" else []
        others = [self._repeated(act, verb) for verb in more]
        theirs = {one for other in others for one in other.of("deadline")}
        yield replace(act, arguments=tuple(one for one in act.arguments if one not in theirs))
        yield from others

    def _act(self, n: int, predicate: Predicate, model: Trigger) -> Act | None:
        tree, cast = self._tree, self._cast
        above = governors(tree, n)
        verb = verb_of(tree, n, above)
        arguments = find_arguments(cast, n, predicate, above, sure=model.score >= self._needed.clear)
        if arguments is None:
            return None
        when, long = find_times(cast, n, above, self._triggers - {n})
        status, why = self._status(n, predicate, model, above, when)
        answer = answered(cast, n, arguments, status) if predicate.kind == "request" else None
        status, why = answer or (status, why)
        nothing = predicate.kind == "engagement" and status == "denied" and not (arguments or when or why[0] == "“")
        nothing = nothing or (predicate.kind == "commitment" and is_judgement(tree, n))
        nothing = nothing or is_hollow(cast, n, predicate, arguments, self._triggers)
        if status == NO_ACT or nothing or not self._fits(predicate, status, above):
            return None
        type_, status = together(predicate, arguments, status)
        return Act(
            kind=predicate.kind,
            type=type_,
            status=status,
            anchor=clause_of(cast.document, tree, n if verb is None else verb, attributed=n in cast.contents),
            trigger=cast.document.anchor(tree.starts[n], tree.ends[n]),
            arguments=arguments,
            time=when.anchor if when else None,
            duration=long.anchor if long else None,
            issues=self._issues(n, arguments),
            cameo=predicate.cameo,
            plover=predicate.plover,
            score=model.score * (1.0 if model.status == status else _DISPUTED),
            reason=f"“{tree.lower[n]}”; {status}: {why}",
        )

    def _status(
        self, n: int, predicate: Predicate, model: Trigger, above: Sequence[Governor], when: Time | None
    ) -> tuple[str, str]:
        published = self._cast.document.published
        if (
            when is None and predicate.type == "visit" and guest(self._cast, n) is not None
        ):  # a visit goes on, whatever comes of it
            return "held", "it is told of a guest"
        interval = when.interval if when else None
        undated = when is not None and interval is None
        told = find_status(self._tree, n, predicate, above, interval, published, undated=undated)
        status, why = _decided(told, model, predicate.kind)
        if status in {"held", "historical"} and interval is not None:  # the calendar knows better than the model
            status = "historical" if is_history(interval, published) else "held"
        return status, why

    def _fits(self, predicate: Predicate, status: str, above: Sequence[Governor]) -> bool:
        """Whether a word tells an act in this status, or what governs it tells one in which it does."""
        told = (status, *(status_word(self._tree, one.word, predicate.kind) for one in above))
        return not predicate.statuses or not predicate.statuses.isdisjoint(told)

    def _repeated(self, act: Act, verb: int) -> Act:
        """The same request or promise of another thing, which a further verb or noun tells, with its own deadline."""
        tree = self._tree
        content = self._cast.arguments("content", verb)
        kept = [one for one in act.arguments if one.role not in {"content", "deadline"}]
        limits = {*act.of("deadline"), *find_limits(self._cast, verb, act.kind)}
        kept += [one for one in limits if any(part.anchor.contains(one.anchor) for part in content)]
        return replace(
            act,
            trigger=self._cast.document.anchor(tree.starts[verb], tree.ends[verb]),
            arguments=tuple(sorted((*kept, *content))),
            issues=self._issues(verb, content),
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


def _decided(told: tuple[str, str] | None, model: Trigger, kind: ActKind) -> tuple[str, str]:
    """The status by the words; by the model where they tell none and it is sure."""
    if told is not None:
        return told
    if model.sure >= _SURE and model.kind == kind:
        return model.status, f"the model, {model.sure:.2f}"
    return NO_ACT, "it is supposed or asked"
