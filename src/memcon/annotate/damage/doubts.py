"""Words that the language model doubts, as damage.

In: the doubts of a reading. Out: marks of kind `name` on words of a name, and of kind `sense` on others.
"""

from collections.abc import Iterator
from dataclasses import replace

from memcon.annotate.damage.rules import damage
from memcon.core.annotation import Damage
from memcon.core.document import Document
from memcon.core.reading import Reading

# The model doubts one word in 500 of clean text, and calls it up to .9; of a text in which it doubts five times as
# many, most are damaged, and its lower scores are right as often as they say.
_LEAST = 0.9
_MANY, _FEWEST = 0.01, 5
_NO_NAMES = frozenset({"time", "quantity"})


def find_doubts(document: Document, reading: Reading) -> Iterator[Damage]:
    """Every word that hardly anybody would have written there, by the model's own score and by how many there are."""
    named = {
        place
        for name in reading.names
        if name.type not in _NO_NAMES
        for place in range(name.anchor.start, name.anchor.end)
    }
    many = len(reading.doubts) >= max(_FEWEST, _MANY * len(reading.words))
    for doubt in reading.doubts:
        if many or doubt.score >= _LEAST:
            rule = "doubted word of a name" if doubt.anchor.start in named else "doubted word"
            yield replace(damage(document, rule, doubt.anchor.start, doubt.anchor.end), score=doubt.score)
