"""Every expression of time in a document, resolved.

In: a document, its tree and its statements. Out: its times, in reading order, and the statements with when they were
said. What stands in a quotation is told on the day on which it was said, where the report tells another than its own.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from memcon.annotate.times.completion import completed
from memcon.annotate.times.direction import direction
from memcon.annotate.times.expressions import Found, expressions
from memcon.annotate.times.meaning import Length, Meaning, Point, Unit
from memcon.annotate.times.resolve import Resolved, resolve
from memcon.annotate.times.setting import Setting, Told
from memcon.annotate.times.tense import verb_above
from memcon.annotate.tree import Tree
from memcon.core.anchor import Anchor
from memcon.core.annotation import Statement
from memcon.core.dates import Precision
from memcon.core.document import Document
from memcon.core.reading import Reading
from memcon.core.times import Time
from memcon.core.timezones import TimeZone, zone_of_place, zone_of_words

_NEAR = 2  # paragraphs through which a date goes on to be the one that "the next day" counts from
_APART = 2  # years from the report's own, from which a told year rules what follows it
_PLANNED = frozenset("for by until till".split())
"""Prepositions with which a day tells when something is to be, not when it was said: "called a strike for Friday"."""
_SUPERLATIVES = frozenset("first last only most least worst best".split())


def find_times(
    document: Document, tree: Tree, reading: Reading, said: Sequence[tuple[Anchor, Time]] = ()
) -> tuple[Time, ...]:
    """The expressions of time of a document.

    Args:
        said: Passages that were said at another time than the report was published, each with that time.
    """
    return tuple(_Resolver(document, tree, reading, said).all(list(expressions(tree, reading))))


def said_when(statements: Sequence[Statement], tree: Tree, times: Sequence[Time]) -> tuple[Statement, ...]:
    """The statements, each with the expression that tells when it was said: the nearest that hangs on its cue."""
    by_verb = list[tuple[int, Anchor]]()
    for time in filter(_is_day, times):
        top = tree.top(tree.inside(time.anchor.start, time.anchor.end))
        verb = verb_above(tree, top)
        if verb is not None and tree.case(top) not in _PLANNED:
            by_verb.append((verb, time.anchor))

    def when(statement: Statement) -> Anchor | None:
        if statement.cue is None:
            return None
        words = tree.inside(statement.cue.start, statement.cue.end)
        found = [
            time
            for verb, time in by_verb
            if verb in words and not any(part.overlaps(time) for part in statement.content)
        ]
        return min(found, key=lambda time: abs(time.start - tree.starts[words.start]), default=None)

    return tuple(replace(statement, said=when(statement)) for statement in statements)


def _is_day(time: Time) -> bool:
    """Whether it tells a day; "urged her to come in the autumn" does not tell when it was said."""
    date = time.interval.single if time.interval else None
    return time.type in {"date", "time"} and date is not None and date.precision in {"day", "minute"}


class _Resolver:
    """Resolves the expressions of one document in reading order, remembering which dates were told."""

    def __init__(self, document: Document, tree: Tree, reading: Reading, said: Sequence[tuple[Anchor, Time]]) -> None:
        self._document = document
        self._tree = tree
        self._zones = [zone.start for zone in document.zones]
        self._published = Told(document.published, "published") if document.published else None
        self._said = said
        self._tells_now = True
        self._told: dict[Precision, tuple[int, Told]] = {}  # the last of each, with the number of its paragraph
        self._year: Told | None = None  # the last told with its year
        self._places = [
            (name.anchor.start, name.anchor.text(document.text)) for name in reading.names
            if name.type in {"place", "country", "facility"}
        ]  # fmt: skip

    def all(self, found: Sequence[Found]) -> Iterator[Time]:
        """Every expression that has a meaning here."""
        self._published = self._published or next(map(self._dateline, filter(self._stands_alone, found)), None)
        self._tells_now = any(map(Found.counts_from_now, found))
        zones = {
            self._tree.sentences[one.start]: one.meaning.zone
            for one in found
            if isinstance(one.meaning, Point) and one.meaning.zone and not self._in_brackets(one)
        }
        for one in completed(self._tree, found):
            resolved = resolve(self._sharpened(one, zones), self._setting(one))
            anchor = self._document.anchor(self._tree.starts[one.start], self._tree.ends[one.end - 1])
            self._remember(resolved, anchor)
            told = resolved.told
            yield Time(
                anchor=anchor,
                type=resolved.type,
                value=resolved.value,
                rule=one.rule,
                modifier=resolved.modifier,
                interval=resolved.interval,
                duration=resolved.duration,
                clock=told.clock if told else "",
                against=told.anchor if told else None,
                reason=resolved.reason,
            )

    def _in_brackets(self, found: Found) -> bool:
        return bool(found.start) and self._tree.forms[found.start - 1] == "("

    def _stands_alone(self, found: Found) -> bool:
        """Whether an expression is a day that is all of its paragraph, as at the head of a report."""
        meaning = found.meaning
        if not isinstance(meaning, Point) or not {"year", "month", "day"} <= set(meaning.fields) or meaning.last:
            return False
        number = self._paragraph(found.start)
        start, end = self._tree.starts[found.start], self._tree.ends[found.end - 1]
        zone = self._document.zones[number - 1] if number else None
        return zone is not None and self._document.text[zone.start : zone.end].strip() == self._document.text[start:end]

    def _dateline(self, found: Found) -> Told | None:
        resolved = resolve(found.meaning, Setting())
        date = resolved.interval.single if resolved.interval is not None else None
        anchor = self._document.anchor(self._tree.starts[found.start], self._tree.ends[found.end - 1])
        return Told(date, "stated", anchor) if date is not None else None

    def _sharpened(self, found: Found, zones: Mapping[int, str]) -> Meaning:
        """The meaning by what stands beside it.

        “the first visit in five years” tells of the five years that end now; of two clocks in a sentence of which one
        has a time zone, “from 4 to 5 pm GMT”, the other has it too.
        """
        meaning, tree = found.meaning, self._tree
        if isinstance(meaning, Point) and meaning.clock and not meaning.zone:
            return replace(meaning, zone=zones.get(tree.sentences[found.start], ""))
        if not isinstance(meaning, Length) or meaning.step is not None or not found.start:
            return meaning
        before = range(tree.sentence(found.start).start, found.start)
        ends_now = tree.lower[found.start - 1] == "in" and any(map(self._superlative, before))
        return replace(meaning, step=-1) if ends_now else meaning

    def _superlative(self, word: int) -> bool:
        lower = self._tree.lower[word]
        return lower in _SUPERLATIVES or (self._tree.upos[word] == "ADJ" and lower.endswith("est"))

    def _setting(self, found: Found) -> Setting:
        now = next((told for anchor, told in self._hours() if self._inside(found, anchor)), self._published)
        headline = self._zone_kind(found.start) == "headline"
        tense, firm = direction(self._tree, range(found.start, found.end), found.meaning, headline=headline)
        place = self._tree.starts[found.start]
        return Setting(
            now=now,
            then=self._then(found),
            narrative=self._narrative(now) if tense < 1 else None,
            tense=tense,
            firm=firm,
            zone=lambda words: self._time_zone(words, place),
        )

    def _hours(self) -> Iterator[tuple[Anchor, Told]]:
        """What was said at another time, with that time."""
        for anchor, time in self._said:
            if time.interval is not None and time.interval.single is not None:
                yield anchor, Told(time.interval.single.day, "said", time.anchor)

    def _inside(self, found: Found, anchor: Anchor) -> bool:
        return anchor.start <= self._tree.starts[found.start] < anchor.end

    def _paragraph(self, word: int) -> int:
        return bisect_right(self._zones, self._tree.starts[word])

    def _zone_kind(self, word: int) -> str:
        number = self._paragraph(word)
        return self._document.zones[number - 1].kind if number else ""

    def _then(self, found: Found) -> Told | None:
        """The last date told before that is known precisely enough to count from."""
        meaning = found.meaning
        unit: Unit = "day"
        if isinstance(meaning, Point) and meaning.shift is not None:
            unit = meaning.shift.unit
        elif isinstance(meaning, Length):
            unit = meaning.parts[-1][1]
            unit = unit if unit in {"day", "week", "month", "year", "decade", "century"} else "day"
        here = self._paragraph(found.start)
        alone = isinstance(meaning, Point) and meaning.shift is None  # a clock, or a weekday of a report without a date
        for paragraph, told in reversed(self._told.values()):
            if here - paragraph > (0 if alone else _NEAR):
                return None
            if told.fits(unit):
                return told
        return None

    def _narrative(self, now: Told | None) -> Told | None:
        """In a text that never counts from its own time, the last year told before, if it is not the report's."""
        told = self._year
        if self._tells_now or told is None or (now is not None and now.year - told.year < _APART):
            return None
        return told

    def _remember(self, resolved: Resolved, anchor: Anchor) -> None:
        if resolved.interval is None or resolved.type not in {"date", "time"}:
            return
        when, several = resolved.interval.last, resolved.interval.single is None
        if when is None or (several and when.precision != "day"):
            return
        week = several and "/" not in resolved.value  # of a range of days, "the next day" is the one after the last
        told = Told(when, "stated", anchor, resolved.absolute, week)
        paragraph = bisect_right(self._zones, anchor.start)
        self._told.pop(when.precision, None)  # so that the last told comes last
        self._told[when.precision] = (paragraph, told)
        self._year = told if told.absolute and not self._names_a_thing(anchor) else self._year

    def _names_a_thing(self, anchor: Anchor) -> bool:
        """Whether an expression only tells which thing is meant, as in "the 2015 accord"."""
        top = self._tree.top(self._tree.inside(anchor.start, anchor.end))
        return self._tree.relations[top] in {"nummod", "amod", "compound"} and self._tree.heads[top] > top

    def _time_zone(self, words: str, place: int) -> TimeZone | None:
        """The zone that words name; "local time" is that of a place named in the sentence, or shortly before it."""
        if words != "local":
            return zone_of_words(words)
        word = self._tree.at(place)
        last = self._tree.ends[self._tree.sentence(word).stop - 1]
        paragraph = max(self._paragraph(word) - 1 - _NEAR, 0)
        first = self._zones[paragraph] if self._zones else 0
        near = [one for one in self._places if first <= one[0] < last]
        near.sort(key=lambda one: (one[0] > place, abs(one[0] - place)))
        return next((zone for _, name in near if (zone := zone_of_place(name))), None)
