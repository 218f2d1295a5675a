"""What one act tells, read from its report.

In: an act, its document, and the parties behind its names. Out: `Facts`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from memcon.align.acts.amounts import amounts
from memcon.align.acts.cast import Cast, Side, head_noun, is_named, is_vague
from memcon.align.acts.crafts import crafts
from memcon.align.acts.facts import LAND, STATE, Facts
from memcon.align.names import fold
from memcon.core.act import PARTIES, Act, ActRole
from memcon.core.anchor import Anchor
from memcon.core.dates import PartialDate
from memcon.core.document import Document
from memcon.core.meanings import signs
from memcon.core.party import Alias, Party
from memcon.core.states import folded, state_words
from memcon.core.terms import listed, terms
from memcon.core.times import DAY, Duration, Time

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NTH = re.compile(
    r"(?<![\w-])(?:(\d+)(?:st|nd|rd|th)|([A-Za-z]+))"
    r"(?=[ -](?!of\b|century\b|anniversary\b|time\b|day\b|countr|part)[a-z])"
)
"""Before what is counted, not a month or a name."""
_MORE = re.compile(r"[,;:]|\s(?:that|which|who|whom|whose|when|where|while|after|before)\s")
"""What begins to say more of what is asked, rather than what is asked."""
_AGAIN = re.compile(r"(?:\b(?:this|that|these|those|the|his|her|its|their|our)|['’]s)\s$", re.IGNORECASE)
"""Before a noun for what was told before."""
_STEM = 6  # letters by which words are compared, as trace compares them
_SHORTEST = 4
_BEFORE = 5  # words before a trigger that may belong to its phrase
_BREAK = re.compile(r".*[.;:!?\n“”\"()]", re.DOTALL)
_MEET = frozenset({"meeting", "summit", "conference"})
"""Types that reports take for one another: talks of leaders are a meeting here and a summit there."""
_ALONE = frozenset({"visit", "press-conference", "conference", "ceremony"})
"""What one party alone is known by."""
_NAMED = frozenset({"summit", "conference", "ceremony"})
"""Types of which a name stands before the noun."""
_FIRST: frozenset[ActRole] = frozenset({"by", "party", "visitor"})
_SECOND: frozenset[ActRole] = frozenset({"to", "on", "host"})
_DEEDS = frozenset({"incident", "measure"})
_AROUND = 60
"""Code points around the word for what somebody did, in which the words stand that tell what and to what."""
_SUBJECT_BEFORE = frozenset({"", "who", "which"})
"""What stands between a party and a verb in "s" of which it is the subject."""
"""Plurals that are one thing."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the facts of a report's acts are read from."""

    document: Document
    parties: Mapping[Alias, Party]
    times: Mapping[Anchor, Time]
    cast: Cast
    published: PartialDate | None


def read_facts(act: Act, setting: Setting) -> Facts:
    """What one act tells."""
    document, cast = setting.document, setting.cast
    named = [
        (one.role, setting.parties[key])
        for one in sorted(act.arguments, key=lambda one: one.anchor)
        if one.role in PARTIES and (key := Alias(document.id, one.party)) in setting.parties
    ]
    acting = [(role, who) for role, party in named for who in _whom(party, cast, placed=_is_placed(act))]
    people = _first_of_each([who for _, (who, is_person) in acting if is_person])
    time = setting.times.get(act.time) if act.time is not None else None
    long = setting.times.get(act.duration) if act.duration is not None else None
    lasted = long.duration if long else None
    trigger = document.passage(act.trigger).casefold()
    sort = _sort(act, document, lasted, len(people))
    days = sort == "visit" != act.type  # of meetings, which are one visit
    return Facts(
        kind=act.kind,
        sort=sort,
        people=people,
        bodies=frozenset(who for _, (who, is_person) in acting if not is_person),
        vague=any(is_vague(party) or is_vague(party, mutual=True) for _, party in named),
        asking=frozenset(who[0] for role, (who, _) in acting if role in _FIRST),
        asked=frozenset(who[0] for role, (who, _) in acting if role in _SECOND),
        when=time.interval if time else None,
        bare=time.value if time and time.interval is None and "X" in time.value else "",
        lasted=lasted,
        places=frozenset(stem for one in act.of("place") for stem in _place(document.passage(one.anchor))),
        clause=" ".join(f"{document.passage(act.anchor)} {trigger}".casefold().split()),
        words=_words(act, document) - {stem for name in cast.names for stem in stems(name)},
        leads=frozenset(_lead(document.passage(one.anchor)) for one in act.of("content")),
        meanings=frozenset({(signs(act.meaning), len(act.meaning))} if act.meaning else ()),
        numbers=frozenset(_NUMBER.findall(document.passage(act.anchor))),
        amounts=frozenset(each for one in act.of("content") for each in amounts(document.text, one.anchor)),
        due=frozenset(_days(act, setting.times)),
        nth=_nth(document.passage(act.anchor)),
        again=not act.of("content")
        and bool(_AGAIN.search(document.text, max(0, act.trigger.start - 8), act.trigger.start)),
        crafts=crafts(document.passage(act.anchor)) if act.kind in _DEEDS else frozenset(),
        deeds=frozenset({f"{act.type} {act.cameo}"}) if act.kind in _DEEDS else frozenset(),
        reference=_reference(document, act),
        alone=act.type in _ALONE,
        weighty=_is_weighty(act, named, cast, document),
        several=act.kind == "engagement" and not days and _is_several(act, document, trigger),
        statuses=frozenset({act.status}),
        published=setting.published,
    )


def _is_several(act: Act, document: Document, trigger: str) -> bool:
    """Whether a word names more than one engagement: "calls", but not the verb of "Orrin visits the capital"."""
    if not trigger.endswith("s") or trigger in listed("alignment", "uncounted") or trigger[:-1] not in _engagements():
        return False
    parties = (one.anchor.end for one in act.arguments if one.role in PARTIES and one.anchor.end <= act.trigger.start)
    return not any(document.text[end : act.trigger.start].strip(" ,") in _SUBJECT_BEFORE for end in parties)


@cache
def _engagements() -> frozenset[str]:
    """The nouns that name one."""
    named = (noun for sort in terms("acts/engagement")["predicate"] for noun in sort.get("nouns", ()))
    return frozenset(noun.split()[-1].casefold() for noun in named)


def _is_weighty(act: Act, named: Sequence[tuple[ActRole, Party]], cast: Cast, document: Document) -> bool:
    match act.kind:
        case "channel":
            return bool(named) or act.type != "contacts"
        case "incident" | "measure":
            suffer = {party.id for role, party in named if role == "on"}
            acting = (one for one in named if one[0] == "on" or one[1].id not in suffer)  # none does it to himself
            known = {role for role, party in acting if is_named(party) or _acts_for(party, cast)}
            person = any(role == "on" and is_named(party) for role, party in named)
            if act.kind == "measure":
                return person or ("by" in known and bool(act.of("on")))
            if act.type == "detention":  # many are held in one town, or by one state in another
                return person or "by" in known
            return bool(known) or any(not _states(document.passage(one.anchor)) for one in act.of("place"))
        case _:
            told = bool(act.of("to")) or any(not _is_general(document.passage(one.anchor)) for one in act.of("content"))
            return told and any(role in _FIRST and _acts_for(party, cast) for role, party in named)


def _first_of_each(people: Sequence[tuple[Side, str]]) -> frozenset[tuple[Side, str]]:
    """Of each side whoever is named first, if there are several sides: "met Marn, and possibly Reyes" is of Marn."""
    first: dict[Side, str] = {}
    for side, person in people:
        first.setdefault(side, person)
    return frozenset(first.items()) if len(first) > 1 else frozenset(people)


def _is_general(content: str) -> bool:
    """Whether words say only that there is something: "some specific issues"."""
    words = _WORD.findall(fold(content))
    return all(word in listed("alignment", "general") for word in words)


def _acts_for(party: Party, cast: Cast) -> bool:
    """Whether somebody acts for a state or a body, rather than for himself."""
    mutual = is_vague(party, mutual=True) and bool(cast.dyad)
    return party.type in {"state", "organisation"} or party.side is not None or mutual or bool(cast.meant(party))


def _is_placed(act: Act) -> bool:
    """Whether "the two sides" of it may be taken for the two that the report is about."""
    return act.kind != "engagement" or act.time is not None or act.duration is not None


def _whom(party: Party, cast: Cast, *, placed: bool) -> list[tuple[tuple[Side, str], bool]]:
    """Whoever a party's words mean, by side, and whether each is a person; nobody where they mean nobody."""
    if meant := cast.meant(party):
        return [(one, True) for one in meant]
    if placed and (both := cast.holding(party)):
        return [(one, False) for one in both]
    if is_vague(party, mutual=True):
        return [((side, STATE), False) for side in sorted(cast.dyad)] if placed else []
    if is_vague(party):
        return []
    return [(_who(party), party.type == "person")]


def _sort(act: Act, document: Document, lasted: Duration | None, people: int) -> str:
    """Days of talks that one side has abroad are its visit; contacts are at the level that stands beside them."""
    match act.kind:
        case "engagement":
            pass
        case "channel" if act.type == "contacts":
            near = document.text[max(act.anchor.start, act.trigger.start - 40) : act.trigger.end + 40]
            words = set(fold(near).replace(",", " ").split())
            return "military" if words & listed("alignment", "military") else act.type
        case "channel":
            return act.type
        case _:
            return "invitation" if act.type == "invitation" else act.kind
    if act.type in _MEET:
        return "visit" if lasted and lasted.low >= DAY and people < 2 else "meeting"
    return act.type


def _who(party: Party) -> tuple[Side, str]:
    """The side, and the party on it; a state is its own side, and one that is only described is known by that."""
    if party.type == "state":
        return party.name, STATE
    if party.type == "person":
        name = party.id if is_named(party) else " ".join(sorted(stems(party.name)))
    else:
        name = party.id if party.name[:1].isupper() else head_noun(party.name)
    return party.side or name, name


@cache
def _references() -> dict[str, str]:
    found: dict[str, str] = {}
    for sort in ("some", "same", "another"):
        found |= dict.fromkeys(terms("alignment")[sort], sort)
    return found


def _reference(document: Document, act: Act) -> str:
    """What the words before a trigger say of it; that it is another one outweighs that it is known.

    Nothing of one that has a name: "the Tunis Water Summit" was told of nowhere before.
    """
    trigger = act.trigger
    start = max(0, trigger.start - 80)
    broken = _BREAK.match(document.text, start, trigger.start)
    words = _WORD.findall(document.text, broken.end() if broken else start, trigger.start)[-_BEFORE:]
    if act.type in _NAMED and words and words[-1][:1].isupper() and words[-1].casefold() not in _references():
        return ""
    told = [sort for word in reversed(words) if (sort := _references().get(word.casefold()))]
    return "another" if "another" in told[:2] else told[0] if told else ""


def _nth(passage: str) -> frozenset[int]:
    """Which of a series, as in "its 12th package"; "first" may mean no more than that it is new."""
    named = terms("times")["words"]["ordinal"]
    told = (int(match[1]) if match[1] else named.get(match[2].casefold(), 1) for match in _NTH.finditer(passage))
    return frozenset(number for number in told if number > 1)


def _days(act: Act, times: Mapping[Anchor, Time]) -> Iterator[str]:
    """The deadlines that are days."""
    for one in act.of("deadline"):
        time = times.get(one.anchor)
        day = time.interval.single if time is not None and time.interval is not None else None
        if day is not None and day.precision == "day":
            yield day.iso


def _place(text: str) -> Iterable[str]:
    return {f"{LAND}{one}" for one in _states(text)} | stems(text)


def _states(place: str) -> set[str]:
    return {state_words()[one] for one in map(folded, (place, *place.split())) if one in state_words()}


def _lead(content: str) -> str:
    """The first word that bears meaning, cut to its beginning: what is to be done, in "to lift the embargo"."""
    words = (word for word in _WORD.findall(fold(content)) if len(word) >= _SHORTEST)
    return next((word for word in words if word not in listed("alignment", "empty")), "")[:_STEM]


def _words(act: Act, document: Document) -> frozenset[str]:
    """Of what is asked or promised, else of the clause around the trigger."""
    contents = [_MORE.split(document.passage(one.anchor), maxsplit=1)[0] for one in act.of("content")]
    if contents and act.kind not in _DEEDS:
        return stems(" ".join(contents))
    start = max(act.anchor.start, act.trigger.start - _AROUND) if act.kind in _DEEDS else act.anchor.start
    end = min(act.anchor.end, act.trigger.end + _AROUND) if act.kind in _DEEDS else act.anchor.end
    return stems(document.text[start:end])


@lru_cache(maxsize=1 << 16)
def stems(text: str) -> frozenset[str]:
    """The words that bear meaning, cut to their beginnings."""
    words = _WORD.findall(fold(text))
    return frozenset(word[:_STEM] for word in {*words} - listed("alignment", "empty") if len(word) >= _SHORTEST)
