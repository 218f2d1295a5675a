"""How many reports a second become part of a record.

In comes a folder of texts in JSON Lines; out comes one score. Every round writes the texts as plain files into a folder
that is thrown away, adds them to a new record and makes the record, as a user would.
"""

import json
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from memcon.errors import GoldError
from memcon.evaluate.scoreboard import Score

_REPORTS = 300  # some seconds' work; more does not change the figure
_ROUNDS = 3


def measure(folder: Path) -> Score | None:
    """Reports per second, the median of three rounds, and the slowest and fastest round; None if there are no texts."""
    texts = _texts(sorted(folder.glob("*.jsonl")))
    if not texts:
        return None
    rates = sorted(len(texts) / _seconds(texts) for _ in range(_ROUNDS))
    return Score("documents_per_second", rates[_ROUNDS // 2], rates[0], rates[-1], n=len(texts))


def _texts(files: Iterable[Path]) -> list[str]:
    texts: list[str] = []
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(islice(lines, _REPORTS - len(texts)), start=1):
                try:
                    row = json.loads(line)
                    texts.append(f"{row['title']}\n\n{row['text']}\n")
                except (ValueError, KeyError, TypeError) as error:
                    reason = f"line {number} is not a JSON object with `title` and `text`."
                    raise GoldError(str(file), reason) from error
    return texts


def _seconds(texts: list[str]) -> float:
    from memcon.pipeline import open as open_record  # the whole program, which only running it needs

    with TemporaryDirectory() as place:
        reports = Path(place) / "reports"
        reports.mkdir()
        for number, text in enumerate(texts):
            (reports / f"{number:05}.txt").write_text(text, encoding="utf-8")
        begun = perf_counter()
        with open_record(Path(place) / "memcon.db") as file:
            file.add([reports])
            file.record()
        return perf_counter() - begun
