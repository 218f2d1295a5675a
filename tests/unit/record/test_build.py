from dataclasses import replace

from memcon.core.entry import Entry
from memcon.testing import document
from tests.unit.ferries import OTHER, STORY, collection
from tests.unit.trace.test_derivations import PART, with_credit

WIRE = with_credit(STORY, "Source: Northern Wire", path="wire.txt", published="2031-05-04")
COPY = document(STORY + "\n ", path="copy.txt", outlet="Lakeshore Gazette")
OWN = with_credit(OTHER, "(AP)", path="own.txt")


def shared() -> Entry:
    """The entry of what both stories quote."""
    made = collection([WIRE, COPY, OWN])
    (entry,) = (one for one in made.record.entries if one.support.documents == 3)
    return entry


def test_an_entry_says_who_says_so() -> None:
    """The quotation that a wire, its copy and another agency have is attested by two witnesses in three reports."""
    entry = shared()
    assert (entry.support.least, entry.support.most, entry.support.documents) == (2, 2, 3)
    assert [one.origin for one in entry.support.by] == ["Northern Wire", "The Associated Press"]


def test_every_claim_rests_on_passages() -> None:
    """Each slot's claims have anchors, inside the reports that the support names."""
    made = collection([WIRE, COPY, OWN])
    for entry in made.record.entries:
        assert entry.evidence
        for slot in entry.slots:
            for claim in slot.claims:
                assert claim.anchors
                assert {anchor.document for anchor in claim.anchors} <= {a.document for a in entry.evidence}
    wording = shared().slot("wording")
    assert wording is not None
    for claim in wording.claims:
        for anchor in claim.anchors:
            assert made.documents[anchor.document].passage(anchor) == claim.value


def test_one_speaker_by_any_name() -> None:
    """The speaker slot holds one claim, by the fullest name, though reports name her differently."""
    speaker = shared().slot("speaker")
    assert speaker is not None
    assert [claim.value for claim in speaker.claims] == ["Marit Halvey"]


def test_an_unnamed_speaker_leaves_no_slot() -> None:
    """Where no report names the speaker the entry has no such slot."""
    (entry,) = collection([document("“It was late indeed.”\nThe end.")]).record.entries
    assert entry.slot("speaker") is None


def test_the_record_lists_the_reports() -> None:
    """Documents are sorted by id, each with the family it is in."""
    made = collection([WIRE, COPY, OWN]).record
    assert [note.id for note in made.documents] == sorted((WIRE.id, COPY.id, OWN.id))
    families = {note.path: note.family for note in made.documents}
    assert families["wire.txt"] == families["copy.txt"] != families["own.txt"]
    note = next(note for note in made.documents if note.path == "copy.txt")
    assert (note.outlet, note.published) == ("Lakeshore Gazette", None)


def test_statements_stand_in_reading_order() -> None:
    """Document by document, each from its beginning to its end."""
    made = collection([WIRE, document(PART), OWN])
    places = [(one.document, one.content[0].start) for one in made.record.statements]
    assert places == sorted(places)


def test_an_empty_record() -> None:
    """Without reports there is a record, and nothing in it."""
    made = collection([]).record
    assert made == replace(made, documents=(), entries=(), families=(), problems=())
