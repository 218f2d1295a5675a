"""Where an engagement is held, if a common noun tells it."""

import pytest

from memcon.core.terms import terms
from memcon.core.venues import venue
from memcon.testing import marked
from tests.unit.annotate.acts.told import told, words


@pytest.mark.parametrize("example", terms("venues")["examples"])
def test_examples_of_venues(example: str) -> None:
    """What the vocabulary shows is read so: the phrase, and of what sort its noun is."""
    (place,) = (span for span in marked(example).spans if span.label == "place")
    made, (act,) = told(example)
    (found,) = words(made, act, "place")
    assert found == marked(example).text[place.start : place.end]
    assert place.value in {venue(word) for word in found.split()}


@pytest.mark.parametrize(
    "text",
    ["They [engagement{meeting held}:met] in silence.", "They will [engagement{meeting planned}:meet] in a month."],
)
def test_what_is_no_place_is_none(text: str) -> None:
    """How and when they met."""
    made, (act,) = told(text)
    assert words(made, act, "place") == []
