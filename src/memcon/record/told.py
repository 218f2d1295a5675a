"""An act in words: one line composed from its slots, never freely written.

In: an entry of a kind of act. Out: what it says, and what stands beside it.
"""

import re
from collections.abc import Container, Mapping, Sequence

from memcon.core.act import KINDS, PARTIES
from memcon.core.dates import PartialDate
from memcon.core.entry import Claim, Entry
from memcon.core.times import Interval

_MONTHS = "January February March April May June July August September October November December".split()
_NAMES: Mapping[str, Mapping[str, str]] = {
    "engagement": {"dinner": "meal"},
    "channel": {
        "leaders": "leaders’ channel", "ministers": "ministers’ channel", "military": "military channel",
        "mission": "embassy or consulate", "intelligence": "intelligence channel",
    },
    "incident": {"air-sea": "in the air or at sea"},
}  # fmt: skip
"""By kind, what a type is called in a line, where that is not its name."""
_BESIDE = {
    "when": "{}", "place": "{}", "duration": "{}", "occasion": "on the sidelines of {}", "level": "level: {}",
    "count": "how often: {}", "condition": "condition: {}", "deadline": "deadline: {}", "basis": "under {}",
    "outcome": "outcome: {}", "description": "described as {}", "precedent": "first of its kind {}",
}  # fmt: skip
_PRESENT = ("visitor", "host", "participant")
_MUTUAL = frozenset({"meeting", "summit", "call", "letter"})
"""Types of engagements that are between those who take part."""
_OTHERS = 2  # other readings that stand beside the best attested one, at most


def is_act(entry: Entry) -> bool:
    """Whether an entry is of a kind of act."""
    return entry.kind in KINDS


def when(entry: Entry) -> Interval | None:
    """The time that most reports tell of an act, an occurrence or a statement."""
    slot = entry.slot("said" if entry.kind == "statement" else "when")
    if slot is None:
        return None
    clocks = slot.claims[0].clocks
    return clocks.said if entry.kind == "statement" else clocks.happened


def parties_of(entry: Entry) -> tuple[str, ...]:
    """The ids of the parties that take part in an act, sorted."""
    return tuple(sorted({claim.normalised for name in PARTIES for claim in claims(entry, name)}))


def taking_part(entry: Entry) -> tuple[str, ...]:
    """The ids of the parties that take part in an act or an occurrence, or make a statement, sorted."""
    if is_act(entry):
        return parties_of(entry)
    return tuple(
        sorted({claim.normalised for claim in claims(entry, "speaker" if entry.kind == "statement" else "party")})
    )


def order(entry: Entry) -> tuple[object, ...]:
    """Dated entries first, in the order of time; the others by support."""
    interval = when(entry)
    date = (interval.first or interval.last) if interval else None
    return (date is None, date.bounds() if date else (), -entry.support.least, -entry.support.documents, entry.id)


def told(entry: Entry) -> str:
    """An act in one line, from its slots: who, what, to whom, about what."""
    match entry.kind:
        case "engagement":
            text = _engagement(entry)
        case "request" | "commitment":
            text = _asked(entry)
        case "position":
            word = "by" if entry.best("type") in {"support", "opposition"} else "of"
            text = f"{type_words(entry)}{_after(word, listed(names(entry, 'party')))}: {content(entry)}"
        case "channel":
            text = f"{type_words(entry)}{_pair(names(entry, 'party'))}"
        case _:
            text = content(entry)
    return text[:1].upper() + text[1:]


def content(entry: Entry) -> str:
    """What is asked, promised or held, else the clause that tells the act, as a report puts it.

    A quotation that it breaks off in is closed.
    """
    text = entry.best("content") or entry.best("what")
    return f"{text}”" if text.rfind("“") > text.rfind("”") else text


def circumstances(entry: Entry, *, leaving: Container[str] = ()) -> tuple[str, ...]:
    """When, where, how long, on what condition, as far as the line itself does not say so.

    What reports tell differently stands beside the best attested reading: `Hall of States (also: Brenna)`.

    Args:
        leaving: Slots that are shown elsewhere.
    """
    line = told(entry)
    return tuple(
        form.format(_readings(entry, name))
        for name, form in _BESIDE.items()
        if name not in leaving and (value := entry.best(name)) and not _holds(line, value)
    )


def type_words(entry: Entry) -> str:
    """What its type is called: `press conference`; the kind, where the type says nothing."""
    type_ = entry.best("type")
    named = _NAMES.get(entry.kind, {}).get(type_, type_.replace("-", " "))
    return named if named not in {"", "other"} else entry.kind


def status_words(status: str) -> str:
    """What a status is called: `possible` for `tentative`, the others by their names."""
    return "possible" if status == "tentative" else status


def names(entry: Entry, *roles: str) -> tuple[str, ...]:
    """Whoever has one of these roles, those of the first role first, each once."""
    return tuple(dict.fromkeys(claim.value for role in roles for claim in claims(entry, role)))


def claims(entry: Entry, name: str) -> tuple[Claim, ...]:
    """What the reports say of a slot; nothing if there is no such slot."""
    slot = entry.slot(name)
    return slot.claims if slot else ()


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def date_words(interval: Interval) -> str:
    """A stretch of the calendar: `4 May 2031`, `4–6 May 2031`, `May 2031`, `since March 2030`, `until 4 May 2031`."""
    first, last = interval.first, interval.last
    if first is None or last is None:
        return f"since {_date(first)}" if first else f"until {_date(last)}" if last else ""
    if first == last:
        return _date(first)
    precisions = {first.precision, last.precision}
    if precisions == {"day"} and first.iso[:7] == last.iso[:7]:
        return f"{int(first.iso[8:])}–{_date(last)}"
    if precisions == {"minute"} and first.day == last.day:
        return f"{_date(first)}–{last.iso[11:16]}"
    return f"{_date(first)} – {_date(last)}"


def _date(date: PartialDate) -> str:
    """`4 May 2031, 16:30`, as far as it is known."""
    year, *rest = date.day.iso.split("-")
    named = [*([str(int(rest[1]))] if len(rest) > 1 else []), *([_MONTHS[int(rest[0]) - 1]] if rest else []), year]
    clock = date.iso[11:16]
    return " ".join(named) + (f", {clock}" if clock else "")


def _readings(entry: Entry, name: str) -> str:
    best, *rest = claims(entry, name)
    told = dict.fromkeys(_words(claim, name) for claim in rest if name != "when" or _apart(best, claim))
    others = [words for words in told if words != _words(best, name)][:_OTHERS]
    return _words(best, name) + (f" (also: {'; '.join(others)})" if others else "")


def _words(claim: Claim, name: str) -> str:
    meant = claim.clocks.happened
    if name == "precedent":
        return claim.normalised if claim.normalised.startswith("since ") else f"in {claim.value}"
    return date_words(meant) if name == "when" and meant else claim.value


def _apart(one: Claim, other: Claim) -> bool:
    """Whether two dates cannot be the same."""
    left, right = one.clocks.happened, other.clocks.happened
    return left is not None and right is not None and left.relation(right) in {"before", "after"}


def _holds(line: str, value: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(value)}(?!\w)", line) is not None


def _engagement(entry: Entry) -> str:
    if not names(entry, *_PRESENT):  # who met nobody says there; the report's words may help a reader
        return f"{type_words(entry)}: {entry.best('what')}"
    if entry.best("type") != "visit":
        word = "between" if entry.best("type") in _MUTUAL else "of"
        return f"{type_words(entry)}{_pair(names(entry, *_PRESENT), word)}"
    visitors, hosts = names(entry, "visitor"), names(entry, "host")
    others = tuple(name for name in names(entry, "participant") if name not in {*visitors, *hosts})
    if not visitors:
        visitors, others = others, ()
    beside = f", with {listed(others)}" if others else ""
    return f"visit{_after('of', listed(visitors))}{_after('to', listed(hosts) or entry.best('place'))}{beside}"


def _asked(entry: Entry) -> str:
    by, to = names(entry, "by"), names(entry, "to")
    if len(by) > 1 and set(by) & set(to):  # accounts differ in who asks whom
        return f"{type_words(entry)} by {' or '.join(by)}: {content(entry)}"
    return f"{type_words(entry)}{_after('by', listed(by))}{_after('to', listed(to))}: {content(entry)}"


def _pair(names: Sequence[str], word: str = "between") -> str:
    return _after(word if len(names) > 1 else "of", listed(names))


def _after(word: str, names: str) -> str:
    return f" {word} {names}" if names else ""
