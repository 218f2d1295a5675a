"""The brief as one page: complete, the same for the same input, and nothing in it but text."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from memcon.core.record import Brief
from memcon.errors import UnknownIdError
from memcon.present.html import render_html
from tests.unit.present import lake_treaty

DOCUMENTS = tuple(lake_treaty.documents().values())
BRIEF = lake_treaty.brief()
PAGE = render_html(BRIEF, DOCUMENTS)

VOID = {"meta", "br", "hr", "img", "input", "circle", "rect", "path", "link", "wbr"}


class Reader(HTMLParser):
    """Every element with its attributes, the text outside scripts and styles, and what is opened and not closed."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in {"script", "style"}:
            self.text += data


READ = Reader(PAGE)


def squeezed(text: str) -> str:
    """Without white space and what cannot be written."""
    return re.sub(r"[\s\x00]+", "", text)


def test_elements_are_closed_in_order() -> None:
    """The page is well formed, whatever the reports contain."""
    assert READ.open == []


def test_same_input_same_bytes() -> None:
    """Neither the clock nor the order of the documents shows in the page."""
    assert render_html(BRIEF, reversed(DOCUMENTS)) == PAGE


def test_every_line_and_every_report_is_there() -> None:
    """All lines stand in the page, and every document in full."""
    page = squeezed(READ.text)
    for section in BRIEF.sections:
        for line in section.lines:
            assert squeezed(line.text) in page
    for document in DOCUMENTS:
        for zone in document.zones:
            assert squeezed(document.text[zone.start : zone.end])[:60].replace("\ufffe", "") in page.replace(
                "\ufffe", ""
            )


def test_every_link_has_its_place() -> None:
    """Links lead to places of this page, each of which exists once."""
    places = [attributes["id"] for _, attributes in READ.elements if "id" in attributes]
    links = [attributes["href"] for _, attributes in READ.elements if attributes.get("href")]
    assert len(places) == len(set(places))
    assert all(link is not None and link.startswith("#") and link[1:] in places for link in links)


def test_only_its_own_script_and_style_may_run() -> None:
    """The page's policy forbids everything but one style and one script, named by their hashes."""
    (policy,) = [
        attributes["content"] or ""
        for tag, attributes in READ.elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert "default-src 'none'" in policy
    for tag in ("script", "style"):
        (block,) = re.findall(rf"<{tag}>(.*?)</{tag}>", PAGE, re.DOTALL)
        assert f"'sha256-{b64encode(sha256(block.encode()).digest()).decode()}'" in policy


def test_no_attribute_runs_or_fetches() -> None:
    """No element has a handler, an inline style or an address outside the page; no element embeds anything."""
    for tag, attributes in READ.elements:
        assert tag not in {"iframe", "object", "embed", "img", "link", "base", "form"}
        assert not any(name.startswith("on") or name in {"style", "src", "srcdoc", "action"} for name in attributes)


@pytest.mark.parametrize("count", [50])
def test_fifty_reports_are_two_megabytes_at_most(count: int) -> None:
    """A brief of fifty reports can be sent by mail."""
    notes, documents = [], []
    for number in range(count):
        note, document = BRIEF.documents[0], next(one for one in DOCUMENTS if one.id == BRIEF.documents[0].id)
        identity = type(document.id)(f"{number:016x}")
        documents.append(replace(document, id=identity))
        notes.append(replace(note, id=identity))
    brief = replace(BRIEF, documents=tuple(notes), sections=(), derivations=(), families=(), problems=())
    assert len(render_html(brief, documents).encode()) < 2_000_000


def test_an_empty_record() -> None:
    """Without reports there is still a page, which says so."""
    empty = Brief("What was said", (), None, (), (), (), (), ())
    assert "no reports" in Reader(render_html(empty, ())).text


def test_a_missing_document_is_named() -> None:
    """A brief cannot be told without the documents it rests on."""
    with pytest.raises(UnknownIdError):
        render_html(BRIEF, DOCUMENTS[1:])
