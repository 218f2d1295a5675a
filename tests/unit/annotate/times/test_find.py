"""The expressions of whole reports, as the packaged model reads them; the rules themselves are in core/test_terms_times."""

from collections.abc import Sequence

import pytest

from memcon.core.annotation import Annotations
from memcon.core.document import Document, Zone
from memcon.core.times import Time
from memcon.testing import annotated, document, marked

PUBLISHED = "2031-05-14"  # a Wednesday
NO_REPORT = "Nothing says when the report was written."


def seen(notation: str, published: str | None = PUBLISHED) -> tuple[Document, Annotations]:
    """The document of a marked text, and what is seen in it."""
    made = document(marked(notation).text, published=published)
    return made, annotated(made)[0]


def told(notation: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    """The words and the values of all expressions; XXXX for those that are not resolved."""
    made, found = seen(notation, published)
    return [(made.passage(one.anchor), one.value) for one in found.times]


def expected(notation: str) -> list[tuple[str, str]]:
    """The words and values that are marked as dates, times or durations."""
    marks = marked(notation)
    wanted = [span for span in marks.spans if span.label in {"date", "time", "duration"}]
    return [(marks.text[span.start : span.end], span.value) for span in wanted]


def check(notation: str, published: str | None = PUBLISHED) -> None:
    """The expressions are those that are marked, with their values."""
    assert told(notation, published) == expected(notation)


def clocks(made: Document, times: Sequence[Time]) -> list[tuple[str, str | None]]:
    """What each time was counted from, and the passage that tells it."""
    return [(one.clock, made.passage(one.against) if one.against else None) for one in times]


@pytest.mark.parametrize(
    "notation",
    [
        "The ministers met on [date{2031-05-13}:Tuesday] and will meet again on [date{2031-05-20}:Tuesday].",
        "Boats left Apia [date{2031-05-14}:today], as they had [date{2031-05-13}:yesterday].",
        "The two talked for [duration{PT35M}:35 minutes] on [date{2031-05-14}:Wednesday].",
        "Chile signed it in [date{2019}:2019]; Peru will sign it in [date{2040-06}:June 2040].",
        "The visit begins on [date{2031-05-19}:Monday].",
    ],
)
def test_found(notation: str) -> None:
    """Every expression of a report is found, with its value in that report."""
    check(notation)


def test_quotation_of_another_day() -> None:
    """“Today” in a quotation is the day on which it was said, if the report tells that day."""
    notation = (
        "“We sail [date{2031-05-12}:today] and rest [date{2031-05-13}:tomorrow],” Prime Minister Ilka Brandt said on "
        "[date{2031-05-12}:Monday]. Boats left [date{2031-05-14}:today]."
    )
    check(notation)
    made, found = seen(notation)
    assert clocks(made, found.times) == [
        ("said", "Monday"),
        ("said", "Monday"),
        ("published", None),
        ("published", None),
    ]
    (statement,) = [one for one in found.statements if one.quoted]
    assert statement.said is not None
    assert made.passage(statement.said) == "Monday"
    assert statement.said in {one.anchor for one in found.times}


def test_quotation_of_the_same_day() -> None:
    """Without another day, what is quoted was said when the report was published."""
    notation = "“We sail [date{2031-05-14}:today],” Prime Minister Ilka Brandt said."
    check(notation)
    made, found = seen(notation)
    assert clocks(made, found.times) == [("published", None)]
    assert [one.said for one in found.statements] == [None]


def test_quotation_of_another_month() -> None:
    """A day that is told with its month dates a quotation in a report that has no date itself."""
    check(
        "President Ana Duro told reporters in Praia on [date{2031-03-03}:3 March 2031]: “I leave "
        "[date{2031-03-04}:tomorrow].”",
        None,
    )


def test_reported_speech_keeps_the_days_of_the_report() -> None:
    """What is not quoted is told from the report's own day, whenever it was said."""
    made, found = seen("Foreign Minister Oto Reyes said on Monday that the lock would open on Friday.")
    assert [one.value for one in found.times] == ["2031-05-12", "2031-05-16"]
    assert clocks(made, found.times) == [("published", None)] * 2
    (statement,) = found.statements
    assert statement.said == found.times[0].anchor


def test_a_day_inside_what_was_said_does_not_date_it() -> None:
    """The day on which the lock opens is not the day on which it was said."""
    _, found = seen("Foreign Minister Oto Reyes said the lock had opened on Monday.")
    assert [one.said for one in found.statements] == [None]


def test_a_month_does_not_date_what_was_said() -> None:
    """A statement is dated by a day, or it is not dated."""
    _, found = seen("“The lake is low,” Foreign Minister Oto Reyes said in March 2031.")
    assert [one.said for one in found.statements] == [None]


@pytest.mark.parametrize(
    "notation",
    [
        "The plane landed at [time{2031-05-14T16:34+03:00}:4:34 pm local time] in Nairobi.",
        (
            "The plane left Nairobi at [time{2031-05-14T16:00+03:00}:4 pm local time] and reached Tokyo at "
            "[time{2031-05-14T23:00+09:00}:11 pm local time]."
        ),
        "In Kathmandu, the king spoke at [time{2031-05-14T09:15+05:45}:9:15 local time].",
        "The two talked at [time{2031-05-14T09:15}:9:15 local time].",
        "It began at [time{2031-05-12T16:00Z}:1600 GMT on Monday].",
        "It began at [time{2031-05-13T21:00+03:00}:9 pm (UTC+3) on Tuesday].",
        "It began at [time{2031-05-14T23:00-03:00}:11 pm UTC-3].",
        "It began on [time{2031-05-13T21:00Z}:Tuesday at 9 pm GMT].",
    ],
)
def test_clocks(notation: str) -> None:
    """A clock has the offset of its zone, and "local time" that of the place named last; without a place it has none."""
    check(notation)


def test_summer_time() -> None:
    """The offset is the one of the day: Oslo's in January is not Oslo's in July."""
    check("The plane landed in Oslo at [time{2031-01-15T16:34+01:00}:4:34 pm local time].", "2031-01-15")
    check("The plane landed in Oslo at [time{2031-07-15T16:34+02:00}:4:34 pm local time].", "2031-07-15")


def test_date_line() -> None:
    """A date that is a paragraph of its own is the day of a report without another."""
    notation = "[date{2031-05-14}:14 May 2031]\n\nThe ministers met on [date{2031-05-13}:Tuesday]. They rest [date{2031-05-14}:today]."
    check(notation, None)
    made, found = seen(notation, None)
    assert clocks(made, found.times)[1:] == [("stated", "14 May 2031")] * 2


def test_date_line_and_publication() -> None:
    """The day on which it is known to have been published goes before what it prints."""
    check("[date{2031-05-01}:1 May 2031]\n\nThe ministers met on [date{2031-05-13}:Tuesday].")


@pytest.mark.parametrize(
    "line", ["Lima, 14 May 2031", "May 2031", "14 May 2031 was a holiday in Lima.", "14–16 May 2031"]
)
def test_no_date_line(line: str) -> None:
    """What says more than a day, or less, is not the report's date."""
    _, found = seen(f"{line}\n\nThe ministers met last week.", None)
    assert found.times[-1].reason == NO_REPORT
    assert found.times[-1].interval is None


def test_without_a_date() -> None:
    """A report without a date has expressions with a reason, and those that need no report."""
    made, found = seen("The ministers met last week. They had met in May 2019 for two hours.", None)
    assert [(made.passage(one.anchor), one.interval is None, bool(one.reason)) for one in found.times] == [
        ("last week", True, True), ("May 2019", False, False), ("two hours", True, False),
    ]  # fmt: skip


def test_without_a_date_beside_one() -> None:
    """A weekday in the paragraph of a full date is counted from that, in a report that has no date itself."""
    made, found = seen("The ministers met in Oslo on 13 May 2031. They left on Friday.", None)
    assert [one.value for one in found.times] == ["2031-05-13", "2031-05-16"]
    assert clocks(made, found.times)[1] == ("stated", "13 May 2031")


@pytest.mark.parametrize(
    "notation",
    [
        "Envoys met in Lisbon on [date{2031-03-03}:3 March 2031]. [date{2031-03-04}:The following day] they signed.",
        (
            "Envoys came to Lima on [date{2031-03-03}:3 March 2031]. [date{2031-03-04}:The next day] they met the "
            "mayor. [date{2032}:A year later] the accord was signed."
        ),
        (
            "The mayor spoke in Accra on [date{2031-03-03}:3 March 2031]. [date{2031-03-05}:Two days later] he left. "
            "[date{2031-03-04}:The day before], he had wept."
        ),
        (
            "On [date{2029-03-05}:5 March 2029] the port burned. By [date{2029-W11}:the following week] it was open. "
            "[date{2029-04}:A month later] it was closed again."
        ),
        (
            "On [date{2029-03-05}:5 March 2029] the port burned.\n\nNobody was hurt.\n\n"
            "[date{2030}:A year later] it was open. [date{2031}:The following year] it burned again."
        ),
        "The war ended in [date{1962}:1962]. [date{1965}:Three years later] the two made peace.",
        "Ministers met on [date{2031-12-30}:30 December 2031] and again [date{2032-01-01}:two days later].",
    ],
)
def test_chains(notation: str) -> None:
    """What comes the next day, week, month or year counts from the date told before it, and so does what follows that."""
    check(notation)


def test_chains_end() -> None:
    """Three paragraphs on, a date is no longer the one that "the following month" counts from."""
    made, found = seen(
        "The ministers met in Lisbon on 3 March 2031.\n\nNothing else happened.\n\nNobody came.\n\n"
        "They sailed home the following month."
    )
    last = found.times[-1]
    assert made.passage(last.anchor) == "the following month"
    assert (last.interval, last.reason) == (None, "No date is told before it.")


def test_chains_need_a_date_that_is_precise_enough() -> None:
    """From a year no following day is counted."""
    _, found = seen("The port was closed in 2029. The following day boats came.")
    assert [one.interval is None for one in found.times] == [False, True]


def test_a_story_of_another_year() -> None:
    """After a year long past, months without one are of that year."""
    check("The port was closed in [date{1962}:1962]. In [date{1962-05}:May] the workers left.")
    check("The port was closed in [date{2030}:2030]. In [date{2031-04}:April] the workers left.")


@pytest.mark.parametrize(
    "text",
    [
        "April Mendes met Oto Reyes.",
        "Ms Augusta May met June Okoro in the lobby.",
        "The Sunday Courier asked for more boats.",
        "The Monday Club met Oto Reyes.",
    ],
)
def test_names(text: str) -> None:
    """A month or weekday in the name of a person, a newspaper or a body tells no time."""
    assert told(text) == []


def test_counted_things() -> None:
    """Four digits that count something are no year."""
    assert told("The camp held 1985 goats.") == []
    check("The accord of [date{1985}:1985] moved goats to Gitega.")


def test_first_in_years() -> None:
    """“The first visit in five years” ends the five years now; “built in five years” does not."""
    _, found = seen("It was the first visit in five years.")
    assert [str(one.interval) for one in found.times] == ["2026/2031-05-14"]
    _, found = seen("The dam was built in five years.")
    assert [one.interval for one in found.times] == [None]


def test_headlines() -> None:
    """A headline's present tells the nearest such day, since it may tell what was."""
    text = "Parliament meets on Friday\n\nThe house met on Tuesday."
    zones = [Zone("headline", 0, text.index("\n")), Zone("body", text.index("The"), len(text))]
    made = document(text, published="2031-05-17", zones=zones)
    assert [one.value for one in annotated(made)[0].times] == ["2031-05-16", "2031-05-13"]


def test_what_is_far_away_changes_nothing() -> None:
    """Other words, without a date, three paragraphs before or anywhere after change no value."""
    paragraphs = [
        "The lake is low.", "Ferries wait.", "Nobody came.",
        "The envoys met in Dakar on 3 March 2031.", "They signed the following day. The two will meet on Friday.",
        "The harbour is deep.",
    ]  # fmt: skip
    values = [value for _, value in told("\n\n".join(paragraphs))]
    assert values == ["2031-03-03", "2031-03-04", "2031-05-16"]
    for number in (0, 5):
        for other in ("Kenya exports tea.", "“No,” Prime Minister Ilka Brandt said. She left Lima.", "!!!"):
            changed = [*paragraphs[:number], other, *paragraphs[number + 1 :]]
            assert [value for _, value in told("\n\n".join(changed))] == values


def test_a_phrase_at_the_end() -> None:
    """A phrase may be the last words of a text, as in headlines, though longer ones begin with the same word."""
    made, found = seen("Malta moves talks to a later date")
    assert [(made.passage(one.anchor), one.value) for one in found.times] == [("a later date", "FUTURE_REF")]


@pytest.mark.parametrize("text", ["", "\n\n", "…", "No boats came."])
def test_nothing(text: str) -> None:
    """A report that tells no time has no expressions."""
    assert told(text) == []
