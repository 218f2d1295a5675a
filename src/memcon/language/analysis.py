"""Scores of heads made into sentences, trees, spans and links, all by number of word.

In: the words of a text, and the weights that score them. Out: an `Analysis`. Windows are worked on in blocks, so that
memory stays small however long the text is; within a block they run side by side.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

import numpy as np

from memcon.language import spans
from memcon.language.lemmas import lemma
from memcon.language.trees import tree
from memcon.language.weights import Floats, Scores, Weights
from memcon.language.windows import Window, units, windows

_BLOCK = 48
"""Windows worked on at a time, about 6,000 words; a quotation that runs from one block into the next is cut in two."""

DOUBTED = 0.75
"""How likely another word must be to have stood there for a word to be doubted; chosen on clean text that was kept
apart, 2026-11: the least twentieth at which readouts and news have fewer than one such word in 400."""

TOLD = 0.05
"""How likely a word must be to tell an act of some kind to be named; who asks decides from what on it is believed."""

_SPLIT, _TRUST = 0.5, 0.02
"""How likely a sentence's beginning must be where punctuation does not suggest one, and where it does; swept on EWT and
GUM dev, 2026-11: F1 flat within 0.002 for 0.02 to 0.5 in the latter, so punctuation has the benefit of the doubt."""


class Spanned(NamedTuple):
    """A name or phrase: words, half-open, its type, and for a phrase its head word."""

    start: int
    end: int
    type: str
    head: int = -1


class Attributed(NamedTuple):
    """An attribution: spans of words, half-open; without a content where only source and cue are there to see."""

    source: spans.Span | None
    cue: spans.Span
    content: tuple[spans.Span, ...]
    nested: bool
    score: float


class Doubted(NamedTuple):
    """A word, by number, and how likely it is that another stood there."""

    number: int
    score: float


class Told(NamedTuple):
    """A word, by number, that seems to tell an act: kind, type, status, and how sure the kind and the status are."""

    number: int
    kind: str
    type: str
    status: str
    score: float
    sure: float


@dataclass(slots=True)
class Analysis:
    """What is seen, by number of word.

    Attributes:
        upos, lemmas, heads, relations: One value a word; a root's head is itself.
        sentences: The first word of each sentence.
    """

    upos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    names: list[Spanned] = field(default_factory=list)
    phrases: list[Spanned] = field(default_factory=list)
    attributions: list[Attributed] = field(default_factory=list)
    doubts: list[Doubted] = field(default_factory=list)
    triggers: list[Told] = field(default_factory=list)


def analyse(
    words: Sequence[str],
    begins: Sequence[int],
    opens: Iterable[int],
    weights: Weights,
    *,
    pool: Executor | None = None,
    given: bool = False,
) -> Analysis:
    """Everything the heads see in a text.

    Args:
        begins: Numbers of the words that begin a sentence, as far as can be told; the first is 0.
        opens: Those that begin a paragraph.
        pool: Where windows are scored side by side; without it, one after another.
        given: Whether `begins` is known to be right; otherwise the model decides.
    """
    made = Analysis()
    found = windows(words, units(words, begins, opens, weights.cutter), weights.cutter) if words else ()
    score: Callable[[Callable[[Window], Scores], Iterable[Window]], Iterable[Scores]] = pool.map if pool else map
    for block in _blocks(found):
        kept: list[Scores] = []
        for window, scores in zip(block, score(weights.scores, block), strict=True):
            _grammar(made, words, window, scores, weights, given=given)
            if "doubts" in scores:  # the recipe measures the other families before this one is trained
                made.doubts += _doubts(scores["doubts"], window.start)
            if "act_kinds" in scores:
                made.triggers += _triggers(scores, window.start, weights.labels)
            kept.append({name: scores[name] for name in ("roles", "link_from", "link_to")})
        _attributions(made, block[0].start, kept)
    return made


def _blocks(found: Iterable[Window]) -> Iterator[list[Window]]:
    rest = iter(found)
    while block := list(islice(rest, _BLOCK)):
        yield block


def _grammar(
    made: Analysis, words: Sequence[str], window: Window, scores: Scores, weights: Weights, *, given: bool
) -> None:
    labels = weights.labels
    upos = [labels["upos"][n] for n in scores["upos"].argmax(1).tolist()]
    scripts = [labels["lemmas"][n] for n in scores["lemmas"].argmax(1).tolist()]
    made.upos += upos
    made.lemmas += map(lemma, words[window.start : window.end], scripts)
    starts = list(window.begins) if given else _starts(scores["starts"], window)
    made.sentences += [window.start + start for start in starts]
    heads: list[int] = []
    for start, end in zip(starts, [*starts[1:], window.end - window.start], strict=True):
        arcs = scores["dependent"][start:end] @ scores["head"][start:end].T
        np.fill_diagonal(arcs, scores["root"][start:end, 0])
        heads += [start + head for head in tree(arcs)]
        made.phrases += _phrases(scores, start, end, window.start, labels["mentions"])
        made.names += [
            Spanned(window.start + start + first, window.start + start + last, labels["names"][1 + 2 * type_][2:])
            for first, last, type_ in spans.typed(scores["names"][start:end])
        ]
    relations = weights.relations(scores["relation_dependent"], scores["relation_head"][heads])
    made.relations += [
        "root" if head == n else labels["relations"][relation]
        for n, (head, relation) in enumerate(zip(heads, relations.tolist(), strict=True))
    ]
    made.heads += [window.start + head for head in heads]


def _doubts(scores: Floats, base: int) -> Iterator[Doubted]:
    likely = 1 / (1 + np.exp(-scores[:, 0]))
    for number in np.flatnonzero(likely >= DOUBTED).tolist():
        yield Doubted(base + number, round(float(likely[number]), 3))


def _triggers(scores: Scores, base: int, labels: Mapping[str, Sequence[str]]) -> Iterator[Told]:
    kinds = np.exp(spans.log_softmax(scores["act_kinds"]))
    best = kinds[:, 1:].argmax(1) + 1
    for n in np.flatnonzero(kinds[np.arange(len(kinds)), best] >= TOLD).tolist():
        kind = labels["act_kinds"][int(best[n])]
        type_, _ = _within(scores["act_types"][n], labels["act_types"], kind)
        status, sure = _within(scores["act_statuses"][n], labels["act_statuses"], kind)
        yield Told(base + n, kind, type_, status, round(float(kinds[n, best[n]]), 3), sure)


def _within(scores: Floats, names: Sequence[str], kind: str) -> tuple[str, float]:
    """The likeliest of the names of a kind, and how likely it is among them."""
    own = [n for n, name in enumerate(names) if name.split(" ")[0] == kind]
    chances = np.exp(spans.log_softmax(scores[own]))
    best = int(chances.argmax())
    return names[own[best]].split(" ")[1], round(float(chances[best]), 3)


def _starts(scores: Floats, window: Window) -> list[int]:
    """Where sentences begin: with a window and with a paragraph in any case, elsewhere as the head says."""
    likely = 1 / (1 + np.exp(scores[:, 0] - scores[:, 1]))
    suggested, certain = set(window.begins), {0, *window.opens}
    return [
        n for n, share in enumerate(likely.tolist()) if n in certain or share >= (_TRUST if n in suggested else _SPLIT)
    ]


def _phrases(scores: Scores, start: int, end: int, base: int, types: Sequence[str]) -> Iterator[Spanned]:
    """The phrases of one sentence: each by its head word, from which its first and last word are found."""
    chosen = scores["mentions"][start:end].argmax(1)
    heads = np.flatnonzero(chosen)
    if not len(heads):
        return
    vectors = scores["mention_head"][start:end][heads]
    lefts = vectors @ scores["mention_start"][start:end].T
    rights = vectors @ scores["mention_end"][start:end].T
    for row, head in enumerate(heads.tolist()):
        left = int(lefts[row, : head + 1].argmax())
        right = head + int(rights[row, head:].argmax()) + 1
        yield Spanned(base + start + left, base + start + right, types[int(chosen[head])], base + start + head)


def _attributions(made: Analysis, base: int, kept: Sequence[Scores]) -> None:
    """Spans of source, cue and content over a block, each linked to the likeliest cue."""
    whole = {name: np.concatenate([scores[name] for scores in kept]) for name in kept[0]}
    roles = spans.log_softmax(whole["roles"].reshape(len(whole["roles"]), -1, 3))
    sure = np.exp(roles)
    roles[:, :, 1] -= _COST
    sources, cues, contents, inner = spans.layers(roles)
    if not cues:
        return
    first, past = (np.array(edge) for edge in zip(*cues, strict=True))
    parts: list[tuple[list[tuple[float, spans.Span]], list[tuple[float, spans.Span]]]] = [([], []) for _ in cues]
    for layer, side, found in ((0, 0, sources), (2, 1, contents), (3, 1, inner)):
        for start, end in found:
            gap = np.maximum(np.maximum(first - end, start - past), 0)
            near = np.flatnonzero(gap < _REACH)
            if not len(near):
                continue
            links = whole["link_from"][start] @ whole["link_to"][first[near]].T - _APART * np.log1p(gap[near])
            chances = np.exp(spans.log_softmax(links))
            best = int(chances.argmax())
            seen = float(sure[start, layer, 1]) * float(chances[best])
            parts[int(near[best])][side].append((seen, (start, end)))
    outer = set(contents)
    for cue, (said_by, linked) in zip(cues, parts, strict=True):
        said = [one for one in linked if not any(_inside(one[1], other[1]) for other in linked)]
        source = max(said_by, default=None)
        if not said and source is None:
            continue
        scores = [float(sure[cue[0], 1, 1]), *(seen for seen, _ in said), *([source[0]] if source else ())]
        content = tuple(sorted((start + base, end + base) for _, (start, end) in said))
        made.attributions.append(
            Attributed(
                (source[1][0] + base, source[1][1] + base) if source else None,
                (cue[0] + base, cue[1] + base),
                content,
                nested=bool(said) and not any(span in outer for _, span in said),
                score=round(min(scores), 3),
            )
        )


def _inside(one: spans.Span, other: spans.Span) -> bool:
    return one != other and other[0] <= one[0] and one[1] <= other[1]


_COST = np.array([3.0, 3.0, 5.0, 5.0], np.float32)
"""What a source, cue, content or inner content must be worth to be taken, in nats; swept on PolNeAR dev, 2026-11."""

_REACH = 120
"""Words between a span and its cue, beyond which they are not compared: about the length of a training window."""

_APART = 5.0
"""What distance costs a link, in nats for each e-fold of the words between; swept on PolNeAR dev, 2026-11. Of its
contents 98 % find their cue with it, 81 % by the head alone, and 95 % if the nearest cue is taken."""
