"""Which words a cue attributes, as code points.

Method: the language model sees passages; where it saw a part of the clause that the cue governs, the passage is drawn
out to the whole clause, since a cut clause misleads; where it is silent, the clause itself is taken, or the object.
"""

from collections.abc import Sequence

from memcon.annotate.speech.cues import Cue
from memcon.annotate.tree import Tree

Range = tuple[int, int]

_CLAUSES = ("ccomp", "xcomp", "csubj")
_WHOLE = frozenset({"ccomp", "xcomp"})
_OUTER = frozenset({",", ";", ":", ".", "-", "–", "—"})
_MARKS = frozenset("“\"«„‘'")
_FAR = 2  # sentences
_LEAST = 3  # words of what "according to" leaves of a sentence


def content(tree: Tree, cue: Cue, source: int | None) -> tuple[tuple[Range, ...], bool]:
    """The passages that a cue attributes, and whether they are more than its object."""
    seen = tuple(_completed(tree, cue, source, part) for part in _seen(tree, cue))
    if seen:
        return seen, True
    if cue.preposition:
        rest = _rest(tree, cue, source)
        return (rest,) if rest else (), True
    clause = _clause(tree, cue)
    if clause is not None:
        return (beside(tree, tree.below(clause), cue, source),), True
    found = next((n for n in tree.children[cue.head] if tree.relations[n] in {"obj", "acl"} and n > cue.head), None)
    return ((beside(tree, tree.below(found), cue, source),), False) if found is not None else ((), False)


def beside(tree: Tree, words: Sequence[int], cue: Cue, source: int | None = None) -> Range:
    """The range of some words on one side of a cue and without the source, without their outer punctuation."""
    behind = words[-1] > cue.head
    return stripped(tree, [n for n in words if (n > cue.head) == behind and n != source] or list(words))


def stripped(tree: Tree, words: Sequence[int]) -> Range:
    """The range of some words without their outer punctuation."""
    first, last = 0, len(words) - 1
    while last > first and tree.forms[words[last]] in _OUTER:
        last -= 1
    while first < last and tree.forms[words[first]] in _OUTER:
        first += 1
    return tree.starts[words[first]], tree.ends[words[last]]


def _seen(tree: Tree, cue: Cue) -> list[Range]:
    """What the model sees in the cue's sentence, or quoted beside it; a passage that holds the cue is none of it."""
    found = []
    for part in cue.seen.content if cue.seen is not None else ():
        inside = tree.inside(part.start, part.end)
        own = part.start < cue.end and cue.start < part.end
        apart = abs(tree.sentences[inside.start] - tree.sentences[cue.head]) if len(inside) else _FAR
        if not own and (apart == 0 or (apart == 1 and tree.text[part.start] in _MARKS)):
            found.append((part.start, part.end))
    return found


def _completed(tree: Tree, cue: Cue, source: int | None, part: Range) -> Range:
    """A passage drawn out to the whole clause that the cue governs, where the model saw a part of one."""
    top = tree.top(tree.inside(*part))
    if tree.heads[top] != cue.head or tree.relations[top] not in _WHOLE:
        return part
    start, end = beside(tree, tree.below(top), cue, source)
    if (start < tree.starts[cue.head]) != (part[0] < tree.starts[cue.head]):
        return part
    return min(start, part[0]), max(end, part[1])


def _clause(tree: Tree, cue: Cue) -> int | None:
    """The clause that a cue governs, or what it governs by "of" or "as": accused of, described as."""
    clause = next((n for n in tree.children[cue.head] if tree.relations[n] in _CLAUSES), None)
    if clause is not None:
        return clause
    return next(
        (
            n for n in tree.children[cue.head]
            if n > cue.head and tree.relations[n] in {"obl", "advcl"} and tree.lower[tree.below(n)[0]] in {"of", "as"}
        ),
        None,
    )  # fmt: skip


def _rest(tree: Tree, cue: Cue, source: int | None) -> Range | None:
    """What a sentence says besides "according to" and whom it names: the longer side of it."""
    sentence = tree.sentence(cue.head)
    named = tree.below(source) if source is not None else []
    after = max([tree.at(cue.end) - 1, *named])
    left, right = range(sentence.start, cue.head), range(after + 1, sentence.stop)
    words = left if len(left) > len(right) else right
    return stripped(tree, words) if len(words) >= _LEAST else None
