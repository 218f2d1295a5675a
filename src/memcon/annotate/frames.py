"""Sentences with their quotations masked, and who is the subject of what in them.

In: a document and its quotations. Out: `Frame`s in reading order, and functions that ask them for subjects.

Masking keeps every place: a quoted word becomes as many underscores. So a sentence runs through its quotations, and its
reporting words are seen beside them. Every question is answered by bisection or within a few words, because a hostile
sentence may be the whole document.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memcon.annotate.cues import Cue, according, find_cues, verbs
from memcon.annotate.names import Phrase, find_phrases, usage
from memcon.annotate.quotations import Quotation
from memcon.annotate.words import Word, Words
from memcon.core.document import Document
from memcon.language.sentences import sentence_ranges

MASK = "_"

_PREPOSITIONS = frozenset(
    "of in on at by with for from to against about between among alongside without into over under during after before "
    "than towards toward as like near beside including via through within across upon despite".split()
)
_AUXILIARIES = frozenset("has have had would will could can may might also later then further again only".split())
_BREAKS_OFF = frozenset("but and while though although which who as because yet or nor whereas when if".split())
_SHORT_TAIL = 8  # words a sentence like "Halvey asked on Monday." has, which belongs to the quotation before it
_TOUCHING = 300  # code points of subject and apposition between a quotation and its cue
_LOOSE, _LOOSE_APPOSITION = 4, 12  # words of them that belong to no phrase, without and with commas around
_LOOK_BACK = 8  # phrases or cues; a real sentence has no more between a verb and its subject
_CLAUSE_END = re.compile(r",\s|[.;]\s*$")
_OCCASION = re.compile(r"\s+(?:conference|briefing|hearing|meeting|summit|forum|session|programme|program)\b")


@dataclass(frozen=True, slots=True)
class Source:
    """What "according to" names: the cue, and the range of the words after it."""

    cue: Cue
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence with its quotations masked.

    Attributes:
        number: Counted through the document; `paragraph` likewise.
        text: The whole masked text.
        free: Those of the phrases that no preposition owns and that own nothing themselves.
        source: What its first "according to" names.
    """

    number: int
    paragraph: int
    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    phrases: tuple[Phrase, ...]
    free: tuple[Phrase, ...]
    cues: tuple[Cue, ...]
    source: Source | None


def mask(text: str, quotations: Sequence[Quotation]) -> str:
    """The text with quoted words hidden, at the same length; the last stop before a closing mark stays visible."""
    pieces, position = [], 0
    for quotation in quotations:
        for start, end in quotation.parts:
            stop = end - 1
            while stop > start + 1 and text[stop - 1] in ".!?…, ":
                stop -= 1
            pieces += [text[position : start + 1], MASK * (stop - start - 1), text[stop:end]]
            position = end
    return "".join([*pieces, text[position:]])


def find_frames(document: Document, masked: str) -> list[Frame]:
    """The sentences of the body."""
    words = Words(masked)
    written = usage(words.all)
    frames: list[Frame] = []
    bodies = (zone for zone in document.zones if zone.kind == "body")
    for paragraph, zone in enumerate(bodies):
        for start, end in _joined(masked, words, sentence_ranges(masked, zone.start, zone.end)):
            inside = words.between(start, end)
            phrases = tuple(find_phrases(masked, inside, usage=written))
            free = _free(masked, inside, phrases)
            cues = find_cues(inside, phrases)
            source = _source(masked, start, end)
            frames.append(Frame(len(frames), paragraph, start, end, masked, inside, phrases, free, cues, source))
    return frames


def cue_after(frame: Frame, end: int) -> tuple[Cue | None, Phrase | None]:
    """The cue right after a quotation, and its subject: “…,” said Halvey · “…,” Halvey said."""
    index = bisect_left(frame.cues, end, key=lambda cue: cue.start)
    if index == len(frame.cues) or not _touches(frame, end, frame.cues[index].start):
        return None, None
    cue = frame.cues[index]
    if _between(frame.phrases, end, cue.start):
        found = subject(frame, cue, end)
        return cue, found if found is not None and found.start >= end else None
    return cue, _right_of(frame, cue)


def cue_before(frame: Frame, start: int) -> tuple[Cue | None, Phrase | None]:
    """The nearest cue before a quotation: Halvey said “…” · “…,” said Halvey, “…”; a weak one for want of others."""
    stop = bisect_right(frame.cues, start, key=lambda cue: cue.end)
    found: tuple[Cue | None, Phrase | None] = (None, None)
    for cue in reversed(frame.cues[max(0, stop - _LOOK_BACK) : stop]):
        if cue.passive:
            continue
        inverted = frame.text[_solid(frame.text, cue.start, " ,")] in "”\"»’'"
        who = _right_of(frame, cue) if inverted else None
        who = who or subject(frame, cue, frame.start)
        if who is not None:
            if not cue.weak:
                return cue, who
            found = found if found[0] else (cue, who)
    return found


def cue_closing(frame: Frame, end: int) -> tuple[Cue | None, Phrase | None]:
    """A cue that closes the sentence behind a comma: “…”, with more to come, an official said."""
    for cue in reversed(frame.cues[-_LOOK_BACK:]):
        if cue.start < end or cue.passive:
            continue
        found = subject(frame, cue, end)
        if found is not None and frame.text[_solid(frame.text, found.start)] == ",":
            return cue, found
    return None, None


def subject(frame: Frame, cue: Cue, low: int) -> Phrase | None:
    """The nearest free phrase before a cue; across a comma, the one that the apposition between belongs to."""
    free = _between(frame.free, low, cue.start)
    if not free:
        return None
    if cue.word.endswith("ing") or cue.joined:
        people = (phrase for phrase in free if not (phrase.kind == "pronoun" and phrase.name == "it"))
        return next(people, free[0])  # "It was she who …"
    near = free[-_LOOK_BACK:]
    closing = _solid(frame.text, _verb_start(frame, cue))
    if frame.text[closing] in ",–—":
        mark = frame.text[closing]
        opened = (p for p in reversed(near) if frame.text.find(mark, p.end, min(p.end + 2, closing)) >= 0)
        near = (_named_beside(frame, next(opened, near[-1])),)
    found = near[-1]
    if found.kind == "description" and len(near) > 1 and near[-2].kind == "name":
        apposed = frame.text[near[-2].end : found.start].strip() == ","
        return near[-2] if apposed else found
    return found


def companion(frame: Frame, phrase: Phrase) -> Phrase | None:
    """Whoever says it together with a subject: Halvey in "Halvey and Arrano said"."""
    index = bisect_left(frame.free, phrase.start, key=lambda one: one.start)
    if index == 0:
        return None
    other = frame.free[index - 1]
    return other if frame.text[other.end : phrase.start].strip() == "and" else None


def addressee(frame: Frame, cue: Cue) -> Phrase | None:
    """To whom: Halvey told Arrano … · Halvey said to Arrano …."""
    after = _first_after(frame, cue)
    if after is None or after.kind == "pronoun" or _OCCASION.match(frame.text, after.end):
        return None  # "told a news conference" says where, not whom
    between = frame.text[cue.end : after.start].strip()
    told = cue.word in {"told", "tell", "tells", "telling"} and not between
    return after if told or between == "to" else None


def asked(frame: Frame, cue: Cue) -> Phrase | None:
    """Who was asked and will answer: Oto Reyes in "asked a former envoy, Oto Reyes, whether"."""
    if cue.word not in {"asked", "asks", "ask", "asking"}:
        return None
    first = _right_of(frame, cue)
    if first is None:
        return None
    found = _named_beside(frame, first)
    asks_for = frame.text.startswith("to ", found.end + 1)  # "asked them to leave" is no question
    return None if asks_for else found


def _named_beside(frame: Frame, phrase: Phrase) -> Phrase:
    """The name beside a description: Oto Reyes in "her counterpart, Oto Reyes,"; else the phrase itself."""
    index = bisect_right(frame.phrases, phrase.start, key=lambda one: one.start)
    beside = frame.phrases[index] if index < len(frame.phrases) else None
    if phrase.kind != "description" or beside is None or beside.kind != "name":
        return phrase
    return beside if frame.text[phrase.end : beside.start].strip() == "," else phrase


def solid_before(frame: Frame, position: int) -> str:
    """The sentence's last character before a place that is not white space; empty at its start."""
    return frame.text[max(frame.start, position - _TOUCHING) : position].rstrip()[-1:]


def _free(text: str, inside: Sequence[Word], phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Phrases that a preposition does not own, alone or through "and", and that are no possessives."""
    free, owned, index = [], False, 0
    for phrase in phrases:
        while index < len(inside) and inside[index].end <= phrase.start:
            index += 1
        before = _word_before(text, inside, index, phrase)
        owned = before in _PREPOSITIONS or (owned and before in {"and", "or"})
        if not owned and not phrase.possessive:
            free.append(phrase)
    return tuple(free)


def _word_before(text: str, inside: Sequence[Word], index: int, phrase: Phrase) -> str:
    """The word right before a phrase, whose first word has that index."""
    if index == 0 or text[inside[index - 1].end : phrase.start].strip():
        return ""
    return inside[index - 1].lower


def _source(text: str, start: int, end: int) -> Source | None:
    match = according().search(text, start, end)
    if match is None or match.end() >= end:
        return None
    stop = _CLAUSE_END.search(text, match.end(), end)
    last = max(match.end() + 1, stop.start() if stop else end)
    return Source(Cue(match.start(), match.end("words"), match["words"].lower()), match.end(), last)


def _joined(text: str, words: Words, ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences, with “…?” and the short "Halvey asked." that follows it made one."""
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        inside = words.between(start, end)
        tail = (
            joined
            and text[joined[-1][1] - 1] in "”\"»’'"
            and len(inside) <= _SHORT_TAIL
            and MASK not in text[start:end]
            and any(word.lower in verbs() for word in inside[1:5])
        )
        if tail and not any(word.lower in verbs() for word in words.between(*joined[-1])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _touches(frame: Frame, end: int, start: int) -> bool:
    """Whether nothing but the subject and its apposition stands between a quotation and a cue."""
    between = frame.text[end:start]
    if len(between) > _TOUCHING or MASK in between or ";" in between:
        return False
    low = bisect_left(frame.words, end, key=lambda word: word.start)
    inside = frame.words[low : bisect_left(frame.words, start, key=lambda word: word.start)]
    if inside and inside[0].lower in _BREAKS_OFF:
        return False
    phrases = _between(frame.phrases, end, start)
    loose = sum(not word.capital and not any(p.start <= word.start < p.end for p in phrases) for word in inside)
    apposed = between.lstrip(" ,").count(",") >= 2  # two commas enclose an apposition
    return loose <= (_LOOSE_APPOSITION if apposed else _LOOSE)


def _verb_start(frame: Frame, cue: Cue) -> int:
    """Where "would only later say" begins."""
    index = bisect_left(frame.words, cue.start, key=lambda word: word.start)
    start = cue.start
    for word in reversed(frame.words[max(0, index - _LOOK_BACK) : index]):
        if word.lower not in _AUXILIARIES and not word.lower.endswith("ly"):
            break
        start = word.start
    return start


def _between(phrases: Sequence[Phrase], low: int, high: int) -> Sequence[Phrase]:
    """The phrases that lie wholly within a range."""
    first = bisect_left(phrases, low, key=lambda phrase: phrase.start)
    return phrases[first : max(first, bisect_right(phrases, high, key=lambda phrase: phrase.end))]


def _first_after(frame: Frame, cue: Cue) -> Phrase | None:
    index = bisect_left(frame.phrases, cue.end, key=lambda phrase: phrase.start)
    return frame.phrases[index] if index < len(frame.phrases) else None


def _right_of(frame: Frame, cue: Cue) -> Phrase | None:
    """The phrase right after a cue."""
    after = _first_after(frame, cue)
    return after if after is not None and not frame.text[cue.end : after.start].strip(" ,") else None


def _solid(text: str, position: int, skipped: str = " \t\n\r\u00a0") -> int:
    """The index of the last character before a place that is none of those skipped."""
    index = position - 1
    while index > 0 and text[index] in skipped:
        index -= 1
    return max(index, 0)
