"""One document as it was read: its metadata and where each was found, then its text with every zone named."""

from dataclasses import dataclass
from itertools import pairwise

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations
from memcon.core.document import Document, Metadatum, Origin, Zone
from memcon.core.record import Record
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line, plain
from memcon.present.terminal.words import family_names

HOW_READ: dict[Origin, str] = {
    "given": "as given to add",
    "sidecar": "in its sidecar file",
    "markup": "in the file's markup",
    "text": "in the text",
    "detected": "detected",
}

Marks = list[tuple[Anchor, str]]


def document_view(document: Document, *, record: Record, annotations: Annotations) -> RenderableType:
    """Title, facts and text."""
    note = next((note for note in record.documents if note.id == document.id), None)
    family = family_names(record.families, record.documents)[note.family] if note else None
    parts: list[RenderableType] = [Text(one_line(document.title), style=style.TITLE)]
    if note is None:
        parts.append(Text("Withdrawn: it is not part of the record.", style=style.WARNING))
    parts += ["", _facts(document, family, annotations), "", Rule(style=style.FAINT, characters="─"), ""]
    parts += [_text(document, annotations), _Legend()]
    return Group(*parts)


def _facts(document: Document, family: str | None, annotations: Annotations) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style=style.FAINT)
    table.add_column(ratio=1)
    table.add_row("id", document.id)
    for arrival in document.arrivals:
        table.add_row("path", one_line(arrival.path) or "(piped in)")
    table.add_row("read as", one_line(f"{document.media_type}, {document.encoding}"))
    for datum in document.metadata:
        table.add_row(datum.field, _datum(datum, chosen=datum == document.read(datum.field)))
    if family:
        table.add_row("family", family)
    for credit in annotations.credits:
        value = Text(one_line(credit.origin), style=style.CREDIT)
        table.add_row("credits", value.append(f"  {credit.kind}", style="not magenta dim"))
    return table


def _datum(datum: Metadatum, *, chosen: bool) -> Text:
    text = Text(one_line(datum.value)).append(f"  {HOW_READ[datum.origin]}", style=style.FAINT)
    return text if chosen else text.append(", not used", style=style.WARNING)


def _text(document: Document, annotations: Annotations) -> RenderableType:
    marks = _marks(annotations)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=10, style=style.FAINT)
    table.add_column(ratio=1)
    before = ""
    for zone in document.zones:
        table.add_row(zone.kind if zone.kind != before else "", _zone(document, zone, marks))
        table.add_row()
        before = zone.kind
    return table


def _marks(annotations: Annotations) -> Marks:
    marks: Marks = [(credit.anchor, style.CREDIT) for credit in annotations.credits]
    for statement in annotations.statements:
        marks += [(anchor, style.QUOTED) for anchor in statement.quoted]
        if statement.speaker:
            marks.append((statement.speaker.anchor, style.SPEAKER))
        if statement.cue:
            marks.append((statement.cue, style.CUE))
    return marks


def _zone(document: Document, zone: Zone, marks: Marks) -> Text:
    """The zone's words; cut where a mark begins or ends, because showing a control character changes lengths."""
    within = [(anchor, colour) for anchor, colour in marks if anchor.start < zone.end and zone.start < anchor.end]
    edges = {zone.start, zone.end}
    for anchor, _ in within:
        edges |= {max(anchor.start, zone.start), min(anchor.end, zone.end)}
    cuts = sorted(edges)
    text = Text(style=_zone_style(zone))
    for start, end in pairwise(cuts):
        colours = dict.fromkeys(colour for anchor, colour in within if anchor.start <= start and end <= anchor.end)
        text.append(plain(document.text[start:end]), style=" ".join(colours))
    return text


def _zone_style(zone: Zone) -> str:
    match zone.kind:
        case "headline" | "subheading":
            return style.TITLE
        case "furniture" | "caption":
            return style.FAINT
    return ""


@dataclass(frozen=True, slots=True)
class _Legend:
    """What the colours in the text mean; nothing where there are none."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if console.color_system and not console.no_color:
            meanings = (("quotation", style.QUOTED), ("credit", style.CREDIT), ("speaker", style.SPEAKER))
            words = Text(" · ").join(Text(word, style=colour) for word, colour in (*meanings, ("cue", style.CUE)))
            yield Padding(words, (0, 0, 0, 12))
