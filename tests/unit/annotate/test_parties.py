"""Who the parties of a document are: names, roles, sides, and whom words mean."""

import pytest

from memcon.core.annotation import Referent
from tests.unit.annotate.slots import seen, speakers


def parties(text: str) -> dict[str, Referent]:
    """The referents of a text, by name."""
    return {one.name: one for one in seen(text)[1].referents}


def people(text: str) -> list[str]:
    """The names of the persons of a text."""
    return [one.name for one in seen(text)[1].referents if one.type in {"person", "unknown"}]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            (
                "Prime Minister Anna Brandt met reporters. Her spokesman, Oto Brandt, waited outside. "
                "Ms Brandt said the lake was low. Mr Brandt said the lock was broken."
            ),
            ["Anna Brandt", "Oto Brandt"],
        ),
        (
            (
                "Foreign Minister Anna Brandt spoke first. A ministry spokesman, Oto Brandt, followed. "
                "The minister said the lake was low. The spokesman said the lock was broken."
            ),
            ["Anna Brandt", "Oto Brandt"],
        ),
        (
            (
                "Foreign Minister Anna Brandt came with her spokesman, Oto Brandt. "
                "The minister said the lake was low. The ministry spokesman said it was deep."
            ),
            ["Anna Brandt", "Oto Brandt"],
        ),
        (
            "Anna Brandt spoke first. Brandt said the lake was low. Then Oto Brandt spoke. Brandt said it was deep.",
            ["Anna Brandt", "Oto Brandt"],
        ),
        (
            "Mr Brandt met Ms Brandt on the quay. Ms Brandt said the lake was low. Mr Brandt said the lock was broken.",
            ["Ms Brandt", "Mr Brandt"],
        ),
    ],
)
def test_two_people_of_one_surname(text: str, names: list[str]) -> None:
    """Titles, offices and who was named last tell two people of one surname apart."""
    assert speakers(text) == names
    assert set(names) <= set(people(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mr Oto Reyes came to Brenna. “It was cold,” she said.",
        "Ms Ilka Brandt came to Brenna. He said the lake was low.",
        "Chairman Oto Reyes came to Brenna on Monday. Her talks were short, and she left on Tuesday.",
    ],
)
def test_a_pronoun_of_the_wrong_gender(text: str) -> None:
    """It means who is there; it makes nobody new, and no pronoun is anybody's name."""
    assert people(text) == [speakers(text)[0]] if speakers(text) else len(people(text)) == 1
    assert not {"he", "she", "He", "She", "Her"} & {name for one in seen(text)[1].referents for name in one.names}


def test_a_pronoun_of_the_right_gender() -> None:
    """Of two people whose titles show their gender a pronoun means the one it fits."""
    assert speakers("Mr Oto Reyes met Ms Ilka Brandt on the quay. She said the lake was low.") == ["Ilka Brandt"]
    assert speakers("Ms Ilka Brandt met Mr Oto Reyes on the quay. He said the lake was low.") == ["Oto Reyes"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("French Foreign Minister Ilka Brandt arrived. The top diplomat said the lake was low.", "Ilka Brandt"),
        ("French Foreign Minister Ilka Brandt arrived. The top French diplomat said the lake was low.", "Ilka Brandt"),
        ("U.S. Secretary of State Ilka Brandt arrived. The secretary said the lake was low.", "Ilka Brandt"),
        ("Chile’s foreign minister, Oto Reyes, arrived. The minister said the lake was low.", "Oto Reyes"),
        ("Oto Reyes, Chile’s foreign minister, arrived. The Chilean minister said the lake was low.", "Oto Reyes"),
        ("President Marit Halvey of Portugal arrived. The president said the lake was low.", "Marit Halvey"),
        ("Tokyo said the lake was low.", "Japan"),
        ("Lisbon says the lake is low.", "Portugal"),
        ("Chile said it would open the lock.", "Chile"),
        ("The Chilean government said it would open the lock.", "Chile"),
    ],
)
def test_descriptions_and_seats(text: str, name: str) -> None:
    """Descriptions of an office lead to who holds it, seats of government to their states."""
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    "last",
    [
        "The French minister said they were long.",
        "The French minister said the talks were long.",
    ],
)
def test_two_ministers(last: str) -> None:
    """Of two holders of one office the words for the state tell which is meant."""
    text = (
        "Japanese Foreign Minister Oto Reyes met French Foreign Minister Ilka Brandt in Lisbon. "
        f"The Japanese minister said the talks were useful. {last}"
    )
    assert speakers(text) == ["Oto Reyes", "Ilka Brandt"]


def test_two_capitals() -> None:
    """The capitals of two ministers are their states, and no other party."""
    text = (
        "Japanese Foreign Minister Oto Reyes met French Foreign Minister Ilka Brandt on Monday. "
        "Tokyo said it would come again. Paris said nothing would change."
    )
    assert speakers(text) == ["Japan", "France"]
    assert set(parties(text)) == {"Japan", "France", "Oto Reyes", "Ilka Brandt"}


@pytest.mark.parametrize(
    "text",
    [
        "Ilka Brandt met Oto Reyes in Paris.",
        "Ilka Brandt flew to Tokyo on Monday.",
        "Ilka Brandt said at a dinner in Lisbon that the lake was low.",
    ],
)
def test_a_place_is_no_party(text: str) -> None:
    """A capital in which people meet, or to which they fly, stands for no government."""
    assert [one.name for one in seen(text)[1].referents if one.type == "state"] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "French Foreign Minister Ilka Brandt met her Japanese counterpart Oto Reyes. Her guest said the lake was low.",
            ["Oto Reyes"],
        ),
        (
            (
                "Japanese Foreign Minister Oto Reyes met French Foreign Minister Ilka Brandt. "
                "Reyes said the lake was low. His host said it was deep."
            ),
            ["Oto Reyes", "Ilka Brandt"],
        ),
        (
            (
                "French Foreign Minister Ilka Brandt met her Japanese counterpart, Oto Reyes. "
                "Her Japanese counterpart said the lake was low."
            ),
            ["Oto Reyes"],
        ),
        (
            (
                "French Foreign Minister Ilka Brandt met her Japanese counterpart, Oto Reyes. "
                "Reyes said the lake was low. The French minister said it was deep."
            ),
            ["Oto Reyes", "Ilka Brandt"],
        ),
        pytest.param(
            "French Foreign Minister Ilka Brandt met her Japanese counterpart, Oto Reyes. "
            "Her counterpart said the lake was low.",
            ["Oto Reyes"],
            marks=pytest.mark.xfail(reason="the mention means him, the statement her"),
        ),
    ],
)
def test_the_other_one(text: str, names: list[str]) -> None:
    """A counterpart, host or guest is the other one of the two, not whoever "her" or "his" means."""
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("French Foreign Minister Ilka Brandt left.", "Ilka Brandt", "France"),
        ("U.S. Secretary of State Ilka Brandt left.", "Ilka Brandt", "United States"),
        ("President Marit Halvey of Portugal left.", "Marit Halvey", "Portugal"),
        ("The president of Portugal, Marit Halvey, left.", "Marit Halvey", "Portugal"),
        ("Marit Halvey, the president of Portugal, left.", "Marit Halvey", "Portugal"),
        ("Chile’s foreign minister, Oto Reyes, left.", "Oto Reyes", "Chile"),
        ("The foreign minister of Chile left.", "foreign minister of Chile", "Chile"),
        ("The Chilean foreign ministry waited.", "Chilean foreign ministry", "Chile"),
        ("Chile waited.", "Chile", "Chile"),
        ("The foreign minister of Hallin, Oto Reyes, left. The Hallinian boats stayed.", "Oto Reyes", "Hallin"),
        (
            "The Hallinian consul left Brennia. Hallin waited. The Brennian delegation, led by Oto Reyes, slept.",
            "Brennian delegation",
            "Brennia",
        ),
        ("The Brennian delegation, led by Oto Reyes, slept. Brennia waited.", "Brennian delegation", None),
        ("Foreign Minister Ilka Brandt left.", "Ilka Brandt", None),
        (
            "The Minister of Foreign Affairs of Orvelia, Ilka Brandt, left. Orvelia waited on the Orvelian shore.",
            "Ilka Brandt",
            "Orvelia",
        ),
        ("The White House said the lake was low.", "White House", "United States"),
        ("The Élysée said the lake was low.", "Élysée", "France"),
        ("Ilka Brandt left with her Japanese counterpart Oto Reyes.", "Oto Reyes", "Japan"),
        (
            "French Foreign Minister Ilka Brandt met her Japanese counterpart Oto Reyes. Her guest said the lake was low.",
            "Oto Reyes",
            "Japan",
        ),
    ],
)
def test_sides(text: str, name: str, side: str | None) -> None:
    """A party acts for the state that its title, its own name or its description names; for none if none does."""
    assert parties(text)[name].side == side


@pytest.mark.parametrize(
    "lead",
    [
        "Portuguese Foreign Minister Rui Almada received Ghana's foreign minister, Kofi Asante, in the Portuguese capital.",
        "Rui Almada, the Portuguese foreign minister, held talks with his Ghanaian counterpart, Kofi Asante, in Lisbon.",
        "Portugal's Foreign Minister Rui Almada met Ghana's foreign minister, Kofi Asante, in Lisbon on June 2.",
    ],
)
def test_two_ministers_of_one_sentence(lead: str) -> None:
    """Each is his own state's, whatever the tree hangs the titles on, and "the Ghanaian minister" is the Ghanaian."""
    text = f"{lead} The Ghanaian minister asked Lisbon to drop the ban. The Portuguese minister said that he would not."
    assert {one.name: one.side for one in seen(text)[1].referents if one.type == "person"} == {
        "Rui Almada": "Portugal",
        "Kofi Asante": "Ghana",
    }
    assert speakers(text) == ["Kofi Asante", "Rui Almada"]


def test_no_one_is_nobody() -> None:
    """Whoever does not exist is no party."""
    assert parties("No one answered. Nobody left, Brandt said.").keys() == {"Brandt"}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("French Foreign Minister Ilka Brandt left.", [("French Foreign Minister", "France")]),
        ("President Ilka Brandt, a former judge, left.", [("President", None), ("former judge", None)]),
        ("The president of Portugal, Ilka Brandt, left.", [("president of Portugal", "Portugal")]),
        ("Ilka Brandt left. Then Minister Brandt came back.", [("Minister", None)]),
        ("Ilka Brandt left.", []),
    ],
)
def test_roles(text: str, roles: list[tuple[str, str | None]]) -> None:
    """Every office and description is kept in the document's words, with the words it rests on."""
    made, found = seen(text)
    (party,) = (one for one in found.referents if one.name == "Ilka Brandt")
    assert [(role.title, role.of) for role in party.roles] == roles
    assert all(made.passage(role.anchor) == role.title for role in party.roles)


def test_names_of_a_party() -> None:
    """A party has every name that the document gives it, under the fullest."""
    party = parties("Brandt came first. Foreign Minister Ilka Brandt spoke. Then Brandt left.")["Ilka Brandt"]
    assert party.names == ("Brandt", "Ilka Brandt")


def test_unnamed_people_are_told_apart() -> None:
    """An official and another official are two."""
    text = "An official said the lake was low. Another official said it was deep."
    first, second = speakers(text)
    assert first != second


def test_two_speak_together() -> None:
    """Two who say one thing are one speaker, a group of both."""
    _, found = seen("Ilka Brandt and Oto Reyes said the lake was low.")
    (statement,) = found.statements
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.type) == ("Ilka Brandt and Oto Reyes", "group")


def test_sources_close_to_somebody() -> None:
    """Sources close to somebody are sources, and not he."""
    (name,) = speakers("Sources close to Marit Halvey said the road was “open.”")
    assert (name or "").casefold().startswith("sources")
