"""One act, wherever it is told: acts that are certainly the same, put together.

In: annotations and parties. Out: groups of acts, in order.

Acts of one kind and type are one if the same parties, in the same roles, are told to do it at the same time; within a
document, also where only one of the two places tells the time and no other such act has another. What is asked for or
promised must be in the same words; where the parties are not told, so must the whole clause. More would be a guess.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from memcon.core.act import PARTIES, Act
from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations
from memcon.core.document import Document
from memcon.core.ids import DocumentId, PartyId
from memcon.core.record import Alias, Party, party_index
from memcon.core.times import Interval

Who = tuple[tuple[str, PartyId], ...]
_Key = tuple[str, str, Who, str, str]


def align_acts(
    documents: Mapping[DocumentId, Document], annotations: Iterable[Annotations], parties: Iterable[Party]
) -> tuple[tuple[Act, ...], ...]:
    """Groups of acts, each in the order of documents and places; each act is in exactly one."""
    index = party_index(parties)
    groups: dict[_Key, list[Act]] = defaultdict(list)
    for one in sorted(annotations, key=lambda each: each.document):
        intervals = {time.anchor: time.interval for time in one.times}
        keyed = [(act, _key(act, documents[one.document], index, intervals)) for act in one.acts]
        for act, key in keyed:
            groups[_dated(key, [other for _, other in keyed])].append(act)
    return tuple(sorted((tuple(group) for group in groups.values()), key=lambda group: group[0].trigger))


def _key(
    act: Act, document: Document, index: Mapping[Alias, Party], intervals: Mapping[Anchor, Interval | None]
) -> _Key:
    who = {
        ("participant" if act.kind == "engagement" else one.role, index[Alias(document.id, one.party)].id)
        for one in act.arguments
        if one.role in PARTIES and Alias(document.id, one.party) in index
    }
    when = intervals.get(act.time) if act.time is not None else None
    content = " ".join(_words(document, one.anchor) for one in act.of("content"))
    told = content if act.kind != "engagement" else ""
    known = bool(who and told) if act.kind != "engagement" else len(who) > 1 or (bool(who) and act.type in _ALONE)
    if not known:  # only what is told in the same words, as a copy tells it
        who, told = set(), f"{_words(document, act.anchor)} {_words(document, act.trigger)}"
    return act.kind, act.type, tuple(sorted(who)), str(when) if when else "", told


def _words(document: Document, anchor: Anchor) -> str:
    return " ".join(document.passage(anchor).casefold().split())


_ALONE = frozenset({"visit", "press-conference", "conference"})
"""What one party alone is known by, with its time."""


def _dated(key: _Key, beside: Sequence[_Key]) -> _Key:
    """The key with the only time that a document tells of such an act, where this place tells none."""
    if key[3] or key[0] != "engagement" or not key[2]:
        return key
    told = {other[3] for other in beside if other[:3] == key[:3] and other[3]}
    return (*key[:3], told.pop(), key[4]) if len(told) == 1 else key
