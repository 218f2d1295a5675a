"""How large an input may be before it is refused unread."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes.

    Attributes:
        text: Of a plain-text, Markdown or JSON file, and of one line of a JSONL file. A long book is 2 MB.
        html: Of a page. Extraction is superlinear on hostile pages, hence the lower figure.
    """

    text: int = 20_000_000
    html: int = 5_000_000
