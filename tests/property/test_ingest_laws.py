"""Laws of ingest, for any bytes and any text."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.core.document import Received
from memcon.core.problem import Problem
from memcon.ingest import Extractor, Source, read
from memcon.ingest.zones import partition

LINES = st.sampled_from([
    "Home » World", "By TOMAS HALE", "BRENNA (NWA) — The ministers met on Tuesday.", "(END)", "Source: NWA", "# Talks end",
    "4 May 2031", "- Advertisement -", "Related stories", "About the author", "“A door left open”", "Photo: Jon Dale/NWA",
    "The two sides agreed to speak again about the lake before the end of the month.", "MARN: Yes.", "* item", "___", "",
    "Tomas Orrin in Brenna. (Photo by Jon Dale/NWA) The talks went on for two hours on Tuesday.", "(LEAD) Talks end today",
])  # fmt: skip
PAGES = st.lists(LINES | st.text(max_size=40), max_size=30).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\u2028"]).map(lambda between: between.join(lines))
)


@pytest.fixture(scope="module")
def extractor() -> Iterator[Extractor]:
    """One child for all examples."""
    with Extractor(seconds=5) as held:
        yield held


@given(st.text() | PAGES)
def test_zones_partition_any_text(text: str) -> None:
    """Zones are sorted and disjoint, begin and end with something, and leave out nothing but white space."""
    position = 0
    for zone in partition(text):
        assert position <= zone.start < zone.end <= len(text)
        assert not text[position : zone.start].strip()
        assert text[zone.start : zone.end].strip() == text[zone.start : zone.end]
        position = zone.end
    assert not text[position:].strip()


def read_bytes(raw: bytes, name: str, folder: Path, extractor: Extractor) -> list[Received | Problem]:
    """What a file of these bytes is read as."""
    path = folder / name
    path.write_bytes(raw)
    return list(read(Source(name, path), extractor=extractor))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary() | PAGES.map(str.encode), name=st.sampled_from(["a.txt", "a.md", "a.json", "a.jsonl", "a"]))
def test_any_bytes_give_a_document_or_a_problem(raw: bytes, name: str, tmp_path: Path, extractor: Extractor) -> None:
    """No file raises, a file is never passed over in silence, and reading it twice gives equal values."""
    results = read_bytes(raw, name, tmp_path, extractor)
    assert results
    assert all(isinstance(result, Received | Problem) for result in results)
    assert results == read_bytes(raw, name, tmp_path, extractor)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(raw=st.binary(max_size=200) | st.text("<>/ap='\"!-&;é \n", max_size=200).map(str.encode))
def test_any_page_gives_a_document_or_a_problem(raw: bytes, tmp_path: Path, extractor: Extractor) -> None:
    """No HTML page raises or goes unreported."""
    results = read_bytes(b"<!doctype html><p>" + raw, "a.html", tmp_path, extractor)
    assert results
    assert all(isinstance(result, Received | Problem) for result in results)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\ufeff"), max_size=300))
def test_plain_text_is_kept_as_received(text: str, tmp_path: Path, extractor: Extractor) -> None:
    """A plain file's text is its strict UTF-8 decoding, line ends and all; only NUL is replaced."""
    raw = ("Notes on the lake:\n" + text).encode()
    for result in read_bytes(raw, "a.txt", tmp_path, extractor):
        if isinstance(result, Received):
            assert result.document.text == raw.decode().replace("\0", "\ufffd")
            assert result.raw == raw


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["text", "title", "bodies", "value", "headlines", "date", "source", "role", "language", "by"]), inner
    ),
    max_leaves=12,
))  # fmt: skip
def test_any_json_line_gives_a_document_or_a_problem(value: object, extractor: Extractor) -> None:
    """Whatever shape a JSON value has, its line is accounted for."""
    stream = io.BytesIO(json.dumps(value).encode() + b"\n")
    results = list(read(Source("-", None), stdin=stream, extractor=extractor))
    assert results
