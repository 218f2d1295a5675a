"""The words around a verb that a reader needs to understand it: what a record shows as its passage."""

from memcon.annotate.tree import Tree
from memcon.core.anchor import Anchor
from memcon.core.document import Document

_BARE = frozenset({"PRON", "DET"})
"""Subjects that tell nobody who it was without the sentence before."""


def clause_of(document: Document, tree: Tree, verb: int, *, attributed: bool) -> Anchor:
    """The clause, the thing with the clause that tells of it, or the sentence: whichever can be read alone.

    Args:
        attributed: Whether somebody is reported to have said it; then the whole sentence, so that nobody takes it for
            the report's own word.
    """
    sentence = tree.sentence(verb)
    subject = tree.child(verb, "nsubj", "nsubj:pass")
    top, without = verb, frozenset({"conj", "parataxis", "cc", "punct", "mark"})
    if tree.relations[verb] == "acl" and any(tree.lower[n] == "that" for n in tree.children[verb]):
        attributed = True  # "the claim that they met is false"
    if tree.relations[verb] in {"acl", "acl:relcl"}:
        top, without = tree.heads[verb], frozenset({"case", "conj", "cc", "punct"})
    readable = (
        tree.upos[top] in {"NOUN", "PROPN"} if top != verb else subject is not None and tree.upos[subject] not in _BARE
    )
    words = tree.below(top, without) if readable and not attributed else list(sentence)
    return document.anchor(tree.starts[words[0]], tree.ends[words[-1]])
