"""Methods that say what was made from what: memcon, MinHash with LSH, and the cosine of TF-IDF.

In: the documents of collections, never what is known about them. Out: an `Answer` to each. The two that have a
threshold are given the one that is best on the dev part. Both read the text as received, as they are used; their edges
are directed by the stated times, and where these do not tell, from the longer text to the shorter.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.derivation.collection import Collection, Document
from bench.derivation.scoring import Answer, Found, edge_f1
from bench.derivation.text import shingles
from memcon import language
from memcon.core.dates import PartialDate
from memcon.core.derivation import Derivation
from memcon.core.ids import DocumentId
from memcon.pipeline import RecordFile
from memcon.pipeline import open as open_record

Collections = Sequence[Collection]
Answers = dict[str, Answer]

THRESHOLDS = tuple(number / 20 for number in range(1, 20))
_WIDTHS = (3, 5)  # words of a shingle, as it is used to find near copies
PERMUTATIONS = 128  # datasketch's usual number


@dataclass(frozen=True, slots=True)
class Run:
    """A method's answers, under a name that says how it was set."""

    method: str
    answers: Answers


class MissingLibraryError(RuntimeError):
    """A method needs a library that is not installed."""

    def __init__(self, module: str) -> None:
        self.module = module
        super().__init__(
            f"{module} is not installed; memcon does not need it, so install it in an environment of its own."
        )


def memcon(test: Collections, _dev: Collections) -> list[Run]:
    """Memcon as a user would run it, on one record for each collection: all derivations, and only the certain ones."""
    reader = language.load()
    every: Answers = {}
    certain: Answers = {}
    for collection in test:
        every[collection.name], certain[collection.name] = traced(collection.documents, reader)
    return [Run("memcon", every), Run("memcon, certain", certain)]


def traced(documents: Sequence[Document], reader: language.Language) -> tuple[Answer, Answer]:
    """What memcon says of some documents, with and without what is merely possible; families are of what is certain."""
    with TemporaryDirectory(prefix="memcon-bench-") as folder:
        reports = Path(folder, "reports.jsonl")
        reports.write_text(
            "".join(f"{json.dumps(_row(one), ensure_ascii=False)}\n" for one in documents), encoding="utf-8"
        )
        with open_record(Path(folder, "memcon.db"), language=reader) as file:
            file.add([reports])
            names = _names(file, documents)
            among = [one for one in file.derivations() if one.parent is not None]
            families = {
                names[member]: names[family.documents[0]]
                for family in file.record().families
                for member in family.documents
            }
    every, sure = (tuple(_found(one, names) for one in ones) for ones in (among, [one for one in among if one.certain]))
    return Answer(every, families), Answer(sure, families)


def minhash(test: Collections, dev: Collections) -> list[Run]:
    """Datasketch's MinHash with LSH at the threshold that is best on dev: of runs of words, and of single words."""
    sketch: Any = needed("datasketch")

    def sketches(collections: Collections, width: int) -> dict[str, Any]:
        made = {}
        for one in (each for collection in collections for each in collection.documents):
            made[one.id] = sketch.MinHash(num_perm=PERMUTATIONS)
            made[one.id].update_batch(
                [" ".join(run).encode() for run in sorted(shingles((one.title, one.text), width))]
            )
        return made

    def answers(collections: Collections, made: Mapping[str, Any], threshold: float) -> Answers:
        index = sketch.MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        for key, one in made.items():
            index.insert(key, one)
        near = {key: sorted(other for other in index.query(one) if other > key) for key, one in made.items()}
        found = {}
        for one in collections:
            own = {each.id for each in one.documents}
            found[one.name] = _answer(one, [(key, other) for key in sorted(own) for other in near[key] if other in own])
        return found

    runs = []
    for widths in (_WIDTHS, (1,)):
        best = (-1.0, 0, 0.0)
        for width in widths:
            made = sketches(dev, width)
            best = max(best, *((edge_f1(dev, answers(dev, made, each)), width, each) for each in THRESHOLDS))
        _, width, threshold = best
        name = f"MinHash-LSH ({f'runs of {width} words' if width > 1 else 'single words'}, {threshold:g})"
        runs.append(Run(name, answers(test, sketches(test, width), threshold)))
    return runs


def tfidf(test: Collections, dev: Collections) -> list[Run]:
    """The cosine of TF-IDF vectors, as scikit-learn makes them, at the threshold that is best on dev."""
    extraction: Any = needed("sklearn.feature_extraction.text")

    def cosines(collections: Collections) -> dict[str, dict[tuple[str, str], float]]:
        vectorizer = extraction.TfidfVectorizer(sublinear_tf=True).fit(
            _texts(each for one in collections for each in one.documents)
        )
        found = {}
        for one in collections:
            vectors = vectorizer.transform(_texts(one.documents))
            like = (vectors @ vectors.T).toarray()
            places = combinations(range(len(one.documents)), 2)
            found[one.name] = {(one.documents[i].id, one.documents[j].id): float(like[i, j]) for i, j in places}
        return found

    def answers(
        collections: Collections, like: Mapping[str, Mapping[tuple[str, str], float]], threshold: float
    ) -> Answers:
        return {
            one.name: _answer(one, [pair for pair, value in like[one.name].items() if value >= threshold])
            for one in collections
        }

    tuned = cosines(dev)
    threshold = max(THRESHOLDS, key=lambda threshold: edge_f1(dev, answers(dev, tuned, threshold)))
    return [Run(f"TF-IDF cosine ({threshold:g})", answers(test, cosines(test), threshold))]


METHODS: Mapping[str, Callable[[Collections, Collections], list[Run]]] = {
    "memcon": memcon,
    "minhash": minhash,
    "tfidf": tfidf,
}


def needed(module: str) -> Any:
    """The module.

    Raises:
        MissingLibraryError: It is not installed.
    """
    if find_spec(module.partition(".")[0]) is None:
        raise MissingLibraryError(module.partition(".")[0])
    return import_module(module)


def _texts(documents: Iterable[Document]) -> list[str]:
    return [f"{one.title}\n\n{one.text}" for one in documents]


def _row(document: Document) -> dict[str, str]:
    row = {"title": document.title, "outlet": document.outlet, "text": document.text}
    return {**row, "published": document.published} if document.published else row


def _names(file: RecordFile, documents: Sequence[Document]) -> dict[DocumentId, str]:
    """Our ids by memcon's: what was added is known by its line."""
    lines = {int(arrival.path.rpartition(":")[2]): one.id for one in file.documents() for arrival in one.arrivals}
    return {lines[number]: one.id for number, one in enumerate(documents, start=1) if number in lines}


def _found(derivation: Derivation, names: Mapping[DocumentId, str]) -> Found:
    assert derivation.parent is not None
    kind = None if derivation.kind == "credit" else derivation.kind
    return Found(names[derivation.child], names[derivation.parent], kind, derivation.direction == "determined")


def _answer(collection: Collection, pairs: Iterable[tuple[str, ...]]) -> Answer:
    documents = {one.id: one for one in collection.documents}
    return Answer(tuple(_directed(documents[one], documents[other]) for one, other in pairs))


def _directed(one: Document, other: Document) -> Found:
    if one.published and other.published:
        left, right = PartialDate(one.published), PartialDate(other.published)
        if not left.compatible(right):
            return Found(one.id, other.id) if right.not_after(left) else Found(other.id, one.id)
    return Found(one.id, other.id) if len(one.text) <= len(other.text) else Found(other.id, one.id)
