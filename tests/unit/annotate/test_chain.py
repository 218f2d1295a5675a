"""By what chain a statement reached the report."""

from dataclasses import astuple

import pytest

from tests.unit.annotate.slots import compared, seen, speakers

AS_SAYING = "an outlet that quotes somebody “as saying” something is taken to say it too, or is lost"


def broken(notation: str, reason: str) -> object:
    """A case that is not read rightly yet."""
    return pytest.param(notation, marks=pytest.mark.xfail(reason=reason))


@pytest.mark.parametrize(
    "notation",
    [
        "[speaker:Ilka Brandt] said the lake was “low,” according to [relay:a readout released by the ministry].",
        "[speaker:Foreign Minister Ilka Brandt] told Oto Reyes that the lake was low, according to [relay:a readout released by the ministry].",
        "According to [relay:a readout from the foreign ministry], [speaker:Foreign Minister Ilka Brandt] said the lake was low.",
        "“The lake is low,” [relay:the agency], quoting [speaker:the spokesman], said.",
        "The lake is low, [relay:the state news agency] said, quoting [speaker:a ministry spokesman].",
        "“The lake is low,” [speaker:Ilka Brandt] was quoted as saying by [relay:the Harbour News].",
        "The lake is low, [speaker:Ilka Brandt] said, as reported by [relay:the Harbour News].",
        "[relay:The state news agency] quoted [speaker:Foreign Minister Ilka Brandt] as saying the lake was “low”.",
        "The ice was “a friend,” [speaker:the premier] said, [relay:state television] reported.",
        broken("“The lake is low,” [relay:Reuters] quoted [speaker:Ilka Brandt] as saying.", AS_SAYING),
        broken("[relay:The agency] quoted [speaker:Ilka Brandt] as saying that the lake was low.", AS_SAYING),
        "[relay:The broadcaster] quoted [speaker:Oto Reyes] as saying that he was “in no hurry.”",
        broken("[relay:The broadcaster] quoted [speaker:Arrano] as saying that he was “in no hurry.”", AS_SAYING),
        "In [relay:a press release from the port authority], [speaker:Ilka Brandt] called the toll “a courtesy”.",
        "In [relay:the ministry’s account], [speaker:Ilka Brandt] asked for a second boat.",
        broken("[speaker:Ilka Brandt] said the lock would open, [relay:the palace’s summary of the call] showed.", "a cue that only documents have is not read"),
        broken("“The lake is low,” [speaker:Ilka Brandt] told reporters, in remarks carried by [relay:state radio].", "“in remarks carried by” is not read"),
        broken("[speaker:Ilka Brandt] said on [relay:social media] that the lake was low.", "a relay of two words is not known"),
    ],
)  # fmt: skip
def test_the_chain(notation: str) -> None:
    """Whoever said it is the speaker, and whatever passed it on is a link."""
    wanted, found = compared(notation)
    assert found == [wanted]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ilka Brandt said the lake was “low,” according to a readout released by the ministry.", ["readout"]),
        ("Ilka Brandt said the lake was “low,” according to a transcript of the talks.", ["transcript"]),
        ("The lake is low, Ilka Brandt said, according to the foreign ministry.", ["official"]),
        ("The lake is low, the state news agency said, quoting a ministry spokesman.", ["agency"]),
        ("The ice was “a friend,” the premier said, state television reported.", ["broadcast"]),
        ("“The lake is low,” Ilka Brandt said in a statement.", ["statement"]),
        ("“The lake is low,” Ilka Brandt said in a post on Telegram.", ["post"]),
        ("The lake is low, Ilka Brandt said, according to local media.", ["report"]),
        ("“The lake is low,” Ilka Brandt said.", []),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    """A link tells what it is: an official's account is not an agency's report."""
    (statement,) = seen(text)[1].statements
    assert [link.kind for link in statement.via] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said President Ilka Brandt told Foreign Minister Oto Reyes that the lake was low.",
        "The ministry said that President Ilka Brandt told Foreign Minister Oto Reyes that the lake was low.",
    ],
)
def test_somebody_says_that_another_said(text: str) -> None:
    """The innermost speaker has the words, told to whom he told them, by way of whoever says that he did."""
    made, found = seen(text)
    inner = found.statements[-1]
    assert inner.speaker is not None
    assert inner.addressee is not None
    assert (inner.speaker.name, inner.addressee.name) == ("Ilka Brandt", "Oto Reyes")
    assert [(link.text, link.kind) for link in inner.via] == [("The ministry", "official")]
    assert made.passage(inner.content[0]) == "that the lake was low"


def test_the_chain_goes_on_with_the_speaker() -> None:
    """Whoever goes on speaking in the next sentence does so through the same account; another does not."""
    _, found = seen(
        "According to a readout from the foreign ministry, Foreign Minister Ilka Brandt said the lake was low. "
        "She added that the lock was broken. Oto Reyes said he was “surprised”."
    )
    assert [[link.kind for link in one.via] for one in found.statements] == [["readout"], ["readout"], []]


@pytest.mark.xfail(reason="a document that was issued one sentence before has lost its issuer")
def test_a_document_speaks_for_its_issuer() -> None:
    """What a statement says, whoever issued it just before says."""
    assert speakers("The foreign ministry issued a statement on Monday. The statement said the lake was low.") == [
        "foreign ministry"
    ]


def test_a_document_of_somebody() -> None:
    """What a ministry's statement says, the ministry says."""
    made, found = seen("A statement issued by the foreign ministry said the lake was “low”.")
    (statement,) = found.statements
    assert statement.speaker is not None
    assert statement.speaker.name == "foreign ministry"
    assert [link.kind for link in statement.via] == ["statement"]
    assert made.passage(statement.via[0].anchor).startswith("A statement")


def test_nobody_but_the_account_is_known() -> None:
    """A document of nobody is no speaker, and is the link."""
    _, found = seen("The statement said the lake was low.")
    (statement,) = found.statements
    assert statement.speaker is None
    assert [link.text for link in statement.via] == ["The statement"]


def test_a_chain_rests_on_the_text() -> None:
    """A link has the words it stands for, on one line."""
    made, found = seen("The lake is low, Ilka Brandt said, according to a readout released\nby the ministry.")
    (link,) = found.statements[0].via
    assert link.text == "a readout released by the ministry"
    assert made.passage(link.anchor) == "a readout released\nby the ministry"
    assert astuple(link.anchor)[0] == made.id


@pytest.mark.xfail(reason="whose account it is and who is said to speak in it change places")
def test_an_account_with_an_owner() -> None:
    """Who asked for something "according to" another's account asked for it."""
    assert speakers("Foreign Minister Oto Reyes asked for a second boat, according to Portugal’s account.") == [
        "Oto Reyes"
    ]
