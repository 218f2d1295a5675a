"""A JSON object -> content: a plain record with a text, or an agency's item in IPTC ninjs."""

import re
from collections.abc import Mapping
from typing import Any

from memcon.ingest.content import Content, joined, under_title
from memcon.ingest.fault import Fault
from memcon.ingest.formats.encoding import storable
from memcon.ingest.formats.ninjs import is_ninjs, plain_fields
from memcon.ingest.html.extractor import Extractor
from memcon.ingest.metadata import stated

MEDIA_TYPE = "application/json"

_BODY = ("text", "body", "content")
_HTML = re.compile(r"</(?:p|div|span|h\d)>|<(?:p|div)[ >]|<br ?/?>", re.IGNORECASE)


def read_object(value: Any, *, extractor: Extractor) -> Content | Fault:
    """The report a JSON value holds."""
    if not isinstance(value, dict):
        return Fault("format", "It is not a JSON object with a text, so there is no report in it.")
    fields = {str(key).lower(): item for key, item in value.items()}
    faults: tuple[Fault, ...] = ()
    if is_ninjs(fields):
        fields, faults = plain_fields(fields)
    body = _body(fields, extractor)
    if isinstance(body, Fault):
        return body
    text, reader = body
    metadata, wrong = stated(fields, origin="markup")
    title = next((datum.value for datum in metadata if datum.field == "title"), None)
    return Content(
        text=under_title(title, text),
        media_type=MEDIA_TYPE,
        title=title,
        metadata=metadata,
        reader=reader,
        faults=(*faults, *wrong),
    )


def _body(fields: Mapping[str, Any], extractor: Extractor) -> tuple[str, str] | Fault:
    """The text below the title, and the library that made it, if one did."""
    value = next((fields[key] for key in _BODY if fields.get(key)), None)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = joined(value)
    if not isinstance(value, str) or not value.strip():
        return Fault("empty", "It has no text: none of the keys text, body and content holds any.")
    text = storable(value)
    if not _HTML.search(text):
        return text, ""
    extracted = extractor.fragment(text)
    if isinstance(extracted, Fault):
        return extracted
    if not extracted.text.strip():
        return Fault("empty", "There is no text in its HTML.")
    return extracted.text, extracted.reader
