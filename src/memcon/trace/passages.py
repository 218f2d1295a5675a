"""The same words, or the same names in the same order, in two documents.

In: two documents. Out: the runs they share, and how much of each one's own narrative the runs cover.

Words inside quotation marks do not count towards the covered share: two witnesses of one speech quote it alike, and
only shared narrative shows that one report was made from the other.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations
from memcon.core.derivation import Passage
from memcon.core.document import Document
from memcon.trace.fingerprints import NAMES, WIDTH, BodyWord, body_words, skeleton

_SHORTEST = 8  # words of a run worth showing and counting; below it, names with titles and set phrases match by chance
_TRIES = 4  # places of one shingle in the other document that are tried


_Places = Mapping[tuple[str, ...], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Run:
    """A sequence of words, and where each shingle of it stands.

    Attributes:
        words: All of them, or only the names and numbers.
        places: For each shingle, the indices of its first word.
    """

    words: tuple[BodyWord, ...]
    places: _Places


@dataclass(frozen=True, slots=True)
class Story:
    """A document made ready for comparison with many others.

    Attributes:
        body: Its words.
        names: The names and numbers of its narrative.
        length: How many words of narrative it has, at least one.
    """

    document: Document
    body: Run
    names: Run
    length: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two stories share.

    Attributes:
        passages: In the order of the first story.
        first, second: Share of each one's narrative that lies in the passages, in [0, 1].
    """

    passages: tuple[Passage, ...]
    first: float
    second: float


def story(document: Document, annotations: Annotations) -> Story:
    """Make a document ready for comparison."""
    words = body_words(document, annotations)
    length = sum(word.narrative for word in words) or 1
    return Story(document, _run(words, WIDTH), _run(skeleton(words), NAMES), length)


def overlap(first: Story, second: Story) -> Overlap:
    """The runs of words two stories share: the longest at each place, none overlapping in the first story."""
    if [word.folded for word in first.body.words] == [word.folded for word in second.body.words]:
        # Equal bodies are a copy even with too little narrative to compare, such as nothing but a quotation.
        return Overlap((_passage(first, second, first.body.words, second.body.words),), 1.0, 1.0)
    left: set[int] = set()
    right: set[int] = set()
    passages = []
    for start, other, length in _shared(first.body, second.body, shortest=_SHORTEST):
        left.update(index for index in range(start, start + length) if first.body.words[index].narrative)
        right.update(index for index in range(other, other + length) if second.body.words[index].narrative)
        mine, theirs = first.body.words[start : start + length], second.body.words[other : other + length]
        passages.append(_passage(first, second, mine, theirs))
    # Where a text repeats itself, the other order covers more; shares must not depend on which of two is called first.
    for start, other, length in _shared(second.body, first.body, shortest=_SHORTEST):
        left.update(index for index in range(other, other + length) if first.body.words[index].narrative)
        right.update(index for index in range(start, start + length) if second.body.words[index].narrative)
    return Overlap(tuple(passages), len(left) / first.length, len(right) / second.length)


def same_names(first: Story, second: Story) -> tuple[Passage, ...]:
    """The passages in which two stories give the same names and numbers in the same order."""
    left, right = first.names, second.names
    return tuple(
        _passage(first, second, left.words[start : start + length], right.words[other : other + length])
        for start, other, length in _shared(left, right, shortest=NAMES)
    )


def _run(words: tuple[BodyWord, ...], width: int) -> Run:
    folded = [word.folded for word in words]
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, shingle in enumerate(zip(*(folded[offset:] for offset in range(width)), strict=False)):
        places[shingle].append(index)
    return Run(words, places)


def _shared(first: Run, second: Run, *, shortest: int) -> list[tuple[int, int, int]]:
    """Start in the first, start in the second, and length of the runs two sequences share."""
    common = first.places.keys() & second.places.keys()
    starts = sorted((index, shingle) for shingle in common for index in first.places[shingle])
    runs, position = [], 0
    for index, shingle in starts:
        if index < position:
            continue
        tries = second.places[shingle][:_TRIES]
        length, other = max((_extent(first.words, second.words, index, start), -start) for start in tries)
        if length >= shortest:
            runs.append((index, -other, length))
            position = index + length
    return runs


def _extent(first: Sequence[BodyWord], second: Sequence[BodyWord], start: int, other: int) -> int:
    limit = min(len(first) - start, len(second) - other)
    return next((n for n in range(limit) if first[start + n].folded != second[other + n].folded), limit)


def _passage(first: Story, second: Story, left: Sequence[BodyWord], right: Sequence[BodyWord]) -> Passage:
    return Passage(_anchor(first, left), _anchor(second, right), 1.0)


def _anchor(of: Story, run: Sequence[BodyWord]) -> Anchor:
    return of.document.anchor(run[0].start, run[-1].end)
