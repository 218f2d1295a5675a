"""Text -> blocks: its lines, with those joined that were only broken to fit a width.

A block is a paragraph or a line of its own. Blank lines always separate blocks. A single line break is
*soft* when the sentence plainly runs across it, or when the text is set to a width and the next word would not have
fitted; otherwise it ends the block, since most pages have one line per paragraph.
"""

import itertools
import re
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_NARROW = range(40, 101)  # columns; mail, wires and old pages are set between 60 and 80
_WIDTH_SHARE = 0.8  # of breaks that a width has to explain before the text counts as set to it
_SENTENCE_END = re.compile(r"[.!?:;…。！？]['\"”’»)\]*_]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """One or more lines that belong together; half-open, without the white space around them."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The block itself."""
        return text[self.start : self.end]


def blocks(text: str, start: int = 0) -> list[Block]:
    """The blocks of a text from `start` on, in order; what lies between them is white space."""
    lines = _lines(text, start)
    width = _width(text, lines)
    result: list[Block] = []
    for above, line in zip([None, *lines], lines, strict=False):
        if line.start == line.end:
            continue
        if above is not None and above.start < above.end and _soft(text, above, line, width):
            result[-1] = Block(result[-1].start, line.end)
        else:
            result.append(line)
    return result


def _lines(text: str, start: int) -> list[Block]:
    edges = [start, *(edge for match in _BREAK.finditer(text, start) for edge in match.span()), len(text)]
    return [_stripped(text, *edges[index : index + 2]) for index in range(0, len(edges), 2)]


def _stripped(text: str, start: int, end: int) -> Block:
    line = text[start:end]
    kept = line.strip()
    if not kept:
        return Block(start, start)
    start += len(line) - len(line.lstrip())
    return Block(start, start + len(kept))


def _width(text: str, lines: list[Block]) -> int | None:
    """The width a text is set to, or None: then a line is a paragraph."""
    pairs = [
        (one, next_) for one, next_ in itertools.pairwise(lines) if one.start < one.end and next_.start < next_.end
    ]
    longest = max((line.end - line.start for line in lines), default=0)
    if len(pairs) < 3 or longest not in _NARROW:
        return None
    full = [_full(text, one, next_, longest) for one, next_ in pairs]
    running = [not _SENTENCE_END.search(one.of(text)) for one, _ in pairs]
    explained = sum(a or not b for a, b in zip(full, running, strict=True))
    return longest if sum(full) >= len(pairs) / 2 and explained >= _WIDTH_SHARE * len(pairs) else None


def _soft(text: str, above: Block, line: Block, width: int | None) -> bool:
    if width is not None:
        return _full(text, above, line, width)
    return (
        above.end - above.start in _NARROW
        and text[line.start].islower()
        and not _SENTENCE_END.search(text, max(above.start, above.end - 12), above.end)
    )


def _full(text: str, line: Block, below: Block, width: int) -> bool:
    """Whether the first word below would not have fitted on the line, give or take a ragged edge."""
    word = text[below.start : min(below.end, below.start + width)].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > width - 3
