"""Acts in words: lines composed from slots, how they stood, how long they took, and the sections of a brief."""

from dataclasses import replace

import pytest

from memcon.core.anchor import Anchor
from memcon.core.dates import PartialDate
from memcon.core.entry import Claim, Entry, Slot
from memcon.core.times import Duration, Interval, Time
from memcon.record import brief, history, minutes
from memcon.record.told import circumstances, date_words, listed, status_words, told, type_words
from tests.unit.present import strait_talks
from tests.unit.present.strait_talks import ACTS, entry

RECORD = strait_talks.record()
TIMES = {time.anchor: time for one in strait_talks.annotations().values() for time in one.times}


def without(one: Entry, *names: str) -> Entry:
    """The entry, as if no report filled these slots."""
    return replace(one, slots=tuple(slot for slot in one.slots if slot.name not in names))


def filled(one: Entry, name: str, *values: str) -> Entry:
    """The entry with other values in a slot."""
    claim = one.slots[0].claims[0]
    slot = Slot(name, tuple(Claim(value, value.casefold(), claim.anchors, claim.support) for value in values))
    return replace(one, slots=(*without(one, name).slots, slot))


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("talks", "Meeting between Neve Karsten and Idris Valo"),
        ("visit", "Visit of Idris Valo to Lindholm"),
        ("dinner", "Meal of the two ministers"),
        ("press", "Press conference of Neve Karsten"),
        ("crew", "Demand by Neve Karsten to Idris Valo: free the crew of the survey ship Halcyon"),
        ("asked", "Appeal by Tessary: calm in the strait"),
        ("line", "Agreement by the two ministers: to reopen the hotline between their coast guards"),
        ("hotline", "Hotline between Tessary and Oskaria"),
        ("envoys", "Embassy or consulate between Tessary and Oskaria"),
        ("treaty", "Opposition by Tessary: any change to the strait treaty"),
        ("boarding", "Tessaran patrols boarded the Halcyon on 11 May"),
    ],
)
def test_an_act_in_a_line(key: str, line: str) -> None:
    """Who does what, to whom, and about what, in the words of the slots."""
    assert told(entry(key)) == line


def test_a_quotation_that_breaks_off_is_closed() -> None:
    """What is asked may end within what is quoted."""
    asked = filled(entry("crew"), "content", "free the crew “at once")
    assert told(asked).endswith(": free the crew “at once”")


def test_who_is_said_to_ask_the_other() -> None:
    """Where each account has the other side ask, the line names both and nobody who is asked."""
    asked = filled(filled(entry("crew"), "by", "Tessary", "Oskaria"), "to", "Oskaria", "Tessary")
    assert told(asked).startswith("Demand by Tessary or Oskaria: free the crew")


def test_visits() -> None:
    """A visit names its host before its place, whoever comes along, and goes without what nobody tells."""
    visit = entry("visit")
    assert told(filled(visit, "host", "Oskaria")) == "Visit of Idris Valo to Oskaria"
    assert told(filled(visit, "participant", "two aides")) == "Visit of Idris Valo to Lindholm, with two aides"
    assert told(filled(without(visit, "visitor"), "participant", "Idris Valo")) == "Visit of Idris Valo to Lindholm"
    assert told(without(visit, "visitor", "place")) == "Visit: Valo may visit Lindholm in September"


def test_what_nobody_tells_is_left_out() -> None:
    """An act of nobody, and one without a content, are told in the report's own words."""
    meeting = told(without(entry("talks"), "participant", "visitor", "host"))
    assert meeting == "Meeting: Karsten met Valo for nearly two hours in Port Sable on Thursday"
    assert told(without(entry("asked"), "by", "content")) == "Appeal: Tessary calls for calm in the strait"
    assert told(without(entry("treaty"), "party")) == "Opposition: any change to the strait treaty"
    assert told(filled(entry("hotline"), "type", "other")).startswith("Channel between")
    assert type_words(filled(entry("treaty"), "type", "concern")) == "concern"
    assert told(filled(entry("treaty"), "type", "concern")).startswith("Concern of Tessary: ")


def test_circumstances() -> None:
    """When, where and how long, with other readings beside the best attested, and nothing that the line says already."""
    assert circumstances(entry("talks")) == (
        "5 June 2031",
        "Port Sable (also: the Hall of Tides)",
        "nearly two hours (also: 95 minutes)",
    )
    assert circumstances(entry("talks"), leaving={"when", "duration"}) == ("Port Sable (also: the Hall of Tides)",)
    assert circumstances(entry("visit")) == ("September 2031",)
    assert circumstances(entry("crew")) == ("deadline: Friday",)
    assert circumstances(entry("kelp")) == ("how often: twice",)
    assert circumstances(filled(entry("press"), "when", "one day")) == ("one day",)
    assert circumstances(filled(entry("press"), "place", "Karst")) == ("Karst",)


def test_how_it_went() -> None:
    """How an engagement went, of what sort it was and since when there was none like it stand beside the line."""
    press = filled(entry("press"), "outcome", "parted without a deal", "made progress")
    assert circumstances(press) == ("outcome: parted without a deal (also: made progress)",)
    assert circumstances(filled(entry("press"), "description", "frank")) == ("described as frank",)


@pytest.mark.parametrize(
    ("value", "normalised", "words"),
    [
        ("seven years", "since 2024", "first of its kind since 2024"),
        ("2024", "since 2024", "first of its kind since 2024"),
        ("decades", "PXDE", "first of its kind in decades"),
    ],
)
def test_the_first_of_its_kind(value: str, normalised: str, words: str) -> None:
    """By the year, where it is known, whatever the report counts by; else in the report's words."""
    press = entry("press")
    claim = replace(press.slots[0].claims[0], value=value, normalised=normalised)
    assert circumstances(replace(press, slots=(*press.slots, Slot("precedent", (claim,))))) == (words,)


def test_few_other_readings() -> None:
    """Of many other readings two are told."""
    places = ("Oslo", "Quito", "Lima", "Accra")
    assert circumstances(filled(entry("press"), "place", *places)) == ("Oslo (also: Quito; Lima)",)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2031-05-04", "2031-05-04", "4 May 2031"),
        ("2031-05-04", "2031-05-06", "4–6 May 2031"),
        ("2031-05-28", "2031-06-03", "28 May 2031 – 3 June 2031"),
        ("2031-05", "2031-05", "May 2031"),
        ("2031", "2031", "2031"),
        ("2030-03", None, "since March 2030"),
        (None, "2031-05-04", "until 4 May 2031"),
        ("2031-05-04T16:30+02:00", "2031-05-04T16:30+02:00", "4 May 2031, 16:30"),
        ("2031-05-04T16:30", "2031-05-04T18:05", "4 May 2031, 16:30–18:05"),
        ("2031-05-04T16:30", "2031-05-05T18:05", "4 May 2031, 16:30 – 5 May 2031, 18:05"),
        ("2031-05-04", "2031-05-04T18:05", "4 May 2031 – 4 May 2031, 18:05"),
    ],
)
def test_dates_in_words(first: str | None, last: str | None, words: str) -> None:
    """A stretch of the calendar is told no more precisely than it is known."""
    interval = Interval(PartialDate(first) if first else None, PartialDate(last) if last else None)
    assert date_words(interval) == words


def test_lists_and_statuses_in_words() -> None:
    """Names are listed with an "and" before the last, and a tentative act is called possible."""
    assert [listed(names) for names in ((), ("A",), ("A", "B"), ("A", "B", "C"))] == ["", "A", "A and B", "A, B and C"]
    assert (status_words("tentative"), status_words("held")) == ("possible", "held")


# --- how it stood --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ACTS)
def test_the_last_step_is_the_status(key: str) -> None:
    """A history ends with what the entry's status is, and its passages are those of the status slot."""
    steps = history(entry(key), RECORD.documents)
    assert steps[-1].status == entry(key).status
    told_ = {
        anchor
        for slot in entry(key).slots
        if slot.name == "status"
        for claim in slot.claims
        for anchor in claim.anchors
    }
    assert {anchor for step in steps for anchor in step.anchors} == told_


def test_a_status_that_comes_back() -> None:
    """What was planned, put off and planned again has three steps, and two reports of one status make one."""
    talks = entry("talks")
    slot = next(slot for slot in talks.slots if slot.name == "status")
    held = next(claim for claim in slot.claims if claim.value == "held")
    names = {document.id: name for name, document in strait_talks.documents().items()}
    by_name = {names[anchor.document]: anchor for claim in slot.claims for anchor in claim.anchors}
    statuses = {"preview": "planned", "readout": "postponed", "wire": "postponed", "gazette": "planned"}
    claims = tuple(
        replace(held, value=status, anchors=tuple(by_name[name] for name in statuses if statuses[name] == status))
        for status in ("planned", "postponed")
    )
    again = replace(talks, slots=(Slot("status", claims),))
    steps = history(again, RECORD.documents)
    assert [(step.status, str(step.as_of)) for step in steps] == [
        ("planned", "2031-06-02"),
        ("postponed", "2031-06-05"),
        ("planned", "2031-06-06"),
    ]
    assert len(steps[1].anchors) == 2


def test_a_history_without_dates() -> None:
    """Where nothing dates a report its status comes first and has no date; an entry without a status has no history."""
    undated = tuple(
        replace(note, published=None) if note.outlet == "Northern Cable" else note for note in RECORD.documents
    )
    first = history(entry("ban"), undated)[0]
    assert (first.status, first.as_of) == ("tentative", None)
    assert history(without(entry("ban"), "status"), RECORD.documents) == ()


# --- how long ------------------------------------------------------------------------------------------------------


def lasting(*told_: tuple[float, float]) -> tuple[float, float] | None:
    """How long the talks took, if this is what reports tell, the best attested first."""
    anchors = [Anchor(RECORD.documents[0].id, place, place + 1) for place in range(len(told_))]
    claim = entry("talks").slots[0].claims[0]
    slot = Slot("duration", tuple(replace(claim, anchors=(anchor,)) for anchor in anchors))
    times = {
        anchor: Time(anchor, "duration", "PT1H", "length", duration=Duration("PT1H", low, high))
        for anchor, (low, high) in zip(anchors, told_, strict=True)
    }
    return minutes(replace(without(entry("talks"), "duration"), slots=(slot,)), times)


def test_how_long_it_took() -> None:
    """What all accounts allow; one that contradicts the better attested changes nothing."""
    assert minutes(entry("talks"), TIMES) == (95, 95)
    assert lasting((90, 120), (105, 135)) == (105, 120)
    assert lasting((90, 120), (10, 20), (100, 100)) == (100, 100)
    assert minutes(entry("dinner"), TIMES) is None
    assert minutes(entry("talks"), {}) is None


def test_how_long_from_the_ends() -> None:
    """From one stated minute to another it took as long as that lies between; from one day to another is too loose."""
    talks = without(entry("talks"), "duration")

    def ending(first: str, last: str) -> Entry:
        when = next(slot for slot in talks.slots if slot.name == "when")
        clocks = replace(when.claims[0].clocks, happened=Interval(PartialDate(first), PartialDate(last)))
        slot = Slot("when", (replace(when.claims[0], clocks=clocks),))
        return replace(talks, slots=tuple(slot if one.name == "when" else one for one in talks.slots))

    assert minutes(ending("2031-06-05T16:34", "2031-06-05T17:09"), {}) == (35, 35)
    assert minutes(ending("2031-06-05T16:34", "2031-06-05T16:34"), {}) is None
    assert minutes(ending("2031-06-05", "2031-06-06"), {}) is None


# --- the brief -----------------------------------------------------------------------------------------------------


def test_every_act_has_a_line() -> None:
    """Whatever its kind and status, an act stands in a section of its own."""
    told = {line.entry for section in brief(RECORD).sections for line in section.lines}
    assert {one.id for one in RECORD.entries} <= told


def test_a_line_has_its_status_and_how_it_stood_before() -> None:
    """A line of an act has a status of its own, names its entry, and notes what reports told before."""
    lines = {line.entry: line for section in brief(RECORD).sections for line in section.lines}
    talks, ban, press = (lines[entry(key).id] for key in ("talks", "ban", "press"))
    assert talks.text.startswith("Meeting between Neve Karsten and Idris Valo · 5 June 2031 · Port Sable")
    assert (talks.status, talks.lead, talks.notes) == ("held", "", ("Told before as planned (2 June 2031).",))
    assert ban.notes == ("Told before as possible (2 June 2031).",)
    assert (press.status, press.notes) == ("cancelled", ())
    assert talks.anchors == entry("talks").evidence


def test_an_earlier_status_without_a_date() -> None:
    """A note says where nothing dates the report that told it otherwise."""
    notes = tuple(replace(note, published=None) for note in RECORD.documents)
    lines = [line for section in brief(replace(RECORD, documents=notes)).sections for line in section.lines]
    assert "undated" in next(line for line in lines if line.entry == entry("talks").id).notes[0]


def test_what_is_best_attested_comes_first() -> None:
    """Of one section the lines with more independent witnesses come first, then the earlier ones."""
    incidents = next(section for section in brief(RECORD).sections if section.title == "Incidents and measures")
    assert [line.entry for line in incidents.lines] == [entry(key).id for key in ("ban", "boarding", "ramming")]
