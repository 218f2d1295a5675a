"""What quotations, requests and commitments mean, so that what is put into other words is recognised elsewhere.

In: statements or acts, and what gives sentences their vectors. Out: the same; statements that quote enough, and acts
that ask or promise something, with their meaning.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.core.act import Act
from memcon.core.annotation import Statement
from memcon.core.document import Document
from memcon.core.meanings import packed

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Vectors = Callable[[Sequence[str]], "npt.NDArray[np.float32]"]
"""What sentences mean, as `Language.vectors`."""

_FEWEST = 5  # words; fewer mean too little
_ASKED = frozenset({"request", "commitment"})


def with_meanings(document: Document, statements: Sequence[Statement], vectors: Vectors) -> tuple[Statement, ...]:
    """The same statements, in the same order."""
    quoted = [" ".join(document.passage(anchor) for anchor in one.quoted) for one in statements]
    meanings = _meanings([words for words in quoted if len(words.split()) >= _FEWEST], vectors)
    return tuple(
        replace(one, meaning=meanings[words]) if words in meanings else one
        for one, words in zip(statements, quoted, strict=True)
    )


def acts_with_meanings(document: Document, acts: Sequence[Act], vectors: Vectors) -> tuple[Act, ...]:
    """The same acts, in the same order."""
    asked = [
        " ".join(document.passage(one.anchor) for one in act.of("content")) if act.kind in _ASKED else ""
        for act in acts
    ]
    meanings = _meanings([words for words in asked if words], vectors)
    return tuple(
        replace(act, meaning=meanings[words]) if words in meanings else act
        for act, words in zip(acts, asked, strict=True)
    )


def _meanings(told: list[str], vectors: Vectors) -> dict[str, bytes]:
    return dict(zip(told, map(packed, vectors(told).tolist()), strict=True)) if told else {}
