"""Core values as rows, and rows as core values.

Strings are stored without NUL and lone surrogates, which PostgreSQL and UTF-8 cannot hold; each becomes U+FFFD, so
that offsets stay. A row is read back only if its seal still fits, and only as the types say: a file from elsewhere
can carry wrong values, never code.
"""

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any, TypeVar

import msgspec

from memcon.core.annotation import Annotations, Statement
from memcon.core.annotation import Damage as DamageMark
from memcon.core.derivation import Comparison, Derivation, Family, Fingerprint
from memcon.core.discrepancy import Discrepancy, Link
from memcon.core.document import Document, metadatum_order
from memcon.core.entry import Entry
from memcon.core.ids import digest
from memcon.core.judgement import Judgement
from memcon.core.party import Party
from memcon.core.problem import Problem
from memcon.core.record import DocumentNote, Record
from memcon.core.variants import Variants
from memcon.store.faults import Damage

Row = dict[str, Any]  # what SQL holds: str, int, bytes or None

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_QUICK = 1  # of zlib's levels: a tenth of the size for a tenth of the time of making it
_PARTS: dict[str, Any] = {
    "documents": tuple[DocumentNote, ...],
    "families": tuple[Family, ...],
    "derivations": tuple[Derivation, ...],
    "parties": tuple[Party, ...],
    "statements": tuple[Statement, ...],
    "entries": tuple[Entry, ...],
    "problems": tuple[Problem, ...],
    "damage": tuple[DamageMark, ...],
    "discrepancies": tuple[Discrepancy, ...],
    "links": tuple[Link, ...],
    "variants": tuple[Variants, ...],
}
"""The parts of a record."""
_WHOLE: Any = tuple.__class_getitem__(tuple(_PARTS.values()))
_T = TypeVar("_T")
_Owned = TypeVar("_Owned", Annotations, Fingerprint)


def storable(text: str) -> str:
    """The text with U+FFFD for each character a database may refuse."""
    return _UNSTORABLE.sub("\ufffd", text)


def sealed(row: Row) -> Row:
    """The row with its seal."""
    return {**row, "seal": seal(row)}


def seal(row: Mapping[str, Any]) -> str:
    """Digest of every column but the seal itself; of types as well as values."""
    return digest(msgspec.json.encode(sorted((name, value) for name, value in row.items() if name != "seal")))


def intact(table: str, row: Mapping[str, Any]) -> Row:
    """The row without its seal.

    Raises:
        Damage: The seal does not fit.
    """
    if seal(row) != row["seal"]:
        raise Damage(table, next(iter(row.values())))
    return {name: value for name, value in row.items() if name != "seal"}


def blob_row(raw: bytes) -> Row:
    """Bytes as received, compressed where that helps."""
    packed = zlib.compress(raw)
    codec, data = ("zlib", packed) if len(packed) < len(raw) else ("raw", raw)
    return sealed({"sha256": sha256(raw).hexdigest(), "codec": codec, "size": len(raw), "data": data})


def blob_bytes(row: Mapping[str, Any]) -> bytes:
    """The bytes as received, proven by their hash.

    Raises:
        Damage: They are not those bytes.
    """
    kept = intact("blob", row)
    raw = kept["data"]
    if kept["codec"] == "zlib":
        try:
            # One byte more than promised shows a lie without unpacking all of it.
            raw = zlib.decompressobj().decompress(raw, kept["size"] + 1)
        except (zlib.error, TypeError, ValueError, OverflowError) as error:
            raise Damage("blob", kept["sha256"]) from error
    if not isinstance(raw, bytes) or sha256(raw).hexdigest() != kept["sha256"]:
        raise Damage("blob", kept["sha256"])
    return raw


def document_row(document: Document, *, at: str) -> Row:
    """What never changes about a document."""
    return sealed(
        {
            "id": document.id,
            "blob": document.blob,
            "media_type": storable(document.media_type),
            "encoding": storable(document.encoding),
            "text": storable(document.text),
            "zones": msgspec.json.encode(document.zones).decode(),
            "added_at": at,
        }
    )


def metadatum_rows(document: Document) -> list[Row]:
    """One row for each reading of a field."""
    readings = [
        {
            "field": datum.field,
            "value": storable(datum.value),
            "origin": datum.origin,
            "start": datum.start,
            "end": datum.end,
        }
        for datum in document.metadata
    ]
    return [sealed({"document": document.id, "key": seal(reading), **reading}) for reading in readings]


def arrival_rows(document: Document, *, at: str) -> list[Row]:
    """One row for each path the content came by."""
    paths = dict.fromkeys(storable(arrival.path) for arrival in document.arrivals)
    return [sealed({"document": document.id, "path": path, "at": at}) for path in paths]


def document_of(row: Mapping[str, Any], metadata: Iterable[Row], arrivals: Iterable[Row]) -> Document:
    """A document as it was put, with all that has joined it since.

    Args:
        metadata, arrivals: Its rows in those tables, as read.

    Raises:
        Damage: A row is not as it was written.
    """
    kept = intact("document", row)
    del kept["added_at"]
    value = {
        **kept,
        "zones": _decoded("document", kept["id"], kept["zones"], list),
        "metadata": [_without(intact("metadatum", datum), "document", "key") for datum in metadata],
        "arrivals": [_without(intact("arrival", arrival), "document", "at") for arrival in arrivals],
    }
    document = _converted("document", kept["id"], value, Document)
    return replace(
        document,
        metadata=tuple(sorted(document.metadata, key=metadatum_order)),
        arrivals=tuple(sorted(document.arrivals)),
    )


def annotation_row(annotations: Annotations, *, version: str) -> Row:
    """All that was seen in one document, stamped with who saw it."""
    data = msgspec.json.encode(annotations).decode()
    return sealed({"document": annotations.document, "version": version, "data": data})


def annotations_of(row: Mapping[str, Any]) -> Annotations:
    """The reverse of `annotation_row`."""
    kept = intact("annotation", row)
    annotations = _decoded("annotation", kept["document"], kept["data"], Annotations)
    return _owned("annotation", kept["document"], annotations)


def quotation_rows(annotations: Annotations, text: str) -> list[Row]:
    """A copy of the words of every statement, so that a shifted text or anchor is noticed."""
    said = {
        (anchor.start, anchor.end)
        for statement in annotations.statements
        for anchor in (*statement.content, *statement.quoted)
    }
    return [
        sealed({"document": annotations.document, "start": start, "end": end, "text": text[start:end]})
        for start, end in sorted(said)
    ]


def fingerprint_row(fingerprint: Fingerprint) -> Row:
    """What finds the near copies of one document."""
    return sealed({"document": fingerprint.document, "data": msgspec.json.encode(fingerprint).decode()})


def fingerprint_of(row: Mapping[str, Any]) -> Fingerprint:
    """The reverse of `fingerprint_row`."""
    kept = intact("fingerprint", row)
    fingerprint = _decoded("fingerprint", kept["document"], kept["data"], Fingerprint)
    return _owned("fingerprint", kept["document"], fingerprint)


def comparison_row(comparison: Comparison) -> Row:
    """What two documents share."""
    data = msgspec.json.encode(comparison).decode()
    return sealed({"first": comparison.first, "second": comparison.second, "data": data})


def comparison_of(row: Mapping[str, Any]) -> Comparison:
    """The reverse of `comparison_row`."""
    kept = intact("comparison", row)
    comparison = _decoded("comparison", kept["first"], kept["data"], Comparison)
    if (comparison.first, comparison.second) != (kept["first"], kept["second"]):
        raise Damage("comparison", kept["first"])
    return comparison


def record_row(record: Record, *, basis: str) -> Row:
    """All that follows from the other rows."""
    parts = [getattr(record, part) for part in _PARTS]
    return sealed({"basis": basis, "data": zlib.compress(msgspec.msgpack.encode(parts), _QUICK)})


def record_of(row: Mapping[str, Any]) -> Record:
    """The reverse of `record_row`."""
    kept = intact("record", row)
    try:
        parts = msgspec.msgpack.decode(zlib.decompress(kept["data"]), type=_WHOLE)
    except (zlib.error, TypeError, msgspec.MsgspecError, RecursionError) as error:
        raise Damage("record", kept["basis"]) from error
    return Record(**dict(zip(_PARTS, parts, strict=True)))


def problem_row(problem: Problem, *, at: str) -> Row:
    """A refused input; its key is its path, reason and detail."""
    path, reason, detail = (storable(part) for part in (problem.path, problem.reason, problem.detail))
    anchor = problem.anchor
    return sealed(
        {
            "key": digest(path, reason, detail),
            "stage": problem.stage,
            "path": path,
            "reason": reason,
            "detail": detail,
            "document": anchor.document if anchor else None,
            "start": anchor.start if anchor else None,
            "end": anchor.end if anchor else None,
            "at": at,
        }
    )


def problem_of(row: Mapping[str, Any]) -> Problem:
    """The reverse of `problem_row`."""
    kept = intact("problem", row)
    key = kept["key"]
    anchor = {name: kept.pop(name) for name in ("document", "start", "end")}
    value = {**_without(kept, "key", "at"), "anchor": anchor if anchor["document"] is not None else None}
    return _converted("problem", key, value, Problem)


def judgement_of(row: Mapping[str, Any]) -> Judgement:
    """A decision as it was written down."""
    kept = intact("judgement", row)
    return _converted("judgement", kept["id"], kept, Judgement)


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def _decoded(table: str, key: object, data: object, type: type[_T]) -> _T:
    if not isinstance(data, str):
        raise Damage(table, key)
    try:
        return msgspec.json.decode(data, type=type)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Damage(table, key) from error


def _converted(table: str, key: object, value: object, type: type[_T]) -> _T:
    try:
        return msgspec.convert(value, type)
    except msgspec.MsgspecError as error:
        raise Damage(table, key) from error


def _owned(table: str, key: object, value: _Owned) -> _Owned:
    if value.document != key:
        raise Damage(table, key)
    return value
