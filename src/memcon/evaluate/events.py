"""Which mentions of events are one event: `align.events` held against public annotated corpora.

In comes the folder of public data; out come `Score`s, each with the digest of what it was measured on.

Mentions are the gold's; documents are clustered by memcon itself. CoNLL F1 is of the whole corpus as one document,
chains of one mention counted. Beside it the naive method: mentions of one story whose heads are forms of one word.

- ECB+ test, and its dev part, on which thresholds were chosen. What was learnt was learnt on its train part.
- NewsWCL50r: the mean over topics, each by itself. It joins what is loosely related, on purpose.
- Gun Violence Corpus (GVC) dev: reports of many incidents of one kind.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import fmean

from memcon.align.events import Scorer, align_events, blocks, compare
from memcon.align.events.mention import surroundings
from memcon.align.events.scorer import packaged
from memcon.align.groups import sharing
from memcon.evaluate import corpora
from memcon.evaluate.coreference import Agreement, agreement, conll_f1
from memcon.evaluate.eventcorpora import Encoded, EventCorpus, ecbplus, encoded, gunviolence, newswcl
from memcon.evaluate.metrics import interval
from memcon.evaluate.scoreboard import Score
from memcon.language.weights import Weights

_LEMMA = "mentions of one story whose heads are forms of one word"
_CROSS = "Ahmed and others 2023, a RoBERTa-base cross-encoder"
_DELTA = "Bugert and others 2021, the same lemma and a tf-idf threshold"

WHOSE = {
    "ecb_conll": _CROSS,
    "ecb_lemma_conll": _DELTA,
    "ecb_dev_conll": _LEMMA,
    "newswcl_conll": _LEMMA,
    "gvc_dev_conll": _LEMMA,
}
"""Whose figure stands beside each: the naive method's on the same texts, or one that others published."""

NAMES = frozenset(WHOSE)
"""Every figure made here."""

_PUBLISHED = {"ecb_conll": 0.803, "ecb_lemma_conll": 0.744}

Groups = Sequence[Sequence[int]]
Read = Callable[[EventCorpus], Encoded]


def measure(data: Path, read: Read | None = None) -> Iterator[tuple[Score, str]]:
    """Every figure for which the data are there, with the SHA-256 of what it was measured on.

    Args:
        read: What the language model makes of a corpus; by default the packaged one.
    """
    used = read or _packaged()
    for folder, scorer in _SCORERS:
        found = sorted((data / folder).glob("*.json*"))
        if found:
            digest = corpora.digest(found)
            for score in scorer(data / folder, used):
                yield score, digest


def same_lemma(given: Encoded, scorer: Scorer | None = None) -> list[list[int]]:
    """The naive method."""
    groups: dict[tuple[int, str], list[int]] = defaultdict(list)
    background = compare(given.documents, (scorer or packaged()).usual)
    for story, block in enumerate(blocks(given.mentions, background)):
        for number in block:
            groups[story, surroundings(given.mentions[number]).stem].append(number)
    return list(groups.values())


def apart(given: Encoded, predicted: Groups) -> list[Agreement]:
    """How gold and predicted groups agree, by documents that neither connects; summed, it is that of the corpus."""
    gold = _gold(given)
    documents = [one.sentence.document for one in given.mentions]
    links = [*gold, *predicted]
    parts = sharing(links, lambda group: {documents[number] for number in group})
    number = {member: n for n, part in enumerate(parts) for group in part for member in group}
    sides: list[dict[int, list[Collection[int]]]] = []
    for groups in (gold, predicted):
        side: dict[int, list[Collection[int]]] = defaultdict(list)
        for group in groups:
            side[number[group[0]]].append(group)
        sides.append(side)
    return [agreement(sides[0][n], sides[1][n]) for n in range(len(parts))]


def _gold(given: Encoded) -> list[list[int]]:
    chains: dict[str, list[int]] = defaultdict(list)
    for number, chain in enumerate(given.chains):
        chains[chain].append(number)
    return list(chains.values())


def _ecb(folder: Path, read: Read) -> Iterator[Score]:
    given = read(ecbplus(folder))
    yield _score("ecb_conll", given, align_events(given.mentions, given.documents), _PUBLISHED["ecb_conll"])
    yield _score("ecb_lemma_conll", given, same_lemma(given), _PUBLISHED["ecb_lemma_conll"])


def _dev(name: str, corpus: Callable[[Path], EventCorpus]) -> Callable[[Path, Read], Iterator[Score]]:
    def scores(folder: Path, read: Read) -> Iterator[Score]:
        given = read(corpus(folder))
        naive = conll_f1(apart(given, same_lemma(given)))
        yield _score(name, given, align_events(given.mentions, given.documents), naive)

    return scores


def _wcl(folder: Path, read: Read) -> Iterator[Score]:
    given = [read(corpus) for corpus in newswcl(folder).values()]
    made = [_whole(one, align_events(one.mentions, one.documents)) for one in given]
    naive = [_whole(one, same_lemma(one)) for one in given]
    low, high = interval(made, _mean)
    mentions = sum(len(one.mentions) for one in given)
    yield Score("newswcl_conll", _mean(made), low, high, n=mentions, naive=_mean(naive))


def _whole(given: Encoded, predicted: Groups) -> Agreement:
    return sum(apart(given, predicted), Agreement())


def _mean(topics: Iterable[Agreement]) -> float:
    return fmean(conll_f1([one]) for one in topics)


def _score(name: str, given: Encoded, predicted: Groups, naive: float) -> Score:
    units = apart(given, predicted)
    low, high = interval(units, conll_f1)
    return Score(name, conll_f1(units), low, high, n=len(given.mentions), naive=naive)


def _packaged() -> Read:
    weights = Weights()
    return lambda corpus: encoded(corpus, weights)


_SCORERS: tuple[tuple[str, Callable[[Path, Read], Iterator[Score]]], ...] = (
    ("ecbplus/test", _ecb),
    ("ecbplus/dev", _dev("ecb_dev_conll", ecbplus)),
    ("coref-diplomacy", _wcl),
    ("gvc-dev", _dev("gvc_dev_conll", gunviolence)),
)
