from dataclasses import replace

from memcon.core.derivation import Family, independent
from memcon.core.ids import DocumentId, FamilyId


def family(name: str, *kin: str, origin: str | None = "") -> Family:
    """A family of one document; its origin is its own name unless it has none."""
    stated = name if origin == "" else origin
    return Family(FamilyId(name), stated, (DocumentId(name),), stated is not None, tuple(map(FamilyId, kin)))


def test_families_without_kin_are_independent() -> None:
    """Each established family is one witness."""
    assert independent([family("a"), family("b"), family("c")]) == 3


def test_kin_are_one_witness() -> None:
    """Families that may be one count once, also when only a third connects them."""
    assert independent([family("a", "b"), family("b", "a")]) == 1
    assert independent([family("a", "b"), family("b", "a", "c"), family("c", "b"), family("d")]) == 2


def test_nobody_knows_who_is_no_proof() -> None:
    """A family without origin proves nothing; kin that do not say so here do not either."""
    assert independent([family("a", origin=None), family("b", origin=None)]) == 0
    assert independent([family("a", "z"), family("b")]) == 2
    assert independent([]) == 0


def test_families_of_one_owner_are_one_witness() -> None:
    """Outlets of one publisher count once, also when kin connect one of them to another's; unproven ones never do."""
    one, other, third = (replace(family(name), owner="Quay Papers") for name in "abc")
    assert independent([one, other, third]) == 1
    assert independent([one, replace(other, owner="Hill Papers"), family("d"), family("e")]) == 4
    near = replace(other, kin=(FamilyId("d"),))
    assert independent([one, near, family("d", "b", "e"), family("e", "d")]) == 1
    assert independent([family("e", "d"), family("d", "b", "e"), near, one]) == 1
    assert independent([one, replace(other, established=False), family("d")]) == 2
