"""Shapes of the page's pictures: places in SVG user units, rounded to tenths, so that bytes are stable."""

from dataclasses import dataclass
from math import dist
from typing import Literal

Role = Literal["segment", "tick", "lane", "label", "note", "end"]
Side = Literal["start", "end"]
Point = tuple[float, float]

SIZE = 12.0  # of labels, in units; a unit is about a pixel where the picture is shown
SMALL = 11.0  # of ticks and headings


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a place.

    Attributes:
        x, y: Where its baseline begins or, with the side `end`, ends.
    """

    x: float
    y: float
    words: str
    role: Role
    side: Side = "start"


def tenth(number: float) -> float:
    """The number rounded to tenths; a whole number prints without them."""
    rounded = round(number, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def box(x: float, y: float, width: float, height: float) -> Box:
    """A rectangle, rounded."""
    return Box(tenth(x), tenth(y), tenth(width), tenth(height))


def path(*points: Point) -> str:
    """A line through these points."""
    return "M" + "L".join(map(_at, points))


def bent(*points: Point, radius: float = 5.0) -> str:
    """A line through these points that takes its corners in a curve."""
    turns = [f"M{_at(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(radius, dist(before, corner) / 2, dist(corner, after) / 2)
        turns.append(f"L{_at(_toward(corner, before, reach))}Q{_at(corner)} {_at(_toward(corner, after, reach))}")
    return "".join(turns) + f"L{_at(points[-1])}"


def _toward(start: Point, end: Point, reach: float) -> Point:
    """The point so far from the start on the way to the end."""
    share = reach / (dist(start, end) or 1)
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def _at(point: Point) -> str:
    return f"{tenth(point[0])} {tenth(point[1])}"
