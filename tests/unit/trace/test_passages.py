import pytest

from memcon.core.derivation import Overlap
from memcon.testing import annotated, document
from memcon.trace.passages import Story, overlap, story
from tests.unit.ferries import OTHER, STORY


def ready(text: str) -> Story:
    """A text made ready for comparison."""
    made = document(text)
    return story(made, annotated(made)[0])


def shared(left: str, right: str) -> Overlap:
    """What two texts share."""
    return overlap(ready(left), ready(right))


def test_a_copy_is_covered_wholly() -> None:
    """All of both stories lies in the passages."""
    found = shared(STORY, "Menu\n" + STORY)
    assert (found.first, found.second) == pytest.approx((1.0, 1.0), abs=0.02)


def test_a_part_is_covered_wholly_and_the_whole_in_part() -> None:
    """Coverage tells the abridgement from its parent, whichever comes first."""
    part = STORY.rpartition("About four")[0]
    found, turned = shared(part, STORY), shared(STORY, part)
    assert found.first == 1.0
    assert 0.4 < found.second < 0.8
    assert (turned.first, turned.second) == (found.second, found.first)


def test_passages_show_the_same_words() -> None:
    """Both ends of each passage say the same, but for case, marks and white space."""
    left, right = document("First. " + STORY.upper()), document(STORY.replace(",", " –"))
    found = overlap(story(left, annotated(left)[0]), story(right, annotated(right)[0]))
    assert found.passages
    for passage in found.passages:
        mine, theirs = (
            "".join(char if char.isalnum() else " " for char in made.passage(anchor).casefold()).split()
            for made, anchor in ((left, passage.child), (right, passage.parent))
        )
        assert mine == theirs
        assert len(mine) >= 8


def test_quotations_do_not_count() -> None:
    """Two witnesses of one speech quote it alike: that is shown, but covers nothing."""
    found = shared(STORY, OTHER)
    assert (found.first, found.second) == (0.0, 0.0)
    assert len(found.passages) == 1


def test_set_phrases_do_not_count() -> None:
    """Seven words in common are chance."""
    found = shared("They met on the quay in the rain at last, Reyes wrote.", "He saw them on the quay in the rain.")
    assert (found.passages, found.first, found.second, found.retold) == ((), 0.0, 0.0, 0.0)


@pytest.mark.parametrize("text", ["Gone.", "“We have nothing to add to what was said before.”"])
def test_equal_bodies_are_copies_however_short(text: str) -> None:
    """Equal bodies share everything, also where there is too little narrative to compare."""
    found = shared(text, text + " ")
    assert (found.first, found.second) == (1.0, 1.0)
    assert found.passages


def test_repetition_is_no_trap() -> None:
    """A text that repeats one sentence shares passages that lie one after the other."""
    found = shared(
        "The lake is low and the lock is broken again. " * 40, "The lake is low and the lock is broken again. " * 3
    )
    assert found.second == 1.0
    assert all(a.child.end <= b.child.start for a, b in zip(found.passages, found.passages[1:], strict=False))


def test_shares_do_not_depend_on_which_comes_first() -> None:
    """Also where the texts repeat themselves, each story is covered to the same share in either order."""
    one = (
        "The meeting lasted nearly two hours on a boat. " * 3 + "Trade between the two fell by a third last year. " * 2
    )
    other = "Trade between the two fell by a third last year. They left. The meeting lasted nearly two hours on a boat."
    found, turned = shared(one, other), shared(other, one)
    assert (found.first, found.second) == (turned.second, turned.first)
    assert found.first == 1.0
