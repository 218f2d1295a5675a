"""How tracing grows with the number of documents, and how it finds near copies beside MinHash with LSH.

Run as a process of its own, `python -m bench.derivation.growth METHOD SIZE SEED` prints one `Run` as JSON; `grown` has
it run for every method and size. Crowds are made before any clock starts. Seconds are of processor time: all of it runs
on one thread, and other programs on the machine then change little.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass, replace
from time import process_time
from typing import Any, Literal, get_args

from bench import process
from bench.derivation.crowd import COPIES, WAYS, Crowd, Pair, Way, crowd, original, sentenced, written
from bench.derivation.methods import PERMUTATIONS, THRESHOLDS, needed
from bench.derivation.text import shingles
from memcon import trace
from memcon.core.derivation import Comparison, Derivation, Family, Fingerprint
from memcon.core.document import Document
from memcon.core.ids import DocumentId

Method = Literal["memcon", "memcon, copies", "MinHash-LSH, copies"]
METHODS: tuple[Method, ...] = get_args(Method)
SIZES = (1_000, 10_000, 100_000)

_WIDTH = 5  # words of a shingle, the better of the two that `methods` tries
_TUNED_ON = 1_000  # reports, of another seed


@dataclass(frozen=True, slots=True)
class Run:
    """What a method took for a crowd, and what it found.

    Attributes:
        documents: Fewer than `size` where only copies and originals are left.
        setting: How the method was set; empty where there is nothing to set.
        seconds: By part of the work, in its order.
        before, peak: Bytes of memory with the crowd made, and at their highest until it was traced.
        found, known: Pairs of parent and child by way, and how many of them are told or are in one family.
        wrong, doubtful: Pairs told of reports that tell different stories, as certain and as merely possible.
        mixed: Families that hold more than one story.
        one_more: Seconds for one more document; None where that was not measured.
    """

    method: Method
    size: int
    documents: int
    setting: str
    seconds: Mapping[str, float]
    before: int
    peak: int
    found: Mapping[Way, int]
    known: Mapping[Way, int]
    wrong: int
    doubtful: int
    mixed: int
    one_more: float | None


def grown(
    method: Method, sizes: Iterable[int], seed: int, *, step: Callable[[str], AbstractContextManager[None]]
) -> Iterator[Run]:
    """A method at every size, each in a process of its own.

    Args:
        step: Shows what is running.

    Raises:
        MissingLibraryError: The method needs a library that is not installed.
    """
    if method == "MinHash-LSH, copies":
        needed("datasketch")
    for size in sizes:
        with step(f"{method}, {size:,}"):
            yield Run(**process.told("derivation.growth", method, str(size), str(seed)))


def run(method: Method, size: int, seed: int) -> Run:
    """One method at one size."""
    made = crowd(size, seed, ways=COPIES if method != "memcon" else frozenset(WAYS))
    if method == "MinHash-LSH, copies":
        return _sketched(made, size, _threshold(crowd(_TUNED_ON, seed + 1, ways=COPIES)))
    before, prints, known = process.peak(), list[Fingerprint](), list[Comparison]()
    seconds, derivations, families = _trace(made, made.documents, prints, known)
    peak, one_more = process.peak(), None
    if method == "memcon":
        late = written(original(size, seed), size)
        grown = replace(
            made,
            documents={**made.documents, late.id: late},
            annotations={**made.annotations, late.id: sentenced(late)},
        )
        one_more = sum(_trace(grown, [late.id], prints, known)[0].values())
    told = {_pair(one.child, one.parent): one.certain for one in derivations if one.parent is not None}
    return _run(made, method, size, "", seconds, (before, peak), told, families, one_more)


def _trace(
    made: Crowd, new: Iterable[DocumentId], prints: list[Fingerprint], known: list[Comparison]
) -> tuple[Mapping[str, float], Sequence[Derivation], Sequence[Family]]:
    """Everything traced, and what each part took; the new documents' fingerprints and comparisons join the others."""
    seconds: dict[str, float] = {}
    with _timed(seconds, "fingerprint"):
        prints.extend(trace.fingerprint(made.documents[key], made.annotations[key]) for key in new)
    with _timed(seconds, "compare"):
        known[:] = trace.compare(made.documents, made.annotations, prints, known=known)
    with _timed(seconds, "derive"):
        derivations, _ = trace.derive(made.documents, made.annotations, prints, known)
    with _timed(seconds, "families"):
        families = trace.families(made.documents, made.annotations, derivations)
    return seconds, derivations, families


def _sketched(made: Crowd, size: int, threshold: float) -> Run:
    before, seconds = process.peak(), dict[str, float]()
    bodies = {key: _body(one) for key, one in made.documents.items()}
    with _timed(seconds, "sketch"):
        sketches = {key: _sketch(body) for key, body in bodies.items()}
    with _timed(seconds, "index and query"):
        pairs = _near(sketches, threshold)
    setting = f"runs of {_WIDTH} words, {PERMUTATIONS} permutations, threshold {threshold:g}"
    told = dict.fromkeys(pairs, True)
    return _run(made, "MinHash-LSH, copies", size, setting, seconds, (before, process.peak()), told, (), None)


def _threshold(made: Crowd) -> float:
    """The threshold with the best F1; of equal ones the middle."""
    sketches = {key: _sketch(_body(one)) for key, one in made.documents.items()}
    scores = {each: _f1(made, _near(sketches, each)) for each in THRESHOLDS}
    best = [each for each in THRESHOLDS if scores[each] == max(scores.values())]
    return best[len(best) // 2]


def _f1(made: Crowd, told: set[Pair]) -> float:
    right = len(told & made.made.keys())
    return 2 * right / (2 * right + len(made.made.keys() - told) + sum(map(made.apart, told)))


def _sketch(body: str) -> Any:
    sketch = needed("datasketch").MinHash(num_perm=PERMUTATIONS)
    sketch.update_batch([" ".join(run).encode() for run in shingles([body], _WIDTH)])
    return sketch


def _near(sketches: Mapping[DocumentId, Any], threshold: float) -> set[Pair]:
    index = needed("datasketch").MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    for key, one in sketches.items():
        index.insert(key, one)
    return {_pair(key, other) for key, one in sketches.items() for other in index.query(one) if other != key}


def _body(document: Document) -> str:
    return "\n\n".join(document.text[zone.start : zone.end] for zone in document.zones if zone.kind == "body")


def _run(
    made: Crowd,
    method: Method,
    size: int,
    setting: str,
    seconds: Mapping[str, float],
    memory: tuple[int, int],
    told: Mapping[Pair, bool],
    families: Iterable[Family],
    one_more: float | None,
) -> Run:
    """The run, with what was told compared with what is known."""
    family = {one: number for number, each in enumerate(families) for one in each.documents}
    stories = {(family[one], story) for one, story in made.stories.items() if one in family}
    mixed = sum(count > 1 for count in Counter(number for number, _ in stories).values())
    apart = Counter(certain for pair, certain in told.items() if made.apart(pair))
    known = Counter(made.made.values())
    found = Counter(
        way
        for (one, other), way in made.made.items()
        if (one, other) in told or (one in family and family[one] == family[other])
    )
    return Run(
        method, size, len(made.documents), setting, seconds, *memory, dict(found), dict(known), apart[True],
        apart[False], mixed, one_more,
    )  # fmt: skip


@contextmanager
def _timed(seconds: dict[str, float], part: str) -> Iterator[None]:
    begun = process_time()
    yield
    seconds[part] = process_time() - begun


def _pair(one: DocumentId, other: DocumentId) -> Pair:
    return min(one, other), max(one, other)


def main() -> None:
    """Print one run as JSON."""
    method, size, seed = sys.argv[1:]
    chosen = next(one for one in METHODS if one == method)
    print(json.dumps(asdict(run(chosen, int(size), int(seed)))))


if __name__ == "__main__":
    main()
