"""The timeline on the page: two pictures and a list of the same moments, every one a link to its passage."""

import re
from dataclasses import replace

from memcon.core.brief import Moment
from memcon.core.dates import PartialDate
from memcon.core.ids import EntryId
from memcon.present.html import render_html
from memcon.present.html.layout import laid_out
from memcon.present.html.timeline.laid import DRAWN, Timeline
from memcon.record import brief, timeline
from tests.unit.present import ferry_accord, lake_treaty, strait_talks
from tests.unit.present.test_html import Reader, harmless_pictures

DOCUMENTS = tuple(ferry_accord.documents().values())
MOMENTS = ferry_accord.moments()
PAGE = render_html(ferry_accord.brief(), DOCUMENTS)
READ = Reader(PAGE)
SIGNED = next(moment for moment in MOMENTS if "signed" in moment.title)


def laid(*moments: Moment) -> Timeline:
    """The timeline of a page of these moments."""
    found = laid_out(ferry_accord.brief(moments), DOCUMENTS).timeline
    assert found is not None
    return found


def figure(page: str) -> str:
    """The part of a page that is the timeline."""
    (found,) = re.findall(r'<figure class="timeline".*?</figure>', page, re.DOTALL)
    return str(found)


def test_it_is_well_formed_and_the_same_every_time() -> None:
    """Every element is closed, and the same record gives the same bytes, in whatever order its documents come."""
    assert READ.open == []
    assert render_html(ferry_accord.brief(), reversed(DOCUMENTS)) == PAGE


def test_every_moment_is_in_both_pictures_and_in_the_list() -> None:
    """Each moment has a mark in either picture and an item in the list, with its words."""
    across, down = laid(*MOMENTS).pictures
    assert (across.kind, down.kind) == ("across", "down")
    assert len(across.marks) == len(down.marks) == len(MOMENTS) == len(laid(*MOMENTS).rows)
    text = " ".join(READ.text.split())
    assert all(moment.title in text for moment in MOMENTS)


def test_every_mark_leads_to_its_passage() -> None:
    """Every link of the timeline leads to a place of this page that is a passage of its moment."""
    places = {attributes["id"] for _, attributes in READ.elements if "id" in attributes}
    links = re.findall(r'href="#(p\d+)"', figure(PAGE))
    assert len(links) >= 3 * len(MOMENTS)
    assert set(links) <= places
    page = laid_out(ferry_accord.brief(), DOCUMENTS)
    assert page.timeline is not None
    numbers = {number: anchor for anchor, number in page.passages.items()}
    for row in page.timeline.rows:
        assert {numbers[told.passage] for told in row.told} <= set(row.moment.anchors)
        assert len(row.told) == len(row.moment.support.by)


def test_pictures_have_names_and_run_nothing() -> None:
    """Each picture is an image with a title and a description; nothing in it is styled inline, runs or fetches."""
    pictures = [attributes for tag, attributes in READ.elements if tag == "svg" and attributes.get("role") == "img"]
    ids = {attributes["id"] for _, attributes in READ.elements if "id" in attributes}
    assert len(pictures) == 2
    for picture in pictures:
        assert set((picture["aria-labelledby"] or "").split()) <= ids
    assert "40 moments from 1998 to 1 June 2035" in " ".join(READ.text.split())
    for tag, attributes in READ.elements:
        assert tag not in {"image", "use", "foreignobject", "animate", "set"}
        assert not any(name.startswith("on") or name in {"style", "src", "xlink:href"} for name in attributes)


def test_where_the_reports_end() -> None:
    """The caption says when the reports ended; where no report is dated it does not."""
    assert "what was ahead when the reports ended on 9 May 2031" in " ".join(READ.text.split())
    undated = tuple(replace(note, published=None) for note in ferry_accord.notes())
    assert "reports ended" not in render_html(replace(ferry_accord.brief(), documents=undated), DOCUMENTS)


def test_the_best_supported_are_drawn() -> None:
    """Of more moments than a picture holds those are drawn that most families tell, and the page says how many are not."""
    meetings = [
        replace(MOMENTS[0], date=PartialDate(f"2031-05-{1 + number % 28:02}"), entry=EntryId(f"{number:016x}"))
        for number in range(DRAWN + 3)
    ]
    lesser = [replace(one, support=replace(one.support, least=1, most=1)) for one in meetings[:5]]
    timeline = laid(*lesser, *meetings[5:])
    assert (len(timeline.rows), timeline.left) == (DRAWN + 3, 3)
    for picture in timeline.pictures:
        assert len(picture.marks) == DRAWN
        assert sum(mark.shown.weight == 1 for mark in picture.marks) == 2
    page = render_html(ferry_accord.brief([*lesser, *meetings[5:]]), DOCUMENTS)
    assert "All 63 moments as a list; 3 of them, told by the fewest, are not drawn" in " ".join(
        Reader(page).text.split()
    )


def test_hostile_titles_stay_text() -> None:
    """A title that is markup, that turns the writing round or never ends is text in the list, and in a picture a label."""
    hostile = f"{lake_treaty.HOSTILE} {lake_treaty.TURNED} {lake_treaty.ODD} {lake_treaty.LONG}"
    bad = [replace(moment, title=hostile[at:]) for at, moment in zip(range(0, 400, 10), MOMENTS, strict=True)]
    page = render_html(ferry_accord.brief(bad), DOCUMENTS)
    assert harmless_pictures(page, figure(page))
    assert len(page) < 2 * len(PAGE)


def test_titles_of_nothing() -> None:
    """A title without a letter still has a mark and a link that can be seen."""
    (mark,) = laid(replace(SIGNED, title="\u202e\x00 ")).pictures[0].marks
    assert [text.words for text in mark.label] == ["…"]


def test_without_dates_there_is_no_timeline() -> None:
    """Where nothing is dated the page has no timeline, and no gap where it would be."""
    assert '<figure class="timeline"' not in render_html(ferry_accord.brief([]), DOCUMENTS)


def test_a_moment_on_its_own() -> None:
    """A single moment is drawn and listed, in the singular."""
    text = " ".join(Reader(render_html(ferry_accord.brief([SIGNED]), DOCUMENTS)).text.split())
    assert "The moment as a list" in text
    assert "1 moment from 6 May 2031 to 6 May 2031: 1 happened." in text


def test_a_family_that_support_does_not_name() -> None:
    """A moment whose support names no family is linked to its first passage."""
    bare = replace(SIGNED, support=replace(SIGNED.support, by=()))
    (row,) = laid(bare).rows
    assert [told.report for told in row.told] == [bare.anchors[0].document]


def test_acts_have_their_places() -> None:
    """An act is drawn by what it comes to, and the list says its status, with the kind where that is not plain."""
    dated = timeline(strait_talks.record())
    page = laid_out(brief(strait_talks.record()), strait_talks.by_id().values()).timeline
    assert page is not None
    assert [(row.style, row.what) for row in page.rows] == [
        ("held", "historical"),
        ("held", "channel, frozen"),
        ("held", "incident, happened"),
        ("off", "postponed"),
        ("held", "happened"),
        ("held", "measure, imposed"),
        ("planned", "planned"),
        ("tentative", "possible"),
    ]
    assert len(page.rows) == len(dated)
    scheduled = replace(dated[0], kind="commitment", status="scheduled")
    refused = replace(dated[0], kind="request", status="declined")
    found = laid(*(replace(one, anchors=SIGNED.anchors, support=SIGNED.support) for one in (scheduled, refused)))
    assert [(row.style, row.what) for row in found.rows] == [
        ("planned", "commitment, scheduled"),
        ("held", "request, declined"),
    ]


def test_what_is_not_to_be_is_crossed_out() -> None:
    """What was put off, called off, refused or denied has a lane of its own, a cross on its mark, and a key."""
    page = render_html(brief(strait_talks.record()), strait_talks.by_id().values())
    crosses = re.findall(r'<rect class="off"[^>]*/><path class="cross"', page)
    assert len(crosses) == 3  # in two pictures and in the key
    assert "1 put off, called off, refused or denied" in Reader(page).text
    assert "Put off, called off, refused or denied" in figure(page)
    assert 'class="cross"' not in figure(PAGE)
