"""Which documents are compared word by word, and what they share.

In: documents, their annotations and fingerprints, and whatever comparisons are known. Out: comparisons, sorted.

What two documents share is a function of the two alone, so a comparison made once is made for good: of a record to
which one report was added, only the pairs with that report are compared. What is boilerplate depends on all documents;
the pairs that have it are looked at again without it, and compared anew when it is another.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain

from memcon.core.annotation import Annotations
from memcon.core.derivation import Comparison, Fingerprint
from memcon.core.document import Document
from memcon.core.ids import DocumentId, digest
from memcon.trace.candidates import CROWD, candidates
from memcon.trace.groups import Groups
from memcon.trace.passages import Story, overlap, story

VERSION = "compare-1"
"""Part of what a comparison is of; what another version compared is compared again."""

WHOLE = 0.8  # share of narrative in the same words; copies and abridgements lie above
RETOLD = 0.15
"""Evidence of a retelling that proves one, chosen on the dev part of the invented collections and on news of one event;
see `retelling.evidence`. Independent accounts of one event that were looked at lie below .1."""
_STORIES = 1_000  # kept ready, some twenty kilobytes each; each of 10,000 reports is then made ready 1.2 times


def compare(
    documents: Mapping[DocumentId, Document],
    annotations: Mapping[DocumentId, Annotations],
    fingerprints: Iterable[Fingerprint],
    *,
    known: Iterable[Comparison] = (),
) -> tuple[Comparison, ...]:
    """What every two documents share that are worth comparing.

    Args:
        known: Comparisons of these or of other documents. They spare work and change nothing.
    """
    ordered = sorted(fingerprints, key=lambda one: _earliest(documents[one.document]))
    prints = {one.document: one for one in ordered}
    place = {document: number for number, document in enumerate(prints)}
    before = {one.of: one for one in known}

    @lru_cache(_STORIES)
    def ready(one: DocumentId) -> Story:
        return story(documents[one], annotations[one])

    def compared(first: DocumentId, second: DocumentId) -> Comparison:
        of = digest(VERSION, first, prints[first].read, second, prints[second].read)
        return before.get(of) or Comparison(first, second, of, overlap(ready(first), ready(second)))

    def without(one: Comparison, boilerplate: frozenset[int]) -> Comparison:
        left_out = tuple(sorted(boilerplate.intersection(prints[one.second].shingles)))
        if one.boilerplate == left_out:
            return one
        own = overlap(ready(one.first), ready(one.second), usual=set(left_out)) if left_out else None
        return Comparison(one.first, one.second, one.of, one.shared, left_out, own)

    # Those of a time stand beside each other, and what a crowd is compared with stays at hand.
    pairs = sorted(candidates(ordered), key=lambda pair: sorted((place[one] for one in pair), reverse=True))
    found = [compared(*pair) for pair in pairs]
    usual = _boilerplate(ordered, found)
    held = {one.document: usual.intersection(one.shingles) for one in ordered} if usual else {}
    return tuple(
        sorted(
            (without(one, held.get(one.first, frozenset()) if _in_part(one) else frozenset()) for one in found),
            key=lambda one: (one.first, one.second),
        )
    )


def _earliest(document: Document) -> tuple[bool, str, DocumentId]:
    published = document.published
    return published is None, published.iso if published else "", document.id


def _in_part(one: Comparison) -> bool:
    return max(one.shared.first, one.shared.second) < WHOLE


def _boilerplate(fingerprints: Iterable[Fingerprint], compared: Iterable[Comparison]) -> frozenset[int]:
    """Shingles that a crowd of documents share and that are nobody's story: no group has most of the documents.

    Groups are documents that are nearly whole in each other, or retell each other; so a story keeps its words however
    many rewrite it.
    """
    groups, prints = Groups(()), list(fingerprints)
    for one in compared:
        if not _in_part(one) or one.shared.retold >= RETOLD:
            groups.join(one.first, one.second)
    counts = Counter(chain.from_iterable(one.shingles for one in prints))
    crowded = frozenset(value for value, count in counts.items() if count > CROWD)
    holders: dict[int, Counter[str]] = {value: Counter() for value in crowded}
    for document in prints if crowded else ():
        for value in crowded.intersection(document.shingles):
            holders[value][groups.root(document.document)] += 1
    return frozenset(
        value for value, found in holders.items() if len(found) > CROWD and 2 * max(found.values()) < found.total()
    )
