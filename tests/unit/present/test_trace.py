"""The command `trace`: every derivation with its reasons, and the aligned passages of one report side by side."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from memcon.core.derivation import Derivation
from memcon.core.document import Document
from memcon.core.record import Record
from memcon.present.compared import compared
from memcon.present.lookup import longest
from memcon.present.schema import schema
from memcon.present.terminal.console import drawn
from memcon.present.terminal.derivations import derivations_view
from memcon.present.terminal.sidebyside import MARKED, side_by_side
from memcon.present.terminal.trace import trace_view
from tests.unit.present.invented import COPIED, DOCUMENTS, MAYBE, RECORD, TRACED, copy, readout, wire

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(command_on: Callable[[Record], Run]) -> Run:
    """Runs a command on the invented record."""
    return command_on(replace(RECORD, derivations=TRACED))


def of(document: Document, made: Sequence[Derivation], *, most: int | None = 5, width: int = 100) -> str:
    """What `trace DOC` shows."""
    return drawn(trace_view(document, made, record=RECORD, documents=DOCUMENTS, most=most), width=width)


def every(made: Sequence[Derivation]) -> str:
    """What `trace` shows, its lines joined."""
    return " ".join(drawn(derivations_view(made, record=RECORD)).split())


def test_every_score_explains_itself() -> None:
    """A derivation is shown with its kind, both ends, certainty, score, direction, passages, and each reason with its value."""
    shown = every(TRACED)
    assert "3 derivations: 2 certain, 1 possible. 1 from an origin that is not in the record." in shown
    assert "The Brenna Standard 2031-05 0e48dd Fish talks, says Orrin cut from Northern Wire 2031-05-04" in shown
    assert "certain, score 0.83, direction determined, 2 aligned passages" in shown
    assert "child-covered 0.83 share of the child's narrative found in the parent" in shown
    assert "credited to NWA not in the record certain, score 1.00 line 1 credited to NWA" in shown
    assert "possible, score 0.50, direction undetermined: either may be the parent, 0 aligned passages" in shown


def test_children_come_in_the_order_of_publication() -> None:
    """Reports stand in the order of publication, undated ones last; what each was likeliest made from comes first."""
    lesser = replace(COPIED, score=0.2, certain=False, parent=readout.id)
    shown = every([MAYBE, lesser, *TRACED[:2]])
    heads = ["The Brenna Standard", "score 0.83", "score 1.00", "score 0.20", "score 0.50"]
    assert sorted(heads, key=shown.index) == heads


def test_nothing_derived() -> None:
    """A record without derivations says so, and that this proves nothing; an empty one asks for reports."""
    assert every([]) == "No report was found to be made from another. That is not proof that none was."
    empty = replace(RECORD, documents=())
    assert "no report in this record yet" in drawn(derivations_view([], record=empty))


def test_a_report_without_derivations() -> None:
    """A report that nothing was found to be made from, or into, says so and what that means."""
    alone = " ".join(of(readout, []).split())
    assert "No report was found from which it was made; that is not proof that there is none." in alone
    assert "No report was found that was made from it either." in alone
    parent = of(wire, [COPIED])
    assert "No report was found from which it was made; that is not proof that there is none." in parent
    assert "cut by The Brenna Standard" in parent
    assert "either" not in parent


def test_passages_side_by_side_or_stacked() -> None:
    """In a wide terminal two passages share their lines, in a narrow one they follow each other under their names."""
    wide, narrow = of(copy, [COPIED]), of(copy, [COPIED], width=60)
    assert "The Brenna Standard 2031-05" in wide
    assert any(line.count("nearly two hours") == 2 for line in of(copy, [COPIED], width=200).splitlines())
    assert "The Brenna Standard 2031-05: Foreign Secretary" in narrow
    assert "Northern Wire 2031-05-04: “We talked about fish,” {he} told" in " ".join(narrow.split())


def test_differences_are_marked_by_more_than_colour() -> None:
    """Words that only one of two passages has stand in braces, and a line says so; without any there is no such line."""
    shown = " ".join(of(copy, [COPIED], width=200).split())
    assert "{Mr. Orrin} told" in shown
    assert "{he} told" in shown
    assert MARKED in shown
    assert MARKED not in of(copy, [replace(COPIED, passages=COPIED.passages[:1])])


def test_the_longest_passages_come_first() -> None:
    """Passages are shown from the longest on, as many as asked for; how many are left out is said."""
    first, second = COPIED.passages
    assert longest([second, first]) == (first, second)
    one, both = of(copy, [COPIED], most=1), of(copy, [COPIED], most=None)
    assert "fish" not in one
    assert "1 shorter passage more; --all shows them." in one
    assert "fish" in both
    assert "shorter" not in both


def test_a_long_passage_is_cut_between_words() -> None:
    """A long passage ends after a whole word with how many follow, and how many differences there are in them."""
    left, right = "one two three four five six", "one two three four five nine"
    cut = " ".join(drawn(side_by_side(("A", "B"), [(left, right)], longest=14), width=80).split())
    assert (
        cut
        == "A B one two three … 3 more words, 1 one two three … 3 more words, 1 difference in them difference in them"
    )
    assert "{six}" in drawn(side_by_side(("A", "B"), [(left, right)], longest=None))


@given(st.text(), st.text())
@example("A treaty, signed.", "a TREATY signed")
@example("", "one")
def test_compared_pieces_are_the_texts(left: str, right: str) -> None:
    """The pieces of either text, joined, are the text; marked words are whole, and equal texts have none."""
    for text, pieces in zip((left, right), compared(left, right), strict=True):
        assert "".join(piece.text for piece in pieces) == text
        assert all(piece.text for piece in pieces) or not text
        assert all(piece.text[0].isalnum() and piece.text[-1].isalnum() for piece in pieces if piece.own)
    assert not any(piece.own for piece in compared(left, left)[0])


def test_a_comma_is_no_difference() -> None:
    """Capitals and marks between words are no differences, words are."""
    assert not any(piece.own for side in compared("A treaty, signed.", "a TREATY – signed") for piece in side)
    left, right = compared("They met on Monday.", "They dined on Monday and left.")
    assert [piece.text for piece in left if piece.own] == ["met"]
    assert [piece.text for piece in right if piece.own] == ["dined", "and left"]


def test_the_command(command: Run) -> None:
    """`trace` lists every derivation, `trace DOC` those of a report, both ways, by the beginning of its id or its name."""
    assert "3 derivations" in command("trace")[1]
    code, out, _ = command("trace", "wire.txt")
    assert code == 0
    assert "cut by The Brenna Standard" in out
    assert out == command("trace", wire.id[:8])[1]
    assert "credited to NWA" in command("trace", "papers.jsonl:2", "--all")[1]


def test_the_answer_fits_its_schema(command: Run) -> None:
    """`--json` gives the derivations of all reports, or of one, as the schema says."""
    import json

    def answer(*arguments: str) -> Any:
        return json.loads(command("trace", *arguments, "--json")[1])

    Draft202012Validator(schema("trace")).validate(answer())
    assert [one["kind"] for one in answer()] == ["credit", "abridgement", "rewrite"]
    assert [one["kind"] for one in answer("wire.txt")] == ["abridgement", "rewrite"]


def test_what_is_no_document(command: Run) -> None:
    """A name that nothing has is an error in words; that of a party is one of usage."""
    missing, party = command("trace", "nowhere.txt"), command("trace", "Tomas Orrin")
    assert (missing[0], party[0]) == (1, 2)
    assert "'nowhere.txt'" in missing[2]
    assert "'Tomas Orrin' is not a document." in party[2]
