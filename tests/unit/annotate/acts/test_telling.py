"""Words around acts: the examples of the vocabulary are tests."""

import pytest

from memcon.core.act import KINDS
from memcon.core.terms import terms
from memcon.testing import annotated, document, marked
from tests.unit.annotate.acts.told import PUBLISHED, told

TABLES = [*terms("telling").values(), terms("acts/request")["answers"]]
EXAMPLES = [example for table in TABLES for example in table["examples"]]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_tells_what_is_marked(example: str) -> None:
    """The acts stand as marked; everybody and everything in them is marked, and so is what is told with its date."""
    marks = marked(example)
    made, acts = told(example, headline="\n" in example)
    found: set[tuple[str, str]] = {(one.role, made.passage(one.anchor)) for act in acts for one in act.arguments}
    found |= {(act.kind, f"{act.type} {act.status}") for act in acts}
    if not any(span.label in KINDS for span in marks.spans):
        dated = annotated(document(marks.text, published=PUBLISHED))[0].occurrences
        found |= {("occurrence", one.status) for one in dated}
    assert found == {(span.label, span.value or marks.text[span.start : span.end]) for span in marks.spans}
