"""What is asked or promised, as something that can be compared by its meaning.

In: acts and what gives sentences their vectors. Out: the same acts, requests and commitments with their `meaning`: the
signs of the vector of their content, in hexadecimal. The share of signs that two vectors have in common tells the
angle between them, and takes a twentieth of their room.

Source:
    Charikar 2002, "Similarity estimation techniques from rounding algorithms".
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.core.act import Act
from memcon.core.document import Document

if TYPE_CHECKING:
    from memcon.annotate.acts.issues import Vectors

_KINDS = frozenset({"request", "commitment"})


def meant(acts: Sequence[Act], document: Document, vectors: "Vectors | None") -> tuple[Act, ...]:
    """The acts; those that ask or promise something with its meaning."""
    asked = [act for act in acts if act.kind in _KINDS and act.of("content")]
    if vectors is None or not asked:
        return tuple(acts)
    told = vectors([" ".join(document.passage(one.anchor) for one in act.of("content")) for act in asked])
    signs = {act.trigger: _signs(row) for act, row in zip(asked, told, strict=True)}
    return tuple(replace(act, meaning=signs.get(act.trigger, "") if act in asked else "") for act in acts)


def _signs(vector: Iterable[float]) -> str:
    bits = "".join("1" if value > 0 else "0" for value in vector)
    return f"{int(bits, 2):0{len(bits) // 4}x}"
