"""The language model, beside a spaCy pipeline that does much of the same: texts -> measures.

Each line of it runs in a process of its own (`reading`); those of one thread are held to one, since numpy would take
more. What could not be measured is named instead.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from bench.measures import Measure, Step
from bench.odd import ODD
from bench.process import NOTHING, ROOT, cost, told
from bench.reports import write_reports

EWT = Path("ewt")
NAMES = Path("ner") / "wikigold" / "wikigold.conll.txt"
SCORES = "scores.json"

_ONE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
_LOAD = (sys.executable, "-c", "from memcon import language; language.load()")


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is done.

    Attributes:
        words: Of text, roughly; whole documents are taken until there are as many.
        rounds: Times that every text is read; the quickest counts.
        training: Seconds of processor time for which spaCy's pipeline is trained, once: it is kept in `build/bench`.
        odd: Share of the size of inputs that are not reports.
        starts: Times that a process is started to see how long it takes to load.
    """

    words: int = 60_000
    rounds: int = 2
    training: int = 180
    odd: float = 1.0
    starts: int = 5


@dataclass(frozen=True, slots=True)
class Odd:
    """What an input took that is not a report.

    Attributes:
        megabytes: Memory at its highest, above what the loaded model takes.
        words: That were read.
        problems: Reasons given for what was not.
    """

    name: str
    seconds: float
    megabytes: float
    words: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was measured of the language model.

    Attributes:
        texts: What was read, in words.
        pipeline: What spaCy's pipeline is, and how well it does; empty without one.
        absent: What was not measured, and why; sentences.
    """

    texts: str
    pipeline: str
    measures: tuple[Measure, ...]
    odd: tuple[Odd, ...]
    absent: tuple[str, ...]


def spoken(folder: Path, *, data: Path | None, effort: Effort, step: Step) -> Spoken:
    """Measure all of it; about four minutes with the usual effort, and three more when spaCy has to be trained.

    Args:
        folder: An empty one.
        data: Where readouts, `ewt` and `ner/wikigold` may be.
    """
    absent: list[str] = []
    texts, rounds = str(folder / "texts.jsonl"), str(effort.rounds)
    kind = write_texts(Path(texts), effort.words, data=data)
    with step("language model"):
        one = told("reading", "ours", texts, "1", rounds, env=_ONE)
        two = told("reading", "ours", texts, "2", rounds)
        calm = told("reading", "ours", texts, "2", rounds, env=_ONE)
        bare = told("reading", "encoder", texts, rounds, env=_ONE)
        load = cost(_LOAD, times=effort.starts)
    words = one["words"]
    measures = [
        _speed("`read`, one thread", one, "the encoder alone", bare["seconds"], words),
        _speed("`read`, two threads", two, "one thread", one["seconds"], words),
        _speed("- and numpy held to one", calm, "one thread", one["seconds"], words),
        _memory("`read`, one thread, memory", one, "the same, loaded only", load.peak),
        _memory("`read`, two threads, memory", two, "the same, loaded only", load.peak),
    ]
    with step("language model, AVX2"):
        measures += _narrow(folder, texts, rounds, one, words, absent)
    pipeline = _pipeline(data, effort.training, step, absent)
    if pipeline:
        with step("spaCy"):
            measures += _beside(texts, str(pipeline), rounds, one, two, words)
        loading = cost((sys.executable, "-c", f"import spacy; spacy.load({str(pipeline)!r})"), times=effort.starts)
        beside, floor = "spaCy and its pipeline", loading.seconds
    else:
        beside, floor = "an empty program", cost(NOTHING, times=effort.starts).seconds
    measures.append(Measure("start and load the model", load.seconds, "s", beside, floor))
    with step("odd inputs"):
        odd = tuple(_odd(name, told("reading", "odd", name, str(effort.odd))) for name in ODD)
    return Spoken(f"{words:,} words of {kind}", _described(pipeline, effort.training), tuple(measures), odd,
                  tuple(absent))  # fmt: skip


def write_texts(file: Path, words: int, *, data: Path | None) -> str:
    """Write as many reports as have that many words, and say what they are; few real ones are read again."""
    kind = write_reports(file, max(words // 40, 4), data=data)
    rows = file.read_text(encoding="utf-8").splitlines()
    kept, count = [], 0
    for row in islice(cycle(rows), 100 * len(rows)):
        kept.append(row)
        count += len(json.loads(row)["text"].split())
        if count >= words:
            break
    file.write_text("\n".join(kept), encoding="utf-8")
    return kind


def _speed(name: str, made: dict[str, Any], beside: str, floor: float, words: int) -> Measure:
    return Measure(name, made["seconds"], "s", beside, floor, f"{words / made['seconds']:,.0f} words a second")


def _memory(name: str, made: dict[str, Any], beside: str, floor: float) -> Measure:
    return Measure(name, made["peak"] / 1e6, "MB", beside, floor / 1e6)


def _narrow(
    folder: Path, texts: str, rounds: str, one: dict[str, Any], words: int, absent: list[str]
) -> Iterator[Measure]:
    place = told("narrow", str(folder))
    if not place:
        absent.append("`read` with AVX2 only: there is no AVX-512 here, or no known way to hide it from onnxruntime.")
        return
    held = told("reading", "ours", texts, "1", rounds, env={**_ONE, "PYTHONPATH": place})
    yield _speed("`read`, one thread, AVX2 only", held, "with AVX-512", one["seconds"], words)


def _pipeline(data: Path | None, seconds: int, step: Step, absent: list[str]) -> Path | None:
    """The folder of spaCy's pipeline, trained where it has not been yet."""
    if find_spec("spacy") is None:
        absent.append("spaCy: it is not installed.")
        return None
    folder = ROOT / "build" / "bench" / f"spacy-{seconds}s"
    if not (folder / SCORES).exists():
        if data is None or not (data / EWT).is_dir() or not (data / NAMES).is_file():
            absent.append(
                f"spaCy: there is nothing to train its pipeline on; `MEMCON_DATA` must hold {EWT} and {NAMES}."
            )
            return None
        with step("training spaCy's pipeline"):
            told("pipeline", str(data), str(folder), str(seconds), env=_ONE)
    return folder


def _beside(
    texts: str, pipeline: str, rounds: str, one: dict[str, Any], two: dict[str, Any], words: int
) -> Iterator[Measure]:
    single = told("reading", "spacy", texts, pipeline, "1", rounds, env=_ONE)
    double = told("reading", "spacy", texts, pipeline, "2", rounds, env=_ONE)
    through = told("reading", "adapted", texts, pipeline, rounds, env=_ONE)
    yield _speed("`read`, one thread", one, "spaCy, one process", single["seconds"], words)
    yield _speed("`read`, two threads", two, "spaCy, two processes", double["seconds"], words)
    yield _memory("`read`, one thread, memory", one, "spaCy, one process", single["peak"])
    yield _memory("`read`, two threads, memory", two, "spaCy, two processes", double["peak"])
    yield _speed("spaCy through `from_spacy`", through, "spaCy, one process", single["seconds"], words)


def _described(pipeline: Path | None, seconds: int) -> str:
    if pipeline is None:
        return ""
    scores = json.loads((pipeline / SCORES).read_text(encoding="utf-8"))
    return (
        f"trained for {seconds} seconds of processor time on {scores['words']:,.0f} words of EWT and wikigold; "
        f"on EWT's dev part {scores['tags']:.0%} of its tags and {scores['trees']:.0%} of its labelled arcs are right"
    )


def _odd(name: str, made: dict[str, Any]) -> Odd:
    above = max(made["peak"] - made["before"], 0)
    return Odd(name, made["seconds"], above / 1e6, made["words"], tuple(made["problems"]))
