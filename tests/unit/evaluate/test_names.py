"""When two names count as one in a score."""

import pytest
from hypothesis import given

from memcon.evaluate.names import same_origin, same_party, same_relay, same_role
from memcon.testing import texts

SAME = [
    ("Orla Venn", "orla venn"),
    ("Orla Venn", "Orla Venn’s"),
    ("Orla Venn", "Orla J. Venn"),
    ("Orla Venn", "Venn Orla"),
    ("Orla Vénn", "Orla Venn"),
    ("Orla Venn", "Foreign Secretary Orla Venn"),
    ("Orla Venn", "the Norrow Secretary of State Orla Venn"),
    ("Orla Venn", "Orla Venn, the Deputy Premier of Norrow"),
    ("Deputy Premier Orla Venn", "Orla Venn"),
    ("Venn", "President Venn"),
    ("United Reaches", "the U.R."),
    ("the United Reaches", "UR"),
    ("Norrow", "the Norrow government"),
    ("Norrow", "Norrow’s side"),
    ("Harbour Department", "the UR Harbour Department"),
    ("Norrow Foreign Ministry", "the Foreign Ministry"),
    ("Norrow’s Foreign Ministry", "Norrow’s Ministry of Foreign Affairs"),
    ("Defence Department", "Defense Department"),
    ("senior Harbour Department official", "a Harbour Department official"),
    ("senior Harbour Department official", "senior official"),
    ("Norrow officials", "two Norrow officials"),
    ("Foreign Ministry spokesman", "Foreign Ministry spokeswoman"),
    ("Norrow", "the Norrowan government"),
    ("Kelmoran Foreign Ministry", "Kelmora's Foreign Ministry"),
    ("Sorvane's Defence Ministry", "the Sorvanian Ministry of Defense"),
    ("Norrow official familiar with the talks", "a Norrow official"),
    ("Norway", "the Norwegian government"),
    ("Norway", "Oslo"),
    ("Norwegian Foreign Ministry", "Norway’s Foreign Ministry"),
    ("New Zealand officials", "New Zealand's officials"),
    ("Orla Venn", "Norwegian Foreign Minister Orla Venn"),
]
DIFFERENT = [
    ("Orla Venn", "Venn"),
    ("Orla Venn", "Secretary Venn"),
    ("Orla Venn", "Ilse Venn"),
    ("Orla Venn", "Orla"),
    ("Orla Venn", "the foreign secretary"),
    ("Orla Venn", "Orla Venn and Tomas Orrin"),
    ("Orla Venn", ""),
    ("United Reaches", "the President of the United Reaches"),
    ("United Reaches", "the United Reaches’ Foreign Minister"),
    ("Norrow", "Sorvane"),
    ("Norway", "Denmark"),
    ("South Korea", "Korea"),
    ("Norway", "the Norwegian prime minister"),
    ("Norrow", "the president of Norrow"),
    ("Norrow Foreign Ministry", "Norrow Foreign Ministry spokesman"),
    ("Norrow Foreign Ministry", "the ministry"),
    ("Norrow Foreign Ministry", "Sorvane Foreign Ministry"),
    ("Norrow officials", "officials"),
    ("Norrow minister", "Norrow minister Orla Venn"),
    ("senior Harbour Department official", "the Harbour Department"),
    ("the", "a"),
]


@pytest.mark.parametrize(("gold", "predicted"), SAME)
def test_the_same_party_in_other_words(gold: str, predicted: str) -> None:
    """Wording, titles and spelling habits make no difference, whichever side has them."""
    assert same_party(gold, predicted)
    assert same_party(predicted, gold)


@pytest.mark.parametrize(("gold", "predicted"), DIFFERENT)
def test_another_party(gold: str, predicted: str) -> None:
    """A surname, an office or a neighbour in the sentence does not stand for the party."""
    assert not same_party(gold, predicted)
    assert not same_party(predicted, gold)


@given(one=texts(), other=texts())
def test_any_text_can_be_compared(one: str, other: str) -> None:
    """Order never matters, and any name with a word in it is the same as itself."""
    assert same_party(one, other) == same_party(other, one)
    assert same_party(f"Orla {one}", f"Orla {one}")


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("NWA", "Northern Wire Agency", True),
        ("Halyard", "The Halyard News Agency", True),
        ("Halyard", "HALYARD", True),
        ("Halyard Press", "Halyard", True),
        ("Halyard", "Halyard Gazette", False),
        ("NWA", "NWT", False),
        ("The Press", "The News", False),
        ("Agence France-Presse", "AFP", True),
    ],
)
def test_newsrooms(gold: str, predicted: str, same: bool) -> None:
    """A newsroom goes by its name or its initials; words such as `agency` do not tell newsrooms apart."""
    assert same_origin(gold, predicted) == same_origin(predicted, gold) == same


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("Halyard readout", "a readout broadcast by Halyard", True),
        ("readout released by the Norrow ministry", "a readout", True),
        ("a tweet", "the ministry’s statement", False),
        ("transcript released by the Norrow ministry", "a transcript of her remarks, released by the ministry", True),
        ("Halyard readout", "a reading by the state broadcaster Halyard", True),
        ("Halyard readout", "the ministry's readout", False),
        ("a tweet", "the", False),
    ],
)
def test_relays(gold: str, predicted: str, same: bool) -> None:
    """A channel may be described more or less fully."""
    assert same_relay(gold, predicted) == same_relay(predicted, gold) == same


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("foreign minister", "visiting French Foreign Minister", True),
        ("spokesman for the Foreign Ministry", "Foreign Ministry spokesman", True),
        ("foreign minister", "deputy finance minister", False),
        ("foreign minister", "of the", False),
    ],
)
def test_roles(gold: str, predicted: str, same: bool) -> None:
    """A role may be told more or less fully, with or without its state."""
    assert same_role(gold, predicted) == same_role(predicted, gold) == same
