"""An invented brief for the page's tests: two states sign a treaty on a lake, nine reports of five families tell of it.

Nothing here is computed by memcon: every value is written by hand, so that the page is tested by itself.
The reports bring what a page may stumble over: passages that overlap and cross paragraphs, characters beyond the
basic plane, combining marks, Arabic and Chinese, and text that tries to be more than text.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from memcon.core.anchor import Anchor
from memcon.core.brief import Brief, Line, Section
from memcon.core.derivation import Derivation, DerivationKind, Direction, Family, Feature, Passage
from memcon.core.document import Arrival, Document, Field, Metadatum, Origin, Zone, ZoneKind
from memcon.core.entry import Support, Witness
from memcon.core.ids import DocumentId, FamilyId
from memcon.core.problem import Problem
from memcon.core.record import DocumentNote

HOSTILE = (
    "<script>window.pwned = 1</script><svg onload=\"window.pwned = 2\"><img src=x onerror='window.pwned = 3'>"
    "</title></style></textarea>--><iframe srcdoc='<script>parent.pwned = 4</script>'></iframe>"
    "<base href='https://elsewhere.example/'><meta http-equiv=refresh content='0;url=https://elsewhere.example/'>"
    "<a href='javascript:window.pwned = 5'>press here</a>{{ 7 * 7 }}{% raw %}\" autofocus onfocus=window.pwned=6 x=\""
)
TURNED = "\u202eesrever ni nettirw\u202c"
ODD = "before\x07\x1b\x7f\ufffe\u2028\u200b\ufeffafter\rreturned"
LONG = "Mirrow" * 1700
LINK = "javascript:alert(document.domain)"

_ZONES: dict[str, Sequence[tuple[ZoneKind, str]]] = {
    "meridian": (
        ("headline", "Ostrel and Veyland sign treaty on Lake Mirrow, leave the dam for later"),
        ("byline", "By Sela Ondrusz"),
        ("dateline", "PORT MIRROW, Veyland (Meridian) —"),
        (
            "body",
            (
                "Ostrel and Veyland signed a treaty on the waters of Lake Mirrow on Monday after nearly four hours of talks, "
                "ending eleven years in which neither side told the other when it opened its sluices."
            ),
        ),
        (
            "body",
            (
                "“We have stopped counting drops and started counting days,” Ostrel’s foreign minister, Dalia Renn, told "
                "reporters on the pier. “The first day is tomorrow.”"
            ),
        ),
        (
            "body",
            (
                "Under the treaty the two countries exchange level readings every six hours, beginning Tuesday, and a joint "
                "commission of eight members meets in Sarnholt before the end of July."
            ),
        ),
        ("subheading", "The dam stays out"),
        (
            "body",
            (
                "Veyland’s water minister, Joram Aske, said the Upper Gate dam was not part of the agreement. “A dam is "
                "built by engineers and unbuilt by time,” he said. He declined to say whether work there would stop."
            ),
        ),
        (
            "body",
            (
                "Renn said she had asked Aske to halt the work for the length of the commission’s first year. Two officials "
                "from Ostrel, who asked not to be named, said they had not received an answer."
            ),
        ),
        (
            "body",
            "Fishing boats 🛶🛶 from both shores sounded their horns when the two came out. 🎏 “Finally,” said a skipper.",
        ),
        ("caption", "Dalia Renn and Joram Aske on the pier at Port Mirrow on Monday. (Meridian/Ilo Brandt)"),
        ("credit", "Reporting by Sela Ondrusz; additional reporting by Pell Aroya in Sarnholt"),
        ("furniture", "Our standards: the Meridian code of fairness."),
        ("furniture", "Subscribe to the Morning Dispatch"),
    ),
    "chronicle": (
        ("furniture", "Skip to content · Sign in · Weather 14°"),
        ("headline", "Lake Mirrow treaty signed"),
        ("dateline", "PORT MIRROW (Meridian) —"),
        (
            "body",
            "Ostrel and Veyland signed a treaty on the waters of Lake Mirrow on Monday after nearly four hours of talks.",
        ),
        (
            "body",
            (
                "“We have stopped counting drops and started counting days,” Ostrel’s foreign minister, Dalia Renn, told "
                "reporters on the pier."
            ),
        ),
        ("body", "Veyland’s water minister, Joram Aske, said the Upper Gate dam was not part of the agreement."),
        ("furniture", "Related: Ten walks around the lake"),
    ),
    "lantern": (
        ("headline", "Ostrel, Veyland sign Lake Mirrow treaty"),
        (
            "body",
            (
                "Ostrel and Veyland signed a treaty on the waters of Lake Mirrow on Monday after nearly four hours of talks, "
                "ending eleven years in which neither side told the other when it opened its sluices."
            ),
        ),
        (
            "body",
            (
                "“We have stopped counting drops and started counting days,” Ostrel’s foreign minister, Dalia Renn, told "
                "reporters on the pier. “The first day is tomorrow.”"
            ),
        ),
        (
            "body",
            (
                "Renn said she had asked Aske to halt the work for the length of the commission’s first year. Two officials "
                "from Ostrel, who asked not to be named, said they had not received an answer."
            ),
        ),
        ("credit", "Source: Meridian"),
    ),
    "mingjing": (
        ("headline", "两国签署明镜湖条约"),
        ("body", "奥斯特雷尔与维兰周一经过近四小时会谈，签署了明镜湖水资源条约。𠮷田湖畔的渔船鸣笛致意。"),
        ("body", "外交部长达莉亚·雷恩在码头对记者说：“我们不再数水滴，而是开始数日子。”"),
        ("body", "双方将从周二起每六小时交换一次水位数据。"),
    ),
    "ministry": (
        ("headline", "Readout of the Foreign Minister’s talks in Port Mirrow"),
        (
            "body",
            (
                "On 12 June 2034 Foreign Minister Dalia Renn met Water Minister Joram Aske of Veyland at the Harbour House in "
                "Port Mirrow. The talks lasted three hours and fifty minutes."
            ),
        ),
        (
            "body",
            (
                "The ministers signed the Treaty on the Waters of Lake Mirrow. Both sides exchange level readings every six "
                "hours from 13 June."
            ),
        ),
        (
            "body",
            (
                "The Foreign Minister urged Veyland to halt the works at Upper Gate for twelve months. She invited Minister "
                "Aske to Sarnholt for the first session of the commission."
            ),
        ),
    ),
    "today": (
        ("headline", "Renn invites Aske to Sarnholt"),
        (
            "body",
            (
                "Foreign Minister Dalia Renn urged Veyland to halt the works at Upper Gate for twelve months, the ministry "
                "said, and invited Minister Aske to Sarnholt for the first session of the commission."
            ),
        ),
        ("body", "The talks lasted three hours and fifty minutes, according to the readout."),
    ),
    "sawt": (
        ("headline", "فيلاند وأوستريل توقعان معاهدة بحيرة ميرو"),
        ("body", "وقّع البلدان يوم الاثنين معاهدة مياه البحيرة في بورت ميرو بعد محادثات استمرت نحو أربع ساعات."),
        (
            "body",
            "وقال وزير المياه يورام أسكي: «لن نوقف العمل في السد ليوم واحد». وأضاف أن اللجنة ستجتمع قبل نهاية يوليو.",
        ),
        ("body", "Aske repeated it in English: “Not for one day.”"),
    ),
    "courier": (
        ("headline", "Commission of eight to meet before August"),
        ("dateline", "SARNHOLT (Northern Cable) —"),
        (
            "body",
            (
                "A joint commission of ten members will meet in Sarnholt before the end of July, an aide to the foreign "
                "minister said on Tuesday."
            ),
        ),
        ("body", "The aide said the café by the lock — the Cafe\u0301 Zu\u0308rst — would be its first office."),
    ),
    "nameless": (
        ("headline", f"Lake pact {HOSTILE}"),
        (
            "body",
            (
                "Ostrel and Veyland inked a pact on the liquids of Lake Mirrow on Monday following almost four hours of "
                "conversation. “We have ceased tallying droplets and begun tallying days,” she declared."
            ),
        ),
        ("body", f"{HOSTILE} and {TURNED} and {ODD}."),
        ("body", f"{LONG} said he would come to Sarnholt."),
    ),
}

_META: dict[str, Sequence[tuple[Field, str, Origin]]] = {
    "meridian": (
        ("outlet", "Meridian", "sidecar"),
        ("published", "2034-06-12T17:40+02:00", "sidecar"),
        ("published", "2034-06-13", "detected"),
        ("updated", "2034-06-12T18:05+02:00", "sidecar"),
        ("language", "en", "detected"),
        ("url", "https://meridian.example/2034/06/12/mirrow", "sidecar"),
    ),
    "chronicle": (
        ("outlet", "The Harbour Chronicle", "markup"),
        ("published", "2034-06-12", "markup"),
        ("language", "en", "markup"),
        ("title", "Lake Mirrow treaty signed", "markup"),
    ),
    "lantern": (
        ("outlet", "Daily Lantern", "given"),
        ("published", "2034-06-13", "given"),
        ("language", "en", "detected"),
    ),
    "mingjing": (
        ("outlet", "明镜日报", "markup"),
        ("published", "2034-06-13T08:10+08:00", "markup"),
        ("language", "zh", "markup"),
    ),
    "ministry": (
        ("outlet", "Foreign Ministry of Ostrel", "given"),
        ("published", "2034-06-12", "given"),
        ("language", "en", "detected"),
    ),
    "today": (
        ("outlet", "Ostrel Today", "markup"),
        ("published", "2034-06-14", "markup"),
        ("language", "en", "markup"),
    ),
    "sawt": (("outlet", "صوت البحيرة", "markup"), ("published", "2034-06-13", "markup"), ("language", "ar", "markup")),
    "courier": (
        ("outlet", "Sarnholt Courier", "sidecar"),
        ("published", "2034-06-13", "sidecar"),
        ("language", "en", "detected"),
    ),
    "nameless": (
        ("url", LINK, "given"),
        ("language", '"><script>', "markup"),
        ("title", f"Lake pact {HOSTILE}", "markup"),
    ),
}

_ARRIVALS = {"nameless": f"in/{HOSTILE}\udcff.html"}


@cache
def documents() -> Mapping[str, Document]:
    """The nine reports by short names."""
    return {name: _document(number, name) for number, name in enumerate(_ZONES)}


def _document(number: int, name: str) -> Document:
    text, zones = "", list[Zone]()
    for kind, words in _ZONES[name]:
        text += "" if not zones else " " if zones[-1].kind == "dateline" else "\n\n"
        zones.append(Zone(kind, len(text), len(text) + len(words)))
        text += words
    metadata = [Metadatum(field, value, origin) for field, value, origin in _META[name]]
    if name == "meridian":
        metadata.append(Metadatum("byline", "Sela Ondrusz", "text", text.index("Sela"), text.index("Sela") + 12))
    return Document(
        id=DocumentId(f"{number:x}" * 16),
        blob=f"{number:x}" * 64,
        media_type="text/html",
        encoding="utf-8",
        text=text + "\n",
        zones=tuple(zones),
        metadata=tuple(metadata),
        arrivals=(Arrival(_ARRIVALS.get(name, f"reports/{name}.html")),),
    )


def at(name: str, first: str, last: str = "") -> Anchor:
    """The passage of a report that begins with `first` and ends with `last`."""
    document = documents()[name]
    start = document.text.index(first)
    end = document.text.index(last, start) + len(last) if last else start + len(first)
    return document.anchor(start, end)


FAMILIES = {
    "Meridian": ("meridian", "chronicle", "lantern", "mingjing"),
    "Foreign Ministry of Ostrel": ("ministry", "today"),
    "صوت البحيرة": ("sawt",),
    "Northern Cable": ("courier",),
    "": ("nameless",),
}


def _family(origin: str) -> FamilyId:
    return FamilyId(f"family-{list(FAMILIES).index(origin)}")


def families() -> tuple[Family, ...]:
    """Five of them; nobody says whose the last one is, and it looks much like the first."""
    return tuple(
        Family(
            _family(origin),
            origin or None,
            tuple(sorted(documents()[name].id for name in names)),
            established=bool(origin),
            kin=() if origin else (_family("Meridian"),),
        )
        for origin, names in FAMILIES.items()
    )


def _derived(
    child: str,
    parent: str | None,
    kind: DerivationKind,
    *,
    score: float = 0.9,
    origin: str | None = None,
    certain: bool = True,
    direction: Direction = "determined",
    pairs: Iterable[tuple[Anchor, Anchor]] = (),
    because: Sequence[str] = (),
) -> Derivation:
    return Derivation(
        child=documents()[child].id,
        parent=documents()[parent].id if parent else None,
        origin=origin,
        kind=kind,
        certain=certain,
        score=score,
        direction=direction,
        passages=tuple(Passage(own, other, 0.97) for own, other in pairs),
        features=tuple(Feature(f"reason-{number}", score, words) for number, words in enumerate(because)),
    )


def derivations() -> tuple[Derivation, ...]:
    """Who made what from whom: proven, possible, of unknown order, and from an origin that is not there."""
    lead = "Ostrel and Veyland signed"
    return (
        _derived(
            "chronicle",
            "meridian",
            "abridgement",
            score=0.98,
            pairs=[(at("chronicle", lead, "of talks"), at("meridian", lead, "of talks"))],
            because=[
                "98% of its words stand in the same order in the other report",
                "credits Meridian in its dateline",
            ],
        ),
        _derived(
            "lantern",
            "meridian",
            "copy",
            score=1.0,
            direction="undetermined",
            because=["every sentence is the other’s"],
        ),
        _derived("mingjing", "meridian", "translation", score=0.74, because=["the same three quotations and numbers"]),
        _derived(
            "today",
            "ministry",
            "readout",
            score=0.66,
            pairs=[(at("today", "urged Veyland", "twelve months"), at("ministry", "urged Veyland", "twelve months"))],
        ),
        _derived(
            "courier",
            None,
            "credit",
            origin="Northern Cable",
            score=0.0,
            because=["dateline: SARNHOLT (Northern Cable)"],
        ),
        _derived(
            "nameless",
            "meridian",
            "rewrite",
            score=0.41,
            certain=False,
            because=["the same order of facts in other words"],
        ),
    )


def _supported(anchors: Sequence[Anchor], *, least: int | None = None) -> Support:
    home = {documents()[name].id: origin for origin, names in FAMILIES.items() for name in names}
    by = dict[str, list[Anchor]]()
    for anchor in anchors:
        by.setdefault(home[anchor.document], []).append(anchor)
    sure = sum(bool(origin) for origin in by) if least is None else least
    witnesses = tuple(Witness(_family(origin), origin or None, tuple(found)) for origin, found in sorted(by.items()))
    return Support(sure, len(by), len({anchor.document for anchor in anchors}), witnesses)


def line(text: str, *anchors: Anchor, lead: str = "", notes: tuple[str, ...] = (), least: int | None = None) -> Line:
    """A line that every report in `anchors` supports."""
    return Line(text, anchors, _supported(anchors, least=least), lead, notes)


def brief() -> Brief:
    """The brief itself, twenty-five lines in six sections."""
    notes = tuple(
        DocumentNote(one.id, one.path, one.title, one.outlet, one.published, _family(origin))
        for origin, names in FAMILIES.items()
        for one in (documents()[name] for name in names)
    )
    return Brief(
        title="Talks between Ostrel and Veyland at Port Mirrow",
        between=("Ostrel", "Veyland"),
        as_of=None,
        documents=tuple(sorted(notes, key=lambda note: note.id)),
        families=families(),
        derivations=derivations(),
        sections=tuple(_sections()),
        problems=(
            Problem(
                "read",
                "reports/scan-14.html",
                "empty",
                "No text was found in it; if it is a scan, give its text instead.",
            ),
            Problem("read", f"reports/{HOSTILE}", "encoding", f"It names an encoding that does not exist: {HOSTILE}"),
            Problem(
                "annotate",
                "reports/sawt.html",
                "language",
                "Statements in Arabic are not read yet.",
                at("sawt", "وقال", "واحد»"),
            ),
        ),
    )


def _sections() -> Iterable[Section]:
    signed = at("meridian", "signed a treaty", "of talks")
    drops = "“We have stopped counting drops and started counting days,”"
    yield Section(
        "The meeting",
        (
            line(
                "Ostrel and Veyland signed a treaty on the waters of Lake Mirrow, at Port Mirrow on 12 June 2034.",
                signed,
                at("chronicle", "signed a treaty", "of talks"),
                at("lantern", "signed a treaty", "of talks"),
                at("mingjing", "签署了明镜湖水资源条约"),
                at("ministry", "The ministers signed", "Lake Mirrow."),
                at("sawt", "وقّع البلدان", "البحيرة"),
                at("nameless", "Ostrel and Veyland inked", "Lake Mirrow"),
            ),
            line(
                "The talks lasted three hours and fifty minutes; others say nearly four hours.",
                at("ministry", "The talks lasted", "minutes."),
                at("today", "The talks lasted", "minutes"),
                at("meridian", "nearly four hours of talks"),
                at("chronicle", "nearly four hours of talks"),
                at("mingjing", "近四小时会谈"),
                at("sawt", "بعد محادثات", "ساعات"),
            ),
            line(
                "Place: the Harbour House in Port Mirrow.",
                at("ministry", "at the Harbour House", "Port Mirrow"),
                notes=("one side’s account only",),
            ),
            line(
                "Fishing boats sounded their horns as the ministers came out.",
                at("meridian", "Fishing boats 🛶🛶", "🎏"),
                at("mingjing", "𠮷田", "致意"),
            ),
        ),
    )
    yield Section(
        "What was said",
        (
            line(
                drops.rstrip(),
                at("meridian", drops),
                at("chronicle", drops),
                at("lantern", drops),
                at("mingjing", "“我们不再", "日子。”"),
                at("nameless", "“We have ceased", "days,”"),
                lead="Dalia Renn, foreign minister of Ostrel",
                notes=(
                    "One report has it in other words: “We have ceased tallying droplets and begun tallying days.”",
                ),
            ),
            line(
                "“The first day is tomorrow.”",
                at("meridian", "“The first day is tomorrow.”"),
                at("lantern", "“The first day is tomorrow.”"),
                lead="Dalia Renn",
            ),
            line(
                "“A dam is built by engineers and unbuilt by time.”",
                at("meridian", "“A dam is", "time,”"),
                lead="Joram Aske, water minister of Veyland",
            ),
            line("«لن نوقف العمل في السد ليوم واحد»", at("sawt", "«لن", "واحد»"), lead="Joram Aske"),
            line("“Not for one day.”", at("sawt", "“Not for one day.”"), lead="Joram Aske"),
            line(
                "The Upper Gate dam is not part of the agreement.",
                at("meridian", "the Upper Gate", "agreement"),
                at("chronicle", "the Upper Gate", "agreement"),
                lead="Joram Aske",
            ),
            line(
                "He would come to Sarnholt.",
                at("nameless", "said he would come to Sarnholt"),
                lead=LONG[:300],
                notes=("no speaker named that can be recognised",),
            ),
            line(f"{HOSTILE} {TURNED}", at("nameless", "<script>", "press here</a>"), lead=HOSTILE, notes=(HOSTILE,)),
        ),
    )
    yield Section(
        "Requests and answers",
        (
            line(
                "Ostrel asked Veyland to halt the works at Upper Gate for twelve months.",
                at("meridian", "Renn said she had asked", "first year."),
                at("lantern", "Renn said she had asked", "first year."),
                at("ministry", "urged Veyland", "twelve months"),
                at("today", "urged Veyland", "twelve months"),
            ),
            line(
                "No answer had been received, two officials of Ostrel said.",
                at("meridian", "first year. Two officials", "an answer."),
                at("lantern", "Two officials", "an answer."),
                notes=("speakers not named",),
            ),
            line(
                "Veyland will not stop work on the dam “for one day”.",
                at("sawt", "«لن", "واحد»"),
                at("sawt", "“Not for one day.”"),
            ),
            line("Aske declined to say whether work would stop.", at("meridian", "He declined", "stop.")),
            line(
                "Renn invited Aske to Sarnholt.",
                at("ministry", "She invited", "commission."),
                at("today", "invited Minister", "commission."),
            ),
        ),
    )
    yield Section(
        "What was agreed",
        (
            line(
                "Level readings are exchanged every six hours, from 13 June 2034.",
                at("meridian", "exchange level readings", "Tuesday"),
                at("ministry", "exchange level readings", "13 June"),
                at("mingjing", "从周二起", "水位数据"),
            ),
            line(
                "A joint commission meets in Sarnholt before the end of July.",
                at("meridian", "a joint commission", "July"),
                at("courier", "A joint commission", "July"),
                at("sawt", "اللجنة ستجتمع", "يوليو"),
            ),
            line("The commission’s first office is the Café Zürst.", at("courier", "the Cafe\u0301 Zu\u0308rst")),
        ),
    )
    yield Section(
        "Where the accounts differ",
        (
            line(
                "Members of the commission: eight, or ten.",
                at("meridian", "commission of eight members"),
                at("courier", "commission of ten members"),
                at("courier", "Commission of eight"),
                notes=("One report gives both numbers: eight in its headline, ten in its text.",),
            ),
            line(
                "Length of the talks: three hours and fifty minutes, or nearly four hours.",
                at("ministry", "three hours and fifty minutes"),
                at("meridian", "nearly four hours"),
            ),
            line(
                "Only Meridian and its family report that no answer was given; the ministry’s readout passes over it.",
                at("meridian", "asked Aske to halt", "received an answer"),
                at("ministry", "urged Veyland", "twelve months"),
            ),
        ),
    )
    yield Section(
        "The reports themselves",
        (
            Line(
                "The Harbour Chronicle shortened Meridian’s report; its page and Meridian’s run together here.",
                (at("chronicle", "Lake Mirrow treaty signed", "of talks."), at("meridian", "PORT MIRROW", "drops")),
            ),
            Line(
                "The nameless page has words that no person would choose: “liquids”, “droplets”.",
                (at("nameless", "the liquids of Lake Mirrow"), at("nameless", "tallying droplets")),
            ),
        ),
    )
