"""Laws of the store, for any text and any order."""

import tempfile
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.core.document import Document
from memcon.store import Store
from memcon.testing import documents
from tests.unit.store.reports import exported, made, put

# Each example makes a record on disk, which takes longer than Hypothesis expects and varies with the disk.
laws = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
collections = st.lists(documents(), max_size=4, unique_by=lambda document: document.id)


def record(folder: str, name: str, collection: list[Document]) -> tuple[bytes, ...]:
    """What a new record gives back after these were put into it."""
    with Store.open(Path(folder) / name, create=True) as store:
        for document in collection:
            put(store, made(document))
        return exported(store)


@laws
@given(collections)
def test_round_trip(collection: list[Document]) -> None:
    """Whatever the text, document, bytes, annotations and fingerprint come back as they were, and verify is content."""
    wanted = sorted(map(made, collection), key=lambda each: each[0].document.id)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "a.db", create=True) as store:
        for each in wanted:
            assert put(store, each) == "added"
        assert store.documents() == tuple(received.document for received, _, _ in wanted)
        assert store.annotations() == tuple(annotations for _, annotations, _ in wanted)
        assert store.fingerprints() == tuple(fingerprint for _, _, fingerprint in wanted)
        assert [store.raw(received.document.id) for received, _, _ in wanted] == [each[0].raw for each in wanted]
        assert store.verify() == ()


@laws
@given(collections)
def test_the_same_twice(collection: list[Document]) -> None:
    """Putting a collection twice gives the record that putting it once gives."""
    with tempfile.TemporaryDirectory() as folder:
        assert record(folder, "twice.db", collection * 2) == record(folder, "once.db", collection)


@laws
@given(st.lists(documents(), max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_arrival(collection: list[Document], chance: Random) -> None:
    """Whichever came first, the record gives back the same, also when the same content came by several paths."""
    other = list(collection)
    chance.shuffle(other)
    with tempfile.TemporaryDirectory() as folder:
        assert record(folder, "one.db", collection) == record(folder, "other.db", other)
