"""The commands about acts, and how a terminal and a program see what they list."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from rich.cells import cell_len
from rich.console import RenderableType

from docs.outputs import ROOT
from memcon.core.act import KINDS, ActKind
from memcon.core.annotation import Annotations
from memcon.core.dates import PartialDate
from memcon.core.derivation import Feature
from memcon.core.entry import Join
from memcon.core.record import Record
from memcon.core.terms.acts import STATUSES, TYPES
from memcon.core.times import Interval, Time
from memcon.present.acted import acts_answer
from memcon.present.cli import program
from memcon.present.schema import schema
from memcon.present.shown import show_answer
from memcon.present.statuses import Tone, rank, standing
from memcon.present.terminal.acts import acts_view
from memcon.present.terminal.console import drawn
from memcon.present.terminal.entry import entry_view
from memcon.record import order
from tests.unit.present import invented, strait_talks
from tests.unit.present.conftest import Run
from tests.unit.present.strait_talks import entries, entry, party

RECORD = strait_talks.record()
LISTS: Mapping[str, tuple[ActKind, ...]] = {
    "engagements": ("engagement",),
    "requests": ("request",),
    "commitments": ("commitment",),
    "channels": ("channel",),
    "positions": ("position",),
    "incidents": ("incident", "measure"),
}
PIECES = {name: next(iter(kinds)) for name, kinds in LISTS.items()}


@pytest.fixture
def command(command_on: Callable[..., Run]) -> Run:
    """Runs commands on the record of the talks about the strait."""
    return command_on(RECORD, strait_talks.by_id(), strait_talks.annotations())


def answer(key: str) -> dict[str, Any]:
    """One act, as its command prints it."""
    made = acts_answer(
        [entry(key)], record=RECORD, documents=strait_talks.by_id(), annotations=strait_talks.annotations()
    )
    return made[0]


def view(*kinds: ActKind) -> RenderableType:
    """What a command shows of its kinds."""
    return acts_view(kinds, entries(*kinds), record=RECORD)


def seen(shown: RenderableType, *, width: int = 80) -> str:
    """The view, its lines joined so that line breaks do not matter."""
    return " ".join(drawn(shown, width=width).split())


# --- what a program sees -------------------------------------------------------------------------------------------


def test_an_engagement_says_who_where_when_and_how_long() -> None:
    """The participants with side and role, the place, the ends, the length all accounts allow, and how it stood."""
    talks = answer("talks")
    assert talks["participants"] == [
        {"id": party("Neve Karsten").id, "name": "Neve Karsten", "side": "Oskaria", "role": "visitor"},
        {"id": party("Idris Valo").id, "name": "Idris Valo", "side": "Tessary", "role": "host"},
    ]
    assert (talks["place"], talks["start"], talks["end"]) == ("Port Sable", "2031-06-05", None)
    assert talks["duration_minutes"] == [95, 95]
    assert [(step["status"], step["as_of"]) for step in talks["history"]] == [
        ("planned", "2031-06-02"),
        ("held", "2031-06-05"),
    ]
    assert talks["status"] == "held"
    assert (talks["kind"], talks["type"]) == ("engagement", "meeting")


def test_what_is_not_told_is_null() -> None:
    """An engagement without a date, a place and a length has null for each of them."""
    press = answer("press")
    assert [press[key] for key in ("place", "start", "end", "duration_minutes")] == [None] * 4


def test_a_request_says_who_asks_whom_for_what() -> None:
    """Who asks, whom, what, how often, by when, and that it was declined after it was open."""
    crew, kelp, asked = answer("crew"), answer("kelp"), answer("asked")
    assert [one["name"] for one in (*crew["by"], *crew["to"])] == ["Neve Karsten", "Idris Valo"]
    assert crew["subject"] == "free the crew of the survey ship Halcyon"
    assert (crew["deadline"], crew["due"]) == ("Friday", None)
    assert [step["status"] for step in crew["history"]] == ["open", "declined"]
    assert crew["issues"] == ["detained sailors"]
    assert (kelp["count"], kelp["to"][0]["side"]) == ("twice", "Oskaria")
    assert asked["to"] == []


def test_a_commitment_says_what_on_what_condition() -> None:
    """Who promises what, on what condition and by when."""
    line, pledge = answer("line"), answer("answer")
    assert (line["content"], line["deadline"]) == ("to reopen the hotline between their coast guards", "1 July")
    assert (pledge["by"][0]["id"], pledge["condition"]) == (party("Tessary").id, "if the ban is not imposed")


def test_a_deadline_that_is_dated_has_its_date() -> None:
    """The date that the words of a deadline mean stands beside them."""
    wire = strait_talks.documents()["wire"]
    start = wire.text.index("1 July")
    july = Interval.of(PartialDate("2031-07-01"))
    time = Time(wire.anchor(start, start + len("1 July")), "date", "2031-07-01", "month-day", interval=july)
    seen_ = {**strait_talks.annotations(), wire.id: Annotations(wire.id, times=(time,))}
    (line,) = acts_answer([entry("line")], record=RECORD, documents=strait_talks.by_id(), annotations=seen_)
    assert (line["deadline"], line["due"]) == ("1 July", "2031-07-01")


def test_a_channel_a_position_and_an_incident() -> None:
    """A channel has level and state, a position its party and issue, an incident by whom and on whom."""
    hotline, treaty, ban = answer("hotline"), answer("treaty"), answer("ban")
    assert (hotline["level"], hotline["state"], hotline["date"]) == ("hotline", "frozen", "2029-03")
    assert {one["name"] for one in hotline["parties"]} == {"Oskaria", "Tessary"}
    assert (treaty["party"]["name"], treaty["issue"]) == ("Tessary", "navigation")
    assert treaty["content"] == "any change to the strait treaty"
    assert (ban["kind"], ban["what"][:14], ban["basis"]) == ("measure", "Oskaria banned", "the Coastal Trade Act")
    assert [one["name"] for one in (*ban["by"], *ban["on"])] == ["Oskaria", "Tessary"]


def test_a_party_that_the_record_has_not() -> None:
    """Whoever is no party of the record has no id and no side, but the report's words."""
    bare = replace(RECORD, parties=())
    (press,) = acts_answer(
        [entry("press")], record=bare, documents=strait_talks.by_id(), annotations=strait_talks.annotations()
    )
    assert press["participants"] == [{"id": None, "name": "Neve Karsten", "side": None, "role": "participant"}]


@pytest.mark.parametrize("name", LISTS)
def test_schema_has_the_vocabulary(name: str) -> None:
    """The types and statuses that a schema allows are those of the vocabulary, so that neither goes stale."""
    piece = schema(name)["$defs"][PIECES[name]]["properties"]
    assert piece["kind"]["enum"] == list(LISTS[name])
    assert piece["status"]["enum"] == list(dict.fromkeys(one for kind in LISTS[name] for one in STATUSES[kind]))
    assert piece["type"]["enum"] == list(dict.fromkeys(one for kind in LISTS[name] for one in TYPES[kind]))


# --- the commands --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LISTS)
def test_a_command_prints_json_and_a_view(command: Run, name: str) -> None:
    """Each command lists its kinds in the order of time, as its schema says, and shows them in a view."""
    code, out, _ = command(name, "--json")
    printed = json.loads(out)
    Draft202012Validator(schema(name)).validate(printed)
    assert (code, [one["id"] for one in printed]) == (0, [one.id for one in entries(*LISTS[name])])
    code, out, _ = command(name)
    assert (code, len(out.splitlines()) > 3) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("engagements", "--party", "karsten"), ["talks", "press"]),
        (("engagements", "--party", "karsten", "--status", "cancelled"), ["press"]),
        (("engagements", "--since", "2031-06-06"), ["dinner", "visit"]),
        (("engagements", "--until", "2031-06-04"), ["summit", "call"]),
        (("engagements", "--issue", "Lindholm"), ["visit"]),
        (("requests", "--issue", "TRADE"), ["kelp"]),
        (("incidents", "--status", "imposed"), ["ban"]),
        (("channels", "--since", "2035"), ["hotline"]),
    ],
)
def test_the_filters(command: Run, arguments: tuple[str, ...], found: list[str]) -> None:
    """A party, an issue or words, a status and dates choose; what is open reaches any later date."""
    printed = json.loads(command(*arguments, "--json")[1])
    assert {one["id"] for one in printed} == {entry(key).id for key in found}


@pytest.mark.parametrize("name", LISTS)
def test_only_its_own_statuses(command: Run, name: str) -> None:
    """A status of another kind is refused, with those there are."""
    code, _, err = command(name, "--status", "held" if name != "engagements" else "open")
    assert code == 2
    assert all(status in err for kind in LISTS[name] for status in STATUSES[kind])


def test_where_nothing_matches(command: Run) -> None:
    """Names like the party or the issue asked for are offered, and what has no date is counted if dates were asked for."""
    assert command("requests", "--party", "Karstn")[1] == "No request matches. Did you mean Neve Karsten?\n"
    assert command("requests", "--issue", "trades")[1] == "No request matches. Did you mean trade?\n"
    assert command("requests", "--issue", "trade", "--status", "declined")[1] == "No request matches.\n"
    assert command("requests", "--since", "2031")[1] == "No request matches. 3 without a date are left out.\n"
    assert command("incidents", "--until", "1999")[1] == (
        "No incident or measure matches. 1 without a date is left out.\n"
    )
    assert json.loads(command("requests", "--party", "Karstn", "--json")[1]) == []


def test_a_record_without_acts(command_on: Callable[..., Run]) -> None:
    """Where the record has nothing of the kind that is said, whatever was asked for."""
    command = command_on(invented.RECORD)
    assert command("channels", "--party", "Orrin")[1] == "There is no channel in this record.\n"
    assert command("incidents")[1] == "There is no incident or measure in this record.\n"


# --- what a person sees --------------------------------------------------------------------------------------------


def test_engagements_month_by_month() -> None:
    """Under its month an engagement has its day, its status, how many families tell it, who, where, and what it was before."""
    shown = seen(view("engagement"), width=140)
    assert "6 engagements: 1 held, 1 historical, 1 planned, 1 possible, 1 postponed, 1 cancelled." in shown
    talks = entry("talks").id[:6]
    assert "June 2031 Wed 4 ↷ postponed 1 of 3 Call of defence ministers" in shown
    assert (
        f"Thu 5 ● held 2 of 3 Meeting between Neve Karsten and Idris Valo {talks} Port Sable (also: the Hall of Tides) · "
        "nearly two hours (also: 95 minutes) · before: planned (2 June 2031)"
    ) in shown
    assert "September 2031 that month ◌ possible 1 of 3 Visit of Idris Valo to Lindholm" in shown
    assert "No date told – × cancelled 1 of 3 Press conference of Neve Karsten" in shown


def test_requests_by_who_asks_whom() -> None:
    """A ledger has a heading for each two sides, with the states they act for, and under it what is asked."""
    shown = seen(view("request"), width=140)
    assert "Neve Karsten (Oskaria) → Idris Valo (Tessary) × declined 1–2 of 3 free the crew" in shown
    assert "demand · deadline: Friday · before: open (5 June 2031)" in shown
    assert "Idris Valo (Tessary) → Oskaria ○ open 1 of 3 to drop its plan to ban kelp" in shown
    nobody = replace(entry("asked"), slots=tuple(one for one in entry("asked").slots if one.name != "by"))
    assert "nobody named ○ open" in seen(acts_view(("request",), [nobody], record=RECORD))


def test_commitments_channels_positions_and_incidents() -> None:
    """Commitments are a ledger, channels stand by level, positions by issue and party, incidents by date."""
    assert "the two ministers ● agreed 1 of 3 to reopen the hotline" in seen(view("commitment"), width=140)
    board = seen(view("channel"), width=140)
    assert board.index("Hotline ‖ frozen") < board.index("Embassy or consulate ○ open")
    assert "since March 2029" in board
    stands = seen(view("position"), width=140)
    assert "Navigation Tessary = unchanged 1 of 3 opposition: any change to the strait treaty" in stands
    assert stands.index("Navigation") < stands.index("No issue named Oskaria + new")
    happened = seen(view("incident", "measure"), width=140)
    assert "2 incidents and 1 measure: 1 happened, 1 imposed, 1 denied." in happened
    assert "measure, trade · by Oskaria · on Tessary · before: possible (2 June 2031)" in happened


def test_an_act_of_dates_that_differ() -> None:
    """Where reports tell several dates, the heading has the best attested, and both stand below."""
    talks = entry("talks")
    when = next(slot for slot in talks.slots if slot.name == "when")
    monday = next(slot for slot in entry("dinner").slots if slot.name == "when").claims[0]
    twice = replace(when, claims=(*when.claims, monday))
    odd = replace(talks, slots=tuple(twice if slot.name == "when" else slot for slot in talks.slots))
    assert "5 June 2031 (also: 9 June 2031)" in seen(acts_view(("engagement",), [odd], record=RECORD), width=140)


def test_an_act_is_shown_with_its_history() -> None:
    """A shown act is told in a line, with its circumstances, how it stood, and every claim with its passages."""
    shown = seen(entry_view(entry("talks"), record=RECORD, documents=strait_talks.by_id()), width=140)
    assert shown.startswith(
        "Meeting between Neve Karsten and Idris Valo 5 June 2031 · Port Sable (also: the Hall of Tides) · "
        "nearly two hours (also: 95 minutes) engagement"
    )
    assert "how it stood 2031-06-02 ○ planned" in shown
    assert "Northern Cable: meet 2031-06-05 ● held" in shown
    assert "PLOVER and CAMEO code CONSULT 040" in shown
    assert " status " not in shown


@pytest.mark.parametrize("width", [60, 80, 100, 140])
@pytest.mark.parametrize("name", LISTS)
def test_a_view_fits_the_terminal(name: str, width: int) -> None:
    """No line is wider than the terminal, and none ends in blanks."""
    for line in drawn(view(*LISTS[name]), width=width).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("name", LISTS)
def test_the_manual_shows_what_is_shown(name: str) -> None:
    """What the manual shows of a command is what it shows of this record."""
    page = (ROOT / "docs" / "how-to" / "acts.md").read_text(encoding="utf-8")
    assert f"```text\n{drawn(view(*LISTS[name]), width=80)}```" in page


# --- statuses ------------------------------------------------------------------------------------------------------


def test_every_status_has_a_mark_and_a_word() -> None:
    """No status of the vocabulary lacks its mark, each mark is one cell wide, and every tone is used."""
    every = {status for kind in KINDS for status in STATUSES[kind]}
    assert all(cell_len(standing(status).mark) == 1 and standing(status).mark != "·" for status in every)
    assert {standing(status).tone for status in every} == set(get_args(Tone))
    assert {standing(status).word for status in every} == every - {"tentative"} | {"possible"}


def test_a_status_that_nobody_knows() -> None:
    """A status of a later version is shown by its name, after all others."""
    unknown = standing("adjourned")
    assert str(unknown) == "· adjourned"
    assert rank(unknown) > rank(standing("lifted"))


def test_every_list_is_a_command() -> None:
    """The lists that are tested here are the commands there are, in the order of use."""
    assert [name for name in program.commands if name in LISTS] == list(LISTS)
    assert {kind for kinds in LISTS.values() for kind in kinds} == set(KINDS)


def test_entries_come_in_the_order_of_time() -> None:
    """What is dated comes first, the earliest first; a view keeps the order it is given."""
    every = entries(*KINDS)
    assert list(every) == sorted(every, key=order)


def test_text_of_reports_commands_no_terminal() -> None:
    """What a report calls a party, a place or a content is only text, in every list and where the act is shown."""
    hostile = "\x1b]0;owned\x07\x1b[31mred\u202etxt.exe\r[bold]:smile:\x00"

    def attacked(one: Any) -> Any:
        slots = tuple(
            replace(slot, claims=tuple(replace(claim, value=hostile) for claim in slot.claims))
            if slot.name not in {"type", "status"}
            else slot
            for slot in one.slots
        )
        return replace(one, slots=slots)

    bad: Record = replace(RECORD, entries=tuple(map(attacked, RECORD.entries)))
    views = [
        acts_view(kinds, [one for one in bad.entries if one.kind in kinds], record=bad) for kinds in LISTS.values()
    ]
    views += [entry_view(one, record=bad, documents=strait_talks.by_id()) for one in bad.entries]
    for shown in views:
        assert not set(drawn(shown)) & set("\x1b\x07\r\x00\u202e")


def test_an_act_shows_why_it_is_one() -> None:
    """The pair that joined two reports, with its score, what speaks for it and both passages, for readers and programs."""
    talks = entry("talks")
    left, right = talks.evidence[0], talks.evidence[-1]
    join = Join(left, right, 4.5, (Feature("parties", 3.0, "who takes part"), Feature("time", 1.5, "when")))
    joined = replace(talks, joins=(join,))
    documents, annotations = strait_talks.by_id(), strait_talks.annotations()
    shown = seen(entry_view(joined, record=RECORD, documents=documents), width=140)
    assert "why one 4.50 parties +3.00, time +1.50" in shown
    assert " ".join(documents[left.document].passage(left).split()) in shown.split("why one")[1]
    told = show_answer(joined, record=RECORD, documents=documents, annotations=annotations)
    Draft202012Validator(schema("show")).validate(told)
    assert [one["score"] for one in told["joins"]] == [4.5]
    assert told["joins"][0]["left"]["text"] == documents[left.document].passage(left)
