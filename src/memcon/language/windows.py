"""A text cut into the windows that the encoder reads.

Words are put together into units, which are never cut: the sentences that punctuation suggests, or, where one is longer
than a window, overlapping parts of it. Consecutive units share a window as far as they fit; between paragraphs stands
the encoder's own break. So a window depends on nothing but its text, and every word is answered for by one window.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from memcon.language.pieces import BREAK, START, Cutter, case

LIMIT = 158
"""Word pieces of a window beside its first and last; what the model was trained on (`training.train.LIMITS`)."""

OVERLAP = 24
"""Pieces that are read again on each side where a sentence has to be cut."""

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that are read together, by number; half-open.

    Attributes:
        start, end: The words answered for.
        left, right: The words read, which may be more.
        opens: Whether a paragraph begins with it.
        pieces: Of the words read.
    """

    start: int
    end: int
    left: int
    right: int
    opens: bool
    pieces: int


@dataclass(frozen=True, slots=True)
class Window:
    """What the encoder reads at once.

    Attributes:
        ids, cases: Word pieces, and the case class of each; shape (pieces,).
        first: The first piece of each word answered for; shape (words,).
        start, end: Those words, by number.
        begins: Which of them, counted from `start`, begin a unit.
        opens: Which of those begin a paragraph.
    """

    ids: Numbers
    cases: Numbers
    first: Numbers
    start: int
    end: int
    begins: tuple[int, ...]
    opens: tuple[int, ...]


def units(words: Sequence[str], begins: Sequence[int], opens: Iterable[int], cutter: Cutter) -> Iterator[Unit]:
    """Units that begin at certain words.

    Args:
        begins: Numbers of the words that begin a sentence, as far as can be told; the first is 0.
        opens: Those that begin a paragraph.
    """
    paragraphs = frozenset(opens)
    lengths = cutter.lengths(words)
    for start, end in zip(begins, [*begins[1:], len(words)], strict=True):
        pieces = sum(lengths[start:end])
        if pieces < LIMIT:
            yield Unit(start, end, start, end, start in paragraphs, pieces)
        else:
            yield from _parts(lengths, start, end, opens=start in paragraphs)


def _parts(lengths: Sequence[int], start: int, end: int, *, opens: bool) -> Iterator[Unit]:
    """A sentence longer than a window, in parts that see something of what is around them."""
    begin = start
    while begin < end:
        stop, pieces = begin, 0
        while stop < end and pieces + lengths[stop] <= LIMIT - 2 * OVERLAP:
            pieces += lengths[stop]
            stop += 1
        left, right = _widened(lengths, begin, start, -1), _widened(lengths, stop, end, 1)
        yield Unit(begin, stop, left, right, opens and begin == start, sum(lengths[left:right]))
        begin = stop


def _widened(lengths: Sequence[int], edge: int, limit: int, step: int) -> int:
    room = OVERLAP - 1
    while edge != limit and room >= lengths[edge - (step < 0)]:
        room -= lengths[edge - (step < 0)]
        edge += step
    return edge


def windows(words: Sequence[str], found: Iterable[Unit], cutter: Cutter) -> Iterator[Window]:
    """Units in windows, in reading order."""
    held: list[Unit] = []
    room = 0
    for unit in found:
        whole = (unit.left, unit.right) == (unit.start, unit.end)
        if held and (unit.pieces + 1 > room or not whole):
            yield _window(words, held, cutter)
            held, room = [], 0
        room = (room if held else LIMIT) - unit.pieces - 1
        held.append(unit)
        if not whole:
            room = 0
    if held:
        yield _window(words, held, cutter)


def _window(words: Sequence[str], held: Sequence[Unit], cutter: Cutter) -> Window:
    ids, cases, first = [START], [5], []
    for unit in held:
        if unit.opens and len(ids) > 1:
            ids.append(BREAK)
            cases.append(5)
        for number in range(unit.left, unit.right):
            if unit.start <= number < unit.end:
                first.append(len(ids))
            found = cutter.pieces(words[number])
            ids.extend(found)
            cases.extend([case(words[number])] * len(found))
    ids.append(BREAK)
    cases.append(5)
    base = held[0].start
    return Window(
        np.array(ids),
        np.array(cases),
        np.array(first),
        base,
        held[-1].end,
        begins=tuple(unit.start - base for unit in held),
        opens=tuple(unit.start - base for unit in held if unit.opens),
    )
