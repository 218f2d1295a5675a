"""The brief as Markdown: everything is told, sources are numbered, and what a report says is only text."""

import re
from dataclasses import replace

import pytest

from memcon.core.brief import Line, Section
from memcon.present.markdown import render_markdown
from memcon.present.markdown.escaped import escaped
from memcon.record import brief
from tests.unit.present import lake_treaty, strait_accounts

BRIEF = brief(strait_accounts.record())
PAGE = render_markdown(BRIEF)


def test_every_section_and_line_is_there() -> None:
    """A heading for each section, and a list item or a row for each line."""
    assert re.findall(r"^## (.+)$", PAGE, re.MULTILINE) == [*(one.title for one in BRIEF.sections), "Sources"]
    items = re.findall(r"^- ", PAGE, re.MULTILINE)
    rows = [line for line in PAGE.splitlines() if line.startswith("| ")]
    columns = [section for section in BRIEF.sections if section.columns]
    assert len(items) == sum(len(one.lines) for one in BRIEF.sections if not one.columns)
    assert len(rows) == sum(len(one.lines) + 2 for one in columns)


def test_the_heading_says_whose_relationship_and_who_tells_it() -> None:
    """Parties, period, counts, reports and families."""
    assert PAGE.startswith(
        "# Oskaria and Tessary\n\nBetween Oskaria and Tessary, 5 June 2031: 6 engagements, 2 requests, "
    )
    assert "5 reports make 3 families, 2 of them proven independent." in PAGE


def test_numbers_lead_to_the_sources() -> None:
    """Every number in brackets is one of the list of sources, which is in order of publication."""
    sources = re.findall(r"^(\d+)\. \*\*(.+?)\*\*", PAGE.split("## Sources")[1], re.MULTILINE)
    assert [name for _, name in sources][:2] == ["Northern Cable", "Ministry of Foreign Affairs of Tessary"]
    cited = {number for group in re.findall(r"(?<!\\)\[([\d, ]+)\]", PAGE) for number in group.split(", ")}
    assert cited <= {number for number, _ in sources}
    assert len(cited) == len(sources) == 5
    assert "(2 independent, 4 reports: Ministry of Foreign Affairs of Tessary [2], Northern Cable [1, 3, 4])" in PAGE


def test_a_line_stands_with_its_status_and_notes() -> None:
    """The status is a word, and a note hangs below its line."""
    assert "- *held:* Meeting between Neve Karsten and Idris Valo" in PAGE
    assert "\n  - Told before as planned (2 June 2031).\n" in PAGE
    assert "| Hotline | Tessary and Oskaria | frozen | March 2029 |  | [5] |" in PAGE


def test_what_is_left_out_is_said() -> None:
    """A cut, a choice of parties, reports without a date, problems, and statements that are not told."""
    section = replace(BRIEF.sections[0], left_out=1200)
    cut = replace(
        BRIEF, sections=(section,), left_out=7, undated=(BRIEF.documents[0].id,), problems=lake_treaty.brief().problems
    )
    page = render_markdown(cut)
    assert "Left out: 7 entries of the record in which not both Oskaria and Tessary take part." in page
    assert "… and 1,200 more: `memcon brief --all`." in page
    assert "Left out, because nothing states when they were published: 1 report." in page
    assert "with the inputs: see `memcon problems`." in page


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("# not a heading", r"\# not a heading"),
        ("1. not a list", r"1\. not a list"),
        ("- nor this", r"\- nor this"),
        ("[press here](https://x.example)", r"\[press here\](https\://x.example)"),
        ("![](x.png)", r"!\[\](x.png)"),
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("a | b `c` *d* _e_ ~f~ $g$ &amp;", r"a \| b \`c\` \*d\* \_e\_ \~f\~ \$g\$ \&amp;"),
        ("www.x.example and me@x.example", r"www\.x.example and me\@x.example"),
        ("two\nlines\n\n# and more", "two lines # and more"),
        ("\u202eturned\x1b", "⟨U+202E⟩turned␛"),
        ("Mr. Orrin met J. Marn (twice).", "Mr. Orrin met J. Marn (twice)."),
        (r"C:\temp", r"C:\\temp"),
    ],
)
def test_hostile_text_is_only_text(text: str, safe: str) -> None:
    """Nothing that a report says is read as Markdown, as HTML, as a link or as a command; plain words stay plain."""
    assert escaped(text) == safe


def test_hostile_text_in_every_place() -> None:
    """Titles, leads, texts, notes, cells, outlets and titles of reports are all escaped."""
    evil = "<b>[x](y)</b>|"
    treaty = lake_treaty.brief()
    anchors = treaty.sections[0].lines[0].anchors
    line = Line(evil, anchors, lead=evil, notes=(evil,))
    row = Line(evil, anchors, cells=(evil,))
    notes = tuple(replace(note, title=evil, outlet=evil) for note in treaty.documents)
    sections = (Section(evil, (line,)), Section(evil, (row,), columns=("Channel",)))
    page = render_markdown(replace(treaty, title=evil, sections=sections, documents=notes))
    assert "<b>" not in page.replace(r"\<b\>", "")
    assert re.search(r"(?<!\\)\[x", page) is None
