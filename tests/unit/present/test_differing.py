"""Where accounts differ, and accounts side by side, as people and programs see them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from memcon.present.terminal.compare import compare_view
from memcon.present.terminal.console import drawn
from memcon.present.terminal.disagreements import disagreements_view
from memcon.record import accounts, readouts
from tests.unit.present import strait_accounts
from tests.unit.present.conftest import Run
from tests.unit.present.strait_talks import annotations, by_id, documents, entry

RECORD = strait_accounts.record()


@pytest.fixture
def command(command_on: Callable[..., Run]) -> Run:
    """Runs commands on the accounts of the strait talks."""
    return command_on(RECORD, by_id(), annotations())


def test_disagreements_show_both_readings(command: Run) -> None:
    """The gravest stands first; each has the entry, both readings with who has them, and what to make of it."""
    code, out, _ = command("disagreements")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert code == 0
    assert lines[0] == "2 disagreements and 1 matter raised by one side only, the gravest first."
    assert lines[2].startswith("Status Demand by Neve Karsten to Idris Valo: free the crew of the survey ship Halcyon")
    assert lines[3:6] == [
        "open Northern Cable",
        "declined The Harbour Post",
        "conflict: Declined is not open; probably it is disputed",
    ]
    assert lines[6] == "status · grave (0.70): request, told by 2 families"
    side = next(number for number, line in enumerate(lines) if line.startswith("Raised by one side only"))
    assert "nothing of it from Northern Cable" in " ".join(lines[side:])
    assert "to drop its plan to ban kelp" in lines[-1]
    assert "95 minutes" not in out


def test_all_shows_what_is_none_once_normalised(command: Run) -> None:
    """With --all the rounded length is listed too, and said to be compatible."""
    _, out, _ = command("disagreements", "--all")
    summary = "2 disagreements, 1 matter raised by one side only and 1 difference that is none once normalised, the"
    assert " ".join(out.split()).startswith(summary)
    assert "compatible: 95 min lies in 90–120 min; probably one is rounded" in out


def test_disagreements_by_type_and_party(command: Run) -> None:
    """Only those of a type, or about that in which a party takes part; an unknown party is answered with a near one."""
    assert "1 matter raised by one side only." in command("disagreements", "--type", "omission")[1]
    assert "2 disagreements," in command("disagreements", "--party", "karsten")[1]
    _, out, _ = command("disagreements", "--party", "Karstn")
    assert "No disagreement matches." in out
    assert "Did you mean Neve Karsten?" in " ".join(out.split())
    assert command("disagreements", "--type", "weather")[0] == 2


def test_a_record_without_differences(command_on: Callable[..., Run]) -> None:
    """It says so, rather than nothing."""
    run = command_on(replace(RECORD, discrepancies=()), by_id(), annotations())
    assert run("disagreements")[1] == "No two accounts in this record differ in what can be compared.\n"


def test_accounts_stand_side_by_side(command: Run) -> None:
    """An entry is found by words of its title; each family has a column, and what it leaves out is a dash."""
    code, out, _ = command("compare", "meeting between neve")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert code == 0
    assert lines[0].startswith("Meeting between Neve Karsten and Idris Valo ● held")
    assert "duration 95 minutes nearly two hours" in lines
    assert "who received Idris Valo –" in lines
    assert "conflict: Neither place is known to hold the other; probably one is more precise" in lines


def test_accounts_stand_below_each_other_in_little_room() -> None:
    """In a narrow terminal no column has one word a line."""
    made = accounts(entry("talks"), RECORD)
    out = drawn(compare_view(made, record=RECORD, documents=by_id()), width=40)
    lines = [" ".join(line.split()) for line in out.splitlines()]
    place = lines.index("duration")
    assert " ".join(lines[place + 1 : place + 4]) == (
        "Ministry of Foreign Affairs of Tessary: 95 minutes Northern Cable: nearly two hours"
    )
    assert max(map(len, out.splitlines())) <= 40


def test_one_account_has_nothing_to_be_compared_with(command: Run) -> None:
    """It is shown, and the want of a second is said."""
    assert "Only one account tells it" in command("compare", "visit of idris")[1]


def test_two_readouts_side_by_side(command: Run) -> None:
    """What both tell with each one's passage, and what only one of them raises."""
    code, out, _ = command("compare", "wire.txt", "readout.txt")
    assert code == 0
    assert "1 act in both, 5 only in the first, 4 only in the second." in out
    both, only = out.split("Only in Northern Cable 2031-06-05")
    first, second = only.split("Only in Ministry of Foreign")
    assert "Meeting between Neve Karsten and Idris Valo" in both
    assert "place: conflict: Neither place is known to hold the other" in both
    assert "Demand by Neve Karsten" in first
    assert "Request by Idris Valo" in second
    assert "1 more cannot be told from others, and so are not compared." in out


def test_what_cannot_be_compared_is_said(command: Run) -> None:
    """A document alone, words that several titles have, and words that none has."""
    assert "name a second one to compare it with" in command("compare", "wire.txt")[2]
    code, _, err = command("compare", "idris valo")
    assert code == 1
    assert "is Meeting between Neve Karsten and Idris Valo" in err
    assert "`memcon engagements` lists what can be compared" in command("compare", "a tea party")[2]
    assert command("compare", "wire.txt", "nothing.txt")[0] == 1


def test_documents_with_nothing_in_common() -> None:
    """Two reports that share no act have only what each tells."""
    made = readouts(documents()["gazette"].id, documents()["harbour"].id, RECORD)
    out = drawn(compare_view(made, record=RECORD, documents=by_id()), width=100)
    assert "Told by both" in out  # the demand, and its refusal
    assert "Only in The Harbour Post 2031-06-07" in out


def test_hostile_words_are_only_text() -> None:
    """A reading with control characters commands no terminal."""
    one = RECORD.discrepancies[0]
    reading = type(one.readings[0])("\x1b[31mopen\u202e", "open", one.readings[0].anchors, one.readings[0].support)
    evil = type(one)(
        one.id, one.entry, one.entry_kind, one.slot, one.type, one.verdict, one.mechanism, "\x1b]0;x\x07",
        (reading, one.readings[1]), one.severity, "\x1b[2J",
    )  # fmt: skip
    out = drawn(disagreements_view([evil], record=RECORD), width=100)
    assert "\x1b" not in out
    assert "␛[31mopen⟨U+202E⟩" in out


def test_issues_are_listed(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The vocabulary in force, with its terms; a file of one's own stands in its place."""
    code, out, _ = command("issues")
    assert code == 0
    assert "\ntrade " in out
    Path("own.toml").write_text(
        '[[issue]]\nname = "gulls"\nlabel = "Gulls"\nterms = ["herring gull"]\n', encoding="utf-8"
    )
    monkeypatch.setenv("MEMCON_ISSUES", "own.toml")
    _, out, _ = command("issues")
    assert out.splitlines() == [
        "1 issue; `--issue NAME` of other commands takes one.",
        "",
        "gulls  Gulls",
        "  herring gull",
    ]
