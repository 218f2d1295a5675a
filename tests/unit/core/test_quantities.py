"""How many of what a passage tells, and when two such figures are one."""

import pytest

from memcon.core.anchor import Anchor
from memcon.core.ids import DocumentId
from memcon.core.quantities import Quantity, quantities
from memcon.core.terms import terms
from memcon.testing import marked


def told(passage: str) -> tuple[Quantity, ...]:
    """Every quantity of a passage."""
    return quantities(passage, Anchor(DocumentId("d"), 0, len(passage)))


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("six patrol boats", [6]), ("a dozen pilots", [12]), ("two dozen pilots", [24]), ("2,500 tonnes", [2500]),
        ("about 8 million crowns", [8_000_000]), ("twenty-five ships", [25]), ("two million people", [2_000_000]),
        ("one hundred and twenty ships", [120]), ("two hundred fifty ships", [250]), ("twenty five ships", [25]),
        ("G7 states", []), ("F-16 jets", []), ("under Article 5 of the treaty", []), ("9:30 local time", []),
        ("on 28 May 2031 for two days", []), ("the 12th package", []), ("several hundred people", []),
    ],
)  # fmt: skip
def test_quantities_are_read(passage: str, expected: list[int]) -> None:
    """Figures and number words, but no dates, lengths of time and ordinals."""
    found = told(passage)
    assert [round(one.number) for one in found] == expected


def test_units_are_turned_into_one_another() -> None:
    """Forty kilometres are about twenty-five miles."""
    (left,), (right,) = (told(text) for text in ("some 40 kilometres", "about 25 miles"))
    assert left.comparable(right)
    assert left.agrees(right)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("10 miles", "16 kilometres", True), ("5 million crowns", "5.1 million crowns", True),
        ("12 sailors", "twelve sailors", True), ("12 sailors", "13 sailors", False),
        ("at least 10 sailors", "15 sailors", True), ("at least 10 sailors", "8 sailors", False),
        ("up to 20 boats", "15 boats", True), ("25 per cent", "50 per cent", False),
        ("between 10 and 15 boats", "12 boats", True), ("10–15 boats", "16 boats", False),
        ("8 million crowns", "9 million crowns", False), ("2 million crowns", "1.5 million crowns", True),
        ("two to three million crowns", "2.4 million crowns", True), ("from 10 to 15 boats", "12 boats", False),
    ],
)  # fmt: skip
def test_figures_agree_within_what_they_are_rounded_to(one: str, other: str, *, expected: bool) -> None:
    """What is measured is rounded to its last digit, what is counted is exact, a bound is open to one side."""
    (left,), (right,) = (told(text) for text in (one, other))
    assert left.comparable(right)
    assert left.agrees(right) is expected


@pytest.mark.parametrize("example", terms("quantities")["examples"])
def test_examples_of_quantities(example: str) -> None:
    """What the vocabulary shows is read so: the number in its unit, or of what is counted; and nothing else is."""
    (span,) = marked(example).spans
    (found,) = told(marked(example).text)
    number, of = span.value.split(maxsplit=1)
    assert found.number == pytest.approx(float(number), rel=0.01)
    assert found.of & {word[:6] for word in of.split()}
    assert marked(example).text[: span.end].endswith(marked(example).text[found.anchor.start : found.anchor.end])
