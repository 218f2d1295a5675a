"""HTML pages, kind and hostile."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from memcon.core.document import Received
from memcon.core.problem import Problem
from memcon.ingest import Extractor, Source, read
from memcon.ingest.fault import Fault
from tests.unit.ingest.conftest import Reading

PARAGRAPHS = "".join(
    f"<p>Foreign Secretary Tomas Orrin met Deputy Premier Ilse Marn in round {n} of the talks, and both called it useful.</p>"
    for n in range(8)
)
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Talks end - Northern Gazette</title>
<meta property="og:site_name" content="Northern Gazette"><meta name="author" content="Jon Dale">
<link rel="canonical" href="https://gazette.example/talks">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Talks end in Brenna",
"datePublished": "2031-05-04T16:30:00+02:00", "dateModified": "2031-05-04T18:00:00+02:00"}}]}}</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Talks end in Brenna</h1>
<p>BRENNA (NWA) — The two sides said they would talk again in the autumn about the lake.</p>{PARAGRAPHS}
<p>Source: NWA</p></article><footer>© 2031 Northern Gazette</footer></body></html>"""


def test_a_page(reading: Callable[..., Reading]) -> None:
    """The report is found on its page, under its title, and the markup's metadata is kept with its times."""
    [document], problems = reading(a__html=PAGE)
    assert not problems
    assert document.text.startswith("Talks end in Brenna\nBRENNA (NWA) — The two sides")
    assert "Home" not in document.text
    assert [zone.kind for zone in document.zones][:3] == ["headline", "dateline", "body"]
    assert document.zones[-1].kind == "credit"
    stated = {datum.field: datum.value for datum in document.metadata if datum.origin == "markup"}
    assert stated == {
        "title": "Talks end in Brenna", "outlet": "Northern Gazette", "byline": "Jon Dale", "language": "en",
        "url": "https://gazette.example/talks", "published": "2031-05-04T16:30+02:00", "updated": "2031-05-04T18:00+02:00",
    }  # fmt: skip


def test_a_declared_encoding(reading: Callable[..., Reading]) -> None:
    """A page is decoded as browsers do: by what it declares."""
    page = PAGE.replace("utf-8", "iso-8859-1").replace("BRENNA (NWA) — The", "BRENNA (NWA) \x97 Déjà vu: the")
    [document], _ = reading(a__html=page.encode("latin-1", "replace"))
    assert document.encoding == "cp1252 (declared)"
    assert "BRENNA (NWA) — Déjà vu" in document.text


def test_a_page_without_a_report(reading: Callable[..., Reading]) -> None:
    """A page on which nothing can be found is a problem."""
    documents, [problem] = reading(a__html="<!doctype html><html><body><script>var x = 1;</script></body></html>")
    assert (documents, problem.reason) == ([], "extraction")


@pytest.fixture(scope="module")
def impatient() -> Iterator[Extractor]:
    """An HTML reader that gives a page one second."""
    with Extractor(seconds=1.0) as held:
        held.page(PAGE)
        yield held


@pytest.mark.parametrize(
    "bomb",
    [
        "<div>" * 100_000 + "Orrin",
        "<p>x" * 200_000,
        "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">Orrin met Marn.</p>",
    ],
    ids=["nesting", "paragraphs", "attributes"],
)
def test_bombs(impatient: Extractor, tmp_path: Path, bomb: str) -> None:
    """A page made to hang its reader ends as a problem or a document within two tries, and the next page is read."""
    path = tmp_path / "bomb.html"
    path.write_text(f"<!doctype html><html><body>{bomb}")
    started = time.monotonic()
    results = list(read(Source("bomb.html", path), extractor=impatient))
    assert time.monotonic() - started < 30  # two tries, two starts of the child, on a busy machine
    for result in results:
        assert isinstance(result, Received) or result.reason in {"timeout", "extraction"}
    assert not isinstance(impatient.page(PAGE), Fault)


def test_an_oversized_page(tmp_path: Path, extractor: Extractor) -> None:
    """A page of more than 5 MB is refused by its size."""
    path = tmp_path / "big.html"
    path.write_text("<!doctype html><p>" + "Orrin met Marn. " * 400_000)
    [problem] = read(Source("big.html", path), extractor=extractor)
    assert isinstance(problem, Problem)
    assert problem.reason == "too-large"


def test_a_killed_child_is_replaced(extractor: Extractor) -> None:
    """If the child dies between two pages, the next page is read by another."""
    assert not isinstance(extractor.page(PAGE), Fault)
    process = extractor._process
    assert process is not None
    process.kill()
    process.wait()
    assert not isinstance(extractor.page(PAGE), Fault)


def test_nothing_is_started_for_plain_text(tmp_path: Path) -> None:
    """The child is only started when the first page comes."""
    path = tmp_path / "a.txt"
    path.write_text("Orrin met Marn.")
    with Extractor() as extractor:
        list(read(Source("a.txt", path), extractor=extractor))
        assert extractor._process is None


PARENT = """
import sys
from memcon.ingest import Extractor
extractor = Extractor(seconds=60)
extractor.page("<p>Orrin met Marn.</p>")
print(extractor._process.pid, flush=True)
extractor.page("<div>" * 100_000 if sys.argv[1] == "busy" else "<p>x</p>")
print("idle", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(os.name == "nt", reason="looks processes up by signal 0")
@pytest.mark.parametrize("state", ["idle", "busy"])
def test_the_child_never_outlives_its_parent(state: str) -> None:
    """When the parent is killed without warning, the child ends too, even in the middle of a page that hangs."""
    parent = subprocess.Popen([sys.executable, "-c", PARENT, state], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert parent.stdout is not None
    assert parent.stdin is not None
    with parent.stdin, parent.stdout:
        child = int(parent.stdout.readline())
        if state == "idle":
            parent.stdout.readline()
        else:
            time.sleep(0.5)
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    deadline = time.monotonic() + 20
    while _alive(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _alive(child)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process}/stat")
    return not (stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z")
