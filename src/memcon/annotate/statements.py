"""Who said the quoted words: speaker, cue, addressee and chain, by pattern.

In: a document and its quotations. Out: statements and mentions in reading order.

Method: quotations are masked, so that a sentence runs through them; its reporting words are the cues. A quotation takes
the cue that follows it directly (“…,” she said), else the nearest before it in its sentence, else one that closes the
sentence (…, an official said), else "according to". A cue's subject is the nearest phrase to its left that is neither
owned by a preposition nor a possessive; across a comma it is the phrase the apposition belongs to. A quotation
without a cue of its own goes on from the one before it. What none of these decides has no speaker.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from memcon.annotate.cast import Cast, Referent
from memcon.annotate.names import Phrase, find_phrases, usage
from memcon.annotate.quotations import Quotation
from memcon.annotate.sentences import sentence_ranges
from memcon.annotate.words import Word, Words
from memcon.core.annotation import Mention, Polarity, Relay, Speaker, Statement, StatementKind
from memcon.core.document import Document
from memcon.core.ids import StatementId, digest
from memcon.core.terms import terms

_PREPOSITIONS = frozenset(
    "of in on at by with for from to against about between among alongside without into over under during after before "
    "than towards toward as like near beside including via through within across upon despite".split()
)
_ASKED = frozenset({"asked", "asks", "ask", "asking"})
_BE = frozenset("is are was were be been being".split())
_INFINITIVE = frozenset("to and not".split())
_AUXILIARIES = frozenset("has have had would will could can may might also later then further again only".split())
_SHORT_TAIL = 8  # words a sentence like "Halvey asked on Monday." has, which belongs to the quotation before it
_OCCASION = re.compile(r"\s+(?:conference|briefing|hearing|meeting|summit|forum|session|programme|program)\b")
_MASK = "_"


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    word: str
    polarity: Polarity
    passive: bool = False
    weak: bool = False
    joined: bool = False  # by "and" to a verb before it, whose subject it shares


@dataclass(frozen=True, slots=True)
class _Verb:
    polarity: Polarity
    weak: bool
    base: bool


@dataclass(frozen=True, slots=True)
class _Frame:
    """One sentence with its quotations masked."""

    start: int
    end: int
    words: tuple[Word, ...]
    phrases: tuple[Phrase, ...]
    cues: tuple[_Cue, ...]
    paragraph: int


@dataclass(frozen=True, slots=True)
class _Attribution:
    speaker: Speaker | None
    cue: _Cue | None
    addressee: Speaker | None = None
    via: tuple[Relay, ...] = ()


_NOBODY = _Attribution(None, None)


def find_statements(
    document: Document, quotations: Sequence[Quotation]
) -> tuple[tuple[Statement, ...], tuple[Mention, ...]]:
    """The quoted statements of a document, and every place it names somebody outside quotations."""
    spoken = [quotation for quotation in quotations if quotation.kind == "statement"]
    masked = _masked(document.text, spoken)
    words = Words(masked)
    frames = _frames(document, masked, words)
    phrases = [phrase for frame in frames for phrase in frame.phrases]
    reader = _Reader(document, masked, words, Cast(phrases, masked))
    statements: list[Statement] = []
    for frame in frames:
        inside = [quotation for quotation in spoken if frame.start <= quotation.start < frame.end]
        statements += reader.read(frame, inside)
    return tuple(statements), tuple(reader.mentions)


class _Reader:
    """Goes through the frames once, remembering who was met and who spoke last."""

    def __init__(self, document: Document, masked: str, words: Words, cast: Cast) -> None:
        self._document = document
        self._masked = masked
        self._words = words
        self._cast = cast
        self._referents: dict[Phrase, Referent | None] = {}
        self._last: tuple[int, _Attribution] | None = None  # paragraph of the last quotation, and whose it was
        self.mentions: list[Mention] = []

    def read(self, frame: _Frame, quotations: Sequence[Quotation]) -> list[Statement]:
        """The statements of one sentence, and its mentions."""
        free = self._free(frame, frame.start, frame.end)
        for phrase in frame.phrases:
            referent = self._referents[phrase] = self._cast.meet(phrase)
            if referent is not None and phrase in free and phrase.kind != "pronoun" and phrase is free[0]:
                self._cast.led(referent)
            if referent is not None and phrase.kind != "pronoun":
                anchor = self._document.anchor(phrase.start, phrase.end)
                self.mentions.append(Mention(anchor, referent.name, referent.type))
        statements = []
        for quotation in quotations:
            attribution = self._attribute(frame, quotation)
            self._last = (frame.paragraph, attribution)
            statements.append(self._statement(frame, quotation, attribution))
        self._remember(frame)
        return statements

    def _remember(self, frame: _Frame) -> None:
        """Whoever is the subject of a reporting word spoke, quoted or not."""
        for cue in frame.cues:
            subject = self._subject(frame, cue, frame.start)
            if subject is not None and (referent := self._referents[subject]) is not None:
                self._cast.spoke(referent)
            if cue.word in _ASKED and (asked := self._beside(frame, cue)) is not None:
                self._cast.led(asked)  # who was asked will answer

    def _beside(self, frame: _Frame, cue: _Cue) -> Referent | None:
        """Whom the words right after a cue mean: "a former envoy, Oto Reyes" is Oto Reyes."""
        after = [phrase for phrase in frame.phrases if phrase.start >= cue.end][:2]
        if not after or self._masked[cue.end : after[0].start].strip():
            return None
        named = (
            len(after) > 1 and after[1].kind == "name" and self._masked[after[0].end : after[1].start].strip() == ","
        )
        asked = after[1] if named else after[0]
        asks_for = self._masked[asked.end :].lstrip().startswith("to ")  # "asked them to leave" is no question
        return None if asks_for else self._referents[asked]

    def _attribute(self, frame: _Frame, quotation: Quotation) -> _Attribution:
        start, end = quotation.start, quotation.end
        chain = self._chain(frame, quotation)
        after, before = self._after(frame, end), self._before(frame, start)
        leads = start == frame.start or self._masked[end - 2] in ",?!" or self._masked[end : end + 1] == ","
        for cue, subject in (*((after, before) if leads else (before, after)), self._closing(frame, end)):
            if cue is not None and subject is not None and (speaker := self._speaker(subject)) is not None:
                return _Attribution(speaker, cue, self._addressee(frame, cue), chain[1])
        if chain[0] is not None:
            return chain[0]
        return self._continued(frame, quotation)

    def _after(self, frame: _Frame, end: int) -> tuple[_Cue | None, Phrase | None]:
        """“…,” said Halvey · “…,” Halvey said."""
        cue = next((cue for cue in frame.cues if cue.start >= end), None)
        if cue is None or not self._touches(end, cue.start, frame):
            return None, None
        left = [phrase for phrase in frame.phrases if end <= phrase.start and phrase.end <= cue.start]
        if left:
            subject = self._subject(frame, cue, end)
            return cue, subject if subject in left else None
        right = next((phrase for phrase in frame.phrases if phrase.start >= cue.end), None)
        if right is not None and not self._masked[cue.end : right.start].strip(" ,"):
            return cue, right
        return None, None

    def _touches(self, end: int, start: int, frame: _Frame) -> bool:
        """Whether nothing but the subject and its apposition stands between a quotation and a cue."""
        between = self._masked[end:start]
        if _MASK in between or ";" in between:
            return False
        loose = [word for word in self._words.between(end, start) if not word.capital]
        inside = [word for word in loose if any(p.start <= word.start < p.end for p in frame.phrases)]
        commas = between.lstrip(" ,").count(",")
        return len(loose) - len(inside) <= (12 if commas >= 2 else 4)

    def _before(self, frame: _Frame, start: int) -> tuple[_Cue | None, Phrase | None]:
        """Halvey said … “…”."""
        found: tuple[_Cue | None, Phrase | None] = (None, None)
        for cue in reversed([cue for cue in frame.cues if cue.end <= start and not cue.passive]):
            if (subject := self._subject(frame, cue, frame.start)) is not None:
                if not cue.weak:
                    return cue, subject
                found = found if found[0] else (cue, subject)
        return found

    def _closing(self, frame: _Frame, end: int) -> tuple[_Cue | None, Phrase | None]:
        """“…”, with more to come, an official said."""
        for cue in reversed([cue for cue in frame.cues if cue.start >= end and not cue.passive]):
            subject = self._subject(frame, cue, end)
            if subject is not None and self._masked[: subject.start].rstrip().endswith(","):
                return cue, subject
        return None, None

    def _subject(self, frame: _Frame, cue: _Cue, low: int) -> Phrase | None:
        free = self._free(frame, low, cue.start)
        if cue.word.endswith("ing") or cue.joined:
            people = [p for p in free if not (p.kind == "pronoun" and p.name == "it")]  # "It was she who …"
            return next(iter(people or free), None)
        closing = len(self._masked[: self._verb_start(frame, cue)].rstrip()) - 1
        if self._masked[closing] == ",":
            before = [p for p in free if self._masked[p.end] == "," and p.end < closing]
            free = before or free
        if not free:
            return None
        subject = free[-1]
        if subject.kind == "description" and len(free) > 1:
            head = free[-2]
            if head.kind == "name" and self._masked[head.end : subject.start].strip() == ",":
                return head
        return subject

    def _verb_start(self, frame: _Frame, cue: _Cue) -> int:
        """Where "would only later say" begins."""
        start = cue.start
        for word in reversed([word for word in frame.words if word.end <= cue.start]):
            if word.lower not in _AUXILIARIES and not word.lower.endswith("ly"):
                break
            start = word.start
        return start

    def _free(self, frame: _Frame, low: int, high: int) -> list[Phrase]:
        """Phrases that a preposition does not own, alone or through "and"."""
        free: list[Phrase] = []
        owned = False
        for phrase in frame.phrases:
            if phrase.start < low or phrase.end > high:
                continue
            before = self._word_before(frame, phrase)
            owned = before in _PREPOSITIONS or (owned and before in {"and", "or"})
            if not owned and not phrase.possessive:
                free.append(phrase)
        return free

    def _word_before(self, frame: _Frame, phrase: Phrase) -> str:
        before = [word for word in frame.words if word.end <= phrase.start]
        if not before or self._masked[before[-1].end : phrase.start].strip():
            return ""
        return before[-1].lower

    def _chain(self, frame: _Frame, quotation: Quotation) -> tuple[_Attribution | None, tuple[Relay, ...]]:
        """What "according to" says: the speaker, if nothing else does, or a link of the chain."""
        for word in terms("cues")["preposition"][0]["words"]:
            match = re.compile(rf"\b{word}\b\s+", re.IGNORECASE).search(self._masked, frame.start, frame.end)
            if match is None or quotation.start <= match.start() < quotation.end:
                continue
            stop = _clause_end(self._masked, match.end(), frame.end)
            relay = Relay(
                " ".join(self._document.text[match.end() : stop].split()), self._document.anchor(match.end(), stop)
            )
            named = next((p for p in frame.phrases if match.end() <= p.start < stop), None)
            cue = _Cue(match.start(), match.end() - 1, word, "positive")
            speaker = self._speaker(named) if named is not None and named.start == match.end() else None
            return (_Attribution(speaker, cue) if speaker else None), (relay,)
        return None, ()

    def _continued(self, frame: _Frame, quotation: Quotation) -> _Attribution:
        """A quotation that is a sentence by itself goes on from the one before it, in its paragraph or the last."""
        if self._last is None or self._masked[frame.start : quotation.start].strip():
            return _NOBODY
        paragraph, attribution = self._last
        rest = self._masked[quotation.end : frame.end].strip(" .,;")
        near = paragraph == frame.paragraph or (paragraph == frame.paragraph - 1 and not rest)
        return _Attribution(attribution.speaker, attribution.cue, attribution.addressee) if near else _NOBODY

    def _addressee(self, frame: _Frame, cue: _Cue) -> Speaker | None:
        """To whom: Halvey told Arrano … · Halvey said to Arrano …."""
        after = next((p for p in frame.phrases if p.start >= cue.end), None)
        if after is None or after.kind == "pronoun":
            return None
        if _OCCASION.match(self._masked, after.end):  # "told a news conference" says where, not whom
            return None
        between = self._masked[cue.end : after.start].strip()
        if (cue.word in {"told", "tell", "tells", "telling"} and not between) or between == "to":
            return self._speaker(after)
        return None

    def _speaker(self, phrase: Phrase) -> Speaker | None:
        referent = self._referents.get(phrase)
        if referent is None:
            return None
        return Speaker(referent.name, referent.type, self._document.anchor(phrase.start, phrase.end))

    def _statement(self, frame: _Frame, quotation: Quotation, attribution: _Attribution) -> Statement:
        if attribution.speaker is not None:
            self._cast.spoke(Referent(attribution.speaker.name, attribution.speaker.type))
        anchors = tuple(self._document.anchor(start, end) for start, end in quotation.parts)
        cue = attribution.cue
        return Statement(
            id=StatementId(digest("statement", self._document.id, *(f"{a.start}-{a.end}" for a in anchors))),
            document=self._document.id,
            kind=self._kind(frame, quotation),
            content=anchors,
            quoted=anchors,
            speaker=attribution.speaker,
            cue=self._document.anchor(cue.start, cue.end) if cue else None,
            addressee=attribution.addressee,
            via=attribution.via,
            polarity=cue.polarity if cue else "positive",
        )

    def _kind(self, frame: _Frame, quotation: Quotation) -> StatementKind:
        inside = self._document.text[quotation.start + 1 : quotation.end].lstrip("‘'“\"[(…. ")
        before = self._masked[frame.start : quotation.start].rstrip()
        return "direct" if inside[:1].isupper() and (not before or before[-1] in ",:;—–") else "mixed"


def _masked(text: str, quotations: Sequence[Quotation]) -> str:
    """The text with quoted words hidden, at the same length; the last stop before a closing mark stays visible."""
    pieces, position = [], 0
    for quotation in quotations:
        for start, end in quotation.parts:
            stop = end - 1
            while stop > start + 1 and text[stop - 1] in ".!?…, ":
                stop -= 1
            pieces += [text[position : start + 1], _MASK * (stop - start - 1), text[stop:end]]
            position = end
    return "".join([*pieces, text[position:]])


def _frames(document: Document, masked: str, words: Words) -> list[_Frame]:
    written = usage(words.all)
    frames = []
    bodies = (zone for zone in document.zones if zone.kind == "body")
    for paragraph, zone in enumerate(bodies):
        for start, end in _joined(masked, words, list(sentence_ranges(masked, zone.start, zone.end))):
            inside = words.between(start, end)
            phrases = tuple(find_phrases(masked, inside, usage=written))
            frames.append(_Frame(start, end, inside, phrases, _cues(inside, phrases), paragraph))
    return frames


def _joined(masked: str, words: Words, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences, with “…?” and the short "Halvey asked." that follows it made one."""
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        inside = words.between(start, end)
        tail = (
            joined
            and masked[joined[-1][1] - 1] in "”\"»’'"
            and len(inside) <= _SHORT_TAIL
            and _MASK not in masked[start:end]
            and any(word.lower in _verbs() for word in inside[1:5])
        )
        if tail and not any(word.lower in _verbs() for word in words.between(*joined[-1])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _cues(inside: tuple[Word, ...], phrases: tuple[Phrase, ...]) -> tuple[_Cue, ...]:
    found = []
    determiners = terms("roles")["modifiers"]["determiners"]
    for index, word in enumerate(inside):
        if word.lower not in _openings():
            continue
        length, verb = _longest_verb(inside, index)
        if verb is None or any(p.start <= word.start < p.end for p in phrases):
            continue
        before = next((other.lower for other in reversed(inside[:index]) if not other.lower.endswith("ly")), "")
        noun = before in determiners or (index and inside[index - 1].possessive)
        if noun or (verb.base and before in _INFINITIVE):
            continue
        passive = before in _BE and not word.lower.endswith("ing")
        joined = before in {"and", "but", "also"} and index > 0
        end = inside[index + length - 1].end
        found.append(_Cue(word.start, end, word.lower, verb.polarity, passive, verb.weak, joined))
    return tuple(found)


def _longest_verb(inside: tuple[Word, ...], index: int) -> tuple[int, _Verb | None]:
    for length in (3, 2, 1):
        key = " ".join(word.lower for word in inside[index : index + length])
        if len(inside) >= index + length and key in _verbs():
            return length, _verbs()[key]
    return 0, None


@cache
def _verbs() -> dict[str, _Verb]:
    """Every form of every reporting verb."""
    found: dict[str, _Verb] = {}
    for entry in terms("cues")["verb"]:
        polarity, weak = entry.get("polarity", "positive"), entry.get("weak", False)
        for forms in entry["forms"]:
            for index, form in enumerate(forms.split(" ")):
                found.setdefault(form, _Verb(polarity, weak, base=index == 0))
        for phrase in entry.get("phrases", ()):
            found[phrase] = _Verb(polarity, weak, base=False)
    return found


@cache
def _openings() -> frozenset[str]:
    """First words of the reporting verbs."""
    return frozenset(verb.partition(" ")[0] for verb in _verbs())


def _clause_end(masked: str, start: int, end: int) -> int:
    """Where the words after "according to" end: at a comma that starts a new clause, or at the sentence's end."""
    match = re.compile(r",\s|[.;]\s*$").search(masked, start, end)
    return max(start + 1, match.start() if match else end)
