"""One sourced record of a relationship, from many reports of the same talks.

    import memcon

    record = memcon.open("memcon.db")
    record.add(["reports/"])
    for section in record.brief().sections:
        ...

Importing memcon loads nothing heavy: each name below is fetched from its module when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memcon.core.anchor import Anchor
    from memcon.core.brief import Brief
    from memcon.core.dates import PartialDate
    from memcon.core.document import Document
    from memcon.core.problem import Problem
    from memcon.core.record import Record
    from memcon.errors import MemconError
    from memcon.pipeline import RecordFile, open
    from memcon.present.html import render_html

__all__ = [
    "Anchor",
    "Brief",
    "Document",
    "MemconError",
    "PartialDate",
    "Problem",
    "Record",
    "RecordFile",
    "open",
    "render_html",
]

__version__ = "0.1.0"

_HOME = {
    "Anchor": "memcon.core.anchor",
    "Brief": "memcon.core.brief",
    "Document": "memcon.core.document",
    "MemconError": "memcon.errors",
    "PartialDate": "memcon.core.dates",
    "Problem": "memcon.core.problem",
    "Record": "memcon.core.record",
    "RecordFile": "memcon.pipeline",
    "open": "memcon.pipeline",
    "render_html": "memcon.present.html",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        message = f"module 'memcon' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
