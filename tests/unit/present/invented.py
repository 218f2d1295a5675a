"""An invented collection for the tests of views: three reports in two families, made by hand as the stages would."""

from collections.abc import Mapping
from dataclasses import replace
from math import inf

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, Damage, Mention, Relay, Statement
from memcon.core.brief import Brief, Line, Moment, Section
from memcon.core.dates import PartialDate
from memcon.core.derivation import Derivation, Family, Feature, Passage
from memcon.core.document import Document, ZoneKind
from memcon.core.entry import Claim, Clocks, Entry, Slot, Support, Witness
from memcon.core.ids import DocumentId, EntryId, FamilyId, PartyId
from memcon.core.party import Alias, Office, Party
from memcon.core.problem import Problem
from memcon.core.record import DocumentNote, Record
from memcon.core.times import Duration, Interval, Time
from memcon.core.variants import Change, Variants, Wording
from memcon.testing import Marked, annotations, document, marked

WIRE = marked(
    "Harbour talks end in Brenna\n\n"
    "BRENNA [credit:(NWA)] — [role:Foreign Secretary] Tomas Orrin met Deputy Premier Ilse Marn for nearly two hours.\n\n"
    "[statement:[quote:“We talked about fish,”] [speaker:he] [cue:told] [addressee:reporters]. "
    "[quote:“We shall talk about fish again.”]]\n\n"
    "[statement:The embargo [content:should end soon], it was said.]"
)
COPY = marked(
    "Fish talks, says Orrin\n\n"
    "[role:Foreign Secretary] Tomas Orrin met Deputy Premier Ilse Marn for nearly two hours.\n\n"
    "[statement:[quote:“We talked about fish,”] [speaker:Mr. Orrin] [cue:told] reporters.]\n\n"
    "[credit:Source: NWA]"
)
READOUT = marked(
    "[statement:[speaker:Deputy Premier Marn] [cue:denied] [content:that the embargo had been discussed], "
    "according to [via:her ministry’s readout] of [occasion:the dinner], [medium:in a letter] seen by [agency:NWA].]"
)

NAMES = {"he": "Tomas Orrin", "Mr. Orrin": "Orrin", "Deputy Premier Marn": "Ilse Marn", "reporters": "reporters"}


def _received(
    marks: Marked, *, kinds: Mapping[int, ZoneKind], path: str, published: str | None = None, outlet: str | None = None
) -> Document:
    """The report, each paragraph body unless its number is given another kind."""
    made = document(marks.text, path=path, published=published, outlet=outlet)
    zones = (replace(zone, kind=kinds.get(number, "body")) for number, zone in enumerate(made.zones))
    return replace(made, zones=tuple(zones))


wire = _received(
    WIRE, kinds={0: "headline"}, path="wire.txt", published="2031-05-04T16:30+02:00", outlet="Northern Wire"
)
copy = _received(
    COPY, kinds={0: "headline", 3: "credit"}, path="papers.jsonl:2", published="2031-05", outlet="The Brenna Standard"
)
readout = _received(READOUT, kinds={}, path="")
DOCUMENTS: dict[DocumentId, Document] = {item.id: item for item in (wire, copy, readout)}


def _seen(item: Document, marks: Marked) -> Annotations:
    found = annotations(item, marks, names=NAMES)
    told = tuple(_denied(one, marks) if item is readout else one for one in found.statements)
    if item is wire:
        told = (told[0], replace(told[1], type="belief"))
    spoken = tuple(Mention(one.speaker.anchor, one.speaker.name, one.speaker.type) for one in told if one.speaker)
    return replace(found, statements=told, mentions=spoken)


def _denied(statement: Statement, marks: Marked) -> Statement:
    """The denial as the readout has it: in a letter that an agency saw."""
    (medium,), (seen_by,) = marks.anchors(readout, "medium"), marks.anchors(readout, "agency")
    via = (Relay("NWA", seen_by, "agency"), *(replace(link, kind="readout") for link in statement.via))
    return replace(statement, polarity="negative", medium=medium, via=via)


ANNOTATIONS: dict[DocumentId, Annotations] = {
    item.id: _seen(item, marks) for item, marks in ((wire, WIRE), (copy, COPY), (readout, READOUT))
}

NWA = Family(FamilyId("f1" * 8), "NWA", tuple(sorted((wire.id, copy.id))), established=True)
MINISTRY = Family(FamilyId("f2" * 8), None, (readout.id,), established=False, kin=(NWA.id,))


def _both(words: str, others: str = "", *, score: float = 1.0) -> Passage:
    return Passage(_words(copy, words), _words(wire, others or words), score)


def _words(item: Document, words: str) -> Anchor:
    start = item.text.index(words)
    return item.anchor(start, start + len(words))


COPIED = Derivation(
    copy.id,
    wire.id,
    "NWA",
    "abridgement",
    certain=True,
    score=0.83,
    direction="determined",
    passages=(
        _both("Foreign Secretary Tomas Orrin met Deputy Premier Ilse Marn for nearly two hours"),
        _both("“We talked about fish,” Mr. Orrin told", "“We talked about fish,” he told", score=0.8),
    ),
    features=(Feature("child-covered", 0.83, "share of the child's narrative found in the parent"),),
)
CREDITED = Derivation(
    copy.id,
    None,
    "NWA",
    "credit",
    certain=True,
    score=1.0,
    direction="determined",
    features=(Feature("line", 1, "credited to NWA"),),
)
MAYBE = Derivation(readout.id, wire.id, None, "rewrite", certain=False, score=0.5, direction="undetermined")
TRACED = (CREDITED, COPIED, MAYBE)

RENAMED = Damage(
    _words(copy, "Fish talks"),
    "name",
    "Harbour talks",
    0.7,
    "Another report has other words here.",
    (_words(wire, "Harbour talks"),),
)
BROKEN = Damage(_words(copy, "Ilse Marn for"), "break", None, 0.9, "The sentence is broken off.")
CLAIMED = Damage(_words(readout, "seen by"), "term", "shown to", 0.95, "“seen by” is “shown to” in other words.")
DAMAGE = (RENAMED, BROKEN, CLAIMED)

fish = ANNOTATIONS[wire.id].statements[0]
copied_fish = ANNOTATIONS[copy.id].statements[0]
denial = ANNOTATIONS[readout.id].statements[0]

ORRIN = Party(
    PartyId("a1" * 8),
    "Tomas Orrin",
    "person",
    (Alias(wire.id, "Tomas Orrin"), Alias(copy.id, "Orrin")),
    ("Orrin", "Tomas Orrin"),
    (
        Office(
            "Foreign Secretary",
            "Ostmark",
            PartialDate("2031-05-04T16:30+02:00"),
            PartialDate("2031-05"),
            (*WIRE.anchors(wire, "role"), *COPY.anchors(copy, "role")),
        ),
        Office("envoy to the lakes", "Lake Commission", None, None, COPY.anchors(copy, "role")),
    ),
    "Ostmark",
)
MARN = Party(PartyId("a2" * 8), "Ilse Marn", "person", (Alias(readout.id, "Ilse Marn"),), ("Ilse Marn",))
REPORTERS = Party(PartyId("a3" * 8), "reporters", "group", (Alias(wire.id, "reporters"),), ("reporters",))


def _note(item: Document, family: Family) -> DocumentNote:
    return DocumentNote(item.id, item.path, item.title, item.outlet, item.published, family.id)


NOTES = (_note(wire, NWA), _note(copy, NWA), _note(readout, MINISTRY))
TWICE = Witness(NWA.id, "NWA", (fish.content[0], copied_fish.content[0]))
SUPPORT = Support(1, 1, 2, (TWICE,))
EITHER = Support(1, 2, 3, (TWICE, Witness(MINISTRY.id, None, (denial.content[0],))))

HEARD = Clocks(
    happened=Interval(PartialDate("2031-05-03"), None),
    said=Interval.of(PartialDate("2031-05-04")),
    published=Interval(PartialDate("2031-05-04T16:30+02:00"), PartialDate("2031-05")),
)
ENTRY = Entry(
    EntryId("e1" * 8),
    "statement",
    None,
    tuple(sorted((fish.content[0], copied_fish.content[0]))),
    SUPPORT,
    (
        Slot("speaker", (Claim("Tomas Orrin", "tomas orrin", WIRE.anchors(wire, "speaker"), SUPPORT),)),
        Slot(
            "content", (Claim("“We talked about fish,”", "we talked about fish", (fish.content[0],), SUPPORT, HEARD),)
        ),
    ),
)


NEARLY = Time(
    _words(wire, "nearly two hours"), "duration", "PT2H", "length", "less_than", duration=Duration("PT2H", 100.5, 120)
)
SOON = Time(_words(wire, "soon"), "date", "FUTURE_REF", "vague", reason="Nothing says when that is.")
DINNER = Time(
    _words(readout, "the dinner"),
    "time",
    "2031-05-04TEV",
    "evening",
    "approx",
    Interval.of(PartialDate("2031-05-04")),
    clock="stated",
    against=_words(readout, "readout"),
)
OPEN = Time(
    _words(copy, "nearly"),
    "set",
    "P1W",
    "every",
    "more_than",
    Interval(PartialDate("2031"), None),
    Duration("PXW", 0, inf),
)
TIMES = (NEARLY, SOON, DINNER, OPEN)
SAID = Moment(
    PartialDate("2031-05-04"), None, None, ENTRY.id, "statement", "“We talked about fish,”", (), ENTRY.evidence, SUPPORT
)
NEXT = Moment(
    PartialDate("2031-05-06"),
    PartialDate("2031-06"),
    "tentative",
    EntryId("e2" * 8),
    "occurrence",
    "the embargo may end",
    ("Ilse Marn", "Tomas Orrin"),
    (denial.content[0],),
    EITHER,
)
MOMENTS = (SAID, NEXT)
EMPTY_FILE = Problem("read", "empty.txt", "empty", "The file has no text. Nothing was added.")
ODD_PASSAGE = Problem("annotate", "wire.txt", "unclosed", "A quotation is not closed.", fish.content[0])
RECORD = Record(
    documents=NOTES,
    families=(NWA, MINISTRY),
    derivations=(COPIED,),
    parties=(ORRIN, MARN, REPORTERS),
    statements=tuple(one for seen in ANNOTATIONS.values() for one in seen.statements),
    entries=(ENTRY,),
    problems=(EMPTY_FILE, ODD_PASSAGE),
)
BRIEF = Brief(
    title="Tomas Orrin and Ilse Marn",
    between=("Tomas Orrin", "Ilse Marn"),
    as_of=PartialDate("2031-05-05"),
    documents=NOTES,
    families=RECORD.families,
    derivations=RECORD.derivations,
    sections=(
        Section(
            "What was said",
            (
                Line("“We talked about fish.”", (fish.content[0], copied_fish.content[0]), SUPPORT, "Tomas Orrin"),
                Line("the embargo had been discussed", (denial.content[0],), EITHER, "Ilse Marn", ("denied",)),
            ),
        ),
        Section("The reports", (Line("Two of the three are one story.", (fish.content[0],)),)),
    ),
    problems=RECORD.problems,
    undated=(readout.id,),
)

_SAID = Variants(
    ENTRY.id,
    ORRIN.id,
    fish.id,
    (
        Wording(fish.id, "we talked about fish we shall talk about fish again", fish.quoted),
        Wording(
            copied_fish.id,
            "we talked about fish",
            copied_fish.quoted,
            (RENAMED,),
            (Change(_words(wire, "fish"), _words(copy, "fish")), Change(_words(wire, "shall talk"), None)),
            cut=True,
        ),
    ),
)
VARIANTS = (_SAID, replace(_SAID, id=EntryId(ENTRY.id[::-1]), speaker=None))
