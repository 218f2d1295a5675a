"""Thoughts, hopes and fears are told from words; denials from claims."""

import pytest

from tests.unit.annotate.slots import compared, seen


@pytest.mark.parametrize(
    "notation",
    [
        "[speaker:Ilka Brandt] [cue:believes] [content:that the lake will rise].",
        "[speaker:Ilka Brandt] [cue:hopes] [content:to return in the spring].",
        "[speaker:Officials] [cue:fear] [content:that the bay will freeze].",
        "[speaker:The ministry] [cue:expects] [content:the boats to return].",
        "[speaker:Ilka Brandt] [cue:wanted to] [content:to say [quote:“late.”]]",
        "[speaker:Ilka Brandt] [cue:intends] [content:to visit Brenna in May].",
    ],
)
def test_beliefs(notation: str) -> None:
    """What somebody is said to think, hope, fear or intend is a belief."""
    wanted, found = compared(notation)
    _, annotations = seen(notation)
    assert [(one.type, one.polarity) for one in annotations.statements] == [("belief", "positive")]
    assert [wanted["speaker"]] == [one["speaker"] for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Ilka Brandt said the lake would rise.",
        "Ilka Brandt warned that the lake would rise.",
        "Ilka Brandt said she hoped to return in the spring.",
        "Ilka Brandt told reporters that she believed in the lake.",
    ],
)
def test_words_are_assertions(text: str) -> None:
    """What is said, also of one's own hopes, is one assertion: a belief inside it is part of it."""
    _, found = seen(text)
    assert [(one.type, one.polarity) for one in found.statements] == [("assertion", "positive")]


@pytest.mark.parametrize(
    "notation",
    [
        "[speaker:Ilka Brandt] [cue:denied] [content:that the boats had been sold].",
        "[speaker:Ilka Brandt] [cue:has denied] [content:selling the boats].",
        "[speaker:Ilka Brandt] [cue:rejected] [content:the charge as [quote:“a fishing tale”]].",
        "[speaker:Ilka Brandt] [cue:did not say] [content:when the boats would be sold].",
        "[speaker:Ilka Brandt] [cue:did not say] [content:that the boats had been sold].",
        "[speaker:Ilka Brandt] [cue:never said] [content:that the boats were for sale].",
        "[speaker:Ilka Brandt] [cue:refused] [content:to open the lock].",
        "[speaker:The Hallin government]’s [cue:refusal] [content:to send a pilot] ended the exercise.",
        "[speaker:Ilka Brandt] [cue:declined] [content:to name the buyer].",
    ],
)
def test_denials_are_negative(notation: str) -> None:
    """Denials, and what is said not to have been said, are negative; the cue holds its auxiliaries and its "not"."""
    wanted, found = compared(notation)
    _, annotations = seen(notation)
    assert [one.polarity for one in annotations.statements] == ["negative"]
    assert found == [wanted]


def test_who_denies_does_not_claim() -> None:
    """Of two who disagree in one sentence one is negative."""
    _, found = seen("Halvey denied the lock was “broken.” Arrano said it was “beyond repair.”")
    assert [one.polarity for one in found.statements] == ["negative", "positive"]


def test_a_negation_inside_is_the_speakers() -> None:
    """Who says that something is not so does say it."""
    _, found = seen("Ilka Brandt said the boats had not been sold. She added that nobody had asked.")
    assert [one.polarity for one in found.statements] == ["positive", "positive"]
