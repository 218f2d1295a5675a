"""Lines about acts: who does what, the circumstances, and how it stood before.

In: entries of acts. Out: `Line`s, composed from slots.
"""

from collections.abc import Iterator, Sequence

from memcon.core.brief import Line
from memcon.core.degradation import unsound
from memcon.core.discrepancy import LinkKind
from memcon.core.entry import Entry
from memcon.core.record import Record, note_of
from memcon.core.times import Interval
from memcon.record.history import history
from memcon.record.titles import title
from memcon.record.told import circumstances, date_words, is_act, order, parties_of, status_words, told

_LINKS: dict[LinkKind, str] = {"part-of": "Part of", "follow-up-of": "Follows", "precursor-of": "Leads up to"}


def acts(record: Record) -> list[Entry]:
    """The acts of a record, the best attested first; of equals those with named parties, then the earliest."""
    return sorted((entry for entry in record.entries if is_act(entry)), key=_best_first)


def dated_first(entries: Sequence[Entry]) -> list[Entry]:
    """In the order of time; what is not dated comes last."""
    return sorted(entries, key=order)


def act_line(entry: Entry, record: Record, *, lead: str = "", leaving: Sequence[str] = ()) -> Line:
    """Who does what, and the circumstances; how it stood before, and what it hangs together with, are notes.

    Args:
        leaving: Circumstances that the lead tells.
    """
    return Line(
        text=" · ".join((told(entry), *circumstances(entry, leaving=leaving))),
        anchors=entry.evidence,
        support=entry.support,
        lead=lead,
        status=entry.status,
        notes=(*_doubt(entry, record), *_before(entry, record), *_links(entry, record)),
        entry=entry.id,
    )


def earlier(entry: Entry, record: Record) -> tuple[str, ...]:
    """How it stood before: `planned (2 June 2031)`."""
    return tuple(
        f"{status_words(one.status)} ({date_words(Interval.of(one.as_of.day)) if one.as_of else 'undated'})"
        for one in history(entry, record.documents)[:-1]
    )


def _doubt(entry: Entry, record: Record) -> Iterator[str]:
    """That only reports tell it which are certainly more damaged than the soundest: its words may be wrong."""
    telling = {anchor.document for anchor in entry.evidence}
    notes = [note for one in telling if (note := note_of(record.documents, one))]
    marked = all(note.degradation is not None and note.degradation.marks for note in notes)
    if marked and telling <= unsound({note.id: note.degradation for note in record.documents if note.degradation}):
        yield f"Told only by {'a report' if len(telling) == 1 else 'reports'} that translation or spinning damaged."


def _before(entry: Entry, record: Record) -> Iterator[str]:
    if before := earlier(entry, record):
        yield f"Told before as {', then '.join(before)}."


def _links(entry: Entry, record: Record) -> Iterator[str]:
    for link in record.links:
        if link.left == entry.id:
            yield from (f"{_LINKS[link.kind]}: {title(one)}." for one in record.entries if one.id == link.right)


def _best_first(entry: Entry) -> tuple[object, ...]:
    return (-entry.support.least, -entry.support.most, not parties_of(entry), *order(entry))
