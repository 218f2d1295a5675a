from dataclasses import replace

import pytest

from memcon.core.derivation import Family
from memcon.core.document import Document, Metadatum, Zone
from memcon.testing import document
from tests.unit.ferries import OTHER, STORY, collection
from tests.unit.trace.test_derivations import PART, with_credit


def family_of(report: Document, *others: Document) -> Family:
    """The family a report is in."""
    (found,) = (one for one in collection([report, *others]).families if report.id in one.documents)
    return found


def signed(text: str, outlet: str, byline: str = "By Ilka Brandt", **given: str) -> Document:
    """A report that its own outlet's reporter signs."""
    whole = f"{byline}\n\n{text}"
    made = document(whole, outlet=outlet, **given)  # type: ignore[arg-type]
    return replace(made, zones=(Zone("byline", 0, len(byline)), *made.zones[1:]))


def test_every_document_is_in_one_family() -> None:
    """Unrelated reports are families of their own, and no report is left out or in two."""
    reports = [document(STORY), document(OTHER), document(PART), document("Menu", zones=[Zone("furniture", 0, 4)])]
    families = collection(reports).families
    assert sorted(report for one in families for report in one.documents) == sorted(one.id for one in reports)
    assert len(families) == 3


def test_a_copy_and_a_part_are_one_family() -> None:
    """Certain derivations join their documents, also through a third."""
    assert len(family_of(document(STORY), document(PART), document(STORY + " ")).documents) == 3


def test_one_origin_is_one_family() -> None:
    """Two different stories of one agency are one witness, though the agency's own report is not here."""
    found = family_of(with_credit(STORY, "(AP)"), with_credit(OTHER, "Source: apnews"))
    assert (found.origin, found.established, len(found.documents)) == ("The Associated Press", True, 2)


def test_nobody_says_whose_it_is() -> None:
    """A family without any credit has no origin and is not established."""
    found = family_of(document(STORY, outlet="Harbour News"))
    assert (found.origin, found.established) == (None, False)


def test_a_signed_report_is_its_own_outlets() -> None:
    """A byline of its own makes the outlet the origin, and all it signs one family."""
    found = family_of(signed(STORY, "Harbour News"), signed(OTHER, "Harbour News"))
    assert (found.origin, found.established, len(found.documents)) == ("Harbour News", True, 2)


def test_a_signed_copy_is_still_a_copy() -> None:
    """A reporter's name on a later copy does not make a second origin."""
    wire = with_credit(STORY, "(AP)", published="2031-05-04")
    found = family_of(wire, signed(STORY, "Harbour News", published="2031-05-05"))
    assert (found.origin, len(found.documents)) == ("The Associated Press", 2)


def test_possible_origins_make_kin() -> None:
    """A credit inside a sentence leaves two families, each of which knows the other may be the same."""
    wire, maybe = with_credit(STORY, "(AP)"), signed(OTHER + "\nThe quay was closed, AP reported.", "Harbour News")
    made = collection([wire, maybe])
    one, other = made.families
    assert (one.kin, other.kin) == ((other.id,), (one.id,))


def test_a_family_keeps_its_id() -> None:
    """It is the same in another collection, and with one more copy unless that is now the first of them."""
    assert family_of(document(STORY)).id == family_of(document(STORY), document(OTHER)).id
    first, second, third = sorted((document(STORY + " " * spaces) for spaces in range(3)), key=lambda one: one.id)
    assert family_of(first, second, third).id == family_of(first, second).id == family_of(first, third).id
    assert family_of(second, third).id != family_of(first, second, third).id


@pytest.mark.parametrize("spaces", range(6))
def test_an_unsigned_copy_takes_nothing_from_the_original(spaces: int) -> None:
    """Whichever id is smaller, a copy without a name leaves the original's signature standing."""
    found = family_of(signed(STORY + " " * spaces, "Harbour News"), document(STORY))
    assert found.origin == "Harbour News"


def test_two_that_may_have_one_source_are_kin() -> None:
    """Two reports that each credit the same absent agency in a sentence may be one witness of it."""
    one = signed(STORY + "\nThe quay was closed, AFP reported.", "Harbour News")
    other = signed(OTHER + "\nThe tower was dark, AFP reported.", "Lake Courier")
    first, second = collection([one, other]).families
    assert first.kin == (second.id,)


def test_outlets_of_one_owner_have_it() -> None:
    """Two outlets of one publisher stay two families that nothing derives from each other, and have one owner."""
    first, second = signed(STORY, "The Wall Street Journal"), signed(OTHER, "New York Post")
    made = collection([first, second])
    assert [(one.owner, one.established, one.kin) for one in made.families] == [("News Corp", True, ())] * 2
    assert not [one for one in made.derivations if one.parent is not None]


def test_a_site_tells_the_owner() -> None:
    """Where a name is several outlets', the address of the report shows which one it is."""
    somewhere = signed(STORY, "The Times")
    assert family_of(somewhere).owner is None
    site = Metadatum("url", "https://www.thetimes.co.uk/article/ferries", "given")
    assert family_of(replace(somewhere, metadata=(*somewhere.metadata, site))).owner == "News Corp"


def test_what_an_outlet_takes_over_has_no_owner_of_its() -> None:
    """An agency's story is the agency's, whoever prints it, and an unlisted outlet is only itself."""
    assert family_of(with_credit(STORY, "(AP)", outlet="New York Post")).owner is None
    assert family_of(signed(STORY, "Harbour News")).owner is None
    assert family_of(with_credit(STORY, "Source: New York Post", outlet="Harbour News")).owner == "News Corp"


def test_an_owner_without_an_origin_is_that_of_all() -> None:
    """Unsigned reports have the owner that all of them have, and none if there are several."""
    one, same = document(STORY, outlet="New York Post"), document(STORY + " ", outlet="MarketWatch")
    assert family_of(one, same).owner == "News Corp"
    assert family_of(one, document(STORY + " ", outlet="Harbour News")).owner is None


def test_one_owner_is_one_proven_witness() -> None:
    """What two outlets of one owner say has one proven witness and perhaps two; another's makes it two and three."""
    third = "The lake was calm that day.\n\n“Nobody is to blame, and everybody is sorry,” Marit Halvey told the crews."
    outlets = ("The Wall Street Journal", "New York Post", "Harbour News")
    reports = [signed(text, outlet) for text, outlet in zip((STORY, OTHER, third), outlets, strict=True)]
    for count, wanted in ((2, (1, 2)), (3, (2, 3))):
        built = collection(reports[:count]).record
        (found,) = (one for one in built.entries if "Nobody is to blame" in one.best("wording"))
        assert (found.support.least, found.support.most) == wanted


@pytest.mark.parametrize(
    "report",
    [
        with_credit(OTHER, "Source: Related Press", outlet="Harbour News"),
        with_credit(OTHER, "(Related Press)", outlet="Harbour News"),
        signed(OTHER, "Harbour News", "By Ilka Brandt, Related Press"),
    ],
)
def test_an_agency_in_other_words_is_that_agency(report: Document) -> None:
    """A credit to an agency whose name a spinner put into other words is that agency's, with what is printed told."""
    wire = with_credit(STORY, "(AP)")
    found = family_of(report, wire)
    assert (found.origin, len(found.documents)) == ("The Associated Press", 2)
    (made,) = (one for one in collection([report]).derivations if one.child == report.id)
    assert (made.origin, made.certain) == ("The Associated Press", True)
    assert "which is printed as" in made.features[0].detail
    assert "Related Press" in made.features[0].detail


def test_a_damaged_name_of_nobody_stays_as_it_is() -> None:
    """A suggestion that is no agency changes no credit."""
    report = with_credit(OTHER, "Source: White Home", outlet="Harbour News")
    assert family_of(report).origin == "White Home"


def test_a_ministry_speaks_for_itself() -> None:
    """A report under a ministry's letterhead is an official account; a wire's story is not."""
    head = "Ministry of Foreign Affairs of Norrow"
    text = f"{head}\n\n{OTHER}"
    readout = replace(document(text), metadata=(Metadatum("outlet", head, "text", 0, len(head)),))
    wire = with_credit(STORY, "(AP)")
    assert family_of(readout, wire).official
    assert not family_of(wire, readout).official
