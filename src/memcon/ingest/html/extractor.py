"""HTML -> text and metadata, by a child process that a page can neither hang nor outlive.

Every extractor can be brought to a standstill by one page (200 000 paragraphs, 100 000 nested elements). So pages are
parsed in a child with a limit on memory, and killed when their time is up. A page that defeats trafilatura gets a
second try with resiliparse, which is weaker but fails elsewhere.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self, cast

from memcon.ingest.fault import Fault
from memcon.ingest.html.frames import receive, send

_START_SECONDS = 60.0  # importing the libraries takes one second, on a busy machine several


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a page says.

    Attributes:
        metadata: By name: title, outlet, byline, url, published, updated, language; only what was found.
        reader: The library and its version.
    """

    text: str
    reader: str
    metadata: Mapping[str, str] = field(default_factory=dict)


class Extractor:
    """The child process, started on the first page and used for all of them.

    Attributes:
        seconds: What one try at one page may take.
        memory: Bytes of address space the child may use.
    """

    def __init__(self, *, seconds: float = 10.0, memory: int = 1 << 30) -> None:
        self.seconds = seconds
        self.memory = memory
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child, if there is one; a later page starts another."""
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:  # what was still buffered for a dead child
                    continue

    def page(self, html: str) -> Extracted | Fault:
        """The report on a page, without the page's furniture, as far as that is recognised."""
        first = self._ask("page", html)
        if isinstance(first, Extracted) and first.text.strip():
            return first
        second = self._ask("plain", html)
        if isinstance(second, Extracted) and second.text.strip():
            return second
        if isinstance(first, Fault) and first.reason == "timeout":
            return first
        return next(
            (result for result in (second, first) if isinstance(result, Fault)),
            Fault("extraction", "No report was found on this page. Save the report's text and add that."),
        )

    def fragment(self, html: str) -> Extracted | Fault:
        """All the text of a piece of HTML that is known to be nothing but the report."""
        return self._ask("fragment", html)

    def _ask(self, how: str, html: str) -> Extracted | Fault:
        if self._process is not None and self._process.poll() is not None:
            self.close()  # it ended between two pages
        if self._process is None and not self._start():
            return Fault("extraction", "The HTML reader could not be started. Reinstall memcon.")
        reply, late = self._exchange({"how": how, "html": html, "seconds": self.seconds}, self.seconds)
        if reply is None:
            return _too_slow(self.seconds) if late else Fault("extraction", "The page broke the HTML reader.")
        if "error" in reply:
            return Fault("extraction", f"The page could not be parsed ({reply['error']}).")
        return Extracted(text=reply["text"], reader=reply["reader"], metadata=reply["metadata"])

    def _start(self) -> bool:
        # -P: a file called memcon.py in the current folder must not run instead.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "memcon.ingest.html.child", str(self.memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": _search_path()},
        )
        reply, _ = self._exchange(None, _START_SECONDS)
        return reply is not None

    def _exchange(self, message: dict[str, Any] | None, seconds: float) -> tuple[dict[str, Any] | None, bool]:
        """The child's answer or None, and whether its time ran out; without an answer the child is ended."""
        process = self._process
        assert process is not None  # noqa: S101 -- for the type checker; callers have started it
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(seconds, end)
        timer.daemon = True
        timer.start()
        reply = None
        try:
            if message is not None:
                send(cast("BinaryIO", process.stdin), message)
            reply = receive(cast("BinaryIO", process.stdout))
        except (OSError, EOFError):
            pass  # told by the missing reply
        finally:
            timer.cancel()
            if reply is None or late.is_set():
                self.close()
        return reply, late.is_set()


def _too_slow(seconds: float) -> Fault:
    return Fault(
        "timeout", f"Parsing took longer than {seconds:g} s, so it was given up. Save the report's text and add that."
    )


def _search_path() -> str:
    """Where the child finds memcon itself, then wherever else this process was told to look."""
    root = Path(__file__).resolve().parents[3]
    return os.pathsep.join([str(root), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))])
