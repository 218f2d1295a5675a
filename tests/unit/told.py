"""Reports of acts made by hand: each line of a notation tells one, with who takes part, when and how long."""

from collections.abc import Sequence

from memcon.core.act import Act, ActKind, Argument
from memcon.core.annotation import Annotations, Mention, PartyType, Referent, Role
from memcon.core.dates import PartialDate
from memcon.core.document import Document
from memcon.core.times import Duration, Interval, Time
from memcon.testing import Span, document, marked

PEOPLE = {
    "Orrin": ("Ana Orrin", "Tessary", "Foreign Minister"),
    "Marn": ("Ilse Marn", "Brennia", "Foreign Minister"),
    "Reyes": ("Tomas Reyes", "Brennia", "Trade Minister"),
    "Dube": ("Lindiwe Dube", "Tessary", "President"),
    "Koskela": ("Anneli Koskela", "Brennia", "President"),
}
"""By surname: name, side and office."""
KINDS: tuple[ActKind, ...] = ("engagement", "request", "commitment", "channel", "incident", "measure")
LENGTHS = {
    "PT3H": (165.0, 195.0),
    "PT3H-": (150.0, 180.0),
    "PT4H": (225.0, 255.0),
    "PT30M": (15.0, 45.0),
    "PT6H": (330.0, 390.0),
    "P2D": (2520.0, 3240.0),
}


def report(notation: str, published: str | None = None) -> tuple[Document, Annotations]:
    """A report of one act a line, each `[engagement{meeting held}:met]` with its arguments in the same line.

    Parties are written by surname, `Tessary` and `Brennia` are states, and anything else is a group. `[date{…}:…]` and
    `[duration{PT3H}:…]` are the act's time and length, `[outcome{negative}:…]` how it went.
    """
    marks = marked(notation)
    made = document(marks.text, published=published)
    acts, times = [], []
    start = 0
    for line in marks.text.split("\n"):
        spans = [one for one in marks.spans if start <= one.start < start + len(line)]
        act, own = _act(made, start, line, spans)
        acts += act
        times += own
        start += len(line) + 1
    named = [one for act in acts for one in act.arguments if one.party]
    referents = {one.party: _referent(made, one.party) for one in named}
    return made, Annotations(
        made.id,
        mentions=tuple(
            Mention(one.anchor, one.party, referents[one.party].type)
            for one in sorted(named, key=lambda one: one.anchor)
        ),
        referents=tuple(referents[name] for name in sorted(referents)),
        times=tuple(sorted(times, key=lambda one: one.anchor)),
        acts=tuple(acts),
    )


def _act(made: Document, start: int, line: str, spans: Sequence[Span]) -> tuple[list[Act], list[Time]]:
    times: list[Time] = []
    arguments: list[Argument] = []
    for one in spans:
        anchor = made.anchor(one.start, one.end)
        words = made.passage(anchor)
        if one.label == "date":
            interval = Interval.of(PartialDate(one.value)) if one.value[:4].isdigit() else None
            times.append(Time(anchor, "date", one.value, "weekday", interval=interval))
        elif one.label == "duration":
            times.append(
                Time(
                    anchor,
                    "duration",
                    one.value,
                    "length",
                    duration=Duration(one.value.strip("-"), *LENGTHS[one.value]),
                )
            )
        elif one.label in {"content", "place"}:
            arguments.append(Argument(one.label, anchor))  # type: ignore[arg-type]
        elif one.label == "outcome":
            arguments.append(Argument("outcome", anchor, judged=one.value))  # type: ignore[arg-type]
        elif one.label not in KINDS:
            arguments.append(Argument(one.label, anchor, PEOPLE.get(words, (words,))[0]))  # type: ignore[arg-type]
    found = []
    for one in spans:
        if one.label in KINDS:
            type_, status = one.value.split()
            found.append(
                Act(
                    one.label, type_, status, made.anchor(start, start + len(line)), made.anchor(one.start, one.end),
                    tuple(sorted(arguments)),
                    time=next((time.anchor for time in times if time.type == "date"), None),
                    duration=next((time.anchor for time in times if time.type == "duration"), None),
                )
            )  # fmt: skip
    return found, times


def _referent(made: Document, name: str) -> Referent:
    for known, side, office in PEOPLE.values():
        if known == name:
            return Referent(name, "person", (name,), (Role(office, side, made.anchor(0, 1)),), side)
    type_: PartyType = "state" if name in {"Tessary", "Brennia"} else "group"
    return Referent(name, type_, (name,))
