"""A brief on the terminal: how many reports and how many independent families, then each section's lines.

Reports are numbered; a line ends with who says so, family by family, and the list at the end resolves the numbers.
"""

from collections.abc import Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from memcon.core.ids import DocumentId, FamilyId
from memcon.core.record import Brief, DocumentNote, Line, Section, Support
from memcon.present.statuses import standing
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line, plain
from memcon.present.terminal.standings import standing_text
from memcon.present.terminal.words import (
    counted,
    day,
    families_words,
    family_names,
    memberships,
    moment,
    short_ids,
    support_words,
)

Numbers = Mapping[DocumentId, int]
Names = Mapping[FamilyId, str]


def brief_view(brief: Brief, *, most: int | None = None) -> RenderableType:
    """The whole brief.

    Args:
        most: Lines shown of each section, which come best attested first; None for all.
    """
    numbers = {note.id: number for number, note in enumerate(brief.documents, start=1)}
    names = family_names(brief.families, brief.documents)
    parts: list[RenderableType] = [Text(plain(brief.title), style=style.TITLE), *_heading(brief)]
    for section in brief.sections:
        parts += ["", _rule(section.title)]
        parts += [_line(line, section, numbers, names) for line in section.lines[:most]]
        if most is not None and (left := len(section.lines) - most) > 0:
            parts += [Padding(Text(f"… and {left:,} more: memcon brief --all", style=style.FAINT), (1, 0, 0, 2))]
    if brief.documents:
        parts += ["", _rule("Reports"), _reports(brief.documents, memberships(brief.families, brief.documents))]
    return Group(*parts)


def reports_sentence(brief: Brief) -> str:
    """How many reports, how many witnesses, and why the two differ."""
    reports, families = len(brief.documents), len(brief.families)
    if not reports:
        return "There is no report in this record yet. Add some: memcon add FILES…"
    if reports == 1:
        return "One report, so one account: nothing here is confirmed by a second."
    if reports == families:
        return f"{reports:,} reports, none of them found to be made from another: {families_words(brief.families)}."
    return (
        f"{reports:,} reports make {families_words(brief.families)}. "
        "Reports that share one origin are one family and count as one witness."
    )


def _heading(brief: Brief) -> list[RenderableType]:
    lines: list[RenderableType] = [Text(reports_sentence(brief))]
    if len(brief.families) > 1 and not all(family.established for family in brief.families):
        text = "Where nothing shows whose reporting a family is, support is a range, such as 1–2."
        lines.append(Text(text, style=style.FAINT))
    if brief.timeline:
        ahead = sum(moment.status in {"planned", "tentative"} for moment in brief.timeline)
        text = f"{counted(len(brief.timeline), 'dated moment')}, {ahead:,} planned or possible: memcon timeline"
        lines.append(Text(text, style=style.FAINT))
    if brief.as_of:
        lines.append(Text(f"As of {moment(brief.as_of)}: only what was published by then.", style=style.FAINT))
    if brief.undated:
        text = f"Left out, because nothing states when they were published: {counted(len(brief.undated), 'report')}."
        lines.append(Text(text, style=style.WARNING))
    if brief.problems:
        text = f"{counted(len(brief.problems), 'problem')} with the inputs: see memcon problems."
        lines.append(Text(text, style=style.WARNING))
    return lines


def _rule(title: str) -> RenderableType:
    return Rule(Text(one_line(title), style=style.SECTION), align="left", style=style.FAINT, characters="─")


def _line(line: Line, section: Section, numbers: Numbers, names: Names) -> RenderableType:
    text = Text()
    if line.lead and line.lead != section.title:
        text.append(f"{plain(line.lead)}  ", style=style.SPEAKER)
    if line.status:
        text.append_text(standing_text(standing(line.status))).append("  ")
    text.append(plain(line.text))
    below = [_support(line.support, numbers, names) if line.support else _references(line, numbers)]
    if line.notes:
        below.append(Text(f"Note: {' '.join(map(one_line, line.notes))}", style=style.WARNING))
    return Group(Padding(text, (1, 0, 0, 2)), *(Padding(part, (0, 0, 0, 4)) for part in below))


def _support(support: Support, numbers: Numbers, names: Names) -> Text:
    text = Text(support_words(support), style=style.GOOD if support.least > 1 else style.WARNING)
    for witness in support.by:
        documents = sorted({numbers[anchor.document] for anchor in witness.anchors if anchor.document in numbers})
        name = names.get(witness.family) or one_line(witness.origin or "origin not stated")
        text.append(" · ", style=style.FAINT).append(name).append(f" {_bracketed(documents)}", style=style.FAINT)
    return text


def _references(line: Line, numbers: Numbers) -> Text:
    documents = sorted({numbers[anchor.document] for anchor in line.anchors if anchor.document in numbers})
    return Text(_bracketed(documents), style=style.FAINT)


def _bracketed(documents: list[int]) -> str:
    return f"[{', '.join(map(str, documents))}]"


def _reports(notes: tuple[DocumentNote, ...], names: Names) -> RenderableType:
    ids = short_ids(note.id for note in notes)
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", style=style.FAINT)
    table.add_column(no_wrap=True, style=style.FAINT)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for number, note in enumerate(notes, start=1):
        what = Text(one_line(note.outlet or "outlet unknown")).append(f": {one_line(note.title)}")
        if note.family in names:
            what.append(f" ({names[note.family]})", style=style.FAINT)
        table.add_row(f"[{number}]", ids[note.id], day(note.published), what)
    return Padding(table, (1, 0, 0, 2))
