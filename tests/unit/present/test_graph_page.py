"""The derivation graph on the page: two pictures that say what the list below them says, every part of them a link."""

import re
from collections.abc import Iterable
from dataclasses import replace

from memcon.core.brief import Brief
from memcon.core.dates import PartialDate
from memcon.core.derivation import Derivation, Family
from memcon.core.document import Document
from memcon.core.ids import DocumentId, FamilyId
from memcon.core.record import DocumentNote
from memcon.present.html import render_html
from memcon.present.html.graph import Graph
from memcon.present.html.graph.pieces import Dot
from memcon.present.html.graph.plan import ALONE, DRAWN, FEW
from memcon.present.html.layout import laid_out
from tests.unit.present import lake_treaty
from tests.unit.present.test_html import Reader, harmless_pictures

DOCUMENTS = tuple(lake_treaty.documents().values())
IDS = {name: document.id for name, document in lake_treaty.documents().items()}
BRIEF = lake_treaty.brief()
PAGE = render_html(BRIEF, DOCUMENTS)
READ = Reader(PAGE)


def laid(brief: Brief, documents: Iterable[Document] = DOCUMENTS) -> Graph:
    """The graph of a page."""
    found = laid_out(brief, documents).graph
    assert found is not None
    return found


def figure(page: str) -> str:
    """The part of a page that says where the reports come from."""
    (found,) = re.findall(r'<figure class="families".*?</figure>', page, re.DOTALL)
    return str(found)


def many(count: int, derivations: Iterable[tuple[int, int]], *, alone: int = 0) -> tuple[Brief, tuple[Document, ...]]:
    """A brief of a family of that many reports, and of some that stand alone; pairs are child and parent."""
    source = DOCUMENTS[0]
    documents = tuple(
        replace(source, id=DocumentId(f"{number:016x}"), zones=(), metadata=()) for number in range(count + alone)
    )
    ids = [document.id for document in documents]
    families = [Family(FamilyId("one"), "Meridian", tuple(ids[:count]), established=True)]
    families += [Family(FamilyId(one), None, (one,), established=False) for one in ids[count:]]
    home = {one: family.id for family in families for one in family.documents}
    notes = tuple(
        DocumentNote(one, f"{one}.txt", f"Report {number}", f"Paper {number}", PartialDate("2034-06-12"), home[one])
        for number, one in enumerate(ids)
    )
    made = tuple(
        Derivation(ids[child], ids[parent], None, "copy", certain=True, score=0.9, direction="determined")
        for child, parent in derivations
    )
    return (
        replace(BRIEF, documents=notes, families=tuple(families), derivations=made, sections=(), problems=()),
        documents,
    )


def dots(graph: Graph) -> tuple[Dot, ...]:
    """The dots of the wide picture."""
    return graph.pictures[0].dots


def test_pictures_draw_what_the_list_tells() -> None:
    """Both pictures have an arrow for every derivation that the list tells, and a dot for each report and absent origin."""
    graph = laid(BRIEF)
    for picture in graph.pictures:
        assert {dot.node.key for dot in picture.dots if dot.node.style != "absent"} == set(IDS.values())
        assert [dot.node.name for dot in picture.dots if dot.node.style == "absent"] == ["Northern Cable"]
        pairs = {(arrow.link.child, arrow.link.parent) for arrow in picture.arrows}
        assert pairs == {(one.child, one.parent or "origin northern cable") for one in lake_treaty.derivations()}
    assert (graph.left, graph.doubtful, graph.unordered) == (0, True, True)


def test_reports_made_from_others_look_so() -> None:
    """A report that was certainly made from another is grey, one that only may have been is still an account of its own."""
    styles = {dot.node.key: dot.node.style for dot in dots(laid(BRIEF))}
    assert styles[IDS["chronicle"]] == "made"
    assert styles[IDS["courier"]] == "made"
    assert styles[IDS["meridian"]] == styles[IDS["nameless"]] == "own"


def test_lanes_are_families() -> None:
    """A family's reports stand together under its origin; what may be the same family stands next to it."""
    picture = laid(BRIEF).pictures[0]
    names = [text.words for text in picture.texts if text.role == "lane"]
    assert names[:2] == ["Meridian", "Origin not stated"]
    assert names[-1] == ALONE
    assert len(names) == len(set(names))


def test_every_part_is_a_link() -> None:
    """A dot leads to its report, an arrow to the aligned passage where the page has one, else to the report."""
    places = {attributes["id"] for _, attributes in READ.elements if "id" in attributes}
    assert set(re.findall(r'href="#([^"]+)"', figure(PAGE))) <= places
    page = laid_out(BRIEF, DOCUMENTS)
    numbers = {f"p{number}": anchor for anchor, number in page.passages.items()}
    (arrows,) = [laid(BRIEF).pictures[0].arrows]
    for arrow in arrows:
        made = next(one for one in lake_treaty.derivations() if one.child == arrow.link.child)
        if made.passages:
            assert numbers[arrow.link.target] == made.passages[0].child
        else:
            assert arrow.link.target == f"d{page.reports[made.child].number}"
    for dot in dots(laid(BRIEF)):
        assert dot.node.target == (f"d{page.reports[DocumentId(dot.node.key)].number}" if dot.node.date else "")


def test_pictures_have_names_and_run_nothing() -> None:
    """Each picture is an image with a title and a description, and nothing in it is styled inline, runs or fetches."""
    pictures = [attributes for tag, attributes in READ.elements if tag == "svg" and attributes.get("role") == "img"]
    ids = {attributes["id"] for _, attributes in READ.elements if "id" in attributes}
    assert len(pictures) == 2
    for picture in pictures:
        assert set((picture["aria-labelledby"] or "").split()) <= ids
    text = " ".join(READ.text.split())
    assert "9 reports and 1 origin not among them in the order of publication, by family" in text
    assert "with 5 certain derivations and 1 possible one." in text
    for tag, attributes in READ.elements:
        assert tag not in {"image", "use", "foreignobject", "animate", "set"}
        assert not any(name.startswith("on") or name in {"style", "src", "xlink:href"} for name in attributes)


def test_titles_say_how_and_how_much() -> None:
    """What shows when a pointer rests on an arrow names both reports, how the child was made, and how much they share."""
    told = {arrow.link.child: arrow.link.told for arrow in laid(BRIEF).pictures[0].arrows}
    assert told[IDS["chronicle"]].startswith("The Harbour Chronicle, 12 June 2034: shortened from Meridian, ")
    assert told[IDS["chronicle"]].endswith("; 98% in common")
    assert told[IDS["lantern"]].endswith("which of the two came first is not known")
    assert told[IDS["courier"]].endswith("credits this origin: Northern Cable")


def test_without_derivations_there_is_no_picture() -> None:
    """Where nothing was made from anything the families are dots as before."""
    page = figure(render_html(replace(BRIEF, derivations=()), DOCUMENTS))
    assert 'role="img"' not in page
    assert 'class="capsules"' in page
    assert 'class="capsules"' not in figure(PAGE)


def test_the_best_connected_are_drawn() -> None:
    """Of more reports than a picture holds those with most links are drawn, and the page says how many are not."""
    hub = [(number, 0) for number in range(1, DRAWN + 5)]
    brief, documents = many(DRAWN + 5, [*hub, (DRAWN + 4, DRAWN + 3)])
    graph = laid(brief, documents)
    drawn = {dot.node.key for dot in dots(graph)}
    assert (len(drawn), graph.left) == (DRAWN, 5)
    assert {f"{number:016x}" for number in (0, DRAWN + 3, DRAWN + 4)} <= drawn
    assert "5 more reports, which fewest arrows or none would join" in " ".join(
        Reader(render_html(brief, documents)).text.split()
    )


def test_what_stands_alone_among_many_is_left_to_the_list() -> None:
    """Reports that nothing links are drawn in a lane of their own where there are few, and not where there are many."""
    few, many_ = many(3, [(1, 0), (2, 1)], alone=4), many(3, [(1, 0), (2, 1)], alone=FEW)
    assert (len(dots(laid(*few))), laid(*few).left) == (7, 0)
    assert (len(dots(laid(*many_))), laid(*many_).left) == (3, FEW)


def test_of_one_day_parents_come_first() -> None:
    """Where dates leave it open, a report stands before what was made from it; a circle in a faulty record is drawn."""
    picture = laid(*many(4, [(0, 3), (3, 2)])).pictures[0]
    places = {dot.node.name: dot.x for dot in picture.dots}
    assert sorted(places, key=places.__getitem__) == ["Paper 1", "Paper 2", "Paper 3", "Paper 0"]
    assert len(dots(laid(*many(2, [(0, 1), (1, 0)])))) == 2


def test_years_are_told_where_there_are_several() -> None:
    """Dates have their year only if the reports are of more than one."""
    brief, documents = many(2, [(1, 0)])
    assert [dot.node.date for dot in dots(laid(brief, documents))] == ["12 June", "12 June"]
    older = replace(brief.documents[0], published=PartialDate("2033-06"))
    later = replace(brief, documents=(older, *brief.documents[1:]))
    assert [dot.node.date for dot in dots(laid(later, documents))] == ["June 2033", "12 June 2034"]


def test_hostile_names_stay_text() -> None:
    """An outlet, a title or an origin that is markup, turns the writing round or never ends is a label of one line."""
    hostile = f"{lake_treaty.TURNED} {lake_treaty.HOSTILE} {lake_treaty.ODD} {lake_treaty.LONG}"
    notes = tuple(replace(note, outlet=hostile, title=hostile) for note in BRIEF.documents)
    families = tuple(replace(family, origin=hostile) for family in BRIEF.families)
    derivations = tuple(replace(one, origin=hostile) for one in BRIEF.derivations)
    page = render_html(replace(BRIEF, documents=notes, families=families, derivations=derivations), DOCUMENTS)
    for picture in harmless_pictures(page, figure(page)):
        assert max(map(len, re.findall(r"<text[^>]*>([^<]*)", picture)), default=0) < 400
