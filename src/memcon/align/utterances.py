"""One utterance, wherever it is quoted or told.

In: documents, their annotations, the parties, and which report was made from which. Out: groups of statements that
are one utterance, in order.

    sayings    distinct words of distinct speakers
    wording    those that are one by their words
    places     those that are one by where they stand
    clusters   groups of them

What is certain comes first: equal words, or the shorter, of at least six, whole in the longer; of two speakers only
equal quotations of at least six words, which then have a disputed speaker. A quotation that nobody is named for joins
the one party whose words it repeats; if there are several, it stays by itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from memcon.align.clusters import clustered
from memcon.align.groups import sharing
from memcon.align.places import beside, in_place
from memcon.align.sayings import Saying, Words, sayings
from memcon.align.wording import Pair, compared, variants
from memcon.core.annotation import Annotations
from memcon.core.derivation import Derivation
from memcon.core.document import Document
from memcon.core.ids import DocumentId, StatementId
from memcon.core.party import Party

_WHOLE = 6  # words a part of a quotation needs to be recognised as part of it; shorter ones are set phrases
_SHORT = 2  # single words ("important") are anybody's


def align_utterances(
    documents: Mapping[DocumentId, Document],
    annotations: Iterable[Annotations],
    parties: Iterable[Party],
    derivations: Iterable[Derivation] = (),
) -> tuple[tuple[StatementId, ...], ...]:
    """Groups of statements, each sorted; each statement is in exactly one."""
    said = sayings(documents, annotations, parties)
    told = [number for number, one in enumerate(said) if len(one.texts) >= _SHORT]
    longer = dict(_containing(sorted({said[number].texts for number in told})))
    same = _same(said, told, longer)
    told_from = list(derivations)
    worded, centre = variants(said, {one.child for one in told_from if one.kind == "copy" and one.certain})
    known = [*worded, *in_place(said, told_from, centre)]
    known += beside(said, [*known, *_parts(said, same, longer)], centre, same)
    groups = [[one.id for number in group for one in said[number].statements] for group in clustered(said, same, known)]
    groups += ([one.id] for saying in said if len(saying.texts) < _SHORT for one in saying.statements)
    return tuple(sorted(tuple(sorted(group)) for group in groups))


def _same(said: Sequence[Saying], told: Sequence[int], longer: Mapping[Words, Sequence[Words]]) -> list[list[int]]:
    """What is certainly one utterance: first within each party, then what nobody is named for with what it fits."""
    by_words: dict[Words, list[int]] = defaultdict(list)
    for number in told:
        by_words[said[number].texts].append(number)
    links: dict[int, list[tuple[int, int]]] = defaultdict(list)
    near: dict[int, set[int]] = defaultdict(set)
    for words, own in by_words.items():
        alike = [*own, *(other for wider in longer.get(words, ()) for other in by_words[wider])]
        for one in own:
            for other in alike:
                if one == other:
                    continue
                near[one].add(other)
                near[other].add(one)
                if _certain(said[one], said[other]):
                    links[one].append((one, other))
                    links[other].append((one, other))
    groups = sharing(told, lambda number: links[number])
    group_of = {number: n for n, group in enumerate(groups) for number in group}
    joined: dict[int, list[int]] = {n: list(group) for n, group in enumerate(groups)}
    for n, group in enumerate(groups):
        if all(said[number].party is None for number in group):
            fitting = {group_of[other] for number in group for other in near[number] if said[other].party is not None}
            if len(fitting) == 1:
                joined[fitting.pop()] += joined.pop(n)
    return [sorted(group) for group in joined.values()]


def _certain(one: Saying, other: Saying) -> bool:
    """Whether two sayings, of which one stands whole in the other, are certainly one utterance."""
    if one.speaker == other.speaker and one.negative == other.negative:
        return True
    equal = one.texts == other.texts and len(one.texts) >= _WHOLE
    told_apart = one.documents & other.documents and one.party is not None and other.party is not None
    return equal and one.quoted and other.quoted and not told_apart


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
                yield words, sorted(longer)


def _inside(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    return any(longer[start : start + len(shorter)] == shorter for start in range(len(longer) - len(shorter) + 1))


def _parts(
    said: Sequence[Saying], same: Iterable[Sequence[int]], longer: Mapping[Words, Sequence[Words]]
) -> Iterator[Pair]:
    """The pairs of one utterance of which one is a part of the other, aligned."""
    for group in same:
        by_words: dict[Words, list[int]] = defaultdict(list)
        for number in group:
            by_words[said[number].texts].append(number)
        for words, own in by_words.items():
            for wider in longer.get(words, ()):
                for one in own:
                    for other in by_words.get(wider, ()):
                        if (found := compared(said[one], said[other], kept=0)) is not None:
                            yield (one, other, found)
