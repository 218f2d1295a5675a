"""Reports into the record file: each is read, annotated and put, whole or not at all."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from memcon import annotate, ingest, language, trace
from memcon.core.annotation import Annotations
from memcon.core.document import Document, Received
from memcon.core.ids import DocumentId
from memcon.core.issues import Issue, digest
from memcon.core.problem import Problem
from memcon.language import Language
from memcon.store import Store

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an `add` has come.

    Attributes:
        path: What was read last.
        read: Documents read so far.
        added: Of these, new ones.
        known: Of these, those whose content was in the record already.
        problems: Inputs refused or faulty so far.
        total: How many inputs there are, as far as can be told without opening them; None for piped input.
    """

    path: str
    read: int
    added: int
    known: int
    problems: int
    total: int | None


@dataclass(frozen=True, slots=True)
class Added:
    """What an `add` did.

    Attributes:
        documents: The new ones, in the order read.
        known: How many others were in the record already.
    """

    documents: tuple[DocumentId, ...]
    known: int
    problems: tuple[Problem, ...]


class Annotator:
    """Reads and annotates documents; the language model is loaded when the first one comes."""

    def __init__(self, given: Language | None, issues: tuple[Issue, ...]) -> None:
        self._language = given
        self._issues = issues
        self._topics: annotate.Topics | None = None
        model = given.version if given else language.version()
        self.version = f"{annotate.VERSION} {trace.FINGERPRINT} {model} {digest(issues)}"

    def __call__(self, document: Document) -> tuple[Annotations, tuple[Problem, ...]]:
        """What is seen in a document, and what had to be given up: all of it, rather than the reports after it."""
        self._language = self._language or language.load()
        self._topics = self._topics or annotate.Topics(self._issues, self._language.vectors)
        try:
            reading, unread = self._language.read(document)
            annotations, problems = annotate.annotate(document, reading, self._topics, self._language.vectors)
        except Exception as error:  # noqa: BLE001 - a fault of ours in one report must not cost the others
            _LOG.info("annotate: %s failed", document.path or document.id, exc_info=True)
            detail = (
                f"It could not be annotated ({type(error).__name__}: {error}); its text is kept. Please report this."
            )
            return Annotations(document.id), (Problem("annotate", document.path or "", "failed", detail),)
        return annotations, (*unread, *problems)


class Work:
    """The running count of one `add`."""

    def __init__(self, store: Store, annotator: Annotator, progress: Callable[[Progress], None] | None) -> None:
        self._store = store
        self._annotator = annotator
        self._progress = progress
        self._total: int | None = None
        self.added: list[DocumentId] = []
        self.known = 0
        self.problems: list[Problem] = []

    def counted(self, found: Iterable["ingest.Source | Problem"]) -> list["ingest.Source | Problem"]:
        """All inputs, counted before the first is opened, so that progress has an end."""
        everything = list(found)
        piped = any(isinstance(one, ingest.Source) and one.location is None for one in everything)
        self._total = None if piped else len(everything)
        return everything

    def take(self, item: Received | Problem) -> None:
        """Puts a report into the file, or notes why it could not be read."""
        if isinstance(item, Problem):
            self.refuse(item)
            return
        annotations, problems = self._annotator(item.document)
        prints = trace.fingerprint(item.document, annotations)
        state = self._store.put(item, annotations, prints, at=now(), version=self._annotator.version)
        if state == "added":
            self.added.append(item.document.id)
        else:
            self.known += 1
        for problem in problems:
            self.refuse(problem)
        self._tell(item.document.path or "")

    def refuse(self, problem: Problem) -> None:
        """Notes what could not be read, or only in part."""
        self.problems.append(problem)
        self._store.refuse(problem, at=now())
        self._tell(problem.path)

    def _tell(self, path: str) -> None:
        if self._progress is not None:
            read = len(self.added) + self.known
            self._progress(Progress(path, read, len(self.added), self.known, len(self.problems), self._total))


def now() -> str:
    """The time, as the record file notes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
