"""Passages written for this project, with their names and attributions marked: `sentences/*.txt`.

One passage a line, in the notation of `memcon.testing.marked`, with `¶` where a paragraph ends inside it; lines that
begin with `#` are remarks. Run
`python -m training.sentences FILE …` to check files and count what they hold.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from memcon.core.reading import NameType
from memcon.testing import Marked, Span, marked

FOLDER = Path(__file__).with_name("sentences")
PARAGRAPH = "¶"
NAMES: frozenset[str] = frozenset(get_args(NameType))
ROLES = ("source", "cue", "content")
_ROLE = re.compile(r"(source|cue|content)(\d+)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its marks; `where` is its file and line."""

    where: str
    marked: Marked

    @property
    def text(self) -> str:
        """The passage without its marks."""
        return self.marked.text

    @property
    def names(self) -> tuple[Span, ...]:
        """The marked names, times and quantities."""
        return tuple(span for span in self.marked.spans if span.label in NAMES)

    @property
    def attributions(self) -> dict[str, dict[str, list[Span]]]:
        """The spans of each attribution: its number, then source, cue or content."""
        found: dict[str, dict[str, list[Span]]] = {}
        for span in self.marked.spans:
            if role := _ROLE.fullmatch(span.label):
                found.setdefault(role[2], {name: [] for name in ROLES})[role[1]].append(span)
        return found


def read(path: Path) -> Iterator[Passage]:
    """The passages of a file.

    Raises:
        ValueError: A line breaks the notation or a rule of `faults`.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{path.name}:{number}"
        try:
            passage = Passage(where, marked(line))
        except ValueError as error:
            message = f"{where}: {error}"
            raise ValueError(message) from error
        for fault in faults(passage):
            message = f"{where}: {fault}"
            raise ValueError(message)
        yield passage


def faults(passage: Passage) -> Iterator[str]:
    """What is wrong with the marks of a passage, one sentence each."""
    text = passage.text
    for span in passage.marked.spans:
        words = text[span.start : span.end]
        if span.label not in NAMES and not _ROLE.fullmatch(span.label):
            yield f"there is no label {span.label!r}"
        if words != words.strip():
            yield f"[{span.label}:{words}] begins or ends with white space"
        if _inside_word(text, span.start) or _inside_word(text, span.end):
            yield f"[{span.label}:{words}] begins or ends inside a word"
    for number, roles in passage.attributions.items():
        if len(roles["cue"]) != 1 or len(roles["source"]) > 1 or not roles["content"]:
            yield f"attribution {number} needs one cue, at most one source, and content"


def _inside_word(text: str, position: int) -> bool:
    return text[position - 1 : position].isalnum() and text[position : position + 1].isalnum()


def main(paths: list[str]) -> None:
    """Check files and print what they hold."""
    for path in paths or sorted(map(str, FOLDER.glob("*.txt"))):
        passages = list(read(Path(path)))
        counts = Counter(_ROLE.sub(r"\1", span.label) for one in passages for span in one.marked.spans)
        words = sum(len(one.text.split()) for one in passages)
        print(f"{path}: {len(passages)} passages, {words} words; {dict(counts.most_common())}")


if __name__ == "__main__":
    main(sys.argv[1:])
