"""One utterance, wherever it is quoted.

In: documents and their annotations. Out: groups of statements that quote the same words, each sorted, in order.

Two quotations are one utterance if their words are equal, or if the shorter, of at least six words, stands whole in
the longer; not if they name different speakers, or different numbers.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from memcon.align.parties import one_speaker
from memcon.core.annotation import Annotations, Statement
from memcon.core.document import Document
from memcon.core.ids import DocumentId, StatementId

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_WHOLE = 6  # words a part of a quotation needs to be recognised as part of it; shorter ones are set phrases
_SHORT = 2  # words below which equal quotations ("important", "no comment") are one utterance only in one family


def align_utterances(
    documents: Mapping[DocumentId, Document], annotations: Iterable[Annotations]
) -> tuple[tuple[StatementId, ...], ...]:
    """Groups of statements; each statement is in exactly one."""
    statements = [statement for one in annotations for statement in one.statements]
    said = {statement.id: quoted_words(documents[statement.document], statement) for statement in statements}
    document = {statement.id: statement.document for statement in statements}
    group = {statement.id: statement.id for statement in statements}
    speakers = {statement.id: {statement.speaker.name} if statement.speaker else set() for statement in statements}
    for left, right in sorted(set(_pairs(said))):
        low, high = sorted((_root(group, left), _root(group, right)))
        if low == high or document[left] == document[right] or not one_speaker(speakers[low] | speakers[high]):
            continue
        group[high] = low
        speakers[low] |= speakers.pop(high)
    found: dict[StatementId, list[StatementId]] = defaultdict(list)
    for statement in sorted(group):
        found[_root(group, statement)].append(statement)
    return tuple(sorted(tuple(ids) for ids in found.values()))


def quoted_words(document: Document, statement: Statement) -> tuple[str, ...]:
    """The words of a statement, folded, without marks."""
    text = " ".join(document.passage(anchor) for anchor in statement.content)
    return tuple(match.group().casefold().replace("’", "'") for match in _WORD.finditer(text))


def _pairs(said: Mapping[StatementId, tuple[str, ...]]) -> Iterator[tuple[StatementId, StatementId]]:
    """Pairs that quote the same words: equal, or one whole in the other."""
    equal: dict[tuple[str, ...], list[StatementId]] = defaultdict(list)
    grams: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for statement, words in sorted(said.items()):
        if len(words) >= _SHORT:
            equal[words].append(statement)
    for words in equal:
        for index in range(len(words) - _WHOLE + 1):
            grams[words[index : index + _WHOLE]].add(words)
    for words, ids in equal.items():
        yield from combinations(ids, 2)
        if len(words) >= _WHOLE:
            for longer in grams[words[:_WHOLE]]:
                if len(longer) > len(words) and _inside(words, longer):
                    yield from ((min(left, right), max(left, right)) for left in ids for right in equal[longer])


def _inside(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    return any(longer[index : index + len(shorter)] == shorter for index in range(len(longer) - len(shorter) + 1))


def _root(group: dict[StatementId, StatementId], statement: StatementId) -> StatementId:
    while group[statement] != statement:
        group[statement] = group[group[statement]]
        statement = group[statement]
    return statement
