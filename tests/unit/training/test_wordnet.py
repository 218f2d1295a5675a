from pathlib import Path

import pytest

from training.thesaurus import Wordnet
from training.wordnet import exceptions, synsets

ADJECTIVES = """\
  1 a licence
00000001 00 a 02 calm(p) 0 Still 0 001 & 00000002 a 0000 | without waves
00000002 00 s 01 quiet 0 001 & 00000001 a 0000 | without noise
"""
NOUNS = "00000003 03 n 02 harbour 0 haven 0 001 @ 00000004 n 0000 | a port\n00000004 03 n 01 refuge 0 000 | a place\n"
VERBS = "00000005 32 v 02 speak 0 utter 0 001 @ 00000006 v 0000 01 + 02 00 | say\n00000006 32 v 01 say 0 000 | say\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A WordNet of a few words."""
    data = {"noun": (NOUNS, ""), "verb": (VERBS, "spoke speak\nspoken speak utter\n"), "adj": (ADJECTIVES, "")}
    for part, (lines, odd) in data.items():
        (tmp_path / f"data.{part}").write_text(lines, encoding="utf-8")
        (tmp_path / f"{part}.exc").write_text(odd, encoding="utf-8")
    return tmp_path


def test_files_are_read_as_they_say(folder: Path) -> None:
    """A synset has its words without markers, and exactly as many pointers as its line says; forms keep their order."""
    read = synsets(folder / "data.adj")
    assert list(read) == ["00000001", "00000002"]
    assert read["00000001"].words == ("calm", "Still")
    assert read["00000001"].pointed("&", "@") == ("00000002",)
    assert synsets(folder / "data.verb")["00000005"].pointers == (("@", "00000006"),)
    assert list(exceptions(folder / "verb.exc")) == [("spoke", ["speak"]), ("spoken", ["speak", "utter"])]


def test_synonyms_in_the_form_of_the_word(folder: Path) -> None:
    """The table of set names has synonyms and similar adjectives in the form that a word has, and no wider words."""
    wordnet = Wordnet(folder)
    assert wordnet.of("harbours") == {"havens"}
    assert wordnet.of("spoke") == {"uttered"}
    assert wordnet.of("calm") == {"still", "quiet"}
    assert not wordnet.usual("quiet harbour")
