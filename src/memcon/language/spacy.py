"""Any spaCy pipeline as a `Language`: the extra `memcon[spacy]`.

    from memcon.language.spacy import from_spacy

    language = from_spacy("en_core_web_sm")

In: a pipeline, or the name of an installed one. Out: an object that reads as `memcon.language.load()` does, as far as
the pipeline sees that much. Where it sees less, the reading is filled in so that it keeps its shape:

    no lemmatiser   the word in small letters
    no tagger       `X`
    no parser       the first word of a sentence is its root, the others hang on it by `dep`; there are no phrases
    no sentences    they are found by punctuation (`memcon.language.sentences`)
    no names, and labels that `NAMES` does not know, are left out; attributions and triggers are never found

Relations are the pipeline's own, but for `root`: spaCy's English pipelines give ClearNLP's labels, not Universal
Dependencies'. Paragraphs are read in batches made of one document, so what is beside it changes nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from memcon.core.anchor import Anchor
from memcon.core.document import Document, Zone
from memcon.core.problem import Problem
from memcon.core.reading import Name, NameType, Phrase, PhraseType, Reading, Word
from memcon.errors import MissingExtraError, MissingPipelineError
from memcon.language.protocol import READ, Language, Vectors
from memcon.language.sentences import sentence_ranges

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc, Span, Token

__all__ = ["NAMES", "from_spacy"]

_LABELS: Mapping[NameType, str] = {
    "person": "PERSON PER PERS",
    "politician": "POLITICIAN",
    "organisation": "ORG ORGANIZATION ORGANISATION",
    "party": "PARTY POLITICALPARTY POLITICAL_PARTY",
    "country": "COUNTRY",
    "place": "GPE LOC LOCATION PLACE",
    "facility": "FAC FACILITY",
    "event": "EVENT",
    "election": "ELECTION",
    "work": "WORK WORK_OF_ART LAW",
    "time": "DATE TIME",
    "quantity": "QUANTITY CARDINAL ORDINAL MONEY PERCENT NUMBER",
    "group": "GROUP NORP",
}
NAMES: Mapping[str, NameType] = {label: kind for kind, labels in _LABELS.items() for label in labels.split()}
"""Labels of OntoNotes, and others that are common, by what we call them; a label in small letters is looked up too."""

_PHRASES: Mapping[NameType, PhraseType] = {
    "person": "person", "politician": "person", "group": "person", "organisation": "organization",
    "party": "organization", "country": "place", "place": "place", "facility": "place", "event": "event",
    "election": "event", "time": "time", "work": "object",
}  # fmt: skip

_WIDTH = 300  # of vectors where the pipeline has none; as wide as spaCy's own
_EDGES = (frozenset({"the"}), frozenset({"'s", "’s"}))  # before and after a name, and no part of it


def from_spacy(nlp: "str | Pipeline", *, version: str | None = None, batch: int = 64) -> Language:
    """A pipeline that reads documents.

    Args:
        nlp: A pipeline, or what `spacy.load` takes: the name of an installed one or a folder.
        version: Instead of the pipeline's own, for one whose rules have changed while its name and version have not.
        batch: Paragraphs of a document that go through the pipeline together.

    Raises:
        MissingExtraError: spaCy is not installed.
        MissingPipelineError: There is no pipeline of that name.
    """
    try:
        import spacy
        from spacy.about import __version__ as of_spacy
    except ImportError as error:
        raise MissingExtraError("spacy", "spaCy") from error
    if not isinstance(nlp, str):
        pipeline = nlp
    else:
        try:
            pipeline = spacy.load(nlp)
        except OSError as error:
            raise MissingPipelineError(nlp) from error
    return _Piped(pipeline, version or _version(pipeline, of_spacy), batch)


def _version(nlp: "Pipeline", of_spacy: str) -> str:
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}/{'+'.join(nlp.pipe_names)}/spacy-{of_spacy}"


class _Piped:
    """A `Language` by a spaCy pipeline; threads take turns, since pipelines do not promise to be safe."""

    def __init__(self, nlp: "Pipeline", version: str, batch: int) -> None:
        self._nlp = nlp
        self._version = version
        self._batch = batch
        self._width = nlp.vocab.vectors_length or len(nlp("word").vector) or _WIDTH
        self._lock = Lock()

    @property
    def version(self) -> str:
        """Of the pipeline, its components and spaCy; nothing tells when rules change under the same version."""
        return self._version

    def read(self, document: Document) -> tuple[Reading, tuple[Problem, ...]]:
        """What the pipeline sees, paragraph by paragraph."""
        made = _Made(document)
        zones: list[Zone] = []
        for zone in document.zones:
            if zone.kind not in READ:
                continue
            if zone.end - zone.start > self._nlp.max_length:
                made.give_up(zone, "long-paragraph", f"More than the pipeline's {self._nlp.max_length:,} characters")
            else:
                zones.append(zone)
        texts = [document.text[zone.start : zone.end] for zone in zones]
        with self._lock:
            for zone, text, doc in zip(zones, texts, self._nlp.pipe(texts, batch_size=self._batch), strict=True):
                if doc.text == text:
                    made.take(zone, doc)
                else:
                    made.give_up(zone, "altered-text", "The pipeline's tokenizer gives the text back altered")
        return made.reading(), tuple(made.problems)

    def vectors(self, sentences: Sequence[str]) -> Vectors:
        """What sentences mean, as `Language.vectors` says: spaCy's `Doc.vector`, made as long as one.

        Where that is empty or zero (a pipeline without vectors, or none of the words has one) a row counts the words
        instead, each in the column that its hash names. Such rows are near where words are shared, and only there.
        """
        from thinc.api import get_current_ops

        rows: list[Vectors] = []
        for sentence in sentences:
            with self._lock:
                doc = self._nlp(sentence[: self._nlp.max_length])
                row = np.asarray(get_current_ops().to_numpy(doc.vector), np.float32)  # type: ignore[no-untyped-call]
            length = float(np.sqrt((row * row).sum(dtype=np.float64)))
            words = [token.lower_ for token in doc if not token.is_space]
            rows.append((row / np.float32(length)) if length > 0 else _counted(words or [sentence], self._width))
        return np.stack(rows) if rows else np.zeros((0, self._width), np.float32)


def _counted(words: Iterable[str], width: int) -> Vectors:
    """Words by hash: shape (width,), float32, of unit length; nothing cancels out, since counts only grow."""
    row = np.zeros(width, np.float32)
    for word in words:
        row[int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()) % width] += 1
    unit: Vectors = row / np.float32(np.sqrt((row * row).sum(dtype=np.float64)))
    return unit


class _Made:
    """A reading as it grows, paragraph after paragraph."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._words: list[Word] = []
        self._sentences: list[tuple[int, int]] = []
        self._names: list[Name] = []
        self._phrases: list[Phrase] = []
        self.problems: list[Problem] = []

    def give_up(self, zone: Zone, reason: str, detail: str) -> None:
        """Say that a paragraph is not read."""
        anchor = self._document.anchor(zone.start, zone.end)
        path = self._document.path or ""
        self.problems.append(Problem("annotate", path, reason, f"{detail}; it is kept but not read.", anchor))

    def take(self, zone: Zone, doc: "Doc") -> None:
        """Add what was seen in a paragraph."""
        numbers: dict[int, int] = {}  # of spaCy's tokens, as words of the reading; white space is none
        for tokens in self._parted(zone, doc):
            base, sentence = len(self._words), len(self._sentences)
            numbers |= {token.i: base + n for n, token in enumerate(tokens)}
            self._sentences.append((zone.start + tokens[0].idx, zone.start + _end(tokens[-1])))
            for token, (head, relation) in zip(tokens, _tree(tokens), strict=True):
                anchor = self._document.anchor(zone.start + token.idx, zone.start + _end(token))
                lemma, upos = token.lemma_ or token.lower_, token.pos_ or "X"
                self._words.append(Word(anchor, lemma, upos, numbers[head.i], relation, sentence))
        for span in doc.ents:
            if (kind := _kind(span.label_)) and (inside := _name(span)):
                self._names.append(Name(self._over(zone, inside), kind))
        for chunk in _chunks(doc):
            if inside := _solid(chunk):
                head = chunk.root if not chunk.root.is_space else inside[-1]
                kind = _kind(head.ent_type_)
                type_ = _PHRASES.get(kind, "abstract") if kind else "abstract"
                self._phrases.append(Phrase(self._over(zone, inside), numbers[head.i], type_))

    def _parted(self, zone: Zone, doc: "Doc") -> Iterator[list["Token"]]:
        """The words of each sentence; none is empty."""
        if doc.has_annotation("SENT_START"):
            found = [_solid(sentence) for sentence in doc.sents]
        else:
            found = _by_punctuation(_solid(doc[:]), self._document.text, zone)
        return filter(None, found)

    def _over(self, zone: Zone, tokens: Sequence["Token"]) -> Anchor:
        return self._document.anchor(zone.start + tokens[0].idx, zone.start + _end(tokens[-1]))

    def reading(self) -> Reading:
        """All of it."""
        return Reading(
            self._document.id,
            sentences=tuple(self._document.anchor(start, end) for start, end in self._sentences),
            words=tuple(self._words),
            names=tuple(self._names),
            phrases=tuple(sorted(self._phrases, key=lambda one: (one.anchor.start, -one.anchor.end))),
        )


def _by_punctuation(tokens: Sequence["Token"], text: str, zone: Zone) -> list[list["Token"]]:
    starts = [start - zone.start for start, _ in sentence_ranges(text, zone.start, zone.end)]
    sentences: list[list[Token]] = [[]]
    for token in tokens:
        while len(starts) > 1 and token.idx >= starts[1]:
            del starts[0]
            sentences.append([])
        sentences[-1].append(token)
    return sentences


def _tree(tokens: Sequence["Token"]) -> Iterator[tuple["Token", str]]:
    """Head and relation of each word of a sentence; one word, and only one, is its own head.

    Without a parser every word is its own head, and all but the first are hung on that. White space may head words in
    spaCy's trees: they go to what heads the white space, or to the sentence's root.
    """
    inside = {token.i for token in tokens}
    above = [next((one for one in token.ancestors if one.i in inside), None) for token in tokens]
    root = next(token for token, head in zip(tokens, above, strict=True) if head is None)
    for token, head in zip(tokens, above, strict=True):
        if head is None:
            yield root, "root" if token is root else "dep"
        else:
            yield head, token.dep_ if token.dep_ and token.head.i == head.i else "dep"


def _chunks(doc: "Doc") -> list["Span"]:
    """Noun phrases, where a parser was at work and the language has rules for them."""
    if not doc.has_annotation("DEP"):
        return []
    try:
        return list(doc.noun_chunks)
    except NotImplementedError:  # what spaCy raises for a language without rules
        return []


def _kind(label: str) -> NameType | None:
    return NAMES.get(label.upper())


def _name(span: "Span") -> list["Token"]:
    """The words of a name without article and genitive."""
    tokens = _solid(span)
    before, after = _EDGES
    if tokens and tokens[0].lower_ in before:
        tokens = tokens[1:]
    if tokens and tokens[-1].lower_ in after:
        tokens = tokens[:-1]
    return tokens


def _solid(span: "Span") -> list["Token"]:
    """Tokens that are not white space."""
    return [token for token in span if not token.is_space]


def _end(token: "Token") -> int:
    return int(token.idx) + len(token.text)
