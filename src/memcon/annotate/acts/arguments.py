"""Who does what to whom, where, when and how long: the roles of an act.

In: a trigger with its predicate and governors. Out: arguments, the time and the duration.
A role of a party is filled only by words that mean one; an object that means none shows that the word tells another
thing ("met the deadline").
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from memcon.annotate.acts.lexicon import Predicate, predicates, status_word, usual
from memcon.annotate.acts.setting import (
    Governor,
    arguments,
    clause,
    clause_governors,
    is_verb,
    joined,
    preposition,
    span,
)
from memcon.annotate.tree import Tree
from memcon.core.act import PARTIES, ActRole, Argument
from memcon.core.annotation import Mention, Statement
from memcon.core.document import Document
from memcon.core.reading import Reading
from memcon.core.times import Time

_PLACES = frozenset({"place", "country", "facility"})
_AT = frozenset("in at on near outside inside aboard".split())
_CONDITIONAL = frozenset({"if", "unless", "provided", "once"})
_BY_THEN = frozenset({"by", "before", "until", "within"})
_LIMITS = frozenset("since until till before after by through between".split())
_HELPS = frozenset({"aux", "mark", "advmod", "cop"})
_THINGS = frozenset({"by", "on"})
"""Roles that a ship, a house or a shipment can fill as well."""
_ANSWERED = frozenset({"accepted", "declined", "unanswered"})
"""Statuses that whoever is asked gives a request."""
_FIRST: Mapping[str, ActRole] = {"request": "by", "commitment": "by", "position": "party"}
"""Kinds that are somebody's words, with the role of whose they are."""


@dataclass(slots=True)
class Cast:
    """Everything in a document that can fill a role, by number of word.

    Attributes:
        mentions: What each word is part of, the shortest.
        places: The names of places by their last word.
        times: By the word they hang by.
        contents: For each word, the innermost statement that it is part of the content of.
    """

    document: Document
    tree: Tree
    mentions: Mapping[int, Mention]
    places: Mapping[int, tuple[int, int]]
    times: Mapping[int, Time]
    contents: Mapping[int, Statement]

    @classmethod
    def of(
        cls,
        document: Document,
        tree: Tree,
        reading: Reading,
        mentions: Sequence[Mention],
        times: Sequence[Time],
        statements: Sequence[Statement],
    ) -> "Cast":
        """Of one document."""
        by_word: dict[int, Mention] = {}
        for mention in sorted(mentions, key=lambda one: one.anchor.start - one.anchor.end):
            by_word |= dict.fromkeys(tree.inside(mention.anchor.start, mention.anchor.end), mention)
        places = {}
        for name in reading.names:
            if name.type in _PLACES and (words := tree.inside(name.anchor.start, name.anchor.end)):
                places[tree.top(words)] = (words.start, words.stop)
        timed = {}
        for time in times:
            if words := tree.inside(time.anchor.start, time.anchor.end):
                timed[tree.top(words)] = time
        contents: dict[int, Statement] = {}
        for statement in sorted(statements, key=lambda one: one.content[0].start - one.content[-1].end):
            for part in statement.content:
                contents |= dict.fromkeys(tree.inside(part.start, part.end), statement)
        return cls(document, tree, by_word, places, timed, contents)

    def argument(self, role: ActRole, word: int) -> Argument | None:
        """The phrase of a word in a role; None where the role is a party's and the phrase means none."""
        tree = self.tree
        if role in PARTIES:
            mention = self.mentions.get(word)
            if mention is not None:
                return Argument(role, mention.anchor, mention.name)
            if role not in _THINGS or tree.upos[word] not in {"NOUN", "PROPN"} or word in self.times:
                return None
        if word in self.times or (role == "place" and not self._place(word)):
            return None
        first, last = (clause if is_verb(tree, word) else span)(tree, word)
        return Argument(role, self.document.anchor(tree.starts[first], tree.ends[last - 1]))

    def _place(self, word: int) -> bool:
        """Whether a phrase is where something can be: a place, or whatever stands behind "at"."""
        mention = self.mentions.get(word)
        if word in self.places or (mention is not None and mention.type in {"state", "organisation"}):
            return True
        return mention is None and preposition(self.tree, word) == "at"


def find_arguments(
    cast: Cast, trigger: int, predicate: Predicate, above: Sequence[Governor], *, sure: bool
) -> tuple[Argument, ...] | None:
    """The arguments of an act; None where what stands in a role shows that the word tells something else.

    Args:
        sure: Whether that is known not to be so.
    """
    near = clause_governors(above)
    told: list[Argument] = []
    for role, word, direct in _filled(cast, trigger, predicate, near):
        argument = cast.argument(role, word)
        if argument is None and direct and role in PARTIES:
            if not sure and "content" not in predicate.roles.values():
                return None
            argument = cast.argument("content", word)
        told += [argument] if argument is not None else []
    told += _listed(cast, trigger, predicate)
    told += _spoken(cast, trigger, predicate, told)
    told += (*_beside(cast, trigger, near), *_counted(cast, trigger, predicate, near))
    found = _distinct(told, cast.tree.starts[trigger])
    have = {argument.role for argument in found if argument.party or argument.role not in PARTIES}
    if predicate.kind == "engagement" and have & {"participant", "visitor", "host"}:
        have.add("participant")
    return found if sure or predicate.needs <= have else None


def _distinct(told: Sequence[Argument], trigger: int) -> tuple[Argument, ...]:
    """Each filler once, without what the trigger itself stands in, and nobody who asks himself."""
    found = dict[tuple[str, str, int], Argument]()
    asking = {one.party for one in told if one.role == "by" and one.party}
    for one in told:
        inside = one.role in PARTIES and one.anchor.start <= trigger < one.anchor.end
        if not inside and not (one.role == "to" and one.party in asking):
            found.setdefault((one.role, one.party, 0 if one.party else one.anchor.start), one)
    return tuple(sorted(found.values()))


def _filled(
    cast: Cast, trigger: int, predicate: Predicate, above: Sequence[Governor]
) -> Iterator[tuple[ActRole, int, bool]]:
    """What fills which role: role, head word, and whether its being no party tells against the act."""
    tree = cast.tree
    roles = {**usual(predicate.kind, predicate.type).roles, **predicate.roles}
    found = list(arguments(tree, trigger))
    if is_verb(tree, trigger) and "subject" not in {sort for sort, _ in found}:
        found += [("subject", n) for n in _before(cast, trigger)]
    for sort, word in found:
        if (role := roles.get(sort)) is not None:
            yield role, word, sort == "object" and is_verb(tree, trigger) and sort in predicate.roles
    if is_verb(tree, trigger):
        return
    for governor in above:  # "held talks with Marn", "turned down a request from Orrin"
        for sort, word in arguments(tree, governor.word):
            if word == trigger or _within(tree, trigger, word):
                continue
            if sort == "subject":
                yield _subject_of_noun(tree, governor, predicate), word, False
            elif sort in roles and sort not in {"object", "clause", "possessive"}:
                yield roles[sort], word, False
        if is_verb(tree, governor.word):
            break


def _before(cast: Cast, verb: int) -> Iterator[int]:
    """Whoever stands right before a verb and what helps it, if the tree gives it no subject: "urged Marn to meet"."""
    tree = cast.tree
    helping = (m for m in tree.children[verb] if m < verb and tree.relations[m].partition(":")[0] in _HELPS)
    n = min(helping, default=verb) - 1
    if n >= tree.sentence(verb).start and n in cast.mentions and tree.child(verb, "nsubj:pass") is None:
        yield n


def _within(tree: Tree, inner: int, outer: int) -> bool:
    return any(head == outer for _, head in tree.climb(inner))


def _subject_of_noun(tree: Tree, governor: Governor, predicate: Predicate) -> ActRole:
    """What the subject is of "made a request" and of "turned down a request"."""
    own = predicate.roles.get("subject") or predicate.roles.get("possessive")
    match predicate.kind:
        case "request":
            answered = status_word(tree, governor.word, "request") in _ANSWERED
            declined = any(one.kind == "request" for one in predicates(tree, governor.word))
            return "to" if answered or declined else "by"
        case "engagement":
            return own or "participant"
        case "channel" | "position":
            return "party"
        case _:
            return own or "by"


def _listed(cast: Cast, trigger: int, predicate: Predicate) -> Iterator[Argument]:
    """Everybody whom a headline without a verb names: "Readout of the Chancellor's Call with Premier Orrin"."""
    sentence = cast.tree.sentence(trigger)
    if predicate.kind == "engagement" and not any(
        cast.tree.upos[n] in {"VERB", "AUX"} for n in sentence if n != trigger
    ):
        for mention in dict.fromkeys(cast.mentions[n] for n in sentence if n in cast.mentions):
            if mention.type == "person":
                yield Argument("participant", mention.anchor, mention.name)


def _spoken(cast: Cast, trigger: int, predicate: Predicate, found: Collection[Argument]) -> Iterator[Argument]:
    """Of what somebody says himself, the speaker: "We will lift it," Marn said."""
    first = _FIRST.get(predicate.kind)
    if first is None or any(one.role == first for one in found):
        return
    statement = cast.contents.get(trigger)
    if statement is not None and statement.speaker is not None:
        yield Argument(first, statement.speaker.anchor, statement.speaker.name)


def _beside(cast: Cast, trigger: int, above: Sequence[Governor]) -> Iterator[Argument]:
    """Where it is, and on what condition."""
    tree = cast.tree
    for word in (trigger, *(one.word for one in above)):
        for n in tree.children[word]:
            if tree.relations[n].partition(":")[0] in {"obl", "nmod"} and preposition(tree, n) in _AT:
                for place in (n, *joined(tree, n)):
                    if place in cast.places:
                        start, end = cast.places[place]
                        yield Argument("place", cast.document.anchor(tree.starts[start], tree.ends[end - 1]))
            if tree.relations[n] == "advcl" and any(tree.lower[m] in _CONDITIONAL for m in tree.children[n]):
                first, last = clause(tree, n)
                yield Argument("condition", cast.document.anchor(tree.starts[first], tree.ends[last - 1]))
        if is_verb(tree, word):
            return


def _counted(cast: Cast, trigger: int, predicate: Predicate, above: Sequence[Governor]) -> Iterator[Argument]:
    """How often, and until when: what is asked for or promised."""
    tree = cast.tree
    if predicate.kind not in {"request", "commitment"}:
        return
    if not is_verb(tree, trigger):
        for n in tree.children[trigger]:
            if tree.relations[n] == "nummod" or (tree.upos[n] == "NUM" and n < trigger):
                words = tree.below(n)
                yield Argument("count", cast.document.anchor(tree.starts[words[0]], tree.ends[words[-1]]))
    own = {trigger, *(one.word for one in above)}
    for n in tree.sentence(trigger):
        time = cast.times.get(n)
        if time is None or not any(head in own for _, head in tree.climb(n)):
            continue
        limit = tree.case(n) in _BY_THEN
        if limit or (time.interval is not None and predicate.kind == "commitment" and tree.heads[n] not in own):
            yield Argument("deadline", time.anchor)


def find_times(
    cast: Cast, trigger: int, above: Sequence[Governor], others: frozenset[int]
) -> tuple[Time | None, Time | None]:
    """When and how long: the nearest expressions that hang on the trigger or on what governs it.

    Args:
        others: Triggers of other acts, on which what hangs is theirs.
    """
    tree = cast.tree
    own = [trigger, *(one.word for one in clause_governors(above))]
    when: Time | None = None
    long: Time | None = None
    best = len(own)
    for n in tree.sentence(trigger):
        time = cast.times.get(n)
        if time is None:
            continue
        at = next((m for m in (n, *(head for _, head in tree.climb(n))) if m in own or m in others), None)
        if at not in own or tree.case(n) in _LIMITS:
            continue
        place = own.index(at)
        if time.type == "duration" and time.duration is not None and tree.case(n) != "in":  # "the first in five years"
            long = long or (time if place == 0 or is_verb(tree, at) else None)
        elif time.interval is not None and time.type in {"date", "time"} and place < best:
            when, best = time, place
    return when, long
