"""Corpora in the formats of their makers, with texts of our own."""

from pathlib import Path

import pytest

from memcon.evaluate import corpora

CHAINS = """# begin document ferries
0\tOrla\t(1
1\tVenn\t1)
2\tsold\t_
3\ther\t(2(1)
4\tferry\t2)
5\t.\t_
6\tIt\t(2)
7\tsank\t_
# end document
"""


def test_chains_are_read_from_brackets(tmp_path: Path) -> None:
    """Brackets nest, and stand side by side in one cell."""
    (tmp_path / "ferries.conll").write_text(CHAINS, encoding="utf-8")
    words, chains = corpora.chains(tmp_path / "ferries.conll")
    assert words == "Orla Venn sold her ferry . It sank".split()
    assert sorted(map(sorted, chains)) == [[(0, 2), (3, 4)], [(3, 5), (6, 7)]]


def test_quotations_are_counted_in_words_of_the_whole_text(tmp_path: Path) -> None:
    """A quotation may span sentences; one without a speaker is left out."""
    text, marks = tmp_path / "novel.txt", tmp_path / "novel.ann"
    text.write_text("Orla rose .\n“ The tide !\nCome , ” she cried .\n“ No . ”\n", encoding="utf-8")
    marks.write_text(
        "QUOTE\tQ1\t1\t0\t2\t2\t“ The tide ! Come , ”\nQUOTE\tQ2\t3\t0\t3\t3\t“ No . ”\nATTRIB\tQ1\tOrla_Venn-1\n",
        encoding="utf-8",
    )
    sentences, quotations = corpora.quotations(text, marks)
    words = [word for sentence in sentences for word in sentence]
    (quoted,) = quotations
    assert words[slice(*quoted.words)] == "“ The tide ! Come , ”".split()
    assert quoted.speaker == "Orla_Venn-1"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["“ Come .", "Now ! ”", "cried Orla .", "The tide fell ."], [3, 1]),
        (['" Come . "', '" Why , " said he , " should I ? "', "She left ."], [1, 1, 1]),
        (["“ A mark is missing .", "“ Is it ? ”", "It was ."], [1, 1, 1]),
        (["‘ I said “ come ” to him .", "He came . ’", "So ?"], [2, 1]),
        ([], []),
    ],
)
def test_speeches_cut_no_quotation(lines: list[str], expected: list[int]) -> None:
    """Sentences within open quotation marks belong together, and what begins small goes on."""
    stretches = list(corpora.speeches([line.split() for line in lines]))
    assert [word for stretch in stretches for word in stretch] == " ".join(lines).split()
    sizes = iter(expected)
    rest = [line.split() for line in lines]
    for stretch in stretches:
        size = next(sizes)
        assert stretch == [word for line in rest[:size] for word in line]
        rest = rest[size:]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“ Do n't , ” said Orla ’s son ; he was n’t in Brenna .", "“Don't,” said Orla’s son; he wasn’t in Brenna."),
        ('" Come ! " and , " Go ! "', '"Come!" and, "Go!"'),
        ("the tide - worn pier ( of 1902 ) cost $ 5 -- or more", "the tide-worn pier (of 1902) cost $5 -- or more"),
    ],
)
def test_words_are_put_together_as_printed(words: str, expected: str) -> None:
    """Spaces are where printers put them, and each word's place is told."""
    text, places = corpora.printed([words.split()])
    assert text == expected
    assert [text[start:end] for start, end in places] == words.split()


def test_paragraphs_are_lines() -> None:
    """Each paragraph is a zone, and the first may be the headline."""
    text, places = corpora.printed([["Orla", "rose", "."], ["The", "tide", "fell", "."]])
    document = corpora.document(f"{text}\n\n", headline=True)
    assert [(zone.kind, document.text[zone.start : zone.end]) for zone in document.zones] == [
        ("headline", "Orla rose."),
        ("body", "The tide fell."),
    ]
    assert [zone.kind for zone in corpora.document(text).zones] == ["body", "body"]
    assert places[3] == (11, 14)


def test_the_digest_is_of_all_files_in_order(tmp_path: Path) -> None:
    """Other content or another order gives another digest."""
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("1", encoding="utf-8")
    two.write_text("2", encoding="utf-8")
    assert len({corpora.digest(paths) for paths in ([one], [two], [one, two], [two, one])}) == 4
    assert corpora.digest([one, two]) == corpora.digest([one, two])
