"""A brief on the terminal: whose relationship, how many reports and independent families, then each section's lines.

Reports are numbered; a line ends with who says so, family by family, and the list at the end resolves the numbers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from memcon.core.anchor import Anchor
from memcon.core.brief import Brief, Line, Section
from memcon.core.entry import Support
from memcon.core.ids import DocumentId, FamilyId
from memcon.core.record import DocumentNote
from memcon.present.cited import references, witnesses
from memcon.present.relationship import left_out_words, relationship_words, reports_sentence
from memcon.present.statuses import standing
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line, plain
from memcon.present.terminal.standings import standing_text
from memcon.present.terminal.words import (
    counted,
    day,
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
        most: Lines shown of each section, the best attested; None for all.
    """
    numbers = {note.id: number for number, note in enumerate(brief.documents, start=1)}
    names = family_names(brief.families, brief.documents)
    parts: list[RenderableType] = [Text(plain(brief.title), style=style.TITLE), *_heading(brief)]
    for section in brief.sections:
        lines = best_attested(section.lines, most)
        parts += ["", _rule(section.title)]
        if section.columns:
            parts += [_board(section.columns, lines, numbers)]
        else:
            parts += [_line(line, section, numbers, names) for line in lines]
        if left := len(section.lines) - len(lines) + section.left_out:
            parts += [Padding(Text(f"… and {left:,} more: memcon brief --all", style=style.FAINT), (1, 0, 0, 2))]
    if brief.documents:
        parts += ["", _rule("Reports"), _reports(brief.documents, memberships(brief.families, brief.documents))]
    return Group(*parts)


def best_attested(lines: Sequence[Line], most: int | None) -> Sequence[Line]:
    """As many lines as asked for, the best attested ones, in the order they have; without support it counts most."""
    if most is None or len(lines) <= most:
        return lines

    def attested(place: int) -> tuple[float, float]:
        support = lines[place].support
        return (-support.least, -support.most) if support else (-inf, -inf)

    return [lines[place] for place in sorted(sorted(range(len(lines)), key=attested)[:most])]


def _heading(brief: Brief) -> list[RenderableType]:
    lines: list[RenderableType] = [Text(one_line(relationship_words(brief))), Text(reports_sentence(brief))]
    if len(brief.families) > 1 and not all(family.established for family in brief.families):
        text = "Where nothing shows whose reporting a family is, support is a range, such as 1–2."
        lines.append(Text(text, style=style.FAINT))
    if brief.timeline:
        ahead = sum(moment.status in {"planned", "tentative"} for moment in brief.timeline)
        text = f"{counted(len(brief.timeline), 'dated moment')}, {ahead:,} planned or possible: memcon timeline"
        lines.append(Text(text, style=style.FAINT))
    if brief.left_out:
        lines.append(Text(one_line(left_out_words(brief)), style=style.FAINT))
    if brief.as_of:
        lines.append(Text(f"As of {moment(brief.as_of)}: only what was published by then.", style=style.FAINT))
    if brief.undated:
        text = f"Left out, because nothing states when they were published: {counted(len(brief.undated), 'report')}."
        lines.append(Text(text, style=style.WARNING))
    if brief.problems:
        text = f"{counted(len(brief.problems), 'problem')} with the inputs: see memcon problems."
        lines.append(Text(text, style=style.WARNING))
    return lines


def _board(columns: Sequence[str], lines: Sequence[Line], numbers: Numbers) -> RenderableType:
    """Rows of cells; the last column says in which reports they stand."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False, header_style=style.FAINT)
    for column in (*columns, "In"):
        table.add_column(column)
    for line in lines:
        cells = [Text(one_line(cell)) for cell in line.cells]
        if line.status:
            cells = [standing_text(standing(line.status)) if cell.plain == line.status else cell for cell in cells]
        table.add_row(*cells, _references(line, numbers))
    return Padding(table, (1, 0, 0, 2))


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
    named, more = witnesses(support)
    for witness in named:
        name = names.get(witness.family) or one_line(witness.origin or "origin not stated")
        text.append(" · ", style=style.FAINT).append(name)
        text.append(f" {references(_numbered(witness.anchors, numbers))}", style=style.FAINT)
    if more:
        text.append(f" · and {counted(more, 'more family', 'more families')}", style=style.FAINT)
    return text


def _references(line: Line, numbers: Numbers) -> Text:
    return Text(references(_numbered(line.anchors, numbers)), style=style.FAINT)


def _numbered(anchors: Iterable[Anchor], numbers: Numbers) -> Iterator[int]:
    return (numbers[anchor.document] for anchor in anchors if anchor.document in numbers)


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
