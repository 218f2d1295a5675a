"""A source -> the documents in it, each with its bytes; a problem for each that could not be read.

Files are looked at before they are read, so that a huge or binary one costs nothing. A JSONL file or standard input
is read line by line, and its size does not matter. The same bytes always give equal documents: nothing is taken from
the clock, from file times or from the machine.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from memcon.core.document import Field, Metadatum, Received
from memcon.core.problem import Problem
from memcon.ingest.assemble import document
from memcon.ingest.content import Content, under_title
from memcon.ingest.fault import Fault
from memcon.ingest.find import Source
from memcon.ingest.formats.encoding import Decoded, decode
from memcon.ingest.formats.objects import read_object
from memcon.ingest.formats.plain import read_plain
from memcon.ingest.formats.sniff import HEAD, Format, sniff
from memcon.ingest.html.extractor import Extractor
from memcon.ingest.limits import Limits
from memcon.ingest.metadata import given_metadata, sidecar_metadata, stated

_NOTHING: Mapping[Field, str] = MappingProxyType({})
_LIMITS = Limits()
_SIDECAR_LIMIT = 1_000_000  # bytes
_EMPTY = Fault("empty", "There is no text in it.")


def read(
    source: Source,
    *,
    given: Mapping[Field, str] = _NOTHING,
    stdin: BinaryIO | None = None,
    limits: Limits = _LIMITS,
    extractor: Extractor,
) -> Iterator[Received | Problem]:
    """The documents of one source.

    Args:
        given: Metadata the caller states; it is trusted before all other.
        stdin: JSONL, for the source `-`.
        extractor: Reads HTML; its child is started when the first page comes.

    Raises:
        InvalidDateError: A date in `given` is none.
        ValueError: The source is standard input, and there is no `stdin`.
    """
    metadata = given_metadata(given)
    if source.location is None:
        if stdin is None:
            raise ValueError("Reading standard input needs `stdin`.")
        yield from _lines(stdin, "-", metadata, limits, extractor)
        return
    beside, faults = _sidecar(source.sidecar)
    for fault in faults:
        yield fault.at(source.path)
    try:
        with source.location.open("rb") as file:
            yield from _file(file, source.path, (*metadata, *beside), limits, extractor)
    except OSError as error:
        yield Fault("unreadable", f"The system cannot read it: {error.strerror or error}.").at(source.path)


def _file(
    file: BinaryIO, path: str, metadata: tuple[Metadatum, ...], limits: Limits, extractor: Extractor
) -> Iterator[Received | Problem]:
    head = file.read(HEAD)
    form = sniff(head, path)
    if isinstance(form, Fault):
        yield form.at(path)
        return
    file.seek(0)
    if form == "jsonl":
        yield from _lines(file, path, metadata, limits, extractor)
        return
    allowed = limits.html if form == "html" else limits.text
    size = os.fstat(file.fileno()).st_size
    raw = file.read(allowed + 1) if size <= allowed else b""
    if size > allowed or len(raw) > allowed:
        yield _too_large(max(size, len(raw)), allowed, form).at(path)
    elif form == "json":
        yield from _json(raw, path, metadata, extractor)
    else:
        yield from _received(raw, path, metadata, _content(raw, form, extractor))


def _content(raw: bytes, form: Format, extractor: Extractor) -> tuple[Content | Fault, str]:
    """What one file of text or HTML says, and how it was decoded."""
    decoded = decode(raw, markup=form == "html")
    if isinstance(decoded, Fault):
        return decoded, ""
    if not decoded.text.strip():
        return _EMPTY, ""
    if form == "html":
        return _page(decoded.text, extractor), decoded.decision
    return read_plain(decoded.text, markdown=form == "markdown"), decoded.decision


def _page(html: str, extractor: Extractor) -> Content | Fault:
    extracted = extractor.page(html)
    if isinstance(extracted, Fault):
        return extracted
    metadata, faults = stated(extracted.metadata, origin="markup")
    title = next((datum.value for datum in metadata if datum.field == "title"), None)
    return Content(
        text=under_title(title, extracted.text),
        media_type="text/html",
        title=title,
        metadata=metadata,
        reader=extracted.reader,
        faults=faults,
    )


def _json(raw: bytes, path: str, metadata: tuple[Metadatum, ...], extractor: Extractor) -> Iterator[Received | Problem]:
    """One object, or an array of them; the item `n` of an array is `path:n`."""
    decoded = decode(raw)
    if isinstance(decoded, Fault):
        yield decoded.at(path)
        return
    text = decoded.text.strip()
    if not text:
        yield _EMPTY.at(path)
    elif text[0] != "[":
        yield from _object(raw, path, decoded, metadata, extractor)
    else:
        for number, item in enumerate(_items(text), 1):
            place = f"{path}:{number}"
            if isinstance(item, Fault):
                yield item.at(place)
            else:
                yield from _object(item.encode(), place, replace(decoded, text=item), metadata, extractor)


def _items(text: str) -> Iterator[str | Fault]:
    """The members of an array, each as it is written."""
    decoder, position = json.JSONDecoder(), _past(text, 1)
    while position < len(text) and text[position] != "]":
        try:
            _, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            yield Fault("json", "The array is damaged here; the rest of the file was not read.")
            return
        yield text[position:end]
        position = _past(text, end)
        if text[position : position + 1] == ",":
            position = _past(text, position + 1)
    if position >= len(text):
        yield Fault("json", "The array is not closed, so reports may be missing at its end.")


def _past(text: str, position: int) -> int:
    while position < len(text) and text[position] in " \t\r\n":
        position += 1
    return position


def _lines(
    stream: BinaryIO, path: str, metadata: tuple[Metadatum, ...], limits: Limits, extractor: Extractor
) -> Iterator[Received | Problem]:
    """One report per line, in constant memory; line `n` of a file is `path:n`."""
    number, empty = 0, True
    while line := stream.readline(limits.text + 1):
        number += 1
        place = f"{path}:{number}"
        raw = line.rstrip(b"\r\n")
        if not raw.strip():
            continue
        empty = False
        if len(line) > limits.text and not line.endswith(b"\n"):
            size = len(line) + sum(map(len, _rest_of_line(stream)))
            yield _too_large(size, limits.text, "jsonl").at(place)
            continue
        decoded = decode(raw)
        if isinstance(decoded, Fault):
            yield decoded.at(place)
        else:
            yield from _object(raw, place, decoded, metadata, extractor)
    if empty:
        yield _EMPTY.at(path)


def _rest_of_line(stream: BinaryIO) -> Iterable[bytes]:
    while more := stream.readline(1 << 20):
        yield more
        if more.endswith(b"\n"):
            return


def _object(
    raw: bytes, path: str, decoded: Decoded, metadata: tuple[Metadatum, ...], extractor: Extractor
) -> Iterator[Received | Problem]:
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError):
        yield Fault("json", "It is not valid JSON; it may be cut off.").at(path)
        return
    yield from _received(raw, path, metadata, (read_object(value, extractor=extractor), decoded.decision))


def _received(
    raw: bytes, path: str, metadata: tuple[Metadatum, ...], result: tuple[Content | Fault, str]
) -> Iterator[Received | Problem]:
    content, encoding = result
    if isinstance(content, Fault):
        yield content.at(path)
        return
    for fault in content.faults:
        yield fault.at(path)
    yield Received(document(raw, content, encoding=encoding, path=path, metadata=metadata), raw)


def _sidecar(location: Path | None) -> tuple[tuple[Metadatum, ...], tuple[Fault, ...]]:
    if location is None:
        return (), ()
    try:
        with location.open("rb") as file:
            raw = file.read(_SIDECAR_LIMIT + 1)
    except OSError as error:
        return (), (Fault("metadata", f"Its sidecar file cannot be read: {error.strerror or error}."),)
    if len(raw) > _SIDECAR_LIMIT:
        return (), (Fault("metadata", "Its sidecar file is too large to be one, and was left out."),)
    return sidecar_metadata(raw)


def _too_large(size: int, allowed: int, form: Format) -> Fault:
    what = {"html": "an HTML page", "jsonl": "one line"}.get(form, "one file")
    return Fault(
        "too-large",
        f"It has {size / 1e6:.1f} MB; {what} may have {allowed / 1e6:g} MB. Split it, or write it as JSONL.",
    )
