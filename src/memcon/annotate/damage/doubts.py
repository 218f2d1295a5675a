"""Words that the language model doubts, as damage.

In: the doubts of a reading. Out: marks of kind `name` on words of a name, and of kind `sense` on others.
"""

from collections.abc import Iterator
from dataclasses import replace

from memcon.annotate.damage.rules import damage
from memcon.annotate.tree import Tree
from memcon.core.annotation import Damage
from memcon.core.document import Document
from memcon.core.reading import Reading

_LEAST = 0.9  # score of a doubt that counts; to be swept once the head is trained
_NO_NAMES = frozenset({"time", "quantity"})


def find_doubts(document: Document, reading: Reading, tree: Tree) -> Iterator[Damage]:
    """Every word that hardly anybody would have written there."""
    named = {
        n
        for name in reading.names
        if name.type not in _NO_NAMES
        for n in tree.inside(name.anchor.start, name.anchor.end)
    }
    for doubt in reading.doubts:
        if doubt.score >= _LEAST:
            inside = any(n in named for n in tree.inside(doubt.anchor.start, doubt.anchor.end))
            rule = "doubted word of a name" if inside else "doubted word"
            made = damage(document, rule, doubt.anchor.start, doubt.anchor.end)
            yield replace(made, score=doubt.score)
