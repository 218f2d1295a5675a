"""Everything memcon raises on purpose.

An exception says that the caller or the machine is wrong.
A faulty *input* is never an exception: it is a `memcon.core.problem.Problem`, returned beside the result.

    MemconError
    ├── UnknownIdError          no document or entry has that id
    ├── AmbiguousIdError        several ids begin like that
    ├── InvalidDateError        not an ISO 8601 date, or a day that does not exist
    ├── RecordError             something is wrong with the record file
    │   ├── NotARecordError     the file is not memcon's
    │   ├── NewerRecordError    a later memcon wrote it
    │   ├── MissingRecordError  there is no such file
    │   ├── BusyRecordError     another process has been writing for too long
    │   └── FullDiskError       the disk, or the file's size limit, is exhausted
    ├── DamagedModelError       a file of the language model is missing or altered
    ├── MissingExtraError       what is asked for needs a library that is not installed
    ├── MissingLibraryError     ... that pip cannot install
    ├── MissingPipelineError    spaCy has no pipeline of that name
    ├── UnreadableIssuesError   a vocabulary of issues cannot be used
    ├── GoldError               a gold file cannot be used
    └── UnknownSuiteError       there is no evaluation suite of that name
"""

from collections.abc import Iterable

__all__ = [
    "AmbiguousIdError",
    "BusyRecordError",
    "DamagedModelError",
    "FullDiskError",
    "GoldError",
    "InvalidDateError",
    "MemconError",
    "MissingExtraError",
    "MissingLibraryError",
    "MissingPipelineError",
    "MissingRecordError",
    "NewerRecordError",
    "NotARecordError",
    "RecordError",
    "UnknownIdError",
    "UnknownSuiteError",
    "UnreadableIssuesError",
]


class MemconError(Exception):
    """Base of every exception memcon raises on purpose."""


class UnknownIdError(MemconError):
    """No document or entry has that id."""

    def __init__(self, wanted: str) -> None:
        super().__init__(
            f"Nothing in this record has the id or file name {wanted!r}, and no party that name. "
            "`memcon documents` lists the documents, `memcon parties` the parties."
        )
        self.wanted = wanted


class AmbiguousIdError(MemconError):
    """Several ids begin with what was given, or several parties bear it as a name."""

    def __init__(self, wanted: str, candidates: Iterable[str]) -> None:
        self.wanted = wanted
        self.candidates = tuple(sorted(candidates))
        super().__init__(
            f"{wanted!r} may mean several: {', '.join(self.candidates)}. Give one of these, or more of it."
        )


class InvalidDateError(MemconError):
    """Not an ISO 8601 date, or one that does not exist."""

    def __init__(self, value: str) -> None:
        super().__init__(f"{value!r} is not a date like 2031, 2031-05, 2031-05-04 or 2031-05-04T16:30+02:00.")
        self.value = value


class RecordError(MemconError):
    """Something is wrong with the record file itself."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(message)
        self.path = path


class NotARecordError(RecordError):
    """The file exists and is not a memcon record."""

    def __init__(self, path: str) -> None:
        super().__init__(path, f"{path} is not a memcon record. Name another file with --record.")


class NewerRecordError(RecordError):
    """The file was written by a later version."""

    def __init__(self, path: str) -> None:
        super().__init__(path, f"{path} was written by a newer memcon. Update memcon to read it.")


class MissingRecordError(RecordError):
    """There is no record where one was to be read."""

    def __init__(self, path: str) -> None:
        super().__init__(path, f"There is no record at {path}. Make one: memcon --record {path} add FILES…")


class BusyRecordError(RecordError):
    """Another process kept the record's write lock."""

    def __init__(self, path: str) -> None:
        super().__init__(path, f"Another process is writing to {path}. Try again when it has finished.")


class FullDiskError(RecordError):
    """There was no room for the next document; all earlier ones are safe."""

    def __init__(self, path: str) -> None:
        super().__init__(
            path, f"No room left to write {path}. What was added before is safe; free space and add again."
        )


class DamagedModelError(MemconError):
    """A file of the language model is missing or is not the one that was shipped."""

    def __init__(self, path: str, fault: str) -> None:
        super().__init__(f"The language model cannot be used: of {path}, {fault}. Install memcon again.")
        self.path = path


class UnreadableIssuesError(MemconError):
    """A file of issues that was given cannot be used."""

    def __init__(self, path: str, fault: str) -> None:
        super().__init__(f"The issues in {path} cannot be used: {fault}. The manual says how such a file looks.")
        self.path = path


class MissingExtraError(MemconError):
    """A library is not installed that only one of memcon's extras brings."""

    def __init__(self, extra: str, library: str) -> None:
        super().__init__(f"This needs {library}, which is not installed. Install it: pip install 'memcon[{extra}]'")
        self.extra = extra


class MissingLibraryError(MemconError):
    """A library of the system is missing, which pip cannot install."""

    def __init__(self, library: str, packages: str) -> None:
        super().__init__(
            f"This needs {library}, which is not installed. On Debian or Ubuntu: sudo apt-get install -y {packages}"
        )
        self.library = library


class MissingPipelineError(MemconError):
    """spaCy has no pipeline of that name, or cannot load it."""

    def __init__(self, pipeline: str) -> None:
        super().__init__(f"spaCy cannot load a pipeline {pipeline!r}. Install it: python -m spacy download NAME")
        self.pipeline = pipeline


class GoldError(MemconError):
    """A gold file cannot be used as it stands."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class UnknownSuiteError(MemconError):
    """There is no evaluation suite of that name."""

    def __init__(self, wanted: str, known: Iterable[str]) -> None:
        self.wanted = wanted
        self.known = tuple(known)
        super().__init__(f"There is no suite {wanted!r}. The suites are {', '.join(self.known)}.")
