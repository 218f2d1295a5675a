"""What must hold for the times of any report, and for whatever an expression may mean.

Most reports are read by a made-up reading, since the laws do not rest on what a model sees: words cut as the packaged
model cuts them, parts of speech guessed from their letters, and every sentence a flat tree.
"""

import itertools
from collections.abc import Mapping, Sequence
from hashlib import sha256
from time import process_time
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from memcon.annotate.times import find_occurrences, find_times
from memcon.annotate.times.calendar import NEEDS
from memcon.annotate.times.grammar import grammar
from memcon.annotate.times.meaning import MINUTES, Length, Meaning, Point, Shift, Unit
from memcon.annotate.times.resolve import Resolved, resolve
from memcon.annotate.times.setting import Setting, Told
from memcon.annotate.tree import Tree
from memcon.core.annotation import Mention, Occurrence
from memcon.core.calendar_names import holiday, period
from memcon.core.dates import PartialDate
from memcon.core.document import Document
from memcon.core.reading import Name, Reading, Word
from memcon.core.terms import terms
from memcon.core.times import Time
from memcon.core.timezones import zone_of_words
from memcon.language.sentences import sentence_ranges
from memcon.language.words import word_ranges
from memcon.testing import annotated, document, documents, texts
from tests.property.shared import printed_elsewhere

laws = settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
laws_of_meanings = settings(max_examples=600, suppress_health_check=[HealthCheck.too_slow])
at_length = settings(max_examples=10_000, suppress_health_check=list(HealthCheck))
reads = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])

LONGEST = 300  # words of a sentence, about as many as the packaged model reads at a time
BOUND = 2.0  # seconds a kB; the worst of 10,000 texts took 0.005, of one word repeated 0.012, a pause of the machine 0.4; 2026-11
PRECISIONS = ("year", "month", "day", "minute")

# -- made-up readings

_KNOWN: Mapping[str, str] = {
    **dict.fromkeys(("the", "a", "an", "this", "that", "every", "each", "no"), "DET"),
    **dict.fromkeys(("in", "on", "at", "of", "by", "from", "since", "until", "for", "before", "after", "past"), "ADP"),
    **dict.fromkeys(("will", "would", "was", "were", "had", "has", "is", "may", "could", "should"), "AUX"),
    **dict.fromkeys(("met", "meet", "said", "left", "opened", "opens", "put", "scheduled"), "VERB"),
    **dict.fromkeys(("last", "next", "early", "late", "previous", "following", "due"), "ADJ"),
    **dict.fromkeys(("ago", "later", "today", "yesterday", "tomorrow", "not", "now"), "ADV"),
    **dict.fromkeys(("and", "or"), "CCONJ"),
    **dict.fromkeys(("if", "unless"), "SCONJ"),
    "to": "PART",
}
_RELATIONS: Mapping[str, str] = {
    "DET": "det", "ADP": "case", "AUX": "aux", "ADJ": "amod", "ADV": "advmod", "CCONJ": "cc", "SCONJ": "mark",
    "PART": "mark", "PUNCT": "punct", "VERB": "conj",
}  # fmt: skip


def guessed(form: str) -> str:
    """A part of speech that a word of such letters may have."""
    if form.casefold() in _KNOWN and form != "May":
        return _KNOWN[form.casefold()]
    if form[0].isdigit():
        return "NUM"
    if not form[0].isalpha():
        return "PUNCT"
    return "PROPN" if form[0].isupper() else "NOUN"


def read(made: Document, *, names: bool = False) -> Reading:
    """A reading in which every sentence hangs on its first verb, or on its first word.

    Args:
        names: Whether every word with a capital that is no time is a place.
    """
    words: list[Word] = []
    found: list[Name] = []
    number = 0
    for zone in made.zones:
        for start, end in sentence_ranges(made.text, zone.start, zone.end):
            ranges = list(word_ranges(made.text, start, end))
            for first in range(0, len(ranges), LONGEST):
                part = ranges[first : first + LONGEST]
                upos = [guessed(made.text[left:right]) for left, right in part]
                head = len(words) + (upos.index("VERB") if "VERB" in upos else 0)
                for (left, right), kind in zip(part, upos, strict=True):
                    anchor, here = made.anchor(left, right), len(words)
                    relation = "root" if here == head else _RELATIONS.get(kind, "obl")
                    words.append(Word(anchor, made.text[left:right].casefold(), kind, head, relation, number))
                    if names and kind == "PROPN" and made.text[left:right] in PLACES:
                        found.append(Name(anchor, "place"))
                number += 1
    return Reading(made.id, words=tuple(words), names=tuple(found))


def times_of(made: Document) -> tuple[Time, ...]:
    """The times of a document by the made-up reading."""
    reading = read(made, names=True)
    return find_times(made, Tree(made.text, reading), reading)


def values(times: Sequence[Time]) -> list[tuple[Any, ...]]:
    """Everything of times but where they stand."""
    return [
        (one.type, one.value, one.rule, one.modifier, str(one.interval), one.duration, one.clock, one.reason)
        for one in times
    ]


# -- texts

PLACES = ("Nairobi", "Lima", "Tokyo", "Oslo", "Kathmandu", "Apia")
VOCABULARY: tuple[str, ...] = tuple(sorted({word for words in terms("times")["words"].values() for word in words}))
CAPITALS = (
    "January", "May", "March", "August", "Sept.", "Dec", "Monday", "Tuesday", "Fri", "Sundays", "Christmas", "Easter",
    "Ramadan", "Cold War", "Boxing Day", "GMT", "UTC", "EDT", "Nairobi time", "local time", "Z", "AD", "BC", "FY2031",
    "FY7", "Q3", "H1", "Q9", "FY",
)  # fmt: skip
DIGITS = (
    "0", "1", "2", "7", "13", "24", "31", "32", "99", "100", "1000", "1600", "1962", "2031", "2199", "2200", "9999",
    "99999", "999999", "1,000", "1,000,000", "2.5", "0.5", "00:00", "4:34", "24:00", "24:30", "9.15", "16h30", "16h",
    "25:00", "1st", "2nd", "31st", "32nd", "1990s", "1800s", "90s", "’90s", "2030/31", "1999/00", "3/12/31", "31/12/2031",
    "2031.05.14", "2031/05/14", "0/0/0000", "99/99/9999", "2031-05-14", "29", "February", "2030–31", "+3", "-12", "+99",
    "٣", "²", "１２", "Ⅻ", "½", "1e9", "007", "0000", "100000",
)  # fmt: skip
PUNCTUATION = (
    ",", ".", ". ", ";", "-", "–", "—", "−", "/", "(", ")", "'", "’", "“", "”", "+", "%", "…", "\n\n", "\n", "?", ":",
)  # fmt: skip
SCRIPTS = (
    "昨日", "5月3日", "أمس", "٣ مايو", "вчера", "אתמול", "\u202e3 May\u202c", "Ma\u0301y", "M\u200bay", "MAY", "ＭＡＹ",
    "İstanbul", "ß", "\U0001d7d9", "\U0001f570",
)  # fmt: skip
WORDS = ("The", "minister", "met", "will", "meet", "said", "was", "scheduled", "to", "not", "if", "people", *PLACES)

heaps = st.lists(
    st.one_of(
        *(st.sampled_from(some) for some in (VOCABULARY, VOCABULARY, CAPITALS, DIGITS, PUNCTUATION, SCRIPTS, WORDS))
    ),
    max_size=60,
).map(" ".join)
"""Words of time, digits, marks and other scripts, in no order."""
glued = st.lists(st.sampled_from((*VOCABULARY[:400], *CAPITALS, *DIGITS, *PUNCTUATION)), max_size=30).map("".join)
published = st.none() | st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    st.integers(1, 9999).map("{:04}".format),
    st.sampled_from(
        ("2031-05-14", "2031-05-14T16:30", "2031-05-14T23:30-05:00", "0001-01-01", "9999-12-31", "2032-02-29")
    ),
)
anything = documents() | st.builds(
    lambda text, date: document(text, published=date), heaps | heaps | glued | texts(), published
)
longer = st.builds(
    lambda text, times, date: document(text * times, published=date), heaps | glued, st.integers(1, 12), published
)

EXPRESSIONS = (
    "Tuesday", "last week", "the next day", "a year later", "the following month", "two days ago", "in May", "this weekend",
    "3 March 2031", "at 4 pm local time", "in 1962", "on Tuesday at 9 pm GMT", "the past two weeks", "early June", "today",
    "the day before", "3/12/31", "the nineties", "last May", "next Friday", "Friday (13)", "the same day", "that year",
)  # fmt: skip
DATELESS = (
    "The minister met the council.", "Nobody came.", "“No,” said the minister.", "Boats wait in Lima, Oslo and Apia.",
    "…", "会談は終わった。", "The lake is low. The lock is broken. (It was not.)", "Prices fell by 14%.",
)  # fmt: skip
dated = st.builds(
    "{} {} {}.".format,
    st.sampled_from(("The ministers met", "They will meet", "The talks are scheduled", "The council said", "It opens")),
    st.sampled_from(EXPRESSIONS),
    st.sampled_from(("in Nairobi", "again", "and left", "")),
)


# -- (a) whatever the text


def check(made: Document) -> None:
    """The times and occurrences of a document are sound."""
    reading = read(made, names=True)
    tree = Tree(made.text, reading)
    times = find_times(made, tree, reading)
    check_times(made, times)
    check_occurrences(
        made,
        times,
        find_occurrences(made, tree, times, (), [Mention(one.anchor, "x", "person") for one in reading.names]),
    )


def check_times(made: Document, times: Sequence[Time]) -> None:
    """Every time lies in a zone that is read, none overlaps another, and each says what it means or why it cannot."""
    for one in times:
        assert one.anchor.document == made.id
        assert made.passage(one.anchor).strip()
        assert any(zone.start <= one.anchor.start and one.anchor.end <= zone.end for zone in made.zones)
        assert one.value
        assert one.rule
        assert (one.type == "duration") == (one.duration is not None)
        assert not (one.reason and (one.interval or one.duration))
        assert bool(one.against) == (one.clock in {"said", "stated"})
        if one.interval:
            check_interval(one.interval.first, one.interval.last)
    for left, right in itertools.pairwise(times):
        assert left.anchor.end <= right.anchor.start


def check_interval(first: PartialDate | None, last: PartialDate | None) -> None:
    """An interval does not end before it begins."""
    assert first is not None or last is not None
    assert first is None or last is None or first.not_after(last)


def check_occurrences(made: Document, times: Sequence[Time], occurrences: Sequence[Occurrence]) -> None:
    """What is dated is dated by one of the times, in an interval with both ends, once for each verb."""
    by_anchor = {one.anchor: one for one in times}
    for one in occurrences:
        interval = by_anchor[one.time].interval
        assert interval is not None
        assert interval.first is not None
        assert interval.last is not None
        assert one.anchor.contains(one.trigger)
    assert len({one.trigger for one in occurrences}) == len(occurrences)


@laws
@given(anything)
@example(document("the current fiscal year, the last 2 weeks and the next 3 decades", published="0001-01-01"))
@example(document("05.142031-05-14, 05.1-05-14, 1,000-05-14, 2030–3.5, the winter of 2030–3.1", published="2031-05-14"))
@example(document("midnight on 31 December 9999 and 99999 years from now, tomorrow", published="9999-12-31"))
def test_whatever_the_text(made: Document) -> None:
    """No text is too odd: its times lie in it, apart from one another, in order, and say what they mean."""
    check(made)


@pytest.mark.slow
@at_length
@given(anything | longer)
def test_whatever_the_text_at_length(made: Document) -> None:
    """Ten thousand texts are sound, and none takes long for its length."""
    started = process_time()
    check(made)
    assert process_time() - started < BOUND * max(len(made.text) / 1000, 1)


@pytest.mark.parametrize(
    "unit",
    [
        "Monday ", "the ", "2031 ", "two days ", "last ", "of the year ", "3/12/31 ", "May 3–", "a day and a half and ",
        "one two three ", "1 ", "early mid late ", "the first Sunday of ", "Tuesday, ", "at 4 pm ", "later ", "(13) ",
        "every other day ", "the beginning of the end of the ", "Monday. ", "the next day. ", "In 1962 ", "half past ",
        "the previous year\n\n", "3 March 2031\n\n", "4 pm local time in Lima. ", "years ", "to until through ",
    ],
)  # fmt: skip
def test_four_times_as_much_takes_about_four_times_as_long(unit: str) -> None:
    """Repeating words of time does not make the finder slower for each of them."""

    def seconds(size: int) -> float:
        made = document(unit * (size // len(unit)), published="2031-05-14")
        reading = read(made, names=True)
        tree = Tree(made.text, reading)
        taken = []
        for _ in range(2):
            started = process_time()
            find_times(made, tree, reading)
            taken.append(process_time() - started)
        return min(taken)

    short, long = seconds(4_000), seconds(16_000)
    assert long < 10 * short + 0.05


# -- (b) stable under what is far away


def told_in(paragraphs: Sequence[str], date: str | None) -> list[tuple[Any, ...]]:
    """What the times of a report of these paragraphs mean; no place is named, since "local time" is the last one's."""
    made = document("\n\n".join(paragraphs), published=date)
    reading = read(made)
    return values(find_times(made, Tree(made.text, reading), reading))


dates = st.sampled_from(("2031-05-14", "2031-05", None))
dateless = st.sampled_from(DATELESS)


@laws
@given(
    st.lists(dateless, min_size=3, max_size=6),
    st.lists(dated | dateless, max_size=4),
    st.lists(dateless, max_size=3),
    dates,
    st.data(),
)
def test_what_is_far_away_changes_nothing(
    before: list[str], middle: list[str], after: list[str], date: str | None, data: st.DataObject
) -> None:
    """Other paragraphs without a date, three or more before or anywhere after, change no value of an expression."""
    other = st.sampled_from(DATELESS)
    far = [data.draw(other) for _ in before[:-2]]
    behind = [data.draw(other) for _ in after]
    expected = told_in([*before, *middle, *after], date)
    assert told_in([*far, *before[-2:], *middle, *behind], date) == expected


@laws
@given(st.lists(dated, min_size=1, max_size=4), st.lists(dateless, max_size=4), dates)
def test_what_follows_changes_nothing(paragraphs: list[str], more: list[str], date: str | None) -> None:
    """Paragraphs without a date that are added at the end change no value."""
    assert told_in(paragraphs, date) == told_in([*paragraphs, *more], date)


def test_what_is_said_to_have_no_date_has_none() -> None:
    """The paragraphs that are put in place of one another tell no time, and the others do."""
    assert told_in(DATELESS, None) == []
    assert all(told_in([text], None) for text in EXPRESSIONS)


# -- (c) precision never grows

UNITS: tuple[Unit, ...] = tuple(MINUTES)  # type: ignore[arg-type]
units = st.sampled_from(UNITS)
counts = st.integers(-30, 30) | st.sampled_from((-100_000, 100_000))
years = st.integers(1, 9999) | st.integers(1950, 2050)
months, weekdays = st.integers(1, 12), st.integers(1, 7)
relative: st.SearchStrategy[Mapping[str, Any]] = st.one_of(
    st.fixed_dictionaries({"weekday": weekdays}),
    st.fixed_dictionaries({"weekday": weekdays, "day": st.integers(1, 31)}),
    st.fixed_dictionaries({"month": months}),
    st.fixed_dictionaries({"month": months, "day": st.integers(1, 29)}),
    st.fixed_dictionaries({"month": months, "day": st.integers(1, 29), "weekday": weekdays}),
    st.fixed_dictionaries({"month": months, "weekday": weekdays, "nth": st.sampled_from((-1, 1, 2, 3, 4, 5))}),
    st.fixed_dictionaries({"day": st.integers(1, 31)}),
    st.fixed_dictionaries({"season": st.sampled_from(("SP", "SU", "FA", "WI"))}),
    st.fixed_dictionaries({"quarter": st.integers(1, 4)}),
    st.fixed_dictionaries({"half": st.integers(1, 2)}),
    st.fixed_dictionaries({"holiday": st.sampled_from([holiday(name) for name in ("Christmas", "Easter", "Ramadan")])}),
    st.just({"weekend": True}),
)
absolute: st.SearchStrategy[Mapping[str, Any]] = st.one_of(
    st.fixed_dictionaries({"year": st.integers(-9999, -1)}),
    st.fixed_dictionaries({"year": years}, optional={"fiscal": st.just(True)}),
    st.fixed_dictionaries({"year": years, "month": months}, optional={"day": st.integers(1, 31)}),
    st.fixed_dictionaries({"year": years, "quarter": st.integers(1, 4)}, optional={"fiscal": st.just(True)}),
    st.fixed_dictionaries({"year": years, "season": st.sampled_from(("SP", "SU", "FA", "WI"))}),
    st.fixed_dictionaries({"year": years, "either": st.just(((3, 12), (12, 3)))}),
    st.fixed_dictionaries({"year": years, "holiday": st.just(holiday("Easter"))}),
    st.fixed_dictionaries({"decade": st.integers(0, 999)}),
    st.fixed_dictionaries({"decade_of": st.integers(0, 9)}),
    st.fixed_dictionaries({"century": st.integers(-30, 99)}),
    st.just({"period": period("Cold War")}),
)
shifts = st.builds(
    Shift, counts, units.filter(lambda unit: unit not in {"fortnight", "millennium"}), st.sampled_from(("now", "then"))
)
clocks = st.none() | st.tuples(st.integers(0, 23), st.integers(0, 59)) | st.just((24, 0))
zones = st.sampled_from(("", "", "GMT", "UTC+3", "Nairobi time", "Nowhere time"))
parts = st.sampled_from(("", "", "MO", "NI"))
steps = st.none() | st.integers(-1, 1)
relative_points = st.one_of(
    st.builds(Point, relative, step=steps, part=parts, clock=clocks, zone=zones),
    st.builds(Point, relative, st.just(Shift(0, "day", "then")), steps),
    st.builds(Point, st.just({}), shifts, part=parts, clock=clocks, zone=zones),
    st.builds(Point, relative | st.just({"fiscal": True}), shifts),
    st.builds(Point, part=parts.filter(bool)),
    st.builds(Point, clock=clocks.filter(bool), zone=zones),
)
absolute_points = st.one_of(
    st.builds(Point, absolute, part=parts, clock=clocks, zone=zones),
    st.builds(
        Point,
        st.fixed_dictionaries({"year": years, "month": months, "day": st.integers(1, 31)}),
        last=st.builds(Point, st.fixed_dictionaries({"month": months, "day": st.integers(1, 31)})),
    ),
)
lengths = st.builds(
    lambda count, unit, step, base: Length(
        ((count, unit),), (count or 2) * MINUTES[unit], (count or 20) * MINUTES[unit], MINUTES[unit], None, step, base
    ),
    st.none() | st.integers(1, 40) | st.sampled_from((0.5, 1.5, 100_000.0)),
    units,
    steps,
    st.sampled_from(("now", "then")),
)
meanings: st.SearchStrategy[Meaning] = relative_points | absolute_points | lengths


def told(dates: st.SearchStrategy[str]) -> st.SearchStrategy[Told]:
    """A date that was told so."""
    return st.builds(Told, dates.map(PartialDate), st.sampled_from(("published", "said", "stated")))


moments = st.builds(
    "{}{}{}".format,
    st.dates(),
    st.sampled_from(("", "", "T16:30", "T23:45")),
    st.just(""),
) | st.sampled_from(("0001-01-01", "9999-12-31", "9999-12-31T23:59", "2032-02-29"))
prefixes = st.builds(lambda iso, length: iso[:length], moments, st.sampled_from((4, 7, 10, 16)))
tenses = st.integers(-1, 1)
settings_of_any_kind = st.builds(
    Setting,
    st.none() | told(prefixes),
    st.none() | told(prefixes),
    st.none() | told(prefixes),
    tenses,
    st.just(zone_of_words),
)


def precision(found: Resolved) -> int:
    """How precisely the ends of its interval are known, by number; -1 without one."""
    ends = (found.interval.first, found.interval.last) if found.interval else ()
    return max((PRECISIONS.index(end.precision) for end in ends if end), default=-1)


@laws_of_meanings
@given(meanings, settings_of_any_kind)
def test_whatever_is_meant(meaning: Meaning, setting: Setting) -> None:
    """Whatever is meant wherever, it is resolved or has a reason, and no interval ends before it begins."""
    found = resolve(meaning, setting)
    assert found.value
    if found.interval:
        assert not found.reason
        check_interval(found.interval.first, found.interval.last)


@laws_of_meanings
@given(meanings, settings_of_any_kind)
def test_only_a_clock_is_more_precise_than_a_day(meaning: Meaning, setting: Setting) -> None:
    """Without a clock that is told, no end of an interval is more precise than a day."""
    if isinstance(meaning, Point) and meaning.clock:
        return
    assert precision(resolve(meaning, setting)) <= PRECISIONS.index("day")


@laws_of_meanings
@given(relative_points | lengths, moments, st.sampled_from((4, 7)), tenses)
def test_no_day_is_counted_from_a_year_or_month(meaning: Meaning, date: str, length: int, tense: int) -> None:
    """From a report whose day is not known no expression gets a day; from one whose month is not known, no month."""
    now = Told(PartialDate(date[:length]), "published")
    found = resolve(meaning, Setting(now, tense=tense, zone=zone_of_words))
    allowed = PRECISIONS.index(now.when.precision)
    shifted = isinstance(meaning, Point) and meaning.shift is not None and bool(meaning.fields)
    if not shifted:  # Christmas of last year is told to the day
        assert precision(found) <= allowed


@laws_of_meanings
@given(meanings, moments, st.sampled_from((4, 7, 10)), tenses)
def test_cutting_the_date_makes_nothing_more_precise(meaning: Meaning, date: str, length: int, tense: int) -> None:
    """The less is known of when a report was published, the less is known of what it tells."""

    def at(iso: str) -> Resolved:
        return resolve(meaning, Setting(Told(PartialDate(iso), "published"), tense=tense, zone=zone_of_words))

    assert precision(at(date[:length])) <= precision(at(date))


@laws_of_meanings
@given(relative_points, tenses)
def test_nothing_is_counted_from_nothing(point: Point, tense: int) -> None:
    """Without any date to count from, nothing that is not told with its year has an interval."""
    found = resolve(point, Setting(tense=tense))
    assert found.interval is None
    assert found.reason
    assert found.told is None


@laws_of_meanings
@given(units, st.integers(-40, 40), st.dates().map(str), st.sampled_from((4, 7, 10)))
def test_a_unit_needs_its_precision(unit: Unit, count: int, date: str, length: int) -> None:
    """So many units from a date are told exactly if the date is known precisely enough for them."""
    if unit in {"hour", "minute", "second", "fortnight", "millennium"}:
        return
    now = Told(PartialDate(date[:length]), "published")
    found = resolve(Point(shift=Shift(count, unit, "now")), Setting(now))
    known = PRECISIONS.index(now.when.precision) >= PRECISIONS.index(NEEDS[unit])
    assert known or found.interval is None
    assert known == ("is known to the" not in found.reason)


# -- (d) the same times for the same text


@laws
@given(anything, anything)
def test_what_was_read_before_leaves_no_trace(made: Document, other: Document) -> None:
    """The same report has the same times whatever was read between, and no word is unknown to the rules' alphabet."""
    letters = grammar()[0].letters()
    first = repr(times_of(made))
    times_of(other)
    assert repr(times_of(made)) == first
    assert grammar()[0].letters() == letters


@pytest.mark.models
def test_another_process_finds_the_same() -> None:
    """Processes that hash differently find the same times and occurrences, in whatever order they read the reports."""
    reports = (
        "“We sail today,” Prime Minister Ilka Brandt said on Monday. She will meet Oto Reyes in Lima on 3 June.",
        "The port was closed in 1962. In May the workers left. A year later they came back at 4 pm local time.",
        "Talks are scheduled for Friday. They lasted two hours last week, in the second quarter of FY2031.",
    )
    code = (
        "from hashlib import sha256\nfrom memcon.testing import annotated, document\n"
        "made = [document(text, published='2031-05-14') for text in {reports!r}]\n"
        "found = [(one.times, one.occurrences) for one in (annotated(one)[0] for one in made)]\n"
        "print(*(sha256(repr(one).encode()).hexdigest() for one in found))\n"
    )
    made = [annotated(document(text, published="2031-05-14"))[0] for text in reports]
    here = [sha256(repr((one.times, one.occurrences)).encode()).hexdigest() for one in made]
    for seed, order in ((1, 1), (2, -1)):
        printed = printed_elsewhere(code.format(reports=reports[::order]), seed)
        assert printed.split() == here[::order]


# -- with the packaged model


@pytest.mark.models
@reads
@given(anything)
def test_the_model_reads_whatever_the_text(made: Document) -> None:
    """Read by the model, too, the times of any text are sound, and statements are dated by one of them."""
    found, _ = annotated(made)
    check_times(made, found.times)
    check_occurrences(made, found.times, found.occurrences)
    anchors = {one.anchor for one in found.times}
    assert all(one.said in anchors for one in found.statements if one.said)
