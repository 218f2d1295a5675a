"""The acts of a document: triggers of the vocabulary and of the language model, each with roles, times and status.

In: a document, its tree, mentions, times and statements. Out: `Act`s in reading order.

The vocabulary says what a word may tell; the model says whether it does so here. Where both agree the score is high;
where only one speaks the score is its own precision, as measured (`examples/acts/dev`), and below a threshold it is
not believed.
"""

from collections.abc import Iterator, Mapping, Sequence

from memcon.annotate.acts.arguments import Cast, find_arguments, find_times
from memcon.annotate.acts.lexicon import Predicate, predicates
from memcon.annotate.acts.setting import Governor, governors, is_verb
from memcon.annotate.acts.status import find_status
from memcon.annotate.clauses import clause_of
from memcon.annotate.tree import Tree
from memcon.core.act import Act
from memcon.core.annotation import Mention, Statement
from memcon.core.document import Document
from memcon.core.reading import Reading, Trigger
from memcon.core.times import Time

_CONFIRMED = 0.25  # the model's score from which it confirms what the vocabulary suggests
_ALONE = 0.6  # from which it is believed without
_STRONG = 0.05  # which a word needs that hardly ever tells anything else
_SURE_STATUS = 0.7  # from which the model's status is taken where the two differ


def find_acts(
    document: Document,
    tree: Tree,
    reading: Reading,
    mentions: Sequence[Mention],
    times: Sequence[Time],
    statements: Sequence[Statement],
) -> tuple[Act, ...]:
    """Every act of a document, in reading order."""
    cast = Cast.of(document, tree, reading, mentions, times, statements)
    seen = {tree.at(one.anchor.start): one for one in reading.triggers}
    return tuple(_Finder(cast, seen).all())


class _Finder:
    def __init__(self, cast: Cast, seen: Mapping[int, Trigger]) -> None:
        self._cast = cast
        self._tree = cast.tree
        self._seen = seen

    def all(self) -> Iterator[Act]:
        """The acts, those with the surest trigger first among those that tell the same."""
        suggested = [(n, one) for n in range(len(self._tree)) for one in self._suggested(n)]
        triggers = frozenset(n for n, _ in suggested)
        for n, predicate in suggested:
            act = self._act(n, predicate, triggers)
            if act is not None:
                yield act

    def _suggested(self, n: int) -> Iterator[Predicate]:
        """What a word may tell here, and is believed to."""
        model = self._seen.get(n)
        for predicate in predicates(self._tree, n):
            score = model.score if model is not None and model.kind == predicate.kind else 0.0
            if score >= (_STRONG if predicate.strong else _CONFIRMED):
                yield predicate
        # A trigger that no vocabulary has is told by the model alone, with its own roles.

    def _act(self, n: int, predicate: Predicate, triggers: frozenset[int]) -> Act | None:
        tree, cast = self._tree, self._cast
        above = governors(tree, n)
        arguments = find_arguments(cast, n, predicate, above)
        if arguments is None:
            return None
        when, long = find_times(cast, n, above, triggers - {n})
        told = find_status(tree, n, predicate, above, when.interval if when else None, cast.document.published)
        if told is None:
            return None
        status, why = told
        return Act(
            kind=predicate.kind,
            type=predicate.type,
            status=status,
            anchor=clause_of(cast.document, tree, self._clause(n, above), attributed=n in cast.contents),
            trigger=cast.document.anchor(tree.starts[n], tree.ends[n]),
            arguments=arguments,
            time=when.anchor if when else None,
            duration=long.anchor if long else None,
            cameo=predicate.cameo,
            plover=predicate.plover,
            score=1.0,
            reason=f"“{tree.lower[n]}”; {status}: {why}",
        )

    def _clause(self, n: int, above: Sequence[Governor]) -> int:
        return next((m for m in (n, *(one.word for one in above)) if is_verb(self._tree, m)), n)
