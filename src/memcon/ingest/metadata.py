"""Stated fields -> metadata: one vocabulary of keys for sidecar files, front matter and JSON reports.

A value that cannot be one (a date that is none, a list of numbers) is reported and left out; the rest is kept.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from memcon.core.dates import PartialDate
from memcon.core.document import Field, Metadatum, Origin
from memcon.errors import InvalidDateError
from memcon.ingest.dates import stated_date
from memcon.ingest.fault import Fault
from memcon.ingest.formats.encoding import storable

KEYS: Mapping[Field, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher"),
    "url": ("url", "link"),
    "byline": ("byline", "author"),
    "published": ("published", "date"),
    "updated": ("updated",),
    "retrieved": ("retrieved",),
    "language": ("language", "lang"),
}
DATES = frozenset[Field]({"published", "updated", "retrieved"})
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][\w-]*)?")
_LONGEST = 2_000  # code points of a value; more is a mistake in the file


def stated(fields: Mapping[str, object], *, origin: Origin) -> tuple[tuple[Metadatum, ...], tuple[Fault, ...]]:
    """What these fields state, and what is wrong with them; unknown keys say nothing."""
    metadata, faults = list[Metadatum](), list[Fault]()
    for field, keys in KEYS.items():
        key = next((key for key in keys if _given(fields.get(key))), None)
        if key is None:
            continue
        value = metadatum(field, fields[key], origin=origin)
        if isinstance(value, Fault):
            faults.append(value)
        else:
            metadata.append(value)
    return tuple(metadata), tuple(faults)


def metadatum(field: Field, value: object, *, origin: Origin) -> Metadatum | Fault:
    """One stated value, in the form it is stored in."""
    text = _text(value)
    if text is None:
        return Fault("metadata", f"Its {field} is not text, and was left out.")
    if field in DATES:
        try:
            return Metadatum(field, str(stated_date(text)), origin)
        except InvalidDateError:
            return Fault(
                "metadata", f"Its {field} date {text[:60]!r} is not a date memcon understands, and was left out."
            )
    if field == "language":
        match = _LANGUAGE.fullmatch(text)
        if match is None:
            return Fault("metadata", f"Its language {text[:60]!r} is not a code such as en, and was left out.")
        return Metadatum(field, match[1].lower(), origin)
    return Metadatum(field, text, origin)


def given_metadata(given: Mapping[Field, str]) -> tuple[Metadatum, ...]:
    """What the caller states.

    Raises:
        InvalidDateError: A date is none. That is the caller's mistake, not the input's.
    """
    return tuple(
        Metadatum(field, str(PartialDate(value)) if field in DATES else storable(value), "given")
        for field, value in given.items()
    )


def sidecar_metadata(raw: bytes) -> tuple[tuple[Metadatum, ...], tuple[Fault, ...]]:
    """What a sidecar file states about the report beside it."""
    try:
        fields = json.loads(raw)
    except (ValueError, RecursionError):
        return (), (Fault("metadata", "Its sidecar file is not valid JSON and was left out."),)
    if not isinstance(fields, dict):
        return (), (Fault("metadata", "Its sidecar file is not a JSON object and was left out."),)
    metadata, faults = stated({key.lower(): value for key, value in fields.items()}, origin="sidecar")
    return metadata, tuple(map(partial(_in_sidecar), faults))


def named(value: Any) -> Any:
    """The name of a party that a format writes as an object: `{"name": "Northern Wire"}`."""
    return value.get("name") if isinstance(value, dict) else value


def _in_sidecar(fault: Fault) -> Fault:
    return Fault(fault.reason, f"In its sidecar file: {fault.detail[0].lower()}{fault.detail[1:]}")


def _given(value: object) -> bool:
    return value is not None and value not in ("", [], {})


def _text(value: object) -> str | None:
    value = named(value)
    if isinstance(value, list):
        return _joined(map(named, value))
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    text = " ".join(storable(str(value)).split())
    return text if 0 < len(text) <= _LONGEST else None


def _joined(values: Iterable[object]) -> str | None:
    parts = list(values)
    return ", ".join(map(str, parts))[:_LONGEST] if parts and all(isinstance(part, str) for part in parts) else None
