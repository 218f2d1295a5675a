"""Paths as given -> sources to read: files, folders, glob patterns, and `-` for standard input.

Nothing is opened. Whatever cannot be a report (a missing path, a loop, a device, a name that is not text) is a
`Problem` that says what to do about it. Order is the order given, and by name within a folder.
"""

import errno
import glob
import os
import stat
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from memcon.core.problem import Problem
from memcon.ingest.formats.encoding import storable

_SIDECAR = ".meta.json"
_COMPANIONS = ("", "-wal", "-shm", "-journal", ".lock")  # of a record file


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read.

    Attributes:
        path: As given; a folder's member is joined to the folder as given; `-` is standard input.
        location: Where the bytes are; None for standard input.
        sidecar: The metadata file beside it, if there is one.
    """

    path: str
    location: Path | None
    sidecar: Path | None = None


def find(paths: Iterable[str], *, exclude: Collection[Path] = ()) -> Iterator[Source | Problem]:
    """What there is to read under these paths; each file once.

    Args:
        exclude: Record files, which are left out together with their companions.
    """
    excluded = frozenset(os.path.realpath(f"{path}{ending}") for path in exclude for ending in _COMPANIONS)
    seen: set[str] = set()
    for path in paths:
        for found in _under(path):
            if isinstance(found, Source) and found.location is not None:
                if found.path in seen or os.path.realpath(found.location) in excluded:
                    continue
                seen.add(found.path)
            yield found


def _under(path: str) -> Iterator[Source | Problem]:
    if path == "-":
        yield Source("-", None)
    elif "\0" in path:
        yield _problem(storable(path), "name", "A path cannot contain a NUL character.")
    elif not os.path.lexists(path) and glob.has_magic(path):
        yield from _matching(path)
    else:
        yield from _at(path, named=True, above=())


def _matching(pattern: str) -> Iterator[Source | Problem]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 -- keeps absolute patterns and their spelling
    if not matches:
        yield _problem(pattern, "missing", "No file matches this pattern.")
    for match in matches:
        yield from _at(match, named=False, above=())


def _at(path: str, *, named: bool, above: tuple[tuple[int, int], ...]) -> Iterator[Source | Problem]:
    """The sources at one path; `named` if a person gave it, `above` identifies the folders that lead to it."""
    if (shown := storable(path)) != path:
        yield _problem(shown, "name", "Its name is not UTF-8 text. Rename it.")
        return
    try:
        status = Path(path).stat()
    except OSError as error:
        yield _unreachable(path, error)
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _folder(path, status, named=named, above=above)
    elif not stat.S_ISREG(status.st_mode):
        yield _problem(path, "special", "It is a pipe, socket or device, not a file. To read a pipe, give - instead.")
    elif path.endswith(_SIDECAR):
        if not _described(Path(path)):
            yield _problem(path, "metadata", "There is no report beside this sidecar file for it to describe.")
    elif not os.access(path, os.R_OK):
        yield _problem(path, "unreadable", "You have no permission to read it.")
    else:
        yield Source(path, Path(path), _sidecar(Path(path)))


def _folder(
    path: str, status: os.stat_result, *, named: bool, above: tuple[tuple[int, int], ...]
) -> Iterator[Source | Problem]:
    here = (status.st_dev, status.st_ino)
    if here in above:
        yield _problem(path, "loop", "This link leads back to a folder that contains it.")
        return
    try:
        names = sorted(entry.name for entry in Path(path).iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield _unreachable(path, error)
        return
    if named and not names:
        yield _problem(path, "empty", "There is nothing to read in this folder.")
    for name in names:
        yield from _at(f"{path.removesuffix(os.sep)}{os.sep}{name}", named=False, above=(*above, here))


def _sidecar(location: Path) -> Path | None:
    """`report.txt.meta.json` or `report.meta.json` beside `report.txt`."""
    for candidate in (location.name + _SIDECAR, location.stem + _SIDECAR):
        try:
            if (beside := location.parent / candidate).is_file():
                return beside
        except OSError:  # the longer name may be too long for the file system
            continue
    return None


def _described(sidecar: Path) -> bool:
    base = sidecar.name.removesuffix(_SIDECAR)
    try:
        return any(
            base in {entry.name, entry.stem} and not entry.name.endswith(_SIDECAR) for entry in sidecar.parent.iterdir()
        )
    except OSError:
        return True


def _unreachable(path: str, error: OSError) -> Problem:
    match error:
        case FileNotFoundError() if Path(path).is_symlink():
            return _problem(path, "missing", "It is a link to something that is not there.")
        case FileNotFoundError() | NotADirectoryError():
            return _problem(path, "missing", "There is no such file or folder.")
        case PermissionError():
            return _problem(path, "unreadable", "You have no permission to read it.")
        case _ if error.errno == errno.ELOOP:
            return _problem(path, "loop", "This link leads back to itself.")
    return _problem(path, "unreadable", f"The system cannot open it: {error.strerror}.")


def _problem(path: str, reason: str, detail: str) -> Problem:
    return Problem(stage="find", path=path, reason=reason, detail=detail)
