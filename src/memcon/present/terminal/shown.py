"""What `show` shows: a document, an entry or a party."""

from collections.abc import Mapping

from rich.console import RenderableType

from memcon.core.annotation import Annotations
from memcon.core.document import Document
from memcon.core.entry import Entry
from memcon.core.ids import DocumentId
from memcon.core.party import Party
from memcon.core.record import Record
from memcon.present.terminal.document import document_view
from memcon.present.terminal.entry import entry_view
from memcon.present.terminal.party import party_view


def shown_view(
    shown: Document | Entry | Party,
    *,
    record: Record,
    documents: Mapping[DocumentId, Document],
    annotations: Mapping[DocumentId, Annotations],
) -> RenderableType:
    """The view that fits the thing; a withdrawn document has no annotations."""
    if isinstance(shown, Entry):
        return entry_view(shown, record=record, documents=documents)
    if isinstance(shown, Party):
        return party_view(shown, record=record, documents=documents, annotations=annotations)
    return document_view(shown, record=record, annotations=annotations.get(shown.id, Annotations(shown.id)))
