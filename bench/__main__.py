"""Runs every measurement and shows the result: `python -m bench [record] [--json] [--write FILE]`."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.language import Effort, spoken
from bench.measures import Sizes, measured
from bench.page import markdown, record_table, table
from bench.recording import recorded
from bench.times import timed


def main() -> None:
    """Measure, then print a table or JSON, and write a page if one is wanted."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="How fast memcon is, in ratios.")
    parser.add_argument(
        "part", nargs="?", choices=("record",), help="only the building of a record of very many reports"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--write", type=Path, metavar="FILE", help="also write a page in Markdown")
    chosen = parser.parse_args()
    data = os.environ.get("MEMCON_DATA")
    given = Path(data) if data else None
    with TemporaryDirectory(prefix="memcon-bench-") as folder:
        places = [Path(folder, name) for name in ("pipeline", "language", "times", "record")]
        for place in places:
            place.mkdir()
        built = recorded(places[3], step=_step)
        if chosen.part == "record":
            print(json.dumps(asdict(built), indent=2) if chosen.json else record_table(built))
            return
        results = measured(places[0], data=given, sizes=Sizes(), step=_step)
        language = spoken(places[1], data=given, effort=Effort(), step=_step)
        times = timed(places[2], data=given, step=_step)
    everything = {**asdict(results), "language": asdict(language), "times": asdict(times), "record": asdict(built)}
    print(json.dumps(everything, indent=2) if chosen.json else table(results, language, times, built))
    if chosen.write:
        chosen.write.parent.mkdir(parents=True, exist_ok=True)
        chosen.write.write_text(markdown(results, language, times, built), encoding="utf-8")


@contextmanager
def _step(name: str) -> Iterator[None]:
    """Progress on standard error: what is running, and how long it took."""
    begun = perf_counter()
    print(f"{name} … ", end="", file=sys.stderr, flush=True)
    yield
    print(f"{perf_counter() - begun:.1f} s", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
