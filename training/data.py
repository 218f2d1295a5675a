"""Everything the model learns from, in one shape: stretches of words with the labels that their source gives.

A source that does not mark something leaves that label out; a source that marks it more coarsely than we do allows
several labels for a word, and training asks only that one of them be chosen (see `losses`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from memcon.core.reading import NameType, PhraseType
from memcon.evaluate.corpora import Sentence, documents, entities, tagged, treebank
from memcon.evaluate.language import POLITICS
from memcon.language.lemmas import script
from memcon.language.words import word_ranges
from memcon.testing import Span
from training import sentences
from training.sentences import PARAGRAPH

TYPES: tuple[str, ...] = get_args(NameType)
ROLES = ("source", "cue", "content", "inner")
"""Layers of attribution; `inner` is content that lies in other content."""
MENTIONS: tuple[str, ...] = get_args(PhraseType)

Allowed = frozenset[str]


@dataclass(slots=True)
class Stretch:
    """Some consecutive words of one text, with labels.

    Attributes:
        words: As the text has them.
        paragraphs: Numbers of the words that begin a paragraph.
        starts: Whether each word begins a sentence; likewise the others, one value a word.
        upos, lemmas, heads, relations: Universal Dependencies; a head is a number in `words`, the root its own.
        names: For each word, what it may be: "O", "B-person", …
        roles: For each layer of `ROLES`, "O", "B" or "I".
        links: Pairs of first words: a source or content and the cue it belongs to.
        mentions: The type of the mention that a word heads, or "".
        edges: The first and last word of the mention that a word heads.
    """

    words: list[str]
    paragraphs: list[int] = field(default_factory=lambda: [0])
    starts: list[bool] | None = None
    upos: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    names: list[Allowed] | None = None
    roles: dict[str, list[str]] | None = None
    links: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[str] | None = None
    edges: dict[int, tuple[int, int]] = field(default_factory=dict)


# -- Universal Dependencies -------------------------------------------------------------------------------------------


def relation(label: str) -> str:
    """Labels without their subtype, but for passives and agents, which tell who did what to whom."""
    return (
        label if label in {"nsubj:pass", "aux:pass", "obl:agent", "acl:relcl", "nmod:poss"} else label.partition(":")[0]
    )


def parsed(given: Sequence[Sentence]) -> Stretch:
    """Consecutive sentences of a treebank as one stretch."""
    rows = [(base, row) for base, sentence in _placed(given) for row in sentence.rows]
    begins = {base for base, _ in _placed(given)}
    return Stretch(
        [row.form for _, row in rows],
        paragraphs=[base for base, sentence in _placed(given) if sentence.opens or base == 0],
        starts=[number in begins for number in range(len(rows))],
        upos=[row.upos for _, row in rows],
        lemmas=[row.lemma for _, row in rows],
        heads=[base + row.head - 1 if row.head else number for number, (base, row) in enumerate(rows)],
        relations=[relation(row.relation) for _, row in rows],
    )


def _placed(given: Sequence[Sentence]) -> Iterator[tuple[int, Sentence]]:
    """Sentences, each with the number of its first word."""
    base = 0
    for sentence in given:
        yield base, sentence
        base += len(sentence.rows)


def ewt(data: Path, part: str = "train") -> list[Stretch]:
    """English Web Treebank, by document; its proper nouns are names of a type it does not tell."""
    made = []
    for document in documents(treebank(data / f"ewt/en_ewt-ud-{part}.conllu")):
        stretch = parsed(document)
        stretch.names = _proper(stretch.upos or ())
        made.append(stretch)
    return made


_NONE: Allowed = frozenset({"O", "B-time", "I-time", "B-quantity", "I-quantity", "B-group", "I-group"})
_BEGIN: Allowed = frozenset(f"B-{name}" for name in TYPES)
_GO_ON: Allowed = frozenset(f"I-{name}" for name in TYPES)
_ANY: Allowed = _NONE | _BEGIN | _GO_ON
_MAY_JOIN = frozenset("ADJ ADP CCONJ DET NOUN NUM PART PUNCT SYM X".split())


def _proper(upos: Sequence[str]) -> list[Allowed]:
    """A proper noun is part of a name; of which type, and where in a run a second name begins, is left open."""
    return [_BEGIN | _GO_ON if tag == "PROPN" else _ANY if tag in _MAY_JOIN else _NONE for tag in upos]


# -- GUM --------------------------------------------------------------------------------------------------------------

_GUM_NAMES = {
    "person": ("person", "politician"), "place": ("country", "place", "facility"),
    "organization": ("organisation", "party"), "event": ("event", "election"), "time": ("time",),
    "object": ("work", "facility"), "abstract": ("work", "group"),
}  # fmt: skip


def gum(data: Path, part: str = "train") -> dict[str, Stretch]:
    """GUM's documents by name, with names and heads of mentions from its entities."""
    made = {}
    for path in sorted((data / f"gum/dep/{part}").glob("*.conllu")):
        document = list(treebank(path))
        stretch = parsed(document)
        spans = list(entities(document))
        headed = [(head_of(stretch.heads or (), start, end), start, end, kind) for start, end, kind in spans]
        headed.sort(key=lambda one: one[1] - one[2])  # the longest first
        stretch.mentions = [""] * len(stretch.words)
        for head, start, end, kind in headed:
            if not stretch.mentions[head]:
                stretch.mentions[head] = kind
                stretch.edges[head] = start, end - 1
        stretch.names = _gum_names(stretch.upos or (), headed)
        made[path.stem] = stretch
    return made


def head_of(heads: Sequence[int], start: int, end: int) -> int:
    """The word of a range whose head lies outside it; the first such."""
    outside = (n for n in range(start, end) if not start <= heads[n] < end or heads[n] == n)
    return next(outside, start)


def _gum_names(upos: Sequence[str], headed: Iterable[tuple[int, int, int, str]]) -> list[Allowed]:
    """Around the head of an entity that is a proper noun, the run of proper nouns is a name of that type."""
    allowed: list[Allowed] = [frozenset({"O", "B-quantity", "I-quantity", "B-group", "I-group"})] * len(upos)
    for number, tag in enumerate(upos):
        if tag == "PROPN":
            allowed[number] = _BEGIN | _GO_ON
    for head, start, end, kind in headed:
        if kind == "time":
            inside = frozenset({"O", "B-time", "I-time", "B-quantity", "I-quantity"})
            for number in range(start, end):
                allowed[number] = inside if upos[number] not in {"PROPN", "NUM"} else inside - {"O"}
        elif upos[head] == "PROPN" and kind in _GUM_NAMES:
            left, right = head, head + 1
            while left > start and upos[left - 1] == "PROPN":
                left -= 1
            while right < end and upos[right] == "PROPN":
                right += 1
            for number in range(left, right):
                mark = "B" if number == left else "I"
                allowed[number] = frozenset(f"{mark}-{name}" for name in _GUM_NAMES[kind])
    return allowed


# -- names ------------------------------------------------------------------------------------------------------------

_WIKIGOLD = {
    "PER": ("person", "politician"), "ORG": ("organisation", "party"), "LOC": ("country", "place", "facility"),
    "MISC": ("event", "election", "work", "group"),
}  # fmt: skip
_CROSSNER = {theirs: tuple(ours for ours in POLITICS if POLITICS[ours] == theirs) for theirs in POLITICS.values()}
_UNMARKED: Allowed = frozenset({"O", "B-time", "I-time", "B-quantity", "I-quantity"})  # by either of the two


def _names(tags: Sequence[str], types: dict[str, tuple[str, ...]]) -> list[Allowed]:
    allowed: list[Allowed] = []
    for number, tag in enumerate(tags):
        if tag == "O":
            allowed.append(_UNMARKED)
            continue
        mark, _, kind = tag.partition("-")
        if mark == "I" and (number == 0 or tags[number - 1].partition("-")[2] != kind):
            mark = "B"
        allowed.append(frozenset(f"{mark}-{name}" for name in types[kind]))
    return allowed


def wikigold(data: Path) -> list[Stretch]:
    """Sentences with four coarse types of name."""
    return [
        Stretch(words, names=_names(tags, _WIKIGOLD))
        for words, tags in tagged(data / "ner/wikigold/wikigold.conll.txt")
        if words != ["-DOCSTART-"]
    ]


def crossner(data: Path, part: str = "train") -> list[Stretch]:
    """Sentences with nine types of political name."""
    return [
        Stretch(words, names=_names(tags, _CROSSNER))
        for words, tags in tagged(data / f"ner/crossner-politics/{part}.txt")
    ]


# -- our own passages -------------------------------------------------------------------------------------------------


def written(folder: Path = sentences.FOLDER) -> list[Stretch]:
    """The passages written for this project."""
    return [stretch(one) for path in sorted(folder.glob("*.txt")) for one in sentences.read(path)]


def stretch(passage: sentences.Passage) -> Stretch:
    """A passage as words with labels."""
    text = passage.text.replace(PARAGRAPH, "\n")
    ranges = list(word_ranges(text, 0, len(text)))
    made = Stretch([text[start:end] for start, end in ranges])
    made.paragraphs = [0, *(n for n in range(1, len(ranges)) if "\n" in text[ranges[n - 1][1] : ranges[n][0]])]

    def covered(span: Span) -> range:
        inside = [n for n, (start, end) in enumerate(ranges) if start < span.end and span.start < end]
        return range(inside[0], inside[-1] + 1)

    names = ["O"] * len(ranges)
    for span in passage.names:
        for number in covered(span):
            names[number] = f"{'B' if number == covered(span)[0] else 'I'}-{span.label}"
    made.names = [frozenset({name}) for name in names]
    marks = [
        {role: [covered(span) for span in spans] for role, spans in roles.items()}
        for roles in passage.attributions.values()
    ]
    made.roles, made.links = layers(len(ranges), marks)
    return made


def layers(
    length: int, attributions: Iterable[dict[str, list[range]]]
) -> tuple[dict[str, list[str]], list[tuple[int, int]]]:
    """Attributions as one layer of tags for each of `ROLES`, and their links.

    Args:
        attributions: For each, word ranges by role; content inside other content goes to the layer `inner`.
    """
    tags = {role: ["O"] * length for role in ROLES}
    links: list[tuple[int, int]] = []
    known = list(attributions)
    whole = [part for one in known for part in one["content"]]
    for one in sorted(known, key=lambda one: -sum(map(len, one["content"]))):
        cue = one["cue"][0]
        for role, spans in one.items():
            for span in spans:
                layer = role
                if role == "content" and any(
                    other != span and other[0] <= span[0] and span[-1] <= other[-1] for other in whole
                ):
                    layer = "inner"
                if any(tags[layer][number] != "O" for number in span):
                    continue
                for number in span:
                    tags[layer][number] = "B" if number == span[0] else "I"
                if role != "cue":
                    links.append((span[0], cue[0]))
    return tags, links


# -- all of it --------------------------------------------------------------------------------------------------------


def labels(stretches: Iterable[Stretch]) -> dict[str, list[str]]:
    """The lists of labels that the heads choose from, commonest first."""
    upos, relations, scripts = Counter[str](), Counter[str](), Counter[str]()
    for one in stretches:
        upos.update(one.upos or ())
        relations.update(one.relations or ())
        scripts.update(script(form, lemma) for form, lemma in zip(one.words, one.lemmas or (), strict=False))
    return {
        "upos": _ranked(upos, 1),
        "relations": _ranked(relations, 1),
        "lemmas": _ranked(scripts, 3),
        "names": ["O", *(f"{mark}-{name}" for name in TYPES for mark in "BI")],
        "roles": list(ROLES),
        "mentions": ["", *MENTIONS],
    }


def _ranked(counted: Counter[str], least: int) -> list[str]:
    return [label for label, n in sorted(counted.items(), key=lambda item: (-item[1], item[0])) if n >= least]
