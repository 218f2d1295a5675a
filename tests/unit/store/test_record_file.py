"""What goes into a record comes out of it, once."""

import threading
from dataclasses import replace
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import pytest

from memcon.core.document import Arrival, Metadatum, Received
from memcon.core.problem import Problem
from memcon.errors import AmbiguousIdError, BusyRecordError, RecordError, UnknownIdError
from memcon.store import Store, rows
from memcon.store.connection import lock
from tests.unit.store.reports import AT, VERSION, comparison, exported, made, offer, put

LATER = "2031-06-01T09:30:00+00:00"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Where a record will be."""
    return tmp_path / "memcon.db"


def test_what_is_put_comes_back_sorted_by_id(record: Path) -> None:
    """Documents, bytes, annotations and fingerprints come back as they were put, also in another process's view."""
    offers = sorted((offer(number) for number in range(5)), key=lambda each: each[0].document.id)
    with Store.open(record, create=True) as store:
        assert [put(store, each) for each in reversed(offers)] == ["added"] * 5
    with Store.open(record, create=False) as store:
        assert store.documents() == tuple(received.document for received, _, _ in offers)
        assert store.annotations() == tuple(annotations for _, annotations, _ in offers)
        assert store.fingerprints() == tuple(fingerprint for _, _, fingerprint in offers)
        assert [store.raw(received.document.id) for received, _, _ in offers] == [each[0].raw for each in offers]
        assert store.verify() == ()


def test_the_same_document_twice_changes_nothing(record: Path) -> None:
    """Putting what is there already is `known`, and the record gives back the same bytes as before."""
    with Store.open(record, create=True) as store:
        put(store, offer())
        before = exported(store)
        assert put(store, offer()) == "known"
        assert exported(store) == before


def test_another_arrival_joins(record: Path) -> None:
    """Known content under another path, or with another reading of a field, joins the one document there is."""
    received, annotations, fingerprint = offer(path="first.txt")
    stated = Metadatum("published", "2031-05-03", "sidecar")
    again = replace(received.document, arrivals=(Arrival("second.txt"),), metadata=(stated,))
    with Store.open(record, create=True) as store:
        put(store, (received, annotations, fingerprint))
        assert put(store, (Received(again, received.raw), annotations, fingerprint)) == "joined"
        assert put(store, (Received(again, received.raw), annotations, fingerprint)) == "known"
        assert store.documents() == (received.document.joined(again),)
        assert store.verify() == ()


def test_no_statements_and_no_bytes(record: Path) -> None:
    """A document in which nothing was seen, and one of no bytes at all, are kept like any other."""
    received, annotations, fingerprint = made(replace(offer()[0].document, text="", zones=(), metadata=()))
    empty = replace(received.document, blob=sha256(b"").hexdigest())
    with Store.open(record, create=True) as store:
        assert put(store, (Received(empty, b""), replace(annotations, sentences=()), fingerprint)) == "added"
        assert store.raw(empty.id) == b""
        assert store.verify() == ()


def test_bytes_of_another_document_are_refused(record: Path) -> None:
    """Bytes that do not hash to the document's blob are the caller's mistake, and nothing is kept of them."""
    received, annotations, fingerprint = offer()
    with Store.open(record, create=True) as store:
        with pytest.raises(ValueError, match="not its own"):
            put(store, (Received(received.document, b"something else"), annotations, fingerprint))
        assert store.documents() == ()


def test_unstorable_characters_become_replacement_characters(record: Path) -> None:
    """NUL and lone surrogates, which no UTF-8 database holds, become U+FFFD in paths, metadata and problems."""
    received, annotations, fingerprint = offer(path="caf\udce9.txt")
    odd = replace(received.document, metadata=(Metadatum("title", "a\0b", "given"),))
    with Store.open(record, create=True) as store:
        put(store, (Received(odd, received.raw), annotations, fingerprint))
        assert put(store, (Received(odd, received.raw), annotations, fingerprint)) == "known"
        store.refuse(Problem("read", "x\udc80", "empty", "Nothing in it."), at=AT)
        assert (store.documents()[0].path, store.documents()[0].title) == ("caf\ufffd.txt", "a\ufffdb")
        assert store.problems() == (Problem("read", "x\ufffd", "empty", "Nothing in it."),)
        assert store.verify() == ()


def test_a_document_is_found_by_the_beginning_of_its_id(record: Path) -> None:
    """A unique prefix is enough; an unknown or shared one is named in the error, and SQL's wildcards mean nothing."""
    with Store.open(record, create=True) as store:
        for number in range(40):
            put(store, offer(number))
        wanted = store.documents()[7]
        assert store.document(wanted.id) == store.document(wanted.id[:10]) == wanted
        shared = min(first.id[0] for first, second in zip(store.documents(), store.documents()[1:], strict=False)
                     if first.id[0] == second.id[0])  # fmt: skip
        with pytest.raises(AmbiguousIdError) as ambiguous:
            store.document(shared)
        assert all(candidate.startswith(shared) for candidate in ambiguous.value.candidates)
        for unknown in ("", "%", "_" * 16, "zz", "\udc80", "\0", "a" * 100_000, wanted.id + "0"):
            with pytest.raises(UnknownIdError):
                store.document(unknown)
            with pytest.raises(UnknownIdError):
                store.raw(type(wanted.id)(unknown.replace("\udc80", "?")))


def test_problems_are_noted_once(record: Path) -> None:
    """The same path, reason and detail are one problem; they come back sorted, with their anchors."""
    anchored = Problem("annotate", "b.txt", "odd", "Look here.", offer()[0].document.anchor(3, 9))
    plain = Problem("read", "a.txt", "empty", "There is nothing in it.")
    with Store.open(record, create=True) as store:
        for problem in (anchored, plain, plain, anchored):
            store.refuse(problem, at=AT)
        assert store.problems() == (plain, anchored)


def test_annotations_of_another_version_are_stale_until_replaced(record: Path) -> None:
    """After `annotate` with the new version nothing is stale, and the new annotations stand alone."""
    with Store.open(record, create=True) as store:
        put(store, offer(1))
        put(store, offer(2))
        assert store.stale(VERSION) == ()
        assert store.stale("annotators 2") == store.documents()
        _, annotations, fingerprint = offer(1)
        fewer = replace(annotations, statements=annotations.statements[:1])
        store.annotate(fewer, fingerprint, version="annotators 2")
        assert [document.id for document in store.stale("annotators 2")] == [offer(2)[0].document.id]
        assert fewer in store.annotations()
        assert annotations not in store.annotations()
        assert store.verify() == ()


def test_comparisons_are_kept_until_they_are_replaced(record: Path) -> None:
    """Each pair has one comparison, the last kept; they come back sorted, and go when they are said to be gone."""
    offers = [offer(number) for number in range(3)]
    one, other, third = (comparison(offers[a], offers[b]) for a, b in ((0, 1), (0, 2), (1, 2)))
    again = comparison(offers[0], offers[1], of="less")
    with Store.open(record, create=True) as store:
        for each in offers:
            put(store, each)
        assert store.keep([other, one])
        assert store.keep([again, third], gone=[(other.first, other.second), (one.second, one.first)])
    with Store.open(record, create=False) as store:
        assert store.comparisons() == tuple(sorted((again, third), key=lambda each: (each.first, each.second)))
        assert store.verify() == ()


def test_new_annotations_end_comparisons(record: Path) -> None:
    """What was compared of a document goes when it is annotated again; what was compared of others stays."""
    offers = [offer(number) for number in range(3)]
    kept = [comparison(offers[a], offers[b]) for a, b in ((0, 1), (0, 2), (1, 2))]
    with Store.open(record, create=True) as store:
        for each in offers:
            put(store, each)
        store.keep(kept)
        store.annotate(*offers[0][1:], version=VERSION)
        assert store.comparisons() == (kept[2],)


def test_comparisons_are_not_waited_for(record: Path) -> None:
    """While somebody else writes, comparisons are not kept, and whoever made them goes on at once."""
    made = comparison(offer(0), offer(1))
    with Store.open(record, create=True) as store:
        for number in range(2):
            put(store, offer(number))
        with lock(record.resolve()), Store.open(record, create=False) as busy:
            assert not busy.keep([made])
            assert busy.comparisons() == ()
        assert store.keep([made])


def test_a_comparison_of_others_is_damage(record: Path, driver: str) -> None:
    """A row whose documents are not those of its comparison is named, sealed or not."""
    offers = [offer(number) for number in range(2)]
    with Store.open(record, create=True) as store:
        for each in offers:
            put(store, each)
        store.keep([comparison(*offers)])
    row = rows.comparison_row(comparison(*offers))
    turned = rows.sealed({**row, "first": row["second"], "second": row["first"], "seal": None})
    connection = import_module(driver).connect(str(record))
    connection.execute("UPDATE comparison SET first = :first, second = :second, seal = :seal", turned)
    connection.commit()
    connection.close()
    with Store.open(record, create=False) as store, pytest.raises(RecordError, match="comparison"):
        store.comparisons()


def test_annotations_need_their_document(record: Path) -> None:
    """Annotations of a document that is not there are refused."""
    _, annotations, fingerprint = offer()
    with Store.open(record, create=True) as store, pytest.raises(UnknownIdError):
        store.annotate(annotations, fingerprint, version=VERSION)


def test_judgements_can_be_undone_and_stay(record: Path) -> None:
    """An undone decision stays on record with the date it was first undone."""
    with Store.open(record, create=True) as store:
        first = store.judge("withdraw", "d1", "", who="O. Venn", why="retracted", at=AT)
        second = store.judge("same", "d2", "d3", who="O. Venn", why="", at=AT)
        undone = store.undo(first.id, at=LATER)
        assert undone == replace(first, undone_at=LATER)
        assert store.undo(first.id, at="2031-07-01T00:00:00+00:00") == undone
        assert store.judgements() == (undone, second)
        with pytest.raises(UnknownIdError):
            store.undo(99, at=LATER)
        assert store.verify() == ()


def test_a_snapshot_is_of_one_moment(record: Path) -> None:
    """Within a snapshot, what another thread adds meanwhile is not seen; afterwards it is."""
    with Store.open(record, create=True) as store:
        put(store, offer(1))
        with store.snapshot():
            before = store.documents()
            adding = threading.Thread(target=put, args=(store, offer(2)))
            adding.start()
            adding.join()
            with store.snapshot():
                assert store.documents() == before
            assert len(store.annotations()) == len(store.fingerprints()) == 1
        assert len(store.documents()) == 2


def test_threads_may_share_a_store(record: Path) -> None:
    """Four threads that put the same twenty documents leave twenty, and none of them fails."""
    told: list[str] = []

    def work() -> None:
        told.extend(put(store, offer(number)) for number in range(20))

    with Store.open(record, create=True) as store:
        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(store.documents()) == 20
    assert sorted(told) == ["added"] * 20 + ["known"] * 60


def test_a_writer_that_waits_too_long_says_so(record: Path) -> None:
    """While one keeps the write lock, a reader is served at once and a writer fails with a sentence after a while."""
    from memcon.store.connection import lock

    with Store.open(record, create=True, patience=0.05) as store:
        put(store, offer(1))
        with lock(record.resolve()):
            assert len(store.documents()) == 1
            with pytest.raises(BusyRecordError):
                put(store, offer(2))
        assert put(store, offer(2)) == "added"


@pytest.mark.parametrize("writes", [True, False])
def test_a_closed_record_is_one_file(record: Path, writes: bool) -> None:
    """Nothing but the record and its empty lock stays behind, also when the last one to close it only read."""
    with Store.open(record, create=True) as writer:
        put(writer, offer(1))
        reader = Store.open(record, create=False)
        reader.documents()
        if writes:
            reader.close()
    reader.close()
    reader.close()
    assert sorted(path.name for path in record.parent.iterdir()) == ["memcon.db", "memcon.db.lock"]
    assert (record.parent / "memcon.db.lock").stat().st_size == 0


def test_a_forgotten_store_lets_go_of_the_file(record: Path) -> None:
    """A store that nobody closed closes itself when it is gone, without a warning."""
    import gc

    store = Store.open(record, create=True)
    put(store, offer(1))
    del store
    gc.collect()
    assert sorted(path.name for path in record.parent.iterdir()) == ["memcon.db", "memcon.db.lock"]
