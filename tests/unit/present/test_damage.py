"""The command `damage`: the reports by how damaged they are, and each damaged place of one in its words."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from memcon.core.annotation import Damage, DamageKind
from memcon.core.degradation import Degradation, degradation
from memcon.core.document import Document, Zone
from memcon.core.ids import DocumentId
from memcon.core.record import Record
from memcon.present.lookup import most_telling
from memcon.present.schema import schema
from memcon.present.terminal.console import drawn
from memcon.present.terminal.damage import damage_view
from memcon.present.terminal.degradations import degradations_view
from memcon.testing import document
from tests.unit.present.invented import (
    BROKEN,
    CLAIMED,
    DAMAGE,
    DOCUMENTS,
    NOTES,
    RECORD,
    RENAMED,
    copy,
    readout,
    wire,
)

Run = Callable[..., tuple[int, str, str]]
STATES = {wire.id: degradation([], 100), copy.id: degradation(DAMAGE[:2], 100), readout.id: degradation(DAMAGE[2:], 10)}


@pytest.fixture
def command(command_on: Callable[[Record], Run]) -> Run:
    """Runs a command on the invented record."""
    return command_on(replace(RECORD, damage=DAMAGE))


def every(
    damage: Sequence[Damage], states: Mapping[DocumentId, Degradation] = STATES, *, kind: DamageKind | None = None
) -> str:
    """What `damage` shows in a terminal of 80 columns, its lines joined."""
    view = degradations_view(damage, states, record=RECORD, documents=DOCUMENTS, kind=kind)
    return " ".join(drawn(view).split())


def of(shown: Document, damage: Sequence[Damage], *, kind: DamageKind | None = None) -> str:
    """What `damage DOC` shows, its lines joined."""
    record = replace(RECORD, documents=(*NOTES, replace(NOTES[0], id=shown.id)))
    documents = {**DOCUMENTS, shown.id: shown}
    state = degradation(damage, 100)
    return " ".join(drawn(damage_view(shown, damage, state, record=record, documents=documents, kind=kind)).split())


def test_the_most_damaged_come_first() -> None:
    """The lower end of the interval decides: one mark in ten words does not outweigh twenty in a hundred."""
    listed = every(DAMAGE)
    assert listed.index("outlet unknown") < listed.index("The Brenna Standard")
    many = replace(STATES[copy.id], marks=20, share=0.2, low=0.13, high=0.29)
    listed = every(DAMAGE, {**STATES, copy.id: many})
    assert listed.index("The Brenna Standard") < listed.index("outlet unknown")


def test_a_report_is_summed_up() -> None:
    """A damaged report has its marks, their share with its interval, and the surest of them with what was written."""
    listed = every(DAMAGE)
    assert (
        "The Brenna Standard 2031-05 0e48dd Fish talks, says Orrin 2 marks: 20.0 (5.5–70.0) per 1,000 words" in listed
    )
    assert "Fish talks → Harbour talks Ilse Marn for" in listed
    assert "1 mark: 100.0 (17.9–404.2) per 1,000 words seen by → shown to" in listed


def test_a_wide_terminal_has_a_table() -> None:
    """In a wide terminal report, marks, share and examples share a line."""
    wide = drawn(degradations_view(DAMAGE, STATES, record=RECORD, documents=DOCUMENTS), width=120)
    first = next(line for line in wide.splitlines() if "outlet unknown" in line)
    assert first.split() == f"outlet unknown unknown {readout.id[:6]} 1 100.0 (17.9–404.2) seen by → shown to".split()


def test_undamaged_reports_are_one_line() -> None:
    """Reports without marks are counted, and that this proves nothing is said; without them there is no such line."""
    no_proof = "that is not proof that there is none."
    assert every(DAMAGE).endswith(f"No damage was seen in 1 other report; {no_proof}")
    assert every([]) == f"No damage was seen in 3 reports; {no_proof}"
    assert every([], kind="side") == f"No damage of the kind “side” was seen in 3 reports; {no_proof}"
    assert no_proof not in every([*DAMAGE, replace(BROKEN, anchor=wire.anchor(0, 7))])


def test_an_empty_record_asks_for_reports() -> None:
    """Without reports there is nothing to be damaged."""
    empty = degradations_view([], {}, record=replace(RECORD, documents=()), documents={})
    assert "no report in this record yet" in drawn(empty)


def test_a_mark_explains_itself() -> None:
    """A damaged place stands in braces among its words, with what was probably written, kind, score, reason and proof."""
    shown = of(copy, [RENAMED])
    assert "The Brenna Standard 2031-05 0e48dd Fish talks, says Orrin 1 mark in 100 words: 10.0 (1.8–54.5)" in shown
    assert "{Fish talks}, says Orrin probably: Harbour talks name, score 0.70. Another report has other words" in shown
    assert shown.endswith("Northern Wire 2031-05-04: {Harbour talks} end in Brenna")


def test_what_is_not_known_is_not_shown() -> None:
    """A mark whose meaning nothing shows has no suggestion, one that shows itself nothing beside it."""
    shown = of(copy, [BROKEN])
    assert "Deputy Premier {Ilse Marn for} nearly two hours. break, score 0.90. The sentence is broken off." in shown
    assert "probably" not in shown
    assert "Northern Wire" not in shown.split("broken off.")[1]


def test_the_line_around_a_mark_stays_in_its_paragraph() -> None:
    """What surrounds a mark is of its own paragraph, cut between words on either side, or in a word that has no end."""
    text = f"Before.\n\n{'far ' * 30}near broken\nwords here{' away' * 30}\n\nAfter."
    start, end = text.index("broken"), text.index(" here")
    spun = document(text, path="spun.txt")
    shown = of(spun, [replace(BROKEN, anchor=spun.anchor(start, end))])
    assert f"…{'far ' * 13}near {{broken words}} here{' away' * 10}… break" in shown
    unspaced = document("字" * 200, path="unspaced.txt")
    shown = of(unspaced, [replace(BROKEN, anchor=unspaced.anchor(100, 102))]).replace(" ", "")
    assert f"…{'字' * 60}{{字字}}{'字' * 60}…" in shown
    unzoned = replace(spun, zones=(Zone("body", 0, 7),))
    assert "{broken words}" in of(unzoned, [replace(BROKEN, anchor=unzoned.anchor(start, end))])


def test_a_report_without_marks_says_so() -> None:
    """Where nothing is marked, or nothing of the kind asked for, that is said, and that it proves nothing."""
    assert of(wire, []).endswith("No damage was seen; that is not proof that there is none.")
    assert "No damage of the kind “side” was seen;" in of(wire, [], kind="side")


def test_one_wording_is_an_example_once() -> None:
    """Of marks in the same words the first is shown; what says what was written comes before what does not."""
    capitals = document("FISH TALKS and fish talks and the rest", path="capitals.txt")
    first, second, third = (
        replace(RENAMED, anchor=capitals.anchor(0, 10)),
        replace(RENAMED, anchor=capitals.anchor(15, 25)),
        replace(BROKEN, anchor=capitals.anchor(30, 38)),
    )
    assert most_telling([third, second, first], capitals) == (first, third)


def test_the_command(command: Run) -> None:
    """`damage` lists the reports, `damage DOC` the marks of one, by the beginning of its id or its name."""
    code, out, _ = command("damage")
    assert code == 0
    assert "Fish talks → Harbour talks" in out
    shown = command("damage", "papers.jsonl:2")[1]
    assert "{Fish talks}" in shown
    assert shown == command("damage", copy.id[:8])[1]


def test_only_one_kind(command: Run) -> None:
    """With `--kind` only such marks are listed, counted and shown; a kind that does not exist is refused."""
    assert "term" in command("damage", "--kind", "nonsense")[2]
    listed = command("damage", "--kind", "name")[1]
    assert "20.0" not in listed
    assert "10.0 (1.8–54.5)" in listed
    assert "in 2 other reports" in listed
    assert "{Ilse Marn for}" not in command("damage", copy.id, "--kind", "name")[1]
    assert json.loads(command("damage", copy.id, "--kind", "term", "--json")[1]) == []


def test_the_answer_fits_its_schema(command: Run) -> None:
    """`--json` gives the marks of all reports, or of one, as the schema says."""

    def answer(*arguments: str) -> Any:
        return json.loads(command("damage", *arguments, "--json")[1])

    Draft202012Validator(schema("damage")).validate(answer())
    assert [mark["kind"] for mark in answer()] == ["name", "break", "term"]
    (mark,) = answer(readout.id)
    assert (mark["document"], mark["text"], mark["suggestion"]) == (None, "seen by", CLAIMED.suggestion)
    (beside,) = answer("papers.jsonl:2")[0]["beside"]
    assert (beside["path"], beside["text"]) == ("wire.txt", "Harbour talks")


def test_what_is_no_document(command: Run) -> None:
    """A name that nothing has is an error in words; that of a party is one of usage."""
    missing, party = command("damage", "nowhere.txt"), command("damage", "Tomas Orrin")
    assert (missing[0], party[0]) == (1, 2)
    assert "'nowhere.txt'" in missing[2]
    assert "'Tomas Orrin' is not a document." in party[2]
