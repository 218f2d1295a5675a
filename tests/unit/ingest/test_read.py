"""Files in, documents out."""

import io
import json
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from memcon.core.document import Received
from memcon.core.problem import Problem
from memcon.errors import InvalidDateError
from memcon.ingest import Extractor, Limits, Source, read
from tests.unit.ingest.conftest import Reading

Reader = Callable[..., Reading]

BODY = (
    "Foreign Secretary Tomas Orrin met Deputy Premier Ilse Marn for nearly two hours on Tuesday, and both of them "
    "called the talks about the lake useful."
)


def test_text_is_kept_as_received(reading: Reader) -> None:
    """Line ends, white space and zero-width characters stay; a byte order mark goes, being the encoding's own."""
    text = "Talks end\r\n\r\n  Orrin\u200b met  Marn.\r\n"
    [document], problems = reading(a__txt=b"\xef\xbb\xbf" + text.encode())
    assert (document.text, document.encoding, problems) == (text, "utf-8 (byte order mark)", [])


def test_what_no_database_can_store_is_replaced(reading: Reader) -> None:
    """NUL and lone surrogates become U+FFFD, one for one, so that positions stay."""
    [text], _ = reading(a__txt=b"Orrin\0met Marn in Brenna.")
    assert text.text == "Orrin\ufffdmet Marn in Brenna."
    [_, line], _ = reading(b__jsonl='{"text": "Orrin \\ud800 met Marn."}')
    assert line.text == "Orrin \ufffd met Marn."


def test_equal_bytes_are_one_document(reading: Reader) -> None:
    """The same bytes under two names have one identity; another text has another."""
    (one, same, other), _ = reading(a__txt=BODY, b__txt=BODY, c__txt=BODY + " ")
    assert one.id == same.id != other.id
    assert one.blob == same.blob


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"), (b" \r\n\t", "empty"), (b"%PDF-1.7 ...", "binary"), (b"PK\x03\x04" + b"x" * 50, "binary"),
        (bytes(range(256)) * 8, "binary"), (b"\x89PNG\r\n", "binary"), (b"\xef\xbb\xbf\n", "empty"),
        (b"<?xml version='1.0'?><newsItem/>", "format"), (b"\xff\xfeO\0r\0r", "encoding"),
    ],
)  # fmt: skip
def test_what_is_refused(reading: Reader, content: bytes, reason: str) -> None:
    """A file that holds no text is a problem with its path, a code, and a sentence."""
    documents, [problem] = reading(a__txt=content)
    assert not documents
    assert (problem.stage, problem.reason) == ("read", reason)
    assert problem.path.endswith("a.txt")
    assert problem.detail.endswith(".")


def test_a_huge_file_is_refused_unread(tmp_path: Path, extractor: Extractor) -> None:
    """A text of 50 MB is refused by its size, in no time and without being read."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.write(b"Orrin met Marn. " * 10_000)
        file.truncate(50_000_000)
    tracemalloc.start()
    [problem] = read(Source("huge.txt", path), extractor=extractor)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(problem, Problem)
    assert problem.reason == "too-large"
    assert peak < 2_000_000


@pytest.mark.parametrize(
    ("codec", "decision"),
    [("utf-16", "utf-16-le (byte order mark)"), ("utf-8", "utf-8"), ("utf-8-sig", "utf-8 (byte order mark)")],
)
def test_encodings(reading: Reader, codec: str, decision: str) -> None:
    """Bytes are decoded by their mark, else as UTF-8; the document says which."""
    text = "Ministr přijel v úterý do Brenny"
    [document], _ = reading(a__txt=text.encode(codec))
    assert (document.text, document.encoding) == (text, decision)


def test_cyrillic_without_a_mark(reading: Reader) -> None:
    """Text in windows-1251 without any declaration is recognised."""
    text = "Министр иностранных дел встретился в столице с заместителем премьера и назвал переговоры полезными. " * 3
    [document], _ = reading(a__txt=text.encode("cp1251"))
    assert (document.text, document.encoding) == (text, "windows-1251 (detected)")


def test_mojibake_is_kept(reading: Reader) -> None:
    """Text that somebody else decoded wrongly is text as received."""
    [document], _ = reading(a__txt="Orrin said it was â€œusefulâ€ to meet.")
    assert document.text == "Orrin said it was â€œusefulâ€ to meet."


def test_utf8_with_a_damaged_character(reading: Reader) -> None:
    """UTF-8 cut in the middle of a character is still UTF-8, and the decision says what was replaced."""
    [document], _ = reading(
        a__txt=("Přijel ministr z Hněvkova, říční loďstvo čeká. " * 3).encode()[:-1] + "ě".encode()[:1]
    )
    assert document.text.startswith("Přijel ministr")
    assert document.encoding == "utf-8 (1 bad sequences replaced)"


def test_front_matter(reading: Reader) -> None:
    """Markdown front matter is metadata and furniture; the text is kept whole."""
    text = f"---\ntitle: Talks end\nsource: Northern Wire\ndate: 2031-05-04\nlang: en-GB\ntags: [lake]\n---\n# Talks end\n\n{BODY}\n"
    [document], problems = reading(a__md=text)
    assert not problems
    assert document.text == text
    assert (document.title, document.outlet, str(document.published)) == ("Talks end", "Northern Wire", "2031-05-04")
    assert [zone.kind for zone in document.zones] == ["furniture", "headline", "body"]
    stated = document.read("language")
    assert stated is not None
    assert (stated.value, stated.origin) == ("en", "markup")


def test_faulty_front_matter(reading: Reader) -> None:
    """Front matter that is not YAML is reported, and the report is read."""
    [document], [problem] = reading(a__md=f"---\ntitle: [unclosed\n---\n{BODY}")
    assert problem.reason == "metadata"
    assert BODY in document.text


def test_a_markdown_title_without_its_marks(reading: Reader) -> None:
    """A Markdown heading is the title without the sign that makes it one."""
    [document], _ = reading(a__md=f"# Talks end\n\n{BODY}\n")
    assert document.title == "Talks end"


def test_sidecar(reading: Reader) -> None:
    """A sidecar file states what the text does not."""
    sidecar = {
        "title": "Talks end",
        "outlet": "Northern Wire",
        "published": "4 May 2031 16:30 UTC",
        "url": "https://nwa.example/1",
        "x": 1,
    }
    [document], problems = reading(a__txt=BODY, a__meta__json=json.dumps(sidecar))
    assert not problems
    assert (document.title, document.outlet, str(document.published)) == (
        "Talks end",
        "Northern Wire",
        "2031-05-04T16:30+00:00",
    )
    assert {datum.origin for datum in document.metadata} == {"sidecar", "detected"}


@pytest.mark.parametrize(
    "sidecar",
    ["{", "[]", '{"published": "last week"}', '{"published": "2031-02-30"}', '{"title": {"a": 1}}', '{"date": 12.5}'],
)
def test_a_faulty_sidecar(reading: Reader, sidecar: str) -> None:
    """A sidecar that cannot be used is reported, and the report is read without it."""
    [document], [problem] = reading(a__txt=BODY, a__txt__meta__json=sidecar)
    assert (document.text, problem.reason) == (BODY, "metadata")
    assert "sidecar" in problem.detail


def test_given_metadata_is_trusted_most(tmp_path: Path, extractor: Extractor) -> None:
    """What the caller states comes first, and the other readings stay beside it."""
    path = tmp_path / "a.txt"
    path.write_text(f"Talks end\nPublished: 5 May 2031\n{BODY}\n{BODY}")
    [received] = read(Source("a.txt", path), given={"published": "2031-05-04"}, extractor=extractor)
    assert isinstance(received, Received)
    document = received.document
    assert str(document.published) == "2031-05-04"
    assert [(d.value, d.origin) for d in document.metadata if d.field == "published"] == [
        ("2031-05-04", "given"),
        ("2031-05-05", "text"),
    ]


def test_a_given_date_that_is_none(tmp_path: Path, extractor: Extractor) -> None:
    """A date that the caller gives wrongly is the caller's mistake, and raises."""
    (tmp_path / "a.txt").write_text(BODY)
    with pytest.raises(InvalidDateError):
        list(read(Source("a.txt", tmp_path / "a.txt"), given={"published": "4 May"}, extractor=extractor))


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Published: 4 May 2031", "published", "2031-05-04"),
        ("Posted on May 4th, 2031 at 4:05 pm", "published", "2031-05-04T16:05"),
        ("Posted on 4 May 2031 at 07:12 | Brenna Online", "published", "2031-05-04T07:12"),
        ("4 May 2031", "published", "2031-05-04"),
        ("2031-05-04 14:05 UTC", "published", "2031-05-04T14:05+00:00"),
        ("Last updated: Sunday, 4 May 2031 18:20 (GMT+8)", "updated", "2031-05-04T18:20+08:00"),
        ("BRENNA, May 4, 2031 (NWA) — The ministers met on Tuesday in the Hall of States.", "published", "2031-05-04"),
    ],
)
def test_dates_inferred_from_the_text(reading: Reader, line: str, field: str, value: str) -> None:
    """A date is taken from where a publisher puts one, with the place where it stands."""
    [document], _ = reading(a__txt=f"Orrin and Marn agree to talk\n{line}\n{BODY}\n{BODY}")
    [datum] = [
        datum for datum in document.metadata if datum.origin == "text" and datum.field in {"published", "updated"}
    ]
    assert (datum.field, datum.value) == (field, value)
    assert datum.start is not None
    assert document.text[datum.start : datum.end] in line


@pytest.mark.parametrize(
    "line",
    [
        "Tomas Orrin arrives in Brenna, May 4, 2031.", "Ilse Marn in Brenna on May 4, 2031. (Photo: Jon Dale/NWA)",
        "The two of them last met on May 4, 2031.", "Published: 4 May", "BRENNA, May 4 (NWA) — The ministers met on Tuesday.",
        "04/05/2031",
    ],
)  # fmt: skip
def test_dates_that_say_nothing_about_publication(reading: Reader, line: str) -> None:
    """A picture's date, the report's own dates and dates without a year give no date of publication."""
    [document], _ = reading(a__txt=f"Orrin and Marn agree to talk\n{line}\n{BODY}\n{BODY}")
    assert document.published is None


def test_language(reading: Reader) -> None:
    """The body's language is detected from twenty words on."""
    [document], _ = reading(a__txt=BODY)
    [datum] = document.metadata
    assert (datum.field, datum.value, datum.origin) == ("language", "en", "detected")
    [_, short], _ = reading(b__txt="Orrin met Marn.")
    assert not short.metadata


def test_jsonl(reading: Reader) -> None:
    """Each line is a report under its usual keys; a bad or cut line is a problem with its number, the rest is read."""
    lines = [
        {
            "id": "1",
            "kind": "news",
            "title": "Talks end",
            "text": BODY,
            "source": "Northern Wire",
            "date": "2031-05-04",
            "lang": "en",
        },
        {
            "headline": "Talks end",
            "body": f"Talks end\n\n{BODY}",
            "publisher": {"name": "Halyard"},
            "link": "https://h.example",
        },
        {"content": BODY, "published": "soon"},
        {"title": "Talks end"},
    ]
    raw = [json.dumps(line).encode() for line in lines]
    documents, problems = reading(
        a__jsonl=b"\n".join([raw[0], b"", b'{"text": ', raw[1], b"nonsense", raw[2], raw[3], raw[0][:60]])
    )
    assert [document.text for document in documents] == [f"Talks end\n\n{BODY}", f"Talks end\n\n{BODY}", BODY]
    assert [document.outlet for document in documents] == ["Northern Wire", "Halyard", None]
    assert [document.path and document.path[-9:] for document in documents] == ["a.jsonl:1", "a.jsonl:4", "a.jsonl:6"]
    assert [(problem.path[-2:], problem.reason) for problem in problems] == [
        (":3", "json"), (":5", "json"), (":6", "metadata"), (":7", "empty"), (":8", "json"),
    ]  # fmt: skip


def test_standard_input(extractor: Extractor) -> None:
    """What comes through a pipe is JSONL; its documents have no path, its problems have the line."""
    stream = io.BytesIO(b'{"text": "Orrin met Marn."}\nnonsense\n')
    received, problem = read(Source("-", None), stdin=stream, extractor=extractor)
    assert isinstance(received, Received)
    assert received.document.path is None
    assert received.raw == b'{"text": "Orrin met Marn."}'
    assert (problem.path, problem.reason) == ("-:2", "json") if isinstance(problem, Problem) else False


class Endless(io.RawIOBase):
    """A stream of many lines that never exist all at once."""

    def __init__(self, line: bytes, count: int) -> None:
        self.lines: Iterator[bytes] = (line for _ in range(count))
        self.rest = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Some more bytes."""
        self.rest = self.rest or next(self.lines, b"")
        view = memoryview(buffer).cast("B")
        part, self.rest = self.rest[: len(view)], self.rest[len(view) :]
        view[: len(part)] = part
        return len(part)


def test_jsonl_takes_constant_memory(extractor: Extractor) -> None:
    """A stream of 30 MB is read in a small part of that, and a line beyond the limit is a problem of its own."""
    line = json.dumps({"text": "Orrin met Marn. ", "pad": "x" * 30_000}).encode() + b"\n"
    stream = io.BufferedReader(Endless(line, 1_000))
    tracemalloc.start()
    count = sum(isinstance(item, Received) for item in read(Source("-", None), stdin=stream, extractor=extractor))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (count, peak < 3_000_000) == (1_000, True)
    stream = io.BufferedReader(Endless(b"x" * 1_000, 500))
    [problem] = read(Source("-", None), stdin=stream, limits=Limits(text=100_000), extractor=extractor)
    assert isinstance(problem, Problem)
    assert problem.reason == "too-large"


def test_a_json_array(reading: Reader) -> None:
    """The members of an array are reports, with the bytes they would have on a line of their own."""
    member = json.dumps({"title": "Talks end", "text": BODY})
    documents, problems = reading(a__json=f"[{member},\n 7, {member}]", b__jsonl=member)
    assert [problem.path[-8:] for problem in problems] == ["a.json:2"]
    assert len({document.id for document in documents}) == 1
    assert [(document.path or "")[-8:] for document in documents] == ["a.json:1", "a.json:3", ".jsonl:1"]


def test_a_damaged_array(reading: Reader) -> None:
    """What stands before the damage is read, and the damage is reported."""
    documents, [problem] = reading(a__json=f'[{{"text": "{BODY}"}}, {{"text": "cut')
    assert len(documents) == 1
    assert (problem.path[-8:], problem.reason) == ("a.json:2", "json")


def test_deep_json_is_no_accident(reading: Reader) -> None:
    """JSON nested beyond reason is a problem, not a crash."""
    _, problems = reading(a__json="[" * 200_000, b__jsonl='{"text": ' + "[" * 200_000, c__json='{"a":' * 100_000)
    assert {problem.reason for problem in problems} == {"json"}


NINJS_1 = {
    "uri": "https://nwa.example/1", "type": "text", "versioncreated": "2031-05-04T18:00:00Z", "firstcreated": "2031-05-04T16:30:00Z",
    "headline": "Talks end", "byline": "Jon Dale", "located": "Brenna", "language": "en", "body_text": BODY, "source": "NWA", "pubstatus": "usable",
}  # fmt: skip
NINJS_2 = {
    "uri": "https://nwa.example/1", "versioncreated": "2031-05-04T18:00:00Z", "firstcreated": "2031-05-04T16:30:00Z", "by": "Jon Dale",
    "headlines": [{"role": "short", "value": "End"}, {"role": "main", "value": "Talks end"}], "language": "en-GB",
    "bodies": [{"role": "summary", "contenttype": "text/plain", "value": "Short."}, {"role": "main", "contenttype": "text/plain", "value": BODY}],
    "provider": {"name": "NWA"},
}  # fmt: skip
NINJS_3 = {
    "uri": "https://nwa.example/1", "versionCreated": "2031-05-04T18:00:00Z", "firstCreated": "2031-05-04T16:30:00Z", "by": "Jon Dale",
    "headlines": [{"role": "main", "contentType": "text/plain", "value": "Talks end"}], "language": "en",
    "bodies": [
        {"role": "main", "contentType": "text/html", "value": f"<p>{BODY}</p>"},
        {"role": "main", "contentType": "text/plain", "value": BODY},
    ],
    "infoSources": [{"name": "NWA", "role": "originated"}], "pubStatus": "usable",
}  # fmt: skip


@pytest.mark.parametrize("item", [NINJS_1, NINJS_2, NINJS_3], ids=["ninjs 1", "ninjs 2", "ninjs 3"])
def test_ninjs(reading: Reader, item: dict[str, object]) -> None:
    """An agency's item is read alike from every version of IPTC ninjs."""
    [document], problems = reading(a__json=json.dumps(item, indent=1))
    assert not problems
    assert document.text == f"Talks end\n\n{BODY}"
    stated = {datum.field: datum.value for datum in document.metadata if datum.origin == "markup"}
    assert stated == {
        "title": "Talks end", "outlet": "NWA", "byline": "Jon Dale", "language": "en", "url": "https://nwa.example/1",
        "published": "2031-05-04T16:30+00:00", "updated": "2031-05-04T18:00+00:00",
    }  # fmt: skip


def test_ninjs_in_html(reading: Reader) -> None:
    """An item whose body is HTML is read without the tags."""
    [document], _ = reading(
        a__json=json.dumps({"headline": "Talks end", "body_html": f"<p>{BODY}</p><p>Marn &amp; Orrin left.</p>"})
    )
    assert "<p>" not in document.text
    assert document.text.startswith(f"Talks end\n\n{BODY}")
    assert document.text.endswith("Marn & Orrin left.")


def test_a_cancelled_item(reading: Reader) -> None:
    """An item that its sender has called back is read, and reported."""
    [_], [problem] = reading(a__json=json.dumps(NINJS_1 | {"pubstatus": "canceled"}))
    assert problem.reason == "withdrawn"


def test_content_decides_before_the_name(reading: Reader) -> None:
    """A page called .txt is HTML, lines of JSON called .txt are JSONL, text called .json is reported."""
    lines = "\n".join(json.dumps({"text": BODY, "n": n}) for n in range(2))
    documents, [problem] = reading(
        a__txt=f"<!DOCTYPE html><html><body><p>{BODY}</p></body></html>", b__txt=lines, c__json=BODY
    )
    assert [document.media_type for document in documents] == ["text/html", "application/json", "application/json"]
    assert problem.reason == "json"


def test_nothing_depends_on_the_clock(reading: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document read later, from a file with other times, is the same document."""
    before, _ = reading(a__txt=f"Talks end\nPublished: 4 May 2031\n{BODY}")
    monkeypatch.setattr(time, "time", lambda: 0.0)
    after, _ = reading(a__txt=f"Talks end\nPublished: 4 May 2031\n{BODY}")
    assert before == after
