"""What two documents share: the same words, or the same sentences in other words.

In: two documents. Out: the passages they share, how much of each one's own narrative the same words cover, and how
strong the evidence is that one retells the other.

Words inside quotation marks do not count towards the covered share: two witnesses of one speech quote it alike, and
only shared narrative shows that one report was made from the other.
"""

from array import array
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations
from memcon.core.derivation import Overlap, Passage
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.trace.fingerprints import WIDTH, BodySentence, BodyWords, body_words, sampled_shingles, sentences
from memcon.trace.retelling import aligned, evidence

_SHORTEST = 8  # words of a run worth showing and counting; below it, names with titles and set phrases match by chance
_PLAIN = 0.8  # share of either one in the same words beyond which nothing else is asked
_HALF = 0.5  # of a sentence that makes it a shared one
_TRIES = 4  # places of one shingle in the other document that are tried


@dataclass(frozen=True, slots=True)
class Story:
    """A document made ready for comparison with many others.

    Attributes:
        words: Those of its body.
        shingles: A hash of every run of five of them, in order; another one in another process.
        sentences: Those that are narrative.
        length: How many words of narrative it has, at least one.
    """

    document: DocumentId
    words: BodyWords
    shingles: "array[int]"
    sentences: tuple[BodySentence, ...]
    length: int


def story(document: Document, annotations: Annotations) -> Story:
    """Make a document ready for comparison."""
    words = body_words(document, annotations)
    shingles = array("q", map(hash, zip(*(words.folded[offset:] for offset in range(WIDTH)), strict=False)))
    return Story(document.id, words, shingles, sentences(annotations, words), sum(words.narrative) or 1)


def overlap(first: Story, second: Story, *, usual: AbstractSet[int] = frozenset()) -> Overlap:
    """What two stories share, the strength of a retelling as `retelling.evidence` has it.

    Passages do not overlap in the first story.

    Args:
        usual: Shingles of boilerplate. Runs made of these are neither shown nor counted.
    """
    if first.words.folded == second.words.folded:
        # Equal bodies are a copy even with too little narrative to compare, such as nothing but a quotation.
        whole = _passage(first, second, 0, 0, len(first.words.folded))
        return Overlap((whole,), 1.0, 1.0, 0.0, 1.0, 1.0, first_lead=True, second_lead=True)
    left, right = _Covered(first), _Covered(second)
    passages, common = [], set(first.shingles).intersection(second.shingles)
    for start, other, length in _shared(first, second, common):
        if not _is_usual(first.words, start, start + length, usual):
            passages.append(_passage(first, second, start, other, length))
        left.add(start, start + length, usual)
        right.add(other, other + length, usual)
    # Where a text repeats itself, the other order covers more; shares must not depend on which of two is called first.
    for start, other, length in _shared(second, first, common):
        left.add(other, other + length, usual)
        right.add(start, start + length, usual)
    shares = left.share, right.share
    strength = 0.0
    if max(shares) < _PLAIN:  # what is nearly whole in the same words needs no other proof
        chain = []
        for one in aligned(first.sentences, second.sentences):
            own, told = first.sentences[one.first], second.sentences[one.second]
            same = max(left.within(own), right.within(told))
            chain.append((one, 1 - same))
            if same < _HALF:
                _show(passages, Passage(own.anchor, told.anchor, round(one.likeness, 3)))
        strength = evidence(chain, min(len(first.sentences), len(second.sentences)))
        for one, fresh in chain:
            if fresh > _HALF:
                own, told = first.sentences[one.first], second.sentences[one.second]
                left.add(own.first, own.last)
                right.add(told.first, told.last)
    retold, leads = (left.share, right.share), (left.lead, right.lead)
    return Overlap(tuple(sorted(passages)), *shares, round(strength, 3), *retold, *leads)


def _is_usual(words: BodyWords, first: int, last: int, usual: AbstractSet[int]) -> bool:
    """Whether more than half of a run is boilerplate."""
    if not usual:
        return False
    held = [value in usual for value in sampled_shingles(words.folded[first:last])]
    return 2 * sum(held) > len(held)


def _show(passages: list[Passage], sentence: Passage) -> None:
    """Adds a sentence told in other words, in place of shorter runs of the same words in it."""
    met = [one for one in passages if sentence.child.overlaps(one.child) or sentence.parent.overlaps(one.parent)]
    if all(len(one.child) < len(sentence.child) for one in met):
        passages[:] = [one for one in passages if one not in met]
        passages.append(sentence)


class _Covered:
    """Which words of a story lie in passages."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._met: set[int] = set()
        self._counted: set[int] = set()

    def add(self, first: int, last: int, usual: AbstractSet[int] = frozenset()) -> None:
        """Covers a run of words; boilerplate is met with, but does not count."""
        words = self._story.words
        narrative = [index for index in range(first, last) if words.narrative[index]]
        self._met.update(narrative)
        if not _is_usual(words, first, last, usual):
            self._counted.update(narrative)

    def within(self, sentence: BodySentence) -> float:
        """The share of a sentence that is covered so far."""
        covered = sum(index in self._met for index in range(sentence.first, sentence.last))
        return covered / (sentence.last - sentence.first)

    @property
    def share(self) -> float:
        return len(self._counted) / self._story.length

    @property
    def lead(self) -> bool:
        """Whether the first sentence is covered."""
        return bool(self._story.sentences) and self.within(self._story.sentences[0]) >= _HALF


def _shared(first: Story, second: Story, common: AbstractSet[int]) -> list[tuple[int, int, int]]:
    """Start in the first, start in the second, and length of the runs two stories share.

    Args:
        common: The shingles that both have.
    """
    places: dict[int, list[int]] = defaultdict(list)
    for index, shingle in enumerate(second.shingles if common else ()):
        if shingle in common:
            places[shingle].append(index)
    runs, position = [], 0
    for index, shingle in enumerate(first.shingles if common else ()):
        if index < position or shingle not in common:
            continue
        tries = places[shingle][:_TRIES]
        length, other = max((_extent(first.words.folded, second.words.folded, index, start), -start) for start in tries)
        if length >= _SHORTEST:
            runs.append((index, -other, length))
            position = index + length
    return runs


def _extent(first: Sequence[str], second: Sequence[str], start: int, other: int) -> int:
    limit = min(len(first) - start, len(second) - other)
    return next((n for n in range(limit) if first[start + n] != second[other + n]), limit)


def _passage(first: Story, second: Story, start: int, other: int, length: int) -> Passage:
    return Passage(_anchor(first, start, start + length), _anchor(second, other, other + length), 1.0)


def _anchor(of: Story, first: int, last: int) -> Anchor:
    return Anchor(of.document, of.words.starts[first], of.words.ends[last - 1])
