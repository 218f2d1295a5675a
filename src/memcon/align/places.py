"""Which sayings are one utterance in two wordings, by where they stand.

In: sayings, derivations, and what is one already. Out: pairs of sayings, each with how it is aligned.

A thesaurus may leave hardly a word of a short quotation, but it leaves it in its place. Two places show what words
alone do not:

- where one report was made from another, between the same two passages that both have, in the same order;
- beside a quotation that is one already: what the same speaker says right before or behind it in both reports, or in
  one of them within the longer quotation of the other.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, product

from memcon.align.sayings import Saying
from memcon.align.wording import Bar, compared, relation
from memcon.core.annotation import Statement
from memcon.core.derivation import Derivation, Passage
from memcon.core.ids import DocumentId
from memcon.core.meanings import nearness
from memcon.core.wording import MOST, Aligned, aligned

Pair = tuple[int, int, Aligned]

_IN_PLACE = Bar(0.3, 0.3, 0.0, 0)  # where both places hold as many statements
_OUT_OF_STEP = Bar(0.45, 0.4, 0.1, 1)  # where some were left out, so that any may stand for any
_BESIDE = Bar(0.4, 0.45, 0.05, 2)
_BESIDE_MEANT, _NEAR = Bar(0.25, 0.35, 0.0, 1), 0.7  # where they have nearly one meaning, and the cosine from which
_OTHERS = 0.5  # kept, in place, of a quotation that two speakers are named for
_OWN = 0.1  # likeness that one speaker adds, where several statements fit one place
_FEWEST = 3  # words, in place
_LIKE_LONG = 2  # times as long as the shorter one may be, in place
_GAP = 120  # code points between two parts of one quotation
_MOST = 12  # statements in one place; more are a list, in which each is like the next


def in_place(sayings: Sequence[Saying], derivations: Iterable[Derivation]) -> Iterator[Pair]:
    """Pairs in the same place of a report and of the one that it was made from."""
    told = _told(sayings)
    done: set[tuple[int, int]] = set()
    for derivation in derivations:
        if derivation.certain and derivation.parent is not None and derivation.kind != "copy":
            own, others = (told.get(one, []) for one in (derivation.child, derivation.parent))
            for left, right in _places(derivation.passages, own, others):
                for pair in _in_order(sayings, left, right):
                    if pair[:2] not in done:
                        done.add(pair[:2])
                        yield pair


def beside(sayings: Sequence[Saying], known: Iterable[Pair]) -> Iterator[Pair]:
    """Pairs right before or behind pairs that are one utterance already."""
    before, behind = _neighbours(sayings)
    done: set[tuple[int, int]] = set()
    for one, other, found in sorted(known, key=lambda pair: pair[:2]):
        for near, earlier in ((before, True), (behind, False)):
            parts, others = sorted(near[one]), sorted(near[other])
            for left, right in chain(product(parts, others), product(parts, [other]), product([one], others)):
                pair = (min(left, right), max(left, right))
                if left == right or pair in done:
                    continue
                alike = _may_be_beside(sayings[pair[0]], sayings[pair[1]])
                if alike is not None and all(
                    _in_step(alike.met(second=pair[1] == whole), found.met(second=other == whole), earlier=earlier)
                    for whole in {one, other} & {left, right}
                ):
                    done.add(pair)
                    yield (*pair, alike)


def _may_be_beside(one: Saying, other: Saying) -> Aligned | None:
    """Two sayings aligned, if their place makes them one utterance: alike, or nearly of one meaning."""
    found = compared(one, other)
    if found is None or found.at_odds:
        return None
    meant = _BESIDE_MEANT.reached(found) and nearness(one.meaning, other.meaning) >= _NEAR
    return found if meant or _BESIDE.reached(found) else None


def _in_step(part: range, known: range, *, earlier: bool) -> bool:
    """Whether a part meets a longer quotation before, or behind, the part beside it."""
    return part.stop <= known.start if earlier else known.stop <= part.start


def _told(sayings: Sequence[Saying]) -> dict[DocumentId, list[tuple[Statement, int]]]:
    """The statements of each document in reading order, each with its saying."""
    told: dict[DocumentId, list[tuple[Statement, int]]] = defaultdict(list)
    for number, saying in enumerate(sayings):
        for statement in saying.statements:
            told[statement.document].append((statement, number))
    for statements in told.values():
        statements.sort(key=lambda each: (each[0].content[0].start, each[0].id))
    return told


def _neighbours(sayings: Sequence[Saying]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """For each saying those that stand right before it, and right behind it, as parts of one quotation."""
    before, behind = defaultdict[int, set[int]](set), defaultdict[int, set[int]](set)
    for statements in _told(sayings).values():
        for (one, first), (other, second) in pairwise(each for each in statements if each[0].quoted):
            same = sayings[first].speaker is not None and sayings[first].speaker == sayings[second].speaker
            if same and first != second and 0 <= other.content[0].start - one.content[-1].end <= _GAP:
                before[second].add(first)
                behind[first].add(second)
    return before, behind


# -- in place ---------------------------------------------------------------------------------------------------------

_Told = Sequence[tuple[Statement, int]]


def _places(passages: Iterable[Passage], own: _Told, others: _Told) -> Iterator[tuple[_Told, _Told]]:
    """The statements of both reports that stand in the same place: in a passage, or between the same two."""
    aligned_passages = _chain(passages)
    for quoted in (True, False):
        by_place: dict[int, tuple[list[tuple[Statement, int]], list[tuple[Statement, int]]]] = defaultdict(
            lambda: ([], [])
        )
        for side, told in enumerate((own, others)):
            starts = [(one.parent if side else one.child).start for one in aligned_passages]
            ends = [(one.parent if side else one.child).end for one in aligned_passages]
            for each in told:
                if bool(each[0].quoted) == quoted:
                    start = each[0].content[0].start
                    number = bisect_right(starts, start)
                    inside = number > 0 and start < ends[number - 1]
                    by_place[2 * number - inside][side].append(each)
        for place in sorted(by_place):
            left, right = by_place[place]
            if left and right and max(len(left), len(right)) <= _MOST:
                yield left, right


def _chain(passages: Iterable[Passage]) -> list[Passage]:
    """Passages that stand in one order in both reports, as many as can be."""
    best: list[list[Passage]] = []  # for each passage, the longest chain that ends with it
    for passage in sorted(passages):
        fitting = (
            before
            for before in best
            if before[-1].child.end <= passage.child.start and before[-1].parent.end <= passage.parent.start
        )
        best.append([*max(fitting, key=len, default=[]), passage])
    return max(best, key=len, default=[])


def _in_order(sayings: Sequence[Saying], left: _Told, right: _Told) -> Iterator[Pair]:
    """The statements of one place in pairs, in order, so that as many words as can be are kept."""
    bar = _IN_PLACE if len(left) == len(right) else _OUT_OF_STEP
    pairs: dict[tuple[int, int], Aligned] = {}
    total = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for n, (_, one) in enumerate(left):
        for m, (_, other) in enumerate(right):
            found = _stands_for(sayings[one], sayings[other], bar)
            if found is not None:
                pairs[n, m] = found
            owned = relation(sayings[one].party, sayings[other].party) == "same"
            with_it = total[n][m] + (found.likeness + _OWN * owned if found is not None else 0.0)
            total[n + 1][m + 1] = max(total[n][m + 1], total[n + 1][m], with_it)
    n, m = len(left), len(right)
    while n and m:
        if total[n][m] == total[n - 1][m]:
            n -= 1
        elif total[n][m] == total[n][m - 1]:
            m -= 1
        else:
            n, m = n - 1, m - 1
            one, other = left[n][1], right[m][1]
            if one < other:
                yield one, other, pairs[n, m]
            elif other < one:
                yield other, one, aligned(sayings[other].words, sayings[one].words)


def _stands_for(one: Saying, other: Saying, bar: Bar) -> Aligned | None:
    """Two sayings aligned, if one may stand in the place of the other."""
    lengths = sorted((len(one.words), len(other.words)))
    if lengths[0] < _FEWEST or lengths[0] * lengths[1] > MOST or one.negative != other.negative:
        return None
    found = aligned(one.words, other.words)
    long_enough = lengths[0] * _LIKE_LONG >= lengths[1]
    named = relation(one.party, other.party) != "other" or (one.quoted and other.quoted and found.kept >= _OTHERS)
    return found if named and long_enough and not found.at_odds and bar.reached(found) else None
