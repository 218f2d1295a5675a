"""The meaning of quotations, kept with them."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from memcon.annotate.meanings import with_meanings
from memcon.core.meanings import packed
from memcon.testing import annotations, document, marked

REPORT = marked(
    "[statement:[speaker:Orla Venn] said [quote:“we met twice in the old lock house”]]. "
    "[statement:[speaker:She] called it [quote:“long”]]. [statement:[speaker:She] said [content:they would meet again]]."
)


def test_only_quotations_of_some_length_mean_something() -> None:
    """What is quoted at length has the vector of its words; a single word and what is not quoted have none."""
    asked: list[str] = []

    def vectors(sentences: Sequence[str]) -> npt.NDArray[np.float32]:
        asked.extend(sentences)
        return np.array([[0.5, 1.0]] * len(sentences), np.float32)

    made = document(REPORT.text)
    statements = annotations(made, REPORT).statements
    found = with_meanings(made, statements, vectors)
    assert asked == ["“we met twice in the old lock house”"]
    assert [one.meaning for one in found] == [packed([0.5, 1.0]), b"", b""]
    assert [one.id for one in found] == [one.id for one in statements]
