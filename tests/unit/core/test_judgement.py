from dataclasses import replace

from memcon.core.judgement import Judgement, withdrawn

AT = "2031-05-05T08:00:00+00:00"


def test_only_withdrawals_that_still_hold_count() -> None:
    """A document is out while somebody's withdrawal of it stands; other judgements do not touch it."""
    first = Judgement(1, "withdraw", "a", "", "Marit", "forged", AT)
    again = replace(first, id=2)
    kept = Judgement(3, "reject", "b", "", "Marit", "", AT)
    undone = replace(first, id=4, left="c", undone_at=AT)
    assert withdrawn([first, again, kept, undone]) == {"a"}
    assert withdrawn([replace(first, undone_at=AT), again]) == {"a"}
    assert withdrawn([]) == frozenset()
