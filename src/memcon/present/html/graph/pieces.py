"""What is drawn of the derivation graph, before it has a place and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from memcon.present.html.shapes import Point, Text, bent, path

Style = Literal["own", "made", "absent"]

HEAD = 7.0  # length of an arrow head, in units, where there is room
BROAD = 6.0  # breadth of a head, at least: more than twice the thickest line
PORT = 0.6  # of a node's radius: how far from its middle a second and a third arrow arrive


@dataclass(frozen=True, slots=True)
class Node:
    """A report, or an origin that is not among the reports.

    Attributes:
        key: The document's id, or a key of the origin's name.
        name: What to call it, without anything that would turn or break a line.
        date: When it was published, in a few letters; empty for an origin.
        told: All about it in one line, which shows when a pointer rests on it.
        style: An account of its own, made from another, or an origin that is not there.
        target: The id of its place on the page; empty for an origin.
    """

    key: str
    name: str
    date: str
    told: str
    style: Style
    target: str


@dataclass(frozen=True, slots=True)
class Link:
    """One derivation.

    Attributes:
        parent, child: Keys of the two nodes.
        words: How the child was made.
        ordered: Whether it is known which of the two came first.
        strength: From 1 to 4, by its score.
        target: The id of the aligned passage, or else of the child.
    """

    parent: str
    child: str
    words: str
    certain: bool
    ordered: bool
    strength: int
    told: str
    target: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A family with its nodes in the order of publication; origins stand before what credits them."""

    name: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is drawn.

    Attributes:
        lanes: Each has a node.
        order: The keys of all nodes, in the order of publication.
        links: Those into one child stand together, the most telling first.
    """

    lanes: tuple[Lane, ...]
    order: tuple[str, ...]
    links: tuple[Link, ...]

    def into(self, node: Node) -> tuple[Link, ...]:
        """The links that lead to a node."""
        return tuple(link for link in self.links if link.child == node.key)

    def kinds(self, node: Node) -> tuple[str, ...]:
        """How it was made, in words, each once."""
        return tuple(dict.fromkeys(link.words for link in self.into(node)))


@dataclass(frozen=True, slots=True)
class Dot:
    """A node in its place.

    Attributes:
        x, y: Its middle.
        texts: Its name, its date, and how it was made.
    """

    node: Node
    x: float
    y: float
    radius: float
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link in its place.

    Attributes:
        points: From the rim of the parent's dot to the rim of the child's, its corners between.
        size: Length of its head.
    """

    link: Link
    points: tuple[Point, ...]
    size: float = HEAD

    @property
    def line(self) -> str:
        """Its path; it ends inside the arrow head."""
        return bent(*self.points[:-1], self._before(0.7 * self.size) if self.link.ordered else self.points[-1])

    @property
    def head(self) -> str:
        """The path of its head; empty where nobody knows in which direction it points."""
        if not self.link.ordered:
            return ""
        (x, y), tip, half = self._before(self.size), self.points[-1], max(self.size, BROAD) / 2
        return path((x, y - half), tip, (x, y + half)) + "Z"

    def _before(self, reach: float) -> Point:
        """The point so far before its end, where it runs level."""
        (x, _), (end, y) = self.points[-2:]
        return end + (reach if x > end else -reach), y


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture.

    Attributes:
        kind: In which direction time runs.
        texts: Names of lanes and dates along the axis.
        grid, leaders: Paths: where a day begins and a lane ends; from a name to its dot.
    """

    kind: Literal["across", "down"]
    width: float
    height: float
    dots: tuple[Dot, ...]
    arrows: tuple[Arrow, ...]
    texts: tuple[Text, ...]
    grid: str
    leaders: str


def ports(links: tuple[Link, ...]) -> Iterator[tuple[Link, float]]:
    """Each of the links into one node, with how far from the middle it arrives, in radii."""
    for number, link in enumerate(links):
        yield link, (0.0, -PORT, PORT)[min(number, 2)]
