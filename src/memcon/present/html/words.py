"""How the page says things: counts, support, dates, kinds of derivation, and where metadata was read.

Values of the model come in, plain English goes out. The exact value always stands near the words.
"""

from collections.abc import Iterable

from memcon.core.annotation import Damage
from memcon.core.brief import Brief
from memcon.core.dates import PartialDate
from memcon.core.derivation import Derivation, DerivationKind
from memcon.core.discrepancy import Discrepancy
from memcon.core.document import Field, Origin
from memcon.core.entry import Support
from memcon.core.record import DocumentNote
from memcon.present.relationship import counts_words, left_out_words
from memcon.present.statuses import Standing
from memcon.present.statuses import standing as shown_as
from memcon.record import verdict as compared
from memcon.record.told import date_words

_MONTHS = "January February March April May June July August September October November December".split()
_SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()

_DERIVATION: dict[DerivationKind, str] = {
    "copy": "copy",
    "abridgement": "shortened",
    "rewrite": "rewritten",
    "translation": "translated",
    "readout": "from the same readout",
    "credit": "credits this origin",
    "update": "later version",
}
_LABEL: dict[DerivationKind, str] = {**_DERIVATION, "readout": "same readout", "credit": "credited"}
_JOINED: dict[DerivationKind, str] = {"copy": " of", "update": " of", "readout": ":", "credit": ":"}
_ORIGIN: dict[Origin, str] = {
    "given": "given when it was added",
    "sidecar": "from the file kept beside it",
    "markup": "from the page’s own markup",
    "text": "read in its text",
    "detected": "detected, not stated",
}
_FIELD: dict[Field, str] = {
    "title": "title",
    "outlet": "outlet",
    "url": "address",
    "byline": "byline",
    "published": "publication date",
    "updated": "update",
    "retrieved": "retrieval date",
    "language": "language",
}
_NAME = 60  # code points of a title that stands in for an outlet nobody names
DATES: frozenset[Field] = frozenset({"published", "updated", "retrieved"})


def counted(number: int, one: str, many: str) -> str:
    """`1 report`, `7 reports`."""
    return f"{number}\u00a0{one if number == 1 else many}"


def shortened(text: str, limit: int) -> str:
    """The text, or as many of its first words as `limit` code points hold."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    return (head.rpartition(" ")[0] or head) + " …"


def spelled(number: int) -> str:
    """`nine`, but `31`: numbers up to twelve in words."""
    return _SMALL[number] if number < len(_SMALL) else str(number)


def interval(least: int, most: int) -> str:
    """`3`, `2–3`, or `up to 3` where nothing is proven."""
    if least == most:
        return str(most)
    return f"{least}–{most}" if least else f"up to {most}"


def badge(support: Support) -> str:
    """How many independent witnesses, with the case of a single one said outright."""
    if support.most == 1:
        return "only one account"
    return f"{interval(support.least, support.most)} independent"


def period(brief: Brief) -> str:
    """From the first to the last engagement that was held; empty if none is dated."""
    return date_words(brief.period) if brief.period else ""


def counts(brief: Brief) -> tuple[str, ...]:
    """How much is told of each kind."""
    return counts_words(brief)


def left_out(brief: Brief) -> str:
    """What a brief about two parties leaves out; empty if nothing."""
    return left_out_words(brief)


def verdict(one: Discrepancy) -> str:
    """What the readings mean beside each other, and how they probably came about."""
    said = compared(one)
    return f"{said[:1].upper()}{said[1:]}."


def standing(status: str) -> Standing:
    """How a status is shown: its mark, its word, and what it comes to."""
    return shown_as(status)


def same_name(left: str | None, right: str | None) -> bool:
    """Whether two names differ in no more than an article and capitals."""
    return (left or "").casefold().removeprefix("the ") == (right or "").casefold().removeprefix("the ")


def date(value: PartialDate) -> str:
    """`15 May 2031, 17:40 UTC+02:00`, no more precise than the value."""
    day, _, clock = value.iso.partition("T")
    parts = day.split("-")
    written = [str(int(parts[2]))] if len(parts) == 3 else []
    written += [_MONTHS[int(parts[1]) - 1]] if len(parts) >= 2 else []
    words = " ".join([*written, parts[0]])
    if not clock:
        return words
    offset = clock[5:].replace("-", "−")
    return f"{words}, {clock[:5]}" + (f" UTC{'' if offset == '+00:00' else offset}" if offset else "")


def day(value: PartialDate | None, *, year: bool = True) -> str:
    """`15 May 2031`, or `15 May` where the year goes without saying; `no date` for None."""
    if value is None:
        return "no date"
    written = date(value.day)
    return written if year or value.precision in {"year", "month"} else written.rpartition(" ")[0]


def report_name(note: DocumentNote) -> str:
    """What to call a report in few words."""
    return note.outlet or f"“{shortened(note.title, _NAME)}”"


def label(derivation: Derivation) -> str:
    """How a report was made, in a word or two for a picture, with a question mark where that is only possible."""
    return _LABEL[derivation.kind] + ("" if derivation.certain else "?")


def made(derivation: Derivation) -> str:
    """How a report was made, as a label on the line that joins it to its parent."""
    label = _DERIVATION[derivation.kind]
    return label if derivation.certain else f"possibly {label}"


def joined(derivation: Derivation) -> str:
    """How a report was made, up to the name of what it was made from: `shortened from`, `possibly copy of`."""
    return made(derivation) + _JOINED.get(derivation.kind, " from")


def order_unknown(derivation: Derivation) -> bool:
    """Whether it is open which of two reports came first."""
    return derivation.direction == "undetermined" and derivation.parent is not None


def damaged(damage: Iterable[Damage]) -> str:
    """What seems wrong with some words: `damaged (name), probably: White House`."""
    return "; ".join(
        f"damaged ({mark.kind})" + (f", probably: {mark.suggestion}" if mark.suggestion else "") for mark in damage
    )


def read_where(origin: Origin) -> str:
    """Where a reading of a field comes from."""
    return _ORIGIN[origin]


def field_name(field: Field) -> str:
    """What a reader calls the field."""
    return _FIELD[field]
