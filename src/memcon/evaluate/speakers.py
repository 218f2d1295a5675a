"""Whom the text means: chains, speakers and parties, held against public annotated corpora.

In comes the folder of public data; out come `Score`s, each with the digest of what it was measured on. Unlike
`language`, which scores what the model sees, this scores what the annotations make of it.

- OntoGUM dev: CoNLL F1 of chains of any type. Beside it the naive method: phrases whose heads have the same lemma.
- LitBank: speakers of quotations. The gold names speakers by labels, so each novel's predicted names are paired one to
  one with its labels as favourably as can be. Beside it the naive method: the nearest person's name before.
- Readouts: the two persons whom the title names (see `readouts`).
- PolNeAR dev: source, cue and content, as `language` scores them, but from the statements.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, Statement
from memcon.core.document import Document
from memcon.core.reading import Reading
from memcon.evaluate import attributions, corpora, readouts
from memcon.evaluate.coreference import Agreement, agreement, conll_f1, heaviest, mention_f1
from memcon.evaluate.metrics import Counts, interval, recall, resampled
from memcon.evaluate.scoreboard import Score

_LEMMA = "phrases whose heads have the same lemma"
_BEFORE = "the nearest person's name before the quotation"
_PARC = "van Timmeren 2022, a BERT tagger trained on PARC3, on the test part"

WHOSE = {
    "chains_f1": _LEMMA,
    "chain_mentions_f1": _LEMMA,
    "novel_speakers": _BEFORE,
    "statement_source": _PARC,
    "statement_cue": _PARC,
    "statement_content": _PARC,
    "statement_tokens": _PARC,
}
"""Whose figure stands beside each: a naive method's on the same texts, or one that others published."""

NAMES = frozenset({*WHOSE, "readout_persons", "readout_sides", "readout_parties", "statement_relations"})
"""Every figure made here."""

_PUBLISHED = {"statement_source": 0.604, "statement_cue": 0.556, "statement_content": 0.460, "statement_tokens": 0.73}

_PERSONS = frozenset(("person", "politician"))


@dataclass(frozen=True, slots=True)
class Program:
    """What is measured: the stages that read a document, so that a test can put others in their place."""

    read: Callable[[Document], Reading]
    annotate: Callable[[Document, Reading], Annotations]
    chains: Callable[[Document, Reading], Sequence[Sequence[Anchor]]]


def packaged() -> Program:
    """The stages of memcon itself, with the weights it ships."""
    from memcon.annotate import annotate, chains
    from memcon.language.packaged import Packaged
    from memcon.language.weights import Weights

    language = Packaged(Weights())
    return Program(lambda one: language.read(one)[0], lambda one, reading: annotate(one, reading)[0], chains)


def measure(data: Path, program: Program | None = None) -> Iterator[tuple[Score, str]]:
    """Every figure for which the data are there, with the SHA-256 of what it was measured on."""
    used = program or packaged()
    for patterns, scorer in _SCORERS:
        found = sorted(path for pattern in patterns for path in data.glob(pattern))
        if found:
            digest = corpora.digest(found)
            for score in scorer(found, used):
                yield score, digest


def misses(data: Path, program: Program | None = None) -> Iterator[str]:
    """What is missing or wrong in the parties of the readouts, in lines to read while working on them."""
    used = program or packaged()
    for one in readouts.read(data / "readouts" / "diplomatic.jsonl"):
        annotations = used.annotate(one.document, used.read(one.document))
        yield from readouts.faults(readouts.judged(one, annotations), annotations)


# -- chains -----------------------------------------------------------------------------------------------------------


def _chains(paths: list[Path], program: Program) -> Iterator[Score]:
    """CoNLL F1 of chains, and F1 of the mentions in them; chains of one are left out, since OntoGUM has none."""
    made: list[Agreement] = []
    naive: list[Agreement] = []
    for path in (path for path in paths if path.suffix == ".conll"):
        words, gold = corpora.chains(path)
        text, places = corpora.printed(_paragraphs(path, words))
        document = corpora.document(text)
        reading = program.read(document)
        made.append(agreement(gold, _in_words(places, program.chains(document, reading))))
        naive.append(agreement(gold, _in_words(places, _same_lemma(reading))))
    for name, statistic in (("chains_f1", conll_f1), ("chain_mentions_f1", mention_f1)):
        low, high = interval(made, statistic)
        mentions = int(sum(made, Agreement()).mentions.gold)
        yield Score(name, statistic(made), low, high, n=mentions, naive=statistic(naive))


def _paragraphs(path: Path, words: list[str]) -> list[list[str]]:
    """The words by paragraph, as the treebank beside OntoGUM has them; it has the same words."""
    treebank = path.parents[2] / "dep" / path.parent.name / f"{path.stem}.conllu"
    sentences = list(corpora.treebank(treebank)) if treebank.exists() else []
    if sum(len(one.rows) for one in sentences) != len(words):
        return [words]
    paragraphs: list[list[str]] = []
    at = 0
    for sentence in sentences:
        if sentence.opens or not paragraphs:
            paragraphs.append([])
        paragraphs[-1] += words[at : at + len(sentence.rows)]
        at += len(sentence.rows)
    return paragraphs


def _in_words(places: Sequence[corpora.Span], chains: Iterable[Iterable[Anchor]]) -> list[list[corpora.Span]]:
    """Chains of more than one phrase, in words; phrases over the same words are one."""
    in_words = [{run for one in chain for run in attributions.runs(places, [(one.start, one.end)])} for chain in chains]
    return [sorted(chain) for chain in in_words if len(chain) > 1]


def _same_lemma(reading: Reading) -> list[list[Anchor]]:
    """The naive method: pronouns are left alone."""
    chains: dict[str, list[Anchor]] = {}
    for phrase in reading.phrases:
        head = reading.words[phrase.head]
        if head.upos != "PRON":
            chains.setdefault(head.lemma.casefold(), []).append(phrase.anchor)
    return list(chains.values())


# -- speakers of novels -----------------------------------------------------------------------------------------------


def _speakers(paths: list[Path], program: Program) -> Iterator[Score]:
    """Share of the quotations whose speaker is right, by novel."""
    made: list[list[Counts]] = []
    naive: list[list[Counts]] = []
    for marks in (path for path in paths if path.suffix == ".ann"):
        sentences, quotations = corpora.quotations(marks.with_suffix(".txt"), marks)
        if not quotations:
            continue
        text, places = corpora.printed(corpora.speeches(sentences))
        document = corpora.document(text)
        spans = [(places[one.words[0]][0], places[one.words[1] - 1][1]) for one in quotations]
        gold = [one.speaker for one in quotations]
        reading = program.read(document)
        statements = program.annotate(document, reading).statements
        made.append(paired(gold, [_said_by(statements, span) for span in spans]))
        naive.append(paired(gold, [_named_before(document, reading, span) for span in spans]))
    yield _score("novel_speakers", made, recall, naive)


def paired(gold: Sequence[str], predicted: Sequence[str | None]) -> list[Counts]:
    """Whether each name is right, if every name stands for the label that makes most of them right, no two for one."""
    together = Counter((name, label) for name, label in zip(predicted, gold, strict=True) if name is not None)
    labels: Mapping[str, str] = heaviest(together)
    return [
        Counts(int(name is not None and labels.get(name) == label), int(name is not None), 1)
        for name, label in zip(predicted, gold, strict=True)
    ]


def _said_by(statements: Iterable[Statement], span: corpora.Span) -> str | None:
    """The speaker of the statement that covers most of a quotation, if it is more than half of it."""
    best, who = (span[1] - span[0]) / 2, None
    for statement in statements:
        covered = sum(max(0, min(one.end, span[1]) - max(one.start, span[0])) for one in statement.content)
        if covered > best:
            best, who = covered, statement.speaker.name if statement.speaker else None
    return who


def _named_before(document: Document, reading: Reading, span: corpora.Span) -> str | None:
    before = [name for name in reading.names if name.type in _PERSONS and name.anchor.end <= span[0]]
    return document.passage(before[-1].anchor) if before else None


# -- parties of readouts ----------------------------------------------------------------------------------------------


def _readouts(paths: list[Path], program: Program) -> Iterator[Score]:
    """The persons whom titles name, the state of the second, and all of it together."""
    judged = []
    for one in (one for path in paths for one in readouts.read(path)):
        annotations = program.annotate(one.document, program.read(one.document))
        judged.append(readouts.judged(one, annotations))
    yield _score("readout_persons", [one.persons for one in judged], recall)
    yield _score("readout_sides", [[one.side] for one in judged], recall)
    yield _score("readout_parties", [[one.whole] for one in judged], recall)


# -- attributions -----------------------------------------------------------------------------------------------------


def _polnear(paths: list[Path], program: Program) -> Iterator[Score]:
    """Source, cue and content of the statements, by span, by word, and whole."""
    pairs: list[attributions.Pair] = []
    for marks in (path for path in paths if path.suffix == ".ann"):
        document, gold = attributions.polnear(marks)
        reading = program.read(document)
        places = [(word.anchor.start, word.anchor.end) for word in reading.words]
        found = attributed(places, program.annotate(document, reading).statements)
        pairs.append(([attributions.expected(places, one) for one in gold], found))
    for name, items, statistic in attributions.scored("statement", pairs):
        yield replace(_score(name, items, statistic), naive=_PUBLISHED.get(name))


def attributed(places: Sequence[corpora.Span], statements: Iterable[Statement]) -> list[attributions.Parts]:
    """Statements as attributions in words: those of one cue are one, and those inside another's content are left out.

    PolNeAR annotates the outermost attribution only.
    """
    by_cue: dict[object, list[Statement]] = {}
    for statement in statements:
        by_cue.setdefault(statement.cue or statement.id, []).append(statement)
    found = []
    for own in by_cue.values():
        outer = [one for others in by_cue.values() if others is not own for other in others for one in other.content]
        cue = own[0].cue
        if cue is None or not any(content.contains(cue) for content in outer):
            source = next((one.speaker.anchor for one in own if one.speaker), None)
            found.append(attributions.parts(places, source, cue, [part for one in own for part in one.content]))
    return found


def _score(
    name: str,
    documents: Sequence[Sequence[Counts]],
    statistic: Callable[[Sequence[Counts]], float],
    naive: Sequence[Sequence[Counts]] | None = None,
) -> Score:
    whole, plain = ([counts for own in some for counts in own] for some in (documents, naive or ()))
    low, high = interval(resampled([own for own in documents if own]), statistic)
    gold = sum(one.gold for one in whole)
    return Score(name, statistic(whole), low, high, n=gold, naive=None if naive is None else statistic(plain))


_SCORERS: tuple[tuple[tuple[str, ...], Callable[[list[Path], Program], Iterator[Score]]], ...] = (
    (("gum/ontogum/dev/*.conll", "gum/dep/dev/*.conllu"), _chains),
    (("litbank-quotations/tsv/*.ann", "litbank-quotations/tsv/*.txt"), _speakers),
    (("readouts/diplomatic.jsonl",), _readouts),
    (("polnear/ann/*.ann", "polnear/text/*.txt"), _polnear),
)
