import calendar
from dataclasses import replace

from memcon.core.brief import Brief, Line
from memcon.core.dates import PartialDate
from memcon.core.degradation import Degradation
from memcon.core.times import Interval, Time
from memcon.record import brief
from memcon.testing import document
from tests.unit.ferries import collection
from tests.unit.present import strait_accounts, strait_talks
from tests.unit.record.test_build import COPY, OWN, WIRE
from tests.unit.trace.test_derivations import with_credit


def told() -> Brief:
    """The brief of a wire, its copy and another agency's report."""
    return brief(collection([WIRE, COPY, OWN]).record)


def lines(section: str, of: Brief) -> tuple[Line, ...]:
    """The lines of one section; none if there is no such section."""
    return next((one.lines for one in of.sections if one.title == section), ())


def test_what_several_attest_comes_first() -> None:
    """The first section of statements holds what two independent origins say, and nothing is told twice."""
    made = told()
    first = next(one for one in made.sections if one.lines[0].status is None)
    assert first.title == "Attested by more than one independent origin"
    assert [line.lead for line in first.lines] == ["Marit Halvey"]
    texts = [line.text for section in made.sections for line in section.lines]
    assert len(texts) == len(set(texts))


def test_then_speaker_by_speaker() -> None:
    """What only one account has stands under its speaker, with its one witness."""
    text = "“It was late,” Ilka Brandt said. Later she said the boat was gone. She denied that anybody had slept."
    made = brief(collection([document(text)]).record)
    assert [line.lead for line in lines("Ilka Brandt", made)] == ["Ilka Brandt"] * 3


def test_who_says_little_stands_with_others() -> None:
    """What only one account has of somebody who says nothing else stands among others, with its one witness."""
    line = next(one for one in lines("Others", told()) if one.lead == "Pell Arrano")
    assert line.text == "called the delay “a small comedy with a large bill.”"
    assert line.support is not None
    assert (line.support.least, line.support.documents) == (1, 2)


def test_what_nobody_is_named_for() -> None:
    """Quotations without a speaker come last, with a note."""
    made = brief(collection([document("“It was late indeed.” The end of it.")]).record)
    assert made.sections[-1].title == "Quoted, but no speaker named"
    assert "No report names the speaker." in made.sections[-1].lines[0].notes


def test_other_wordings_are_noted() -> None:
    """A shorter version of the same words is told once, with how many wordings there are."""
    long = "“Nobody is to blame for it, and everybody is sorry,” Marit Halvey said."
    short = "The harbour was sorry: “nobody is to blame for it, and everybody,” Halvey said."
    made = brief(collection([with_credit(long, "(AP)"), with_credit(short, "(AFP)")]).record)
    (section,) = made.sections
    assert [note for line in section.lines for note in line.notes] == ["Told in 2 wordings."]


def test_nobody_drowns_the_others() -> None:
    """Of one speaker the best attested statements are told, and how many more there are; all of them on request."""
    said = " ".join(f"“The boat of {day} was late,” Ilka Brandt said." for day in calendar.day_name)
    record = collection([document(said)]).record
    (few,) = (one for one in brief(record).sections if one.title == "Ilka Brandt")
    (whole,) = (one for one in brief(record, most=None).sections if one.title == "Ilka Brandt")
    assert (len(few.lines), few.left_out) == (5, len(whole.lines) - 5)
    assert (len(whole.lines), whole.left_out) == (7, 0)
    assert few.lines == whole.lines[:5]


def test_every_line_opens_a_passage() -> None:
    """No line of the brief is without anchors."""
    assert all(line.anchors for section in told().sections for line in section.lines)


def test_the_cut_is_told() -> None:
    """A brief as of a date names it, and the reports that the cut left out for want of a date."""
    made = brief(collection([]).record, as_of=PartialDate("2031-05-04"), undated=[COPY.id])
    assert (made.as_of, made.undated, made.sections) == (PartialDate("2031-05-04"), (COPY.id,), ())


# --- acts and accounts ----------------------------------------------------------------------------------------------

ACCOUNTS = strait_accounts.record()
TIMES = {document: seen.times for document, seen in strait_talks.annotations().items()}


def test_sections_stand_in_the_order_of_a_brief() -> None:
    """What happened, channels, ledgers, positions, then doubts, then what is ahead; no section is empty."""
    made = brief(ACCOUNTS, times=TIMES)
    assert [section.title for section in made.sections] == [
        "What happened",
        "Put off, called off, refused or denied",
        "Incidents and measures",
        "Channels",
        "Commitments",
        "Requests",
        "Positions",
        "Where accounts differ",
        "Raised by one side only",
        "What is damaged",
        "What one account alone says",
        "What is expected next",
        "Earlier history",
        "Not told apart",
    ]
    assert all(line.anchors for section in made.sections for line in section.lines)


def test_the_heading_tells_whose_relationship_it_is() -> None:
    """Without being asked, it is that of the two states with the most acts between them."""
    made = brief(ACCOUNTS)
    assert (made.title, made.between) == ("Oskaria and Tessary", ("Oskaria", "Tessary"))
    assert str(made.period) == "2031-06-05"
    assert dict(made.counts)["engagement"] == 6
    assert dict(made.counts)["request"] == 2  # the third cannot be told from others
    assert brief(collection([]).record).between == ()


def test_channels_are_rows() -> None:
    """A channel has its level, its parties, its state and since when, in columns."""
    (board,) = (one for one in brief(ACCOUNTS).sections if one.columns)
    assert board.columns == ("Channel", "Between", "State", "Since", "Before")
    assert [line.cells[:4] for line in board.lines] == [
        ("Hotline", "Tessary and Oskaria", "frozen", "March 2029"),
        ("Embassy or consulate", "Tessary and Oskaria", "open", "by 5 June 2031"),
    ]


def test_positions_stand_by_issue_and_side() -> None:
    """What stands at no issue comes last."""
    assert [line.lead for line in lines("Positions", brief(ACCOUNTS))] == [
        "Navigation · Tessary",
        "No issue named · Oskaria",
    ]


def test_disagreements_are_told_the_gravest_first() -> None:
    """A line says what is told differently, by whom, and what to make of it; what is none makes no line."""
    found = lines("Where accounts differ", brief(ACCOUNTS))
    assert [line.lead.split(" of ")[0] for line in found] == ["Status", "Place"]
    assert found[1].lead == "Place of the meeting between Neve Karsten and Idris Valo"
    assert found[1].text == (
        "“Port Sable” (Northern Cable) against “the Hall of Tides” (Ministry of Foreign Affairs of Tessary); "
        "Neither place is known to hold the other; probably one is more precise."
    )
    told = {anchor for one in found[1].discrepancy.readings for anchor in one.anchors} if found[1].discrepancy else {}
    assert set(found[1].anchors) == told


def test_what_one_side_leaves_out_is_told_apart() -> None:
    """It is no disagreement: one line for each two accounts names all that only one of them raises."""
    (line,) = lines("Raised by one side only", brief(ACCOUNTS))
    assert line.lead == "Ministry of Foreign Affairs of Tessary"
    assert line.text == (
        "Request by Idris Valo to Oskaria: to drop its plan to ban kelp. Nothing of it from Northern Cable."
    )


def test_what_only_a_damaged_report_tells_is_marked() -> None:
    """Its words may be wrong; what a sound report tells too bears no such mark."""
    sound, broken = Degradation(0, 400, 0.0, 0.0, 0.01), Degradation(40, 400, 0.1, 0.07, 0.13)
    line = next(one for one in lines("Requests", brief(ACCOUNTS)) if one.support and one.support.documents == 1)
    told = {anchor.document for anchor in line.anchors}
    notes = (replace(note, degradation=broken if note.id in told else sound) for note in ACCOUNTS.documents)
    made = brief(replace(ACCOUNTS, documents=tuple(notes)))
    marked = [one.text for one in lines("Requests", made) if any("damaged" in note for note in one.notes)]
    assert marked == [line.text]
    assert not any("damaged" in note for one in lines("Requests", brief(ACCOUNTS)) for note in one.notes)


def test_damage_is_told_report_by_report() -> None:
    """How many places of which kind, and how much of the report that is."""
    (line,) = lines("What is damaged", brief(ACCOUNTS))
    assert (line.lead, line.text) == (
        "Sable Gazette",
        "1 name put into other words, 1 word taken in another sense (2.0% of its words).",
    )


def test_what_one_account_alone_says() -> None:
    """By account: what was held, promised or asked for that nobody else tells of."""
    found = lines("What one account alone says", brief(ACCOUNTS))
    assert [(line.lead, line.text) for line in found] == [
        (
            "Ministry of Foreign Affairs of Tessary",
            "Request by Idris Valo to Oskaria: to drop its plan to ban kelp; Pledge by Tessary: an answer on the ship.",
        ),
        ("Northern Cable", "Agreement by the two ministers: to reopen the hotline between their coast guards."),
    ]
    assert all(line.support is not None and line.support.most == 1 for line in found)


def test_what_is_ahead_and_what_was_planned() -> None:
    """After the last report a plan is expected, the soonest first; before it, nobody says what came of it."""
    expected = lines("What is expected next", brief(ACCOUNTS))
    assert [line.lead for line in expected] == ["9 June 2031", "September 2031"]
    assert expected[0].notes == ("Follows: Meeting between Neve Karsten and Idris Valo.",)
    later = brief(ACCOUNTS, as_of=PartialDate("2031-07-01"))
    assert [line.lead for line in lines("What is expected next", later)] == ["September 2031"]
    assert [line.text for line in lines("Planned, with no report of what came of it", later)] == [
        "Meal of the two ministers · 9 June 2031"
    ]


def test_a_promise_is_expected_by_its_deadline() -> None:
    """A commitment stands at the day by which it falls due, not where it was made."""
    line = strait_talks.entry("line")
    (words,) = (slot.claims[0].anchors[0] for slot in line.slots if slot.name == "deadline")
    july = Time(words, "date", "2031-07-01", "day", interval=Interval.of(PartialDate("2031-07-01")))
    found = lines("What is expected next", brief(ACCOUNTS, times={**TIMES, words.document: (july,)}))
    assert [(one.lead, one.status) for one in found][1] == ("by 1 July 2031", "agreed")


def test_what_cannot_be_told_apart_is_one_line() -> None:
    """An act of nobody makes no line of its own, but its passages are counted and can be opened."""
    made = brief(ACCOUNTS)
    (line,) = lines("Not told apart", made)
    assert line.text.startswith("1 passage tells of acts without saying whose they are")
    assert line.anchors == strait_accounts.nameless().evidence
    told = [one.entry for section in made.sections for one in section.lines]
    assert strait_accounts.nameless().id not in told
