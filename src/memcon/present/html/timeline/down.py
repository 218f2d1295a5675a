"""The picture for a phone: time runs down, the labels stand beside it one below another, joined to their dates.

In go moments in the order of time; out comes a `Picture`. Each segment is as high as its labels need, so that most
stand where their date is; where they crowd, they move apart as little as possible (pooled, as in isotonic regression),
and a line leads from the date to the label.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from memcon.present.html.lettering import wrapped
from memcon.present.html.shapes import SIZE, Box, Text, box, path, tenth
from memcon.present.html.timeline.pieces import Mark, Picture, Shown
from memcon.present.html.timeline.scale import Scale, Segment, parted, scaled
from memcon.present.html.timeline.ticks import called, ticks

WIDTH = 360.0
LINE = 15.0  # of a label
SPACE = 9.0  # between two labels
TOP = 26.0
BREAK = 46.0  # between two segments: the break, and the name of the next
LEAST = 34.0  # of a segment
AXIS = 50.0  # where the axis lies, right of the words of its ticks
BARS = 90.0  # where the columns of bars end
COLUMNS = 3  # of bars that may be as thick as elsewhere; more are thinner
LABEL = BARS + 22  # where labels begin
LONG = 20.0  # units that more than a day must reach over to be a bar, not a dot


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a moment lies on the axis.

    Attributes:
        lines: Its label.
        column: The number of its bar's column, from 1; 0 for a dot.
    """

    shown: Shown
    lines: tuple[str, ...]
    top: float
    bottom: float
    cut: tuple[bool, bool]
    column: int = 0

    @property
    def height(self) -> float:
        """Of its label and the space around it."""
        return LINE * len(self.lines) + SPACE

    @property
    def wanted(self) -> float:
        """Where the middle of its label would be if it were alone; the reports end with the day, not in its middle."""
        if not self.shown.passage:
            return self.bottom
        return self.top + self.height / 2 if self.column else (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class _Pool:
    """Labels that stand one directly below another.

    Attributes:
        lift: The sum of where each of them wants the pool to begin.
    """

    lift: float
    count: int
    height: float

    def __add__(self, below: "_Pool") -> "_Pool":
        lift = self.lift + below.lift - below.count * self.height
        return _Pool(lift, self.count + below.count, self.height + below.height)

    @property
    def top(self) -> float:
        """Where all of them together are nearest to what they want."""
        return self.lift / self.count


def down(moments: Sequence[Shown], *, end: Shown | None) -> Picture:
    """The picture.

    Args:
        moments: At least one.
        end: The day on which the reports end, as if it were a moment; None if none is dated.
    """
    everything = _divided(moments, end)
    labels = [wrapped(one.words, WIDTH - LABEL, SIZE) for one in everything]
    scale = _scale(everything, labels)
    places = _columns([_place(one, lines, scale) for one, lines in zip(everything, labels, strict=True)])
    heights = [y for number in range(len(scale.segments)) for y in _heights(number, places, scale)]
    after = next((y for place, y in zip(places, heights, strict=True) if place.shown is end), 0)
    marks = tuple(_marks(places, heights))
    lead = [(place, y) for place, y in zip(places, heights, strict=True) if place.shown.passage]
    bottom = scale.segments[-1].end + 12
    found = [(tick.place, tick.words) for segment in scale.segments for tick in ticks(segment, apart=17)]
    return Picture(
        kind="down",
        width=WIDTH,
        height=tenth(bottom),
        marks=marks,
        texts=(*_headings(scale), *_tick_words(found), *(_end_words(after) if end else ())),
        axis="".join(path((AXIS, one.start), (AXIS, one.end)) for one in scale.segments),
        grid="".join(path((AXIS - 4, place), (AXIS, place)) for place, _ in found),
        breaks="".join(_break((one.end * 2 + other.start) / 3) for one, other in pairwise(scale.segments)),
        leaders="".join(_leader(place, mark, y) for (place, y), mark in zip(lead, marks, strict=True)),
        end=_end(scale.end(end.extent)[0], after) if end else "",
        ahead=box(BARS, after, WIDTH - BARS, bottom - after) if end else None,
    )


def _divided(moments: Sequence[Shown], end: Shown | None) -> list[Shown]:
    """The moments in the order of time; the reports end below all that had begun by then."""
    ordered = sorted(moments, key=lambda one: one.extent)
    if end is None:
        return ordered
    begun = [one for one in ordered if one.extent.first < end.extent.last]
    return [*begun, end, *ordered[len(begun) :]]


def _scale(everything: Sequence[Shown], labels: Sequence[Sequence[str]]) -> Scale:
    """Every segment as high as the labels that stand beside it."""
    stretches = parted(one.extent for one in everything)
    rough = scaled(stretches, [1] * len(stretches), start=0, gap=1)
    lengths = [0.0] * len(stretches)
    for one, lines in zip(everything, labels, strict=True):
        lengths[rough.number(one.extent)] += LINE * len(lines) + SPACE
    return scaled(stretches, [max(LEAST, length) for length in lengths], start=TOP, gap=BREAK)


def _place(shown: Shown, lines: tuple[str, ...], scale: Scale) -> _Place:
    (top, before), (bottom, after) = scale.begin(shown.extent), scale.end(shown.extent)
    return _Place(shown, lines, top, bottom, (before, after))


def _columns(places: Iterable[_Place]) -> list[_Place]:
    """What takes more than a day gets a column, the first that is free; the rest remain dots."""
    free, found = list[float](), list[_Place]()
    for place in places:
        if place.shown.extent.length <= 1 or place.bottom - place.top < LONG:
            found.append(place)
            continue
        column = next((number for number, until in enumerate(free) if until <= place.top), len(free))
        free[column : column + 1] = [place.bottom + 4]
        found.append(replace(place, column=column + 1))
    return found


def _heights(number: int, places: Iterable[_Place], scale: Scale) -> Iterator[float]:
    """Where the middles of a segment's labels are: in order, none over another, near their dates."""
    segment = scale.segments[number]
    own = [place for place in places if scale.number(place.shown.extent) == number]
    pools = list[_Pool]()
    for place in own:
        pool = _Pool(_within(place.wanted - place.height / 2, place.height, segment), 1, place.height)
        while pools and pools[-1].top + pools[-1].height > pool.top:
            pool = pools.pop() + pool
            pool = replace(pool, lift=_within(pool.top, pool.height, segment) * pool.count)
        pools.append(pool)
    waiting = iter(own)
    for pool in pools:
        top = pool.top
        for _ in range(pool.count):
            height = next(waiting).height
            yield top + height / 2
            top += height


def _within(top: float, height: float, segment: Segment) -> float:
    return max(segment.start, min(top, segment.end - height))


def _marks(places: Sequence[_Place], heights: Sequence[float]) -> Iterator[Mark]:
    pitch = (BARS - AXIS - 6) / max(COLUMNS, *(place.column for place in places))
    for place, y in zip(places, heights, strict=True):
        if place.shown.passage:
            top = y + 4 - LINE * (len(place.lines) - 1) / 2
            lines = (Text(LABEL, tenth(top + LINE * row), words, "label") for row, words in enumerate(place.lines))
            shape = _bar(place, pitch) if place.column else _dot(place, y)
            yield Mark(place.shown, shape, tuple(lines), _cuts(place, shape) if place.column else ())


def _dot(place: _Place, y: float) -> Box:
    size = place.shown.thickness
    return box(LABEL - 12 - size / 2, y - size / 2, size, size)


def _bar(place: _Place, pitch: float) -> Box:
    thick = min(place.shown.thickness - 2, pitch - 3)
    x = AXIS + 6 + pitch * (place.column - 0.5)
    return box(x - thick / 2, place.top, thick, place.bottom - place.top)


def _cuts(place: _Place, bar: Box) -> tuple[str, ...]:
    """Arrow heads at the ends that lie where the axis does not reach."""
    x, half = bar.x + bar.width / 2, bar.width / 2 + 1
    ends = ((place.cut[0], place.top, -4.0), (place.cut[1], place.bottom, 4.0))
    return tuple(path((x - half, at + by / 4), (x, at + by), (x + half, at + by / 4)) for cut, at, by in ends if cut)


def _leader(place: _Place, mark: Mark, y: float) -> str:
    """From a dot's date to the dot, or from the bar to its label."""
    if not place.column:
        date = (place.top + place.bottom) / 2
        return path((AXIS, date), (BARS - 6, date), (mark.box.x - 1, y))
    beside = min(max(y, place.top + 2), place.bottom - 2)
    return path((mark.box.right, beside), (BARS - 6, beside), (LABEL - 4, y))


def _headings(scale: Scale) -> Iterator[Text]:
    for segment in scale.segments:
        yield Text(LABEL, tenth(segment.start - 8), called(segment.extent), "segment")


def _tick_words(found: Sequence[tuple[float, str]]) -> Iterator[Text]:
    for place, words in found:
        yield Text(AXIS - 7, tenth(place + 4), words, "tick", "end")


def _break(y: float) -> str:
    """Two slanted strokes across the axis."""
    return path((AXIS - 5, y + 1), (AXIS + 5, y - 3)) + path((AXIS - 5, y + 5), (AXIS + 5, y + 1))


def _end(date: float, y: float) -> str:
    return path((AXIS - 4, date), (BARS - 6, date), (BARS + 6, y), (WIDTH, y))


def _end_words(y: float) -> Iterator[Text]:
    yield Text(LABEL, tenth(y - 4), "the reports end here", "end")
    yield Text(WIDTH, tenth(y + 12), "ahead ↓", "end", "end")
