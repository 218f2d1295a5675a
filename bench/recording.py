"""Building the record of very many reports: a folder to work in -> measures."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bench.building import MADE, STAGES, write_record
from bench.measures import Growth, Measure, Step, grown
from bench.process import told
from bench.stories import write_one_more

_FLOOR = "reading the file"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was measured of building a record; `reports` says of what, in words, and `made` what came out."""

    reports: str
    made: str
    measures: tuple[Measure, ...]
    growth: tuple[Growth, ...]


def recorded(folder: Path, *, stories: int = 20, counts: tuple[int, ...] = (1_000, 10_000), step: Step) -> Recorded:
    """Measure it; about ten minutes with the usual numbers, most of them for the reading of the stories.

    Args:
        folder: An empty one on the disk that is meant.
        stories: So many are read and annotated; what is more of them is told again of others.
    """
    spent: list[dict[str, float]] = []
    for count in (1, *counts):
        file = folder / f"record-{count}.db"
        with step(f"record of {count:,}"):
            write_record(file, folder / "stories.db", stories=stories, count=count)
            first = told("building", str(file))
        with step(f"the same again, of {count:,}"):
            again = told("building", str(file))["all"]
            size = file.stat().st_size / 1e6
            _forget(file)
            spent.append({**told("building", str(file)), "first": first["all"], "again": again, "size": size})
    with step("one more"):
        write_one_more(folder / "one-more.jsonl", stories)
        shutil.copy(file, folder / "more.db")
        one = told("building", str(folder / "more.db"), str(folder / "one-more.jsonl"))
    last = spent[-1]
    made = ", ".join(f"{last[f'made {part}']:,.0f} {part}" for part in MADE[1:])
    return Recorded(
        f"{counts[-1]:,} invented reports",
        made,
        (
            *(Measure(f"- {name}", last[stage], "s", _FLOOR, last["load"], _share(last, stage))
              for stage, name in STAGES.items() if last[stage]),
            Measure("all of it", last["all"], "s", _FLOOR, last["load"]),
            Measure("the first time, with nothing compared", last["first"], "s", "all of it", last["all"]),
            Measure("one report more, beyond its annotating", one["more"], "s", "all of it", last["all"]),
            Measure("asked again, with nothing changed", last["again"], "s", "all of it", last["all"]),
            Measure("the brief, once the record is there", last["brief"], "s", "all of it", last["all"]),
        ),
        tuple(
            grown(name, unit, counts, [one[key] for one in spent])
            for name, unit, key in (
                ("building the record", "s", "all"), ("- the first time", "s", "first"),
                ("- with nothing changed", "s", "again"), ("- memory", "MB", "peak"), ("the brief", "s", "brief"),
                ("the record file", "MB", "size"),
            )
        ),
    )  # fmt: skip


def _forget(file: Path) -> None:
    """Drops the record that was built, so that it is built again."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DELETE FROM record")


def _share(spent: dict[str, float], stage: str) -> str:
    return f"{spent[stage] / spent['all']:.0%} of the time"
