"""Sentences broken off: "the Strait. of Kelmora", "met with the. Foreign minister".

In: the body and its tree. Out: marks of kind `break`.

A full stop before a small letter ends no sentence; nor does one behind a word that opens a phrase. Where there is such
a stop, phrases that stand for whole sentences were cut off too.
"""

import re
from collections.abc import Iterator

from memcon.annotate.damage.rules import damage
from memcon.annotate.parties.lexicon import lexicon
from memcon.annotate.tree import Tree
from memcon.core.annotation import Damage
from memcon.core.document import Document
from memcon.core.terms import terms

_STOP = re.compile(r"(?<![\w./@-])(\w*[a-z]{3}|[A-Z]\w*[a-z]{2})\.[  ]+(?=([a-z]{2,}|a)\b(?![.@/:)]|[A-Z]))")
_SMALL_STARTS = 0.15  # share of sentences with a small first letter, beyond which the writer does so always
_FINITE = frozenset({"VERB", "AUX"})
_FRAGMENT = 6  # words; shorter phrases are style
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
_CLAUSAL = frozenset({"nsubj", "nsubj:pass", "expl", "csubj", "aux", "aux:pass", "cop"})
_MARKS = '“”"„«»'
_WORDS = 3  # of a sentence that may be said to lack a verb


def find_breaks(document: Document, tree: Tree) -> Iterator[Damage]:
    """Every full stop that breaks a sentence, with the words on both sides of it."""
    if not _begins_large(document):
        return
    bodies = [zone for zone in document.zones if zone.kind == "body"]
    found = [one for zone in bodies for one in _before_small(document, zone.start, zone.end)]
    found += [one for zone in bodies for one in _open_ends(document, tree, zone.start, zone.end)]
    if found:  # a phrase for a sentence is style, but hardly beside sentences that were broken for certain
        found += [one for zone in bodies for one in _fragments(document, tree, zone.start, zone.end)]
    yield from found


def _begins_large(document: Document) -> bool:
    """Whether the sentences of a document begin with capital letters."""
    zones = [zone for zone in document.zones if zone.kind == "body"]
    small = sum(document.text[zone.start].islower() for zone in zones)
    return small <= _SMALL_STARTS * len(zones)


def _before_small(document: Document, start: int, end: int) -> Iterator[Damage]:
    """A full stop with a small letter behind it."""
    lists = (*(terms("abbreviations")[key] for key in ("never", "may")), terms("damage")["open"]["abbreviations"])
    abbreviations = frozenset(word.casefold() for words in lists for word in words)
    for match in _STOP.finditer(document.text, start, end):
        word, after = match.groups()
        if word.casefold() not in abbreviations and after not in lexicon().particles:
            yield damage(document, "stop before small letter", match.start(), match.end(2), f"{word} {after}")


def _open_ends(document: Document, tree: Tree, start: int, end: int) -> Iterator[Damage]:
    """A full stop behind a word with which no sentence ends."""
    always, before = (frozenset(terms("damage")["open"][key]) for key in ("always", "before_fragment"))
    for n in tree.inside(start, end):
        if tree.forms[n] != "." or n == 0 or tree.ends[n - 1] != tree.starts[n] or n + 1 >= len(tree):
            continue
        word, after = tree.lower[n - 1], n + 1
        if tree.starts[after] >= end or not tree.forms[after][:1].isupper() or tree.forms[n - 1] != word:
            continue
        if document.text[tree.starts[n - 1] - 1 : tree.starts[n - 1]].strip():
            continue
        if word in always or (word in before and _verbless(tree, after)):
            meant = f"{word} {tree.forms[after]}"
            yield damage(document, "open end", tree.starts[n - 1], tree.ends[after], meant)


def _fragments(document: Document, tree: Tree, start: int, end: int) -> Iterator[Damage]:
    """A phrase that stands for a sentence, behind another sentence of its paragraph."""
    words = tree.inside(start, end)
    for n in words:
        own = tree.sentence(n)
        if n != own.start or n == words.start or len(own) < _FRAGMENT or tree.forms[own[-1]] != ".":
            continue
        if tree.upos[tree.top(own)] not in _NOMINAL or any(tree.relations[m] in _CLAUSAL for m in own):
            continue
        if not any(mark in document.text[tree.starts[n] : tree.ends[own[-1]]] for mark in _MARKS):
            before = max(m for m in range(words.start, n) if m == words.start or tree.forms[m][0].isalnum())
            yield damage(document, "fragment", tree.starts[before], tree.ends[n])


def _verbless(tree: Tree, first: int) -> bool:
    """Whether a sentence from its first word on is a phrase without a verb."""
    words = tree.sentence(first)
    if words.start != first or sum(tree.forms[n][0].isalnum() for n in words) < _WORDS:
        return False
    return not any(tree.upos[n] in _FINITE for n in words)
