"""Who said the quoted words: speaker, cue, addressee and chain, by pattern.

In: a document and its quotations. Out: statements and mentions in reading order.

Method: a quotation takes the cue that follows it directly (“…,” she said), else the nearest before it in its sentence,
else one that closes the sentence (…, an official said), else "according to" (see `frames`). A quotation without a cue
of its own goes on from the one just before it. What none of these decides has no speaker.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.annotate.cast import Cast, Referent
from memcon.annotate.cues import Cue
from memcon.annotate.frames import (
    Frame,
    addressee,
    asked,
    companion,
    cue_after,
    cue_before,
    cue_closing,
    find_frames,
    mask,
    solid_before,
    subject,
)
from memcon.annotate.names import Phrase
from memcon.annotate.quotations import Quotation
from memcon.core.anchor import Anchor
from memcon.core.annotation import Mention, Relay, Speaker, Statement, StatementKind
from memcon.core.document import Document
from memcon.core.ids import StatementId, digest
from memcon.core.origins import is_official


@dataclass(frozen=True, slots=True)
class _Attribution:
    speaker: Speaker | None
    cue: Cue | None
    addressee: Speaker | None = None
    via: tuple[Relay, ...] = ()


def find_statements(
    document: Document, quotations: Sequence[Quotation]
) -> tuple[tuple[Statement, ...], tuple[Mention, ...]]:
    """The quoted statements of a document, and every place it names somebody outside quotations."""
    spoken = [quotation for quotation in quotations if quotation.kind == "statement"]
    frames = find_frames(document, mask(document.text, spoken))
    starts = [frame.start for frame in frames]
    ending: dict[int, list[tuple[Frame, Quotation]]] = defaultdict(list)  # by the frame where its last part begins
    for quotation in spoken:
        first, last = (bisect_right(starts, part[0]) - 1 for part in (quotation.parts[0], quotation.parts[-1]))
        ending[last].append((frames[first], quotation))
    reader = _Reader(document, frames)
    statements = [one for frame in frames for one in reader.read(frame, ending.get(frame.number, ()))]
    return tuple(sorted(statements, key=lambda one: one.content)), tuple(reader.mentions)


class _Reader:
    """Goes through the frames once, remembering who was met and who spoke last."""

    def __init__(self, document: Document, frames: Sequence[Frame]) -> None:
        self._document = document
        phrases = [phrase for frame in frames for phrase in frame.phrases]
        issuer = document.outlet if document.outlet and is_official(document.outlet) else ""
        self._cast = Cast(phrases, frames[0].text if frames else "", home=issuer)
        self._referents: dict[Phrase, Referent | None] = {}
        self._last: tuple[Frame, _Attribution] | None = None  # where the last quotation stood, and whose it was;
        # None again as soon as somebody else is the subject of a sentence
        self.mentions: list[Mention] = []

    def read(self, frame: Frame, quotations: Sequence[tuple[Frame, Quotation]]) -> list[Statement]:
        """The statements that end in a sentence, each given with the sentence it begins in; and its mentions."""
        for phrase in frame.phrases:
            referent = self._referents[phrase] = self._cast.meet(phrase)
            if referent is not None and phrase.kind != "pronoun":
                if frame.free and phrase is frame.free[0]:
                    self._cast.led(referent)
                    self._interrupted_by(frame, referent)
                self.mentions.append(Mention(self._anchor(phrase), referent.name, referent.type))
        statements = []
        for first, quotation in quotations:
            attribution = self._attribute(first, frame, quotation)
            self._last = (frame, attribution)
            statements.append(self._statement(first, quotation, attribution))
        self._remember(frame)
        return statements

    def _interrupted_by(self, frame: Frame, leader: Referent) -> None:
        """Somebody else's sentence: a quotation after it does not go on from the one before it."""
        if self._last is not None and self._last[1].speaker is not None and frame is not self._last[0]:
            same = leader.name == self._last[1].speaker.name
            self._last = self._last if same else None

    def _remember(self, frame: Frame) -> None:
        """Whoever is the subject of a reporting word spoke, quoted or not; and whoever was asked will answer."""
        for cue in frame.cues:
            who = subject(frame, cue, frame.start)
            if who is not None and (referent := self._referents[who]) is not None:
                self._cast.spoke(referent)
            answers = asked(frame, cue)
            if answers is not None and (referent := self._referents[answers]) is not None:
                self._cast.led(referent)

    def _attribute(self, first: Frame, last: Frame, quotation: Quotation) -> _Attribution:
        """Whose a quotation is that begins in one sentence and ends in the same or another."""
        start, end, text = quotation.start, quotation.end, last.text
        relays = self._relays(last)
        after, before = (last, *cue_after(last, end)), (first, *cue_before(first, start))
        leads = start == first.start or text[end - 2] in ",?!" or text[end : end + 1] == ","
        for frame, cue, who in (*((after, before) if leads else (before, after)), (last, *cue_closing(last, end))):
            if cue is not None and who is not None:
                to = addressee(frame, cue)
                speaker = self._speaker(frame, who)
                return _Attribution(speaker, cue, self._named(to) if to and speaker else None, relays)
        if (told := self._according(last)) is not None:
            return told
        return self._continued(first, last, quotation)

    def _relays(self, frame: Frame) -> tuple[Relay, ...]:
        """The link of the chain that "according to" names."""
        if frame.source is None:
            return ()
        anchor = self._document.anchor(frame.source.start, frame.source.end)
        return (Relay(" ".join(self._document.passage(anchor).split()), anchor),)

    def _according(self, frame: Frame) -> _Attribution | None:
        """The speaker that "according to" names, where no verb does."""
        source = frame.source
        named = next((p for p in frame.phrases if source and p.start == source.start), None)
        speaker = self._named(named) if named is not None else None
        return _Attribution(speaker, source.cue) if source is not None and speaker is not None else None

    def _continued(self, first: Frame, last: Frame, quotation: Quotation) -> _Attribution:
        """A quotation that is a sentence by itself goes on from one before it in the paragraph, or right before it."""
        if self._last is None or quotation.start > first.start:
            return _Attribution(None, None)
        frame, attribution = self._last
        alone = not last.text[quotation.end : last.end].strip(" .,;")
        near = first.paragraph == frame.paragraph or (alone and first.number == frame.number + 1)
        return (
            _Attribution(attribution.speaker, attribution.cue, attribution.addressee)
            if near
            else _Attribution(None, None)
        )

    def _speaker(self, frame: Frame, phrase: Phrase) -> Speaker | None:
        """Whom a subject means; two joined by "and" speak together."""
        alone, other = self._named(phrase), companion(frame, phrase)
        beside = self._named(other) if other is not None else None
        if alone is None or other is None or beside is None:
            return alone
        anchor = self._document.anchor(other.start, phrase.end)
        return Speaker(f"{beside.name} and {alone.name}", "group", anchor)

    def _named(self, phrase: Phrase) -> Speaker | None:
        referent = self._referents.get(phrase)
        return Speaker(referent.name, referent.type, self._anchor(phrase)) if referent is not None else None

    def _statement(self, frame: Frame, quotation: Quotation, attribution: _Attribution) -> Statement:
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

    def _kind(self, frame: Frame, quotation: Quotation) -> StatementKind:
        opening = self._document.text[quotation.start + 1 : quotation.start + 6].lstrip("‘'“\"[(…. ")
        before = solid_before(frame, quotation.start)
        return "direct" if opening[:1].isupper() and (not before or before in ",:;—–") else "mixed"

    def _anchor(self, phrase: Phrase) -> Anchor:
        return self._document.anchor(phrase.start, phrase.end)
