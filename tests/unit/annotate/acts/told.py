"""The acts of a text whose triggers are marked, as if the model had seen just these and were sure of no status."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from memcon import language
from memcon.annotate import annotate
from memcon.annotate.tree import Tree
from memcon.core.act import KINDS, Act, ActRole
from memcon.core.document import Document, Zone
from memcon.core.reading import Reading, Trigger
from memcon.testing import document, marked

PUBLISHED = "2031-05-15"


def told(
    notation: str,
    *,
    headline: bool = False,
    hung: Mapping[str, tuple[str, str]] = MappingProxyType({}),
    published: str | None = PUBLISHED,
) -> tuple[Document, tuple[Act, ...]]:
    """A document and the acts that are found in it.

    Args:
        notation: With triggers as in examples/acts, `[engagement{meeting held}:met]`; status as the model has it. What
            else is marked is no trigger.
        headline: Whether the first line is one.
        published: When the report was; None if nothing says so.
        hung: Words that are made to hang on another one, by a relation, as trees now and then have it.
    """
    marks = marked(notation)
    made = document(marks.text, published=published)
    if headline:
        end = marks.text.index("\n")
        rest = Zone("body", end + 1, len(marks.text))
        made = document(marks.text, published=published, zones=(Zone("headline", 0, end), rest))
    reading = _hung(language.load().read(made)[0], made, hung)
    tree = Tree(made.text, reading)
    triggers = []
    for span in marks.spans:
        if span.label not in KINDS:
            continue
        type_, status, *score = span.value.split()
        anchor = reading.words[tree.at(span.start)].anchor
        triggers.append(Trigger(anchor, span.label, type_, status, float(*score) if score else 1.0, 0.0))
    return made, annotate(made, replace(reading, triggers=tuple(triggers)))[0].acts


def _hung(reading: Reading, made: Document, hung: Mapping[str, tuple[str, str]]) -> Reading:
    forms = [made.passage(word.anchor) for word in reading.words]
    words = list(reading.words)
    for form, (head, relation) in hung.items():
        n = forms.index(form)
        words[n] = replace(words[n], head=forms.index(head), relation=relation)
    return replace(reading, words=tuple(words))


def parties(act: Act, *roles: ActRole) -> set[str]:
    """Who fills some roles of an act, or any."""
    return {one.party for one in act.arguments if one.party and (one.role in roles or not roles)}


def words(made: Document, act: Act, role: ActRole) -> list[str]:
    """The words that fill a role of an act."""
    return [made.passage(one.anchor) for one in act.of(role)]
