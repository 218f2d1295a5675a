"""The command `variants`: what reports word differently, the best wording first."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from memcon.core.record import Record
from memcon.present.schema import schema
from tests.unit.present.invented import RECORD, VARIANTS, copied_fish, fish

Run = Callable[..., tuple[int, str, str]]

ONE, OTHER = fish, copied_fish


@pytest.fixture
def command(command_on: Callable[[Record], Run]) -> Run:
    """Runs a command on the invented record."""
    return command_on(replace(RECORD, variants=VARIANTS))


def test_the_best_wording_stands_first(command: Run) -> None:
    """Each utterance shows its speaker, the best wording, and the others with what differs in braces."""
    code, out, _ = command("variants")
    assert code == 0
    assert "2 utterances in more than one wording." in out
    shown = " ".join(out.split())
    assert (
        "Tomas Orrin 2 wordings in 2 reports best “We talked about fish,” … “We shall talk about fish again.”" in shown
    )
    assert "“We talked about {fish},”" in shown
    assert "cut · 1 mark of damage “fish” for “fish”; “shall talk” left out" in shown
    assert "no speaker named" in out


def test_filters(command: Run) -> None:
    """Only what a party said, or what has some words; a name that nobody has is answered by one like it."""
    assert "1 utterance in" in command("variants", "--speaker", "orrin")[1]
    assert "2 utterances in" in command("variants", "--about", "FISH AGAIN")[1]
    assert "No utterance in more than one wording matches." in command("variants", "--about", "bread")[1]
    assert "Did you mean Tomas Orrin?" in command("variants", "--speaker", "Orrinn")[1]


def test_without_variants(command_on: Callable[[Record], Run]) -> None:
    """A record in which every utterance has one wording says so."""
    assert "No utterance is told in more than one wording." in command_on(RECORD)("variants")[1]


def test_the_answer_fits_its_schema(command: Run) -> None:
    """`--json` gives every wording with its place, its damage and its changes."""
    answer: Any = json.loads(command("variants", "--speaker", "orrin", "--json")[1])
    Draft202012Validator(schema("variants")).validate(answer)
    (one,) = answer
    assert (one["speaker"]["name"], one["best"]) == ("Tomas Orrin", ONE.id)
    whole, cut = one["wordings"]
    assert whole["anchor"]["text"].startswith("“We talked")
    assert whole["anchor"]["text"].endswith("again.”")
    assert [part["text"] for part in whole["parts"]] == ["“We talked about fish,”", "“We shall talk about fish again.”"]
    assert (cut["statement"], cut["cut"], len(cut["damage"])) == (OTHER.id, True, 1)
    assert [(one["best"]["text"], one["here"] and one["here"]["text"]) for one in cut["changes"]] == [
        ("fish", "fish"),
        ("shall talk", None),
    ]
