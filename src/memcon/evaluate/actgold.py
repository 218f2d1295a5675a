"""Acts against the gold: whether each passage that a reader took for evidence yields the act it is evidence of.

In come gold and what was found in its reports; out comes a `Tally`. It is counted report by report; nothing is merged.

- A passage is found if an act of its kind has its trigger in a sentence of the passage, and its parties and status are
  right. Parties are right if none is anybody else and everybody whom the passage itself names is among them; a party
  stands for its state and a state for its people, and whoever's side no report shows for any state.
- The status is right if it is one that the report could tell: what in the end was held is planned or possible in a
  report from before. What the gold calls postponed some accounts call cancelled.
- A found act that is in no such passage is spurious, unless it tells of an entry of the gold in another place: one of
  its kind with all its parties and a right status.
"""

from collections.abc import Iterator, Mapping, Sequence

from memcon.core.act import Act
from memcon.core.annotation import Annotations
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.party import Alias, Party, party_index
from memcon.core.record import Record
from memcon.evaluate.gold import Gold, GoldEntry, Place
from memcon.evaluate.metrics import HIT, MISS, SPURIOUS
from memcon.evaluate.tally import Tally, add

_STATUSES: Mapping[str, frozenset[str]] = {
    "postponed": frozenset({"postponed", "cancelled"}),
    "cancelled": frozenset({"postponed", "cancelled"}),
    "assured": frozenset({"offered", "agreed"}),
    "pledged": frozenset({"offered", "agreed"}),
    "agreed": frozenset({"offered", "agreed"}),
    "held": frozenset({"held", "historical"}),
    "frozen": frozenset({"frozen", "refused"}),  # what one side refuses to resume
}
"""What the gold's words for a status stand for; others stand for themselves, "agreed or exploring" for both."""
_STEM = 5  # letters that a state and its adjective share
_MEASURED = {"incident": "incidents", "measure": "incidents"}
"""Kinds that are counted together, since which one a thing is is often anybody's view."""


def tally(
    gold: Gold, documents: Mapping[str, Document], annotations: Mapping[DocumentId, Annotations], record: Record
) -> Tally:
    """Counts by kind and report, and of entries reached at all under `…_reached`."""
    counted: Tally = {}
    judge = _Judge(gold, documents, annotations, record)
    for entry in gold.entries:
        kind = _MEASURED.get(entry.kind, f"{entry.kind}s")
        reached = False
        for place in entry.evidence:
            found = judge.finds(entry, place)
            reached = reached or found
            add(counted, kind, (gold.name, place.report), HIT if found else MISS)
        if entry.evidence:
            add(counted, f"{kind}_reached", (gold.name, entry.id), HIT if reached else MISS)
    for report, act in judge.unexplained():
        add(counted, _MEASURED.get(act.kind, f"{act.kind}s"), (gold.name, report), SPURIOUS)
    return counted


class _Judge:
    def __init__(
        self,
        gold: Gold,
        documents: Mapping[str, Document],
        annotations: Mapping[DocumentId, Annotations],
        record: Record,
    ) -> None:
        self._gold = gold
        self._documents = documents
        self._seen = annotations
        self._index = party_index(record.parties)
        self._by_name = {name: party for party in record.parties for name in party.names}
        self._sides = {one.name: one.side for one in gold.parties if one.side}
        self._used = set[int]()

    def finds(self, entry: GoldEntry, place: Place) -> bool:
        """Whether some act in the sentences of a passage is the entry's; it then needs no other explanation."""
        found = False
        for act in self._near(place):
            if self._same_kind(entry, act):
                self._used.add(id(act))  # a wrong party or status is a miss, and not a false act besides
                found = found or (self._who(entry, act, place) and self._stands(entry, act, place.report))
        return found

    def unexplained(self) -> Iterator[tuple[str, Act]]:
        """Acts of the kinds that the gold lists which are no entry's."""
        kinds = {entry.kind for entry in self._gold.entries}
        for report, document in self._documents.items():
            for act in self._seen[document.id].acts:
                if act.kind in kinds and id(act) not in self._used and not self._elsewhere(act, report):
                    yield report, act

    def _elsewhere(self, act: Act, report: str) -> bool:
        return bool(act.parties) and any(
            self._same_kind(entry, act) and self._nobody_else(entry, act) and self._stands(entry, act, report)
            for entry in self._gold.entries
        )

    def _near(self, place: Place) -> Iterator[Act]:
        document = self._documents[place.report]
        seen = self._seen[document.id]
        sentences = [
            one.anchor for one in seen.sentences if one.anchor.start < place.end and place.start < one.anchor.end
        ]
        return (act for act in seen.acts if any(one.overlaps(act.trigger) for one in sentences))

    def _same_kind(self, entry: GoldEntry, act: Act) -> bool:
        return entry.kind == act.kind or {entry.kind, act.kind} == {"incident", "measure"}

    def _who(self, entry: GoldEntry, act: Act, place: Place) -> bool:
        phrase = self._gold.reports[place.report].text[place.start : place.end]
        named = [name for name in (*entry.by, *entry.to) if name.split()[-1] in phrase]
        document = act.trigger.document
        return self._nobody_else(entry, act) and all(
            any(self._is(document, party, name) for party in act.parties) for name in named
        )

    def _nobody_else(self, entry: GoldEntry, act: Act) -> bool:
        document = act.trigger.document
        for one in act.arguments:
            wanted: Sequence[str] = (*entry.by, *entry.to)
            if one.role == "by" and entry.by and entry.kind in {"request", "commitment"}:
                wanted = entry.by
            elif one.role in {"to", "on"} and entry.to:
                wanted = entry.to
            if one.party and wanted and not any(self._is(document, one.party, name) for name in wanted):
                return False
        return True

    def _is(self, document: DocumentId, found: str, wanted: str) -> bool:
        """Whether a document's party is the gold's, or stands for it: the state for its people and they for it."""
        party = self._index.get(Alias(document, found))
        words = wanted.rsplit(maxsplit=1)[-1].casefold()
        names = (found, *(party.names if party else ()))
        if any(words == name.split()[-1].casefold() for name in names if name.split()):
            return True
        if any(self._sides.get(name) == wanted for name in names) or any(_of(name, words) for name in names):
            return True
        if party is None:
            return False
        meant = self._by_name.get(wanted)
        if party.type == "person" and party.side is None and (meant is None or meant.type != "person"):
            return True
        sides = {_side(meant), wanted} - {None}
        if party.type == "group" or found in {"sides", "side", "countries"}:
            return True  # "the two sides" is whoever they are
        return _side(party) in sides and (party.type != "person" or meant is None or meant.type == "state")

    def _stands(self, entry: GoldEntry, act: Act, report: str) -> bool:
        """Whether a report could tell the entry with this status."""
        if entry.kind in {"incident", "measure"} or not entry.status:
            return True
        allowed = {one for word in entry.status.split(" or ") for one in _STATUSES.get(word, {word})}
        published = self._gold.reports[report].published
        if entry.kind == "engagement" and "held" in allowed and entry.start and published:
            relation = entry.start.relation(published)
            if relation == "after":
                return act.status in {"planned", "tentative"}
            if relation != "before":
                return act.status in allowed | {"planned", "tentative"}
        return act.status in allowed


def _of(name: str, state: str) -> bool:
    """Whether a name has the state's adjective: `the Sorvanian side` is of Sorvane."""
    return any(word.casefold()[:_STEM] == state[:_STEM] for word in name.split() if len(word) > _STEM)


def _side(party: Party | None) -> str | None:
    if party is None:
        return None
    return party.name if party.type == "state" else party.side
