"""The expressions of time of a document, before they are resolved.

In: a tree and what a language model sees. Out: what the rules find, sentence by sentence, in reading order. A word that
is part of somebody's name and a number that counts something tell no time.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.annotate.times.grammar import parsed
from memcon.annotate.times.lexicon import nodes, sentences, tells_time
from memcon.annotate.times.meaning import Meaning, Point, Shift
from memcon.annotate.tree import Tree
from memcon.core.reading import Reading
from memcon.core.terms import terms

_NAMES = frozenset({"person", "politician", "organisation", "party", "facility", "work"})
"""Names in which a word of time is a part of the name."""


@dataclass(frozen=True, slots=True)
class Found:
    """An expression: the numbers of its words, half-open, its meaning and the rule that read it."""

    start: int
    end: int
    meaning: Meaning
    rule: str

    def counts_from_now(self) -> bool:
        """Whether it is told from when it was written: “Tuesday”, “two days ago”; “today” also stands in tales."""
        meaning = self.meaning
        if not isinstance(meaning, Point) or meaning.shift == Shift(0, "day", "now"):
            return False
        shifted = meaning.shift is not None and meaning.shift.base == "now"
        return "weekday" in meaning.fields or meaning.step is not None or shifted


def expressions(tree: Tree, reading: Reading) -> Iterator[Found]:
    """Every expression of a document."""
    told = frozenset(terms("times")["told"]["kinds"])
    upos = list(tree.upos)
    for n in (*_named(tree, reading), *_counting(tree)):
        upos[n] = ""
    for words in sentences(tree.sentences):
        if not tells_time(tree.lower[words.start : words.stop]):
            continue
        forms = tree.forms[words.start : words.stop]
        for node in parsed(nodes(forms, upos[words.start : words.stop], words.start)):
            for kind in told & set(node.values):
                if node.rule:
                    yield Found(node.start, node.end, node.values[kind], node.rule)


def _named(tree: Tree, reading: Reading) -> Iterator[int]:
    """Words of longer names of persons and things: “April Mendes”, “the Sunday Courier”."""
    for name in reading.names:
        words = tree.inside(name.anchor.start, name.anchor.end)
        if name.type in _NAMES and len(words) > 1:
            yield from words


def _counting(tree: Tree) -> Iterator[int]:
    """Numbers of four digits that count what follows, as in "1940 families"; not "the 1940 elections"."""
    for n, form in enumerate(tree.forms):
        head = tree.heads[n]
        if not (len(form) == 4 and form.isdigit() and tree.relations[n] == "nummod" and head > n):
            continue
        plural = tree.upos[head] == "NOUN" and tree.lower[head] != tree.lemmas[head]
        if plural and tree.child(head, "det", "nmod:poss") is None:
            yield n
