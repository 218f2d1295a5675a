import pytest

from memcon.core.anchor import Anchor
from memcon.core.derivation import Family, Origins
from memcon.core.entry import Support
from memcon.core.ids import DocumentId, FamilyId
from memcon.record import support

FAMILIES = (
    Family(FamilyId("wire"), "NWA", (DocumentId("a"), DocumentId("b"), DocumentId("c")), established=True),
    Family(FamilyId("ministry"), "The ministry", (DocumentId("d"),), established=True, kin=(FamilyId("maybe"),)),
    Family(FamilyId("maybe"), "Harbour News", (DocumentId("e"),), established=True, kin=(FamilyId("ministry"),)),
    Family(FamilyId("nobody"), None, (DocumentId("f"),), established=False),
    Family(FamilyId("nowhere"), None, (DocumentId("g"),), established=False),
    Family(FamilyId("post"), "Quay Post", (DocumentId("h"),), established=True, owner="Quay Papers"),
    Family(FamilyId("star"), "Quay Star", (DocumentId("i"),), established=True, owner="Quay Papers"),
)
ORIGINS = Origins({document: family for family in FAMILIES for document in family.documents}, {})


def counted(documents: str) -> Support:
    """The support of a passage in each of these documents."""
    return support([Anchor(DocumentId(one), 0, 9) for one in documents], ORIGINS)


@pytest.mark.parametrize(
    ("documents", "least", "most"),
    [
        ("a", 1, 1),
        ("abc", 1, 1),
        ("abcd", 2, 2),
        ("ade", 2, 3),
        ("de", 1, 2),
        ("f", 1, 1),
        ("fg", 1, 2),
        ("af", 1, 2),
        ("adf", 2, 3),
        ("h", 1, 1),
        ("hi", 1, 2),
        ("ahi", 2, 3),
    ],
)
def test_the_interval(documents: str, least: int, most: int) -> None:
    """Copies count once, kin and outlets of one owner once at least, and whoever shows no origin at most."""
    found = counted(documents)
    assert (found.least, found.most, found.documents) == (least, most, len(documents))


def test_two_passages_of_one_report_are_one_witness() -> None:
    """Saying it twice is not saying it with two voices; both passages are kept."""
    found = support([Anchor(DocumentId("a"), 0, 9), Anchor(DocumentId("a"), 20, 29)] * 2, ORIGINS)
    assert (found.least, found.most, found.documents) == (1, 1, 1)
    assert len(found.by[0].anchors) == 2


def test_witnesses_are_named_first() -> None:
    """Families with an origin come first, by name, then those without."""
    assert [one.origin for one in counted("fgda").by] == ["NWA", "The ministry", None, None]


def test_a_pasted_passage_is_whose_it_is() -> None:
    """What a report takes over from the ministry is the ministry's; the rest of it is the report's own."""
    pasted = Anchor(DocumentId("a"), 40, 90)
    origins = Origins(ORIGINS.families, {DocumentId("a"): ((pasted, FAMILIES[1]),)})
    said = [Anchor(DocumentId("a"), 50, 60), Anchor(DocumentId("d"), 0, 9)]
    assert [one.origin for one in support(said, origins).by] == ["The ministry"]
    assert [one.origin for one in support([*said, Anchor(DocumentId("a"), 85, 95)], origins).by] == [
        "NWA",
        "The ministry",
    ]


def test_a_report_that_tells_a_thing_twice_is_one_witness() -> None:
    """What it also has in words of another family's is no second witness, and stays with its passages."""
    pasted, own = Anchor(DocumentId("a"), 0, 9), Anchor(DocumentId("a"), 20, 29)
    origins = Origins(ORIGINS.families, {DocumentId("a"): ((pasted, FAMILIES[1]),)})
    made = support([pasted, own], origins)
    assert (made.least, made.most, made.documents) == (1, 1, 1)
    assert [(one.family, one.anchors) for one in made.by] == [(ORIGINS.families[DocumentId("a")].id, (pasted, own))]
