"""What must hold for any collection of reports, in any order, on any machine."""

import itertools
import json
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import memcon
from memcon.core.derivation import Comparison, Derivation
from memcon.core.document import Document
from memcon.core.record import Record
from memcon.pipeline import RecordFile
from memcon.testing import annotated, document, documents, reports, texts
from tests.property.shared import every_anchor, printed_elsewhere
from tests.unit.ferries import OTHER, STORY, Collection, collection
from tests.unit.trace.test_derivations import PART, with_credit

# Each example of the second sort makes several records, of the third one on disk.
in_memory = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
several = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
on_disk = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])

EVERY_MARK = "“”\"‘’‚'«»„‹›「」『』"

# Reports that have something to do with each other, so that tracing and aligning find something.
related = st.sampled_from(
    (
        document(STORY, published="2031-05-04"),
        document(STORY + " ", published="2031-05-05"),
        document(STORY + "  "),
        document(PART, outlet="Harbour News"),
        document(OTHER, published="2031-05"),
        with_credit(STORY, "(AP)", published="2031-05-06"),
        with_credit(PART, "Source: Northern Wire"),
        document(OTHER + "\nThe quay was closed, AFP reported."),
        document("Menu", zones=[]),
    )
)
collections = st.lists(related | documents(), max_size=6, unique_by=lambda made: made.id)


def canonical(record: Record) -> str:
    """All of a record as one text to compare."""
    return json.dumps(asdict(record), sort_keys=True, ensure_ascii=False, default=bytes.hex)


@in_memory
@given(documents() | texts().map(document))
def test_anchors_resolve(made: Document) -> None:
    """Every anchor points into its own document's text and at something that is not white space."""
    seen, problems = annotated(made)
    for anchor in (*every_anchor(seen), *(problem.anchor for problem in problems if problem.anchor is not None)):
        assert anchor.document == made.id
        assert anchor.end <= len(made.text)
        assert made.passage(anchor).strip()


@in_memory
@given(documents() | texts().map(document))
def test_quotations_begin_and_end_at_marks(made: Document) -> None:
    """Each part of a quotation opens with a mark, and ends with one unless it goes on or is a problem."""
    seen, problems = annotated(made)
    unclosed = {problem.anchor.end for problem in problems if problem.anchor is not None}
    for statement in seen.statements:
        assert bool(statement.quoted) == (statement.kind != "indirect")
    for statement in (one for one in seen.statements if one.quoted):
        for part in statement.quoted:
            assert made.text[part.start] in EVERY_MARK
        last = statement.quoted[-1]
        assert made.text[last.end - 1] in EVERY_MARK or last.end in unclosed
        paragraphs = {zone.end for zone in made.zones}
        assert all(part.end in paragraphs for part in statement.quoted[:-1])


@in_memory
@given(documents() | texts().map(document))
def test_statements_stand_in_reading_order_and_apart(made: Document) -> None:
    """No two statements of a document share a word, and none comes before its predecessor."""
    quoted = [part for one in annotated(made)[0].statements for part in one.quoted]
    assert all(left.end <= right.start for left, right in itertools.pairwise(quoted))


@in_memory
@given(collections, st.randoms(use_true_random=False))
def test_order_does_not_change_the_record(made: list[Document], chance: Random) -> None:
    """Whichever report came first, the record is the same."""
    other = list(made)
    chance.shuffle(other)
    assert canonical(collection(made).record) == canonical(collection(other).record)


def counts(record: Record) -> dict[object, tuple[int, int]]:
    """The support of each statement, and of whatever else a word tells, by its kind and place."""
    found: dict[object, tuple[int, int]] = {}
    for entry in record.entries:
        support = entry.support.least, entry.support.most
        slot = entry.slot("type") or entry.slot("what")
        if entry.kind == "statement":
            evidence = set(entry.evidence)
            found |= {one.id: support for one in record.statements if evidence.issuperset(one.content)}
        elif slot is not None:
            found |= {(entry.kind, anchor): support for claim in slot.claims for anchor in claim.anchors}
    return found


@in_memory
@given(collections.filter(bool), st.data())
def test_an_exact_copy_adds_no_support(made: list[Document], data: st.DataObject) -> None:
    """A copy with other furniture around it, from nowhere, leaves the support of everything known as it was."""
    original = data.draw(st.sampled_from(made))
    spaces = data.draw(st.sampled_from(("\n", "\n \n", "\t", "\u00a0")))
    before = collection(made)
    copy = copied(original, spaces)
    after = collection([*made, copy])
    now = counts(after.record)
    for told, support in counts(before.record).items():
        assert now[told] == support


def copied(original: Document, spaces: str) -> Document:
    """The same body with a menu below it, and nothing that says whose it is."""
    text = f"{original.text}\n{spaces}\nMenu"
    zones = [*(zone for zone in original.zones if zone.kind == "body")]
    return document(text, path="copy.txt", zones=zones)


@in_memory
@given(collections.filter(bool), st.data())
def test_withdrawing_a_report_removes_exactly_its_claims(made: list[Document], data: st.DataObject) -> None:
    """Without a report the record has all other reports' statements, untouched, and none of its own."""
    gone = data.draw(st.sampled_from(made))
    whole, rest = collection(made), collection([one for one in made if one.id != gone.id])
    assert rest.record.statements == tuple(one for one in whole.record.statements if one.document != gone.id)
    assert gone.id not in canonical(rest.record)


@several
@given(st.lists(collections, min_size=2, max_size=4))
def test_what_was_compared_before_changes_nothing(moments: list[list[Document]]) -> None:
    """A record that grows and loses reports has, at every moment, the comparisons of one made from nothing."""
    known: tuple[Comparison, ...] = ()
    for made in moments:
        found = collection(made, known=known)
        assert found.comparisons == collection(made).comparisons
        assert canonical(found.record) == canonical(collection(made).record)
        known = (*known, *found.comparisons)


@in_memory
@given(collections.filter(bool), st.data())
def test_withdrawing_a_report_removes_exactly_its_derivations(made: list[Document], data: st.DataObject) -> None:
    """Among reports with full dates, without one of them the derivations of all others stay as they are."""
    dated = [one for one in made if one.published is not None and one.published.precision == "day"]
    gone = data.draw(st.sampled_from(dated)) if dated else None
    whole = collection(dated)
    rest = collection([one for one in dated if one is not gone], known=whole.comparisons)
    left = tuple(one for one in whole.derivations if gone is None or gone.id not in {one.child, one.parent})
    assert rest.derivations == left


def parents(found: Iterable[Derivation]) -> dict[str, set[str]]:
    """Whom each report is derived from."""
    edges: dict[str, set[str]] = {}
    for one in found:
        if one.parent is not None:
            edges.setdefault(one.child, set()).add(one.parent)
    return edges


def cyclic(edges: dict[str, set[str]]) -> bool:
    """Whether somebody is its own ancestor."""
    left = {child: set(of) for child, of in edges.items()}
    while left:
        roots = {parent for of in left.values() for parent in of} - left.keys()
        left = {child: of - roots for child, of in left.items()}
        done = {child for child, of in left.items() if not of}
        if not done:
            return True
        left = {child: of for child, of in left.items() if child not in done}
    return False


@in_memory
@given(collections)
def test_derivations_of_dated_reports_form_no_cycle(made: list[Document]) -> None:
    """Among reports with full dates nobody is its own ancestor."""
    dated = [one for one in made if one.published is not None and one.published.precision == "day"]
    assert not cyclic(parents(collection(dated).derivations))


def test_derivations_form_no_cycle() -> None:
    """Nobody is its own ancestor, whatever is known of the dates and whatever the ids."""
    for number in range(40):
        made = [
            document(STORY, published="2031-05-03"),
            document(STORY.replace("soup", f"{number} loaves")),
            document(STORY.replace("lamps", "hats"), published="2031-05-04"),
        ]
        assert not cyclic(parents(collection(made).derivations))


@in_memory
@given(collections)
def test_every_count_is_an_interval(made: list[Document]) -> None:
    """There is at least one witness, never more than families, and never more families than reports."""
    for entry in collection(made).record.entries:
        assert 1 <= entry.support.least <= entry.support.most == len(entry.support.by) <= entry.support.documents


@in_memory
@given(collections)
def test_everything_shown_rests_on_passages(made: list[Document]) -> None:
    """Entries, claims and derivations point at text that exists."""
    built = collection(made)
    for anchor in shown(built):
        assert 0 <= anchor.start < anchor.end <= len(built.documents[anchor.document].text)


def shown(built: Collection) -> Iterable[memcon.Anchor]:
    """Every anchor of the record."""
    for entry in built.record.entries:
        yield from entry.evidence
        for slot in entry.slots:
            for claim in slot.claims:
                yield from claim.anchors
    for derivation in built.derivations:
        for passage in derivation.passages:
            yield from (passage.child, passage.parent)


# Through the record file.


def written(folder: Path, contents: Sequence[str]) -> list[Path]:
    """The reports as files, named by their place in the list."""
    folder.mkdir()
    paths = [folder / f"{number}.txt" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content.encode())
    return paths


files = st.lists(reports() | st.sampled_from((STORY, OTHER, PART, STORY + "\n\n(AP)\n")), min_size=1, max_size=4)


@on_disk
@given(files, st.randoms(use_true_random=False))
def test_arrival(contents: list[str], chance: Random) -> None:
    """The order of arrival, arriving twice, and being rebuilt from the file all leave the record as it is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = written(folder / "reports", contents)
        with memcon.open(folder / "one.db") as one, memcon.open(folder / "other.db") as other:
            one.add(paths)
            once = canonical(one.record())
            again = one.add(paths)
            assert (again.documents, canonical(one.record())) == ((), once)
            chance.shuffle(paths)
            for path in paths:
                other.add([path])
            assert canonical(other.record()) == once
        with memcon.open(folder / "one.db") as reopened:
            assert canonical(reopened.record()) == once


@on_disk
@given(files, st.data())
def test_asking_in_between(contents: list[str], data: st.DataObject) -> None:
    """Reports added one by one, withdrawn and restored, with the record asked for after each step, end as one made at once."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = written(folder / "reports", contents)
        with memcon.open(folder / "one.db") as one, memcon.open(folder / "all.db") as everything:
            for path in data.draw(st.permutations(paths)):
                one.add([path])
                one.record()
            for document in one.documents():
                one.withdraw(document.id)
                assert canonical(one.record()) == canonical(afresh(folder / document.id, one, document.id))
                one.restore(document.id)
            everything.add(paths)
            assert canonical(one.record()) == canonical(everything.record())
            assert one.verify() == ()


@on_disk
@given(files)
def test_withdrawing_and_restoring(contents: list[str]) -> None:
    """A withdrawn report is gone from the record, and brought back the record is what it was."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = written(folder / "reports", contents)
        with memcon.open(folder / "a.db") as record:
            record.add(paths)
            whole = canonical(record.record())
            gone = record.documents()[0].id
            record.withdraw(gone, why="forged")
            assert gone not in canonical(record.record())
            assert canonical(record.record()) == canonical(afresh(folder, record, gone))
            record.restore(gone)
            assert canonical(record.record()) == whole


def afresh(folder: Path, record: RecordFile, without: str) -> Record:
    """The record of all reports but one, made from nothing."""
    folder.mkdir(exist_ok=True)
    kept = [arrival.path for one in record.documents() if one.id != without for arrival in one.arrivals]
    with memcon.open(folder / "b.db") as other:
        other.add(kept)
        return other.record()


def test_the_seed_of_hashing_leaves_no_trace(tmp_path: Path) -> None:
    """Four processes that hash differently make the same bytes."""
    paths = written(tmp_path / "reports", (STORY, PART, OTHER + "\nAFP reported it.\n", STORY + "\n\n(AP)\n"))
    code = (
        "import sys, json, dataclasses, memcon\n"
        "with memcon.open(sys.argv[1]) as record:\n"
        "    record.add(sys.argv[2:])\n"
        "    print(json.dumps(dataclasses.asdict(record.record()), ensure_ascii=False, default=bytes.hex))\n"
        "    print(json.dumps(dataclasses.asdict(record.brief()), ensure_ascii=False, default=bytes.hex))\n"
    )
    outputs = {printed_elsewhere(code, seed, str(tmp_path / f"{seed}.db"), *map(str, paths)) for seed in range(4)}
    assert len(outputs) == 1
    assert "Marit Halvey" in outputs.pop()
