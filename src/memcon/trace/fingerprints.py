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
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations
from memcon.core.derivation import Fingerprint
from memcon.core.document import Document
from memcon.core.ids import digest

WIDTH = 5  # words a shingle has: set phrases of the trade run to four
_KEEP_ONE_IN = 4  # a 100-word passage then keeps about 24 shingles; two in common suffice to be looked at
_KEEP_A_PAIR_IN = 8  # a 400-word report then keeps about 160 pairs
_STEMS = 40  # of a sentence that are paired; the same ones in every document
_STEM, _SHORTEST = 6, 4  # letters by which words are compared, and below which only names and numbers are
_TOLD, _NARRATIVE = 6, 0.6  # words, and share of its words, outside quotation marks that make a sentence narrative
_WORD = re.compile(r"[^\W_]+")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:…][\"”’»)\]]*)\s*[\"“‘«(\[]*$")


class BodyWord(NamedTuple):
    """A word of the body, folded, with its place in the text.

    Attributes:
        narrative: Outside quotation marks.
        stubborn: A number, or capitalised where no sentence begins.
    """

    folded: str
    start: int
    end: int
    narrative: bool
    stubborn: bool


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


def body_words(document: Document, annotations: Annotations) -> tuple[BodyWord, ...]:
    """The words of the body zones, in order."""
    return tuple(_body_words(document, sorted(a for one in annotations.statements for a in one.quoted)))


def fingerprint(document: Document, annotations: Annotations) -> Fingerprint:
    """The fingerprint of a document; a document without body words has an empty one."""
    words = body_words(document, annotations)
    folded = [word.folded for word in words]
    shingles = set(sampled_shingles(folded))
    pairs = {value for one in sentences(annotations, words) for value in _pairs(one.stems)}
    return Fingerprint(document.id, len(folded), digest(*folded), tuple(sorted(shingles)), tuple(sorted(pairs)))


def sentences(annotations: Annotations, words: Sequence[BodyWord]) -> tuple[BodySentence, ...]:
    """The sentences of the body that are narrative for the most part, in order; others tell nothing of derivation."""
    found, index = [], 0
    for anchor in sorted(one.anchor for one in annotations.sentences):
        while index < len(words) and words[index].start < anchor.start:
            index += 1
        begin = index
        while index < len(words) and words[index].start < anchor.end:
            index += 1
        own = words[begin:index]
        told = [word for word in own if word.narrative]
        if len(told) >= max(_TOLD, _NARRATIVE * len(own)):
            stems = frozenset(word.folded[:_STEM] for word in told if word.stubborn or len(word.folded) >= _SHORTEST)
            found.append(BodySentence(anchor, begin, index, stems))
    return tuple(found)


def _body_words(document: Document, quoted: Sequence[Anchor]) -> Iterator[BodyWord]:
    text, index = document.text, 0
    for zone in document.zones:
        if zone.kind != "body":
            continue
        for match in _WORD.finditer(text, zone.start, zone.end):
            start, word = match.start(), match.group()
            while index < len(quoted) and quoted[index].end <= start:
                index += 1
            narrative = index == len(quoted) or start < quoted[index].start
            stubborn = word[0].isdigit() or (
                word[0].isupper() and not _OPENS_SENTENCE.search(text[max(zone.start, start - 6) : start])
            )
            yield BodyWord(word.casefold(), start, match.end(), narrative, stubborn)


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
