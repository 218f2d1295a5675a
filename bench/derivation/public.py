"""Two public collections with the measures of others: short answers made from five sources, and news by event.

In: the folder of public data. Out: `Figure`s with what others reach, and what could not be measured. Nothing is learnt
but the nearest neighbours of Clough and Stevenson's answers, each without itself, and no threshold is chosen on what it
is scored on: that of the clusterings is the published one, or set on the other half of the events.
"""

import csv
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.derivation.text import shingles, words
from memcon import language
from memcon.core.annotation import Annotations
from memcon.core.document import Document
from memcon.evaluate import metrics
from memcon.evaluate.scoreboard import Score
from memcon.language.sentences import sentence_ranges
from memcon.testing import document
from memcon.trace.passages import overlap, story

REUSE = Path("reuse") / "clough-stevenson"
NEWS = Path("reuse") / "giveme5w1h-even" / "articles.jsonl"

_NEIGHBOURS = 5  # as in the figure it is compared with
_PUBLISHED_THRESHOLD = 0.15  # of the published clustering by TF-IDF, whose figure stands beside ours
_THRESHOLDS = tuple(number / 40 for number in range(1, 40))

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figure:
    """One score, with what stands beside it."""

    corpus: str
    what: str
    score: Score
    beside: str


def measure(data: Path) -> tuple[tuple[Figure, ...], tuple[str, ...]]:
    """All that can be measured, and what cannot, a sentence each."""
    figures: list[Figure] = []
    absent: list[str] = []
    if (data / REUSE / "labels.csv").is_file():
        figures += _reuse(data / REUSE)
    else:
        absent.append("Clough and Stevenson's answers: they are not in the data.")
    if (data / NEWS).is_file():
        figures += _news(data / NEWS, absent)
    else:
        absent.append("Giveme5W1H: it is not in the data.")
    return tuple(figures), tuple(absent)


def _reuse(folder: Path) -> list[Figure]:
    """Four classes, and copied or not, by nearest neighbours over memcon's shares of aligned narrative."""
    with (folder / "labels.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["Category"] != "orig"]
    features: list[list[float]] = []
    labels = [row["Category"] for row in rows]
    for row in rows:
        answer = _read(folder / "answers" / row["File"])
        source = _read(folder / "sources" / f"orig_task{row['Task']}.txt")
        features.append(_features(answer, source))
    scaled = _standardised(np.array(features))
    four = [int(_nearest(scaled, labels, index) == label) for index, label in enumerate(labels)]
    copied = ["no" if label == "non" else "yes" for label in labels]
    two = [int(_nearest(scaled, copied, index) == label) for index, label in enumerate(copied)]
    return [
        Figure(
            "Clough and Stevenson", "accuracy, four classes, leave one out", _share(four), ".789, n-grams and LCS, 5-NN"
        ),
        Figure(
            "Clough and Stevenson", "accuracy, copied or not, leave one out", _share(two), ".947, n-grams and LCS, 5-NN"
        ),
    ]


def _features(answer: str, source: str) -> list[float]:
    """How much of the answer stands in the source: in passages, in the longest one, in runs of one to five words."""
    child, parent = document(answer), document(source)
    shared = overlap(*(story(each, Annotations(each.id)) for each in (child, parent)))
    longest = max((len(words([child.passage(each.child)])) for each in shared.passages), default=0)
    runs = [
        len(shingles([answer], n) & shingles([source], n)) / (len(shingles([answer], n)) or 1) for n in (1, 2, 3, 5)
    ]
    return [shared.first, shared.second, longest / (len(words([answer])) or 1), *runs]


def _nearest(features: Matrix, labels: Sequence[str], index: int) -> str:
    """The commonest label of the nearest others; of equally common ones that of the nearest."""
    far = np.linalg.norm(features - features[index], axis=1)
    near = [labels[one] for one in np.argsort(far, kind="stable").tolist() if one != index][:_NEIGHBOURS]
    commonest: str = Counter(near).most_common(1)[0][0]  # of equally common ones the first met, which is the nearest
    return commonest


def _standardised(features: Matrix) -> Matrix:
    spread = features.std(axis=0)
    standard: Matrix = (features - features.mean(axis=0)) / np.where(spread > 0, spread, 1)
    return standard


def _news(file: Path, absent: list[str]) -> list[Figure]:
    """B-cubed F1 of the articles grouped by average link, by TF-IDF and by memcon's sentence vectors."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    gold = {str(number): row["event"] for number, row in enumerate(rows)}
    texts = [f"{row['title']}\n\n{row['text']}" for row in rows]
    figures = []
    if find_spec("sklearn") is None:  # brings scipy, which groups
        absent.append("Giveme5W1H: scikit-learn is not installed.")
        return []
    extraction: Any = import_module("sklearn.feature_extraction.text")
    vectors = extraction.TfidfVectorizer(stop_words="english").fit_transform(texts)
    plain = np.asarray((vectors @ vectors.T).toarray(), dtype=np.float64)
    figures.append(
        _clustered("TF-IDF, average link, at the published threshold", plain, gold, _PUBLISHED_THRESHOLD, ".942")
    )
    for name, like in (("TF-IDF", plain), ("memcon’s sentence vectors", _by_vectors(texts))):
        figures.append(_tuned(f"{name}, average link, threshold of the other half of the events", like, gold))
    return figures


def _by_vectors(texts: Sequence[str]) -> Matrix:
    """Cosines of the mean sentence vectors of the texts, of which each is first freed of what all have in common."""
    reader = language.load()
    read: list[Document] = [document(text) for text in texts]
    means = np.array([_mean(reader, each) for each in read], dtype=np.float64)
    means -= means.mean(axis=0)
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    like: Matrix = means @ means.T
    return like


def _mean(reader: language.Language, text: Document) -> NDArray[np.float32]:
    ones = [text.text[start:end] for start, end in sentence_ranges(text.text, 0, len(text.text))]
    mean: NDArray[np.float32] = np.asarray(reader.vectors(ones)).mean(axis=0)
    return mean


def _clustered(what: str, like: Matrix, gold: Mapping[str, str], threshold: float, beside: str) -> Figure:
    return Figure("Giveme5W1H", f"B³ F1, {what}", _cubed(gold, _groups(like, threshold)), beside)


def _tuned(what: str, like: Matrix, gold: Mapping[str, str]) -> Figure:
    """Each half of the events grouped at the threshold that is best on the other."""
    half = {event: number % 2 for number, event in enumerate(sorted(set(gold.values())))}
    found: dict[str, tuple[int, int]] = {}
    for part in (0, 1):
        inside, outside = (
            [index for index, event in enumerate(gold.values()) if (half[event] == part) == own]
            for own in (True, False)
        )
        best = max(_THRESHOLDS, key=partial(_reached, like, gold, outside))
        groups = _groups(like[np.ix_(inside, inside)], best)
        found.update({str(index): (part, groups[str(place)]) for place, index in enumerate(inside)})
    return Figure("Giveme5W1H", f"B³ F1, {what}", _cubed(gold, found), "")


def _reached(like: Matrix, gold: Mapping[str, str], indices: Sequence[int], threshold: float) -> float:
    groups = _groups(like[np.ix_(indices, indices)], threshold)
    return metrics.cubed_f1(
        metrics.b_cubed({str(place): gold[str(index)] for place, index in enumerate(indices)}, groups)
    )


def _groups(like: Matrix, threshold: float) -> dict[str, int]:
    """Average link until no two groups are on average this much alike."""
    hierarchy: Any = import_module("scipy.cluster.hierarchy")
    distance: Any = import_module("scipy.spatial.distance")
    far = np.clip(1 - like, 0, None)
    np.fill_diagonal(far, 0)
    linked = hierarchy.linkage(distance.squareform(far, checks=False), method="average")
    return {
        str(index): int(group)
        for index, group in enumerate(hierarchy.fcluster(linked, 1 - threshold, criterion="distance"))
    }


def _cubed(gold: Mapping[str, str], found: Mapping[str, Any]) -> Score:
    items = metrics.b_cubed(gold, found)
    return Score("families_f1", metrics.cubed_f1(items), *metrics.interval(items, metrics.cubed_f1), n=len(items))


def _share(right: Sequence[int]) -> Score:
    return Score("accuracy", _mean_of(right), *metrics.interval(right, _mean_of), n=len(right))


def _mean_of(units: Sequence[int]) -> float:
    return sum(units) / len(units)


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")
