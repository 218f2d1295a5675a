"""The same sentences in another shape: cut, moved, merged, pasted, continued.

Each function takes bodies and chance and gives a body. What each promises is said in its first line, and tested.
"""

import re
from collections.abc import Sequence
from random import Random

from bench.derivation import clauses
from bench.derivation.text import Body, sentences
from bench.derivation.translating import reworded, turned

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_GERMAN = str.maketrans("“”", "„“")
_FRENCH = str.maketrans("“”", "«»")
_TAIL = re.compile(r"^(?P<kept>[^“”\"]{40,}?), (?:which|who|where|including|while|after|noting)\b[^“”\"]+\.$")
_FEWEST = 2  # sentences that an abridgement keeps at least

# A desk turns fewer sentences than a translation, and keeps the language good.
_DESK: Sequence[tuple[clauses.Rule, float]] = (
    (clauses.indirect, 0.4),
    (clauses.day_first, 0.6),
    (clauses.subordinate_first, 0.5),
    (clauses.subordinate_last, 0.5),
    (clauses.speaker_first, 0.5),
    (clauses.speaker_last, 0.5),
    (clauses.passive, 0.4),
    (clauses.of_owner, 0.3),
    (clauses.pair_turned, 0.4),
    (clauses.broken, 0.5),
)
_DESK_WORDS = 0.6  # of the content words; with the turned sentences leaves a fifth of the runs of five words


def copy(body: Body, chance: Random) -> Body:
    """All sentences in their order; quotation marks and the breaks between paragraphs may differ."""
    marks = chance.choice((None, None, _STRAIGHT, _STRAIGHT, _GERMAN, _FRENCH))
    moved = _moved_breaks(body, chance) if chance.random() < 0.5 else body
    return tuple(paragraph.translate(marks) for paragraph in moved) if marks else moved


def abridge(body: Body, chance: Random) -> Body:
    """A quarter to two thirds of the words, in their order: the lead, some of the rest, and sentences cut short."""
    everything = [(number, one) for number, paragraph in enumerate(body) for one in sentences(paragraph)]
    wanted = chance.uniform(0.25, 0.65) * sum(len(one.split()) for _, one in everything)
    # The later a sentence stands, the likelier it is to go: reports are cut from the end.
    rank = {index: chance.random() + index / len(everything) for index in range(1, len(everything))}
    kept, size = {0}, len(everything[0][1].split())
    for index in sorted(rank, key=lambda index: (rank[index], index)):
        if size >= wanted and len(kept) >= _FEWEST:
            break
        kept.add(index)
        size += len(everything[index][1].split())
    cut = chance.choice(sorted(kept))
    paragraphs: dict[int, list[str]] = {}
    for index in sorted(kept):
        number, sentence = everything[index]
        paragraphs.setdefault(number, []).append(
            _short(sentence) if index == cut or chance.random() < 0.2 else sentence
        )
    return tuple(" ".join(ones) for ones in paragraphs.values())


def reorder(body: Body, chance: Random) -> Body:
    """All sentences, hardly one of them beside those it stood with: paragraphs in another order, or sentences."""
    parts = [*body] if len(body) >= 5 else [one for paragraph in body for one in sentences(paragraph)]
    lead = parts.pop(0) if chance.random() < 0.5 else None
    before = list(parts)
    chance.shuffle(parts)
    if parts == before:
        parts.reverse()
    if lead is not None:
        parts.insert(0, lead)
    return tuple(parts) if len(body) >= 5 else _grouped(parts, chance)


def rewrite(body: Body, chance: Random) -> Body:
    """Most of what is said, as a desk says it: other words of the same sense, sentences turned, some left out."""
    cut = abridge(body, chance) if chance.random() < 0.5 else body
    paragraphs = [*(cut if len(cut) >= 3 else _grouped([s for one in cut for s in sentences(one)], chance))]
    if len(paragraphs) >= 3 and chance.random() < 0.5:
        index = chance.randrange(1, len(paragraphs) - 1)
        paragraphs[index], paragraphs[index + 1] = paragraphs[index + 1], paragraphs[index]
    return tuple(
        " ".join(_said_anew(turned(one, chance, _DESK), chance) for one in sentences(paragraph))
        for paragraph in paragraphs
    )


def merge(first: Body, second: Body, chance: Random) -> Body:
    """The greater part of the first and a good part of the second, in blocks, each in its own order."""
    most, some = _head(first, chance.uniform(0.6, 0.9), chance), _head(second, chance.uniform(0.4, 0.6), chance)
    if chance.random() < 0.6 or len(most) < 2:
        return (*most, chance.choice(_MEANWHILE), *some)
    cut = chance.randrange(1, len(most))
    return (*most[:cut], *some, *most[cut:])


def paste(host: Body, readout: Body, chance: Random) -> Body:
    """A report of its own with most paragraphs of a readout inside, as they are or within quotation marks."""
    pasted = _head(readout, chance.uniform(0.7, 1.0), chance)
    if chance.random() < 0.4:
        pasted = tuple(f"“{paragraph.translate(_SINGLE)}" for paragraph in pasted)
        pasted = (*pasted[:-1], pasted[-1] + "”")
    place = chance.choice((len(host), max(1, len(host) // 2)))
    return (*host[:place], chance.choice(_FOLLOWS), *pasted, *host[place:])


def update(body: Body, lead: str, chance: Random) -> Body:
    """The same story a little later: a new first paragraph, most of the old ones, times moved on."""
    kept = body if chance.random() < 0.4 else _head(body, chance.uniform(0.6, 0.9), chance)
    return (lead, *(_moved_on(paragraph) for paragraph in kept))


_SINGLE = str.maketrans("“”", "‘’")
_MEANWHILE = (
    "In a separate development, another matter drew attention.",
    "Elsewhere, there was other news.",
    "It was not the only news of the day.",
    "In other developments:",
)
_FOLLOWS = (
    "The full text of the readout follows.",
    "A statement issued afterwards read:",
    "According to an official account of the conversation:",
    "The official summary, released late in the day, said:",
)
_MOVED = (
    ("next week", "this week"),
    ("tomorrow", "today"),
    ("later today", "earlier"),
    ("is to meet", "met"),
    ("are to meet", "met"),
    ("is expected to", "was due to"),
    ("are expected to", "were due to"),
    ("today", "on the day"),
)


def _moved_breaks(body: Body, chance: Random) -> Body:
    ones = [one for paragraph in body for one in sentences(paragraph)]
    return (" ".join(ones),) if chance.random() < 0.2 else _grouped(ones, chance)


def _grouped(ones: Sequence[str], chance: Random) -> Body:
    """Sentences in paragraphs of one to three."""
    paragraphs, start = [], 0
    while start < len(ones):
        size = chance.randint(1, 3)
        paragraphs.append(" ".join(ones[start : start + size]))
        start += size
    return tuple(paragraphs)


def _head(body: Body, share: float, chance: Random) -> Body:
    """So much of a body, from its beginning, with one of the later paragraphs left out now and then."""
    paragraphs = [*(body if len(body) >= 3 else (one for paragraph in body for one in sentences(paragraph)))]
    wanted = share * sum(len(one.split()) for one in paragraphs)
    if len(paragraphs) >= 4 and chance.random() < 0.4:
        del paragraphs[chance.randrange(1, len(paragraphs) - 1)]
    kept: list[str] = []
    size = 0
    for one in paragraphs:
        if kept and size >= wanted:
            break
        kept.append(one)
        size += len(one.split())
    return tuple(kept)


def _short(sentence: str) -> str:
    match = _TAIL.match(sentence)
    return f"{match['kept']}." if match else sentence


def _said_anew(sentence: str, chance: Random) -> str:
    """Other words outside quotation marks: a desk leaves what was said alone."""
    parts = re.split(r"(“[^”]*”|\"[^\"]*\")", sentence)
    return "".join(
        part if part[:1] in '“"' else reworded(part, chance, content=_DESK_WORDS, small=0.0) for part in parts
    )


def _moved_on(paragraph: str) -> str:
    for old, new in _MOVED:
        paragraph = re.sub(rf"\b{old}\b", new, paragraph)
    return paragraph
