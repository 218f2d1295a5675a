"""The JSON answers keep their promises: they fit their schemas, and every anchor shows its own slice."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from memcon import record
from memcon.core.act import KINDS, ActKind
from memcon.core.document import Document
from memcon.core.entry import Entry
from memcon.core.issues import read_issues
from memcon.core.judgement import Judgement
from memcon.core.party import Party
from memcon.evaluate import Figure, Scoreboard
from memcon.pipeline import Added
from memcon.present import answers, damaged, differing, timed, traced, varied
from memcon.present.acted import acts_answer
from memcon.present.schema import names, schema
from memcon.present.shown import show_answer
from tests.unit.present import invented, strait_accounts, strait_talks

FIGURES = Scoreboard(
    (
        Figure("statements", "spans_f1", 0.8, 0.7, 0.9, 120, floor=0.75, reference_value=0.5, reference_whose="naive"),
        Figure("statements", "speaker_f1", 0.9, 0.8, 1.0, 120),
    ),
    ("trace: there is no gold at this place.",),
)
RECORD, DOCUMENTS, ANNOTATIONS = invented.RECORD, invented.DOCUMENTS, invented.ANNOTATIONS
STRAIT = strait_talks.by_id()
ACCOUNTS = strait_accounts.record()
WIRE, READOUT = (strait_talks.documents()[name].id for name in ("wire", "readout"))


def shown(thing: Document | Entry | Party) -> answers.Json:
    """What `show ID --json` prints."""
    return show_answer(thing, record=RECORD, documents=DOCUMENTS, annotations=ANNOTATIONS)


def acts(*kinds: ActKind) -> list[answers.Json]:
    """What the commands about acts print."""
    return acts_answer(
        strait_talks.entries(*kinds),
        record=strait_talks.record(),
        documents=STRAIT,
        annotations=strait_talks.annotations(),
    )


def compared(made: record.Accounts | record.Readouts) -> answers.Json:
    """What `compare` prints."""
    return differing.compare_answer(made, record=ACCOUNTS, documents=STRAIT)


HELD = Judgement(1, "withdraw", invented.wire.id, "", "", "sent by mistake", "2031-05-05T10:00:00+00:00")
UNDONE = replace(HELD, id=2, who="the desk", undone_at="2031-05-06T10:00:00+00:00")
ANSWERS: tuple[tuple[str, Any], ...] = (
    ("timeline", timed.timeline_answer(record.timeline(strait_talks.record()), documents=STRAIT)),
    ("brief", answers.brief_answer(record.brief(ACCOUNTS), documents=STRAIT)),
    ("disagreements", differing.disagreements_answer(ACCOUNTS.discrepancies, documents=STRAIT)),
    ("compare", compared(record.accounts(strait_talks.entry("talks"), ACCOUNTS))),
    ("compare", compared(record.readouts(WIRE, READOUT, ACCOUNTS))),
    ("issues", answers.issues_answer(read_issues())),
    ("documents", answers.documents_answer(RECORD, documents=DOCUMENTS, annotations=ANNOTATIONS)),
    ("statements", answers.statements_answer(RECORD.statements, record=RECORD, documents=DOCUMENTS)),
    ("parties", answers.parties_answer(RECORD.parties, record=RECORD, documents=DOCUMENTS)),
    ("families", answers.families_answer(RECORD.families, record=RECORD)),
    ("trace", traced.trace_answer(invented.TRACED, documents=DOCUMENTS)),
    ("damage", damaged.damage_answer(invented.DAMAGE, documents=DOCUMENTS)),
    ("variants", varied.variants_answer(invented.VARIANTS, record=RECORD, documents=DOCUMENTS)),
    ("brief", answers.brief_answer(invented.BRIEF, documents=DOCUMENTS)),
    ("timeline", timed.timeline_answer(invented.MOMENTS, documents=DOCUMENTS)),
    ("times", timed.times_answer(invented.TIMES, documents=DOCUMENTS)),
    ("engagements", acts("engagement")),
    ("requests", acts("request")),
    ("commitments", acts("commitment")),
    ("channels", acts("channel")),
    ("positions", acts("position")),
    ("incidents", acts("incident", "measure")),
    *(("show", act) for act in acts(*KINDS)),
    ("show", shown(invented.wire)),
    ("show", shown(invented.readout)),
    ("show", shown(invented.ENTRY)),
    ("show", shown(invented.ORRIN)),
    ("show", shown(invented.REPORTERS)),
    ("problems", answers.problems_answer(RECORD.problems, documents=DOCUMENTS)),
    ("add", answers.added_answer(Added((invented.wire.id,), 2, RECORD.problems))),
    ("verify", answers.problems_answer(RECORD.problems, documents={})),
    ("judgements", answers.judgements_answer([HELD, UNDONE])),
    ("evaluate", answers.evaluate_answer(FIGURES)),
)


def sealed(node: Any) -> Any:
    """The schema, now refusing every key it does not describe."""
    if isinstance(node, list):
        return [sealed(item) for item in node]
    if not isinstance(node, dict):
        return node
    closed = {key: sealed(value) for key, value in node.items()}
    return {"additionalProperties": False, **closed} if node.get("type") == "object" else closed


def anchors_in(node: Any) -> Iterator[dict[str, Any]]:
    """Every anchor anywhere in an answer."""
    if isinstance(node, dict):
        if {"document", "path", "start", "end", "text"} <= node.keys():
            yield node
        for value in node.values():
            yield from anchors_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from anchors_in(value)


@pytest.mark.parametrize(("name", "answer"), ANSWERS)
def test_answer_fits_its_schema(name: str, answer: Any) -> None:
    """Every answer is what its schema says, and its schema describes every key it has."""
    Draft202012Validator(sealed(schema(name))).validate(answer)


def test_every_answer_has_a_schema_and_every_schema_an_answer() -> None:
    """No answer goes undescribed, and no schema describes what is never printed."""
    assert {name for name, _ in ANSWERS} == set(names())


@pytest.mark.parametrize("name", names())
def test_schema_is_self_contained(name: str) -> None:
    """A printed schema is valid, refers to nothing outside itself and says what each thing means."""
    printed = schema(name)
    Draft202012Validator.check_schema(printed)
    assert printed["title"].startswith(f"memcon {name}")
    assert all(piece.get("description") for piece in printed["$defs"].values())


@pytest.mark.parametrize(("name", "answer"), ANSWERS)
def test_anchor_text_is_the_slice(name: str, answer: Any) -> None:
    """An anchor's `text` is exactly the code points it points at, and its path the document's."""
    for anchor in anchors_in(answer):
        document = {**DOCUMENTS, **STRAIT}[anchor["document"]]
        assert anchor["text"] == document.text[anchor["start"] : anchor["end"]]
        assert anchor["path"] == document.path


def test_statement_carries_who_said_it_to_whom_and_how_it_came() -> None:
    """The speaker is the record's party, the words beside the cue stay the document's own."""
    fish, anonymous, _, denial = dict(ANSWERS)["statements"]
    assert fish["speaker"] == {"id": invented.ORRIN.id, "name": "Tomas Orrin"}
    assert fish["speaker_text"]["text"] == "he"
    assert fish["cue"]["text"] == "told"
    assert fish["addressee"] == {"id": invented.REPORTERS.id, "name": "reporters"}
    assert [quoted["text"] for quoted in fish["quoted"]] == [
        "“We talked about fish,”",
        "“We shall talk about fish again.”",
    ]
    assert fish["document"]["path"] == "wire.txt"
    assert anonymous["speaker"] is None
    assert anonymous["speaker_text"] is None
    assert anonymous["cue"] is None
    assert denial["polarity"] == "negative"
    links = [(relay["text"], relay["kind"], relay["anchor"]["text"]) for relay in denial["via"]]
    assert links == [("NWA", "agency", "NWA"), ("her ministry’s readout", "readout", "her ministry’s readout")]
    assert (denial["occasion"]["text"], denial["medium"]["text"]) == ("the dinner", "in a letter")
    assert denial["said"] is None
    assert [statement["type"] for statement in (fish, anonymous, denial)] == ["assertion", "belief", "assertion"]


def test_parties_with_roles_and_counts() -> None:
    """A party has its names, its roles with dates and anchors, its side, and how often it speaks and is referred to."""
    orrin, marn, reporters = dict(ANSWERS)["parties"]
    assert orrin["names"] == ["Orrin", "Tomas Orrin"]
    secretary, envoy = orrin["roles"]
    assert (secretary["title"], secretary["of"]) == ("Foreign Secretary", "Ostmark")
    assert (secretary["from"], secretary["to"]) == ("2031-05-04T16:30+02:00", "2031-05")
    assert [anchor["text"] for anchor in secretary["anchors"]] == ["Foreign Secretary"] * 2
    assert (envoy["from"], envoy["to"]) == (None, None)
    assert [(party["statements"], party["documents"]) for party in (orrin, marn, reporters)] == [(2, 2), (1, 1), (0, 1)]
    assert (orrin["side"], marn["side"]) == ("Ostmark", None)


def test_shown_party_says_the_newest_first() -> None:
    """A party shown by itself has its mentions counted and its statements, the newest document's first."""
    answer = shown(invented.ORRIN)
    assert answer["mentions"] == 2
    assert [one["document"]["published"] for one in answer["said"]] == ["2031-05", "2031-05-04T16:30+02:00"]
    assert shown(invented.REPORTERS)["said"] == []


def test_party_of_another_documents_name() -> None:
    """A short name in one report is the party that the record knows by its full name."""
    copied = dict(ANSWERS)["statements"][2]
    assert copied["speaker"] == {"id": invented.ORRIN.id, "name": "Tomas Orrin"}


def test_party_unknown_to_the_record() -> None:
    """A speaker who is no party of the record keeps the name the document gives, without an id."""
    record = replace(RECORD, parties=())
    answer = answers.statements_answer([invented.copied_fish], record=record, documents=DOCUMENTS)
    assert answer[0]["speaker"] == {"id": None, "name": "Orrin"}


def test_families_name_their_documents() -> None:
    """A family lists its documents by path, null for piped input, and how they were made."""
    nwa, ministry = dict(ANSWERS)["families"]
    assert sorted(nwa["documents"]) == ["papers.jsonl:2", "wire.txt"]
    assert (nwa["kind"], nwa["kinds"], nwa["established"]) == ("abridgement", ["abridgement"], True)
    assert ministry["documents"] == [None]
    assert (ministry["kind"], ministry["kin"]) == ("single", [nwa["id"]])


def test_family_made_in_several_ways() -> None:
    """A family of a copy and a rewrite is mixed, and both ways are named."""
    both = (invented.COPIED, replace(invented.COPIED, kind="rewrite"))
    piece = answers.families_answer([invented.NWA], record=replace(RECORD, derivations=both))[0]
    assert (piece["kind"], piece["kinds"]) == ("mixed", ["abridgement", "rewrite"])


def test_dates_keep_their_precision() -> None:
    """A date is as precise as it was written, and null when nothing states it."""
    published = [document["published"] for document in dict(ANSWERS)["documents"]]
    assert published == ["2031-05-04T16:30+02:00", "2031-05", None]


def test_credits_say_whose_reporting_it_is() -> None:
    """A credit is an anchor that also names whom it credits."""
    wire = dict(ANSWERS)["documents"][0]
    assert [(credit["text"], credit["origin"], credit["kind"]) for credit in wire["credits"]] == [
        ("(NWA)", "NWA", "line")
    ]
    assert wire["degradation"] is None


def test_families_name_their_owner() -> None:
    """A family has the key `owner`, null where nobody knows who publishes the outlet."""
    families = [replace(invented.NWA, owner="Quay Papers"), invented.MINISTRY]
    assert [one["owner"] for one in answers.families_answer(families, record=RECORD)] == ["Quay Papers", None]


def test_support_is_an_interval_of_families() -> None:
    """Support says how many families at least and at most, and shows each one's passages."""
    line = dict(ANSWERS)["brief"]["sections"][0]["lines"][1]
    assert line["support"]["families"] == [1, 2]
    assert line["support"]["documents"] == 3
    assert [witness["origin"] for witness in line["support"]["by"]] == ["NWA", None]


def test_withdrawn_document_has_no_family() -> None:
    """A withdrawn document can still be shown; it belongs to no family."""
    without = replace(RECORD, documents=RECORD.documents[:1])
    answer = show_answer(invented.copy, record=without, documents=DOCUMENTS, annotations={})
    assert (answer["family"], answer["credits"]) == (None, [])
    Draft202012Validator(schema("show")).validate(answer)


def test_problem_without_its_document() -> None:
    """A problem in a document that is not in the record keeps its words and loses only its passage."""
    assert [problem["anchor"] for problem in answers.problems_answer(RECORD.problems, documents={})] == [None, None]


def test_scoreboard_by_suite() -> None:
    """Figures stand under their suite and name; what could not be measured is listed as absent."""
    answer = dict(ANSWERS)["evaluate"]
    assert answer["statements"]["spans_f1"]["reference"] == {"value": 0.5, "whose": "naive"}
    assert answer["statements"]["speaker_f1"]["reference"] is None
    assert answer["absent"] == ["trace: there is no gold at this place."]


def test_timeline_says_when_what_and_by_whom() -> None:
    """A moment has its first and last date, its state, its parties by name and who tells it; a statement has no state."""
    said, ahead = dict(ANSWERS)["timeline"]
    assert (said["date"], said["end"], said["status"], said["kind"]) == ("2031-05-04", None, None, "statement")
    assert (ahead["date"], ahead["end"], ahead["status"]) == ("2031-05-06", "2031-06", "tentative")
    assert ahead["parties"] == ["Ilse Marn", "Tomas Orrin"]
    assert ahead["support"]["families"] == [1, 2]


def test_times_say_what_they_mean_and_how_that_is_known() -> None:
    """An expression has its slice, its value, what it means, the rule with its clock, and a reason where it has no meaning."""
    nearly, soon, dinner, every = dict(ANSWERS)["times"]
    assert (nearly["document"], nearly["text"]) == ("wire.txt", "nearly two hours")
    assert (nearly["anchor_rule"], nearly["duration_minutes"]) == ("length", [100.5, 120])
    assert (soon["first"], soon["last"], soon["reason"]) == (None, None, "Nothing says when that is.")
    assert (dinner["anchor_rule"], dinner["clock"]) == ("evening/stated", "stated")
    assert (dinner["first"], dinner["last"], dinner["against"]["text"]) == ("2031-05-04", "2031-05-04", "readout")
    assert (every["first"], every["last"]) == ("2031", None)


def test_no_answer_has_an_infinite_number() -> None:
    """A length without a limit is null above, since JSON has no infinity."""
    every = dict(ANSWERS)["times"][3]
    assert every["duration_minutes"] == [0, None]


def test_a_claims_five_clocks_stay_apart() -> None:
    """A claim says when it happened, was said, published, updated and retrieved; an open end and the unknown are null."""
    clocks = shown(invented.ENTRY)["slots"]["content"][0]["clocks"]
    assert clocks == {
        "happened": ["2031-05-03", None],
        "said": ["2031-05-04", "2031-05-04"],
        "published": ["2031-05-04T16:30+02:00", "2031-05"],
        "updated": None,
        "retrieved": None,
    }


def test_trace_names_child_and_parent_and_shows_both_passages() -> None:
    """A derivation has both ends by path and id, its kind, score and reasons, and what stands in both as two anchors."""
    credited, copied, maybe = dict(ANSWERS)["trace"]
    assert (copied["child"], copied["parent"], copied["kind"]) == ("papers.jsonl:2", "wire.txt", "abridgement")
    assert (copied["child_id"], copied["parent_id"]) == (invented.copy.id, invented.wire.id)
    assert (copied["score"], copied["direction"], copied["certain"]) == (0.83, "determined", True)
    assert [one["child"]["text"] == one["parent"]["text"] for one in copied["passages"]] == [True, False]
    assert [feature["name"] for feature in copied["features"]] == ["child-covered"]
    assert (credited["parent"], credited["parent_id"], credited["origin"]) == (None, None, "NWA")
    assert (maybe["child"], maybe["direction"], maybe["certain"]) == (None, "undetermined", False)
