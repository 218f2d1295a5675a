"""Who does what to whom: the roles of an act.

In: a trigger with its predicate and governors. Out: its arguments.
A role of a party is filled only by words that mean one; an object that means none shows that the word tells another
thing ("met the deadline").
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from memcon.annotate.acts.cast import Cast
from memcon.annotate.acts.circumstances import APART, circumstances, elsewhere, is_next_to
from memcon.annotate.acts.doers import ANSWERED, guest, hanging, invited
from memcon.annotate.acts.lexicon import Predicate, hosts, keys, predicates, status_word, usual
from memcon.annotate.acts.mood import OBJECTS
from memcon.annotate.acts.setting import Governor, clause_governors, helps, is_verb, maybe
from memcon.annotate.tree import Tree
from memcon.core.act import PARTIES, ActKind, ActRole, Argument
from memcon.core.terms import listed

_FIRST: Mapping[str, ActRole] = {"request": "by", "commitment": "by", "position": "party"}
"""Kinds that are somebody's words, with the role of whose they are."""
_DEEDS = frozenset({"incident", "measure"})
_BESIDE = APART | {"during", "amid", "because of"}
"""Prepositions of an act that another one is told by: who does that one need not take part in it."""
_OVER = frozenset("over at during in".split())
"""Prepositions of an act in which people talk: "told his guests over dinner"."""
_INSIDE = frozenset({"clause", "possessive", "of"})
"""Sorts of what hangs on a word above an act and is no part of it: "the strike emptied the port of its ships"."""
_BOTH = 2
_MUTUAL = frozenset({"meeting", "call", "dinner", "summit"})
"""Types of what people have with each other."""
_PARTED = 2  # words between two pieces of one thing that is asked
_Own = tuple[ActRole, str, int]
"""A role, the sort or preposition by which it is filled, and the head of what fills it."""


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
        filled = cast.arguments(role, word)
        if not filled and direct and role in PARTIES:
            if not sure and "content" not in predicate.roles.values():
                return None
            filled = () if cast.tree.upos[word] == "PRON" else cast.arguments("content", word)
        told += filled
    told += _granted(cast, trigger, predicate, near)
    told += _listed(cast, trigger, predicate, near, told)
    told += _spoken(cast, trigger, predicate, told)
    told += circumstances(cast, trigger, predicate, near)
    found = _distinct(cast, told, trigger)
    have = {argument.role for argument in found if argument.party or argument.role not in PARTIES}
    if predicate.kind == "engagement" and have & {"participant", "visitor", "host"}:
        have.add("participant")
    return found if sure or predicate.needs <= have else None


def _distinct(cast: Cast, told: Sequence[Argument], trigger: int) -> tuple[Argument, ...]:
    """Each filler once, by its name rather than a pronoun, without what the trigger itself stands in.

    Nobody asks or visits himself.
    """
    tree = cast.tree
    found = dict[tuple[str, str, int], Argument]()
    asking = {one.party for one in told if one.role == "by" and one.party}
    named = [one for one in told if tree.upos[tree.at(one.anchor.start)] != "PRON" or not one.party]
    for one in (_behind(cast, one, trigger) for one in (*named, *told)):
        inside = one.role in PARTIES | {"occasion"} and one.anchor.start <= tree.starts[trigger] < one.anchor.end
        inside = inside and guest(cast, trigger) is None
        if not inside and not (one.role == "to" and one.party in asking):
            found.setdefault((one.role, one.party, 0 if one.party else one.anchor.start), one)
    hosts = {one.party: one for one in found.values() if one.role == "host" and one.party}
    twice = {
        min(one, hosts[one.party], key=lambda each: _exactness(cast, each))
        for one in found.values()
        if one.role == "visitor" and one.party in hosts
    }
    wide = [one.anchor for one in found.values() if one.role == "place"]
    kept = [
        one for one in found.values()
        if (one.role != "place" or not any(place != one.anchor and place.contains(one.anchor) for place in wide))
        and one not in twice
    ]  # fmt: skip
    return tuple(sorted(_together(cast, kept, tree.starts[trigger])))


def _exactness(cast: Cast, one: Argument) -> int:
    """How surely words mean somebody: a pronoun least, a name most."""
    tree = cast.tree
    words = tree.inside(one.anchor.start, one.anchor.end)
    mention = cast.mentions.get(tree.top(words))
    return 0 if mention is None or mention.kind == "pronoun" else 1 if mention.kind == "description" else 2


def _behind(cast: Cast, one: Argument, trigger: int) -> Argument:
    """What is promised, without who promises it: of "Peru would pay" only what comes after "would"."""
    tree = cast.tree
    passive = tree.child(tree.heads[trigger], "aux:pass") is not None
    if helps(tree, trigger) and passive:  # "that the crew would be freed"
        return one
    if one.role != "content" or not one.anchor.start <= tree.starts[trigger] < tree.ends[trigger] < one.anchor.end:
        return one
    return replace(one, anchor=cast.document.anchor(tree.starts[trigger + 1], one.anchor.end))


def _together(cast: Cast, told: Sequence[Argument], trigger: int) -> Iterator[Argument]:
    """The arguments, what is asked or promised in one piece where only a word or two parts its pieces."""
    last: Argument | None = None
    for one in sorted(told):
        if one.role != "content":
            yield one
        elif last is not None and _joins(cast, last, one, trigger):
            last = replace(last, anchor=cast.document.anchor(last.anchor.start, max(last.anchor.end, one.anchor.end)))
        else:
            yield from () if last is None else (last,)
            last = one
    yield from () if last is None else (last,)


def _joins(cast: Cast, one: Argument, other: Argument, trigger: int) -> bool:
    """Whether two pieces are one thing: side by side, not joined by "and", and not on two sides of the trigger."""
    between = cast.tree.inside(one.anchor.end, other.anchor.start)
    joined = any(cast.tree.upos[n] == "CCONJ" for n in between)
    return len(between) <= _PARTED and not joined and not one.anchor.start < trigger < other.anchor.start


def _filled(
    cast: Cast, trigger: int, predicate: Predicate, above: Sequence[Governor]
) -> Iterator[tuple[ActRole, int, bool]]:
    """What fills which role: role, head word, and whether its being no party tells against the act."""
    tree = cast.tree
    roles = _roles(predicate)
    verb = is_verb(tree, trigger)
    hung = [(sort, word) for sort, word in hanging(cast, trigger) if sort in roles and not (verb and sort == "of")]
    there = any(roles[sort] == "place" and cast.arguments("place", word) for sort, word in hung)
    own = [_undergone(cast, predicate, (roles[sort], sort, word), there=there) for sort, word in hung]
    own = list(_addressed(cast, predicate.kind, own))
    for role, sort, word in own:
        yield role, word, sort == "object" and verb and sort in predicate.roles
    if not verb and guest(cast, trigger) is None:
        for role, word in _governed(cast, trigger, predicate, above, own):
            yield role, word, False


def _governed(
    cast: Cast, trigger: int, predicate: Predicate, above: Sequence[Governor], own: Sequence[_Own]
) -> Iterator[tuple[ActRole, int]]:
    """What the words above a noun fill of its roles: "held talks with Marn", "turned down a request from Orrin"."""
    tree = cast.tree
    taken = {role for role, _, word in own if role in PARTIES and word in cast.mentions}
    named = {role for role, _, word in own if role in taken and tree.upos[word] != "PRON"}
    beside = sum(sort == "between" for _, sort, _ in own) > 1
    reported = False
    complete = _is_complete(cast, predicate, own)
    for number, governor in enumerate(above):
        beside = beside or governor.case in _BESIDE
        if (beside and taken) or tree.lemmas[governor.word] in listed("telling", "margins"):
            return
        reported = reported or tree.lemmas[governor.word] in listed("telling", "told_of")
        called = invited(cast, governor.word) if predicate.kind == "engagement" else ()
        for word in called:
            yield _roles(predicate).get("subject") or "participant", word
        if called and predicate.type == "visit":
            return
        for sort, word in hanging(cast, governor.word):
            if word == trigger or _within(tree, trigger, word) or (reported and taken and sort == "subject"):
                continue
            if sort == "with" and predicate.type == "visit" and _is_met(tree, governor):
                continue
            if sort == "subject" and complete and tree.lemmas[governor.word] not in listed("telling", "coming"):
                continue
            role = _by_governor(tree, governor, predicate, sort, named if predicate.kind in _DEEDS else taken)
            away = role == "place" and elsewhere(tree, above[: number + 1]) and not is_next_to(tree, trigger, word)
            if role is not None and not away:
                yield role, word
        if is_verb(tree, governor.word):
            return


def _is_met(tree: Tree, governor: Governor) -> bool:
    """Whether a verb above a visit tells of somebody who was met on it: "during the visit she met with Orrin"."""
    return is_verb(tree, governor.word) and any(one.type == "meeting" for one in predicates(tree, governor.word))


def _is_complete(cast: Cast, predicate: Predicate, own: Sequence[_Own]) -> bool:
    """Whether a noun has both parties of an engagement by itself: "recalled Orrin's meeting with Marn".

    So has a letter that tells whose it is, whoever brings it, and a visit, whoever puts it off.
    """
    if predicate.kind != "engagement":
        return False
    tree = cast.tree
    told = [
        (sort, cast.mentions.get(word)) for role, sort, word in own if role in PARTIES and tree.upos[word] != "PRON"
    ]
    named = {sort for sort, mention in told if mention is not None and mention.type in {"person", "state"}}
    if predicate.type == "letter":
        return bool(named & {"from", "of", "possessive"})
    if predicate.type == "visit":
        return any(
            role == "visitor" and sort == "possessive" and cast.tree.upos[word] != "PRON" and word in cast.mentions
            for role, sort, word in own
        )
    return "possessive" in named and bool(named - {"possessive"})


def _by_governor(
    tree: Tree, governor: Governor, predicate: Predicate, sort: str, taken: Collection[ActRole]
) -> ActRole | None:
    """The role in a noun's act of what hangs on a word above it; None if it has none."""
    if sort == "subject":
        if _is_companion(tree, governor, predicate):
            return "participant"
        role = _subject_of_noun(tree, governor, predicate)
        known = predicate.kind in {"request", *_DEEDS} and role in taken
        return role if not known and _takes_part(tree, governor, predicate) else None
    if sort == "object":
        if _is_companion(tree, governor, predicate):
            return "visitor"
        guests = (governor.case in _OVER and not taken) or hosts(tree, governor.word)
        return "participant" if predicate.kind == "engagement" and guests else None
    return _roles(predicate).get(sort) if sort not in _INSIDE else None


def _is_companion(tree: Tree, governor: Governor, predicate: Predicate) -> bool:
    """Whether it is told who goes along on the visit of somebody else: "accompanied the minister on the trip"."""
    joins = (
        predicate.type == "visit"
        and governor.case == "on"
        and tree.child(governor.word, "obj", "nsubj:pass") is not None
    )
    return joins and any(word in listed("telling", "joining") for word, _ in keys(tree, governor.word))


def _roles(predicate: Predicate) -> Mapping[str, ActRole]:
    return {**usual(predicate.kind, predicate.type).roles, **predicate.roles}


def _undergone(cast: Cast, predicate: Predicate, own: _Own, *, there: bool) -> _Own:
    """The same, but of "the visit of Marn" Marn is the visitor, where of "the visit of Peru" Peru is the place.

    So it is of "Marn's Peru visit". Of "Marn's arrest" Marn is arrested, where of "Peru's arrest of Marn" it is Peru's.

    Args:
        there: Whether another word tells the place: "a Peru visit to Chile".
    """
    role, sort, word = own
    mention = cast.mentions.get(word)
    bound = sort == "possessive" and cast.tree.relations[word] == "compound" and predicate.type == "visit"
    if bound and not there and mention is not None and mention.type == "state":
        return "place", sort, word
    if mention is None or mention.type not in {"person", "group"}:
        return own
    if role == "place" and predicate.type == "visit":
        return "visitor", sort, word
    taken = role == "by" and sort == "possessive" and predicate.type == "detention"
    return ("on", sort, word) if taken else own


def _addressed(cast: Cast, kind: ActKind, own: Sequence[_Own]) -> Iterator[_Own]:
    """The same, but of two things that are asked or promised a party is the one to whom: "promised Marn a map".

    Whoever is to do what is asked is asked: "demanded that Marn leave".
    """
    contents = [word for role, _, word in own if role == "content"]
    told = any(role == "to" for role, _, _ in own)
    for role, sort, word in own:
        asked = role == "content" and sort == "object" and kind in {"request", "commitment"} and len(contents) > 1
        yield ("to" if asked and word in cast.mentions else role), sort, word
        does = cast.tree.child(word, "nsubj") if sort == "clause" and kind == "request" and not told else None
        if does is not None:
            yield "to", sort, does


def _takes_part(tree: Tree, governor: Governor, predicate: Predicate) -> bool:
    """Whether the subject of a governor is in the act: not of "were announced by" or "set goals for the visit".

    Nor is whoever condemns an attack its doer, or does something after it.
    """
    if predicate.kind in _DEEDS:
        does = governor.case in OBJECTS and bool(status_word(tree, governor.word, predicate.kind))
        return does or _undergoes(tree, governor)
    if predicate.kind != "engagement":
        return True
    if predicate.type == "visit" and governor.case == "for":
        travels = any(one.type == "visit" for one in predicates(tree, governor.word))
        return travels or bool(status_word(tree, governor.word, "engagement", "for"))
    return governor.relation != "nsubj:pass" or status_word(tree, governor.word, "engagement") == "held"


def _undergoes(tree: Tree, governor: Governor) -> bool:
    """Whether a deed is done to the subject of what governs it: "came under attack", "faces sanctions"."""
    return governor.case == "under" or any(word == "face" for word, _ in keys(tree, governor.word))


def _within(tree: Tree, inner: int, outer: int) -> bool:
    return any(head == outer for _, head in tree.climb(inner))


def _subject_of_noun(tree: Tree, governor: Governor, predicate: Predicate) -> ActRole:
    """What the subject is of "made a request" and of "turned down a request"."""
    own = predicate.roles.get("subject") or predicate.roles.get("possessive")
    match predicate.kind:
        case "incident" | "measure" if _undergoes(tree, governor):
            return "on"
        case "request":
            replies = tree.lemmas[governor.word] in listed("acts/request", "answers", "replying")
            answered = replies or status_word(tree, governor.word, "request") in ANSWERED
            declined = any(one.kind == "request" for one in predicates(tree, governor.word))
            return "to" if answered or declined else "by"
        case "engagement":
            return own or "participant"
        case "channel" | "position":
            return "party"
        case _:
            return own or "by"


def _granted(cast: Cast, trigger: int, predicate: Predicate, above: Sequence[Governor]) -> Iterator[Argument]:
    """What somebody asked for, told by what was agreed to: "at the request of Malta, Peru consented to a pause"."""
    tree = cast.tree
    if predicate.kind != "request" or tree.case(trigger) != "at" or not above:
        return
    verb = above[0].word
    promise = next((one for one in predicates(tree, verb) if one.kind == "commitment"), None)
    if promise is not None and is_verb(tree, verb):
        for sort, n in hanging(cast, verb):
            if _roles(promise).get(sort) == "content" and n != trigger:
                yield from cast.arguments("content", n)


def _listed(
    cast: Cast, trigger: int, predicate: Predicate, above: Sequence[Governor], found: Collection[Argument]
) -> Iterator[Argument]:
    """Everybody whom a headline without a verb names: "Readout of the Chancellor's Call with Premier Orrin".

    So of a sentence without another verb, if the tree shows fewer than two people; and where there is one that only
    says that it was held, whoever stands first, behind "and" or behind "with".
    """
    tree = cast.tree
    people = {one.name for one in cast.mentions.values() if one.type == "person" and one.kind == "name"}
    people &= {one.party for one in found}
    verb = is_verb(tree, trigger)
    if predicate.kind != "engagement" or (verb and len(people) > 1):
        return
    sentence = tree.sentence(trigger)
    verbs = {n for n in sentence if tree.upos[n] in {"VERB", "AUX"} and n != trigger}
    for mention in dict.fromkeys(cast.mentions[n] for n in sentence if n in cast.mentions):
        words = tree.inside(mention.anchor.start, mention.anchor.end)
        if mention.type != "person" or maybe(tree, words.start):
            continue
        if not verbs:
            of = words.start > 0 and tree.lower[words.start - 1] == "of"  # "at the inauguration of President Marn"
            if not (verb and (of or mention.kind == "pronoun")):
                yield Argument("participant", mention.anchor, mention.name)
        elif predicate.type in _MUTUAL and len(people) < _BOTH and verbs - set(words) <= _holding(tree, trigger, above):
            first = words.start == sentence.start or tree.lower[words.start - 1] in {"and", "with"}
            if first and mention.kind != "pronoun":
                yield Argument("participant", mention.anchor, mention.name)


def _holding(tree: Tree, trigger: int, above: Sequence[Governor]) -> set[int]:
    """The verb that says that an engagement was held, with its auxiliaries; none if it says something else."""
    verb = next((one.word for one in above if is_verb(tree, one.word)), trigger)
    if verb != trigger and status_word(tree, verb, "engagement") != "held":
        return set()
    return {verb, *(n for n in tree.children[verb] if tree.upos[n] == "AUX")}


def _spoken(cast: Cast, trigger: int, predicate: Predicate, found: Collection[Argument]) -> Iterator[Argument]:
    """Of what somebody says himself, the speaker: "We will lift it," Marn said."""
    first = _FIRST.get(predicate.kind)
    if first is None or any(one.role == first for one in found):
        return
    statement = cast.contents.get(trigger)
    speaker = None if statement is None else statement.speaker
    if speaker is not None and speaker.name not in {one.party for one in found}:
        yield Argument(first, speaker.anchor, speaker.name)
