"""What acts are about: the issues whose terms stand in their sentence, else the one nearest in meaning.

In: the issues, and what gives sentences their vectors. Out: a `Topics`, asked by words.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from memcon.annotate.meanings import Vectors
from memcon.annotate.tree import Tree
from memcon.core.issues import Issue

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


_NEAR = 0.45
"""The cosine from which a passage is about an issue by its meaning; set on the examples of issues.toml: of those that
are so near 85 % are about it, and 5 % of those about another matter are, 2026-11."""


class Topics:
    """The issues, ready to be found.

    Args:
        vectors: Without it issues are found by their terms alone.
    """

    def __init__(self, issues: Sequence[Issue], vectors: Vectors | None = None) -> None:
        self._by_first = defaultdict[str, list[tuple[tuple[str, ...], str]]](list)
        for issue in issues:
            for term in issue.terms:
                words = tuple(term.split())
                self._by_first[words[0].casefold()].append((words, issue.name))
        self._vectors = vectors
        self._about = [(issue.name, sentence) for issue in issues for sentence in issue.about]
        self._meant: npt.NDArray[np.float32] | None = None

    def named(self, tree: Tree, words: Sequence[int]) -> tuple[str, ...]:
        """The issues whose terms stand among some words, sorted."""
        found = set[str]()
        for at, n in enumerate(words):
            for key in {tree.lower[n], tree.lemmas[n]}:
                for term, issue in self._by_first.get(key, ()):
                    if len(term) <= len(words) - at and all(map(_is, term, [(tree, m) for m in words[at:]])):
                        found.add(issue)
        return tuple(sorted(found))

    def meant(self, passage: str) -> tuple[str, ...]:
        """The issue that a passage is nearest to in meaning; none if it is near to none."""
        if self._vectors is None or not self._about:
            return ()
        if self._meant is None:
            self._meant = self._vectors([sentence for _, sentence in self._about])
        near = self._meant @ self._vectors([passage])[0]
        best = int(near.argmax())
        return (self._about[best][0],) if float(near[best]) >= _NEAR else ()


def _is(term: str, place: tuple[Tree, int]) -> bool:
    """Whether a word of a text is that of a term: in any inflection, and with its capitals if it has some."""
    tree, n = place
    if term != term.casefold():
        return tree.forms[n] == term or tree.forms[n].rstrip("s") == term
    return term in {tree.lower[n], tree.lemmas[n]}
