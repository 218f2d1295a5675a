"""Requests and promises put together across reports: by whose they are, when they are told, and what they are of."""

import pytest

from memcon.align.acts.amounts import agree, amounts
from memcon.core.anchor import Anchor
from memcon.core.ids import DocumentId
from tests.unit.align.test_acts import aligned, sizes
from tests.unit.told import report

INVITED = "[by:Orrin] [request{invitation open}:invited] [to:Marn] [content:to the harbour works]."
ASKED = "[by:Tessary] [request{request open}:asked] [to:Brennia] [content:to lift the herring embargo]."
ASKED_BACK = "[by:Brennia] [request{request open}:asked] [to:Tessary] [content:to lift the herring embargo]."


def test_an_invitation_of_another_year_is_another_one() -> None:
    """Nobody has an invitation of 2031 for news in 2035; a report of the next month may."""
    assert sizes(aligned(report(INVITED, "2031-05-05"), report(INVITED + "\n", "2031-06-05"))) == [2]
    assert sizes(aligned(report(INVITED, "2031-05-05"), report(INVITED + "\n", "2035-05-05"))) == [1, 1]


def test_a_promise_of_another_year_is_another_one() -> None:
    """By the time that is told, whenever it was written."""
    told = "[by:Tessary] [commitment{pledge offered}:promised] [content:to dredge the northern channel] in [date{2031}:2031]."
    again = told.replace("2031", "2024")
    assert sizes(aligned(report(told, "2031-05-05"), report(again, "2031-05-06"))) == [1, 1]
    bare = "[by:Tessary] [commitment{pledge offered}:promised] [content:to dredge the northern channel]."
    ahead = told.replace("2031", "2035")
    assert sizes(aligned(report(ahead, "2031-05-05"), report(bare, "2031-05-06"))) == [2]
    assert sizes(aligned(report(again, "2031-05-05"), report(bare, "2031-05-06"))) == [1, 1]


def test_each_side_may_ask_the_same_of_the_other() -> None:
    """One report tells both, so they are two, and other reports' go with the one of their side."""
    both = report(f"{ASKED}\n{ASKED_BACK}", "2031-05-05")
    assert sizes(aligned(both)) == [1, 1]
    left = report(ASKED.replace("asked", "begged"), "2031-05-05")
    right = report(ASKED_BACK.replace("asked", "begged"), "2031-05-05")
    for reports in ((both, left, right), (right, left, both)):
        groups = aligned(*reports)
        assert sizes(groups) == [2, 2]
        assert all(len({act.of("by")[0].party for act in group.acts}) == 1 for group in groups)


def test_accounts_may_differ_in_who_asked() -> None:
    """No report tells both, so it is one request."""
    assert sizes(aligned(report(ASKED), report(ASKED_BACK))) == [2]


def test_this_request_is_the_one_that_was_told_before() -> None:
    """Whoever answers it is whoever was asked; another one's is not joined to it."""
    answered = f"{ASKED}\n[to:Brennia] agreed to this [request{{request accepted}}:request]."
    assert sizes(aligned(report(answered))) == [2]
    by_another = f"{ASKED}\n[to:Tessary] agreed to this [request{{request accepted}}:request]."
    assert sizes(aligned(report(by_another))) == [1]


def test_who_accepts_an_invitation_promises_to_come() -> None:
    """The invitation stays a request; one that is open promises nothing."""
    (request, promise) = aligned(report(INVITED.replace("invitation open", "invitation accepted")))
    assert (request.acts[0].kind, promise.acts[0].kind, promise.acts[0].status) == ("request", "commitment", "agreed")
    assert [(one.role, one.party) for one in promise.acts[0].arguments if one.party] == [
        ("by", "Ilse Marn"),
        ("to", "Ana Orrin"),
    ]
    assert len(aligned(report(INVITED))) == 1


def test_what_is_agreed_without_saying_what_is_no_entry() -> None:
    """It may be anything: some specific issues."""
    told = "[by:Tessary] and [by:Brennia] reached [commitment{agreement agreed}:agreement] on [content:some specific issues]."
    assert sizes(aligned(report(told)), identified=False) == [1]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("8 million crowns", "8.04 million crowns", True),
        ("1.2 billion euros", "1,190 million euros", True),
        ("8 million crowns", "9 million crowns", False),
        ("8 million crowns", "8 million marks", False),
        ("6 boats", "6 boats", False),
        ("a fund by 2033 and a pier", "a road by 2033 and a lock", False),
    ],
)
def test_figures_agree_as_far_as_they_are_told(left: str, right: str, same: bool) -> None:
    """A rounded one is the exact one's; small ones are no sign of anything."""
    one, other = (tuple(amounts(text, Anchor(DocumentId("d"), 0, len(text)))) for text in (left, right))
    assert agree(one, other) is same
    assert agree(other, one) is same
