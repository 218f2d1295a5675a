"""The brief as one page: complete, the same for the same input, and nothing in it but text."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon import record
from memcon.core.annotation import Damage
from memcon.core.brief import Brief, Line, Section
from memcon.core.dates import PartialDate
from memcon.core.derivation import Family
from memcon.core.document import Document, Zone, ZoneKind
from memcon.core.entry import Support, Witness
from memcon.core.ids import DocumentId, FamilyId
from memcon.core.record import DocumentNote
from memcon.errors import UnknownIdError
from memcon.present.html import render_html
from memcon.present.html.layout import laid_out
from memcon.present.html.page import SHOWN, WORTH
from memcon.present.html.passages import blocks
from memcon.present.statuses import standing
from tests.unit.present import lake_treaty, strait_accounts, strait_talks

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


def harmless_pictures(page: str, figure: str) -> list[str]:
    """The pictures of a figure, once a page of hostile words has proved to be well-formed and to run nothing of them."""
    read = Reader(page)
    assert read.open == []
    assert sum(tag == "script" for tag, _ in read.elements) == 1
    for tag, attributes in read.elements:
        assert tag not in {"iframe", "img", "base", "form", "foreignobject"}
        assert not any(name.startswith("on") or name in {"style", "src"} for name in attributes)
    pictures = re.findall(r"<svg.*?</svg>", figure, re.DOTALL)
    assert not any(re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08]", picture) for picture in pictures)
    return pictures


def squeezed(text: str) -> str:
    """Without white space and what cannot be written."""
    return re.sub(r"[\s\x00]+", "", text)


def test_elements_are_closed_in_order() -> None:
    """The page is well formed, whatever the reports contain."""
    assert READ.open == []


def test_same_input_same_bytes() -> None:
    """Neither the clock nor the order of the documents shows in the page."""
    assert render_html(BRIEF, reversed(DOCUMENTS)) == PAGE


def test_a_page_of_very_many_passages_stays_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """It does without the rule that has a case for each of them, over which browsers spend minutes."""
    assert ":target" in PAGE
    monkeypatch.setattr("memcon.present.html.render._LIT", 1)
    assert ":has(#p" not in render_html(BRIEF, DOCUMENTS)


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


def test_fifty_reports_are_two_megabytes_at_most() -> None:
    """A brief of fifty long reports and three hundred lines can be sent by mail."""
    paragraph = "The delegations met again on the pier, and each told the other what it had told the press before. "
    wire = replace(DOCUMENTS[0], text=paragraph * 70, zones=(Zone("body", 0, 70 * len(paragraph)),), metadata=())
    documents = tuple(replace(wire, id=DocumentId(f"{number:016x}")) for number in range(50))
    families = tuple(Family(FamilyId(one.id), None, (one.id,), established=False) for one in documents)
    notes = tuple(DocumentNote(one.id, one.path, one.title, None, None, FamilyId(one.id)) for one in documents)
    lines = []
    for number in range(300):
        rests_on = [documents[(number * step) % 50].anchor(number * 20, number * 20 + 150) for step in (1, 3, 7)]
        by = tuple(Witness(FamilyId(anchor.document), None, (anchor,)) for anchor in rests_on)
        lines.append(Line(paragraph, tuple(rests_on), Support(1, 3, 3, by), "Dalia Renn"))
    brief = replace(BRIEF, documents=notes, families=families, derivations=(), sections=(Section("All", tuple(lines)),))
    assert len(render_html(brief, documents).encode()) < 2_000_000


@st.composite
def cut(draw: st.DrawFn) -> Document:
    """A report whose text is anything, in zones that leave gaps."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\r 🛶\u0301"), min_size=1))
    bounds = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    kinds: list[ZoneKind] = ["headline", "dateline", "body", "furniture"]
    zones = [
        Zone(draw(st.sampled_from(kinds)), start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=False)
    ]
    return replace(DOCUMENTS[0], text=text, zones=tuple(zones), metadata=())


@given(st.data())
def test_texts_are_whole_and_passages_exact(data: st.DataObject) -> None:
    """The pieces of a text, joined, are the text, and those of a passage are the passage, however passages overlap."""
    document = data.draw(cut())
    ends = st.sets(st.integers(0, len(document.text)), min_size=2, max_size=2).map(sorted)
    anchors = [document.anchor(start, end) for start, end in data.draw(st.lists(ends, max_size=6))]
    numbers = {anchor: number for number, anchor in enumerate(sorted(set(anchors)), start=1)}
    damage = tuple(Damage(anchor, "sense", None, 0.5, "") for anchor in data.draw(st.permutations(anchors))[:2])
    found = blocks(document, numbers, damage)
    segments = [segment for block in found for piece in block.pieces for segment in piece.segments]
    assert "".join(segment.text for segment in segments) == document.text
    for anchor, number in numbers.items():
        own = [segment for segment in segments if number in segment.passages]
        assert "".join(segment.text for segment in own) == document.passage(anchor)
        assert [number in segment.starts for segment in own] == [True] + [False] * (len(own) - 1)
    for mark in damage:
        own = [segment for segment in segments if mark in segment.damage]
        assert "".join(segment.text for segment in own) == document.passage(mark.anchor)


def test_damaged_words_say_what_was_probably_written() -> None:
    """Damaged words are underlined and named in their report alone, whatever they say, and the text stays whole."""
    wire = DOCUMENTS[0]
    start = wire.text.index(" ", wire.zones[-1].start) + 1
    broken = Damage(wire.anchor(start, start + 6), "name", '"><script>alert(1)</script>', 0.9, "It is.")
    page = render_html(replace(BRIEF, damage=(broken, replace(broken, kind="sense", suggestion=None))), DOCUMENTS)
    assert (
        '<span class="damaged" title="damaged (name), probably: &#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;; '
        f'damaged (sense)">{wire.text[start : start + 6]}</span>' in page
    )
    legend = (
        "Words with a wavy line under them seem broken by spinning or translation; "
        "pointing at them shows what was probably written."
    )
    assert squeezed(Reader(page).text).replace(squeezed(legend), "", 1) == squeezed(READ.text)


@pytest.mark.parametrize(
    "words",
    [
        "9 reports",
        "4–5 independent witnesses",
        "At most five and not nine, because a copy is not a second witness.",
        "Four are certain; the rest may turn out to belong to another family.",
        "3–4 independent · 7 reports",
        "3 independent · 6 reports",
        "only one account · 2 reports",
        "copy, order unknown Daily Lantern",
        "Northern Cable not among the reports",
        "origin not stated · may be one with family 1",
        "possibly rewritten from Meridian",
        "98% of its words stand in the same order in the other report",
        "publication date: not stated",
        "12 June 2034, 17:40 UTC+02:00",
        "2034-06-13 detected, not stated",
        "reports/scan-14.html No text was found in it; if it is a scan, give its text instead.",
    ],
)
def test_what_the_page_says(words: str) -> None:
    """Counts, origins, doubts and what is missing are said in plain words."""
    assert words in " ".join(READ.text.split())


def test_the_report_that_says_it_so_opens_first() -> None:
    """Of the passages behind a line the one that has its words is opened, and of equals the origin's."""
    page = laid_out(BRIEF, DOCUMENTS)
    report = {number: anchor.document for anchor, number in page.passages.items()}
    names = {document.id: name for name, document in lake_treaty.documents().items()}
    opened = [names[report[said.passages[0]]] for said in page.parts[0].lines]
    assert opened == ["meridian", "ministry", "ministry", "meridian"]


def test_statuses_are_labelled() -> None:
    """Where a line has a status, its badge has a mark and the word, so that nothing is said by colour or border alone."""
    page = render_html(record.brief(strait_talks.record()), strait_talks.by_id().values())
    read = Reader(page)
    assert read.open == []
    badges = [
        attributes["class"] for tag, attributes in read.elements if "status" in (attributes.get("class") or "").split()
    ]
    lines = [line for section in record.brief(strait_talks.record()).sections for line in section.lines]
    assert badges == [f"status {standing(line.status).tone}" for line in lines if line.status]
    text = " ".join(read.text.split())
    assert "↷ postponed Call of defence ministers · 4 June 2031" in text
    assert "Told before as planned (2 June 2031)." in text
    assert not any("status" in (attributes.get("class") or "").split() for _, attributes in READ.elements)


def test_differing_readings_stand_side_by_side() -> None:
    """Each reading has its words, who has it and a way to its passage; below stands what to make of them."""
    page = render_html(record.brief(strait_accounts.record()), strait_talks.by_id().values())
    assert page.count('<div class="side">') == 4
    text = " ".join(Reader(page).text.split())
    assert (
        "Place of the meeting between Neve Karsten and Idris Valo "
        "Port Sable Northern Cable family 1 Northern Cable, 2 June 2031 "
        "the Hall of Tides Ministry of Foreign Affairs of Tessary family 3 "
        "Ministry of Foreign Affairs of Tessary, 5 June 2031 "
        "Neither place is known to hold the other; probably one is more precise."
    ) in text
    assert (
        "Ministry of Foreign Affairs of Tessary "
        "Request by Idris Valo to Oskaria: to drop its plan to ban kelp. Nothing of it from Northern Cable. 4 passages"
    ) in text


def test_channels_are_a_board() -> None:
    """A channel is a row of cells, each with its label for whoever does not see the columns."""
    page = render_html(record.brief(strait_accounts.record()), strait_talks.by_id().values())
    text = " ".join(Reader(page).text.split())
    assert "Channel: Hotline Between: Tessary and Oskaria State: ‖ frozen Since: March 2029 Before: –" in text
    assert page.count('<ol class="lines board"') == 1


def test_the_heading_counts() -> None:
    """Whose relationship it is, when, and how much is told of each kind."""
    made = record.brief(strait_accounts.record())
    text = " ".join(Reader(render_html(replace(made, left_out=3), strait_talks.by_id().values())).text.split())
    assert "Oskaria and Tessary 5 June 2031. Reports published 2 June 2031 to 7 June 2031." in text
    assert "6 engagements 2 requests 2 commitments" in text
    assert "Left out: 3 entries of the record in which not both Oskaria and Tessary take part." in text


def test_statements_that_are_not_told_are_counted() -> None:
    """A section says how many statements more are on record."""
    sections = (replace(BRIEF.sections[0], left_out=31),)
    assert "31 more statements are on record" in " ".join(
        Reader(render_html(replace(BRIEF, sections=sections), lake_treaty.documents().values())).text.split()
    )


def test_a_long_section_is_folded() -> None:
    """Of a long section the first lines stand open and the others are folded, the numbers going on; a few more are not."""

    def page(count: int) -> str:
        lines = tuple(replace(BRIEF.sections[0].lines[0], text=f"Line {number}.") for number in range(count))
        return render_html(replace(BRIEF, sections=(Section("All", lines),)), DOCUMENTS)

    short, long = page(SHOWN + WORTH - 1), page(SHOWN + WORTH)
    assert 'class="rest"' not in short
    assert Reader(long).open == []
    open_, folded = long.split('<details class="rest">')
    assert folded.split("</summary>")[0].endswith(f"{WORTH} more")
    assert (f">Line {SHOWN - 1}.<" in open_, f">Line {SHOWN}.<" in folded) == (True, True)
    assert f'<ol class="lines" start="{SHOWN + 1}">' in folded


def test_a_record_cut_off_at_a_date() -> None:
    """A brief as of a date says so, and names the reports it left out because nothing dates them."""
    nameless = lake_treaty.documents()["nameless"]
    brief = replace(BRIEF, as_of=PartialDate("2034-06-13"), undated=(nameless.id,))
    text = " ".join(Reader(render_html(brief, DOCUMENTS)).text.split())
    assert "as of 13 June 2034" in text
    assert "1 report is left out because nothing states when it was published" in text
    assert "it cannot be placed before or after 13 June 2034" in text


def test_a_circle_of_derivations_loses_no_report() -> None:
    """Every report stands in the picture of the families, even if a faulty record derives two from each other."""
    wire, copy = (lake_treaty.documents()[name] for name in ("meridian", "lantern"))
    there = next(one for one in BRIEF.derivations if one.child == copy.id)
    back = replace(there, child=wire.id, parent=copy.id)
    grown = laid_out(replace(BRIEF, derivations=(there, back)), DOCUMENTS).trees
    assert sorted(report for tree in grown for report in tree.reports) == sorted(document.id for document in DOCUMENTS)


def test_an_empty_record() -> None:
    """Without reports there is still a page, which says so."""
    empty = Brief("What was said", (), None, (), (), (), (), ())
    assert "no reports" in Reader(render_html(empty, ())).text


def test_a_missing_document_is_named() -> None:
    """A brief cannot be told without the documents it rests on."""
    with pytest.raises(UnknownIdError):
        render_html(BRIEF, DOCUMENTS[1:])
