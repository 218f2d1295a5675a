"""One utterance, wherever it is quoted or told.

In: documents, their annotations, and the parties. Out: groups of statements that have the same words, in order.

Two quotations are one utterance if their words are equal, or if the shorter, of at least six words, stands whole in
the longer; never if two parties are named for them. A quotation that nobody is named for joins the one party whose
words it repeats; if there are several, it stays by itself.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from memcon.core.annotation import Annotations, Statement
from memcon.core.document import Document
from memcon.core.ids import DocumentId, PartyId, StatementId
from memcon.core.record import Alias, Party, party_index

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_WHOLE = 6  # words a part of a quotation needs to be recognised as part of it; shorter ones are set phrases
_SHORT = 2  # single words ("important") are anybody's

Words = tuple[str, ...]
_Said = tuple[Words, PartyId | None]


def align_utterances(
    documents: Mapping[DocumentId, Document], annotations: Iterable[Annotations], parties: Iterable[Party]
) -> tuple[tuple[StatementId, ...], ...]:
    """Groups of statements, each sorted; each statement is in exactly one."""
    index = party_index(parties)
    same: dict[_Said, list[StatementId]] = defaultdict(list)
    groups: list[list[StatementId]] = []
    for one in annotations:
        for statement in one.statements:
            words = quoted_words(documents[statement.document], statement)
            said_by = statement.speaker
            speaker = index[Alias(statement.document, said_by.name)].id if said_by is not None else None
            if len(words) >= _SHORT:
                same[words, speaker].append(statement.id)
            else:
                groups.append([statement.id])
    groups += ([one for said in joined for one in same[said]] for joined in _joined(same))
    return tuple(sorted(tuple(sorted(group)) for group in groups))


def quoted_words(document: Document, statement: Statement) -> Words:
    """The words of a statement in quotation marks, or all of them if it quotes none; folded, without marks."""
    text = " ".join(document.passage(anchor) for anchor in statement.quoted or statement.content)
    return tuple(match.group().casefold().replace("’", "'") for match in _WORD.finditer(text))


def _joined(same: Iterable[_Said]) -> list[list[_Said]]:
    """What was said, grouped: first within each party, then what nobody is named for to the one party it fits."""
    said = sorted(same, key=lambda one: (one[0], one[1] or ""))
    speakers: dict[Words, set[PartyId]] = defaultdict(set)
    for words, party in said:
        if party is not None:
            speakers[words].add(party)
    beside: dict[Words, set[Words]] = defaultdict(set)
    groups = _Groups(said)
    for words, longer in _containing(sorted({words for words, _ in said})):
        beside[words].update(longer)
        for other in longer:
            beside[other].add(words)
            for party in (*speakers[words], None):
                groups.join((words, party), (other, party))
    for group in groups.all():
        if group[0][1] is None:
            near = {other for words, _ in group for other in (words, *beside[words])}
            fitting = sorted((one, other) for other in near for one in speakers[other])
            if len({one for one, _ in fitting}) == 1:
                party, words = fitting[0]
                groups.join(group[0], (words, party))
    return groups.all()


class _Groups:
    """Union-find over what was said; what is not in it joins nothing."""

    def __init__(self, said: Iterable[_Said]) -> None:
        self._parent = {one: one for one in said}

    def join(self, left: _Said, right: _Said) -> None:
        if left in self._parent and right in self._parent:
            self._parent[self._root(left)] = self._root(right)

    def all(self) -> list[list[_Said]]:
        found: dict[_Said, list[_Said]] = defaultdict(list)
        for one in self._parent:
            found[self._root(one)].append(one)
        return list(found.values())

    def _root(self, one: _Said) -> _Said:
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one


def _containing(distinct: Iterable[Words]) -> Iterator[tuple[Words, list[Words]]]:
    """Each wording with the longer ones it stands whole in."""
    grams: dict[Words, set[Words]] = defaultdict(set)
    known = list(distinct)
    for words in known:
        for start in range(len(words) - _WHOLE + 1):
            grams[words[start : start + _WHOLE]].add(words)
    for words in known:
        if len(words) >= _WHOLE:
            longer = [one for one in grams[words[:_WHOLE]] if len(one) > len(words) and _inside(words, one)]
            if longer:
                yield words, longer


def _inside(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    return any(longer[start : start + len(shorter)] == shorter for start in range(len(longer) - len(shorter) + 1))
