"""The picture for a wide column: time runs to the right, in lanes for what happened, was said, is ahead, was put off.

In go moments in the order of time; out comes a `Picture`. A moment and its label are one box; the boxes of a lane are
packed into rows, each into the first that has room (first fit), and a label then takes what room its row leaves.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from memcon.present.html.lettering import fitted, width
from memcon.present.html.shapes import SIZE, SMALL, Text, box, path, tenth
from memcon.present.html.timeline.pieces import Mark, Picture, Shown, Style
from memcon.present.html.timeline.scale import Scale, parted, scaled
from memcon.present.html.timeline.ticks import called, ticks

WIDTH = 600.0
ROW = 20.0
AXIS = 34.0  # where the axis lies below the names of segments and ticks
GAP = 6.0  # between a mark and its label, and twice that between one box and the next
BREAK = 18.0  # between two segments
LEAST = 84.0  # of a segment, so that its name fits
LABEL = 150.0  # a label gets at least that, if its words need it: some 25 letters
LANES: tuple[tuple[str, frozenset[Style]], ...] = (
    ("Happened", frozenset({"held"})),
    ("Said", frozenset({"said"})),
    ("Planned or possible", frozenset({"planned", "tentative"})),
    ("Put off, called off, refused or denied", frozenset({"off"})),
)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A moment's place before its row is known.

    Attributes:
        x, right: Of its mark.
        left, until: Of the mark with the least room for its label.
        side: On which side of the mark the label stands; `over` if neither has room.
        cut: Whether it reaches further than the axis, before and after.
    """

    shown: Shown
    x: float
    right: float
    left: float
    until: float
    side: Literal["start", "end", "over"]
    cut: tuple[bool, bool]

    @property
    def rows(self) -> int:
        return 2 if self.side == "over" else 1


def across(moments: Sequence[Shown], *, end: Shown | None) -> Picture:
    """The picture.

    Args:
        moments: At least one.
        end: The day on which the reports end, as if it were a moment; None if none is dated.
    """
    scale = _scale([*moments, *([end] if end else [])])
    marks, texts, rules, top = list[Mark](), list[Text](), "", AXIS
    for name, styles in LANES:
        slots = [_slot(one, scale) for one in moments if one.style in styles]
        if slots:
            texts.append(Text(0, tenth(top + 17), name, "lane"))
            rules += path((0, top), (WIDTH, top)) if top > AXIS else ""
            rows = _rows(slots)
            marks += _lane(slots, rows, top + 24)
            top += 28 + ROW * max(row + slot.rows for slot, row in zip(slots, rows, strict=True))
    height = top + 22
    after = scale.end(end.extent)[0] if end else None
    found = [(tick.place, tick.words) for segment in scale.segments for tick in ticks(segment, apart=40)]
    return Picture(
        kind="across",
        width=WIDTH,
        height=tenth(height),
        marks=tuple(marks),
        texts=(*_headings(scale), *_tick_words(found, scale), *texts, *_end_words(after, height)),
        axis="".join(path((one.start, AXIS), (one.end, AXIS)) for one in scale.segments),
        grid=rules + "".join(path((place, AXIS - 4), (place, top)) for place, _ in found),
        breaks="".join(_break((one.end + other.start) / 2, top) for one, other in pairwise(scale.segments)),
        end="" if after is None else path((after, AXIS - 4), (after, height)),
        leaders="",
        ahead=None if after is None else box(after, AXIS, WIDTH - after, height - AXIS),
    )


def _scale(moments: Iterable[Shown]) -> Scale:
    """Every segment wide enough for its name; the rest is shared out by how many dates they hold."""
    stretches = parted(one.extent for one in moments)
    more = sum(stretch.count - 1 for stretch in stretches) or 1
    spare = WIDTH - BREAK * (len(stretches) - 1) - LEAST * len(stretches)
    lengths = [LEAST + spare * (stretch.count - 1) / more for stretch in stretches]
    if len(stretches) == 1 or not any(stretch.count > 1 for stretch in stretches):
        lengths = [LEAST + spare / len(stretches)] * len(stretches)
    return scaled(stretches, lengths, start=0, gap=BREAK)


def _slot(shown: Shown, scale: Scale) -> _Slot:
    (begin, before), (end, after) = scale.begin(shown.extent), scale.end(shown.extent)
    wide = max(end - begin, shown.thickness)
    x = min(max((begin + end - wide) / 2, 0), WIDTH - wide)
    right, whole = x + wide, width(shown.words, SIZE)
    cut, least = (before, after), min(whole, LABEL)
    for need in (whole, least):
        if right + GAP + need <= WIDTH:
            return _Slot(shown, x, right, x, right + GAP + least, "start", cut)
        if x - GAP - need >= 0:
            return _Slot(shown, x, right, x - GAP - least, right, "end", cut)
    left = min(x, WIDTH - least)
    return _Slot(shown, x, right, left, max(right, left + least), "over", cut)


def _rows(slots: Sequence[_Slot]) -> list[int]:
    """For each slot the first row in which it touches no other; for one of two rows the upper of them."""
    taken = list[list[_Slot]]()
    chosen = list[int]()
    for slot in slots:
        row = 0
        while any(_touch(slot, other) for line in taken[row : row + slot.rows] for other in line):
            row += 1
        taken += [[] for _ in range(row + slot.rows - len(taken))]
        for line in taken[row : row + slot.rows]:
            line.append(slot)
        chosen.append(row)
    return chosen


def _touch(one: _Slot, other: _Slot) -> bool:
    return one.left < other.until + 2 * GAP and other.left < one.until + 2 * GAP


def _lane(slots: Sequence[_Slot], rows: Sequence[int], top: float) -> Iterator[Mark]:
    for slot, row in zip(slots, rows, strict=True):
        beside = [
            other
            for other, place in zip(slots, rows, strict=True)
            if other is not slot and place < row + slot.rows and row < place + other.rows
        ]
        before = max((_between(other, slot) + GAP for other in beside if other.until <= slot.left), default=0)
        after = min((_between(slot, other) - GAP for other in beside if other.left >= slot.until), default=WIDTH)
        yield _mark(slot, top + ROW * row, before, after)


def _between(one: _Slot, other: _Slot) -> float:
    """Where the label of the left one must end, or that of the right one begin: they share room that both could use."""
    if one.side == "end":
        return one.until + GAP
    return (one.until + other.left) / 2 if other.side == "end" else other.left - GAP


def _mark(slot: _Slot, top: float, before: float, after: float) -> Mark:
    """The mark of a slot in a row that begins at `top`, with what room there is for its label."""
    thick = slot.shown.thickness
    middle = top + ROW * slot.rows - ROW / 2 - (ROW / 2 - thick / 2 if slot.side == "over" else 0)
    shape = box(slot.x, middle - thick / 2, slot.right - slot.x, thick)
    room = slot.right - before if slot.side == "end" else after - slot.left
    words = fitted(slot.shown.words, room - (0 if slot.side == "over" else GAP + slot.right - slot.x), SIZE)
    x = {"start": slot.right + GAP, "end": slot.x - GAP, "over": slot.left}[slot.side]
    label = Text(tenth(x), tenth(top + ROW / 2 + 4), words, "label", "end" if slot.side == "end" else "start")
    return Mark(slot.shown, shape, (label,), _cuts(slot, middle))


def _cuts(slot: _Slot, y: float) -> tuple[str, ...]:
    """Arrow heads at the ends that lie where the axis does not reach."""
    half = slot.shown.thickness / 2 + 1
    ends = ((slot.cut[0], slot.x, -4.0), (slot.cut[1], slot.right, 4.0))
    return tuple(path((x + by / 4, y - half), (x + by, y), (x + by / 4, y + half)) for cut, x, by in ends if cut)


def _headings(scale: Scale) -> Iterator[Text]:
    for segment in scale.segments:
        yield Text(tenth(segment.start), 11, called(segment.extent), "segment")


def _tick_words(found: Iterable[tuple[float, str]], scale: Scale) -> Iterator[Text]:
    """The words of ticks, but of none whose words would run into the next segment."""
    ends = [segment.end for segment in scale.segments]
    for place, words in found:
        end = next((end for end in ends if place <= end), WIDTH)
        if place + width(words, SMALL) <= end + BREAK - 4 or place in {one.start for one in scale.segments}:
            yield Text(tenth(min(place, WIDTH - width(words, SMALL))), 27, words, "tick")


def _break(x: float, bottom: float) -> str:
    """Two slanted strokes on the axis, and a broken line down through the lanes."""
    strokes = path((x - 5, AXIS + 5), (x - 1, AXIS - 5)) + path((x + 1, AXIS + 5), (x + 5, AXIS - 5))
    dashes = (path((x, y), (x, min(y + 3, bottom))) for y in range(round(AXIS) + 10, round(bottom), 8))
    return strokes + "".join(dashes)


def _end_words(after: float | None, height: float) -> Iterator[Text]:
    if after is None:
        return
    words, y = "the reports end here", tenth(height - 5)
    if after - GAP >= width(words, SMALL):
        yield Text(tenth(after - GAP), y, words, "end", "end")
    else:
        yield Text(tenth(after + GAP), y, words, "end")
        return
    if WIDTH - after >= 50 + GAP:
        yield Text(tenth(after + GAP), y, "ahead →", "end")
