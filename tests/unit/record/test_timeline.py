"""What the reports date, as entries and on the timeline."""

from memcon.core.brief import Moment
from memcon.core.document import Document, Metadatum
from memcon.core.entry import Entry
from memcon.core.times import Interval
from memcon.record import brief, timeline
from memcon.testing import document
from tests.unit.ferries import collection

PREVIEW = document(
    "Foreign Minister Ilka Brandt is to meet Oto Reyes in Windhoek on Thursday.",
    path="preview.txt",
    published="2031-05-13",
)
REPORT = document(
    "Foreign Minister Ilka Brandt met Oto Reyes in Windhoek on Thursday.\n\n"
    "“The road is open,” Brandt said on Friday. Reyes may visit Oslo in June.",
    path="report.txt",
    published="2031-05-16",
)
COPY = document(f"{REPORT.text}\n\nRead more.", path="copy.txt", outlet="Lakeshore Gazette", published="2031-05-17")


def moments(*documents: Document) -> tuple[Moment, ...]:
    """The timeline of some reports."""
    return timeline(collection(documents).record)


def entry(words: str, *documents: Document) -> Entry:
    """The one occurrence or engagement that is told in words with these in them."""
    found = collection(documents).record.entries
    (one,) = (one for one in found if one.kind in {"occurrence", "engagement"} and words in one.best("what"))
    return one


def test_moments_stand_in_the_order_of_time() -> None:
    """What happened, what was said and what may come, each with its date, its status and the report's words."""
    told = [(str(one.date), one.status, one.kind) for one in moments(REPORT)]
    assert told == [
        ("2031-05-15", "held", "engagement"),
        ("2031-05-16", None, "statement"),
        ("2031-06", "tentative", "engagement"),
    ]
    assert [one.title for one in moments(REPORT)][1:] == [
        "Ilka Brandt: “The road is open,”",
        "Reyes may visit Oslo in June",
    ]


def test_a_moment_names_who_takes_part() -> None:
    """Parties are called as the record calls them, not as the clause does."""
    assert moments(REPORT)[0].parties == ("Ilka Brandt", "Oto Reyes")
    assert moments(REPORT)[1].parties == ("Ilka Brandt",)


def test_a_copy_is_no_further_moment() -> None:
    """A copy tells the same moments, in more reports and with no more witnesses."""
    alone, both = moments(REPORT), moments(REPORT, COPY)
    assert [(one.title, one.date) for one in alone] == [(one.title, one.date) for one in both]
    assert [(one.support.least, one.support.most) for one in both] == [
        (one.support.least, one.support.most) for one in alone
    ]
    assert {one.support.documents for one in both} == {2}


def test_a_meeting_beside_a_forum_is_one_moment() -> None:
    """The forum is told by the same words, and nobody says who was there."""
    words = "Foreign Minister Ilka Brandt met Oto Reyes in February on the margins of a river conference in Windhoek."
    told = collection([document(words, published="2031-05-16")]).record
    assert len([one for one in told.entries if one.kind == "engagement"]) == 2
    assert [one.parties for one in timeline(told)] == [("Ilka Brandt", "Oto Reyes")]


def test_a_meeting_that_was_planned_and_held_is_one_moment() -> None:
    """The same people on the same day: a preview and a report tell one meeting, which moved from planned to held."""
    (thursday,) = (one for one in moments(PREVIEW, REPORT) if str(one.date) == "2031-05-15")
    assert (thursday.status, thursday.support.documents) == ("held", 2)


def test_the_latest_report_decides_the_status() -> None:
    """The same words, published before and after the day, are a plan that was held; both readings stay."""
    words = "The two ministers meet in Windhoek on 15 May."
    before = document(words, path="before.txt", published="2031-05-12")
    after = document(f"{words}\n", path="after.txt", published="2031-05-19")
    one = entry("Windhoek", before, after)
    status = one.slot("status")
    assert status is not None
    assert {claim.value for claim in status.claims} == {"planned", "held"}
    assert one.status == "held"


def test_a_claim_has_five_clocks() -> None:
    """When it happened is not when it was published, retrieved or said."""
    stated = (*REPORT.metadata, Metadatum("retrieved", "2031-05-20T08:00", "given"))
    kept = Document(**{name: getattr(REPORT, name) for name in REPORT.__slots__} | {"metadata": stated})
    (claim,) = (slot.claims[0] for slot in entry("met Oto Reyes", kept).slots if slot.name == "when")
    clocks = claim.clocks
    assert [str(one) for one in (clocks.happened, clocks.published, clocks.retrieved)] == [
        "2031-05-15", "2031-05-16", "2031-05-20T08:00",
    ]  # fmt: skip
    assert (clocks.said, clocks.updated) == (None, None)


def test_clocks_reach_over_all_reports() -> None:
    """What two reports claim was published from the first to the last of them."""
    made = entry("met Oto Reyes", REPORT, COPY).slot("what")
    assert made is not None
    assert isinstance(made.claims[0].clocks.published, Interval)
    assert str(made.claims[0].clocks.published) == "2031-05-16/2031-05-17"


def test_a_statement_is_on_the_timeline_by_when_it_was_said() -> None:
    """Only where the report tells it: the day of publication is another clock."""
    made = collection([document("“It is late,” Ilka Brandt said.", published="2031-05-16")]).record
    assert timeline(made) == ()
    said = collection([REPORT]).record.entries
    slots = [slot for one in said if one.kind == "statement" for slot in one.slots if slot.name == "said"]
    assert [(slot.claims[0].value, str(slot.claims[0].clocks.said)) for slot in slots] == [("Friday", "2031-05-16")]


def test_occurrences_are_not_told_twice() -> None:
    """What is an act stands in a section of its own, once, and on the timeline, once."""
    made = brief(collection([REPORT]).record)
    told = [line.entry for section in made.sections for line in section.lines if line.entry]
    assert len(set(told)) == len(told)
    assert len({one.entry for one in made.timeline}) == len(made.timeline) == 3
    assert made.timeline == moments(REPORT)
