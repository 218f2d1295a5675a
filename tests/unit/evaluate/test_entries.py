"""Scores of the record: which entry is the gold's, what is merged, and where accounts are rightly said to differ."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from memcon.core.annotation import Annotations, Sentence
from memcon.core.discrepancy import Discrepancy, Mechanism, Reading, Verdict
from memcon.core.document import Document
from memcon.core.entry import Claim, Entry, EntryKind, Slot, Support, Witness
from memcon.core.ids import EntryId, FamilyId
from memcon.core.record import Record
from memcon.errors import GoldError
from memcon.evaluate import differences, entries
from memcon.evaluate.gold import Gold, read_gold
from memcon.evaluate.metrics import f1
from memcon.evaluate.tally import Tally
from memcon.language.sentences import sentence_ranges
from memcon.testing import document

TEXTS = {
    "1": "Orrin met Marn for three hours. They dined. Orrin had called on Monday.",
    "2": "Orrin and Marn talked for nearly three hours. A dinner followed.",
}
GOLD = """
folder: reports
reports:
  "1": {file: 1.txt, published: 2031-05-05}
  "2": {file: 2.txt, published: 2031-05-05}
origins:
  - {origin: North, reports: ["1"]}
  - {origin: South, reports: ["2"]}
engagements:
  - {id: talks, status: held, who: [Orrin, Marn], evidence: [
      {report: "1", phrase: Orrin met Marn}, {report: "2", phrase: Orrin and Marn talked}]}
  - {id: meal, status: held, who: [Orrin, Marn], evidence: [
      {report: "1", phrase: They dined}, {report: "2", phrase: A dinner followed}]}
disagreements:
  - {on: talks.duration, values: {"1": three hours, "2": nearly three hours}, verdict: compatible}
pseudo_disagreements:
  - {on: talks.status, values: {"1": held, "2": planned}}
"""


def read(tmp_path: Path, text: str = GOLD) -> tuple[Gold, dict[str, Document]]:
    """The gold of two small reports, and the reports."""
    (tmp_path / "reports").mkdir(exist_ok=True)
    for key, words in TEXTS.items():
        (tmp_path / "reports" / f"{key}.txt").write_text(words, encoding="utf-8")
    (tmp_path / "gold.yaml").write_text(text, encoding="utf-8")
    (gold,) = read_gold(tmp_path)
    return gold, {key: document(words) for key, words in TEXTS.items()}


def told(
    documents: dict[str, Document], *words: tuple[str, str], kind: EntryKind = "engagement", least: int = 2
) -> Entry:
    """An entry whose triggers are words of the reports."""
    anchors = []
    for key, word in words:
        start = documents[key].text.index(word)
        anchors.append(documents[key].anchor(start, start + len(word)))
    support = Support(least, least, len(words), (Witness(FamilyId("f"), None, tuple(anchors)),))
    claim = Claim("meeting", "meeting", tuple(sorted(anchors)), support)
    return Entry(
        EntryId(" ".join(word for _, word in words)), kind, "held", claim.anchors, support, (Slot("type", (claim,)),)
    )


def figures(counted: Tally) -> dict[str, float]:
    """Every measure as one number."""
    return {name: f1([one for own in places.values() for one in own]) for name, places in counted.items()}


def scored(tmp_path: Path, made: Sequence[Entry], found: Sequence[Discrepancy] = ()) -> dict[str, float]:
    """The figures of a record of these entries and differences."""
    gold, documents = read(tmp_path)
    annotations = {
        one.id: Annotations(
            one.id, sentences=tuple(Sentence(one.anchor(*each)) for each in sentence_ranges(one.text, 0, len(one.text)))
        )
        for one in documents.values()
    }
    record = Record((), (), (), (), (), tuple(made), (), discrepancies=tuple(found))
    counted = entries.tally(gold, documents, annotations, record)
    return figures({**counted, **differences.tally(gold, documents, annotations, record)})


def test_the_right_entries_and_no_other(tmp_path: Path) -> None:
    """Each engagement of the gold is one entry, with the support of two origins."""
    _, documents = read(tmp_path)
    made = [told(documents, ("1", "met"), ("2", "talked")), told(documents, ("1", "dined"), ("2", "dinner"))]
    found = scored(tmp_path, made)
    assert found["engagements"] == found["apart"] == found["support"] == 1


def test_what_is_split_costs_precision(tmp_path: Path) -> None:
    """A second entry for the same talks is one too many, and a third is of nothing in the gold."""
    _, documents = read(tmp_path)
    made = [told(documents, ("1", "met")), told(documents, ("2", "talked")), told(documents, ("1", "called"))]
    assert scored(tmp_path, made)["engagements"] == pytest.approx(2 / 5)


def test_what_is_merged_is_counted(tmp_path: Path) -> None:
    """An entry with triggers in the passages of two engagements tells both, and neither apart."""
    _, documents = read(tmp_path)
    merged = told(documents, ("1", "met"), ("2", "talked"), ("2", "dinner"))
    assert scored(tmp_path, [merged])["apart"] == 0  # the meal has no entry of its own that could be kept apart
    assert (
        scored(tmp_path, [told(documents, ("1", "met"), ("2", "talked")), told(documents, ("2", "dinner"))])["apart"]
        == 1
    )


def test_support_is_right_only_as_the_gold_has_it(tmp_path: Path) -> None:
    """Three witnesses for two origins are wrong."""
    _, documents = read(tmp_path)
    made = [told(documents, ("1", "met"), ("2", "talked"), least=3)]
    assert scored(tmp_path, made)["support"] == 0


def difference(
    documents: dict[str, Document],
    slot: str,
    verdict: Verdict,
    *words: tuple[str, str],
    mechanism: Mechanism = "rounding",
) -> Discrepancy:
    """A discrepancy of the talks with a reading for each of some words."""
    readings = []
    for key, word in words:
        start = documents[key].text.index(word)
        anchor = documents[key].anchor(start, start + len(word))
        readings.append(Reading(word, word, (anchor,), Support(1, 1, 1, (Witness(FamilyId(key), None, (anchor,)),))))
    return Discrepancy(
        "d", EntryId("met talked"), "engagement", slot, "number", verdict, mechanism, "", tuple(readings), 0.1, ""
    )


def test_a_difference_is_found_with_its_verdict(tmp_path: Path) -> None:
    """Compatible and agreeing count as one; a conflict would be another verdict."""
    _, documents = read(tmp_path)
    made = [told(documents, ("1", "met"), ("2", "talked"))]
    words = (("1", "three hours"), ("2", "nearly three hours"))
    for verdict, right in (("compatible", 1), ("agree", 1), ("conflict", 0)):
        found = scored(tmp_path, made, [difference(documents, "duration", verdict, *words)])  # type: ignore[arg-type]
        assert found["disagreements"] == right


def test_what_is_none_must_not_be_listed(tmp_path: Path) -> None:
    """The time of writing is no disagreement."""
    _, documents = read(tmp_path)
    made = [told(documents, ("1", "met"), ("2", "talked"))]
    words = (("1", "met"), ("2", "talked"))
    for verdict, right in (("time-of-writing", 1), ("conflict", 0)):
        found = scored(tmp_path, made, [difference(documents, "status", verdict, *words)])  # type: ignore[arg-type]
        assert found["suppressed"] == right


def test_an_unknown_verdict_is_told(tmp_path: Path) -> None:
    """A gold whose verdict nobody can read is mended, not guessed."""
    with pytest.raises(GoldError, match="verdict"):
        read(tmp_path, GOLD.replace("verdict: compatible", "verdict: hm"))
