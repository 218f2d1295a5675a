"""Agreement of clusterings, by examples worked out on paper and by a published scorer's own output."""

import os
import re
from collections import defaultdict
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.evaluate.coreference import Agreement, Parts, agreement, conll_f1, heaviest, mention_f1

golden = Path(os.environ.get("MEMCON_DATA", "none")) / "ecbplus" / "scorer-golden"


def clusters(text: str) -> list[str]:
    """`AB C` for a cluster of A and B, and one of C."""
    return text.split()


def rounded(parts: Parts) -> tuple[float, float]:
    """Recall and precision."""
    return round(parts.recalled / parts.gold, 3), round(parts.kept / parts.predicted, 3)


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ("ABCD", "AB CD", (0.667, 1.0)),
        ("AB CD", "ABCD", (1.0, 0.667)),
        ("ABCD", "ABCD", (1.0, 1.0)),
        ("ABCD", "AB CE", (0.333, 0.5)),
    ],
)
def test_links(gold: str, predicted: str, expected: tuple[float, float]) -> None:
    """Vilain's measure: four mentions are held together by three links; two pairs keep two of them."""
    assert rounded(agreement(clusters(gold), clusters(predicted)).muc) == expected


@pytest.mark.parametrize(
    ("predicted", "expected"),
    [("ABCDE FGHIJKL", (1.0, 0.762)), ("ABCDEHIJKL FG", (1.0, 0.583))],
)
def test_b_cubed_of_the_published_example(predicted: str, expected: tuple[float, float]) -> None:
    """Bagga and Baldwin's twelve mentions in chains of 5, 2 and 5."""
    assert rounded(agreement(clusters("ABCDE FG HIJKL"), clusters(predicted)).b_cubed) == expected


@pytest.mark.parametrize(
    ("predicted", "expected"),
    [("ABCDE FGHIJKL", 0.733), ("ABCDEHIJKL FG", 0.667), ("ABCDEFGHIJKL", 0.294)],
)
def test_ceafe_of_the_published_example(predicted: str, expected: float) -> None:
    """The same chains: a pair of chains that were joined can be paired with only one of them."""
    found = agreement(clusters("ABCDE FG HIJKL"), clusters(predicted)).ceafe
    total = {0.733: 1 + 10 / 12, 0.667: 1 + 10 / 15, 0.294: 10 / 17}[expected]
    assert (found.recalled, found.kept) == pytest.approx((total, total))
    assert (found.gold, found.predicted) == (3, len(clusters(predicted)))


def test_what_only_one_side_has_counts_against_it() -> None:
    """Pradhan's example: one mention is missed, two are made up, and one stands in the wrong cluster."""
    found = agreement(clusters("ABC DEFG"), clusters("AB CD FGHI"))
    assert rounded(found.muc) == (0.4, 0.4)
    assert rounded(found.b_cubed) == (round((5 / 3 + 5 / 4) / 7, 3), round((2 + 1 + 1) / 8, 3))
    assert rounded(found.ceafe) == (round((0.8 + 0.5) / 2, 3), round((0.8 + 0.5) / 3, 3))
    assert rounded(found.mentions) == (round(6 / 7, 3), round(6 / 8, 3))


def test_documents_are_summed_before_division() -> None:
    """A perfect short document weighs less than a poor long one."""
    good, poor = agreement(clusters("AB"), clusters("AB")), agreement(clusters("ABCDEFGHIJ"), clusters("AB"))
    assert conll_f1([good]) == mention_f1([good]) == 1
    assert conll_f1([good, poor]) < (conll_f1([good]) + conll_f1([poor])) / 2
    assert sum([good, poor], Agreement()).muc == Parts(2, 10, 2, 2)


def test_nothing_agrees_with_nothing() -> None:
    """No clusters, no division."""
    assert conll_f1([]) == conll_f1([agreement([], [])]) == mention_f1([agreement([], clusters("AB"))]) == 0


def test_a_mention_belongs_to_its_first_cluster() -> None:
    """Clusters that overlap are cut, not counted twice."""
    assert agreement(clusters("AB"), clusters("AB BC")) == agreement(clusters("AB"), clusters("AB C"))


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.sampled_from("abcde")), st.integers(0, 9), max_size=18))
def test_no_pairing_is_heavier(weights: dict[tuple[int, str], int]) -> None:
    """Every pairing of five with five was tried."""
    pairs = heaviest(weights)
    assert len(set(pairs.values())) == len(pairs)
    best = max(sum(weights.get(pair, 0) for pair in enumerate(order)) for order in permutations("abcde"))
    assert sum(weights[pair] for pair in pairs.items()) == best


def test_greed_does_not_pay() -> None:
    """The heaviest single pair is left where two others weigh more."""
    assert heaviest({(0, "a"): 10, (0, "b"): 9, (1, "a"): 9, (2, "c"): 1}) == {0: "b", 1: "a", 2: "c"}


def _read(path: Path) -> list[set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for mention, cluster in re.findall(r"^([^#\s]\S*)\s+\((\d+)\)", path.read_text(encoding="utf-8"), re.MULTILINE):
        found[cluster].add(mention)
    return list(found.values())


@pytest.mark.skipif(not golden.is_dir(), reason="needs ecbplus/scorer-golden in MEMCON_DATA")
@pytest.mark.parametrize(
    ("gold", "system", "expected"),
    [
        ("barhom2019_gold", "barhom2019_gold-docs_system", 79.08),
        ("barhom2019_gold", "barhom2019_kmeans-docs_system", 79.21),
        ("bugert2021_gold", "bugert2021_lemma_system", 61.9),
        ("bugert2021_gold", "bugert2021_lemma-delta_system", 74.4),
    ],
)
def test_published_output_gets_its_published_score(gold: str, system: str, expected: float) -> None:
    """Four systems on ECB+ events get what their authors printed, to the last digit they print."""
    found = conll_f1([agreement(_read(golden / f"{gold}.conll"), _read(golden / f"{system}.conll"))])
    digits = 2 if expected > 79 else 1
    assert round(100 * found, digits) == expected
