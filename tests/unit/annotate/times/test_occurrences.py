"""What the expressions of a report date, as the packaged model reads it."""

import pytest

from memcon.core.annotation import Annotations, OccurrenceStatus
from memcon.core.document import Document
from memcon.testing import annotated, document, marked

PUBLISHED = "2031-05-14"  # a Wednesday


def seen(notation: str, published: str | None = PUBLISHED) -> tuple[Document, Annotations]:
    """The document of a marked text, and what is seen in it."""
    made = document(marked(notation).text, published=published)
    return made, annotated(made)[0]


def found(notation: str, published: str | None = PUBLISHED) -> list[dict[str, str]]:
    """Clause, trigger, time and status of every occurrence."""
    made, annotations = seen(notation, published)
    return [
        {
            "clause": made.passage(one.anchor),
            "trigger": made.passage(one.trigger),
            "time": made.passage(one.time),
            "status": one.status,
        }
        for one in annotations.occurrences
    ]


def statuses(text: str, published: str | None = PUBLISHED) -> list[str]:
    """The status of every occurrence."""
    return [one["status"] for one in found(text, published)]


@pytest.mark.parametrize(
    ("notation", "status"),
    [
        ("[clause:The ministers [trigger:met] in Arica on [time:Tuesday]].", "held"),
        ("[clause:The pact was [trigger:signed] in Nairobi on [time:3 March]].", "held"),
        ("[clause:The ministers will [trigger:meet] in Arica on [time:Tuesday]].", "planned"),
        ("[clause:The ferry [trigger:sails] on [time:Friday]].", "planned"),
        ("[clause:Kenya and Uganda may [trigger:sign] the pact on [time:Friday]].", "tentative"),
        ("[clause:The bridge could [trigger:open] on [time:Friday]].", "tentative"),
        ("[clause:The bridge [trigger:opened] on [time:12 May 2031]].", "held"),
    ],
)
def test_occurrences(notation: str, status: OccurrenceStatus) -> None:
    """A clause with its date is told as held, planned or tentative, by its verb and by the date of the report."""
    marks = marked(notation)
    wanted = {label: marks.words(label)[0] for label in ("clause", "trigger", "time")}
    assert found(notation) == [{**wanted, "status": status}]


@pytest.mark.parametrize(
    ("text", "published", "status"),
    [
        ("The bridge opened on 20 May 2031.", "2031-05-21", "held"),
        ("The bridge opened on 20 May 2031.", None, "held"),
        ("The bridge opens on 20 May 2031.", "2031-05-14", "planned"),
        ("The bridge opens on 20 May 2031.", "2031-06-14", "held"),
        ("The bridge will open on 20 May 2031.", None, "planned"),
        ("The bridge will open in 2040.", "2031", "planned"),
        ("The bridge opened in May 2031.", "2031-05-14", "held"),
    ],
)
def test_status_by_the_date_of_the_report(text: str, published: str | None, status: str) -> None:
    """Whatever the verb says, what is dated after the report has not happened yet."""
    assert statuses(text, published) == [status]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge opened on 20 May 2031.",
        "The bridge should have opened on 12 May 2031.",
        "Had the bridge opened on 12 May 2031?",
        "The governor denied that the bridge had opened on 12 May 2031.",
    ],
)
def test_what_nobody_tells_as_happened(text: str) -> None:
    """A past dated after its report, what did not come about, a question and a denial are no occurrences."""
    assert statuses(text, "2031-05-14") == []


def test_what_begins_on_a_day_to_come() -> None:
    """A participle that begins with its date is ahead of the past verb on which it hangs."""
    assert "planned" in statuses("The ports agreed on daily soundings, starting on Friday.", "2031-05-14")
    assert "planned" not in statuses("The talks lasted an hour, starting at 4:30 pm.", "2031-05-14")


def test_a_claim_is_told_with_its_sentence() -> None:
    """The words that call a claim false stand after it."""
    text = "The reports that the bridge opened on 12 May 2031 are false."
    assert [one["clause"] for one in found(text)] == [text]


def test_a_present_without_a_report() -> None:
    """Neither tense nor report tells whether it has happened, so it is not told at all."""
    assert statuses("The bridge opens on 20 May 2031.", None) == []


@pytest.mark.parametrize("month", ["May", "March", "August"])
def test_a_month_is_no_auxiliary(month: str) -> None:
    """What happened in May is not only possible."""
    assert statuses(f"In {month} the workers left Manaus.", "2031-09-01") == ["held"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry did not answer on Monday.",
        "The ministers never met on Monday.",
        "Nobody came on Monday.",
        "The summit will not open on Friday.",
        "If rain falls on Friday, boats stay.",
        "Unless the rain stops on Friday, boats stay.",
        "The minister asked whether the boats left on Friday.",
    ],
)
def test_what_did_not_happen(text: str) -> None:
    """What is denied, or hangs on a condition, is no occurrence."""
    assert [one for one in found(text) if one["time"] in {"Monday", "Friday"}] == []


@pytest.mark.parametrize(
    "text",
    [
        "The council has been closed since Monday.",
        "The council sits until Friday.",
        "The council must answer by Friday.",
        "The council sat for two days.",
        "The council meets every Monday.",
        "Nothing happened recently.",
        "The council sat in the 1990s.",
        "The lake was low in the 19th century.",
        "Monday’s talks were short.",
    ],
)
def test_what_is_not_dated(text: str) -> None:
    """Limits, lengths, what recurs, long stretches and dates of nouns do not tell when the clause happened."""
    assert found(text) == []


def test_unresolved_times_date_nothing() -> None:
    """Where nobody knows which Tuesday it was, nothing is dated."""
    assert found("The ministers met on Tuesday.", None) == []


def test_an_attributed_clause_is_told_with_its_sentence() -> None:
    """What somebody is said to have said is told with who says so."""
    text = "Foreign Minister Oto Reyes said the lock had opened on Monday."
    (one,) = found(text)
    assert (one["clause"], one["trigger"], one["status"]) == (text, "opened", "held")


def test_a_pronoun_is_told_with_its_sentence() -> None:
    """A clause that does not say who is told whole."""
    _, second = found("Ilka Brandt met Oto Reyes in Quito on Monday. In Lima, she met him again on Tuesday.")
    assert second["clause"] == "In Lima, she met him again on Tuesday."


def test_a_clause_leaves_out_what_is_beside_it() -> None:
    """Of two clauses that are joined each has its own words."""
    first, second = found("The ministers met on Monday, and the king left on Tuesday.")
    assert (first["trigger"], second["trigger"]) == ("met", "left")
    assert "king" not in first["clause"]
    assert "ministers" not in second["clause"]


def test_saying_is_no_occurrence() -> None:
    """When something was said belongs to the statement; the verb of saying happens nowhere else."""
    made, annotations = seen("Foreign Minister Oto Reyes said on Monday that the lock would open on Friday.")
    assert [made.passage(one.trigger) for one in annotations.occurrences] == ["open"]
    assert [one.status for one in annotations.occurrences] == ["planned"]


def test_quotations_are_no_occurrences() -> None:
    """What is only quoted is a statement, not something that the report tells."""
    assert found("“We met on Monday,” the mayor said. “We will meet on Friday.”") == []


def test_a_verb_is_dated_once() -> None:
    """Of two times of one verb the first is told."""
    text = "The train left Lima on Monday at 9 pm and, on Tuesday, at noon."
    assert [one["trigger"] for one in found(text)] == ["left"]


def test_parties() -> None:
    """The persons and states that the clause names are its parties, sorted, by their full names."""
    _, annotations = seen(
        "Foreign Minister Oto Reyes met Prime Minister Ilka Brandt in Quito on Monday. "
        "Chile and Angola will sign a pact on Friday. Ms Brandt left on Tuesday. Boats came on Sunday."
    )
    assert [one.parties for one in annotations.occurrences] == [
        ("Ilka Brandt", "Oto Reyes"), ("Angola", "Chile"), ("Ilka Brandt",), (),
    ]  # fmt: skip


def test_every_time_is_one_of_the_document() -> None:
    """The time of an occurrence is one of the expressions, and its trigger lies in its clause."""
    _, annotations = seen("Oto Reyes met Ilka Brandt on Monday. They will meet again in June, and rest in July.")
    assert len(annotations.occurrences) >= 2
    for one in annotations.occurrences:
        assert one.time in {time.anchor for time in annotations.times}
        assert one.anchor.contains(one.trigger)
