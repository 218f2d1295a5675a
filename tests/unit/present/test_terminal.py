"""What a person sees in the terminal, and what no report can make the terminal do."""

from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import RenderableType

from memcon.core.annotation import Relay
from memcon.core.brief import Line
from memcon.core.degradation import degradation
from memcon.core.document import Arrival, Document, Metadatum, Zone
from memcon.core.entry import Support
from memcon.core.ids import DocumentId, FamilyId
from memcon.core.problem import Problem
from memcon.evaluate import Figure, Scoreboard
from memcon.pipeline import Added, Progress
from memcon.present.terminal.added import added_view
from memcon.present.terminal.brief import best_attested, brief_view
from memcon.present.terminal.compare import compare_view
from memcon.present.terminal.console import console, drawn
from memcon.present.terminal.damage import damage_view
from memcon.present.terminal.degradations import degradations_view
from memcon.present.terminal.derivations import derivations_view
from memcon.present.terminal.disagreements import disagreements_view
from memcon.present.terminal.document import document_view
from memcon.present.terminal.documents import documents_view
from memcon.present.terminal.entry import entry_view
from memcon.present.terminal.facts import facts_view
from memcon.present.terminal.families import families_view
from memcon.present.terminal.parties import parties_view
from memcon.present.terminal.party import party_view
from memcon.present.terminal.plain import one_line, plain
from memcon.present.terminal.problems import problems_view
from memcon.present.terminal.progress import progress_shown
from memcon.present.terminal.scores import scores_view
from memcon.present.terminal.shown import shown_view
from memcon.present.terminal.statements import statements_view
from memcon.present.terminal.timeline import timeline_view
from memcon.present.terminal.times import times_view
from memcon.present.terminal.trace import trace_view
from memcon.present.terminal.words import short_ids, support_words
from memcon.record import accounts, brief, readouts, timeline
from tests.unit.present import ferry_accord, invented, strait_accounts, strait_talks
from tests.unit.present.invented import ANNOTATIONS, BRIEF, DOCUMENTS, ENTRY, NOTES, RECORD

ACCOUNTS = strait_accounts.record()
WIRE, READOUT = (strait_talks.documents()[name].id for name in ("wire", "readout"))
HOSTILE = "\x1b]0;owned\x07\x1b[31mred\x9b2J\u202etxt.exe\u2066\r\x08[bold]:smile:\x00"
STATES = dict.fromkeys(DOCUMENTS, degradation(invented.DAMAGE[:2], 100))
VIEWS: dict[str, RenderableType] = {
    "brief": brief_view(BRIEF),
    "families": families_view(RECORD),
    "documents": documents_view(RECORD, documents=DOCUMENTS, annotations=ANNOTATIONS),
    "statements": statements_view(RECORD.statements, record=RECORD, documents=DOCUMENTS),
    "speakers": statements_view(RECORD.statements, record=RECORD, documents=DOCUMENTS, by_speaker=True),
    "parties": parties_view(RECORD.parties, record=RECORD),
    "party": shown_view(invented.ORRIN, record=RECORD, documents=DOCUMENTS, annotations=ANNOTATIONS),
    "silent": shown_view(invented.REPORTERS, record=RECORD, documents=DOCUMENTS, annotations=ANNOTATIONS),
    "document": shown_view(invented.wire, record=RECORD, documents=DOCUMENTS, annotations=ANNOTATIONS),
    "entry": shown_view(ENTRY, record=RECORD, documents=DOCUMENTS, annotations=ANNOTATIONS),
    "problems": problems_view(RECORD.problems),
    "timeline": timeline_view(ferry_accord.moments(), record=ferry_accord.record()),
    "derivations": derivations_view(invented.TRACED, record=RECORD),
    "trace": trace_view(invented.copy, invented.TRACED[:2], record=RECORD, documents=DOCUMENTS, most=5),
    "degradations": degradations_view(invented.DAMAGE, STATES, record=RECORD, documents=DOCUMENTS),
    "damage": damage_view(
        invented.copy, invented.DAMAGE[:2], STATES[invented.copy.id], record=RECORD, documents=DOCUMENTS
    ),
    "times": times_view(invented.TIMES, record=RECORD, documents=DOCUMENTS),
    "disagreements": disagreements_view(ACCOUNTS.discrepancies, record=ACCOUNTS, everything=True),
    "accounts": compare_view(
        accounts(strait_talks.entry("talks"), ACCOUNTS), record=ACCOUNTS, documents=strait_talks.by_id()
    ),
    "readouts": compare_view(readouts(WIRE, READOUT, ACCOUNTS), record=ACCOUNTS, documents=strait_talks.by_id()),
    "accounts of a brief": brief_view(brief(ACCOUNTS)),
}


def seen(view: RenderableType, *, width: int = 80) -> str:
    """The view without colours, its lines joined so that line breaks do not matter."""
    return " ".join(drawn(view, width=width).split())


def hostile_views() -> Iterator[RenderableType]:
    """Every view of a report whose title, outlet, path, text and names are an attack on the terminal."""
    document = replace(
        invented.wire,
        text=HOSTILE + invented.wire.text[len(HOSTILE) :],
        metadata=(Metadatum("outlet", HOSTILE, "markup"), Metadatum("title", HOSTILE, "text", 0, 3)),
        arrivals=(Arrival(HOSTILE),),
        encoding=HOSTILE,
        zones=(Zone("body", 0, len(invented.wire.text)),),
    )
    note = replace(NOTES[0], path=HOSTILE, title=HOSTILE, outlet=HOSTILE)
    families = (replace(invented.NWA, origin=HOSTILE, owner=HOSTILE), invented.MINISTRY)
    role = replace(invented.ORRIN.roles[0], title=HOSTILE, of=HOSTILE)
    party = replace(invented.ORRIN, name=HOSTILE, names=(HOSTILE, "Orrin"), roles=(role,), side=HOSTILE)
    record = replace(RECORD, documents=(note, *NOTES[1:]), families=families, parties=(party,))
    documents = {**DOCUMENTS, document.id: document}
    odd = document.anchor(0, len(HOSTILE))
    said = replace(
        RECORD.statements[0], content=(odd,), quoted=(), occasion=odd, medium=odd, via=(Relay(HOSTILE, odd),)
    )
    line = replace(BRIEF.sections[0].lines[0], text=HOSTILE, lead=HOSTILE, notes=(HOSTILE,))
    section = replace(BRIEF.sections[0], title=HOSTILE, lines=(line,))
    brief = replace(BRIEF, title=HOSTILE, documents=record.documents, families=families, sections=(section,))
    slot = ENTRY.slots[0]
    claim = replace(slot.claims[0], value=HOSTILE, anchors=said.content)
    yield brief_view(brief)
    yield families_view(record)
    yield documents_view(record, documents=documents, annotations=ANNOTATIONS)
    yield statements_view([said], record=record, documents=documents)
    yield statements_view([said], record=record, documents=documents, by_speaker=True)
    yield parties_view([party], record=record)
    yield parties_view([], record=record, near=[HOSTILE])
    yield party_view(party, record=record, documents=documents, annotations=ANNOTATIONS)
    yield document_view(document, record=record, annotations=ANNOTATIONS[document.id])
    yield entry_view(replace(ENTRY, slots=(replace(slot, claims=(claim,)),)), record=record, documents=documents)
    yield problems_view([Problem("read", HOSTILE, HOSTILE, HOSTILE)])
    yield facts_view([("record", HOSTILE)])
    moment = replace(invented.NEXT, title=HOSTILE, parties=(HOSTILE,))
    yield timeline_view([moment], record=record)
    yield timeline_view([], record=record, near=[HOSTILE])
    time = replace(invented.DINNER, anchor=odd, value=HOSTILE, rule=HOSTILE)
    passage = replace(invented.COPIED.passages[0], parent=odd)
    feature = replace(invented.COPIED.features[0], name=HOSTILE, detail=HOSTILE)
    made = replace(invented.COPIED, passages=(passage,), features=(feature,))
    origin = replace(invented.CREDITED, origin=HOSTILE)
    yield derivations_view([made, origin], record=record)
    yield trace_view(document, [made], record=record, documents=documents, most=None)
    yield trace_view(invented.copy, [made, origin], record=record, documents=documents, most=None)
    mark = replace(invented.RENAMED, anchor=odd, suggestion=HOSTILE, reason=HOSTILE, beside=(odd,))
    yield degradations_view([mark], dict.fromkeys(documents, STATES[document.id]), record=record, documents=documents)
    yield damage_view(document, [mark], STATES[document.id], record=record, documents=documents)
    yield times_view([time, replace(time, reason=HOSTILE)], record=record, documents=documents)


@pytest.mark.parametrize("width", [80, 100, 140])
@pytest.mark.parametrize("name", VIEWS)
def test_view_fits_the_terminal(name: str, width: int) -> None:
    """No line is wider than the terminal, and none ends in blanks."""
    lines = drawn(VIEWS[name], width=width).splitlines()
    assert max(cell_len(line) for line in lines) <= width
    assert lines == [line.rstrip() for line in lines]


@pytest.mark.parametrize("name", ["brief", "documents", "statements"])
def test_view_uses_a_wide_terminal(name: str) -> None:
    """With more columns the same view takes fewer lines."""
    long = tuple(replace(note, title=f"{note.title} {'and fish again ' * 6}") for note in NOTES)
    record, brief = replace(RECORD, documents=long), replace(BRIEF, documents=long)
    view = {
        "brief": brief_view(brief),
        "documents": documents_view(record, documents=DOCUMENTS, annotations=ANNOTATIONS),
        "statements": statements_view(record.statements, record=record, documents=DOCUMENTS),
    }[name]
    assert len(drawn(view, width=140).splitlines()) < len(drawn(view, width=80).splitlines())


def test_no_text_commands_the_terminal() -> None:
    """Whatever a report, a file name or an outlet contains, no control character or override is written."""
    for view in hostile_views():
        shown = drawn(view, width=80)
        assert not [char for char in shown if (ord(char) < 0x20 and char != "\n") or 0x7F <= ord(char) < 0xA0]
        assert "\u202e" not in shown
        assert "\u2066" not in shown


def test_hostile_text_is_shown_not_hidden() -> None:
    """A control character is visible, and markup and emoji codes are left as they are."""
    assert plain(HOSTILE) == "␛]0;owned␇␛[31mred⟨U+009B⟩2J⟨U+202E⟩txt.exe⟨U+2066⟩\n␈[bold]:smile:␀"
    shown = seen(problems_view([Problem("read", "a.txt", "[red]odd[/red]", ":boom:")]))
    assert shown == "a.txt [red]odd[/red] :boom:"


@given(st.text())
@example("Бренна — 布伦纳 — برينا — 🤝🏽 — é")
def test_plain_is_harmless_and_settles(text: str) -> None:
    """Whatever comes in, nothing that commands a terminal comes out, and cleaning twice changes nothing more."""
    shown = plain(text)
    assert all(char == "\n" or char.isprintable() or ord(char) > 0x9F for char in shown)
    assert plain(shown) == shown
    assert "\n" not in one_line(text)


def test_other_scripts_pass_unchanged() -> None:
    """Cyrillic, Chinese, Arabic, joined emoji and combining accents reach the terminal as they are."""
    text = "Бренна — 布伦纳 — برينا — 👩\u200d🌾 — e\u0301 — \u200eLRM"
    assert plain(text) == text


@pytest.mark.parametrize(
    ("support", "words"),
    [
        (Support(1, 1, 1, ()), "only one account"),
        (Support(1, 1, 4, ()), "only one account, in 4 reports"),
        (Support(3, 3, 7, ()), "3 independent, 7 reports"),
        (Support(2, 3, 7, ()), "2–3 independent, 7 reports"),
        (Support(0, 1, 1, ()), "only one account"),
    ],
)
def test_support_in_words(support: Support, words: str) -> None:
    """Support reads as a count of independent accounts, a range where origin is uncertain."""
    assert support_words(support) == words


def test_brief_says_who_says_so() -> None:
    """A line ends with its support, and with each family's name and its reports by number."""
    shown = seen(VIEWS["brief"])
    assert "Tomas Orrin “We talked about fish.” only one account, in 2 reports · NWA [1, 2]" in shown
    assert "1–2 independent, 3 reports · NWA [1, 2] · “Deputy Premier Marn denied…” [3] Note: denied" in shown
    assert "[2] 0e48dd 2031-05 The Brenna Standard: Fish talks, says Orrin" in shown


def test_brief_explains_families() -> None:
    """The first sentence says how many reports and families there are and why the two differ."""
    shown = seen(VIEWS["brief"])
    assert "3 reports make 2 families, 1 of them proven independent." in shown
    assert "count as one witness" in shown
    assert "As of 2031-05-05" in shown
    assert "Left out, because nothing states when they were published: 1 report." in shown


@pytest.mark.parametrize(
    ("documents", "sentence"),
    [
        (0, "There is no report in this record yet. Add some: memcon add FILES…"),
        (1, "One report, so one account: nothing here is confirmed by a second."),
        (2, "2 reports, none of them found to be made from another: 2 families, 1 of them proven independent."),
    ],
)
def test_brief_of_few_reports(documents: int, sentence: str) -> None:
    """An empty record says what to do, and a single report that nothing confirms it."""
    notes, families = (NOTES[0], NOTES[2])[:documents], RECORD.families[:documents]
    assert sentence in seen(brief_view(replace(BRIEF, documents=notes, families=families, sections=())))


def test_families_as_a_tree() -> None:
    """A report hangs below the one it was made from, with how and how much of it."""
    lines = drawn(VIEWS["families"], width=120).splitlines()
    parent = next(line for line in lines if "Northern Wire" in line)
    child = next(line for line in lines if "Brenna Standard" in line)
    assert child.index("0e48dd") > parent.index("5e7746")
    assert lines[lines.index(child) + 1].endswith("cut, 83% shared")
    assert any("Perhaps the same as: NWA." in line for line in lines)


def test_families_of_one_owner() -> None:
    """A family whose publisher is known says so, and how many others have the same one; the others say nothing."""
    assert "Published by" not in seen(VIEWS["families"])
    nwa, ministry = RECORD.families
    alone = seen(families_view(replace(RECORD, families=(replace(nwa, owner="Quay Papers"), ministry))))
    assert alone.count("Published by Quay Papers.") == 1
    both = tuple(replace(one, owner="Quay Papers", established=True) for one in RECORD.families)
    shown = seen(families_view(replace(RECORD, families=both)))
    assert shown.count("Published by Quay Papers, as is 1 other family.") == 2
    assert "2 families, 1 of them proven independent" in shown


def test_family_of_a_wire_that_is_not_here() -> None:
    """Reports of a story that is not in the collection stand side by side and name it."""
    absent = tuple(
        replace(invented.COPIED, child=document, parent=None, score=0.0) for document in invented.NWA.documents
    )
    shown = seen(families_view(replace(RECORD, derivations=absent)), width=120)
    assert shown.count("credited to NWA") == 2


def test_long_chain_of_copies() -> None:
    """A chain of copies longer than Python's stack is deep is still drawn."""
    chain = tuple(DocumentId(f"{number:016x}") for number in range(1500))
    notes = tuple(replace(NOTES[0], id=one) for one in chain)
    family = replace(invented.NWA, documents=tuple(reversed(chain)))
    copies = tuple(replace(invented.COPIED, child=child, parent=parent) for parent, child in pairwise(chain))
    record = replace(RECORD, documents=notes, families=(family,), derivations=copies)
    assert families_view(record)


def test_documents_say_what_is_unknown() -> None:
    """A document without a date or an outlet says so."""
    shown = seen(VIEWS["documents"])
    assert "unknown outlet unknown: Deputy Premier Marn denied" in shown
    assert "5e7746 2031-05-04 Northern Wire: Harbour talks end in Brenna family: NWA · 37 words" in shown


def test_statements_by_document_and_by_speaker() -> None:
    """A statement shows its kind, its words and its speaker; grouped by speaker it shows its report instead."""
    assert "direct Tomas Orrin “We talked about fish,” … “We shall talk" in seen(VIEWS["statements"], width=120)
    assert "indirect no speaker named should end soon" in seen(VIEWS["statements"])
    by_speaker = seen(VIEWS["speakers"], width=120)
    assert "Ilse Marn indirect" in by_speaker
    assert "denial · the dinner · in a letter · NWA ← her ministry’s readout ← Ilse Marn" in by_speaker
    assert "should end soon belief" in seen(VIEWS["statements"])
    assert "again.” to reporters" in seen(VIEWS["statements"])


def test_parties_as_a_table() -> None:
    """A party shows its usual role, its side, how often it speaks and in how many reports it stands."""
    assert "3 parties." in seen(VIEWS["parties"])
    assert "a1a1a1 Tomas Orrin Foreign Secretary Ostmark 2 2" in seen(VIEWS["parties"])
    assert "a3a3a3 reporters group – – – 1" in seen(VIEWS["parties"], width=120)
    short = seen(parties_view(RECORD.parties, record=RECORD, everything=False))
    assert "reporters" not in short
    assert short.endswith("… and 1 more, each mentioned in one report and quoted in none: --all shows them.")


def test_party_with_its_names_roles_and_statements() -> None:
    """A shown party says what else it is called, when reports state its roles, and what it said, the newest first."""
    shown = seen(VIEWS["party"], width=100)
    assert (
        "acts for Ostmark also called Orrin roles Foreign Secretary (Ostmark) 2031-05-04 to 2031-05, 2 reports" in shown
    )
    assert "envoy to the lakes (Lake Commission) undated, 1 report" in shown
    assert "named in 2 reports, 2 mentions" in shown
    assert shown.index("Fish talks, says Orrin") < shown.index("Harbour talks end in Brenna")
    assert seen(VIEWS["silent"]).endswith("named in 1 report No report has it say anything.")


def test_names_that_nobody_has() -> None:
    """Where nothing matches, names like the one asked for are offered."""
    assert seen(parties_view([], record=RECORD, near=["Ilse Marn"])) == "No party matches. Did you mean Ilse Marn?"
    nothing = statements_view([], record=RECORD, documents=DOCUMENTS, near=["Ilse Marn", "Tomas Orrin"])
    assert seen(nothing) == "No statement matches. Did you mean Ilse Marn or Tomas Orrin?"
    assert "no party" in seen(parties_view([], record=replace(RECORD, parties=())))


def test_document_shows_zones_and_where_facts_were_read() -> None:
    """The shown document names each zone and says for every fact where it was found."""
    shown = seen(VIEWS["document"])
    assert "headline Harbour talks end in Brenna body BRENNA (NWA)" in shown
    assert "outlet Northern Wire as given to add" in shown


def test_conflicting_readings_stay_side_by_side() -> None:
    """A reading that another outranks is shown and marked as not used."""
    both = (Metadatum("outlet", "Northern Wire", "given"), Metadatum("outlet", "Wire of the North", "markup"))
    document = replace(invented.wire, metadata=both)
    shown = seen(document_view(document, record=RECORD, annotations=ANNOTATIONS[document.id]))
    assert "Wire of the North in the file's markup, not used" in shown


def test_withdrawn_document() -> None:
    """A document that was taken out of the record says so when it is shown."""
    record = replace(RECORD, documents=NOTES[1:])
    shown = seen(shown_view(invented.wire, record=record, documents=DOCUMENTS, annotations={}))
    assert "Withdrawn: it is not part of the record." in shown
    assert "Harbour talks end in Brenna" in shown


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Always."""
        return True


def test_quotations_and_credits_are_coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a colour terminal the shown document colours quotations and credits, and says which colour is which."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = drawn(VIEWS["document"], file=Terminal(), width=100)
    assert "\x1b[32m“We talked about fish,”" in shown
    assert "\x1b[35m(NWA)" in shown
    assert "\x1b[32mquotation" in shown


def test_no_colour_when_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR is obeyed, and the legend of colours is left out with them."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")
    shown = drawn(VIEWS["document"], file=Terminal(), width=100)
    assert "\x1b[3" not in shown
    assert "quotation ·" not in shown


def test_short_ids_stay_apart() -> None:
    """Ids are cut to one length at which they all differ, and no shorter than six digits."""
    assert short_ids(["aaaaaaaa11112222", "bbbbbbbb11112222"]) == {
        "aaaaaaaa11112222": "aaaaaa",
        "bbbbbbbb11112222": "bbbbbb",
    }
    assert set(short_ids(["aaaaaaaa11112222", "aaaaaaaa11132222"]).values()) == {"aaaaaaaa1111"[:12], "aaaaaaaa1113"}
    assert short_ids([]) == {}
    assert short_ids(["aaaaaaaa11112222"]) == {"aaaaaaaa11112222": "aaaaaa"}


def test_families_without_an_origin_are_told_apart() -> None:
    """A family whose origin nobody states goes by its outlet, else its title; the same name twice is numbered."""
    two = tuple(
        replace(invented.MINISTRY, id=FamilyId(name), documents=(note.id,), kin=(FamilyId("g"),))
        for name, note in zip("fg", NOTES[:2], strict=True)
    )
    same = tuple(replace(note, outlet="Northern Wire") for note in NOTES)
    shown = seen(families_view(replace(RECORD, documents=same, families=two, derivations=())))
    assert shown.count("Origin not stated 1 report, one witness, unless it belongs to another family") == 2
    assert "Perhaps the same as: Northern Wire #2." in shown


def test_empty_record() -> None:
    """An empty record gives one sentence in every list."""
    empty = replace(RECORD, documents=(), families=(), statements=())
    nothing: dict[DocumentId, Document] = {}
    assert "no report" in seen(families_view(empty))
    assert "no report" in seen(documents_view(empty, documents=nothing, annotations={}))
    assert "no statement" in seen(statements_view((), record=empty, documents=nothing))
    assert seen(statements_view((), record=RECORD, documents=nothing)) == "No statement matches."
    assert seen(problems_view(())) == "No problems."


def test_added_counts_and_problems() -> None:
    """After adding come the counts, the first problems with their reasons, and what to do next."""
    problems = tuple(Problem("read", f"{number}.txt", "empty", "There is no text in it.") for number in range(25))
    shown = seen(added_view(Added((invented.wire.id,), 2, problems), record="visit.db"))
    assert "1 added 2 already known 25 problems" in shown
    assert "0.txt empty There is no text in it." in shown
    assert "20.txt" not in shown
    assert "… and 5 more: memcon problems lists all." in shown
    assert shown.endswith("Next: memcon --record visit.db brief")


def test_added_nothing() -> None:
    """When nothing could be read no next step is offered."""
    problem = Problem("find", "nowhere.txt", "missing", "There is no such file.")
    assert "Next:" not in seen(added_view(Added((), 0, (problem,)), record="memcon.db"))


def test_progress_without_a_terminal() -> None:
    """Where there is no terminal, a plain line appears now and then, and none for a small collection."""
    stream = StringIO()
    with progress_shown(console(stream), quiet=False) as report:
        assert report
        for number in range(1, 251):
            report(Progress("a.txt", number, number - 1, 0, 1, 1000))
    assert stream.getvalue().splitlines() == [
        "100 of 1,000 read · 99 added · 0 known · 1 problem",
        "200 of 1,000 read · 199 added · 0 known · 1 problem",
    ]


def test_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the counts move while documents are read; what is too many for the total leaves the total out."""
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    with progress_shown(console(stream, width=100), quiet=False) as report:
        assert report
        report(Progress("a.jsonl", 1, 1, 0, 0, 1))
        report(Progress("a.jsonl", 2, 1, 1, 3, 1))
    assert "2 read · 1 added · 1 known · 3 problems" in stream.getvalue()


def test_no_progress_when_quiet() -> None:
    """With --quiet nothing is shown."""
    stream = Terminal()
    with progress_shown(console(stream), quiet=True) as report:
        assert report is None
    assert stream.getvalue() == ""


def test_scores_beside_floor_and_comparison() -> None:
    """A figure stands beside its interval, floor and comparison; one below its floor says so; absences are named."""
    figures = (
        Figure("statements", "spans_f1", 0.8, 0.7, 0.9, 120, floor=0.85, reference_value=0.5, reference_whose="naive"),
        Figure("speed", "documents_a_second", 212.4, 200.0, 220.0, 50),
    )
    shown = seen(scores_view(Scoreboard(figures, ("trace: no gold.",))), width=120)
    assert "spans_f1 0.800 below 0.700–0.900 120 0.850 0.500" in shown
    assert "naive: naive" in shown
    assert "documents_a_second 212.4 200.0–220.0 50 –" in shown
    assert "not measured: trace: no gold." in shown


def test_possible_derivation() -> None:
    """What is not proven is marked as possible, and what may have gone either way says so."""
    doubtful = replace(invented.COPIED, kind="rewrite", certain=False, direction="undetermined", score=0.4)
    shown = seen(families_view(replace(RECORD, derivations=(doubtful,))))
    assert "rewritten, 40% shared, either way, possibly" in shown


def test_state_of_an_entry() -> None:
    """An entry whose kind has states shows its state beside its kind."""
    shown = seen(shown_view(replace(ENTRY, status="open"), record=RECORD, documents=DOCUMENTS, annotations={}))
    assert shown.startswith(f"statement {ENTRY.id} ○ open only one account, in 2 reports")


def test_timeline_month_by_month() -> None:
    """Under its month a moment has its day, its state in a word, its title, how many of all families tell it, and who."""
    shown = seen(VIEWS["timeline"], width=120)
    assert "40 moments: 20 held, 9 planned, 4 possible, 7 said." in shown
    assert "Tue 6 ● held 3 of 4 Torval and Jorun signed the Ferry Accord aboard the dredger Patience. Ines" in shown
    assert "Thu 1 – Sun 4 ● held 2 of 4 Delegations" in shown
    assert "Sat 3 09:30 ● held 1 of 4 The talks opened" in shown
    assert "2031 that year ● held 1 of 4 The two ports" in shown
    assert "Thu 15 ◌ possible 1 of 4 The fishermen may block the slipway again." in shown


def test_timeline_of_acts() -> None:
    """An act stands there with its status in a word; the first line counts what happens by status, the rest by kind."""
    record = strait_talks.record()
    shown = seen(timeline_view(timeline(record), record=record), width=120)
    counted = "8 moments: 1 held, 1 historical, 1 planned, 1 possible, 1 postponed, 1 channel, 1 incident, 1 measure."
    assert counted in shown
    assert "Wed 4 ↷ postponed 1 of 3 A call between their defence ministers" in shown
    assert "March 2029 that month ‖ frozen 1 of 3 The hotline" in shown


def test_brief_of_acts() -> None:
    """A line of an act begins with its status, mark and word."""
    shown = seen(brief_view(brief(strait_talks.record())))
    assert "Put off, called off, refused or denied" in shown
    assert "↷ postponed Call of defence ministers · 4 June 2031 only one account" in shown


def test_timeline_says_where_the_reports_end() -> None:
    """A line stands after all that had begun when the last report was published, and before what is ahead."""
    shown = seen(VIEWS["timeline"])
    end = shown.index("The reports end here: 2031-05-09")
    assert shown.index("The first timetable") < end < shown.index("The commission is to meet")
    nothing = timeline_view(ferry_accord.moments()[:2], record=replace(ferry_accord.record(), documents=()))
    assert "reports end" not in seen(nothing)


def test_timeline_of_nothing() -> None:
    """Where nothing matches that is said, and names like the one asked for are offered."""
    assert (
        seen(timeline_view([], record=RECORD, near=["Ilse Marn"])) == "Nothing dated matches. Did you mean Ilse Marn?"
    )
    assert seen(timeline_view([], record=ferry_accord.record())).strip() == "Nothing dated matches."
    undated = replace(ferry_accord.record(), documents=())
    assert "--published DATE" in seen(timeline_view([], record=undated))


def test_times_in_two_lines_or_in_a_table() -> None:
    """An expression shows its words, type and value, what it means and by which rule; what has no meaning, the reason."""
    narrow, wide = seen(VIEWS["times"]), seen(VIEWS["times"], width=140)
    assert "4 expressions of time; 3 resolved or complete in themselves." in narrow
    assert "nearly two hours duration PT2H (less than) 100 to 120 minutes · length" in narrow
    assert "soon date FUTURE_REF Nothing says when that is. vague" in wide
    assert "the dinner time 2031-05-04TEV (approx) 2031-05-04 evening/stated" in wide
    assert seen(times_view([], record=RECORD, documents=DOCUMENTS)) == "No expression of time matches."


def test_brief_names_the_timeline() -> None:
    """A brief of a record with dates says how many there are, how many are ahead, and the command that shows them."""
    shown = seen(brief_view(replace(BRIEF, timeline=invented.MOMENTS)))
    assert "2 dated moments, 1 planned or possible: memcon timeline" in shown
    assert "memcon timeline" not in seen(VIEWS["brief"])


def test_the_best_attested_lines_keep_their_order() -> None:
    """What is shown of a long section is what most origins attest, and it still stands in the order of time."""
    supports = [Support(number, number, number, ()) for number in (1, 3, 1, 2)]
    lines = [Line(str(place), (invented.fish.content[0],), one) for place, one in enumerate(supports)]
    assert [line.text for line in best_attested(lines, 2)] == ["1", "3"]
    assert [line.text for line in best_attested(lines, 9)] == ["0", "1", "2", "3"]
    bare = Line("about the reports", (invented.fish.content[0],))
    assert best_attested([*lines, bare], 1) == [bare]
