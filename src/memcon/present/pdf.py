"""The brief as PDF, to be printed, sent and filed.

In: a brief and its documents. Out: the bytes of a file, the same for the same input and version of WeasyPrint, which
the extra `memcon[pdf]` brings. The method: `render_print` makes HTML, and WeasyPrint sets it. Nothing is fetched.
"""

import logging
from collections.abc import Iterable
from typing import Any, NoReturn

from memcon.core.brief import Brief
from memcon.core.document import Document
from memcon.errors import MissingExtraError, MissingLibraryError
from memcon.present.html import render_print

_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def render_pdf(brief: Brief, documents: Iterable[Document]) -> bytes:
    """The pages.

    Args:
        documents: At least those of the brief; others are ignored.

    Raises:
        MissingExtraError: WeasyPrint is not installed.
        MissingLibraryError: Pango, which WeasyPrint draws with, is not installed.
        UnknownIdError: A document of the brief is not among `documents`.
    """
    try:
        from weasyprint import HTML
    except ImportError as error:
        raise MissingExtraError("pdf", "WeasyPrint") from error
    except OSError as error:
        raise MissingLibraryError("Pango", _PACKAGES) from error
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it tells of every rule that only browsers know
    page = HTML(string=render_print(brief, documents), url_fetcher=_refuse)
    pdf: bytes = page.write_pdf(presentational_hints=True)  # as of lists that go on counting
    return pdf


def _refuse(url: str, *_: Any, **__: Any) -> NoReturn:  # Any: whatever this version of WeasyPrint hands over
    message = f"A brief loads nothing, and so not {url}."
    raise ValueError(message)
