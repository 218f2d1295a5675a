"""Quotations with any marks: nested, over several paragraphs, unclosed, and words in marks that nobody utters.

In: a document. Out: its quotations in reading order, each a run of parts, one part per paragraph it spans.

Method: within each body paragraph marks are paired by a scan that knows one open quotation at a time; marks nested in
it are skipped. A quotation left open at the end of a paragraph goes on if the next paragraph opens with the same mark
(the newspapers' convention), else it ends with its paragraph and is reported as a problem.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from memcon.core.document import Document
from memcon.core.terms import terms

QuotationKind = Literal["statement", "heading", "term", "nickname", "empty"]

_CLOSERS = {
    "“": "”\"“", "„": "“”\"", "«": "»", "»": "«", "\"": "\"”", "「": "」", "『": "』", "‹": "›", "”": "”",
    "‘": "’'", "‚": "‘’", "'": "'’",
}  # fmt: skip
_SINGLE = frozenset("‘‚'")
_ELISION = re.compile(r"['’](?:tis|twas|em|til|cause|n|\d0s|\d\d)\b", re.IGNORECASE)
_STOPS = re.compile(r"[.!?…][\"”’»)]*\s")
_HEADING_WORDS = 12
_NAME_WORDS = 3
_BESIDE = 60  # code points on either side that can tell a name or term
_REACH = 2_000  # characters in which a mark that may be an apostrophe must close; without a limit, time is squared


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    Attributes:
        parts: Half-open ranges including the marks, one per paragraph.
        kind: `statement` if somebody utters it, otherwise why not.
        closed: Whether its closing mark was found.
    """

    parts: tuple[tuple[int, int], ...]
    kind: QuotationKind
    closed: bool

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.parts[-1][1]


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """All quotations of the body, in reading order."""
    found: list[Quotation] = []
    open_parts: list[tuple[int, int]] = []
    text = document.text
    for zone in document.zones:
        if zone.kind != "body":
            continue
        pairs = list(_pairs(text, zone.start, zone.end))
        if open_parts and not (pairs and _same_opening(text, open_parts[0][0], pairs[0][0], zone.start)):
            found.append(_unclosed(text, open_parts))
            open_parts = []
        for start, end, closed in pairs:
            open_parts.append((start, end))
            if closed or (start, end, closed) != pairs[-1]:
                kind = _kind(text, open_parts, zone.start, zone.end)
                found.append(Quotation(tuple(open_parts), kind, closed))
                open_parts = []
    if open_parts:
        found.append(_unclosed(text, open_parts))
    return tuple(found)


def _unclosed(text: str, parts: list[tuple[int, int]]) -> Quotation:
    words = any(char.isalnum() for start, end in parts for char in text[start:end])
    return Quotation(tuple(parts), "statement" if words else "empty", closed=False)


def _same_opening(text: str, first: int, second: int, paragraph: int) -> bool:
    return text[first] == text[second] and not text[paragraph:second].strip()


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Start, end and closedness of each outermost quotation of one paragraph."""
    position = start
    while (opening := _opening(text, position, end)) is not None:
        stop, closed = _closing(text, opening, end)
        yield opening, stop, closed
        position = stop


def _opening(text: str, start: int, end: int) -> int | None:
    for index in range(start, end):
        if text[index] in _CLOSERS and _opens(text, index, start, end):
            return index
    return None


def _opens(text: str, index: int, start: int, end: int) -> bool:
    mark = text[index]
    before = text[index - 1] if index > start else " "
    after = text[index + 1] if index + 1 < end else " "
    if mark in _SINGLE:
        return (
            not before.isalnum()
            and (after.isalnum() or after in '“"[(…')
            and not _ELISION.match(text, index)
            and _closing(text, index, min(end, index + _REACH))[1]
        )
    if mark in "”»":  # a closing mark opens only in the Swedish and German manners: ”so” and »so«
        return before.isspace() and not after.isspace() and _closing(text, index, min(end, index + _REACH))[1]
    if mark == '"':
        return not before.isdigit() and not (before.isalnum() and after.isspace())
    return True


def _closing(text: str, opening: int, end: int) -> tuple[int, bool]:
    """One past the closing mark; or where an unclosed quotation is taken to end."""
    mark = text[opening]
    if mark in _SINGLE:
        return _single_closing(text, opening, end)
    for index in range(opening + 1, end):
        char = text[index]
        if char == mark == "“" and not _set_as_closing(text, index, end):
            return _end_before(text, opening, index), False
        if char in _CLOSERS[mark]:
            return index + 1, True
    return _without_space(text, opening, end), False


def _set_as_closing(text: str, index: int, end: int) -> bool:
    after = text[index + 1] if index + 1 < end else " "
    return not text[index - 1].isspace() and not after.isalnum()


def _single_closing(text: str, opening: int, end: int) -> tuple[int, bool]:
    """The closing single mark, told from apostrophes.

    A mark between letters is an apostrophe; one after a plural s is taken for a possessive as long as a better
    candidate follows.
    """
    candidate = None
    for index in range(opening + 1, end):
        if text[index] not in _CLOSERS[text[opening]]:
            continue
        before, after = text[index - 1], text[index + 1] if index + 1 < end else " "
        if after.isalnum() or before.isspace():
            continue
        if before not in "sS":
            return index + 1, True
        candidate = candidate or index + 1
        if not after.isspace():
            return index + 1, True
    return (candidate, True) if candidate else (_without_space(text, opening, end), False)


def _end_before(text: str, opening: int, index: int) -> int:
    """Where a quotation ends whose closing mark was lost before another one opens: at its last full sentence."""
    stops = [match.start() + 1 for match in _STOPS.finditer(text, opening, index)]
    return stops[-1] if stops else _without_space(text, opening, index)


def _without_space(text: str, start: int, end: int) -> int:
    return start + max(1, len(text[start:end].rstrip()))


def _kind(text: str, parts: list[tuple[int, int]], start: int, end: int) -> QuotationKind:
    (first, stop) = parts[0][0], parts[-1][1]
    inside = text[first + 1 : stop - 1].strip()
    if not any(map(str.isalnum, inside)):
        return "empty"
    if len(parts) > 1:
        return "statement"
    alone = first == start and stop == end  # zones begin and end without white space
    if alone and inside[-1] not in ".!?…," and len(inside.split()) <= _HEADING_WORDS:
        return "heading"
    before, after = text[max(start, first - _BESIDE) : first], text[stop : min(end, stop + _BESIDE)]
    if _between_names(before, inside, after):
        return "nickname"
    return "term" if _announced(before.rstrip().lower(), inside) else "statement"


def _between_names(before: str, inside: str, after: str) -> bool:
    left, right = before.split(" ")[-2:], after.split(" ")[1:2]
    return (
        len(inside.split()) <= 2
        and inside[0].isupper()
        and inside[-1].isalpha()
        and before.endswith(" ")
        and bool(left and left[0][:1].isupper() and left[0][-1:].isalpha())
        and bool(right and right[0][:1].isupper())
    )


def _announced(before: str, inside: str) -> bool:
    """Whether the words before the quotation announce a name or term; some do so only before a capital letter."""
    capital = inside[0].isupper()
    before = before.removesuffix(" the").removesuffix(" a")
    for entry in terms("cues")["term"]:
        for word in entry["words"]:
            if before.endswith(word) and not before[: -len(word)][-1:].isalpha():
                return capital or word not in entry["verbs"]
        named = capital and inside[-1].isalnum() and len(inside.split()) <= _NAME_WORDS
        if named and before.rpartition(" ")[2] in entry["things"]:
            return True
    return False
