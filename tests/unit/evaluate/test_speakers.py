"""Scores of chains, speakers, parties and attributions, on invented texts and with stages made for them."""

import json
import re
from itertools import islice
from pathlib import Path

import pytest

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, Referent, Role, Speaker, Statement
from memcon.core.document import Document
from memcon.core.ids import StatementId
from memcon.core.reading import Name, Phrase, Reading, Word
from memcon.evaluate import attributions, corpora, readouts, speakers
from memcon.evaluate.metrics import Counts
from memcon.evaluate.readouts import Named
from memcon.testing import marked

PRONOUNS = {"She": "Orla", "her": "Orla", "it": "ferry", "It": "ferry"}
HIT, WRONG, MISS = Counts(1, 1, 1), Counts(0, 1, 1), Counts(0, 0, 1)


def read(document: Document) -> Reading:
    """Words, the persons Orla and Bram, and as phrases these, pronouns and ferries."""
    anchors = [document.anchor(*match.span()) for match in re.finditer(r"\w+|[^\w\s]", document.text)]
    forms = [document.passage(anchor) for anchor in anchors]
    return Reading(
        document.id,
        words=tuple(
            Word(anchor, form.lower(), "PRON" if form in PRONOUNS else "NOUN", number, "root", 0)
            for number, (anchor, form) in enumerate(zip(anchors, forms, strict=True))
        ),
        names=tuple(Name(a, "person") for a, form in zip(anchors, forms, strict=True) if form in {"Orla", "Bram"}),
        phrases=tuple(
            Phrase(anchor, number, "person")
            for number, (anchor, form) in enumerate(zip(anchors, forms, strict=True))
            if form in {"Orla", "Bram", "ferry", *PRONOUNS}
        ),
    )


def chains(document: Document, reading: Reading) -> list[list[Anchor]]:
    """Phrases by the word they mean."""
    by_word: dict[str, list[Anchor]] = {}
    for phrase in reading.phrases:
        form = document.passage(phrase.anchor)
        by_word.setdefault(PRONOUNS.get(form, form), []).append(phrase.anchor)
    return list(by_word.values())


def annotate(document: Document, reading: Reading) -> Annotations:
    """Quotations with `said X` behind them; and `OFFICE FIRST LAST of STATE` as parties."""
    statements = tuple(
        Statement(
            StatementId(str(match.start())),
            document.id,
            "direct",
            (document.anchor(*match.span(1)),),
            speaker=Speaker(match[3], "person", document.anchor(*match.span(3))) if match[3] else None,
            cue=document.anchor(*match.span(2)) if match[2] else None,
        )
        for match in re.finditer(r"(“[^”]*”)(?: (said) (\w+))?", document.text)
    )
    referents = tuple(
        Referent(
            match[2], "person", (match[2],), (Role(match[1], match[3], document.anchor(*match.span(1))),), match[3]
        )
        for match in re.finditer(r"(President|Prime Minister) ([A-Z]\w+ [A-Z]\w+)(?: of (\w+))?", document.text)
    )
    return Annotations(document.id, referents=referents, statements=statements)


PROGRAM = speakers.Program(read, annotate, chains)


def write(path: Path, text: str) -> None:
    """A file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def scores(data: Path) -> dict[str, tuple[float, float | None]]:
    """Value and naive value by name."""
    return {score.name: (score.value, score.naive) for score, _ in speakers.measure(data, PROGRAM)}


def test_without_data_there_is_nothing(tmp_path: Path) -> None:
    """No folder, no figure."""
    assert scores(tmp_path) == {}


def test_chains_are_compared_in_words(tmp_path: Path) -> None:
    """Pronouns that are understood make the chains right; the same lemma alone finds one chain of the two."""
    words = "Orla saw the ferry . She sold the ferry . It sank . Bram wept .".split()
    cells = {0: "(1)", 3: "(2)", 5: "(1)", 8: "(2)", 10: "(2)"}
    rows = "".join(f"{n}\t{word}\t{cells.get(n, '_')}\n" for n, word in enumerate(words))
    write(tmp_path / "gum" / "ontogum" / "dev" / "ferries.conll", f"# begin document\n{rows}# end document\n")
    found = scores(tmp_path)
    assert found["chains_f1"][0] == found["chain_mentions_f1"][0] == 1
    muc, cubed, ceafe = 2 * (1 / 3) / (1 + 1 / 3), 2 * (4 / 3 / 5) / (1 + 4 / 3 / 5), 2 * 0.8 / 3
    assert found["chains_f1"][1] == pytest.approx((muc + cubed + ceafe) / 3)
    assert found["chain_mentions_f1"][1] == pytest.approx(2 * 2 / (2 + 5))


def test_paragraphs_come_from_the_treebank_beside(tmp_path: Path) -> None:
    """A heading without a full stop is a line of its own; a treebank of other words is not used."""
    path = tmp_path / "gum" / "ontogum" / "dev" / "ferries.conll"
    row = "{}\t{}\t{}\tNOUN\tNN\t_\t0\troot\t_\t_\n"
    first, second = ("".join(row.format(n + 1, one, one) for n, one in enumerate(s)) for s in ("AB", "CD"))
    write(
        tmp_path / "gum" / "dep" / "dev" / "ferries.conllu",
        f"# newdoc id = ferries\n# newpar\n{first}\n# newpar\n{second}\n",
    )
    assert speakers._paragraphs(path, list("ABCD")) == [["A", "B"], ["C", "D"]]
    assert speakers._paragraphs(path, list("ABC")) == [["A", "B", "C"]]


def test_speakers_of_a_novel(tmp_path: Path) -> None:
    """Who is named behind the quotation is right, whatever the label; a quotation without a name is a miss."""
    write(
        tmp_path / "litbank-quotations" / "tsv" / "novel.txt",
        "“ Come ! ” said Orla .\n“ No , ” said Bram .\n“ Why ? ”\n",
    )
    write(
        tmp_path / "litbank-quotations" / "tsv" / "novel.ann",
        "QUOTE\tQ1\t0\t0\t0\t3\t\nQUOTE\tQ2\t1\t0\t1\t3\t\nQUOTE\tQ3\t2\t0\t2\t3\t\n"
        "ATTRIB\tQ1\tthe_aunt-1\nATTRIB\tQ2\tthe_miller-2\nATTRIB\tQ3\tthe_aunt-1\n",
    )
    assert scores(tmp_path)["novel_speakers"] == pytest.approx((2 / 3, 2 / 3))


def test_names_are_paired_with_labels_one_to_one() -> None:
    """Two names for one label: only the more frequent stands for it."""
    gold = ["aunt", "aunt", "aunt", "miller"]
    assert speakers.paired(gold, ["Orla", "Orla", "Bram", None]) == [HIT, HIT, WRONG, MISS]
    assert speakers.paired(gold, ["Orla", "Orla", "Bram", "Bram"]) == [HIT, HIT, WRONG, HIT]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Readout of President Marn’s Call with Prime Minister Ylva Orrin of Norway",
            (Named("President", "Marn"), Named("Prime Minister", "Ylva Orrin", "Norway")),
        ),
        (
            "Readout of Vice President Ilse Q. Marn, Jr. Virtual Meeting with Norwegian National Security Advisor Orrin",
            (Named("Vice President", "Ilse Q. Marn, Jr."), Named("National Security Advisor", "Orrin", "Norway")),
        ),
        (
            "Readout of the Meeting Between President Marn and His Majesty King Oto II of the Kingdom of Norway",
            (Named("President", "Marn"), Named("King", "Oto II", "Norway")),
        ),
        ("Readout of President Marn’s Call with Prime Minister Ylva Orrin", None),
        ("Readout of President Marn’s Call with President Orrin of Norway and President Thale of Iceland", None),
        ("Readout of President Marn’s Travel to Norway", None),
    ],
)
def test_titles_name_two_persons(title: str, expected: tuple[Named, Named] | None) -> None:
    """A title counts only if it names one person on either side, with office and state."""
    assert readouts.titled(title) == expected


TITLE = "Readout of President Marn’s Call with Prime Minister Orrin of Norway"
TEXT = (
    "President Ilse Marn spoke with Prime Minister Ylva Orrin of Norway.\nPresident Marn thanked Prime Minister Orrin."
)


def _readout(folder: Path, *titles: str) -> list[readouts.Readout]:
    rows = [{"id": f"{n:02}", "kind": "readout", "title": title, "text": TEXT} for n, title in enumerate(titles)]
    rows.append({"id": "99", "kind": "factsheet", "title": TITLE, "text": TEXT})
    write(folder / "readouts" / "diplomatic.jsonl", "".join(f"{json.dumps(row)}\n" for row in rows))
    return readouts.read(folder / "readouts" / "diplomatic.jsonl", most=2)


def test_readouts_are_chosen_evenly(tmp_path: Path) -> None:
    """Those whose title cannot be read, and other kinds, are not counted."""
    chosen = _readout(tmp_path, TITLE, "Readout of a Meeting", TITLE, TITLE, TITLE)
    assert [one.id for one in chosen] == ["00", "03"]
    assert [person.name for person in chosen[0].persons] == ["Ilse Marn", "Ylva Orrin"]
    assert [zone.kind for zone in chosen[0].document.zones] == ["headline", "body", "body"]


def test_readouts_that_are_understood(tmp_path: Path) -> None:
    """Both persons with offices, and the state of the second."""
    _readout(tmp_path, TITLE)
    assert {name: value for name, (value, _) in scores(tmp_path).items()} == {
        "readout_persons": 1,
        "readout_sides": 1,
        "readout_parties": 1,
    }
    assert list(speakers.misses(tmp_path, PROGRAM)) == []


@pytest.mark.parametrize(
    ("name", "title", "side", "right"),
    [
        ("Ylva Orrin", "Prime Minister", "Norway", (1, 1)),
        ("Ylva M. ORRIN", "visiting Norwegian Prime Minister", "Norway", (1, 1)),
        ("Ylva Orrin", "Prime Minister of Norway", "Iceland", (1, 0)),
        ("Ylva Orrin", "Deputy Prime Minister", "Norway", (0, 0)),
        ("Orrin", "Prime Minister", "Norway", (0, 0)),
        ("Ilse Marn Ylva Orrin", "Prime Minister", "Norway", (0, 0)),
    ],
)
def test_what_counts_as_a_party_found(tmp_path: Path, name: str, title: str, side: str, right: tuple[int, int]) -> None:
    """Full name and equal office, then the side."""
    (readout,) = _readout(tmp_path, TITLE)
    at = readout.document.anchor(0, 1)
    party = Referent(name, "person", (name,), (Role(title, None, at),), side)
    found = readouts.judged(readout, Annotations(readout.document.id, referents=(party,)))
    assert (found.persons[1].right, found.side.right) == right
    assert found.persons[0].right == found.whole.right == 0


def test_misses_tell_what_comes_near(tmp_path: Path) -> None:
    """A line for each fault, and below it the parties that share a word."""
    _readout(tmp_path, TITLE.replace("Prime Minister Orrin of", "Chancellor Orrin of"))
    lines = list(islice(speakers.misses(tmp_path, PROGRAM), 5))
    assert lines[0].startswith("00: no party for Named(office='Chancellor', name='Orrin'")
    assert "Ylva Orrin" in lines[1]
    assert len(lines) == 2


def test_statements_as_attributions(tmp_path: Path) -> None:
    """Two statements by their parts; the second's source is longer in the gold."""
    report = marked("[content:“Come,”] [cue:said] [source:Orla]. [content:“No,”] [cue:said] [source:Bram Thale].")
    marks = "".join(
        f"T{n}\t{span.label.capitalize()} {span.start} {span.end}\t{report.text[span.start : span.end]}\n"
        for n, span in enumerate(report.spans)
    )
    marks += "E1\tAttribution:T1 Source:T2 Cue:T1 Content:T0\nE2\tAttribution:T4 Source:T5 Cue:T4 Content:T3\n"
    write(tmp_path / "polnear" / "ann" / "ferries.ann", marks)
    write(tmp_path / "polnear" / "text" / "ferries.txt", report.text)
    assert {name: value for name, (value, _) in scores(tmp_path).items()} == {
        "statement_source": 0.5,
        "statement_cue": 1,
        "statement_content": 1,
        "statement_tokens": pytest.approx(2 * 12 / (12 + 13)),
        "statement_relations": 0.5,
    }


def test_statements_of_one_cue_are_one_attribution() -> None:
    """Their contents are united; one inside another's content is left out, and one without a cue stays."""
    document = corpora.document("Orla said come and he said go . Yes")
    places = [match.span() for match in re.finditer(r"\S+", document.text)]

    def made(cue: int | None, source: int | None, *content: tuple[int, int]) -> Statement:
        def anchor(start: int, end: int) -> Anchor:
            return document.anchor(places[start][0], places[end - 1][1])

        return Statement(
            StatementId(str(content)),
            document.id,
            "indirect",
            tuple(anchor(*one) for one in content),
            speaker=None if source is None else Speaker("Orla", "person", anchor(source, source + 1)),
            cue=None if cue is None else anchor(cue, cue + 1),
        )

    found = speakers.attributed(
        places, [made(1, 0, (2, 3)), made(1, 0, (4, 7)), made(5, 4, (6, 7)), made(None, None, (8, 9))]
    )
    assert found == [
        {"source": {(0, 1)}, "cue": {(1, 2)}, "content": {(2, 3), (4, 7)}},
        {"source": set(), "cue": set(), "content": {(8, 9)}},
    ]
    assert list(attributions.scored("none", [])) != []
