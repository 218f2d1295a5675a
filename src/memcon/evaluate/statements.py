"""Scores of the statements: are the quoted spans found to the letter, and is the speaker right?

In come the gold and what was found, both as spans of reports; out come tallies, and from them scores.
`found` takes the finds from documents and their record, `naive` from a method that anybody writes in ten minutes.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from memcon.core.annotation import Annotations, Speaker
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.record import Record
from memcon.evaluate.gold import Gold, GoldStatement
from memcon.evaluate.metrics import HIT, MISS, SPURIOUS, WRONG, Counts, f1, precision, recall
from memcon.evaluate.names import same_party, same_relay, same_role
from memcon.evaluate.tally import Measure, Tally, add

NAIVE = "every span between quotation marks; as its speaker, the nearest capitalised words before it"

MEASURES = (
    Measure("spans_f1", "spans", f1),
    Measure("spans_precision", "spans", precision),
    Measure("spans_recall", "spans", recall),
    Measure("headings_left_alone", "headings", recall),
    Measure("speaker", "speaker", recall),
    Measure("addressee", "addressee", recall),
    Measure("via", "via", recall),
    Measure("clear_of_furniture", "furniture", recall),
    Measure("parties", "parties", recall),
    Measure("party_sides", "sides", recall),
    Measure("party_roles", "roles", recall),
)

_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")


@dataclass(frozen=True, slots=True)
class Found:
    """One quoted span as it was found; `report` is the gold's key, the range half-open with its quotation marks."""

    report: str
    start: int
    end: int
    speaker: str | None = None
    addressee: str | None = None
    via: tuple[str, ...] = ()


def found(documents: Mapping[str, Document], record: Record) -> tuple[Found, ...]:
    """The quoted spans of a record, each once; if several statements hold one, the first in reading order decides.

    A party is called as the record has it, which may be a fuller name than its document's; where the document has as
    full a one, by that, for it may spell it otherwise.

    Args:
        documents: By the gold's key of each report.
    """
    known = {(alias.document, alias.name): party for party in record.parties for alias in party.aliases}

    def name(document: DocumentId, speaker: Speaker | None) -> str | None:
        if speaker is None:
            return None
        party = known.get((document, speaker.name))
        if party is None:
            return speaker.name
        own = [alias.name for alias in party.aliases if alias.document == document]
        return max([party.name, *own], key=lambda each: (len(each.split()), each in own))

    spans: dict[tuple[str, int, int], Found] = {}
    for key, document in documents.items():
        for statement in (each for each in record.statements if each.document == document.id):
            speaker, addressee = name(document.id, statement.speaker), name(document.id, statement.addressee)
            via = tuple(relay.text for relay in statement.via)
            for anchor in statement.quoted:
                find = Found(key, anchor.start, anchor.end, speaker, addressee, via)
                spans.setdefault((key, anchor.start, anchor.end), find)
    return tuple(spans.values())


def naive(documents: Mapping[str, Document]) -> tuple[Found, ...]:
    """What the naive method finds."""
    return tuple(
        Found(key, match.start(), match.end(), speaker=_nearest(document.text[: match.start()]))
        for key, document in documents.items()
        for match in _QUOTATION.finditer(document.text)
    )


def tally(gold: Gold, finds: Iterable[Found]) -> Tally:
    """Hold what was found against the gold, span by span.

    `spans` counts every utterance, whether or not its speaker is known. `headings` are the spans nobody utters.
    `speaker`, `addressee` and `via` count the gold's rows that name one: a span not found, or left without, is a miss.
    """
    by_span = {(find.report, find.start, find.end): find for find in finds if find.report in gold.reports}
    counted: Tally = {}
    for row in gold.statements or ():
        find = by_span.pop((row.report, row.start, row.end), None)
        for measure, counts in _judged(row, find):
            add(counted, measure, (gold.name, row.report), counts)
    for find in by_span.values():
        add(counted, "spans", (gold.name, find.report), SPURIOUS)
    return counted


def furniture(gold: Gold, documents: Mapping[str, Document], record: Record) -> Tally:
    """For each statement, whether all of its content keeps clear of furniture: menus, teasers, notices."""
    counted: Tally = {}
    for key, document in documents.items():
        zones = [document.anchor(zone.start, zone.end) for zone in document.zones if zone.kind == "furniture"]
        for statement in record.statements:
            if statement.document == document.id:
                touched = any(part.overlaps(zone) for part in statement.content for zone in zones)
                add(counted, "furniture", (gold.name, key), WRONG if touched else HIT)
    return counted


def parties(gold: Gold, documents: Mapping[str, Document], annotations: Mapping[DocumentId, Annotations]) -> Tally:
    """For each party of the gold, whether its report gives one of that name and type, with its side and role.

    A role is right if its words and those of one that was found are all among the other's, small words aside.
    """
    counted: Tally = {}
    for wanted in gold.parties:
        place = (gold.name, wanted.report)
        referents = annotations[documents[wanted.report].id].referents
        fitting = [one for one in referents if one.type == wanted.type and same_party(wanted.name, one.name)]
        add(counted, "parties", place, HIT if fitting else MISS)
        if wanted.side:
            sides = {one.side for one in fitting if one.side is not None}
            right = any(same_party(wanted.side, side) for side in sides)
            add(counted, "sides", place, HIT if right else WRONG if sides else MISS)
        if wanted.role:
            roles = [role.title for one in fitting for role in one.roles]
            add(counted, "roles", place, HIT if any(same_role(wanted.role, one) for one in roles) else MISS)
    return counted


def _judged(row: GoldStatement, find: Found | None) -> Iterable[tuple[str, Counts]]:
    if not row.uttered:
        yield "headings", MISS if find else HIT
        if find:
            yield "spans", SPURIOUS
        return
    yield "spans", HIT if find else MISS
    for measure, wanted, given in (
        ("speaker", row.speaker, find and find.speaker),
        ("addressee", row.addressee, find and find.addressee),
    ):
        if wanted:
            yield measure, MISS if not given else HIT if same_party(wanted, given) else WRONG
    if row.via:
        relays = find.via if find else ()
        fits = any(same_relay(row.via, relay) for relay in (*relays, " ".join(relays)))
        yield "via", MISS if not relays else HIT if fits else WRONG


def _nearest(before: str) -> str | None:
    runs = _CAPITALISED.findall(before[-400:])
    return runs[-1] if runs else None
