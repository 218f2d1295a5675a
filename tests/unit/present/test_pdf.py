"""The brief as PDF; without WeasyPrint, or the library it draws with, a sentence says what to install."""

import re
import sys
from dataclasses import replace

import pytest

from memcon.errors import MissingExtraError
from memcon.present.html import render_print
from memcon.present.pdf import render_pdf
from memcon.record import brief
from tests.unit.present import lake_treaty, strait_accounts, strait_talks

BRIEF = brief(strait_accounts.record())
DOCUMENTS = strait_talks.by_id().values()


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is named, and how to get it."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(MissingExtraError, match=r"WeasyPrint.*pip install 'memcon\[pdf\]'"):
        render_pdf(BRIEF, DOCUMENTS)


def test_a_pdf_of_the_whole_brief() -> None:
    """It is a PDF, the same bytes for the same brief."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        pytest.skip(f"WeasyPrint or Pango is not installed: {error}")
    made = render_pdf(BRIEF, DOCUMENTS)
    assert made.startswith(b"%PDF-")
    assert made == render_pdf(BRIEF, DOCUMENTS)


def test_what_is_printed() -> None:
    """Every line stands there with the numbers of its sources, without a picture, a script or a text to unfold."""
    page = render_print(BRIEF, DOCUMENTS)
    for section in BRIEF.sections:
        assert f">{section.title}</h2>" in page
        for line in section.lines:
            assert (line.cells[1] if line.cells else line.text.split("“")[0]) in page
    assert "<td><bdi>Hotline</bdi></td>" in page
    assert "<svg" not in page
    assert "<script" not in page
    assert "<details" not in page
    cited = {number for group in re.findall(r"\[([\d, ]+)\]", page) for number in group.split(", ")}
    assert cited == {"1", "2", "3", "4", "5"}


def test_hostile_text_is_printed_as_text() -> None:
    """What a report says neither fetches nor is markup, on paper as on a page."""
    treaty = replace(lake_treaty.brief(), title=lake_treaty.HOSTILE)
    page = render_print(treaty, lake_treaty.documents().values())
    assert "<img" not in page
    assert "<iframe" not in page
    assert "<script" not in page
