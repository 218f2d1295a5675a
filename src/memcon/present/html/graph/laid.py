"""The derivation graph of a page: its pictures, and what they show in sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.core.anchor import Anchor
from memcon.core.record import DocumentNote
from memcon.present.html import words
from memcon.present.html.families import Tree
from memcon.present.html.graph.across import across
from memcon.present.html.graph.down import down
from memcon.present.html.graph.pieces import Picture, Plan
from memcon.present.html.graph.plan import planned
from memcon.present.html.graph.told import told_of


@dataclass(frozen=True, slots=True)
class Graph:
    """What the page shows of it.

    Attributes:
        pictures: The same graph drawn for a wide column and for a phone.
        left: How many reports are not drawn.
        styles: The sorts of nodes in it.
        doubtful, unordered: Whether some links are only possible, or of unknown direction.
        summary: What the pictures show, in sentences.
    """

    pictures: tuple[Picture, ...]
    left: int
    styles: frozenset[str]
    doubtful: bool
    unordered: bool
    summary: str


def graph(trees: Sequence[Tree], notes: Sequence[DocumentNote], passages: Mapping[Anchor, int]) -> Graph | None:
    """The graph of these families; None if nothing links any report to another or to an origin.

    Args:
        notes: The reports in the order of publication.
        passages: The number of each passage that the page can show.
    """
    plan = planned(trees, told_of(notes, passages))
    if plan is None:
        return None
    styles = [node.style for lane in plan.lanes for node in lane.nodes]
    left = len(notes) - len(styles) + styles.count("absent")
    return Graph(
        pictures=(across(plan), down(plan)),
        left=left,
        styles=frozenset(styles),
        doubtful=not all(link.certain for link in plan.links),
        unordered=not all(link.ordered for link in plan.links),
        summary=_summary(plan, len(notes) - left, left),
    )


def _summary(plan: Plan, drawn: int, left: int) -> str:
    certain = sum(link.certain for link in plan.links)
    possible = words.counted(len(plan.links) - certain, "possible one", "possible ones")
    absent = len(plan.order) - drawn
    origins = f" and {words.counted(absent, 'origin', 'origins')} not among them" if absent else ""
    more = f" {words.counted(left, 'more report is', 'more reports are')} not drawn." if left else ""
    return (
        f"{words.counted(drawn, 'report', 'reports')}{origins} in the order of publication, by family, "
        f"with {words.counted(certain, 'certain derivation', 'certain derivations')} and {possible}."
        f"{more} They are listed below."
    )
