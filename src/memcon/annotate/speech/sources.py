"""Whose words a cue attributes, by the number of the head word of whoever it is.

Method: the language model says it; where it is silent, or points elsewhere than a subject right before the verb, the
tree does: the subject of the verb, its own or the one it shares, the owner of a noun, what "according to" names.
"""

from memcon.annotate.speech.cues import Cue, base
from memcon.annotate.tree import Tree

_RELATIVE = frozenset({"who", "which", "that", "whom"})
QUOTING = frozenset({"quote", "cite", "paraphrase"})
_ASKED = frozenset({"asked", "told", "questioned", "quizzed"})
_NAMED = frozenset({"PROPN", "PRON"})
_NOMINAL = _NAMED | {"NOUN"}
_REACH = 12  # words from "according to" to the head of what it names


def source(tree: Tree, cue: Cue) -> int | None:
    """Whoever a cue says it is; None if the sentence does not say."""
    if cue.preposition:
        return _object(tree, cue)
    if _was_asked(tree, cue):
        return None
    certain = quoted_speaker(tree, cue.head)
    if certain is None:
        certain = _aside(tree, cue)
    if certain is not None:
        return certain
    noun = tree.upos[cue.head] == "NOUN"
    found = tree.child(cue.head, "nmod:poss") if noun else _inverted(tree, cue)
    found = tree.subject(cue.head) if found is None and not noun else found
    seen = _seen(tree, cue)
    return found if seen is None or _trusted(tree, cue, found) else seen


def _was_asked(tree: Tree, cue: Cue) -> bool:
    """Whether a participle is a passive: "Asked whether it was late, the minister nodded"."""
    asked = tree.lower[cue.head] in _ASKED and tree.relations[cue.head] in {"advcl", "acl"}
    return asked and tree.child(cue.head, "nsubj", "aux", "mark", "advmod") is None


def quoted_speaker(tree: Tree, word: int) -> int | None:
    """Whom somebody quotes: "the minister was quoted as saying", "the agency quoted the minister as saying"."""
    quoting = next((n for n in (word, tree.heads[word]) if base(tree.lower[n]) in QUOTING), None)
    if quoting is None:
        return None
    clause = next((n for n in tree.children[quoting] if _marked_as(tree, n)), None)
    if quoting == word and clause is None:
        return None
    if tree.child(quoting, "aux:pass") is not None:
        return tree.child(quoting, "nsubj:pass")
    said = tree.child(quoting, "obj")
    return said if said is not None or clause is None else tree.child(clause, "nsubj")


def _marked_as(tree: Tree, n: int) -> bool:
    """Whether a clause begins with "as", or has it before its verb."""
    mark = tree.child(n, "mark", "case")
    return tree.upos[n] == "VERB" and (
        tree.lower[tree.below(n)[0]] == "as" or (mark is not None and tree.lower[mark] == "as")
    )


def _seen(tree: Tree, cue: Cue) -> int | None:
    """Whom the model sees, in the cue's own sentence."""
    if cue.seen is None or cue.seen.source is None:
        return None
    inside = tree.inside(cue.seen.source.start, cue.seen.source.end)
    if not len(inside) or tree.sentences[inside.start] != tree.sentences[cue.head]:
        return None
    top = tree.top(inside)
    if tree.lower[top] in _RELATIVE:
        return next((head for child, head in tree.climb(top) if tree.relations[child] == "acl:relcl"), top)
    if tree.lower[inside.start] in _RELATIVE:  # "It was she who found the word, calling it “frank”"
        return next((head for _, head in tree.climb(top) if head < inside.start and tree.upos[head] in _NOMINAL), top)
    return top


def _trusted(tree: Tree, cue: Cue, found: int | None) -> bool:
    """Whether what the tree says outweighs whom the model sees."""
    assert cue.seen is not None and cue.seen.source is not None  # noqa: PT018, S101 - otherwise nobody is seen
    inside = tree.inside(cue.seen.source.start, cue.seen.source.end)
    told = tree.child(cue.head, "aux:pass") is not None and tree.child(cue.head, "nsubj:pass") in inside
    if found in inside or told:  # whoever "was told" did not say it
        return True
    if found is None:
        return False
    beside = found == cue.head - 1 and tree.upos[found] in _NAMED and tree.lower[found] not in _RELATIVE
    return beside or not tree.bare(tree.top(inside))


def _aside(tree: Tree, cue: Cue) -> int | None:
    """Whoever says it in an aside: "The president, she says, is late."."""
    before = cue.head - 1
    while before > 0 and tree.upos[before] in {"AUX", "ADV", "PART"}:
        before -= 1
    if before < 1 or cue.head + 1 >= len(tree):
        return None
    enclosed = {tree.forms[before - 1], tree.forms[cue.head + 1]} <= {",", "–", "—"}
    return before if enclosed and tree.upos[before] in _NAMED and tree.lower[before] not in _RELATIVE else None


def _inverted(tree: Tree, cue: Cue) -> int | None:
    """Whoever stands right behind a cue that closes a sentence: "…, reported the Gazette."."""
    before = tree.text[max(0, tree.starts[cue.head] - 3) : tree.starts[cue.head]].rstrip()[-1:]
    if before not in {",", "”", '"', "»", "’", "–", "—"} or tree.lower[cue.head].endswith("ing"):
        return None
    behind = next((n for n in tree.children[cue.head] if n > cue.head and tree.relations[n] in {"nsubj", "obj"}), None)
    if behind is None or tree.child(cue.head, "ccomp") not in {None, *range(cue.head)}:
        return None
    return behind if tree.below(behind)[0] == cue.head + 1 else None


def _object(tree: Tree, cue: Cue) -> int | None:
    """The head of what "according to" names."""
    first = tree.at(cue.end)
    for n in range(first, min(first + _REACH, len(tree))):
        if tree.sentences[n] != tree.sentences[cue.head]:
            return None
        if tree.upos[n] in {"NOUN", "PROPN", "PRON"}:
            return tree.phrase_head(n)
    return None
