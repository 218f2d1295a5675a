"""Where accounts differ: what a reader would call a disagreement, and what is none once it is normalised."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from memcon.align import align
from memcon.core.annotation import Annotations, Credit, Damage
from memcon.core.derivation import Family, Origins
from memcon.core.discrepancy import Discrepancy
from memcon.core.document import Document
from memcon.core.ids import FamilyId
from memcon.core.record import Record
from memcon.record import build
from memcon.testing import annotated, document
from tests.unit.told import report

MET = "[participant:Orrin] [engagement{meeting held}:met] [participant:Marn] on [date{2031-05-04}:Sunday]"


def record(
    *reports: tuple[Document, Annotations], damage: Sequence[Damage] = (), agencies: Sequence[str] = ()
) -> Record:
    """The record of reports that are independent of each other, or are these agencies'."""
    documents = {one.id: one for one, _ in reports}
    annotations = [one for _, one in reports]
    whose = dict(zip(documents, agencies or (f"Agency {one[:4]}" for one in documents), strict=True))
    families = {one: Family(FamilyId(name), name, (one,), established=True) for one, name in whose.items()}
    return build(
        documents, annotations, derivations=(), origins=Origins(families, {}),
        alignment=align(documents, annotations), damage=damage,
    )  # fmt: skip


def differing(slot: str, *notations: str, published: Sequence[str] = ()) -> list[Discrepancy]:
    """What is told of a slot, by reports of the dates given, or of one day."""
    dates = published or ["2031-05-05"] * len(notations)
    made = record(*(report(one, date) for one, date in zip(notations, dates, strict=True)))
    return [one for one in made.discrepancies if one.slot == slot]


def verdicts(slot: str, *notations: str, published: Sequence[str] = ()) -> list[tuple[str, str, str]]:
    """Type, verdict and mechanism of each."""
    return [(one.type, one.verdict, one.mechanism) for one in differing(slot, *notations, published=published)]


def test_lengths_that_overlap_are_a_rounding() -> None:
    """Three hours and nearly three hours are compatible, and no disagreement."""
    one = f"{MET} for [duration{{PT3H}}:three hours]."
    found = differing("duration", one, one.replace("{PT3H}:three", "{PT3H-}:nearly three"))
    assert [(each.verdict, each.mechanism, each.listed) for each in found] == [("compatible", "rounding", False)]
    assert found[0].comparison == "150–180 min and 165–195 min overlap"


@pytest.mark.parametrize(
    ("agencies", "mechanism", "severity"),
    [(("NWA", "NWA"), "rewriting", 0.6), (("NWA", "Coast"), "dispute", 0.8), (("NWA", "NWA", "Coast"), "dispute", 0.8)],
)
def test_nobody_disputes_what_a_rewrite_changed(agencies: Sequence[str], mechanism: str, severity: float) -> None:
    """Two readings of one agency's story are no two accounts; that another agency has either of them makes them two."""
    told = [
        f"{MET} for [duration{{PT3H}}:three hours].",
        f"{MET} for [duration{{PT4H}}:four hours].",
        f"{MET} for [duration{{PT3H}}:three hours] in all.",
    ]
    reports = [report(one, "2031-05-05") for one in told[: len(agencies)]]
    (found,) = (one for one in record(*reports, agencies=agencies).discrepancies if one.slot == "duration")
    assert (found.verdict, found.mechanism, found.severity) == ("conflict", mechanism, severity)


def test_two_lengths_of_one_meeting_are_a_conflict() -> None:
    """Two reports of one day; a report that tells both, or of much less, tells of two meetings."""
    one = f"{MET} for [duration{{PT3H}}:three hours]."
    other = one.replace("PT3H}:three", "PT4H}:four")
    assert verdicts("duration", one, other) == [("number", "conflict", "dispute")]
    assert verdicts("duration", f"{one}\n{other}", one.replace("for", "for nearly")) == []
    assert verdicts("duration", one, one.replace("PT3H}:three hours", "PT30M}:half an hour")) == []
    assert verdicts("duration", one, other.replace("2031-05-04", "2031-05")) == []


def test_a_day_and_a_month_that_holds_it_agree() -> None:
    """What is told less exactly contradicts nothing."""
    found = verdicts("when", f"{MET}.", f"{MET}.".replace("2031-05-04", "2031-05").replace("Sunday", "May"))
    assert found == [("date", "compatible", "precision")]


def test_an_incident_of_a_day_and_of_its_month_is_one() -> None:
    """A seizure that one report dates less exactly."""
    one = "[by:Tessary] [incident{air-sea happened}:seized] the trawler Curlew on [date{2031-04-11}:11 April]."
    other = one.replace("2031-04-11", "2031-04").replace("11 April", "April")
    assert verdicts("when", one, other) == [("date", "compatible", "precision")]


def test_two_days_of_one_seizure_are_a_conflict() -> None:
    """Of a ship by its name; another ship, another month or a report that tells both days makes two seizures."""
    one = "[by:Tessary] [incident{air-sea happened}:seized] the trawler Curlew of [on:Brennia] on [date{2031-04-11}:Sunday]."
    other = (
        one.replace("2031-04-11", "2031-04-09")
        .replace("the trawler Curlew", "the Curlew, a trawler")
        .replace("Sunday", "Friday")
    )
    assert verdicts("when", one, other) == [("date", "conflict", "dispute")]
    assert verdicts("when", one, other.replace("Curlew", "Heron")) == []
    assert verdicts("when", one, other.replace("2031-04-09", "2031-03-09")) == []
    assert verdicts("when", f"{one}\n{other}", one.replace("seized", "has seized")) == []


def test_a_plan_and_what_came_of_it_are_the_time_of_writing() -> None:
    """Sunday's preview and Monday's report do not disagree."""
    ahead = f"{MET}.".replace("meeting held", "meeting planned").replace("met", "is to meet")
    found = verdicts("status", ahead, f"{MET}.", published=["2031-05-03", "2031-05-05"])
    assert found == [("status", "time-of-writing", "time of writing")]


def test_agreed_by_one_and_to_be_studied_by_the_other_is_a_conflict() -> None:
    """Two accounts of one day, of how far a promise goes."""
    said = (
        "[by:Tessary] and [by:Brennia] [commitment{agreement agreed}:agreed] [content:to reopen the harbour hotline]."
    )
    studied = said.replace("agreement agreed", "agreement exploring").replace("to reopen", "to study reopening")
    assert verdicts("status", said, studied) == [("status", "conflict", "dispute")]


def test_a_later_account_that_goes_further_is_none() -> None:
    """Offered in March, done in May."""
    said = "[by:Tessary] [commitment{pledge agreed}:promised] [content:to reopen the harbour hotline]."
    done = said.replace("pledge agreed", "pledge done").replace("promised", "kept its promise")
    found = verdicts("status", said, done, published=["2031-03-05", "2031-05-05"])
    assert found == [("status", "time-of-writing", "time of writing")]


def test_what_is_put_off_may_be_called_off_later() -> None:
    """Postponed on Monday and cancelled on Friday; on one day two accounts of it contradict each other."""
    off = f"{MET}.".replace("meeting held", "meeting postponed").replace("met", "put off seeing")
    done = off.replace("postponed", "cancelled").replace("put off", "called off")
    assert verdicts("status", off, done) == [("status", "conflict", "dispute")]
    found = verdicts("status", off, done, published=["2031-04-28", "2031-05-02"])
    assert found == [("status", "time-of-writing", "time of writing")]


def test_an_incident_that_one_denies_is_in_dispute() -> None:
    """What happened to one account and never did to the other."""
    told = "[by:Tessary] [incident{air-sea happened}:seized] the trawler Curlew on [date{2031-04-11}:11 April]."
    denied = told.replace("air-sea happened", "air-sea denied").replace("seized", "denied seizing")
    assert verdicts("status", told, denied) == [("status", "conflict", "dispute")]


def test_each_side_may_say_that_it_agreed() -> None:
    """Two readouts of an agreement, each of what its own side agreed to."""
    one = "[by:Tessary] [commitment{agreement agreed}:agreed] [content:to reopen the harbour hotline]."
    assert not verdicts("by", one, one.replace("Tessary", "Brennia"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Geneva", "Ulm", "conflict"),
        ("the Harbour House in Lorvik", "Harbour House", "agree"),
        ("North Harrow", "South Harrow", "compatible"),
        ("the Customs House", "the Toll Barn", "conflict"),
        ("the rose garden of the mission", "the deck of a tugboat", "conflict"),
        ("the rose garden", "a hotel", "compatible"),
        ("the Toll Barn", "the deck of a tugboat", "compatible"),
    ],
)
def test_places_are_compared_by_all_of_their_words(one: str, other: str, expected: str) -> None:
    """Short names count too, and a word in common is no whole."""
    found = verdicts("place", f"{MET} in [place:{one}].", f"{MET} in [place:{other}].")
    assert [verdict for _, verdict, _ in found] == [expected]


def test_only_accounts_under_two_letterheads_leave_out() -> None:
    """Two readouts of one ministry are no two accounts, and what concerns others is not left out."""
    asked = "[by:Orrin] [request{request open}:asked] [to:Marn] [content:to return the nets]."
    other = "[by:Dube] [request{request open}:asked] [to:trawlermen] [content:to clear the canal]."

    def left_out(second: str) -> list[str]:
        one = _issued("Ministry of Tessary", f"{MET}.\n{asked}\n{other}")
        told = record(one, _issued(second, f"{MET}."))
        return [one.readings[0].value for one in told.discrepancies if one.type == "omission"]

    assert left_out("Ministry of Brennia") == ["to return the nets"]
    assert left_out("Ministry of Tessary") == []


def test_an_invitation_accepted_of_whoever_is_not_left_out() -> None:
    """The other account tells of it, though not who invited."""
    invited = "[by:Orrin] [request{invitation open}:invited] [to:Marn] [content:to Tessary]."

    def left_out(second: str) -> list[str]:
        told = record(
            _issued("Ministry of Tessary", f"{MET}.\n{invited}"), _issued("Ministry of Brennia", f"{MET}.{second}")
        )
        return [one.readings[0].value for one in told.discrepancies if one.type == "omission"]

    assert left_out("") == ["to Tessary"]
    assert left_out("\n[to:Marn] accepted the [request{invitation accepted}:invitation].") == []


def _issued(issuer: str, notation: str) -> tuple[Document, Annotations]:
    document, told = report(f"{issuer}\n{notation}", "2031-05-05")
    return document, replace(told, credits=(Credit(document.anchor(0, len(issuer)), issuer, "issuer"),))


def test_figures_of_one_thing_are_compared() -> None:
    """Six boats and four boats are a conflict; about eight million and 8.04 million are not."""
    six = "[by:Tessary] [commitment{pledge agreed}:will] [content:withdraw six patrol boats from the strait]."
    four = six.replace("six patrol boats", "four patrol vessels")
    (found,) = differing("number", six, four)
    assert (found.type, found.verdict) == ("number", "conflict")
    assert sorted(reading.value for reading in found.readings) == ["four patrol vessels", "six patrol boats"]
    about = (
        "[by:Tessary] [request{request open}:asked] [to:Brennia] [content:to pay about 8 million crowns for the nets]."
    )
    assert verdicts("number", about, about.replace("about 8", "8.04")) == [("number", "compatible", "rounding")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("and six patrol boats", "and 20 fishing boats"),
        ("to light a lamp that is seen for 40 km", "to mark on its charts a zone of 12 km"),
    ],
)
def test_figures_of_two_things_are_not_compared(one: str, other: str) -> None:
    """What bears one noun or one unit may still be two things."""
    told = "[by:Tessary] [commitment{pledge agreed}:will] [content:withdraw from the strait and the harbour, XX]."
    assert verdicts("number", told.replace("XX", one), told.replace("XX", other)) == []


def test_who_asked_whom_told_by_either_side() -> None:
    """Each government says that the other one asked."""
    one = "[by:Tessary] [request{request open}:asked] [to:Brennia] [content:for hourly readings of the harbour gauge]."
    other = (
        "[by:Brennia] [request{request open}:requested] of [to:Tessary] [content:hourly readings of the harbour gauge]."
    )
    assert ("side", "conflict", "dispute") in verdicts("by", one, other)
    assert verdicts("to", one, other) == []  # that follows from it


def test_who_rammed_whom_told_by_either_side() -> None:
    """Two accounts that exchange the sides contradict each other; one that only misreads whose deed it was does not."""
    told = "[by:Tessary] [incident{air-sea happened}:rammed] a boat of [on:Brennia] on [date{2031-04-11}:11 April]."
    other = told.replace("by:Tessary", "by:Brennia").replace("on:Brennia", "on:Tessary")
    assert ("side", "conflict", "dispute") in verdicts("by", told, other)
    misread = other.replace("[on:Tessary]", "theirs")
    assert verdicts("by", told, misread) == []


def test_a_damaged_reading_is_no_disagreement() -> None:
    """A place that only a broken word names."""
    one = f"{MET} in [place:the Customs House]."
    other = f"{MET} in [place:the Toll Barn]."
    reports = [report(one, "2031-05-05"), report(other, "2031-05-05")]
    (plain,) = (each for each in record(*reports).discrepancies if each.slot == "place")
    assert plain.verdict == "conflict"
    spun = reports[1][0]
    start = spun.text.index("Toll")
    mark = Damage(spun.anchor(start, start + 4), "sense", "Customs", 0.9, "a word in another sense")
    (marked,) = (each for each in record(*reports, damage=[mark]).discrepancies if each.slot == "place")
    assert (marked.verdict, marked.mechanism, marked.listed) == ("damaged", "damage", False)
    assert "probably Customs" in marked.comparison


def test_a_house_and_its_town_agree() -> None:
    """One may lie in the other."""
    found = verdicts("place", f"{MET} in [place:Lorvik].", f"{MET} in [place:the Customs House].")
    assert found == [("place", "compatible", "precision")]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Foreign Minister Ilse Marn came to the quay. {} she said.", ["conflict"]),
        ("Foreign Minister Ilse Marn met Trade Minister Tomas Reyes on the quay. {} she said.", []),
    ],
)
def test_a_quotation_given_to_two_speakers(other: str, expected: list[str]) -> None:
    """A pronoun names its speaker where nobody else was spoken of since the name."""
    told = ("{} Foreign Minister Ana Orrin said.", other)
    documents = [document(one.format("“The ferry will sail on Sunday, storm or no storm,”")) for one in told]
    made = record(*((one, annotated(one)[0]) for one in documents))
    assert [one.verdict for one in made.discrepancies if one.slot == "speaker"] == expected


VISIT = (
    "[visitor:Orrin] [engagement{visit held}:visited] [host:Marn] on [date{2031-05-04}:Sunday], "
    "and it [outcome{positive}:was a success]."
)


def test_a_visit_that_succeeded_and_its_talks_that_did_not_are_framing() -> None:
    """Two accounts that stress different things; neither contradicts the other."""
    failed = f"{MET} and they [outcome{{negative}}:parted without a deal]."
    (found,) = differing("outcome", VISIT, failed)
    assert (found.entry_kind, found.verdict, found.mechanism) == ("engagement", "framing", "emphasis")
    assert [one.normalised for one in found.readings] == ["positive", "negative"]
    assert verdicts("outcome", VISIT, failed.replace("negative", "positive")) == []


def test_talks_of_both_sorts_say_nothing_of_their_visit() -> None:
    """A visit with a meeting that went well and a call that did not, and one report that tells both in one breath."""
    failed = f"{MET} and they [outcome{{negative}}:parted without a deal]."
    dinner = failed.replace("meeting held}:met", "dinner held}:dined with").replace("negative", "positive")
    assert verdicts("outcome", VISIT, failed, dinner) == []
    assert verdicts("outcome", f"{VISIT}\n{failed}", failed.replace("deal", "word")) == []


def test_severity_explains_itself() -> None:
    """Its reason names the shares that it is the product of."""
    six = "[by:Tessary] [commitment{pledge agreed}:will] [content:withdraw six patrol boats from the strait]."
    (found,) = differing("number", six, six.replace("six patrol boats", "four patrol boats"))
    assert found.severity == 0.8
    assert found.reason == "a difference of number (0.8), conflict (1), told by different families (1)"


def test_one_account_is_no_discrepancy() -> None:
    """Nothing is compared within a single report."""
    told = f"{MET} in [place:the Customs House].\n{MET} in [place:the Toll Barn]."
    assert not record(report(told, "2031-05-05")).discrepancies


def test_a_length_and_the_clock_agree() -> None:
    """From 16:34 to 17:09 is about half an hour."""
    told = "[participant:Orrin] [engagement{meeting held}:met] [participant:Marn]"
    clock = f"{told} from [date{{2031-05-04T16:34}}:4.34 pm] to [date{{2031-05-04T17:09}}:5.09 pm]."
    found = differing("duration", f"{told} for [duration{{PT30M}}:about half an hour].", clock)
    assert [(one.verdict, one.mechanism) for one in found] == [("agree", "arithmetic")]
    assert {reading.value for reading in found[0].readings} == {"about half an hour", "4.34 pm to 5.09 pm"}
