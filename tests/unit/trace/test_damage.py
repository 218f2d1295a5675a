import pytest

from memcon.core.annotation import Damage
from memcon.core.terms import terms
from memcon.testing import document
from memcon.trace import damage, fingerprint
from tests.unit.ferries import OTHER, STORY, collection
from tests.unit.trace.test_derivations import SPUN
from tests.unit.trace.test_origins import OWN

# What only spinning does to set names makes one report clearly the more damaged.
FOOTER = "\n\n" + " ".join(
    f"The White {home} had no word on boat {number}, a spokesman told the {related} Press on Friday."
    for number, (home, related) in enumerate([("Home", "Related")] * 4)
)
SOUND = FOOTER.replace("White Home", "White House").replace("Related Press", "Associated Press")


def marks(*reports: str) -> dict[str, Damage]:
    """The marks in the first of some reports, by the words they are on."""
    documents = [document(one, published=f"2031-05-0{9 - number}") for number, one in enumerate(reports)]
    made = collection(documents)
    words = {one: fingerprint(each, made.annotations[one]).words for one, each in made.documents.items()}
    found = damage(made.documents, made.annotations, made.derivations, made.record.parties, words=words)
    return {documents[0].passage(one.anchor): one for one in found if one.anchor.document == documents[0].id}


def test_words_for_words_of_the_report_it_was_made_from() -> None:
    """Where a spun report has other words than its parent, those are marked, with the parent's as suggestion."""
    found = marks(SPUN + FOOTER, STORY + SOUND)
    assert found["bureau"].suggestion == "office"
    assert found["misplaced"].suggestion == "lost"
    assert found["bureau"].beside[0].document == document(STORY + SOUND).id
    assert found["White Home"].suggestion == "White House"
    assert all(one.beside or one.kind == "name" for one in found.values())


def test_the_sound_report_is_not_marked() -> None:
    """What the parent has in place of the spun words is no damage."""
    assert marks(STORY + SOUND, SPUN + FOOTER) == {}


def test_two_sound_reports_differ_as_they_like() -> None:
    """A rewrite that shows no damage by itself is not marked for its own words."""
    assert marks(SPUN.replace("got here", "arrived"), STORY) == {}


def test_one_speech_in_two_reports() -> None:
    """A damaged report's words in a quotation that a sound report has too are marked with the words as spoken."""
    speech = "“We will not open the northern lock before every captain of the fleet has signed the list,” {} said."
    broken = speech.format("Marit Halvey").replace("fleet", "armada").replace("signed", "autographed")
    found = marks(broken + FOOTER, f"{OTHER}\n{OWN}\n\n{speech.format('Harbour master Marit Halvey')}")
    assert {words: found[words].suggestion for words in ("armada", "autographed")} == {
        "armada": "fleet",
        "autographed": "signed",
    }


def test_an_official_of_the_other_side() -> None:
    """Other reports tell for whom somebody acts; whoever is listed among the other side's officials is marked."""
    wrong = "The envoy met senior Peruvian officials, including President Ilka Brandt, in Oslo on Friday."
    right = (
        "Norwegian President Ilka Brandt received the envoy in Oslo on Friday. Norwegian President Brandt then sang."
    )
    (mark,) = marks(wrong, right).values()
    assert (mark.kind, "Norway" in mark.reason, "Peru" in mark.reason) == ("side", True, True)
    assert marks(wrong.replace("Peruvian", "Norwegian"), right) == {}


@pytest.mark.parametrize("before", terms("damage")["listed"]["before"])
@pytest.mark.parametrize("between", terms("damage")["listed"]["between"])
def test_who_is_listed(before: str, between: str) -> None:
    """Each of the listed wordings shows whom a group has; whoever only stands in the sentence is not listed."""
    wrong = f"The envoy met senior Peruvian officials, {before} Osk Arrano {between} President Ilka Brandt, in Oslo on Friday."
    right = "Norwegian President Ilka Brandt received the envoy in Oslo. Norwegian President Brandt then sang."
    assert [mark.kind for mark in marks(wrong, right).values()] == ["side"]
    assert marks(wrong.replace(f", {before}", ", who were greeted by"), right) == {}
