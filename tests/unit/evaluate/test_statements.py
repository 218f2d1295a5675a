"""Scores of quotations and their speakers, on a report and a record made by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from memcon.core.annotation import Annotations, Referent, Role, Statement
from memcon.core.document import Document, Zone
from memcon.core.ids import PartyId
from memcon.core.party import Alias, Party
from memcon.core.record import Record
from memcon.evaluate.gold import Gold, GoldParty, GoldStatement, Report
from memcon.evaluate.metrics import HIT, MISS, WRONG, recall
from memcon.evaluate.statements import MEASURES, Found, found, furniture, naive, parties, tally
from memcon.evaluate.tally import pooled, scored
from memcon.testing import Marked, annotations, document, marked

MARKS = marked(
    "[zone:Latest: ferries run again]\n\n"
    "[statement:[quote:“We met,”] [speaker:Venn] [cue:said] in [via:a readout].] "
    "[statement:[quote:“Twice.”]] The [heading:“lake question”] stays open.\n\n"
    "[statement:[speaker:Orrin] told [addressee:Venn]: [quote:“Not yet.”]]\n"
)


def _gold(marks: Marked = MARKS, name: str = "talks") -> Gold:
    first, second, third = (span for span in marks.spans if span.label == "quote")
    (heading,) = marks.labelled("heading")
    rows = (
        GoldStatement("01", first.start, first.end, "Orla Venn", "Venn’s readout", None, uttered=True),
        GoldStatement("01", second.start, second.end, None, None, None, uttered=True),
        GoldStatement("01", heading.start, heading.end, None, None, None, uttered=False),
        GoldStatement("01", third.start, third.end, "Tomas Orrin", None, "Orla Venn", uttered=True),
    )
    return Gold(name, Path(), {"01": Report("01", Path("01.txt"), marks.text)}, rows, (), None, (), (), "")


def _record(statements: tuple[Statement, ...], parties: tuple[Party, ...] = ()) -> Record:
    return Record((), (), (), parties, statements, (), ())


def _values(gold: Gold, finds: tuple[Found, ...]) -> dict[str, float]:
    return {score.name: score.value for score in scored(MEASURES, tally(gold, finds), {})}


@pytest.fixture
def report() -> Document:
    """The report the marks were made in."""
    return document(MARKS.text)


@pytest.fixture
def statements(report: Document) -> tuple[Statement, ...]:
    """What is said in it, each speaker by the name the report uses."""
    return annotations(report, MARKS).statements


def test_the_record_names_the_parties(report: Document, statements: tuple[Statement, ...]) -> None:
    """A speaker is judged by the name the record gives, which gathers the names of all reports."""
    venn = Party(PartyId("p1"), "Orla Venn", "person", (Alias(report.id, "Venn"),))
    orrin = Party(PartyId("p2"), "Tomas Orrin", "person", (Alias(report.id, "Orrin"),))
    surnames = _values(_gold(), found({"01": report}, _record(statements)))
    full = _values(_gold(), found({"01": report}, _record(statements, (venn, orrin))))
    assert (surnames["speaker"], surnames["addressee"]) == (0, 0)
    assert (full["speaker"], full["addressee"], full["via"]) == (1, 1, 1)
    assert full["spans_f1"] == full["headings_left_alone"] == 1


def test_a_report_may_spell_a_name_otherwise(report: Document, statements: tuple[Statement, ...]) -> None:
    """Where a report has as full a name as the record, the party is called by the report's spelling."""
    aliases = (Alias(report.id, "Venn"), Alias(report.id, "Orla Venn"))
    venn = Party(PartyId("p1"), "Horla Wen", "person", aliases)
    assert [find.speaker for find in found({"01": report}, _record(statements[:1], (venn,)))] == ["Orla Venn"]


def test_spans_must_be_exact() -> None:
    """A span without its quotation marks is both missed and false, and its speaker does not count."""
    gold = _gold()
    rows = gold.statements or ()
    finds = (
        Found("01", rows[0].start + 1, rows[0].end - 1, "Orla Venn"),
        Found("01", rows[3].start, rows[3].end, "Tomas Orrin"),
    )
    values = _values(gold, finds)
    assert (values["spans_precision"], values["spans_recall"], values["speaker"]) == (1 / 2, 1 / 3, 1 / 2)


def test_a_heading_taken_for_speech_costs_precision() -> None:
    """A heading in quotation marks is no utterance: taking it is a false find."""
    gold = _gold()
    finds = tuple(Found("01", row.start, row.end) for row in gold.statements or ())
    values = _values(gold, finds)
    assert (values["spans_precision"], values["spans_recall"], values["headings_left_alone"]) == (3 / 4, 1, 0)


def test_a_null_speaker_is_not_counted() -> None:
    """Where the report names nobody, an answer is neither right nor wrong."""
    gold = _gold()
    rows = gold.statements or ()
    silent = tuple(Found("01", row.start, row.end, row.speaker) for row in rows)
    bold = tuple(Found("01", row.start, row.end, row.speaker or "Bram Thale") for row in rows)
    assert _values(gold, silent)["speaker"] == _values(gold, bold)["speaker"] == 1


def test_the_first_statement_decides_a_span(report: Document, statements: tuple[Statement, ...]) -> None:
    """One span counts once, however many statements hold it."""
    finds = found({"01": report}, _record((statements[0], statements[2], statements[0])))
    assert [find.speaker for find in finds] == ["Venn", "Orrin"]


def test_statements_of_other_documents_are_left_out(statements: tuple[Statement, ...]) -> None:
    """A report that the gold does not know neither helps nor harms."""
    assert found({"01": document("Another report.")}, _record(statements)) == ()


def test_furniture_is_no_place_for_statements(report: Document, statements: tuple[Statement, ...]) -> None:
    """A statement that touches a furniture zone is counted against the record."""
    (menu,) = MARKS.labelled("zone")
    first = statements[0].content[0]
    clean = document(MARKS.text, zones=[Zone("furniture", menu.start, menu.end)])
    dirty = document(MARKS.text, zones=[Zone("furniture", first.start, first.start + 3)])
    record = _record(statements)
    for made, expected in ((clean, 1), (dirty, 2 / 3)):
        counted = furniture(_gold(), {"01": made}, record)["furniture"]
        assert recall([item for items in counted.values() for item in items]) == pytest.approx(expected)


def test_parties_need_name_type_side_and_role(report: Document) -> None:
    """A party counts by name and type; its side and role count where the gold has them, wrong apart from missing."""
    anchor = report.anchor(0, 4)
    seen = Annotations(
        report.id,
        referents=(
            Referent("Orla Venn", "person", roles=(Role("visiting Foreign Secretary", None, anchor),), side="France"),
            Referent("Norrow", "state", side="Norrow"),
        ),
    )
    gold = replace(
        _gold(),
        parties=(
            GoldParty("01", "Orla Venn", "person", "Foreign Secretary", "Japan"),
            GoldParty("01", "Norrow", "state", None, None),
            GoldParty("01", "Tomas Orrin", "person", "spokesman", None),
        ),
    )
    counted = parties(gold, {"01": report}, {report.id: seen})
    assert {name: [one for own in places.values() for one in own] for name, places in counted.items()} == {
        "parties": [HIT, HIT, MISS], "sides": [WRONG], "roles": [HIT, MISS],
    }  # fmt: skip


def test_the_naive_method(report: Document) -> None:
    """It finds what stands between quotation marks and names the nearest capitalised words before."""
    finds = naive({"01": report})
    assert [report.text[find.start : find.end] for find in finds] == [
        *MARKS.words("quote")[:2],
        "“lake question”",
        "“Not yet.”",
    ]
    assert finds[-1].speaker == "Venn"
    assert _values(_gold(), finds)["spans_recall"] == 1


def test_scores_of_two_sets_are_pooled(report: Document, statements: tuple[Statement, ...]) -> None:
    """Two sets with reports of the same number are counted together, and stand beside the naive method."""
    finds = found({"01": report}, _record(statements))
    both = pooled([tally(_gold(name="one"), finds), tally(_gold(name="two"), ())])
    simple = tally(_gold(), naive({"01": report}))
    scores = {score.name: score for score in scored(MEASURES, both, simple)}
    assert (scores["spans_recall"].value, scores["spans_recall"].n) == (1 / 2, 6)
    assert (scores["spans_precision"].value, scores["spans_precision"].n) == (1, 3)
    assert scores["spans_precision"].naive == 3 / 4
    assert scores["spans_f1"].low <= scores["spans_f1"].value <= scores["spans_f1"].high
    assert "clear_of_furniture" not in scores
