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
from memcon.align.wording import FEWEST, Bar, Pair, compared, relation
from memcon.core.annotation import Statement
from memcon.core.derivation import Derivation, Passage
from memcon.core.ids import DocumentId
from memcon.core.meanings import nearness
from memcon.core.wording import MOST, Aligned, aligned, most_kept

_IN_PLACE = Bar(0.3, 0.3, 0.0, 0)  # where both places hold as many statements
_OUT_OF_STEP = Bar(0.45, 0.4, 0.1, 1)  # where some were left out, so that any may stand for any
_BESIDE = Bar(0.4, 0.45, 0.05, 2)
_BESIDE_MEANT, _NEAR = Bar(0.25, 0.35, 0.0, 1), 0.7  # of nearly one meaning, and the cosine from which they are
_OTHERS = 0.5  # kept, in place, of a quotation that two speakers are named for
_OWN = 0.1  # likeness that one speaker adds, where several statements fit one place
_FEWEST = 3  # words, in place
_LIKE_LONG = 2  # times as long as the shorter one may be, in place
_GAP = 120  # code points between two parts of one quotation
_PARENTS = 3  # of one report
_MOST = 12  # statements in one place; more are a list, in which each is like the next


def in_place(sayings: Sequence[Saying], derivations: Iterable[Derivation], centre: Sequence[int]) -> Iterator[Pair]:
    """Pairs in the same place of a report and of those that it was made from.

    Args:
        centre: For each saying one that it is known to be alike to, or itself.
    """
    told = _told(sayings)
    found: dict[tuple[int, int], Aligned | None] = {}
    yielded: set[tuple[int, int]] = set()
    for derivation in _closest(derivations):
        own, others = (told.get(one, []) for one in (derivation.child, derivation.parent) if one is not None)
        for left, right in _places(derivation.passages, own, others):
            for pair in _in_order(sayings, left, right, centre, found):
                if pair not in yielded and (alike := found[pair]) is not None:
                    yielded.add(pair)
                    yield (*pair, alike)


def beside(
    sayings: Sequence[Saying], known: Iterable[Pair], centre: Sequence[int], same: Iterable[Iterable[int]]
) -> Iterator[Pair]:
    """Pairs right before or behind pairs that are one utterance already.

    Args:
        centre: For each saying one that it is known to be alike to, or itself.
        same: Sayings that are certainly one utterance.
    """
    group = {number: n for n, numbers in enumerate(same) for number in numbers}
    before, behind = _neighbours(sayings, centre)
    done: set[tuple[int, int]] = set()
    for one, other, found in sorted(known, key=lambda pair: pair[:2]):
        for near, earlier in ((before, True), (behind, False)):
            parts, others = sorted(near[one]), sorted(near[other])
            for left, right in chain(product(parts, others), product(parts, [other]), product([one], others)):
                pair = (min(left, right), max(left, right))
                if centre[left] == centre[right] or group[left] == group[right] or pair in done:
                    continue
                done.add(pair)
                alike = _may_be_beside(sayings[pair[0]], sayings[pair[1]])
                if alike is not None and all(
                    _in_step(alike.met(second=pair[1] == whole), found.met(second=other == whole), earlier=earlier)
                    for whole in {one, other} & {left, right}
                ):
                    yield (*pair, alike)


def _may_be_beside(one: Saying, other: Saying) -> Aligned | None:
    """Two sayings aligned, if their place makes them one utterance: alike, or nearly of one meaning."""
    bar = _BESIDE_MEANT if nearness(one.meaning, other.meaning) >= _NEAR else _BESIDE
    found = compared(one, other, kept=bar.kept)
    return found if found is not None and not found.at_odds and bar.reached(found) else None


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


def _neighbours(sayings: Sequence[Saying], centre: Sequence[int]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """For each saying those that stand right before it, and right behind it, as parts of one quotation.

    Of those that are known to be alike only one is told.
    """
    before, behind = defaultdict[int, set[int]](set), defaultdict[int, set[int]](set)
    for statements in _told(sayings).values():
        for (one, first), (other, second) in pairwise(
            each for each in statements if len(sayings[each[1]].words) >= FEWEST and each[0].quoted
        ):
            same = sayings[first].speaker is not None and sayings[first].speaker == sayings[second].speaker
            if same and first != second and 0 <= other.content[0].start - one.content[-1].end <= _GAP:
                before[second].add(centre[first])
                behind[first].add(centre[second])
    return before, behind


# -- in place ---------------------------------------------------------------------------------------------------------

_Told = Sequence[tuple[Statement, int]]


def _closest(derivations: Iterable[Derivation]) -> Iterator[Derivation]:
    """Of each report the few that share most passages with it; others would show the same again."""
    by_child: dict[DocumentId, list[Derivation]] = defaultdict(list)
    for one in derivations:
        if one.certain and one.parent is not None and one.kind != "copy":
            by_child[one.child].append(one)
    for child in sorted(by_child):
        ranked = sorted(by_child[child], key=lambda one: (-len(one.passages), -one.score, one.parent or ""))
        yield from ranked[:_PARENTS]


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


def _in_order(
    sayings: Sequence[Saying],
    left: _Told,
    right: _Told,
    centre: Sequence[int],
    found: dict[tuple[int, int], Aligned | None],
) -> Iterator[tuple[int, int]]:
    """The statements of one place in pairs, in order, so that as many words as can be are kept.

    Args:
        found: What was aligned before, and is added to.
    """
    bar = _IN_PLACE if len(left) == len(right) else _OUT_OF_STEP
    total = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for n, (_, one) in enumerate(left):
        for m, (_, other) in enumerate(right):
            gain = 1.0
            if centre[one] != centre[other]:
                alike = _stands_for(sayings, min(one, other), max(one, other), found)
                owned = relation(sayings[one].party, sayings[other].party) == "same"
                gain = alike.likeness + _OWN * owned if alike is not None and bar.reached(alike) else 0.0
            total[n + 1][m + 1] = max(total[n][m + 1], total[n + 1][m], total[n][m] + gain)
    n, m = len(left), len(right)
    while n and m:
        if total[n][m] == total[n - 1][m]:
            n -= 1
        elif total[n][m] == total[n][m - 1]:
            m -= 1
        else:
            n, m = n - 1, m - 1
            one, other = left[n][1], right[m][1]
            if centre[one] != centre[other]:
                yield min(one, other), max(one, other)


def _stands_for(
    sayings: Sequence[Saying], first: int, second: int, found: dict[tuple[int, int], Aligned | None]
) -> Aligned | None:
    """Two sayings aligned, if one may stand in the place of the other."""
    if (first, second) not in found:
        one, other = sayings[first], sayings[second]
        short, long = sorted((len(one.words), len(other.words)))
        fits = (
            short >= _FEWEST and short * long <= MOST and long <= short * _LIKE_LONG and one.negative == other.negative
        )
        alike = (
            aligned(one.words, other.words) if fits and most_kept(one.words, other.words) >= _IN_PLACE.kept else None
        )
        if alike is not None and relation(one.party, other.party) == "other":
            alike = alike if one.quoted and other.quoted and alike.kept >= _OTHERS else None
        found[first, second] = None if alike is None or alike.at_odds else alike
    return found[first, second]
