"""The wordings of one utterance: which is best attested, and in what the others differ.

In: the statements of one utterance, and what is known of their reports. Out: the statements in order, and `Variants`.

The best wording is the least damaged one, as far as marks in it and in its report show; quoted rather than told; whole
rather than cut; then the one that most families have, and of a person who is named rather than of his office, since who
heard him knows who spoke. So a word put in by a thesaurus is never preferred for being printed more often, nor a
fragment to the sentence it was taken from.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from memcon.core.anchor import Anchor
from memcon.core.annotation import Damage, Statement
from memcon.core.degradation import Degradation
from memcon.core.document import Document
from memcon.core.entry import Entry
from memcon.core.ids import DocumentId, PartyId, StatementId
from memcon.core.variants import Change, Variants, Wording
from memcon.core.wording import MOST, Word, aligned, wording

_CUT = 0.75  # of the words of the fullest wording, below which one is cut; another language takes a few more or fewer


class Attested:
    """What is known of the reports that wordings come from.

    Args:
        damage: Every mark.
        states: How damaged each report is; without them all count as sound.
    """

    def __init__(
        self,
        documents: Mapping[DocumentId, Document],
        damage: Iterable[Damage],
        states: Mapping[DocumentId, Degradation],
    ) -> None:
        self._documents = documents
        self._states = states
        self._marks: dict[DocumentId, list[Damage]] = defaultdict(list)
        self._words: dict[StatementId, tuple[Word, ...]] = {}
        for mark in damage:
            self._marks[mark.anchor.document].append(mark)

    def words(self, statement: Statement) -> tuple[Word, ...]:
        """What is in quotation marks, or all of it where nothing is."""
        found = self._words.get(statement.id)
        if found is None:
            found = wording(self._documents[statement.document].text, passages(statement))
            self._words[statement.id] = found
        return found

    def damage(self, statement: Statement) -> tuple[Damage, ...]:
        """The marks in these words."""
        return tuple(
            mark
            for mark in self._marks[statement.document]
            if any(anchor.overlaps(mark.anchor) for anchor in passages(statement))
        )

    def ranked(self, group: Sequence[Statement], families: Callable[[Statement], int]) -> list[Statement]:
        """The statements of one utterance, the one with the best wording first, equal words together.

        Args:
            families: How many families have a statement's wording.
        """
        soundest = min((self._states[one.document].high for one in group if one.document in self._states), default=1.0)
        words_of = {one.id: texts(self.words(one)) for one in group}
        fullest = max(map(len, words_of.values()))

        def rank(one: Statement) -> tuple[object, ...]:
            state, words = self._states.get(one.document), words_of[one.id]
            return (
                len(self.damage(one)),
                state is not None and state.low > soundest,
                not one.quoted,
                len(words) < _CUT * fullest,
                -families(one),
                one.speaker is None or one.speaker.type != "person",
                -len(words),
                state.share if state else 0.0,
                one.id,
            )

        ranks = {one.id: rank(one) for one in group}
        first: dict[tuple[str, ...], tuple[object, ...]] = {}
        for one in sorted(group, key=lambda one: ranks[one.id]):
            first.setdefault(words_of[one.id], ranks[one.id])
        return sorted(group, key=lambda one: (first[words_of[one.id]], ranks[one.id]))


def passages(statement: Statement) -> tuple[Anchor, ...]:
    """Where its words stand: those in quotation marks, or all of them if it quotes none."""
    return statement.quoted or statement.content


def variants(entry: Entry, ranked: Sequence[Statement], attested: Attested) -> Variants | None:
    """An utterance that reports word differently; None if all of them have the same words.

    Args:
        ranked: Its statements, the one with the best wording first.
    """
    words = {one.id: attested.words(one) for one in ranked}
    distinct = {texts(words[one.id]): words[one.id] for one in ranked}
    if len(distinct) == 1:
        return None
    best, fullest = ranked[0], max(map(len, distinct))
    speaker = entry.slot("speaker")
    changed = {own: _runs(words[best.id], there) for own, there in distinct.items()}
    return Variants(
        entry.id,
        PartyId(speaker.claims[0].normalised) if speaker else None,
        best.id,
        tuple(
            Wording(
                one.id,
                " ".join(texts(words[one.id])),
                passages(one),
                attested.damage(one),
                tuple(
                    Change(
                        _anchor(best.document, [words[best.id][n] for n in there]),
                        _anchor(one.document, [words[one.id][n] for n in here]),
                    )
                    for there, here in changed[texts(words[one.id])]
                ),
                len(words[one.id]) < _CUT * fullest,
            )
            for one in ranked
        ),
    )


def _runs(best: Sequence[Word], other: Sequence[Word]) -> tuple[tuple[range, range], ...]:
    """The runs of words in which two wordings differ; all of them where they are too long to be aligned."""
    if texts(best) == texts(other):
        return ()
    if len(best) * len(other) > MOST:
        return ((range(len(best)), range(len(other))),)
    return tuple(aligned(best, other).changes())


def _anchor(document: DocumentId, words: Sequence[Word]) -> Anchor | None:
    return Anchor(document, words[0].start, words[-1].end) if words else None


def texts(words: Iterable[Word]) -> tuple[str, ...]:
    """What equal wordings have in common."""
    return tuple(word.text for word in words)
