"""The extractor's child: reads pages from standard input, writes their text to standard output, until that ends.

Run as `python -m memcon.ingest.html.child MEMORY`. It limits its own memory. When the parent goes, standard input ends
and so does the child. Should the interpreter be stuck inside a parser just then, Linux ends the process with its
parent, and elsewhere an alarm clock that the kernel keeps does so shortly after the page's time.
"""

import os
import queue
import signal
import sys
import threading
from contextlib import suppress
from importlib.metadata import version
from typing import Any, BinaryIO

from memcon.ingest.html.frames import receive, send
from memcon.ingest.html.markup import stated

_PR_SET_PDEATHSIG = 1
_GRACE = 1.0  # seconds; the parent kills first, the alarm is for when there is no parent any more
_PAGES_BETWEEN_RESETS = 200  # trafilatura's caches otherwise grow without end


def main() -> None:
    """Answer pages one by one."""
    requests, replies = sys.stdin.buffer, _claimed_output()
    _limit(int(sys.argv[1]))
    _end_with_parent()
    with suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    from trafilatura.meta import reset_caches

    waiting: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests, waiting), daemon=True).start()
    send(replies, {"ready": True})
    answered = 0
    while True:
        request = waiting.get()
        _alarm(request["seconds"] + _GRACE)
        reply = _answer(request["how"], request["html"])
        _alarm(0)
        send(replies, reply)
        answered += 1
        if answered % _PAGES_BETWEEN_RESETS == 0:
            reset_caches()


def _listen(requests: BinaryIO, waiting: "queue.SimpleQueue[dict[str, Any]]") -> None:
    while True:
        try:
            waiting.put(receive(requests))
        except (EOFError, OSError):
            os._exit(0)  # the parent is gone


def _answer(how: str, html: str) -> dict[str, Any]:
    try:
        match how:
            case "page":
                return _by_trafilatura(html)
            case "plain":
                return _by_resiliparse(html, main_content=True)
        return _by_resiliparse(html, main_content=False)
    except Exception as error:  # noqa: BLE001 -- whatever a hostile page provokes is an answer, not an end
        return {"error": type(error).__name__}


def _by_trafilatura(html: str) -> dict[str, Any]:
    import trafilatura

    found = trafilatura.bare_extraction(
        html,
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
        # No search of the text for dates, and no bound that moves with the clock: equal pages give equal documents.
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
    )
    if found is None:
        return {"text": "", "reader": "", "metadata": {}}
    page = found if isinstance(found, dict) else found.as_dict()
    guessed = {
        "title": page["title"],
        "outlet": page["sitename"],
        "byline": page["author"],
        "url": page["url"],
        "published": page["date"],
        "language": page["language"],
    }
    metadata = {name: value for name, value in guessed.items() if value} | stated(html)
    return {"text": page["text"] or "", "reader": f"trafilatura {version('trafilatura')}", "metadata": metadata}


def _by_resiliparse(html: str, *, main_content: bool) -> dict[str, Any]:
    from resiliparse.extract.html2text import extract_plain_text

    text = extract_plain_text(html, main_content=main_content, alt_texts=False, list_bullets=False)
    return {"text": text, "reader": f"resiliparse {version('resiliparse')}", "metadata": stated(html)}


def _claimed_output() -> BinaryIO:
    """Standard output for answers alone: whatever a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answers


def _limit(memory: int) -> None:
    with suppress(ImportError, ValueError, OSError):  # not on Windows, and macOS may refuse
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _end_with_parent() -> None:
    """On Linux the kernel ends this process with its parent, even while a parser in C keeps Python from running."""
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_REAL, seconds)


if __name__ == "__main__":
    main()
