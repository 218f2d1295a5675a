"""Whom a text names, describes or means by a pronoun, and by which fullest name."""

import pytest

from memcon.testing import annotated, document, marked


def mentions(text: str) -> list[tuple[str, str, str]]:
    """The words, the name and the type of each mention, in reading order."""
    made = document(text)
    return [(made.passage(one.anchor), one.name, one.type) for one in annotated(made)[0].mentions]


@pytest.mark.parametrize(
    ("notation", "name", "type"),
    [
        ("Then [m:Marit Halvey] left.", "Marit Halvey", "person"),
        ("Then [m:Foreign Minister Ilka Brandt] left.", "Ilka Brandt", "person"),
        ("Then [m:Mr. Halvey] left.", "Halvey", "person"),
        ("Then [m:Gen. Oto Reyes] left.", "Oto Reyes", "person"),
        ("Then [m:J. K. Arrano] left.", "J. K. Arrano", "person"),
        ("Then [m:Secretary of State Ilka Brandt] left.", "Ilka Brandt", "person"),
        ("Then [m:Maria von Berg] left.", "Maria von Berg", "person"),
        ("Then [m:Anne-Marie O’Dell] left.", "Anne-Marie O’Dell", "person"),
        ("Then [m:Halvey]’s boat left.", "Halvey", "person"),
        ("Then [m:the foreign ministry] left.", "foreign ministry", "organisation"),
        ("Then [m:the Ministry of Foreign Affairs] left.", "Ministry of Foreign Affairs", "organisation"),
        ("Then [m:the Ministry of the Interior] left.", "Ministry of the Interior", "organisation"),
        ("Then [m:the NWA] left.", "NWA", "organisation"),
        ("Then [m:two senior officials] left.", "two senior officials", "group"),
        ("Then [m:the two sides] left.", "two sides", "group"),
        ("Then [m:France] left.", "France", "state"),
        ("Then [m:the US] left.", "United States", "state"),
        ("Then [m:the U.S.] left.", "United States", "state"),
        ("Then [m:Tokyo] left.", "Japan", "state"),
    ],
)
def test_one_mention(notation: str, name: str, type: str) -> None:
    """The mention covers the whole phrase; the name is bare, a state's its usual one."""
    marks = marked(notation)
    assert mentions(marks.text) == [(marks.words("m")[0], name, type)]


@pytest.mark.parametrize(
    "text",
    [
        "Meanwhile it rained in the harbour.",
        "On Monday nobody came in March.",
        "The French bread was old.",
        "They crossed Hallin Bay and the Long Strait.",
        "Expectations were low. Talks failed.",
        "Rain fell and the rain stayed.",
    ],
)
def test_no_mentions(text: str) -> None:
    """Days, months, adjectives of states, places and words that merely open a sentence name nobody."""
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ilka Brandt came. Brandt left.", "Brandt", "Ilka Brandt"),
        ("Brandt came first. Ilka Brandt followed.", "Brandt", "Ilka Brandt"),
        ("Foreign Minister Ilka Brandt came. The minister left.", "The minister", "Ilka Brandt"),
        ("Foreign Minister Ilka Brandt came. The top diplomat left.", "The top diplomat", "Ilka Brandt"),
        ("Ilka Brandt, the trade minister, came. The trade minister left.", "The trade minister", "Ilka Brandt"),
        ("Foreign Minister Ilka Brandt came. A minister left.", "A minister", "minister"),
        ("Foreign Minister Ilka Brandt came. The defence minister left.", "The defence minister", "defence minister"),
    ],
)
def test_who_is_meant(text: str, words: str, name: str) -> None:
    """Surnames and definite descriptions lead to the fullest name; indefinite ones and other offices do not."""
    assert (words, name) in [(said, meant) for said, meant, _ in mentions(text)]


def test_two_states_ministers_are_two_people() -> None:
    """The minister of one state is not the other's, though the office is the same."""
    found = mentions(
        "French Foreign Minister Ilka Brandt met Japanese Foreign Minister Oto Reyes. "
        "The Japanese minister spoke. The French minister listened."
    )
    assert [name for _, name, _ in found] == ["Ilka Brandt", "Oto Reyes", "Oto Reyes", "Ilka Brandt"]


def test_two_people_of_one_surname() -> None:
    """A shared surname means whoever was named last, and each full name stays its own."""
    found = mentions("Anna Brandt spoke. Brandt left. Then Oto Brandt spoke. Brandt left.")
    assert [name for _, name, _ in found] == ["Anna Brandt", "Anna Brandt", "Oto Brandt", "Oto Brandt"]


def test_names_inside_quotations() -> None:
    """Whom a speaker names is mentioned too."""
    assert mentions("Halvey said “Oto Reyes is late.”") == [
        ("Halvey", "Halvey", "person"),
        ("Oto Reyes", "Oto Reyes", "person"),
    ]


def test_mentions_inside_mentions() -> None:
    """A description that names somebody else's office is two mentions."""
    assert mentions("Then a minister’s spokesman left.") == [
        ("a minister", "minister", "person"),
        ("a minister’s spokesman", "minister’s spokesman", "person"),
    ]


def test_how_a_mention_refers() -> None:
    """Names, descriptions and pronouns of one person are told apart."""
    made = document("Foreign Minister Ilka Brandt came. The minister sat down, and she spoke.")
    found = annotated(made)[0].mentions
    assert [(made.passage(one.anchor), one.kind, one.name) for one in found] == [
        ("Foreign Minister Ilka Brandt", "name", "Ilka Brandt"),
        ("The minister", "description", "Ilka Brandt"),
        ("she", "pronoun", "Ilka Brandt"),
    ]


@pytest.mark.parametrize("peer", ["colleague", "Japanese colleague", "counterpart"])
def test_a_colleague_has_the_same_office_across_the_table(peer: str) -> None:
    """Not the deputy who was named last."""
    text = (
        "Foreign Minister Ilka Brandt of France met Foreign Minister Oto Reyes of Japan. "
        "Deputy Foreign Minister Marit Halvey of Japan took notes. Brandt was glad. Brandt invited her "
        + peer
        + " to Lyon."
    )
    assert mentions(text)[-1] == (f"her {peer}", "Oto Reyes", "person")


def test_a_counterpart_of_another_office_is_somebody_else() -> None:
    """Nobody's counterpart is the spokesman who happens to be named, nor anybody of his own side or of a third."""
    text = (
        "Defence Minister Ilka Brandt of France spoke after Foreign Ministry spokesman Oto Reyes of Japan. "
        "The president of Chile, Marit Halvey, listened. Brandt hopes to meet her Japanese counterpart in Lyon."
    )
    assert mentions(text)[-1] == ("her Japanese counterpart", "Japanese counterpart", "person")


def test_a_president_is_no_surname() -> None:
    """Where brackets cut a title from a name, and the model takes both for one."""
    assert ("U.S. President Ilka", "Ilka", "person") in mentions("He told [U.S. President Ilka] Brandt to wait.")


def test_its_session_is_that_of_the_committee() -> None:
    """A state has none, however much it is on a reader's mind; what both have may be the state's."""
    text = "Japan waited. Japan agreed to set up a joint committee. Its {} will be in Kyoto."
    assert ("Its", "joint committee", "organisation") in mentions(text.format("first session"))
    assert ("Its", "Japan", "state") in mentions(text.format("new embassy"))
