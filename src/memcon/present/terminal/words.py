"""Ids, dates, counts and support in a reader's words: values in, short strings out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from memcon.core.dates import PartialDate
from memcon.core.derivation import Family, independent
from memcon.core.document import Document
from memcon.core.entry import Support
from memcon.core.ids import FamilyId
from memcon.core.party import Office
from memcon.core.record import DocumentNote
from memcon.present.terminal.plain import one_line

_SHORTEST = 6  # hexadecimal digits: 16 million values, few enough to read aloud


def counted(count: int, noun: str, plural: str = "") -> str:
    """`1 report`, `1,200 reports`."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def support_words(support: Support) -> str:
    """`only one account`, `3 independent, 7 reports`, `2–3 independent, 7 reports`."""
    reports = counted(support.documents, "report")
    if support.most <= 1:
        return "only one account" if support.documents == 1 else f"only one account, in {reports}"
    if support.least == support.most:
        return f"{support.least} independent, {reports}"
    return f"{support.least}–{support.most} independent, {reports}"


def day(date: PartialDate | None) -> str:
    """The date without its time of day, or `unknown`."""
    return date.day.iso if date else "unknown"


def report_words(document: Document) -> str:
    """A report in as few words as tell it from others: `Northern Wire 2031-05-04`; its title if no outlet is known."""
    name = shortened(one_line(document.outlet or document.title))
    return f"{name} {day(document.published)}" if document.published else name


def moment(date: PartialDate | None) -> str:
    """The date as far as it is known, for reading, or `unknown`."""
    return date.iso.replace("T", " ") if date else "unknown"


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Each id cut to the length that keeps all of them apart; every command accepts these beginnings."""
    wanted = sorted(set(ids))
    length = max([_SHORTEST, *(_shared(left, right) + 1 for left, right in pairwise(wanted))])
    return {whole: whole[:length] for whole in wanted}


def family_names(families: Iterable[Family], notes: Iterable[DocumentNote]) -> Mapping[FamilyId, str]:
    """What to call each family: whose story it is, else the outlet or the title of its first report.

    Where two would have the same name the later ones are numbered.
    """
    known = {note.id: note for note in notes}
    names: dict[FamilyId, str] = {}
    seen: dict[str, int] = {}
    for family in families:
        name = one_line(family.origin) if family.origin else _stand_in(known[family.documents[0]])
        seen[name] = seen.get(name, 0) + 1
        names[family.id] = name if seen[name] == 1 else f"{name} #{seen[name]}"
    return names


def memberships(families: Iterable[Family], notes: Collection[DocumentNote]) -> Mapping[FamilyId, str]:
    """Each family as a remark on one of its reports: `family: NWA`, or `on its own`."""
    several = tuple(families)
    alone = {family.id for family in several if not family.origin and len(family.documents) == 1}
    names = family_names(several, notes)
    return {family: "on its own" if family in alone else f"family: {name}" for family, name in names.items()}


def shortened(text: str, *, length: int = 28) -> str:
    """The text cut after a whole word where that is possible, with an ellipsis if anything is missing."""
    if len(text) <= length:
        return text
    return f"{text[:length].rsplit(' ', 1)[0].rstrip()}…"


def period(since: PartialDate | None, until: PartialDate | None) -> str:
    """`2031-05-04`, `2031-05-04 to 2031-06-02`, or `undated`."""
    if since is None or until is None:
        return "undated"
    return day(since) if day(since) == day(until) else f"{day(since)} to {day(until)}"


def office_words(office: Office, *, side: str | None = None) -> str:
    """`Foreign Minister (Hallin)`; without the state where the title or the side has it already."""
    told = office.of is None or office.of == side or office.of.casefold() in office.title.casefold()
    return one_line(office.title if told else f"{office.title} ({office.of})")


def did_you_mean(names: Sequence[str]) -> str:
    """A question to end a sentence with, after a space; nothing without names."""
    return f" Did you mean {' or '.join(map(one_line, names))}?" if names else ""


def families_words(families: Sequence[Family]) -> str:
    """How many witnesses: `4 independent families`, `4 families, 3 of them proven independent`."""
    proven = independent(families)
    if proven == len(families):
        return counted(proven, "independent family", "independent families")
    return f"{counted(len(families), 'family', 'families')}, {proven or 'none'} of them proven independent"


def _stand_in(note: DocumentNote) -> str:
    return one_line(note.outlet) if note.outlet else f"“{shortened(one_line(note.title))}”"


def _shared(left: str, right: str) -> int:
    return next(
        (place for place, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
    )
