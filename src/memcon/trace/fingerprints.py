"""What must be kept of a document to find what was made from it.

In: a document and its annotations. Out: its `Fingerprint`. Only body words count, so site furniture around a copy
changes nothing.

Two sorts of shingles. Runs of words find copies and abridgements. Runs of names and numbers, with everything between
them left out, find reports spun word by word: a thesaurus leaves names, weekdays and numbers in their order.

Source:
    Broder 1997, "On the resemblance and containment of documents": word shingles, sampled "0 mod m" rather than by
    smallest hash, because an abridgement is *contained* in its parent and need not resemble it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations
from memcon.core.derivation import Fingerprint
from memcon.core.document import Document
from memcon.core.ids import digest

WIDTH = 5  # words a shingle has: set phrases of the trade run to four
NAMES = 3  # names or numbers a run of them has
_KEEP_ONE_IN = 4  # a 100-word passage then keeps about 24 shingles; two in common suffice to be looked at
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


def body_words(document: Document, annotations: Annotations) -> tuple[BodyWord, ...]:
    """The words of the body zones, in order."""
    return tuple(_body_words(document, sorted(a for one in annotations.statements for a in one.quoted)))


def fingerprint(document: Document, annotations: Annotations) -> Fingerprint:
    """The fingerprint of a document; a document without body words has an empty one."""
    words = body_words(document, annotations)
    folded = [word.folded for word in words]
    sampled = {value for value in _hashes(folded, WIDTH) if value % _KEEP_ONE_IN == 0}
    names = set(_hashes([word.folded for word in skeleton(words)], NAMES))
    return Fingerprint(document.id, len(folded), digest(*folded), tuple(sorted(sampled)), tuple(sorted(names)))


def skeleton(words: Iterable[BodyWord]) -> tuple[BodyWord, ...]:
    """The names and numbers of the narrative, in order."""
    return tuple(word for word in words if word.narrative and word.stubborn)


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


def _hashes(folded: Sequence[str], width: int) -> Iterator[int]:
    for index in range(len(folded) - width + 1):
        shingle = " ".join(folded[index : index + width]).encode()
        yield int.from_bytes(blake2b(shingle, digest_size=6).digest(), "big")
