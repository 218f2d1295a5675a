"""Key statements: what several origins attest, then speaker by speaker, then those who say little.

In: a record. Out: sections in which the best attested stands first.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from memcon.core.brief import Line, Section
from memcon.core.entry import Entry
from memcon.core.record import Record

_SEVERAL = 2  # witnesses from which something counts as corroborated
_SECTION = 3  # statements from which a speaker has a section of his own


def statement_sections(record: Record, *, most: int | None) -> Iterator[Section]:
    """Corroborated lines first, then speaker by speaker, then those who say little, then what nobody is named for.

    Args:
        most: Lines of each section but the first; None for all.
    """
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
    others = [entry for entries in ranked if len(entries) < _SECTION for entry in entries]
    yield _section("Attested by more than one independent origin", corroborated, None)
    for entries in speakers:
        yield _section(_name(entries[0]), entries, most)
    yield _section("Others", others, most)
    yield _section("Quoted, but no speaker named", unnamed, most)


def _section(title: str, entries: Sequence[Entry], most: int | None) -> Section:
    lines = _lines(entries)
    kept = lines[:most]
    return Section(title, kept, left_out=len(lines) - len(kept))


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
