"""Hypothesis strategies: any text, any document, plausible reports, anchors.

Hypothesis is imported inside, so that `marked` and the builders serve without it.
All names, agencies and places are invented.
"""

from typing import TYPE_CHECKING

from memcon.core.anchor import Anchor
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.testing.builders import document

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

# What has broken text programs before: astral planes, combining marks, bidirectional controls, joiners, quotation
# marks of many scripts, every kind of line end, soft hyphens, scripts without spaces, and mark-up left in.
_PIECES = (
    "\U0001f91d", "\U0001f469\u200d\u2696\ufe0f", "\U00010348", "e\u0301", "n\u0303\u0323", "\u202eabc\u202c",
    "\u2067אב\u2069", "\u200b", "\ufeff", "\u00ad", "\u00a0", "\u2028", "\x0c", "\r\n", "\n", "\n\n", "\t", "\ufffd",
    "“", "”", "‘", "’", '"', "'", "«", "»", "„", "「", "」", "—", "…", "[", "]", "<b>", "&amp;", "{{ x }}",
    "会談は終わった。", "两国同意恢复会谈，", "قالت الوزيرة", "переговоры",
    "The minister said", " ", ". ", ", ", "1,200", "3 May",
)  # fmt: skip

_SOME_DOCUMENT = DocumentId("0" * 16)

_GIVEN = ("Orla", "Tomas", "Ilse", "Bram", "Yevna", "Dario", "Maren", "Anselm")
_FAMILY = ("Venn", "Orrin", "Marn", "Castellane", "Okuda", "Thale", "Brisk", "Dunmore")
_STATES = ("Norrow", "Sorvane", "Ostmark Islands", "Callendia")
_CITIES = ("BRENNA", "HALYARD", "PORT ESTE", "Lakeside")
_AGENCIES = ("NWA", "Halyard Wire", "Sorvane Press Agency")
_TITLES = ("Foreign Secretary", "Deputy Premier", "President", "Defence Minister", "Ambassador", "spokesperson")
_REMARKS = (
    "the talks were candid and useful",
    "we will not lift the fish embargo before the autumn",
    "the ferry line reopens on 4 May, weather permitting",
    "this is our 12th proposal, and it is not our last",
    "nobody walked out",
    "both sides have to move",
)
_NARRATIVE = (
    "The meeting lasted nearly two hours.",
    "It was the first visit in five years.",
    "A working dinner followed at the Hall of States.",
    "Trade between the two fell by 14 per cent last year.",
    "No date was set for another round.",
)
_DEEDS = (
    "{who} met {whom} on Tuesday.",
    "{who} is to meet {whom} next week.",
    "{who} and {whom} talked for nearly three hours.",
    "{who} put off a visit to Brenna in March.",
    "{who} asked {whom} to release the pilots.",
    "{who} urged {whom} to reopen the harbour hotline by 1 June.",
    "{who} promised {whom} to withdraw six patrol boats.",
    "The talks between {who} and {whom} were frank, and ended without a breakthrough.",
)
_CREDITS = ("({})", "Source: {}", "— {}", "Reporting by {}; additional reporting by the newsroom")


def texts() -> "SearchStrategy[str]":
    """Any text a file may hold once decoded: no NUL and no lone surrogate, but all else, and the awkward often."""
    from hypothesis import strategies as st

    anything = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    return st.lists(st.one_of(st.sampled_from(_PIECES), st.text(anything, max_size=8)), max_size=30).map("".join)


def documents() -> "SearchStrategy[Document]":
    """Documents of plausible or of any text, dated and credited to an outlet or not, their paragraphs all body."""
    from hypothesis import strategies as st

    day = st.dates().map(lambda date: date.isoformat())
    return st.builds(
        document,
        st.one_of(reports(), texts()),
        path=st.from_regex(r"[a-z]{1,8}\.txt", fullmatch=True),
        published=st.none() | day,
        outlet=st.none() | st.sampled_from(_AGENCIES),
    )


def reports() -> "SearchStrategy[str]":
    """Texts that read like reports: headline, dateline, quotations with their speakers, narrative, credit."""
    from hypothesis import strategies as st

    speaker = st.builds("{} {} {}".format, st.sampled_from(_TITLES), st.sampled_from(_GIVEN), st.sampled_from(_FAMILY))
    headline = st.builds("{} and {} resume talks".format, st.sampled_from(_STATES), st.sampled_from(_STATES))
    dateline = st.builds("{} ({}) — ".format, st.sampled_from(_CITIES), st.sampled_from(_AGENCIES))
    credit = st.builds(str.format, st.sampled_from(_CREDITS), st.sampled_from(_AGENCIES))
    deed = st.builds(lambda form, who, whom: form.format(who=who, whom=whom), st.sampled_from(_DEEDS), speaker, speaker)
    sentence = st.one_of(st.sampled_from(_NARRATIVE), deed, _quotations(speaker))
    body = st.lists(st.lists(sentence, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=6)
    gap = st.sampled_from(("\n\n", "\r\n\r\n", "\n"))

    def written(headline: str | None, dateline: str | None, paragraphs: list[str], credit: str | None, gap: str) -> str:
        opening, *rest = paragraphs
        parts = (headline, (dateline or "") + opening, *rest, credit)
        return gap.join(part for part in parts if part)

    return st.builds(written, st.none() | headline, st.none() | dateline, body, st.none() | credit, gap)


def _quotations(speaker: "SearchStrategy[str]") -> "SearchStrategy[str]":
    from hypothesis import strategies as st

    remark = st.sampled_from(_REMARKS)
    marks = st.sampled_from(("“”", '""', "«»"))

    def quoted(form: str, marks: str, who: str, first: str, second: str) -> str:
        return form.format(who=who, first=first, second=second, left=marks[0], right=marks[1])

    forms = st.sampled_from(
        (
            "{left}It is clear that {first},{right} said {who}.",
            "{who} said: {left}We think that {first}.{right}",
            "{who} told reporters that {left}{first}{right}.",
            "{left}As ever, {first},{right} {who} said. {left}And {second}.{right}",
            "{who} said that {first}.",
            "{left}One thing is plain: {first}, and {second}, {who} added.",  # the report forgot to close it
        )
    )
    return st.builds(quoted, forms, marks, speaker, remark, remark)


def anchors_in(text: str, *, document: DocumentId = _SOME_DOCUMENT) -> "SearchStrategy[Anchor]":
    """Anchors that point into a text; there are none in an empty one."""
    from hypothesis import strategies as st

    if not text:
        return st.nothing()
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] != pair[1])
    return bounds.map(lambda pair: Anchor(document, min(pair), max(pair)))
