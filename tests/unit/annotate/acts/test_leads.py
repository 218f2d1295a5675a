"""The first sentences of wire stories: who met whom, of which state each is, and whether they did."""

import pytest

from memcon.testing import annotated, document

MET = ("Rui Almada", "Portugal"), ("Kofi Asante", "Ghana")


@pytest.mark.parametrize(
    ("lead", "status"),
    [
        (
            "Portuguese Foreign Minister Rui Almada sat down with his Ghanaian counterpart Kofi Asante in Geneva.",
            "held",
        ),
        (
            "The trade minister of Portugal, Rui Almada, welcomed Ghana's trade minister, Kofi Asante, in Lisbon.",
            "held",
        ),
        (
            "Finance Minister Rui Almada of Portugal and Ghana's finance minister, Kofi Asante, held talks on Monday.",
            "held",
        ),
        ("Trade Minister Rui Almada of Portugal and his counterpart from Ghana, Kofi Asante, met in Geneva.", "held"),
        (
            "The defence minister of Portugal, Rui Almada, is due to meet the defence minister of Ghana, Kofi Asante.",
            "planned",
        ),
        (
            "Portugal's trade minister, Rui Almada, is to meet his counterpart from Ghana, Kofi Asante, in Geneva.",
            "planned",
        ),
    ],
)
def test_two_ministers_meet(lead: str, status: str) -> None:
    """In whatever order a wire gives name, office and state."""
    found, _ = annotated(document(lead, published="2031-06-03"))
    sides = {one.name: one.side for one in found.referents if one.type == "person"}
    assert sides == dict(MET)
    (act,) = (one for one in found.acts if one.kind == "engagement")
    assert {one for one in act.parties if one in sides} == {name for name, _ in MET}
    assert act.status == status


@pytest.mark.parametrize(
    ("lead", "sides"),
    [
        (
            "New Zealand Foreign Minister Aroha Ngata met her South Korean counterpart Ji-woo Kang.",
            ["New Zealand", "South Korea"],
        ),
        (
            "Saudi Arabia's finance minister, Layla Rashid, met Foreign Minister Anna Hale of the United Kingdom.",
            ["Saudi Arabia", "United Kingdom"],
        ),
        (
            "The defence minister of Saudi Arabia, Layla Rashid, met New Zealand counterpart Aroha Ngata.",
            ["Saudi Arabia", "New Zealand"],
        ),
    ],
)
def test_states_of_two_words(lead: str, sides: list[str]) -> None:
    """A state of several words is nobody's name, and stands before a title as an adjective does."""
    found, _ = annotated(document(lead))
    assert sorted(str(one.side) for one in found.referents if one.type == "person") == sorted(sides)
