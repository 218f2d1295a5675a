"""Public corpora in their own formats, as plain values: CoNLL-U, chains in brackets, two-column tags, brat.

In comes a path; out come words with what their annotators saw. Nothing here knows which corpus is for what.
Words can be put together to a text again, and a text made a document.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from memcon.core.document import Document, Zone
from memcon.core.ids import DocumentId

Span = tuple[int, int]

_BEHIND = frozenset(", . ; : ! ? ) ] } % … ” ’ ' - /".split())  # no space before them
_AHEAD = frozenset("( [ { “ ‘ $ £ € - /".split())  # no space behind them
_CLOSES = {"“": "”", "‘": "’", '"': '"'}
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|d|m|ll|re|ve))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One syntactic word of a treebank; `head` counts from 1 within the sentence, 0 for the root."""

    form: str
    lemma: str
    upos: str
    head: int
    relation: str
    misc: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a treebank.

    Attributes:
        text: As printed; empty where the file does not say.
        opens: Whether a paragraph or document begins with it.
        first: Whether a document begins with it.
        name: As the file calls it.
    """

    rows: tuple[Row, ...]
    text: str
    opens: bool
    first: bool
    name: str = ""


def treebank(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file; lines of multi-word tokens and empty nodes are left out."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        cells = (line.split("\t") for line in lines if line[:1].isdigit())
        rows = tuple(Row(c[1], c[2], c[3], int(c[6]), c[7], c[9]) for c in cells if c[0].isdigit())
        if rows:
            first = any(line.startswith("# newdoc") for line in lines)
            opens = first or any(line.startswith("# newpar") for line in lines)
            text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
            name = next((line.partition("= ")[2] for line in lines if line.startswith("# sent_id")), "")
            yield Sentence(rows, text, opens, first, name)


def documents(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Sentences by document."""
    document: list[Sentence] = []
    for sentence in sentences:
        if sentence.first and document:
            yield document
            document = []
        document.append(sentence)
    if document:
        yield document


def entities(document: Iterable[Sentence]) -> Iterator[tuple[int, int, str]]:
    """The entities that GUM marks in the last column: words of the document, half-open, and type; nested ones too."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for number, row in enumerate(row for sentence in document for row in sentence.rows):
        marks = re.search(r"Entity=([^|\s]+)", row.misc)
        for mark in re.finditer(r"\((\d+)-([a-z]+)[^()]*(\))?|(\d+)\)", marks[1] if marks else ""):
            if mark[1] and mark[3]:
                yield number, number + 1, mark[2]
            elif mark[1]:
                opened.setdefault(mark[1], []).append((number, mark[2]))
            elif opened.get(mark[4]):
                start, kind = opened[mark[4]].pop()
                yield start, number + 1, kind


def tagged(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Words and tags of each sentence of a file with a word and its tag, the last column, on each line."""
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        rows = [line.split() for line in block.splitlines() if line.strip()]
        if rows:
            yield [row[0] for row in rows], [row[-1] for row in rows]


def universal_names(path: Path) -> Iterator[list[tuple[list[str], list[str]]]]:
    """Words and tags of each sentence of a Universal NER file, by document."""
    document: list[tuple[list[str], list[str]]] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        if any(line.startswith("# newdoc") for line in lines) and document:
            yield document
            document = []
        rows = [line.split("\t") for line in lines if line and not line.startswith("# ")]
        if rows:
            document.append(([row[1] for row in rows], [row[2] for row in rows]))
    if document:
        yield document


def tagged_spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Words, half-open, and type of each name of a sentence tagged with B, I and O."""
    found: list[tuple[int, int, str]] = []
    for number, tag in enumerate([*tags, "O"]):
        mark, _, kind = tag.partition("-")
        goes_on = mark == "I" and bool(found) and found[-1][1] == number and found[-1][2] == kind
        if goes_on:
            found[-1] = (found[-1][0], number + 1, kind)
        elif mark in {"B", "I"}:
            found.append((number, number + 1, kind))
    return found


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution of a brat file: code points, half-open; content and the rest may be in pieces."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def attributions(text: Path, marks: Path) -> tuple[str, list[Attributed]]:
    """A text and its attributions, from brat's two files."""
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[Attributed] = []
    lines = marks.read_text(encoding="utf-8").splitlines()
    for line in lines:
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            places = rest.split("\t")[0].split(" ", 1)[1]
            spans[name] = tuple((int(a), int(b)) for a, b in (piece.split() for piece in places.split(";")))
    for line in lines:
        name, _, rest = line.partition("\t")
        if name.startswith("E"):
            roles: dict[str, tuple[Span, ...]] = {}
            for role, of in (part.split(":") for part in rest.split() if ":" in part):
                bare = role.rstrip("0123456789")
                roles[bare] = (*roles.get(bare, ()), *spans.get(of, ()))
            events.append(Attributed(roles.get("Source", ()), roles.get("Cue", ()), roles.get("Content", ())))
    return text.read_bytes().decode("utf-8"), events


def chains(path: Path) -> tuple[list[str], list[list[Span]]]:
    """The words of a CoNLL file whose last column brackets chains, and the chains; words of the document, half-open."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1].isdigit()]
    opened: dict[str, list[int]] = {}
    found: dict[str, list[Span]] = {}
    for number, row in enumerate(rows):
        for mark in re.finditer(r"\((\d+)(\))?|(\d+)\)", row[-1]):
            if mark[3] is None:
                opened.setdefault(mark[1], []).append(number)
            chain = mark[1] if mark[2] else mark[3]
            if chain and opened.get(chain):
                found.setdefault(chain, []).append((opened[chain].pop(), number + 1))
    return [row[1] for row in rows], list(found.values())


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of a novel: words of the whole text, half-open, with its marks; and the label of who speaks."""

    words: Span
    speaker: str


def quotations(text: Path, marks: Path) -> tuple[list[list[str]], list[Quoted]]:
    """The sentences of a LitBank text in words, and its quotations whose speaker is known."""
    sentences = [line.split(" ") for line in text.read_text(encoding="utf-8").removesuffix("\n").split("\n")]
    begins = [0]
    for sentence in sentences:
        begins.append(begins[-1] + len(sentence))
    rows = [line.split("\t") for line in marks.read_text(encoding="utf-8").split("\n")]
    speakers = {row[1]: row[2] for row in rows if row[0] == "ATTRIB"}
    places = {row[1]: tuple(map(int, row[2:6])) for row in rows if row[0] == "QUOTE"}
    return sentences, [
        Quoted((begins[first] + start, begins[last] + end + 1), speakers[name])
        for name, (first, start, last, end) in places.items()
        if name in speakers
    ]


def speeches(sentences: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """Sentences joined to stretches that cut no quotation, since LitBank does not tell where paragraphs begin.

    A sentence also goes on from the one before it if it begins with a small letter (“… ?” / cried she).
    One that begins with an opening mark never does: a mark that should close the speech before it may be missing.
    """
    stretch: list[str] = []
    awaited = ""  # the mark that closes the speech that is open
    for sentence in sentences:
        opens = sentence[0] in {"“", "‘"} or (sentence[0] == '"' and len(sentence) > 1)
        if stretch and (opens or not (awaited or sentence[0][:1].islower())):
            yield stretch
            stretch, awaited = [], ""
        stretch += sentence
        for word in sentence:
            awaited = _CLOSES.get(word, "") if not awaited else "" if word == awaited else awaited
    if stretch:
        yield stretch


def printed(paragraphs: Iterable[Sequence[str]]) -> tuple[str, list[Span]]:
    """Words as a text with usual spaces, a line for each paragraph, and where in it each word is."""
    text, places = "", list[Span]()
    for paragraph in paragraphs:
        text += "\n" if text else ""
        opened, tight = False, True
        for word in paragraph:
            closes = word == '"' and opened
            if not (tight or closes or word in _BEHIND or _CLITIC.match(word)):
                text += " "
            places.append((len(text), len(text) + len(word)))
            text += word
            opened ^= word == '"'
            tight = word in _AHEAD or (word == '"' and opened)
    return text, places


def document(text: str, *, headline: bool = False) -> Document:
    """A document whose paragraphs are its lines, the first of them perhaps its headline."""
    zones: list[Zone] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            zones.append(Zone("body" if zones or not headline else "headline", at, at + len(line.rstrip())))
        at += len(line)
    return Document(DocumentId("0"), "", "text/plain", "utf-8", text, tuple(zones))


def digest(paths: Iterable[Path]) -> str:
    """SHA-256 of what some files hold."""
    return sha256(b"".join(sha256(path.read_bytes()).digest() for path in paths)).hexdigest()
