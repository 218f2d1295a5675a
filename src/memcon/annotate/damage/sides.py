"""Officials of the wrong side: the title of another state than all of somebody's other titles.

In: the referents of a document. Out: marks of kind `side` on the titles. What only other reports show is found beside
them, in the stage that compares reports.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from memcon.annotate.damage.rules import damage
from memcon.annotate.parties.names import Names
from memcon.annotate.tree import Tree
from memcon.core.annotation import Damage, Referent, Role
from memcon.core.document import Document
from memcon.core.reading import Reading
from memcon.core.terms import listed

_WORD = re.compile(r"\w+")
_TIMES = 2  # as often as the other, a person's own state is named at least


def find_sides(document: Document, reading: Reading, tree: Tree, referents: Sequence[Referent]) -> Iterator[Damage]:
    """Every title that gives somebody to another state than the rest of the document does."""
    names = Names(tree, reading)
    for one in referents:
        if one.type == "person":
            yield from _titles(document, names, one, _counted(one, names))


def _states(names: Names, role: Role) -> str | None:
    """The state for which a title shows that its holder acts."""
    elsewhere = not listed("damage", "elsewhere").isdisjoint(_WORD.findall(role.title.lower()))
    return names.state(role.of) if role.of is not None and not elsewhere else None


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
