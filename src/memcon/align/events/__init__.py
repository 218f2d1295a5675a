"""One event, wherever it is told: mentions in many documents, grouped by what they tell.

In: mentions, each with its sentence as a language model reads it, and the words of the documents. Out: groups of
mentions, by number; each mention is in exactly one.

Documents are first put into stories by their words (tf-idf, average link). Only mentions of one story are compared.
Each pair gets a score, which is the probability that the two are one event, from named features; then groups are
joined as long as the mean score between them is high enough. The order of mentions and documents makes no difference.

Source:
    Stories first, then scored pairs and average link: Barhom and others 2019. Features and boosted trees in place of a
    cross-encoder: Bugert and others 2021. Which features, the vectors among them, and the network that scores beside
    the trees, are our own.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from memcon.align.events.features import FEATURES, Background, pair_features
from memcon.align.events.likeness import inverse_frequencies, tf_idf
from memcon.align.events.links import average_link, bonds
from memcon.align.events.mention import EventMention, Floats, Sentence, content_words
from memcon.align.events.scorer import Scorer, packaged

STORY = 0.14
"""Mean cosine from which on documents tell one story; swept 0.08-0.2 on ECB+ dev, 2026-11: B-cubed F1 flat within
0.01 from 0.14 on, and on GVC dev best there."""

SAME = 0.27
"""Mean score from which on mentions are one event; swept 0.2-0.4 on ECB+ dev and in folds of train, 2026-11: CoNLL F1
of both together flat within 0.002 for 0.25 to 0.3. Looser corpora would have it lower."""


@dataclass(frozen=True, slots=True)
class PairScore:
    """How likely two mentions are one event, and why.

    Attributes:
        left, right: Numbers of the mentions.
        value: In [0, 1].
        features: Value of each, by name.
        shares: What each adds to the log-odds, by name.
    """

    left: int
    right: int
    value: float
    features: Mapping[str, float]
    shares: Mapping[str, float]


def align_events(
    mentions: Sequence[EventMention],
    documents: Mapping[str, Sequence[str]],
    *,
    scorer: Scorer | None = None,
    story: float = STORY,
    same: float = SAME,
) -> tuple[tuple[int, ...], ...]:
    """Groups of mentions that tell one event, by their numbers; sorted.

    Memory grows with the square of the documents and of the mentions of one story, time somewhat faster. A thousand
    documents take a second; a thousand mentions of one story take a quarter of a minute, and 1 GB.

    Args:
        documents: The content words of every document, by name, as `content_words` gives them.
        scorer: In place of the one that memcon ships.
        story: Mean cosine from which on documents tell one story.
        same: Mean score from which on mentions are one event.
    """
    used = scorer or packaged()
    background = compare(documents, used.usual)
    groups: list[tuple[int, ...]] = []
    for block in blocks(mentions, background, story=story):
        rows, columns, features = _pairs([mentions[number] for number in block], background, used)
        scores = np.ones((len(block), len(block)), np.float32)
        scores[rows, columns] = scores[columns, rows] = used.score(features)
        groups += (tuple(sorted(block[n] for n in group)) for group in average_link(scores, same))
    return tuple(sorted(groups))


def pair_scores(
    mentions: Sequence[EventMention],
    documents: Mapping[str, Sequence[str]],
    *,
    scorer: Scorer | None = None,
    story: float = STORY,
) -> Iterator[PairScore]:
    """The score of every two mentions of one story, with its features."""
    used = scorer or packaged()
    background = compare(documents, used.usual)
    for block in blocks(mentions, background, story=story):
        rows, columns, features = _pairs([mentions[number] for number in block], background, used)
        values, shares = used.score(features), used.shares(features)
        for n, (row, column) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
            yield PairScore(
                min(block[row], block[column]),
                max(block[row], block[column]),
                float(values[n]),
                dict(zip(FEATURES, features[n].tolist(), strict=True)),
                dict(zip(FEATURES, shares[n].tolist(), strict=True)),
            )


def compare(documents: Mapping[str, Sequence[str]], usual: Mapping[str, float]) -> Background:
    """What is known of documents by their words.

    Args:
        usual: Words of English at large, and the share of documents that have them.
    """
    names = sorted(documents)
    rarity = inverse_frequencies([documents[name] for name in names], usual)
    likeness = tf_idf([documents[name] for name in names], rarity)
    return Background(rarity, {name: n for n, name in enumerate(names)}, likeness, bonds(likeness))


def blocks(mentions: Sequence[EventMention], background: Background, *, story: float = STORY) -> list[list[int]]:
    """The numbers of the mentions of each story, in the order of their places."""
    stories = average_link(background.documents, story)
    number = {row: n for n, rows in enumerate(stories) for row in rows}
    found: dict[int, list[int]] = defaultdict(list)
    for one in sorted(range(len(mentions)), key=lambda n: mentions[n].key):
        found[number[background.numbers[mentions[one].sentence.document]]].append(one)
    return list(found.values())


def _pairs(
    mentions: Sequence[EventMention], background: Background, scorer: Scorer
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], Floats]:
    """Both numbers and the features of every two mentions."""
    rows, columns = np.triu_indices(len(mentions), 1)
    features = pair_features(mentions, background, scorer.learnt(mentions), scorer.alone(mentions))
    return rows, columns, features[rows, columns]


__all__ = [
    "SAME",
    "STORY",
    "EventMention",
    "Floats",
    "PairScore",
    "Scorer",
    "Sentence",
    "align_events",
    "blocks",
    "compare",
    "content_words",
    "pair_features",
    "pair_scores",
]
