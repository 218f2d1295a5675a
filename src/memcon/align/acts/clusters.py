"""Mentions of many reports, put together into entries.

In: what each report tells as one, and passages by which reports are made from each other. Out: clusters.

Mentions that tell the very same in the same words are one at once, as copies do, and so are engagements of the same
parties on the same day; only one of them is compared further, so that a thousand reports cost no million of pairs.
Candidates share a block (see `blocks`) or an aligned passage. Pairs are joined in the order of their scores, the surest
first, unless any two members would contradict each other; so no chain of weak links brings together what cannot be one.
The order in which documents arrived plays no part.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from memcon.align.acts.blocks import candidates
from memcon.align.acts.facts import Facts
from memcon.align.acts.mentions import Mentions
from memcon.align.acts.pairs import MUTUAL, OTHER_SIDE, SAME, contradiction, features, score
from memcon.core.anchor import Anchor
from memcon.core.derivation import Feature, Passage
from memcon.core.entry import Join
from memcon.core.ids import DocumentId

Cluster = tuple[tuple[Mentions, ...], tuple[Join, ...]]
"""Mentions, and the pairs that made them one."""
_Pair = tuple[int, int]
_PAIR = 2
_SAME_WORDS = (Feature("clause", SAME, "the same words"),)
_SAME_CHANNEL = (Feature("parties", SAME, "whose channel it is, at which level"),)


def cluster(told: Sequence[Mentions], passages: Iterable[Passage]) -> list[Cluster]:
    """Clusters of mentions; every one of `told` is in exactly one."""
    first = _plainly_one(told)
    kept = sorted(set(first))
    place = {number: n for n, number in enumerate(kept)}
    several = [told[number] for number in kept]
    facts = [one.facts for one in several]
    aligned = _aligned(told, [place[one] for one in first], passages)
    scored: list[tuple[float, _Pair]] = []
    for pair in candidates(facts) | aligned.keys():
        one, other = facts[pair[0]], facts[pair[1]]
        if not contradiction(one, other):
            found = score(one, other, aligned=aligned.get(pair, 0.0))
            if found >= SAME:
                scored.append((-found, pair))
    plain: dict[int, list[int]] = defaultdict(list)
    for number, like in enumerate(first):
        plain[place[like]].append(number)
    documents = [frozenset(told[number].acts[0].trigger.document for number in plain[n]) for n in range(len(kept))]
    return [
        (
            tuple(told[number] for number in sorted(number for n in own for number in plain[n])),
            (*joins, *(_plain(told[kept[n]], told[number]) for n in own for number in plain[n] if number != kept[n])),
        )
        for own, joins in _joined(several, documents, [pair for _, pair in sorted(scored)], aligned)
    ]


def _plainly_one(told: Sequence[Mentions]) -> list[int]:
    """For each mention one that tells the very same or plainly the same act, the first to be printed; mostly itself."""
    first = _copies(told)
    alike: dict[Facts, list[int]] = defaultdict(list)
    for number in sorted(set(first)):
        if (known := _known_by(told[number].facts)) is not None:
            alike[known].append(number)
    # What was planned after the first report of it was another one.
    one = {
        number: min(group, key=lambda each: (_printed(told[each].facts), each))
        for group in alike.values()
        for number in group
    }
    return [one.get(number, number) for number in first]


def _known_by(facts: Facts) -> Facts | None:
    """Of an engagement of named parties on a day, what another one must have in common to be plainly the same.

    What a report tells without a time, as its news, goes by the day of the report.
    """
    news = facts.when is None and not facts.bare and facts.published is not None and len(facts.people) > 1
    several = len(facts.people | facts.bodies) > 1
    if facts.kind != "engagement" or not (facts.identified and several and (facts.dated or news)):
        return None
    return replace(
        facts,
        clause="",
        words=frozenset(),
        places=facts.lands,
        reference=facts.reference if facts.reference == "another" else "",
        vague=False,
        published=facts.published.day if news and facts.published else None,
    )


def _printed(facts: Facts) -> tuple[bool, str]:
    return facts.published is None, facts.published.iso if facts.published else ""


def _copies(told: Sequence[Mentions]) -> list[int]:
    """For each mention the first one, of another report, that tells the very same; mostly itself."""
    known: dict[object, int] = {}
    first = []
    seen: set[tuple[int, DocumentId]] = set()
    for number, one in enumerate(told):
        found = known.setdefault(_told(one.facts), number)
        document = one.acts[0].trigger.document
        if found != number and (found, document) in seen:  # a report tells two of them, and keeps them apart
            found = number
        seen.add((found, document))
        first.append(found)
    return first


def _told(facts: Facts) -> object:
    """What mentions have in common that tell the very same: of a channel its level and its sides, else all of it."""
    if facts.kind == "channel" and facts.sides:
        return facts.kind, facts.sort, facts.sides
    month = facts.published.iso[:7] if facts.published and facts.when is None else ""
    return replace(facts, published=None), month


def _plain(one: Mentions, other: Mentions) -> Join:
    if one.facts.kind == "channel":
        return _join(one, other, _SAME_CHANNEL)
    return _join(
        one, other, _SAME_WORDS if one.facts.clause == other.facts.clause else features(one.facts, other.facts)
    )


def _join(one: Mentions, other: Mentions, found: tuple[Feature, ...]) -> Join:
    return Join(one.acts[0].trigger, other.acts[0].trigger, round(sum(each.value for each in found), 3), found)


def _joined(
    told: Sequence[Mentions],
    documents: Sequence[frozenset[DocumentId]],
    pairs: Sequence[_Pair],
    aligned: Mapping[_Pair, float],
) -> list[tuple[set[int], list[Join]]]:
    """The numbers of the mentions of each cluster, with its joins.

    Args:
        documents: Which tell each, or plainly the same.
        pairs: Those that may be one, the surest first.
    """
    clusters = _Clusters(told, documents, aligned, pairs)
    for pair in pairs:
        clusters.join(*pair)
    return clusters.found()


class _Clusters:
    """Clusters as they grow, two by two; what contradicts each other once is never asked again.

    Args:
        documents: Which tell each mention, or plainly the same.
        aligned: How alike the passages are in which two mentions stand.
        fitting: Pairs that do not contradict each other, at least if different reports tell them.
    """

    def __init__(
        self,
        told: Sequence[Mentions],
        documents: Sequence[frozenset[DocumentId]],
        aligned: Mapping[_Pair, float],
        fitting: Iterable[_Pair],
    ) -> None:
        self._told = told
        self._aligned = aligned
        self._documents = documents
        self._fitting: dict[int, set[int]] = defaultdict(set)
        for left, right in fitting:
            if documents[left].isdisjoint(documents[right]):
                self._fitting[left].add(right)
                self._fitting[right].add(left)
        self._home = list(range(len(told)))
        self._members = {number: {number} for number in self._home}
        self._facts = {number: one.facts for number, one in enumerate(told)}
        self._joins: dict[int, list[Join]] = defaultdict(list)
        self._apart: dict[int, set[int]] = defaultdict(set)

    def join(self, left: int, right: int) -> None:
        """Makes the clusters of two mentions one, unless they contradict each other as wholes or in any two members."""
        here, there = self._home[left], self._home[right]
        if here == there or there in self._apart[here] or contradiction(self._facts[here], self._facts[there]):
            return
        if self._at_odds(here, there):
            self._apart[here].add(there)
            self._apart[there].add(here)
            return
        keep, drop = min(here, there), max(here, there)
        for number in self._members[drop]:
            self._home[number] = keep
        self._members[keep] |= self._members.pop(drop)
        self._facts[keep] = self._facts[keep].joined(self._facts.pop(drop))
        self._joins[keep] += [*self._joins.pop(drop, []), self._why(left, right)]
        for other in self._apart.pop(drop, ()):
            self._apart[other].remove(drop)
            self._apart[other].add(keep)
            self._apart[keep].add(other)

    def found(self) -> list[tuple[set[int], list[Join]]]:
        """The numbers of the mentions of each, with its joins."""
        return [(own, self._joins[keep]) for keep, own in sorted(self._members.items())]

    def _why(self, left: int, right: int) -> Join:
        one, other = self._told[left], self._told[right]
        return _join(one, other, features(one.facts, other.facts, aligned=self._aligned.get((left, right), 0.0)))

    def _at_odds(self, here: int, there: int) -> bool:
        told, documents = self._told, self._documents
        sides = self._facts[here].sides | self._facts[there].sides
        for left in self._members[here]:
            for right in self._members[there] - self._fitting[left]:
                one, other = told[left].facts, told[right].facts
                why = contradiction(one, other, within=not documents[left].isdisjoint(documents[right]))
                if why and not (why == OTHER_SIDE and _are_halves(one, other, sides)):
                    return True
        return False


def _are_halves(one: Facts, other: Facts, sides: Collection[str]) -> bool:
    """Whether two mentions may each tell one of the two sides of an engagement of which others tell both."""
    mutual = one.kind == "engagement" and one.sort in MUTUAL
    return mutual and len(sides) == len(one.sides) + len(other.sides) == _PAIR


def _aligned(told: Sequence[Mentions], numbers: Sequence[int], passages: Iterable[Passage]) -> dict[_Pair, float]:
    """Mentions that stand in passages aligned with each other, by their numbers, with how alike these are."""
    places: dict[DocumentId, list[tuple[Anchor, int]]] = defaultdict(list)
    for number, one in enumerate(told):
        for act in one.acts:
            places[act.trigger.document].append((act.trigger, number))
    found: dict[_Pair, float] = {}
    for passage in passages:
        lefts = [one for one in places.get(passage.child.document, ()) if passage.child.contains(one[0])]
        rights = [one for one in places.get(passage.parent.document, ()) if passage.parent.contains(one[0])]
        for (_, left), (_, right) in _in_order(lefts, rights, told):
            pair = (min(numbers[left], numbers[right]), max(numbers[left], numbers[right]))
            if pair[0] != pair[1]:
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
