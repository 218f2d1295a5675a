"""What the engagements of one report, and its channels, tell about one another.

In: the acts of a document as each was found by itself. Out: the same, fewer and better known.

- Who only "spoke" or "discussed" did so in the engagement that the headline names.
- "Met in the first round of talks" is one engagement told by three words; the one that tells most of it is kept.
- A headline of nouns tells no day ("Readout of the Chancellor's Call with Premier Orrin"); the sentence below it does.
- "The talks", where nobody is named, are those that were told before; those of a headline are told below it.
- "It will be chaired by Marn" tells of the engagement in the sentence before, and who else takes part.
- "The line" is the hotline that was told just before.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from memcon.annotate.acts.cast import Cast
from memcon.annotate.acts.lexicon import keys, lexicon
from memcon.annotate.acts.setting import is_verb
from memcon.core.act import PARTIES, Act
from memcon.core.terms import listed
from memcon.core.times import Time

_WITHIN = frozenset("in at of during over by on for".split()) | {""}
"""Prepositions by which one word for an engagement hangs on another word for the same."""
_ALIKE: Mapping[str, str] = {"summit": "meeting", "conference": "meeting"}
"""Types that a meeting is told by as well."""
_LAST = 2
"""Sentences back to what a noun points to."""
_KNOWN = frozenset({"the", "this", "these", "those", "that"})


def settled(acts: Sequence[Act], cast: Cast) -> tuple[Act, ...]:
    """The acts of a document, in reading order."""
    headline = next((zone.end for zone in cast.document.zones if zone.kind == "headline"), 0)
    kept = _once(list(_channelled(_typed(acts, cast, headline), cast)), cast)
    return tuple(_with_parties(list(_dated(kept, cast, headline)), cast, headline))


def _typed(acts: Sequence[Act], cast: Cast, headline: int) -> list[Act]:
    """The acts; who only "spoke" or "discussed" did so in the engagement that the headline names.

    That is the one with some of the same people; of the first that a report tells below its headline it is the first.
    """
    tree = cast.tree
    engagements = [one for one in acts if one.kind == "engagement"]
    named = [one for one in engagements if one.trigger.start < headline]
    first = next((one for one in engagements if one.trigger.start >= headline), None)

    def typed(act: Act) -> Act:
        n = tree.at(act.trigger.start)
        said = {word for word, _ in keys(tree, n)}
        bare = act.type == "meeting" and is_verb(tree, n) and not said.isdisjoint(listed("telling", "unspecific"))
        same = next((one for one in named if act is first or set(one.parties) & set(act.parties)), None)
        return replace(act, type=same.type) if act.kind == "engagement" and bare and same is not None else act

    return [typed(one) for one in acts]


def _channelled(acts: Sequence[Act], cast: Cast) -> Iterator[Act]:
    """The acts; a channel that is "the line" is the last one, if that may be called so: of its sort and parties."""
    tree = cast.tree
    last: Act | None = None
    for act in acts:
        told = act
        if act.kind == "channel":
            n = tree.at(act.trigger.start)
            near = last is not None and tree.sentences[n] - tree.sentences[tree.at(last.trigger.start)] <= _LAST
            if last is not None and near and _is_only_known(cast, n) and last.type in _sorts(tree.lemmas[n]):
                told = replace(_with_those_of(act, last), type=last.type)
            last = told
        yield told


def _is_only_known(cast: Cast, n: int) -> bool:
    """Whether a noun has nothing beside it but a word that points back: "the line", not "the military line"."""
    tree = cast.tree
    beside = [m for m in tree.children[n] if m < n and tree.relations[m] in {"det", "amod", "compound", "nmod:poss"}]
    return bool(beside) and all(tree.lower[m] in _KNOWN for m in beside)


def _sorts(noun: str) -> set[str]:
    """The types of channels that are called by a noun."""
    return {one.type for _, one in lexicon().predicates.get((noun, False), ()) if one.kind == "channel"}


def _once(acts: Sequence[Act], cast: Cast) -> list[Act]:
    """The acts without those that another word of the clause tells better."""
    tree = cast.tree
    words = {tree.at(one.trigger.start): one for one in acts if one.kind == "engagement"}
    left = dict(words)
    instead: dict[int, int] = {}
    for n in sorted(words):
        head = instead.get(tree.heads[n], tree.heads[n])
        if tree.relations[n].partition(":")[0] not in {"obl", "nmod", "compound"} or tree.case(n) not in _WITHIN:
            continue
        inner, outer = left.get(n), left.get(head)
        if inner is None or outer is None or not _same(inner, outer, over=tree.case(n) == "over"):
            continue
        called = inner.type in {"visit", "dinner"}  # "arrived for a visit", "met over dinner"
        noun = called or _told(inner) > _told(outer)
        better, worse = (n, head) if noun else (head, n)
        left[better] = _joined(left[better], left.pop(worse))
        instead[worse] = better
    kept = {id(words[n]): one for n, one in left.items()}
    return [kept.get(id(one), one) for one in acts if one.kind != "engagement" or id(one) in kept]


def _same(inner: Act, outer: Act, *, over: bool) -> bool:
    """Whether two words may tell one engagement: of one sort, of one status, and none knows anybody else.

    Args:
        over: Whether the first is what the second is held over: "met over dinner" tells of a dinner.
    """
    meal = over and (inner.type, outer.type) == ("dinner", "meeting")
    if (
        (inner.type != outer.type and not meal)
        or inner.status != outer.status
        or (inner.time and outer.time and inner.time != outer.time)
    ):
        return False
    one, other = set(inner.parties), set(outer.parties)
    return one <= other or other <= one


def _told(act: Act) -> tuple[int, int, float]:
    return len(act.parties), len(act.arguments), act.score


def _joined(act: Act, other: Act) -> Act:
    """An act with what another word told of it besides."""
    have = {one.role for one in act.arguments}
    more = [one for one in other.arguments if one.role not in have and one.role not in PARTIES]
    return replace(
        act,
        arguments=tuple(sorted((*act.arguments, *more))),
        time=act.time or other.time,
        duration=act.duration or other.duration,
    )


def _dated(acts: Sequence[Act], cast: Cast, headline: int) -> Iterator[Act]:
    """The acts, that of a headline of nouns on the day of the sentence below, if that names all who take part."""
    opening = _opening(cast, headline)
    named = {cast.mentions[n].name for n in opening if n in cast.mentions}
    day = _day(cast, opening)
    for act in acts:
        bare = act.kind == "engagement" and act.trigger.start < headline and act.time is None and act.status == "held"
        if bare and day is not None and set(act.parties) <= named:
            yield replace(act, time=day.anchor)
        else:
            yield act


def _opening(cast: Cast, headline: int) -> range:
    """The first sentence below a headline, up to its verb where it is cut before: "Premier Juan Roa, Jr. | met"."""
    tree = cast.tree
    first = tree.at(headline)
    if not 0 < first < len(tree):
        return range(0)
    sentence = tree.sentence(first)
    if sentence.stop < len(tree) and not any(is_verb(tree, n) for n in sentence):
        sentence = range(sentence.start, tree.sentence(sentence.stop).stop)
    return sentence


def _day(cast: Cast, words: range) -> Time | None:
    """The day of what a sentence tells first: the expression that hangs highest; None if two do, or none does."""
    found = [
        (sum(1 for _ in cast.tree.climb(n)), n, time)
        for n in words
        if (time := cast.times.get(n)) is not None and time.type in {"date", "time"} and time.interval is not None
    ]
    if not found or sum(depth == min(found)[0] for depth, _, _ in found) > 1:
        return None
    return min(found)[2]


def _with_parties(acts: Sequence[Act], cast: Cast, headline: int) -> Iterator[Act]:
    """The acts; "the talks" of nobody, or of one who was in the last such act, have the parties of that one."""
    visit = _most_told([act for act in acts if act.type == "visit" and act.parties])
    last: dict[str, Act] = {}
    before: Act | None = None
    for act in acts:
        told = act
        if act.kind == "engagement":
            meant = None
            if before is not None and (it := _it(act, before, cast)) is not None:
                own = tuple(one for one in act.arguments if one.anchor.start != it)
                told = _with_those_of(replace(act, arguments=own), before)
            elif act.trigger.start < headline:
                meant = next((one for one in acts if one.trigger.start >= headline and one.type == act.type), None)
                meant = meant if meant is not None and meant.status == act.status else None
            else:
                meant = _meant(act, last, visit, cast)
            if meant is not None and _is_of(act, meant):
                told = _with_those_of(act, meant)
            if _is_full(told):
                last[_sort(told)] = told
            before = told
        yield told


def _with_those_of(act: Act, other: Act) -> Act:
    more = [one for one in other.arguments if one.role in PARTIES and one.party not in act.parties]
    return replace(act, arguments=tuple(sorted((*act.arguments, *more))))


def _it(act: Act, before: Act, cast: Cast) -> int | None:
    """Where the "it" stands that means the engagement told before: "It will be chaired by Marn"; None if none does."""
    tree = cast.tree
    n, last = tree.at(act.trigger.start), tree.at(before.trigger.start)
    subject = tree.child(n, "nsubj:pass")
    near = tree.sentences[n] - tree.sentences[last] <= 1
    return tree.starts[subject] if subject is not None and tree.lower[subject] == "it" and near else None


def _meant(act: Act, last: Mapping[str, Act], visit: Act | None, cast: Cast) -> Act | None:
    """The act that a definite noun refers to: the last of its sort; of visits the one that a report tells of most."""
    tree = cast.tree
    n = tree.at(act.trigger.start)
    if not any(tree.lower[m] in _KNOWN and m < n for m in tree.children[n]) or _is_titled(cast, n):
        return None
    if act.type == "visit" and visit is not None:
        return visit
    before = last.get(_sort(act))
    sooner = before is not None and tree.sentences[tree.at(before.trigger.start)] < tree.sentences[n]
    return before if sooner else None


def _is_titled(cast: Cast, n: int) -> bool:
    """Whether a noun is part of a name, rather than pointing back: "the Lagos Water Summit"."""
    tree = cast.tree
    before = [m for m in tree.children[n] if m < n and tree.relations[m] in {"compound", "amod", "flat"}]
    return any(tree.upos[m] == "PROPN" and m not in cast.timed and m not in cast.states for m in before)


def _sort(act: Act) -> str:
    return _ALIKE.get(act.type, act.type)


def _is_full(act: Act) -> bool:
    """Whether an act tells who takes part: two, or whoever visits."""
    return len(act.parties) > (act.type != "visit")


def _most_told(acts: Sequence[Act]) -> Act | None:
    """The first of the acts whose parties are told most often; None if others are told as often."""
    counted = Counter(act.parties for act in acts).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return None
    return next(act for act in acts if act.parties == counted[0][0])


def _is_of(act: Act, before: Act) -> bool:
    """Whether an act tells of fewer people than the one before, and of nobody else."""
    return len(act.parties) < min(2, len(before.parties)) and set(act.parties) <= set(before.parties)
