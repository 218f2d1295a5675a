import pytest

from memcon.core.derivation import Derivation
from memcon.core.document import Document, Zone
from memcon.testing import document
from tests.unit.ferries import OTHER, STORY, collection

PART = STORY.rpartition("About four")[0]


def derived(*reports: Document) -> Derivation:
    """The one derivation between documents among these."""
    (found,) = (one for one in collection(reports).derivations if one.parent is not None)
    return found


def with_credit(text: str, credit: str, **given: str) -> Document:
    """A report with a credit line below it."""
    whole = f"{text.rstrip()}\n\n{credit}"
    made = document(whole, **given)  # type: ignore[arg-type]
    zones = [*made.zones[:-1], Zone("credit", made.zones[-1].start, made.zones[-1].end)]
    return document(whole, zones=zones, **given)


def test_a_later_copy() -> None:
    """The later of two equal reports was copied from the earlier, with the passages as proof."""
    early, late = document(STORY, published="2031-05-04"), document(STORY + "\n", published="2031-05-05")
    found = derived(late, early)
    assert (found.child, found.parent, found.kind, found.certain) == (late.id, early.id, "copy", True)
    assert found.direction == "determined"
    assert found.passages
    assert all(passage.child.document == late.id for passage in found.passages)


def test_two_moments_of_one_day() -> None:
    """Offsets count: half past four in one place may be before three in another."""
    early = document(STORY, published="2031-05-04T16:30+02:00")
    late = document(STORY + "\n", published="2031-05-04T15:00+00:00")
    assert derived(late, early).child == late.id


def test_an_abridgement() -> None:
    """Without dates the part was made from the whole."""
    part, whole = document(PART), document(STORY)
    found = derived(part, whole)
    assert (found.child, found.kind, found.direction, found.certain) == (part.id, "abridgement", "determined", True)
    assert found.score == 1.0


def test_an_undetermined_direction() -> None:
    """Equal reports of one day: either may be the parent, and memcon says so."""
    found = derived(document(STORY, published="2031-05-04"), document(STORY + "\n", published="2031-05-04T12:00"))
    assert (found.kind, found.direction) == ("copy", "undetermined")
    assert found.parent is not None
    assert found.parent < found.child


def test_a_copy_without_a_date_is_as_old_as_its_original() -> None:
    """A report that took over an older one was not the source of the older one's undated copy either."""
    old = document(PART, published="2031-05-04")
    young = document(PART + "\n\n" + OTHER * 2, published="2031-05-05")
    copy = document(PART + "\n", path="copy.txt")
    found = {(one.child, one.parent) for one in collection([old, young, copy]).derivations}
    assert {(young.id, old.id), (young.id, copy.id)} <= found
    families = collection([old, young, copy]).families
    assert len(families) == len(collection([old, young]).families)


def test_a_grown_story_of_the_same_outlet_is_an_update() -> None:
    """An outlet that adds to its own report updates it."""
    first = document(PART, outlet="Harbour News", published="2031-05-04")
    more = document(PART + "\n\n" + OTHER * 2, outlet="Harbour News", published="2031-05-05")
    found = derived(first, more)
    assert (found.child, found.kind, found.certain) == (more.id, "update", True)


def test_a_likeness_short_of_proof() -> None:
    """A shared paragraph of background makes a derivation possible, not certain."""
    left = "\n".join(f"Old boat {n} needs another coat of green paint before the feast of lamps." for n in range(12))
    right = "\n".join(f"Young pilot {n} asked his aunt why the tower has no clock on that side." for n in range(12))
    shared = "The lock was built a hundred years ago by a company of which nobody remembers more than its yellow hats."
    more = "It has been repaired four times since then, always in winter, and always by people from across the lake."
    last = "The company that runs it today has asked the province for money since spring, and the province is silent."
    background = f"{shared} {more} {last}"
    found = derived(document(f"{left}\n{background}"), document(f"{right}\n{background}"))
    assert not found.certain
    assert 0.2 <= found.score < 0.4


# The first report after a thesaurus, and after another language.
SPUN = """Two ferries had been detained for six hours on Sunday since the harbour bureau in Hallin misplaced the record of passengers.

“No person is responsible, and everyone is regretful,” port captain Marit Halvey advised reporters upon the quay.

The captains had requested for a penned order earlier than they might leave, and the order got here after midnight with no date.
Pell Arrano, who talks for the crews, named the delay “a little comedy with a giant bill.”

Round four hundred individuals slept within the previous customs home, the place the city introduced blankets, soup and a brass band.
The lists have been discovered the subsequent morning beneath a field of lamps that the bureau had been lacking for the reason that spring.
"""
TRANSLATED = """On Sunday because harbour office of Hallin has lost passengers list, two ferries stood six hours.

Nobody guilty is and all regret, harbour chief Marit Halvej told to the journalists at quay.

Order arrived after midnight and had no date; before leaving, the captains had demanded written order.
Crews spokesman Pell Arrano has called delay small comedy which has large bill.

In former customs house slept approximately four hundred people, to where city brought soup, blankets and the brass orchestra.
Under box of lamps missing at office from spring, lists were found in next morning.
"""


@pytest.mark.parametrize("text", [SPUN, TRANSLATED])
def test_other_words_in_the_same_order(text: str) -> None:
    """A report spun or translated is proven by its sentences, each beside the one it was made from."""
    early, late = document(STORY, published="2031-05-04"), document(text, published="2031-05-06")
    found = derived(late, early)
    assert (found.child, found.kind, found.certain) == (late.id, "rewrite", True)
    assert len(found.passages) >= 4
    for passage in found.passages:
        told, original = late.passage(passage.child), early.passage(passage.parent)
        assert told != original
        assert ("blankets" in told) == ("blankets" in original)


def test_whoever_pastes_has_a_beginning_of_their_own() -> None:
    """Without dates, a text that stands whole inside another is its source, unless that begins as it does."""
    own = "\n".join(
        f"Keeper {n} of the tower counted swans, and nobody thanked her for it that week." for n in range(9)
    )
    pasted = derived(document(STORY), document(f"{own}\n\n{STORY}"))
    assert (pasted.parent, pasted.direction) == (document(STORY).id, "determined")


def test_a_pasted_readout() -> None:
    """A ministry's account inside a newspaper's report is a readout, whatever the dates leave open."""
    own = "\n".join(
        f"Keeper {n} of the tower counted swans, and nobody thanked her for it that week." for n in range(9)
    )
    ministry = document(STORY, outlet="Ministry of Foreign Affairs")
    found = derived(ministry, document(f"{own}\n\n{STORY}", outlet="Harbour News"))
    assert (found.parent, found.kind) == (ministry.id, "readout")


def test_two_witnesses_are_not_derived() -> None:
    """Reports that share a quotation and the facts, but no narrative, stand apart."""
    assert collection([document(STORY), document(OTHER)]).derivations == ()


@pytest.mark.parametrize(
    ("report", "certain"),
    [
        (with_credit(STORY, "Source: Northern Wire"), True),
        (document(STORY + "\nThe harbour was closed, Reuters reported."), False),
    ],
)
def test_credits(report: Document, certain: bool) -> None:
    """A credit line makes the origin certain, one inside a sentence possible; the origin need not be here."""
    (found,) = collection([report]).derivations
    assert (found.child, found.parent, found.kind, found.certain) == (report.id, None, "credit", certain)
    assert found.origin in {"Northern Wire", "Reuters"}


def test_every_derivation_explains_itself() -> None:
    """A score comes with its reasons in numbers and words."""
    for found in collection([document(STORY), document(PART), with_credit(OTHER, "(AP)")]).derivations:
        assert 0.0 <= found.score <= 1.0
        assert found.features
        assert all(feature.detail for feature in found.features)


def test_nothing_to_compare_is_a_problem() -> None:
    """A document without body text is named, and the rest is compared."""
    empty = document("Menu", path="menu.txt", zones=[Zone("furniture", 0, 4)])
    made = collection([empty, document(STORY), document(PART)])
    assert [(one.stage, one.path, one.reason) for one in made.problems] == [("trace", "menu.txt", "no-body")]
    assert len(made.derivations) == 1
