"""The picture for a wide column: time runs to the right, every report has a row, and every family a lane of rows.

In go a plan; out comes a `Picture`. Names stand to the left of all dots, so no arrow ever crosses one; no two dots
share a row or a column, so an arrow leaves its parent straight up or down in the parent's own column and arrives level
in the child's own row. How the child was made stands right of it, or at the edge where an arrow would cross it there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from memcon.present.html.graph.pieces import HEAD, PORT, Arrow, Dot, Lane, Node, Picture, Plan, ports
from memcon.present.html.lettering import fitted, width
from memcon.present.html.shapes import SIZE, SMALL, Point, Text, path, tenth

WIDTH = 600.0
TOP = 24.0  # where the lanes begin, below the dates
ROW = 20.0
HEADING = 20.0  # of a lane
NAMES = 206.0  # where the dates beside the names end
GRAPH = 220.0  # where the columns begin
HOW = 132.0  # at the right edge, free of dots
PITCH = 34.0  # between two columns, at most
RADIUS = 5.0


def across(plan: Plan) -> Picture:
    """The picture."""
    pitch = min(PITCH, (WIDTH - HOW - GRAPH) / len(plan.order))
    radius = min(RADIUS, 0.45 * pitch)
    columns = {key: GRAPH + pitch * (number + 0.5) for number, key in enumerate(plan.order)}
    rows, headings, bottom = _rows(plan.lanes)
    places = {key: (columns[key], rows[key]) for key in plan.order}
    arrows = tuple(_arrows(plan, places, radius, min(HEAD, 0.5 * pitch)))
    nodes = {node.key: node for lane in plan.lanes for node in lane.nodes}
    days = list(_days([nodes[key] for key in plan.order], columns, pitch))
    grid = "".join(path((x, TOP - 6), (x, bottom)) for x, _ in days)
    rules = "".join(path((0, y - HEADING), (WIDTH, y - HEADING)) for y, _ in headings[1:])
    return Picture(
        kind="across",
        width=WIDTH,
        height=tenth(bottom + 2),
        dots=tuple(_dot(plan, node, places[node.key], radius, arrows) for node in nodes.values()),
        arrows=arrows,
        texts=(*_dates(days), *(Text(0, tenth(y - 5), fitted(name, NAMES, SMALL), "lane") for y, name in headings)),
        grid=grid + rules,
        leaders="".join(_leader(places[key], radius, arrows) for key in plan.order),
    )


def _rows(lanes: Sequence[Lane]) -> tuple[dict[str, float], list[tuple[float, str]], float]:
    """The middle of each row, where the rows of each lane begin with the lane's name, and where the last one ends."""
    rows, headings, y = dict[str, float](), list[tuple[float, str]](), TOP
    for lane in lanes:
        y += HEADING
        headings.append((y, lane.name))
        for node in lane.nodes:
            rows[node.key] = y + ROW / 2
            y += ROW
        y += 4
    return rows, headings, y


def _arrows(plan: Plan, places: Mapping[str, Point], radius: float, size: float) -> Iterator[Arrow]:
    for node in chain.from_iterable(lane.nodes for lane in plan.lanes):
        x, y = places[node.key]
        for link, port in ports(plan.into(node)):
            column, row = places[link.parent]
            start = (column, row + (radius if row < y else -radius))
            level, rim = y + port * radius, (1 - port**2) ** 0.5 * radius
            yield Arrow(link, (start, (column, level), (x - rim if column < x else x + rim, level)), size)


def _dot(plan: Plan, node: Node, place: Point, radius: float, arrows: Sequence[Arrow]) -> Dot:
    x, y = place
    room = NAMES - (width(node.date, SMALL) + 8 if node.date else 0)
    texts = [Text(0, tenth(y + 4), fitted(node.name, room, SIZE), "label")]
    if node.date:
        texts.append(Text(NAMES, tenth(y + 4), node.date, "note", "end"))
    if kinds := ", ".join(plan.kinds(node)):
        texts.append(_how(kinds, (x + radius + 6, y), arrows))
    return Dot(node, tenth(x), tenth(y), tenth(radius), tuple(texts))


def _how(kinds: str, beside: Point, arrows: Iterable[Arrow]) -> Text:
    """How it was made: beside the dot where that is free, else at the right edge, where nothing but words ever is."""
    (x, y), wide = beside, width(kinds, SMALL)
    if x + wide <= WIDTH and not any(_crosses(arrow, x, x + wide, y) for arrow in arrows):
        return Text(tenth(x), tenth(y + 4), kinds, "note")
    return Text(WIDTH, tenth(y + 4), fitted(kinds, HOW - RADIUS, SMALL), "note", "end")


def _crosses(arrow: Arrow, left: float, right: float, y: float) -> bool:
    """Whether an arrow runs through the words between these places of a row, down its column or along the row."""
    (column, start), (_, level), (end, _) = arrow.points
    down = left - 2 < column < right + 2 and min(start, level) < y + 5 and y - 9 < max(start, level)
    along = abs(level - y) <= RADIUS * PORT and left - 2 < max(column, end) and min(column, end) < right + 2
    return down or along


def _leader(place: Point, radius: float, arrows: Iterable[Arrow]) -> str:
    """From the date beside a name to the dot, or to the first arrow that arrives there."""
    x, y = place
    arriving = (min(arrow.points[0][0], x) for arrow in arrows if abs(arrow.points[-1][1] - y) <= radius)
    end = min([x - radius, *arriving]) - 4
    return path((NAMES + 5, y), (end, y)) if end > NAMES + 10 else ""


def _days(nodes: Iterable[Node], columns: Mapping[str, float], pitch: float) -> Iterator[tuple[float, str]]:
    """Where each day of publication begins; an origin belongs to the day of the report that follows it."""
    before, start = "", None
    for node in nodes:
        start = columns[node.key] - pitch / 2 if start is None else start
        if node.date:
            if node.date != before:
                yield start, node.date
            before, start = node.date, None


def _dates(days: Iterable[tuple[float, str]]) -> Iterator[Text]:
    """The words of days, but of none that would run into those before."""
    reached = 0.0
    for x, words in days:
        if x >= reached:
            start = min(x, WIDTH - width(words, SMALL))
            yield Text(tenth(start), 11, words, "tick")
            reached = start + width(words, SMALL) + 6
