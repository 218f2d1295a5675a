"""The operations by which rules of `core/terms/times.toml` give what they match a meaning.

In: what the parts of a rule mean, by name. Out: a meaning, or None where the parts make no sense together, such as
31 June, so that the rule does not apply. A rule names its operation with `make`.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal

from memcon.annotate.times.meaning import MINUTES, Length, Point, Recurring, Shift, Unit, Vague
from memcon.core.times import YEAR, Modifier

_NO_STEP = frozenset({"second", "minute", "hour", "fortnight", "millennium"})
"""Units of which none is "the last" one: they are lengths alone."""
_WHOLES: tuple[Unit, ...] = ("month", "season", "quarter", "half", "year", "decade", "century")
_EVENING = 6  # from which hour on "at night" is before midnight
_LONGEST_SPAN = 60  # years of a war or a reign that is told as "1939–45"

Parts = Mapping[str, Any]  # numbers, words' values and meanings, as the vocabulary and the rules before have them

# -- numbers


def added(found: Parts) -> float:
    """“twenty” and “five”."""
    return sum(value for value in found.values() if isinstance(value, int | float))


def hundreds(found: Parts) -> float | None:
    """“two hundred and five”."""
    count = found.get("count", 1)
    return count * 100 + found.get("rest", 0) if 1 <= count < 100 and found.get("rest", 0) < 100 else None


def dozens(found: Parts) -> float:
    """“two dozen”, “half a dozen”."""
    return float(found.get("count", 0.5 if "half" in found else 1)) * 12


def and_half(found: Parts) -> float:
    """“two and a half”."""
    return float(found["number"]) + 0.5


# -- clocks


def clock_time(found: Parts) -> Point | None:
    """“4:34 pm local time”, “1600 GMT”, “9 o'clock”, “half past four”."""
    hour, minute = found.get("clock") or (found.get("hour"), found.get("h_minute", 0))
    if found.get("four") is not None:
        hour, minute = divmod(int(found["four"]), 100)
    if hour is None or hour != int(hour):
        return None
    hour, minute = int(hour), int(minute) + 30 * ("half" in found) + 15 * ("quarter_past" in found)
    if "quarter_to" in found:
        hour, minute = hour - 1, 45
    half = found.get("ampm") or {"MO": "a", "AF": "p", "EV": "p", "NI": "p" if hour >= _EVENING else "a"}.get(
        found.get("part", "")
    )
    if half and not 1 <= hour <= 12:
        half = None if "part" in found else "?"
    if half == "?" or not (0 <= hour <= 24 and 0 <= minute < 60) or (hour == 24 and minute):
        return None
    if half:
        hour = hour % 12 + 12 * (half == "p")
    zone = str(found.get("zone", ""))
    if "offset" in found:
        zone += f"{'+' if 'plus' in found else '-'}{int(found['offset'])}"
    return Point(clock=(hour, minute), zone=zone)


def named_clock(found: Parts) -> Point:
    """“noon”, “midnight”."""
    hour, minute = str(found["point"]).split(":")
    return Point(clock=(int(hour), int(minute)))


# -- dates


def calendar(found: Parts) -> Point | None:
    """Day, month, year and weekday, as far as they are told."""
    fields = {
        name: int(found[name]) for name in ("year", "month", "day", "weekday") if found.get(name) is not None
    }  # fmt: skip
    if any(found[name] != fields[name] for name in fields) or not _exists(fields):
        return None
    last = None
    if "until" in found:
        last = calendar({**found, "day": found["until"]} | {"until": None, "weekday": None}) if found["until"] else None
        if last is None or last.fields["day"] <= fields["day"]:
            return None if found["until"] else Point(fields)
        if "and" in found and last.fields["day"] > fields["day"] + 1:
            return None  # not what lies between
    return Point(fields, last=last)


def written(found: Parts) -> Point | None:
    """“2031-05-14”, “14/05/2031”; None where day and month could be either way round and no weekday says which."""
    first, second, third = (str(found[name]) for name in ("first", "second", "third"))
    if len(first) == 4:
        return calendar({"year": int(first), "month": int(second), "day": int(third)})
    year = int(third) if len(third) == 4 else 2000 + int(third) if len(third) == 2 and int(third) < 70 else None
    if year is None:
        return None
    ways = sorted({(int(first), int(second)), (int(second), int(first))})
    days = [(month, day) for month, day in ways if _exists({"month": month, "day": day})]
    if len(days) > 1:
        return Point({"year": year, "either": tuple(days)})
    return Point({"year": year, "month": days[0][0], "day": days[0][1]}) if days else None


def slashes(found: Parts) -> Point | None:
    """“14/05/2031”, “2031.05.14”, written in one word."""
    first, second, third = found["slashed"]
    return written({"first": first, "second": second, "third": third})


def of_era(found: Parts) -> Point | None:
    """“594 BC”, “AD 79”; “7th century BC”."""
    sign = -1 if "era_bc" in found else 1
    if "ordinal" in found:
        return Point({"century": sign * (int(found["ordinal"]) - (sign > 0))})
    year = found.get("number", found.get("year"))
    return Point({"year": sign * int(year)}) if year and year == int(year) and year < 10000 else None


def decade(found: Parts) -> Point:
    """“the 1990s”, “the '90s”, “the nineties”."""
    year = int(found["decade"])
    if year % 100 == 0 and 100 <= year < 1900:
        return Point({"century": year // 100})  # "the 1800s"
    return Point({"decade" if year >= 100 else "decade_of": year // 10})


def century(found: Parts) -> Point:
    """“the 19th century”: its years begin with 18."""
    return Point({"century": int(found["ordinal"]) - 1})


def field_of(found: Parts) -> Point | None:
    """A part of a year, with the year where it is told: season, quarter, half, fiscal year, holiday, weekend."""
    fields = {
        name: found[name] for name in ("season", "quarter", "holiday", "weekend", "month", "weekday") if name in found
    }
    if "half_year" in found:
        fields["half"] = found["half_year"]
    if "year" in found:
        fields["year"] = int(found["year"])
    if "fiscal" in found:
        fields["fiscal"] = True
    if not 1 <= int(fields.get("quarter", 1)) <= 4 or not 1 <= int(fields.get("half", 1)) <= 2:
        return None
    return Point(fields)


def fiscal_of(found: Parts) -> Point:
    """“FY2031”, “the current fiscal year”."""
    if "fiscal_year" in found:
        return Point({"year": int(found["fiscal_year"]), "fiscal": True})
    return Point({"fiscal": True}, shift=Shift(found.get("which", 0), "year", "now"))


def within(found: Parts) -> Point | None:
    """“the third quarter of last year”, “Tuesday of next week”, “the second half of the year”."""
    inner: Point = next(found[name] for name in ("part_of_year", "half_of_year", "weekday") if name in found)
    outer: Point = found.get("date") or Point(shift=Shift(found.get("which", 0), found["unit"], "now"))
    if not inner.fields or inner.shift or outer.clock or outer.part or outer.last or outer.modifier:
        return None
    if outer.shift and outer.shift.unit in _NO_STEP:
        return None
    if outer.shift is None and not set(outer.fields) <= {"year", "month", "fiscal"}:
        return None
    if outer.shift and (outer.shift.unit == "week") != ("weekday" in inner.fields):
        return None
    return replace(outer, fields={**outer.fields, **inner.fields})


def border_within(found: Parts) -> Point | None:
    """“the first week of June”, “the last three months of the year”: an edge of the whole, no more precise than it."""
    outer: Point = found.get("date") or Point(shift=Shift(0, found["whole"], "now"))
    unit: Unit = found["unit"]
    whole: Unit | None = outer.shift.unit if outer.shift else next((u for u in _WHOLES if u in outer.fields), None)
    if whole is None or whole in _NO_STEP or MINUTES[unit] >= MINUTES[whole] or outer.modifier or outer.last:
        return None
    if not outer.fields.keys() <= {*_WHOLES, "year"} or unit in _NO_STEP | {"day", "night"}:
        return None
    nth = found["nth"]
    return replace(outer, modifier="start" if nth == 1 else "end" if nth == -1 else "mid")


def day_within(found: Parts) -> Point | None:
    """“the 3rd of this month”."""
    outer: Point = found["date"]
    if outer.shift is None or outer.shift.unit != "month" or outer.fields or not 1 <= found["day"] <= 31:
        return None
    return replace(outer, fields={"day": int(found["day"])})


def day_of(found: Parts) -> Point | None:
    """“the 21st ult.”."""
    if not 1 <= found["day"] <= 31:
        return None
    return Point({"day": int(found["day"])}, shift=Shift(found["month_of"], "month", "now"))


def nth_weekday(found: Parts) -> Point | None:
    """“the first Sunday of February”."""
    weekday: Point = found["weekday"]
    outer: Point = found["date"]
    nth = int(found["nth"])
    if set(weekday.fields) != {"weekday"} or weekday.shift or not (nth == -1 or 1 <= nth <= 5):
        return None
    if "month" not in outer.fields or not set(outer.fields) <= {"month", "year"}:
        return None
    return replace(outer, fields={**outer.fields, **weekday.fields, "nth": nth})


def period(found: Parts) -> Point:
    """A period of history that has a name."""
    return Point({"period": found["period"]})


def span_of_years(found: Parts) -> Point | None:
    """“2030–31”, “1939–45”; not “2001–11”, which may be a month, nor “1939–1945”, which is two dates."""
    year, until = found["years"] if "years" in found else (int(found["year"]), int(found["until"]))
    end = year + (until - year) % 100
    if until > 99 or not year < end <= year + _LONGEST_SPAN or (end > year + 1 and until <= 12):
        return None
    if "season" in found:
        return Point({"year": year, "season": "WI"}) if found["season"] == "WI" and end == year + 1 else None
    return Point({"year": year}, last=Point({"year": end}))


def months(found: Parts) -> Point | None:
    """“January–June 2031”."""
    first, last, year = int(found["month"]), int(found["last_month"]), int(found["year"])
    return Point({"year": year, "month": first}, last=Point({"year": year, "month": last})) if first < last else None


# -- relative dates


def away(found: Parts) -> Point:
    """“yesterday”, “tonight”."""
    count = found.get("deictic", 0)
    return Point(shift=Shift(int(count), "day", "now"), part=str(found.get("tonight", found.get("part", ""))))


def stepped(found: Parts) -> Point | None:
    """“last week”, “next Tuesday”, “this morning”, “the following month”, “that year”, “the day before”."""
    base: Literal["now", "then"] = "then" if {"then", "that", "same", "later", "earlier"} & set(found) else "now"
    count = found.get("which", found.get("then", 0))
    count += ("later" in found) - ("earlier" in found)
    if "unit" in found:
        unit = found["unit"]
        if unit in _NO_STEP:
            return None
        if unit == "night":
            return Point(shift=Shift(count, "day", base), part="NI")
        return Point(shift=Shift(count, unit, base))
    if "part" in found:
        return Point(shift=Shift(count, "day", base), part=found["part"])
    if "weekend" in found:
        return Point({"weekend": True}, step=count, shift=Shift(0, "day", base) if base == "then" else None)
    point = field_of(found)
    if point is None:
        return None
    return replace(point, step=count, shift=Shift(0, "day", base) if base == "then" else None)


def ago(found: Parts) -> Point | Vague | None:
    """“two days ago”, “a year later”, “three weeks earlier”, “two months from now”."""
    length: Length = found["duration"]
    sign = -1 if {"ago", "earlier"} & set(found) else 1
    if length.step is not None:
        return None
    count, unit = length.parts[0] if len(length.parts) == 1 else (_in_months(length), "month")
    base: Literal["now", "then"] = "now" if {"ago", "now"} & set(found) else "then"
    if count is None:
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF") if base == "now" else None
    if count != int(count) and unit not in {"hour", "year", "decade", "century"}:
        return None
    if unit in {"decade", "century", "millennium", "year"}:
        years = count * MINUTES[unit] / YEAR
        if years != int(years):
            return Point(shift=Shift(sign * int(years * 12), "month", base), modifier="approx")
        return Point(shift=Shift(sign * int(years), "year", base), modifier=length.modifier)
    if unit == "fortnight":
        count, unit = count * 2, "week"
    return Point(shift=Shift(sign * count, "day" if unit == "night" else unit, base), modifier=length.modifier)


def _in_months(length: Length) -> float | None:
    """“two years and six months” in months; None for other units."""
    months: Mapping[str, float] = {"year": 12, "month": 1}
    if any(count is None or unit not in months for count, unit in length.parts):
        return None
    return sum((count or 0) * months[unit] for count, unit in length.parts)


# -- parts of the day


def with_part(found: Parts) -> Point | None:
    """“Tuesday night”, “the evening of 4 May”, “yesterday morning”, “the night of 12 to 13 May”, which is the first."""
    date: Point = found["date"]
    if date.last and found["part"] == "NI" and date.last.fields["day"] - date.fields["day"] == 1:
        date = replace(date, last=None)
    return None if date.clock or date.part or date.last else replace(date, part=str(found["part"]))


def with_clock(found: Parts) -> Point | None:
    """“9 pm on Tuesday”, “Tuesday at 9 pm”."""
    date: Point = found["date"]
    time: Point = found["time"]
    if date.clock or date.last or time.fields or time.shift or not time.clock:
        return None
    modifier = date.modifier or time.modifier
    return replace(date, clock=_in_part(time.clock, date.part), zone=time.zone, part="", modifier=modifier)


def _in_part(clock: tuple[int, int], part: str) -> tuple[int, int]:
    """A clock by the part of the day told with it: “Friday night at 7:30”."""
    hour, minute = clock
    late = part in {"AF", "EV"} or (part == "NI" and hour >= _EVENING)
    return (hour + 12, minute) if late and 1 <= hour < 12 else clock


def past_ref(_: Parts) -> Vague:
    """“in the past”."""
    return Vague("PAST_REF")


def some_part(found: Parts) -> Point:
    """“the morning”, of the day that is told."""
    return Point(part=str(found["part"]))


# -- modifiers


def modified(found: Parts) -> Point | Length | None:
    """“early June”, “the end of the year”, “about 1820”, “around 9 pm”, “more than two hours”."""
    modifier = found.get("start", found.get("edge", found.get("about", ""))) or None
    if "unit" in found:
        if found["unit"] in _NO_STEP | {"night"}:
            return None
        if found["unit"] == "day":
            return Point(modifier=modifier)  # "later in the day": the one that is told
        return Point(shift=Shift(0, found["unit"], "now"), modifier=modifier)
    thing: Point | Length = next(found[kind] for kind in ("date", "time", "duration") if kind in found)
    if thing.modifier and modifier:
        return None
    if isinstance(thing, Point) and modifier not in {"start", "mid", "end", "approx", None}:
        return None  # "over the weekend", "up to 2031"
    if isinstance(thing, Length) and modifier in {"start", "mid", "end"}:
        return None
    return replace(thing, modifier=modifier or thing.modifier)


# -- lengths


def length(found: Parts) -> Length | None:
    """“two days”, “a 35-minute …”, “several months”, “half an hour”, “two to three weeks”, “years”."""
    unit: Unit = found["unit"] if "unit" in found else found["units"]
    size = MINUTES[unit]
    if "some" in found or ("units" in found and "number" not in found):
        least = found.get("some", 2)
        return Length(((None, unit),), least * size, max(least * 5, 20) * size, size)
    count = found.get("number", 1)
    if count is None or count < 0 or count > 100_000:
        return None
    if "half_of" in found:
        return Length(((0.5, unit),), size / 2, size / 2, size / 2)
    count += 0.5 * ("and_half" in found)
    high = found.get("until", count)
    if high < count:
        return None
    grain = size / 2 if count != int(count) else 10 * size if count >= 20 and count % 10 == 0 else size
    return Length(((count, unit),), count * size, high * size, grain)


def joined(found: Parts) -> Length | None:
    """“nine years and ten months”."""
    first, then = found["duration"], found["rest"]
    if first.parts[-1][0] is None or then.parts[0][0] is None or first.modifier or then.modifier:
        return None
    if MINUTES[first.parts[-1][1]] <= MINUTES[then.parts[0][1]]:
        return None
    return Length((*first.parts, *then.parts), first.low + then.low, first.high + then.high, then.grain)


def loosened(found: Parts) -> Length | None:
    """“two years or more”, “a week or so”."""
    inner: Length = found["duration"]
    loose: Mapping[str, Modifier] = {"or_so": "approx", "or_more": "equal_or_more", "or_less": "equal_or_less"}
    return replace(inner, modifier=next(loose[name] for name in loose if name in found)) if not inner.modifier else None


def window(found: Parts) -> Length | Vague | None:
    """“the past two weeks”, “the next six months”, “the coming days”, “recent years”."""
    inner: Length | None = found.get("duration")
    step = found.get("which", found.get("then", -1))
    if inner is None:
        inner = length({"units": found["units"]} if "units" in found else {"unit": found["unit"]})
    if inner is None or inner.step is not None:
        return None
    return replace(inner, step=step, base="then" if "then" in found else "now")


# -- what recurs


def every(found: Parts) -> Recurring | None:
    """“every week”, “every other day”, “Tuesdays”, “twice a month”, “each spring”."""
    if "weekday" in found or "weekdays" in found:
        return Recurring(f"XXXX-WXX-{found.get('weekday', found.get('weekdays'))}")
    if "weekend" in found:
        return Recurring("XXXX-WXX-WE")
    if "month" in found:
        return Recurring(f"XXXX-{int(found['month']):02}")
    if "season" in found:
        return Recurring(f"XXXX-{found['season']}")
    if "part" in found:
        return Recurring(f"XXXX-XX-XXT{found['part']}")
    if "duration" in found:
        return Recurring(found["duration"].iso)
    made = length({"unit": found["unit"], "number": 2 if "other" in found else found.get("number", 1)})
    return Recurring(made.iso) if made else None


def frequency(found: Parts) -> Recurring:
    """“daily”, “annual”."""
    return Recurring(str(found["often"]))


def vague(found: Parts) -> Vague | None:
    """“now”, “recently”, “the near future”."""
    if "coming" in found and found["duration"].parts[0][0] is not None:
        return None
    return Vague(str(found.get("vague", found.get("recent", found.get("coming")))))


def same(found: Parts) -> Any:
    """What its only part means."""
    (meaning,) = (value for value in found.values() if value is not None)
    return meaning


def _exists(fields: Mapping[str, int]) -> bool:
    """Whether there is such a day in some year."""
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not 1 <= fields.get("month", 1) <= 12 or not 1 <= fields.get("weekday", 1) <= 7:
        return False
    return 1 <= fields.get("day", 1) <= longest[fields.get("month", 1) - 1]


OPERATIONS: Mapping[str, Callable[[Parts], Any]] = {
    made.__name__: made
    for made in (
        added, hundreds, dozens, and_half, clock_time, named_clock, calendar, months, written, slashes, of_era, decade,
        century, field_of, fiscal_of, within, border_within, day_within, day_of, nth_weekday, period, span_of_years,
        away, stepped, ago, with_part, with_clock, some_part, modified, length, joined, loosened, window, every,
        frequency, vague, past_ref, same,
    )
}  # fmt: skip
"""The operations by the name that rules call them."""
