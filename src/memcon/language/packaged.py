"""The language model that memcon ships, reading documents.

In: a document with zones. Out: its `Reading`, and a `Problem` for each passage that could not be read.
Only headline, subheading and body zones are read; a paragraph is a zone, and no sentence goes beyond one.
"""

import os
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from threading import Lock
from typing import cast

import numpy as np

from memcon.core.act import ActKind
from memcon.core.anchor import Anchor
from memcon.core.document import Document, Zone
from memcon.core.problem import Problem
from memcon.core.reading import Attribution, Doubt, Name, NameType, Phrase, PhraseType, Reading, Trigger, Word
from memcon.language import spans
from memcon.language.analysis import Analysis, analyse
from memcon.language.protocol import READ, Vectors
from memcon.language.sentences import sentence_ranges
from memcon.language.weights import Weights
from memcon.language.windows import LIMIT
from memcon.language.words import LONGEST, word_ranges

_FOREIGN = 0.5  # share of a zone's words in other scripts, beyond which reading it would be guessing
_LATIN = 0x370  # the first code point beyond Latin letters, but for the next two blocks of them
_MORE_LATIN = range(0x1E00, 0x1F00)


class Packaged:
    """A `Language` by the packaged weights; safe to use from several threads.

    Args:
        threads: Windows read side by side; by default as many as there are processors, but no more than 8.
    """

    def __init__(self, weights: Weights, *, threads: int | None = None) -> None:
        self._weights = weights
        self._threads = threads or min(os.cpu_count() or 1, 8)
        self._pool: ThreadPoolExecutor | None = None
        self._process = 0
        self._lock = Lock()

    @property
    def version(self) -> str:
        """Of the weights."""
        return self._weights.version

    def read(self, document: Document) -> tuple[Reading, tuple[Problem, ...]]:
        """All that the heads see in a document."""
        text = _Text(document)
        pool = self._workers() if self._threads > 1 and len(text.words) > LIMIT else None
        made = analyse(text.words, text.begins, text.opens, self._weights, pool=pool)
        return text.reading(made), tuple(text.problems)

    def vectors(self, sentences: Sequence[str]) -> Vectors:
        """What sentences mean, as `Language.vectors` says."""
        words = [[one[start:end] for start, end in word_ranges(one, 0, len(one))] for one in sentences]
        some = self._threads > 1 and len(words) > 4
        rows = list((self._workers().map if some else map)(self._weights.vector, words))
        return np.stack(rows) if rows else np.zeros((0, 384), np.float32)

    def _workers(self) -> ThreadPoolExecutor:
        with self._lock:
            if self._pool is None or self._process != os.getpid():  # a forked child has none of its parent's threads
                self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="memcon-language")
                self._process = os.getpid()
            return self._pool


class _Text:
    """The words of a document that are read, each with its place."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.words: list[str] = []
        self.places: list[tuple[int, int]] = []
        self.begins: list[int] = []
        self.opens: list[int] = []
        self.problems: list[Problem] = []
        for zone in document.zones:
            if zone.kind in READ:
                self._take(zone)

    def _take(self, zone: Zone) -> None:
        text = self._document.text
        places = []
        for start, end in word_ranges(text, zone.start, zone.end):
            if end - start > LONGEST:
                self._give_up(start, end, "long-word", "A run of characters without a break is too long to be a word")
            else:
                places.append((start, end))
        words = [text[start:end] for start, end in places]
        if not words:
            return
        if sum(map(_foreign, words)) > _FOREIGN * sum(any(map(str.isalpha, word)) for word in words):
            self._give_up(zone.start, zone.end, "unread-script", "Most words are in a script that is not read")
            return
        base = len(self.words)
        self.words += words
        self.places += places
        self.opens.append(base)
        self.begins.append(base)
        number = 0
        for start, _ in sentence_ranges(text, zone.start, zone.end):
            while number < len(places) and places[number][0] < start:
                number += 1
            if 0 < number < len(places) and base + number > self.begins[-1]:
                self.begins.append(base + number)

    def _give_up(self, start: int, end: int, reason: str, detail: str) -> None:
        anchor = self._document.anchor(start, end)
        self.problems.append(
            Problem("annotate", self._document.path or "", reason, f"{detail}; it is kept but not read.", anchor)
        )

    def _apart(self, span: spans.Span) -> list[spans.Span]:
        """A span cut where paragraphs begin: between two of them there may be what is not read."""
        first = bisect_right(self.opens, span[0])
        edges = [span[0], *self.opens[first : bisect_left(self.opens, span[1])], span[1]]
        return list(pairwise(edges))

    def reading(self, made: Analysis) -> Reading:
        """What was seen, by anchor instead of by number."""
        ends = [*made.sentences, len(self.words)][1:]
        number = [n for n, (start, end) in enumerate(zip(made.sentences, ends, strict=True)) for _ in range(start, end)]
        anchor = self._document.anchor
        words = tuple(
            Word(anchor(start, end), *rest)
            for (start, end), *rest in zip(
                self.places, made.lemmas, made.upos, made.heads, made.relations, number, strict=True
            )
        )

        def over(span: spans.Span) -> Anchor:
            start, end = self._apart(span)[0]
            return anchor(self.places[start][0], self.places[end - 1][1])

        return Reading(
            self._document.id,
            sentences=tuple(over(span) for span in zip(made.sentences, ends, strict=True)),
            words=words,
            names=tuple(Name(over((one.start, one.end)), cast(NameType, one.type)) for one in made.names),
            phrases=tuple(
                Phrase(over((one.start, one.end)), one.head, cast(PhraseType, one.type))
                for one in sorted(made.phrases, key=lambda one: (one.start, -one.end))
            ),
            attributions=tuple(
                Attribution(
                    over(one.source) if one.source else None,
                    over(one.cue),
                    tuple(over(part) for whole in one.content for part in self._apart(whole)),
                    one.nested,
                    one.score,
                )
                for one in made.attributions
            ),
            doubts=tuple(Doubt(anchor(*self.places[one.number]), one.score) for one in made.doubts),
            triggers=tuple(
                Trigger(
                    anchor(*self.places[one.number]), cast(ActKind, one.kind), one.type, one.status, one.score, one.sure
                )
                for one in made.triggers
            ),
        )


def _foreign(word: str) -> bool:
    return any(ord(letter) >= _LATIN and ord(letter) not in _MORE_LATIN and letter.isalpha() for letter in word)
