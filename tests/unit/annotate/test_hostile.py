"""Hostile text is only text: whatever it holds, the patterns end, and four times as much takes about four times as long.

What the model reads of such text is in tests/property/test_annotate_laws.py.
"""

from collections.abc import Callable
from time import process_time

import pytest

from memcon.annotate import annotate
from memcon.core.document import Document, Zone
from memcon.core.reading import Reading
from memcon.testing import annotated, document


def seconds(made: Document) -> float:
    """CPU time of the patterns on a document, the better of two runs; the model has tests of its own."""
    times = []
    for _ in range(2):
        started = process_time()
        annotate(made, Reading(made.id))
        times.append(process_time() - started)
    return min(times)


def credit(text: str) -> Document:
    """A document that is one credit line."""
    return document(text, zones=[Zone("credit", 0, len(text))])


LINEAR: dict[str, Callable[[int], str]] = {
    "curly marks": lambda size: "“" * size,
    "straight marks": lambda size: '"' * size,
    "closing marks": lambda size: " »a" * (size // 3),
    "single marks": lambda size: "‘a " * (size // 3),
    "one word": lambda size: "a" * (20 * size),
    "capital words": lambda size: "Aa " * (size // 3),
    "full stops": lambda size: "." * size,
    "commas": lambda size: "," * (10 * size),
    "blank lines": lambda size: "a" + " \n" * (5 * size) + "b",
    "short lines": lambda size: "x\n" * size,
    "short paragraphs": lambda size: "x\n\n" * size,
    "unclosed paragraphs": lambda size: "“A.\n\n" * (size // 5),
    "quoted sentences": lambda size: "Orrin said “no”. " * (size // 17),
    "one long sentence": lambda size: "Orrin said “no” and " * (size // 20),
    "sides": lambda size: "قالت الوزيرة «لا» 部长说：「不。」 " * (size // 25),
    "offices": lambda size: "Minister of " * (size // 12),
    "chains": lambda size: "according to " * (size // 13),
}


@pytest.mark.parametrize("name", LINEAR)
def test_time_grows_with_length(name: str) -> None:
    """Four times the text takes at most ten times as long; a fraction of a second is no measurement."""
    small, large = (document(LINEAR[name](size)) for size in (3_000, 12_000))
    seconds(document("warm “up,” Orrin said."))
    least = seconds(small)
    assert seconds(large) <= max(10 * least, 0.25)


@pytest.mark.parametrize(
    "text", ["A" * 400, "Aa and Bb, " * 400, "-" * 800, "Source: " + " " * 5_000, "Ilka Brandt and " * 400]
)
def test_credit_lines_do_not_stall(text: str) -> None:
    """No credit line makes the patterns try every way to read it."""
    seconds(credit("(AP)"))
    assert seconds(credit(text)) < 0.5


@pytest.mark.parametrize("sides", [("\u202e", "\u202c"), ("\u2067", "\u2069"), ("\u200f", "\u200f")])
def test_directions_are_only_characters(sides: tuple[str, str]) -> None:
    """Marks that turn the direction of writing change no offsets."""
    made = document(f"قالت الوزيرة {sides[0]}«لا»{sides[1]} وغادرت.")
    (statement,) = annotated(made)[0].statements
    assert made.passage(statement.quoted[0]) == "«لا»"
