"""The picture for a phone: time runs down within each family, the names stand beside it, the arrows in the margin.

In go a plan; out comes a `Picture`. All that is made from one report hangs on one line in the margin, in a track of its
own where lines run side by side: the shortest are nearest to the dots (first fit, as intervals are coloured).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from memcon.present.html.graph.pieces import PORT, Arrow, Dot, Lane, Node, Picture, Plan, ports
from memcon.present.html.lettering import fitted
from memcon.present.html.shapes import SIZE, SMALL, Text, path, tenth

WIDTH = 360.0
ROW = 36.0
HEADING = 26.0  # of a lane
MARGIN = 110.0  # at most, for arrows
TRACK = 13.0  # between two tracks, at most
CLEAR = 11.0  # from a dot to the first track, so that an arrow head has room
RADIUS = 5.0
LABEL = 14.0  # from a dot to its name


def down(plan: Plan) -> Picture:
    """The picture."""
    rows, headings, bottom = _rows(plan.lanes)
    tracks = _tracks(plan, rows)
    count = max(tracks.values(), default=0) + 1
    pitch = min(TRACK, (MARGIN - CLEAR) / count)
    axis = RADIUS + CLEAR + pitch * (count - 1) + RADIUS + 2
    columns = {key: axis - RADIUS - CLEAR - pitch * track for key, track in tracks.items()}
    nodes = list(chain.from_iterable(lane.nodes for lane in plan.lanes))
    return Picture(
        kind="down",
        width=WIDTH,
        height=tenth(bottom),
        dots=tuple(Dot(node, tenth(axis), rows[node.key], RADIUS, _texts(plan, node, axis, rows)) for node in nodes),
        arrows=tuple(arrow for node in nodes for arrow in _arrows(plan, node, axis, columns, rows)),
        texts=tuple(
            Text(tenth(axis + LABEL), y, fitted(name, WIDTH - axis - LABEL, SIZE), "lane") for y, name in headings
        ),
        grid="".join(path((axis + LABEL, y - 17), (WIDTH, y - 17)) for y, _ in headings[1:]),
        leaders="",
    )


def _rows(lanes: Sequence[Lane]) -> tuple[dict[str, float], list[tuple[float, str]], float]:
    """Where each dot is, where each lane's name stands, and where the last lane ends."""
    rows, headings, y = dict[str, float](), list[tuple[float, str]](), 0.0
    for lane in lanes:
        headings.append((y + 14, lane.name))
        y += HEADING
        for node in lane.nodes:
            rows[node.key] = y + 10
            y += ROW
        y += 2
    return rows, headings, y


def _tracks(plan: Plan, rows: Mapping[str, float]) -> dict[str, int]:
    """For each parent the number of the track its line runs in, from 0, nearest to the dots."""
    spans = dict[str, tuple[float, float]]()
    for link in plan.links:
        top, bottom = spans.get(link.parent, (rows[link.parent], rows[link.parent]))
        spans[link.parent] = (min(top, rows[link.child]), max(bottom, rows[link.child]))
    tracks = dict[str, int]()
    taken = list[list[tuple[float, float]]]()
    for key, span in sorted(spans.items(), key=lambda item: (item[1][1] - item[1][0], item[1], item[0])):
        free = (number for number, spans in enumerate(taken) if not any(_touch(span, other) for other in spans))
        tracks[key] = next(free, len(taken))
        if tracks[key] == len(taken):
            taken.append([])
        taken[tracks[key]].append(span)
    return tracks


def _touch(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] + RADIUS and other[0] < one[1] + RADIUS


def _arrows(
    plan: Plan, node: Node, axis: float, columns: Mapping[str, float], rows: Mapping[str, float]
) -> Iterator[Arrow]:
    """Those into a node; they leave a dot below its middle, and arrive at or above that of the other."""
    rim = (1 - PORT**2) ** 0.5 * RADIUS
    for link, port in ports(plan.into(node)):
        x, start, end = columns[link.parent], rows[link.parent] + PORT * RADIUS, rows[node.key]
        level, reach = (end, RADIUS) if port else (end - PORT * RADIUS, rim)
        yield Arrow(link, ((axis - rim, start), (x, start), (x, level), (axis - reach, level)))


def _texts(plan: Plan, node: Node, axis: float, rows: Mapping[str, float]) -> tuple[Text, ...]:
    x, y, room = axis + LABEL, rows[node.key], WIDTH - axis - LABEL
    below = " · ".join(_below(plan, node))
    return (
        Text(tenth(x), tenth(y + 4), fitted(node.name, room, SIZE), "label"),
        Text(tenth(x), tenth(y + 18), fitted(below, room, SMALL), "note"),
    )


def _below(plan: Plan, node: Node) -> Iterable[str]:
    """What stands below a name: the date and how it was made, or that it is not there."""
    if node.style == "absent":
        return ("not among the reports",)
    kinds = ", ".join(plan.kinds(node))
    return (node.date, kinds) if kinds else (node.date,)
