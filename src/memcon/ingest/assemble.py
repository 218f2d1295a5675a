"""Content -> document: identity, zones, and every reading of its metadata."""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from memcon.core.document import Arrival, Document, Metadatum, Zone, metadatum_order
from memcon.core.ids import DocumentId, digest
from memcon.ingest.content import Content
from memcon.ingest.zones import inferred, issuer, partition

READER = "1"  # raised whenever the same bytes would give a different text

_DETECTABLE_WORDS = 20  # below, detection is a guess
_DETECTABLE_LETTERS = 60  # the same for scripts that do not separate words
_DETECTED_FROM = 1_500  # code points of body; more does not change the answer
_HEADING = re.compile(r"(?:#{1,6}\s+|\*\*|__)(?P<title>\S.*?)(?:\s+#+|\*\*|__)?")


def document(raw: bytes, content: Content, *, encoding: str, path: str, metadata: Sequence[Metadatum] = ()) -> Document:
    """The document that these bytes, read as this content, are.

    Args:
        path: Empty for what came through a pipe.
        metadata: What is stated outside the bytes.
    """
    blob = sha256(raw).hexdigest()
    zones = partition(content.text, title=content.title, start=content.opened)
    read = {
        *metadata,
        *content.metadata,
        *inferred(content.text, zones),
        *issuer(content.text, zones),
        *_heading(content, zones),
        *_language(content.text, zones),
    }
    return Document(
        id=DocumentId(digest(blob, content.media_type, f"{READER} {content.reader}".strip())),
        blob=blob,
        media_type=content.media_type,
        encoding=encoding,
        text=content.text,
        zones=zones,
        metadata=tuple(sorted(read, key=metadatum_order)),
        arrivals=(Arrival("" if path.partition(":")[0] == "-" else path),),
    )


def _heading(content: Content, zones: Sequence[Zone]) -> Iterator[Metadatum]:
    """The title without Markdown's marks, where the headline has some."""
    if content.media_type != "text/markdown":
        return
    for zone in zones:
        if zone.kind == "headline" and (match := _HEADING.fullmatch(content.text[zone.start : zone.end])):
            start, end = match.span("title")
            yield Metadatum("title", match["title"], "text", zone.start + start, zone.start + end)


def _language(text: str, zones: Sequence[Zone]) -> Iterator[Metadatum]:
    body = " ".join(text[zone.start : zone.end] for zone in zones if zone.kind == "body")[:_DETECTED_FROM]
    if len(body.split()) < _DETECTABLE_WORDS and sum(letter > "\u2e7f" for letter in body) < _DETECTABLE_LETTERS:
        return
    import py3langid  # loads its model on first use: half a second and 100 MB

    language = str(py3langid.classify(body)[0])
    if language != "zxx":  # its code for text that is not language
        yield Metadatum("language", language, "detected")
