"""The pinned floors: what each figure was when somebody last looked at it, and on which gold.

`floors.toml` beside this file holds them; `memcon.evaluate.gate` writes it.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")

_HEAD = """\
# What the quality gate holds. Written by `python -m memcon.evaluate.gate --pin`; do not edit by hand.
# floor: the figure may not fall below it.  naive: what the naive method got.  digest: SHA-256 of the gold.
"""


@dataclass(frozen=True, slots=True)
class Floor:
    """What one figure may not fall below, on one gold; `naive` is what the naive method got on it."""

    suite: str
    name: str
    floor: float
    naive: float | None
    digest: str


def read_floors(path: Path = FLOORS) -> Mapping[tuple[str, str], Floor]:
    """The pinned floors by suite and name; empty if nothing was pinned yet."""
    if not path.exists():
        return {}
    suites = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        (suite, name): Floor(suite, name, row["floor"], row.get("naive"), row["digest"])
        for suite, rows in suites.items()
        for name, row in rows.items()
    }


def write_floors(floors: Iterable[Floor], path: Path = FLOORS) -> None:
    """Write all floors, in the order of suite and name."""
    parts = [_HEAD]
    for floor in sorted(floors, key=lambda each: (each.suite, each.name)):
        naive = "" if floor.naive is None else f"naive = {floor.naive:.3f}\n"
        parts.append(f'[{floor.suite}.{floor.name}]\nfloor = {floor.floor:.3f}\n{naive}digest = "{floor.digest}"\n')
    path.write_text("\n".join(parts), encoding="utf-8")
