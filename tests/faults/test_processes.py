"""Kills and crowds: whatever happens to the processes, the record is that of some whole documents."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can fork")

_log = logging.getLogger(__name__)

ROOT = Path(__file__).parents[2]
DRIVERS = pytest.mark.parametrize("driver", ["pysqlite3", "sqlite3"])
HIDDEN = "import sys; sys.modules['pysqlite3'] = None; sys.argv[0] = 'crew'; from tests.faults.crew import main; main()"


def crew(driver: str, *arguments: str) -> dict[str, Any]:
    """What the crew tells, with the SQLite of that driver."""
    program = ["-m", "tests.faults.crew"] if driver == "pysqlite3" else ["-c", HIDDEN]
    done = subprocess.run(
        [sys.executable, "-W", "error", *program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told | {"stderr": done.stderr}


def _check_kills(told: dict[str, Any]) -> None:
    stopped = told["stopped_at"]
    between = sum(0 < at < 60 for at in stopped)
    _log.info("kills %(killed)d, partial %(partial)d, lost %(lost)d, unsound %(unsound)d, other %(different)d", told)
    _log.info("stopped before the first document %d, between %d", stopped.count(0), between)
    assert (told["partial"], told["lost"], told["unsound"], told["different"]) == (0, 0, 0, 0)
    assert between, "no kill fell between the first and the last document"


@DRIVERS
def test_a_killed_writer_leaves_whole_documents(tmp_path: Path, driver: str) -> None:
    """After a kill there is a prefix of whole documents, all acknowledged ones in it; resuming gives the same record."""
    _check_kills(crew(driver, "kills", str(tmp_path), "15", "1"))


@pytest.mark.slow
@DRIVERS
def test_many_killed_writers_leave_whole_documents(tmp_path: Path, driver: str) -> None:
    """The same for 200 kills."""
    _check_kills(crew(driver, "kills", str(tmp_path), "200", "2"))


@DRIVERS
@pytest.mark.parametrize("documents", [60, pytest.param(1000, marks=pytest.mark.slow)])
def test_two_writers_and_a_reader(tmp_path: Path, driver: str, documents: int) -> None:
    """Two writers that meet half-way and a reader never fail, no read is torn, and a closed record is one file."""
    told = crew(driver, "crowd", str(tmp_path / "memcon.db"), str(documents))
    assert told["failures"] == 0, told["stderr"]
    assert told["present"] == documents
    assert told["sound"]
    assert told["beside"] == ["memcon.db", "memcon.db.lock"]


@pytest.mark.parametrize("kills", ["5", pytest.param("50", marks=pytest.mark.slow)])
def test_a_killed_migration_leaves_the_old_record_or_the_new(tmp_path: Path, kills: str) -> None:
    """After a kill the record and its copy are whole: of the old version, or the record of the new one."""
    told = crew("pysqlite3", "migrations", str(tmp_path), kills, "3")
    _log.info("kills %(killed)d, old %(old)d, new %(new)d, between %(between)d", told)
    assert told["between"] == 0
    assert told["old"] > 0
