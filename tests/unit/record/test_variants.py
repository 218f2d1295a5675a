"""Which wording of an utterance is best attested, and in what the others differ."""

from collections.abc import Mapping, Sequence
from itertools import permutations

import pytest

from memcon.core.annotation import Damage, Statement
from memcon.core.degradation import Degradation, degradation
from memcon.core.document import Document
from memcon.core.entry import Entry
from memcon.core.ids import DocumentId
from memcon.core.record import Record
from memcon.core.variants import Variants
from memcon.record.variants import Attested
from memcon.testing import annotations, document, marked
from tests.unit.ferries import OTHER, STORY, collection

FULL = "We are ready to open the lower lock for every ferry."
CUT = "open the lower lock"


class Told:
    """One statement for each marked report, in the order given."""

    def __init__(self, *reports: str) -> None:
        made = [(document(marks.text), marks) for marks in map(marked, reports)]
        self.documents: Mapping[DocumentId, Document] = {one.id: one for one, _ in made}
        self.statements: Sequence[Statement] = [annotations(one, marks).statements[0] for one, marks in made]

    def mark(self, number: int, words: str) -> Damage:
        """A mark of damage on some words of a report."""
        text = list(self.documents.values())[number]
        start = text.text.index(words)
        return Damage(text.anchor(start, start + len(words)), "sense", None, 0.7, "odd")

    def best(
        self, *damage: Damage, states: Mapping[int, Degradation] | None = None, families: Sequence[int] = ()
    ) -> int:
        """The number of the report with the best wording, in whichever order they come."""
        ids = list(self.documents)
        attested = Attested(self.documents, damage, {ids[n]: state for n, state in (states or {}).items()})
        counts = {one.id: families[n] if families else 1 for n, one in enumerate(self.statements)}
        found = {
            attested.ranked(order, lambda one: counts[one.id])[0].document for order in permutations(self.statements)
        }
        (best,) = found
        return ids.index(best)


def quoted(words: str) -> str:
    """A report that quotes."""
    return f"[statement:[speaker:Brandt] said [quote:“{words}”]]"


def test_damage_counts_first() -> None:
    """A marked wording is worse than a sound one, though more families have it and it is longer."""
    told = Told(quoted(FULL.replace("lock", "hair of the river")), quoted(FULL))
    assert told.best(told.mark(0, "hair"), families=[5, 1]) == 1


def test_a_report_that_is_broken_throughout() -> None:
    """Without a mark in it a wording is worse if its report is clearly more damaged than the soundest."""
    told = Told(quoted(FULL.replace("open", "uncover")), quoted(FULL))
    broken, sound = degradation([told.mark(0, "lower")] * 1, 3), degradation([], 500)
    assert told.best(states={0: broken, 1: sound}, families=[5, 1]) == 1


def test_quoted_is_better_than_told() -> None:
    """A quotation is better than what a report tells in its own sentence."""
    told = Told(f"[statement:[speaker:Brandt] said [content:they {FULL[3:]}]]", quoted(FULL))
    assert told.best(families=[5, 1]) == 1


def test_whole_is_better_than_cut() -> None:
    """A fragment is worse than the sentence, though more families print it."""
    assert Told(quoted(CUT), quoted(FULL)).best(families=[5, 1]) == 1


def test_then_the_families_decide() -> None:
    """Of sound, whole quotations the one that most families have is best."""
    other = FULL.replace("every ferry", "every single ferry")
    assert Told(quoted(other), quoted(FULL)).best(families=[1, 2]) == 1
    assert Told(quoted(other), quoted(FULL)).best(families=[2, 1]) == 0


# -- in a record ------------------------------------------------------------------------------------------------------

SPUN = OTHER.replace("Nobody is to blame, and everybody is sorry", "Nobody is to blame, and everyone is sorry")


def made(*texts: str) -> tuple[Record, Mapping[DocumentId, Document]]:
    """The record of some reports."""
    found = collection([document(text, path=f"{number}.txt") for number, text in enumerate(texts)])
    return found.record, found.documents


def only(record: Record) -> tuple[Variants, Entry]:
    """The one utterance in several wordings, with its entry."""
    (found,) = record.variants
    return found, next(entry for entry in record.entries if entry.id == found.id)


def test_who_knows_the_speaker_is_nearer() -> None:
    """A ministry's words are second to those of the minister, though they are longer."""
    longer = quoted(FULL.replace("every ferry", "every single ferry"))
    told = Told(longer.replace("[speaker:Brandt]", "an unsigned note"), quoted(FULL))
    assert told.best() == 1
    assert Told(longer, quoted(FULL)).best() == 0


def test_the_entry_begins_with_the_best_wording() -> None:
    """The first claim of the slot is the best wording, and the wordings stand in its order."""
    record, documents = made(STORY, SPUN)
    found, entry = only(record)
    first = found.wordings[0]
    assert first.statement == found.best
    assert entry.best("wording") == " ".join(documents[one.document].passage(one) for one in first.anchors)
    assert [len(told.changes) for told in found.wordings] == [0, 1]


def test_changes_stand_where_the_words_do() -> None:
    """Each change points at the words in both reports."""
    record, documents = made(STORY, SPUN)
    changes = only(record)[0].wordings[1].changes
    pairs = {
        frozenset(documents[side.document].passage(side) for side in (one.best, one.here) if side) for one in changes
    }
    assert pairs == {frozenset({"everybody", "everyone"})}


@pytest.mark.parametrize("texts", [(STORY,), (STORY, OTHER)])
def test_equal_words_are_no_variants(texts: Sequence[str]) -> None:
    """What all reports have in the same words is listed nowhere."""
    assert made(*texts)[0].variants == ()
