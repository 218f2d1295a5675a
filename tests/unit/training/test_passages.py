"""The passages that the language model learns from: their marks are gold, so they must be without fault."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from memcon.testing import marked
from training import data, sentences
from training.sentences import Passage, faults


@pytest.mark.parametrize("path", sorted(sentences.FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_every_passage_can_be_learnt_from(path: Path) -> None:
    """Every mark of a file is known, well placed and part of a whole attribution; names do not lie in names."""
    passages = list(sentences.read(path))
    assert len(passages) >= 150
    for passage in passages:
        names = sorted(passage.names, key=lambda span: span.start)
        assert all(one.end <= other.start for one, other in pairwise(names)), passage.where


def test_there_are_enough_of_all_kinds() -> None:
    """Every type of name is marked a hundred times at least, and attributions by the thousand."""
    passages = [one for path in sentences.FOLDER.glob("*.txt") for one in sentences.read(path)]
    counted = Counter(span.label for one in passages for span in one.names)
    assert set(counted) == sentences.NAMES
    assert min(counted.values()) > 100
    assert sum(len(one.attributions) for one in passages) > 6_000
    assert len({one.text for one in passages}) == len(passages)


@pytest.mark.parametrize(
    ("notation", "fault"),
    [
        ("[name:Marn] left.", "there is no label 'name'"),
        ("[person:Marn ]left.", "white space"),
        ("[person:Mar]n left.", "inside a word"),
        ("[source1:Marn] [cue1:said] nothing.", "attribution 1 needs"),
        ("[source1:Marn] [cue1:said] [cue1:again] [content1:no].", "attribution 1 needs"),
    ],
)
def test_faults_are_named(notation: str, fault: str) -> None:
    """A mark that would teach something wrong is refused, with the reason."""
    (found,) = faults(Passage("here", marked(notation)))
    assert fault in found


def test_nested_content_has_a_layer_of_its_own() -> None:
    """Content inside content goes to the inner layer; sources and cues share theirs, and each is linked to its cue."""
    marks = marked("[source1:Orrin] [cue1:said] [content1:[source2:Marn] [cue2:denied] [content2:it]].")
    stretch = data.stretch(Passage("here", marks))
    assert stretch.words == ["Orrin", "said", "Marn", "denied", "it", "."]
    assert stretch.roles is not None
    assert {role: "".join(tags) for role, tags in stretch.roles.items()} == {
        "source": "BOBOOO", "cue": "OBOBOO", "content": "OOBIIO", "inner": "OOOOBO",
    }  # fmt: skip
    assert sorted(stretch.links) == [(0, 1), (2, 1), (2, 3), (4, 3)]


def test_paragraphs_inside_a_passage_are_paragraphs() -> None:
    """The sign for a paragraph is no word; the word after it opens one."""
    stretch = data.stretch(Passage("here", marked("“We wait. ¶ “We hope.”")))
    assert "¶" not in stretch.words
    assert [stretch.words[n] for n in stretch.paragraphs[1:]] == ["“"]
