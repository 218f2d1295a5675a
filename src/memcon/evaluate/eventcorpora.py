"""Corpora of event coreference as plain values, and their sentences as the language model reads them.

In comes a corpus in its maker's format; out come documents in words, and mentions, each with the chain it is in.

- ECB+: events of one split; documents are named by topic.
- Gun Violence Corpus (GVC): reports of incidents.
- NewsWCL50r: five outlets' reports of one story each; of its chains those of events and actions. A mention over
  several sentences keeps the words of its head's.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from memcon.align.events import EventMention, Floats, Sentence, content_words
from memcon.language.analysis import Analysis, analyse
from memcon.language.weights import Weights
from memcon.language.windows import units, windows

_EVENTS = frozenset({"EVENT", "ACTION", "MISC"})  # the types of NewsWCL50r that are no actors, places or things


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention: document, number of the sentence, numbers of its words, and the name of its chain."""

    document: str
    sentence: int
    words: tuple[int, ...]
    chain: str


@dataclass(frozen=True, slots=True)
class EventCorpus:
    """Documents by name, each in sentences of words, and the mentions in them."""

    documents: Mapping[str, list[list[str]]]
    mentions: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A corpus as the model reads it.

    Attributes:
        mentions: In the order of the corpus.
        chains: Of each mention.
        documents: The content words of every document, by name.
    """

    mentions: tuple[EventMention, ...]
    chains: tuple[str, ...]
    documents: Mapping[str, tuple[str, ...]]


def ecbplus(folder: Path) -> EventCorpus:
    """The events of one split of ECB+."""
    documents = {one["doc_id"]: one["sentences"] for one in _lines(folder / "docs.jsonl")}
    mentions = json.loads((folder / "event_gold_mentions.json").read_text(encoding="utf-8"))
    return EventCorpus(
        documents,
        tuple(
            Marked(one["doc_id"], one["sent_id"], tuple(one["tokens_number"]), one["coref_chain"]) for one in mentions
        ),
    )


def gunviolence(folder: Path) -> EventCorpus:
    """The dev part of GVC."""
    documents = {one["doc_id"]: one["sentences"] for one in _lines(folder / "docs.jsonl")}
    mentions = tuple(
        Marked(one["doc_id"], one["sent_id"], tuple(range(one["start"], one["end"] + 1)), one["chain"])
        for one in _lines(folder / "mentions.jsonl")
    )
    return EventCorpus(documents, mentions)


def newswcl(folder: Path) -> dict[str, EventCorpus]:
    """NewsWCL50r by topic."""
    documents: dict[str, dict[str, list[list[str]]]] = {}
    places: dict[str, dict[int, tuple[int, int]]] = {}
    for one in _lines(folder / "docs.jsonl"):
        sentences, where = _without_breaks(one["tokens"], one["sentence_starts"])
        documents.setdefault(str(one["topic"]), {})[one["doc_id"]] = sentences
        places[one["doc_id"]] = where
    mentions: dict[str, list[Marked]] = {topic: [] for topic in documents}
    for one in _lines(folder / "mentions.jsonl"):
        if one["type"] in _EVENTS:
            where = places[one["doc_id"]]
            sentence = where[one["head"]][0]
            words = tuple(where[n][1] for n in one["tokens"] if n in where and where[n][0] == sentence)
            mentions[str(one["topic"])].append(Marked(one["doc_id"], sentence, words, one["chain"]))
    return {topic: EventCorpus(documents[topic], tuple(mentions[topic])) for topic in sorted(documents)}


def encoded(corpus: EventCorpus, weights: Weights) -> Encoded:
    """What the model makes of a corpus; sentences and words are taken as the corpus has them."""
    told = {(one.document, one.sentence) for one in corpus.mentions}
    sentences: dict[tuple[str, int], Sentence] = {}
    documents = {}
    for name, given in corpus.documents.items():
        words = [word for sentence in given for word in sentence]
        starts = np.cumsum([0, *map(len, given)]).tolist()
        begins = [start for start, sentence in zip(starts, given, strict=False) if sentence]
        made = analyse(words, begins, begins, weights, given=True)
        documents[name] = content_words(words, made.upos)
        wanted = [number for number in range(len(given)) if (name, number) in told]
        states = _states(words, begins, {n for one in wanted for n in range(starts[one], starts[one + 1])}, weights)
        for number in wanted:
            first, past = starts[number], starts[number + 1]
            sentences[name, number] = _sentence(name, number, given[number], made, (first, past), states, weights)
    return Encoded(
        tuple(EventMention(sentences[one.document, one.sentence], one.words) for one in corpus.mentions),
        tuple(one.chain for one in corpus.mentions),
        documents,
    )


def _sentence(
    document: str,
    number: int,
    words: list[str],
    made: Analysis,
    span: tuple[int, int],
    states: Mapping[int, Floats],
    weights: Weights,
) -> Sentence:
    first, past = span
    return Sentence(
        document,
        number,
        tuple(words),
        tuple(made.upos[first:past]),
        tuple(head - first if first <= head < past else n for n, head in enumerate(made.heads[first:past])),
        tuple(made.relations[first:past]),
        weights.vector(words),
        np.stack([states[n] for n in range(first, past)]).astype(np.float16),
    )


def _states(words: list[str], begins: list[int], wanted: set[int], weights: Weights) -> dict[int, Floats]:
    """The states of some words, by number; shape of each (layers, dim)."""
    found: dict[int, Floats] = {}
    if wanted:
        for window in windows(words, units(words, begins, begins, weights.cutter), weights.cutter):
            own = wanted.intersection(range(window.start, window.end))
            layers = weights.layers(window) if own else None
            if layers is not None:
                found |= {n: layers[:, n - window.start] for n in own}
    return found


def _without_breaks(tokens: list[str], starts: list[int]) -> tuple[list[list[str]], dict[int, tuple[int, int]]]:
    """Sentences without line breaks, and for each of the other tokens its sentence and its place there."""
    sentences: list[list[str]] = []
    places: dict[int, tuple[int, int]] = {}
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
        kept = [n for n in range(start, end) if tokens[n].strip()]
        if kept:
            places.update({n: (len(sentences), place) for place, n in enumerate(kept)})
            sentences.append([tokens[n] for n in kept])
    return sentences, places


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    lines: Iterable[str] = path.read_text(encoding="utf-8").splitlines()
    return (json.loads(line) for line in lines)
