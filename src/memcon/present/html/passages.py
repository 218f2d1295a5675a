"""Every passage a brief points at, numbered, and the texts cut so that each can be shown exactly.

In go a brief and its documents in the order of the page; out come a number for each anchor and, for each document,
its blocks. A text is cut at every boundary of a zone, a passage or a mark of damage, by code points, so each of these
is a run of whole segments, also where they overlap or cross paragraphs, and nobody counts characters in a browser.
Nothing is left out: the segments of a document, joined, are its text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from memcon.core.anchor import Anchor
from memcon.core.annotation import Damage
from memcon.core.brief import Brief
from memcon.core.document import Document, Zone, ZoneKind
from memcon.present.lookup import longest, telling

ALIGNED = 3  # aligned pairs shown for one derivation, the longest: enough to judge by, and the page stays small

_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that no boundary crosses.

    Attributes:
        start: Its first code point.
        passages: Numbers of the passages it belongs to, sorted.
        starts: Those of them that begin here.
        damage: The marks of damage it belongs to.
    """

    start: int
    text: str
    passages: tuple[int, ...]
    starts: tuple[int, ...]
    damage: tuple[Damage, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """The segments of one zone, or of the white space between two, whose kind is None."""

    kind: ZoneKind | None
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """What is set as one paragraph: one zone, or a dateline with the paragraph it opens."""

    pieces: tuple[Piece, ...]

    @property
    def kind(self) -> ZoneKind | None:
        """Of its last piece, since a dateline only opens a paragraph."""
        return self.pieces[-1].kind

    @property
    def starts(self) -> tuple[int, ...]:
        """Numbers of the passages that begin in this block, in reading order."""
        return tuple(number for piece in self.pieces for segment in piece.segments for number in segment.starts)

    @property
    def cited(self) -> bool:
        """Whether any passage touches this block."""
        return any(segment.passages for piece in self.pieces for segment in piece.segments)


def numbered(brief: Brief, documents: Sequence[Document]) -> dict[Anchor, int]:
    """A number from 1 for every anchor the page points at, in the order of the page."""
    place = {document.id: index for index, document in enumerate(documents)}
    anchors = {anchor for anchor in _pointed_at(brief) if anchor.document in place}
    for document in documents:
        anchors.update(
            document.anchor(datum.start, datum.end)
            for datum in document.metadata
            if datum.start is not None and datum.end is not None
        )
    ordered = sorted(anchors, key=lambda anchor: (place[anchor.document], anchor.start, anchor.end))
    return {anchor: number for number, anchor in enumerate(ordered, start=1)}


def _pointed_at(brief: Brief) -> Iterator[Anchor]:
    for section in brief.sections:
        for line in section.lines:
            yield from line.anchors
            supports = [line.support, *(one.support for one in (line.discrepancy.readings if line.discrepancy else ()))]
            for witness in (witness for support in supports if support for witness in support.by):
                yield from witness.anchors
    for moment in brief.timeline:
        yield from (anchor for _, anchor in telling(moment))
    for derivation in brief.derivations:
        for passage in longest(derivation.passages)[:ALIGNED]:
            yield from (passage.child, passage.parent)
    yield from (problem.anchor for problem in brief.problems if problem.anchor)


def blocks(document: Document, numbers: Mapping[Anchor, int], damage: Sequence[Damage] = ()) -> tuple[Block, ...]:
    """The whole text of a document, cut into paragraphs, zones and segments."""
    stretches = tuple(_stretches(document))
    starts = [start for start, _ in stretches]
    anchors = [(anchor, number) for anchor, number in numbers.items() if anchor.document == document.id]
    segments = _segments(document.text, starts, sorted(anchors, key=lambda pair: pair[1]), damage)
    pieces = [
        Piece(stretches[index][1], tuple(group))
        for index, group in groupby(segments, key=lambda segment: bisect_right(starts, segment.start) - 1)
    ]
    return tuple(_paragraphs(pieces))


def _stretches(document: Document) -> Iterator[tuple[int, ZoneKind | None]]:
    """Where each zone begins, and each stretch between zones; together they cover the text."""
    text, reached = document.text, 0
    for zone in document.zones or _unzoned(text):
        if reached < zone.start:
            yield reached, _kind(text[reached : zone.start])
        yield zone.start, zone.kind
        reached = zone.end
    if reached < len(text):
        yield reached, _kind(text[reached:])


def _kind(between: str) -> ZoneKind | None:
    return "body" if between.strip() else None


def _unzoned(text: str) -> Iterator[Zone]:
    """A text nobody has zoned is body, cut at blank lines."""
    reached = 0
    for gap in _BLANK_LINES.finditer(text):
        if reached < gap.start():
            yield Zone("body", reached, gap.start())
        reached = gap.end()
    if reached < len(text):
        yield Zone("body", reached, len(text))


def _segments(
    text: str, starts: Sequence[int], anchors: Sequence[tuple[Anchor, int]], damage: Sequence[Damage]
) -> Iterator[Segment]:
    """The text between each boundary and the next; `anchors` come sorted by their start."""
    marked = (*(anchor for anchor, _ in anchors), *(mark.anchor for mark in damage))
    places = {place for anchor in marked for place in (anchor.start, anchor.end)}
    bounds = sorted({0, len(text), *starts, *(place for place in places if place < len(text))})
    waiting, open_ = list(reversed(anchors)), list[tuple[Anchor, int]]()
    for start, end in pairwise(bounds):
        open_ = [pair for pair in open_ if start < pair[0].end]
        begun = list[tuple[Anchor, int]]()
        while waiting and waiting[-1][0].start == start:
            begun.append(waiting.pop())
        open_ += begun
        numbers = tuple(sorted(number for _, number in open_))
        broken = tuple(mark for mark in damage if mark.anchor.start <= start < mark.anchor.end)
        yield Segment(start, text[start:end], numbers, tuple(number for _, number in begun), broken)


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[Block]:
    """One block for each piece, except that a dateline, and the space after it, join the body they open."""
    opening = list[Piece]()
    for piece in pieces:
        joins = piece.kind in {"body", None} if opening else piece.kind == "dateline"
        if opening and not joins:
            yield Block(tuple(opening))
            opening = []
            joins = piece.kind == "dateline"
        if not joins:
            yield Block((piece,))
            continue
        opening.append(piece)
        if piece.kind == "body":
            yield Block(tuple(opening))
            opening = []
    if opening:
        yield Block(tuple(opening))
