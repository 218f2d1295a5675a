"""The mentions of one act in one report, put together as the report is read.

In: the acts of a document with their facts, in reading order. Out: groups of them.

A mention that names its parties joins the group with these parties that it contradicts least. One that names nobody
and speaks of something known ("the talks") joins the nearest group before it that it does not contradict. What is told
as another one ("a further meeting"), or as any ("a meeting"), begins a group of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from memcon.align.acts.asked import KINDS
from memcon.align.acts.facts import Facts
from memcon.align.acts.pairs import MUTUAL, SAME, contradiction, features
from memcon.core.act import Act

_NEAR = 400
"""Code points from the engagement before, as far as a reader still has its parties in mind: two sentences."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Acts that one report tells as one, in reading order."""

    acts: tuple[Act, ...]
    facts: Facts

    def and_also(self, act: Act, facts: Facts) -> "Mentions":
        """With one more."""
        return Mentions((*self.acts, act), self.facts.joined(facts))


def group_mentions(told: Sequence[tuple[Act, Facts]], headline: int = 0) -> list[Mentions]:
    """Groups in the order of their first mention; each act is in exactly one.

    Args:
        headline: Where the headline ends.
    """
    groups: list[Mentions] = []
    for act, alone in told:
        facts = _among(act, alone, groups)
        found = _meant(act, facts, groups)
        if found is not None and facts.kind in KINDS and facts.again:  # its words only tell what became of it
            facts = replace(facts, words=frozenset(), numbers=frozenset())
        if found is None:
            groups.append(Mentions((act,), facts))
        else:
            groups[found] = groups[found].and_also(act, facts)
    return [_shortened(one, groups, headline) for one in groups]


def _shortened(group: Mentions, groups: Sequence[Mentions], headline: int) -> Mentions:
    """A request or promise that only the headline tells, which is known by nothing where the text tells them all.

    A headline has its own words for what stands below it: "agree to share data" for an exchange of readings.
    """
    facts = group.facts
    if facts.kind not in KINDS or any(act.trigger.start >= headline for act in group.acts):
        return group
    below = (one.facts for one in groups if one.acts[-1].trigger.start >= headline)
    same = (one for one in below if one.kind == facts.kind and one.identified and one.asking >= facts.asking)
    return Mentions(group.acts, replace(facts, weighty=False)) if any(same) else group


def _among(act: Act, facts: Facts, groups: Sequence[Mentions]) -> Facts:
    """With the parties of the engagement told just before, where this one is of nobody, or of "the two"."""
    if facts.kind != "engagement" or facts.people or facts.bodies or facts.sort not in MUTUAL or facts.several:
        return facts
    if facts.sort == "meeting" and not facts.vague:
        return facts
    before = [one for one in groups if one.facts.kind == "engagement" and len(one.facts.sides) > 1]
    last = max(before, key=lambda one: one.acts[-1].trigger, default=None)
    if last is None or act.trigger.start - last.acts[-1].trigger.start > _NEAR:
        return facts
    return replace(facts, people=last.facts.people, bodies=last.facts.bodies)


def _meant(act: Act, facts: Facts, groups: Sequence[Mentions]) -> int | None:
    """The number of the group that a mention belongs to."""
    near = [
        number for number in reversed(range(len(groups))) if not contradiction(facts, groups[number].facts, within=True)
    ]
    if facts.kind in KINDS and facts.again:  # "agreed to this request"
        return next((number for number in near if _may_be_of(facts, groups[number].facts)), None)
    if facts.kind != "engagement":
        scored = [(_score(facts, groups[number].facts), number) for number in near]
        best = max(scored, default=(0.0, -1))
        return best[1] if best[0] >= SAME else None
    if facts.several:
        return None
    if not facts.sides:
        known = facts.reference == "same" or facts.vague or facts.when is not None or facts.lasted is not None
        return near[0] if near and known and facts.reference not in {"another", "some"} else None
    shared = {number: len(facts.sides & groups[number].facts.sides) for number in near}
    most = max(shared.values(), default=0)
    fitting = [number for number in near if shared[number] == most and most]
    if len(facts.sides) > 1 and most == 1:  # one more party may be told of what another mention tells in part
        fitting = [n for n in fitting if len(groups[n].facts.sides) < 2 or groups[n].facts.sides >= facts.sides]
    if not fitting:
        opened = [
            n
            for n in near
            if not groups[n].facts.sides
            and not groups[n].facts.vague
            and groups[n].facts.reference != "another"
            and act.trigger.start - groups[n].acts[-1].trigger.start <= _NEAR
        ]
        return opened[0] if opened and facts.reference == "same" else None
    if facts.reference == "some" and facts.sort in MUTUAL:  # "a summit" is none that was told before by its people
        fitting = [n for n in fitting if len(facts.sides) > 1 and (facts.people or not groups[n].facts.people)]
        if not fitting:
            return None
    if len(fitting) > 1 and len(facts.sides) == 1 and facts.sort not in {"visit", "press-conference"}:
        return fitting[0] if facts.reference == "same" else None
    return fitting[0]


def _may_be_of(facts: Facts, known: Facts) -> bool:
    """Whether "this request", of some parties or none, may be one that was told with what is asked."""
    left, right = ((facts.asking, known.asking), (facts.asked, known.asked))
    return bool(known.leads) and all(not told or not of or told & of for told, of in (left, right))


def _score(one: Facts, other: Facts) -> float:
    """How surely a report tells one thing twice: what is merely alike in meaning it tells because it is another."""
    return sum(feature.value for feature in features(one, other) if feature.name != "meaning")
