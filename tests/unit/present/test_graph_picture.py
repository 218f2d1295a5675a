"""The picture of the derivation graph: nothing overlaps or leaves it, and an arrow runs from its parent to its child."""

from collections.abc import Callable
from itertools import combinations
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.present.html.graph.across import across
from memcon.present.html.graph.down import down
from memcon.present.html.graph.pieces import Arrow, Dot, Lane, Link, Node, Picture, Plan, Style
from memcon.present.html.lettering import harmless
from memcon.present.html.shapes import Box, bent
from tests.unit.present.test_timeline_picture import overlapping, room

Draw = Callable[[Plan], Picture]
KINDS = ("copy", "shortened", "rewritten?", "same readout", "later version?")
STYLES: tuple[Style, ...] = ("own", "made", "absent")


def node(key: str, *, name: str = "The Ferry Courier", date: str = "4 May", style: Style = "own") -> Node:
    """A node of the picture."""
    return Node(key, name, "" if style == "absent" else date, name, style, f"d{key}")


def link(parent: str, child: str, *, words: str = "copy", ordered: bool = True, strength: int = 4) -> Link:
    """An arrow of the picture."""
    return Link(parent, child, words, not words.endswith("?"), ordered, strength, words, f"d{child}")


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Up to sixty reports in up to eight lanes, linked in any way."""
    keys = [str(number) for number in range(draw(st.integers(2, draw(st.sampled_from([4, 15, 60])))))]
    names = st.text(max_size=50).map(harmless) | st.just("Ministry of Foreign Affairs of the Lower Isles")
    nodes = {
        key: node(
            key,
            name=draw(names),
            date=draw(st.sampled_from(["4 May", "28 September 2031", "no date"])),
            style=draw(st.sampled_from(STYLES)),
        )
        for key in keys
    }
    homes = {key: draw(st.integers(0, 7)) for key in keys}
    lanes = [Lane(draw(names), tuple(nodes[key] for key in keys if homes[key] == lane)) for lane in range(8)]
    pairs = st.tuples(st.sampled_from(keys), st.sampled_from(keys)).filter(lambda pair: pair[0] != pair[1])
    links = [
        link(*pair, words=draw(st.sampled_from(KINDS)), ordered=draw(st.booleans()), strength=draw(st.integers(1, 4)))
        for pair in draw(st.sets(pairs, max_size=2 * len(keys)))
    ]
    links.sort(key=lambda one: (one.child, one.parent))
    return Plan(tuple(lane for lane in lanes if lane.nodes), tuple(keys), tuple(links))


def at(picture: Picture, key: str) -> Dot:
    """The dot of a node."""
    return next(dot for dot in picture.dots if dot.node.key == key)


def stretches(arrow: Arrow) -> list[Box]:
    """What the straight pieces of an arrow cover, a hair wide."""
    return [
        Box(min(a, c) - 0.1, min(b, d) - 0.1, abs(a - c) + 0.2, abs(b - d) + 0.2)
        for (a, b), (c, d) in zip(arrow.points, arrow.points[1:], strict=False)
    ]


def around(dot: Dot) -> Box:
    """What a dot covers."""
    return Box(dot.x - dot.radius, dot.y - dot.radius, 2 * dot.radius, 2 * dot.radius)


@pytest.mark.parametrize("draw", [across, down])
@given(plan=plans())
@settings(max_examples=40)
def test_nothing_overlaps_and_all_is_inside(draw: Draw, plan: Plan) -> None:
    """No words cover other words or a dot, no dot another, and all of it lies within the picture."""
    picture = draw(plan)
    words = [room(text) for text in picture.texts] + [room(text) for dot in picture.dots for text in dot.texts]
    dots = [around(dot) for dot in picture.dots]
    assert [dot.node.key for dot in picture.dots] == [one.key for lane in plan.lanes for one in lane.nodes]
    assert overlapping(words) == []
    assert overlapping(dots) == []
    assert not [(dot, text) for dot in dots for text in words if overlapping([dot, text])]
    for one in (*words, *dots, *(box for arrow in picture.arrows for box in stretches(arrow))):
        assert one.x >= -0.2, one
        assert one.right <= picture.width + 0.2, one
        assert one.y >= 0, one
        assert one.bottom <= picture.height + 0.2, one


@pytest.mark.parametrize("draw", [across, down])
@given(plan=plans())
@settings(max_examples=40)
def test_arrows_run_from_rim_to_rim(draw: Draw, plan: Plan) -> None:
    """Every link has an arrow; it begins at the rim of its parent's dot, ends at that of its child's, and arrives level."""
    picture = draw(plan)
    assert sorted(arrow.link.told for arrow in picture.arrows) == sorted(one.told for one in plan.links)
    for arrow in picture.arrows:
        parent, child = at(picture, arrow.link.parent), at(picture, arrow.link.child)
        assert dist(arrow.points[0], (parent.x, parent.y)) == pytest.approx(parent.radius, abs=0.2)
        assert dist(arrow.points[-1], (child.x, child.y)) == pytest.approx(child.radius, abs=0.2)
        assert arrow.points[-1][1] == arrow.points[-2][1]
        assert bool(arrow.head) == arrow.link.ordered


@pytest.mark.parametrize("draw", [across, down])
@given(plan=plans())
@settings(max_examples=40)
def test_no_arrow_crosses_words_or_a_third_dot(draw: Draw, plan: Plan) -> None:
    """An arrow touches no dot but its own two, and no words."""
    picture = draw(plan)
    words = [room(text) for text in picture.texts] + [room(text) for dot in picture.dots for text in dot.texts]
    for arrow in picture.arrows:
        ends = {arrow.link.parent, arrow.link.child}
        others = [around(dot) for dot in picture.dots if dot.node.key not in ends]
        for piece in stretches(arrow):
            assert not [one for one in (*words, *others) if one.overlaps(piece)]


@given(plan=plans())
@settings(max_examples=40)
def test_time_runs_one_way(plan: Plan) -> None:
    """What was published later stands further right, or further down within its family."""
    places = [at(across(plan), key).x for key in plan.order]
    assert places == sorted(places)
    picture = down(plan)
    for lane in plan.lanes:
        heights = [at(picture, one.key).y for one in lane.nodes]
        assert heights == sorted(heights)


@given(plan=plans())
@settings(max_examples=40)
def test_lines_of_two_parents_never_run_into_each_other(plan: Plan) -> None:
    """In the margin of a phone, lines that hang on different reports share no piece of a track."""
    runs = [(arrow.link.parent, stretches(arrow)[1]) for arrow in down(plan).arrows]
    for (one, box), (other, beside) in combinations(runs, 2):
        assert one == other or not box.overlaps(beside)


def test_a_child_of_several() -> None:
    """Three arrows into one report arrive at three places of its rim; how it was made is said once for each kind."""
    plan = Plan(
        (Lane("Courier", (node("a"), node("b"), node("c"), node("d"))),),
        ("a", "b", "c", "d"),
        (link("a", "d"), link("b", "d", words="rewritten?"), link("c", "d", words="rewritten?")),
    )
    picture = across(plan)
    assert len({arrow.points[-1] for arrow in picture.arrows}) == 3
    assert [text.words for text in at(picture, "d").texts] == ["The Ferry Courier", "4 May", "copy, rewritten?"]
    assert [text.words for text in at(down(plan), "d").texts] == ["The Ferry Courier", "4 May · copy, rewritten?"]


def test_words_give_way_to_an_arrow() -> None:
    """Where another family's arrow would cross how a report was made, that stands at the right edge instead."""
    lanes = (
        Lane("One", (node("a"), node("b"), node("c"))),
        Lane("Two", (node("d"), node("e"))),
        Lane("Three", (node("f"),)),
    )
    order = ("a", "d", "b", "e", "c", "f")
    (free,) = (at(across(Plan(lanes, order, (link("d", "e"),))), "e").texts[2:],)
    (moved,) = (at(across(Plan(lanes, order, (link("d", "e"), link("c", "f")))), "e").texts[2:],)
    assert free[0].side == "start"
    assert (moved[0].side, moved[0].x) == ("end", 600)


def test_days_are_named_once() -> None:
    """Each day of publication has its date above the columns where it begins, an origin going with what credits it."""
    nodes = (node("o", style="absent"), node("a"), node("b"), node("c", date="6 May"))
    picture = across(Plan((Lane("One", nodes),), ("o", "a", "b", "c"), (link("o", "a"),)))
    assert [text.words for text in picture.texts if text.role == "tick"] == ["4 May", "6 May"]
    assert min(text.x for text in picture.texts if text.role == "tick") < at(picture, "o").x


def test_a_line_takes_its_corners_in_a_curve() -> None:
    """A bent line is straight but for its corners, and a corner is never longer than half of what it joins."""
    assert bent((0, 0), (0, 20), (20, 20)) == "M0 0L0 15Q0 20 5 20L20 20"
    assert bent((0, 0), (0, 4), (20, 4)) == "M0 0L0 2Q0 4 2 4L20 4"
    assert bent((1, 1), (2, 1)) == "M1 1L2 1"
