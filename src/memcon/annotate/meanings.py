"""What quotations mean, so that one put into other words is recognised in another report.

In: statements, and what gives sentences their vectors. Out: the statements, those that quote enough with their meaning.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.core.annotation import Statement
from memcon.core.document import Document
from memcon.core.meanings import packed

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Vectors = Callable[[Sequence[str]], "npt.NDArray[np.float32]"]
"""What sentences mean, as `Language.vectors`."""

_FEWEST = 5  # words; fewer mean too little


def with_meanings(document: Document, statements: Sequence[Statement], vectors: Vectors) -> tuple[Statement, ...]:
    """The same statements, in the same order."""
    quoted = [" ".join(document.passage(anchor) for anchor in one.quoted) for one in statements]
    told = [words for words in quoted if len(words.split()) >= _FEWEST]
    if not told:
        return tuple(statements)
    meanings = dict(zip(told, map(packed, vectors(told).tolist()), strict=True))
    return tuple(
        replace(one, meaning=meanings[words]) if words in meanings else one
        for one, words in zip(statements, quoted, strict=True)
    )
