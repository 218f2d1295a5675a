"""A brief as Markdown: a heading for each section, a list of its lines or a table, and the sources at the end.

In: a brief. Out: text. Numbers in brackets name the sources, which are numbered in order of publication; what reports
say is escaped. The same brief gives the same text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from memcon.core.anchor import Anchor
from memcon.core.brief import Brief, Line, Section
from memcon.core.entry import Support
from memcon.core.ids import DocumentId, FamilyId
from memcon.core.record import DocumentNote
from memcon.present.cited import references, witnesses
from memcon.present.markdown.escaped import escaped
from memcon.present.relationship import left_out_words, relationship_words, reports_sentence
from memcon.present.statuses import standing
from memcon.present.terminal.words import counted, day, family_names, memberships, support_words

Numbers = Mapping[DocumentId, int]
Names = Mapping[FamilyId, str]


def render_markdown(brief: Brief) -> str:
    """The whole brief, as CommonMark with tables."""
    notes = sorted(brief.documents, key=_by_publication)
    numbers = {note.id: number for number, note in enumerate(notes, start=1)}
    names = family_names(brief.families, brief.documents)
    blocks = [f"# {escaped(brief.title)}", *_heading(brief)]
    for section in brief.sections:
        blocks += [f"## {escaped(section.title)}", *_section(section, numbers, names)]
    if notes:
        blocks += ["## Sources", _sources(notes, brief)]
    return "\n\n".join(blocks) + "\n"


def _by_publication(note: DocumentNote) -> tuple[bool, str, str, str]:
    return note.published is None, str(note.published or ""), note.outlet or "", note.id


def _heading(brief: Brief) -> Iterator[str]:
    yield from map(escaped, filter(None, (relationship_words(brief), reports_sentence(brief), left_out_words(brief))))
    if brief.as_of:
        yield f"As of {brief.as_of.iso}: only what was published by then."
    if brief.undated:
        yield f"Left out, because nothing states when they were published: {counted(len(brief.undated), 'report')}."
    if brief.problems:
        yield f"{counted(len(brief.problems), 'problem')} with the inputs: see `memcon problems`."


def _section(section: Section, numbers: Numbers, names: Names) -> Iterator[str]:
    if section.columns:
        yield _table(section.columns, section.lines, numbers)
    else:
        yield "\n".join(item for line in section.lines for item in _line(line, section, numbers, names))
    if section.left_out:
        yield f"… and {section.left_out:,} more: `memcon brief --all`."


def _table(columns: Sequence[str], lines: Iterable[Line], numbers: Numbers) -> str:
    rows = [(*columns, "In"), ("---",) * (len(columns) + 1)]
    rows += [(*map(escaped, line.cells), _references(line.anchors, numbers)) for line in lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _line(line: Line, section: Section, numbers: Numbers, names: Names) -> Iterator[str]:
    lead = f"**{escaped(line.lead)}:** " if line.lead and line.lead != section.title else ""
    status = f"*{standing(line.status).word}:* " if line.status else ""
    by = f" ({_support(line.support, numbers, names)})" if line.support else f" {_references(line.anchors, numbers)}"
    yield f"- {lead}{status}{escaped(line.text)}{by}"
    yield from (f"  - {escaped(note)}" for note in line.notes)


def _support(support: Support, numbers: Numbers, names: Names) -> str:
    named, more = witnesses(support)
    by = [
        f"{escaped(names.get(one.family) or one.origin or 'origin not stated')} {_references(one.anchors, numbers)}"
        for one in named
    ]
    by += [f"and {counted(more, 'more family', 'more families')}"] if more else []
    return f"{support_words(support)}: {', '.join(by)}"


def _references(anchors: Iterable[Anchor], numbers: Numbers) -> str:
    return references(numbers[anchor.document] for anchor in anchors if anchor.document in numbers)


def _sources(notes: Iterable[DocumentNote], brief: Brief) -> str:
    families = memberships(brief.families, brief.documents)
    return "\n".join(
        f"{number}. **{escaped(note.outlet or 'outlet unknown')}**, {day(note.published)}: {escaped(note.title)}"
        + (f" ({escaped(families[note.family])})" if note.family in families else "")
        for number, note in enumerate(notes, start=1)
    )
