"""What speaks for two mentions being of one event, by name: all pairs of a block at once.

In: the mentions of one story, and what is known of the documents. Out: for each pair a value by feature.
Values are rounded, so that what a sum's last digit is decides nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from memcon.align.events.likeness import cosines, matched, overlap, ratio, unit_rows
from memcon.align.events.mention import EventMention, Floats, Surroundings, surroundings
from memcon.align.events.stems import root

FEATURES: Mapping[str, str] = {
    "same_stem": "the heads are forms of one word",
    "same_root": "or a verb and a noun made of it",
    "shared_beginning": "share of the longer head's letters that the heads have in common from the first on",
    "head_in_other": "one's head is among the other's words",
    "same_part_of_speech": "the heads are of one part of speech",
    "rarer_head": "inverse document frequency of the rarer head",
    "commoner_head": "likewise of the commoner head",
    "same_document": "they stand in one document",
    "same_sentence": "and in one sentence",
    "documents": "cosine of the documents' words",
    "stories": "mean of such cosines at which average link puts the documents together",
    "sentences": "cosine of the sentences' vectors",
    "words_shared": "share of the words of either sentence that both have, rare ones weighing more",
    "words_covered": "share of the lighter sentence's words that the other has",
    "near_words": "share of the words next to either head that both have",
    "names_covered": "share of the lighter sentence's names that the other has",
    "names_differ": "both sentences have names, none in common",
    "agents_covered": "share of the lighter one's agents that the other has",
    "agents_differ": "both have agents, none in common",
    "objects_covered": "the same of what it is done to",
    "objects_differ": "both have such, none in common",
    "arguments_shared": "share of what hangs on either head that hangs on both",
    "arguments_told": "share of what hangs on one head that stands in the other's sentence",
    "numbers_shared": "the sentences have a number in common",
    "numbers_differ": "both have numbers, none in common",
    "other_events": "share of the other events of either sentence that both tell",
    "heads_low": "cosine of the heads' states in the model's lowest layer",
    "heads_middle": "the same in a middle layer",
    "told_words": "cosine of the mean states of the mentions' words, lowest layer",
    "words_matched": "how well the sentences' words find their like in each other, lowest layer",
    "learnt": "cosine of the heads and sentences as the scorer has learnt to see them",
    "more_alone": "how much the one that looks more like an event told only once looks like one",
    "less_alone": "likewise of the other",
}
"""Every feature, and what it is; in the order of the scorer's columns."""

_LOW, _MIDDLE = 0, 2  # layers
_DIGITS = 3
_LEAST = 0.1  # weight of a word that all documents have
_UNMATCHED = 0.42
"""Taken for how well words match where a sentence has none but the mention's: the mean of pairs of ECB+ train."""


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """What is known of the documents.

    Attributes:
        rarity: Inverse frequency of every word.
        numbers: Row of each document, by name, in the next two.
        documents: Cosines of their words.
        stories: Mean cosine at which average link puts them together.
    """

    rarity: Mapping[str, float]
    numbers: Mapping[str, int]
    documents: Floats
    stories: Floats


def pair_features(mentions: Sequence[EventMention], background: Background, learnt: Floats, alone: Floats) -> Floats:
    """The features of every two mentions.

    Args:
        learnt: A vector of each mention, of unit length; shape (mentions, dim).
        alone: How much each mention looks like one whose event nobody else tells; shape (mentions,).

    Returns:
        Shape (mentions, mentions, features).
    """
    around = [surroundings(one) for one in mentions]
    found = {
        **_heads(around, background.rarity),
        **_places(mentions, background),
        **_words(mentions, around, background.rarity),
        **_vectors(mentions, around, background.rarity),
        "learnt": learnt @ learnt.T,
        "more_alone": np.maximum(alone[:, None], alone[None]),
        "less_alone": np.minimum(alone[:, None], alone[None]),
    }
    return np.stack([found[name] for name in FEATURES], -1).astype(np.float32).round(_DIGITS)


def _heads(around: Sequence[Surroundings], rarity: Mapping[str, float]) -> dict[str, Floats]:
    rare = np.array([rarity.get(one.stem, max(rarity.values(), default=0.0)) for one in around], np.float32)
    return {
        "same_stem": _equal([one.stem for one in around]),
        "same_root": _equal([root(one.stem) for one in around]),
        "shared_beginning": _beginnings([one.stem for one in around]),
        "head_in_other": _either(np.array([[float(a.stem in b.told) for b in around] for a in around], np.float32)),
        "same_part_of_speech": _equal([one.upos for one in around]),
        "rarer_head": np.maximum(rare[:, None], rare[None]),
        "commoner_head": np.minimum(rare[:, None], rare[None]),
    }


def _places(mentions: Sequence[EventMention], background: Background) -> dict[str, Floats]:
    documents = [one.sentence.document for one in mentions]
    rows = np.array([background.numbers[name] for name in documents])
    return {
        "same_document": _equal(documents),
        "same_sentence": _equal([f"{one.sentence.number} {one.sentence.document}" for one in mentions]),
        "documents": background.documents[np.ix_(rows, rows)],
        "stories": background.stories[np.ix_(rows, rows)],
    }


def _words(
    mentions: Sequence[EventMention], around: Sequence[Surroundings], rarity: Mapping[str, float]
) -> dict[str, Floats]:
    words = overlap([one.words for one in around], rarity)
    names = overlap([one.names for one in around], rarity)
    agents = overlap([one.agents for one in around], rarity)
    objects = overlap([one.objects for one in around], rarity)
    numbers = overlap([one.numbers for one in around], rarity)
    told = overlap([*(one.arguments for one in around), *(one.words for one in around)], rarity)
    size = len(around)
    inside = ratio(told.shared[:size, size:], told.weight[:size, None])
    beside: dict[tuple[str, int], set[str]] = {}
    for mention, one in zip(mentions, around, strict=True):
        beside.setdefault(mention.key[:2], set()).add(one.stem)
    others = [beside[mention.key[:2]] - {one.stem} for mention, one in zip(mentions, around, strict=True)]
    return {
        "words_shared": words.jaccard,
        "words_covered": words.covered,
        "near_words": overlap([one.near for one in around], rarity).jaccard,
        "names_covered": names.covered,
        "names_differ": names.differ,
        "agents_covered": agents.covered,
        "agents_differ": agents.differ,
        "objects_covered": objects.covered,
        "objects_differ": objects.differ,
        "arguments_shared": overlap([one.arguments for one in around], rarity).jaccard,
        "arguments_told": _either(inside),
        "numbers_shared": numbers.any,
        "numbers_differ": numbers.differ,
        "other_events": overlap(others, rarity).jaccard,
    }


def _vectors(
    mentions: Sequence[EventMention], around: Sequence[Surroundings], rarity: Mapping[str, float]
) -> dict[str, Floats]:
    states = [one.sentence.states.astype(np.float32) for one in mentions]
    heads = np.stack([own[one.head] for own, one in zip(states, mentions, strict=True)])
    told = np.stack([own[list(one.words), _LOW].mean(0) for own, one in zip(states, mentions, strict=True)])
    rest = [[n for n, _ in one.places] for one in around]
    weights = [np.array([rarity.get(word, 0.0) for _, word in one.places], np.float32) + _LEAST for one in around]
    fits = matched([unit_rows(own[kept, _LOW]) for own, kept in zip(states, rest, strict=True)], weights)
    empty = np.array([not kept for kept in rest])
    return {
        "sentences": cosines(np.stack([one.sentence.meaning for one in mentions])),
        "heads_low": cosines(heads[:, _LOW]),
        "heads_middle": cosines(heads[:, _MIDDLE]),
        "told_words": cosines(told),
        "words_matched": np.where(empty[:, None] | empty[None], np.float32(_UNMATCHED), fits),
    }


def _equal(values: Sequence[str]) -> Floats:
    numbers = np.unique(values, return_inverse=True)[1]
    found: Floats = (numbers[:, None] == numbers[None]).astype(np.float32)
    return found


def _either(directed: Floats) -> Floats:
    found: Floats = np.maximum(directed, directed.T)
    return found


def _beginnings(stems: Sequence[str]) -> Floats:
    distinct, numbers = np.unique(stems, return_inverse=True)
    shares = np.array([[_beginning(one, other) for other in distinct] for one in distinct.tolist()], np.float32)
    found: Floats = shares[np.ix_(numbers, numbers)]
    return found


def _beginning(one: str, other: str) -> float:
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return same / max(len(one), len(other), 1)
