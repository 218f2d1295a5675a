"""The command line on a record made by hand."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

import memcon
from memcon.core.annotation import Annotations
from memcon.core.derivation import Fingerprint
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.record import Record
from memcon.pipeline.building import Built, Seen
from memcon.present.cli import run
from tests.unit.present.invented import ANNOTATIONS, DOCUMENTS

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., Run]]:
    """Given a record, of the invented reports or of others, runs commands on it: exit code, output, errors."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    with memcon.open(tmp_path / "memcon.db") as record_file:
        monkeypatch.setattr(memcon, "open", lambda path, *, create: record_file)

        def on(
            record: Record,
            documents: Mapping[DocumentId, Document] = DOCUMENTS,
            annotations: Mapping[DocumentId, Annotations] = ANNOTATIONS,
        ) -> Run:
            prints = tuple(Fingerprint(one, 100, "", ()) for one in documents)
            record_file._built[None] = Built(documents, record, lambda: Seen(annotations, prints))

            def call(*arguments: str) -> tuple[int, str, str]:
                capfd.readouterr()
                return (run(arguments), *capfd.readouterr())

            return call

        yield on
