"""What a format reader hands on: text, and what the format itself says about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.core.document import Metadatum
from memcon.ingest.fault import Fault


@dataclass(frozen=True, slots=True)
class Content:
    """One report, read but not yet zoned.

    Attributes:
        title: As the markup states it; None where only the text can tell.
        reader: Name and version of any library whose output `text` is; part of the document's identity.
        faults: What was wrong and did not prevent reading.
        opened: Where the report begins, past front matter.
    """

    text: str
    media_type: str
    title: str | None = None
    metadata: tuple[Metadatum, ...] = ()
    reader: str = ""
    faults: tuple[Fault, ...] = ()
    opened: int = 0


def under_title(title: str | None, body: str) -> str:
    """The body below its title, unless its first line is that title already."""
    if not title:
        return body
    opening = body.lstrip()[: 2 * len(title) + 80].splitlines()
    repeated = bool(opening) and _folded(opening[0]) == _folded(title)
    return body if repeated else f"{title}\n\n{body}"


def joined(paragraphs: Sequence[str]) -> str:
    """Paragraphs as one text."""
    return "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph.strip())


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
