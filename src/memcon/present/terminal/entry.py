"""One entry of the record: what is claimed about each aspect of it, by whom, and the passages themselves.

An act is told in a line first, then how it stood over time.
"""

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.core.anchor import Anchor
from memcon.core.document import Document
from memcon.core.entry import Claim, Entry, Slot
from memcon.core.ids import DocumentId, FamilyId
from memcon.core.record import Record
from memcon.present.cited import witness_names
from memcon.present.statuses import standing
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.standings import standing_text
from memcon.present.terminal.words import day, family_names, short_ids, support_words
from memcon.record import history
from memcon.record.told import circumstances, is_act, told

_JOINS = 8  # pairs that are shown
_LABELS = {"what": "in the reports’ words", "code": "PLOVER and CAMEO code"}


def entry_view(entry: Entry, *, record: Record, documents: Mapping[DocumentId, Document]) -> RenderableType:
    """Kind, support and every slot with its claims; before them an act's line and its history."""
    names = family_names(record.families, record.documents)
    ids = short_ids(documents)
    heading = Text(f"{entry.kind} {entry.id}", style=style.TITLE)
    if entry.status:
        heading.append("  ").append_text(standing_text(standing(entry.status)))
    parts: list[RenderableType] = [heading, Text(support_words(entry.support), style=style.FAINT)]
    if is_act(entry):
        parts = [*_line(entry), *parts, "", *_history(entry, record, documents, ids)]
    for slot in entry.slots:
        if slot.name != "status" or not is_act(entry):  # whose statuses are its history
            parts += ["", *_slot(slot, names, documents, ids)]
    if entry.joins:
        parts += ["", *_joins(entry, documents, ids)]
    return Group(*parts)


def _line(entry: Entry) -> Iterator[RenderableType]:
    yield Text(one_line(told(entry)), style=style.TITLE)
    if beside := circumstances(entry):
        yield Text(" · ".join(map(one_line, beside)))


def _history(
    entry: Entry, record: Record, documents: Mapping[DocumentId, Document], ids: Mapping[str, str]
) -> Iterator[RenderableType]:
    """Each status, since when it is told, and the words that tell it."""
    yield Text("how it stood", style=style.SECTION)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for step in history(entry, record.documents):
        passages = Text("\n").join(_passage(anchor, documents, ids) for anchor in step.anchors)
        table.add_row(day(step.as_of), standing_text(standing(step.status)), passages)
    yield Padding(table, (0, 0, 0, 2))


def _joins(entry: Entry, documents: Mapping[DocumentId, Document], ids: Mapping[str, str]) -> Iterator[RenderableType]:
    """Why what reports tell is one act: pairs of mentions, what speaks for each, and the two passages."""
    yield Text("why one", style=style.SECTION)
    for join in entry.joins[:_JOINS]:
        speaks = ", ".join(f"{one.name} {one.value:+.2f}" for one in join.features)
        yield Padding(Text(f"{join.score:.2f}  ").append(speaks, style=style.FAINT), (0, 0, 0, 2))
        for trigger in (join.left, join.right):
            clause = next((anchor for anchor in entry.evidence if anchor.contains(trigger)), trigger)
            yield Padding(_passage(clause, documents, ids), (0, 0, 0, 4))
    if (left := len(entry.joins) - _JOINS) > 0:
        yield Padding(Text(f"… and {left:,} more pairs", style=style.FAINT), (0, 0, 0, 2))


def _slot(
    slot: Slot, names: Mapping[FamilyId, str], documents: Mapping[DocumentId, Document], ids: Mapping[str, str]
) -> list[RenderableType]:
    parts: list[RenderableType] = [Text(_LABELS.get(slot.name, slot.name), style=style.SECTION)]
    for claim in slot.claims:
        parts.append(Padding(_claim(claim, names), (0, 0, 0, 2)))
        parts += [Padding(_passage(anchor, documents, ids), (0, 0, 0, 4)) for anchor in claim.anchors]
    return parts


def _claim(claim: Claim, names: Mapping[FamilyId, str]) -> Text:
    families = ", ".join(witness_names(claim.support, names))
    return Text(one_line(claim.value)).append(f"  {support_words(claim.support)} · {families}", style=style.FAINT)


def _passage(anchor: Anchor, documents: Mapping[DocumentId, Document], ids: Mapping[str, str]) -> Text:
    document = documents[anchor.document]
    where = Text(f"{ids[anchor.document]} {one_line(document.outlet or 'outlet unknown')}: ", style=style.FAINT)
    return where.append(one_line(document.passage(anchor)), style="not dim green")
