"""One party, whatever each document calls it.

In: the annotations of many documents. Out: parties, sorted by id, each with its alias in every document.

Each sort of party has its own rule; `people` has the one for named persons.

- A state is one party, by its name.
- A person who is only described ("a senior official") is a party of that document: nobody knows who it is.
- A body is recognised by its words in any order and its side: the ministry of foreign affairs of a state is that
  state's foreign ministry. One that is only described, and whose side is not shown, is a party of that document.
- A group is recognised by its words and its side, and is never a person.
- What may be either is what other documents show the same name to be; what one shows to be a state is no body.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from memcon.align.names import body_name, fold, is_description, means_state, person_name, state_name
from memcon.align.offices import dated_offices
from memcon.align.people import Seen, group_people
from memcon.core.annotation import Annotations, PartyType, Referent
from memcon.core.dates import PartialDate
from memcon.core.document import Document
from memcon.core.ids import DocumentId, PartyId, digest
from memcon.core.party import Alias, Party

_RANKED: tuple[PartyType, ...] = ("person", "state", "organisation", "group", "unknown")  # most specific first

_CORE = 4  # letters of a state's name, without the vowel it ends with, by which its adjective is recognised
_ENDINGS = frozenset({"an", "ian", "ean", "n", "ese", "ish", "i", "ic", "ans", "ians", "ch", "er"})

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """One party as its documents have it.

    Attributes:
        sort: Parties of different sorts are never one.
        key: What its names have in common.
    """

    sort: str
    key: Key
    seen: Sequence[Seen]


def align_parties(
    annotations: Iterable[Annotations], documents: Mapping[DocumentId, Document] | None = None
) -> tuple[Party, ...]:
    """The parties that are referred to; every referent of every document is the alias of exactly one.

    Args:
        documents: Say when each was published, which dates the roles; without them, roles have no dates.
    """
    seen = _sided(
        sorted((one for each in annotations for one in _seen(each)), key=lambda one: (one.document, one.aliases))
    )
    named, described, states, bodies = _sorted_out(seen)
    groups = [
        *(_Group("person", _best_key(group), group) for group in group_people(named)),
        *_keyed("person", described, lambda one: (fold(one.referent.name), one.document)),
        *_keyed("state", states, _state_key),
        *_keyed("body", bodies, _body_key),
    ]
    published = {
        document: given.published for document, given in (documents or {}).items() if given.published is not None
    }
    parties = (_party(group, made, published) for group, made in zip(groups, _ids(groups), strict=True))
    return tuple(sorted(parties, key=lambda party: party.id))


def _seen(annotations: Annotations) -> Iterator[Seen]:
    """The document's referents, and whoever speaks or is spoken to without being one."""
    referents = {one.name: one for one in reversed(annotations.referents)}
    others: dict[str, set[str]] = defaultdict(set)
    for statement in annotations.statements:
        for speaker in (statement.speaker, statement.addressee):
            if speaker is not None and speaker.name not in referents:
                owners = [one.name for one in annotations.referents if speaker.name in one.names]
                if len(owners) == 1:
                    others[owners[0]].add(speaker.name)
                else:
                    referents[speaker.name] = Referent(speaker.name, speaker.type, (speaker.name,))
    for name, referent in referents.items():
        yield Seen(annotations.document, referent, (name, *sorted(others[name])))


def _sided(seen: Sequence[Seen]) -> list[Seen]:
    """With the side of whoever holds an office of a state that another document shows to be one.

    The vocabulary knows the states of the world; one that it does not know - a state of an exercise, or of another
    time - is known once a report shows it to be a state, and then in all of them.
    """
    countries = {fold(one.referent.name): one.referent.name for one in seen if one.referent.type == "state"}
    cores = {core: name for folded, name in countries.items() if len(core := folded.rstrip("aeiouy")) >= _CORE}
    sided = []
    for one in seen:
        of = {role.of for role in one.referent.roles if role.of}
        name = one.referent.name
        named = one.referent.type == "person" and not is_description(name)  # a surname may look like an adjective
        words = [
            fold(word) for text in (*of, *(() if named else (name,))) for word in text.split() if word[:1].isupper()
        ]
        told = {countries[word] for text in of for word in map(fold, text.split()) if word in countries}
        told = told or {name for core, name in cores.items() if any(_adjective(word, core) for word in words)}
        known = one.referent.side is not None or one.referent.type == "state" or len(told) != 1
        sided.append(one if known else replace(one, referent=replace(one.referent, side=told.pop())))
    return sided


def _adjective(word: str, core: str) -> bool:
    """Whether a word may be the adjective of a state's name: that with another ending."""
    return word.startswith(core) and word[len(core) :] in _ENDINGS


def _sorted_out(seen: Iterable[Seen]) -> tuple[list[Seen], list[Seen], list[Seen], list[Seen]]:
    """Named persons, described persons, states, and bodies with groups."""
    named: list[Seen] = []
    described: list[Seen] = []
    states: list[Seen] = []
    others: list[Seen] = []
    everybody = list(seen)
    countries = {_state_key(one) for one in everybody if one.referent.type == "state"}
    for one in everybody:
        match one.referent.type:
            case "person" if _state_key(one) in countries and not one.referent.roles:  # one document took it for a name
                states.append(one)
            case "person":
                (described if is_description(one.referent.name) else named).append(one)
            case "state":
                states.append(one)
            case _:
                others.append(one)
    names = [person_name(one.referent.name) for one in named]
    full = {key for name in names if name.full for key in name.keys}
    people = full | {key for name in names for key in (*name.keys, *((end,) for end in name.ends))}
    typed = {body_name(one.referent.name).words for one in others if one.referent.type != "unknown"}
    bodies: list[Seen] = []
    for one in others:
        doubtful = one.referent.type == "unknown"
        if _state_key(one) in countries or (doubtful and means_state(one.referent.name)):
            states.append(one)
        elif (
            doubtful
            and body_name(one.referent.name).words not in typed
            and people & person_name(one.referent.name).keys
        ):
            named.append(one)
        else:
            bodies.append(one)
    unnamed: list[Seen] = []
    for one in described:  # a name in small letters looks like a description
        (named if full & person_name(one.referent.name).keys else unnamed).append(one)
    return named, unnamed, states, bodies


def _state_key(one: Seen) -> Key:
    return (state_name(one.referent.name) or fold(one.referent.name),)


def _keyed(sort: str, seen: Iterable[Seen], key: Callable[[Seen], Key]) -> Iterator[_Group]:
    groups: dict[Key, list[Seen]] = defaultdict(list)
    for one in seen:
        groups[key(one)].append(one)
    return (_Group(sort, shared, group) for shared, group in groups.items())


def _body_key(one: Seen) -> Key:
    name = body_name(one.referent.name)
    side = name.states[0] if len(name.states) == 1 else one.referent.side or ""
    states = name.states if len(name.states) > 1 else ()
    anybodys = name.described and not side and one.referent.type == "organisation"
    return (side, *name.words, *states, *((one.document,) if anybodys else ()))


def _best_key(group: Sequence[Seen]) -> Key:
    """The words of the fullest name, sorted, so that the surname may stand first or last."""
    name = _fullest(group, _names_of_person)
    return min(person_name(name).keys, key=lambda key: (len(key), key)) or (fold(name),)


def _ids(groups: Sequence[_Group]) -> Iterator[PartyId]:
    """Made from the key; where two people share a name, also from what each is called where first."""
    shared = Counter((group.sort, group.key) for group in groups)
    for group in groups:
        first = min((one.document, one.referent.name) for one in group.seen)
        apart = () if shared[group.sort, group.key] == 1 else ("", *first)
        yield PartyId(digest("party", group.sort, *group.key, *apart))


def _party(group: _Group, id: PartyId, published: Mapping[DocumentId, PartialDate]) -> Party:
    referents = [one.referent for one in group.seen]
    sides = {referent.side for referent in referents if referent.side is not None}
    return Party(
        id=id,
        name=_name(group),
        type="state" if group.sort == "state" else min((referent.type for referent in referents), key=_RANKED.index),
        aliases=tuple(sorted(Alias(one.document, name) for one in group.seen for name in one.aliases)),
        names=tuple(sorted({name for one in group.seen for name in (*one.aliases, *one.referent.names)})),
        roles=dated_offices(((one.document, role) for one in group.seen for role in one.referent.roles), published),
        side=sides.pop() if len(sides) == 1 else None,
    )


def _name(group: _Group) -> str:
    if group.sort == "state":
        return state_name(group.seen[0].referent.name) or _fullest(group.seen, _words)
    return _fullest(group.seen, _names_of_person if group.sort == "person" else _words)


def _fullest(group: Sequence[Seen], length: Callable[[str], int]) -> str:
    """The longest name, of these what most documents have, rather without words in capitals."""
    counts = Counter(one.referent.name for one in group)
    return min(counts, key=lambda name: (-length(name), -counts[name], _shouted(name), name))


def _names_of_person(name: str) -> int:
    """Without initials: one document that has them does not name the person for all the others."""
    return len(person_name(name).words)


def _words(name: str) -> int:
    return len(name.split())


def _shouted(name: str) -> int:
    return sum(len(word) > 1 and word.isupper() for word in name.split())
