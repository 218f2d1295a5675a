"""The brief as one HTML file that needs nothing else: no network, no clock, no script to be read.

In go a `Brief` and the documents it cites; out comes the page. The method: `layout` lays everything out, a Jinja
template that escapes all it is given prints it, and the style and script blocks are admitted by their hashes in the
page's own Content-Security-Policy, so that nothing a report contains can run or be fetched.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from memcon.core.anchor import Anchor
from memcon.core.brief import Brief
from memcon.core.document import Document
from memcon.present.cited import references, witnesses
from memcon.present.html import words
from memcon.present.html.layout import laid_out
from memcon.present.html.page import Page

if TYPE_CHECKING:
    from jinja2 import Environment

# A parser turns a bare carriage return into a line feed, and NUL and lone surrogates cannot be written at all.
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_LIT = 5_000  # passages; a page of 30,000 took Chromium over ten minutes with the rule, and ten seconds without


def render_html(brief: Brief, documents: Iterable[Document]) -> str:
    """The page: the same for the same input, to the byte.

    Args:
        documents: At least those of the brief; others are ignored.

    Raises:
        UnknownIdError: A document of the brief is not among `documents`.
    """
    page = laid_out(brief, documents)
    style = _asset("brief.css") + _highlights(page)
    script = _asset("brief.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    html = _environment().get_template("brief.html.j2").render(page=page, policy=policy, style=style, script=script)
    return _UNWRITABLE.sub("\ufffd", html).replace("\r", "&#13;")


def render_print(brief: Brief, documents: Iterable[Document]) -> str:
    """The brief as a document to be printed: its lines with the numbers of their sources, without pictures and texts.

    Args:
        documents: At least those of the brief; others are ignored.

    Raises:
        UnknownIdError: A document of the brief is not among `documents`.
    """
    page = laid_out(brief, documents)

    def sources(anchors: Iterable[Anchor]) -> str:
        return references(page.reports[anchor.document].number for anchor in anchors if anchor.document in page.reports)

    style = _asset("brief.css") + _asset("print.css")
    html = (
        _environment()
        .get_template("print.html.j2")
        .render(page=page, style=style, sources=sources, witnesses=witnesses)
    )
    return _UNWRITABLE.sub("\ufffd", html)


def _highlights(page: Page) -> str:
    """One rule that lights up all segments of the passage in the address where no script does it.

    None on a page of so many that a browser would spend minutes on it; it still goes to the passage.
    """
    if not 0 < len(page.passages) <= _LIT:
        return ""
    cases = (f"html:not(.js):has(#p{number}:target) .p{number}" for number in page.passages.values())
    return ":is({}){{background:var(--light);color:var(--lit)}}\n".format(",\n".join(cases))


def _hash(block: str) -> str:
    return f"'sha256-{b64encode(sha256(block.encode()).digest()).decode('ascii')}'"


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # heavy, and `memcon --help` must not wait for it

    environment = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["words"] = words
    environment.filters["inlined"] = _inlined
    return environment


def _inlined(numbers: Sequence[int], prefix: str) -> str:
    return " ".join(f"{prefix}{number}" for number in numbers)
