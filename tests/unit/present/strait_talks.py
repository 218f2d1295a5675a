"""An invented collection for the tests of views of acts: two states quarrel about a strait, and their ministers meet.

Five reports of three families, published from 2 to 7 June 2031. In the notation a trigger is marked by the name of its
act with its status, `[talks{held}:met]`, and what fills a role by the role with the act's name, `[by{crew}:Karsten]`;
times and lengths carry their meaning besides. The record is built from that as the pipeline does it.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from memcon.core.act import Act, ActKind, ActRole, Argument
from memcon.core.alignment import ActGroup, Alignment
from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, PartyType
from memcon.core.dates import PartialDate
from memcon.core.derivation import Family, Origins
from memcon.core.document import Document
from memcon.core.entry import Entry
from memcon.core.ids import DocumentId, FamilyId, PartyId, digest
from memcon.core.marks import Marked, Span, marked
from memcon.core.party import Alias, Party
from memcon.core.record import Record
from memcon.core.times import Duration, Interval, Time
from memcon.record import build
from memcon.testing import document

ACTS: Mapping[str, tuple[ActKind, str, str]] = {
    "talks": ("engagement", "meeting", "CONSULT 040"),
    "call": ("engagement", "call", "CONSULT 041"),
    "visit": ("engagement", "visit", "CONSULT 042"),
    "dinner": ("engagement", "dinner", "CONSULT 040"),
    "summit": ("engagement", "summit", "CONSULT 040"),
    "press": ("engagement", "press-conference", ""),
    "crew": ("request", "demand", "REQUEST 020"),
    "kelp": ("request", "request", "REQUEST 020"),
    "asked": ("request", "appeal", "REQUEST 020"),
    "line": ("commitment", "agreement", "AGREE 057"),
    "answer": ("commitment", "pledge", "AGREE 030"),
    "hotline": ("channel", "hotline", "CONSULT 050"),
    "envoys": ("channel", "mission", "COOPERATE 050"),
    "treaty": ("position", "opposition", "REJECT 051"),
    "pilots": ("position", "support", "SUPPORT 051"),
    "boarding": ("incident", "air-sea", "ASSAULT 190"),
    "ramming": ("incident", "other", ""),
    "ban": ("measure", "trade", "SANCTION 163"),
}
"""Of each act its kind, its type and its codes."""
ISSUES = {"treaty": ("navigation",), "kelp": ("trade",), "ban": ("trade",), "crew": ("detained sailors",)}
REPORTS: Mapping[str, tuple[str, str, str]] = {
    "preview": (
        "Northern Cable",
        "2031-06-02",
        """
[participant{talks}:Foreign Minister Neve Karsten] of Oskaria is to [talks{planned}:meet] [participant{talks}:her Tessaran counterpart, Idris Valo,] in [place{talks}:Port Sable] on [when{talks 2031-06-05}:Thursday].
A [call{postponed}:call] between [participant{call}:their defence ministers], set for [when{call 2031-06-04}:Wednesday], has been put off.
[by{ban}:Oskaria] may [ban{tentative}:ban] [on{ban}:Tessaran] kelp.
""",
    ),
    "wire": (
        "Northern Cable",
        "2031-06-05T18:40+02:00",
        """
[participant{talks}:Karsten] [talks{held}:met] [participant{talks}:Valo] for [duration{talks PT2H 90 120}:nearly two hours] in [place{talks}:Port Sable] on [when{talks 2031-06-05}:Thursday].
[by{crew}:She] [crew{open}:demanded] that [to{crew}:Valo] [content{crew}:free the crew of the survey ship Halcyon] by [deadline{crew}:Friday].
[by{line}:The two ministers] [line{agreed}:agreed] [content{line}:to reopen the hotline between their coast guards] by [deadline{line}:1 July].
[visitor{visit}:Valo] may [visit{tentative}:visit] [place{visit}:Lindholm] in [when{visit 2031-09}:September].
[participant{dinner}:The ministers] will [dinner{planned}:dine] together on [when{dinner 2031-06-09}:Monday].
[by{boarding}:Tessaran patrols] [boarding{happened}:boarded] [on{boarding}:the Halcyon] on [when{boarding 2031-05-11}:11 May].
""",
    ),
    "gazette": (
        "Sable Gazette",
        "2031-06-06",
        """
[participant{talks}:Karsten] [talks{held}:met] [participant{talks}:Valo] for [duration{talks PT2H 90 120}:nearly two hours] in [place{talks}:Port Sable] on [when{talks 2031-06-05}:Thursday].
[by{crew}:She] [crew{open}:demanded] that [to{crew}:Valo] [content{crew}:free the crew of the survey ship Halcyon] by [deadline{crew}:Friday].
""",
    ),
    "readout": (
        "Ministry of Foreign Affairs of Tessary",
        "2031-06-05",
        """
On [when{talks 2031-06-05}:5 June] [host{talks}:Minister Valo] [talks{held}:received] [visitor{talks}:visiting Foreign Minister Karsten] at [place{talks}:the Hall of Tides] for [duration{talks PT95M 95 95}:95 minutes].
[by{kelp}:The Minister] [count{kelp}:twice] [kelp{open}:asked] [to{kelp}:Oskaria] [content{kelp}:to drop its plan to ban kelp].
[by{asked}:Tessary] [asked{open}:calls] for [content{asked}:calm in the strait].
[by{answer}:Tessary] [answer{offered}:promised] [content{answer}:an answer on the ship] [condition{answer}:if the ban is not imposed].
[party{treaty}:Tessary] [treaty{unchanged}:remains opposed] to [content{treaty}:any change to the strait treaty].
[party{envoys}:Tessary] and [party{envoys}:Oskaria] keep [envoys{open}:embassies] in both capitals.
""",
    ),
    "harbour": (
        "The Harbour Post",
        "2031-06-07",
        """
[to{crew}:Valo] [crew{declined}:refused] to [content{crew}:free the crew of the survey ship Halcyon], [by{crew}:Karsten] said.
The [hotline{frozen}:hotline] between [party{hotline}:Oskaria] and [party{hotline}:Tessary] has been dead since [when{hotline 2029-03/}:March 2029].
[by{ban}:Oskaria] [ban{imposed}:banned] [on{ban}:Tessaran] kelp on [when{ban 2031-06-06}:Friday], under [basis{ban}:the Coastal Trade Act].
[participant{summit}:The leaders of both states] last [summit{historical}:met] in [when{summit 2019}:2019].
[party{pilots}:Oskaria] [pilots{new}:backs] [content{pilots}:foreign pilots in the strait] for the first time.
A spokeswoman denied that [by{ramming}:a Tessaran cutter] had [ramming{denied}:rammed] [on{ramming}:the Halcyon].
[participant{press}:Karsten] scrapped a [press{cancelled}:press conference].
""",
    ),
}
"""Of each report its outlet, its date, and a sentence a line."""
FAMILIES = {
    "Northern Cable": ("preview", "wire", "gazette"),
    "Ministry of Foreign Affairs of Tessary": ("readout",),
    "": ("harbour",),
}
PEOPLE: Mapping[str, tuple[PartyType, str | None, tuple[str, ...]]] = {
    "Neve Karsten": (
        "person",
        "Oskaria",
        ("Foreign Minister Neve Karsten", "Karsten", "She", "visiting Foreign Minister Karsten"),
    ),
    "Idris Valo": (
        "person",
        "Tessary",
        ("her Tessaran counterpart, Idris Valo,", "Valo", "Minister Valo", "The Minister"),
    ),
    "Oskaria": ("state", None, ("Oskaria",)),
    "Tessary": ("state", None, ("Tessary", "Tessaran")),
    "the two ministers": ("group", None, ("The two ministers", "The ministers")),
    "defence ministers": ("group", None, ("their defence ministers",)),
    "the leaders of both states": ("group", None, ("The leaders of both states",)),
    "Tessaran patrols": ("group", "Tessary", ("Tessaran patrols", "a Tessaran cutter")),
    "the Halcyon": ("unknown", None, ("the Halcyon",)),
}
"""Of each party its type, its side, and what reports call it."""
_CALLED = {words: name for name, (_, _, called) in PEOPLE.items() for words in called}
_TIMES = {"when", "duration"}


@cache
def _marks() -> dict[str, Marked]:
    return {name: marked(text.strip().replace("\n", "\n\n")) for name, (_, _, text) in REPORTS.items()}


@cache
def documents() -> dict[str, Document]:
    """The reports by name."""
    return {
        name: document(_marks()[name].text, path=f"{name}.txt", published=published, outlet=outlet)
        for name, (outlet, published, _) in REPORTS.items()
    }


def by_id() -> dict[DocumentId, Document]:
    """The reports by id."""
    return {one.id: one for one in documents().values()}


@cache
def annotations() -> dict[DocumentId, Annotations]:
    """What is seen in each report."""
    return {documents()[name].id: _seen(documents()[name], marks) for name, marks in _marks().items()}


def _seen(report: Document, marks: Marked) -> Annotations:
    acts = tuple(act for _, act in _acts(report, marks))
    return Annotations(report.id, times=tuple(sorted(_times(report, marks), key=lambda one: one.anchor)), acts=acts)


def _acts(report: Document, marks: Marked) -> Iterator[tuple[str, Act]]:
    for span in (span for span in marks.spans if span.label in ACTS):
        kind, type_, code = ACTS[span.label]
        zone = next(one for one in report.zones if one.start <= span.start and span.end <= one.end)
        own = [
            one for one in marks.spans if one.value.split()[:1] == [span.label] and zone.start <= one.start < zone.end
        ]
        plover, _, cameo = code.partition(" ")
        yield (
            span.label,
            Act(
                kind,
                type_,
                span.value,
                report.anchor(zone.start, zone.end - 1),
                _at(report, span),
                tuple(sorted(_argument(report, one) for one in own if one.label not in _TIMES)),
                time=next((_at(report, one) for one in own if one.label == "when"), None),
                duration=next((_at(report, one) for one in own if one.label == "duration"), None),
                issues=ISSUES.get(span.label, ()),
                cameo=cameo,
                plover=plover,
            ),
        )


def _argument(report: Document, span: Span) -> Argument:
    role: ActRole = span.label  # type: ignore[assignment]
    return Argument(role, _at(report, span), _CALLED.get(report.text[span.start : span.end], ""))


def _times(report: Document, marks: Marked) -> Iterator[Time]:
    for span in marks.spans:
        if span.label == "when":
            first, _, last = span.value.split()[1].partition("/")
            open_ = span.value.endswith("/")
            until = None if open_ else PartialDate(last or first)
            yield Time(_at(report, span), "date", first, "day", interval=Interval(PartialDate(first), until))
        elif span.label == "duration":
            _, iso, low, high = span.value.split()
            yield Time(_at(report, span), "duration", iso, "length", duration=Duration(iso, float(low), float(high)))


def _at(report: Document, span: Span) -> Anchor:
    return report.anchor(span.start, span.end)


def parties() -> tuple[Party, ...]:
    """Everybody, by name."""
    return tuple(
        Party(
            PartyId(digest("party", name)),
            name,
            type_,
            tuple(sorted(Alias(one, name) for one in by_id())),
            (name,),
            side=side,
        )
        for name, (type_, side, _) in sorted(PEOPLE.items())
    )


def party(name: str) -> Party:
    """One of them."""
    return next(one for one in parties() if one.name == name)


@cache
def record() -> Record:
    """The record: an entry for each act, whatever number of reports tell it."""
    families = {
        documents()[name].id: Family(
            FamilyId(digest("family", origin)),
            origin or None,
            tuple(sorted(documents()[one].id for one in names)),
            established=bool(origin),
        )
        for origin, names in FAMILIES.items()
        for name in names
    }
    groups: dict[str, list[Act]] = {}
    for name, marks in _marks().items():
        for key, act in _acts(documents()[name], marks):
            groups.setdefault(key, []).append(act)
    return build(
        by_id(),
        annotations().values(),
        derivations=(),
        origins=Origins(families, {}),
        alignment=Alignment(parties(), acts=tuple(ActGroup(tuple(one)) for one in groups.values())),
    )


def entry(key: str) -> Entry:
    """The entry of one act."""
    kind, type_, _ = ACTS[key]
    (found,) = (one for one in record().entries if one.kind == kind and one.best("type") == type_)
    return found


def entries(*kinds: ActKind) -> tuple[Entry, ...]:
    """Those of some kinds, in the order of time."""
    from memcon.record import order

    return tuple(sorted((one for one in record().entries if one.kind in kinds), key=order))
