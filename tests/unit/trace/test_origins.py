from memcon.core.entry import Entry
from memcon.testing import document
from tests.unit.ferries import OTHER, STORY, collection
from tests.unit.trace.test_derivations import with_credit

OWN = "\n".join(
    f"Keeper {number} of the tower counted swans that week, and nobody on the pier of Hallin thanked her for it."
    for number in range(9)
)


def said(words: str, *reports: str, **given: str) -> Entry:
    """The entry of the statement with these words in a report made of these, told together with the first alone."""
    wire = with_credit(reports[0], "(AP)", published="2031-05-04")
    made = collection([wire, document("\n\n".join(reports), published="2031-05-05", **given)])  # type: ignore[arg-type]
    (found,) = (one for one in made.record.entries if one.kind == "statement" and words in one.best("wording"))
    return found


def test_a_pasted_report_counts_once() -> None:
    """A report that pastes a whole one into its own is a witness of its own words, and none of the pasted ones."""
    assert said("a small comedy", STORY, OWN * 2).support.most == 1
    assert said("a small comedy", STORY, OWN * 2).support.documents == 2
    assert [one.origin for one in said("a small comedy", STORY, OWN * 2).support.by] == ["The Associated Press"]


def test_an_interview_inside_a_copy_is_a_second_witness() -> None:
    """What somebody told the outlet itself is its own, though the rest of its report is the agency's."""
    interview = "“The tuba was not mine, and I gave it back,” retired pilot Osk Brandel told Harbour News."
    found = said("The tuba was not mine", STORY, interview, outlet="Harbour News")
    assert [one.origin for one in found.support.by] == ["Harbour News"]
    assert [one.origin for one in said("a small comedy", STORY, interview, outlet="Harbour News").support.by] == (
        ["The Associated Press"]
    )


def test_two_stories_in_one_report() -> None:
    """Each half of a merged report is the witness of whoever told it first."""
    first = with_credit(STORY, "(AP)", published="2031-05-04")
    second = with_credit(OTHER * 2 + OWN, "(AFP)", published="2031-05-04")
    merged = document(f"{OTHER * 2 + OWN}\n\n{STORY}", published="2031-05-05")
    made = collection([first, second, merged])
    assert sorted(len(one.documents) for one in made.families) == [1, 2]
    (comedy,) = (one for one in made.record.entries if "a small comedy" in one.best("wording"))
    assert [one.origin for one in comedy.support.by] == ["The Associated Press"]
