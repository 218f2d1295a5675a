"""The record out of the record file: every stage after annotating, in the order in which they need each other.

What was built is kept in the file, with a digest of all it was built from. So it is built once after each change, and
read by whoever asks the next question.
"""

import gc
import logging
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from time import monotonic

from memcon import align, record, trace
from memcon.core.annotation import Annotations, Damage
from memcon.core.dates import PartialDate
from memcon.core.degradation import Degradation, degradation
from memcon.core.derivation import Comparison, Fingerprint
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.judgement import withdrawn
from memcon.core.problem import Problem
from memcon.core.record import Record
from memcon.store import Store

_LOG = logging.getLogger(__name__)
_MAKERS = ("align", "core", "pipeline", "record", "store", "trace")
"""The parts of the package that a record depends on beside its annotations, which have a version of their own."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in some documents.

    Attributes:
        prints: What finds near copies.
    """

    annotations: Mapping[DocumentId, Annotations]
    prints: tuple[Fingerprint, ...]

    @property
    def words(self) -> Mapping[DocumentId, int]:
        """How many words of each document are compared."""
        return {one.document: one.words for one in self.prints}


class Built:
    """The record of one as-of date, with its documents and with what else it was built from.

    Args:
        seen: Gives what else there is when it is asked for.
    """

    def __init__(
        self,
        documents: Mapping[DocumentId, Document],
        made: Record,
        seen: Callable[[], "Seen"],
        *,
        undated: tuple[DocumentId, ...] = (),
        withdrawn: tuple[Document, ...] = (),
    ) -> None:
        self.documents = documents
        self.record = made
        self.undated = undated
        self.withdrawn = withdrawn
        self._seen = seen

    @cached_property
    def seen(self) -> "Seen":
        """What was seen in its documents."""
        with _uncollected():
            return self._seen()


@dataclass(frozen=True, slots=True)
class _Given:
    """What a record is built from, besides its documents."""

    seen: Seen
    known: tuple[Comparison, ...]
    problems: tuple[Problem, ...]


def build(store: Store, as_of: PartialDate | None) -> Built:
    """The record of everything, or of what had been published by then."""
    started = monotonic()
    with _uncollected():
        with store.snapshot():
            gone = withdrawn(store.judgements())
            everything = store.documents()
            left = [document for document in everything if document.id not in gone]
            documents = {one.id: one for one in left if _known(one, as_of)}
            basis = "" if as_of else store.basis(_version())
            found = (store.record(basis) if basis else None) or _given(store, documents)
        made = found if isinstance(found, Record) else _made(store, documents, found, basis)
    how = "kept" if made is found else "built"
    _LOG.info("%s: %d documents, %d entries, %.2f s", how, len(documents), len(made.entries), monotonic() - started)
    return Built(
        documents,
        made,
        lambda: found.seen if isinstance(found, _Given) else _seen(store, documents),
        undated=tuple(one.id for one in left if as_of and one.published is None),
        withdrawn=tuple(one for one in everything if one.id in gone),
    )


def _given(store: Store, documents: Mapping[DocumentId, Document]) -> _Given:
    standing = tuple(_standing(store.problems(), documents))
    return _Given(_seen(store, documents), store.comparisons(), standing)


def _seen(store: Store, documents: Container[DocumentId]) -> Seen:
    return Seen(
        {one.document: one for one in store.annotations() if one.document in documents},
        tuple(one for one in store.fingerprints() if one.document in documents),
    )


def _made(store: Store, documents: Mapping[DocumentId, Document], given: _Given, basis: str) -> Record:
    """The record, built, and kept if it is one of everything."""
    annotations, prints, words = given.seen.annotations, given.seen.prints, given.seen.words
    comparisons = trace.compare(documents, annotations, prints, known=given.known)
    _keep(store, given.known, comparisons, documents if basis else ())
    derivations, traced = trace.derive(documents, annotations, prints, comparisons)
    families = trace.families(documents, annotations, derivations)
    alignment = align.align(documents, annotations.values(), derivations)
    damage = trace.damage(documents, annotations, derivations, alignment.parties, words=words)
    made = record.build(
        documents,
        annotations.values(),
        derivations=derivations,
        origins=trace.origins(documents, annotations, derivations, families),
        alignment=alignment,
        problems=(*given.problems, *traced),
        damage=damage,
        degradations=degradations(damage, words),
    )
    if basis and not store.keep_record(made, basis=basis):
        _LOG.info("the record could not be kept")
    return made


@cache
def _version() -> str:
    """Of what makes a record: the code and the vocabularies themselves, so that no change of them is overlooked."""
    hashed = sha256()
    package = Path(__file__).parent.parent
    for part in _MAKERS:
        for path in sorted((package / part).rglob("*")):
            if path.suffix in {".py", ".toml", ".txt"}:
                hashed.update(path.read_bytes())
    return hashed.hexdigest()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without searches for circular garbage, of which building leaves none: they would go through all that is built.

    With ten thousand documents they are most of the time that reading the file takes. What was built counts as old at
    once, so that no search for young garbage goes through it either.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting and not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        if collecting:
            gc.enable()


def _keep(store: Store, known: Iterable[Comparison], made: Iterable[Comparison], whole: Container[DocumentId]) -> None:
    """Keeps what was compared anew.

    Args:
        whole: Documents of which all comparisons were made, so that others among them need not be kept.
    """
    before, now = ({(one.first, one.second): one for one in each} for each in (known, made))
    new = [one for pair, one in now.items() if before.get(pair) is not one]
    gone = [pair for pair in before if pair not in now and pair[0] in whole and pair[1] in whole]
    if (new or gone) and not store.keep(new, gone=gone):
        _LOG.info("compare: %d pairs could not be kept", len(new))


def degradations(damage: Iterable[Damage], words: Mapping[DocumentId, int]) -> Mapping[DocumentId, Degradation]:
    """How damaged each document is.

    Args:
        words: How many of each document are compared.
    """
    marks: dict[DocumentId, list[Damage]] = defaultdict(list)
    for mark in damage:
        marks[mark.anchor.document].append(mark)
    return {document: degradation(marks[document], count) for document, count in words.items()}


def _standing(problems: Iterable[Problem], documents: Mapping[DocumentId, Document]) -> Iterator[Problem]:
    """The problems that still hold: not of documents left out, nor of files that could be read since."""
    read = {arrival.path for document in documents.values() for arrival in document.arrivals}
    for problem in problems:
        beside = problem.reason == "metadata"  # the document was read all the same
        if problem.anchor is not None and problem.anchor.document not in documents:
            continue
        if problem.anchor is not None or beside or problem.path not in read:
            yield problem


def _known(document: Document, as_of: PartialDate | None) -> bool:
    """Whether a document had certainly been published by then."""
    return as_of is None or (document.published is not None and document.published.not_after(as_of))
