"""A fault in an input: reported beside the result, never in its place."""

from dataclasses import dataclass
from typing import Literal

from memcon.core.anchor import Anchor

Stage = Literal["find", "read", "annotate", "trace", "align"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What was wrong with one input, and where.

    Attributes:
        stage: Who noticed.
        path: The input's path as given; a line of a JSONL file is `reports.jsonl:12`.
        reason: A short fixed code, such as `empty`, that programs can group by.
        detail: One sentence for a person: what is wrong and what to do about it.
        anchor: The passage concerned, when the text could be read.
    """

    stage: Stage
    path: str
    reason: str
    detail: str
    anchor: Anchor | None = None
