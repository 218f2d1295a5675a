from dataclasses import replace

from memcon.core.entry import Claim, Entry, Slot
from memcon.record import between
from memcon.record.relationship import main_pair
from tests.unit.present import strait_accounts
from tests.unit.present.strait_talks import documents, entry, party, record

RECORD = record()


def test_the_main_pair_is_that_with_the_most_acts() -> None:
    """Whoever acts for a state counts as that state; without two states there is no pair."""
    assert main_pair(RECORD) == ("Oskaria", "Tessary")
    stateless = tuple(replace(one, side=None, type="person") for one in RECORD.parties)
    assert main_pair(replace(RECORD, parties=stateless)) == ()


def test_between_two_states() -> None:
    """Acts in which both sides take part stay, whoever takes part for them; the others are counted."""
    part, left_out = between(RECORD, party("Oskaria"), party("Tessary"))
    kept = {one.id for one in part.entries}
    assert {entry(key).id for key in ("talks", "crew", "kelp", "hotline", "envoys", "ban")} == kept
    assert left_out == len(RECORD.entries) - len(kept)


def test_between_two_persons() -> None:
    """A person is asked for alone: what others do for the state is left out."""
    part, _ = between(RECORD, party("Neve Karsten"), party("Idris Valo"))
    assert {one.id for one in part.entries} == {entry(key).id for key in ("talks", "crew")}


def test_one_party_is_not_two() -> None:
    """An act in which one person takes part is not between that person and his state."""
    part, _ = between(RECORD, party("Idris Valo"), party("Tessary"))
    assert entry("visit").id not in {one.id for one in part.entries}


def test_a_visit_to_a_state_is_between_them() -> None:
    """Where no report says who receives the visitor, the state that he goes to takes part."""
    visit = entry("visit")
    slots = tuple(
        replace(slot, claims=(replace(slot.claims[0], value="Oskaria"),)) if slot.name == "place" else slot
        for slot in visit.slots
    )
    part, _ = between(replace(RECORD, entries=(replace(visit, slots=slots),)), party("Oskaria"), party("Tessary"))
    assert len(part.entries) == 1
    assert between(replace(RECORD, entries=(visit,)), party("Oskaria"), party("Tessary"))[1] == 1


def test_statements_of_either_stay() -> None:
    """What somebody says needs no second party."""
    told = entry("press")
    claim = Claim("Neve Karsten", party("Neve Karsten").id, told.evidence, told.support)
    said = Entry(told.id, "statement", None, told.evidence, told.support, (Slot("speaker", (claim,)),))
    part, left_out = between(replace(RECORD, entries=(said,)), party("Oskaria"), party("Tessary"))
    assert (part.entries, left_out) == ((said,), 0)


def test_what_is_left_out_takes_its_reports_along() -> None:
    """Reports that tell nothing between the two leave the record, and families are cut to the others."""
    part, _ = between(strait_accounts.record(), party("Neve Karsten"), party("Idris Valo"))
    told = {anchor.document for one in part.entries for anchor in one.evidence}
    assert {note.id for note in part.documents} == told
    assert {one for family in part.families for one in family.documents} == told
    assert {one.slot for one in part.discrepancies} == {"status", "place", "duration"}
    pair, _ = between(strait_accounts.record(), party("Oskaria"), party("Tessaran patrols"))
    assert pair.entries == ()
    assert (pair.documents, pair.families, pair.damage, pair.links) == ((), (), (), ())
    assert len(documents()) == 5
