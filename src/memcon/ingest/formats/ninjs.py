"""IPTC ninjs 1.x to 3.x -> the plain fields of any JSON report.

Versions differ in case (`versioncreated`, `versionCreated`) and in shape (`body_text`; `bodies` by role and content
type). Source: https://iptc.org/std/ninjs/, schemas 1.3, 2.1 and 3.1.
"""

from collections.abc import Mapping
from typing import Any

from memcon.ingest.fault import Fault
from memcon.ingest.metadata import named

_SIGNS = (
    "bodies",
    "headlines",
    "body_text",
    "body_html",
    "body_xhtml",
    "versioncreated",
    "pubstatus",
    "infosources",
    "infosource",
)
_MAIN = ("main", "body", "story", "full", "")


def is_ninjs(fields: Mapping[str, Any]) -> bool:
    """Whether an object with these lower-case keys is an agency item."""
    return any(sign in fields for sign in _SIGNS)


def plain_fields(fields: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """Title, text and metadata under their plain names, and a fault if the agency has called the item back."""
    plain = {
        "title": _headline(fields),
        "text": _body(fields),
        "outlet": _outlet(fields),
        "byline": fields.get("byline") or fields.get("by"),
        "published": fields.get("firstcreated") or fields.get("versioncreated"),
        "updated": fields.get("versioncreated"),
        "language": fields.get("language"),
        "url": _url(fields),
    }
    status = fields.get("pubstatus")
    if isinstance(status, str) and status.lower() in {"canceled", "cancelled", "withheld"}:
        return plain, (
            Fault("withdrawn", f"Its sender has marked it {status.lower()}. It was read; withdraw it if you agree."),
        )
    return plain, ()


def _headline(fields: Mapping[str, Any]) -> Any:
    return fields.get("headline") or _chosen(fields.get("headlines")) or fields.get("title")


def _body(fields: Mapping[str, Any]) -> Any:
    single = fields.get("body_text") or fields.get("body_html") or fields.get("body_xhtml")
    others = (value for key, value in fields.items() if key.startswith("body_") and isinstance(value, str))
    return single or _chosen(fields.get("bodies")) or next(others, None) or fields.get("body") or fields.get("text")


def _chosen(items: Any) -> Any:
    """The value of the main item of a list, plain text before HTML."""
    if not isinstance(items, list):
        return None
    lowered = [{str(key).lower(): value for key, value in item.items()} for item in items if isinstance(item, dict)]
    usable = [item for item in lowered if isinstance(item.get("value"), str) and item["value"].strip()]
    return min(usable, key=_rank)["value"] if usable else None


def _rank(item: Mapping[str, Any]) -> tuple[int, bool]:
    role = str(item.get("role") or "").lower().rsplit(":", 1)[-1].rsplit("/", 1)[-1]
    plain = str(item.get("contenttype") or "text/plain").lower() == "text/plain"
    return (_MAIN.index(role) if role in _MAIN else len(_MAIN), not plain)


def _outlet(fields: Mapping[str, Any]) -> Any:
    stated = named(fields.get("provider")) or named(fields.get("source")) or fields.get("copyrightholder")
    infosources = fields.get("infosources") or fields.get("infosource")
    if not stated and isinstance(infosources, list) and infosources:
        return named(infosources[0])
    return stated


def _url(fields: Mapping[str, Any]) -> Any:
    uri = fields.get("uri")
    return uri if isinstance(uri, str) and uri.startswith(("http://", "https://")) else fields.get("url")
