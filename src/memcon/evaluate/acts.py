"""How well acts are found: kind, status, type and roles, sentence by sentence.

In come sentences with their acts marked and what was found in them; out come `Tally`s.

- `KIND`: a found act is right if one of its kind is marked whose trigger it shares or stands beside (same word, or each
  in the other's role-free reach of two words); each marked act counts once.
- `status`, `type`: of the acts found right, the share whose status or type is the marked one.
- `roles`: of those, every party, place, time and content: right if it overlaps what is marked in the same role.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memcon.core.act import KINDS, Act
from memcon.core.document import Document
from memcon.evaluate.actcorpus import GoldAct, Sentence
from memcon.evaluate.metrics import HIT, MISS, SPURIOUS, WRONG, Counts
from memcon.evaluate.tally import Tally, add

_APART = 24
"""Code points between two words that may both be taken for one act's trigger: "held talks", "turned down a request"."""

_SCORED = {"visitor": "participant", "host": "participant"}


def tally(sentences: Iterable[tuple[Sentence, Document, Sequence[Act]]]) -> Tally:
    """Counts by measure and file."""
    counted: Tally = {}
    for sentence, _, acts in sentences:
        place = ("acts", sentence.file)
        pairs, missed, extra = paired(sentence.acts, acts)
        for marked, act in pairs:
            add(counted, marked.kind, place, HIT)
            add(counted, "status", place, HIT if marked.status == act.status else WRONG)
            add(counted, "type", place, HIT if marked.type == act.type else WRONG)
            for counts in _roles(marked, act):
                add(counted, "roles", place, counts)
        for marked in missed:
            add(counted, marked.kind, place, MISS)
        for act in extra:
            add(counted, act.kind, place, SPURIOUS)
    return counted


def paired(
    marked: Sequence[GoldAct], acts: Sequence[Act]
) -> tuple[list[tuple[GoldAct, Act]], list[GoldAct], list[Act]]:
    """GoldAct acts with those found for them, the nearest first; and what is left of either."""
    near = sorted(
        (_apart(one, act), n, m)
        for n, one in enumerate(marked)
        for m, act in enumerate(acts)
        if one.kind == act.kind and _apart(one, act) <= _APART
    )
    pairs: dict[int, int] = {}
    for _, n, m in near:
        if n not in pairs and m not in pairs.values():
            pairs[n] = m
    return (
        [(marked[n], acts[m]) for n, m in sorted(pairs.items())],
        [one for n, one in enumerate(marked) if n not in pairs],
        [act for m, act in enumerate(acts) if m not in pairs.values()],
    )


def macro(by_kind: Sequence[Sequence[Counts]]) -> float:
    """Mean F1 of the kinds."""
    from memcon.evaluate.metrics import f1

    return sum(map(f1, by_kind)) / len(by_kind)


def _apart(marked: GoldAct, act: Act) -> int:
    return max(marked.start - act.trigger.end, act.trigger.start - marked.end, 0)


def _roles(marked: GoldAct, act: Act) -> Iterable[Counts]:
    found = [(_SCORED.get(one.role, one.role), one.anchor.start, one.anchor.end) for one in act.arguments]
    if act.time is not None:
        found.append(("time", act.time.start, act.time.end))
    if act.duration is not None:
        found.append(("duration", act.duration.start, act.duration.end))
    wanted = [(role, start, end) for role, places in marked.roles.items() for start, end in places]
    for role, start, end in wanted:
        hit = any(one == role and start < stop and begin < end for one, begin, stop in found)
        yield HIT if hit else MISS
    for role, begin, stop in found:
        if not any(one == role and start < stop and begin < end for one, start, end in wanted):
            yield SPURIOUS
