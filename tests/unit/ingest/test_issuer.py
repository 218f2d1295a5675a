"""Who published a report, where only its own first lines say so."""

from pathlib import Path

import pytest

from memcon.core.document import Document, Received
from memcon.ingest import Extractor, find, read


def read_text(tmp_path: Path, text: str) -> Document:
    """The one document that a text file holds."""
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    with Extractor() as extractor:
        (item,) = [item for source in find([str(path)]) for item in read(source, extractor=extractor)]  # type: ignore[arg-type]
    assert isinstance(item, Received)
    return item.document


BODY = "The two ministers met for an hour on the quay and agreed to meet again before the ice came.\n" * 2


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (
            "REPUBLIC OF HALLIN\nMINISTRY OF TRADE\n\nHallin, 4 May 2031\n\nTalks on the quay end well\n\n",
            "Republic of Hallin, Ministry of Trade",
        ),
        ("Embassy of Hallin\n\nTalks on the quay end well\n\n", "Embassy of Hallin"),
        ("Talks on the quay end well\n\nHarbour Evening News\n4 May 2031\n\n", "Harbour Evening News"),
        ("Talks on the quay end well\n\nPosted on 4 May 2031 | Harbour Online\n\n", "Harbour Online"),
    ],
)
def test_the_head_of_a_report_names_who_issued_it(tmp_path: Path, head: str, outlet: str) -> None:
    """A letterhead, or a name beside the date, is read as the outlet, and its place is kept."""
    document = read_text(tmp_path, head + BODY)
    reading = document.read("outlet")
    assert reading is not None
    assert reading.value == outlet
    assert reading.origin == "text"
    assert reading.start is not None
    assert reading.end is not None
    assert outlet.partition(",")[0].lower() in document.text[reading.start : reading.end].lower()


@pytest.mark.parametrize(
    "head",
    [
        "Talks on the quay end well\n\n4 May 2031\n\n",
        "Talks on the quay end well\n\nShare · Mail · Print\nPublished: 4 May 2031\n\n",
        "Talks on the quay end well\n\n4 May 2031 · 5 min read\n\n",
        "Ministry denies talks on the quay ended badly, says Hallin\n\n",
        "",
    ],
)
def test_what_names_nobody_gives_no_outlet(tmp_path: Path, head: str) -> None:
    """A date, the page's own words or a headline about a ministry are not taken for an outlet."""
    assert read_text(tmp_path, head + BODY).outlet is None
