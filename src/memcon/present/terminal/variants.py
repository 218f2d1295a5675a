"""Utterances that reports word differently: the best wording first, the others with the words that differ."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.core.anchor import Anchor
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.record import Record
from memcon.core.variants import Change, Variants, Wording
from memcon.present.terminal import style
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.statements import NOBODY
from memcon.present.terminal.words import counted, did_you_mean, report_words, short_ids, shortened

MARKED = "Words in {braces} differ from the best wording, which stands first."
REPORTS = 3  # named behind a wording; how many more there are is counted
CHANGES = 5
LONG = 40  # code points of a change


def variants_view(
    variants: Sequence[Variants],
    *,
    record: Record,
    documents: Mapping[DocumentId, Document],
    near: Sequence[str] = (),
) -> RenderableType:
    """Each utterance with its wordings.

    Args:
        near: Names like one that was asked for and that nobody has.
    """
    if not record.variants:
        return Text("No utterance is told in more than one wording.")
    if not variants:
        return Text(f"No utterance in more than one wording matches.{did_you_mean(near)}")
    ids = short_ids(note.id for note in record.documents)
    names = {party.id: party.name for party in record.parties}
    parts: list[RenderableType] = [
        Text(f"{counted(len(variants), 'utterance')} in more than one wording."),
        Text(MARKED, style=style.FAINT),
    ]
    for one in variants:
        groups = list(_by_words(one.wordings).values())
        name = one_line(names[one.speaker]) if one.speaker else NOBODY
        title = Text(name, style=style.SPEAKER if one.speaker else style.WARNING)
        reports = len({told.anchors[0].document for told in one.wordings})
        title.append(f"  {counted(len(groups), 'wording')} in {counted(reports, 'report')}", style="not bold dim")
        parts += ["", title, Padding(_table(groups, documents, ids), (0, 0, 0, 2))]
    return Group(*parts)


def _by_words(wordings: Sequence[Wording]) -> dict[str, list[Wording]]:
    """Equal wordings together, in order."""
    groups: dict[str, list[Wording]] = {}
    for told in wordings:
        groups.setdefault(told.words, []).append(told)
    return groups


def _table(
    groups: Sequence[Sequence[Wording]], documents: Mapping[DocumentId, Document], ids: Mapping[str, str]
) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=4, style=style.FAINT)
    table.add_column(ratio=1)
    for number, group in enumerate(groups):
        words = _words(group[0], documents)
        for line in _told(group, documents, ids):
            words.append("\n").append_text(line)
        table.add_row("best" if number == 0 else "", words)
    return table


def _words(told: Wording, documents: Mapping[DocumentId, Document]) -> Text:
    """The wording, what differs from the best one in braces."""
    changed = [change.here for change in told.changes if change.here is not None]
    return Text(" … ").join(_passage(anchor, changed, documents[anchor.document]) for anchor in told.anchors)


def _passage(anchor: Anchor, changed: Sequence[Anchor], document: Document) -> Text:
    text, place = Text(style=style.QUOTED), anchor.start
    for mark in changed:
        start, end = max(mark.start, anchor.start), min(mark.end, anchor.end)
        if start < end:
            text.append(_inline(document, place, start))
            text.append(f"{{{_inline(document, start, end)}}}", style="bold")
            place = end
    return text.append(_inline(document, place, anchor.end))


def _inline(document: Document, start: int, end: int) -> str:
    """A stretch of text on one line, with the space at its ends."""
    text = document.text[start:end]
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() and text.strip() else "")
    return f"{before}{one_line(text)}{after}"


def _told(group: Sequence[Wording], documents: Mapping[DocumentId, Document], ids: Mapping[str, str]) -> Iterator[Text]:
    """In which reports it stands so, what is damaged in it, and what the best wording has instead."""
    sources = list(dict.fromkeys(told.anchors[0].document for told in group))
    named = [f"{ids[one]} {report_words(documents[one])}" for one in sources[:REPORTS]]
    more = [f"{len(sources) - REPORTS} more"] if len(sources) > REPORTS else []
    marks = group[0].damage
    facts = ["cut"] if group[0].cut else []
    facts += [f"{counted(len(marks), 'mark')} of damage"] if marks else []
    yield Text(" · ".join((", ".join((*named, *more)), *facts)), style=style.FAINT)
    changes = [_change(change, documents) for change in group[0].changes]
    if changes:
        left = [f"{len(changes) - CHANGES} more"] if len(changes) > CHANGES else []
        yield Text("; ".join((*changes[:CHANGES], *left)), style=style.FAINT)


def _change(change: Change, documents: Mapping[DocumentId, Document]) -> str:
    """`“swap charts” for “exchange maps”`, `“right” added`, `“today” left out`."""
    best, here = (
        f"“{shortened(one_line(documents[anchor.document].passage(anchor)), length=LONG)}”" if anchor else ""
        for anchor in (change.best, change.here)
    )
    if here and best:
        return f"{here} for {best}"
    return f"{here} added" if here else f"{best} left out"
