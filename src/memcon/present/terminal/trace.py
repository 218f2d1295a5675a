"""One report's derivations both ways: what it was made from, what was made from it, and the passages that prove it."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from memcon.core.derivation import Derivation, DerivationKind, Passage
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.record import Record
from memcon.present.lookup import likelihood, longest
from memcon.present.terminal import style
from memcon.present.terminal.derivations import named, reasoned, source
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.sidebyside import side_by_side
from memcon.present.terminal.words import counted, report_words, short_ids

LONG = 600  # code points of a passage shown unless all is asked for: some hundred words
NOT_MADE = "No report was found from which it was made; that is not proof that there is none."
ALONE = (
    "No report was found that was made from it either. The record may lack one, or it may differ too much to be seen."
)
TO: dict[DerivationKind, str] = {
    "copy": "copied by",
    "abridgement": "cut by",
    "rewrite": "rewritten by",
    "translation": "translated by",
    "readout": "from the same readout as",
    "credit": "credited by",
    "update": "followed by the later version",
}


def trace_view(
    document: Document,
    derivations: Sequence[Derivation],
    *,
    record: Record,
    documents: Mapping[DocumentId, Document],
    most: int | None,
) -> RenderableType:
    """What the report was made from and what was made from it.

    Args:
        most: Passages shown for each derivation, the longest; None for all of them, in full.
    """
    notes = {note.id: note for note in record.documents}
    ids = short_ids(notes)
    parts: list[RenderableType] = [named(notes[document.id], ids), Text(one_line(document.title))]
    above = [made for made in sorted(derivations, key=likelihood) if made.child == document.id]
    below = [made for made in sorted(derivations, key=likelihood) if made.child != document.id]
    if not above:
        parts += ["", Text(NOT_MADE)]
    if not derivations:
        parts.append(Text(ALONE))
    for made in above:
        parts += ["", reasoned(made, source(made, notes, ids)), *_aligned(made, documents, most)]
    for made in below:
        parts += ["", reasoned(made, named(notes[made.child], ids), TO[made.kind]), *_aligned(made, documents, most)]
    return Group(*parts)


def _aligned(made: Derivation, documents: Mapping[DocumentId, Document], most: int | None) -> Iterator[RenderableType]:
    """The passages, and how many are left out."""
    passages = longest(made.passages)[:most]
    if made.parent is None or not passages:
        return
    heads = (report_words(documents[made.child]), report_words(documents[made.parent]))
    pairs = (_texts(passage, documents) for passage in passages)
    yield Padding(side_by_side(heads, pairs, longest=None if most is None else LONG), (1, 0, 0, 2))
    if left := len(made.passages) - len(passages):
        yield Padding(
            Text(f"{counted(left, 'shorter passage')} more; --all shows them.", style=style.FAINT), (0, 0, 0, 2)
        )


def _texts(passage: Passage, documents: Mapping[DocumentId, Document]) -> tuple[str, str]:
    child, parent = (one_line(documents[one.document].passage(one)) for one in (passage.child, passage.parent))
    return child, parent
