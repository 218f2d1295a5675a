"""Texts whose expressions of time are annotated, as documents that know when they were published.

In come paths; out come `Sample`s: MEANTIME's from JSON Lines, GUM's from TEI, invented reports from marked text.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree as ET

from memcon.core.dates import PartialDate
from memcon.core.document import Document, Metadatum
from memcon.errors import GoldError, InvalidDateError
from memcon.evaluate import corpora
from memcon.evaluate.timex import Expected, Stretch

_ANNOTATED = 6  # sentences of MEANTIME: the headline and five more
_QUOTES = {"``": "“", "''": "”"}
_PARAGRAPHS = frozenset({"p", "head", "item", "sp", "caption", "quote"})
_MARK = re.compile(r"\[(date|time|duration|set)\{([^{}]*)\}:([^\[\]]*)\]|\[\[|\]\]")


@dataclass(frozen=True, slots=True)
class Sample:
    """A document and the expressions of time in it, in reading order; `name` is what its corpus calls it."""

    name: str
    document: Document
    expected: tuple[Expected, ...]


def dated(document: Document, published: PartialDate | None) -> Document:
    """The same document, known to have been published then; unchanged if that is not known."""
    if published is None:
        return document
    return replace(document, metadata=(Metadatum("published", published.iso, "given"), *document.metadata))


def meantime(path: Path) -> Iterator[Sample]:
    """The annotated sentences of each article: headline, dateline, and the rest as one paragraph.

    The date of publication that stands in the text is an expression like any other. Those without words are left out.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sentences = [[_QUOTES.get(word, word) for word in words] for words in row["sentences"][:_ANNOTATED]]
        begins = [sum(map(len, sentences[:number])) for number in range(len(sentences))]
        text, places = corpora.printed([*sentences[:2], [word for words in sentences[2:] for word in words]])
        document = dated(corpora.document(text, headline=True), PartialDate(row["dct"]) if row["dct"] else None)
        marks = [(begins[one["sent"]], one) for one in row["timex"] if one["tokens"] and one["sent"] < _ANNOTATED]
        expected = [
            Expected(
                places[begin + min(one["tokens"])][0],
                places[begin + max(one["tokens"])][1],
                one["value"] or "",
                one["type"].lower(),
            )
            for begin, one in marks
        ]
        yield Sample(row["doc_id"], document, _ordered(expected))


def gum(paths: Iterable[Path]) -> Iterator[Sample]:
    """GUM's documents with TEI's dates, the outermost where they nest."""
    for path in paths:
        root = ET.parse(path).getroot()  # noqa: S314 -- a corpus, not a stranger's file
        reader = _Tei()
        reader.read(root)
        text, places = corpora.printed(filter(None, reader.paragraphs))
        document = dated(corpora.document(text), PartialDate(root.attrib["dateCreated"]))
        expected = [Expected(places[start][0], places[end - 1][1], stretch) for start, end, stretch in reader.dates]
        yield Sample(path.stem, document, _ordered(expected))


class _Tei:
    """One pass over TEI with a word on each line: the words by paragraph, and the dates over them."""

    def __init__(self) -> None:
        self.paragraphs: list[list[str]] = []
        self.dates: list[tuple[int, int, Stretch]] = []
        self.words = 0

    def read(self, element: ET.Element, *, inside: bool = False) -> None:
        """Take in an element; `inside` a date, further dates are left out."""
        paragraph = element.tag in _PARAGRAPHS
        if paragraph:
            self.paragraphs.append([])
        start, marks = self.words, element.tag == "date" and not inside
        if element.tag == "w":  # printed without spaces
            self._take("".join(_words(element)))
        else:
            self._take(*_words_of(element.text))
            for child in element:
                self.read(child, inside=inside or marks)
                self._take(*_words_of(child.tail))
        if marks and self.words > start:
            self.dates.append((start, self.words, _stretch(element)))
        if paragraph:
            self.paragraphs.append([])

    def _take(self, *words: str) -> None:
        if not self.paragraphs:
            self.paragraphs.append([])
        self.paragraphs[-1] += words
        self.words += len(words)


def _words(element: ET.Element) -> list[str]:
    return _words_of("".join(element.itertext()))


def _words_of(lines: str | None) -> list[str]:
    return [line.split("\t")[0] for line in (lines or "").splitlines() if line.strip()]


def _stretch(element: ET.Element) -> Stretch:
    told = {key: element.get(key, "") for key in ("when", "from", "to", "notBefore", "notAfter")}
    if told["notBefore"] or told["notAfter"]:
        return Stretch(told["notBefore"], told["notAfter"], within=True)
    return Stretch(told["from"] or told["when"], told["to"] or told["when"])


def marked_reports(paths: Iterable[Path]) -> Iterator[Sample]:
    """Invented reports: `published: DATE`, a line `---`, and paragraphs with marks like `[date{2031-05-13}:Tuesday]`.

    The marks are those of `memcon.testing`, but do not nest.

    Raises:
        GoldError: A report is not written so.
    """
    for path in paths:
        head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
        key, _, published = head.partition(":")
        if key != "published" or not body:
            raise GoldError(str(path), "it must begin with `published: DATE` and a line `---`.")
        text, expected = _unmarked(body.strip("\n"))
        if faulty := re.search(r"\[[a-z]+\{[^\n]{0,40}", text):
            raise GoldError(str(path), f"{faulty[0]!r} is not a mark like [date{{2031-05-13}}:Tuesday].")
        try:
            date = PartialDate(published.strip()) if published.strip() else None
        except InvalidDateError as error:
            raise GoldError(str(path), str(error)) from error
        yield Sample(path.stem, dated(corpora.document(text), date), expected)


def _unmarked(body: str) -> tuple[str, tuple[Expected, ...]]:
    """The text without its marks, and what they mark."""
    text, at, expected = "", 0, list[Expected]()
    for mark in _MARK.finditer(body):
        text += body[at : mark.start()]
        at = mark.end()
        if mark[1] is None:  # a bracket of the text
            text += mark[0][0]
            continue
        expected.append(Expected(len(text), len(text) + len(mark[3]), mark[2], mark[1]))
        text += mark[3]
    return text + body[at:], tuple(expected)


def _ordered(expected: Sequence[Expected]) -> tuple[Expected, ...]:
    return tuple(sorted(expected, key=lambda one: (one.start, one.end)))
