"""A command -> what it took: seconds, seconds of processor time, and memory at its highest.

The process that asks stays small, because Linux counts the memory of the process that starts another as the other's.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
MEMCON = (sys.executable, "-c", "from memcon.present.cli import main; main()")
NOTHING = (sys.executable, "-c", "pass")

_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took.

    Attributes:
        seconds: From its start to its end.
        processor: Seconds of processor time, its own and the system's for it.
        peak: Bytes of memory at its highest.
    """

    seconds: float
    processor: float
    peak: int


def cost(command: Sequence[str], *, times: int = 1) -> Cost:
    """What the command takes; of several runs, the quickest.

    Raises:
        subprocess.CalledProcessError: It failed.
    """
    return min((_once(command) for _ in range(times)), key=lambda each: each.seconds)


def told(module: str, *arguments: str, env: Mapping[str, str] | None = None) -> Any:
    """What a module of this package, run as a process of its own, prints as JSON.

    Args:
        env: Added to the environment.
    """
    command = (sys.executable, "-m", f"bench.{module}", *arguments)
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, env={**os.environ, **(env or {})})
    return json.loads(done.stdout)


def peak() -> int:
    """Bytes of memory that this process had in use at its highest."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


def _once(command: Sequence[str]) -> Cost:
    begun = perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _UNIT)
