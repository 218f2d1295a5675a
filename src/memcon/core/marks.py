"""Text with its spans marked in it, as `[label:words]` or `[label{value}:words]`, into the bare text and the spans.

The notation is both fixture and expectation: what a stage should find stands where it should be found.
It is eyecite's manner of testing (`tests/test_AnnotateTest.py`), with labels and nesting.
"""

import re
from dataclasses import dataclass, replace

from memcon.core.anchor import Anchor
from memcon.core.document import Document

_OPENING = re.compile(r"\[([a-z][a-z0-9_-]*)(?:\{([^{}]*)\})?:")
_BRACKET = re.compile(r"\[\[|[\[\]]")


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of text, half-open, in code points of the bare text; `value` is what it means, if marked."""

    label: str
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and what was marked in it.

    Attributes:
        text: Without the marks.
        spans: In the order in which they open, so an outer span comes before those inside it.
    """

    text: str
    spans: tuple[Span, ...]

    def labelled(self, label: str) -> tuple[Span, ...]:
        """The spans of one label; empty if there are none."""
        return tuple(span for span in self.spans if span.label == label)

    def words(self, label: str) -> tuple[str, ...]:
        """What the spans of one label say."""
        return tuple(self.text[span.start : span.end] for span in self.labelled(label))

    def anchors(self, document: Document, label: str) -> tuple[Anchor, ...]:
        """The spans of one label as anchors of a document made from this text."""
        return tuple(document.anchor(span.start, span.end) for span in self.labelled(label))


def marked(notation: str) -> Marked:
    """The text and the spans of `"[speaker:The minister] said [quote:talks will [commitment:resume]]."`.

    A value stands in braces, as in `"on [date{2031-05-04}:Tuesday]"`. Spans nest. `[[` is a bracket of the text, and so
    is the `]]` that closes it or that stands where fewer than two spans are open; elsewhere `]]` closes two spans.

    Raises:
        ValueError: A span is empty, unnamed or never closed, or a bracket closes nothing.
    """
    return _Reader(notation).read()


class _Reader:
    """One pass over the notation, with the brackets that are still open."""

    def __init__(self, notation: str) -> None:
        self.notation = notation
        self.position = 0
        self.pieces: list[str] = []
        self.length = 0
        self.open: list[int | None] = []  # number of the span; None for a bracket of the text
        self.spans: list[Span] = []

    def read(self) -> Marked:
        while bracket := _BRACKET.search(self.notation, self.position):
            self._keep(self.notation[self.position : bracket.start()])
            self.position = bracket.start()
            match bracket.group():
                case "[[":
                    self.open.append(None)
                    self._step("[", 2)
                case "[":
                    self._open()
                case _:
                    self._close()
        self._keep(self.notation[self.position :])
        for number in self.open:
            if number is not None:
                message = f"[{self.spans[number].label}: is never closed in {self.notation!r}."
                raise ValueError(message)
        return Marked("".join(self.pieces), tuple(self.spans))

    def _keep(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _step(self, text: str, width: int) -> None:
        self._keep(text)
        self.position += width

    def _open(self) -> None:
        opening = _OPENING.match(self.notation, self.position)
        if opening is None:
            message = (
                f"The [ at {self.position} of {self.notation!r} names no label. "
                "Write [label:words], or [[ for a bracket of the text."
            )
            raise ValueError(message)
        self.open.append(len(self.spans))
        self.spans.append(Span(opening.group(1), self.length, self.length, opening.group(2) or ""))
        self.position = opening.end()

    def _close(self) -> None:
        doubled = self.notation.startswith("]]", self.position)
        if doubled and (self.open[-1:] == [None] or sum(number is not None for number in self.open) < 2):
            if self.open[-1:] == [None]:
                self.open.pop()
            self._step("]", 2)
            return
        number = None
        while self.open and number is None:  # the text may have left a bracket of its own open
            number = self.open.pop()
        if number is None:
            message = (
                f"The ] at {self.position} of {self.notation!r} closes nothing. Write ]] for a bracket of the text."
            )
            raise ValueError(message)
        span = self.spans[number]
        if span.start == self.length:
            message = f"[{span.label}:] marks nothing in {self.notation!r}."
            raise ValueError(message)
        self.spans[number] = replace(span, end=self.length)
        self.position += 1
