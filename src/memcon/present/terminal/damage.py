"""What is damaged in one report: each place in its words, what was probably written, why, and what shows it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from memcon.core.anchor import Anchor
from memcon.core.annotation import Damage, DamageKind
from memcon.core.degradation import Degradation
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.record import Record
from memcon.present.terminal import style
from memcon.present.terminal.degradations import NO_PROOF, none_seen, rate
from memcon.present.terminal.derivations import named
from memcon.present.terminal.plain import one_line, plain
from memcon.present.terminal.words import counted, report_words, short_ids

AROUND = 60  # code points shown on either side of a passage: some ten words
MARKED = "Words in {braces} seem damaged or, behind the name of a report, show it. The text itself is unchanged."

_SPACE = re.compile(r"\s+")


def damage_view(
    document: Document,
    damage: Sequence[Damage],
    degradation: Degradation,
    *,
    record: Record,
    documents: Mapping[DocumentId, Document],
    kind: DamageKind | None = None,
) -> RenderableType:
    """Every mark in reading order, with the words around it.

    Args:
        kind: Of which alone the marks are.
    """
    note = next(note for note in record.documents if note.id == document.id)
    ids = short_ids(note.id for note in record.documents)
    parts: list[RenderableType] = [named(note, ids), Text(one_line(document.title)), ""]
    if not damage:
        return Group(*parts, Text(f"{none_seen(kind)}; {NO_PROOF}"))
    words = counted(degradation.words, "word")
    parts.append(Text(f"{counted(degradation.marks, 'mark')} in {words}: {rate(degradation)} per 1,000."))
    parts.append(Text(MARKED, style=style.FAINT))
    for mark in damage:
        parts += ["", _excerpt(document, mark.anchor, style.BAD)]
        parts += (Padding(line, (0, 0, 0, 2)) for line in _told(mark, documents))
    return Group(*parts)


def _told(mark: Damage, documents: Mapping[DocumentId, Document]) -> Iterator[Text]:
    """What was probably written, how sure that is and why, and the passages that show it."""
    if mark.suggestion is not None:
        yield Text.assemble("probably: ", (one_line(mark.suggestion), style.TITLE))
    yield Text.assemble((mark.kind, style.CUE), f", score {mark.score:.2f}. {one_line(mark.reason)}")
    for anchor in mark.beside:
        shows = documents[anchor.document]
        yield Text.assemble((f"{report_words(shows)}: ", style.FAINT), _excerpt(shows, anchor, style.QUOTED))


def _excerpt(document: Document, anchor: Anchor, colour: str) -> Text:
    """The passage in braces between words of its paragraph, cut between words."""
    within = [zone for zone in document.zones if zone.start < anchor.end and anchor.start < zone.end]
    first = min([zone.start for zone in within], default=0)
    last = max([zone.end for zone in within], default=len(document.text))
    before, after = _flat(document.text[first : anchor.start]), _flat(document.text[anchor.end : last])
    words = f"{{{one_line(document.passage(anchor))}}}"
    return Text.assemble(_end(before), (words, f"bold {colour}"), _beginning(after))


def _flat(text: str) -> str:
    """The text on one line, with the space at its ends that parts it from the passage."""
    return _SPACE.sub(" ", plain(text))


def _end(text: str) -> str:
    if len(text) <= AROUND:
        return text
    end = text[-AROUND:]
    return f"…{end.partition(' ')[2] or end}"


def _beginning(text: str) -> str:
    if len(text) <= AROUND:
        return text
    beginning = text[:AROUND]
    return f"{beginning.rpartition(' ')[0] or beginning}…"
