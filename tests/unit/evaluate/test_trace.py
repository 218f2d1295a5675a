"""Scores of families, derivations and credits, on four reports made by hand."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from memcon.core.annotation import Annotations, Damage
from memcon.core.derivation import Derivation, Family, Passage
from memcon.core.document import Document
from memcon.core.ids import DocumentId, FamilyId
from memcon.core.record import Record
from memcon.evaluate.gold import Gold, Place, Report
from memcon.evaluate.tally import scored
from memcon.evaluate.trace import MEASURES, Clusterings, clusterings, score_families, tally
from memcon.testing import annotations, document, marked

TEXTS = {
    "01": marked("BRENNA [credit:(NWA)] — Nobody walked out. [same:The talks lasted two hours.]"),
    "02": marked("[same:The talks lasted two hours.] [credit:Source: NWA]"),
    "03": marked("HALYARD [credit:(HW)] — They spoke for two hours."),
    "04": marked("Two hours of talk, a reader counts."),
}
DOCUMENTS = {key: document(marks.text) for key, marks in TEXTS.items()}


def _gold(clusters: dict[str, str]) -> Gold:
    (one,), (other,) = TEXTS["01"].labelled("same"), TEXTS["02"].labelled("same")
    origins = {"01": "Northern Wire Agency", "02": "Northern Wire Agency", "03": "Callendia Radio"}
    reports = {key: Report(key, Path(key), marks.text, origins.get(key)) for key, marks in TEXTS.items()}
    retold = (Place("01", one.start, one.end), Place("02", other.start, other.end))
    return Gold("talks", Path(), reports, None, (), clusters, (retold,), (("01", "03"), ("02", "03")), "")


GOLD = _gold({"01": "a", "02": "a", "03": "b", "04": "c"})


def _record(families: Sequence[str], derivations: Sequence[Derivation] = ()) -> Record:
    """Families as strings of last digits: `12` holds reports 01 and 02."""
    made = [
        Family(FamilyId(name), None, tuple(DOCUMENTS[f"0{digit}"].id for digit in name), established=True)
        for name in families
    ]
    return Record((), tuple(made), tuple(derivations), (), (), (), ())


def _derivation(child: str, parent: str) -> Derivation:
    return Derivation(DOCUMENTS[child].id, DOCUMENTS[parent].id, None, "copy", True, 1.0, "determined")


def _families(families: Sequence[str]) -> dict[str, float]:
    return {score.name: score.value for score in score_families([clusterings(GOLD, DOCUMENTS, _record(families))])}


def _tallied(
    gold: Gold,
    record: Record,
    documents: dict[str, Document] = DOCUMENTS,
    seen: dict[DocumentId, Annotations] | None = None,
) -> dict[str, float]:
    return {score.name: score.value for score in scored(MEASURES, tally(gold, documents, record, seen or {}), {})}


def test_right_families_score_one() -> None:
    """The gold's grouping has full marks, and beats the naive one."""
    (f1, *_, exact) = score_families([clusterings(GOLD, DOCUMENTS, _record(["12", "3", "4"]))])
    assert (f1.value, f1.n, exact.value, exact.naive) == (1, 4, 1, 0)
    assert f1.naive is not None
    assert f1.naive < 1


@pytest.mark.parametrize(("families", "precision", "recall"), [(["1", "2", "3", "4"], 1, 3 / 4), (["1234"], 3 / 8, 1)])
def test_wrong_families(families: list[str], precision: float, recall: float) -> None:
    """Reports kept apart cost recall, reports thrown together cost precision, and neither grouping is exact."""
    values = _families(families)
    assert (values["families_precision"], values["families_recall"]) == (precision, recall)
    assert (values["families_rand"], values["families_exact"]) == (0, 0)


def test_a_report_in_no_family_stands_alone() -> None:
    """A document that the record puts in no family is one by itself."""
    assert _families(["12"])["families_exact"] == 1


def test_sets_are_scored_together() -> None:
    """Two sets never share a family, and half of them being right is half of the exact score."""
    right, wrong = (clusterings(GOLD, DOCUMENTS, _record(families)) for families in (["12", "3", "4"], ["1234"]))
    other = Clusterings(
        {f"other/{key}": name for key, name in wrong.gold.items()},
        {f"other/{key}": ("other", name) for key, name in wrong.predicted.items()},
    )
    exact = score_families([right, other])[-1]
    assert (exact.value, exact.n) == (0.5, 2)
    assert score_families([]) == ()


@pytest.mark.parametrize(
    ("families", "precision", "recall"),
    [(["12", "3", "4"], 1, 1), (["123", "4"], 1 / 3, 1), (["13", "2", "4"], 0, 0), (["1", "2", "3", "4"], 0, 0)],
)
def test_pairs_of_reports(families: list[str], precision: float, recall: float) -> None:
    """A pair in one family is right if it has one origin; a pair of one origin that is kept apart is missed."""
    values = _tallied(GOLD, _record(families))
    assert (values["pairs_precision"], values["pairs_recall"]) == (precision, recall)


def test_passages_are_found_either_way_round() -> None:
    """A passage counts when its two sides overlap the gold's, whichever is called the child."""
    (one,), (other,) = (TEXTS[key].anchors(DOCUMENTS[key], "same") for key in ("01", "02"))
    for child, parent in (("01", "02"), ("02", "01")):
        passage = Passage(one, other, 1.0) if child == "01" else Passage(other, one, 1.0)
        derivation = _derivation(child, parent)
        derived = Derivation(derivation.child, derivation.parent, None, "copy", True, 1.0, "determined", (passage,))
        assert _tallied(GOLD, _record([], [derived]))["passages_found"] == 1
    assert _tallied(GOLD, _record([], [_derivation("02", "01")]))["passages_found"] == 0


def test_unrelated_pairs_are_kept_apart() -> None:
    """Independent reports in one family are counted against the record."""
    assert _tallied(GOLD, _record(["12", "3"]))["unrelated_kept_apart"] == 1
    assert _tallied(GOLD, _record(["123"]))["unrelated_kept_apart"] == 0
    assert _tallied(GOLD, _record(["13", "2"]))["unrelated_kept_apart"] == 1 / 2


def test_origins_are_found_as_credits() -> None:
    """Initials credit the agency in full; a report whose origin nobody told is not counted."""
    seen = {made.id: annotations(made, TEXTS[key]) for key, made in DOCUMENTS.items()}
    assert _tallied(GOLD, _record([]), seen=seen)["origins_credited"] == 1 / 3


def test_damaged_words_are_marked_or_missed() -> None:
    """A mark anywhere on the damaged words counts; one elsewhere in the report does not."""
    gold = replace(GOLD, corruptions=(Place("03", 0, 7), Place("04", 0, 9)))
    marks = (
        Damage(DOCUMENTS["03"].anchor(5, 12), "name", None, 0.9, "why"),
        Damage(DOCUMENTS["04"].anchor(10, 12), "name", None, 0.9, "why"),
    )
    record = replace(_record(["12", "3", "4"]), damage=marks)
    assert _tallied(gold, record)["corruptions_marked"] == 0.5
