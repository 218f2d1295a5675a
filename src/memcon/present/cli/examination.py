"""What a bug report needs: versions, the SQLite in use, the record file, browsers; a path in, named facts out."""

import platform
import shutil
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import memcon
from memcon.errors import MemconError

LIBRARIES = (
    "click",
    "rich",
    "sqlalchemy",
    "trafilatura",
    "resiliparse",
    "lxml",
    "py3langid",
    "charset-normalizer",
    "icalendar",
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "firefox", "msedge")


def examined(record: str) -> Iterator[tuple[str, str]]:
    """Each fact's name and value."""
    yield "memcon", memcon.__version__
    yield "python", f"{platform.python_version()} ({platform.python_implementation()}), {sys.executable}"
    yield "system", platform.platform()
    yield "sqlite", _sqlite()
    for library in LIBRARIES:
        yield library, _version(library)
    yield "record", _record(record)
    yield "browsers", ", ".join(path for name in BROWSERS if (path := shutil.which(name))) or "none found"
    yield "output", f"{sys.stdout.encoding}, {shutil.get_terminal_size().columns} columns"


def _sqlite() -> str:
    from memcon.store.connection import driver

    module = driver()
    return f"{module.sqlite_version} (module {module.__name__})"


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "not installed"


def _record(record: str) -> str:
    if not Path(record).exists():
        return f"{record}: there is none yet"
    try:
        with memcon.open(record, create=False) as record_file:
            documents = len(record_file.documents())
    except MemconError as error:
        return str(error)
    return f"{record}: {Path(record).stat().st_size:,} bytes, {documents:,} documents"
