"""How well the language model reads: held against public annotated corpora.

In come the folder of public data and the project's own pairs of paraphrases; out come `Score`s and, beside each, what
others have published. Treebanks are read by their own words; parsing is scored with their own sentences, as published
figures are, and once more with the sentences that the model finds. PolNeAR is read from its raw text.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from memcon.evaluate import attributions, corpora
from memcon.evaluate.attributions import Found, Items, overlap
from memcon.evaluate.metrics import Counts, f1, interval, recall, resampled
from memcon.evaluate.scoreboard import Score
from memcon.language.analysis import Analysis, analyse
from memcon.language.packaged import Packaged
from memcon.language.sentences import sentence_ranges
from memcon.language.weights import Weights

POLITICS = {
    "politician": "politician", "person": "person", "party": "politicalparty", "organisation": "organisation",
    "country": "country", "place": "location", "facility": "location", "event": "event", "election": "election",
    "work": "misc", "group": "misc",
}  # fmt: skip
"""What CrossNER calls our types of names; it has none for times and quantities."""

_COARSE = {
    "person": "PER", "politician": "PER", "organisation": "ORG", "party": "ORG", "country": "LOC", "place": "LOC",
    "facility": "LOC",
}  # fmt: skip

PUBLISHED = {
    "ewt_upos": (0.969, "spaCy en_udv25_englishewt_trf, on UD 2.5"),
    "ewt_las": (0.894, "spaCy en_udv25_englishewt_trf, on UD 2.5"),
    "politics_names": (0.657, "GLiNER-medium-v2.1, zero-shot"),
    "web_names": (0.839, "XLM-R-large, trained on it"),
    "polnear_source": (0.604, "a BERT tagger trained on PARC3 (van Timmeren 2022)"),
    "polnear_cue": (0.556, "a BERT tagger trained on PARC3 (van Timmeren 2022)"),
    "polnear_content": (0.460, "a BERT tagger trained on PARC3 (van Timmeren 2022)"),
    "polnear_tokens": (0.73, "a BERT tagger trained on PARC3 (van Timmeren 2022)"),
    "same_event": (0.767, "whether the trigger's stem occurs in the source"),
}
"""What others got on the same corpus, though not always on the same part or release of it."""


def measure(data: Path | None, weights: Weights, *, pairs: Path | None = None) -> Iterator[tuple[Score, str]]:
    """Every figure for which the data are there, with the SHA-256 of what it was measured on."""
    reader = Packaged(weights)
    for files, scorer in _SCORERS:
        found = sorted(path for pattern in files for path in data.glob(pattern)) if data else []
        if found:
            digest = corpora.digest(found)
            for name, items, statistic in scorer(found, weights, reader):
                yield _score(name, items, statistic), digest
    if pairs is not None and pairs.exists():
        for name, items, statistic in _paraphrases(pairs, reader):
            yield _score(name, items, statistic), corpora.digest([pairs])


def _score(name: str, items: Items, statistic: Callable[[Sequence[Counts]], float]) -> Score:
    whole = [counts for own in items for counts in own]
    low, high = interval(resampled([own for own in items if own]), statistic)
    return Score(
        name, statistic(whole), low, high, n=sum(one.gold for one in whole), naive=PUBLISHED.get(name, (None,))[0]
    )


# -- treebanks --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A document of a treebank as numbers of words; `suggested` are the sentences that punctuation suggests."""

    words: list[str]
    begins: list[int]
    opens: list[int]
    suggested: list[int]
    upos: list[str]
    lemmas: list[str]
    heads: list[int]
    relations: list[str]


def _numbered(document: Sequence[corpora.Sentence]) -> _Parsed:
    made = _Parsed([], [], [], [], [], [], [], [])
    for sentence in document:
        base = len(made.words)
        made.begins.append(base)
        if sentence.opens or not base:
            made.opens.append(base)
        for number, row in enumerate(sentence.rows):
            made.words.append(row.form)
            made.upos.append(row.upos)
            made.lemmas.append(row.lemma)
            made.heads.append(base + (row.head - 1 if row.head else number))
            made.relations.append(row.relation.partition(":")[0])
    for start, end in pairwise([*made.opens, len(made.words)]):
        made.suggested.extend(_suggested(document, made, start, end))
    return made


def _suggested(document: Sequence[corpora.Sentence], made: _Parsed, start: int, end: int) -> Iterator[int]:
    """Numbers of the words of a paragraph with which a sentence may begin, going by its text as printed."""
    sentences = [one for begin, one in zip(made.begins, document, strict=True) if start <= begin < end]
    text, at, places = " ".join(one.text for one in sentences), 0, []
    for word in made.words[start:end]:
        at = max(text.find(word, at), at)
        places.append(at)
    begins = [begin for begin, _ in sentence_ranges(text, 0, len(text))]
    yield start
    yield from (start + n for n in range(1, len(places)) if any(places[n - 1] < one <= places[n] for one in begins))


def _treebank(prefix: str) -> Callable[[list[Path], Weights, Packaged], Iterator[Found]]:
    def scorer(paths: list[Path], weights: Weights, _: Packaged) -> Iterator[Found]:
        documents = [one for path in paths for one in corpora.documents(corpora.treebank(path))]
        parsed = list(map(_numbered, documents))
        own = [analyse(one.words, one.begins, one.opens, weights, given=True) for one in parsed]
        free = [analyse(one.words, one.suggested, one.opens, weights) for one in parsed]
        pairs = list(zip(parsed, own, strict=True))
        yield f"{prefix}_upos", [_equal(one.upos, made.upos) for one, made in pairs], recall
        yield f"{prefix}_lemmas", [_equal(one.lemmas, made.lemmas) for one, made in pairs], recall
        yield f"{prefix}_uas", [_equal(one.heads, made.heads) for one, made in pairs], recall
        yield f"{prefix}_las", [_labelled(one, made) for one, made in pairs], recall
        marked = [set(corpora.entities(one)) for one in documents]
        if any(marked):
            yield f"{prefix}_phrases", [[_mentions(gold, made)] for gold, made in zip(marked, own, strict=True)], f1
        alone = list(zip(parsed, free, strict=True))
        yield f"{prefix}_las_alone", [_labelled(one, made) for one, made in alone], recall
        yield f"{prefix}_sentences", [[overlap(one.begins, made.sentences)] for one, made in alone], f1
        yield f"{prefix}_sentences_by_stops", [[overlap(one.begins, one.suggested)] for one in parsed], f1

    return scorer


def _equal(gold: Sequence[object], found: Sequence[object]) -> list[Counts]:
    return [Counts(int(left == right), 1, 1) for left, right in zip(gold, found, strict=True)]


def _labelled(gold: _Parsed, found: Analysis) -> list[Counts]:
    relations = [one.partition(":")[0] for one in found.relations]
    return _equal(list(zip(gold.heads, gold.relations, strict=True)), list(zip(found.heads, relations, strict=True)))


# -- names and phrases ------------------------------------------------------------------------------------------------


def _mentions(gold: Iterable[tuple[int, int, str]], made: Analysis) -> Counts:
    """Mentions, nested ones included, whatever their type."""
    return overlap(((one[0], one[1]) for one in gold), ((one.start, one.end) for one in made.phrases))


def _politics(paths: list[Path], weights: Weights, _: Packaged) -> Iterator[Found]:
    """Nine types of political names, sentence by sentence."""
    sentences = [pair for path in paths for pair in corpora.tagged(path)]
    words, begins = _joined(sentences)
    made = analyse(words, begins, begins, weights, given=True)
    yield "politics_names", _names(sentences, begins, made, POLITICS), f1


def _web(paths: list[Path], weights: Weights, _: Packaged) -> Iterator[Found]:
    """Persons, organisations and places in web text."""
    items: Items = []
    for document in (one for path in paths for one in corpora.universal_names(path)):
        words, begins = _joined(document)
        made = analyse(words, begins, begins[:1], weights, given=True)
        items.append([counts for own in _names(document, begins, made, _COARSE) for counts in own])
    yield "web_names", items, f1


def _joined(sentences: Sequence[tuple[list[str], list[str]]]) -> tuple[list[str], list[int]]:
    words: list[str] = []
    begins: list[int] = []
    for own, _ in sentences:
        begins.append(len(words))
        words += own
    return words, begins


def _names(
    sentences: Sequence[tuple[list[str], list[str]]], begins: Sequence[int], made: Analysis, types: dict[str, str]
) -> Items:
    found = {(one.start, one.end, types[one.type]) for one in made.names if one.type in types}
    items: Items = []
    for begin, (words, tags) in zip(begins, sentences, strict=True):
        gold = {(begin + start, begin + end, kind) for start, end, kind in corpora.tagged_spans(tags)}
        items.append([overlap(gold, {one for one in found if begin <= one[0] < begin + len(words)})])
    return items


# -- attribution ------------------------------------------------------------------------------------------------------


def _polnear(paths: list[Path], _: Weights, reader: Packaged) -> Iterator[Found]:
    """Source, cue and content by span, by word, and whole attributions."""
    pairs: list[attributions.Pair] = []
    for marks in (path for path in paths if path.suffix == ".ann"):
        document, gold = attributions.polnear(marks)
        reading, _problems = reader.read(document)
        places = [(word.anchor.start, word.anchor.end) for word in reading.words]
        outer = [one for one in reading.attributions if not one.nested]
        found = [attributions.parts(places, one.source, one.cue, one.content) for one in outer]
        pairs.append(([attributions.expected(places, one) for one in gold], found))
    yield from attributions.scored("polnear", pairs)


# -- sentence vectors -------------------------------------------------------------------------------------------------


def _paraphrases(path: Path, reader: Packaged) -> Iterator[Found]:
    """Whether a sentence's own rewriting is the nearest of all, searched from both sides, by kind of rewriting."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    cosine = reader.vectors([row["left"] for row in rows]) @ reader.vectors([row["right"] for row in rows]).T
    there, back = cosine.argmax(1).tolist(), cosine.argmax(0).tolist()
    hits = [Counts(int(there[n] == n) + int(back[n] == n), 2, 2) for n in range(len(rows))]
    yield "paraphrases_first", [[one] for one in hits], recall
    for kind in sorted({row["kind"] for row in rows}):
        yield f"{kind}_first", [[hit] for hit, row in zip(hits, rows, strict=True) if row["kind"] == kind], recall


def _same_event(paths: list[Path], _: Weights, reader: Packaged) -> Iterator[Found]:
    """Whether the nearest sentence of a source is near enough to the report, by the threshold best for the others."""
    nearest, valid = [], []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            report = _sentences(one["report_dict"]["doctext"])
            source = _sentences(one["source_dict"]["doctext"])
            nearest.append(float((reader.vectors(report[:3]) @ reader.vectors(source[:10]).T).max()))
            valid.append(str(one["valid_source"]).lower() in {"1", "true", "yes"})
    values, truth = np.array(nearest), np.array(valid)
    items: Items = []
    for fold in range(5):
        held = np.arange(len(values)) % 5 == fold
        cuts = np.unique(values[~held])
        best = max(cuts, key=lambda cut: ((values[~held] >= cut) == truth[~held]).mean())
        items.append([Counts(int(right), 1, 1) for right in (values[held] >= best) == truth[held]])
    yield "same_event", items, recall


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_ranges(text, 0, len(text))]


_SCORERS: tuple[tuple[tuple[str, ...], Callable[[list[Path], Weights, Packaged], Iterator[Found]]], ...] = (
    (("ewt/*-test.conllu",), _treebank("ewt")),
    (("gum/dep/dev/*.conllu",), _treebank("gum")),
    (("ner/crossner-politics/dev.txt",), _politics),
    (("ner/uner-ewt/*.iob2",), _web),
    (("polnear/ann/*.ann", "polnear/text/*.txt"), _polnear),
    (("same-event/*.jsonl",), _same_event),
)
