"""Whether two acts may be one, and what speaks for it.

In: the `Facts` of two acts, or of two groups of acts. Out: why they cannot be one, and a score made of named features.

A contradiction vetoes, whatever speaks for the pair: other people of one side, another day, another length, another
place, or a status that the other rules out. What is only untold neither vetoes nor speaks for anything.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from memcon.align.acts import asked
from memcon.align.acts.amounts import agree
from memcon.align.acts.facts import Facts, gap
from memcon.core.dates import PartialDate
from memcon.core.derivation import Feature
from memcon.core.meanings import alike
from memcon.core.times import Interval

SAME = 2.5
"""The score from which two acts are one."""
MUTUAL = frozenset({"meeting", "dinner", "call"})
"""Sorts of engagements that two sides have with each other."""
OTHER_SIDE = "other sides"
"""Why two acts are not one of which each tells one side, and not the same."""
_OFF = frozenset({"cancelled", "refused", "denied", "postponed"})
_AHEAD = frozenset({"planned", "tentative"})
_HELD = frozenset({"held", "historical"})
_FAR = timedelta(days=45)
"""How long before a report what it tells without a date has happened at most, as news goes."""
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_YEARLESS = re.compile(r"XXXX-(\d\d(?:-\d\d)?)")
_PAIR = 2
_LIST = 3  # people of one side from which reports name whom they like
_VISIT = timedelta(days=4)
_NEWS = timedelta(days=2)
_DISPUTED = timedelta(days=3)
"""Between the days that two accounts tell of one deed."""
_PUT_OFF = timedelta(days=184)
_CAME = frozenset({"held", "happened", "imposed"})
_LONGER = 2.0
"""How many times as long a meeting is told to be, from which it is another one."""
_SAME_WORDS = 0.6
"""The share from which it is one thing even if accounts differ in who asked for it."""
_MEANT = 0.45
"""The cosine up to which two contents of one relationship may be about different things, as sentence vectors go."""
_ALIKE = 0.34
"""The share of two contents' words that both have from which they may be one."""


def contradiction(one: Facts, other: Facts, *, within: bool = False) -> str:
    """Why two acts cannot be one; empty if nothing tells against it.

    Args:
        within: Whether one report tells both: it would say if they were one under two names.
    """
    if one.kind != other.kind and {one.kind, other.kind} != {"incident", "measure"}:
        return "another kind"
    if one.sort != other.sort and one.kind == other.kind:
        return "another type"
    if one.nth and other.nth and not one.nth & other.nth and one.kind != "channel":
        return "another of its series"
    if one.kind == "engagement":
        if one.several != other.several:
            return "one of them, and several"
        return (
            _other_people(one, other)
            or _another_time(one, other, within=within)
            or _another_place(one, other)
            or _another_length(one, other, within=within)
            or _other_state(one, other, within=within)
        )
    if one.kind in {"incident", "measure"}:
        return _another_time(one, other, within=within)
    if one.kind == "channel":
        return "" if not (one.sides and other.sides) or one.sides == other.sides else "other parties"
    return asked.apart(one, other, within=within)


def _other_people(one: Facts, other: Facts) -> str:
    """Other people of one side, unless either is a list; or nobody of one among those of the other."""
    if one.sort == "visit" and one.asking and other.asking and not one.asking & other.asking:
        return "another visitor"
    few, many = (one, other) if len(one.persons) <= len(other.persons) else (other, one)
    if few.persons and few.persons <= many.persons:
        return ""
    for side, people in one.by_side.items():
        others = other.by_side.get(side)
        if others and not people & others and min(len(people), len(others)) < _LIST:
            return "other people of one side"
    if one.sides and other.sides and not one.sides & other.sides:
        return OTHER_SIDE
    several = len(one.sides) > 1 and len(other.sides) > 1
    return "other parties" if several and not (one.sides <= other.sides or other.sides <= one.sides) else ""


def _another_time(one: Facts, other: Facts, *, within: bool) -> str:
    if one.when and other.when:
        if one.when.relation(other.when) not in {"before", "after"}:
            return ""
        if one.sort == other.sort == "visit" and _near(one.when, other.when):
            return ""
        moved = _put_off(one, other) or _put_off(other, one)
        return "" if moved or (_in_dispute(one, other) and not within) else "another time"
    weekdays = one.bare[:7] == other.bare[:7] == "XXXX-WX"
    bare = one.bare and other.bare and one.sort != "visit" and (within or weekdays)
    if bare and not _on_one_day(one, other):
        return "another day"
    if _is_timeless(one) and _is_timeless(other) and _apart_in_print(one, other):
        return "news of other days"
    for dated, told in ((one, other), (other, one)):
        if dated.when and told.bare and _cannot_be(told.bare, dated.when):
            return "another day"
        if dated.when and not told.when and told.published:
            # what a report tells as known, or a deed that it tells twice, is no news
            known = within and (told.reference == "same" or told.kind in {"incident", "measure"})
            if not known and _old(dated.when, told) and told.reference != "another":
                return "long before the report"
            goes_on = told.sort == "visit" and _near(dated.when, Interval.of(told.published))
            begins = dated.when.first
            if told.statuses <= _HELD and begins and begins.relation(told.published) == "after" and not goes_on:
                return "after the report"
    return ""


def _on_one_day(one: Facts, other: Facts) -> bool:
    """Whether both are told by one day that nothing dates: "Monday", "Monday morning"."""
    told = bool(one.bare and other.bare)
    return told and (one.bare.startswith(other.bare) or other.bare.startswith(one.bare))


def _in_dispute(one: Facts, other: Facts) -> bool:
    """Whether two accounts may disagree about the day: of one deed, to one ship by its name, within days."""
    if not (one.when and other.when and one.crafts & other.crafts and one.deeds & other.deeds):
        return False
    return gap(one.when, other.when) <= _DISPUTED


def _is_timeless(facts: Facts) -> bool:
    """Whether it is told without a word of when."""
    return facts.when is None and not facts.bare


def _apart_in_print(one: Facts, other: Facts) -> bool:
    """Whether reports came out too far apart to tell the same news, or the same plan."""
    if one.published is None or other.published is None:
        return False
    news = one.statuses | other.statuses <= _CAME
    return gap(Interval.of(one.published), Interval.of(other.published)) > (_NEWS if news else _PUT_OFF)


def _put_off(planned: Facts, held: Facts) -> bool:
    """Whether a plan was put off to a later day."""
    if "postponed" not in planned.statuses or not (planned.when and held.when):
        return False
    return held.when.relation(planned.when) == "after" and gap(planned.when, held.when) <= _PUT_OFF


def _cannot_be(bare: str, when: Interval) -> bool:
    """Whether a day of the week, a month or a day without its year is not of a day that is told in full."""
    if when.single is None or when.single.precision not in {"day", "minute"}:
        return False
    day = when.single.iso[:10]
    if weekday := _WEEKDAY.match(bare):
        return date.fromisoformat(day).isoweekday() != int(weekday[1])
    month = _YEARLESS.match(bare)
    return month is not None and not day[5:].startswith(month[1])


def _near(one: Interval, other: Interval) -> bool:
    """Whether two days may be of one visit, of which reports tell the departure, a day, or the end."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return gap(one, other) <= _VISIT


def _old(when: Interval, told: Facts) -> bool:
    """Whether what a report tells without a date, as news, would be too old for that."""
    if when.last is None or told.published is None or told.statuses & {"historical"} or told.bare:
        return False
    return told.published.bounds()[0] - when.last.bounds()[1] > _FAR


def _another_place(one: Facts, other: Facts) -> str:
    return "another country" if one.lands and other.lands and not one.lands & other.lands else ""


def _another_length(one: Facts, other: Facts, *, within: bool) -> str:
    """Another length, unless two reports may disagree on one meeting: of the same people, on one day, nearly as long.

    What is several times as long is another one: talks of three hours, and a talk of half an hour after them.
    """
    if not _of_two_lengths(one, other):
        return ""
    known = one.when is not None and one.when.single is not None and one.when == other.when
    same = known and len(one.people) > 1 and one.people == other.people
    another = "another" in {one.reference, other.reference}
    return "" if same and not (within or another) and _is_near_length(one, other) else "another length"


def _of_two_lengths(one: Facts, other: Facts) -> bool:
    return bool(one.lasted and other.lasted and one.lasted.relation(other.lasted) in {"shorter", "longer"})


def _is_near_length(one: Facts, other: Facts) -> bool:
    middle = [each.lasted.low + each.lasted.high for each in (one, other) if each.lasted]
    return max(middle) < _LONGER * min(middle)


def _other_state(one: Facts, other: Facts, *, within: bool) -> str:
    """What was called off was not held; what is only possible was not held before it was written, and not refused."""
    if one.statuses == other.statuses and len(one.statuses) == 1 and one.reference == other.reference:
        return ""  # as most are
    timed = (one.dated and other.dated) or _on_one_day(one, other)
    for left, right in ((one, other), (other, one)):
        if left.statuses & _OFF and right.statuses & _HELD and not timed:
            return "held, and not held"
        if within and "refused" in left.statuses and right.statuses == {"tentative"} and not timed:
            return "refused, and still possible"
        if within and "denied" in left.statuses and right.statuses & _AHEAD and not timed and len(left.people) < _PAIR:
            return "denied, and yet to come"
        if left.statuses & _AHEAD and right.statuses & _HELD and not left.statuses & _HELD:
            if within and left.reference == "another":
                return "held, and yet to come"
            if "tentative" in left.statuses and not timed and (within or not _comes_after(left, right, later=True)):
                return "held, and only possible"
            if not within and not timed and not _comes_after(left, right):
                return "held before it was planned"
            if (
                right.when
                and right.when.last
                and left.published
                and right.when.last.relation(left.published) == "before"
            ):
                return "held before it was planned"
    if within and (one.reference == "another") != (other.reference == "another") and not (one.when and other.when):
        return "another one" if not timed else ""
    return ""


def _comes_after(ahead: Facts, held: Facts, *, later: bool = False) -> bool:
    """Whether what was told as held may have been written about after what was told as planned.

    Args:
        later: Whether it must have been a later day.
    """
    if ahead.published is None or held.published is None:
        return ahead.published != held.published  # if neither is dated there is no reason to think so
    if later:
        return held.published.day.bounds()[1] > ahead.published.day.bounds()[1]
    return held.published.bounds()[1] >= ahead.published.bounds()[1]


def features(one: Facts, other: Facts, *, aligned: float = 0.0) -> tuple[Feature, ...]:
    """What speaks for two acts' being one; the score is the sum of the values.

    Args:
        aligned: How alike passages are, in [0, 1], by which one report is made from the other and which tell both.
    """
    return tuple(Feature(*feature) for feature in _features(one, other, aligned) if feature[1])


def score(one: Facts, other: Facts, *, aligned: float = 0.0) -> float:
    """The sum of the features' values; of many pairs only this is needed."""
    return sum(value for _, value, _ in _features(one, other, aligned))


def _features(one: Facts, other: Facts, aligned: float) -> Iterator[tuple[str, float, str]]:
    if aligned:
        yield ("passages", 1.5 + 2 * aligned, "one report tells both in passages taken over from the other")
    if one.clause == other.clause:
        yield ("clause", SAME, "the same words")
    if one.kind == "engagement":
        yield ("parties", _parties(one, other), "who takes part")
        yield ("time", _time(one, other), "when")
        yield ("place", 1.0 if one.places & other.places else 0.0, "where")
        lengths = one.lasted and other.lasted and not _of_two_lengths(one, other)
        yield ("length", 1.0 if lengths else 0.0, "how long")
        yield ("words", _share(one, other), "the words of the clauses")
        off = bool(one.statuses & other.statuses & _OFF)
        yield ("status", 0.75 if off else 0.0, "neither came about")
        another = (one.reference == "another") != (other.reference == "another")
        against = another and not off and not (one.dated and other.dated)
        yield ("reference", -1.5 if against else 0.0, "one is told as another one")
        return
    if one.kind == "channel":
        yield ("parties", SAME if one.sides and one.sides == other.sides else 0.0, "whose channel it is")
        return
    share = _share(one, other)
    against = bool(one.asking and other.asking and not one.asking & other.asking)
    told_alike = share >= _SAME_WORDS and (one.leads == other.leads or bool(one.leads & other.leads))
    if told_alike and one.kind in asked.KINDS and asked.exchanged(one, other):
        yield ("words", SAME, "the same in the same words, of which accounts differ in whose it is")
        return
    yield ("side", -3.0 if against and not told_alike else 0.0, "another side asks, promises or acts")
    if share >= _ALIKE:
        yield ("words", 4 * share, "the words of what is asked, promised or done")
    yield ("meaning", _meaning(one, other), "what is asked or promised, by its meaning")
    known = 2 if one.sort == other.sort == "invitation" else 1  # who invites whom is nearly all there is to it
    yield ("parties", known * _acting(one, other), "who acts, and on whom")
    yield ("time", _time(one, other), "when")
    figures = one.numbers & other.numbers or agree(one.amounts, other.amounts)
    yield ("numbers", 0.5 if figures else 0.0, "figures")
    yield ("deadline", 0.5 if one.due & other.due else 0.0, "by or from when")
    yield ("craft", 1.5 if _in_dispute(one, other) else 0.0, "the same deed, to the same ship or aircraft")


def _meaning(one: Facts, other: Facts) -> float:
    """Up to 2.5, from the cosine at which two contents begin to mean one thing."""
    near = max(
        (
            alike(left, right, size)
            for left, size in one.meanings
            for right, other_size in other.meanings
            if size == other_size
        ),
        default=0.0,
    )
    return round(min(2.5, max(0.0, near - _MEANT) * 8), 3)


def _parties(one: Facts, other: Facts) -> float:
    people = one.people & other.people
    if len(people) > 1:
        return 3.0
    common = one.sides & other.sides
    if one.sort in {"visit", "press-conference"} and people:
        return 2.0
    if len(common) > 1:
        return 2.0
    return 1.0 if people else 0.5 if common else 0.0


def _acting(one: Facts, other: Facts) -> float:
    by, to = one.asking & other.asking, one.asked & other.asked
    return (0.75 if by else 0.0) + (0.75 if to else 0.0)


def _time(one: Facts, other: Facts) -> float:
    if one.when and other.when:
        if one.crafts and one.when.relation(other.when) in {"before", "after"}:
            return 0.0
        return 1.5 if one.dated and other.dated else 0.75
    if one.bare and other.bare:
        return 0.75 if _on_one_day(one, other) else 0.0 if one.sort == "visit" else -0.75
    for dated, told in ((one, other), (other, one)):
        if (
            dated.when
            and dated.when.last
            and told.published
            and not told.bare
            and _fresh(dated.when.last, told.published)
        ):
            return 0.75
    return 0.25 if one.reference != "another" and other.reference != "another" else 0.0


def _fresh(when: PartialDate, published: PartialDate) -> bool:
    """Whether a report that gives no time is of the day or the days after: it tells the news."""
    return abs(published.bounds()[0] - when.bounds()[1]) <= _NEWS


def _share(one: Facts, other: Facts) -> float:
    """Of the words of the shorter and the longer, how many both have: the mean of both shares."""
    both = len(one.words & other.words)
    return both / 2 * (1 / len(one.words) + 1 / len(other.words)) if both else 0.0
