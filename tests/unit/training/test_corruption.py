"""Text that is damaged on purpose: its labels must say truly what was done to it."""

from pathlib import Path

import pytest

from training.corruption import GAP, KINDS, Passage, Recipe, Spinner
from training.wordnet import Thesaurus

NOUNS = """\
00000001 03 n 02 harbour 0 haven 0 001 @ 00000002 n 0000 | a sheltered port
00000002 03 n 01 refuge 0 000 | a safe place
00000003 03 n 02 talk 0 address 1 000 | speech
00000004 03 n 01 Brenna 0 001 @i 00000002 n 0000 | a single place
00000005 03 n 02 treaty 0 written_agreement 0 000 | an agreement
"""
VERBS = """\
00000006 03 v 02 sign 0 subscribe 1 000 | mark
00000007 03 v 02 speak 0 utter 0 000 | say
"""
TEXT = (
    "On Monday the ministers signed a treaty in the new Harbour House of Brenna . "
    "They spoke for an hour with the workers of the old harbours and may meet again before the end of the month ."
).split()


@pytest.fixture
def thesaurus(tmp_path: Path) -> Thesaurus:
    """A WordNet of a few words."""
    data = {"noun": NOUNS, "verb": VERBS, "adj": "", "adv": ""}
    odd = {"noun": "", "verb": "spoke speak\n"}
    for part, lines in data.items():
        offsets: dict[str, list[str]] = {}
        for line in lines.splitlines():
            cells = line.split()
            for word in cells[4 : 4 + 2 * int(cells[3]) : 2]:
                offsets.setdefault(word.lower(), []).append(cells[0])
        rows = [f"{word} {part[0]} {len(all_)} 0 {len(all_)} 0 {' '.join(all_)}" for word, all_ in offsets.items()]
        (tmp_path / f"data.{part}").write_text("  1 a licence\n" + lines, encoding="utf-8")
        (tmp_path / f"index.{part}").write_text("\n".join(["  1 a licence", *rows]) + "\n", encoding="utf-8")
        (tmp_path / f"{part}.exc").write_text(odd.get(part, ""), encoding="utf-8")
    return Thesaurus(tmp_path)


@pytest.fixture
def spinner(thesaurus: Thesaurus) -> Spinner:
    """A spinner of those words."""
    return Spinner(thesaurus, lambda word: word != "refuge", frozenset("on the a in of they for an with and".split()))


def passage() -> Passage:
    """Two sentences, the first of which opens a paragraph."""
    return Passage(list(TEXT), [0, TEXT.index("They")], [0])


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("harbour", {"haven", "refuge"}),
        ("harbours", {"havens", "refuges"}),
        ("signed", {"subscribed"}),
        ("signing", {"subscribing"}),
        ("spoke", {"uttered"}),
        ("treaties", {"written agreements"}),
        ("brenna", set()),
        ("gossip", set()),
    ],
)
def test_a_substitute_is_inflected_as_the_word_is(thesaurus: Thesaurus, word: str, others: set[str]) -> None:
    """Plurals stay plurals and pasts pasts, irregular or not; single places, and words unknown, have no substitute."""
    assert {" ".join(one.words) for one in thesaurus.substitutes(word)} == others


def test_nothing_is_done_without_a_rate(spinner: Spinner) -> None:
    """A recipe that does nothing gives the same words, none of them labelled."""
    made = spinner.damaged(passage(), Recipe(), 1)
    assert (made.words, made.begins, made.opens) == (TEXT, [0, TEXT.index("They")], [0])
    assert set(made.kinds) == {""}


def test_a_spinner_puts_the_same_word_in_names_and_elsewhere(spinner: Spinner) -> None:
    """Every word that its table has is replaced, with its capital, and labelled; no other word is."""
    made = spinner.damaged(passage(), Recipe(spun=0.5), 1)
    changed = {one: kind for one, kind in zip(made.words, made.kinds, strict=True) if kind}
    assert {"subscribed", "uttered"} < set(changed)
    assert changed.keys() & {"Haven", "Refuge"}
    assert all(changed[one] == "name" for one in changed.keys() & {"Haven", "Refuge"})
    assert "Brenna" in made.words


@pytest.mark.parametrize("seed", range(40))
def test_what_is_unlabelled_was_there_before(spinner: Spinner, seed: int) -> None:
    """Without its labelled words a text is what it was without the words that are gone, in the same order."""
    made = spinner.damaged(passage(), Recipe(0.3, 0.4, seed), seed)
    assert len(made.words) == len(made.kinds)
    assert set(made.kinds) <= {"", GAP, *KINDS}
    assert set(made.begins) <= set(range(len(made.words)))
    rest = iter(word.lower() for word in TEXT)
    assert all(word.lower() in rest for word, kind in zip(made.words, made.kinds, strict=True) if kind in {"", GAP})


def test_the_same_seed_makes_the_same_text(spinner: Spinner) -> None:
    """Damage follows from the recipe and the seed alone; another table spins otherwise."""
    recipe = Recipe(0.3, 0.2)
    assert spinner.damaged(passage(), recipe, 5) == spinner.damaged(passage(), recipe, 5)
    assert len({tuple(spinner.damaged(passage(), Recipe(0.5, 0, table), 5).words) for table in range(8)}) > 1
