"""Scores of expressions of time, on invented texts and with a tagger made for them."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench import timex
from memcon.core.dates import PartialDate
from memcon.core.document import Document
from memcon.core.times import Duration, Interval, Time
from memcon.errors import GoldError
from memcon.evaluate import Figure, Scoreboard, corpora, markdown, times
from memcon.evaluate.gold import Gold, GoldEngagement, Place, Report, read_gold
from memcon.evaluate.metrics import f1
from memcon.evaluate.timecorpora import Sample, dated, gum, marked_reports, meantime
from memcon.evaluate.timex import Expected, Found, Stretch, counts, paired, plain, right
from memcon.testing import document

TIMES = {
    "4 May 2031": ("date", "2031-05-04", Interval.of(PartialDate("2031-05-04"))),
    "May 2031": ("date", "2031-05", Interval.of(PartialDate("2031-05"))),
    "Tuesday": ("date", "2031-05-06", Interval.of(PartialDate("2031-05-06"))),
    "since 2024": ("date", "2024", Interval(PartialDate("2024"), None)),
    "4:34 pm": ("time", "2031-05-06T16:34", Interval.of(PartialDate("2031-05-06T16:34+02:00"))),
    "two hours": ("duration", "PT2H", None),
    "594 BC": ("date", "BC0594", None),
    "every Monday": ("set", "XXXX-WXX-1", None),
    "once": ("date", "PAST_REF", None),
}


def tag(text: Document) -> Sequence[Time]:
    """The expressions of `TIMES`, the longer before those in them, in reading order."""
    pattern = "|".join(re.escape(words) for words in TIMES)
    return [_time(text, match) for match in re.finditer(rf"\b(?:{pattern})\b", text.text)]


def _time(text: Document, match: re.Match[str]) -> Time:
    kind, value, interval = TIMES[match[0]]
    length = Duration("PT2H", 110, 125) if kind == "duration" else None
    return Time(text.anchor(*match.span()), kind, value, "made", interval=interval, duration=length)  # type: ignore[arg-type]


def write(path: Path, text: str) -> None:
    """A file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def ratios(expected: Sequence[Expected], found: Sequence[Found]) -> dict[str, float]:
    """F1 by measure."""
    return {measure: f1(items) for measure, items in counts(expected, found).items()}


# -- what is right ----------------------------------------------------------------------------------------------------


def test_four_measures() -> None:
    """An overlap counts as relaxed, its value and type on their own; what is spurious counts against all four."""
    expected = [Expected(0, 5, "2031", "date"), Expected(10, 20, "PT2H", "duration")]
    found = [Found(0, 5, ("2031",), type="date"), Found(12, 20, ("PT2H",), type="time"), Found(30, 34, type="date")]
    assert ratios(expected, found) == pytest.approx({"strict": 2 / 5, "relaxed": 4 / 5, "value": 4 / 5, "type": 2 / 5})


@pytest.mark.parametrize(
    ("told", "found", "measured"), [("date", "date", True), ("", "date", False), ("date", "", False)]
)
def test_types_that_nobody_told_are_not_scored(told: str, found: str, measured: bool) -> None:
    """Neither where the corpus has none nor where the method has none, even if a text has nothing to type."""
    samples = [
        Sample("a", corpora.document("2031"), (Expected(0, 4, "2031", told),)),
        Sample("b", corpora.document("x"), ()),
    ]
    counted = times.tally("read", samples, lambda text: [Found(0, 4, type=found)] if text.text == "2031" else [])
    assert ("type" in counted) is measured


def test_an_expression_is_used_once() -> None:
    """The one with the same ends is preferred, then the one that shares most."""
    expected = [Expected(0, 10, ""), Expected(10, 20, "")]
    assert dict(paired(expected, [Found(0, 20), Found(0, 10)])) == {0: 1, 1: 0}
    assert dict(paired(expected, [Found(2, 19)])) == {1: 0}
    assert dict(paired(expected, [Found(20, 25)])) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("P10Y", "P1DE"), ("p18m", "P1.5Y"), ("PT24H", "P1D"), ("P1W", "P7D"), ("P1DT2H", "PT26H"),
        ("2031-05-04T16:34:00", "2031-05-04T16:34"), ("2031-05-04T16:34:00+00:00", "2031-05-04T16:34Z"),
    ],
)  # fmt: skip
def test_one_value_in_several_spellings(one: str, other: str) -> None:
    """Equal lengths and equal moments are equal, however they are written."""
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("P1M", "PT1M"), ("PXD", "PXW"), ("PM6", "P6M"), ("P", "PT0M"), ("2031-W19", "2031-05"), ("P1Y", "PT1M")],
)
def test_values_that_differ(one: str, other: str) -> None:
    """Months are not minutes; a slip of the annotators stays as it is."""
    assert plain(one) != plain(other)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031", True), ("2031-05", True), ("2031-05-04", True), ("2031-05-04T16:34Z", True), ("2031-W18", True),
        ("2031-W19", False), ("2030", False), ("P2D", False), ("PRESENT_REF", False), ("", False),
        (Stretch("2031", "2031"), True), (Stretch("2031-05-01", "2031-05-31"), True), (Stretch("2032", ""), False),
        (Stretch("", "2031-05-03"), False), (Stretch("--05", "--05"), False), (Stretch("-0594", "-0594"), False),
    ],
)  # fmt: skip
def test_a_moment_is_cut_to_the_gold(value: str | Stretch, expected: bool) -> None:
    """A method that knows moments only is right if it begins as the value does, or lies in the stretch."""
    assert right(value, Found(0, 1, moment="2031-05-04T16:34:00")) is expected


@pytest.mark.parametrize(
    ("gold", "first", "last", "expected"),
    [
        (Stretch("2031", "2031"), "2031", "2031", True),
        (Stretch("2031", "2031"), "2031-01", "2031-12", True),
        (Stretch("2031", "2031"), "2031-05", "2031-05", False),
        (Stretch("2030-01-01", "2039-12-31"), "2030", "2039", True),
        (Stretch("2031-02", "2031-02"), "2031-02-01", "2031-02-28", True),
        (Stretch("2031-05-04", "2031-05-04"), "2031-05-04T16:34", "2031-05-04T16:34", True),
        (Stretch("2031", ""), "2031", "", True),
        (Stretch("", "2031"), "", "2031", True),
        (Stretch("2031", "2032"), "2031", "", False),
        (Stretch("2031", "2040", within=True), "2031-05", "2040", True),
        (Stretch("2031", "2040", within=True), "2030", "2035", False),
        (Stretch("2031", "2040", within=True), "2031", "", False),
        (Stretch("", "2031-01-01", within=True), "", "2031", True),
        (Stretch("2031-09-02", "", within=True), "2031", "", True),
        (Stretch("2031-09-02", "", within=True), "", "2031", False),
        (Stretch("--09", "--12"), "2031-09", "2031-12", True),
        (Stretch("--09", "--12"), "2031-09", "2031-11", False),
    ],
)
def test_stretches_of_the_calendar(gold: Stretch, first: str, last: str, expected: bool) -> None:
    """Stretches are compared by first and last day; bounds may be touched; of any year only the months count."""
    assert right(gold, Found(0, 1, intervals=((first, last),))) is expected


@pytest.mark.parametrize(
    ("gold", "value", "expected"),
    [
        (Stretch("-0594", "-0594"), "BC0594", True),
        (Stretch("-0594", "-0594"), "BC0595", False),
        (Stretch("-0594", "-0594"), "0594", False),
        (Stretch("-0776", ""), "BC0776", True),
        (Stretch("", "-0700", within=True), "BC0750", True),
        (Stretch("", "-0700", within=True), "BC0650", False),
        (Stretch("--09", "--12"), "XXXX-FA", True),
        (Stretch("--09", "--12"), "XXXX-SU", False),
        (Stretch("--09", "--09"), "XXXX-09", True),
        (Stretch("2031-06", "2031-09"), "2031-SU", True),
        (Stretch("2031-06", "2031-09"), "2032-SU", False),
    ],
)
def test_what_only_a_value_can_tell(gold: Stretch, value: str, expected: bool) -> None:
    """Years before Christ, months and seasons of any year, and seasons, which TEI draws from solstice to equinox."""
    assert right(gold, Found(0, 1, (value,))) is expected


def test_stretches_are_shown_as_edtf() -> None:
    """A date, from one to another, an open end, somewhere between."""
    made = (Stretch("2031", "2031"), Stretch("2031", "2032"), Stretch("2031", ""), Stretch("", "2032", within=True))
    assert [str(one) for one in made] == ["2031", "2031/2032", "2031/..", "[..2032]"]


# -- corpora ----------------------------------------------------------------------------------------------------------


def article(folder: Path) -> Path:
    """An article in MEANTIME's form, of which six sentences are annotated."""
    sentences = [
        "Orrin meets Marn",
        "May 06 , 2031",
        "They met `` today '' .",
        "It took two hours .",
        "A",
        "B",
        "C in 2031",
    ]
    timex = [
        {"sent": 3, "tokens": [2, 3], "type": "DURATION", "value": "PT2H"},
        {"sent": 1, "tokens": [0, 1, 2, 3], "type": "DATE", "value": "2031-05-06"},
        {"sent": 2, "tokens": [3], "type": "DATE", "value": "2031-05-06"},
        {"sent": 6, "tokens": [2], "type": "DATE", "value": "2031"},
        {"sent": None, "tokens": [], "type": "DATE", "value": "2031-05-05"},
    ]
    row = {"doc_id": "1", "dct": "2031-05-06", "sentences": [one.split() for one in sentences], "timex": timex}
    lines = [row, {**row, "doc_id": "2", "dct": None, "timex": []}]
    path = folder / "wikinews" / "docs.jsonl"
    write(path, "".join(f"{json.dumps(one)}\n" for one in lines))
    return path


def words(sample: Sample) -> list[str]:
    """What the expected expressions say."""
    return [sample.document.text[one.start : one.end] for one in sample.expected]


def test_articles_of_meantime(tmp_path: Path) -> None:
    """Headline, date and text as printed; only annotated sentences, and only expressions with words."""
    first, second = meantime(article(tmp_path))
    assert first.document.text == "Orrin meets Marn\nMay 06, 2031\nThey met “today”. It took two hours. A B"
    assert [zone.kind for zone in first.document.zones] == ["headline", "body", "body"]
    assert words(first) == ["May 06, 2031", "today", "two hours"]
    assert [one.type for one in first.expected] == ["date", "date", "duration"]
    assert (str(first.document.published), second.document.published) == ("2031-05-06", None)


TEI = """<text id="GUM_talks" dateCreated="2031-05-06" title="Talks">
<head>
<s>
Talks\tNNS
</s>
</head>
<p>
<s>
In\tIN
<date when="2031-05-04">
<ref>
May\tNP
</ref>
<date when="--04">
4\tCD
</date>
</date>
the\tDT
<w>
half\tJJ
-\t-
way
</w>
point\tNN
,\t,
<date notBefore="2024">
since\tIN
2024\tCD
</date>
and\tCC
<date from="2030-01-01" to="2039-12-31">
2030s\tCD
</date>
<date when="2031">
</date>
</s>
</p>
Yes\tUH
</text>
"""


def test_documents_of_gum(tmp_path: Path) -> None:
    """Words in their paragraphs, joined where TEI joins them; the outermost dates with what their attributes say."""
    write(tmp_path / "talks.xml", TEI)
    (sample,) = gum([tmp_path / "talks.xml"])
    assert sample.document.text == "Talks\nIn May 4 the half-way point, since 2024 and 2030s\nYes"
    assert words(sample) == ["May 4", "since 2024", "2030s"]
    assert [str(one.value) for one in sample.expected] == ["2031-05-04", "[2024..]", "2030-01-01/2039-12-31"]
    assert str(sample.document.published) == "2031-05-06"
    write(tmp_path / "bare.xml", '<text dateCreated="2031">\nYes\tUH\n</text>')
    assert next(gum([tmp_path / "bare.xml"])).document.text == "Yes"


def test_invented_reports(tmp_path: Path) -> None:
    """A line for the date, which may be empty, and marked paragraphs."""
    write(
        tmp_path / "a.txt",
        "published: 2031-05-06\n---\nThey met [time{2031-05-06T16:34}:at 4:34 pm]\n\n[date{2031}:2031].\n",
    )
    write(tmp_path / "b.txt", "published:\n---\nNobody met [[anybody]] in [date{2031}:2031].\n")
    first, second = marked_reports([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert first.document.text == "They met at 4:34 pm\n\n2031."
    assert [(one.type, one.value) for one in first.expected] == [("time", "2031-05-06T16:34"), ("date", "2031")]
    assert words(first) == ["at 4:34 pm", "2031"]
    assert (second.document.text, words(second)) == ("Nobody met [anybody] in 2031.", ["2031"])
    assert (str(first.document.published), second.document.published) == ("2031-05-06", None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("They met.\n", "it must begin with `published: DATE`"),
        ("published: May\n---\nThey met.\n", "'May' is not a date"),
        ("published:\n---\nThey met [day{2031-05-06}:today].\n", r"is not a mark like"),
    ],
)
def test_a_slip_in_an_invented_report_is_explained(tmp_path: Path, text: str, reason: str) -> None:
    """The file and what is wrong with it."""
    write(tmp_path / "a.txt", text)
    with pytest.raises(GoldError, match=reason):
        list(marked_reports([tmp_path / "a.txt"]))


# -- figures ----------------------------------------------------------------------------------------------------------


def test_figures_of_all_corpora(tmp_path: Path) -> None:
    """Each corpus has its figures, GUM without types, with the naive method beside them where it has any."""
    article(tmp_path)
    write(tmp_path / "gum" / "xml" / "dev" / "talks.xml", TEI)
    write(tmp_path / "times" / "read" / "a.txt", "published:\n---\nThey met on [date{2031-05-04}:4 May 2031].\n")
    write(tmp_path / "times" / "unread" / "a.txt", "published:\n---\nThey met [date{2031-05-04}:4 May 2031], once.\n")
    scores = {score.name: score for score, _ in times.measure(tmp_path, tmp_path / "times", tag)}
    assert set(scores) == times.NAMES | {
        f"{a}_{b}_f1" for a in ("read", "unread") for b in ("strict", "relaxed", "value", "type")
    }
    assert scores["read_value_f1"].value == scores["read_value_f1"].naive == 1
    assert scores["unread_value_f1"].value == pytest.approx(2 / 3)
    assert scores["read_type_f1"].naive is None
    assert scores["meantime_strict_f1"].n == 3
    assert scores["gum_value_f1"].value == pytest.approx(2 / 4)
    assert len({digest for _, digest in times.measure(tmp_path, None, tag)}) == 2
    assert list(times.measure(None, None, tag)) == []


def test_on_gum_only_what_is_placed_in_the_calendar_counts() -> None:
    """Lengths, what recurs and vague references are no answers there; years before Christ are, by their value."""
    text = corpora.document("On 4 May 2031 two hours every Monday once 594 BC")
    found = times.tagging(tag)(text)
    assert [text.text[one.start : one.end] for one in times._told("gum", found)] == ["4 May 2031", "594 BC"]
    assert len(times._told("meantime", found)) == 5


def test_the_naive_method() -> None:
    """It reckons from the date of publication, or a fixed one, and small words at the ends are not held against it."""
    text = corpora.document("They met yesterday and in May 2031 they came.")
    first, second = times.naive(dated(text, PartialDate("2031-05-06")))
    assert [text.text[one.start : one.end] for one in (first, second)] == ["yesterday", "May 2031"]
    assert first.moment.startswith("2031-05-05")
    assert times.naive(text)[0].moment.startswith("1999-12-31")
    assert times.naive(corpora.document("Nothing.")) == []


@pytest.mark.parametrize(
    ("words", "expected"), [("in May and", "May"), ("the May", "the May"), ("in and", "in and"), ("On May, the", "May")]
)
def test_small_words_are_trimmed(words: str, expected: str) -> None:
    """Prepositions and conjunctions on both sides, articles behind; never everything."""
    start, end = times.trimmed(f"x {words}", 2, 2 + len(words))
    assert f"x {words}"[start:end] == expected


def test_misses_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line for what is missed, spurious, or has another range, value or type; none for what is right or unread."""
    monkeypatch.setattr(times, "packaged", lambda: tag)
    write(
        tmp_path / "read" / "a.txt",
        "published:\n---\nIn [date{2031}:2031] they met [date{2031-05-04}:4 May 2031] and [date{2031-05-13}:Tuesday], once.\n",
    )
    write(tmp_path / "unread" / "a.txt", "published:\n---\nThey met in [date{2031}:2031].\n")
    assert list(times.misses(None, tmp_path)) == [
        "read a: missed '2031' 2031",
        "read a: 'Tuesday' date 2031-05-13 was read as 'Tuesday' date ('2031-05-06',) (('2031-05-06', '2031-05-06'),)",
        "read a: spurious 'once' date ('PAST_REF',)",
    ]


def test_figures_are_explained_on_the_page() -> None:
    """Public corpora have a table of their own, invented reports theirs, and every figure its meaning."""
    names = (*sorted(times.NAMES), "engagement_times_recall", "read_type_f1", "unread_strict_f1")
    figures = tuple(Figure("times", name, 0.5, 0.4, 0.6, 12, None, 0.3, times.NAIVE, "aa") for name in names)
    page = markdown(Scoreboard(figures, ()))
    assert not re.findall(r"\| `\w+_(?:f1|recall)` \|  \|", page)
    assert page.index("not read while rules were made") < page.index("On public corpora") < page.index("`gum_value_f1`")


def test_libraries_are_measured_side_by_side(tmp_path: Path) -> None:
    """The bench gives any method the same three figures on every corpus, and its speed on readouts."""
    article(tmp_path)
    write(tmp_path / "gum" / "xml" / "dev" / "talks.xml", TEI)
    write(tmp_path / "readouts" / "diplomatic.jsonl", json.dumps({"text": "They met.", "date": "2031-05-06"}) + "\n")
    made = timex.measured(timex.Library("memcon", "memcon", "Apache-2.0", lambda: times.tagging(tag)), tmp_path)
    corpora, figures = ("meantime", "gum", "unread"), ("strict", "relaxed", "value")
    assert set(made) == {f"{corpus}_{figure}" for corpus in corpora for figure in figures} | {"speed"}
    assert made["meantime_value"] == pytest.approx(2 * 1 / (2 + 3))
    assert made["speed"] > 0


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-W19", ("2031-05-05", "2031-05-11")), ("2031-W19-WE", ("2031-05-10", "2031-05-11")),
        ("2031-Q2", ("2031-04", "2031-06")), ("2031-H2", ("2031-07", "2031-12")), ("203", ("2030", "2039")),
        ("20", ("2000", "2099")), ("2031-05-06TEV", ("2031-05-06", "2031-05-06")), ("2031", ("2031", "2031")),
    ],
)  # fmt: skip
def test_values_of_other_libraries_are_placed(value: str, expected: tuple[str, str]) -> None:
    """What TIMEX3 tells of the calendar is compared as memcon's own intervals are; vague references have no place."""
    assert list(timex._stretch(value)) == [expected]
    assert list(timex._stretch("PAST_REF")) == list(timex._stretch("2031-SU")) == []


# -- engagements ------------------------------------------------------------------------------------------------------

REPORT = (
    "Nobody came on Monday 5 May. Orrin met Marn on Tuesday. The talks began at 4:34 pm and took two hours. "
    "Much later, they dined. It was late. They had been in Brenna since 2024. The guests left. Trade was discussed."
)


def engagement(phrase: str, *, start: str = "", end: str = "", duration: Duration | None = None) -> GoldEngagement:
    """An engagement with one phrase of the report as evidence."""
    at = REPORT.index(phrase)
    dates = [PartialDate(one) if one else None for one in (start, end)]
    return GoldEngagement("talks", dates[0], dates[1], duration, (Place("01", at, at + len(phrase)),))


def judged(one: GoldEngagement) -> dict[str, bool]:
    """Whether each slot of an engagement that is asked is found."""
    reports = {"01": Report("01", Path("01.txt"), REPORT, published=PartialDate("2031-05-07"))}
    gold = Gold("talks", Path(), reports, None, (), None, (), (), "", (one,))
    found = {slot.slot: slot.right for slot in times.slots(gold, {"01": document(REPORT)}, tag)}
    tally = times.engagements(gold, {"01": document(REPORT)}, tag)
    assert sum(len(items) for items in tally.get("engagement_times", {}).values()) == len(found)
    return found


@pytest.mark.parametrize(
    ("phrase", "start", "end", "expected"),
    [
        ("Orrin met", "2031-05-06", "2031-05-06", {"start": True, "end": True}),
        ("Orrin met", "2031-05-06T16:34", "", {"start": True}),
        ("Orrin met", "2031-05-07", "", {"start": False}),
        ("Orrin met", "2031", "", {"start": True}),
        ("in Brenna", "2024-03", "", {"start": False}),
        ("in Brenna", "2024", "2024", {"start": True, "end": False}),
        ("Trade was", "2031-05-06", "", {}),
    ],
)
def test_beginnings_and_ends(phrase: str, start: str, end: str, expected: dict[str, bool]) -> None:
    """What stands in the sentence, the one before or the one after counts, if it is as close as a month.

    Offsets are left aside, and where no word of time is near, nothing is asked.
    """
    assert judged(engagement(phrase, start=start, end=end)) == expected


@pytest.mark.parametrize(
    ("phrase", "low", "high", "expected"),
    [
        ("The talks", 120, 120, {"duration": True}),
        ("The talks", 180, 240, {"duration": False}),
        ("Trade was", 120, 120, {}),
    ],
)
def test_lengths(phrase: str, low: float, high: float, expected: dict[str, bool]) -> None:
    """A length counts if both may mean the same."""
    assert judged(engagement(phrase, duration=Duration("PTXM", low, high))) == expected


def test_slots_show_what_is_near() -> None:
    """Each says what the gold wants and what was found around its evidence."""
    reports = {"01": Report("01", Path("01.txt"), REPORT)}
    gold = Gold(
        "talks", Path(), reports, None, (), None, (), (), "", (engagement("They dined".lower(), start="2031-05-07"),)
    )
    (slot,) = times.slots(gold, {"01": document(REPORT)}, tag)
    assert (slot.engagement, slot.slot, slot.gold, slot.right) == ("talks", "start", "2031-05-07", False)
    assert slot.near == ("01 '4:34 pm' 2031-05-06T16:34 2031-05-06T16:34+02:00", "01 'two hours' PT2H None")


def test_engagements_are_read(tmp_path: Path) -> None:
    """Dates as precise as told, lengths in minutes or hours, one or two numbers; a report's date beside it."""
    write(tmp_path / "reports" / "01.txt", "They met.")
    write(
        tmp_path / "talks.yaml",
        'folder: reports\nreports: {"01": {file: 01.txt, published: 2031-05-06}}\nengagements:\n'
        '  - {id: talks, start: 2031-05, end: 2031-05-06T17:09, duration_minutes: 35, evidence: [{report: "01", phrase: They}]}\n'
        "  - {kind: visit, duration_hours: [2.75, 3]}\n",
    )
    (gold,) = read_gold(tmp_path)
    first, second = gold.engagements
    assert gold.reports["01"].published == PartialDate("2031-05-06")
    assert (first.id, first.start, first.end) == ("talks", PartialDate("2031-05"), PartialDate("2031-05-06T17:09"))
    assert (first.duration, first.evidence) == (Duration("PT35M", 35, 35), (Place("01", 0, 4),))
    assert (second.id, second.start, second.evidence) == ("", None, ())
    assert second.duration == Duration("PT180M", 165, 180)


@pytest.mark.parametrize(
    ("slots", "reason"),
    [
        ("start: Tuesday", r"engagements\[0\]: `start`: 'Tuesday' is not a date"),
        ("duration_minutes: half", "a number is expected here, not 'half'"),
        ("duration_hours: [3, 2]", "one length is expected here, or the least and the most"),
    ],
)
def test_a_slip_in_an_engagement_is_explained(tmp_path: Path, slots: str, reason: str) -> None:
    """The place in the file and what is wrong there."""
    write(tmp_path / "reports" / "01.txt", "They met.")
    write(
        tmp_path / "talks.yaml",
        f'folder: reports\nreports: {{"01": {{file: 01.txt}}}}\nengagements: [{{id: talks, {slots}}}]\n',
    )
    with pytest.raises(GoldError, match=reason):
        read_gold(tmp_path)
