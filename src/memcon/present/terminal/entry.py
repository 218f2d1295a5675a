"""One entry of the record: what is claimed about each aspect of it, by whom, and the passages themselves."""

from collections.abc import Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from memcon.core.anchor import Anchor
from memcon.core.document import Document
from memcon.core.ids import DocumentId, FamilyId
from memcon.core.record import Claim, Entry, Record, Slot
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.words import family_names, short_ids, support_words


def entry_view(entry: Entry, *, record: Record, documents: Mapping[DocumentId, Document]) -> RenderableType:
    """Kind, support and every slot with its claims."""
    names = family_names(record.families, record.documents)
    ids = short_ids(documents)
    heading = Text(f"{entry.kind} {entry.id}", style=style.TITLE)
    if entry.status:
        heading.append(f"  {entry.status}")
    parts: list[RenderableType] = [heading, Text(support_words(entry.support), style=style.FAINT)]
    for slot in entry.slots:
        parts += ["", *_slot(slot, names, documents, ids)]
    return Group(*parts)


def _slot(
    slot: Slot, names: Mapping[FamilyId, str], documents: Mapping[DocumentId, Document], ids: Mapping[str, str]
) -> list[RenderableType]:
    parts: list[RenderableType] = [Text(slot.name, style=style.SECTION)]
    for claim in slot.claims:
        parts.append(Padding(_claim(claim, names), (0, 0, 0, 2)))
        parts += [Padding(_passage(anchor, documents, ids), (0, 0, 0, 4)) for anchor in claim.anchors]
    return parts


def _claim(claim: Claim, names: Mapping[FamilyId, str]) -> Text:
    families = ", ".join(
        names.get(witness.family) or one_line(witness.origin or "origin not stated") for witness in claim.support.by
    )
    return Text(one_line(claim.value)).append(f"  {support_words(claim.support)} · {families}", style=style.FAINT)


def _passage(anchor: Anchor, documents: Mapping[DocumentId, Document], ids: Mapping[str, str]) -> Text:
    document = documents[anchor.document]
    where = Text(f"{ids[anchor.document]} {one_line(document.outlet or 'outlet unknown')}: ", style=style.FAINT)
    return where.append(one_line(document.passage(anchor)), style="not dim green")
