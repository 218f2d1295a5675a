"""Acts on the terminal: engagements and incidents by month, requests and commitments as ledgers, channels as a board.

In: entries of one command, in the order of time. Out: a count line and one table under headings. A row begins with what
the heading leaves open and the entry's id, which `memcon show` takes; what is told beside the line stands below it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.core.act import ActKind
from memcon.core.entry import Entry
from memcon.core.issues import read_issues
from memcon.core.record import Record
from memcon.core.terms.acts import TYPES
from memcon.core.times import Interval
from memcon.present.statuses import standing
from memcon.present.terminal import style
from memcon.present.terminal.calendar import month_of, within
from memcon.present.terminal.plain import one_line
from memcon.present.terminal.standings import counts, standing_text, support_text
from memcon.present.terminal.words import counted, did_you_mean, short_ids, shortened
from memcon.record import history, when
from memcon.record.told import circumstances, claims, content, date_words, listed, names, told, type_words

UNDATED = "No date told"
NO_ISSUE = "No issue named"
NOBODY = "nobody named"
_CLAUSE = 200  # code points of a clause that tells an incident; the whole of it stands where the entry is shown
_PARTY = 20  # columns for the names of whoever holds a position; longer ones take more lines


@dataclass(frozen=True, slots=True)
class _Row:
    """One entry under its heading.

    Attributes:
        first: What the heading leaves open, where anything: a day, a party.
        below: What is told beside it.
    """

    heading: str
    entry: Entry
    what: str
    first: str = ""
    below: tuple[str, ...] = ()


_Arranged = Callable[[Sequence[Entry], Record], Iterator[_Row]]


def acts_view(
    kinds: Sequence[ActKind],
    entries: Sequence[Entry],
    *,
    record: Record,
    left: Sequence[Entry] = (),
    near: Sequence[str] = (),
) -> RenderableType:
    """What a command lists.

    Args:
        kinds: Those it lists; the first of them decides how.
        entries: Of these kinds, in the order of time.
        left: Others that only a date that was asked for leaves out.
        near: Names like the one that was asked for and that nobody has.
    """
    undated = sum(when(entry) is None for entry in left)
    missing = f" {undated:,} without a date {'is' if undated == 1 else 'are'} left out." if undated else ""
    if not entries:
        nouns = " or ".join(kinds)
        if not any(entry.kind in kinds for entry in record.entries):
            return Text(f"There is no {nouns} in this record.")
        return Text(f"No {nouns} matches.{missing}{did_you_mean(near)}")
    rows = list(_ARRANGED[kinds[0]](entries, record))
    columns = _Columns.of(rows, record)
    parts: list[RenderableType] = [Text(f"{_summary(kinds, entries)}{missing}")]
    for heading, group in _grouped(rows).items():
        parts += ["", Text(one_line(heading), style=style.SECTION), Padding(columns.table(group), (0, 0, 0, 2))]
    return Group(*parts)


def _grouped(rows: Iterable[_Row]) -> dict[str, list[_Row]]:
    groups: dict[str, list[_Row]] = {}
    for row in rows:
        groups.setdefault(row.heading, []).append(row)
    return groups


def _summary(kinds: Iterable[str], entries: Sequence[Entry]) -> str:
    numbers = [(sum(entry.kind == kind for entry in entries), kind) for kind in kinds]
    nouns = " and ".join(counted(number, kind) for number, kind in numbers if number)
    standings = counts(standing(entry.status) for entry in entries if entry.status)
    return f"{nouns}: {standings}. Beside each stands how many of all families tell it."


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide the columns are, the same under every heading."""

    first: int
    status: int
    families: int
    ids: Mapping[str, str]
    record: Record

    @classmethod
    def of(cls, rows: Sequence[_Row], record: Record) -> "_Columns":
        ids = short_ids(entry.id for entry in record.entries)
        first = max((cell_len(one_line(row.first)) for row in rows), default=0)
        shown = (str(standing(row.entry.status)) for row in rows if row.entry.status)
        id_ = len(next(iter(ids.values()), ""))
        status = max(map(len, shown), default=0)
        wide = max(first, id_) if first else 0
        return cls(min(wide, _PARTY), status if first else max(status, id_), len(record.families), ids, record)

    def table(self, rows: Iterable[_Row]) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0), expand=True)
        if self.first:
            table.add_column(width=self.first)
        table.add_column(width=self.status, no_wrap=True)
        table.add_column(width=len(f"{self.families}–{self.families} of {self.families}"), no_wrap=True)
        table.add_column(ratio=1)
        for row in rows:
            table.add_row(*self._cells(row))
        return table

    def _cells(self, row: _Row) -> Iterator[Text]:
        entry = row.entry
        id_ = (f"\n{self.ids[entry.id]}", style.FAINT)
        status = standing_text(standing(entry.status)) if entry.status else Text()
        if self.first:
            yield Text.assemble(one_line(row.first), id_)
            yield status
        else:
            yield Text.assemble(status, id_)
        yield support_text(entry.support, self.families)
        what = Text(one_line(row.what))
        below = [*row.below, *_before(entry, self.record)]
        yield what.append(f"\n{' · '.join(map(one_line, below))}", style=style.FAINT) if below else what


def _before(entry: Entry, record: Record) -> Iterator[str]:
    """How it stood before."""
    for step in history(entry, record.documents)[:-1]:
        since = date_words(Interval.of(step.as_of.day)) if step.as_of else "undated"
        yield f"before: {standing(step.status).word} ({since})"


def _by_month(entries: Iterable[Entry], _: Record) -> Iterator[_Row]:
    for entry in entries:
        yield _dated(entry, told(entry))


def _dated(entry: Entry, what: str) -> _Row:
    """The entry under its month; its date stands below only where reports tell several."""
    interval = when(entry)
    if interval is None or (date := interval.first or interval.last) is None:
        return _Row(UNDATED, entry, what, "–", circumstances(entry))
    end = interval.last if interval.first and interval.last != interval.first else None
    told_once = len(claims(entry, "when")) == 1
    below = circumstances(entry, leaving={"when"} if told_once else ())
    since = "since " if interval.last is None else "until " if interval.first is None else ""
    return _Row(month_of(date), entry, what, f"{since}{within(date, end)}", below)


def _incidents(entries: Iterable[Entry], record: Record) -> Iterator[_Row]:
    for row in _by_month(entries, record):
        entry = row.entry
        by, on = listed(names(entry, "by")), listed(names(entry, "on"))
        who = (f"{word} {name}" for word, name in (("by", by), ("on", on)) if name)
        sort = type_words(entry) if type_words(entry) == entry.kind else f"{entry.kind}, {type_words(entry)}"
        yield replace(row, what=shortened(row.what, length=_CLAUSE), below=(sort, *who, *row.below))


def _ledger(entries: Iterable[Entry], record: Record) -> Iterator[_Row]:
    """By who asks or promises whom, those who do so first in time first."""
    for entry in entries:
        by, to = _sides(entry, "by", record), _sides(entry, "to", record)
        sort = () if type_words(entry) == entry.kind else (type_words(entry),)
        yield _Row(
            f"{by or NOBODY} → {to}" if to else by or NOBODY, entry, content(entry), "", (*sort, *circumstances(entry))
        )


def _sides(entry: Entry, role: str, record: Record) -> str:
    """Who has a role, each with the state for which he acts."""
    sides = {party.id: party.side for party in record.parties}
    found = ((claim.value, sides.get(claim.normalised)) for claim in claims(entry, role))  # type: ignore[call-overload]
    return listed([name if side in {None, name} else f"{name} ({side})" for name, side in found])


def _board(entries: Iterable[Entry], _: Record) -> Iterator[_Row]:
    """By level, the highest first."""
    levels = TYPES["channel"]
    ordered = sorted(entries, key=lambda entry: levels.index(level) if (level := entry.best("type")) in levels else 99)
    for entry in ordered:
        level = type_words(entry)
        yield _Row(
            level[:1].upper() + level[1:],
            entry,
            listed(names(entry, "party")) or content(entry),
            "",
            circumstances(entry),
        )


def _positions(entries: Iterable[Entry], _: Record) -> Iterator[_Row]:
    """By issue, those of no issue last; under each by party."""
    labels = {issue.name: issue.label for issue in read_issues()}
    rows = [
        _Row(
            labels.get(issue, issue[:1].upper() + issue[1:]),
            entry,
            f"{type_words(entry)}: {content(entry)}",
            listed(names(entry, "party")) or "–",
            circumstances(entry),
        )
        for entry in entries
        for issue in names(entry, "issue") or (NO_ISSUE,)
    ]
    yield from sorted(rows, key=lambda row: (row.heading == NO_ISSUE, row.heading, row.first))


_ARRANGED: Mapping[ActKind, _Arranged] = {
    "engagement": _by_month,
    "request": _ledger,
    "commitment": _ledger,
    "channel": _board,
    "position": _positions,
    "incident": _incidents,
    "measure": _incidents,
}
"""How the entries of each kind are listed."""
