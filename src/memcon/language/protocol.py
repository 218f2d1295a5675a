"""What memcon asks of a language model: any object with these three members will do."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

from memcon.core.document import Document
from memcon.core.problem import Problem
from memcon.core.reading import Reading

if TYPE_CHECKING:  # opening a record that is up to date needs no numpy
    import numpy as np
    import numpy.typing as npt

READ = frozenset({"headline", "subheading", "body"})
"""The zones that are read; nothing is looked for in captions, credits and furniture."""

Vectors: TypeAlias = "npt.NDArray[np.float32]"


class Language(Protocol):
    """Reads documents. What it gives depends on the document alone, never on what was read before or beside it."""

    @property
    def version(self) -> str:
        """Changes whenever the same document might be read differently."""
        ...

    def read(self, document: Document) -> tuple[Reading, tuple[Problem, ...]]:
        """All that is seen in a document, and the passages that had to be given up."""
        ...

    def vectors(self, sentences: Sequence[str]) -> Vectors:
        """What sentences mean: near vectors, near meanings.

        Returns:
            Shape (n_sentences, dim), float32, rows of unit length, so that a dot product is a cosine.
        """
        ...
