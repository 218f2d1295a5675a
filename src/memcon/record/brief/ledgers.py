"""Channels as a board, commitments and requests as ledgers, and positions by issue and side.

In: a record. Out: sections; in a ledger the best attested stands first.
"""

from collections.abc import Iterator

from memcon.core.act import ActKind
from memcon.core.brief import Line, Section
from memcon.core.entry import Entry
from memcon.core.ids import PartyId
from memcon.core.issues import read_issues
from memcon.core.record import Record
from memcon.core.terms.acts import TYPES
from memcon.core.times import Interval
from memcon.record.brief.lines import act_line, acts, earlier
from memcon.record.history import history
from memcon.record.told import claims, date_words, listed, names, status_words, type_words

_BOARD = ("Channel", "Between", "State", "Since", "Before")
_LEVELS = TYPES["channel"]
_NO_ISSUE = "No issue named"


def ledgers(record: Record) -> Iterator[Section]:
    """The board, the two ledgers and the positions."""
    found = acts(record)
    yield _board(record)
    for title, kind in (("Commitments", "commitment"), ("Requests", "request")):
        yield Section(title, tuple(act_line(entry, record) for entry in found if entry.kind == kind))
    yield _positions(record)


def _board(record: Record) -> Section:
    """A row for each channel, the highest level first."""
    channels = [entry for entry in acts(record) if entry.kind == "channel"]
    ordered = sorted(channels, key=_level)
    return Section("Channels", tuple(_channel(entry, record) for entry in ordered), columns=_BOARD)


def _level(entry: Entry) -> int:
    type_ = entry.best("type")
    return _LEVELS.index(type_) if type_ in _LEVELS else len(_LEVELS)


def _channel(entry: Entry, record: Record) -> Line:
    line = act_line(entry, record)
    level, state = type_words(entry), status_words(entry.status or "")
    parties = listed(names(entry, "party")) or "nobody named"
    before = "; ".join(earlier(entry, record))
    cells = (level[:1].upper() + level[1:], parties, state, _since(entry, record), before)
    return Line(
        line.text, line.anchors, line.support, notes=line.notes, entry=entry.id, status=line.status, cells=cells
    )


def _since(entry: Entry, record: Record) -> str:
    """When its state came about, as the passages date it that tell the state; else when the first was published."""
    steps = history(entry, record.documents)
    if not steps:
        return ""
    told = [one for one in entry.evidence if any(one.contains(anchor) for anchor in steps[-1].anchors)]
    for claim in claims(entry, "when"):
        dated = any(passage.contains(anchor) for passage in told for anchor in claim.anchors)
        if dated and claim.clocks.happened:
            return date_words(claim.clocks.happened).removeprefix("since ")
    first = steps[-1].as_of
    return f"by {date_words(Interval.of(first.day))}" if first else ""


def _positions(record: Record) -> Section:
    """By issue, those of no issue last; of one issue by side, and of one side by party."""
    labels = {issue.name: issue.label for issue in read_issues()}
    sides = {party.id: party.side for party in record.parties}

    def issue(entry: Entry) -> str:
        name = entry.best("issue")
        return labels.get(name, name[:1].upper() + name[1:]) if name else _NO_ISSUE

    def side(entry: Entry) -> str:
        found = (sides.get(PartyId(claim.normalised)) or claim.value for claim in claims(entry, "party"))
        return listed(tuple(dict.fromkeys(found)))

    kind: ActKind = "position"
    found = [entry for entry in acts(record) if entry.kind == kind]
    ordered = sorted(found, key=lambda entry: (issue(entry) == _NO_ISSUE, issue(entry), side(entry)))
    return Section(
        "Positions",
        tuple(act_line(one, record, lead=" · ".join(filter(None, (issue(one), side(one))))) for one in ordered),
    )
