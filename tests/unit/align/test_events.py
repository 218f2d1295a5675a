"""Mentions of events in invented reports, grouped, with vectors made for the purpose."""

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.align.events import EventMention, Sentence, align_events, content_words, pair_scores
from memcon.align.events.features import FEATURES
from memcon.align.events.likeness import inverse_frequencies, matched, overlap, tf_idf, unit_rows
from memcon.align.events.links import average_link, bonds
from memcon.align.events.mention import Floats, surroundings
from memcon.align.events.scorer import packaged
from memcon.align.events.stems import root, stem

LAYERS, DIM = 6, 384

FERRY = "Orla/PROPN/2/nsubj sank/VERB/2/root the/DET/4/det ferry/NOUN/2/obj in/ADP/6/case harbour/NOUN/2/obl"
AGAIN = "ferry/NOUN/3/nsubj:pass was/AUX/3/aux:pass sunk/VERB/3/root by/ADP/5/case Orla/PROPN/3/obl:agent"
TRUCK = "Tomas/PROPN/2/nsubj sold/VERB/2/root two/NUM/4/nummod trucks/NOUN/2/obj in/ADP/6/case Venn/PROPN/2/obl"
TALKS = "Orla/PROPN/2/nsubj held/VERB/2/root talks/NOUN/2/obj with/ADP/5/case Marn/PROPN/2/obl"


def vector(word: str) -> Floats:
    """Any vector, the same for the same word."""
    seed = int.from_bytes(word.casefold().encode()) % 2**32
    return np.random.default_rng(seed).standard_normal(DIM).astype(np.float32)


def sentence(told: str, document: str = "a", number: int = 0) -> Sentence:
    """`word/UPOS/head/relation` a word, heads from 1, a root's its own."""
    words, upos, heads, relations = zip(*(word.split("/") for word in told.split()), strict=True)
    states = np.stack([np.stack([vector(stem(word, "VERB"))] * LAYERS) for word in words])
    meaning = unit_rows(states[:, 0].mean(0, keepdims=True))[0]
    return Sentence(document, number, words, upos, tuple(int(one) - 1 for one in heads), relations, meaning, states)


def reports(*told: tuple[str, str, int]) -> tuple[list[EventMention], dict[str, tuple[str, ...]]]:
    """Mentions of one word each, and the words of the documents."""
    mentions = [EventMention(sentence(text, document, n), (word,)) for n, (document, text, word) in enumerate(told)]
    words: dict[str, tuple[str, ...]] = {}
    for one in mentions:
        own = content_words(one.sentence.words, one.sentence.upos)
        words[one.sentence.document] = words.get(one.sentence.document, ()) + own
    return mentions, words


TOLD = reports(("a", FERRY, 1), ("b", AGAIN, 2), ("c", TRUCK, 1), ("d", TRUCK, 1), ("e", TALKS, 2))


def test_one_event_told_twice_is_one_group() -> None:
    """The active and the passive of one sinking are one event; a sale is another, and a talk a third."""
    mentions, documents = TOLD
    assert align_events(mentions, documents) == ((0, 1), (2, 3), (4,))


@given(st.permutations(range(5)))
def test_order_makes_no_difference(order: Sequence[int]) -> None:
    """Mentions and documents come in any order; the groups are the same."""
    mentions, documents = TOLD
    names = list(documents)
    random.Random(sum(order[:2])).shuffle(names)
    found = align_events([mentions[n] for n in order], {name: documents[name] for name in names})
    assert sorted(tuple(sorted(order[n] for n in group)) for group in found) == [(0, 1), (2, 3), (4,)]


_SCORES = """
import sys
sys.path.insert(0, sys.argv[1])
from test_events import TOLD
from memcon.align.events import pair_scores
print([(one.left, one.right, one.value, list(one.features.values())) for one in pair_scores(*TOLD, story=0.0)])
"""


@pytest.mark.parametrize("seed", ["1", "2"])
def test_hash_seed_makes_no_difference(seed: str) -> None:
    """Sums are made in one order, however sets are laid out."""
    expected = [(one.left, one.right, one.value, list(one.features.values())) for one in pair_scores(*TOLD, story=0.0)]
    told = subprocess.run(
        [sys.executable, "-c", _SCORES, str(Path(__file__).parent)],
        capture_output=True, check=True, encoding="utf-8", env=os.environ | {"PYTHONHASHSEED": seed},
    )  # fmt: skip
    assert told.stdout.strip() == str(expected)


def test_events_of_two_stories_are_not_compared() -> None:
    """The same words in reports that have nothing else in common are two events, and no pair."""
    mentions, documents = reports(("a", FERRY, 1), ("b", FERRY, 1))
    documents["a"] += tuple(f"one{n}" for n in range(99))
    documents["b"] += tuple(f"other{n}" for n in range(99))
    assert align_events(mentions, documents) == ((0,), (1,))
    assert not list(pair_scores(mentions, documents))


def test_a_threshold_can_be_set() -> None:
    """Nothing is joined beyond certainty, and all is joined from nothing on."""
    mentions, documents = TOLD
    assert align_events(mentions, documents, same=1.1) == ((0,), (1,), (2,), (3,), (4,))
    assert align_events(mentions, documents, same=0.0, story=0.0) == ((0, 1, 2, 3, 4),)


def test_no_mentions_make_no_groups() -> None:
    """Nor does a document without one matter."""
    assert align_events([], {}) == align_events([], {"a": ("ferry",)}) == ()


def test_a_score_explains_itself() -> None:
    """Every feature has a name, a meaning and a share, and the shares add up to the score."""
    mentions, documents = TOLD
    scorer = packaged()
    first = next(one for one in pair_scores(mentions, documents) if (one.left, one.right) == (0, 1))
    assert list(first.features) == list(first.shares) == list(FEATURES)
    assert first.features["same_stem"] == first.features["agents_covered"] == first.features["objects_covered"] == 1
    assert first.features["same_document"] == first.features["agents_differ"] == 0
    odds = scorer.start + float(scorer.value[scorer.roots].sum()) + sum(first.shares.values())
    assert first.value == pytest.approx(1 / (1 + np.exp(-odds)), abs=1e-4)


def test_the_network_has_its_share() -> None:
    """Two inputs that lift a unit share what it adds; below its edge neither adds anything."""
    names = list(FEATURES)
    inward = np.zeros((len(names), 1), np.float32)
    inward[:2] = 1
    one = np.ones(1, np.float32)
    zeros = np.zeros(len(names), np.float32)
    leaf, node = np.array([0], np.int32), np.array([-1], np.int32)
    made = replace(
        packaged(), start=0.0, roots=leaf, feature=node, limit=0 * one, left=leaf, right=leaf, value=0 * one,
        ordinary=zeros, inward=inward, shift=-one, outward=one * 2,
    )  # fmt: skip
    pairs = np.stack([zeros, zeros, zeros])
    pairs[1, :2], pairs[2, :2] = (3, 1), (0.5, 0.25)
    assert made.score(pairs) == pytest.approx(1 / (1 + np.exp([0, -6, 0])))
    assert made.shares(pairs)[:, :2].tolist() == [[0, 0], [4.5, 1.5], [0, 0]]
    assert not made.shares(pairs)[:, 2:].any()


def test_whoever_looks_more_alone_is_named_first() -> None:
    """Of two mentions the order makes no difference."""
    mentions, documents = TOLD
    alone = packaged().alone(mentions)
    for one in pair_scores(mentions, documents):
        both = sorted((alone[one.left], alone[one.right]))
        assert [one.features["less_alone"], one.features["more_alone"]] == pytest.approx(both, abs=1e-3)


def test_words_that_are_not_there_speak_neither_way() -> None:
    """A sentence of nothing but its verb is not taken for one whose words are all unlike the other's."""
    bare = "She/PRON/2/nsubj fled/VERB/2/root"
    found = [one.features["words_matched"] for one in pair_scores(*reports(("a", FERRY, 1), ("a", bare, 1)))]
    other = [one.features["words_matched"] for one in pair_scores(*reports(("a", FERRY, 1), ("a", TRUCK, 1)))]
    assert other[0] < found[0] == pytest.approx(0.42)


def test_numbers_that_differ_are_seen() -> None:
    """Two trucks are not three."""
    three = TRUCK.replace("two", "three")
    (one,) = pair_scores(*reports(("a", TRUCK, 1), ("b", three, 1)))
    assert (one.features["numbers_differ"], one.features["numbers_shared"]) == (1, 0)


@pytest.mark.parametrize(
    ("told", "words", "agents", "objects"),
    [
        (FERRY, (1,), {"orla"}, {"ferry"}),
        (AGAIN, (2,), {"orla"}, {"ferry"}),
        (TALKS, (2,), {"orla"}, set()),
        (TALKS, (1, 2), {"orla"}, {"talk"}),
    ],
)
def test_arguments(told: str, words: tuple[int, ...], agents: set[str], objects: set[str]) -> None:
    """Who does what is known in the active, in the passive, and of a noun by its verb."""
    found = surroundings(EventMention(sentence(told), words))
    assert [set(found.agents), set(found.objects)] == [agents, objects]


@pytest.mark.parametrize(
    "forms",
    [
        "kill kills killed killing", "flee flees fled fleeing", "carry carries carried carrying", "die dies died dying",
        "stop stops stopped stopping", "strike struck striking stricken", "ring rings rang ringing", "speed speeding",
        "control controlled", "bus buses", "announce announced announcing", "use uses used", "pass passes passed",
    ],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    """Whatever the ending, and of irregular verbs too."""
    assert len({stem(word, "VERB") for word in forms.split()}) == 1


@pytest.mark.parametrize(
    "words", ["nominate nomination nominee", "announce announcement", "attack attacker", "arrive arrival"]
)
def test_a_verb_and_its_nouns_have_one_root(words: str) -> None:
    """A name is no such noun."""
    assert len({root(stem(word, "NOUN")) for word in words.split()}) == 1
    assert stem("Killings", "PROPN") == "killings"


def test_the_head_is_what_the_others_hang_on() -> None:
    """Of several words the one that tells; of one that tells nothing, that one."""
    assert EventMention(sentence(TALKS), (2, 1)).head == 1
    assert EventMention(sentence(TALKS), (3,)).head == 3
    assert EventMention(sentence(FERRY), (2, 3)).head == 3


def test_rare_words_weigh_more() -> None:
    """Five reports that all tell of a ferry are still alike by it; what everybody writes is not much."""
    five = [("ferry", "say", f"own{n}") for n in range(5)]
    rarity = inverse_frequencies(five, {"say": 0.5})
    assert rarity["ferry"] > 2 * rarity["say"]
    likeness = tf_idf(five, rarity)
    common, own = rarity["ferry"] ** 2 + rarity["say"] ** 2, rarity["own0"] ** 2
    assert likeness[0, 1] == pytest.approx(common / (common + own), abs=1e-5)
    bags = overlap([{"ferry", "say"}, {"ferry"}, {"say"}, set()], rarity)
    assert bags.covered[0, 1] == 1
    assert bags.jaccard[0, 1] > 2 * bags.jaccard[0, 2]
    assert bags.differ.tolist() == [[0, 0, 0, 0], [0, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0]]


def test_words_are_matched_with_their_like() -> None:
    """Each word takes the best of the other's; who has none is like nobody."""
    axes = np.eye(3, dtype=np.float32)
    found = matched([axes[:2], axes[1:2], axes[:0]], [np.ones(n, np.float32) for n in (2, 1, 0)])
    assert found.tolist() == [[1, 0.75, 0], [0.75, 1, 0], [0, 0, 0]]


def test_average_link_by_hand() -> None:
    """A third joins two if it is like them on the mean, not if it is like one of them."""
    likeness = np.array([[1, 0.9, 0.8, 0], [0.9, 1, 0.2, 0], [0.8, 0.2, 1, 0], [0, 0, 0, 1]])
    assert average_link(likeness, 0.5) == ((0, 1, 2), (3,))
    assert average_link(likeness, 0.6) == ((0, 1), (2,), (3,))
    assert bonds(likeness)[0].tolist() == pytest.approx([1, 0.9, 0.5, 0])
    assert average_link(np.zeros((0, 0)), 0.5) == ()
