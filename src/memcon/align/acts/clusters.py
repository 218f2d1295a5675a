"""Mentions of many reports, put together into entries.

In: what each report tells as one, and passages by which reports are made from each other. Out: clusters.

Candidates share a block: a kind with a pair of parties, or with words of the content, or an aligned passage. Pairs are
joined in the order of their scores, the surest first, unless any two members would contradict each other; so no chain
of weak links brings together what cannot be one. The order in which documents arrived plays no part.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from memcon.align.acts.facts import Facts
from memcon.align.acts.mentions import Mentions
from memcon.align.acts.pairs import SAME, contradiction, features
from memcon.core.alignment import Join
from memcon.core.anchor import Anchor
from memcon.core.derivation import Passage
from memcon.core.ids import DocumentId

_Pair = tuple[int, int]
_COMMON = 400
"""Mentions in a block from which it tells nothing: what very many share is no reason to compare."""


def cluster(
    told: Sequence[Mentions], passages: Iterable[Passage]
) -> list[tuple[tuple[Mentions, ...], tuple[Join, ...]]]:
    """Clusters of mentions, each with the pairs that made it; every one of `told` is in exactly one."""
    aligned = _aligned(told, passages)
    scored: list[tuple[float, _Pair, Join]] = []
    for left, right in sorted(_candidates(told) | aligned.keys()):
        one, other = told[left], told[right]
        if contradiction(one.facts, other.facts):
            continue
        found = features(one.facts, other.facts, aligned=aligned.get((left, right), 0.0))
        score = sum(feature.value for feature in found)
        if score >= SAME:
            join = Join(one.acts[0].trigger, other.acts[0].trigger, round(score, 3), found)
            scored.append((-score, (left, right), join))
    return _joined(told, sorted(scored, key=lambda one: one[:2]))


def _joined(
    told: Sequence[Mentions], scored: Iterable[tuple[float, _Pair, Join]]
) -> list[tuple[tuple[Mentions, ...], tuple[Join, ...]]]:
    home = list(range(len(told)))
    members = {number: [number] for number in home}
    facts = {number: one.facts for number, one in enumerate(told)}
    joins: dict[int, list[Join]] = defaultdict(list)
    for _, (left, right), join in scored:
        here, there = home[left], home[right]
        if here == there or _apart(told, facts, members, here, there):
            continue
        keep, drop = min(here, there), max(here, there)
        for number in members[drop]:
            home[number] = keep
        members[keep] += members.pop(drop)
        facts[keep] = facts[keep].joined(facts.pop(drop))
        joins[keep] += [*joins.pop(drop, []), join]
    return [
        (tuple(told[number] for number in sorted(own)), tuple(joins.get(keep, ())))
        for keep, own in sorted(members.items())
    ]


def _apart(
    told: Sequence[Mentions], facts: Mapping[int, Facts], members: Mapping[int, list[int]], here: int, there: int
) -> bool:
    """Whether two clusters contradict each other, as wholes or in any two members."""
    if contradiction(facts[here], facts[there]):
        return True
    for left in members[here]:
        for right in members[there]:
            same = told[left].acts[0].anchor.document == told[right].acts[0].anchor.document
            if contradiction(told[left].facts, told[right].facts, within=same):
                return True
    return False


def _candidates(told: Sequence[Mentions]) -> set[_Pair]:
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for key in _keys(one.facts):
            blocks[key].append(number)
    found: set[_Pair] = set()
    for block in blocks.values():
        if len(block) <= _COMMON:
            found.update(combinations(block, 2))
    return found


def _keys(facts: Facts) -> Iterator[tuple[str, ...]]:
    """What two mentions must share one of to be compared."""
    yield facts.kind, "clause", facts.clause
    match facts.kind:
        case "engagement":
            for side in facts.sides:
                yield facts.sort, side
        case "channel":
            yield ("channel", facts.sort, *sorted(facts.sides))
        case "request" if facts.sort == "invitation":
            for side in facts.asking:
                yield facts.sort, side
        case _:
            kind = "deed" if facts.kind in {"incident", "measure"} else facts.kind
            for left, right in combinations(sorted(facts.words), 2):
                yield kind, left, right
            for side in facts.asking if facts.meanings else ():
                yield kind, "by", side, facts.published.iso[:7] if facts.published else ""


def _aligned(told: Sequence[Mentions], passages: Iterable[Passage]) -> dict[_Pair, float]:
    """Mentions that stand in passages aligned with each other, with how alike these are."""
    places: dict[DocumentId, list[tuple[Anchor, int]]] = defaultdict(list)
    for number, one in enumerate(told):
        for act in one.acts:
            places[act.trigger.document].append((act.trigger, number))
    found: dict[_Pair, float] = {}
    for passage in passages:
        lefts = [one for one in places.get(passage.child.document, ()) if passage.child.contains(one[0])]
        rights = [one for one in places.get(passage.parent.document, ()) if passage.parent.contains(one[0])]
        for (_, left), (_, right) in _in_order(lefts, rights, told):
            pair = (min(left, right), max(left, right))
            found[pair] = max(found.get(pair, 0.0), passage.score)
    return found


def _in_order(
    lefts: Sequence[tuple[Anchor, int]], rights: Sequence[tuple[Anchor, int]], told: Sequence[Mentions]
) -> Iterator[tuple[tuple[Anchor, int], tuple[Anchor, int]]]:
    """The n-th of a sort in one passage with the n-th of that sort in the other, where both have as many."""
    sorts = sorted({_sort(told[number].facts) for _, number in (*lefts, *rights)})
    for sort in sorts:
        own = [one for one in sorted(lefts) if _sort(told[one[1]].facts) == sort]
        others = [one for one in sorted(rights) if _sort(told[one[1]].facts) == sort]
        if len(own) == len(others):
            yield from zip(own, others, strict=True)


def _sort(facts: Facts) -> tuple[str, str]:
    return ("deed", "") if facts.kind in {"incident", "measure"} else (facts.kind, facts.sort)
