"""Who is on a reader's mind at a word.

In: mentions as they are met. Out: a weight for each entity met lately.

Source:
    After Lappin and Leass 1994: the sum over recent mentions of their grammatical weight, halved with every sentence.
    That speaking, and having a name, weigh more is ours; the numbers were set on OntoGUM dev and invented reports,
    2026-11, where all of them are flat within a third.
"""

from collections import deque
from collections.abc import Collection, Sequence

from memcon.annotate.parties.entities import Entity
from memcon.annotate.parties.nominals import Nominal
from memcon.annotate.tree import Tree

_RECENT = 60  # mentions
_WEIGHTS = {
    "nsubj": 1.0, "nsubj:pass": 0.9, "obj": 0.6, "iobj": 0.6, "conj": 0.5, "nmod:poss": 0.45, "obl": 0.4,
}  # fmt: skip
_OTHER = 0.3
_SPEAKS = 0.8  # what it adds to be the speaker of something
_NAMED = 2.0  # times what it weighs to have a name
_FADES = 0.5  # with every sentence
_PARAGRAPH = 0.8  # with every paragraph
_QUOTED = 0.2  # what somebody in a quotation weighs outside it


class Salience:
    """Recent mentions.

    Args:
        speaking: Head words of those who are said to say something.
        quoted: For each word whether it stands in a quotation.
        paragraphs: For each word the number of its paragraph.
    """

    def __init__(
        self, tree: Tree, *, speaking: Collection[int], quoted: Sequence[bool], paragraphs: Sequence[int]
    ) -> None:
        self._tree = tree
        self._speaking = frozenset(speaking)
        self._quoted = quoted
        self._paragraphs = paragraphs
        self._recent: deque[tuple[int, Entity, float]] = deque(maxlen=_RECENT)

    def met(self, nominal: Nominal, entity: Entity) -> None:
        """Remember a mention."""
        weight = _WEIGHTS.get(self._tree.relations[nominal.head], _OTHER)
        self._recent.append((nominal.head, entity, weight + (_SPEAKS if nominal.head in self._speaking else 0.0)))

    def at(self, word: int) -> dict[Entity, float]:
        """How much each recent entity is on a reader's mind."""
        sentences = self._tree.sentences
        found: dict[Entity, float] = {}
        for head, entity, weight in self._recent:
            near = _FADES ** (sentences[word] - sentences[head]) * _PARAGRAPH ** (
                self._paragraph(word) - self._paragraph(head)
            )
            own = weight * near * (_NAMED if entity.named else 1.0)
            if self.quoted(head) and not self.quoted(word):
                own *= _QUOTED
            found[entity] = found.get(entity, 0.0) + own
        return found

    def spoke(self, entity: Entity) -> bool:
        """Whether an entity spoke lately."""
        return any(one.head in self._speaking for one in entity.mentions[-6:])

    def speaks(self, word: int) -> bool:
        """Whether a word is said to say something."""
        return word in self._speaking

    def quoted(self, word: int) -> bool:
        """Whether a word stands in a quotation."""
        return bool(self._quoted) and self._quoted[word]

    def _paragraph(self, word: int) -> int:
        return self._paragraphs[word] if self._paragraphs else 0
