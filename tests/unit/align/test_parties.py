from itertools import permutations

from memcon.align import align_parties
from memcon.core.annotation import Annotations, PartyType
from memcon.testing import annotations, document, marked


def says(name: str, number: int = 0, type: PartyType = "person") -> Annotations:
    """A report in which that party says something."""
    marks = marked(f"Report {number}. [statement:[speaker:{name}] [cue:said] [quote:“It is over.”]]")
    return annotations(document(marks.text), marks, type=type)


def named(*reports: Annotations) -> list[tuple[str, int]]:
    """The name of each party and how many aliases it has."""
    return sorted((party.name, len(party.aliases)) for party in align_parties(reports))


def test_a_surname_is_the_one_person_who_bears_it() -> None:
    """A single name joins the only full name of the collection it begins or ends."""
    assert named(says("Ilka Brandt"), says("Brandt", 1, "unknown"), says("Ilka", 2)) == [("Ilka Brandt", 3)]


def test_a_surname_never_merges_two_people() -> None:
    """If two people bear it, a single name stays by itself."""
    found = named(says("Ilka Brandt"), says("Oto Brandt", 1), says("Brandt", 2))
    assert found == [("Brandt", 1), ("Ilka Brandt", 1), ("Oto Brandt", 1)]


def test_a_full_name_is_itself_in_any_case() -> None:
    """Case and points make no second person; another first name does."""
    assert len(named(says("Ilka B. Brandt"), says("ILKA B BRANDT", 1), says("Ilka Brandt", 2))) == 2


def test_bodies_are_not_joined_by_a_word() -> None:
    """A ministry is not the minister, and two bodies that share a word are two."""
    found = named(
        says("river ministry", type="organisation"),
        says("lake ministry", 1, "organisation"),
        says("ministry", 2, "organisation"),
    )
    assert len(found) == 3


def test_the_most_specific_type_wins() -> None:
    """A party that one report shows to be a person is one."""
    (party,) = align_parties([says("Brandt", type="unknown"), says("Ilka Brandt", 1)])
    assert (party.type, [alias.name for alias in party.aliases]) in [
        ("person", ["Brandt", "Ilka Brandt"]), ("person", ["Ilka Brandt", "Brandt"]),
    ]  # fmt: skip


def test_the_order_of_reports_does_not_matter() -> None:
    """Parties and their ids are the same in any order."""
    reports = [says("Ilka Brandt"), says("Brandt", 1), says("Oto Reyes", 2), says("Reyes", 3)]
    assert len({align_parties(order) for order in permutations(reports)}) == 1


def test_nobody() -> None:
    """Without speakers there are no parties."""
    assert align_parties([annotations(document("Text."))]) == ()
