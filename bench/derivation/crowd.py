"""Very many reports about the same few dozen parties, and which was made from which.

In: how many, and a seed. Out: a `Crowd`, annotated with no more than its sentences, so that no language model runs.

A report is a function of the seed and its number: a child's parent is written again instead of being kept.
Sentences are built of words from the thesaurus, so that they can be spun and translated; they make no sense and need
none. What they do have is the likeness of reports of one crisis: names that thousands share, and runs of words that a
few share by chance.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import Literal, get_args

from bench.derivation.shaping import abridge, copy
from bench.derivation.spinning import spin
from bench.derivation.text import Body
from bench.derivation.thesaurus import thesaurus
from bench.derivation.translating import translate
from memcon.core.annotation import Annotations, Sentence
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.language.sentences import sentence_ranges
from memcon.testing import document

Way = Literal["copy", "near copy", "abridgement", "spun", "translation"]
Pair = tuple[DocumentId, DocumentId]
WAYS: tuple[Way, ...] = get_args(Way)
COPIES: frozenset[Way] = frozenset({"copy", "near copy"})

_OFTEN = (30, 30, 20, 10, 10)  # of the ways, in their order
_EVERY = 5  # one report in so many is derived
_WORDS = (150, 400)  # a report has
_BEGIN = datetime(2031, 1, 6)  # noqa: DTZ001 -- all in UTC


@dataclass(frozen=True, slots=True)
class Crowd:
    """Documents, and what is known of them.

    Attributes:
        made: For each pair of parent and child, sorted by id, the way in which the child was made.
        stories: The number of the report that each document is, or was made from.
    """

    documents: Mapping[DocumentId, Document]
    annotations: Mapping[DocumentId, Annotations]
    made: Mapping[Pair, Way]
    stories: Mapping[DocumentId, int]

    def apart(self, pair: Pair) -> bool:
        """Whether the two tell different stories."""
        return self.stories[pair[0]] != self.stories[pair[1]]


def crowd(size: int, seed: int, *, ways: frozenset[Way] = frozenset(WAYS)) -> Crowd:
    """A crowd of so many reports, less those that were made in other ways than these."""
    documents: dict[DocumentId, Document] = {}
    made: dict[Pair, Way] = {}
    stories: dict[DocumentId, int] = {}
    originals: dict[int, DocumentId] = {}
    for number in range(size):
        way, story, body = _report(number, seed)
        if way is not None and way not in ways:
            continue
        one = written(body, number)
        documents[one.id], stories[one.id] = one, story
        if way is None:
            originals[number] = one.id
        else:
            parent, child = originals[story], one.id
            made[min(parent, child), max(parent, child)] = way
    return Crowd(documents, {one.id: sentenced(one) for one in documents.values()}, made, stories)


def written(body: Body, number: int) -> Document:
    """A body as it is published, a minute after the one before; the site's own line below it is no body."""
    made = document("\n\n".join((*body, f"Page {number} of the Quay Post")), published=_when(number).isoformat())
    return replace(made, zones=(*made.zones[:-1], replace(made.zones[-1], kind="furniture")))


def sentenced(one: Document) -> Annotations:
    """The sentences of a document's body, and nothing else."""
    bodies = (zone for zone in one.zones if zone.kind == "body")
    ranges = (each for zone in bodies for each in sentence_ranges(one.text, zone.start, zone.end))
    return Annotations(one.id, sentences=tuple(Sentence(one.anchor(*each)) for each in ranges))


def original(number: int, seed: int) -> Body:
    """The body of the original with this number."""
    chance = _chance(seed, f"story {number}")
    length, size = chance.randint(*_WORDS), 0
    people, states = chance.sample(_PEOPLE, 3), chance.sample(_STATES, 3)
    names = {"WHO": people, "STATE": states, "CITY": chance.sample(_CITIES, 2)}
    paragraphs: list[str] = []
    while size < length:
        paragraphs.append(" ".join(_sentence(names, chance) for _ in range(chance.randint(1, 3))))
        size += paragraphs[-1].count(" ") + 1
    return tuple(paragraphs)


def _report(number: int, seed: int) -> tuple[Way | None, int, Body]:
    """How a report was made, the number of its story, and its body."""
    if number % _EVERY != _EVERY - 1:
        return None, number, original(number, seed)
    chance = _chance(seed, f"child {number}")
    way: Way = chance.choices(WAYS, _OFTEN)[0]
    earlier = chance.randrange(number)
    story = earlier - (earlier % _EVERY == _EVERY - 1)
    return way, story, _derived(original(story, seed), way, number, chance)


def _derived(body: Body, way: Way, number: int, chance: Random) -> Body:
    match way:
        case "copy":
            return copy(body, chance)
        case "near copy":
            lead = _sentence({"WHO": _PEOPLE, "STATE": _STATES, "CITY": _CITIES}, chance)
            lost = chance.randrange(len(body))
            return (lead, *body[:lost], *body[lost + 1 :])
        case "abridgement":
            return abridge(body, chance)
        case "spun":
            return spin(body, chance)
        case "translation":
            return translate(body, chance, published=_when(number).date())


def _sentence(names: Mapping[str, Sequence[str]], chance: Random) -> str:
    """One of the forms with words and names in it, each name at most once."""
    form = chance.choice(_FORMS)
    kinds = {**_vocabulary(), **names}
    drawn = {kind: iter(chance.sample(ones, form.count(kind))) for kind, ones in kinds.items() if kind in form}
    words = (next(drawn[piece]) if piece in drawn else piece for piece in form)
    line = " ".join(str(chance.randint(2, 990)) if word == "NUMBER" else word for word in words).replace(" ,", ",")
    return line[:1].upper() + line[1:] + "."


@cache
def _vocabulary() -> Mapping[str, Sequence[str]]:
    """The words of the thesaurus that are one word, by what they may stand for in a form."""
    readings = thesaurus().readings.items()
    return {
        kind: [word for word, ones in readings if any((one.part, one.form) == (part, form) for one in ones)]
        for kind, part, form in _KINDS
    }


def _chance(seed: int, name: str) -> Random:
    return Random(f"{seed}/{name}")  # noqa: S311 -- variety, not secrecy


def _when(number: int) -> datetime:
    return _BEGIN + timedelta(minutes=number)


_KINDS = (
    ("VERB", "verbs", "past"),
    ("PLAIN", "verbs", ""),
    ("ADJECTIVE", "adjectives", ""),
    ("NOUN", "nouns", ""),
    ("NOUNS", "nouns", "s"),
    ("ADVERB", "adverbs", ""),
)
_FORMS = tuple(
    tuple(form.split())
    for form in (
        "WHO of STATE VERB the ADJECTIVE NOUN on NOUNS before WHO VERB NUMBER NOUNS in CITY",
        "the ADJECTIVE NOUN that STATE VERB in CITY VERB NUMBER NOUNS and a NOUN of STATE",
        "officials from STATE ADVERB VERB the NOUN after STATE VERB its ADJECTIVE NOUNS",
        "in CITY the NOUN of WHO VERB NUMBER ADJECTIVE NOUNS while the NOUN VERB",
        "WHO VERB that STATE would PLAIN the NOUN and PLAIN its NOUNS with STATE",
        "asked about the NOUN , WHO VERB a ADJECTIVE NOUN and ADVERB VERB the NOUNS of STATE",
        "the NOUN between STATE and STATE VERB NUMBER NOUNS that WHO had VERB in CITY",
        "no ADJECTIVE NOUN would PLAIN the NOUNS , and WHO ADVERB VERB the NOUN of WHO",
        "NOUNS of the ADJECTIVE NOUN VERB CITY , where WHO had VERB a NOUN for NOUNS",
        "a NOUN on ADJECTIVE NOUNS VERB the NOUN , though the NOUNS ADVERB VERB STATE",
    )
)
_PEOPLE = tuple(
    "Brennick Ostara Felder Quayle Marrow Teviot Hansok Iveragh Dombrey Castellan Rusk Amberly Venn Halvey Arrano Lisk "
    "Torvald Maune Pergis Oland Selwick Tarn Ebbing Corvane Dahlis Nerud Ysolt Fenwray Garrow Hulst".split()
)
_STATES = tuple(
    "Varnholt Ostrelia Quillane Merethia Tolvia Keshar Aldermark Sundrey Pellow Irrawen Dravonia Lethe Norvast "
    "Calder Ustria Bellmore".split()
)
_CITIES = tuple("Brenna Lindholm Averell Ruven Dellmouth Korvane Hallin Marn Orrin Saltby Tressick Ashgrave".split())
