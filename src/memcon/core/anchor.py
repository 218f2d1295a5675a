"""The only way to point at text.

An anchor is a document and a half-open range of *code points* of its stored text.
Text is kept as received, so an anchor stays true for as long as its document exists.
"""

from dataclasses import dataclass

from memcon.core.ids import DocumentId


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A passage of one document.

    Attributes:
        document: Whose text is meant.
        start: First code point.
        end: One past the last code point; always greater than `start`.
    """

    document: DocumentId
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"An anchor needs 0 <= start < end, not {self.start} and {self.end}."
            raise ValueError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def text(self, of: str) -> str:
        """The passage itself, cut from the text `of` its document."""
        return of[self.start : self.end]

    def contains(self, other: "Anchor") -> bool:
        """Whether `other` lies wholly inside, in the same document."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Anchor") -> bool:
        """Whether the two share at least one code point."""
        return self.document == other.document and self.start < other.end and other.start < self.end
