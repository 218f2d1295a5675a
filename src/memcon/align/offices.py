"""Which office a title names, and a party's offices over time.

In: roles as documents state them. Out: titles that can be compared, and `Office`s dated by those documents.

Titles are compared without what changes while the office stays (`visiting`, `former`), without the state, and by the
vocabulary's offices: the secretary of state and the foreign affairs minister are both foreign ministers. A deputy's is
another office.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from memcon.align.groups import parted
from memcon.align.names import body_name, fold, plain_word, read_states
from memcon.core.anchor import Anchor
from memcon.core.annotation import Role
from memcon.core.dates import PartialDate
from memcon.core.ids import DocumentId
from memcon.core.party import Office
from memcon.core.terms import listed, terms

_DETERMINERS = frozenset("the a an his her its their our".split())
_JOINS = ("of", "for", "to")
_BARE = frozenset({"secretary"})  # a foreign minister's title by itself, and anybody's with a word before it


@dataclass(frozen=True, slots=True)
class Title:
    """A title, for comparison.

    Attributes:
        words: Folded, without what passes and without states.
        office: In the vocabulary's words where it has the office.
        telling: Whether few people can have it at a time, so that it tells people apart; `official` does not.
        only: Whether it is telling, and who has it has no other telling office at the time.
    """

    words: frozenset[str]
    office: str
    telling: bool
    only: bool


@lru_cache(maxsize=1 << 16)
def read_title(title: str) -> Title:
    """A title, for comparison."""
    kept, _ = read_states(title.replace("-", " "))
    words = [word for word in map(plain_word, kept) if word not in _passing()]
    while words and words[-1] in _JOINS:  # the state was what followed
        words.pop()
    office, telling = _office(words)
    return Title(frozenset(words), office, telling, telling and office not in listed("roles", "offices", "beside"))


def role_title(role: Role) -> Title:
    """The title of a role, for comparison, without whose office it is, be that a state of the vocabulary or not."""
    words = role.title
    if role.of and words.casefold().endswith(f" of {role.of.casefold()}"):
        words = words[: -len(f" of {role.of}")]
    return read_title(words)


def alike(left: Title, right: Title) -> bool:
    """Whether both may be titles of one office: equal, or one is the other cut short, as `the minister`."""
    if left.office == right.office:
        return True
    pairs = ((left.words, right.words), (frozenset(left.office.split()), frozenset(right.office.split())))
    return any(_short_for(one, other) or _short_for(other, one) for one, other in pairs)


def dated_offices(
    stated: Iterable[tuple[DocumentId, Role]], published: Mapping[DocumentId, PartialDate]
) -> tuple[Office, ...]:
    """The offices behind the roles of one party, sorted by date and title.

    A role whose holder is called former is no evidence that the office was held when the document was published: it
    adds its anchor and no date.
    """
    by_office: dict[str, list[tuple[DocumentId, Role]]] = defaultdict(list)
    for document, role in sorted(set(stated), key=_stated):
        by_office[role_title(role).office].append((document, role))
    groups = (group for same in by_office.values() for group in parted(same, _whose))
    return tuple(sorted((_dated(group, published) for group in groups), key=_order))


def _stated(pair: tuple[DocumentId, Role]) -> tuple[str, Anchor, str, str]:
    document, role = pair
    return document, role.anchor, role.title, role.of or ""


def whose_state(role: Role) -> str | None:
    """The one state whose office it is, as far as the words show."""
    states = body_name(role.of).states if role.of else ()
    return states[0] if len(states) == 1 else None


def _dated(group: list[tuple[DocumentId, Role]], published: Mapping[DocumentId, PartialDate]) -> Office:
    dates = [published[document] for document, role in group if document in published and not _is_past(role.title)]
    return Office(
        title=_usual({(document, role.title) for document, role in group}) or "",
        of=_usual({(document, role.of) for document, role in group if role.of is not None}),
        since=min(dates, key=lambda date: (date.bounds()[0], date.iso), default=None),
        until=max(dates, key=lambda date: (date.bounds()[1], date.iso), default=None),
        anchors=tuple(sorted({role.anchor for _, role in group})),
    )


def _usual(said: set[tuple[DocumentId, str]]) -> str | None:
    """What most documents say, the shorter of two."""
    counts = Counter(words for _, words in said)
    return min(counts, key=lambda words: (-counts[words], len(words), words), default=None)


def _whose(stated: tuple[DocumentId, Role]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    of = stated[1].of
    return [(body_name(of).words, body_name(of).states)] if of else []


def _order(office: Office) -> tuple[bool, str, str, str]:
    since = office.since.bounds()[0].isoformat() if office.since else ""
    return office.since is None, since, office.title, office.of or ""


def _is_past(title: str) -> bool:
    return bool(listed("roles", "offices", "past").intersection(fold(title.replace("-", " ")).split()))


def _office(words: list[str]) -> tuple[str, bool]:
    """The office in the vocabulary's words, what stands before it kept, and whether it is telling."""
    joint = next((place for place, word in enumerate(words) if word in _JOINS and place), len(words))
    for start in range(joint):
        phrase = " ".join(words[start:])
        if phrase in _vocabulary() and not (start and phrase in _BARE):
            return " ".join([*words[:start], _vocabulary()[phrase]]), True
    if joint < len(words):  # the minister for trade is the trade minister
        branch = [word for word in words[joint + 1 :] if word != "the"]
        return _office([*branch, *words[:joint]])
    return " ".join(words), bool(words) and words[-1] in listed("roles", "offices", "heads")


def _short_for(short: frozenset[str], long: frozenset[str]) -> bool:
    return bool(short) and short < long and not (long - short) & listed("roles", "offices", "ranks")


@cache
def _passing() -> frozenset[str]:
    """Words before a title that are no part of it."""
    return _DETERMINERS | listed("roles", "offices", "past") | listed("roles", "offices", "passing")


@cache
def _vocabulary() -> dict[str, str]:
    """Each way to name an office with the office; what names several, such as `leader`, is left out."""
    offices = terms("roles")["office"]
    counts = Counter(word for office in offices for word in set(office["words"]))
    return {
        " ".join(map(plain_word, word.split())): office["name"]
        for office in offices
        for word in office["words"]
        if counts[word] == 1
    }
