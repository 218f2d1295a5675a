"""Two wordings of one utterance, aligned word by word."""

import pytest

from memcon.core.terms import terms
from memcon.core.wording import Aligned, Word, aligned, folded_wording, most_kept, word_likeness, wording
from memcon.testing import document

WORDING = terms("wording")
WRITTEN_OUT = [
    example.split(" → ") for entry in (WORDING["is"], *WORDING["contraction"]) for example in entry["examples"]
]
SAID = "We did not come to the lock to count the ferries."


def words(text: str) -> tuple[Word, ...]:
    """The words of a passage."""
    made = document(text)
    return wording(text, [made.anchor(0, len(text))])


def compared(one: str, other: str) -> Aligned:
    """Two passages aligned."""
    return aligned(words(one), words(other))


def changes(one: str, other: str) -> list[tuple[str, str]]:
    """The words in which two passages differ, as printed."""
    found = compared(one, other)
    return [
        tuple(
            text[side[place[0]].start : side[place[-1]].end] if place else ""
            for text, side, place in ((one, found.first, here), (other, found.second, there))
        )  # type: ignore[misc]  # two of them
        for here, there in found.changes()
    ]


@pytest.mark.parametrize(("passage", "expected"), WRITTEN_OUT)
def test_contractions_are_compared_in_full(passage: str, expected: str) -> None:
    """A contraction is the two words it stands for, and an apostrophe that tells nothing is left out."""
    assert " ".join(folded_wording(passage)) == expected


@pytest.mark.parametrize("example", WORDING["negation"]["examples"])
def test_a_negation_makes_another_statement(example: str) -> None:
    """The same words with another word for the one that denies are at odds with those that have it."""
    (denial,) = set(folded_wording(example)) & set(WORDING["negation"]["words"])
    assert compared(example, example.replace(denial, "surely")).at_odds
    assert not compared(example, example).at_odds


def test_each_word_stands_where_it_was_read() -> None:
    """Words have the places of their letters; the two of a contraction stand side by side."""
    text = "“We didn’t sail”"
    assert [text[word.start : word.end] for word in words(text)] == ["We", "did", "n’t", "sail"]


def test_names_are_capitals_within_a_sentence() -> None:
    """A word is a name if it has a capital where no sentence begins."""
    assert [word.text for word in words("Ferries sail to Orrin. They wait in Brenna.") if word.name] == [
        "orrin",
        "brenna",
    ]


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("ferry", "ferry", 1),
        ("stabilise", "stabilize", 0.8),
        ("hope", "hopeful", 0.8),
        ("embargo", "embargoes", 0.8),
        ("12th", "13th", 0),
        ("lock", "dock", 0),
        ("harbour", "harbor", 0.8),
    ],
)
def test_words_are_alike_in_form_or_spelling(one: str, other: str, likeness: float) -> None:
    """Forms and spellings of one word are nearly equal; numbers and merely similar words are not."""
    assert word_likeness(one, other) == word_likeness(other, one)
    assert word_likeness(one, other) == likeness


def test_equal_words_are_all_kept() -> None:
    """Marks and capitals apart equal wordings are as alike as can be."""
    found = compared(SAID, SAID.upper())
    assert (found.likeness, found.kept, found.dense, found.whole) == (1, 1, 1, 1)
    assert not list(found.changes())


def test_a_cut_is_kept_whole() -> None:
    """What stands whole in a longer wording is kept, and the rest of that one is a change of its own."""
    found = compared(SAID, "count the ferries")
    assert (found.kept, found.dense) == (1, 1)
    assert found.whole < 0.5
    assert changes(SAID, "count the ferries") == [("We did not come to the lock to", "")]


def test_what_a_thesaurus_put_in_is_shown() -> None:
    """Changed words stand beside those they took the place of; words added or left out stand alone."""
    spun = "We didn’t arrive at the lock to tally the ferries."
    assert changes(SAID, spun) == [("come to", "arrive at"), ("count", "tally")]
    assert changes("We met today in Brenna.", "We met in Brenna.") == [("today", "")]


def test_which_is_first_makes_no_difference() -> None:
    """Likeness and its features are symmetric."""
    one, other = SAID, "They came to the dam to count a few ferries and some barges."
    left, right = compared(one, other), compared(other, one)
    assert left.likeness == right.likeness
    assert left.features == right.features
    assert sorted(left.pairs, key=str) == sorted(((b, a) for a, b in right.pairs), key=str)


def test_other_words_are_unlike() -> None:
    """Two sentences on one matter that share small words only are hardly alike."""
    assert compared(SAID, "The ferries will sail to Brenna if the weather is good.").likeness < 0.5


@pytest.mark.parametrize(
    ("one", "other", "at_odds"),
    [
        ("We offer a 12th proposal to the other side.", "We offer a 13th proposal to the other side.", True),
        ("We shall send five ferries.", "We shall send 5 ferries.", False),
        ("We shall send five ferries.", "We shall send six ferries.", True),
        ("We shall send five ferries.", "We shall send ferries.", False),
        ("We trust that Orrin will come.", "We trust that Halvey will come.", True),
        ("We trust that he will come.", "We trust that Halvey will come.", False),
        ("We shall open the lock.", "We shall never open the lock.", True),
    ],
)
def test_other_numbers_and_names_say_another_thing(one: str, other: str, at_odds: bool) -> None:
    """Wordings with another number or name in one place, or of which one denies, are at odds."""
    assert compared(one, other).at_odds is at_odds


@pytest.mark.parametrize("other", [SAID, "We never came to tally boats.", "The weather is good.", "Ferries"])
def test_the_bound_holds(other: str) -> None:
    """No alignment keeps more than the bound that is known before it."""
    assert compared(SAID, other).kept <= most_kept(words(SAID), words(other))
