"""What synonym spinning and machine translation broke, as far as the broken text itself shows it.

names      set names and given names put into other words
breaks     sentences broken off
marks      quotation marks in the wrong place
genders    people of the other gender
sides      officials of the other side
doubts     words that the language model doubts
thesaurus  what has a fixed form, and what synonyms put in its place
rules      the rules as data

The rules are `core/terms/damage.toml`. A mark says what was probably written; the text stays as it is.
"""

from collections.abc import Sequence

from memcon.annotate.damage.breaks import find_breaks
from memcon.annotate.damage.doubts import find_doubts
from memcon.annotate.damage.genders import find_genders
from memcon.annotate.damage.marks import find_marks
from memcon.annotate.damage.names import find_names
from memcon.annotate.damage.sides import find_sides
from memcon.annotate.quotations import Quotation
from memcon.annotate.tree import Tree
from memcon.core.annotation import Damage, Mention, Referent
from memcon.core.document import Document
from memcon.core.reading import Reading


def find_damage(
    document: Document,
    reading: Reading,
    tree: Tree,
    quotations: Sequence[Quotation],
    mentions: Sequence[Mention],
    referents: Sequence[Referent],
) -> tuple[Damage, ...]:
    """The damaged places of a document, in reading order; one place may be damaged in two ways, but not twice in one.

    What the model doubts counts only where no rule marks anything.
    """
    found = (
        *find_names(document, reading, tree),
        *find_marks(document, quotations),
        *find_breaks(document, tree),
        *find_genders(document, tree, quotations, mentions, referents),
        *find_sides(document, reading, tree, referents),
    )
    marked = {place for one in found for place in range(one.anchor.start, one.anchor.end)}
    doubted = (
        one for one in find_doubts(document, reading) if marked.isdisjoint(range(one.anchor.start, one.anchor.end))
    )
    alone = {(one.anchor, one.kind): one for one in reversed((*found, *doubted))}
    return tuple(sorted(alone.values(), key=lambda one: (one.anchor, one.kind)))


__all__ = ["find_damage"]
