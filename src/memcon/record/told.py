"""An act in words: one line composed from its slots, never freely written.

In: an entry of a kind of act. Out: what it says, and what stands beside it.
"""

from collections.abc import Iterator

from memcon.core.act import KINDS
from memcon.core.record import Entry
from memcon.core.times import Interval

_NAMES = {
    "press-conference": "press conference", "working-group": "working group", "air-sea": "incident in the air or at sea",
    "back-channel": "back channel", "dinner": "meal", "mission": "mission", "other": "", "contacts": "contacts",
}  # fmt: skip


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
    roles = ("participant", "visitor", "host", "by", "to", "on", "party")
    return tuple(sorted({claim.normalised for name in roles if (slot := entry.slot(name)) for claim in slot.claims}))


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
            text = _promise(entry)
        case "position":
            text = f"{_joined(entry, 'party') or 'Somebody'}: {_type(entry)}{_content(entry)}"
        case "channel":
            text = f"{_type(entry) or 'Contacts'} {_between(_names(entry, 'party'))}".strip()
        case _:
            text = _deed(entry)
    return text[:1].upper() + text[1:]


def circumstances(entry: Entry) -> tuple[str, ...]:
    """Where, when, how long, on what condition, as the reports put it."""
    return tuple(_circumstances(entry))


def _circumstances(entry: Entry) -> Iterator[str]:
    for name, words in (
        ("place", "at {}"), ("when", "{}"), ("duration", "{}"), ("occasion", "on the occasion of {}"), ("count", "{}"),
        ("condition", "{}"), ("deadline", "by {}"), ("basis", "under {}"),
    ):  # fmt: skip
        if value := entry.best(name):
            yield words.format(value)


def _engagement(entry: Entry) -> str:
    visitors, hosts = _names(entry, "visitor"), _names(entry, "host")
    others = [name for name in _names(entry, "participant") if name not in {*visitors, *hosts}]
    if visitors and hosts:
        return f"{_type(entry)} of {_list(visitors)} to {_list(hosts)}{_with(others)}"
    return f"{_type(entry)} {_between([*visitors, *hosts, *others])}".strip()


def _promise(entry: Entry) -> str:
    by, to = _joined(entry, "by"), _joined(entry, "to")
    what = {"invitation": "invitation", "demand": "demand", "appeal": "appeal"}.get(entry.best("type"), entry.kind)
    who = f" by {by}" if by else ""
    whom = f" to {to}" if to else ""
    return f"{what}{who}{whom}{_content(entry)}"


def _deed(entry: Entry) -> str:
    """What befell or was imposed: in the report's words, since its kinds are too many for a form."""
    return entry.best("what")


def _type(entry: Entry) -> str:
    type_ = entry.best("type")
    return _NAMES.get(type_, type_.replace("-", " "))


def _content(entry: Entry) -> str:
    content = entry.best("content")
    return f": {content}" if content else f": {entry.best('what')}"


def _names(entry: Entry, role: str) -> list[str]:
    slot = entry.slot(role)
    return [claim.value for claim in slot.claims] if slot else []


def _joined(entry: Entry, role: str) -> str:
    return _list(_names(entry, role))


def _list(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _between(names: list[str]) -> str:
    if not names:
        return ""
    return f"between {_list(names)}" if len(names) > 1 else f"of {names[0]}"


def _with(names: list[str]) -> str:
    return f", with {_list(names)}" if names else ""
