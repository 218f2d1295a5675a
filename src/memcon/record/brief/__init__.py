"""The record, told: a brief whose every line rests on passages.

In: a record. Out: a `Brief`. Lines are composed from slots, never freely written. Its parts:

    happened     what happened, what came to nothing, incidents and measures, in the order of time
    ledgers      channels, commitments, requests and positions, the best attested first
    statements   key statements, the best attested first
    doubts       where accounts differ, what one side leaves out, what is damaged, what one account alone says
    ahead        what is expected next, and what was planned and is not told since
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import get_args

from memcon.core.act import ActKind
from memcon.core.brief import Brief, Section
from memcon.core.dates import PartialDate
from memcon.core.entry import Entry, EntryKind
from memcon.core.ids import DocumentId
from memcon.core.record import Record
from memcon.core.times import Interval, Time
from memcon.record.brief.ahead import ahead, untold
from memcon.record.brief.doubts import alone, damaged, differing, one_sided, unidentified
from memcon.record.brief.happened import history_sections, what_happened
from memcon.record.brief.ledgers import ledgers
from memcon.record.brief.statements import statement_sections
from memcon.record.relationship import main_pair
from memcon.record.timeline import timeline
from memcon.record.told import is_act, when

KEY = 5  # statements of one speaker, so that nobody who talks much drowns the others

_KINDS: tuple[EntryKind, ...] = (*get_args(ActKind), "statement", "occurrence")


def brief(
    record: Record,
    *,
    between: Sequence[str] = (),
    as_of: PartialDate | None = None,
    undated: Sequence[DocumentId] = (),
    times: Mapping[DocumentId, Sequence[Time]] = MappingProxyType({}),
    most: int | None = KEY,
    left_out: int = 0,
) -> Brief:
    """The brief of a record.

    Args:
        between: The names of the two parties it is about; without them, of the two states with the most acts between
            them.
        as_of: The date the record was cut off at, if it was.
        undated: Documents the cut left out because nothing dates them.
        times: The expressions of time in each document, for what falls due.
        most: Statements of one speaker; None for all.
        left_out: Entries that are not part of the record because not both parties take part.
    """
    shown = replace(record, entries=tuple(entry for entry in record.entries if entry.identified))
    parties = tuple(between) or main_pair(shown)
    numbers = Counter(entry.kind for entry in shown.entries)
    return Brief(
        title=_title(parties, shown.entries),
        between=parties,
        as_of=as_of,
        documents=record.documents,
        families=record.families,
        derivations=record.derivations,
        sections=tuple(section for section in _sections(shown, record, as_of, times, most) if section.lines),
        problems=record.problems,
        undated=tuple(undated),
        timeline=timeline(record),
        damage=record.damage,
        period=_period(shown.entries),
        counts=tuple((kind, numbers[kind]) for kind in _KINDS if numbers[kind]),
        left_out=left_out,
    )


def _title(parties: Sequence[str], entries: Sequence[Entry]) -> str:
    if parties:
        return " and ".join(parties)
    return "What happened and what was said" if any(map(is_act, entries)) else "What was said"


def _sections(
    shown: Record,
    record: Record,
    as_of: PartialDate | None,
    times: Mapping[DocumentId, Sequence[Time]],
    most: int | None,
) -> Iterator[Section]:
    """In the order in which a reader who knows nothing needs them."""
    end = as_of or max((note.published for note in record.documents if note.published), key=str, default=None)
    yield from what_happened(shown)
    yield untold(shown, end)
    yield from ledgers(shown)
    yield from statement_sections(shown, most=most)
    yield differing(shown)
    yield one_sided(shown)
    yield damaged(record)
    yield alone(shown)
    yield ahead(shown, end, times)
    yield from history_sections(shown)
    yield unidentified(record)


def _period(entries: Sequence[Entry]) -> Interval | None:
    """From the first to the last engagement that was held."""
    held = [when(entry) for entry in entries if entry.kind == "engagement" and entry.status == "held"]
    firsts = [one.first for one in held if one and one.first]
    lasts = [one.last for one in held if one and one.last]
    first = min(firsts, key=lambda date: (date.bounds()[0], date.iso), default=None)
    last = max(lasts, key=lambda date: (date.bounds()[1], date.iso), default=None)
    return Interval(first, last) if first or last else None
