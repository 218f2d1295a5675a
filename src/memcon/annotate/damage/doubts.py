"""Words that the language model doubts, as damage.

In: the doubts of a reading. Out: marks of kind `name` on words of a name, and of kind `sense` on others.
"""

from collections.abc import Iterator
from dataclasses import replace

from memcon.annotate.damage.rules import damage
from memcon.core.annotation import Damage
from memcon.core.document import Document
from memcon.core.reading import Reading

_LEAST = 0.9  # score of a doubt that counts; to be swept once the head is trained
_NO_NAMES = frozenset({"time", "quantity"})


def find_doubts(document: Document, reading: Reading) -> Iterator[Damage]:
    """Every word that hardly anybody would have written there, by the model's own score."""
    named = {
        place
        for name in reading.names
        if name.type not in _NO_NAMES
        for place in range(name.anchor.start, name.anchor.end)
    }
    for doubt in reading.doubts:
        if doubt.score >= _LEAST:
            rule = "doubted word of a name" if doubt.anchor.start in named else "doubted word"
            yield replace(damage(document, rule, doubt.anchor.start, doubt.anchor.end), score=doubt.score)
