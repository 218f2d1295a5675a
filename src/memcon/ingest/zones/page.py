"""A text cut into blocks, while it is being decided what each of them is, and what can be asked of a block."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from memcon.core.document import ZoneKind
from memcon.ingest.zones.datelines import dateline
from memcon.ingest.zones.layout import Block
from memcon.ingest.zones.vocabulary import bared

_PROSE_WORDS = 25  # a headline of that many words does not occur; a paragraph that has lost its full stop does
_PROSE_LENGTH = 200  # the same, for scripts that do not separate words
_FINAL = re.compile(r"[.!?…。！？｡؟।]['\"”’»)\]*_]*$")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}['\"”’»)\]*_]*$")
_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?][\"”’)]* +[\"“‘(]?[A-Z]\w")
_BULLET = re.compile(r"(?:[-–—*•▪●‣+]|\d{1,3}[.)])\s")


@dataclass(slots=True)
class Page:
    """Blocks and their kinds; None is undecided, and what stays undecided is body.

    Attributes:
        lines: Each block as one line without Markdown's marks; only for looking at.
        prose: Whether each reads like a paragraph: ends like one, has two sentences, is long, or a dateline opens it.
    """

    text: str
    blocks: tuple[Block, ...]
    kinds: list[ZoneKind | None] = field(init=False)
    lines: tuple[str, ...] = field(init=False)
    prose: tuple[bool, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.kinds = [None] * len(self.blocks)
        self.lines = tuple(bared(block.of(self.text)) for block in self.blocks)
        self.prose = tuple(map(self._reads_like_prose, self.blocks, self.lines))

    def open(self, start: int = 0, end: int | None = None) -> Iterator[int]:
        """The undecided blocks in a range, in order."""
        return (index for index in range(start, len(self.blocks) if end is None else end) if self.kinds[index] is None)

    def first_prose(self, start: int = 0) -> int | None:
        """The first undecided paragraph from `start` on."""
        return next((index for index in self.open(start) if self.prose[index]), None)

    def last_prose(self, start: int) -> int:
        """The last undecided paragraph from `start` on, or `start`."""
        return max((index for index in self.open(start) if self.prose[index]), default=start)

    def _reads_like_prose(self, block: Block, line: str) -> bool:
        return (
            ends_sentence(line)
            or _SENTENCES.search(line) is not None
            or len(line) >= _PROSE_LENGTH
            or words(line) >= _PROSE_WORDS
            or dateline(self.text, block.start, block.end) is not None
        )


def ends_sentence(line: str) -> bool:
    """Whether it ends like a sentence; an ellipsis counts, a colon does not."""
    return _FINAL.search(line[-12:]) is not None


def ends_abbreviated(line: str) -> bool:
    """Whether its last full stop may be an abbreviation's, as in `Orrin leaves for the U.S.`."""
    return _ABBREVIATION.search(line[-24:]) is not None


def words(line: str) -> int:
    """How many words it has."""
    return len(line.split())


def bulleted(line: str) -> bool:
    """Whether it is an item of a list."""
    return _BULLET.match(line) is not None


def same(one: str, other: str) -> bool:
    """Whether two lines say the same, whatever their case and spacing."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
