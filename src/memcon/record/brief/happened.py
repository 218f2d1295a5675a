"""What happened: engagements that were held, and those that came to nothing; incidents and measures; earlier history.

In: a record. Out: sections whose lines stand in the order of time, but for incidents, of which the best attested stands
first.
"""

from collections.abc import Iterator

from memcon.core.brief import Section
from memcon.core.record import Record
from memcon.record.brief.lines import act_line, acts, dated_first

_OFF = frozenset({"postponed", "cancelled", "refused", "denied"})


def what_happened(record: Record) -> Iterator[Section]:
    """What was held, what came to nothing, and what befell the relationship."""
    yield _engagements("What happened", frozenset({"held"}), record)
    yield _engagements("Put off, called off, refused or denied", _OFF, record)
    befell = (entry for entry in acts(record) if entry.kind in {"incident", "measure"})
    yield Section("Incidents and measures", tuple(act_line(entry, record) for entry in befell))


def history_sections(record: Record) -> Iterator[Section]:
    """What the reports tell of earlier years."""
    yield _engagements("Earlier history", frozenset({"historical"}), record)


def _engagements(title: str, statuses: frozenset[str], record: Record) -> Section:
    found = [entry for entry in record.entries if entry.kind == "engagement" and entry.status in statuses]
    return Section(title, tuple(act_line(entry, record) for entry in dated_first(found)))
