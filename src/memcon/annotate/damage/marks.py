"""Quotation marks in the wrong place: "channels, ”she opined", "“we want the” peace".

In: the body and its quotations. Out: marks of kind `quotation`.

Only curly marks show by their shape on which side they belong; of straight ones nothing is said but where they cut.
"""

import re
from collections.abc import Iterator, Sequence

from memcon.annotate.damage.rules import damage
from memcon.annotate.quotations import Quotation
from memcon.annotate.speech.cues import base
from memcon.core.annotation import Damage
from memcon.core.document import Document
from memcon.core.terms import terms

_MARK = re.compile(r"[“”]")
_CLOSING_LEFT = re.compile(r"\s”(?=[^\W\d_])")
_OPENING_RIGHT = re.compile(r"(?<=[\w,:])“\s(?=[^\W\d_])")
_OPENING_CLOSES = re.compile(r"(?<=[\w,.!?])“(?=\s[^\W\d_])")
_BEFORE = re.compile(r"[\w’'-]+[,.:!?]?\s?\Z")
_AFTER = re.compile(r"\s?[\w’'-]+")
_LAST = re.compile(r"([^\W\d_]+)[”\"]\Z")
_GOES_ON = re.compile(r"\s[a-z]+")
_CUE = re.compile(
    r"(?P<before>[\w’'-]+),\s(?P<who>he|she|they|[A-Z][\w’'-]+)\s(?P<verb>[a-z]+)(?P<stop>[.,]?)\s?(?P<mark>[”\"])\Z"
)
_SUBJECT = re.compile(r"(?P<before>[\w’'-]+),\s(?P<who>he|she|they)\s?(?P<mark>[”\"])\Z")
_EDGE = 120  # code points at the end of a quotation that are looked at
_REACH = 40  # code points in which a word beside a mark ends
_WORDS = 3  # of a quotation that may be cut in the wrong place


def find_marks(document: Document, quotations: Sequence[Quotation]) -> Iterator[Damage]:
    """Every quotation mark in the wrong place, with the words on both sides of it."""
    for zone in document.zones:
        if zone.kind == "body":
            yield from _wrong_sides(document, zone.start, zone.end)
    for quotation in quotations:
        if quotation.kind == "statement" and quotation.closed:
            yield from _cut(document, *quotation.parts[-1])


def _wrong_sides(document: Document, start: int, end: int) -> Iterator[Damage]:
    """A mark with a space on the side where its words are, and none on the other; or one of the wrong shape."""
    text, inside = document.text, False
    low = "„" in text[start:end]  # „so“ is the German manner
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        if inside and at > start and _CLOSING_LEFT.match(text, at - 1, end):
            yield _moved(document, start, end, at, "” ")
        elif not inside and not low and _OPENING_RIGHT.match(text, at, end):
            yield _moved(document, start, end, at, " “")
        elif inside and not low and _OPENING_CLOSES.match(text, at, end):
            yield _moved(document, start, end, at, "” ")
            inside = False
            continue
        inside = text[at] == "“"


def _moved(document: Document, start: int, end: int, at: int, meant: str) -> Damage:
    """A mark on a mark and the words beside it, with what was meant in its place."""
    text = document.text
    before = _BEFORE.search(text[max(start, at - _REACH) : at])
    after = _AFTER.match(text, at + 1, min(end, at + 1 + _REACH))
    left = at - len(before.group()) if before else at
    right = after.end() if after else at + 1
    put = text[left:at].rstrip() + meant + text[at + 1 : right].lstrip()
    return damage(document, "mark on the wrong side", left, right, put)


def _cut(document: Document, start: int, end: int) -> Iterator[Damage]:
    """A quotation that ends within a phrase, or with the words that say whose it is."""
    text = document.text
    if len(text[start:end].split(maxsplit=_WORDS)) < _WORDS:
        return
    edge, known = text[max(start, end - _EDGE) : end], terms("damage")["open"]
    follows = _GOES_ON.match(text, end, end + _REACH)
    last = _LAST.search(edge)
    if last and follows and last[1] in known["quoted"]:
        yield damage(document, "cut quotation", end - len(last.group()), follows.end())
    cue = _CUE.search(edge)
    if cue and _says(cue["verb"]):
        meant = f"{cue['before']},{cue['mark']} {cue['who']} {cue['verb']}{cue['stop']}"
        yield damage(document, "cue in quotation", end - len(cue.group()), end, meant)
    subject = _SUBJECT.search(edge)
    if subject and follows and _says(follows.group().strip()):
        meant = f"{subject['before']},{subject['mark']} {subject['who']}{follows.group()}"
        yield damage(document, "cue in quotation", end - len(subject.group()), follows.end(), meant)


def _says(verb: str) -> bool:
    """Whether a word is a form of a verb of saying, other than its plainest."""
    return base(verb) in terms("damage")["open"]["said"] and base(verb) != verb
