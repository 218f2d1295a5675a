from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from memcon.core.derivation import Fingerprint
from memcon.core.ids import DocumentId
from memcon.trace.candidates import copied


def printed(number: int, *shingles: int, whole: str | None = None, words: int = 100) -> Fingerprint:
    """A fingerprint with these word shingles."""
    name = f"{number:04}"
    return Fingerprint(DocumentId(name), words, whole or name, tuple(sorted(shingles)), ())


def test_two_shingles_make_a_pair_and_one_does_not() -> None:
    """One shingle in common is chance."""
    prints = [printed(1, 10, 20, 30), printed(2, 20, 30, 40), printed(3, 40, 50)]
    assert copied(prints) == [("0001", "0002")]


def test_equal_bodies_make_a_star() -> None:
    """Ten thousand copies cost as many pairs, all with the smallest id, and only it is compared with others."""
    copies = [printed(number, 1, 2, 3, whole="same") for number in range(1, 10_000)]
    pairs = copied([printed(0, 1, 2), *copies])
    assert len(pairs) == 9_999
    assert {first for first, _ in pairs} == {"0000", "0001"}
    assert ("0000", "0001") in pairs


def test_a_crowd_makes_a_star() -> None:
    """A shingle that very many documents share links them through one of them instead of all with all."""
    pairs = copied(printed(number, 1, 2, number + 100) for number in range(2_000))
    assert pairs == [("0000", f"{number:04}") for number in range(1, 2_000)]


def test_a_few_are_compared_all_with_all() -> None:
    """A handful of near copies are all compared."""
    prints = [printed(number, 1, 2, number + 100) for number in range(5)]
    assert copied(prints) == list(combinations([one.document for one in prints], 2))


def test_nothing_has_nothing_in_common() -> None:
    """Documents without words are no copies of each other."""
    assert copied([printed(1, whole="", words=0), printed(2, whole="", words=0)]) == []
    assert copied([]) == []


@given(
    st.lists(st.sets(st.integers(0, 12), max_size=8), max_size=20),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter(shingles: list[set[int]], chance: Random) -> None:
    """The pairs are sorted, each once, the smaller id first, whatever the order of the fingerprints."""
    prints = [printed(number, *values) for number, values in enumerate(shingles)]
    shuffled = list(prints)
    chance.shuffle(shuffled)
    pairs = copied(prints)
    assert pairs == copied(shuffled) == sorted(set(pairs))
    assert all(first < second for first, second in pairs)
