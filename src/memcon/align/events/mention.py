"""A mention of an event, and what its sentence says around it.

In: the words of a sentence as a reading has them, what a language model makes of them, and which words tell the event.
Out: the mention, and its `Surroundings`: bags of stems that another mention can be compared by.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from memcon.align.events.stems import stem

Floats = npt.NDArray[np.float32]
States = npt.NDArray[np.float16] | npt.NDArray[np.float32]

_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"))
_TELLS = frozenset(("VERB", "NOUN", "PROPN", "ADJ"))  # what tells an event, if any word of the mention does
_AGENT = frozenset(("nsubj", "csubj", "nmod:poss", "obl:agent"))
_OBJECT = frozenset(("obj", "nsubj:pass", "iobj", "nmod", "compound"))
_BESIDE = frozenset(("obl", "advmod", "amod", "nummod", "acl", "appos"))  # without their subtypes
_CARRIED = frozenset(("obj", "nsubj", "obl", "nsubj:pass"))  # “held talks”: the verb's arguments are the noun's
_JOINED = frozenset(("xcomp", "conj", "advcl"))
_NEAR = 6  # words to each side


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence in which events are told.

    Attributes:
        document: Name of the document.
        number: Of the sentence in it.
        words: As written.
        upos, heads, relations: One value a word, as `core.reading.Word` has them, but heads are numbers of words in
            this sentence; a root's head is itself.
        meaning: Vector of the sentence; shape (dim,), of unit length.
        states: Of every word, by layer of the model, the lowest first; shape (words, layers, dim).
    """

    document: str
    number: int
    words: tuple[str, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    meaning: Floats
    states: States


@dataclass(frozen=True, slots=True, eq=False)
class EventMention:
    """Words of a sentence, by number, that tell an event."""

    sentence: Sentence
    words: tuple[int, ...]

    @property
    def key(self) -> tuple[str, int, tuple[int, ...]]:
        """Where it stands: mentions are worked on in this order, whatever order they come in."""
        return self.sentence.document, self.sentence.number, self.words

    @property
    def head(self) -> int:
        """The word that the others of the mention hang on; the first that can tell an event, if there are several."""
        own = set(self.words)
        heads = self.sentence.heads
        top = [word for word in self.words if heads[word] == word or heads[word] not in own]
        telling = (word for some in (top, self.words) for word in some if self.sentence.upos[word] in _TELLS)
        return next(telling, next(iter(top or self.words)))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a mention can be compared by; words are given by their stems.

    Attributes:
        stem, upos: Of the head.
        told: The mention's own words.
        words: Content words of the sentence, but for the mention's own.
        near: Those of them next to the head.
        names, numbers: Proper nouns and numbers among them.
        agents, objects, beside: Who does it, what is done to whom, and what else hangs on it: place, time, manner.
        places: Numbers of the words in `words`, each with its stem.
    """

    stem: str
    upos: str
    told: frozenset[str]
    words: frozenset[str]
    near: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    agents: frozenset[str]
    objects: frozenset[str]
    beside: frozenset[str]
    places: tuple[tuple[int, str], ...]

    @property
    def arguments(self) -> frozenset[str]:
        """All that hangs on the event."""
        return self.agents | self.objects | self.beside


def surroundings(mention: EventMention) -> Surroundings:
    """What the sentence says around a mention."""
    sentence, head = mention.sentence, mention.head
    stems = [stem(word, upos) for word, upos in zip(sentence.words, sentence.upos, strict=True)]
    content = [_content(one, upos) for one, upos in zip(stems, sentence.upos, strict=True)]
    places = [n for n, kept in enumerate(content) if kept and n not in mention.words]
    hung = _arguments(sentence, head)
    bags = {role: frozenset(stems[n] for n in found if content[n]) for role, found in hung.items()}
    return Surroundings(
        stem=stems[head],
        upos=sentence.upos[head],
        told=frozenset(stems[n] for n in mention.words if content[n]) or frozenset({stems[head]}),
        words=frozenset(stems[n] for n in places),
        near=frozenset(stems[n] for n in places if abs(n - head) <= _NEAR),
        names=frozenset(stems[n] for n in places if sentence.upos[n] == "PROPN"),
        numbers=frozenset(stems[n] for n in places if _number(stems[n], sentence.upos[n])),
        agents=bags["agents"],
        objects=bags["objects"],
        beside=bags["beside"],
        places=tuple((n, stems[n]) for n in places),
    )


def content_words(words: Iterable[str], upos: Iterable[str]) -> tuple[str, ...]:
    """The words by which documents are compared, by their stems."""
    return tuple(stem(word, part) for word, part in zip(words, upos, strict=True) if _content(word, part))


def _content(word: str, upos: str) -> bool:
    return upos in _CONTENT and any(map(str.isalnum, word))


def _number(word: str, upos: str) -> bool:
    return upos == "NUM" or word.replace(",", "").replace(".", "").isdigit()


def _arguments(sentence: Sentence, head: int) -> Mapping[str, set[int]]:
    """The words in each role of an event; of a noun also what its verb has, of a modifier what it modifies."""
    found: dict[str, set[int]] = {"agents": set(), "objects": set(), "beside": set()}
    below: dict[int, list[int]] = defaultdict(list)
    for number, above in enumerate(sentence.heads):
        if above != number:
            below[above].append(number)
    _take(found, sentence, below, head, ())
    governor, relation = sentence.heads[head], sentence.relations[head]
    if governor != head:
        carried = relation in _CARRIED and sentence.upos[head] in {"NOUN", "PROPN"}
        if carried or relation in _JOINED:
            _take(found, sentence, below, governor, (head,))
        elif relation in {"compound", "nmod", "amod"} or relation.startswith("acl"):
            found["objects"].add(governor)
    return found


def _take(
    found: Mapping[str, set[int]],
    sentence: Sentence,
    below: Mapping[int, Sequence[int]],
    head: int,
    but: Sequence[int],
) -> None:
    for word in below.get(head, ()):
        relation = sentence.relations[word]
        role = "agents" if relation in _AGENT else "objects" if relation in _OBJECT else "beside"
        if word not in but and (role != "beside" or relation.partition(":")[0] in _BESIDE):
            found[role].update(_under(word, below))


def _under(word: int, below: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """A word and all that hangs on it."""
    waiting = [word]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += below.get(one, ())
