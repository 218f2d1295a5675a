"""Helpers for writing tests about memcon, and about programs that use it.

`marked` turns text with spans marked in it into the text and the spans, so that no test counts characters.
`document` and `annotations` build the values a stage takes; `annotated` lets memcon make the annotations.
`texts`, `documents`, `reports` and `anchors_in` are Hypothesis strategies; only they need hypothesis installed.
"""

from memcon.core.marks import Marked, Span, marked
from memcon.testing.builders import annotated, annotations, document
from memcon.testing.strategies import anchors_in, documents, reports, texts

__all__ = [
    "Marked",
    "Span",
    "anchors_in",
    "annotated",
    "annotations",
    "document",
    "documents",
    "marked",
    "reports",
    "texts",
]
