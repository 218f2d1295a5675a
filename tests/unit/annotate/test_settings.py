"""To whom, where and in what form something was said."""

import pytest

from tests.unit.annotate.slots import compared, seen


def broken(notation: str, reason: str) -> object:
    """A case that is not read rightly yet."""
    return pytest.param(notation, marks=pytest.mark.xfail(reason=reason))


@pytest.mark.parametrize(
    "notation",
    [
        "President Ilka Brandt told [addressee:Foreign Minister Oto Reyes] that the lake was low.",
        "President Ilka Brandt met Oto Reyes on Monday. She told [addressee:him] that the lake was low.",
        "“The lake is low,” Foreign Minister Ilka Brandt told [addressee:reporters] on Monday.",
        "“The lake is low,” Foreign Minister Ilka Brandt told [addressee:the ministry].",
        "Ilka Brandt told [addressee:the harbour council] that the lake was low.",
        "Ilka Brandt told [addressee:reporters] that the lake was low.",
        "Ilka Brandt told [addressee:Reuters] in an interview that the lake was low.",
        "In an interview with [addressee:Reuters], Ilka Brandt said the lake was low.",
        "Ilka Brandt said in a phone call with [addressee:Oto Reyes] that the lake was low.",
        "“Why?” Arrano said to [addressee:Marit Venn].",
        "“The lake is low,” Ilka Brandt said to [addressee:Oto Reyes].",
        "Ilka Brandt told [addressee:Oto Reyes] that the lake was low.",
        "President Ilka Brandt assured [addressee:Foreign Minister Oto Reyes] that the lock was open.",
        "President Ilka Brandt met Oto Reyes. She urged [addressee:him] to open the lock.",
        "In a meeting with [addressee:Foreign Minister Oto Reyes], President Ilka Brandt said the lake was “low”.",
        "Ilka Brandt said in a meeting with [addressee:Foreign Minister Oto Reyes] that the lake was low.",
        broken("Ilka Brandt told [addressee:a gathering of pilots] that the lake was low.", "a gathering that is told something is taken for an occasion"),
    ],
)  # fmt: skip
def test_addressee(notation: str) -> None:
    """Whoever is told something, spoken to or met is the addressee."""
    wanted, found = compared(notation)
    assert [one for one in found if one["addressee"]] == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Ilka Brandt said the lake was low.",
        "Ilka Brandt said that Oto Reyes had told Marit Venn nothing about the lake.",
        "Ilka Brandt, who met Oto Reyes on Monday, said the lake was low.",
        "Ilka Brandt said it was up to Oto Reyes.",
    ],
)
def test_no_addressee(text: str) -> None:
    """Who is only spoken of is not spoken to."""
    made, found = seen(text)
    assert [one.addressee for one in found.statements if one.cue and made.passage(one.cue) == "said"] == [None]


@pytest.mark.parametrize(
    "notation",
    [
        "Ilka Brandt said at [occasion:a dinner in Brenna] that the lake was low.",
        "Ilka Brandt told reporters at [occasion:a news conference in Brenna] that the lake was low.",
        "“The lake is low,” Ilka Brandt said during [occasion:a visit to Brenna].",
        "In [occasion:an interview with Reuters], Ilka Brandt said the lake was low.",
        "During [occasion:a meeting with Foreign Minister Oto Reyes], President Ilka Brandt said the lake was “low”.",
        broken("Speaking at [occasion:a news conference in Brenna], Ilka Brandt said the lake was low.", "an occasion that hangs on a participle is not read"),
        broken("During [occasion:a meeting with Foreign Minister Oto Reyes on Monday], President Ilka Brandt said the lake was “low”.", "the occasion runs on into the speaker"),
    ],
)  # fmt: skip
def test_occasion(notation: str) -> None:
    """Where or when something is said is its occasion, and is told by whom, and no more."""
    wanted, found = compared(notation)
    assert found == [wanted]


@pytest.mark.parametrize(
    "notation",
    [
        "Ilka Brandt said in [medium:a letter] to Oto Reyes that the lake was low.",
        "“The lake is low,” Ilka Brandt said in [medium:a statement].",
        "The lake is low, Ilka Brandt said in [medium:a statement] on Monday.",
        "“The lake is low,” Ilka Brandt said by [medium:telephone].",
        "“The lake is low,” Ilka Brandt wrote in [medium:a post on Telegram].",
    ],
)
def test_medium(notation: str) -> None:
    """The form in which something is said is its medium."""
    wanted, found = compared(notation)
    assert found == [wanted]


def test_neither_occasion_nor_medium() -> None:
    """A day or a place is no occasion and no form."""
    _, found = seen("Ilka Brandt said on Monday that the lake was low. “It is deep,” she said in Brenna.")
    assert [(one.occasion, one.medium) for one in found.statements] == [(None, None)] * 2


def test_an_addressee_goes_on() -> None:
    """Whoever is told what is quoted is still spoken to in the next sentence of the same speaker, but not of another."""
    _, found = seen(
        "President Ilka Brandt told Foreign Minister Oto Reyes that the lake was “low”. She added that the lock was "
        "broken. Trade Minister Marit Halvey said it was deep."
    )
    assert [one.addressee.name if one.addressee else None for one in found.statements] == ["Oto Reyes"] * 2 + [None]
