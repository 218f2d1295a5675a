"""What a record file answers about time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import memcon
from memcon import PartialDate, RecordFile
from memcon.errors import UnknownIdError
from memcon.present.answers import statements_answer

WIRE = """Chad and Malta agree on salt

Foreign Minister Ilka Brandt of Malta met Oto Reyes of Chad in Valletta on Tuesday for nearly two hours.

“The salt is white,” Brandt said on Wednesday. Reyes will visit N'Djamena in August.
"""
READOUT = """Talks on salt

The ministers of Malta and Chad met on 3 June and talked about salt and pepper.
"""


@pytest.fixture(scope="module")
def salt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RecordFile]:
    """A record of two reports, one of them published a week after the other."""
    folder = tmp_path_factory.mktemp("salt")
    reports = {"wire.txt": (WIRE, "2031-06-04"), "readout.txt": (READOUT, "2031-06-11")}
    with memcon.open(folder / "salt.db") as record:
        for name, (text, published) in reports.items():
            Path(folder, name).write_text(text, encoding="utf-8")
            record.add([folder / name], published=published)
        yield record


def dates(record: RecordFile, **asked: PartialDate | str) -> list[str]:
    """The dates of the moments that are asked for."""
    return [str(moment.date) for moment in record.timeline(**asked)]  # type: ignore[arg-type]


def test_the_timeline_has_all_reports(salt: RecordFile) -> None:
    """Everything dated stands on one timeline, in the order of time."""
    assert dates(salt) == ["2031-06-03", "2031-06-03", "2031-06-04", "2031-08"]


def test_from_and_to_take_what_reaches_in(salt: RecordFile) -> None:
    """A month is cut out by none of its days, and both ends belong to what is asked for."""
    assert dates(salt, since=PartialDate("2031-06-04")) == ["2031-06-04", "2031-08"]
    assert dates(salt, until=PartialDate("2031-06-04")) == ["2031-06-03", "2031-06-03", "2031-06-04"]
    assert dates(salt, since=PartialDate("2031-08-15"), until=PartialDate("2031-08-20")) == ["2031-08"]
    assert dates(salt, since=PartialDate("2031-09")) == []


def test_a_party_by_a_part_of_its_name(salt: RecordFile) -> None:
    """Who takes part or speaks is found by any name, in any case."""
    assert dates(salt, party="brandt") == ["2031-06-03", "2031-06-04"]
    assert dates(salt, party="nobody") == []


def test_words_of_the_passage(salt: RecordFile) -> None:
    """Only what rests on a passage with these words."""
    assert dates(salt, about="PEPPER") == ["2031-06-03"]


def test_as_of_a_date(salt: RecordFile) -> None:
    """What was published later is on no timeline of an earlier day."""
    assert len(dates(salt, as_of=PartialDate("2031-06-05"))) == 3


def test_times_of_all_reports_or_some(salt: RecordFile) -> None:
    """Expressions of time come report by report; a name chooses, once for each report, and so does a type."""
    every = salt.times()
    assert sorted(time.value for time in every) == [
        "2031-06-03", "2031-06-03", "2031-06-04", "2031-08", "PT2H",
    ]  # fmt: skip
    assert [time.value for time in salt.times(["readout.txt", "readout.txt"])] == ["2031-06-03"]
    assert [time.value for time in salt.times(type="duration")] == ["PT2H"]


def test_times_of_a_report_that_is_not_there(salt: RecordFile) -> None:
    """A name that no report has is an error."""
    with pytest.raises(UnknownIdError):
        salt.times(["nowhere.txt"])


def test_trace_of_all_reports_or_one(salt: RecordFile) -> None:
    """Reports of which none was made from another have no derivations; a name that none has is an error."""
    assert salt.trace() == salt.trace("wire.txt") == ()
    with pytest.raises(UnknownIdError):
        salt.trace("nowhere.txt")


def test_a_statement_tells_when_it_was_said(salt: RecordFile) -> None:
    """In JSON a statement has the words that say when; they are one of the times of its report."""
    documents = {document.id: document for document in salt.documents()}
    (brandt,) = statements_answer(salt.statements(speaker="brandt"), record=salt.record(), documents=documents)
    assert brandt["said"]["text"] == "Wednesday"
    assert brandt["said"]["start"] in {time.anchor.start for time in salt.times(["wire.txt"])}
