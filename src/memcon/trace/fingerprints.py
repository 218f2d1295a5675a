"""What must be kept of a document to find what was made from it.

In: a document and its annotations. Out: its `Fingerprint`. Only body words count, so site furniture around a copy
changes nothing.

Two sorts of shingles. Runs of words find copies and abridgements. Pairs of words of one sentence, in any order, find
what was spun, translated or written anew: a sentence that keeps half of its words keeps a quarter of its pairs, and
two that merely tell of one thing share hardly any but those of the names everybody uses.

Source:
    Broder 1997, "On the resemblance and containment of documents": word shingles, sampled "0 mod m" rather than by
    smallest hash, because an abridgement is *contained* in its parent and need not resemble it.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from sys import intern
from typing import NamedTuple

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations
from memcon.core.derivation import Fingerprint
from memcon.core.document import Document
from memcon.core.ids import digest

FINGERPRINT = "fingerprint-2"
"""Stamped on annotations beside the annotators' version: what another version printed is made again."""

WIDTH = 5  # words a shingle has: set phrases of the trade run to four
_KEEP_ONE_IN = 4  # a 100-word passage then keeps about 24 shingles; two in common suffice to be looked at
_KEEP_A_PAIR_IN = 8  # a 400-word report then keeps about 160 pairs
_STEMS = 40  # of a sentence that are paired; the same ones in every document
_STEM, _SHORTEST = 6, 4  # letters by which words are compared, and below which only names and numbers are
_TOLD, _NARRATIVE = 6, 0.6  # words, and share of its words, outside quotation marks that make a sentence narrative
_WORD = re.compile(r"[^\W_]+")
_BEFORE = 6  # letters before a word that show whether a sentence begins there
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:…][\"”’»)\]]*)\s*[\"“‘«(\[]*$")


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The words of a body in order, by column: a report has hundreds of them, and thousands of reports are compared.

    Attributes:
        folded: Each word in small letters.
        starts, ends: Its place in the text.
        narrative: 1 where it stands outside quotation marks.
        stubborn: 1 where it is a number, or capitalised where no sentence begins.
    """

    folded: tuple[str, ...]
    starts: "array[int]"
    ends: "array[int]"
    narrative: bytes
    stubborn: bytes


class BodySentence(NamedTuple):
    """A sentence of narrative.

    Attributes:
        first, last: Half-open range of its words among those of the body.
        stems: The beginnings of its names, numbers and longer words, folded.
    """

    anchor: Anchor
    first: int
    last: int
    stems: frozenset[str]


def body_words(document: Document, annotations: Annotations, within: Anchor | None = None) -> BodyWords:
    """The words of the body zones, or of a passage of them that begins and ends between two words."""
    text = document.text
    bodies = _bodies(document, within)
    places = [(zone, *match.span()) for zone, start, end in bodies for match in _WORD.finditer(text, start, end)]
    words = [text[start:end] for _, start, end in places]
    starts = array("I", (start for _, start, _ in places))
    narrative = bytearray(b"\1" * len(words))
    for quoted in (anchor for one in annotations.statements for anchor in one.quoted):
        first, last = bisect_left(starts, quoted.start), bisect_left(starts, quoted.end)
        narrative[first:last] = bytes(last - first)
    return BodyWords(
        tuple(intern(word.casefold()) for word in words),
        starts,
        array("I", (end for _, _, end in places)),
        bytes(narrative),
        bytes(
            not word[0].islower() and _is_stubborn(word[0], text[max(zone, start - _BEFORE) : start])
            for word, (zone, start, _) in zip(words, places, strict=True)
        ),
    )


def folded_words(document: Document, anchor: Anchor) -> Iterator[str]:
    """The words of one passage that stand in the body, in small letters."""
    for _, start, end in _bodies(document, anchor):
        for word in _WORD.findall(document.text, start, end):
            yield word.casefold()


def _bodies(document: Document, within: Anchor | None) -> Iterator[tuple[int, int, int]]:
    """Where each body zone begins that a passage meets, and where what they share begins and ends."""
    first, last = (within.start, within.end) if within else (0, len(document.text))
    for zone in document.zones:
        if zone.kind == "body" and zone.start < last and first < zone.end:
            yield zone.start, max(zone.start, first), min(zone.end, last)


def fingerprint(document: Document, annotations: Annotations) -> Fingerprint:
    """The fingerprint of a document; a document without body words has an empty one."""
    words = body_words(document, annotations)
    told = sentences(annotations, words)
    whole = digest(*words.folded)
    places = (*words.starts, *(place for one in told for place in (one.anchor.start, one.anchor.end)))
    return Fingerprint(
        document.id,
        len(words.folded),
        whole,
        tuple(sorted(set(sampled_shingles(words.folded)))),
        tuple(sorted({value for one in told for value in _pairs(one.stems)})),
        digest(document.id, whole, words.narrative, words.stubborn, " ".join(map(str, places))),
    )


def sentences(annotations: Annotations, words: BodyWords) -> tuple[BodySentence, ...]:
    """The sentences of the body that are narrative for the most part, in order; others tell nothing of derivation."""
    found, last = [], 0
    for anchor in sorted(one.anchor for one in annotations.sentences):
        first = max(last, bisect_left(words.starts, anchor.start))
        last = bisect_left(words.starts, anchor.end, first)
        if words.narrative.count(1, first, last) >= max(_TOLD, _NARRATIVE * (last - first)):
            columns = (words.folded[first:last], words.narrative[first:last], words.stubborn[first:last])
            held = (word for word, told, own in zip(*columns, strict=True) if told and (own or len(word) >= _SHORTEST))
            found.append(BodySentence(anchor, first, last, frozenset(intern(word[:_STEM]) for word in held)))
    return tuple(found)


def _is_stubborn(letter: str, before: str) -> bool:
    """Whether a word that begins with this letter is a number, or capitalised where no sentence begins."""
    return letter.isdigit() or (letter.isupper() and not _OPENS_SENTENCE.search(before))


def sampled_shingles(folded: Sequence[str]) -> Iterator[int]:
    """Hashes of the runs of words that are kept, in order."""
    for index in range(len(folded) - WIDTH + 1):
        value = _hash(" ".join(folded[index : index + WIDTH]))
        if value % _KEEP_ONE_IN == 0:
            yield value


def _pairs(stems: Iterable[str]) -> Iterator[int]:
    """A sample of the pairs of these words, whichever stands first."""
    for low, high in combinations(sorted(map(_stem_hash, stems))[:_STEMS], 2):
        value = (low * _MIX ^ high) * _MIX & _BITS
        if value >> 20 & _KEEP_A_PAIR_IN - 1 == 0:
            yield value


_MIX, _BITS = 0x9E3779B97F4A7C15, (1 << 48) - 1  # 2**64 by the golden ratio, as for Fibonacci hashing


@lru_cache(1 << 16)
def _stem_hash(stem: str) -> int:
    return _hash(stem)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=6).digest(), "big")
