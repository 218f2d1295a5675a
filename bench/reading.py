"""The language model at work: `python -m bench.reading WHAT …`, each a process of its own that prints JSON.

    ours TEXTS THREADS ROUNDS         `Packaged.read`, every document of a JSONL file
    encoder TEXTS ROUNDS              the encoder by itself, on the very windows that `read` gives it
    spacy TEXTS FOLDER PROCESSES ROUNDS       a spaCy pipeline on the same texts
    adapted TEXTS FOLDER ROUNDS       the same pipeline as a `Language`
    odd NAME SHARE                    one input that is not a report, as `odd` makes it

A round reads every text; the quickest round counts. One document has been read before the clock starts.
"""

import json
import resource
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from bench.odd import ODD

if TYPE_CHECKING:  # spaCy's memory must not be counted with ours in it
    from memcon.language import Language
    from memcon.language.packaged import Packaged

_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes


def main() -> None:
    """Print what was measured as JSON."""
    what, *arguments = sys.argv[1:]
    print(json.dumps(_WAYS[what](*arguments)))


def _ours(texts: str, threads: str, rounds: str) -> dict[str, Any]:
    return _read(_packaged(int(threads)), texts, rounds)


def _adapted(texts: str, folder: str, rounds: str) -> dict[str, Any]:
    from memcon.language.spacy import from_spacy

    return _read(from_spacy(folder), texts, rounds)


def _packaged(threads: int | None = None) -> "Packaged":
    from memcon.language.packaged import Packaged
    from memcon.language.weights import Weights

    return Packaged(Weights(), threads=threads)


def _read(language: "Language", texts: str, rounds: str) -> dict[str, Any]:
    from memcon.testing import document

    documents = [document(text) for text in _texts(texts)]
    language.read(documents[0])
    words = 0

    def read() -> None:
        nonlocal words
        words = sum(len(language.read(one)[0].words) for one in documents)

    return {"seconds": _least(read, rounds), "words": words, "peak": _peak()}


class _Kept:
    """Stands in the encoder's place, runs it, and keeps what it was given."""

    def __init__(self, session: Any) -> None:
        self.session = session
        self.given: list[dict[str, Any]] = []

    def run(self, outputs: Sequence[str] | None, inputs: dict[str, Any]) -> Any:
        """What the encoder makes of it."""
        self.given.append(inputs)
        return self.session.run(outputs, inputs)


def _encoder(texts: str, rounds: str) -> dict[str, Any]:
    from memcon.testing import document

    language = _packaged(1)
    weights = vars(language)["_weights"]
    kept = vars(weights)["_encoder"] = _Kept(vars(weights)["_encoder"])
    words = sum(len(language.read(document(text))[0].words) for text in _texts(texts))

    def encode() -> None:
        for inputs in kept.given:
            kept.session.run(None, inputs)

    return {"seconds": _least(encode, rounds), "words": words, "windows": len(kept.given)}


def _spacy(texts: str, folder: str, processes: str, rounds: str) -> dict[str, Any]:
    import spacy

    nlp = spacy.load(folder)
    found = _texts(texts)
    nlp(found[0])

    def read() -> None:
        for _ in nlp.pipe(found, n_process=int(processes), batch_size=max(1, min(256, len(found) // int(processes)))):
            pass

    seconds = _least(read, rounds)
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _UNIT if int(processes) > 1 else 0
    return {"seconds": seconds, "peak": _peak() + int(processes) * children}


def _odd(name: str, share: str) -> dict[str, Any]:
    from memcon.testing import document

    language = _packaged()
    language.read(document("They met."))
    before = _peak()
    odd = document(ODD[name](float(share)))
    begun = perf_counter()
    reading, problems = language.read(odd)
    seconds = perf_counter() - begun
    reasons = sorted({problem.reason for problem in problems})
    return {"seconds": seconds, "words": len(reading.words), "before": before, "peak": _peak(), "problems": reasons}


def _texts(file: str) -> list[str]:
    return [json.loads(line)["text"] for line in Path(file).read_text(encoding="utf-8").splitlines()]


def _least(work: Callable[[], Any], rounds: str) -> float:
    def seconds() -> float:
        begun = perf_counter()
        work()
        return perf_counter() - begun

    return min(seconds() for _ in range(int(rounds)))


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


_WAYS: dict[str, Callable[..., dict[str, Any]]] = {
    "ours": _ours,
    "encoder": _encoder,
    "spacy": _spacy,
    "adapted": _adapted,
    "odd": _odd,
}

if __name__ == "__main__":
    main()
