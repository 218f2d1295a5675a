"""`verify` finds what has changed behind the record's back."""

from importlib import import_module
from pathlib import Path

import msgspec
import pytest

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, Sentence
from memcon.core.problem import Problem
from memcon.errors import RecordError
from memcon.store import Store
from memcon.store.rows import seal
from tests.unit.store.reports import AT, exported, offer, put


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with something of every kind in it."""
    path = tmp_path / "memcon.db"
    with Store.open(path, create=True) as store:
        put(store, offer(1))
        put(store, offer(2))
        store.refuse(Problem("read", "a.txt", "empty", "Nothing in it."), at=AT)
        store.judge("withdraw", offer(1)[0].document.id, "", who="O. Venn", why="retracted", at=AT)
    return path


def _alter(path: Path, driver: str, statement: str, *values: object) -> None:
    connection = import_module(driver).connect(str(path))
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def _reasons(path: Path) -> set[str]:
    with Store.open(path, create=False) as store:
        return {problem.reason for problem in store.verify()}


ALTERATIONS = [
    "UPDATE document SET text = replace(text, 'Marn', 'Mern')",
    "UPDATE document SET text = CAST(x'ff41' AS TEXT)",
    "UPDATE document SET text = 7",
    "UPDATE document SET zones = '[]'",
    "UPDATE metadatum SET value = '2031-05-05' WHERE field = 'published'",
    "UPDATE arrival SET path = 'elsewhere.txt'",
    "UPDATE annotation SET data = replace(data, 'direct', 'indirect')",
    "UPDATE fingerprint SET data = x'00'",
    "UPDATE quotation SET text = text || ' '",
    "UPDATE problem SET detail = 'All is well.'",
    "UPDATE judgement SET why = ''",
    "UPDATE judgement SET undone_at = '2031-05-06'",
    "UPDATE blob SET data = zeroblob(100)",
    "UPDATE blob SET size = 1",
    "UPDATE blob SET codec = 'raw'",
]


@pytest.mark.parametrize("alteration", ALTERATIONS)
def test_an_altered_row_is_found(record: Path, driver: str, alteration: str) -> None:
    """Whatever column another program alters, `verify` names a damaged row; reading it is an error, never a value."""
    with Store.open(record, create=False) as store:
        before = exported(store)
    _alter(record, driver, alteration)
    assert "damaged-row" in _reasons(record)
    with Store.open(record, create=False) as store:
        if "quotation" in alteration:
            assert exported(store) == before
        else:
            with pytest.raises(RecordError, match="damaged"):
                exported(store)


@pytest.mark.parametrize("table", ["annotation", "fingerprint", "arrival"])
def test_a_lost_part_is_found(record: Path, driver: str, table: str) -> None:
    """A document without its annotations, its fingerprint or its arrivals is reported."""
    _alter(record, driver, f"DELETE FROM {table}")
    assert "missing-part" in _reasons(record)


@pytest.mark.parametrize("table", ["document", "blob"])
def test_a_lost_document_is_found(record: Path, driver: str, table: str) -> None:
    """Rows whose document, or whose bytes, are gone are reported."""
    _alter(record, driver, f"DELETE FROM {table}")
    assert "missing-part" in _reasons(record)


def test_a_lost_quotation_is_found(record: Path, driver: str) -> None:
    """Every statement's words must be kept a second time."""
    _alter(record, driver, "DELETE FROM quotation WHERE start = (SELECT max(start) FROM quotation)")
    assert _reasons(record) == {"misquoted"}


def test_a_text_that_shifted_under_its_quotations_is_found(record: Path, driver: str) -> None:
    """Even a text altered together with its seal is found, for the quotations no longer stand where they stood."""
    owner = offer(1)[0].document.id
    connection = import_module(driver).connect(str(record))
    connection.row_factory = import_module(driver).Row
    row = dict(connection.execute("SELECT * FROM document WHERE id = ?", (owner,)).fetchone())
    row["text"] = " " + row["text"]
    connection.execute("UPDATE document SET text = ?, seal = ? WHERE id = ?", (row["text"], seal(row), owner))
    connection.commit()
    connection.close()
    assert _reasons(record) == {"misquoted"}


@pytest.mark.parametrize(("document", "end"), [("its own", 100_000), ("another", 5)])
def test_an_anchor_outside_its_text_is_found(record: Path, document: str, end: int) -> None:
    """An annotation may only point into the text of its own document."""
    received, _, fingerprint = offer(1)
    owner = received.document.id if document == "its own" else offer(2)[0].document.id
    astray = Annotations(received.document.id, (Sentence(Anchor(owner, 0, end)),))
    with Store.open(record, create=False) as store:
        store.annotate(astray, fingerprint, version="annotators 2")
    assert _reasons(record) == {"misplaced-anchor"}


@pytest.mark.parametrize(
    "data",
    [
        "[" * 200_000,
        '{"document": 7}',
        '{"document": "someone else"}',
        msgspec.json.encode(Annotations(offer(2)[0].document.id)).decode(),
        '{"document": "%s", "sentences": [{"anchor": {"document": "x", "start": 5, "end": 5}}]}',
    ],
)
def test_a_forged_row_with_a_fitting_seal_is_only_data(record: Path, driver: str, data: str) -> None:
    """Annotations that somebody wrote by hand, seal and all, are read as their type or not at all."""
    owner = offer(1)[0].document.id
    row = {"document": owner, "version": "forged", "data": data.replace("%s", owner)}
    _alter(record, driver, "UPDATE annotation SET version = 'forged', data = ?, seal = ? WHERE document = ?",
          row["data"], seal(row), owner)  # fmt: skip
    with Store.open(record, create=False) as store:
        with pytest.raises(RecordError, match="damaged"):
            store.annotations()
        assert "damaged-row" in {problem.reason for problem in store.verify()}


def test_a_bomb_of_a_blob_is_not_unpacked(record: Path, driver: str) -> None:
    """Bytes that unpack to more than their stated size are refused after reading one byte too many."""
    import zlib

    bomb = zlib.compress(bytes(50_000_000))
    received = offer(1)[0]
    row = {"sha256": received.document.blob, "codec": "zlib", "size": 10, "data": bomb}
    _alter(record, driver, "UPDATE blob SET size = 10, data = ?, seal = ? WHERE sha256 = ?",
          bomb, seal(row), received.document.blob)  # fmt: skip
    with Store.open(record, create=False) as store, pytest.raises(RecordError, match="damaged"):
        store.raw(received.document.id)
