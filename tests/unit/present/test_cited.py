from memcon.core.anchor import Anchor
from memcon.core.entry import Support, Witness
from memcon.core.ids import DocumentId, FamilyId
from memcon.present.cited import references, witness_names, witnesses


def told_by(*reports: int) -> Support:
    """Support by families that have so many reports each, called 0, 1 and so on."""
    by = tuple(
        Witness(
            FamilyId(f"{number}"),
            f"Wire {number}",
            tuple(Anchor(DocumentId(f"{number}.{n}"), 0, 9) for n in range(size)),
        )
        for number, size in enumerate(reports)
    )
    return Support(len(reports), len(reports), sum(reports), by)


def test_a_few_reports_are_all_named() -> None:
    """In order, each once."""
    assert references([5, 2, 5, 9]) == "[2, 5, 9]"
    assert references(range(1, 9)) == "[1, 2, 3, 4, 5, 6, 7, 8]"


def test_a_crowd_of_reports_is_counted() -> None:
    """Nobody reads two thousand numbers behind a line."""
    assert references(range(1, 2_001)) == "[1, 2, 3, 4, 5, 6, 7, 8 and 1,992 more]"


def test_the_largest_of_many_families_are_named() -> None:
    """In the order they have among all."""
    named, more = witnesses(told_by(1, 1, 3, 1, 1, 1, 1, 2))
    assert [one.family for one in named] == ["0", "1", "2", "3", "4", "7"]
    assert more == 2
    assert list(witness_names(told_by(*[1] * 7), {}))[-2:] == ["Wire 5", "and 1 more"]
    assert list(witness_names(told_by(1, 1), {})) == ["Wire 0", "Wire 1"]
