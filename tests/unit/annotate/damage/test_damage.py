"""What translation and spinning broke, in invented reports."""

from dataclasses import replace
from pathlib import Path

import pytest

from memcon.annotate import annotate
from memcon.core.document import Zone
from memcon.core.reading import Doubt, Name, Reading
from memcon.testing import annotated, document
from tests.unit.annotate.damage.marks import found, wanted

REPORTS = ("spun.txt", "translated.txt")


@pytest.mark.parametrize("report", REPORTS)
def test_a_broken_report(report: str) -> None:
    """What spinning or translation broke is marked, with what was there, and nothing else."""
    text = Path(__file__).with_name(report).read_text(encoding="utf-8")
    assert wanted(text) == found(text)


@pytest.mark.parametrize(
    "text",
    [
        # A name, wholly or in part, in other words.
        "The [name{United Kingdom}:Unified Kingdom] sent a ferry; Saudi Arabia sent none.",
        "The [name{Security Council}:Safety Council] met twice. [name{Human rights}:Human privileges] were not discussed.",
        "A [name{press conference}:press league] was held in Quito after the [name{trade war}:trade warfare].",
        "The [name{United Nations}:Joined Countries] met in Quito. The [name{White House}:Pale Home] was silent.",
        # A given name.
        "Frank Brandt spoke first. They met [name{Frank Brandt}:Candid Brandt] on the quay at midnight.",
        # A month, by what stands around it.
        "Envoys flew to Quito late [name{May}:Could] 1994. They had met there in [name{May}:Might].",
        # A full stop in the middle of a sentence.
        "The pact was signed in the [break{Gulf of}:Gulf. of] Finland. Nobody read it.",
        "The minister thanked [break{their Chilean}:their. Chilean] guests for the soup.",
    ],
)
def test_words(text: str) -> None:
    """Names, months and stops."""
    assert wanted(text) == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "“The nets are [quotation{dry,” she}:dry, ”she] said. “Nobody fishes.”",
        "She [quotation{said “we}:said“ we] have no nets” in Quito.",
        "“The nets are [quotation{dry,” she}:dry,“ she] said on Sunday.",
        "“Nobody fishes before the [quotation{rain,” he said.}:rain, he said.”]",
        "“The lake is low before the [quotation{rain,” she said}:rain, she” said] on the quay.",
        "The envoy said “we will bring [quotation:our” boats] in June.",
    ],
)
def test_quotation_marks(text: str) -> None:
    """A mark in the wrong place is marked with the words beside it."""
    assert wanted(text) == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "”We have no nets”, she said. ”Nobody fishes.”",
        "„We have no nets,“ she said. „Nobody fishes.“",
        '"We have no nets," she said. "And he told me, \'Nobody fishes, she said.\'"',
        "“We have no nets,” she said.\n\n“Nobody fishes.",
        "«We have no nets», she said.",
    ],
)
def test_manners_of_quoting(text: str) -> None:
    """Every country's marks are right in their own way."""
    assert found(text) == []


HE = "Oto Reyes came to Quito on Friday. He spoke to reporters.\n\nReyes said he had seen the lake. "


@pytest.mark.parametrize(
    "text",
    [
        HE + "On Sunday [gender{he}:she] left.",
        HE + "Then Reyes took off [gender{his}:her] hat.",
        HE + "A pilot’s photograph showed Reyes, and [gender{Mr}:Ms] Reyes on the quay.",
        HE + "“The lake is low,” [gender{he}:she] added.\n\nReyes returned to Lima, and he slept.",
        "Chairwoman Ilka Brandt came to Quito. She spoke.\n\nBrandt said she had seen it. “Low,” [gender{she}:he] added.",
    ],
)
def test_other_gender(text: str) -> None:
    """Where a report has one gender for somebody nearly everywhere, the other one is marked."""
    assert [mark for mark in wanted(text) if mark[1] != "Ms"] == [mark for mark in found(text) if mark[1] != "Ms"]


@pytest.mark.parametrize(
    "text",
    [
        HE + "His wife left on Sunday. She had not spoken.",
        HE + "Ilka Brandt saw the lake too, and she wept.",
        HE + "“My mother saw it too, and she wept,” Reyes said.",
        "Oto Reyes came to Quito. He spoke. Later she left.",
    ],
)
def test_another_person(text: str) -> None:
    """Where somebody else may be meant, or the report is of two minds, nothing is marked."""
    assert found(text) == []


def test_gender_shows_its_evidence() -> None:
    """The mark points at places where the report has the other gender."""
    made = document(HE + "On Sunday she left.")
    (mark,) = annotated(made)[0].damage
    assert {made.passage(one) for one in mark.beside} <= {"he", "He"}
    assert len(mark.beside) > 1
    assert "Oto Reyes" in mark.reason


@pytest.mark.parametrize(
    "text",
    [
        (
            "Chilean Foreign Minister Oto Reyes came to Quito. Chile’s foreign minister, Oto Reyes, spoke first. "
            "Later [side:Norwegian Foreign Minister] Oto Reyes left."
        ),
    ],
)
def test_other_side(text: str) -> None:
    """An official of one state is not of another in the same report."""
    assert wanted(text) == found(text)


def test_doubted_words() -> None:
    """What the model doubts is marked where it is sure and no rule marks anything; in a name it is a name's damage."""
    made = document("The White Home sent a petite envoy to Gran Brandt.")

    def doubt(word: str, score: float) -> Doubt:
        start = made.text.index(word)
        return Doubt(made.anchor(start, start + len(word)), score)

    reading = Reading(
        made.id,
        names=(Name(made.anchor(made.text.index("Gran"), len(made.text) - 1), "person"),),
        doubts=(doubt("petite", 0.95), doubt("envoy", 0.5), doubt("Gran", 0.92)),
    )
    found_ = annotate(made, reading)[0].damage
    assert [(one.kind, made.passage(one.anchor), one.score) for one in found_] == [
        ("sense", "petite", 0.95),
        ("name", "Gran", 0.92),
    ]


def test_a_spun_credit() -> None:
    """The agency in a credit line is known though nobody reads the line as text; a sound one is not marked."""
    body = "The lock stayed shut on Friday, and nobody on the quay could say why."
    for agency, expected in (("Related Press", ["Associated Press"]), ("Associated Press", [])):
        text = f"{body}\n\n{agency} writer Ilka Brandt in Lima contributed to this report."
        made = document(text)
        made = replace(made, zones=(made.zones[0], Zone("credit", made.zones[1].start, made.zones[1].end)))
        assert [one.suggestion for one in annotated(made)[0].damage] == expected
