"""Zones of invented report pages; what a reader of the page would call each part."""

import pytest

from memcon.core.terms import terms
from memcon.ingest.zones import partition
from memcon.ingest.zones.vocabulary import Term, kinds
from tests.unit.ingest.zoned import check, zones_of

LONG = "Foreign Secretary Tomas Orrin met Deputy Premier Ilse Marn for nearly two hours on Tuesday."
MORE = "The two sides agreed to speak again about the lake before the end of the month."
LAST = "Neither of them took questions when they left the Hall of States."


def test_a_plain_wire_story() -> None:
    """Headline, byline, dateline, paragraphs and credit of an agency story are told apart."""
    check(f"""
        headline Orrin and Marn agree to talk again about the lake

        byline By TOMAS HALE

        dateline BRENNA, Kelmora (NWA) — ‖ body {LONG}

        body {MORE}

        body {LAST}

        furniture ___

        credit NWA writer Jon Dale in Orsk contributed to this report.
    """)


def test_furniture_around_a_report() -> None:
    """What the page adds above, within and below a report is furniture, and the report between stays whole."""
    check(f"""
        furniture Brenna Gazette
        furniture Menu   Sign in   Ferry times
        furniture Home » World » Orrin and Marn agree to talk again
        furniture World | Lake & Harbour
        headline Orrin and Marn agree to talk again
        furniture 4 May 2031 · 3 min read
        furniture Share · Mail · Print
        body {LONG}
        furniture - Advertisement -
        body {MORE}
        furniture Sign up for our morning letter
        body {LAST}
        credit Source: Northern Wire
        furniture Related stories
        furniture Ferries stay in port for a third week
        furniture Five walks for the last of the blossom
        furniture © 2031 Brenna Gazette. All rights reserved.
    """)


def test_a_category_line_above_the_headline() -> None:
    """Of the lines above the first paragraph the one that a breadcrumb repeats is the headline."""
    check(f"""
        furniture Home » Orrin Begins Talks in Brenna
        furniture Lake Harbour Diplomacy Weather Gardens Boats

        headline Orrin Begins Talks in Brenna

        body {LONG}
        body {MORE}
    """)


def test_a_repeated_headline() -> None:
    """The first of two equal headlines is the headline, the second is furniture."""
    check(f"""
        headline Orrin and Marn agree to talk again
        furniture Orrin and Marn Agree to Talk Again
        body {LONG}
        body {MORE}
    """)


def test_related_headlines_without_a_heading() -> None:
    """Three or more headlines in a row after the last paragraph are other stories."""
    check(f"""
        headline Orrin and Marn agree to talk again
        body {LONG}
        body {MORE}
        furniture Ferries stay in port for a third week
        furniture Council votes to close the old lighthouse
        furniture Five walks for the last of the blossom
    """)


def test_signatures_are_not_related_headlines() -> None:
    """The names under a joint statement stay body, although they stand in a row at the end."""
    check(f"""
        headline Joint statement on the lake
        body {LONG}
        body {MORE}
        body Foreign Secretary of Sorvane Tomas Orrin
        body Deputy Premier of Kelmora Ilse Marn
        body Secretary General of the Lake Council Per Aster
    """)


@pytest.mark.parametrize(
    "biography",
    [
        "Della Marsh is a seasoned author with over nine years of experience in lake news. She writes for online magazines.",
        "Jon Dale writes about boats and the people who quarrel over them. He lives in Brenna.",
    ],
)
def test_an_authors_biography(biography: str) -> None:
    """A writer introduced after the report's end is furniture."""
    check(f"body {LONG}\nbody {MORE}\ncredit Source: NWA\n\nfurniture {biography}")


def test_a_former_journalist_in_the_report() -> None:
    """A person of the report who is called a journalist is not taken for its author."""
    check(f"""
        body {LONG}
        body {MORE}
        body Ilse Marn is a former journalist who has led the delegation since March.
    """)


def test_captions() -> None:
    """A picture's text is a caption: by its credit anywhere, by its date and tense under the headline."""
    check(f"""
        headline Orrin Begins Talks in Brenna
        caption Foreign Secretary Tomas Orrin arrives in Brenna, May 4, 2031.
        body {LONG}
        caption Ilse Marn waits on the quay in Brenna, Kelmora, May 4. / Jon Dale/NWA
        body {MORE}
        caption Boats at the old quay in Brenna on April 2, 2031. (Photo: Jon Dale/NWA)
        body {LAST}
        caption File photo
    """)


def test_a_dated_sentence_of_the_report() -> None:
    """A first sentence in the past tense is body even if it ends with a date."""
    check(f"""
        headline Orrin Begins Talks in Brenna
        body Foreign Secretary Tomas Orrin was received in Brenna on May 4, 2031.
        body {LONG}
    """)


def test_a_caption_glued_to_the_first_sentence() -> None:
    """A picture credit in brackets ends a caption in the middle of a line; the dateline behind it is found."""
    check(f"""
        headline Orrin Begins Talks in Brenna
        caption Tomas Orrin in Brenna on Tuesday. (Photo by Jon Dale/NWA) ‖ dateline BRENNA (NWA) — ‖ body {LONG}
        body {MORE}
    """)


@pytest.mark.parametrize(
    "dateline",
    [
        "BRENNA (NWA) —", "BRENNA, Kelmora —", "BRENNA, Nov 1 --", "BRENNA, May 4 (NWA) --", "**BRENNA (NWA) —**",
        "BRENNA —", "Brenna (Nwa) –", "Brenna, Kelmora —", "BRENNA, May 4, 2031 (Northern Wire) -", "BRENNA/ORSK (NWA) —",
        "ST. BRENNA (NWA) —", "BRENNA, May 4. /NWA/.", "(NWA) —", "BRENNA:", "Brenna (dpa) -",
    ],
)  # fmt: skip
def test_datelines(dateline: str) -> None:
    """A dateline is a zone of its own before the paragraph it opens."""
    check(f"headline Orrin and Marn agree to talk\ndateline {dateline} ‖ body {LONG}\nbody {MORE}")


def test_a_dateline_without_a_space() -> None:
    """A dateline's dash may touch the first word, which stays whole."""
    text = f"Orrin and Marn agree to talk\nBRENNA (Northern Wire) -{LONG}\n{MORE}"
    assert zones_of(text)[1:3] == [("dateline", "BRENNA (Northern Wire) -"), ("body", LONG)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks – the first in seven years – were held in Brenna on Tuesday, both sides said.",
        "U.S.-Kelmoran talks were held in Brenna on Tuesday, both sides said.",
        "The NWA (Northern Wire Agency) — which has an office in Brenna — reported it first.",
        "QUESTION: Will you see the crew?",
        "In Brenna (the capital) - talks were held on Tuesday, both sides said.",
    ],
)
def test_no_dateline(sentence: str) -> None:
    """A dash, a bracket or a colon near the start does not make a dateline."""
    check(f"headline Orrin and Marn agree to talk\nbody {sentence}\nbody {MORE}")


def test_speakers_of_a_transcript() -> None:
    """In a transcript a name in capitals with a colon is a speaker, not a dateline."""
    check("""
        headline Transcript of the news conference in Brenna
        body ORRIN: Thank you all for coming to the Hall of States today.
        body MARN: I have nothing to add to what my colleague said about the lake.
        body QUESTION: Will you see the crew?
    """)


def test_subheadings() -> None:
    """A short line without a full stop between paragraphs is a subheading, in quotation marks too; with one it is body."""
    check(f"""
        body {LONG}
        subheading a door left open
        body {MORE}
        subheading “Nobody wants a quarrel”
        body {LAST}
        body “This is good.”
        body {MORE}
    """)


def test_a_list_in_a_readout() -> None:
    """Several short lines in a row may be the report's own list, and stay body."""
    check(f"""
        body {LONG} They agreed on:
        body an hourly exchange of readings
        body a working group on fishing
        body a telephone line between the ports
        body {MORE}
    """)


def test_wire_markers() -> None:
    """Marks of an agency's versions are furniture, on a line of their own or before the headline."""
    check(f"""
        furniture (URGENT)
        furniture (2nd LD) ‖ headline Orrin and Marn agree to talk
        furniture (ATTN: UPDATES with remarks in paras 3-4)
        dateline BRENNA, May 4 (NWA) -- ‖ body {LONG}
        body {MORE}
        furniture (END)
    """)


def test_what_is_glued_to_the_end() -> None:
    """A credit and an end mark behind the last sentence are zones of their own."""
    check(f"body {LONG}\nbody {LAST} ‖ credit (NWA) ‖ furniture (END)")


@pytest.mark.parametrize(
    "line", ["-- NWA", "(NWA)", "NWA", "AFP", "Source: Northern Wire", "With agency inputs", "(Agencies)"]
)
def test_credit_lines_at_the_end(line: str) -> None:
    """Whose reporting it is may stand alone on the last line."""
    check(f"body {LONG}\nbody {MORE}\ncredit {line}")


def test_a_soft_wrapped_report() -> None:
    """Lines broken to fit a width are one paragraph; the text between zones is only white space."""
    text = (
        "Orrin and Marn agree to talk\n\n"
        "Foreign Secretary Tomas Orrin met Deputy Premier Ilse Marn for nearly\n"
        "two hours on Tuesday in the Hall of States, and both of them called\n"
        "the talks useful. The delegations then went on to a working dinner in\n"
        "the harbour.\n\n"
        "The next meeting is to be held before the end of the month, officials\n"
        "on both sides said, without naming a place for it.\n"
    )
    assert [kind for kind, _ in zones_of(text)] == ["headline", "body", "body"]
    assert zones_of(text)[1][1].endswith("the harbour.")


def test_one_paragraph_per_line() -> None:
    """Without blank lines each long line is a paragraph."""
    assert [kind for kind, _ in zones_of(f"{LONG}\n{MORE}\n{LAST}")] == ["body"] * 3


def test_a_report_on_one_line() -> None:
    """A headline that runs into an agency's dateline is taken apart even if the whole report is one line."""
    check(f"headline Orrin and Marn agree to talk ‖ dateline BRENNA, May 4 (NWA) -- ‖ body {LONG} {MORE}")


def test_the_head_of_a_readout() -> None:
    """An issuing office is a credit, place and date on one line are a dateline."""
    check(f"""
        furniture REPUBLIC OF SORVANE
        credit MINISTRY OF FOREIGN AFFAIRS

        dateline Orsk, 4 May 2031

        headline Foreign Secretary Orrin’s talks with Deputy Premier Marn

        body {LONG}
        body {MORE}
    """)


def test_a_title_known_from_the_markup() -> None:
    """The line that the format calls the title is the headline, though it ends like a sentence."""
    check(f"headline We will talk again.\n\nbody {LONG}\nbody {MORE}", title="We will talk again.")


@pytest.mark.parametrize("text", ["Orrin met Marn.", "Orrin and Marn meet", "会谈在布伦纳举行。双方同意再次会谈。"])
def test_a_single_line_is_body(text: str) -> None:
    """When in doubt it is body: one line alone is not called a headline."""
    assert zones_of(text) == [("body", text)]


def test_no_zones_in_white_space() -> None:
    """White space alone has no zones."""
    assert partition(" \n\t\r\n ") == ()


def test_endless_text_is_one_zone() -> None:
    """A text with more lines than any report is one body zone, found at once."""
    assert [kind for kind, _ in zones_of("x\n" * 100_000)] == ["body"]


def _examples(kind: str) -> list[tuple[Term, str]]:
    return [(term, line) for term in kinds() for line in getattr(term, kind)]


@pytest.mark.parametrize(
    ("example", "where"), [(example, sign["where"]) for sign in terms("zones")["sign"] for example in sign["examples"]]
)
def test_examples_of_signs(example: str, where: str) -> None:
    """The lines of each example get the zones that it gives them."""
    check(f"{example}\nbody {LONG}\nbody {MORE}" if where == "front" else f"body {LONG}\nbody {MORE}\n{example}")


@pytest.mark.parametrize(
    ("term", "line"), _examples("examples"), ids=lambda value: value if isinstance(value, str) else ""
)
def test_vocabulary_examples(term: Term, line: str) -> None:
    """Each example in zones.toml, where its kind occurs, gets the kind's zone."""
    above, below = (line, "") if term.where == "front" else ("", line)
    page = "\n".join(filter(None, [above, "Orrin and Marn agree to talk again this month", LONG, MORE, below]))
    assert (term.zone, line) in zones_of(page)


@pytest.mark.parametrize(("term", "line"), _examples("body"), ids=lambda value: value if isinstance(value, str) else "")
def test_vocabulary_counterexamples(term: Term, line: str) -> None:
    """A line that only looks like a kind of zones.toml does not become it."""
    page = f"Orrin and Marn agree to talk again this month\n{LONG}\n{line}\n{MORE}"
    assert {("body", line), ("subheading", line)} & set(zones_of(page))
