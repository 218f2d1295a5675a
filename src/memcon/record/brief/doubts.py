"""What a reader should be careful with: differences, damaged words, what one account alone says, what is nameless.

In: a record. Out: sections; the gravest first.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from memcon.core.annotation import Damage, DamageKind
from memcon.core.brief import Line, Section
from memcon.core.discrepancy import Discrepancy
from memcon.core.entry import Entry, EntryKind, Support, Witness
from memcon.core.ids import DocumentId, EntryId, FamilyId
from memcon.core.record import DocumentNote, Record
from memcon.record.brief.lines import acts
from memcon.record.differences import head, sentence, tellers, who_tells
from memcon.record.titles import title

TITLES = 5  # of what one account tells and others do not; more would repeat the brief

_IMPORTANT: frozenset[tuple[EntryKind, str]] = frozenset({("engagement", "held")})
_ALWAYS: frozenset[EntryKind] = frozenset({"commitment", "request"})
_DAMAGE: dict[DamageKind, tuple[str, str]] = {
    "name": ("name put into other words", "names put into other words"),
    "term": ("set term put into other words", "set terms put into other words"),
    "sense": ("word taken in another sense", "words taken in another sense"),
    "gender": ("person of the other gender", "persons of the other gender"),
    "side": ("official of the other side", "officials of the other side"),
    "break": ("broken sentence", "broken sentences"),
    "quotation": ("misplaced quotation mark", "misplaced quotation marks"),
}


def differing(record: Record) -> Section:
    """Disagreements, the gravest first; what is none once it is normalised makes no line, nor does silence here."""
    entries, known = {entry.id: entry for entry in record.entries}, _notes(record)
    found = (one for one in _gravest_first(record) if one.type != "omission")
    lines = (
        Line(
            lead=head(one, entries[one.entry]),
            text=sentence(one, known),
            anchors=tuple(dict.fromkeys(anchor for reading in one.readings for anchor in reading.anchors)),
            entry=one.entry,
            discrepancy=one,
        )
        for one in found
        if one.entry in entries
    )
    return Section("Where accounts differ", tuple(lines))


def one_sided(record: Record) -> Section:
    """What one of two official accounts of a meeting tells and the other leaves out, a line for each two of them."""
    entries, known = {entry.id: entry for entry in record.entries}, _notes(record)
    found: dict[tuple[str, str], list[Discrepancy]] = defaultdict(list)
    for one in _gravest_first(record):
        if one.type == "omission" and one.entry in entries:
            found[who_tells(one, known)].append(one)
    lines = (_one_sided(told, silent, group, entries) for (told, silent), group in found.items())
    return Section("Raised by one side only", tuple(lines))


def damaged(record: Record) -> Section:
    """A line for each report that spinning or translation broke, the worst first."""
    by_document: dict[DocumentId, list[Damage]] = defaultdict(list)
    for mark in record.damage:
        by_document[mark.anchor.document].append(mark)
    known = _notes(record)
    worst = sorted(by_document.items(), key=lambda one: (-len(one[1]), one[0]))
    return Section("What is damaged", tuple(_damaged(known[document], marks) for document, marks in worst))


def alone(record: Record) -> Section:
    """What was held, promised and asked for by one account only, account by account; who says most alone first."""
    by_family: dict[FamilyId, list[Entry]] = defaultdict(list)
    for entry in acts(record):
        if entry.support.most == 1 and ((entry.kind, entry.status) in _IMPORTANT or entry.kind in _ALWAYS):
            by_family[entry.support.by[0].family].append(entry)
    most_first = sorted(by_family.items(), key=lambda one: (-len(one[1]), one[0]))
    known = _notes(record)
    return Section("What one account alone says", tuple(_alone(found, known) for _, found in most_first))


def unidentified(record: Record) -> Section:
    """How many passages tell of an act without saying whose it is or what it is about, in one line."""
    found = [entry for entry in record.entries if not entry.identified]
    anchors = sorted({anchor for entry in found for anchor in entry.evidence})
    numbers = Counter(entry.kind for entry in found)
    most_first = sorted(numbers.items(), key=lambda one: (-one[1], one))
    kinds = ", ".join(f"{number:,} {kind}{'' if number == 1 else 's'}" for kind, number in most_first)
    if not found:
        return Section("Not told apart", ())
    tell = "1 passage tells" if len(anchors) == 1 else f"{len(anchors):,} passages tell"
    text = f"{tell} of acts without saying whose they are, so that they cannot be told from others: {kinds}."
    return Section("Not told apart", (Line(text, tuple(anchors)),))


def _damaged(note: DocumentNote, marks: Sequence[Damage]) -> Line:
    numbers = Counter(mark.kind for mark in marks)
    kinds = ", ".join(
        f"{number} {_DAMAGE[kind][number > 1]}"
        for kind, number in sorted(numbers.items(), key=lambda one: (-one[1], one[0]))
    )
    share = f" ({note.degradation.share:.1%} of its words)" if note.degradation else ""
    return Line(f"{kinds}{share}.", tuple(sorted({mark.anchor for mark in marks})), lead=note.outlet or note.title)


def _one_sided(told: str, silent: str, found: Sequence[Discrepancy], entries: Mapping[EntryId, Entry]) -> Line:
    shown = found[:TITLES]
    titles = _titles([entries[one.entry] for one in shown], more=len(found) - len(shown))
    anchors = (anchor for one in shown for reading in one.readings for anchor in reading.anchors)
    return Line(f"{titles}. Nothing of it from {silent}.", tuple(dict.fromkeys(anchors)), lead=told)


def _gravest_first(record: Record) -> list[Discrepancy]:
    return sorted((one for one in record.discrepancies if one.listed), key=lambda one: (-one.severity, one.id))


def _titles(entries: Sequence[Entry], *, more: int) -> str:
    """What they are, each once, and how many more there are."""
    told = "; ".join(dict.fromkeys(title(entry).rstrip(".") for entry in entries))
    return f"{told}; and {more} more" if more else told


def _notes(record: Record) -> dict[DocumentId, DocumentNote]:
    return {note.id: note for note in record.documents}


def _alone(entries: Sequence[Entry], notes: Mapping[DocumentId, DocumentNote]) -> Line:
    shown = entries[:TITLES]
    anchors = tuple(sorted({anchor for entry in shown for anchor in entry.evidence}))
    witness = entries[0].support.by[0]
    support = Support(
        1, 1, len({anchor.document for anchor in anchors}), (Witness(witness.family, witness.origin, anchors),)
    )
    titles = _titles(shown, more=len(entries) - len(shown))
    return Line(f"{titles}.", anchors, support, tellers(support, notes))
