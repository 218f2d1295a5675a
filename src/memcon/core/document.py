"""A report as received: its text, what each part of the text is, and what is known about it.

Cleaning never rewrites. The text stays as it was read; `zones` say which parts are body and which are not,
and later stages read the zones they need.
"""

from dataclasses import dataclass, replace
from typing import Literal

from memcon.core.anchor import Anchor
from memcon.core.dates import PartialDate
from memcon.core.ids import DocumentId

ZoneKind = Literal["headline", "byline", "dateline", "body", "subheading", "caption", "credit", "furniture"]
Field = Literal["title", "outlet", "url", "byline", "published", "updated", "retrieved", "language"]
Origin = Literal["given", "sidecar", "markup", "text", "detected"]

_TRUST: dict[Origin, int] = {"given": 0, "sidecar": 1, "markup": 2, "text": 3, "detected": 4}


@dataclass(frozen=True, slots=True)
class Zone:
    """What one stretch of the text is.

    The zones of a document are sorted and disjoint, and what lies between them is white space.
    A paragraph of body text is one zone; a dateline is a zone of its own before the paragraph it opens.
    """

    kind: ZoneKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadatum:
    """One reading of one field, with the place it was read.

    Attributes:
        value: As text; dates are ISO 8601 prefixes.
        origin: `given` by the caller, in a `sidecar` file, in the format's own `markup` (HTML, ninjs, JSON,
            front matter), in the `text`, or `detected` by a classifier.
        start, end: Where in the text, for origin `text`.
    """

    field: Field
    value: str
    origin: Origin
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Arrival:
    """One occasion on which this content reached us.

    Attributes:
        path: As given to `add`; empty for piped input. A line of a JSONL file is `reports.jsonl:12`.
    """

    path: str


@dataclass(frozen=True, slots=True)
class Document:
    """A report as received.

    Attributes:
        id: Made from the bytes received and the reader that turned them into text.
        blob: SHA-256 of those bytes.
        media_type: What they were read as.
        encoding: How they were decoded, such as `utf-8` or `windows-1251 (detected)`.
        text: What they say. NUL and lone surrogates are replaced by U+FFFD; nothing else is touched.
        zones: What each stretch of the text is.
        metadata: Every reading of every field, sorted; conflicting readings stay side by side.
        arrivals: Where it came from, sorted; the same content arriving twice is one document.
    """

    id: DocumentId
    blob: str
    media_type: str
    encoding: str
    text: str
    zones: tuple[Zone, ...] = ()
    metadata: tuple[Metadatum, ...] = ()
    arrivals: tuple[Arrival, ...] = ()

    def read(self, field: Field) -> Metadatum | None:
        """The most trusted reading of a field, or None when nothing states it.

        Between equally trusted readings the smallest wins: for dates that is the earliest.
        """
        readings = [datum for datum in self.metadata if datum.field == field]
        return min(readings, key=lambda datum: (_TRUST[datum.origin], datum.value), default=None)

    @property
    def title(self) -> str:
        """The stated title, else the headline, else the first words of the text."""
        if stated := self.read("title"):
            return stated.value
        for kind in ("headline", "body"):
            for zone in self.zones:
                if zone.kind == kind:
                    words = self.text[zone.start : zone.end].split()
                    return " ".join(words) if kind == "headline" else " ".join([*words[:12], "…"])
        return "(no text)"

    @property
    def outlet(self) -> str | None:
        """Who published it, where that is stated."""
        stated = self.read("outlet")
        return stated.value if stated else None

    @property
    def published(self) -> PartialDate | None:
        """When it was published: the most trusted reading, or a compatible one that says it more precisely."""
        stated = self.read("published")
        if stated is None:
            return None
        trusted = PartialDate(stated.value)
        others = (PartialDate(datum.value) for datum in self.metadata if datum.field == "published")
        closer = [other for other in others if other.compatible(trusted) and len(other.iso) > len(trusted.iso)]
        return min(closer, key=lambda date: (-len(date.iso), date.iso), default=trusted)

    @property
    def path(self) -> str | None:
        """The path it arrived by; the smallest, if there are several; None for piped input."""
        return min((arrival.path for arrival in self.arrivals if arrival.path), default=None)

    def anchor(self, start: int, end: int) -> Anchor:
        """Point at a passage of this document."""
        return Anchor(self.id, start, end)

    def passage(self, anchor: Anchor) -> str:
        """The text an anchor of this document points at."""
        return anchor.text(self.text)

    def joined(self, other: "Document") -> "Document":
        """This document with the arrivals and metadata of another arrival of the same content."""
        return replace(
            self,
            metadata=tuple(sorted({*self.metadata, *other.metadata}, key=metadatum_order)),
            arrivals=tuple(sorted({*self.arrivals, *other.arrivals})),
        )


@dataclass(frozen=True, slots=True)
class Received:
    """A document together with the bytes it was read from, on its way into the store."""

    document: Document
    raw: bytes


def metadatum_order(datum: Metadatum) -> tuple[str, int, str, int]:
    """Sort key of a document's metadata."""
    return datum.field, _TRUST[datum.origin], datum.value, -1 if datum.start is None else datum.start
