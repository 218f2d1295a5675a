"""Bytes -> text, and how that was decided.

The order is the WHATWG's as far as it applies to files: a byte order mark, what HTML declares, strict UTF-8; and only
then a guess, by charset-normalizer. Mojibake that somebody else made is text as received and stays.
"""

import codecs
import re
from dataclasses import dataclass

from memcon.ingest.fault import Fault

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_PRESCAN = 2048  # WHATWG prescans 1024 bytes; real pages overrun it
# What browsers read these labels as (WHATWG Encoding Standard), in Python's names.
_BROWSERS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
    "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8", "utf-7": "cp1252",
}  # fmt: skip
_SAMPLE = 100_000  # bytes a guess is made from; more of a text does not change its encoding
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the decision behind it, such as `utf-8` or `windows-1251 (detected)`."""

    text: str
    decision: str


def decode(raw: bytes, *, markup: bool = False) -> Decoded | Fault:
    """The text of these bytes; `markup` looks for the declaration an HTML page carries."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _marked(raw[len(mark) :], name)
    if markup and (declared := _declared(raw)):
        return declared
    try:
        return Decoded(storable(raw.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(raw) or _guessed(raw)


def storable(text: str) -> str:
    """The text with NUL and lone surrogates, which no database takes, replaced by U+FFFD; the length stays."""
    return _UNSTORABLE.sub("\ufffd", text)


def _marked(raw: bytes, name: str) -> Decoded | Fault:
    errors = "strict" if name == "utf-8" else "surrogatepass"
    try:
        return Decoded(storable(raw.decode(name, errors)), f"{name} (byte order mark)")
    except UnicodeDecodeError:
        if name == "utf-8" and (damaged := _damaged_utf8(raw)):
            return damaged
        return Fault("encoding", f"It begins like {name} text but is not. Save it as UTF-8 and add it again.")


def _declared(raw: bytes) -> Decoded | None:
    match = _DECLARED.search(raw, 0, _PRESCAN)
    if match is None:
        return None
    label = match.group(1).decode("ascii", "replace")
    try:
        name = codecs.lookup(label).name
        name = _BROWSERS.get(name, name)
        return Decoded(storable(raw.decode(name)), f"{name} (declared)")
    except (LookupError, UnicodeError):  # an unknown label, or a false one: look at the bytes themselves
        return None


def _damaged_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 with a few bad bytes, such as a page cut in the middle of a character; None if it is not that.

    At least twenty good multi-byte characters to each bad byte: in single-byte encodings hardly any sequence is good.
    """
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - bad
    if good < 20 * bad:
        return None
    return Decoded(storable(text), f"utf-8 ({bad} bad sequences replaced)")


def _guessed(raw: bytes) -> Decoded | Fault:
    from charset_normalizer import from_bytes  # 40 ms to import, and most input is UTF-8

    sample = raw[:_SAMPLE]
    if len(raw) > _SAMPLE and (cut := max(sample.rfind(b"\n"), sample.rfind(b" "))) > 0:
        sample = sample[:cut]
    best = from_bytes(sample).best()
    if best is not None and best.encoding != "utf_8":
        name = codecs.lookup(best.encoding).name
        try:
            return Decoded(storable(raw.decode(name)), f"{_public(name)} (detected)")
        except UnicodeDecodeError:
            pass
    return Fault("encoding", "Its characters could not be decoded. Save it as UTF-8 and add it again.")


def _public(name: str) -> str:
    """The usual name of a codec: `windows-1251` for Python's `cp1251`."""
    return f"windows-{name[2:]}" if re.fullmatch(r"cp125\d", name) else name
