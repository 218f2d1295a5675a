"""The axis: stretches of the calendar in, places out, with breaks where time is left out.

A single scale from 1998 to 2035 would make one pixel of the week that matters. So the axis is parted into segments;
each is linear and bears its own ticks, and between them stands a visible break. It is parted where that makes the dates
most probable, if within each segment they are equally dense, which is what Scargle et al. 2013 ask of Bayesian blocks;
the best cut comes first, then the best within its parts (binary segmentation), and what an early cut parted in vain is
joined again. We depart from them in that the empty
time at a cut belongs to neither side, and that a side counts as no shorter than a share of what is cut.
"""

import datetime as dt
from calendar import isleap, monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from math import ceil, floor, log
from operator import add

from memcon.core.dates import PartialDate

MOST = 5  # segments: with more, none is wide enough for its own ticks
# Log-likelihood that a break must gain. Swept 3-16 on invented dates, 2026-11: from 5 on, evenly spread dates are never
# parted; at 12 a week of daily dates is parted from a lone day 31 days off and from a second such week 19 days off.
PRICE = 12.0
SHARE = 20  # a side counts as a 20th of what is cut, at least: so much can be read without a break
FRAME = 28  # days: shorter intervals widen the axis, so that both their ends are seen
WIDER = 1.5  # times its length that a segment may grow to show both ends of a frame
MINUTE = 1 / 1440


@dataclass(frozen=True, slots=True, order=True)
class Extent:
    """Days that a date may mean, half-open, counted as `datetime.date.toordinal` does, by the clock it was told in."""

    first: float
    last: float

    @property
    def length(self) -> float:
        """In days."""
        return self.last - self.first

    @property
    def days(self) -> "Extent":
        """The whole days that it touches."""
        return Extent(floor(self.first), ceil(self.last))

    def overlaps(self, other: "Extent") -> bool:
        """Whether the two share any time."""
        return self.first < other.last and other.first < self.last

    def frames(self, other: "Extent") -> bool:
        """Whether it is a month or more around `other`, and at least twice as long."""
        return (
            self.length >= FRAME
            and 2 * other.length <= self.length
            and self.first <= other.first
            and other.last <= self.last
        )


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a segment will show: an extent, and how many dates it holds."""

    extent: Extent
    count: int

    def __add__(self, other: "Stretch") -> "Stretch":
        first, last = min(self.extent.first, other.extent.first), max(self.extent.last, other.extent.last)
        return Stretch(Extent(first, last), self.count + other.count)

    def likelihood(self, shortest: float) -> float:
        """The logarithm of how probable its dates are, up to a constant, if it is no shorter than that."""
        return self.count * log(self.count / max(self.extent.length, shortest))


@dataclass(frozen=True, slots=True)
class Segment:
    """A linear piece of the axis.

    Attributes:
        start, end: Its places.
    """

    extent: Extent
    start: float
    end: float

    @property
    def rate(self) -> float:
        """Units a day."""
        return (self.end - self.start) / self.extent.length

    def at(self, day: float) -> float:
        """The place of a day within it, or of its nearer end."""
        within = min(max(day, self.extent.first), self.extent.last)
        return self.start + self.rate * (within - self.extent.first)


@dataclass(frozen=True, slots=True)
class Scale:
    """The whole axis, its segments in the order of time; there is at least one."""

    segments: tuple[Segment, ...]

    def begin(self, extent: Extent) -> tuple[float, bool]:
        """Where the extent begins, and whether it began before that."""
        segment = next((one for one in self.segments if extent.first < one.extent.last), self.segments[-1])
        return segment.at(extent.first), extent.first < segment.extent.first

    def end(self, extent: Extent) -> tuple[float, bool]:
        """Where the extent ends, and whether it goes on after that."""
        segment = next((one for one in reversed(self.segments) if one.extent.first < extent.last), self.segments[0])
        return segment.at(extent.last), segment.extent.last < extent.last

    def number(self, extent: Extent) -> int:
        """Which segment it begins in."""
        last = len(self.segments) - 1
        return next((place for place, one in enumerate(self.segments) if extent.first < one.extent.last), last)


def extent(date: PartialDate, end: PartialDate | None = None) -> Extent:
    """The days from the first that `date` may mean to the last that `end` may mean, both as they are written."""
    (first, last), (_, until) = _reach(date), _reach(end or date)
    return Extent(first, max(last, until))


def _reach(date: PartialDate) -> tuple[float, float]:
    written, _, clock = date.iso.partition("T")
    year, month, number = (*map(int, written.split("-")), 0, 0)[:3]
    first = dt.date(year, month or 1, number or 1).toordinal()
    if clock:
        minute = first + int(clock[:2]) / 24 + int(clock[3:5]) * MINUTE
        return minute, minute + MINUTE
    days = 1 if number else monthrange(year, month)[1] if month else 365 + isleap(year)
    return first, first + days


def parted(extents: Iterable[Extent]) -> tuple[Stretch, ...]:
    """The stretches of the calendar that deserve a segment each, in the order of time.

    An extent that frames others, such as the year around a week, does not part or much widen the axis: it is drawn as
    far as the axis reaches.
    """
    every = sorted(extent.days for extent in extents)
    distinct = set(every)
    frames = [one for one in every if any(one.frames(other) for other in distinct)]
    runs = list[Stretch]()
    for one in (extent for extent in every if extent not in frames):
        if runs and one.first < runs[-1].extent.last:
            runs[-1] += Stretch(one, 1)
        else:
            runs.append(Stretch(one, 1))
    stretches = [reduce(add, group) for group in _cut(_joined(_cut([runs])))]
    for frame in sorted(set(frames), key=lambda one: (one.length, one)):
        _widen(stretches, frame)
    return tuple(stretches)


def _widen(stretches: list[Stretch], frame: Extent) -> None:
    """Let the one stretch inside a frame grow to it, where that costs little of its scale."""
    inside = [place for place, one in enumerate(stretches) if one.extent.overlaps(frame)]
    if len(inside) == 1:
        grown = stretches[inside[0]] + Stretch(frame, 0)
        if grown.extent.length <= WIDER * stretches[inside[0]].extent.length:
            stretches[inside[0]] = grown


def _cut(groups: list[list[Stretch]]) -> list[list[Stretch]]:
    """The groups, cut where that gains the most, again and again, until no cut is worth its price."""
    while len(groups) < MOST:
        cuts = [
            (_gain(group[:place], group[place:]), number, place)
            for number, group in enumerate(groups)
            for place in range(1, len(group))
        ]
        gain, number, place = max(cuts, key=lambda cut: cut[0], default=(0.0, 0, 0))
        if gain < PRICE:
            break
        groups = [*groups[:number], groups[number][:place], groups[number][place:], *groups[number + 1 :]]
    return groups


def _joined(groups: Iterable[list[Stretch]]) -> list[list[Stretch]]:
    """The groups, neighbours joined which, once all was cut, nothing keeps apart."""
    joined = list[list[Stretch]]()
    for group in groups:
        if joined and _gain(joined[-1], group) < PRICE:
            joined[-1] += group
        else:
            joined.append(list(group))
    return joined


def _gain(before: Iterable[Stretch], after: Iterable[Stretch]) -> float:
    """How much more probable the dates are with a break between the two."""
    left, right = reduce(add, before), reduce(add, after)
    whole = left + right
    shortest = whole.extent.length / SHARE
    return left.likelihood(shortest) + right.likelihood(shortest) - whole.likelihood(shortest)


def scaled(stretches: Sequence[Stretch], lengths: Sequence[float], *, start: float, gap: float) -> Scale:
    """The axis that gives each stretch its length, from `start` on, with gaps between."""
    segments = list[Segment]()
    for stretch, length in zip(stretches, lengths, strict=True):
        segments.append(Segment(stretch.extent, start, start + length))
        start += length + gap
    return Scale(tuple(segments))
