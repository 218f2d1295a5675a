"""Events of invented reports in the formats of public corpora."""

import json
from pathlib import Path

import pytest

from memcon.evaluate import events
from memcon.evaluate.coreference import Agreement, agreement, conll_f1
from memcon.evaluate.eventcorpora import encoded, gunviolence, newswcl
from memcon.language.weights import Weights

FERRY = [["Orla", "Venn", "sank", "the", "ferry", "in", "Brenna", "on", "Tuesday", "."], ["She", "fled", "."]]
AGAIN = [["The", "ferry", "was", "sunk", "in", "Brenna", "by", "Orla", "Venn", "on", "Tuesday", "."]]
TRUCK = [["Tomas", "Orrin", "sold", "two", "trucks", "to", "a", "farmer", "near", "Kelm", "."]]


def lines(path: Path, rows: list[dict[str, object]]) -> None:
    """A file of JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Three reports of two incidents, as ECB+, as GVC and as NewsWCL50r have them."""
    documents = {"1_1ecb": FERRY, "1_2ecb": AGAIN, "2_1ecb": TRUCK}
    marked = [
        ("1_1ecb", 0, 2, "sinking"),
        ("1_1ecb", 1, 1, "flight"),
        ("1_2ecb", 0, 3, "sinking"),
        ("2_1ecb", 0, 2, "sale"),
    ]
    docs: list[dict[str, object]] = [{"doc_id": name, "sentences": told} for name, told in documents.items()]
    for part in ("test", "dev"):
        lines(tmp_path / "ecbplus" / part / "docs.jsonl", docs)
        mentions = [
            {"doc_id": name, "sent_id": number, "tokens_number": [word], "coref_chain": chain}
            for name, number, word, chain in marked
        ]
        (tmp_path / "ecbplus" / part / "event_gold_mentions.json").write_text(json.dumps(mentions), encoding="utf-8")
    lines(tmp_path / "gvc-dev" / "docs.jsonl", docs)
    lines(
        tmp_path / "gvc-dev" / "mentions.jsonl",
        [
            {"doc_id": name, "sent_id": number, "start": word, "end": word, "chain": chain}
            for name, number, word, chain in marked
        ],
    )
    lines(
        tmp_path / "coref-diplomacy" / "docs.jsonl",
        [{"doc_id": "0_L", "topic": 0, "tokens": [*FERRY[0], "\n", *FERRY[1]], "sentence_starts": [0, 11]}],
    )
    lines(
        tmp_path / "coref-diplomacy" / "mentions.jsonl",
        [
            {"topic": 0, "doc_id": "0_L", "chain": "sinking", "type": "EVENT", "tokens": [2, 3, 4], "head": 2},
            {"topic": 0, "doc_id": "0_L", "chain": "flight", "type": "ACTION", "tokens": [12], "head": 12},
            {"topic": 0, "doc_id": "0_L", "chain": "Venn", "type": "ACTOR", "tokens": [0, 1], "head": 1},
        ],
    )
    return tmp_path


def test_every_figure_has_its_naive_method_and_interval(data: Path) -> None:
    """Four corpora make five figures; two sinkings in other words are one event, and no other is."""
    measured = {score.name: (score, digest) for score, digest in events.measure(data)}
    assert set(measured) == events.NAMES
    assert measured["ecb_conll"][0].n == measured["gvc_dev_conll"][0].n == 4
    assert measured["newswcl_conll"][0].n == 2
    for score, digest in measured.values():
        assert 0 <= score.low <= score.value <= score.high <= 1
        assert score.naive is not None
        assert len(digest) == 64
    assert measured["ecb_conll"][0].value == measured["ecb_dev_conll"][0].value == 1


def test_what_is_absent_is_passed_over(tmp_path: Path) -> None:
    """No folder, no figure."""
    assert list(events.measure(tmp_path)) == []


def test_a_line_break_is_no_word(data: Path) -> None:
    """NewsWCL50r counts line breaks as words; actors are no events."""
    (corpus,) = newswcl(data / "coref-diplomacy").values()
    assert corpus.documents == {"0_L": FERRY}
    told = [[corpus.documents[one.document][one.sentence][word] for word in one.words] for one in corpus.mentions]
    assert told == [["sank", "the", "ferry"], ["fled"]]


def test_sentences_are_read_as_the_corpus_has_them(data: Path) -> None:
    """Heads are counted in the sentence, and every word has its states."""
    given = encoded(gunviolence(data / "gvc-dev"), Weights())
    second = given.mentions[1].sentence
    assert (second.document, second.number) == ("1_1ecb", 1)
    assert second.heads == (1, 1, 1)
    assert second.states.shape == (3, 6, 384)
    assert {"ferry", "sink"} <= set(given.documents["1_2ecb"])


def test_parts_add_up_to_the_whole(data: Path) -> None:
    """Documents that no chain and no group connects are apart, and summed they agree as the whole does."""
    given = encoded(gunviolence(data / "gvc-dev"), Weights())
    predicted = [[0, 1], [2], [3]]
    parts = events.apart(given, predicted)
    whole = agreement([[0, 2], [1], [3]], predicted)
    assert len(parts) == 2
    assert sum(parts, Agreement()) == whole
    assert conll_f1(parts) == conll_f1([whole])
