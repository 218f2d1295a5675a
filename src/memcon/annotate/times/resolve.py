"""What an expression of time means in its report.

In: its meaning, and a `Setting` that says what is known around it. Out: a `Resolved`.

Nothing becomes more precise than it is told: a weekday needs a report whose day is known, and is unknown without one.
What recurs is chosen by tense: "met on Tuesday" is the last one, "will meet on Tuesday" the next, each counting the day
itself; "in May" likewise.

Source:
    Strötgen and Gertz 2010 (HeidelTime), for resolving by the tense of the sentence and by the date told before.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from operator import attrgetter

from memcon.annotate.times import calendar, lengths
from memcon.annotate.times.calendar import Stretch, containing
from memcon.annotate.times.clocks import localised
from memcon.annotate.times.fields import Fields, absolute, distance, inside, moves, occurrences
from memcon.annotate.times.meaning import MINUTES, Length, Meaning, Point, Recurring, Shift, Unit, Vague
from memcon.annotate.times.setting import Setting, Told, Unresolved
from memcon.core.dates import PartialDate
from memcon.core.times import Duration, Interval, Modifier, TimeType

_SOON, _FAR = 45, 300
"""Days: what a loose tense makes far is meant the other way where that is soon, so that "backed the 8 November vote",
told on 5 November, is about the one to come."""
_EVENING, _MORNING = 18, 6  # hours between which a night runs into the next day
_YEARLY = frozenset({"month", "season", "quarter", "half", "holiday"})
"""Fields of which every year has one."""
_NO_DATE = "There is no such date."
_BEYOND = "It lies outside the calendar."


@dataclass(frozen=True, slots=True)
class Resolved:
    """What came out, as in `core.times.Time`.

    Attributes:
        told: The date it was counted from.
        absolute: Whether its year was told with it.
    """

    type: TimeType
    value: str
    interval: Interval | None = None
    duration: Duration | None = None
    modifier: Modifier | None = None
    told: Told | None = None
    reason: str = ""
    absolute: bool = False


def resolve(meaning: Meaning, setting: Setting) -> Resolved:
    """The type, the value and the stretch of the calendar of an expression."""
    match meaning:
        case Point():
            return replace(_point(meaning, setting), modifier=meaning.modifier)
        case Length():
            return _length(meaning, setting)
        case Recurring():
            return Resolved("set", meaning.value)
        case Vague():
            return Resolved("date", meaning.value)


def _length(length: Length, setting: Setting) -> Resolved:
    told = setting.then if length.base == "then" else setting.now
    interval = lengths.window(length, told) if told and length.step is not None else None
    return Resolved(
        "duration", length.iso, interval, lengths.duration(length), length.modifier, told if interval else None
    )


def _point(point: Point, setting: Setting) -> Resolved:
    """A date or a time; one that cannot be resolved keeps its reason, and a value with X for what is not known."""
    kind: TimeType = "time" if point.clock or point.part else "date"
    if "period" in point.fields:
        interval: Interval = point.fields["period"]
        return Resolved("date", str(interval), interval, absolute=True)
    if before := _before_our_era(point):
        return Resolved(kind, before)
    try:
        if point.shift is not None and point.shift.unit in {"hour", "minute", "second"}:
            return _hours(point.shift, setting)
        stretch, told = _stretch(point, setting)
        made = _stretched(point, stretch, setting)
    except Unresolved as reason:
        today = point.shift == Shift(0, "day", "now") and kind == "date"
        return Resolved(kind, "PRESENT_REF" if today else _unknown(point), reason=str(reason))
    return replace(made, told=told, absolute=told is None)


def _stretched(point: Point, stretch: Stretch, setting: Setting) -> Resolved:
    """A stretch, with the part of the day, the clock, or the other end that is told with it."""
    value, interval = stretch.value(), stretch.interval()
    if point.last is not None:
        other = absolute({"year": stretch.first.year, **point.last.fields})
        if other is None or other.last < stretch.first:
            raise Unresolved(_NO_DATE)
        return Resolved("date", f"{value}/{other.value()}", Interval(interval.first, other.interval().last))
    if "fiscal" in point.fields:  # which begins in the year before, or does not
        before = PartialDate(f"{max(stretch.first.year - 1, 1):04}")
        return Resolved("date", f"FY{value}", Interval(before, interval.last))
    if stretch.unit != "day" or not (point.part or point.clock):
        return Resolved("date", value, interval)
    if point.clock is None:
        return Resolved("time", f"{value}T{point.part}", interval)
    moment = _moment(point, point.clock, stretch.first, setting)
    if point.clock[0] == 24:
        return Resolved("time", f"{value}T24:00{moment.iso[16:]}", Interval.of(moment))
    utc = moment.iso.endswith("+00:00")
    return Resolved("time", moment.iso.removesuffix("+00:00") + "Z" * utc, Interval.of(moment))


def _moment(point: Point, clock: tuple[int, int], day: date, setting: Setting) -> PartialDate:
    """A time of day with the offset of its zone; 24:00 is the first moment of the next day."""
    hour, minute = clock
    if hour == 24:
        if day == date.max:
            raise Unresolved(_BEYOND)
        day, hour = day + timedelta(1), 0
    local = PartialDate(f"{day.isoformat()}T{hour:02}:{minute:02}")
    zone = setting.zone(point.zone) if point.zone else None
    return localised(local, zone) if zone else local


def _before_our_era(point: Point) -> str:
    year, century = point.fields.get("year", 0), point.fields.get("century", 0)
    if year < 0:
        return f"BC{-year:04}"
    return f"BC{-century - 1:02}" if century < 0 else ""


def _stretch(point: Point, setting: Setting) -> tuple[Stretch, Told | None]:
    """The stretch, and what it was counted from."""
    fields = point.fields
    if point.shift is not None:
        told = setting.base(point.shift.base)
        found = _shifted(point.shift, fields, told) if point.step is None else _recurring(point, told, setting)
        return found, told
    if "either" in fields:
        return _either(fields, setting)
    if "decade_of" in fields:
        return _decade_of(fields["decade_of"], setting), setting.now
    if {"year", "decade", "century"} & set(fields):
        return _known(absolute(fields)), None
    if not fields:  # a clock or a part of the day
        told = setting.then or setting.base("now")
        return Stretch("day", _after_midnight(point, told)), told
    narrative = setting.narrative if point.step is None and "weekday" not in fields else None
    told = narrative or setting.now or setting.then or setting.base("now")
    return _recurring(point, told, setting), told


def _after_midnight(point: Point, told: Told) -> date:
    """The day of a clock; "at 23:40 … at 00:15" runs into the next."""
    day = told.day("day")
    evening = told.when.precision == "minute" and told.clock == "stated" and int(told.when.iso[11:13]) >= _EVENING
    late = evening and point.clock is not None and point.clock[0] < _MORNING
    return day + timedelta(1) if late and day < date.max else day


def _known(found: Stretch | None) -> Stretch:
    if found is None:
        raise Unresolved(_NO_DATE)
    return found


def _shifted(shift: Shift, fields: Fields, told: Told) -> Stretch:
    """So many units from a date; and what of that stretch is told."""
    unit: Unit = "day" if shift.unit == "night" else shift.unit
    here = containing(unit, told.day(unit))
    outer = here.moved(int(shift.count)) if here else None
    if outer is None:
        raise Unresolved(_BEYOND)
    return _known(inside(outer, fields))


def _hours(shift: Shift, setting: Setting) -> Resolved:
    """A moment some hours from another, no more precise than that one is known."""
    told = setting.base(shift.base)
    if told.when.precision != "minute":
        reason = "The hour it counts from is not known."
        raise Unresolved(reason)
    try:
        moment = datetime.fromisoformat(told.when.iso[:16]) + timedelta(minutes=shift.count * MINUTES[shift.unit])
    except OverflowError:
        raise Unresolved(_BEYOND) from None
    value = moment.isoformat(timespec="hours" if shift.unit == "hour" else "minutes")
    return Resolved("time", value, Interval.of(PartialDate(value[:10])), told=told)


def _either(fields: Fields, setting: Setting) -> tuple[Stretch, Told | None]:
    """“7/8/31”: whichever of the two days is near the report; the year where neither or both are."""
    near = setting.now.day("day") if setting.now and setting.now.fits("day") else None
    days = [one for month, day in fields["either"] if (one := calendar.day(fields["year"], month, day))]
    close = [one for one in days if near and distance(one, near) <= _SOON]
    return (close[0], setting.now) if len(close) == 1 else (_known(calendar.year(fields["year"])), None)


def _decade_of(number: int, setting: Setting) -> Stretch:
    """“the nineties”: the last that had begun when it was written."""
    year = setting.base("now").year
    decade = year // 100 * 10 + number
    return _known(absolute({"decade": decade - 10 if decade * 10 > year else decade}))


# -- what recurs


def _recurring(point: Point, told: Told, setting: Setting) -> Stretch:
    """Of all such weekdays, months, seasons or days, the one that is meant."""
    fields = point.fields
    if moves(fields):
        reason = "Its day moves from year to year."
        raise Unresolved(reason)
    daily = bool({"weekday", "weekend", "day", "holiday"} & set(fields))
    if told is setting.narrative and _YEARLY & set(fields) and not told.fits("day" if daily else "month"):
        return _known(absolute({**fields, "year": told.year}))
    near = told.day("day" if daily else "month")
    tense = setting.tense if told is setting.now else 0  # which is seen from now, not from what was told
    found = _chosen(occurrences(fields, near), point.step, near, tense, firm=setting.firm)
    if found is None:
        reason = "There is no such date near."
        raise Unresolved(reason)
    return found


def _chosen(found: list[Stretch], step: int | None, near: date, tense: int, *, firm: bool) -> Stretch | None:
    """By "last", "this" or "next" where one of them is said; else by tense."""
    first = attrgetter("first")
    if step == -1:
        return max((one for one in found if one.last < near), key=first, default=None)
    if step == 1:
        return min((one for one in found if one.first > near), key=first, default=None)
    if not tense:
        return min(found, key=lambda one: (distance(one, near), one.first), default=None)
    last = max((one for one in found if one.first <= near), key=first, default=None)
    following = min((one for one in found if one.last >= near), key=first, default=None)
    likely, other = (following, last) if tense > 0 else (last, following)
    loose = not firm and (tense < 0 or (other is not None and other.unit == "day"))  # "will meet in April" is the next
    turned = likely and other and distance(likely, near) > _FAR and distance(other, near) <= (_SOON if loose else 0)
    return other if turned else likely


def _unknown(point: Point) -> str:
    """The value of what could not be resolved: X for what is not known."""
    fields, unit = point.fields, point.shift.unit if point.shift else "day"
    match fields:
        case {"month": month, "day": day}:
            value = f"XXXX-{month:02}-{day:02}"
        case {"month": month}:
            value = f"XXXX-{month:02}"
        case {"weekday": weekday}:
            value = f"XXXX-WXX-{weekday}"
        case {"weekend": _}:
            value = "XXXX-WXX-WE"
        case {"season": season}:
            value = f"XXXX-{season}"
        case {"quarter": quarter}:
            value = f"XXXX-Q{quarter}"
        case _ if unit in {"hour", "minute", "second"}:
            return "XXXX-XX-XXTXX:XX"
        case _:
            value = {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE"}.get(
                unit, "XXXX-XX-XX"
            )
    if point.clock:
        return f"{value}T{point.clock[0]:02}:{point.clock[1]:02}"
    return f"{value}T{point.part}" if point.part else value
