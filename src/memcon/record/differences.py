"""A difference between accounts in words, composed from its slots.

In: a discrepancy, its entry and what is known of the documents. Out: words.
"""

from collections.abc import Mapping

from memcon.core.discrepancy import Discrepancy, Mechanism, Reading
from memcon.core.entry import Entry, Support
from memcon.core.ids import DocumentId
from memcon.core.record import DocumentNote
from memcon.record.titles import title
from memcon.record.told import listed

_ASPECTS = {
    "when": "date", "what": "what happened", "type": "kind", "count": "number", "participant": "who took part",
    "visitor": "who visited", "host": "who received", "by": "by whom", "to": "to whom", "on": "against whom",
    "party": "whose it is", "said": "when it was said",
}  # fmt: skip
"""What a slot is called where its name does not say it."""
_MECHANISMS: Mapping[Mechanism, str] = {
    "rounding": "one is rounded",
    "precision": "one is more precise",
    "arithmetic": "one follows from the other’s figures",
    "time of writing": "each was so when it was written",
    "time zone": "they count in different time zones",
    "transliteration": "one name is spelt in two ways",
    "translation": "translation changed it",
    "damage": "spinning or translation damaged one of them",
    "attribution slip": "one account mixes up who it was",
    "different event": "they may tell of two events",
    "rewriting": "a report changed what it took over",
    "dispute": "it is disputed",
    "emphasis": "each stresses something else",
    "silence": "one account leaves it out",
}


def head(discrepancy: Discrepancy, entry: Entry) -> str:
    """What the accounts tell differently: `Duration of the meeting between A and B`."""
    name, of = aspect(discrepancy.slot), title(entry)
    if entry.kind == "statement":
        return f"{name[:1].upper()}{name[1:]} of what is reported as {of}"
    return f"{name[:1].upper()}{name[1:]} of the {of[:1].lower()}{of[1:]}"


def who_tells(discrepancy: Discrepancy, notes: Mapping[DocumentId, DocumentNote]) -> tuple[str, str]:
    """Of an omission, who tells it and who does not."""
    told = [tellers(one.support, notes) for one in discrepancy.readings if one.value]
    silent = [tellers(one.support, notes) for one in discrepancy.readings if not one.value]
    return listed(told), listed(silent)


def sentence(discrepancy: Discrepancy, notes: Mapping[DocumentId, DocumentNote]) -> str:
    """`“nearly two hours” (NWA) against “95 minutes” (the ministry); 95 min lies in 100–120 min; …`."""
    told = [f"{quoted(reading)} ({tellers(reading.support, notes)})" for reading in discrepancy.readings]
    return f"{' against '.join(told)}; {verdict(discrepancy)}."


def verdict(discrepancy: Discrepancy) -> str:
    """What the readings mean beside each other, and how the difference probably came about, without a full stop."""
    comparison, mechanism = discrepancy.comparison.rstrip("."), f"probably {_MECHANISMS[discrepancy.mechanism]}"
    if comparison and discrepancy.verdict == "time-of-writing":  # whose comparison says as much
        return comparison
    return "; ".join(filter(None, (comparison, mechanism)))


def aspect(slot: str) -> str:
    """What a slot is called: `date` for `when`."""
    return _ASPECTS.get(slot, slot)


def quoted(reading: Reading) -> str:
    """A reading in the words of a report."""
    return f"“{reading.value.strip('“”')}”"


def tellers(support: Support, notes: Mapping[DocumentId, DocumentNote]) -> str:
    """Who says so, family by family: its origin, else the outlet or the title of its first report."""
    return ", ".join(dict.fromkeys(_teller(one.origin, one.anchors[0].document, notes) for one in support.by))


def _teller(origin: str | None, document: DocumentId, notes: Mapping[DocumentId, DocumentNote]) -> str:
    note = notes.get(document)
    return origin or (note.outlet or f"“{note.title}”" if note else "origin not stated")
