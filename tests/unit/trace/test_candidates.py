from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from memcon.core.derivation import Fingerprint
from memcon.core.ids import DocumentId
from memcon.trace.candidates import candidates, shared_by_few, shared_by_many


def printed(number: int, *shingles: int, whole: str | None = None, words: int = 100) -> Fingerprint:
    """A fingerprint with these word shingles."""
    name = f"{number:04}"
    return Fingerprint(DocumentId(name), words, whole or name, tuple(sorted(shingles)), ())


def test_two_shingles_make_a_pair_and_one_does_not() -> None:
    """One shingle in common is chance."""
    prints = [printed(1, 10, 20, 30), printed(2, 20, 30, 40), printed(3, 40, 50)]
    assert candidates(prints) == [("0001", "0002")]


def test_four_pairs_of_words_make_a_pair() -> None:
    """Texts without a run of words in common meet by the words that stand together in their sentences."""
    prints = [
        replace(printed(number), pairs=pairs)
        for number, pairs in ((1, (5, 6, 7, 8, 9)), (2, (6, 7, 8, 9)), (3, (7, 8, 9)))
    ]
    assert candidates(prints) == [("0001", "0002")]


def test_equal_bodies_make_a_star() -> None:
    """Ten thousand copies cost as many pairs, all with the first, and only it is compared with others."""
    copies = [printed(number, 1, 2, 3, whole="same") for number in range(1, 10_000)]
    pairs = candidates([printed(0, 1, 2), *copies])
    assert len(pairs) == 9_999
    assert {first for first, _ in pairs} == {"0000", "0001"}
    assert ("0000", "0001") in pairs


def test_a_crowd_makes_a_star() -> None:
    """A shingle that very many documents share links them through one of them instead of all with all."""
    pairs = candidates(printed(number, 1, 2, number + 100) for number in range(2_000))
    assert pairs == [("0000", f"{number:04}") for number in range(1, 2_000)]


def test_a_few_are_compared_all_with_all() -> None:
    """A handful of near copies are all compared."""
    prints = [printed(number, 1, 2, number + 100) for number in range(5)]
    assert candidates(prints) == list(combinations([one.document for one in prints], 2))


def test_nothing_has_nothing_in_common() -> None:
    """Documents without words are no copies of each other."""
    assert candidates([printed(1, whole="", words=0), printed(2, whole="", words=0)]) == []
    assert candidates([]) == []


@given(
    st.lists(st.sets(st.integers(0, 12), max_size=8), max_size=20),
    st.randoms(use_true_random=False),
)
def test_pairs_are_sorted(shingles: list[set[int]], chance: Random) -> None:
    """The pairs are sorted, each once, the smaller id first; without a crowd in whatever order documents come."""
    prints = [printed(number, *values) for number, values in enumerate(shingles)]
    shuffled = list(prints)
    chance.shuffle(shuffled)
    pairs = candidates(shuffled)
    assert pairs == sorted(set(pairs))
    assert all(first < second for first, second in pairs)
    if len(prints) <= 12:
        assert pairs == candidates(prints)


def test_the_first_is_the_centre() -> None:
    """Copies are compared with whichever comes first, which is the earliest published, not with the smallest id."""
    prints = [printed(number, 1, 2, whole="same") for number in (9, *range(9), *range(10, 20))]
    pairs = candidates(prints)
    assert len(pairs) == 19
    assert all("0009" in pair for pair in pairs)


@given(st.lists(st.sets(st.integers(0, 40) | st.integers(0, 1 << 48), max_size=30), max_size=30), st.integers(1, 4))
def test_few_and_many_are_counted_alike(held: list[set[int]], fewest: int) -> None:
    """Thousands of documents are linked as a few are, also where they have nothing, or a crowd has the same."""
    values = {DocumentId(str(number)): tuple(sorted(each)) for number, each in enumerate(held)}
    assert sorted(shared_by_many(values, fewest)) == sorted(shared_by_few(values, fewest))
