"""An invented timeline for the tests of its views: two ports quarrel about a ferry and make an accord.

Six reports of four families, published from 3 to 9 May 2031, tell of some forty moments: a crowded week, a month and a
year told without a day, talks that last, plans, and what lies decades off. Every moment is a sentence of each report
that tells it, made by hand.
"""

from collections.abc import Iterable
from functools import cache

from memcon.core.anchor import Anchor
from memcon.core.brief import Brief, Line, Moment, Section
from memcon.core.dates import PartialDate
from memcon.core.derivation import Family
from memcon.core.document import Document
from memcon.core.entry import Support, Witness
from memcon.core.ids import DocumentId, EntryId, FamilyId, digest
from memcon.core.record import DocumentNote, Record
from memcon.testing import document

PUBLISHED = {
    "wire": "2031-05-03T18:20+02:00",
    "gazette": "2031-05-04",
    "ministry": "2031-05-07",
    "harbour": "2031-05-08",
    "lantern": "2031-05-08",
    "courier": "2031-05-09",
}
OUTLETS = {
    "wire": "Halden Wire",
    "gazette": "Orsk Gazette",
    "ministry": "Ministry of Ports",
    "harbour": "Harbour Post",
    "lantern": "The Lantern",
    "courier": "Courier of the Sound",
}
FAMILIES = {
    "Halden Wire": ("wire", "gazette"),
    "Ministry of Ports": ("ministry", "lantern"),
    "Harbour Post": ("harbour",),
    "Courier": ("courier",),
}
# When, until when, status, who tells it, and what; a status of "" is a statement.
TOLD = """
1998||held|wire courier|The Sound Bridge burned down and was never rebuilt.
2027-03|2029-10|held|harbour|Halden and Orsk shared one ferry, which neither of them painted.
2030-11||held|wire gazette harbour|Orsk sold its last ferry without telling Halden.
2031||held|courier|The two ports have counted more gulls than passengers.
2031-05||held|ministry|The Ministry of Ports closed the eastern quay for painting.
2031-05-01|2031-05-04|held|wire gazette ministry|Delegations from Halden and Orsk walked the whole length of the quay.
2031-05-03||held|wire gazette ministry harbour courier|Mayor Ines Torval of Halden arrived in Orsk by rowing boat.
2031-05-03||held|wire|Orsk’s harbour master, Pell Jorun, received her with a brass band of nine.
2031-05-03T09:30+02:00||held|ministry|The talks opened in the sail loft.
2031-05-03T15:00+02:00||held|ministry lantern courier|The talks broke off after a lamp fell.
2031-05-03|||wire gazette|“We did not come to count gulls,” Torval said.
2031-05-04||held|gazette ministry harbour|The two delegations met again and agreed on the price of a ticket.
2031-05-04||held|harbour|Fishermen blocked the slipway for an hour.
2031-05-04|||harbour courier|“A ferry is a bridge that has learned to swim,” Jorun said.
2031-05-04|||ministry|The minister said that the eastern quay would stay closed.
2031-05-05||held|ministry lantern|A joint commission of eight was named.
2031-05-05||held|courier|Halden’s council approved the loan by one vote.
2031-05-05|||courier|“One vote is a majority with good manners,” the council’s clerk said.
2031-05-06||held|ministry harbour lantern courier|Torval and Jorun signed the Ferry Accord aboard the dredger Patience.
2031-05-06||held|harbour|A choir of dockers sang at the signing.
2031-05-06|||ministry lantern|“From today the Sound is one street,” Torval said.
2031-05-06|||harbour courier|Jorun said he had slept well for the first time since November.
2031-05-06T19:00||held|courier|The delegations dined on smoked eel at the Compass.
2031-05-07||held|ministry|Torval returned to Halden.
2031-05-07|2031-05-09|held|harbour courier|Engineers sounded the depth of the channel.
2031-05-08|||courier|The chief engineer said the channel was deeper than anybody’s patience.
2031-05-09||held|courier|The first timetable was printed, with one error.
2031-05-12||planned|ministry lantern courier|The commission is to meet for the first time.
2031-05-14|2031-05-16|planned|harbour ministry|Jorun will visit Halden’s shipyard.
2031-05-15||tentative|courier|The fishermen may block the slipway again.
2031-05-20||planned|ministry harbour courier wire|The first trial crossing is planned.
2031-05||planned|lantern|The remaining berths are to be dredged this month.
2031-06-01||planned|ministry harbour lantern courier wire|Regular service is to begin with four crossings a day.
2031-06-01|2031-08-31|tentative|courier|A night ferry may run all summer.
2031-06-10||tentative|harbour|The regent could attend the naming of the ship.
2031-07||planned|ministry|The accord goes to both councils for ratification.
2031-09-15||planned|courier harbour|The eastern quay is to reopen.
2032||tentative|courier|A second ferry could be ordered next year.
2035||planned|ministry lantern|The loan falls due.
2035-06-01T12:00+02:00||planned|ministry|The accord ends unless either port renews it at noon.
""".strip()


@cache
def documents() -> dict[str, Document]:
    """The reports by name."""
    return {
        name: document(
            "\n\n".join(what for *_, names, what in _told() if name in names.split()),
            path=f"{name}.txt",
            published=published,
            outlet=OUTLETS[name],
        )
        for name, published in PUBLISHED.items()
    }


def _told() -> Iterable[tuple[str, str, str, str, str]]:
    for line in TOLD.splitlines():
        date, end, status, names, what = (
            line.split("|", 4) if line.count("|") == 4 else line.replace("|||", "||||", 1).split("|", 4)
        )
        yield date, end, status, names, what


def moment(date: str, end: str, status: str, names: str, what: str, *, kind: str | None = None) -> Moment:
    """A moment that these reports tell in these words."""
    anchors = {name: _found(documents()[name], what) for name in names.split()}
    by = tuple(
        Witness(_family(origin), origin, tuple(sorted(anchors[name] for name in members if name in anchors)))
        for origin, members in sorted(FAMILIES.items())
        if any(name in anchors for name in members)
    )
    return Moment(
        date=PartialDate(date),
        end=PartialDate(end) if end else None,
        status=status or None,
        entry=EntryId(digest("entry", date, what)),
        kind="occurrence" if status else "statement",
        title=what,
        parties=tuple(name for name in ("Ines Torval", "Pell Jorun") if name.split()[1] in what),
        anchors=tuple(sorted(anchors.values())),
        support=Support(len(by), len(by), len(anchors), by),
    )


def _found(report: Document, what: str) -> Anchor:
    start = report.text.index(what)
    return report.anchor(start, start + len(what))


def _family(origin: str) -> FamilyId:
    return FamilyId(digest("family", origin))


@cache
def moments() -> tuple[Moment, ...]:
    """All of them, in the order of time."""
    return tuple(sorted((moment(*told) for told in _told()), key=lambda one: one.date.iso))


def families() -> tuple[Family, ...]:
    """The four families."""
    return tuple(
        Family(_family(origin), origin, tuple(sorted(documents()[name].id for name in names)), established=True)
        for origin, names in FAMILIES.items()
    )


def notes() -> tuple[DocumentNote, ...]:
    """What the record keeps of each report, sorted by id."""
    made = (
        DocumentNote(one.id, one.path, one.title, one.outlet, one.published, _family(origin))
        for origin, names in FAMILIES.items()
        for one in (documents()[name] for name in names)
    )
    return tuple(sorted(made, key=lambda note: note.id))


def record() -> Record:
    """A record of the reports, without statements and entries."""
    return Record(notes(), families(), (), (), (), (), ())


def brief(timeline: Iterable[Moment] | None = None) -> Brief:
    """A brief with this timeline, by default the whole of it, and one line besides."""
    accord = next(one for one in moments() if "signed" in one.title)
    lines = (Line(accord.title, accord.anchors, accord.support),)
    return Brief(
        title="The Ferry Accord between Halden and Orsk",
        between=(),
        as_of=None,
        documents=notes(),
        families=families(),
        derivations=(),
        sections=(Section("What was agreed", lines),),
        problems=(),
        timeline=moments() if timeline is None else tuple(timeline),
    )


def by_id() -> dict[DocumentId, Document]:
    """The reports by id."""
    return {one.id: one for one in documents().values()}
