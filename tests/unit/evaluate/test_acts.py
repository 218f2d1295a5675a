"""Scores of acts: what is read from marked sentences, and what counts as right."""

from pathlib import Path

import pytest

from memcon.core.act import Act, ActKind, Argument
from memcon.core.annotation import Annotations
from memcon.core.annotation import Sentence as Seen
from memcon.core.document import Document
from memcon.core.record import Record
from memcon.errors import GoldError
from memcon.evaluate import actgold, acts
from memcon.evaluate.actcorpus import Sentence, read_acts
from memcon.evaluate.gold import read_gold
from memcon.evaluate.metrics import f1, recall
from memcon.language.sentences import sentence_ranges
from memcon.testing import document

MET = "[visitor:The envoy] [engagement{visit held}:flew] to [place:Lima] and [request{request open 2}:urged] [to{2}:Peru] [content{2}:to wait]."


def sentences(tmp_path: Path, *lines: str) -> tuple[Sentence, ...]:
    """The lines as a file of marked sentences, read."""
    (tmp_path / "a.txt").write_text("\n".join(["published: 2031-05-04", "---", *lines]), encoding="utf-8")
    return read_acts(tmp_path)


def found(sentence: Sentence, kind: ActKind, word: str, *, type: str = "visit", status: str = "held") -> Act:
    """An act found at a word of a sentence."""
    made = acts.document(sentence)
    start = sentence.text.index(word)
    return Act(kind, type, status, made.anchor(0, len(made.text)), made.anchor(start, start + len(word)))


def test_a_line_is_read_with_its_acts_and_their_roles(tmp_path: Path) -> None:
    """Numbered roles belong to the act of that number, the others to the first; visitors take part."""
    (one,) = sentences(tmp_path, MET)
    assert one.published == "2031-05-04"
    assert [(act.kind, act.type, act.status) for act in one.acts] == [
        ("engagement", "visit", "held"), ("request", "request", "open"),
    ]  # fmt: skip
    words = [{role: [one.text[a:b] for a, b in places] for role, places in act.roles.items()} for act in one.acts]
    assert words == [{"participant": ["The envoy"], "place": ["Lima"]}, {"to": ["Peru"], "content": ["to wait"]}]


def test_a_headline_is_read_as_one(tmp_path: Path) -> None:
    """A line with a sign of equality is a headline, and its document has no body."""
    (one,) = sentences(tmp_path, "= Envoy to [engagement{visit planned}:visit] Lima")
    assert one.headline
    assert [zone.kind for zone in acts.document(one).zones] == ["headline"]


def test_a_faulty_line_is_named(tmp_path: Path) -> None:
    """A bracket that is never closed is told with its line."""
    with pytest.raises(GoldError, match="line 3"):
        sentences(tmp_path, "An [engagement{visit held}:envoy came.")


def test_a_found_act_is_right_beside_the_marked_word_and_once_only(tmp_path: Path) -> None:
    """The same word or one near it will do; a second act for one mark is spurious, and another kind is no match."""
    (one,) = sentences(tmp_path, MET)
    visit = found(one, "engagement", "flew")
    near = found(one, "engagement", "envoy")
    other = found(one, "commitment", "urged", type="pledge", status="offered")
    counted = acts.tally([(one, [visit, near, other])])
    kinds = {kind: sum(counts.right for own in counted[kind].values() for counts in own) for kind in counted}
    assert kinds["engagement"] == 1
    assert f1([counts for own in counted["engagement"].values() for counts in own]) == pytest.approx(2 / 3)
    assert recall([counts for own in counted["request"].values() for counts in own]) == 0
    assert counted["commitment"]["acts", "a.txt"][0].right == 0


def test_status_and_type_count_among_the_acts_found_right(tmp_path: Path) -> None:
    """A wrong status costs in `status` and not in the kind's own figure."""
    (one,) = sentences(tmp_path, MET)
    counted = acts.tally([(one, [found(one, "engagement", "flew", status="planned")])])
    assert [counts.right for counts in counted["status"]["acts", "a.txt"]] == [0]
    assert [counts.right for counts in counted["type"]["acts", "a.txt"]] == [1]


GOLD = """
folder: reports
reports:
  "1": {file: 1.txt, published: 2031-05-03}
  "2": {file: 2.txt, published: 2031-05-06}
engagements:
  - {id: talks, status: held, who: [Ana Orrin, Ilse Marn], start: 2031-05-04, evidence: [
      {report: "1", phrase: Orrin is to meet Marn}, {report: "2", phrase: Orrin met Marn}]}
requests:
  - {id: lift, by: Norrow, to: Kelmora, status: declined or unanswered, evidence: [
      {report: "2", phrase: Norrow asked Kelmora}]}
"""


def judged(tmp_path: Path, *told: tuple[str, ActKind, str, str, tuple[str, ...]]) -> dict[str, float]:
    """F1 by kind of acts in two small reports: report, kind, trigger, status and parties of each."""
    (tmp_path / "reports").mkdir()
    texts = {"1": "Orrin is to meet Marn.", "2": "Orrin met Marn. Norrow asked Kelmora to wait."}
    for key, text in texts.items():
        (tmp_path / "reports" / f"{key}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "gold.yaml").write_text(GOLD, encoding="utf-8")
    (gold,) = read_gold(tmp_path)
    documents = {key: document(text) for key, text in texts.items()}
    seen: dict[str, list[Act]] = {key: [] for key in texts}
    for key, kind, word, status, parties in told:
        made = documents[key]
        start = made.text.index(word)
        trigger = made.anchor(start, start + len(word))
        roles = ("by", "to") if kind == "request" else ("participant", "participant")
        arguments = tuple(Argument(role, trigger, name) for role, name in zip(roles, parties, strict=False))  # type: ignore[arg-type]
        seen[key].append(Act(kind, "meeting", status, trigger, trigger, arguments))
    annotations = {
        documents[key].id: Annotations(documents[key].id, sentences=_sentences(documents[key]), acts=tuple(own))
        for key, own in seen.items()
    }
    counted = actgold.tally(gold, documents, annotations, Record((), (), (), (), (), (), ()))
    return {kind: f1([one for own in counted[kind].values() for one in own]) for kind in ("engagements", "requests")}


def _sentences(made: Document) -> tuple[Seen, ...]:
    return tuple(Seen(made.anchor(*one)) for one in sentence_ranges(made.text, 0, len(made.text)))


BOTH = ("Ana Orrin", "Ilse Marn")


def test_what_was_held_is_planned_in_a_report_from_before(tmp_path: Path) -> None:
    """The status is judged by what a report could know, and either of two statuses will do where the gold says so."""
    assert judged(
        tmp_path,
        ("1", "engagement", "meet", "planned", BOTH),
        ("2", "engagement", "met", "held", BOTH),
        ("2", "request", "asked", "declined", ("Norrow", "Kelmora")),
    ) == {"engagements": 1.0, "requests": 1.0}


def test_a_wrong_party_or_status_is_a_miss_and_an_act_elsewhere_is_spurious(tmp_path: Path) -> None:
    """Somebody else at the table, or a meeting held before it was, is not what the gold tells."""
    found_ = judged(
        tmp_path,
        ("1", "engagement", "meet", "held", BOTH),
        ("2", "engagement", "met", "held", ("Ana Orrin", "Tomas Reyes")),
        ("2", "request", "wait", "accepted", ("Norrow", "Kelmora")),
    )
    assert found_ == {"engagements": 0.0, "requests": 0.0}
