"""Documents and annotations made by hand, as the stages before would have made them."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, Credit, Mention, PartyType, Relay, Speaker, Statement
from memcon.core.document import Arrival, Document, Field, Metadatum, Zone
from memcon.core.ids import DocumentId, StatementId, digest
from memcon.core.marks import Marked, Span
from memcon.core.problem import Problem

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")
_QUOTATION = '“"«„「'


def document(
    text: str,
    *,
    path: str = "a.txt",
    published: str | None = None,
    outlet: str | None = None,
    zones: Iterable[Zone] | None = None,
) -> Document:
    """A plain-text report as ingest would hand it on.

    Args:
        published: An ISO 8601 prefix.
        zones: Without them every paragraph, that is what blank lines part, is body.

    Returns:
        Its id depends on the text alone, as a received file's does.
    """
    raw = text.encode("utf-8", "surrogatepass")
    given: tuple[tuple[Field, str | None], ...] = (("outlet", outlet), ("published", published))
    return Document(
        id=DocumentId(digest(raw, "text/plain")),
        blob=sha256(raw).hexdigest(),
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        zones=_paragraphs(text) if zones is None else tuple(zones),
        metadata=tuple(Metadatum(field, value, "given") for field, value in given if value is not None),
        arrivals=(Arrival(path),),
    )


def annotated(document: Document) -> tuple[Annotations, tuple[Problem, ...]]:
    """What memcon's own language model and annotators see in a document, and what they gave up."""
    from memcon import annotate, language  # the model, which only running it needs

    model = language.load()
    reading, unread = model.read(document)
    found, problems = annotate.annotate(document, reading, vectors=model.vectors)
    return found, (*unread, *problems)


def annotations(
    document: Document,
    marks: Marked | None = None,
    *,
    names: Mapping[str, str] | None = None,
    type: PartyType = "person",
) -> Annotations:
    """What was marked in the text the document was made from, as annotate would hand it on.

    Each `[statement:…]` becomes a statement of the `speaker`, `cue`, `quote`, `content`, `addressee`, `via` and
    `occasion` marked inside it; where no statement is marked the whole text is one.
    `[mention:…]` and `[credit:…]` become mentions and credit lines.

    Args:
        marks: `document` must have been made from its text.
        names: The full name behind a marked expression, such as `{"She": "Orla Venn"}`; else its own words.
        type: Of every party.

    Raises:
        ValueError: The document has another text.
    """
    if marks is None:
        return Annotations(document.id)
    if marks.text != document.text:
        message = "The document was not made from this marked text."
        raise ValueError(message)
    known = names or {}
    groups = marks.labelled("statement") or (Span("statement", 0, len(marks.text)),)
    statements = (_statement(document, _inside(marks, group), known, type) for group in groups)
    return Annotations(
        document.id,
        mentions=tuple(
            Mention(anchor, known.get(anchor.text(document.text), anchor.text(document.text)), type)
            for anchor in marks.anchors(document, "mention")
        ),
        credits=tuple(
            Credit(anchor, anchor.text(document.text).strip(" ()—-"), "line")
            for anchor in marks.anchors(document, "credit")
        ),
        statements=tuple(statement for statement in statements if statement is not None),
    )


def _paragraphs(text: str) -> tuple[Zone, ...]:
    found = _PARAGRAPH.finditer(text)
    return tuple(Zone("body", match.start(), match.start() + len(match.group().rstrip())) for match in found)


def _inside(marks: Marked, group: Span) -> Marked:
    return Marked(
        marks.text, tuple(span for span in marks.spans if group.start <= span.start and span.end <= group.end)
    )


def _statement(document: Document, marks: Marked, names: Mapping[str, str], type: PartyType) -> Statement | None:
    quoted = marks.anchors(document, "quote")
    stretches = marks.anchors(document, "content")
    bare = (quote for quote in quoted if not any(stretch.contains(quote) for stretch in stretches))
    content = tuple(sorted((*stretches, *bare)))
    if not content:
        return None

    def party(label: str) -> Speaker | None:
        anchor = _first(marks.anchors(document, label))
        if anchor is None:
            return None
        words = anchor.text(document.text)
        return Speaker(names.get(words, words), type, anchor)

    direct = content == quoted and document.text[content[0].start] in _QUOTATION
    return Statement(
        id=StatementId(digest(document.id, *(f"{anchor.start}-{anchor.end}" for anchor in content))),
        document=document.id,
        kind=("direct" if direct else "mixed") if quoted else "indirect",
        content=content,
        quoted=quoted,
        speaker=party("speaker"),
        cue=_first(marks.anchors(document, "cue")),
        addressee=party("addressee"),
        via=tuple(Relay(anchor.text(document.text), anchor) for anchor in marks.anchors(document, "via")),
        occasion=_first(marks.anchors(document, "occasion")),
    )


def _first(anchors: tuple[Anchor, ...]) -> Anchor | None:
    return anchors[0] if anchors else None
