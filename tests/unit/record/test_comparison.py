from memcon.record import accounts, readouts
from tests.unit.present import strait_accounts
from tests.unit.present.strait_talks import documents, entry

RECORD = strait_accounts.record()


def test_an_entry_has_a_column_for_each_family() -> None:
    """Each account has its own words, with where it says so; where it is silent its cell is empty."""
    made = accounts(entry("talks"), RECORD)
    assert [one.origin for one in made.witnesses] == ["Ministry of Foreign Affairs of Tessary", "Northern Cable"]
    rows = {row.slot: [[claim.value for claim in cell.claims] for cell in row.cells] for row in made.rows}
    assert rows["duration"] == [["95 minutes"], ["nearly two hours"]]
    assert rows["place"] == [["the Hall of Tides"], ["Port Sable"]]
    assert rows["host"] == [["Idris Valo"], []]
    assert "code" not in rows
    (lengths,) = (row for row in made.rows if row.slot == "duration")
    ((anchors,),) = (cell.anchors for cell in lengths.cells[:1])
    assert {anchor.document for anchor in anchors} == {documents()["readout"].id}
    assert [one.slot for one in made.discrepancies] == ["place", "duration"]


def test_two_readouts() -> None:
    """What both tell, what only the one and only the other tells, each in its own order."""
    made = readouts(documents()["wire"].id, documents()["readout"].id, RECORD)
    assert [one.entry.id for one in made.both] == [entry("talks").id]
    assert [one.document for one in made.both[0].left] == [documents()["wire"].id]
    assert [one.document for one in made.both[0].right] == [documents()["readout"].id]
    assert [one.slot for one in made.both[0].discrepancies] == ["place", "duration"]
    assert [one.id for one in made.only_left] == [
        entry(key).id for key in ("crew", "line", "visit", "dinner", "boarding")
    ]
    assert [one.id for one in made.only_right] == [entry(key).id for key in ("kelp", "answer", "treaty", "envoys")]
    assert made.unidentified == 1


def test_the_other_way_round() -> None:
    """Left and right change places, and nothing else."""
    one, other = documents()["wire"].id, documents()["readout"].id
    made, turned = readouts(one, other, RECORD), readouts(other, one, RECORD)
    assert (made.only_left, made.only_right) == (turned.only_right, turned.only_left)
    assert [each.entry for each in made.both] == [each.entry for each in turned.both]
