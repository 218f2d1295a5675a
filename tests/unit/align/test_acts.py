"""Acts put together within a report and across reports: what is one, what stays apart, and why."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from memcon.align import align_acts, align_parties
from memcon.core.alignment import ActGroup
from memcon.core.annotation import Annotations
from memcon.core.derivation import Derivation, Passage
from memcon.core.document import Document
from memcon.core.terms import terms
from memcon.testing import marked
from tests.unit.told import report


def aligned(*reports: tuple[Document, Annotations], derivations: Sequence[Derivation] = ()) -> tuple[ActGroup, ...]:
    """The groups of all acts."""
    documents = {one.id: one for one, _ in reports}
    annotations = [one for _, one in reports]
    return align_acts(documents, annotations, align_parties(annotations, documents), derivations)


def sizes(groups: Sequence[ActGroup], *, identified: bool = True) -> list[int]:
    """How many acts are in each group that is identified, or is not."""
    return sorted(len(one.acts) for one in groups if one.identified is identified)


MET = "[participant:Orrin] [engagement{meeting held}:met] [participant:Marn] on [date{2031-05-04}:Sunday]."


def test_a_preview_and_a_report_are_one_meeting() -> None:
    """Other words, another order and another status make no other act."""
    ahead = (
        "[participant:Marn] is to [engagement{meeting planned}:see] [participant:Orrin] on [date{2031-05-04}:4 May]."
    )
    assert sizes(aligned(report(MET, "2031-05-05"), report(ahead, "2031-05-03"))) == [2]


def test_two_calls_in_one_week_stay_apart() -> None:
    """Another day is another call, and so is another guest's."""
    call = "[participant:Orrin] [engagement{call held}:called] [participant:Marn] on [date{2031-05-05}:Monday]."
    later = call.replace("2031-05-05", "2031-05-08").replace("Monday", "Thursday")
    guest = call.replace("Marn", "Reyes")
    assert sizes(aligned(report(call), report(later), report(guest))) == [1, 1, 1]


def test_several_meetings_are_none_of_them() -> None:
    """What a report tells of a guest's meetings is no account of one of them; "meets" is one all the same."""
    several = (
        "In his [engagement{meeting held}:meetings], [participant:Orrin] raised the embargo with [participant:Marn]."
    )
    assert sizes(aligned(report(MET, "2031-05-05"), report(several, "2031-05-05"))) == [1]
    meets = "[participant:Orrin] [engagement{meeting planned}:meets] [participant:Marn] on [date{2031-05-04}:Sunday]."
    assert sizes(aligned(report(MET, "2031-05-05"), report(meets, "2031-05-03"))) == [2]


def test_a_round_of_visits_is_none_of_them() -> None:
    """A visit that a report tells, and visits by both sides that are to come, are not one; "visits" as a verb is one."""
    came = "[visitor:Premier Orrin] of Brennia [engagement{visit held}:came] to [place:Lorvia]."
    round_ = "A round of [engagement{visit planned}:visits] by [visitor:Brennia] and [visitor:Lorvia] is to follow."
    other = "[visitor:Minister Marn] of Lorvia [engagement{visit held}:went] to [place:Brennia]."
    assert sizes(aligned(report(f"{came}\n{round_}\n{other}"))) == [1, 1]
    came = "[visitor:Orrin] [engagement{visit held}:came] to [place:Lorvia]."
    visits = "[visitor:Orrin] [engagement{visit planned}:visits] [place:Lorvia]."
    assert sizes(aligned(report(came, "2031-05-05"), report(visits, "2031-05-04"))) == [2]


def test_a_meeting_of_states_that_is_told_as_any_is_no_meeting_told_before() -> None:
    """Of whom it was told that they met; "the summit" may be that one."""
    text = (
        "[participant:Premier Orrin] of Brennia will [engagement{meeting planned}:meet] [participant:Marn] of Lorvia."
    )
    summit = "[participant:Brennia] and [participant:Lorvia] are to hold a [engagement{summit planned}:summit]."
    assert [len(one.acts) for one in aligned(report(f"{text}\n{summit}"))] == [1, 1]


def test_a_summit_with_a_name_is_not_the_meeting_told_before() -> None:
    """By "the summit" it may be meant."""
    met = "[participant:Orrin] and [participant:Marn] [engagement{meeting held}:met]."
    for noun, expected in (("The", 1), ("The Tunis", 2)):
        assert len(aligned(report(f"{met}\n{noun} [engagement{{summit held}}:summit] was short."))) == expected


def test_two_reports_may_each_tell_one_side_of_a_meeting() -> None:
    """If others tell both; by themselves they are of two meetings."""
    where = "at an event in [place:Quito] on [date{2031-05-04}:Sunday]"
    whole = f"[participant:Orrin] [engagement{{meeting refused}}:refused] to meet [participant:Marn] {where}."
    one = f"[participant:Orrin] [engagement{{meeting refused}}:refused] a meeting {where}."
    other = f"Nobody would [engagement{{meeting refused}}:meet] [participant:Marn] {where}."
    assert len(aligned(report(whole), report(one), report(other))) == 1
    assert len(aligned(report(one), report(other))) == 2


def test_a_meeting_of_another_length_is_another_meeting() -> None:
    """Three hours and six hours, on a day that nobody tells."""
    short = "[participant:Orrin] [engagement{meeting held}:met] [participant:Marn] for [duration{PT3H}:three hours]."
    long = (
        "[participant:Orrin] and [participant:Marn] [engagement{meeting held}:talked] for [duration{PT6H}:six hours]."
    )
    assert sizes(aligned(report(short), report(long))) == [1, 1]


def test_news_of_other_days_is_other_news() -> None:
    """A weekly call that no report dates is known by when it was printed."""
    call = "[participant:Orrin] [engagement{call held}:called] [participant:Marn]."
    assert sizes(aligned(report(call, "2031-05-05"), report(call + "\n", "2031-05-06"))) == [2]
    assert sizes(aligned(report(call, "2031-05-05"), report(call + "\n", "2033-05-05"))) == [1, 1]


def test_one_of_a_series_is_not_the_next() -> None:
    """The 12th package of sanctions and the thirteenth."""
    told = "[by:Tessary] [measure{sanction imposed}:imposed] its 12th package of sanctions on [on:Brennia]."
    assert sizes(aligned(report(told), report(told.replace("12th", "twelfth")))) == [2]
    assert sizes(aligned(report(told), report(told.replace("12th", "thirteenth")))) == [1, 1]


@pytest.mark.parametrize(("held", "expected"), [("2031-06-10", [2]), ("2029-03-02", [1, 1]), ("2033-11-09", [1, 1])])
def test_what_was_put_off_is_held_later(held: str, expected: list[int]) -> None:
    """Not before its first date, and not years after it."""
    off = MET.replace("meeting held", "meeting postponed").replace("met", "put off seeing")
    on = MET.replace("2031-05-04", held).replace("Sunday", "that day")
    assert sizes(aligned(report(off, "2031-05-01"), report(on, held))) == expected


def test_reports_at_the_ends_of_the_calendar() -> None:
    """A plan printed on the last day there is breaks nothing."""
    plan = "[participant:Orrin] will [engagement{call planned}:call] [participant:Marn]."
    assert sizes(aligned(report(plan, "9999-12-31"), report(plan + "\n", "0001-01-03"))) == [1, 1]


def test_what_was_called_off_is_not_what_was_held() -> None:
    """Without a time for both, a visit that was cancelled is another than the one that took place."""
    off = "[visitor:Orrin]'s [engagement{visit cancelled}:trip] to [place:Lorvia] was scrapped."
    on = "[visitor:Orrin] [engagement{visit held}:came] to [place:Lorvia]."
    assert sizes(aligned(report(off), report(on))) == [1, 1]


def test_what_was_refused_is_not_what_is_possible() -> None:
    """A report that tells of a refusal, and of a meeting that may come, tells of two."""
    refused = "[participant:Marn] [engagement{meeting refused}:refused] a meeting with [participant:Orrin]."
    possible = "[participant:Marn] may yet [engagement{meeting tentative}:meet] [participant:Orrin]."
    assert sizes(aligned(report(f"{refused}\n{possible}"))) == [1, 1]


def test_what_one_side_denies_is_not_what_another_plans() -> None:
    """A report that denies a meeting with somebody tells nothing against another's that is to come."""
    denied = "There was never to be a [engagement{meeting denied}:meeting] with [participant:President Marn]."
    planned = "[participant:Reyes] is to [engagement{meeting planned}:meet] [participant:President Marn]."
    assert [len(one.acts) for one in aligned(report(f"{denied}\n{planned}"))] == [1, 1]


def test_the_talks_told_again_are_the_same_talks() -> None:
    """In one report, "the talks" without parties are those told before; "a further meeting" is another one."""
    told = f"{MET}\nThe [engagement{{meeting held}}:talks] were calm.\nA further [engagement{{meeting planned}}:meeting] is likely."
    groups = aligned(report(told))
    assert sizes(groups) == [2]
    assert sizes(groups, identified=False) == [1]


def test_a_crowd_that_gathers_is_not_those_who_meet_next() -> None:
    """Though "the" stands before the word that tells of them; talks of nobody are theirs."""
    met = "The envoy [participant:Orrin] [engagement{meeting held}:met] [participant:Marn]."
    crowd = "A [participant:crowd] [engagement{meeting held}:gathered]."
    assert sizes(aligned(report(f"{crowd}\n{met}"))) == [1]
    assert sizes(aligned(report(f"There were [engagement{{meeting held}}:talks].\n{met}"))) == [2]


def test_a_meeting_long_past_is_told_twice() -> None:
    """Where the second time points back; what is told as any such meeting is another one."""
    past = "[participant:Orrin] [engagement{meeting held}:met] [participant:Marn] in [date{2030-11}:November]."
    again = "The [engagement{meeting held}:meeting] of [participant:Orrin] and [participant:Marn] was short."
    assert sizes(aligned(report(f"{past}\n{again}", "2031-06-19"))) == [2]
    assert sizes(aligned(report(f"{past}\n{again.replace('The', 'A')}", "2031-06-19"))) == [1, 1]


def test_the_two_ministers_are_whoever_the_report_names() -> None:
    """A report that names nobody of them is joined by office and side."""
    named = report(f"{MET}\n[participant:Orrin] [engagement{{call held}}:rang] [participant:Marn].", "2031-05-05")
    told = report(
        f"{MET.replace('met', 'saw')}\n"
        "The [participant:foreign ministers] [engagement{call held}:spoke] by telephone.",
        "2031-05-05",
    )
    assert sizes(aligned(named, told)) == [2, 2]


def test_a_meal_after_a_meeting_is_of_those_who_met() -> None:
    """A working dinner that nobody is named for."""
    told = report(f"{MET}\nA working [engagement{{dinner held}}:dinner] followed.")
    assert sizes(aligned(told)) == [1, 1]


def test_days_of_talks_abroad_are_the_visit() -> None:
    """Two days of talks of one guest, and his trip."""
    talks = "[participant:Orrin] began [duration{P2D}:two days] of [engagement{meeting held}:talks] in [place:Lorvia]."
    trip = "[visitor:Orrin] ended his [engagement{visit held}:trip] to [place:Lorvia]."
    assert sizes(aligned(report(talks), report(trip))) == [2]


def test_several_calls_are_not_one() -> None:
    """A plural is kept, and is no entry."""
    told = report("[participant:Orrin] and [participant:Marn] had [engagement{call held}:calls].")
    assert sizes(aligned(told), identified=False) == [1]


def test_requests_are_one_by_what_is_asked() -> None:
    """Who asks whom does not make two requests one; other words for the same may."""
    asked = "[by:Orrin] [request{request open}:asked] [to:Marn] [content:to lift the embargo on herring]."
    again = "[by:Orrin] [request{request open}:urged] [to:Brennia] [content:to lift its herring embargo]."
    other = "[by:Orrin] [request{request open}:asked] [to:Marn] [content:to release the pilots]."
    assert sizes(aligned(report(asked), report(again), report(other))) == [1, 2]


def test_an_invitation_is_no_request_of_another_sort() -> None:
    """Even if it names what was asked for."""
    asked = "[by:Orrin] [request{request open}:asked] [to:Marn] [content:to visit the harbour works]."
    invited = "[by:Orrin] [request{invitation open}:invited] [to:Marn] [content:to visit the harbour works]."
    assert sizes(aligned(report(asked), report(invited))) == [1, 1]


def test_a_channel_is_known_by_its_level_and_its_sides() -> None:
    """The hotline told from either side is one channel, and the working group another."""
    left = "[party:Tessary] and [party:Brennia] cut the [channel{hotline frozen}:hotline]."
    right = "The [channel{hotline open}:line] between [party:Brennia] and [party:Tessary] rang."
    group = "[party:Tessary] and [party:Brennia] set up a [channel{working-group proposed}:working group]."
    assert sizes(aligned(report(left), report(right), report(group))) == [1, 2]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (
            "Five [on:sailors] are being [incident{detention happened}:held] in the town of [place:Kelm], their wives say.",
            0,
        ),
        ("[by:Tessary] is [incident{detention happened}:holding] five [on:sailors] in the town of [place:Kelm].", 1),
        (
            "Five [on:sailors] were [incident{detention happened}:arrested] at sea in [date{2031}:2031].",
            0,
        ),
        ("Five [on:sailors] were [incident{detention happened}:arrested] on [date{2031-04-11}:11 April], at sea.", 1),
        ("[on:Brennia] regrets that some are [incident{detention happened}:held] there without a trial.", 0),
        ("[on:Orrin] is being [incident{detention happened}:held] there without a trial, they say.", 1),
        ("They left because of the [measure{sanctions imposed}:sanctions] that [by:Tessary] likes so much.", 0),
        ("They left because of the [measure{sanctions imposed}:sanctions] of [by:Tessary] on [on:wooden boats].", 1),
        ("There was a [incident{air-sea happened}:collision] of ferries off [place:Cape Irel] that hurt nobody.", 1),
        ("There was a [incident{air-sea happened}:collision] of ferries off [place:Peru] that hurt nobody.", 0),
        (
            "[channel{contacts open}:Contacts] are rare.\n"
            + "[participant:Tessary] and [participant:Brennia] [engagement{meeting held}:met] often.\n" * 2,
            0,
        ),
        ("[channel{contacts open}:Contacts] of [party:Tessary] and [party:Brennia] are rare.", 1),
    ],
)
def test_what_is_told_too_loosely_to_be_known_again(text: str, known: int) -> None:
    """Somebody held somewhere, a season, a country or "contacts" may be many things; a state, a day or a place not."""
    assert len(sizes(aligned(report(text)))) == known


def test_a_report_tells_a_past_deed_with_its_date_and_without() -> None:
    """Both times as what was before, though the day is long past."""
    told = (
        "[by:Tessary] [incident{military happened}:shot] down a [on:Brennia] weather balloon in [date{2031-02}:February].\n"
        "It was after a [on:Brennia] weather balloon was [incident{military happened}:shot] down by [by:Tessary]."
    )
    assert sizes(aligned(report(told, "2031-06-19"))) == [2]
    first, second = told.split("\n")
    assert sizes(aligned(report(first, "2031-06-19"), report(second, "2031-06-19"))) == [1, 1]


@pytest.mark.parametrize(
    ("who", "dated", "known"),
    [
        ("The [participant:defence ministers]", True, 1),
        ("The [participant:defence ministers]", False, 0),
        ("Three [participant:former ministers]", True, 0),
        ("The [participant:defence ministers of the pact]", True, 0),
    ],
)
def test_the_defence_ministers_are_those_of_both_sides(who: str, dated: bool, known: int) -> None:
    """Where a report is about two states, on a day; not some ministers, nor those of others."""
    told = f"{who} were to [engagement{{meeting refused}}:meet]" + " in [date{2031-04}:April]." * dated
    around = "[by:Tessary] [request{request open}:asked] [to:Brennia] [content:for maps].\n" * 2
    groups = aligned(report(f"{around}{told}"))
    assert [one.identified for one in groups if one.acts[0].kind == "engagement"] == [bool(known)]


def test_passages_taken_over_join_what_a_thesaurus_has_changed() -> None:
    """The spun report's words have nothing in common with the wire's, but its sentence was made from it."""
    wire = report("[by:Orrin] [request{request open}:asked] [to:Marn] [content:to release the crew].")
    spun = report("[by:Orrin] [request{request open}:begged] [to:Marn] [content:to launch the staff].")
    assert sizes(aligned(wire, spun)) == [1, 1]
    whole = [one.anchor(0, len(one.text)) for one, _ in (wire, spun)]
    made = Derivation(
        spun[0].id, wire[0].id, None, "rewrite", certain=True, score=0.5, direction="determined",
        passages=(Passage(whole[1], whole[0], 0.5),),
    )  # fmt: skip
    (group,) = aligned(wire, spun, derivations=[made])
    assert group.joins[0].features[0].name == "passages"


def test_the_order_of_arrival_plays_no_part() -> None:
    """Every permutation of four reports gives the same groups."""
    reports = [
        report(MET, "2031-05-05"),
        report(MET.replace("met", "saw").replace("2031-05-04", "2031-05-07"), "2031-05-08"),
        report("[participant:Orrin] [engagement{meeting held}:met] [participant:Marn].", "2031-05-05"),
        report("[participant:Dube] [engagement{call held}:rang] [participant:Koskela] on [date{2031-05-04}:Sunday]."),
    ]
    found = {aligned(*order) for order in permutations(reports)}
    assert len(found) == 1


@pytest.mark.parametrize("example", terms("alignment")["examples"])
def test_examples_of_the_vocabulary(example: str) -> None:
    """The marked words end in a word of the list that the mark names."""
    (span,) = marked(example).spans
    word = marked(example).text[span.start : span.end].split()[-1].casefold()
    assert word in terms("alignment")[span.label]
