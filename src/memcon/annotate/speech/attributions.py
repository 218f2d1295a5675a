"""Who is said to say or think what: each cue with the word for its source and the passages of its content.

In: the tree of a document and its cues. Out: `Attributed`s in reading order. Cues inside quotations are the speaker's
own, and none of the report's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from memcon.annotate.speech.contents import Range, beside, content, stripped
from memcon.annotate.speech.cues import Cue, base
from memcon.annotate.speech.sources import QUOTING, source
from memcon.annotate.tree import Tree

_TAIL = 5  # words of a preposition that attributes
_GOVERNED = frozenset({"ccomp", "xcomp", "csubj", "obj", "obl", "nmod", "acl", "advcl"})


@dataclass(frozen=True, slots=True)
class Attributed:
    """A cue with what belongs to it.

    Attributes:
        source: Number of the head word of whoever says it; None if the sentence does not say.
        content: Code points, in reading order; empty if nothing is made out.
        under: The cue in whose content it stands, if any.
        sure: Whether the model sees its content, or a clause hangs on it.
    """

    cue: Cue
    source: int | None
    content: tuple[Range, ...]
    under: Cue | None = None
    sure: bool = True

    @property
    def idle(self) -> bool:
        """Whether it is a noun that nobody owns: "a statement", which attributes nothing by itself."""
        return self.cue.noun and self.source is None


def find_attributions(tree: Tree, cues: Sequence[Cue], quoted: Sequence[bool]) -> tuple[Attributed, ...]:
    """Every cue outside quotations with its source and content."""
    verbs = [(cue.start, cue.end) for cue in cues if not cue.noun]
    by_head = {
        cue.head: cue
        for cue in cues
        if not quoted[cue.head] and not (cue.noun and any(start <= tree.starts[cue.head] < end for start, end in verbs))
    }
    for cue in cues:  # of "was quoted as saying" the second attributes
        above = by_head.get(tree.heads[cue.head])
        if cue.head in by_head and above is not None and above is not cue and base(tree.lower[above.head]) in QUOTING:
            by_head[cue.head] = replace(cue, seen=cue.seen or above.seen)
            del by_head[above.head]
    prepositions = {cue.start: cue for cue in by_head.values() if cue.preposition}
    made = []
    last: tuple[int, int | None] = (-1, None)
    for cue in by_head.values():
        who, sentence = source(tree, cue), tree.sentences[cue.head]
        if who is None and tree.lower[cue.head].endswith("ing") and last[0] == sentence:
            who = last[1]  # "She praised the pilots, calling them “patient”"
        passages, sure = content(tree, cue, who)
        passages = tuple(_cut(tree, part, prepositions) for part in passages)
        made.append(Attributed(cue, who, passages, _under(tree, cue, by_head), sure))
        if who is not None and not cue.preposition:
            last = sentence, who
    return tuple(made)


def _cut(tree: Tree, part: Range, prepositions: Mapping[int, Cue]) -> Range:
    """A passage without an "according to" that it ends in."""
    words = tree.inside(*part)
    for n in reversed(words[-_TAIL:]):
        cue = prepositions.get(tree.starts[n])
        if cue is not None and n > words.start and cue.end >= part[1]:
            return stripped(tree, words[: n - words.start])
    return part


def governs(tree: Tree, child: int) -> bool:
    """Whether a word hangs on its head as what is said, rather than as who says it or beside it."""
    loose = tree.relations[child] in {"parataxis", "dep", "discourse", "dislocated"}  # quoted sentences hang loosely
    return loose or tree.relations[child].partition(":")[0] in _GOVERNED


def named(tree: Tree, one: Attributed, source: int) -> Range:
    """Code points of the words for whoever says it, with title, apposition and relative clause, as PARC has it."""
    seen = one.cue.seen.source if one.cue.seen is not None else None
    if seen is not None and source in tree.inside(seen.start, seen.end):
        return stripped(tree, tree.inside(seen.start, seen.end))
    return beside(tree, tree.below(source, {"case"}), one.cue)


def _under(tree: Tree, cue: Cue, by_head: Mapping[int, Cue]) -> Cue | None:
    """The nearest cue whose content a cue is part of."""
    for child, head in tree.climb(cue.head):
        part = tree.relations[child] != "parataxis" or child < head
        if head in by_head and part and governs(tree, child):
            return by_head[head]
    return None
