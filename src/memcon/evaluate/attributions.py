"""How well attributions agree with PolNeAR's: source, cue and content by span and by word, and whole attributions.

Both sides are told as runs of the same words, so that it makes no difference where annotators put spaces. What is held
against the gold may be what the language model saw or the statements made of it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from memcon.core.anchor import Anchor
from memcon.core.document import Document
from memcon.evaluate import corpora
from memcon.evaluate.metrics import Counts, f1

Items = list[list[Counts]]  # by document
Found = tuple[str, Items, Callable[[Sequence[Counts]], float]]
Parts = dict[str, frozenset[corpora.Span]]
"""By role, runs of words, half-open."""
Pair = tuple[list[Parts], list[Parts]]
"""The gold's attributions of a document, and those that were found."""

_ROLES = ("source", "cue", "content")


def polnear(marks: Path) -> tuple[Document, list[corpora.Attributed]]:
    """A document of PolNeAR from its raw text, and its attributions."""
    text, gold = corpora.attributions(marks.parent.parent / "text" / f"{marks.stem}.txt", marks)
    return corpora.document(text), gold


def expected(places: Sequence[corpora.Span], gold: corpora.Attributed) -> Parts:
    """An attribution of the gold in words."""
    return {role: runs(places, getattr(gold, role)) for role in _ROLES}


def parts(
    places: Sequence[corpora.Span], source: Anchor | None, cue: Anchor | None, content: Iterable[Anchor]
) -> Parts:
    """An attribution that was found, in words."""
    own = {"source": [source] if source else [], "cue": [cue] if cue else [], "content": content}
    return {role: runs(places, ((one.start, one.end) for one in anchors)) for role, anchors in own.items()}


def scored(prefix: str, pairs: Sequence[Pair]) -> Iterator[Found]:
    """F1 of each role by span, of all roles by word, and of whole attributions."""
    for role in _ROLES:
        yield f"{prefix}_{role}", [[overlap(_all(gold, role), _all(found, role))] for gold, found in pairs], f1
    tokens = [[overlap(_words(gold, role), _words(found, role)) for role in _ROLES] for gold, found in pairs]
    yield f"{prefix}_tokens", tokens, f1
    whole = [[overlap(map(_key, gold), map(_key, found))] for gold, found in pairs]
    yield f"{prefix}_relations", whole, f1


def runs(places: Sequence[corpora.Span], wanted: Iterable[corpora.Span]) -> frozenset[corpora.Span]:
    """The words that lie in any of some ranges, as runs of consecutive ones."""
    ranges = list(wanted)
    inside = [n for n, (start, end) in enumerate(places) if any(a < end and start < b for a, b in ranges)]
    found: list[corpora.Span] = []
    for n in inside:
        if found and found[-1][1] == n:
            found[-1] = found[-1][0], n + 1
        else:
            found.append((n, n + 1))
    return frozenset(found)


def overlap(gold: Iterable[object], found: Iterable[object]) -> Counts:
    """What two sets have in common."""
    left, right = set(gold), set(found)
    return Counts(len(left & right), len(right), len(left))


def _all(some: Iterable[Parts], role: str) -> set[corpora.Span]:
    return {span for one in some for span in one[role]}


def _words(some: Iterable[Parts], role: str) -> set[int]:
    return {n for start, end in _all(some, role) for n in range(start, end)}


def _key(one: Parts) -> tuple[frozenset[corpora.Span], ...]:
    return tuple(one[role] for role in _ROLES)
