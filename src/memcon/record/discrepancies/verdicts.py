"""What two claims of one slot mean beside each other.

In: two claims and what is known of their words. Out: a `Finding`, or None where they are told in the same sense and the
same words.

What is told is normalised first: lengths and dates by what they may mean, names by their parties, places by their
words, how an act stands by when it was written. Only what then cannot be true together is a conflict.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from memcon.core.anchor import Anchor
from memcon.core.annotation import Damage, Mention
from memcon.core.discrepancy import DiscrepancyType, Mechanism, Verdict
from memcon.core.document import Document
from memcon.core.entry import Claim, Entry
from memcon.core.ids import DocumentId, PartyId
from memcon.core.party import Alias, Party
from memcon.core.states import folded as folded_state
from memcon.core.states import state_words
from memcon.core.terms import terms
from memcon.core.times import Duration, Interval, Time
from memcon.core.venues import Venue, venue
from memcon.record.named import is_named
from memcon.record.readings import folded

_STEM = 6
_VISIT = 4  # days that a visit may last, as far as reports tell single ones
_ALIKE = (frozenset({"offered", "agreed"}), frozenset({"held", "historical"}))
"""Statuses that a report hardly tells apart."""
_DATED = frozenset({"engagement", "incident", "measure"})
"""Kinds whose time is when they happen; of the others it may be when they were asked for, agreed or are due."""
_SMALL = frozenset({"the", "of", "in", "at", "on"})
_SHUT, _OPEN = frozenset({"frozen", "refused", "unanswered"}), frozenset({"open", "resumed"})
_CAME = frozenset({"held", "historical", "done", "imposed", "happened", "alleged", "accepted"})
"""What somebody who says that it was denied, refused or called off contradicts."""
_WAITING = frozenset({"postponed", "unanswered", "frozen"})
"""What may yet come to be, or to nothing."""
_OFF = frozenset({"postponed", "cancelled", "refused", "denied", "frozen", "unanswered", "lapsed"})


@dataclass(frozen=True, slots=True)
class Finding:
    """What two claims mean beside each other."""

    type: DiscrepancyType
    verdict: Verdict
    mechanism: Mechanism
    comparison: str


@dataclass(frozen=True, slots=True)
class Known:
    """What claims are compared by.

    Attributes:
        times: By their words.
        damage: By document.
        called: Whom a document calls by a name.
        states: The names of all states that reports tell of, in small letters.
        people: Where reports mention persons, by document, in reading order.
    """

    documents: Mapping[DocumentId, Document]
    times: Mapping[Anchor, Time]
    damage: Mapping[DocumentId, tuple[Damage, ...]]
    parties: Mapping[PartyId, Party]
    called: Mapping[Alias, PartyId]
    states: frozenset[str]
    people: Mapping[DocumentId, tuple[Mention, ...]]

    def damaged(self, claim: Claim) -> Damage | None:
        """The mark on the words of a claim, if every passage that makes it has one."""
        marks = [
            next((mark for mark in self.damage.get(anchor.document, ()) if mark.anchor.overlaps(anchor)), None)
            for anchor in claim.anchors
        ]
        return marks[0] if marks and all(marks) else None

    def clocked(self, claim: Claim) -> bool:
        """Whether a length is told by two times of day, and so by no expression of its own."""
        return not any(anchor in self.times for anchor in claim.anchors)

    def printed(self, claim: Claim) -> bool:
        """Whether a report names the person there, rather than as "her colleague".

        A pronoun will do where nobody else was spoken of since the name.
        """
        party = self.parties.get(PartyId(claim.normalised))
        if party is None:
            return False
        surnames = {name.split()[-1] for name in (party.name, *party.names) if name.split()}
        return any(self._names(anchor, surnames) or self._goes_on(anchor, party, surnames) for anchor in claim.anchors)

    def _names(self, anchor: Anchor, surnames: Iterable[str]) -> bool:
        passage = self.documents[anchor.document].passage(anchor)
        return any(surname in passage for surname in surnames)

    def _goes_on(self, anchor: Anchor, party: Party, surnames: Iterable[str]) -> bool:
        """Whether every mention of a person before a passage is of this one, back to the last by name."""
        for mention in reversed(self.people.get(anchor.document, ())):
            if mention.anchor.start >= anchor.end:
                continue
            if self.called.get(Alias(anchor.document, mention.name)) != party.id:
                return False
            if self._names(mention.anchor, surnames):
                return True
        return False

    def side(self, claim: Claim) -> str:
        """The state that a claim's party acts for, or the party itself."""
        party = self.parties.get(PartyId(claim.normalised))
        if party is None:
            return claim.normalised
        return party.name if party.type == "state" else party.side or party.id


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of one slot of an entry."""

    entry: Entry
    one: Claim
    other: Claim
    known: Known


Comparer = Callable[[Pair], Finding | None]


def compare(entry: Entry, slot: str, one: Claim, other: Claim, known: Known) -> Finding | None:
    """What two claims of a slot mean beside each other; None where nothing is to be said of it."""
    comparer = _COMPARERS.get(slot)
    found = comparer(Pair(entry, one, other, known)) if comparer else None
    if found is None or found.verdict in {"agree", "time-of-writing"} or found.mechanism in {"rounding", "arithmetic"}:
        return found
    for claim, sound in ((one, other), (other, one)):
        mark = known.damaged(claim)
        if mark is not None and known.damaged(sound) is None:
            meant = f", probably {mark.suggestion}" if mark.suggestion else ""
            return Finding(found.type, "damaged", "damage", f"“{claim.value}” is damaged{meant}: {mark.reason}")
    return found


def _length(pair: Pair) -> Finding | None:
    left, right = _duration(pair.one), _duration(pair.other)
    if left is None or right is None:
        return None
    words = f"{_minutes(left)} and {_minutes(right)}"
    mechanism: Mechanism = (
        "arithmetic" if pair.known.clocked(pair.one) or pair.known.clocked(pair.other) else "rounding"
    )
    match left.relation(right):
        case "equal":
            return Finding("number", "agree", mechanism, f"both are {_minutes(left)}")
        case "compatible":
            agreed = mechanism == "arithmetic"
            return Finding("number", "agree" if agreed else "compatible", mechanism, f"{words} overlap")
    return Finding("number", "conflict", "dispute", f"{words} do not overlap")


def _duration(claim: Claim) -> Duration | None:
    """What a claim means, as `record.acts` writes it: `PT3H 150-180`."""
    iso, _, reach = claim.normalised.partition(" ")
    low, _, high = reach.partition("-")
    return Duration(iso, float(low), float(high)) if high else None


def _minutes(duration: Duration) -> str:
    low, high = round(duration.low), round(duration.high)
    return f"{low} min" if low == high else f"{low}–{high} min"


def _date(pair: Pair) -> Finding | None:
    if pair.entry.kind not in _DATED:
        return None
    left, right = pair.one.clocks.happened, pair.other.clocks.happened
    if left is None or right is None:
        return None
    match left.relation(right):
        case "equal":
            return (
                None
                if pair.one.value == pair.other.value
                else Finding("date", "agree", "precision", f"both are {left}")
            )
        case "compatible":
            return Finding("date", "compatible", "precision", f"{left} and {right} overlap")
    words = f"{left} is not {right}"
    days = _days_apart(left, right)
    if pair.entry.best("type") == "visit" and days is not None and days <= _VISIT:
        return Finding("date", "compatible", "precision", f"{left} and {right} may be days of one visit")
    if _moved(pair.entry, pair.one, pair.other):
        return Finding("date", "time-of-writing", "time of writing", f"{words}: it was put off in between")
    near = days == 1
    relative = any(
        pair.known.times[anchor].clock == "published"
        for claim in (pair.one, pair.other)
        for anchor in claim.anchors
        if anchor in pair.known.times
    )
    return Finding("date", "conflict", "time zone" if near and relative else "dispute", words)


def _moved(entry: Entry, one: Claim, other: Claim) -> bool:
    """Whether it was put off between the reports that tell the two dates."""
    statuses = {claim.value for slot in entry.slots if slot.name == "status" for claim in slot.claims}
    return "postponed" in statuses and one.clocks.published != other.clocks.published


def _days_apart(left: Interval, right: Interval) -> int | None:
    if left.single is None or right.single is None:
        return None
    return abs((left.single.bounds()[0] - right.single.bounds()[0]).days)


def _place(pair: Pair) -> Finding | None:
    left, right = _stems(pair.one.value), _stems(pair.other.value)
    if not left or not right or left == right:
        return (
            Finding("place", "agree", "translation", "the same words in another order")
            if left and folded(pair.one.value) != folded(pair.other.value)
            else None
        )
    if left <= right or right <= left:
        return Finding("place", "agree", "precision", "one lies in the other")
    if left & right:
        return Finding("place", "compatible", "precision", "one may lie in the other")
    if _told_together(pair) or {folded(pair.one.value), folded(pair.other.value)} & _geography():
        return None
    if pair.entry.best("type") == "visit":
        return Finding("place", "compatible", "precision", "both may be places of one visit")
    sorts = {_venue(pair.one), _venue(pair.other)}
    if sorts == {"aboard", "ground"}:
        return Finding("place", "conflict", "dispute", "one is aboard, the other is not")
    if (
        sorts != {None}
        or _is_wide(pair.one, pair.known)
        or _is_wide(pair.other, pair.known)
        or _is_town(pair.one) != _is_town(pair.other)
    ):
        return Finding("place", "compatible", "precision", "one may lie in the other")
    return Finding("place", "conflict", "dispute", "two places")


def _venue(claim: Claim) -> Venue | None:
    """Of what sort a place is that has no name: `aboard` for "the deck of a tugboat"."""
    common = (word for word in claim.value.split(" of ")[0].split() if word.islower())
    return next((sort for word in common if (sort := venue(word))), None)


def _told_together(pair: Pair) -> bool:
    """Whether one account tells both, and so sees no contradiction in them."""
    return bool({anchor.document for anchor in pair.one.anchors} & {anchor.document for anchor in pair.other.anchors})


@cache
def _geography() -> frozenset[str]:
    """Words for places that name none: `lake`."""
    return frozenset(word.casefold() for word in terms("roles")["geography"]["words"])


def _is_wide(claim: Claim, known: Known) -> bool:
    """Whether it is a state."""
    return folded_state(claim.value) in state_words() or claim.value.casefold() in known.states


def _is_town(claim: Claim) -> bool:
    """Whether it is a name of one or two words, rather than a house, a garden or a ship."""
    words = claim.value.split()
    return len(words) < 3 and all(word[:1].isupper() for word in words)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in folded(text.replace(".", "")).split() if word not in _SMALL)


def _side(pair: Pair) -> Finding | None:
    """Who asks, promises or acts, and on whom; of one side, who of it."""
    if pair.known.side(pair.one) == pair.known.side(pair.other) or _told_together(pair):
        return None
    if pair.entry.kind == "commitment" and pair.entry.best("type") == "agreement":
        return None  # each readout may say that its own side agreed
    if not (_is_placed(pair.one, pair.known) and _is_placed(pair.other, pair.known)):
        return _name(pair)
    if any(_is_sufferer(claim, pair) for claim in (pair.one, pair.other)):
        return None
    return Finding("side", "conflict", "dispute", f"{pair.one.value} is not of the side of {pair.other.value}")


def _is_sufferer(claim: Claim, pair: Pair) -> bool:
    """Whether other accounts have it done to the very ones whom an account has do it, and it tells nobody else.

    Of "the trawler that patrols boarded" it is easily misread who boarded whom; where accounts exchange the sides, each
    of them tells both.
    """
    slot = pair.entry.slot("on")
    on = slot.claims if slot is not None else ()
    own = {anchor.document for anchor in claim.anchors}
    told = {pair.known.side(one) for one in on if own & {anchor.document for anchor in one.anchors}}
    passages = {_passage(anchor, pair.known) for one in on for anchor in one.anchors if anchor.document not in own}
    exchanged = bool(told - {pair.known.side(claim)})
    return not exchanged and bool(passages & {_passage(anchor, pair.known) for anchor in claim.anchors})


def _passage(anchor: Anchor, known: Known) -> str:
    return folded(known.documents[anchor.document].passage(anchor))


def _asked(pair: Pair) -> Finding | None:
    """Who is asked or acted on; where accounts differ in which side asks, that the other is asked follows from it."""
    asking = pair.entry.slot("by") if pair.entry.kind == "request" else None
    sides = {pair.known.side(claim) for claim in asking.claims} if asking is not None else set()
    return None if {pair.known.side(pair.one), pair.known.side(pair.other)} <= sides else _side(pair)


def _is_placed(claim: Claim, known: Known) -> bool:
    """Whether it is known for whom a party acts."""
    party = known.parties.get(PartyId(claim.normalised))
    return party is not None and (party.type == "state" or party.side is not None)


def _name(pair: Pair) -> Finding | None:
    """Two persons of one side in one role, where no account names both.

    A bare surname that no other report has, of nobody who has an office or a side, where the others name somebody
    known, is a name that was spelled or translated wrongly rather than another person.
    """
    left, right = (pair.known.parties.get(PartyId(claim.normalised)) for claim in (pair.one, pair.other))
    if left is None or right is None or not (is_named(left) and is_named(right)) or _told_together(pair):
        return None
    if pair.known.side(pair.one) != pair.known.side(pair.other) and left.side and right.side:
        return None
    if not (pair.known.printed(pair.one) and pair.known.printed(pair.other)):
        return None
    words = f"{pair.one.value} is not {pair.other.value}"
    if _is_lone(left) != _is_lone(right):
        lone = pair.one if _is_lone(left) else pair.other
        return Finding("name", "damaged", "transliteration", f"{words}, and nobody else names “{lone.value}”")
    return Finding("name", "conflict", "dispute", words)


def _is_lone(party: Party) -> bool:
    """Whether a person is no more than a surname in one report."""
    reports = {alias.document for alias in party.aliases}
    return len(party.name.split()) == 1 and len(reports) == 1 and party.side is None and not party.roles


def _status(pair: Pair) -> Finding | None:
    """How it stands: what was true when it was written is no disagreement, what two accounts of one day tell may be."""
    (first, early), (last, late) = sorted(
        ((_written(claim, pair.known), claim) for claim in (pair.one, pair.other)), key=lambda each: each[0]
    )
    told = {early.value, late.value}
    words = f"{early.value} and {late.value}"
    one_day = bool(first) and first == last
    if pair.entry.kind == "channel":
        return _state(told, words, one_day=one_day and not _told_together(pair))
    if told & _OFF:
        if not told & _CAME and not told <= _OFF:
            return Finding("status", "time-of-writing", "time of writing", f"{words}: the plan, and what came of it")
        if first < last and (early.value in _WAITING or pair.entry.kind == "request"):
            return Finding("status", "time-of-writing", "time of writing", f"{early.value}, then {late.value}")
        return Finding("status", "conflict", "dispute", words)
    if any(told <= alike for alike in _ALIKE):
        return Finding("status", "compatible", "precision", f"{words} are hardly told apart")
    if pair.entry.kind == "commitment" and "exploring" in told and one_day:
        return Finding("status", "conflict", "dispute", f"{words}: one account does not go as far")
    return Finding("status", "time-of-writing", "time of writing", f"{words}, each when it was written")


def _state(told: set[str], words: str, *, one_day: bool) -> Finding:
    """How a channel stands; closed to one account and open to another on one day."""
    if told & _SHUT and told & _OPEN and one_day:
        return Finding("status", "conflict", "dispute", f"{words}, written on one day")
    if told <= _SHUT or told <= _OPEN:
        return Finding("status", "compatible", "precision", f"{words} are hardly told apart")
    return Finding("status", "time-of-writing", "time of writing", words)


def _written(claim: Claim, known: Known) -> str:
    """The day of the last report that makes a claim; empty where none is dated."""
    dates = [
        document.published.day.iso for one in claim.anchors if (document := known.documents[one.document]).published
    ]
    return max(dates, default="")


def _outcome(pair: Pair) -> Finding | None:
    if {pair.one.normalised, pair.other.normalised} == {"positive", "negative"}:
        return Finding("framing", "framing", "emphasis", "one account calls it a success, the other does not")
    if pair.one.normalised != pair.other.normalised:
        return Finding("framing", "compatible", "emphasis", f"{pair.one.normalised} and {pair.other.normalised}")
    return None


def _description(pair: Pair) -> Finding | None:
    if folded(pair.one.value) == folded(pair.other.value):
        return None
    return Finding("wording", "compatible", "translation", "the same is described in other words")


def _precedent(pair: Pair) -> Finding | None:
    if pair.one.normalised == pair.other.normalised:
        return (
            Finding("number", "agree", "arithmetic", f"both mean {pair.one.normalised}")
            if folded(pair.one.value) != folded(pair.other.value)
            else None
        )
    left, right = (claim.normalised.rpartition(" ")[2][:4] for claim in (pair.one, pair.other))
    if left.isdigit() and right.isdigit() and abs(int(left) - int(right)) > 1:
        return Finding("number", "conflict", "dispute", f"{pair.one.normalised} is not {pair.other.normalised}")
    return Finding(
        "number", "compatible", "rounding", f"{pair.one.normalised} and {pair.other.normalised} may be the same"
    )


def _speaker(pair: Pair) -> Finding | None:
    """Whose words they are; whoever is only described may be anybody of his side."""
    left, right = (pair.known.parties.get(PartyId(claim.normalised)) for claim in (pair.one, pair.other))
    if folded(pair.one.value) == folded(pair.other.value) or _told_together(pair):
        return None
    if left is None or right is None or not (is_named(left) and is_named(right)):
        sides = {pair.known.side(claim) for claim in (pair.one, pair.other) if _is_placed(claim, pair.known)}
        if len(sides) < 2:
            return Finding("attribution", "compatible", "precision", f"{pair.one.value} may be {pair.other.value}")
    elif not (pair.known.printed(pair.one) and pair.known.printed(pair.other)):
        return None
    return Finding("attribution", "conflict", "attribution slip", f"{pair.one.value} is not {pair.other.value}")


def _wording(pair: Pair) -> Finding | None:
    left, right = folded(pair.one.value).split(), folded(pair.other.value).split()
    if _inside(left, right) or _inside(right, left):
        return Finding("wording", "agree", "precision", "one account quotes part of it")
    for claim in (pair.one, pair.other):
        if pair.known.damaged(claim):
            return Finding("wording", "damaged", "damage", f"“{claim.value}” has damaged words")
    return Finding("wording", "compatible", "translation", "one utterance in two wordings")


def _inside(short: list[str], long: list[str]) -> bool:
    size = len(short)
    return size <= len(long) and any(long[at : at + size] == short for at in range(len(long) - size + 1))


_COMPARERS: Mapping[str, Comparer] = {
    "duration": _length,
    "when": _date,
    "place": _place,
    "by": _side,
    "to": _asked,
    "on": _side,
    "visitor": _name,
    "host": _name,
    "participant": _name,
    "status": _status,
    "outcome": _outcome,
    "description": _description,
    "precedent": _precedent,
    "speaker": _speaker,
    "wording": _wording,
}
COMPARED = tuple(_COMPARERS)
"""Slots whose claims are compared."""
