"""What is attributed without quotation marks, or with some of its words in them."""

import pytest

from tests.unit.annotate.slots import compared, seen


@pytest.mark.parametrize(
    "notation",
    [
        "[speaker:Foreign Minister Ilka Brandt] [cue:said] [content:that the lake was low].",
        "[speaker:Foreign Minister Ilka Brandt] [cue:said] [content:the lake was low].",
        "[content:The lake was low], [speaker:Foreign Minister Ilka Brandt] [cue:said].",
        "[content:The lake was low], [cue:said] [speaker:Foreign Minister Ilka Brandt].",
        "[speaker:Foreign Minister Ilka Brandt] [cue:accused] the harbour council [content:of selling two boats].",
        "[speaker:Foreign Minister Ilka Brandt] [cue:urged] the harbour council [content:to open the lock].",
        "[speaker:Foreign Minister Ilka Brandt] [cue:asked] [content:whether the lock was open].",
        "[content:The lake is rising], [cue:according to] [speaker:Trade Minister Oto Reyes].",
        "[cue:According to] [speaker:Trade Minister Oto Reyes], [content:the lake is rising].",
        "[speaker:The foreign ministry] [cue:announced] [content:that the lock would open].",
        "[speaker:Marit Halvey, the river minister], [cue:promised] [content:to open the lock].",
        "[speaker:Marit Halvey, who leads the river party], [cue:promised] [content:to open the lock].",
        "[speaker:Officials] [cue:expressed concern about] [content:the ice].",
    ],
)
def test_indirect(notation: str) -> None:
    """The clause that a cue attributes is the content of one indirect statement, and nothing in it is quoted."""
    wanted, found = compared(notation, "quote")
    _, annotations = seen(notation)
    assert [one.kind for one in annotations.statements] == ["indirect"]
    assert found == [wanted]


@pytest.mark.parametrize(
    "notation",
    [
        "[speaker:Ilka Brandt] [cue:said] [content:the road was [quote:“open”]].",
        "[speaker:Ilka Brandt] [cue:said] [content:that [quote:“the road”] was long].",
        "[speaker:Foreign Minister Ilka Brandt] [cue:rejected] [content:the charge as [quote:“a fishing tale”]].",
        "[speaker:Ilka Brandt] [cue:criticised] [content:the toll as [quote:“a tax on herring”]].",
        "[speaker:Ilka Brandt] [cue:said] [content:the lake was [quote:“low”] and the lock [quote:“broken”]].",
        "[content:The road is [quote:“open”]], [cue:according to] [speaker:Trade Minister Ilka Brandt].",
        "[cue:According to] [speaker:Ilka Brandt], [content:the road is [quote:“open”]].",
    ],
)
def test_mixed(notation: str) -> None:
    """Of a clause with some words in quotation marks the content is all of it, and those words are quoted."""
    wanted, found = compared(notation)
    _, annotations = seen(notation)
    assert [one.kind for one in annotations.statements] == ["mixed"]
    assert found == [wanted]


@pytest.mark.parametrize(
    "notation",
    [
        "[content:[quote:“The road is open,”]] [speaker:Marit Halvey] [cue:said].",
        "[speaker:Marit Halvey] [cue:said]: [content:[quote:“The road is open.”]]",
    ],
)
def test_direct(notation: str) -> None:
    """A quotation that is a sentence of its own is the whole content."""
    wanted, found = compared(notation)
    _, annotations = seen(notation)
    assert [one.kind for one in annotations.statements] == ["direct"]
    assert found == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "The lake is low. The lock is broken.",
        "Ilka Brandt left the hall and closed the door.",
        "The ferry sailed on Monday after the fog had lifted.",
    ],
)
def test_nothing_is_attributed(text: str) -> None:
    """What the report tells in its own words is no statement."""
    assert seen(text)[1].statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "The lake is low, Trade Minister Oto Reyes said, according to a readout released by the ministry.",
        pytest.param(
            "The lake is low, Foreign Minister Ilka Brandt said, according to a readout released by the ministry.",
            marks=pytest.mark.xfail(reason="the speaker is part of the content"),
        ),
        "Marit Halvey told Pell Arrano that the lake was calm, according to a readout.",
        pytest.param(
            "Halvey told Arrano that the lake was calm, according to a readout.",
            marks=pytest.mark.xfail(reason="the same words are twice in the content"),
        ),
        pytest.param(
            "Ilka Brandt was quoted as saying by the Harbour News that the lake was low.",
            marks=pytest.mark.xfail(reason="“was quoted as saying” makes two statements of one"),
        ),
    ],
)
def test_said_once(text: str) -> None:
    """One utterance is one statement, whose content is told once and without its speaker."""
    (statement,) = seen(text)[1].statements
    assert len(statement.content) == 1
    assert statement.speaker is not None
    assert not statement.content[0].contains(statement.speaker.anchor)
