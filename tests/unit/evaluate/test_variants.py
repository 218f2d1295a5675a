"""Wordings against the gold: aligned, and with the right one first."""

from dataclasses import replace

from memcon.core.document import Document
from memcon.core.record import Record
from memcon.evaluate.gold import Gold, GoldVariants, GoldWording, Place
from memcon.evaluate.metrics import HIT, MISS
from memcon.evaluate.variants import tally
from memcon.testing import document
from tests.unit.ferries import OTHER, STORY, collection
from tests.unit.record.test_variants import SPUN

WORDS, CHANGED = "Nobody is to blame, and everybody is sorry", "Nobody is to blame, and everyone is sorry"
COMEDY = "a small comedy with a large bill"


def place(report: str, text: str, words: str) -> Place:
    """Where a report has some words."""
    return Place(report, text.index(words), text.index(words) + len(words))


def scored(record: Record, documents: dict[str, Document], *rows: GoldVariants) -> dict[str, list[object]]:
    """What is counted of some rows, in their order."""
    folder = next(iter(documents.values())).path
    gold = Gold("ferries", folder, {}, None, (), None, (), (), "", variants=rows)  # type: ignore[arg-type]
    counted = tally(gold, documents, record)
    return {name: [one for key in sorted(places) for one in places[key]] for name, places in counted.items()}


def collected() -> tuple[Record, dict[str, Document]]:
    """The record of a story, of a copy of its quotation, and of one that words it otherwise."""
    texts = {"1": STORY, "2": SPUN, "3": OTHER}
    documents = {key: document(text, path=f"{key}.txt") for key, text in texts.items()}
    return collection(documents.values()).record, documents


def test_rows_are_aligned_and_right() -> None:
    """Wordings in one entry are aligned; the row is right if the first wording is the gold's, or a copy of it."""
    record, documents = collected()
    wordings = (GoldWording(place("1", STORY, WORDS), False), GoldWording(place("2", SPUN, CHANGED), False))
    row = GoldVariants("Marit Halvey", "1", wordings)
    assert scored(record, documents, row) == {"aligned": [HIT], "right": [HIT], "wordings": [HIT, HIT]}
    assert scored(record, documents, replace(row, best="2"))["right"] == [MISS]
    copied = replace(row, best="3", wordings=(*wordings, GoldWording(place("3", OTHER, WORDS), False)))
    assert scored(record, documents, copied)["right"] == [HIT]


def test_what_stands_elsewhere_is_missed() -> None:
    """A wording in another entry is a miss, of itself and of its row."""
    record, documents = collected()
    wordings = (GoldWording(place("1", STORY, COMEDY), False), GoldWording(place("2", SPUN, CHANGED), False))
    found = scored(record, documents, GoldVariants(None, "1", wordings))
    assert found["aligned"] == found["right"] == [MISS]
    assert sorted(found["wordings"], key=str) == sorted([HIT, MISS], key=str)


def test_rows_of_optional_wordings_are_not_scored() -> None:
    """Where fewer than two wordings must be aligned, nothing is counted."""
    record, documents = collected()
    wordings = (GoldWording(place("1", STORY, WORDS), False), GoldWording(place("2", SPUN, CHANGED), True))
    assert scored(record, documents, GoldVariants(None, "1", wordings)) == {}
