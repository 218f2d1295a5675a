"""The record, told: a brief whose every line rests on passages.

In: a record. Out: a `Brief`. Lines are composed from slots, never freely written. In every section the best attested
stands first; of acts that are attested alike, the earliest.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from memcon.core.dates import PartialDate
from memcon.core.ids import DocumentId
from memcon.core.record import Brief, Entry, EntryKind, Line, Record, Section
from memcon.core.times import Interval
from memcon.record.history import history
from memcon.record.timeline import timeline
from memcon.record.told import circumstances, date_words, is_act, order, parties_of, status_words, told

_SEVERAL = 2  # witnesses from which something counts as corroborated
_OFF = frozenset({"postponed", "cancelled", "refused", "denied"})
_ACTS: tuple[tuple[str, frozenset[EntryKind], frozenset[str]], ...] = (
    ("What happened", frozenset({"engagement"}), frozenset({"held"})),
    ("What is ahead", frozenset({"engagement"}), frozenset({"planned", "tentative"})),
    ("Put off, called off, refused or denied", frozenset({"engagement"}), _OFF),
    ("Requests", frozenset({"request"}), frozenset()),
    ("Commitments", frozenset({"commitment"}), frozenset()),
    ("Channels", frozenset({"channel"}), frozenset()),
    ("Positions", frozenset({"position"}), frozenset()),
    ("Incidents and measures", frozenset({"incident", "measure"}), frozenset()),
    ("Earlier history", frozenset({"engagement"}), frozenset({"historical"})),
)
"""Sections of acts: title, kinds, and statuses if not all."""
_SECTION = 2  # statements from which a speaker has a section of his own


def brief(record: Record, *, as_of: PartialDate | None = None, undated: Sequence[DocumentId] = ()) -> Brief:
    """The brief of a record.

    Args:
        as_of: The date the record was cut off at, if it was.
        undated: Documents the cut left out because nothing dates them.
    """
    return Brief(
        title="What happened and what was said" if any(map(is_act, record.entries)) else "What was said",
        between=(),
        as_of=as_of,
        documents=record.documents,
        families=record.families,
        derivations=record.derivations,
        sections=tuple(section for section in _sections(record) if section.lines),
        problems=record.problems,
        undated=tuple(undated),
        timeline=timeline(record),
        damage=record.damage,
    )


def _sections(record: Record) -> list[Section]:
    """Corroborated lines first, then speaker by speaker, then who speaks but once, then what nobody is named for."""
    statements = [entry for entry in record.entries if entry.kind == "statement"]
    corroborated = [entry for entry in statements if entry.support.least >= _SEVERAL]
    told = {entry.id for entry in corroborated}
    by_speaker: dict[str, list[Entry]] = defaultdict(list)
    for entry in statements:
        if entry.id not in told:
            speaker = entry.slot("speaker")
            by_speaker[speaker.claims[0].normalised if speaker else ""].append(entry)
    unnamed = by_speaker.pop("", [])
    ranked = sorted(by_speaker.values(), key=lambda entries: (-len(entries), _name(entries[0])))
    speakers = [entries for entries in ranked if len(entries) >= _SECTION]
    once = [entry for entries in ranked if len(entries) < _SECTION for entry in entries]
    return [
        *_acts(record),
        Section("Attested by more than one independent origin", _lines(corroborated)),
        *(Section(_name(entries[0]), _lines(entries)) for entries in speakers),
        Section("Others, once each", _lines(once)),
        Section("Quoted, but no speaker named", _lines(unnamed)),
    ]


def _acts(record: Record) -> Iterator[Section]:
    """What happened, what is ahead and what did not come about; then what is asked, promised, open and held."""
    acts = sorted((entry for entry in record.entries if is_act(entry)), key=_best_first)
    for title, kinds, statuses in _ACTS:
        chosen = [one for one in acts if one.kind in kinds and (not statuses or one.status in statuses)]
        yield Section(title, tuple(_act_line(one, record) for one in chosen))


def _best_first(entry: Entry) -> tuple[object, ...]:
    return (-entry.support.least, -entry.support.most, not parties_of(entry), *order(entry))


def _act_line(entry: Entry, record: Record) -> Line:
    """Who does what, and the circumstances; how it stood before is a note."""
    before = history(entry, record.documents)[:-1]
    earlier = (
        f"{status_words(one.status)} ({date_words(Interval.of(one.as_of.day)) if one.as_of else 'undated'})"
        for one in before
    )
    return Line(
        text=" · ".join((told(entry), *circumstances(entry))),
        anchors=entry.evidence,
        support=entry.support,
        status=entry.status,
        notes=(f"Told before as {', then '.join(earlier)}.",) if before else (),
        entry=entry.id,
    )


def _lines(entries: Sequence[Entry]) -> tuple[Line, ...]:
    """Best supported first, then most printed, then what is quoted, then the longest."""
    ordered = sorted(
        entries,
        key=lambda entry: (
            -entry.support.least,
            -entry.support.documents,
            "indirect" in {claim.value for slot in entry.slots if slot.name == "kind" for claim in slot.claims},
            -sum(map(len, entry.evidence)) / len(entry.evidence),
            entry.id,
        ),
    )
    return tuple(map(_line, ordered))


def _name(entry: Entry) -> str:
    speaker = entry.slot("speaker")
    return speaker.claims[0].value if speaker else ""


def _line(entry: Entry) -> Line:
    speaker, wording = entry.slot("speaker"), entry.slot("wording")
    assert wording is not None  # noqa: S101 - every statement has words
    notes = []
    if speaker is None:
        notes.append("No report names the speaker.")
    elif len(speaker.claims) > 1:
        notes.append("Reports name different speakers: " + "; ".join(claim.value for claim in speaker.claims) + ".")
    elif (naming := speaker.claims[0].support.most) < entry.support.most:
        notes.append(f"Only {naming} of the {entry.support.most} families name the speaker.")
    if len(wording.claims) > 1:
        notes.append(f"Told in {len(wording.claims)} wordings.")
    if (via := entry.slot("via")) is not None:
        notes.append("Through " + "; ".join(claim.value for claim in via.claims) + ".")
    if (addressee := entry.slot("addressee")) is not None:
        notes.append("To " + "; ".join(claim.value for claim in addressee.claims) + ".")
    return Line(
        text=wording.claims[0].value,
        anchors=entry.evidence,
        support=entry.support,
        lead=speaker.claims[0].value if speaker else "",
        notes=tuple(notes),
        entry=entry.id,
    )
