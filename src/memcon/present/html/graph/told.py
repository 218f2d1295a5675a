"""Nodes and links of the derivation graph, put into words: reports and derivations in, what the picture says out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.core.anchor import Anchor
from memcon.core.derivation import Derivation
from memcon.core.ids import DocumentId
from memcon.core.record import DocumentNote
from memcon.present.html import words
from memcon.present.html.graph.pieces import Link, Node, Style
from memcon.present.html.lettering import harmless
from memcon.present.lookup import longest

NOBODY = "an origin nobody names"


@dataclass(frozen=True, slots=True)
class Told:
    """The reports of a page, and what is needed to speak of them.

    Attributes:
        notes: In the order of publication.
        numbers: Of the reports on the page.
        passages: The number of each passage on the page.
        year: Whether dates need their year.
    """

    notes: Mapping[DocumentId, DocumentNote]
    numbers: Mapping[DocumentId, int]
    passages: Mapping[Anchor, int]
    year: bool

    def has(self, id: DocumentId | None) -> bool:
        """Whether it is one of the reports."""
        return id in self.notes

    def day(self, id: DocumentId) -> str:
        """When the report was published, in a few letters."""
        return words.day(self.notes[id].published, year=self.year)

    def report(self, id: DocumentId, *, made: bool) -> Node:
        """A report as a node; `made` if it was certainly made from another."""
        note = self.notes[id]
        told = harmless(f"{self._dated(note)}: {note.title}")
        style: Style = "made" if made else "own"
        return Node(id, harmless(words.report_name(note)), self.day(id), told, style, f"d{self.numbers[id]}")

    def link(self, made: Derivation) -> Link:
        """A derivation as a link."""
        parent = self.notes.get(made.parent) if made.parent else None
        source = self._dated(parent) if parent else made.origin or NOBODY
        shared = f"; {made.score:.0%} in common" if made.parent and made.score > 0 else ""
        order = "; which of the two came first is not known" if words.order_unknown(made) else ""
        return Link(
            parent=parent.id if parent else key(made.origin),
            child=made.child,
            words=words.label(made),
            certain=made.certain,
            ordered=not words.order_unknown(made),
            strength=1 + min(int(made.score * 4), 3),
            told=harmless(f"{self._dated(self.notes[made.child])}: {words.joined(made)} {source}{shared}{order}"),
            target=self._target(made),
        )

    def _dated(self, note: DocumentNote) -> str:
        return f"{words.report_name(note)}, {words.day(note.published)}"

    def _target(self, made: Derivation) -> str:
        """The longest of the aligned passages that the page has, else the head of the report."""
        shown = (self.passages[one.child] for one in longest(made.passages) if one.child in self.passages)
        return next((f"p{number}" for number in shown), f"d{self.numbers[made.child]}")


def told_of(notes: Sequence[DocumentNote], passages: Mapping[Anchor, int]) -> Told:
    """What is needed to speak of these reports, which come in the order of publication."""
    years = {note.published.iso[:4] for note in notes if note.published}
    return Told(
        {note.id: note for note in notes},
        {note.id: number for number, note in enumerate(notes, start=1)},
        passages,
        len(years) > 1,
    )


def origin(name: str | None) -> Node:
    """An origin that is not among the reports, as a node."""
    shown = harmless(name or NOBODY)
    return Node(key(name), shown, "", f"{shown}: not among the reports", "absent", "")


def key(name: str | None) -> str:
    """The key of an origin; names that differ in an article or in capitals are one."""
    return f"origin {(name or '').casefold().removeprefix('the ')}"
