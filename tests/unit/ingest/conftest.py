"""One HTML reader for all tests here, and a short way to read files."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from memcon.core.document import Document, Received
from memcon.core.problem import Problem
from memcon.ingest import Extractor, Source, find, read

Reading = tuple[list[Document], list[Problem]]


@pytest.fixture(scope="session")
def extractor() -> Iterator[Extractor]:
    """The child process, once."""
    with Extractor() as held:
        yield held


@pytest.fixture
def reading(tmp_path: Path, extractor: Extractor) -> Callable[..., Reading]:
    """Write files into a folder and read the folder: documents and problems, paths relative to it."""

    def of(**files: bytes | str) -> Reading:
        for name, content in files.items():
            path = tmp_path / name.replace("__", ".")
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return sorted_out(find([str(tmp_path)]), extractor)

    return of


def sorted_out(found: Iterator[Source | Problem], extractor: Extractor) -> Reading:
    """Documents and problems of what was found."""
    documents, problems = [], []
    for source in found:
        for result in [source] if isinstance(source, Problem) else read(source, extractor=extractor):
            match result:
                case Received(document=document):
                    documents.append(document)
                case Problem():
                    problems.append(result)
    return documents, problems
