"""Sentence boundaries by punctuation and a list of abbreviations.

In: a text and a range. Out: half-open ranges of sentences, without the white space between them.
A boundary needs sentence-final punctuation, any closing marks, white space, and something that can open a sentence.
"""

import re
from collections.abc import Iterator

from memcon.core.terms import terms

_BOUNDARY = re.compile(r"(?<![.!?…])[.!?…]++[)\]”\"’»›'」』]*+(?=\s)|[。！？]+[”」』]*|\n\s*\n")
_OPENS = re.compile(r"\s*[“\"‘«„(\[‹'—–\-•*]*\s*(?P<word>[\w][\w’']*)?")
_LAST_WORD = re.compile(r"[\w.]*$")


def sentence_ranges(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each sentence of `text[start:end]` begins and ends."""
    begin = start
    for boundary in _BOUNDARY.finditer(text, start, end):
        if not _splits(text, boundary, end):
            continue
        if trimmed := _trimmed(text, begin, boundary.end()):
            yield trimmed
        begin = boundary.end()
    if trimmed := _trimmed(text, begin, end):
        yield trimmed


def _splits(text: str, boundary: re.Match[str], end: int) -> bool:
    following = _next_word(text, boundary.end(), end)
    if following[:1].islower() and not boundary.group().isspace():
        return False
    if not boundary.group().startswith("."):
        return not boundary.group().startswith("…") or following[:1].isupper()
    before = _LAST_WORD.search(text, max(0, boundary.start() - 24), boundary.start())
    word = before.group().strip(".") if before else ""
    abbreviations = terms("abbreviations")
    if word in abbreviations["never"] or (len(word) == 1 and word.isupper()):
        return False
    return word not in abbreviations["may"] or following in terms("roles")["never_names"]["words"]


def _next_word(text: str, start: int, end: int) -> str:
    match = _OPENS.match(text, start, end)
    return (match.group("word") or "") if match else ""


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    inside = text[start:end]
    left = start + len(inside) - len(inside.lstrip())
    right = start + len(inside.rstrip())
    return (left, right) if left < right else None
