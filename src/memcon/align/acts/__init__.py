"""One act, wherever it is told.

In: acts as each report tells them, the parties behind their names, and what tracing found. Out: groups of acts.

    acts -> facts                what each tells that can be compared          reading, facts
         -> mentions             those of one report that are one act          mentions
         -> clusters             those of many reports                         clusters, by the scores of pairs

What tells too little to be known from others of its kind - a meeting of nobody, "several calls" - stays by itself, and
is marked as not identified.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from memcon.align.acts.asked import accepted
from memcon.align.acts.cast import Cast
from memcon.align.acts.clusters import cluster
from memcon.align.acts.facts import STATE, Facts
from memcon.align.acts.mentions import Mentions, group_mentions
from memcon.align.acts.reading import Setting, read_facts
from memcon.core.alignment import ActGroup
from memcon.core.annotation import Annotations
from memcon.core.derivation import Derivation
from memcon.core.document import Document
from memcon.core.entry import Join
from memcon.core.ids import DocumentId
from memcon.core.party import Party, party_index


def align_acts(
    documents: Mapping[DocumentId, Document],
    annotations: Iterable[Annotations],
    parties: Iterable[Party],
    derivations: Iterable[Derivation] = (),
) -> tuple[ActGroup, ...]:
    """Groups of acts, in the order of their first triggers; each act is in exactly one.

    Args:
        derivations: Their aligned passages show that two reports tell one thing.
    """
    index = party_index(parties)
    told: list[Mentions] = []
    for one in sorted(annotations, key=lambda each: each.document):
        times = {time.anchor: time for time in one.times}
        cast = Cast.of(one, index)
        document = documents[one.document]
        setting = Setting(document, index, times, cast, document.published)
        read = [(act, _of_dyad(read_facts(act, setting), cast)) for act in accepted(one.acts)]
        told += group_mentions(read, next((zone.end for zone in document.zones if zone.kind == "headline"), 0))
    passages = [passage for derivation in derivations if derivation.certain for passage in derivation.passages]
    groups = [_group(group, joins) for group, joins in cluster(told, passages)]
    return tuple(sorted(groups, key=lambda group: group.acts[0].trigger))


def _of_dyad(facts: Facts, cast: Cast) -> Facts:
    """A channel of one state, or of bodies that are none, is between the two sides that the report is about."""
    if facts.kind != "channel":
        return facts
    sides = facts.sides & (cast.states | cast.dyad)
    if len(sides) < 2 and sides <= cast.dyad:
        sides = cast.dyad
    return replace(facts, people=frozenset(), bodies=frozenset((side, STATE) for side in sides))


def _group(group: Sequence[Mentions], joins: tuple[Join, ...]) -> ActGroup:
    facts = reduce(Facts.joined, (one.facts for one in group))
    acts = sorted((act for one in group for act in one.acts), key=lambda act: act.trigger)
    type_ = facts.sort if facts.kind == "channel" else ""
    return ActGroup(tuple(acts), type_, facts.identified, joins)
