"""The first bytes and the name of a file -> its format.

Content decides; the extension settles what content leaves open.

Source: WHATWG MIME Sniffing for HTML; the magic numbers are each format's own.
"""

import json
import re
from pathlib import PurePath
from typing import Literal

from memcon.ingest.fault import Fault

Format = Literal["text", "markdown", "html", "json", "jsonl"]

HEAD = 65_536  # bytes that are looked at

_MAGIC = (
    (b"%PDF-", "a PDF"), (b"PK\x03\x04", "a ZIP archive or an office document"), (b"\x1f\x8b", "compressed with gzip"),
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"), (b"RIFF", "a media file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"), (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"), (b"BZh", "compressed with bzip2"), (b"\xfd7zXZ", "compressed with xz"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd"), (b"7z\xbc\xaf", "a 7-Zip archive"), (b"{\\rtf", "an RTF document"),
    (b"OggS", "a media file"), (b"ID3", "a media file"), (b"WARC/", "a web archive"),
)  # fmt: skip
_WITH_TEXT = frozenset({b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"})
_LINES = frozenset({".jsonl", ".ndjson"})
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = bytes({*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F})
_CONTROL_SHARE = 0.05  # text has none, bar a few stray NULs; uniform bytes have 0.11
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|script|style|article|div|table|h1|p|br)\b", re.IGNORECASE
)
_WHOLE_HTML = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_PROLOGUE = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s+|<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->)*", re.DOTALL)


def sniff(head: bytes, name: str) -> Format | Fault:
    """The format of a file that begins with `head`."""
    suffix = PurePath(name).suffix.lower()
    if binary := _binary(head):
        return binary
    if head.startswith(_UTF16) and suffix in _LINES:
        return Fault("encoding", "JSONL is read line by line and has to be UTF-8. Save it as that and add it again.")
    start = _PROLOGUE.match(head)
    rest = head[start.end() :] if start else head
    if suffix in {".md", ".markdown"}:
        return "html" if _WHOLE_HTML.match(rest) else "markdown"
    if _HTML.match(rest) or (suffix in {".html", ".htm", ".xhtml"} and b"<" in head):
        return "html"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        return Fault("format", "It is XML of a kind memcon does not read. Convert it to text, HTML or JSON.")
    return _json(rest, suffix) or "text"


def _binary(head: bytes) -> Fault | None:
    for magic, what in _MAGIC:
        if head.startswith(magic):
            advice = " Save its text and add that." if magic in _WITH_TEXT else ""
            return Fault("binary", f"It is {what}. memcon reads text, Markdown, HTML, JSON and JSONL.{advice}")
    if head.startswith(_UTF16):
        return None
    if len(head) - len(head.translate(None, _CONTROL)) > _CONTROL_SHARE * len(head):
        return Fault("binary", "It is not text. memcon reads text, Markdown, HTML, JSON and JSONL.")
    return None


def _json(rest: bytes, suffix: str) -> Format | None:
    if suffix in _LINES:
        return "jsonl"
    line, _, below = rest.partition(b"\n")
    if below.lstrip().startswith(b"{") and _is_object(line):
        return "jsonl"
    if suffix == ".json" or re.match(rb"\[\s*\{\s*\"|\{\s*\"", rest):
        return "json"
    return None


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
