"""The acts of a text whose triggers are marked, as if the model had seen just these and were sure of no status."""

from dataclasses import replace

from memcon import language
from memcon.annotate import annotate
from memcon.annotate.tree import Tree
from memcon.core.act import Act, ActRole
from memcon.core.document import Document, Zone
from memcon.core.reading import Trigger
from memcon.testing import document, marked

PUBLISHED = "2031-05-15"


def told(notation: str, *, headline: bool = False) -> tuple[Document, tuple[Act, ...]]:
    """A document and the acts that are found in it.

    Args:
        notation: With triggers as in examples/acts, `[engagement{meeting held}:met]`; status as the model has it.
        headline: Whether the first line is one.
    """
    marks = marked(notation)
    made = document(marks.text, published=PUBLISHED)
    if headline:
        end = marks.text.index("\n")
        rest = Zone("body", end + 1, len(marks.text))
        made = document(marks.text, published=PUBLISHED, zones=(Zone("headline", 0, end), rest))
    reading, _ = language.load().read(made)
    tree = Tree(made.text, reading)
    triggers = []
    for span in marks.spans:
        type_, status, *score = span.value.split()
        anchor = reading.words[tree.at(span.start)].anchor
        triggers.append(Trigger(anchor, span.label, type_, status, float(*score) if score else 1.0, 0.0))  # type: ignore[arg-type]
    return made, annotate(made, replace(reading, triggers=tuple(triggers)))[0].acts


def parties(act: Act, *roles: ActRole) -> set[str]:
    """Who fills some roles of an act, or any."""
    return {one.party for one in act.arguments if one.party and (one.role in roles or not roles)}


def words(made: Document, act: Act, role: ActRole) -> list[str]:
    """The words that fill a role of an act."""
    return [made.passage(one.anchor) for one in act.of(role)]
