"""A spaCy pipeline to compare with, trained here: `python -m bench.pipeline DATA FOLDER SECONDS`.

Its shape is en_core_web_sm's: one convolutional `tok2vec` (width 96, depth 4, hashed norm, prefix, suffix and shape)
that tagger, parser, trainable lemmatizer and names listen to. In en_core_web_sm the names have a layer of their own and
the lemmas come from tables, so this one does less for names and more for lemmas.

In: EWT's training part with tags, trees and lemmas, and wikigold with names. Out: a folder that `spacy.load` takes.
What it gets right is printed and kept with it: a pipeline that had learnt nothing would also have another speed.
"""

import json
import random
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from bench.language import EWT, NAMES, SCORES
from memcon.evaluate.corpora import Sentence, documents, tagged, tagged_spans, treebank

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

_SENTENCES = 8  # of a document that is learnt from at once
_BATCH = 1_500  # words
_LABELS = 600  # documents in which labels are looked for; those that spaCy finds seldom become `dep`

_CONFIG = """
[nlp]
lang = "en"
pipeline = ["tok2vec", "tagger", "parser", "trainable_lemmatizer", "ner"]

[components]
[components.tok2vec]
factory = "tok2vec"
[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"
[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 96
attrs = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
rows = [5000, 1000, 2500, 2500]
include_static_vectors = false
[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
depth = 4
window_size = 1
maxout_pieces = 3

[components.tagger]
factory = "tagger"
[components.tagger.model]
@architectures = "spacy.Tagger.v2"
[components.tagger.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96

[components.trainable_lemmatizer]
factory = "trainable_lemmatizer"
[components.trainable_lemmatizer.model]
@architectures = "spacy.Tagger.v2"
[components.trainable_lemmatizer.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96

[components.parser]
factory = "parser"
[components.parser.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "parser"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
[components.parser.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96

[components.ner]
factory = "ner"
[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
[components.ner.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
"""


def main() -> None:
    """Train, keep the pipeline in the folder, and print its scores as JSON."""
    print(json.dumps(trained(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]))))


def trained(data: Path, folder: Path, seconds: float) -> dict[str, float]:
    """Train for that long, in processor time, and write the pipeline.

    Returns:
        Shares in [0, 1]: `tags` and `trees` (LAS) right in EWT's dev part; `words` seen in training.
    """
    from spacy.training.batchers import minibatch_by_words
    from spacy.util import load_config_from_str, load_model_from_config
    from thinc.api import fix_random_seed

    chance = random.Random(20310504)  # noqa: S311 -- variety, not secrecy
    fix_random_seed(20310504)
    pipeline = load_model_from_config(load_config_from_str(_CONFIG), auto_fill=True)
    grammar = list(_parsed(pipeline, data / EWT / "en_ewt-ud-train.conllu"))
    named = list(_named(pipeline, data / NAMES))
    chance.shuffle(grammar)
    optimizer = pipeline.initialize(lambda: [*grammar[:_LABELS], *named])
    begun, words = process_time(), 0
    while process_time() - begun < seconds:
        examples = [*grammar, *named, *named]
        chance.shuffle(examples)
        batches = minibatch_by_words(examples, size=_BATCH)
        for batch in takewhile(lambda _: process_time() - begun < seconds, batches):
            pipeline.update(batch, sgd=optimizer, drop=0.1)
            words += sum(len(one.reference) for one in batch)
    scores = pipeline.evaluate(list(_parsed(pipeline, data / EWT / "en_ewt-ud-dev.conllu"))[:150])
    kept = {"tags": scores["tag_acc"] or 0.0, "trees": scores["dep_las"] or 0.0, "words": float(words)}
    folder.parent.mkdir(parents=True, exist_ok=True)
    pipeline.to_disk(folder)
    (folder / SCORES).write_text(json.dumps(kept), encoding="utf-8")
    return kept


def _parsed(nlp: "Language", file: Path) -> Iterator["Example"]:
    """Examples with tags, trees and lemmas; nothing is said of names in them."""
    from spacy.tokens import Doc
    from spacy.training import Example

    for document in documents(treebank(file)):
        for first in range(0, len(document), _SENTENCES):
            part = document[first : first + _SENTENCES]
            rows = [row for sentence in part for row in sentence.rows]
            words, spaces = [row.form for row in rows], ["SpaceAfter=No" not in row.misc for row in rows]
            reference = Doc(
                nlp.vocab, words=words, spaces=spaces, tags=[row.upos for row in rows], heads=list(_heads(part)),
                lemmas=[row.lemma for row in rows], deps=[row.relation for row in rows],
            )  # fmt: skip
            yield Example(Doc(nlp.vocab, words=words, spaces=spaces), reference)


def _heads(part: list[Sentence]) -> Iterator[int]:
    base = 0
    for sentence in part:
        for number, row in enumerate(sentence.rows):
            yield base + (row.head - 1 if row.head else number)
        base += len(sentence.rows)


def _named(nlp: "Language", file: Path) -> Iterator["Example"]:
    """Examples with names; nothing is said of grammar in them. The file writes I where others begin with B."""
    from spacy.tokens import Doc
    from spacy.training import Example

    for words, tags in tagged(file):
        ents = ["O"] * len(words)
        for start, end, kind in tagged_spans(tags):
            ents[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
        yield Example(Doc(nlp.vocab, words=words), Doc(nlp.vocab, words=words, ents=ents))


if __name__ == "__main__":
    main()
