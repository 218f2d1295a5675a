"""Officials of the wrong side: "senior Kelmoran officials, including" somebody who is Hallin's elsewhere.

In: the mentions and referents of a document. Out: marks of kind `side` on the words that name the state.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from memcon.annotate.damage.rules import damage
from memcon.annotate.parties.names import Names
from memcon.annotate.tree import Tree
from memcon.core.annotation import Damage, Mention, Referent, Role
from memcon.core.document import Document
from memcon.core.reading import Reading

_INCLUDING = re.compile(r"\s*,?\s*(?:including|such as|among them|led by|headed by)\s+(?:the\s+|its\s+)?\Z")
_BETWEEN = re.compile(r"\s*(?:,|and|, and|as well as|&)\s*(?:the\s+)?\Z")
_FOREIGN = re.compile(
    r"\b(?:to|for|on|with|at|in|ambassador|envoy|representative|consul|attaché|correspondent|coordinator|born|former|"
    r"expert|affairs)\b",
    re.IGNORECASE,
)
"""In titles that may name another state than the one its holder acts for."""
_TIMES = 2  # as often as the other, a person's own state is named at least
_LISTED = 8  # names behind "including" that are looked at


def find_sides(
    document: Document,
    reading: Reading,
    tree: Tree,
    mentions: Sequence[Mention],
    referents: Sequence[Referent],
) -> Iterator[Damage]:
    """Every title or description that gives somebody to another state than the rest of the document does."""
    names = Names(tree, reading)
    sides = {one.name: _counted(one, names) for one in referents if one.type == "person"}
    for one in referents:
        if one.type == "person":
            yield from _titles(document, names, one, sides[one.name])
    yield from _groups(document, names, mentions, sides)


def _states(names: Names, role: Role) -> str | None:
    """The state for which a title shows that its holder acts."""
    return names.state(role.of) if role.of is not None and not _FOREIGN.search(role.title) else None


def _counted(referent: Referent, names: Names) -> Counter[str]:
    return Counter(state for role in referent.roles if (state := _states(names, role)) is not None)


def _titles(document: Document, names: Names, person: Referent, counted: Counter[str]) -> Iterator[Damage]:
    """The one title that names another state than all the others do."""
    (own, often), *rest = counted.most_common() or [("", 0)]
    if len(rest) != 1 or often < _TIMES or rest[0][1] > 1:
        return
    other = rest[0][0]
    for role in person.roles:
        if _states(names, role) == other:
            anchor = role.anchor
            yield damage(document, "other side", anchor.start, anchor.end, name=person.name, own=own, other=other)


def _groups(
    document: Document, names: Names, mentions: Sequence[Mention], sides: Mapping[str, Counter[str]]
) -> Iterator[Damage]:
    """Officials of a state among whom are people of another only."""
    for n, group in enumerate(mentions[:-1]):
        if group.type != "group":
            continue
        state = _state_of(document.passage(group.anchor), names)
        if state is None:
            continue
        listed = _listed(document, mentions, n)
        others = [_own(sides.get(one.name, Counter())) for one in listed]
        if others and others[0] is not None and others[0] != state and set(others) <= {others[0], None}:
            anchor, name = group.anchor, listed[0].name
            yield damage(document, "other side", anchor.start, anchor.end, name=name, own=others[0], other=state)


def _own(counted: Counter[str]) -> str | None:
    """The only state that a person's titles name."""
    return next(iter(counted)) if len(counted) == 1 else None


def _listed(document: Document, mentions: Sequence[Mention], group: int) -> list[Mention]:
    """The people named right behind a group's description by "including"."""
    found: list[Mention] = []
    end = mentions[group].anchor.end
    pattern = _INCLUDING
    for one in mentions[group + 1 : group + 1 + _LISTED]:
        if one.type != "person" or one.kind != "name" or not pattern.match(document.text[end : one.anchor.start]):
            break
        found.append(one)
        end, pattern = one.anchor.end, _BETWEEN
    return found


def _state_of(words: str, names: Names) -> str | None:
    """The only state that some words name."""
    parts = words.split()
    pairs = (" ".join(pair) for pair in pairwise(parts))
    capital = [part for part in (*parts, *pairs) if part[:1].isupper()]
    found = {state for part in capital if (state := names.state(part)) is not None}
    return found.pop() if len(found) == 1 else None
