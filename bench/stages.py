"""The share of each stage in one `add`, and the floor of each: `python -m bench.stages REPORTS FOLDER`.

A clock is put around the stages' functions where the pipeline finds them, and the pipeline is run as it is.
"""

import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import memcon
from memcon import annotate, ingest, trace
from memcon.language.packaged import Packaged
from memcon.store import Store

_ROUNDS = 3  # of the floors that take a fraction of a second


def main() -> None:
    """Print seconds by stage and by floor as JSON."""
    reports, folder = Path(sys.argv[1]), Path(sys.argv[2])
    print(json.dumps({"stages": stages(reports, folder), "floors": floors(reports, folder)}))


def stages(reports: Path, folder: Path) -> dict[str, float]:
    """Seconds that one `add` spends in each stage; `rest` is what no stage accounts for, `all` their sum."""
    spent: dict[str, float] = defaultdict(float)
    clocked(Packaged, "read", "language", spent)
    clocked(annotate, "annotate", "annotate", spent)
    clocked(trace, "fingerprint", "fingerprint", spent)
    clocked(Store, "put", "store", spent)
    clocked_items(ingest, "read", "read", spent)
    begun = perf_counter()
    with memcon.open(folder / "stages.db") as record_file:
        record_file.add([reports])
    whole = perf_counter() - begun
    return {**spent, "rest": whole - sum(spent.values()), "all": whole}


def floors(reports: Path, folder: Path) -> dict[str, float]:
    """Seconds for the least that could be done with the same reports."""
    lines = reports.read_bytes().splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    word = re.compile(r"\w+")
    return {
        "parse": _least(lambda: [json.loads(line) for line in lines]),
        "split": _least(lambda: [word.findall(text) for text in texts]),
        "disk": _least(lambda: _written(lines, folder / "floor")),
    }


def _written(lines: list[bytes], file: Path) -> None:
    with file.open("wb", buffering=0) as disk:
        for line in lines:
            disk.write(line)
            os.fsync(disk.fileno())


def _least(work: Callable[[], Any]) -> float:
    return min(_seconds(work) for _ in range(_ROUNDS))


def _seconds(work: Callable[[], Any]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def clocked(
    owner: Any, name: str, stage: str, spent: dict[str, float], *, clock: Callable[[], float] = perf_counter
) -> None:
    """Count the time of every call of a function."""
    function = getattr(owner, name)

    def clocked(*arguments: Any, **named: Any) -> Any:
        begun = clock()
        try:
            return function(*arguments, **named)
        finally:
            spent[stage] += clock() - begun

    setattr(owner, name, clocked)


def clocked_items(owner: Any, name: str, stage: str, spent: dict[str, float]) -> None:
    """Count the time a generator takes to its items, without what is done with them meanwhile."""
    function = getattr(owner, name)

    def clocked(*arguments: Any, **named: Any) -> Iterator[Any]:
        items = function(*arguments, **named)
        while True:
            begun = perf_counter()
            item = next(items, None)
            spent[stage] += perf_counter() - begun
            if item is None:
                return
            yield item

    setattr(owner, name, clocked)


if __name__ == "__main__":
    main()
