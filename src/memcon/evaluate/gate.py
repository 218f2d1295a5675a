"""The quality gate: no figure falls below its floor unnoticed, and no floor is lowered unnoticed.

`python -m memcon.evaluate.gate` checks; with `--pin` it makes today's figures the floors, which it refuses where one
would fall unless `--lower` is given too. A lowered floor takes a changelog line.

Source:
    trafilatura's `tests/eval_gate.py`: floors pinned with a digest of the corpus.
"""

import argparse
import math
import sys
from collections.abc import Sequence
from pathlib import Path

from memcon.evaluate import events, speakers
from memcon.evaluate.floors import FLOORS, Floor, read_floors, write_floors
from memcon.evaluate.runner import run
from memcon.evaluate.scoreboard import Figure, Scoreboard

_CORPORA, _FEW, _ACTS = 0.005, 0.015, 0.02
"""How far a figure may move between kinds of processors, which round the model's sums differently: on thousands of
items, on a few dozen, and of acts, of which it may always be one. Quotation marks and zones
are read without the model."""
_MODELLED = ("speaker", "addressee", "via")


def check(scoreboard: Scoreboard, *, floors: Path = FLOORS) -> tuple[str, ...]:
    """One sentence for each figure below its floor, and for each whose gold is not what its floor was pinned on."""
    pinned = read_floors(floors)
    return tuple(
        fault
        for figure in scoreboard.figures
        if (floor := pinned.get((figure.suite, figure.name))) is not None
        for fault in [_fault(figure, floor)]
        if fault
    )


def pin(scoreboard: Scoreboard, *, lower: bool = False, floors: Path = FLOORS) -> tuple[str, ...]:
    """Make the figures the floors, keeping those of figures that were not measured.

    Returns:
        The floors that would fall, one sentence each: nothing is written then, unless `lower`.
    """
    pinned = dict(read_floors(floors))
    fallen = []
    for figure in scoreboard.figures:
        if not figure.digest:  # a speed belongs to a machine
            continue
        held = max(figure.value - _margin(figure), 0.0)
        key, floor = (figure.suite, figure.name), math.floor(held * 1000) / 1000
        if key in pinned and floor < pinned[key].floor:
            fallen.append(f"{figure.suite} {figure.name} would fall from {pinned[key].floor:.3f} to {floor:.3f}.")
        pinned[key] = Floor(figure.suite, figure.name, floor, figure.reference_value, figure.digest)
    if lower or not fallen:
        write_floors(pinned.values(), floors)
        return ()
    return tuple(fallen)


def _margin(figure: Figure) -> float:
    if figure.suite == "acts":  # near a threshold the model's sums decide whether there is an act
        return max(_ACTS, 1 / figure.n)
    if figure.suite in {"language", "times"} or figure.name in speakers.NAMES | events.NAMES:
        return _CORPORA
    return _FEW if figure.suite == "statements" and figure.name.endswith(_MODELLED) else 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Check or pin as the arguments say; 1 if something is below its floor or would fall."""
    parser = argparse.ArgumentParser(prog="python -m memcon.evaluate.gate", description=__doc__)
    parser.add_argument("--gold", type=Path, help="folder of gold; default $MEMCON_GOLD")
    parser.add_argument("--pin", action="store_true", help="make today's figures the floors")
    parser.add_argument("--lower", action="store_true", help="with --pin: even where a floor falls")
    asked = parser.parse_args(arguments)
    scoreboard = run(gold=asked.gold)
    faults = pin(scoreboard, lower=asked.lower) if asked.pin else check(scoreboard)
    sys.stdout.writelines(f"{line}\n" for line in (*faults, *scoreboard.absent))
    return 1 if faults else 0


def _fault(figure: Figure, floor: Floor) -> str:
    name = f"{figure.suite} {figure.name}"
    if figure.digest != floor.digest:
        return f"{name}: the gold is not what its floor was pinned on. Look at the figures, then pin them anew."
    # Floors have three decimals, so a value is cut to three before it is compared.
    if math.floor(figure.value * 1000) / 1000 < floor.floor:
        return f"{name}: {figure.value:.3f} is below its floor of {floor.floor:.3f}."
    return ""


if __name__ == "__main__":
    sys.exit(main())
