"""The commands about time, asked of an invented record that no annotator had to make."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator

import memcon
from memcon.core.brief import Moment
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.party import Party
from memcon.core.record import Record
from memcon.core.times import Time
from memcon.errors import UnknownIdError
from memcon.present.cli import run
from memcon.present.schema import schema
from tests.unit.present import ferry_accord, invented

Run = Callable[..., "Answer"]


@dataclass
class Asked:
    """A record file that gives what it was made of, and keeps what it was asked."""

    record_: Record
    documents_: Mapping[DocumentId, Document]
    moments: tuple[Moment, ...]
    questions: list[dict[str, Any]] = field(default_factory=list)  # Any: the arguments of a method

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def timeline(self, **question: Any) -> tuple[Moment, ...]:
        """The moments, unless a party is asked for."""
        self.questions.append(question)
        return () if question["party"] else self.moments

    def record(self, **_: object) -> Record:
        """The record."""
        return self.record_

    def documents(self, **_: object) -> tuple[Document, ...]:
        """Its documents."""
        return tuple(self.documents_.values())

    def times(self, documents: Iterable[str] = (), *, type: str | None = None, **_: object) -> tuple[Time, ...]:
        """The times of the invented reports."""
        wanted = {self._document(one).id for one in documents} or set(self.documents_)
        return tuple(
            time for time in invented.TIMES if time.anchor.document in wanted and (type is None or time.type == type)
        )

    def parties(self, **_: object) -> tuple[Party, ...]:
        """Nobody."""
        return ()

    def _document(self, path: str) -> Document:
        for document in self.documents_.values():
            if document.path == path:
                return document
        raise UnknownIdError(path)


@dataclass
class Answer:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        import json

        return json.loads(self.out)


@pytest.fixture
def ferry() -> Asked:
    """The record of the Ferry Accord."""
    return Asked(ferry_accord.record(), ferry_accord.by_id(), ferry_accord.moments())


@pytest.fixture
def talks() -> Asked:
    """The record of the harbour talks."""
    return Asked(invented.RECORD, invented.DOCUMENTS, invented.MOMENTS)


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a record."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def call(asked: Asked, *arguments: str) -> Answer:
        monkeypatch.setattr(memcon, "open", lambda path, *, create: asked)
        capfd.readouterr()
        code = run(arguments)
        printed = capfd.readouterr()
        return Answer(code, printed.out, printed.err)

    return call


def test_timeline_fits_its_schema(command: Run, ferry: Asked) -> None:
    """`timeline --json` is what its schema says, in the order of time."""
    answer = command(ferry, "timeline", "--json").json
    Draft202012Validator(schema("timeline")).validate(answer)
    assert [one["date"] for one in answer] == [moment.date.iso for moment in ferry.moments]


def test_what_the_timeline_is_asked_for(command: Run, ferry: Asked) -> None:
    """Dates, a party, words and the shared date are handed on as they were given."""
    arguments = ("--from", "2031-05", "--to", "2031-06-01", "--issue", "eastern quay", "--as-of", "2031-05-08")
    assert command(ferry, "timeline", *arguments).code == 0
    assert command(ferry, "timeline", "--party", "Torval").code == 0
    first, second = ferry.questions
    assert {name: str(value) for name, value in first.items() if value} == {
        "since": "2031-05",
        "until": "2031-06-01",
        "about": "eastern quay",
        "as_of": "2031-05-08",
    }
    assert second["party"] == "Torval"


@pytest.mark.parametrize("option", ["--from", "--to"])
def test_a_date_that_is_none(command: Run, ferry: Asked, option: str) -> None:
    """A date that is not written as dates are is refused with how they are written."""
    answer = command(ferry, "timeline", option, "next week")
    assert answer.code == 2
    assert "'next week' is not a date like 2031, 2031-05" in answer.err


def test_a_party_that_nobody_is(command: Run, talks: Asked) -> None:
    """Where a party has no such name, names like it are offered; as JSON that is an empty list."""
    assert command(talks, "timeline", "--party", "Tomsa").out == "Nothing dated matches. Did you mean Tomas Orrin?\n"
    assert command(talks, "timeline", "--party", "Tomsa", "--json").json == []


def test_the_calendar_file(command: Run, ferry: Asked) -> None:
    """`--ics` writes the file, says where and what could not enter it, and prints no view beside it."""
    answer = command(ferry, "timeline", "--ics", "ahead.ics")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == (
        "Wrote ahead.ics\n4 more are ahead, but dated to the month or the year only, so not in the calendar.\n"
    )
    written = Path("ahead.ics").read_bytes()
    assert len(Calendar.from_ical(written).walk("VEVENT")) == 9
    assert written.count(b"\n") == written.count(b"\r\n")
    again = command(ferry, "--quiet", "timeline", "--ics", "ahead.ics", "--json")
    assert (again.err, len(again.json)) == ("", 40)
    assert Path("ahead.ics").read_bytes() == written


def test_times_of_all_documents_and_of_one(command: Run, talks: Asked) -> None:
    """`times` lists every expression; a document's name, or a type, chooses; the answer fits its schema."""
    every = command(talks, "times", "--json").json
    Draft202012Validator(schema("times")).validate(every)
    assert {one["text"] for one in every} == {"nearly two hours", "soon", "the dinner", "nearly"}
    wire = command(talks, "times", "wire.txt", "wire.txt", "--json").json
    assert [one["text"] for one in wire] == ["nearly two hours", "soon"]
    assert [one["text"] for one in command(talks, "times", "--type", "set", "--json").json] == ["nearly"]
    assert "Nothing says when that is." in command(talks, "times", "wire.txt").out
    assert command(talks, "times", "wire.txt", "--type", "set").out == "No expression of time matches.\n"


def test_times_of_what_is_no_document(command: Run, talks: Asked) -> None:
    """A name that no document has is an error in words."""
    missing = command(talks, "times", "nowhere.txt")
    assert missing.code == 1
    assert "'nowhere.txt'" in missing.err
